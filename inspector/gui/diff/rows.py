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
        self.names, parent, pair, depth = _in_order(*_grouped(pairs))
        self.parents = np.array(parent, np.int32)
        self.pairs = np.array(pair, np.int32)
        self.depth = np.array(depth, np.int32)
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
        above, _, last = path.rpartition(".") if path.count(".") < _MOST_DEEP else ("", "", path)
        at = places.get(above)
        children[branch(above) if at is None else at].append(-1 - pair.index)
        last_parts.append(last)
    return names, children, last_parts


def _in_order(
    names: list[str], children: Children, last_parts: list[str]
) -> tuple[list[str], list[int], list[int], list[int]]:
    """(names, parents, pairs, depths) of the rows; a branch with one child is one row with it."""
    made_names, parent, pair, depth = [""], [-1], [GROUP], [0]
    above = [(0, iter(children[0]))]
    while above:
        row, below = above[-1]
        for child in below:
            before = ""
            while child >= 0 and len(children[child]) == 1:
                before += f"{names[child]}."
                child = children[child][0]
            made_names.append(before + (names[child] if child >= 0 else last_parts[-1 - child]))
            parent.append(row)
            depth.append(len(above))
            pair.append(GROUP if child >= 0 else -1 - child)
            if child >= 0:
                above.append((len(made_names) - 1, iter(children[child])))
                break
        else:
            above.pop()
    return made_names, parent, pair, depth


def _ends(parents: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """Sizes summed up level by level, deepest first."""
    size = np.ones(len(parents), np.int32)
    for level in range(int(depth.max(initial=0)), 0, -1):
        rows = np.flatnonzero(depth == level)
        np.add.at(size, parents[rows], size[rows])
    return np.arange(len(parents), dtype=np.int32) + size
