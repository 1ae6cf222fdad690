"""The upper half of a comparison: counts, filter, the aligned tree and its ruler."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.diff.copying import copied_text
from inspector.gui.diff.counts_bar import CountsBar
from inspector.gui.diff.index import MAX_ABS
from inspector.gui.diff.item_model import DiffItemModel
from inspector.gui.diff.looks import SAME, STATES
from inspector.gui.diff.names_line import NamesLine
from inspector.gui.diff.opening import Compared
from inspector.gui.diff.ruler import Ruler
from inspector.gui.diff.tree import DiffTree
from inspector.gui.diff.unfolding import at_first
from inspector.gui.document.filter_bar import DEBOUNCED_FROM, FilterBar
from inspector.gui.document.unfolding import branch_by_branch
from inspector.gui.faults import guarded, nothing
from inspector.gui.itemmodels.query import QueryError
from inspector.gui.settings import Settings
from inspector.gui.theme import GRID

_COLUMNS, _WIDTHS = "diff-columns", "diff-widths"
FIRST_ROWS = 24
FILTERED_ROWS = 400
_LAID_OUT_EVERY_S = 1.0
"""Rows that a filter lets in or out while values come in do so this often at most."""


class DiffPane(QWidget):
    """Shows one diff after another; what was filtered and chosen stays where it can."""

    row_chosen = Signal(int)
    menu_requested = Signal(QPoint)
    names_requested = Signal()
    rejected_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: DiffItemModel | None = None
        self.counts = CountsBar(self)
        self.names = NamesLine(self)
        self.filter = FilterBar(self)
        self.order = QComboBox()
        self.tree = self.view = DiffTree(self)
        self.ruler = Ruler(self)
        self._unfolded: list[int] | None = None
        self._chosen = 0
        self._laid_out_at = 0.0
        self._compared: Compared | None = None
        self._has_problem = False
        inside = self.filter.layout()
        if inside is not None:
            inside.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, GRID, 0)
        line.setSpacing(0)
        line.addWidget(self.filter, 1)
        line.addWidget(self.order)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.tree, 1)
        beside.addWidget(self.ruler)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.counts)
        column.addWidget(self.names)
        column.addLayout(line)
        column.addLayout(beside, 1)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self.counts.states_chosen.connect(self._on_states_chosen)
        self.counts.next_requested.connect(lambda: self.step(1))
        self.counts.previous_requested.connect(lambda: self.step(-1))
        self.names.list_requested.connect(self.names_requested)
        self.names.reject_requested.connect(self._on_reject_requested)
        self.filter.changed.connect(lambda _: self._show_rows())
        self.filter.left_downwards.connect(self.tree.go_to_first)
        self.filter.left.connect(self.tree.setFocus)
        self.order.activated.connect(self._on_order_activated)
        self.tree.rows_selected.connect(self._on_rows_selected)
        self.tree.left_upwards.connect(self.filter.setFocus)
        self.tree.typed.connect(self.filter.go_on)
        self.tree.customContextMenuRequested.connect(
            lambda at: self.menu_requested.emit(self.tree.viewport().mapToGlobal(at))
        )
        self.ruler.row_requested.connect(self.show_row)

    # -- what is shown ------------------------------------------------------------------------

    def show_diff(self, compared: Compared) -> None:
        """Show another diff: filtered as the one before it."""
        before = self.model
        if self._compared is None:
            settings = Settings()
            self._show_states(frozenset(STATES) - ({SAME} if settings.hides_same else set()))
            self.order.setCurrentIndex(1 if settings.lists_worst_first else 0)
        self._compared = compared
        self.model = model = DiffItemModel(compared.index, self)
        self._chosen, self._unfolded = 0, None
        model.is_flat = self.order.currentIndex() == 1
        try:
            model.show_rows(self.counts.states, self.filter.edit.text())
        except QueryError:
            model.show_rows(self.counts.states, "")
        self.tree.show_model(model)
        if before is None:
            self._restore_columns()
        if model.is_flat:
            self._sort_worst_first()
        else:
            self.tree.expand_rows(at_first(model, FIRST_ROWS))
        if before is not None:
            before.deleteLater()
        self.ruler.show_model(model)
        self.filter.is_debounced = len(compared.index.rows) >= DEBOUNCED_FROM // 10
        self.names.show_rules(compared)
        self._show_figures()

    def _restore_columns(self) -> None:
        """Columns as they were left, and from now on as they are left here."""
        settings = Settings()
        columns = settings.layout(_COLUMNS)
        if columns is not None:
            self.tree.restore_header(columns, settings.layout(_WIDTHS) is not None)
        self.tree.columns_changed.connect(self._on_columns_changed)

    def _on_columns_changed(self) -> None:
        settings = Settings()
        settings.keep_layout(_COLUMNS, self.tree.columns(with_sorting=False))
        width = QByteArray(b"chosen") if self.tree.is_key_width_chosen else QByteArray()
        settings.keep_layout(_WIDTHS, width)

    def _show_states(self, states: frozenset[int]) -> None:
        self.counts.blockSignals(True)
        self.counts.show_states(states)
        self.counts.blockSignals(False)

    def refresh(self, *, is_last: bool = False) -> None:
        """New values are in the index."""
        if self.model is None:
            return
        now = time.monotonic()
        if is_last or now - self._laid_out_at > _LAID_OUT_EVERY_S:
            self._laid_out_at = now
            self.model.refresh()
        self.tree.viewport().update()
        self.ruler.refresh()
        self._show_figures()
        if is_last and self._chosen:
            self.row_chosen.emit(self._chosen)

    def _show_figures(self) -> None:
        if self.model is None:
            return
        self.counts.show_counts(self.model.tree.counts())
        sequence = self.model.sequence()
        differing = self.model.tree.differing(sequence)
        place = np.flatnonzero(differing == self._chosen)
        self.counts.show_position(int(place[0]) + 1 if len(place) else 0, len(differing))
        hits = len(sequence) if self.filter.edit.text().strip() else None
        if not self._has_problem:
            self.filter.show_hits(hits, len(self.model.tree.rows.leaves))

    def _on_states_chosen(self) -> None:
        Settings().hides_same = SAME not in self.counts.states
        self._show_rows()

    def _show_rows(self) -> None:
        """Show what the filter and the states leave; unfolded where that says something."""
        if self.model is None:
            return
        words, states = self.filter.edit.text(), self.counts.states
        if self._unfolded is None:
            self._unfolded = self.tree.expanded_rows()
        try:
            self.model.show_rows(states, words)
        except QueryError as error:
            self._has_problem = True
            self.filter.show_problem(error)
            return
        self._has_problem = False
        if not self.model.is_flat:
            self._unfold(is_filtered=bool(words.strip()) or len(states) < len(STATES))
        self._show_figures()
        self.tree.go_to(self._chosen)

    def _unfold(self, *, is_filtered: bool) -> None:
        assert self.model is not None
        if is_filtered:
            self.tree.expand_rows(branch_by_branch(self.model, FILTERED_ROWS))
        elif self._unfolded is not None:
            self.tree.expand_rows(self._unfolded)
            self._unfolded = None

    def _on_order_activated(self, at: int) -> None:
        if self.model is None or self.model.is_flat == (at == 1):
            return
        Settings().lists_worst_first = at == 1
        if at == 1:
            self._unfolded = self.tree.expanded_rows()
        self.model.show_flat(at == 1)
        self.tree.setRootIsDecorated(at == 0)
        if at == 1:
            self._sort_worst_first()
        else:
            self.tree.header().setSortIndicator(-1, self.tree.header().sortIndicatorOrder())
            self.model.sort(-1)
            self._show_rows()
        self._show_figures()
        self.tree.go_to(self._chosen)

    def _sort_worst_first(self) -> None:
        self.tree.setRootIsDecorated(False)
        self.tree.sortByColumn(MAX_ABS, Qt.SortOrder.DescendingOrder)

    # -- going about --------------------------------------------------------------------------

    def chosen_row(self) -> int:
        """The row the pages are about; 0 for none."""
        return self._chosen

    def show_row(self, row: int) -> None:
        """Select a row wherever it is, without the filter if that hides it."""
        if self.model is not None and not self.model.index_of(row).isValid():
            self._show_states(frozenset(STATES))
            if self.filter.edit.text():
                self.filter.edit.clear()
            else:
                self._show_rows()
        if self.model is not None and self.model.is_flat and self.model.cells.pair(row) is None:
            self.order.setCurrentIndex(0)
            self._on_order_activated(0)
        self.tree.go_to(row)

    def step(self, by: int) -> bool:
        """To the next (1) or previous (-1) difference; False where there is none."""
        return self.tree.step(by) > 0

    def step_to_end(self, is_last: bool) -> None:
        """The first or last difference."""
        self.tree.step_to_end(is_last)

    def copied_text(self, what: str) -> str:
        """The selected rows in one of the ways of `itemmodels.copying.COPIES`."""
        rows = self.tree.selected_rows()
        return copied_text(self.model, rows, what) if self.model is not None else ""

    def _on_rows_selected(self) -> None:
        rows = self.tree.selected_rows()
        current = self.tree.current_row()
        chosen = current if current in rows else rows[0] if rows else 0
        if chosen != self._chosen:
            self._chosen = chosen
            self.ruler.point_at(chosen)
            self._show_figures()
            self.row_chosen.emit(chosen)

    def _on_reject_requested(self) -> None:
        if self._compared is not None:
            rules = self._compared.outcome.structure.rules
            rejected = self._compared.wanted.rejected | {rules[0].identity}
            self.rejected_chosen.emit(frozenset(rejected))

    def _retranslate(self) -> None:
        at = max(self.order.currentIndex(), 0)
        self.order.clear()
        self.order.addItems([self.tr("Tree, in file order"), self.tr("List, worst first")])
        self.order.setCurrentIndex(at)
        self.order.setAccessibleName(self.tr("Order of the rows"))

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            QTimer.singleShot(0, self, self._show_figures)
