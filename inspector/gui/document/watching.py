"""Noticing that a file was written or replaced while it is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from inspector.document import Identity, identity_of

STABLE_MS = 500
"""A file that did not change for so long is not being written any more."""


class FileWatch(QObject):
    """Tells when a path holds something else than it held, once it has come to rest.

    A file that is replaced drops out of Qt's watch, and a second replacement is then seen only in
    its folder; so both are watched, and the file anew after each event.
    """

    settled = Signal()
    """Something happened, and is over."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._seen: Identity | None = identity_of(path)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_event)
        self._watcher.directoryChanged.connect(self._on_event)
        self._rest = QTimer(self, singleShot=True, interval=STABLE_MS)
        self._rest.timeout.connect(self._on_rest)
        self._watch()

    def _watch(self) -> None:
        watched = {*self._watcher.files(), *self._watcher.directories()}
        for path in (self._path, self._path.parent):
            if str(path) not in watched and path.exists():
                self._watcher.addPath(str(path))

    def _on_event(self) -> None:
        # Its neighbours in the folder may come and go all day; they cost one look.
        if not self._rest.isActive() and identity_of(self._path) != self._seen:
            self._on_rest()

    def _on_rest(self) -> None:
        self._watch()
        now = identity_of(self._path)
        if now != self._seen:
            self._seen = now
            self._rest.start()
        else:
            self.settled.emit()
