"""Where a person was in a tree, by names, so that the file can be read again below them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QItemSelection, QItemSelectionModel, QModelIndex

from inspector.checkpoint.tree import Element
from inspector.gui.itemmodels.rows import UNREAD

if TYPE_CHECKING:
    from inspector.gui.document.tree_pane import TreePane

Names = tuple[Element, ...]

_MOST_SELECTED = 2000
_MOST_FETCHED = 200


@dataclass(frozen=True, slots=True)
class Place:
    """What is unfolded, selected and looked for in a tree; rows by the names above and of them."""

    unfolded: list[Names]
    selected: list[Names]
    chosen: Names
    filter: str
    header: QByteArray
    is_key_width_chosen: bool
    scroll: int


def place_of(pane: TreePane) -> Place:
    """Where a person is in `pane`."""
    rows = pane.tree.rows

    def names(row: int) -> Names:
        return tuple(rows.names[each] for each in rows.ancestors(row))

    return Place(
        [names(row) for row in pane.unfolded_rows()],
        [names(row) for row in pane.view.selected_rows()[:_MOST_SELECTED]],
        names(pane.chosen_row()),
        pane.filter.edit.text(),
        pane.view.columns(),
        pane.view.is_key_width_chosen,
        pane.view.verticalScrollBar().value(),
    )


def go_back(pane: TreePane, place: Place) -> None:
    """Bring `pane`, just made, to `place`, as far as it is left."""
    is_flat = pane.model.is_flat
    pane.show_flat(False)
    view = pane.view
    view.restore_header(place.header, place.is_key_width_chosen)
    found = _Finder(pane)
    view.collapseAll()
    view.expand_rows(row for row in map(found.row, place.unfolded) if row)
    selected = [row for row in map(found.row, place.selected) if row]
    chosen = found.row(place.chosen)
    if place.filter.strip():
        pane.filter.edit.setText(place.filter)
    if chosen:
        view.go_to(chosen)
    flags = QItemSelectionModel.SelectionFlag
    selection = QItemSelection()
    for row in selected:
        index = pane.model.index_of(row)
        if index.isValid():
            selection.select(index, index)
    view.selectionModel().select(selection, flags.Select | flags.Rows)
    pane.show_flat(is_flat)
    pane.view.verticalScrollBar().setValue(place.scroll)


class _Finder:
    """Rows by their names; what has no rows yet is opened, within bounds."""

    def __init__(self, pane: TreePane) -> None:
        self._model = pane.model
        self._tree = pane.tree
        self._known: dict[int, dict[Element, int]] = {}
        self._fetched = 0

    def row(self, names: Names) -> int:
        """The row; 0 where there is none."""
        row = 0
        for name in names:
            row = self._below(row).get(name, 0)
            if not row:
                return 0
        return row

    def _below(self, row: int) -> dict[Element, int]:
        if row not in self._known:
            index = self._model.index_of(row) if row else QModelIndex()
            if self._tree.rows.flags[row] & UNREAD and self._fetched < _MOST_FETCHED:
                self._fetched += 1
                self._model.fetchMore(index)
            names = self._tree.rows.names
            self._known[row] = {names[each]: each for each in self._model.children_of(row)}
        return self._known[row]
