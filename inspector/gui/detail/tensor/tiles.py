"""Pieces of a large table: fetched when they are painted, kept while they are near."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.gui.jobs import Job, Jobs
from inspector.progress import Progress

CAPACITY = 256
WAITING = 24
"""So many pieces fill any screen; what was asked for before them has been scrolled away."""


class Tiles(QObject):
    """`get` gives a tile that is there, or asks for it; `arrived` tells when to paint again."""

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._fetch: Callable[[Any, Progress], Any] | None = None
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._waiting: OrderedDict[Hashable, None] = OrderedDict()
        self._job: Job | None = None
        self._is_broken = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_soon_timeout)

    def restart(self, fetch: Callable[[Any, Progress], Any]) -> None:
        """Forget everything; tiles come from `fetch(key, progress)`, called in a worker."""
        self.stop()
        self._fetch = fetch
        self._kept.clear()
        self._is_broken = False

    def stop(self) -> None:
        """Fetch nothing more until asked again."""
        self._waiting.clear()
        self._soon.stop()
        if self._job is not None:
            self._job.abandon()
            self._job = None

    def get(self, key: Hashable) -> Any | None:
        """The tile, or None and it will come."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        if key not in self._waiting and not self._is_broken:
            self._waiting[key] = None
            if len(self._waiting) > WAITING:
                self._waiting.popitem(last=False)
            if self._job is None:
                self._soon.start()
        return None

    @property
    def kept(self) -> int:
        """How many tiles are in memory."""
        return len(self._kept)

    @property
    def is_busy(self) -> bool:
        """Whether a tile is on its way."""
        return self._job is not None or bool(self._waiting)

    def _on_soon_timeout(self) -> None:
        if not self._waiting or self._job is not None or self._fetch is None:
            return
        key, _ = self._waiting.popitem(last=False)
        fetch = self._fetch

        def done(tile: Any) -> None:
            self._job = None
            self._kept[key] = tile
            if len(self._kept) > CAPACITY:
                self._kept.popitem(last=False)
            self.arrived.emit(key)
            self._soon.start()

        self._job = self._jobs.start(
            self, lambda progress: fetch(key, progress), on_done=done, on_error=self._on_job_error
        )

    def _on_job_error(self, error: Exception) -> None:
        self._job = None
        self._waiting.clear()
        self._is_broken = True
        self.failed.emit(error)
