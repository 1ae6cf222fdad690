"""What the window shows while nothing is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from inspector import describe
from inspector.gui.document.state_pages import CentredPage
from inspector.gui.faults import guarded, nothing
from inspector.gui.icons import icon, pixmap
from inspector.gui.text import emphasised, label, tooltip, without_mnemonic
from inspector.gui.theme import GRID

SHOWN_RECENT = 8


class WelcomePage(CentredPage):
    """A way to open a file, and the files opened lately."""

    open_requested = Signal()
    path_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(pixmap("inspector", "#000000", 72))
        self._name = label("Inspector")
        self._name.setFont(emphasised(self.font(), 1.6))
        self._promise = label(dim=True)
        self._promise.setWordWrap(True)
        self._drop = label(dim=True)
        self._drop.setWordWrap(True)
        self._open = QPushButton()
        self._open.setIcon(icon("folder-open"))
        self._open.setDefault(True)
        self._open.clicked.connect(self.open_requested)
        self._recent_title = label()
        self._recent_title.setFont(emphasised(self.font()))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._paths: list[Path] = []
        self._buttons: list[QToolButton] = []
        for widget in (picture, self._name, self._promise):
            self.column.addWidget(widget)
        self.column.addSpacing(GRID)
        self.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._drop)
        self.column.addSpacing(2 * GRID)
        self.column.addWidget(self._recent_title)
        self.column.addLayout(self._recent)
        self.setFocusProxy(self._open)
        self._retranslate()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List files opened lately; those that are gone are greyed."""
        self._paths = list(paths)[:SHOWN_RECENT]
        for button in self._buttons:
            self._recent.removeWidget(button)
            button.deleteLater()
        self._recent_title.setVisible(bool(self._paths))
        self._buttons = [self._recent_button(path) for path in self._paths]
        for button in self._buttons:
            self._recent.addWidget(button)

    def _recent_button(self, path: Path) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(icon("file"))
        folder = describe.visible(str(path.parent))
        text = f"{describe.visible(path.name)}   {folder}"
        metrics = QFontMetrics(button.font())
        button.setText(
            without_mnemonic(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, 520))
        )
        button.setToolTip(tooltip(describe.visible(str(path))))
        button.setAccessibleName(describe.visible(path.name))
        button.setEnabled(path.exists())
        button.clicked.connect(lambda *_: self.path_requested.emit(path))
        return button

    def _retranslate(self) -> None:
        text = self.tr("See what is in a model file. Opening one never runs its code.")
        self._promise.setText(text)
        self._open.setText(self.tr("Open a checkpoint…"))
        self._drop.setText(
            self.tr("or drop files here: .pt .pth .ckpt .bin .tar .safetensors .onnx")
        )
        self._recent_title.setText(self.tr("Recent files"))

    def _dress(self) -> None:
        self._open.setIcon(icon("folder-open"))
        self.show_recent(self._paths)

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            # Qt is going through all widgets now; none may be deleted before it is done.
            QTimer.singleShot(0, self, self._dress)
