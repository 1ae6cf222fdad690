"""Which branches of a diff to unfold."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from inspector.gui.diff.item_model import DiffItemModel
from inspector.gui.diff.looks import SAME


def differing_branches(model: DiffItemModel, limit: int, *, or_any: bool = False) -> Iterator[int]:
    """Branches that hold differences, in order, until about `limit` rows show; a branch that alone
    is shown is unfolded, whatever it holds.

    Args:
        or_any: All branches, whatever they hold.
    """
    shown = model.count_of(0)
    waiting = deque(model.children_of(0)[:limit])
    while waiting and shown < limit:
        row = waiting.popleft()
        count = model.count_of(row)
        is_alone = shown == 1
        if not count or (shown + count > limit and not is_alone and not or_any):
            continue
        if or_any or is_alone or model.tree.worst(row) != SAME:
            yield row
            shown += count
            waiting.extendleft(reversed(model.children_of(row)[:limit]))
