"""What is set in menus and in the Preferences, applied at once and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from inspector.gui.language import apply_language
from inspector.gui.theme import apply_theme

if TYPE_CHECKING:
    from inspector.gui.dialogs.preferences import PreferencesDialog
    from inspector.gui.shell import Shell


class Preferring(QObject):
    """Slots of the table of actions.

    Attributes:
        dialog: The Preferences, while they are open.
    """

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: PreferencesDialog | None = None

    def on_preferences_triggered(self) -> None:
        """Show the Preferences, or bring them to the front."""
        from inspector.gui.dialogs.preferences import PreferencesDialog

        if self.dialog is None:
            self.dialog = PreferencesDialog(self._window.settings, self._window.jobs, self._window)
            self.dialog.theme_chosen.connect(self.on_theme_chosen)
            self.dialog.language_chosen.connect(self.on_language_chosen)
            self.dialog.changed.connect(self._window.show_settings)
            self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.show()
        self.dialog.activateWindow()

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def on_theme_chosen(self, choice: str) -> None:
        """Change the colours."""
        self._window.settings.theme = choice
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, choice)
        self._window.show_settings()

    def on_language_chosen(self, choice: str) -> None:
        """Change the language."""
        self._window.settings.language = choice
        apply_language(choice)
        self._window.show_settings()

    def on_restore_tabs_triggered(self) -> None:
        """Whether the next start opens what is open at the end of this session."""
        window = self._window
        window.settings.restores_tabs = window.actions_["restore_tabs"].isChecked()
