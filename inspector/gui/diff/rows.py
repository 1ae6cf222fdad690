"""The rows of a diff in one order: a branch, then everything below it. Without Qt.

So a branch is the range of rows from itself to its end, and whatever is counted below it is the
difference of two running sums.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from inspector.analysis.diff.model import Pair

GROUP = -1
_MOST_DEEP = 60  # levels; longer names are not taken apart


class DiffRows:
    """Row 0 is the whole and is not shown.

    Attributes:
        names: What a row is called below its parent; dotted where a branch has but one child.
        parent, end, pair: memoryviews of int32: the row above, the first row that is not below,
            and the index of the pair or `GROUP`.
        row_of_pair: int32 array.
        depth: int32 array.
    """

    def __init__(self, pairs: Sequence[Pair]) -> None:
        names, parent, pair = _in_order(*_grouped(pairs))
        self.names = names
        self.parents = np.array(parent, np.int32)
        self.pairs = np.array(pair, np.int32)
        self.depth = _depths(self.parents)
        self.ends = _ends(self.parents, self.depth)
        self.parent = as_view(self.parents)
        self.end = as_view(self.ends)
        self.pair = as_view(self.pairs)
        self.leaves = np.flatnonzero(self.pairs >= 0).astype(np.int32)
        self.row_of_pair = np.zeros(len(pairs), np.int32)
        self.row_of_pair[self.pairs[self.leaves]] = self.leaves

    def __len__(self) -> int:
        return len(self.names)

    def ancestors(self, row: int) -> list[int]:
        """From the topmost row down to `row` itself."""
        found = []
        while row > 0:
            found.append(row)
            row = self.parent[row]
        return found[::-1]

    def path(self, row: int) -> str:
        """The dotted name from the top."""
        return ".".join(self.names[each] for each in self.ancestors(row))


def as_view(column: np.ndarray) -> memoryview:
    """What Qt reads cell by cell: scalars come out of a memoryview several times faster."""
    buffer: Any = np.ascontiguousarray(column, np.int32)
    return memoryview(buffer)


# A child is a number: a branch of `children` from 0 on, or -1 - pair.
Children = list[list[int]]


def _grouped(pairs: Sequence[Pair]) -> tuple[list[str], Children, list[str]]:
    """(names of branches, their children, last parts of the pairs' names)."""
    places = {"": 0}
    names: list[str] = [""]
    children: Children = [[]]
    last_parts: list[str] = []

    def branch(path: str) -> int:
        found = places.get(path)
        if found is None:
            above, dot, name = path.rpartition(".")
            holder = branch(above) if dot else 0
            found = places[path] = len(names)
            names.append(name)
            children.append([])
            children[holder].append(found)
        return found

    for pair in pairs:
        path = ".".join(map(str, pair.path))
        above, dot, last = path.rpartition(".") if path.count(".") < _MOST_DEEP else ("", "", path)
        children[branch(above) if dot else 0].append(-1 - pair.index)
        last_parts.append(last)
    return names, children, last_parts


def _in_order(
    names: list[str], children: Children, last_parts: list[str]
) -> tuple[list[str], list[int], list[int]]:
    """(names, parents, pairs) of the rows; a branch with one child is one row with it."""
    made_names, parent, pair = [""], [-1], [GROUP]
    waiting = [(child, 0, "") for child in reversed(children[0])]
    while waiting:
        child, above, before = waiting.pop()
        if child < 0:
            made_names.append(before + last_parts[-1 - child])
            parent.append(above)
            pair.append(-1 - child)
            continue
        below = children[child]
        name = before + names[child]
        if len(below) == 1:
            waiting.append((below[0], above, f"{name}."))
            continue
        row = len(made_names)
        made_names.append(name)
        parent.append(above)
        pair.append(GROUP)
        waiting += [(each, row, "") for each in reversed(below)]
    return made_names, parent, pair


def _depths(parents: np.ndarray) -> np.ndarray:
    depth = [0] * len(parents)
    above = parents.tolist()
    for row in range(1, len(depth)):
        depth[row] = depth[above[row]] + 1
    return np.array(depth, np.int32)


def _ends(parents: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """Sizes summed up level by level, deepest first."""
    size = np.ones(len(parents), np.int32)
    for level in range(int(depth.max(initial=0)), 0, -1):
        rows = np.flatnonzero(depth == level)
        np.add.at(size, parents[rows], size[rows])
    return np.arange(len(parents), dtype=np.int32) + size
