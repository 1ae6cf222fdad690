"""A table of records as Qt sees it: columns say what their cells show and sort by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from inspector.gui.faults import guarded
from inspector.gui.itemmodels.index import natural_bytes
from inspector.gui.jobs import Job, Jobs
from inspector.gui.text import tooltip

# Compared with what Qt passes thousands of times a frame: plain integers, not enums.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
IN_WORKER_FROM = 3000  # records

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


def _empty(_: Any) -> str:
    return ""


def _never(_: Any) -> bool:
    return False


def _no_bar(_: Any) -> float:
    return 0.0


@dataclass(frozen=True, slots=True)
class Column:
    """How one column of a table reads.

    Attributes:
        title: Translated.
        text: Record -> what its cell shows; texts of files already made visible.
        key: Record -> a number to sort by; None sorts by the text, "layer2" before "layer10".
        exact: Record -> what hovering shows; the text where it says nothing.
        look: Record -> the name of a dtype's kind or status that colours the cell, a colour as
            "#rrggbb", or "".
        glyph: Record -> the icon before the text, or "".
        is_strong: Record -> whether the cell is written heavier.
        bar: Record -> how much of the cell a bar behind the text fills, 0 to 1.
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
    bar: Callable[[Any], float] = _no_bar
    width: int = 10
    is_name: bool = False


@dataclass(slots=True)
class Order:
    """Works out which records are shown and in what order; called in workers, too.

    Attributes:
        ranks: Column -> the place of each record by it.
        texts: Of each record what is searched, once somebody searches.
    """

    columns: Sequence[Column]
    records: Sequence[Any]
    ranks: dict[int, np.ndarray] = field(default_factory=dict)
    texts: list[str] | None = None

    def find(self, words: list[str], by: int, is_descending: bool) -> list[int]:
        """The numbers of the records that hold all `words` in some cell, sorted by column `by`."""
        order = np.arange(len(self.records))
        if by >= 0:
            rank = self._rank(by)
            order = np.argsort(-rank if is_descending else rank, kind="stable")
        if words:
            texts = self._texts()
            held = [all(word in text for word in words) for text in texts]
            order = order[np.array(held, bool)[order]]
        found: list[int] = order.tolist()
        return found

    def _rank(self, at: int) -> np.ndarray:
        rank = self.ranks.get(at)
        if rank is None:
            column = self.columns[at]
            keys: list[Any] = [
                natural_bytes(column.text(record)) if column.key is None else column.key(record)
                for record in self.records
            ]
            values = np.array(keys, "f8" if column.key is not None else None)
            rank = self.ranks[at] = np.unique(values, return_inverse=True)[1].reshape(-1)
        return rank

    def _texts(self) -> list[str]:
        if self.texts is None:
            made = ([column.text(record) for column in self.columns] for record in self.records)
            self.texts = ["\n".join(cells).lower() for cells in made]
        return self.texts


class TableItemModel(QAbstractTableModel):
    """Records, all or those that hold every word of a filter, sorted by one column.

    Attributes:
        columns, records: What is shown; `records` in file order.
        jobs: Where many records are sorted and searched; None does it at once.
    """

    arranged = Signal()
    """Others of the records are shown, or in another order."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[Column] = ()
        self.records: Sequence[Any] = ()
        self.jobs: Jobs | None = None
        self._job: Job | None = None
        self._order = Order((), ())
        self._shown: list[int] = []
        self._sorting = (-1, False)
        self._words: list[str] = []

    def show(self, columns: Sequence[Column], records: Sequence[Any]) -> None:
        """Show other records; what was filtered and sorted stays so."""
        self.beginResetModel()
        self.columns, self.records = columns, records
        self._order = Order(columns, records)
        self._shown = list(range(len(records)))
        if self._sorting[0] >= len(columns):
            self._sorting = (-1, False)
        self.endResetModel()
        self._arrange()

    def filter(self, words: str) -> None:
        """Show the records that hold all `words` in some cell; `arranged` follows."""
        self._words = words.lower().split()
        self._arrange()

    def record(self, row: int) -> Any:
        """The record shown in a row."""
        return self.records[self._shown[row]]

    def records_in(self, rows: Sequence[int]) -> list[Any]:
        """The records shown in some rows."""
        return [self.records[self._shown[row]] for row in rows]

    def row_of(self, record: Any) -> int:
        """The row that shows the very object `record`; -1 where none does."""
        return next((at for at, n in enumerate(self._shown) if self.records[n] is record), -1)

    def _arrange(self) -> None:
        if self._job is not None:
            self._job.abandon()
            self._job = None
        order, words, (by, is_descending) = self._order, self._words, self._sorting
        if not words and by < 0:
            self._take(list(range(len(self.records))))
        elif self.jobs is None or len(self.records) < IN_WORKER_FROM:
            self._take(order.find(words, by, is_descending))
        else:
            self._job = self.jobs.start(
                self, lambda _: order.find(words, by, is_descending), on_done=self._take
            )

    def _take(self, shown: list[int]) -> None:
        """Show these records in this order."""
        self._job = None
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        old = [self._shown[index.row()] for index in before]
        self._shown = shown
        places = {at: row for row, at in enumerate(shown)} if before else {}
        moved = [
            self.index(places.get(at, -1), index.column())
            for at, index in zip(old, before, strict=True)
        ]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()
        self.arranged.emit()

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
        column = column if column < len(self.columns) else -1
        self._sorting = (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()
