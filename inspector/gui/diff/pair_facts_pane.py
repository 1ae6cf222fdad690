"""The facts of a pair, and taking its tensor from one side to the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from inspector.analysis.diff.model import Pair
from inspector.describe import visible
from inspector.gui.diff.cells import NOTHING
from inspector.gui.diff.opening import Compared, Place
from inspector.gui.diff.pair_facts import fact_lines
from inspector.gui.diff.renaming import take_edit
from inspector.gui.text import emphasised, label, literal, monospace, tooltip, translate
from inspector.gui.theme import GRID, STATUSES, tint
from inspector.repair import SideName, other_side, side_item


class PairFactsPane(QScrollArea):
    """A line for each fact, both sides beside each other; what differs is heavier."""

    edits_requested = Signal(str, object)
    """Side "a" or "b", and the edits its document is to get."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName(translate("DiffTensor", "Facts of both sides"))

    def show_pair(self, compared: Compared, pair: Pair) -> None:
        """Show the facts of another pair."""
        content = QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, GRID, GRID)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(2)
        titles = ("", translate("DiffTensor", "left"), translate("DiffTensor", "right"))
        for column, title in enumerate(titles):
            grid.addWidget(label(title, dim=True), 0, column)
        for at, (name, left, right) in enumerate(fact_lines(pair), 1):
            grid.addWidget(label(name, dim=True), at, 0)
            differs = left != right and NOTHING not in (left, right)
            for column, text in ((1, left), (2, right)):
                cell = label(literal(text, 120), selectable=True)
                cell.setFont(emphasised(monospace()) if differs else monospace())
                cell.setWordWrap(True)
                cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                if differs:
                    tint(cell, STATUSES["warning"].colour)
                grid.addWidget(cell, at, column)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
        grid.addLayout(self._takes(compared, pair), grid.rowCount(), 0, 1, 3)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(content)

    def _takes(self, compared: Compared, pair: Pair) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, GRID // 2, 0, 0)
        line.setSpacing(GRID)
        wanted = compared.wanted
        texts: tuple[tuple[SideName, str, Place], ...] = (
            ("a", translate("DiffTensor", "Copy to the Left"), wanted.b),
            ("b", translate("DiffTensor", "Copy to the Right"), wanted.a),
        )
        for side, text, source in texts:
            if side_item(pair, other_side(side)) is None:
                continue
            button = QPushButton(text)
            edit = take_edit(compared, pair, side)
            button.setEnabled(edit is not None)
            button.setToolTip(tooltip(_take_hint(source)))
            if edit is not None:
                button.clicked.connect(
                    lambda *_, side=side, edit=edit: self.edits_requested.emit(side, [edit])
                )
            line.addWidget(button)
        line.addStretch(1)
        return line


def _take_hint(source: Place) -> str:
    if source.edits:
        text = translate("DiffTensor", "{name} has edits that were not saved: save it first.")
        return text.replace("{name}", visible(source.path.name, 80))
    return translate("DiffTensor", "An edit of the other file, in its tab; it can be undone.")
