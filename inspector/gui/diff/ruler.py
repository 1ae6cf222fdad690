"""Where in the whole the differences are: a strip beside the scroll bar."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from inspector.gui.diff.item_model import DiffItemModel
from inspector.gui.diff.looks import DIFFERENT, SEVERITY, STATE_LOOKS
from inspector.gui.faults import guarded, nothing
from inspector.gui.text import tooltip
from inspector.gui.theme import GRID, colours

_WIDTH = 2 * GRID
_MARK = 2  # pixels of height
_REACH = 6  # pixels around a click in which a mark is meant


class Ruler(QWidget):
    """All pairs from top to bottom as if unfolded; each pixel shows the worst it stands for.

    It is for the mouse alone: the keyboard has next and previous difference.
    """

    row_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(_WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of the differences"))
        self._model: DiffItemModel | None = None
        self._marks: np.ndarray | None = None
        self.current = 0

    def show_model(self, model: DiffItemModel) -> None:
        """Show where the differences of `model` are."""
        self._model = model
        model.modelReset.connect(self.refresh)
        model.layoutChanged.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """The states or what is shown have changed."""
        self._marks = None
        self.update()

    def point_at(self, row: int) -> None:
        """Show where the current row is."""
        self.current = row
        self.update()

    def marks(self) -> np.ndarray:
        """For each pixel of the height the place in the sequence of its worst pair, or -1."""
        if self._marks is None:
            self._marks = self._found_marks(max(self.height(), 1))
        return self._marks

    def _found_marks(self, height: int) -> np.ndarray:
        found = np.full(height, -1, np.int64)
        if self._model is None:
            return found
        sequence = self._model.sequence()
        states = self._model.tree.state[sequence]
        # Least severe first, so that the worst one stays.
        for code in reversed(SEVERITY):
            if code in DIFFERENT:
                places = np.flatnonzero(states == code)[::-1]
                found[places * height // max(len(sequence), 1)] = places
        return found

    def row_near(self, y: int) -> int:
        """The row whose mark is at or next to a height; 0 where there is none."""
        if self._model is None:
            return 0
        marks = self.marks()
        near = sorted(
            range(max(0, y - _REACH), min(len(marks), y + _REACH)), key=lambda at: abs(at - y)
        )
        place = next((int(marks[at]) for at in near if marks[at] >= 0), -1)
        return int(self._model.sequence()[place]) if place >= 0 else 0

    # -- Qt -----------------------------------------------------------------------------------

    @guarded(lambda: QSize(_WIDTH, 100))
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 100)

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours().window))
        painter.setPen(QColor(colours().line))
        painter.drawLine(self.rect().topLeft(), self.rect().bottomLeft())
        if self._model is None:
            return
        marks, sequence = self.marks(), self._model.sequence()
        states = self._model.tree.state
        for y in np.flatnonzero(marks >= 0).tolist():
            look = STATE_LOOKS[int(states[sequence[marks[y]]])]
            painter.fillRect(4, y, _WIDTH - 6, _MARK, look.colour)
        here = np.flatnonzero(sequence == self.current)
        if len(here):
            y = int(here[0]) * self.height() // max(len(sequence), 1)
            painter.fillRect(1, y, _WIDTH - 1, _MARK, QColor(colours().text))

    @guarded(nothing)
    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.refresh()

    @guarded(nothing)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_near(int(event.position().y()))
        if row:
            self.row_requested.emit(row)

    @guarded(bool)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._model is not None:
            row = self.row_near(event.pos().y())
            if row:
                cells = self._model.cells
                QToolTip.showText(event.globalPos(), tooltip(cells.accessible(row, 0, True)), self)
                return True
        return super().event(event)
