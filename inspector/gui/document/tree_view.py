"""The tree widget: keys, expanding within bounds, and copying."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTreeView, QWidget

from inspector.gui.document.tree_delegates import CellDelegate, SizeDelegate
from inspector.gui.document.unfolding import at_first, level_by_level
from inspector.gui.faults import guarded, nothing
from inspector.gui.flat_widgets import FlatHeader
from inspector.gui.itemmodels.index import DEVICE, DTYPE, KEY, PARAMETERS, SHAPE, SIZE
from inspector.gui.itemmodels.tree_item_model import TreeItemModel
from inspector.gui.text import monospace
from inspector.gui.theme import GRID, list_palette

EXPAND_LIMIT = 150_000
SELECT_RANGES = 200
SELECT_ROWS = 2000
FIRST_ROWS = 30
"""So many rows are unfolded when a file is opened."""

# In widths of "0".
_WIDTHS = {SHAPE: 19, DTYPE: 12, DEVICE: 8, PARAMETERS: 11, SIZE: 17}
_LEAST = {KEY: 20, SIZE: 11}


class TreeView(QTreeView):
    """Shows a `TreeItemModel`."""

    rows_selected = Signal()
    selection_refused = Signal()
    """More rows of different groups than can be selected one by one."""
    left_upwards = Signal()
    """Up was pressed on the first row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFont(monospace())
        self.setHeader(FlatHeader(self))
        self.setSortingEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Contents of the file"))
        self.setItemDelegate(CellDelegate(self))
        self.setItemDelegateForColumn(SIZE, SizeDelegate(self))
        self._is_fitting = False
        self._is_key_width_chosen = False
        self._is_dressing = False
        self._dress()

    def _dress(self) -> None:
        self._is_dressing = True
        self.setPalette(list_palette())
        self._is_dressing = False

    def show_model(self, model: TreeItemModel) -> None:
        """Show `model`, with its first levels unfolded."""
        self.setModel(model)
        header = self.header()
        header.setFont(QApplication.font())
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(4 * GRID)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        self.setSortingEnabled(True)
        unit = self.fontMetrics().horizontalAdvance("0")
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width * unit)
        self._fit_key_column()
        header.sectionResized.connect(self._on_section_resized)
        self.selectionModel().selectionChanged.connect(lambda *_: self.rows_selected.emit())
        self.expand_rows(at_first(model, FIRST_ROWS))

    def replace_model(self, model: TreeItemModel) -> None:
        """Show `model` in place of the one before: same columns, same order, all folded."""
        header, before = self.header(), self.selectionModel()
        state = header.saveState()
        self._is_fitting = True
        self.setModel(model)
        header.restoreState(state)
        self._is_fitting = False
        before.deleteLater()
        if header.sortIndicatorSection() >= 0:
            model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self.selectionModel().selectionChanged.connect(lambda *_: self.rows_selected.emit())

    def restore_header(self, state: QByteArray) -> bool:
        """Columns as they were when `state` was saved: widths, order, which is sorted by."""
        header = self.header()
        self._is_fitting = True
        is_good = header.restoreState(state)
        self._is_fitting = False
        model = self.tree_model()
        if is_good and model is not None:
            model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        return is_good

    def tree_model(self) -> TreeItemModel | None:
        """The model, once there is one."""
        model = self.model()
        return model if isinstance(model, TreeItemModel) else None

    def _fit_key_column(self) -> None:
        """Give the keys what the other columns leave, until a person sets the width."""
        if self.model() is None or self._is_key_width_chosen:
            return
        unit = self.fontMetrics().horizontalAdvance("0")
        header = self.header()
        others = sum(header.sectionSize(column) for column in range(1, header.count() - 1))
        room = self.viewport().width() - others
        # A narrow window loses the bars beside the sizes first.
        size = min(max(room - _LEAST[KEY] * unit, _LEAST[SIZE] * unit), _WIDTHS[SIZE] * unit)
        self._is_fitting = True
        self.setColumnWidth(SIZE, size)
        self.setColumnWidth(KEY, max(_LEAST[KEY] * unit, room - size))
        self._is_fitting = False

    def _on_section_resized(self, column: int) -> None:
        if not self._is_fitting:
            self._is_key_width_chosen = self._is_key_width_chosen or column in (KEY, SIZE)
            self._fit_key_column()

    # -- expanding ----------------------------------------------------------------------------

    def expand_all_shown(self) -> bool:
        """Unfold everything that has rows; False where only the first levels were unfolded."""
        model = self.tree_model()
        if model is None:
            return True
        if model.shown_rows > EXPAND_LIMIT:
            self.expand_rows(level_by_level(model, 0, EXPAND_LIMIT // 10))
            return False
        model.forbid_opening(True)
        try:
            self.expandAll()
        finally:
            model.forbid_opening(False)
        return True

    def expanded_rows(self) -> list[int]:
        """The rows that are unfolded, parents first."""
        model = self.tree_model()
        found: list[int] = []
        waiting = [0] if model is not None else []
        while waiting and model is not None:
            for row in model.children_of(waiting.pop()):
                if model.count_of(row) and self.isExpanded(model.index_of(row)):
                    found.append(row)
                    waiting.append(row)
        return found

    def expand_rows(self, rows: Iterable[int]) -> None:
        """Unfold `rows`, parents first."""
        model = self.tree_model()
        if model is not None:
            for row in rows:
                self.expand(model.index_of(row))

    # -- selection ----------------------------------------------------------------------------

    def selected_rows(self) -> list[int]:
        """The selected rows, in no order."""
        model, selection = self.tree_model(), self.selectionModel()
        if model is None or selection is None:
            return []
        # Qt's own `selectedRows` compares every row with every range.
        found: dict[int, None] = {}
        parts: Any = selection.selection()
        for part in parts:
            found.update(dict.fromkeys(model.rows_in(part.parent(), part.top(), part.bottom())))
        return list(found)

    @guarded(nothing)
    def selectAll(self) -> None:
        if len(self.expanded_rows()) <= SELECT_RANGES:
            super().selectAll()
            return
        # The topmost rows stand for all below them, and their sums are the same.
        self.clearSelection()
        model = self.tree_model()
        if model is not None and model.count_of(0):
            last = model.index(model.count_of(0) - 1, SIZE)
            self.selectionModel().select(
                QItemSelection(model.index(0, 0), last), QItemSelectionModel.SelectionFlag.Select
            )

    @guarded(nothing)
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        if self._spans_too_much(rect):
            self.selection_refused.emit()
        else:
            super().setSelection(rect, command)

    def _spans_too_much(self, rect: QRect) -> bool:
        """Qt compares every selected range with every other one: minutes for ten thousand."""
        model = self.tree_model()
        height = self.rowHeight(model.index(0, 0)) if model is not None else 0
        if height <= 0 or abs(rect.height()) // height < SELECT_ROWS:
            return False
        return len(self.expanded_rows()) > SELECT_RANGES

    def current_row(self) -> int:
        """The row with the keyboard focus; 0 where there is none."""
        index = self.currentIndex()
        return index.internalId() if index.isValid() else 0

    def go_to(self, row: int) -> None:
        """Select `row`, unfold what is above it and scroll to it."""
        model = self.tree_model()
        index = model.index_of(row) if model is not None else QModelIndex()
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def go_to_first(self) -> None:
        """Into the results: the current row, or the first one."""
        model = self.tree_model()
        if model is not None and not self.currentIndex().isValid():
            self.setCurrentIndex(model.index(0, 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- Qt -----------------------------------------------------------------------------------

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Asterisk:
            self._expand_below(self.current_row())
        elif event.key() == Qt.Key.Key_Up and self._is_at_top():
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _is_at_top(self) -> bool:
        index = self.currentIndex()
        return index.isValid() and index.row() == 0 and not index.parent().isValid()

    def _expand_below(self, row: int) -> None:
        """Unfold `row` and all below it that has rows; Qt's own `*` would open without end."""
        model = self.tree_model()
        if model is not None and row:
            self.expand_rows(level_by_level(model, row, EXPAND_LIMIT // 10))

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_key_column()

    @guarded(nothing)
    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange and not self._is_dressing:
            self._dress()
