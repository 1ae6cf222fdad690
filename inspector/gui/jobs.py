"""Work off the GUI thread. The only file with threads.

A job is a plain function. One long-lived bridge in the GUI thread receives what workers say
through a deque and a single queued signal; workers never own or touch a QObject. Every other
pattern that was tried crashed or hung when a window closed while its job still reported.
"""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from inspector.errors import Cancelled
from inspector.gui.faults import record
from inspector.progress import Progress

WORKERS = 2
REPORT_INTERVAL_S = 0.05
SWITCH_INTERVAL_S = 0.00005


def _ignore(*_: Any) -> None:
    """The callback of those who do not ask."""


@dataclass(eq=False)
class Job:
    """A piece of work and who wants to hear of it. All callbacks run in the GUI thread.

    Attributes:
        on_done: Called with the result.
        on_error: Called with the exception.
        on_cancelled: Called once the work has really stopped.
        on_progress: Called with (bytes done, bytes in all or 0, text), at most 20 times a second.
        discard: Called, in any thread, with a result nobody wants any more.
    """

    number: int
    work: Callable[[Progress], Any]
    on_done: Callable[[Any], None] = _ignore
    on_error: Callable[[Exception], None] = _ignore
    on_cancelled: Callable[[], None] = _ignore
    on_progress: Callable[[int, int, str], None] = _ignore
    discard: Callable[[Any], None] = _ignore
    stop: threading.Event = field(default_factory=threading.Event)
    is_orphan: bool = False

    def cancel(self) -> None:
        """Ask the work to stop at its next report. `on_cancelled` follows."""
        self.stop.set()

    def abandon(self) -> None:
        """As `cancel`, and nobody is told: the owner is gone."""
        self.is_orphan = True
        self.stop.set()


class Jobs(QObject):
    """Runs jobs on two threads and brings what they say into the GUI thread.

    Keep one for the life of the application; `close` it before Qt goes away.
    """

    _woken = Signal()
    idle = Signal()
    """Emitted when the last running job has told its end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The window's thread gives the interpreter away in every call of Qt's, and waits this long
        # to get it back from a worker that computes in Python.
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        self._pool = ThreadPoolExecutor(WORKERS, "job")
        self._running: dict[int, tuple[Job, Future[None]]] = {}
        self._messages: deque[tuple[Job, str, tuple[Any, ...]]] = deque()
        self._is_scheduled = False
        self._is_closed = False
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._woken.connect(self._on_bridge_woken, Qt.ConnectionType.QueuedConnection)

    def start(self, owner: QObject, work: Callable[[Progress], Any], **callbacks: Any) -> Job:
        """Run `work(progress)` on a thread. It is abandoned when `owner` is destroyed.

        After `close` nothing is run any more: a timer may still go off in a window that closes.
        """
        job = Job(next(self._numbers), work, **callbacks)
        if self._is_closed:
            job.abandon()
            return job
        owner.destroyed.connect(job.abandon)
        self._running[job.number] = (job, self._pool.submit(self._run, job))
        return job

    @property
    def running(self) -> int:
        """How many jobs have not told their end yet."""
        return len(self._running)

    def close(self, timeout_s: float = 1.0) -> bool:
        """Abandon everything and wait a moment; True if every worker has stopped."""
        self._is_closed = True
        for job, _ in self._running.values():
            job.abandon()
        self._pool.shutdown(wait=False, cancel_futures=True)
        # A future that was cancelled while it waited counts as "not done" for ever.
        begun = [future for _, future in self._running.values() if not future.cancelled()]
        left = wait_for(begun, timeout_s).not_done
        self._on_bridge_woken()
        return not left

    # -- in the worker ------------------------------------------------------------------------

    def _run(self, job: Job) -> None:
        last = 0.0

        def report(done: int, total: int, text: str) -> None:
            nonlocal last
            if job.stop.is_set():
                raise Cancelled
            now = time.monotonic()
            if now - last >= REPORT_INTERVAL_S:
                last = now
                self._tell(job, "progress", done, total, text)

        try:
            if job.stop.is_set():
                raise Cancelled
            result = job.work(Progress(report))
        except Cancelled:
            self._tell(job, "cancelled")
        except Exception as error:
            self._tell(job, "error", error)
        except BaseException as error:
            self._tell(job, "error", RuntimeError(repr(error)))
        else:
            self._tell(job, "done", result)

    def _tell(self, job: Job, what: str, *values: Any) -> None:
        with self._lock:
            if self._is_closed:
                if what == "done":
                    job.discard(*values)
                return
            self._messages.append((job, what, values))
            if self._is_scheduled:
                return
            self._is_scheduled = True
            self._woken.emit()

    # -- in the GUI thread --------------------------------------------------------------------

    @Slot()
    def _on_bridge_woken(self) -> None:
        with self._lock:
            self._is_scheduled = False
            messages = list(self._messages)
            self._messages.clear()
        for job, what, values in messages:
            try:
                self._deliver(job, what, values)
            except Exception as error:
                record(error)
        if messages and not self._running:
            self.idle.emit()

    def _deliver(self, job: Job, what: str, values: tuple[Any, ...]) -> None:
        if what != "progress":
            self._running.pop(job.number, None)
        if job.is_orphan or job.stop.is_set():
            if what == "done":
                job.discard(*values)
            if not job.is_orphan and what != "progress":
                job.on_cancelled()
            return
        getattr(job, f"on_{what}")(*values)
