"""The edits that give one side the other side's names, or one of its tensors. Without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from inspector.analysis.diff.model import Item, Pair
from inspector.checkpoint.tree import Path
from inspector.edits.edit import Edit
from inspector.edits.renaming import renaming_edits
from inspector.edits.take import TakeTensor
from inspector.gui.diff.opening import Compared

SideName = Literal["a", "b"]


def side_item(pair: Pair, side: SideName) -> Item | None:
    """The tensor of one side."""
    return pair.a if side == "a" else pair.b


def other(side: SideName) -> SideName:
    """The side across."""
    return "b" if side == "a" else "a"


def names_edits(compared: Compared, side: SideName) -> list[Edit]:
    """The fewest edits that make the keys of `side` those of the other one; empty without need."""
    names: dict[str, str] = {}
    fixed: set[str] = set()
    for own, theirs in _keyed(compared, side):
        if own == theirs:
            fixed.add(own)
        else:
            names[own] = theirs
    document = compared.a if side == "a" else compared.b
    keys = [
        entry.key
        for found in document.contents.state_dicts
        if found.role in ("weights", "ema")
        for entry in found.entries
        if entry.key is not None
    ]
    return renaming_edits(names, list(dict.fromkeys(keys)), fixed)


def _keyed(compared: Compared, side: SideName) -> Iterator[tuple[str, str]]:
    """(own key, other key) of the pairs that are in state_dicts on both sides."""
    for pair in compared.outcome.structure.pairs:
        own, theirs = side_item(pair, side), side_item(pair, other(side))
        if own is None or theirs is None:
            continue
        if own.entry.key is not None and theirs.entry.key is not None:
            yield own.entry.key, theirs.entry.key


def take_edit(compared: Compared, pair: Pair, side: SideName) -> Edit | None:
    """The edit that puts the other side's tensor on `side`; None where that cannot be."""
    source = side_item(pair, other(side))
    if source is None:
        return None
    place = compared.wanted.b if side == "a" else compared.wanted.a
    if place.edits:  # what is on disk is not what is seen
        return None
    own = side_item(pair, side)
    path = own.entry.path if own is not None else _new_path(compared, pair, side)
    if path is None:
        return None
    return TakeTensor(_dotted(path), str(place.path), _dotted(source.entry.path))


def _new_path(compared: Compared, pair: Pair, side: SideName) -> Path | None:
    """Where a tensor goes that `side` lacks: beside those of its state_dict, by their rule."""
    source = side_item(pair, other(side))
    if source is None or source.entry.key is None:
        return None
    holder = source.entry.path[:-1]
    for near in compared.outcome.structure.pairs:
        theirs, ours = side_item(near, other(side)), side_item(near, side)
        if theirs is None or ours is None or theirs.entry.path[:-1] != holder:
            continue
        if theirs.entry.key is None or ours.entry.key is None:
            continue
        key = _by_the_same_rule(theirs.entry.key, ours.entry.key, source.entry.key)
        return (*ours.entry.path[:-1], key)
    return None


def _by_the_same_rule(theirs: str, ours: str, key: str) -> str:
    """("a.w", "module.a.w", "b") -> "module.b"; and without the prefix the other way round."""
    if ours.endswith(theirs):
        return ours[: len(ours) - len(theirs)] + key
    if theirs.endswith(ours):
        return key.removeprefix(theirs[: len(theirs) - len(ours)])
    return key


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))
