"""A table of records as Qt sees it: columns say what their cells show and sort by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.gui.faults import guarded
from inspector.gui.itemmodels.index import natural
from inspector.gui.text import tooltip

# Compared with what Qt passes thousands of times a frame: plain integers, not enums.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


def _empty(_: Any) -> str:
    return ""


def _never(_: Any) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Column:
    """How one column of a table reads.

    Attributes:
        title: Translated.
        text: Record -> what its cell shows; texts of files already made visible.
        key: Record -> a number to sort by; None sorts by the text, "layer2" before "layer10".
        exact: Record -> what hovering shows; the text where it says nothing.
        look: Record -> the name of a dtype's kind or status that colours the cell, or "".
        glyph: Record -> the icon before the text, or "".
        is_strong: Record -> whether the cell is written heavier.
        width: In widths of "0"; 0 takes what the others leave.
        is_name: Whether the end of a long text says as much as its beginning.
    """

    title: str
    text: Callable[[Any], str]
    key: Callable[[Any], float] | None = None
    exact: Callable[[Any], str] = _empty
    look: Callable[[Any], str] = _empty
    glyph: Callable[[Any], str] = _empty
    is_strong: Callable[[Any], bool] = _never
    width: int = 10
    is_name: bool = False


class TableItemModel(QAbstractTableModel):
    """Records, all or those that hold every word of a filter, sorted by one column.

    Attributes:
        columns, records: What is shown; `records` in file order.
    """

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[Column] = ()
        self.records: Sequence[Any] = ()
        self._shown: list[int] = []
        self._texts: list[str] | None = None
        self._sorting = (-1, False)
        self._words: list[str] = []

    def show(self, columns: Sequence[Column], records: Sequence[Any]) -> None:
        """Show other records; what was filtered and sorted stays so."""
        self.beginResetModel()
        self.columns, self.records, self._texts = columns, records, None
        if self._sorting[0] >= len(columns):
            self._sorting = (-1, False)
        self._arrange()
        self.endResetModel()

    def filter(self, words: str) -> int:
        """Show the records that hold all `words` in some cell; how many these are."""
        self.beginResetModel()
        self._words = words.lower().split()
        self._arrange()
        self.endResetModel()
        return len(self._shown)

    def record(self, row: int) -> Any:
        """The record shown in a row."""
        return self.records[self._shown[row]]

    def row_of(self, record: Any) -> int:
        """The row that shows the very object `record`; -1 where none does."""
        return next((at for at, n in enumerate(self._shown) if self.records[n] is record), -1)

    def _arrange(self) -> None:
        shown: Any = range(len(self.records))
        if self._words:
            texts = self._searched()
            shown = [at for at in shown if all(word in texts[at] for word in self._words)]
        column, descending = self._sorting
        if column >= 0:
            shown = sorted(shown, key=self._sort_key(self.columns[column]), reverse=descending)
        self._shown = list(shown)

    def _searched(self) -> list[str]:
        if self._texts is None:
            made = [[column.text(record) for column in self.columns] for record in self.records]
            self._texts = ["\n".join(cells).lower() for cells in made]
        return self._texts

    def _sort_key(self, column: Column) -> Callable[[int], Any]:
        if column.key is None:
            return lambda at: natural(column.text(self.records[at]))
        key = column.key
        return lambda at: key(self.records[at])

    # -- what Qt asks -------------------------------------------------------------------------

    @guarded(int)
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @guarded(int)
    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @guarded(lambda: None)
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role in (_DISPLAY, _ACCESSIBLE):
            return column.text(self.record(index.row()))
        if role == _ALIGNMENT:
            return _RIGHT if column.key is not None else None
        if role == _TOOLTIP:
            record = self.record(index.row())
            return tooltip(column.exact(record) or column.text(record))
        return None

    @guarded(lambda: None)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            return column.title
        return _RIGHT if role == _ALIGNMENT and column.key is not None else None

    @guarded(lambda: None)
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        old = [self._shown[index.row()] for index in before]
        column = column if column < len(self.columns) else -1
        self._sorting = (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        places = {at: row for row, at in enumerate(self._shown)} if before else {}
        moved = [
            self.index(places.get(at, -1), index.column())
            for at, index in zip(old, before, strict=True)
        ]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()
