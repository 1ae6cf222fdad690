"""The tree widget: keys, expanding within bounds, and copying."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeView, QWidget

from inspector.gui.document.contents_view import ContentsView
from inspector.gui.document.unfolding import at_first, level_by_level
from inspector.gui.faults import guarded, nothing
from inspector.gui.flat_widgets import FlatHeader
from inspector.gui.itemmodels.index import SIZE
from inspector.gui.itemmodels.tree_item_model import TreeItemModel

EXPAND_LIMIT = 6_000
"""Rows to unfold at once: Qt asks for each of them, again with every change of order."""
SELECT_RANGES = 200
SELECT_ROWS = 2000
FIRST_ROWS = 30
"""So many rows are unfolded when a file is opened."""


class TreeView(ContentsView, QTreeView):
    """Shows a `TreeItemModel`."""

    rows_selected = Signal()
    selection_refused = Signal()
    """More rows of different groups than can be selected one by one."""
    columns_changed = Signal()
    """A person changed which columns there are, their widths, order or sorting."""
    left_upwards = Signal()
    typed = Signal(str)
    """Up was pressed on the first row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setHeader(FlatHeader(self))
        self._prepare_contents()

    def show_model(self, model: TreeItemModel) -> None:
        """Show `model`, with its first levels unfolded."""
        self.setModel(model)
        self._show_columns()
        self.expand_rows(at_first(model, FIRST_ROWS))

    # -- expanding ----------------------------------------------------------------------------

    def expand_all_shown(self) -> bool:
        """Unfold everything that has rows; False where only the first levels were unfolded."""
        model = self.tree_model()
        if model is None:
            return True
        if model.shown_rows > EXPAND_LIMIT:
            self.expand_rows(level_by_level(model, 0, EXPAND_LIMIT))
            return False
        model.forbid_opening(True)
        try:
            self.expandAll()
        finally:
            model.forbid_opening(False)
        return True

    # -- selection ----------------------------------------------------------------------------

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

    # -- Qt -----------------------------------------------------------------------------------

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Asterisk:
            self._expand_below(self.current_row())
        elif not self.leaves_upwards(event):
            super().keyPressEvent(event)

    def _expand_below(self, row: int) -> None:
        """Unfold `row` and all below it that has rows; Qt's own `*` would open without end."""
        model = self.tree_model()
        if model is not None and row:
            self.expand_rows(level_by_level(model, row, EXPAND_LIMIT))
