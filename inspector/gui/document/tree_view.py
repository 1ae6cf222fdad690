"""The tree widget: keys, expanding within bounds, and copying."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from inspector.gui.document.tree_delegates import CellDelegate, SizeDelegate
from inspector.gui.faults import guarded, nothing
from inspector.gui.itemmodels.index import DEVICE, DTYPE, KEY, PARAMETERS, SHAPE, SIZE
from inspector.gui.itemmodels.tree_item_model import TreeItemModel
from inspector.gui.text import monospace
from inspector.gui.theme import list_palette

EXPAND_LIMIT = 150_000
FIRST_ROWS = 30
"""So many rows are unfolded when a file is opened."""

# In widths of "0".
_WIDTHS = {KEY: 40, SHAPE: 22, DTYPE: 11, DEVICE: 9, PARAMETERS: 11, SIZE: 13}


class TreeView(QTreeView):
    """Shows a `TreeItemModel`."""

    rows_selected = Signal()
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
        self.setSortingEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Contents of the file"))
        self.setItemDelegate(CellDelegate(self))
        self.setItemDelegateForColumn(SIZE, SizeDelegate(self))
        self._dress()

    def _dress(self) -> None:
        self.setPalette(list_palette(self.palette()))

    def show_model(self, model: TreeItemModel) -> None:
        """Show `model`, with its first levels unfolded."""
        self.setModel(model)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        self.setSortingEnabled(True)
        unit = self.fontMetrics().horizontalAdvance("0")
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width * unit)
        self.selectionModel().selectionChanged.connect(lambda *_: self.rows_selected.emit())
        self.expand_first(FIRST_ROWS)

    def tree_model(self) -> TreeItemModel | None:
        """The model, once there is one."""
        model = self.model()
        return model if isinstance(model, TreeItemModel) else None

    # -- expanding ----------------------------------------------------------------------------

    def expand_first(self, limit: int, depth_first: bool = False) -> None:
        """Unfold from the top, level by level or branch by branch, until `limit` rows show."""
        model = self.tree_model()
        if model is None:
            return
        shown = model.count_of(0)
        waiting = deque(model.children_of(0)[:limit])
        while waiting and shown < limit:
            row = waiting.popleft()
            count = model.count_of(row)
            if not count or (shown + count > limit and not depth_first):
                continue
            self.expand(model.index_of(row))
            shown += count
            below = model.children_of(row)[:limit]
            waiting.extendleft(reversed(below)) if depth_first else waiting.extend(below)

    def expand_all_shown(self) -> bool:
        """Unfold everything that has rows; False where only the first levels were unfolded."""
        model = self.tree_model()
        if model is None:
            return True
        if model.shown_rows > EXPAND_LIMIT:
            self.expand_first(EXPAND_LIMIT // 10)
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
        """Unfold `rows`, as `expanded_rows` gave them."""
        model = self.tree_model()
        if model is not None:
            for row in rows:
                self.expand(model.index_of(row))

    # -- selection ----------------------------------------------------------------------------

    def selected_rows(self) -> list[int]:
        """The selected rows, in no order."""
        selection = self.selectionModel()
        return [index.internalId() for index in selection.selectedRows()] if selection else []

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
        waiting = [row] if model is not None and row else []
        done = 0
        while waiting and model is not None and done < EXPAND_LIMIT // 10:
            each = waiting.pop()
            if model.count_of(each):
                self.expand(model.index_of(each))
                waiting.extend(model.children_of(each))
                done += 1

    @guarded(nothing)
    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.ApplicationPaletteChange:
            self._dress()


