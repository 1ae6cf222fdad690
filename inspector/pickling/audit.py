"""Which globals a checkpoint names, how often, where, and how risky they are.

Verdicts: "safe" stands whole in the table of inert names; "dangerous" names something that can
act; "unknown" is everything else. A file is clean only if all its names are safe and nothing in
it is odd (`Audit.verdict`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from inspector.errors import Sentence
from inspector.pickling.machine import Pickled
from inspector.pickling.names import DANGEROUS_PREFIXES, DILL_IDIOM, NEUTRAL, SAFE, STDLIB

GlobalVerdict = Literal["safe", "unknown", "dangerous"]
FileVerdict = Literal["clean", "unknown", "dangerous", "unreadable"]

_NAMES_KEPT = 1000
# What `torch.x.os`-like names lead to: modules hold `os` and its like as attributes.
_REACHABLE = frozenset(
    "os sys subprocess posix builtins __builtins__ system popen eval exec importlib ctypes shutil "
    "socket pickle __import__ __globals__ __subclasses__ __class__ __init__ __reduce__ "
    "__getattribute__".split()
)
_RISK: dict[GlobalVerdict, int] = {"dangerous": 0, "unknown": 1, "safe": 2}


@dataclass(slots=True)
class GlobalUse:
    """One global of a file.

    Attributes:
        name: Dotted, as today's Python would look it up.
        where: The pickles that name it.
        count: How often opcodes name it.
    """

    name: str
    verdict: GlobalVerdict
    where: list[str]
    count: int


@dataclass(slots=True)
class Audit:
    """What the pickles of one file name, and everything odd about them.

    Attributes:
        uses: At most 1,000 names; `omitted` counts the rest.
        oddities: Sentences; any of them means that other readers may see another file.
        broken: Sentences about pickles that could not be followed to their end.
    """

    uses: dict[str, GlobalUse] = field(default_factory=dict)
    omitted: int = 0
    oddities: list[Sentence] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def add(self, pickled: Pickled, where: str) -> None:
        """Take in the globals, oddities and the error of a pickle called `where`."""
        for used, times in pickled.globals.items():
            self.add_name(used.full, where, times)
        self.oddities.extend(pickled.oddities)
        if pickled.error is not None:
            self.broken.append(pickled.error.message)

    def add_name(self, name: str, where: str, times: int = 1) -> None:
        """Count one more use of a global."""
        use = self.uses.get(name)
        if use is None:
            verdict = judge(name)
            if len(self.uses) >= _NAMES_KEPT and verdict != "dangerous":
                self.omitted += 1
                return
            use = self.uses[name] = GlobalUse(name, verdict, [], 0)
        if where not in use.where:
            use.where.append(where)
        use.count += times

    @property
    def globals(self) -> list[GlobalUse]:
        """Riskiest first, then by name."""
        if "dill._dill" in self.uses:
            for name in DILL_IDIOM & self.uses.keys():
                self.uses[name].verdict = "unknown"
        return sorted(self.uses.values(), key=lambda use: (_RISK[use.verdict], use.name))

    def verdict(self, is_whole: bool = True) -> FileVerdict:
        """The verdict on the file.

        Args:
            is_whole: False where the container itself could not be followed to its end.
        """
        risks = {use.verdict for use in self.globals}
        if "dangerous" in risks:
            return "dangerous"
        if self.broken or not is_whole:
            return "unreadable"
        if "unknown" in risks or self.omitted or self.oddities:
            return "unknown"
        return "clean"


def judge(name: str) -> GlobalVerdict:
    """The verdict on one dotted name."""
    if name in SAFE:
        return "safe"
    if name in NEUTRAL:
        return "unknown"
    if name.startswith(DANGEROUS_PREFIXES):
        return "dangerous"
    root = name.partition(".")[0]
    if root in STDLIB:
        return "dangerous"
    parts = name.split(".")
    if any(part in _REACHABLE for part in parts[1:]):
        return "dangerous"
    return "unknown"
