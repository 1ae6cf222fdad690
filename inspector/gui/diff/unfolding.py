"""Which branches of a diff to unfold."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from inspector.gui.diff.item_model import DiffItemModel
from inspector.gui.diff.looks import SAME


def at_first(model: DiffItemModel, limit: int) -> Iterator[int]:
    """Level by level, what holds or may hold differences, while about `limit` rows show: branches
    with their sums are an overview, tensors alike are not."""
    shown = model.count_of(0)
    waiting = deque(model.children_of(0)[:limit])
    while waiting:
        row = waiting.popleft()
        count = model.count_of(row)
        is_alone = shown == 1
        if count and model.tree.worst(row) != SAME and (is_alone or shown + count <= limit):
            yield row
            shown += count
            waiting.extend(model.children_of(row)[:limit])
