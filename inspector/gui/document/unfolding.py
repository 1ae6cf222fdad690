"""Which rows to unfold: decided here, done by the view."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Protocol

from inspector.gui.itemmodels.rows import ATTRIBUTE, OPTIMIZER
from inspector.gui.itemmodels.tree_item_model import TreeItemModel


def at_first(model: TreeItemModel, limit: int) -> list[int]:
    """What to unfold in a fresh tree so that about `limit` rows show.

    Weights come first, level by level; then, if there is room, everything else. Attributes of
    modules are there to be looked up, not to be read first.
    """
    tree = model.tree
    chosen: list[int] = []
    shown = model.count_of(0)
    for are_weights in (True, False):
        waiting = deque(model.children_of(0)[:limit])
        while waiting and shown < limit:
            row = waiting.popleft()
            flags = tree.rows.flags[row]
            has_weights = bool(tree.tensors[row]) and not flags & OPTIMIZER
            count = model.count_of(row)
            if row in chosen:
                waiting.extend(model.children_of(row)[:limit])
                continue
            if not count or flags & ATTRIBUTE or has_weights is not are_weights:
                continue
            if shown + count <= limit or shown == 1:
                chosen.append(row)
                shown += count
                waiting.extend(model.children_of(row)[:limit])
    return chosen


class Branches(Protocol):
    """A model of rows that stand below each other; row 0 holds those at the top."""

    def count_of(self, row: int) -> int:
        """How many rows are shown below `row`."""

    def children_of(self, row: int) -> Sequence[int]:
        """The rows shown below `row`."""


def branch_by_branch(model: Branches, limit: int) -> Iterator[int]:
    """What to unfold under a filter: the first hits with all that is above them."""
    shown = model.count_of(0)
    waiting = deque(model.children_of(0)[:limit])
    while waiting and shown < limit:
        row = waiting.popleft()
        if model.count_of(row):
            yield row
            shown += model.count_of(row)
            waiting.extendleft(reversed(model.children_of(row)[:limit]))


def level_by_level(model: TreeItemModel, top: int, limit: int) -> Iterator[int]:
    """`top` and what is below it and has rows, until `limit` rows more show; 0 is the file."""
    waiting = deque([top])
    while waiting and limit > 0:
        row = waiting.popleft()
        if model.count_of(row):
            if row:
                yield row
                limit -= model.count_of(row)
            waiting.extend(model.children_of(row))
