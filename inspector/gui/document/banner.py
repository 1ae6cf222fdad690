"""A sentence above the content that asks for nothing but may be answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from inspector.gui.faults import guarded, nothing
from inspector.gui.icons import pixmap
from inspector.gui.text import label
from inspector.gui.theme import GRID, STATUSES, colours


class ChangedBanner(QWidget):
    """ "training.pt changed on disk 14:02. [Reload] [Keep]"; hidden until there is need."""

    reload_requested = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel(self)
        self.text = label(parent=self)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.reload = QPushButton(self)
        self.reload.clicked.connect(lambda: self.reload_requested.emit())
        self.keep = QPushButton(self)
        self.keep.clicked.connect(lambda: self.kept.emit())
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        line.setSpacing(GRID)
        line.addWidget(self._picture)
        line.addWidget(self.text, 1)
        line.addWidget(self.reload)
        line.addWidget(self.keep)
        self.hide()
        self._retranslate()
        self._dress()

    def say(self, text: str, *, can_reload: bool = True) -> None:
        """Show the banner with `text`."""
        self.text.setText(text)
        self.text.setToolTip("")
        self.setAccessibleName(text)
        self.reload.setVisible(can_reload)
        self.show()

    def _retranslate(self) -> None:
        self.reload.setText(self.tr("Reload"))
        self.keep.setText(self.tr("Keep"))

    def _dress(self) -> None:
        status = STATUSES["info"]
        self._picture.setPixmap(pixmap("refresh-cw", status.colour.name(), 16))

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours().selection))
        painter.setPen(QColor(colours().line))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()
