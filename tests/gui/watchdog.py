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
_QUIET_S = 0.0009
_LOOKS_EVERY = 10  # beats: looking at all threads takes a millisecond


class Watchdog(QObject):
    """A heartbeat in the event loop.

    A gap between two beats counts what this process did in it: computing in the window's thread,
    or that thread's waiting for another one that holds the interpreter. What the scheduler gave to
    other processes meanwhile is taken off, so that a busy machine cannot make a gap. Where the
    system does not tell that, only the computing time of the window's thread counts.

    What else runs on a machine slows computing down, too: caches and cores are shared. So gaps are
    divided by how much longer than on a quiet machine a fixed piece of work takes just then.

    Attributes:
        worst: Phase -> its longest gap, in ms.
    """

    def __init__(self) -> None:
        super().__init__()
        self.worst: dict[str, float] = {}
        self._phase: str | None = None
        self._last = (0.0, 0.0)
        self._waits: dict[str, int] = {}
        self._beats = 0
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Watch what is done inside."""
        self._phase = name
        self.worst.setdefault(name, 0.0)
        slowness = _slowness()
        self._waits = _waits()
        self._last = time.perf_counter(), time.thread_time()
        self._timer.start()
        yield
        self._on_beat()
        self._timer.stop()
        self._phase = None
        self.worst[name] /= max(slowness, _slowness())

    def _on_beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        wall, computing = now[0] - self._last[0] - _TICK_MS / 1000, now[1] - self._last[1]
        self._last = now
        self._beats += 1
        is_long = wall * 1000 > self.worst.get(self._phase or "", 0.0)
        waits = _waits() if is_long or self._beats % _LOOKS_EVERY == 0 else {}
        if is_long and self._phase is not None:
            waited = sum(max(0, waits[task] - self._waits.get(task, 0)) for task in waits) / 1e9
            gap = max(computing, wall - waited if waits else 0.0)
            self.worst[self._phase] = max(self.worst[self._phase], gap * 1000)
        self._waits = waits or self._waits
        self._last = time.perf_counter(), time.thread_time()


def _slowness() -> float:
    """1 on a quiet machine of 2020 or later; 2 where computing takes twice as long."""
    costs = []
    for _ in range(5):
        start = time.thread_time()
        sum(each * each for each in range(20_000))
        costs.append(time.thread_time() - start)
    return max(1.0, sorted(costs)[2] / _QUIET_S)


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
