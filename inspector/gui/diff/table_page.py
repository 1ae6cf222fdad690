"""What the pages of a comparison that are tables have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.detail.blocks import sentence
from inspector.gui.detail.table_pane import TablePane
from inspector.gui.diff.opening import Compared
from inspector.gui.faults import guarded, nothing
from inspector.gui.itemmodels.table_item_model import Column
from inspector.gui.theme import GRID


class TablePage(QWidget):
    """A sentence over a table; the sentence alone where there is nothing to list.

    Subclasses say the `columns`, the `records`, and the sentence.
    """

    row_requested = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.compared: Compared | None = None
        self.said = sentence("", dim=True)
        self.table = TablePane(name, self.row_of)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GRID, GRID, GRID, 0)
        self.column.setSpacing(GRID // 2)
        self.column.addWidget(self.said)
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)
        self.table.row_requested.connect(self.row_requested)

    def columns(self) -> Sequence[Column]:
        """The columns, in the language of now."""
        raise NotImplementedError

    def records(self, compared: Compared) -> Sequence[Any]:
        """What is listed."""
        raise NotImplementedError

    def sentence(self, compared: Compared, number: int) -> str:
        """What is said above `number` records."""
        raise NotImplementedError

    def row_of(self, record: Any) -> int:
        """The row of the tree that a record is about; 0 for none."""
        return 0

    def show_diff(self, compared: Compared) -> None:
        """List what there is."""
        records = self.records(compared)
        self.said.setText(self.sentence(compared, len(records)))
        self.table.setVisible(bool(records))
        self.table.show_records(self.columns(), records)

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._on_language_changed)

    def _on_language_changed(self) -> None:
        if self.compared is not None:
            self.show_diff(self.compared)
