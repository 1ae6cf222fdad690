"""Renaming keys one by one, and the shortest list of edits that renames them as somebody wishes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import ClassVar

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.describe import plural
from inspector.edits.edit import Edit, EditConflict, Outcome
from inspector.edits.keys import AddPrefix, Rename, StripPrefix, rename_keys
from inspector.errors import Sentence, say

Renaming = Callable[[str], str]
Named = tuple[Edit, Renaming]

_MOST_PARTS = 64  # of a name, that may be a wrapper
_MOST_RULES = 8  # edits that say by rule what else one edit says key by key


@dataclass(frozen=True)
class RenameKeys(Edit):
    """Give keys other names, each by itself; two may change places.

    Attributes:
        names: (old, new) of each.
    """

    names: tuple[tuple[str, str], ...]
    kind: ClassVar[str] = "rename-keys"

    def __post_init__(self) -> None:
        try:
            given = tuple((str(old), str(new)) for old, new in self.names)
        except (TypeError, ValueError) as error:
            raise EditConflict(
                say("The names of 'rename-keys' are pairs of an old and a new key."),
                hint=say('For example [["fc.weight", "head.weight"]].'),
            ) from error
        object.__setattr__(self, "names", given)

    @property
    def title(self) -> Sentence:
        if len(self.names) == 1:
            old, new = self.names[0]
            return say("Rename “{old}” to “{new}”", old=old, new=new)
        return say("Rename {keys}", keys=plural(len(self.names), "key"))

    def python(self) -> str:
        names = dict(self.names)
        return (
            f"names = {names!r}\n"
            "state_dict = {names.get(key, key): value for key, value in state_dict.items()}"
        )

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        names = dict(self.names)
        return rename_keys(checkpoint, contents, lambda key: names.get(key, key), self.title)


def renaming_edits(
    names: Mapping[str, str], keys: Sequence[str], fixed: AbstractSet[str] = frozenset()
) -> list[Edit]:
    """The fewest edits that give each key of `names` its new name.

    Args:
        names: Old key -> new key.
        keys: All keys that there are; none of them may come to share a name.
        fixed: Keys that must keep their names. What is neither there nor in `names` may be renamed
            along with its neighbours.
    """
    wanted = {old: new for old, new in names.items() if old != new}
    if not wanted:
        return []
    for candidate in _candidates(wanted, keys):
        if _does(candidate, wanted, keys, fixed):
            return [edit for edit, _ in candidate]
    return [RenameKeys(tuple(wanted.items()))]


def _candidates(wanted: Mapping[str, str], keys: Sequence[str]) -> Iterator[list[Named]]:
    """Lists of edits that may do it, the simplest first."""
    ends = Counter(_without_common_end(old, new) for old, new in wanted.items())
    if len(ends) == 1:
        (old, new), *_ = ends
        if old and not new:
            yield [_strip(old)]
        if new and not old:
            yield [_add(new)]
            heads = "|".join(dict.fromkeys(re.escape(old.partition(".")[0]) for old in wanted))
            yield [_substitute(rf"^(?=(?:{heads})\.)", _literal(new))]
    inner = {part for old, new in wanted.items() for part in _removed_parts(old, new)}
    if len(inner) == 1:
        part = re.escape(inner.pop())
        yield [_substitute(rf"(^|\.){part}\.", r"\1")]
    if len(ends) <= _MOST_RULES:
        yield [_substitute(f"^{re.escape(old)}", _literal(new)) for old, new in ends]
    parts = _renamed_parts(wanted)
    if parts and len(parts) <= _MOST_RULES:
        yield [
            _substitute(rf"(^|\.){re.escape(old)}(?=\.|$)", rf"\g<1>{_literal(new)}")
            for old, new in parts.items()
        ]


def _does(
    candidate: Sequence[Named],
    wanted: Mapping[str, str],
    keys: Sequence[str],
    fixed: AbstractSet[str],
) -> bool:
    """Whether edits, one after the other, lead to the wanted names and to no collision."""
    named = list(keys)
    for _, rename in candidate:
        renamed = [rename(key) for key in named]
        if len(set(renamed)) != len(renamed) or renamed == named:
            return False
        named = renamed
    return all(
        new == wanted.get(old, old if old in fixed else new)
        for old, new in zip(keys, named, strict=True)
    )


def _strip(prefix: str) -> Named:
    return StripPrefix(prefix), lambda key: key.removeprefix(prefix)


def _add(prefix: str) -> Named:
    return AddPrefix(prefix), lambda key: prefix + key


def _substitute(pattern: str, replacement: str) -> Named:
    compiled = re.compile(pattern)
    return Rename(pattern, replacement), lambda key: compiled.sub(replacement, key)


def _literal(text: str) -> str:
    """Text as a replacement of `re.sub`."""
    return text.replace("\\", r"\\")


def _without_common_end(old: str, new: str) -> tuple[str, str]:
    """What stands before the dotted parts with which both end."""
    ours, theirs = old.split("."), new.split(".")
    while ours and theirs and ours[-1] == theirs[-1]:
        ours.pop()
        theirs.pop()
    return "".join(f"{part}." for part in ours), "".join(f"{part}." for part in theirs)


def _removed_parts(old: str, new: str) -> set[str]:
    """The one kind of part without which `old` is `new`; all parts where there is none."""
    ours, theirs = old.split("."), new.split(".")
    for part in dict.fromkeys(ours[:_MOST_PARTS]):
        if [other for other in ours if other != part] == theirs:
            return {part}
    return set(ours)


def _renamed_parts(wanted: Mapping[str, str]) -> dict[str, str]:
    """Part -> its new name, where every part is always renamed in the same way; else empty."""
    found: dict[str, str] = {}
    for old, new in wanted.items():
        ours, theirs = old.split("."), new.split(".")
        if len(ours) != len(theirs):
            return {}
        for before, after in zip(ours, theirs, strict=True):
            if found.setdefault(before, after) != after:
                return {}
    return {before: after for before, after in found.items() if before != after}
