"""What the pickle machine and its opcodes share: the bytes, the stack, the memo and the budgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from inspector.bytesource import ByteSource
from inspector.errors import CorruptFile, LimitExceeded, Sentence, say
from inspector.inert import UNSET, Foldable, Global, Object, Pid
from inspector.limits import DEFAULT_LIMITS, ReadLimits
from inspector.progress import SILENT, Progress
from inspector.remedies import NO_SUCH_PICKLE

FIRST_READ = 64 << 10
_OPCODE_COST = 30  # bytes an average opcode's value takes
_ODDITIES_KEPT = 20
_LONG_NAME = 1000

Fold = Callable[[Object], Any]


@dataclass(slots=True)
class PickleState:
    """A pickle that is being read from `source`, beginning at `start`: where, and what is known.

    Args:
        name: What to call the pickle in errors (`data.pkl`).
        stop: First byte that is certainly not part of it; the end of the source by default.
        bytes_on_disk: What the budgets are measured by; smaller than the pickle if compressed.
        folds: Dotted name -> what to do with a call of it.
        persistent_load: Persistent id -> value.
    """

    source: ByteSource
    name: str
    start: int = 0
    stop: int = -1
    bytes_on_disk: int = -1
    folds: Mapping[str, Fold] = field(default_factory=dict)
    persistent_load: Callable[[Any], Any] = Pid
    limits: ReadLimits = DEFAULT_LIMITS
    progress: Progress = SILENT

    data: bytes = b""
    pos: int = 0
    stack: list[Any] = field(default_factory=list)
    marks: list[list[Any]] = field(default_factory=list)
    memo: dict[int, Any] = field(default_factory=dict)
    oddities: list[Sentence] = field(default_factory=list)
    odd_count: int = 0
    globals: dict[Global, int] = field(default_factory=dict)
    protocol: int = 0
    frame_end: int = -1
    cost: int = 0
    _named: dict[tuple[str, str], Global] = field(default_factory=dict)

    def odd(self, what: Sentence) -> None:
        """Note something that no honest writer does."""
        self.odd_count += 1
        if len(self.oddities) < _ODDITIES_KEPT:
            self.oddities.append(
                say(
                    "{name}, byte {at}: {what}", name=self.name, at=self.start + self.pos, what=what
                )
            )

    def corrupt(self, what: Sentence) -> CorruptFile:
        """The error for a pickle that no reader can follow past this point."""
        return CorruptFile(
            say(
                "{name} is not a valid pickle: at byte {at} {what}.",
                name=self.name,
                at=self.start + self.pos,
                what=what,
            ),
            where=self.name,
            hint=say("The file is damaged. Download it again, or open an earlier checkpoint."),
        )

    def need(self, nbytes: int) -> int:
        """Make sure `nbytes` follow `pos`, reading on if the source has them; the position after.

        Raises:
            CorruptFile: The source ends before.
        """
        end = self.pos + nbytes
        if end > len(self.data):
            if self.start + end > self.stop:
                left = self.stop - self.start - self.pos
                raise self.corrupt(
                    say(
                        "{n} bytes are claimed and {left} are left",
                        n=nbytes,
                        left=max(left, 0),
                    )
                )
            self.fill(end)
        return end

    def line(self) -> bytes:
        """The text up to the next newline, which is consumed and not returned.

        Raises:
            CorruptFile: There is none.
            LimitExceeded: The line is longer than `limits.text_bytes`.
        """
        limit = self.limits.text_bytes
        while (end := self.data.find(b"\n", self.pos, self.pos + limit + 1)) < 0:
            if len(self.data) - self.pos > limit:
                raise LimitExceeded(
                    say(
                        "{name} has a line of more than {limit} bytes at byte {at}.",
                        name=self.name,
                        limit=limit,
                        at=self.start + self.pos,
                    ),
                    where=self.name,
                    hint=NO_SUCH_PICKLE,
                )
            if self.start + len(self.data) >= self.stop:
                raise self.corrupt(say("a line has no end"))
            self.fill(len(self.data) + 1)
        text = self.data[self.pos : end]
        self.pos = end + 1
        return text

    def named(self, module: str, name: str) -> Global:
        """The one `Global` of this name in this pickle."""
        found = self._named.get((module, name))
        if found is None:
            found = self._named[module, name] = Global(module, name)
            found.fold = self.folds.get(found.full)
            self.cost += 300 + 2 * (len(module) + len(name))
            if len(module) + len(name) > _LONG_NAME:  # too few of them fill the memory
                self.check_budget(0)
        self.globals[found] = self.globals.get(found, 0) + 1
        return found

    def call(self, op: str, func: Any, args: Any, kwargs: Any = None) -> Any:
        """The record of a call, or what its fold makes of it."""
        self.cost += 110
        record = Object(op, func, args, kwargs)
        if type(func) is not Global:
            self.odd(say("something that is not a global is called"))
        elif func.fold is not None and type(args) is tuple:
            value = func.fold(record)
            if value is record and args:
                self.odd(say("{name} is called as no writer calls it", name=func.full))
            return value
        return record

    def pop_mark(self) -> list[Any]:
        """The values above the topmost mark, which is removed."""
        if not self.marks:
            raise self.corrupt(say("a mark is missing"))
        items = self.stack
        self.stack = self.marks.pop()
        return items

    def build(self, target: Any, state: Any) -> None:
        """Give `state` to `target`, as BUILD does."""
        if isinstance(target, Foldable):
            target.build(state)
        elif isinstance(target, Object):
            if target.state is not UNSET:
                self.odd(say("an object is given its state twice"))
            target.state = state
        else:
            self.odd(say("a state is given to something that is not an object"))

    def fill(self, wanted: int) -> None:
        """Read on until `data` holds at least `wanted` bytes or the source ends."""
        have = len(self.data)
        size = max(wanted - have, have, FIRST_READ)
        size = min(size, self.stop - self.start - have)
        if have + size > self.limits.pickle_bytes:
            raise LimitExceeded(
                say(
                    "{name} is larger than {n} bytes.",
                    name=self.name,
                    n=self.limits.pickle_bytes,
                ),
                where=self.name,
                hint=say("A checkpoint's structure is never that large; do not load this file."),
            )
        self.data += self.source.read(self.start + have, size)

    def check_budget(self, opcodes: int) -> None:
        """Report progress, and stop a pickle that asks for more than its file is worth.

        Raises:
            LimitExceeded: So many opcodes, or so much memory.
            Cancelled: From `progress`.
        """
        self.progress.report(self.pos, self.stop - self.start, self.name)
        spent = self.cost + opcodes * _OPCODE_COST
        if opcodes > self.limits.opcode_budget(self.bytes_on_disk):
            reason = say("needs more than {n} steps", n=opcodes)
        elif spent > self.limits.memory_budget(self.bytes_on_disk):
            reason = say("unfolds into more than {n} bytes of memory", n=spent)
        else:
            return
        raise LimitExceeded(
            say(
                "{name} {what}, though it takes {n} bytes in the file.",
                name=self.name,
                what=reason,
                n=self.bytes_on_disk,
            ),
            where=self.name,
            hint=NO_SUCH_PICKLE,
        )
