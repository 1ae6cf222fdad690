"""The left side of a document: filter box over tree."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.gui.document.filter_bar import DEBOUNCED_FROM, FilterBar
from inspector.gui.document.flat_view import FlatView
from inspector.gui.document.tree_view import TreeView
from inspector.gui.document.unfolding import branch_by_branch
from inspector.gui.edits.document_edits import Edited
from inspector.gui.edits.places import moved_rows
from inspector.gui.itemmodels.copying import COPIES
from inspector.gui.itemmodels.index import TreeIndex
from inspector.gui.itemmodels.query import QueryError
from inspector.gui.itemmodels.tree_item_model import TreeItemModel
from inspector.gui.jobs import Jobs
from inspector.gui.text import counted, translate

FILTERED_ROWS = 400
"""So many rows are unfolded under a filter; the rest is a key away."""

_COPIED_AT_ONCE = 2000


class TreePane(QWidget):
    """Shows one document's rows and narrows them down."""

    selection_changed = Signal()
    menu_requested = Signal(QPoint)
    message = Signal(str)
    """Something to say in passing."""
    columns_changed = Signal()
    """As `RowView` says."""
    double_clicked = Signal(QModelIndex)

    def __init__(
        self, tree: TreeIndex, parent: QWidget | None = None, jobs: Jobs | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.tree = tree
        self.filter = FilterBar(self)
        self._models: dict[bool, TreeItemModel] = {False: TreeItemModel(tree, self)}
        self._views: dict[bool, TreeView | FlatView] = {False: TreeView(self)}
        self._is_flat = False
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filter)
        layout.addWidget(self._stack, 1)
        self._unfolded: list[int] | None = None
        self._chosen = 0
        self._debounce()
        self._add_view()
        self.filter.changed.connect(self.on_filter_changed)
        self.filter.left_downwards.connect(lambda: self.view.go_to_first())
        self.filter.left.connect(lambda: self.view.setFocus())

    @property
    def view(self) -> TreeView | FlatView:
        """The tree, or the flat list."""
        return self._views[self._is_flat]

    @property
    def model(self) -> TreeItemModel:
        """What `view` shows."""
        return self._models[self._is_flat]

    def _add_view(self) -> None:
        """Take in the view of now, just made."""
        view = self.view
        self._stack.addWidget(view)
        view.show_model(self.model)
        view.rows_selected.connect(self._on_rows_selected)
        view.selection_refused.connect(self._on_selection_refused)
        view.left_upwards.connect(self.filter.setFocus)
        view.typed.connect(self.filter.go_on)
        view.columns_changed.connect(self.columns_changed)
        view.doubleClicked.connect(self.double_clicked)
        view.customContextMenuRequested.connect(self._on_menu_requested)
        self.setFocusProxy(view)

    def _debounce(self) -> None:
        self.filter.is_debounced = self.tree.searched >= DEBOUNCED_FROM

    def on_filter_changed(self, words: str) -> None:
        """Show the rows that are as `words` say; all rows, as they were, without words."""
        if not words.strip():
            self._end_filter()
            return
        try:
            hits, shown = self.tree.search(words)
        except QueryError as error:
            self.filter.show_problem(error)
            return
        if self._unfolded is None and not self._is_flat:
            self._unfolded = self.view.expanded_rows()
        self.model.show_rows(shown)
        if not self._is_flat:
            self.view.expand_rows(branch_by_branch(self.model, FILTERED_ROWS))
        self.filter.show_hits(len(hits), self.tree.searched, self._sums_text(hits))
        self._restore()

    def show_edited(self, edited: Edited) -> None:
        """Show the tree after an edit; what was unfolded and chosen is again, where it is left."""
        is_flat, before, scroll = self._is_flat, self._models, self.view.verticalScrollBar().value()
        unfolded = self.unfolded_rows()
        wanted = [*unfolded, self._chosen]
        moved = moved_rows(self.tree, edited.opened.tree, edited.lookup, wanted)
        chosen = moved.get(self._chosen, 0)
        self.tree = edited.opened.tree
        self._chosen, self._unfolded = 0, None
        self._models = {key: TreeItemModel(self.tree, self, key) for key in before}
        for key, model in self._models.items():
            model.marks = edited.marks
            self._views[key].replace_model(model)
        self._is_flat = False
        self._unfolded = [moved[row] for row in unfolded if row in moved]
        self._unfold_again()
        self._is_flat = is_flat
        for model in before.values():
            model.deleteLater()
        if self.filter.edit.text().strip():
            self.on_filter_changed(self.filter.edit.text())
        self.view.verticalScrollBar().setValue(scroll)
        if chosen and self.model.index_of(chosen).isValid():
            self.view.go_to(chosen)
        else:
            self.selection_changed.emit()

    def _sums_text(self, hits: np.ndarray) -> str:
        numel, nbytes = int(self.tree.numel[hits].sum()), int(self.tree.nbytes[hits].sum())
        return f"{counted(numel, 'parameter')}\n{counted(nbytes, 'byte')}" if nbytes else ""

    def _end_filter(self) -> None:
        self.filter.show_hits(None)
        if not self.model.is_filtered:
            return
        self.model.show_rows(None)
        self._unfold_again()
        self._restore()

    def _unfold_again(self) -> None:
        """What was unfolded before a filter."""
        if self._unfolded is not None and not self._is_flat:
            self.view.expand_rows(self._unfolded)
            self._unfolded = None

    def show_flat(self, is_flat: bool) -> None:
        """Show the tree, or one list of all tensors and values under their full names."""
        if is_flat == self._is_flat:
            return
        before, chosen = self.view, self._chosen
        self._is_flat = is_flat
        if is_flat not in self._views:
            self._models[is_flat] = TreeItemModel(self.tree, self, is_flat)
            self._models[is_flat].marks = self._models[not is_flat].marks
            self._views[is_flat] = FlatView(self)
            self._add_view()
        self.view.restore_header(before.columns(), before.is_key_width_chosen)
        self._stack.setCurrentWidget(self.view)
        self.setFocusProxy(self.view)
        if self.filter.edit.text().strip():
            self.on_filter_changed(self.filter.edit.text())
        else:
            self._end_filter()
        if self.model.index_of(chosen).isValid():
            self._chosen = chosen
            self._restore()
        else:
            self._chosen = 0
            self.view.clearSelection()
            self.selection_changed.emit()

    def _restore(self) -> None:
        """Select the chosen row again, if it is shown; a reset of the model forgot it."""
        if self._chosen:
            self.view.go_to(self._chosen)

    def chosen_row(self) -> int:
        """The row the details are about; 0 is the file. A filter that hides it keeps it chosen."""
        return self._chosen

    def unfolded_rows(self) -> list[int]:
        """The rows that are unfolded, or will be again once the filter ends; parents first."""
        tree = self._views[False]
        return tree.expanded_rows() if self._unfolded is None else self._unfolded

    def show_row(self, row: int) -> None:
        """Select a row wherever it is, without the filter if that hides it."""
        if not self.model.index_of(row).isValid():
            self.filter.edit.clear()
        if not self.model.index_of(row).isValid() and self._is_flat:
            self.show_flat(False)  # a group or container, which the list has not
        self.view.go_to(row)
        self.view.setFocus()

    def _on_rows_selected(self) -> None:
        rows = self.view.selected_rows()
        current = self.view.current_row()
        self._chosen = current if current in rows else rows[0] if rows else 0
        self.selection_changed.emit()

    def copy(self, what: str) -> None:
        """Put the selected rows on the clipboard, as one of `COPIES`."""
        rows, make, model = sorted(self.view.selected_rows()), COPIES[what], self.model
        if self._jobs is not None and len(rows) > _COPIED_AT_ONCE:
            self._jobs.start(
                self,
                lambda _: make(model, rows),
                on_done=lambda text: self._on_copy_made(text, len(rows)),
            )
        elif rows:
            QGuiApplication.clipboard().setText(make(model, rows))

    def _on_copy_made(self, text: str, rows: int) -> None:
        QGuiApplication.clipboard().setText(text)
        said = translate("TreePane", "{rows} copied.")
        self.message.emit(said.replace("{rows}", counted(rows, "entry")))

    def _on_selection_refused(self) -> None:
        self.message.emit(
            self.tr("Too many groups to select row by row. Select the groups: they sum the same.")
        )

    def _on_menu_requested(self, position: QPoint) -> None:
        self.menu_requested.emit(self.view.viewport().mapToGlobal(position))
