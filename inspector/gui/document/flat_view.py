"""The flat list: a table, which Qt lays out at once where it asks a tree for every row."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from inspector.gui.document.contents_view import ContentsView
from inspector.gui.faults import guarded, nothing
from inspector.gui.flat_widgets import FlatHeader, as_list
from inspector.gui.itemmodels.tree_item_model import TreeItemModel


class FlatView(ContentsView, QTableView):
    """Shows a `TreeItemModel` that is flat."""

    rows_selected = Signal()
    selection_refused = Signal()
    columns_changed = Signal()
    left_upwards = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalHeader(FlatHeader(self))
        self._prepare_contents()
        as_list(self)

    def header(self) -> QHeaderView:
        """The titles of the columns, as a tree calls them."""
        return self.horizontalHeader()

    def show_model(self, model: TreeItemModel) -> None:
        """Show `model`."""
        self.setModel(model)
        self._show_columns()

    def expand_all_shown(self) -> bool:
        """Nothing is folded."""
        return True

    def expanded_rows(self) -> list[int]:
        """Nothing is folded."""
        return []

    def expand_rows(self, rows: Iterable[int]) -> None:
        """Nothing is folded."""

    def collapseAll(self) -> None:
        """Nothing can be folded."""

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.leaves_upwards(event):
            super().keyPressEvent(event)
