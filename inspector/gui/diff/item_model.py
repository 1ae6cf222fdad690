"""The diff as Qt sees it: a thin skin over `DiffIndex`. A row number is a QModelIndex's id."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt

from inspector.gui.diff.cells import DiffCells
from inspector.gui.diff.index import COLUMNS, LEFT, MAX_ABS, RIGHT, DiffIndex
from inspector.gui.diff.looks import STATES
from inspector.gui.faults import guarded, record
from inspector.gui.itemmodels.index import Arrangement
from inspector.gui.text import tooltip, translate

# Compared with what Qt passes thousands of times a frame: plain integers, not enums.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class DiffItemModel(QAbstractItemModel):
    """Pairs below their branches, or as one list; those in the states and of the words asked for.

    Attributes:
        tree: What the rows are.
        states, words: What is shown.
    """

    def __init__(self, index: DiffIndex, parent: Any = None) -> None:
        super().__init__(parent)
        self.tree = index
        self.cells = DiffCells(index)
        self.is_flat = False
        self.states: frozenset[int] = frozenset(STATES)
        self.words = ""
        self._sorting = (-1, False)
        self._arrangement = index.arranged()
        self._sequence: np.ndarray | None = None
        structure = index.outcome.structure
        self._titles = {LEFT: structure.a.name, RIGHT: structure.b.name}

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
        return COLUMNS

    @guarded(lambda: None)
    def data(self, index: QModelIndex, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return self.cells.text(index.internalId(), index.column(), self.is_flat)
        if role == _ALIGNMENT:
            return _RIGHT if index.column() >= MAX_ABS else None
        if role == _TOOLTIP:
            return tooltip(self.cells.tooltip(index.internalId(), index.column()))
        if role == _ACCESSIBLE:
            return self.cells.accessible(index.internalId(), index.column(), self.is_flat)
        return None

    @guarded(lambda: None)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role == _ALIGNMENT and section >= MAX_ABS:
            return _RIGHT
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            self._titles.get(section)
            or (
                translate("DiffItemModel", "Name"),
                "",
                translate("DiffItemModel", "Result"),
                "",
                "max |Δ|",
                "rel L2",
                translate("DiffItemModel", "cosine"),
                translate("DiffItemModel", "Values changed"),
            )[section]
        )

    # -- what is shown ------------------------------------------------------------------------

    def show_rows(self, states: Collection[int], words: str) -> None:
        """Show the pairs in `states` whose names are as `words` say; resets the model.

        Raises:
            QueryError: For words that mean nothing; what is shown stays.
        """
        after = self._arranged(self.tree.shown(states, words))
        self.states, self.words = frozenset(states), words
        self.beginResetModel()
        self._take(after)
        self.endResetModel()

    def show_flat(self, is_flat: bool) -> None:
        """Show the tree, or one list of pairs; resets the model."""
        self.is_flat = is_flat
        self.show_rows(self.states, self.words)

    @guarded(lambda: None)
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order == Qt.SortOrder.DescendingOrder)
        self._lay_out(self._arrangement.shown)

    def refresh(self) -> None:
        """New values are in: what is shown and its order follow; what is unfolded stays so."""
        if len(self.states) < len(STATES) or self._sorting[0] >= 0:
            self._lay_out(self.tree.shown(self.states, self.words))

    def _lay_out(self, shown: np.ndarray | None) -> None:
        after = self._arranged(shown)
        self.layoutAboutToBeChanged.emit()
        self._take(after)
        before = self.persistentIndexList()
        moved = [self.index_of(index.internalId(), index.column()) for index in before]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    def _take(self, after: Arrangement) -> None:
        self._arrangement, self._sequence = after, None

    def _arranged(self, shown: np.ndarray | None) -> Arrangement:
        make = self.tree.arranged_flat if self.is_flat else self.tree.arranged
        return make(shown, *self._sorting)

    def index_of(self, row: int, column: int = 0) -> QModelIndex:
        """The index of a row; invalid where it is not shown."""
        place = self._arrangement.row[row] if 0 < row < len(self._arrangement.row) else -1
        return self.createIndex(place, column, row) if place >= 0 else QModelIndex()

    def rows_in(self, parent: QModelIndex, top: int, bottom: int) -> list[int]:
        """The rows from place `top` to `bottom` below `parent`."""
        first = self._arrangement.first[parent.internalId() if parent.isValid() else 0]
        return self._arrangement.child[first + top : first + bottom + 1].tolist()

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

    def sequence(self) -> np.ndarray:
        """The shown pairs from top to bottom, as if all were unfolded."""
        if self._sequence is None:
            self._sequence = self._found_sequence()
        return self._sequence

    def _found_sequence(self) -> np.ndarray:
        now, leaves = self._arrangement, self.tree.rows.leaves
        if self.is_flat:
            return np.asarray(now.child, np.int64)
        if self._sorting[0] < 0:  # rows are numbered from top to bottom
            return (leaves if now.shown is None else leaves[now.shown[leaves]]).astype(np.int64)
        found, waiting = [], [0]
        is_pair = self.tree.rows.pair
        while waiting:
            row = waiting.pop()
            if is_pair[row] >= 0:
                found.append(row)
            elif now.count[row]:
                waiting += self.children_of(row)[::-1]
        return np.array(found, np.int64)
