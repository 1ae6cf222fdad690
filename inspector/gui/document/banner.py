"""A sentence above the content that asks for nothing but may be answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from inspector.gui.faults import guarded, nothing
from inspector.gui.icons import pixmap
from inspector.gui.text import label, translate
from inspector.gui.theme import GRID, STATUSES, colours


class ChangedBanner(QWidget):
    """ "training.pt changed on disk 14:02. [Reload] [Keep]"; hidden until there is need."""

    icon = "refresh-cw"
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
        self.reload.setText(translate("ChangedBanner", "Reload"))
        self.keep.setText(translate("ChangedBanner", "Keep"))

    def _dress(self) -> None:
        self._picture.setPixmap(pixmap(self.icon, STATUSES["info"].colour.name(), 16))

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


class NoticeBanner(ChangedBanner):
    """Something that a person can only take note of."""

    icon = STATUSES["info"].icon

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept.connect(self.hide)

    def tell(self, text: str) -> None:
        """Show the banner with `text`."""
        self.say(text, can_reload=False)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.keep.setText(translate("NoticeBanner", "OK"))
