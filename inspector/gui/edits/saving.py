"""Saving documents from the window, and asking before edits are lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector.describe import visible
from inspector.formats.writing import Saved
from inspector.gui.core_sentences import said
from inspector.gui.document.document_view import DocumentView
from inspector.gui.text import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from inspector.gui.dialogs.batch_dialog import BatchDialog
    from inspector.gui.dialogs.save_dialog import SaveDialog
    from inspector.gui.shell import Shell


class Saving(QObject):
    """Shows the dialogs, and what follows from them in the tabs.

    Attributes:
        dialog, batch_dialog, box: The one that is open, if any.
    """

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: SaveDialog | None = None
        self.batch_dialog: BatchDialog | None = None
        self.box: QMessageBox | None = None

    def save(self, view: DocumentView, then: Callable[[], None] | None = None) -> None:
        """Show the Save dialog for `view`; `then` follows a save, and the tab is given up."""
        from inspector.gui.dialogs.save_dialog import SaveDialog

        if view.opened is None or self.dialog is not None:
            return
        window, settings = self._window, self._window.settings
        dialog = SaveDialog(
            view.opened.document, window.jobs, window, settings.save_format, settings.torch_python
        )
        self.dialog = dialog
        if then is not None:
            dialog.reopen.setChecked(False)
            dialog.reopen.setEnabled(False)
        dialog.saved.connect(lambda saved: self._on_dialog_saved(view, saved, dialog, then))
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_dialog_saved(
        self,
        view: DocumentView,
        saved: Saved,
        dialog: SaveDialog,
        then: Callable[[], None] | None,
    ) -> None:
        if view.opened is not None:
            view.opened.document.mark_saved()
        text = translate("Saving", "Saved as {name}.")
        notes = " ".join(map(said, saved.notes))
        self._window.tabs.message.emit(f"{text.replace('{name}', str(saved.path))} {notes}".strip())
        is_own = saved.path.absolute() == view.path
        if then is not None:
            then()
        elif is_own:
            view.reload()
        elif dialog.reopen.isChecked():
            self._window.tabs.move_to(view, saved.path.absolute())
        else:
            view.edited.emit()

    def batch(self, view: DocumentView) -> None:
        """Show the dialog that applies the edits of `view` to other files."""
        from inspector.gui.dialogs.batch_dialog import BatchDialog

        if view.opened is None or self.batch_dialog is not None:
            return
        document = view.opened.document
        self.batch_dialog = dialog = BatchDialog(document, self._window.jobs, self._window)
        dialog.finished.connect(self._on_batch_finished)
        dialog.open()

    def _on_batch_finished(self) -> None:
        self.batch_dialog = None

    def close_window(self) -> None:
        """Close the window once every document with unsaved edits was asked about."""

        def on_all_answered() -> None:
            self._window.tabs.remove_all()
            self._window.close()

        self.ask(self._window.tabs.views(), on_all_answered)

    def ask(self, views: Sequence[DocumentView], then: Callable[[], None]) -> None:
        """Ask about each document with unsaved edits; `then`, unless one answer is Cancel."""
        from inspector.gui.dialogs.unsaved_box import ask_unsaved

        changed = [view for view in views if view.is_changed]
        if not changed or not self._window.settings.asks_unsaved:
            then()
            return
        view, rest = changed[0], changed[1:]
        self._window.tabs.setCurrentWidget(view)

        def on_answered() -> None:
            self.box = None
            self.ask(rest, then)

        def on_save() -> None:
            self.save(view, on_answered)

        name = visible(view.path.name, 100)
        self.box = ask_unsaved(self._window, name, on_save, on_answered)
