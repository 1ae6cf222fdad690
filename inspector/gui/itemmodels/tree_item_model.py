"""The tree of one document as Qt sees it: what its cells say, and opening what is unread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QModelIndex

from inspector.gui.edits.marks import NO_MARKS
from inspector.gui.faults import guarded, record
from inspector.gui.itemmodels.cells import Cells
from inspector.gui.itemmodels.index import PARAMETERS, TreeIndex
from inspector.gui.itemmodels.row_item_model import RowItemModel
from inspector.gui.itemmodels.rows import UNREAD

COLUMNS = 6


class TreeItemModel(RowItemModel):
    """Rows of one document, all or those that a filter leaves, sorted by one column.

    Attributes:
        tree: What the rows are; shared with delegates and pages. Of the models on it only one, a
            tree, opens what is unread.
        is_flat: One list of what has no rows below it, under full names.
        marks: Which rows differ from the file as it was opened.
    """

    columns = COLUMNS
    numbers_from = PARAMETERS
    tree: TreeIndex

    def __init__(self, index: TreeIndex, parent: Any = None, is_flat: bool = False) -> None:
        super().__init__(index, parent, is_flat)
        self.cells = Cells(index)
        self.marks = NO_MARKS
        self._is_opening_allowed = True
        self._flags = index.rows.flags

    # -- what the cells say -------------------------------------------------------------------

    def titles(self) -> Sequence[str]:
        translate = QCoreApplication.translate
        return (
            translate("TreeItemModel", "Key"),
            translate("TreeItemModel", "Shape / value"),
            translate("TreeItemModel", "dtype"),
            translate("TreeItemModel", "Device"),
            translate("TreeItemModel", "Parameters"),
            translate("TreeItemModel", "Size"),
        )

    def text_of(self, row: int, column: int) -> str:
        if column or not self.is_flat:
            return self.cells.text(row, column)
        return self.cells.full_name(row)

    def heard_of(self, row: int, column: int) -> str:
        own = self.text_of(row, column)
        if column:
            return own
        return ", ".join(filter(None, (own, self.cells.text(row, 1), self._mark_text(row))))

    def hint_of(self, row: int, column: int) -> str:
        mark = "" if column else self._mark_text(row)
        return "\n".join(filter(None, (self.cells.tooltip(row, column), mark)))

    def _mark_text(self, row: int) -> str:
        if row in self.marks.changed:
            return QCoreApplication.translate("TreeItemModel", "Changed by an edit")
        if row in self.marks.above:
            return QCoreApplication.translate("TreeItemModel", "Holds what was changed by an edit")
        return ""

    # -- opening ------------------------------------------------------------------------------

    def hasChildren(self, parent: QModelIndex = QModelIndex()) -> bool:  # noqa: B008
        try:
            if parent.column() > 0:
                return False
            row = parent.internalId() if parent.isValid() else 0
            if self._arrangement.count[row] > 0:
                return True
            return not self.is_flat and self._flags[row] & UNREAD > 0
        except Exception as error:
            record(error)
        return False

    @guarded(bool)
    def canFetchMore(self, parent: QModelIndex) -> bool:
        if not parent.isValid() or not self._is_opening_allowed or self.is_flat:
            return False
        return bool(self.tree.rows.flags[parent.internalId()] & UNREAD)

    @guarded(lambda: None)
    def fetchMore(self, parent: QModelIndex) -> None:
        if not self.canFetchMore(parent):
            return
        row = parent.internalId()
        before = len(self.tree.rows)
        added = self.tree.fetch(row)
        shown = self._arrangement.shown
        if shown is not None:
            shown = np.append(shown, np.ones(len(self.tree.rows) - before, bool))
        after = self._arranged(shown)
        if added:
            self.beginInsertRows(parent, 0, added - 1)
        self._take(after)
        if added:
            self.endInsertRows()

    def forbid_opening(self, is_forbidden: bool) -> None:
        """While everything is expanded nothing unread may be opened: it might never end."""
        self._is_opening_allowed = not is_forbidden

    # -- what is shown ------------------------------------------------------------------------

    def show_rows(self, shown: np.ndarray | None) -> None:
        """Show all rows or those in a mask; resets the model."""
        self._reset(shown)

    @property
    def is_filtered(self) -> bool:
        """Whether there are rows that are not shown."""
        return self._arrangement.shown is not None
