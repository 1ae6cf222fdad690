"""A sentence over the tree about names that were taken for the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from inspector.gui.diff.names_page import rules_text
from inspector.gui.diff.opening import Compared
from inspector.gui.faults import guarded, nothing
from inspector.gui.text import label
from inspector.gui.theme import GRID, colours


class NamesLine(QWidget):
    """What was done to names so that they fit, and a way to take it back; hidden without need."""

    reject_requested = Signal()
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compared: Compared | None = None
        self.text = label(parent=self)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.reject, self.all = QPushButton(self), QPushButton(self)
        self.reject.clicked.connect(lambda: self.reject_requested.emit())
        self.all.clicked.connect(lambda: self.list_requested.emit())
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        line.setSpacing(GRID)
        line.addWidget(self.text, 1)
        line.addWidget(self.reject)
        line.addWidget(self.all)
        self.hide()

    def show_rules(self, compared: Compared) -> None:
        """Say what was done in `compared`."""
        self._compared = compared
        rules, rejected = compared.outcome.structure.rules, compared.wanted.rejected
        text = rules_text(rules)
        if not rules and rejected:
            text = self.tr("Names are compared as they are; what was found was rejected.")
        self.text.setText(text)
        self.setVisible(bool(text))
        self.reject.setText(self.tr("Reject"))
        self.reject.setVisible(bool(rules) and (len(rules) == 1 or rules[0].kind == "prefix"))
        number = len(rules) + len(rejected)
        several = self.tr("All {n}…").replace("{n}", f"{number:,}")
        self.all.setText(several if number > 1 else self.tr("Details"))

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours().selection))

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._compared is not None:
            self.show_rules(self._compared)
