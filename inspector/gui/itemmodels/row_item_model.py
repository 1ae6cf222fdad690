"""Rows of a tree as Qt sees them: a thin skin. A row number is a QModelIndex's id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from inspector.gui.faults import guarded, record
from inspector.gui.itemmodels.index import Arrangement
from inspector.gui.text import tooltip

# Compared with what Qt passes thousands of times a frame: plain integers, not enums.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class RowItemModel(QAbstractItemModel):
    """All rows or some, below their parents or as one list, in the order of one column.

    A subclass says what the cells hold: `columns`, `numbers_from` and the methods that raise here.

    Attributes:
        tree: What the rows are: `rows.parent`, and `arranged` and `arranged_flat`, which put them
            in order.
        is_flat: One list of what has no rows below it.
    """

    columns = 0
    numbers_from = 0
    """The first of the columns whose texts stand right."""

    def __init__(self, tree: Any, parent: Any, is_flat: bool = False) -> None:
        super().__init__(parent)
        self.tree = tree
        self.is_flat = is_flat
        self._sorting = (-1, False)
        self._arrangement = self._arranged(None)

    def titles(self) -> Sequence[str]:
        """Of the columns."""
        raise NotImplementedError

    def text_of(self, row: int, column: int) -> str:
        """What a cell says."""
        raise NotImplementedError

    def hint_of(self, row: int, column: int) -> str:
        """What it says when it is hovered over."""
        raise NotImplementedError

    def heard_of(self, row: int, column: int) -> str:
        """What it says to people who hear it."""
        raise NotImplementedError

    # -- what Qt asks -------------------------------------------------------------------------

    # Unfolding everything calls `index` and `hasChildren` for every row, so they are guarded in
    # place: a wrapper costs as much again as they do.

    def index(self, row: int, column: int, parent: QModelIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        try:
            above = parent.internalId() if parent.isValid() else 0
            now = self._arrangement
            if 0 <= row < now.count[above] and 0 <= column < self.columns:
                return self.createIndex(row, column, now.child[now.first[above] + row])
        except Exception as error:
            record(error)
        return QModelIndex()

    def hasChildren(self, parent: QModelIndex = QModelIndex()) -> bool:  # noqa: B008
        try:
            if parent.column() > 0:
                return False
            return self._arrangement.count[parent.internalId() if parent.isValid() else 0] > 0
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
        return self.columns

    @guarded(lambda: None)
    def data(self, index: QModelIndex, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return self.text_of(index.internalId(), index.column())
        if role == _ALIGNMENT:
            return _RIGHT if index.column() >= self.numbers_from else None
        if role == _TOOLTIP:
            return tooltip(self.hint_of(index.internalId(), index.column()))
        if role == _ACCESSIBLE:
            return self.heard_of(index.internalId(), index.column())
        return None

    @guarded(lambda: None)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role == _ALIGNMENT and section >= self.numbers_from:
            return _RIGHT
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return self.titles()[section]

    # -- what is shown ------------------------------------------------------------------------

    @guarded(lambda: None)
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not self.is_sorted_by(column, order):  # laying rows out anew takes longest of all
            self._sorting = _sorting(column, order)
            self._lay_out(self._arrangement.shown)

    def is_sorted_by(self, column: int, order: Qt.SortOrder) -> bool:
        """Whether the rows are in this order."""
        return self._sorting == _sorting(column, order)

    def _reset(self, shown: np.ndarray | None) -> None:
        """Show all rows or those in a mask; nothing is unfolded or selected afterwards."""
        after = self._arranged(shown)
        self.beginResetModel()
        self._take(after)
        self.endResetModel()

    def _lay_out(self, shown: np.ndarray | None) -> None:
        """As `_reset`, but what is unfolded and selected stays so."""
        after = self._arranged(shown)
        self.layoutAboutToBeChanged.emit()
        self._take(after)
        before = self.persistentIndexList()
        moved = [self.index_of(index.internalId(), index.column()) for index in before]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    def _take(self, after: Arrangement) -> None:
        self._arrangement = after

    def _arranged(self, shown: np.ndarray | None) -> Arrangement:
        make: Callable[..., Arrangement]
        make = self.tree.arranged_flat if self.is_flat else self.tree.arranged
        return make(shown, *self._sorting)

    def index_of(self, row: int, column: int = 0) -> QModelIndex:
        """The index of a row; invalid where it is not shown."""
        place = self._arrangement.row[row] if 0 < row < len(self._arrangement.row) else -1
        return self.createIndex(place, column, row) if place >= 0 else QModelIndex()

    def rows_in(self, parent: QModelIndex, top: int, bottom: int) -> list[int]:
        """The rows from place `top` to `bottom` below `parent`."""
        now = self._arrangement
        first = now.first[parent.internalId() if parent.isValid() else 0]
        return now.child[first + top : first + bottom + 1].tolist()

    def children_of(self, row: int) -> list[int]:
        """The rows shown below `row`; 0 is the whole."""
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
    """The rows' own order has no direction."""
    return column, column >= 0 and order == Qt.SortOrder.DescendingOrder
