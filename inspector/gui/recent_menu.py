"""File > Open Recent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from inspector import describe
from inspector.gui.settings import Settings
from inspector.gui.text import without_mnemonic

NUMBERED = 9


class RecentMenu(QMenu):
    """The files opened lately, the first nine with Ctrl+1 to Ctrl+9; missing ones are greyed."""

    path_requested = Signal(Path)
    cleared = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.aboutToShow.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List the files of now; their shortcuts work without opening the menu."""
        self.clear()
        paths = self._settings.recent
        for at, path in enumerate(paths):
            shown = f"{describe.visible(path.name)}   {describe.visible(str(path.parent), 80)}"
            action = self.addAction(without_mnemonic(shown))
            action.setEnabled(path.exists())
            action.triggered.connect(lambda *_, path=path: self.path_requested.emit(path))
            if at < NUMBERED:
                action.setShortcut(f"Ctrl+{at + 1}")
        if paths:
            self.addSeparator()
            self.addAction(self.tr("Forget These Files")).triggered.connect(self._on_cleared)
        self.setEnabled(bool(paths))

    def _on_cleared(self) -> None:
        self._settings.forget_recent()
        self.refresh()
        self.cleared.emit()
