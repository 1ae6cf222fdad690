"""The pickle machine: opcodes in, inert values out.

Policy. Nothing a file names is imported, called, hashed or compared. GLOBAL, STACK_GLOBAL and INST
make a `Global` record; REDUCE, NEWOBJ, NEWOBJ_EX, OBJ and INST make an `Object` record; BUILD,
APPEND and SETITEM are kept in the record they act on. Dicts and sets are lists. Every length is
compared with the bytes that exist before it is believed, and work and memory are budgeted. What is
legal but no honest writer does is an oddity: it is kept, and the file can no longer be called
clean. A fold, given by the machine's owner, may replace a fresh `Object` by a value of the owner's.

Opcodes: CPython's Lib/pickletools.py, protocols 0 to 5.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from struct import Struct, unpack_from
from struct import error as struct_error
from typing import Any

from inspector.bytesource import BytesSource
from inspector.errors import CorruptFile, InspectorError, Sentence, say
from inspector.inert import UNSET, Dict, Global, Object
from inspector.limits import DEFAULT_LIMITS, ReadLimits
from inspector.pickling.opcodes import RARE, Rare
from inspector.pickling.state import FIRST_READ, PickleState

_U32 = Struct("<I")
_BUDGET_STEP = 100_000  # opcodes between two looks at the budget and the cancel button
_SLACK = 16  # every fixed-size opcode fits in it


@dataclass(slots=True)
class Pickled:
    """What one pickle says.

    Attributes:
        value: The object; of a broken pickle what was built so far, or UNSET.
        error: Why reading stopped before STOP, or None.
        oddities: What no honest writer does; at most 20 and a count.
        globals: Each global referred to and how often it was named by an opcode.
        start, end: Byte range in the source; `end` is just after STOP.
        protocol: The highest PROTO seen.
    """

    value: Any
    error: InspectorError | None
    oddities: list[Sentence]
    globals: dict[Global, int]
    start: int
    end: int
    protocol: int


@dataclass(slots=True)
class Machine(PickleState):
    """Reads the one pickle that its state describes."""

    def run(self) -> Pickled:
        """Decode until STOP. Never raises for what is in the file; `Pickled.error` says it.

        Raises:
            Cancelled: From `progress`.
        """
        if self.stop < 0:
            self.stop = self.source.size
        if self.bytes_on_disk < 0:
            self.bytes_on_disk = self.stop - self.start
        error: InspectorError | None = None
        value: Any = UNSET
        try:
            self._execute()
            value = self.stack.pop()
            if self.stack or self.marks:
                self.odd(say("values are left on the stack at STOP"))
        except InspectorError as reason:
            error = reason
        except (IndexError, struct_error) as reason:
            error = self._broken(reason)
        except UnicodeDecodeError:
            error = self.corrupt(say("a text is not valid UTF-8"))
        if error is not None:
            value = self._collapse()
        highest = max(self.memo, default=0)
        if highest > 2 * (self.pos + FIRST_READ):  # CPython allocates a memo of that many slots
            self.odd(
                say(
                    "memo slot {slot} is named; the pickle has {n} bytes",
                    slot=highest,
                    n=self.pos,
                )
            )
        if self.odd_count > len(self.oddities):
            self.oddities.append(
                say("and {n} more oddities", n=self.odd_count - len(self.oddities))
            )
        return Pickled(
            value,
            error,
            self.oddities,
            self.globals,
            self.start,
            self.start + self.pos,
            self.protocol,
        )

    # -- the loop -----------------------------------------------------------------------------

    def _soft_end(self) -> int:
        """Up to here opcodes may be decoded without asking for more bytes or ending a frame."""
        if 0 <= self.frame_end < self.pos:
            self.odd(say("an opcode crosses the end of its frame"))
            self.frame_end = -1
        buffered = len(self.data)
        if self.start + buffered < self.stop:
            buffered -= _SLACK
        return min(buffered, self.frame_end) if self.frame_end > self.pos else buffered

    def _edge(self) -> int:
        """At a soft end: finish the frame or read on; the next soft end."""
        if self.frame_end == self.pos:
            self.frame_end = -1
        if self.pos >= len(self.data) - _SLACK and self.start + len(self.data) < self.stop:
            self.fill(self.pos + 2 * _SLACK)
        if self.pos >= len(self.data):
            raise self.corrupt(say("the pickle ends before its STOP"))
        return self._soft_end()

    # One ladder, ordered by how often torch writes the opcode: a table of functions took twice
    # as long on a state_dict of 100,000 tensors.
    def _execute(self) -> None:  # noqa: C901, PLR0915
        self.fill(1)
        data, pos, stack, marks, memo = self.data, 0, self.stack, self.marks, self.memo
        push, persistent_load, u32 = stack.append, self.persistent_load, _U32.unpack_from
        soft_end = self._soft_end()
        executed = cost = 0
        try:
            while True:
                for _ in repeat(None, _BUDGET_STEP):
                    if pos >= soft_end:
                        self.pos = pos
                        soft_end = self._edge()
                        data = self.data
                    op = data[pos]
                    if op == 0x72:  # LONG_BINPUT
                        memo[u32(data, pos + 1)[0]] = stack[-1]
                        pos += 5
                    elif op == 0x68:  # BINGET
                        push(memo[data[pos + 1]])
                        pos += 2
                    elif op == 0x4B:  # BININT1
                        push(data[pos + 1])
                        pos += 2
                    elif op == 0x71:  # BINPUT
                        memo[data[pos + 1]] = stack[-1]
                        pos += 2
                    elif op == 0x94:  # MEMOIZE
                        memo[len(memo)] = stack[-1]
                        pos += 1
                    elif op == 0x4D:  # BININT2
                        push(data[pos + 1] | data[pos + 2] << 8)
                        pos += 3
                    elif op == 0x28:  # MARK
                        cost += 60
                        marks.append(stack)
                        stack = []
                        push = stack.append
                        pos += 1
                    elif op == 0x74:  # TUPLE
                        whole = tuple(stack)
                        stack = marks.pop()
                        push = stack.append
                        push(whole)
                        pos += 1
                        cost += 60
                    elif op == 0x58 or op == 0x8C:  # BINUNICODE, SHORT_BINUNICODE
                        if op == 0x58:
                            size = u32(data, pos + 1)[0]
                            pos += 5
                        else:
                            size = data[pos + 1]
                            pos += 2
                        end = pos + size
                        if end > len(data):
                            self.pos = pos
                            self.need(size)
                            data = self.data
                            soft_end = self._soft_end()
                        try:
                            push(data[pos:end].decode())
                        except UnicodeDecodeError:
                            push(str(data[pos:end], "utf-8", "surrogatepass"))
                        pos = end
                        cost += size + 60
                    elif op == 0x52:  # REDUCE
                        args = stack.pop()
                        func = stack.pop()
                        if type(args) is not tuple:
                            self.pos = pos
                            self.odd(say("a call has no tuple of arguments"))
                        if type(func) is Global:
                            record = Object("reduce", func, args)
                            if func.fold is not None and type(args) is tuple:
                                value = func.fold(record)
                                if value is record and args:
                                    self.pos = pos
                                    self.odd(
                                        say(
                                            "{name} is called as no writer calls it", name=func.full
                                        )
                                    )
                                record = value
                            push(record)
                            cost += 110
                        else:
                            self.pos = pos
                            push(self.call("reduce", func, args))
                        pos += 1
                    elif op == 0x51:  # BINPERSID
                        stack[-1] = persistent_load(stack[-1])
                        pos += 1
                    elif op == 0x29:  # EMPTY_TUPLE
                        push(())
                        pos += 1
                    elif op == 0x89:  # NEWFALSE
                        push(False)
                        pos += 1
                    elif op == 0x85:  # TUPLE1
                        stack[-1] = (stack[-1],)
                        pos += 1
                        cost += 60
                    elif op == 0x86:  # TUPLE2
                        last = stack.pop()
                        stack[-1] = (stack[-1], last)
                        pos += 1
                        cost += 60
                    elif op == 0x87:  # TUPLE3
                        last = stack.pop()
                        middle = stack.pop()
                        stack[-1] = (stack[-1], middle, last)
                        pos += 1
                        cost += 60
                    elif op == 0x6A:  # LONG_BINGET
                        push(memo[u32(data, pos + 1)[0]])
                        pos += 5
                    elif op == 0x4A:  # BININT
                        push(unpack_from("<i", data, pos + 1)[0])
                        pos += 5
                    elif op == 0x4E:  # NONE
                        push(None)
                        pos += 1
                    elif op == 0x88:  # NEWTRUE
                        push(True)
                        pos += 1
                    elif op == 0x47:  # BINFLOAT
                        push(unpack_from(">d", data, pos + 1)[0])
                        pos += 9
                    elif op == 0x7D:  # EMPTY_DICT
                        cost += 140
                        push(Dict())
                        pos += 1
                    elif op == 0x5D:  # EMPTY_LIST
                        cost += 90
                        push([])
                        pos += 1
                    elif op == 0x75 or op == 0x73:  # SETITEMS, SETITEM
                        if op == 0x75:
                            items = stack
                            stack = marks.pop()
                            push = stack.append
                        else:
                            items = stack[-2:]
                            del stack[-2:]
                        self.pos = pos
                        self._set_items(stack[-1], items)
                        pos += 1
                    elif op == 0x2E:  # STOP
                        self.pos, self.stack = pos + 1, stack
                        if self.frame_end > self.pos:
                            self.odd(say("STOP before the end of the frame"))
                        return
                    else:
                        rare: Rare | None = RARE.get(op)
                        self.pos = pos
                        if rare is None:
                            raise self.corrupt(say("there is no opcode 0x{op}", op=f"{op:02x}"))
                        self.pos, self.stack = pos + 1, stack
                        rare(self)
                        pos, data, stack = self.pos, self.data, self.stack
                        push = stack.append
                        soft_end = self._soft_end()
                executed += _BUDGET_STEP
                self.pos = pos
                self.cost += cost
                cost = 0
                self.check_budget(executed)
        except KeyError as reason:
            self.pos, self.stack = pos, stack
            raise self.corrupt(
                say("memo slot {slot} is used and was never set", slot=reason)
            ) from None
        except BaseException:
            self.pos, self.stack = max(self.pos, pos), stack
            raise

    def _set_items(self, target: Any, items: list[Any]) -> None:
        if len(items) % 2:
            raise self.corrupt(say("a key has no value"))
        if isinstance(target, Dict):
            target.flat.extend(items)
        elif isinstance(target, Object):
            if target.flat is None:
                target.flat = items
                self.cost += 60
            else:
                target.flat.extend(items)
        else:
            self.odd(say("items are set on something that is no mapping"))

    def _broken(self, reason: Exception) -> CorruptFile:
        if isinstance(reason, struct_error) or self.pos >= len(self.data) - _SLACK:
            return self.corrupt(say("the pickle ends in the middle of an opcode"))
        return self.corrupt(say("an opcode needs more values than there are"))

    def _collapse(self) -> Any:
        """The outermost value of an unfinished pickle, with what was ready to go into it."""
        levels = [*self.marks, self.stack]
        for outer, inner in zip(reversed(levels[:-1]), reversed(levels[1:]), strict=True):
            target = outer[-1] if outer else None
            if isinstance(target, Dict | Object):
                whole = inner[: len(inner) // 2 * 2]
                self._set_items(target, whole)
            elif isinstance(target, list):
                target.extend(inner)
        return levels[0][0] if levels[0] else UNSET


def read_pickle(data: bytes, name: str, limits: ReadLimits = DEFAULT_LIMITS) -> Pickled:
    """Decode one pickle from memory without folds."""
    return Machine(BytesSource(data, name), name, limits=limits).run()
