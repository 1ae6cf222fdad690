"""The page with everything that is no tensor: hyper-parameters, counters, the container's facts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.detail.blocks import sentence
from inspector.gui.detail.page_rows import PageRows, RowDelegate
from inspector.gui.detail.subject import Subject
from inspector.gui.detail.table_pane import TableView
from inspector.gui.detail.work_bar import WorkBar
from inspector.gui.document.filter_bar import FilterBar
from inspector.gui.document.opening import Opened
from inspector.gui.itemmodels.metadata_item_model import KIND, NAME, VALUE, MetadataItemModel
from inspector.gui.itemmodels.metadata_nodes import Line, metadata_of
from inspector.gui.itemmodels.rows import UNREAD
from inspector.gui.itemmodels.table_item_model import IN_WORKER_FROM, Column
from inspector.gui.jobs import Jobs
from inspector.gui.text import translate
from inspector.gui.theme import GRID

_NARROW = 50  # widths of "0"
_UNFOLDED = 40
_UNFOLDED_FILTERED = 400


class MetadataTree(PageRows, QTreeView):
    """The lines as a tree."""

    line_activated = Signal(object)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeader(self._prepare(translate("Metadata", "Metadata as a tree")))
        self.setUniformRowHeights(True)
        self.setItemDelegate(RowDelegate(self))

    def show_model(self, model: MetadataItemModel) -> None:
        """Show `model`."""
        self.setModel(model)
        self.header().setStretchLastSection(True)
        self._fit_columns()
        self.unfold(_UNFOLDED)

    def unfold(self, limit: int) -> None:
        """Unfold from the top until `limit` lines show."""
        model = self.model()
        left = limit
        waiting = [model.index(row, 0) for row in range(min(model.rowCount(), limit))]
        for index in waiting:
            count = model.rowCount(index)
            if 0 < count <= left:
                left -= count
                self.expand(index)
                waiting += [model.index(row, 0, index) for row in range(count)]

    def _fit_columns(self) -> None:
        if self.model() is not None:
            room = self.viewport().width()
            unit = self.fontMetrics().horizontalAdvance("0")
            kind = unit * 10
            if room < _NARROW * unit:  # what something is can be read off its value
                self.setColumnWidth(NAME, room // 2)
                self.setColumnWidth(VALUE, room // 2)
                return
            self.setColumnWidth(KIND, kind - GRID)
            self.setColumnWidth(NAME, (room - kind) * 2 // 5)
            self.setColumnWidth(VALUE, (room - kind) * 3 // 5)

    def activate(self, index: QModelIndex) -> None:
        model = self.model()
        if isinstance(model, MetadataItemModel):
            self.line_activated.emit(model.line(index))


class MetadataPage(QWidget):
    """One filter over two looks of the same lines: a tree, and a table of full names."""

    row_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Metadata", "Everything that is no tensor"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.filter = FilterBar(self)
        self.as_table = QPushButton()
        self.as_table.setCheckable(True)
        self.tree = MetadataTree(self)
        self.table = TableView(translate("Metadata", "Metadata as a table"), self)
        self.empty = sentence("", dim=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.work = WorkBar(self)
        self.model: MetadataItemModel | None = None
        self._build()
        self.filter.changed.connect(self._on_filter_changed)
        self.filter.left_downwards.connect(self._on_filter_left)
        self.filter.left.connect(self._on_filter_left)
        self.as_table.toggled.connect(self._on_table_toggled)
        for view in (self.tree, self.table):
            view.typed.connect(self.filter.go_on)
        self.tree.line_activated.connect(self._on_line_activated)
        self.table.record_activated.connect(self._on_line_activated)

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        for widget in (self.tree, self.table, self.empty):
            self._stack.addWidget(widget)
        bar = QHBoxLayout()
        bar.setSpacing(0)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.as_table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID)
        layout.setSpacing(0)
        inside = self.filter.layout()
        if inside is not None:
            inside.setContentsMargins(0, GRID // 2, GRID, GRID // 2)
        layout.addLayout(bar)
        layout.addWidget(self.work)
        layout.addWidget(self._stack, 1)

    def use_jobs(self, jobs: Jobs) -> None:
        """List and search what is long with these workers."""
        self.work.jobs = jobs
        self.table.table.jobs = jobs

    def show_subject(self, subject: Subject) -> None:
        """Show the metadata of the file that `subject` is a row of."""
        self.as_table.setText(translate("Metadata", "As Table"))
        self.as_table.setToolTip(translate("Metadata", "Full names in one sortable table"))
        opened = subject.opened
        self.work.drop()
        if self.work.jobs is None or not _may_be_long(opened):
            self._show(metadata_of(opened))
            return
        self.work.start(
            lambda _: metadata_of(opened),
            on_done=self._show,
            on_error=lambda text, hint: self._say(f"{text} {hint}"),
            on_stopped=lambda: self._say(translate("Metadata", "Reading was stopped.")),
        )

    def _show(self, top: Line) -> None:
        self.model = MetadataItemModel(top, self)
        self.tree.show_model(self.model)
        self.table.show_records(_columns(), list(top.leaves()))
        self._on_table_toggled()
        if not self.model.count:
            self._say(
                translate(
                    "Metadata", "This file holds nothing but tensors: no settings, no counters."
                )
            )
        if self.filter.edit.text():
            self._on_filter_changed(self.filter.edit.text())

    def _say(self, text: str) -> None:
        """Instead of lines."""
        self.empty.setText(text)
        self._stack.setCurrentWidget(self.empty)

    def _on_table_toggled(self, _: bool = False) -> None:
        is_empty = self.model is None or not self.model.count
        self.as_table.setEnabled(not is_empty)
        shown = self.table if self.as_table.isChecked() else self.tree
        self._stack.setCurrentWidget(self.empty if is_empty else shown)

    def _on_filter_changed(self, words: str) -> None:
        if self.model is None:
            return
        hits = self.model.filter(words)
        self.table.table.filter(words)
        is_filtered = bool(words.strip())
        self.tree.unfold(_UNFOLDED_FILTERED if is_filtered else _UNFOLDED)
        self.filter.show_hits(hits if is_filtered else None, self.model.count)

    def _on_filter_left(self) -> None:
        shown: QAbstractItemView = self.table if self.as_table.isChecked() else self.tree
        if not shown.currentIndex().isValid() and shown.model().rowCount():
            shown.setCurrentIndex(shown.model().index(0, 0))
        shown.setFocus()

    def _on_line_activated(self, line: Line) -> None:
        """To the row of the tree that shows the line, or the nearest one above it."""
        above: Line | None = line
        while above is not None and not above.row:
            above = above.above
        if above is not None:
            self.row_requested.emit(above.row)


def _may_be_long(opened: Opened) -> bool:
    rows = opened.tree.rows
    return len(rows) >= IN_WORKER_FROM or any(flags & UNREAD for flags in rows.flags)


def _columns() -> list[Column]:
    return [
        Column(translate("Metadata", "Name"), lambda line: line.path, width=34, is_name=True),
        Column(translate("Metadata", "Value"), lambda line: line.value, width=0),
        Column(
            translate("Metadata", "Type"),
            lambda line: line.kind,
            look=lambda line: "bits",
            width=8,
        ),
    ]
