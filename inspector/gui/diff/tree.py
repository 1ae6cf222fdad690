"""The tree widget of a diff, with the ruler beside its scroll bar."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeView, QWidget

from inspector.gui.diff.delegates import DiffDelegate, Inks, ResultDelegate, ShareDelegate
from inspector.gui.diff.index import COSINE, LEFT, MAX_ABS, NAME, REL_L2, RESULT, RIGHT, SHARE
from inspector.gui.diff.item_model import DiffItemModel
from inspector.gui.document.row_view import RowView
from inspector.gui.document.tree_view import EXPAND_LIMIT
from inspector.gui.faults import guarded, nothing
from inspector.gui.flat_widgets import FlatHeader

# In widths of "0".
_LEAST_NAME = 36
# Given up one after the other in a narrow window, before the name is cut: to so many widths.
_NARROW = (
    *((RIGHT, 23), (LEFT, 23), (SHARE, 17), (RESULT, 20), (SHARE, 11)),
    *((RIGHT, 16), (LEFT, 16), (COSINE, 0)),
)


class DiffTree(RowView, QTreeView):
    """Shows a `DiffItemModel`; columns take the room there is until a person sets a width."""

    widths: ClassVar[dict[int, int]] = {
        LEFT: 28,
        RESULT: 26,
        RIGHT: 28,
        MAX_ABS: 10,
        REL_L2: 9,
        COSINE: 11,
        SHARE: 21,
    }
    rows_selected = Signal()
    columns_changed = Signal()
    left_upwards = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._is_dressing = True  # until everything is there
        super().__init__(parent)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHeader(FlatHeader(self))
        self._delegates = DiffDelegate(self), ResultDelegate(self), ShareDelegate(self)
        self.setItemDelegate(self._delegates[0])
        self.setItemDelegateForColumn(RESULT, self._delegates[1])
        self.setItemDelegateForColumn(SHARE, self._delegates[2])
        self._prepare(self.tr("Differences"))

    def show_model(self, model: DiffItemModel) -> None:
        """Show `model`; the columns stay as they are."""
        if self.model() is not None:
            self.replace_model(model)
            return
        self.setModel(model)
        self._show_columns()
        self.header().setMinimumSectionSize(0)
        self._fit_columns()

    def diff_model(self) -> DiffItemModel | None:
        """The model, once there is one."""
        model = self.model()
        return model if isinstance(model, DiffItemModel) else None

    def _fit_columns(self) -> None:
        """The names get what the others leave; these get narrower where that is too little."""
        if self.model() is None or self._is_key_width_chosen:
            return
        unit = self.fontMetrics().horizontalAdvance("0")
        if not self._are_widths_chosen:
            self._set_widths(self._fitting(unit))
        used = sum(self.header().sectionSize(column) for column in self.widths)
        self._set_widths({NAME: max(_LEAST_NAME * unit, self.viewport().width() - used)})

    def _fitting(self, unit: int) -> dict[int, int]:
        """Column -> width in pixels, of all but the names; 0 of those that are left out."""
        widths = {column: 0 if column in self._hidden else n for column, n in self.widths.items()}
        room = self.viewport().width() // max(unit, 1)
        for column, least in _NARROW:
            lacking = _LEAST_NAME + sum(widths.values()) - room
            if lacking > 0:
                is_dropped = not least
                narrower = 0 if is_dropped else max(least, widths[column] - lacking)
                widths[column] = min(widths[column], narrower)
        return {column: width * unit for column, width in widths.items()}

    def _show_column(self, column: int, is_shown: bool) -> None:
        # One that a narrow window had dropped: then nothing is fitted any more.
        if is_shown and column not in self._hidden:
            self._are_widths_chosen = True
        super()._show_column(column, is_shown)

    def reset_columns(self) -> None:
        """As at the first start; the order of the rows is chosen elsewhere."""
        by, order = self.header().sortIndicatorSection(), self.header().sortIndicatorOrder()
        super().reset_columns()
        self.sortByColumn(by, order)

    # -- rows ---------------------------------------------------------------------------------

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

    def selected_rows(self) -> list[int]:
        """The selected rows from top to bottom."""
        return sorted(super().selected_rows())

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
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if not (is_plain and self.leaves_upwards(event)):
            super().keyPressEvent(event)

    def _dress(self) -> None:
        super()._dress()
        inks = Inks()
        for delegate in self._delegates:
            delegate.inks = inks
