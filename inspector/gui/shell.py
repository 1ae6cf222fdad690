"""What the parts of the main window may use of it; the window itself composes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from inspector.gui.actions import Actions
    from inspector.gui.document_tabs import DocumentTabs
    from inspector.gui.jobs import Jobs
    from inspector.gui.settings import Settings
    from inspector.gui.status import StatusBar


class Shell(QMainWindow):
    """The base of `MainWindow`, which makes all of this."""

    jobs: Jobs
    settings: Settings
    actions_: Actions
    tabs: DocumentTabs
    status: StatusBar

    def open_paths(self, paths: Sequence[Path]) -> None:
        """A tab for each path."""
        self.tabs.open_paths(paths)

    def show_settings(self) -> None:
        """Mark in the menus what is set."""
        self.actions_["flat_list"].setChecked(self.settings.is_flat)
        self.actions_["restore_tabs"].setChecked(self.settings.restores_tabs)
        self.actions_.check("theme", self.settings.theme)
        self.actions_.check("language", self.settings.language)
