"""Where the rows of a tree are after an edit: by name, or by the tensor they lead to."""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from inspector.checkpoint.tree import Element
from inspector.gui.itemmodels.index import TreeIndex
from inspector.gui.itemmodels.rows import TENSOR, UNREAD, Rows

Lookup = dict[tuple[int, Element], int]

_MOST_FETCHED = 200
_FIRST_TENSORS: WeakKeyDictionary[TreeIndex, dict[int, int]] = WeakKeyDictionary()


def lookup_of(tree: TreeIndex) -> Lookup:
    """(row above, name) -> row."""
    rows = tree.rows
    return {(rows.parent[row], rows.names[row]): row for row in range(1, len(rows))}


def moved_rows(
    old: TreeIndex, new: TreeIndex, lookup: Lookup, wanted: Iterable[int]
) -> dict[int, int]:
    """Row of `old` -> the row of `new` that stands for it, where there is one.

    Rows that were opened in `old` are opened in `new`, which therefore has no model yet.
    """
    found = {0: 0}
    tensors = first_tensors(old)
    fetched = 0
    for row in sorted({each for below in wanted for each in old.rows.ancestors(below)}):
        above = found.get(old.rows.parent[row], -1)
        hit = lookup.get((above, old.rows.names[row]))
        is_unread = above > 0 and new.rows.flags[above] & UNREAD
        if hit is None and is_unread and fetched < _MOST_FETCHED:
            fetched += 1
            start = len(new.rows)
            new.fetch(above)
            for added in range(start, len(new.rows)):
                lookup[new.rows.parent[added], new.rows.names[added]] = added
            hit = lookup.get((above, old.rows.names[row]))
        if hit is None:
            hit = _by_tensor(old, new, row, tensors.get(row))
        if hit:
            found[row] = hit
    return found


def prepare(tree: TreeIndex) -> None:
    """In a worker: what `moved_rows` will ask a large tree for."""
    first_tensors(tree)
    tree.row_of(None)


def first_tensors(tree: TreeIndex) -> dict[int, int]:
    """Row -> the first tensor at or below it; made once for a tree."""
    known = _FIRST_TENSORS.get(tree)
    if known is None:
        known = _FIRST_TENSORS[tree] = _first_tensors(tree.rows)
    return known


def _first_tensors(rows: Rows) -> dict[int, int]:
    found: dict[int, int] = {}
    for row in range(1, len(rows)):
        if rows.kind[row] == TENSOR:
            each = row
            while each > 0 and each not in found:
                found[each] = row
                each = rows.parent[each]
    return found


def _by_tensor(old: TreeIndex, new: TreeIndex, row: int, tensor: int | None) -> int:
    """The row that is as far above a tensor in `new` as `row` is in `old`."""
    hit = new.row_of(old.rows.nodes[tensor]) if tensor is not None else 0
    if not hit or tensor is None:
        return 0
    for _ in range(old.rows.depth[tensor] - old.rows.depth[row]):
        hit = new.rows.parent[hit]
    return max(hit, 0)
