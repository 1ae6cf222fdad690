"""Which rows of an edited tree differ from the file as it was opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from inspector.checkpoint.tree import Element, Path
from inspector.gui.itemmodels.index import TreeIndex
from inspector.gui.itemmodels.rows import GROUP, KEYED, RANGE, TENSOR, UNREAD, VALUE, WHOLE, Rows

_PLAIN = (str, int, float, bytes, complex)


@dataclass(frozen=True, slots=True)
class Marks:
    """Rows to mark.

    Attributes:
        changed: Rows that are new, or hold something else than they did.
        above: Rows that have such rows, or gaps, somewhere below them.
    """

    changed: frozenset[int] = frozenset()
    above: frozenset[int] = frozenset()


NO_MARKS = Marks()


def paths_of(rows: Rows) -> list[Path]:
    """The path of every row, as `Rows.path`, parents before children."""
    found: list[Path] = [()]
    for row in range(1, len(rows)):
        above = rows.parent[row]
        name: Element = rows.names[row]
        if rows.kind[row] == RANGE or name is WHOLE:
            found.append(found[above])
        elif rows.flags[row] & KEYED and rows.flags[_named_above(rows, above)] & KEYED:
            found.append((*found[above][:-1], f"{found[above][-1]}.{name}"))
        else:
            found.append((*found[above], name))
    return found


def _named_above(rows: Rows, row: int) -> int:
    while row > 0 and rows.kind[row] == RANGE:
        row = rows.parent[row]
    return row


def nodes_by_path(tree: TreeIndex) -> dict[Path, Any]:
    """What stands at every path that has a node of its own."""
    rows = tree.rows
    return {
        path: rows.nodes[row]
        for row, path in enumerate(paths_of(rows))
        if row and rows.kind[row] not in (GROUP, RANGE)
    }


def marks_of(before: dict[Path, Any], tree: TreeIndex) -> Marks:
    """The marks of `tree` against the nodes of the tree that was opened."""
    rows = tree.rows
    paths = paths_of(rows)
    changed: set[int] = set()
    for row in range(1, len(rows)):
        is_end = rows.kind[row] in (TENSOR, VALUE) or rows.flags[row] & UNREAD
        if not is_end or rows.kind[row] in (GROUP, RANGE):
            continue
        if paths[row] not in before or not _same(before[paths[row]], rows.nodes[row]):
            changed.add(row)
    above: set[int] = set()
    places = {path: row for row, path in enumerate(paths)}
    gaps = [_nearest(path, places) for path in before if path not in places]
    for row in (*(rows.parent[row] for row in changed), *gaps):
        while row > 0 and row not in above:
            above.add(row)
            row = rows.parent[row]
    return Marks(frozenset(changed), frozenset(above))


def _nearest(path: Path, places: dict[Path, int]) -> int:
    while path and path not in places:
        path = path[:-1]
    return places.get(path, 0)


def _same(one: Any, other: Any) -> bool:
    if one is other:
        return True
    return type(one) is type(other) and isinstance(one, _PLAIN) and bool(one == other)
