"""How long the window's thread was kept from its events, and by what."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

_TASKS = Path("/proc/self/task")
_TICK_MS = 4


class Watchdog(QObject):
    """A heartbeat in the event loop.

    A gap between two beats counts what this process did in it: computing in the window's thread,
    or that thread's waiting for another one that holds the interpreter. What the scheduler gave to
    other processes meanwhile is taken off, so that a busy machine cannot make a gap. Where the
    system does not tell that, only the computing time of the window's thread counts.

    Attributes:
        worst: Phase -> its longest gap, in ms.
    """

    def __init__(self) -> None:
        super().__init__()
        self.worst: dict[str, float] = {}
        self._phase: str | None = None
        self._last = (0.0, 0.0, {})  # type: tuple[float, float, dict[str, int]]
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Watch what is done inside."""
        self._phase = name
        self.worst.setdefault(name, 0.0)
        self._last = self._now()
        self._timer.start()
        yield
        self._on_beat()
        self._timer.stop()
        self._phase = None

    def _now(self) -> tuple[float, float, dict[str, int]]:
        return time.perf_counter(), time.thread_time(), _waits()

    def _on_beat(self) -> None:
        now = self._now()
        wall, computing = now[0] - self._last[0], now[1] - self._last[1]
        before, after = self._last[2], now[2]
        self._last = now
        if self._phase is None:
            return
        gap = computing
        if after:
            waited = sum(max(0, after[task] - before.get(task, 0)) for task in after) / 1e9
            gap = max(computing, wall - waited - _TICK_MS / 1000)
        self.worst[self._phase] = max(self.worst[self._phase], gap * 1000)


def _waits() -> dict[str, int]:
    """Thread -> nanoseconds it was ready to run and another process ran (proc(5), schedstat)."""
    found = {}
    try:
        for task in _TASKS.iterdir():
            try:
                found[task.name] = int((task / "schedstat").read_text().split()[1])
            except (OSError, IndexError, ValueError):
                continue  # the thread has ended
    except OSError:
        return {}
    return found if str(threading.get_native_id()) in found else {}
