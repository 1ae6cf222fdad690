"""The tree as Qt sees it: a thin skin over `TreeIndex`. A row number is a QModelIndex's id."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, Qt

from inspector.gui.edits.marks import NO_MARKS
from inspector.gui.faults import guarded, record
from inspector.gui.itemmodels.cells import Cells
from inspector.gui.itemmodels.index import PARAMETERS, Arrangement, TreeIndex
from inspector.gui.itemmodels.rows import UNREAD
from inspector.gui.text import tooltip

# Compared with what Qt passes thousands of times a frame: plain integers, not enums.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
COLUMNS = 6


class TreeItemModel(QAbstractItemModel):
    """Rows of one document, all or those that a filter leaves, sorted by one column.

    Attributes:
        tree: What the rows are; shared with delegates and pages. Of the models on it only one, a
            tree, opens what is unread.
        is_flat: One list of what has no rows below it, under full names.
        marks: Which rows differ from the file as it was opened.
    """

    def __init__(self, index: TreeIndex, parent: Any = None, is_flat: bool = False) -> None:
        super().__init__(parent)
        self.tree = index
        self.cells = Cells(index)
        self.marks = NO_MARKS
        self.is_flat = is_flat
        self._sorting = (-1, False)
        self._arrangement = self._arranged(None)
        self._is_opening_allowed = True
        self._flags = index.rows.flags

    # -- what Qt asks -------------------------------------------------------------------------

    # Unfolding everything calls `index` and `hasChildren` for every row, so they are guarded in
    # place: a wrapper costs as much again as they do.

    def index(self, row: int, column: int, parent: QModelIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        try:
            above = parent.internalId() if parent.isValid() else 0
            now = self._arrangement
            if 0 <= row < now.count[above] and 0 <= column < COLUMNS:
                return self.createIndex(row, column, now.child[now.first[above] + row])
        except Exception as error:
            record(error)
        return QModelIndex()

    def hasChildren(self, parent: QModelIndex = QModelIndex()) -> bool:  # noqa: B008
        try:
            if parent.column() > 0:
                return False
            row = parent.internalId() if parent.isValid() else 0
            if self._arrangement.count[row] > 0:
                return True
            return not self.is_flat and self._flags[row] & UNREAD > 0
        except Exception as error:
            record(error)
        return False

    @guarded(QModelIndex)
    def parent(self, index: QModelIndex) -> QModelIndex:
        if self.is_flat or not index.isValid():
            return QModelIndex()
        above = self.tree.rows.parent[index.internalId()]
        return self.index_of(above) if above > 0 else QModelIndex()

    @guarded(int)
    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return self._arrangement.count[0]
        return 0 if parent.column() > 0 else self._arrangement.count[parent.internalId()]

    @guarded(int)
    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return COLUMNS

    @guarded(lambda: None)
    def data(self, index: QModelIndex, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return self._text(index.internalId(), index.column())
        if role == _ALIGNMENT:
            return _RIGHT if index.column() >= PARAMETERS else None
        if role == _TOOLTIP:
            return tooltip(self._tooltip(index.internalId(), index.column()))
        if role == _ACCESSIBLE:
            return self._accessible(index.internalId(), index.column())
        return None

    def _text(self, row: int, column: int) -> str:
        if column or not self.is_flat:
            return self.cells.text(row, column)
        return self.cells.full_name(row)

    def _accessible(self, row: int, column: int) -> str:
        own = self._text(row, column)
        if column:
            return own
        return ", ".join(filter(None, (own, self.cells.text(row, 1), self._mark_text(row))))

    def _tooltip(self, row: int, column: int) -> str:
        mark = "" if column else self._mark_text(row)
        return "\n".join(filter(None, (self.cells.tooltip(row, column), mark)))

    def _mark_text(self, row: int) -> str:
        if row in self.marks.changed:
            return QCoreApplication.translate("TreeItemModel", "Changed by an edit")
        if row in self.marks.above:
            return QCoreApplication.translate("TreeItemModel", "Holds what was changed by an edit")
        return ""

    @guarded(lambda: None)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role == _ALIGNMENT and section >= PARAMETERS:
            return _RIGHT
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        translate = QCoreApplication.translate
        return (
            translate("TreeItemModel", "Key"),
            translate("TreeItemModel", "Shape / value"),
            translate("TreeItemModel", "dtype"),
            translate("TreeItemModel", "Device"),
            translate("TreeItemModel", "Parameters"),
            translate("TreeItemModel", "Size"),
        )[section]

    # -- opening ------------------------------------------------------------------------------

    @guarded(bool)
    def canFetchMore(self, parent: QModelIndex) -> bool:
        if not parent.isValid() or not self._is_opening_allowed or self.is_flat:
            return False
        return bool(self.tree.rows.flags[parent.internalId()] & UNREAD)

    @guarded(lambda: None)
    def fetchMore(self, parent: QModelIndex) -> None:
        if not self.canFetchMore(parent):
            return
        row = parent.internalId()
        before = len(self.tree.rows)
        added = self.tree.fetch(row)
        shown = self._arrangement.shown
        if shown is not None:
            shown = np.append(shown, np.ones(len(self.tree.rows) - before, bool))
        after = self._arranged(shown)
        if added:
            self.beginInsertRows(parent, 0, added - 1)
        self._arrangement = after
        if added:
            self.endInsertRows()

    def forbid_opening(self, is_forbidden: bool) -> None:
        """While everything is expanded nothing unread may be opened: it might never end."""
        self._is_opening_allowed = not is_forbidden

    def rows_in(self, parent: QModelIndex, top: int, bottom: int) -> list[int]:
        """The rows from place `top` to `bottom` below `parent`."""
        now = self._arrangement
        first = now.first[parent.internalId() if parent.isValid() else 0]
        return now.child[first + top : first + bottom + 1].tolist()

    # -- what is shown ------------------------------------------------------------------------

    def show_rows(self, shown: np.ndarray | None) -> None:
        """Show all rows or those in a mask; resets the model."""
        after = self._arranged(shown)
        self.beginResetModel()
        self._arrangement = after
        self.endResetModel()

    def _arranged(self, shown: np.ndarray | None) -> Arrangement:
        make = self.tree.arranged_flat if self.is_flat else self.tree.arranged
        return make(shown, *self._sorting)

    @guarded(lambda: None)
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if self.is_sorted_by(column, order):
            return  # laying rows out anew takes longest of all
        self._sorting = _sorting(column, order)
        after = self._arranged(self._arrangement.shown)
        self.layoutAboutToBeChanged.emit()
        self._arrangement = after
        before = self.persistentIndexList()
        moved = [self.index_of(index.internalId(), index.column()) for index in before]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    @property
    def is_filtered(self) -> bool:
        """Whether there are rows that are not shown."""
        return self._arrangement.shown is not None

    def is_sorted_by(self, column: int, order: Qt.SortOrder) -> bool:
        """Whether the rows are in this order."""
        return self._sorting == _sorting(column, order)

    def index_of(self, row: int, column: int = 0) -> QModelIndex:
        """The index of a row; invalid where it is not shown."""
        place = self._arrangement.row[row] if 0 < row < len(self._arrangement.row) else -1
        return self.createIndex(place, column, row) if place >= 0 else QModelIndex()

    def children_of(self, row: int) -> list[int]:
        """The rows shown below `row`; 0 is the file."""
        first = self._arrangement.first[row]
        return self._arrangement.child[first : first + self._arrangement.count[row]].tolist()

    def count_of(self, row: int) -> int:
        """How many rows are shown below `row`."""
        return self._arrangement.count[row]

    @property
    def shown_rows(self) -> int:
        """How many rows there are to show, expanded or not."""
        return len(self._arrangement.child)


def _sorting(column: int, order: Qt.SortOrder) -> tuple[int, bool]:
    """The file's own order has no direction."""
    return column, column >= 0 and order == Qt.SortOrder.DescendingOrder
