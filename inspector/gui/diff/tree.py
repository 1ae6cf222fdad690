"""The tree widget of a diff, with the ruler beside its scroll bar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTreeView, QWidget

from inspector.gui.diff.delegates import DiffDelegate, Inks, ResultDelegate, ShareDelegate
from inspector.gui.diff.index import COSINE, LEFT, MAX_ABS, NAME, REL_L2, RESULT, RIGHT, SHARE
from inspector.gui.diff.item_model import DiffItemModel
from inspector.gui.document.tree_view import EXPAND_LIMIT
from inspector.gui.faults import guarded, nothing
from inspector.gui.flat_widgets import FlatHeader
from inspector.gui.text import monospace
from inspector.gui.theme import list_palette

# In widths of "0".
_WIDTHS = {LEFT: 28, RESULT: 26, RIGHT: 28, MAX_ABS: 10, REL_L2: 9, COSINE: 11, SHARE: 21}
_LEAST_NAME = 36
# Given up one after the other in a narrow window, before the name is cut: to so many widths.
_NARROW = (
    *((RIGHT, 23), (LEFT, 23), (SHARE, 17), (RESULT, 20), (SHARE, 11)),
    *((RIGHT, 16), (LEFT, 16), (COSINE, 0)),
)


class DiffTree(QTreeView):
    """Shows a `DiffItemModel`; columns take the room there is until a person sets one."""

    rows_selected = Signal()
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._is_dressing = True  # until everything is there
        super().__init__(parent)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFont(monospace())
        self.setHeader(FlatHeader(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Differences"))
        self._delegates = DiffDelegate(self), ResultDelegate(self), ShareDelegate(self)
        self.setItemDelegate(self._delegates[0])
        self.setItemDelegateForColumn(RESULT, self._delegates[1])
        self.setItemDelegateForColumn(SHARE, self._delegates[2])
        self._is_fitting = False
        self._is_chosen = False
        self._dress()

    def show_model(self, model: DiffItemModel) -> None:
        """Show `model`."""
        self.setModel(model)
        header = self.header()
        header.setFont(QApplication.font())
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(0)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsMovable(False)
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._on_section_resized)
        self.selectionModel().selectionChanged.connect(lambda *_: self.rows_selected.emit())
        self._fit_columns()

    def diff_model(self) -> DiffItemModel | None:
        """The model, once there is one."""
        model = self.model()
        return model if isinstance(model, DiffItemModel) else None

    def _fit_columns(self) -> None:
        """The names get what the others leave; these get narrower where that is too little."""
        if self.model() is None or self._is_chosen:
            return
        unit = self.fontMetrics().horizontalAdvance("0")
        widths = dict(_WIDTHS)
        room = self.viewport().width() // max(unit, 1)
        for column, least in _NARROW:
            lacking = _LEAST_NAME + sum(widths.values()) - room
            if lacking > 0:
                is_dropped = not least
                widths[column] = 0 if is_dropped else max(least, widths[column] - lacking)
        self._is_fitting = True
        for column, width in widths.items():
            self.setColumnHidden(column, not width)
            self.setColumnWidth(column, width * unit)
        used = sum(widths.values()) * unit
        self.setColumnWidth(NAME, max(_LEAST_NAME * unit, self.viewport().width() - used))
        self._is_fitting = False

    def _on_section_resized(self) -> None:
        self._is_chosen = self._is_chosen or not self._is_fitting

    # -- rows ---------------------------------------------------------------------------------

    def expand_rows(self, rows: Iterable[int]) -> None:
        """Unfold `rows`, parents first."""
        model = self.diff_model()
        if model is not None:
            for row in rows:
                self.expand(model.index_of(row))

    def expand_all_shown(self) -> bool:
        """Unfold everything; False where only the first levels were unfolded."""
        model = self.diff_model()
        if model is None or model.is_flat:
            return True
        if model.shown_rows > EXPAND_LIMIT:
            self.expandToDepth(0)
            return False
        self.expandAll()
        return True

    def expanded_rows(self) -> list[int]:
        """The rows that are unfolded, parents first."""
        model, found, waiting = self.diff_model(), [], [0]
        while waiting and model is not None:
            for row in model.children_of(waiting.pop()):
                if model.count_of(row) and self.isExpanded(model.index_of(row)):
                    found.append(row)
                    waiting.append(row)
        return found

    def selected_rows(self) -> list[int]:
        """The selected rows from top to bottom."""
        model = self.diff_model()
        if model is None:
            return []
        # Qt's own `selectedRows` compares every row with every range.
        found: dict[int, None] = {}
        parts: Any = self.selectionModel().selection()
        for part in parts:
            found.update(dict.fromkeys(model.rows_in(part.parent(), part.top(), part.bottom())))
        return sorted(found)

    def current_row(self) -> int:
        """The row with the keyboard focus; 0 where there is none."""
        index = self.currentIndex()
        return index.internalId() if index.isValid() else 0

    def go_to(self, row: int) -> bool:
        """Select `row`, unfold what is above it and scroll to it; False where it is not shown."""
        model = self.diff_model()
        if model is None or not model.index_of(row).isValid():
            return False
        if not model.is_flat:
            self.expand_rows(model.tree.rows.ancestors(row)[:-1])
        index = model.index_of(row)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def go_to_first(self) -> None:
        """Into the rows: the current one, or the first."""
        model = self.diff_model()
        if model is not None and not self.currentIndex().isValid():
            self.setCurrentIndex(model.index(0, 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, by: int) -> int:
        """Go to the next (1) or previous (-1) pair that differs; its row, or 0 without one."""
        model = self.diff_model()
        if model is None:
            return 0
        sequence = model.sequence()
        places = np.flatnonzero(np.isin(sequence, model.tree.differing(sequence)))
        here = self._place(sequence)
        if by > 0:
            further = places[places > here]
            found = further[0] if len(further) else -1
        else:
            further = places[places < here]
            found = further[-1] if len(further) else -1
        return self._gone_to(sequence, int(found))

    def step_to_end(self, is_last: bool) -> int:
        """Go to the first or last pair that differs; its row, or 0 without one."""
        model = self.diff_model()
        if model is None:
            return 0
        sequence = model.sequence()
        places = np.flatnonzero(np.isin(sequence, model.tree.differing(sequence)))
        return self._gone_to(sequence, int(places[-1 if is_last else 0]) if len(places) else -1)

    def _gone_to(self, sequence: np.ndarray, place: int) -> int:
        row = int(sequence[place]) if place >= 0 else 0
        return row if row and self.go_to(row) else 0

    def _place(self, sequence: np.ndarray) -> float:
        """Where the current row is among the pairs; a branch stands just before its first."""
        model, row = self.diff_model(), self.current_row()
        if model is None or not row:
            return -1.0
        same = np.flatnonzero(sequence == row)
        if len(same):
            return float(same[0])
        inside = np.flatnonzero((sequence > row) & (sequence < model.tree.rows.end[row]))
        return float(inside[0]) - 0.5 if len(inside) else -1.0

    # -- Qt -----------------------------------------------------------------------------------

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        at_top = not index.isValid() or (index.row() == 0 and not index.parent().isValid())
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Up and at_top and is_plain:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._is_dressing:
            self._dress()

    def _dress(self) -> None:
        self._is_dressing = True
        self.setPalette(list_palette())
        inks = Inks()
        for delegate in self._delegates:
            delegate.inks = inks
        self._is_dressing = False

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
