"""What all trees and lists of rows have in common: columns, selection, keys."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import chain
from typing import Any, ClassVar

from PySide6.QtCore import QByteArray, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QMenu

from inspector.gui.faults import guarded, nothing
from inspector.gui.itemmodels.row_item_model import RowItemModel
from inspector.gui.text import monospace, translate
from inspector.gui.theme import GRID, list_palette

NAME = 0
"""The column that is always there, and first."""


class RowView:
    """Mixed into a view of Qt's that has `header`; it makes the signals that are named here.

    rows_selected, columns_changed (a person changed which columns there are, their widths, order
    or sorting), left_upwards (Up was pressed on the first row), typed (letters, with them).

    Attributes:
        widths: Column -> first width, in widths of "0"; of all but the names.
    """

    widths: ClassVar[dict[int, int]]

    rows_selected: Any
    columns_changed: Any
    left_upwards: Any
    typed: Any
    header: Any
    model: Any
    selectionModel: Any
    viewport: Any
    setColumnWidth: Any
    scrollTo: Any

    def _fit_columns(self) -> None:
        """Give the names what the other columns leave, unless a person set widths."""
        raise NotImplementedError

    def _prepare(self: Any, name: str) -> None:
        """How rows look, before there are any; `name` is for people who hear it."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFont(monospace())
        self.setSortingEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(name)
        self._hidden: set[int] = set()
        self._is_fitting = False
        self._is_key_width_chosen = False
        self._are_widths_chosen = False
        self._is_dressing = False
        self._selected: list[int] | None = None
        self._dress()

    def _dress(self: Any) -> None:
        self._is_dressing = True
        self.setPalette(list_palette())
        self._is_dressing = False

    def _show_columns(self: Any) -> None:
        """Titles and widths, once there is a model."""
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
        for column, width in self.widths.items():
            self.setColumnWidth(column, width * unit)
        self._fit_columns()
        self._first_columns = self.columns()
        header.sectionResized.connect(self._on_section_resized)
        header.sectionMoved.connect(lambda *_: self.columns_changed.emit())
        header.sortIndicatorChanged.connect(lambda *_: self.columns_changed.emit())
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu_requested)
        self._follow_selection()

    def replace_model(self: Any, model: RowItemModel) -> None:
        """Show `model` in place of the one before: same columns, same order, all folded."""
        header, before = self.header(), self.selectionModel()
        state = header.saveState()
        self._is_fitting = True
        self.setModel(model)
        header.restoreState(state)
        self._is_fitting = False
        before.deleteLater()
        self._sort_as_shown()
        self._follow_selection()

    # -- columns ------------------------------------------------------------------------------

    def restore_header(self: Any, state: QByteArray, is_key_width_chosen: bool = False) -> bool:
        """Columns as they were when `state` was saved: widths, order, which is sorted by."""
        header = self.header()
        self._is_fitting = True
        is_good = self._take_columns(state)
        header.setSectionHidden(NAME, False)
        self._is_fitting = False
        self._is_key_width_chosen = is_good and is_key_width_chosen
        self._fit_columns()
        if is_good:
            self._sort_as_shown()
        return is_good

    def _sort_as_shown(self: Any) -> None:
        """The order that the header shows."""
        header, model = self.header(), self.tree_model()
        if model is not None:
            model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())

    def columns(self: Any, *, with_sorting: bool = True) -> QByteArray:
        """What `restore_header` takes; Qt's own state does not survive columns that were moved."""
        header = self.header()
        every = range(header.count())
        hidden = set(self._hidden)
        if self._are_widths_chosen:  # then what a narrow view had dropped stays away, too
            hidden |= {column for column in every if not header.sectionSize(column)}
        state = {
            "order": [header.logicalIndex(place) for place in every],
            "widths": [header.sectionSize(column) for column in every],
            "hidden": sorted(hidden),
            "chosen": self._are_widths_chosen,
            "sorted": header.sortIndicatorSection() if with_sorting else -1,
            "descending": header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
        }
        return QByteArray(json.dumps(state).encode())

    def _take_columns(self: Any, state: QByteArray) -> bool:
        header = self.header()
        try:
            given = json.loads(bytes(state.data()))
            order = [int(column) for column in given["order"]]
            widths = [int(width) for width in given["widths"]]
            hidden, by = {*given["hidden"]} - {NAME}, int(given["sorted"])
            kinds = Qt.SortOrder
            direction = kinds.DescendingOrder if given["descending"] else kinds.AscendingOrder
        except (ValueError, TypeError, KeyError):
            return False
        every = list(range(header.count()))
        if sorted(order) != every or len(widths) != len(every) or by not in (-1, *every):
            return False
        self._hidden = {column for column in every if column in hidden}
        self._are_widths_chosen = given.get("chosen") is True
        for place, column in enumerate(order):
            header.moveSection(header.visualIndex(column), place)
        for column in every:
            header.setSectionHidden(column, column in self._hidden)
            if 0 < widths[column] < 10_000:
                header.resizeSection(column, widths[column])
        header.setSortIndicator(by, direction)
        return True

    def tree_model(self: Any) -> Any:
        """The model, once there is one; else None."""
        model = self.model()
        return model if isinstance(model, RowItemModel) else None

    def _set_widths(self: Any, widths: dict[int, int]) -> None:
        self._is_fitting = True
        for column, width in widths.items():
            self.header().setSectionHidden(column, not width)
            self.setColumnWidth(column, width)
        self._is_fitting = False

    def _on_section_resized(self: Any, column: int) -> None:
        if not self._is_fitting:
            self._is_key_width_chosen = self._is_key_width_chosen or self._is_fitted(column)
            self._are_widths_chosen = True
            self._fit_columns()
            self.columns_changed.emit()

    def _is_fitted(self, column: int) -> bool:
        """Whether the width of a column follows from the view's even beside chosen ones."""
        return column == NAME

    @property
    def is_key_width_chosen(self: Any) -> bool:
        """Whether a person set a width that else follows from the view's."""
        return self._is_key_width_chosen

    def columns_menu(self: Any) -> QMenu:
        """Which columns there are; the names stay."""
        header, menu = self.header(), QMenu(self)
        for column in range(1, header.count()):
            title = self.model().headerData(column, Qt.Orientation.Horizontal)
            action = menu.addAction(str(title))
            action.setCheckable(True)
            action.setChecked(header.sectionSize(column) > 0)
            action.toggled.connect(
                lambda is_shown, column=column: self._show_column(column, is_shown)
            )
        menu.addSeparator()
        reset = menu.addAction(translate("TreeView", "Reset Columns"))
        reset.triggered.connect(lambda: self.reset_columns())
        return menu

    def _on_header_menu_requested(self: Any, position: QPoint) -> None:
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.header().viewport().mapToGlobal(position))

    def _show_column(self: Any, column: int, is_shown: bool) -> None:
        self._hidden = self._hidden - {column} if is_shown else self._hidden | {column}
        self._is_fitting = True
        self.header().setSectionHidden(column, not is_shown)
        if is_shown and not self.header().sectionSize(column):
            unit = self.fontMetrics().horizontalAdvance("0")
            self.setColumnWidth(column, self.widths[column] * unit)
        self._is_fitting = False
        self._fit_columns()
        self.columns_changed.emit()

    def reset_columns(self: Any) -> None:
        """The columns, widths and order of the first start."""
        self.restore_header(self._first_columns)
        self.columns_changed.emit()

    # -- selection ----------------------------------------------------------------------------

    def _follow_selection(self: Any) -> None:
        self._selected = None
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.model().modelReset.connect(self._forget_selected)

    def _on_selection_changed(self: Any) -> None:
        self._forget_selected()
        self.rows_selected.emit()

    def _forget_selected(self: Any) -> None:
        self._selected = None

    def selected_rows(self: Any) -> list[int]:
        """The selected rows, in no order."""
        if self._selected is None:
            self._selected = self._find_selected()
        found: list[int] = self._selected
        return found

    def _find_selected(self: Any) -> list[int]:
        model, selection = self.tree_model(), self.selectionModel()
        if model is None or selection is None:
            return []
        # Qt's own `selectedRows` compares every row with every range.
        parts: Any = selection.selection()
        found = [model.rows_in(part.parent(), part.top(), part.bottom()) for part in parts]
        return found[0] if len(found) == 1 else list(dict.fromkeys(chain.from_iterable(found)))

    def current_row(self: Any) -> int:
        """The row with the keyboard focus; 0 where there is none."""
        index = self.currentIndex()
        return index.internalId() if index.isValid() else 0

    def go_to(self: Any, row: int) -> bool:
        """Select `row`, unfold what is above it and scroll to it; False where it is not shown."""
        model = self.tree_model()
        index = model.index_of(row) if model is not None else QModelIndex()
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        return bool(index.isValid())

    def go_to_first(self: Any) -> None:
        """Into the results: the current row, or the first one."""
        model = self.tree_model()
        if model is not None and not self.currentIndex().isValid():
            self.setCurrentIndex(model.index(0, 0))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- folding ------------------------------------------------------------------------------

    def expanded_rows(self: Any) -> list[int]:
        """The rows that are unfolded, parents first."""
        model = self.tree_model()
        found: list[int] = []
        waiting = [0] if model is not None else []
        while waiting:
            for row in model.children_of(waiting.pop()):
                if model.count_of(row) and self.isExpanded(model.index_of(row)):
                    found.append(row)
                    waiting.append(row)
        return found

    def expand_rows(self: Any, rows: Iterable[int]) -> None:
        """Unfold `rows`, parents first."""
        model = self.tree_model()
        if model is not None:
            for row in rows:
                self.expand(model.index_of(row))

    # -- Qt -----------------------------------------------------------------------------------

    @guarded(nothing)
    def keyboardSearch(self: Any, text: str) -> None:
        # Qt's own search asks for the cell of every row, with every letter.
        self.typed.emit(text)

    def leaves_upwards(self: Any, event: QKeyEvent) -> bool:
        """Whether a key press goes from the first row to what is above the rows."""
        if event.key() != Qt.Key.Key_Up or not self._is_at_top():
            return False
        self.left_upwards.emit()
        return True

    def _is_at_top(self: Any) -> bool:
        index = self.currentIndex()
        return index.isValid() and index.row() == 0 and not index.parent().isValid()

    @guarded(nothing)
    def resizeEvent(self: Any, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @guarded(nothing)
    def changeEvent(self: Any, event) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange and not self._is_dressing:
            self._dress()
