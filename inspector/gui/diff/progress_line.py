"""How far the values are compared; pause, go on, stop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QToolButton, QWidget

from inspector import describe
from inspector.gui.diff.comparing import Doing, ValueComparison
from inspector.gui.faults import guarded, nothing
from inspector.gui.icons import icon
from inspector.gui.text import label, tooltip
from inspector.gui.theme import GRID

_SCALE = 1000
_BAR_WIDTH = 20 * GRID


class ProgressLine(QWidget):
    """Follows one `ValueComparison` after another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: ValueComparison | None = None
        self.state = label(dim=True)
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_BAR_WIDTH, GRID)
        self.pause, self.cancel = QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2, GRID, 2)
        row.setSpacing(GRID)
        row.addWidget(self.state, 1)
        row.addWidget(self.bar)
        for button in (self.pause, self.cancel):
            button.setAutoRaise(True)
            button.setIconSize(QSize(16, 16))
            row.addWidget(button)
        self.pause.clicked.connect(self.on_pause_clicked)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.setFixedHeight(3 * GRID + 4)

    def follow(self, comparison: ValueComparison) -> None:
        """Show how far `comparison` is."""
        self._comparison = comparison
        comparison.advanced.connect(self.refresh)
        comparison.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Figures and buttons of now."""
        found = self._comparison
        if found is None:
            return
        doing = found.doing
        is_open = doing in (Doing.RUNNING, Doing.PAUSED)
        self.bar.setVisible(is_open)
        self.cancel.setVisible(is_open)
        self.pause.setVisible(is_open or doing is Doing.STOPPED)
        self._dress_pause(doing)
        self.cancel.setIcon(icon("x"))
        self.cancel.setToolTip(tooltip(self.tr("Stop comparing values")))
        self.cancel.setAccessibleName(self.tr("Stop comparing values"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setRange(0, _SCALE if found.total else 0)
        if found.total:
            self.bar.setValue(min(_SCALE, found.done * _SCALE // found.total))
        self.state.setText(self._text(found))

    def _dress_pause(self, doing: Doing) -> None:
        goes = doing is Doing.RUNNING
        text = self.tr("Pause") if goes else self.tr("Go on comparing values")
        self.pause.setIcon(icon("pause" if goes else "play"))
        self.pause.setToolTip(tooltip(text))
        self.pause.setAccessibleName(text)

    def _text(self, found: ValueComparison) -> str:
        doing = found.doing
        if doing is Doing.DONE:
            if found.is_identical:
                return self.tr("All values were compared: both sides are identical.")
            return self.tr("All values were compared.")
        if doing is Doing.STOPPED:
            text = self.tr("Stopped: the values of {n} tensors were not compared.")
            return text.replace("{n}", f"{found.left:,}")
        if doing is Doing.PAUSED:
            text = self.tr("Paused: the values of {n} tensors are still to be compared.")
            return text.replace("{n}", f"{found.left:,}")
        text = self.tr("Comparing values: {n} tensors left")
        if found.total:
            sizes = (describe.size(found.done), describe.size(found.total))
            text = self.tr("Comparing values: {n} tensors left · {done} of {total}")
            text = text.replace("{done}", sizes[0]).replace("{total}", sizes[1])
        return text.replace("{n}", f"{found.left:,}")

    def on_pause_clicked(self) -> None:
        """Wait, or go on."""
        if self._comparison is not None:
            is_running = self._comparison.doing is Doing.RUNNING
            self._comparison.pause() if is_running else self._comparison.start()

    def _on_cancel_clicked(self) -> None:
        if self._comparison is not None:
            self._comparison.stop()

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.refresh()
