"""What the View menu and the copying actions do to the document in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from inspector.gui.document.document_view import DocumentView
from inspector.gui.text import translate

if TYPE_CHECKING:
    from inspector.gui.shell import Shell

MESSAGE_MS = 6000


class Viewing(QObject):
    """Slots of the table of actions."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window

    def dress(self, view: DocumentView) -> None:
        """Show a document the way the ones before it were left."""
        if view.tree_pane is not None:
            view.tree_pane.show_flat(self._window.settings.is_flat)

    def on_copy_triggered(self, what: str) -> None:
        """Copy the selected rows in one of the ways of `copying.COPIES`."""
        view, comparison = self._window.tabs.current(), self._window.tabs.comparison()
        if view is not None and view.tree_pane is not None:
            view.tree_pane.copy(what)
        elif comparison is not None:
            comparison.copy(what)

    def on_find_triggered(self) -> None:
        """Into the filter box."""
        view, comparison = self._window.tabs.current(), self._window.tabs.comparison()
        pane = view.tree_pane if view is not None else comparison.pane if comparison else None
        if pane is not None:
            pane.filter.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            pane.filter.edit.selectAll()

    def on_summary_triggered(self) -> None:
        """Show the page about the file."""
        view = self._window.tabs.current()
        if view is not None:
            view.show_summary()

    def on_check_tensors_triggered(self) -> None:
        """Check the values of every tensor of the file in front."""
        view = self._window.tabs.current()
        if view is not None:
            view.check_tensors()

    def on_expand_triggered(self) -> None:
        """Unfold the tree."""
        view, comparison = self._window.tabs.current(), self._window.tabs.comparison()
        pane = view.tree_pane if view is not None else comparison.pane if comparison else None
        if pane is None:
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            if not pane.view.expand_all_shown():
                text = translate(
                    "MainWindow", "This tree is too large to unfold at once; its first levels are."
                )
                self._window.status.showMessage(text, MESSAGE_MS)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def on_collapse_triggered(self) -> None:
        """Fold the tree."""
        view, comparison = self._window.tabs.current(), self._window.tabs.comparison()
        pane = view.tree_pane if view is not None else comparison.pane if comparison else None
        if pane is not None:
            pane.view.collapseAll()

    def on_flat_list_triggered(self) -> None:
        """Trees or flat lists, in every tab."""
        self._window.settings.is_flat = self._window.actions_["flat_list"].isChecked()
        for view in self._window.tabs.views():
            self.dress(view)

    def on_next_tab_triggered(self) -> None:
        """The tab to the right."""
        self._window.tabs.step(1)

    def on_previous_tab_triggered(self) -> None:
        """The tab to the left."""
        self._window.tabs.step(-1)

    def on_next_pane_triggered(self) -> None:
        """Filter, tree, details, tabs, and round again."""
        self._window.tabs.focus_next_pane()
