"""A table in a page: a filter box, sortable rows, and a way from a row into the tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector.analysis.tables import Cell, table_text
from inspector.gui.detail.page_rows import PageRows, RowDelegate
from inspector.gui.document.filter_bar import DEBOUNCED_FROM, FilterBar
from inspector.gui.faults import guarded, nothing
from inspector.gui.flat_widgets import ROW_PADDING, as_list
from inspector.gui.icons import icon
from inspector.gui.itemmodels.table_item_model import IN_WORKER_FROM, Column, TableItemModel
from inspector.gui.jobs import Jobs
from inspector.gui.text import emphasised, translate
from inspector.gui.theme import GRID, STATUSES, colours, dtype_colour
from inspector.progress import SILENT, Progress

_LEAST_STRETCHED = 24  # widths of "0" of the column that takes what is left
COPY_LIMIT = 100_000


class TableView(PageRows, QTableView):
    """Rows; Return and double-click ask for the row in the tree."""

    record_activated = Signal(object)
    record_selected = Signal()
    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        header = self._prepare(name)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header.setMinimumSectionSize(4 * GRID)
        header.setSortIndicatorClearable(True)
        self.setHorizontalHeader(header)
        as_list(self)
        self.setItemDelegate(TableCellDelegate(self))
        self.table = TableItemModel(self)
        self.setModel(self.table)
        header.setStretchLastSection(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(lambda *_: self.record_selected.emit())

    def header(self) -> QHeaderView:
        """The titles of the columns, as a tree calls them."""
        return self.horizontalHeader()

    def show_records(self, columns: Sequence[Column], records: Sequence[Any]) -> None:
        """Show other records."""
        self.table.show(columns, records)
        self._fit_columns()

    def select(self, record: Any) -> None:
        """Select the row of `record`, if it is shown."""
        row = self.table.row_of(record)
        if row >= 0:
            self.setCurrentIndex(self.table.index(row, 0))

    def selected(self) -> list[Any]:
        """The selected records, from top to bottom."""
        return self.table.records_in(self.selected_rows())

    def selected_rows(self) -> list[int]:
        """The numbers of the selected rows, from top to bottom."""
        # Qt's own `selectedRows` compares every row with every range.
        selection: Any = self.selectionModel().selection()
        parts = [range(part.top(), part.bottom() + 1) for part in selection]
        return list(parts[0]) if len(parts) == 1 else sorted(set().union(*parts))

    def height_of(self, rows: int) -> int:
        """The height that shows `rows` rows without a scroll bar."""
        line = self.fontMetrics().height() + ROW_PADDING
        return self.header().sizeHint().height() + rows * line + GRID // 2

    def _fit_columns(self) -> None:
        """Columns get the width they ask for; the one that asks for none takes the rest."""
        unit = self.fontMetrics().horizontalAdvance("0")
        stretched = -1
        room = self.viewport().width()
        for at, column in enumerate(self.table.columns):
            if not column.width:
                stretched = at
                continue
            title = self.header().fontMetrics().horizontalAdvance(column.title) + 3 * GRID
            self.setColumnWidth(at, max(column.width * unit + GRID, title if column.title else 0))
            room -= self.columnWidth(at)
        if stretched >= 0:
            self.setColumnWidth(stretched, max(_LEAST_STRETCHED * unit, room))
        self.header().setStretchLastSection(stretched < 0)

    def activate(self, index: QModelIndex) -> None:
        self.record_activated.emit(self.table.record(index.row()))

    def _copy(self) -> None:
        """Put the selected rows on the clipboard; many are written down in a worker."""
        columns = self.table.columns
        records = self.table.records_in(self.selected_rows()[:COPY_LIMIT])
        jobs = self.table.jobs

        def make(_: Progress) -> str:
            rows = [[_cell(column, record) for column in columns] for record in records]
            return table_text([column.title for column in columns], rows, "tsv")

        if jobs is not None and len(records) >= IN_WORKER_FROM:
            jobs.start(self, make, on_done=QGuiApplication.clipboard().setText)
        else:
            QGuiApplication.clipboard().setText(make(SILENT))

    @guarded(bool)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
            if any(event.matches(key) for key in keys):
                event.accept()
                return True
        return super().event(event)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)


def _cell(column: Column, record: Any) -> Cell:
    """What is shown; a negative number as a number, which no spreadsheet takes for a formula."""
    text = column.text(record)
    try:
        return float(text) if column.key is not None and text[:1] == "-" else text
    except ValueError:
        return text


class TableCellDelegate(RowDelegate):
    """Colours, glyphs, weights and bars as the columns ask for them."""

    @guarded(nothing)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model: Any = index.model()
        share = model.columns[index.column()].bar(model.record(index.row()))
        rect: Any = option.rect
        width = round(min(share, 1.0) * (rect.width() - GRID))
        if width > 0:
            room = rect.adjusted(GRID // 2, 3, 0, -3)
            painter.fillRect(room.x(), room.y(), width, room.height(), QColor(colours().bar))
        super().paint(painter, option, index)

    @guarded(nothing)
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        model: Any = index.model()
        column, record = model.columns[index.column()], model.record(index.row())
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        option.textElideMode = middle if column.is_name else right
        look, glyph = column.look(record), column.glyph(record)
        colour = _colour(look) if look else None
        if colour is not None:
            palette: Any = option.palette
            for role in (palette.ColorRole.Text, palette.ColorRole.HighlightedText):
                palette.setColor(role, colour)
            option.palette = palette
        if glyph:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = icon(glyph, colour)
        if column.is_strong(record):
            option.font = emphasised(option.font)


def _colour(look: str) -> QColor:
    if look.startswith("#"):
        return QColor(look)
    status = STATUSES.get(look)
    return status.colour if status is not None else dtype_colour(look)


class TablePane(QWidget):
    """Filter box over a table. `row_of` says where a record is in the tree; 0 is nowhere."""

    row_requested = Signal(int)

    def __init__(
        self, name: str, row_of: Callable[[Any], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._row_of = row_of
        self.filter = FilterBar(self)
        self.view = TableView(name, self)
        self.jump = QPushButton()
        self.jump.setEnabled(False)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(0)
        self.bar.addWidget(self.filter, 1)
        self.bar.addWidget(self.jump)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        inside = self.filter.layout()
        if inside is not None:
            inside.setContentsMargins(0, GRID // 2, GRID, GRID // 2)
        layout.addLayout(self.bar)
        layout.addWidget(self.view, 1)
        self.filter.changed.connect(self._on_filter_changed)
        self.view.table.arranged.connect(self._show_hits)
        self.filter.left_downwards.connect(self._on_filter_left)
        self.filter.left.connect(self.view.setFocus)
        self.view.typed.connect(self.filter.go_on)
        self.view.record_activated.connect(self._on_record_activated)
        self.view.record_selected.connect(self._on_record_selected)
        self.jump.clicked.connect(self._on_jump_clicked)

    def use_jobs(self, jobs: Jobs) -> None:
        """Sort and search many records with these workers."""
        self.view.table.jobs = jobs

    def show_records(self, columns: Sequence[Column], records: Sequence[Any]) -> None:
        """Show other records."""
        self.jump.setText(translate("TablePane", "Show in Tree"))
        self.jump.setToolTip(translate("TablePane", "Return or double-click does the same."))
        self.filter.is_debounced = len(records) >= DEBOUNCED_FROM // 10
        self.view.show_records(columns, records)
        self._on_record_selected()

    def _on_filter_changed(self, words: str) -> None:
        self.view.table.filter(words)

    def _show_hits(self) -> None:
        table = self.view.table
        words = self.filter.edit.text().strip()
        self.filter.show_hits(table.rowCount() if words else None, len(table.records))

    def _on_filter_left(self) -> None:
        table = self.view.table
        if not self.view.currentIndex().isValid() and table.rowCount():
            self.view.setCurrentIndex(table.index(0, 0))
        self.view.setFocus()

    def _on_record_selected(self) -> None:
        chosen = self.view.selected_rows()
        record = self.view.table.record(chosen[0]) if len(chosen) == 1 else None
        self.jump.setEnabled(record is not None and self._row_of(record) > 0)

    def _on_jump_clicked(self) -> None:
        for record in self.view.selected()[:1]:
            self._on_record_activated(record)

    def _on_record_activated(self, record: Any) -> None:
        row = self._row_of(record)
        if row > 0:
            self.row_requested.emit(row)
