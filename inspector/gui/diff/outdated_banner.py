"""Saying when what was compared is no longer what there is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.describe import visible
from inspector.gui.diff.opening import Compared
from inspector.gui.document.banner import ChangedBanner
from inspector.gui.document.watching import FileWatch
from inspector.gui.text import translate


class OutdatedBanner(ChangedBanner):
    """A file was written, or has other edits in its tab; hidden without need."""

    read_requested = Signal()
    """The files are to be read again."""
    refresh_requested = Signal()
    """To be compared again with the edits of now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compared: Compared | None = None
        self._watches: list[FileWatch] = []
        self._edited: tuple[Path, ...] = ()
        self.reload_requested.connect(self._on_reload_requested)
        self.kept.connect(self.hide)

    def watch(self, compared: Compared) -> None:
        """Look after the files of `compared` from now on."""
        self.forget()
        self._compared = compared
        for document in {id(each): each for each in (compared.a, compared.b)}.values():
            watch = FileWatch(document.path, self)
            watch.settled.connect(self._refresh)
            self._watches.append(watch)
        self._refresh()  # one may have changed while it was being read

    def forget(self) -> None:
        """Look after no files."""
        while self._watches:
            self._watches.pop().deleteLater()
        self._compared, self._edited = None, ()
        self.hide()

    def show_edited(self, paths: Sequence[Path]) -> None:
        """These files have other edits now than when they were compared."""
        if tuple(paths) != self._edited:
            self._edited = tuple(paths)
            self._refresh()

    def _written(self) -> list[Path]:
        if self._compared is None:
            return []
        documents = (self._compared.a, self._compared.b)
        return [each.path for each in documents if each.has_changed_on_disk()]

    def _refresh(self) -> None:
        changed = self._written()
        if changed:
            text = translate("DiffView", "{name} changed on disk.")
        else:
            changed = list(self._edited)
            text = translate("DiffView", "{name} has other edits in its tab now.")
        if not changed:
            self.hide()
            return
        names = ", ".join(visible(path.name, 80) for path in dict.fromkeys(changed))
        self.say(text.replace("{name}", names))

    def _on_reload_requested(self) -> None:
        if self._written():
            self.read_requested.emit()
        else:
            self.refresh_requested.emit()
