"""What the Help menu does, and the command palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from inspector.gui.command_palette import CommandPalette
    from inspector.gui.help_window import HelpWindow
    from inspector.gui.shell import Shell


class Assisting(QObject):
    """Slots of the table of actions.

    Attributes:
        help: The help, once it was asked for.
        palette: The command palette that was opened last.
    """

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window
        self.help: HelpWindow | None = None
        self.palette: CommandPalette | None = None

    def on_help_triggered(self, page: str) -> None:
        """Show a page of the help beside the window."""
        from inspector.gui.help_window import HelpWindow

        if self.help is None:
            self.help = HelpWindow(self._window.actions_, self._window)
        self.help.show_page(page)

    def on_palette_triggered(self) -> None:
        """Find an action by typing."""
        from inspector.gui.command_palette import CommandPalette

        self.palette = CommandPalette(self._window.actions_, self._window)
        self.palette.open_over(self._window)

    def on_about_triggered(self) -> None:
        """Say what this is."""
        from inspector.gui.dialogs.about import about_box

        box = about_box(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
