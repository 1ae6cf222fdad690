"""Comparing the values of a diff: a job whose results are taken in small batches."""

from __future__ import annotations

import time
from collections import deque
from contextlib import closing, nullcontext
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.analysis.diff.elementwise import Tolerance
from inspector.analysis.diff.model import PairValues
from inspector.analysis.diff.values import compare_values
from inspector.formats.registry import paused_collector
from inspector.gui.diff.opening import Compared
from inspector.gui.jobs import Job, Jobs
from inspector.progress import Progress

MANY = 20_000
"""Of so many pairs the results are taken less often."""
TAKEN_EVERY_MS = 100
TAKEN_FOR_S = 0.012
"""So long may one batch keep the main thread; the rest waits for the next one."""
_TURNS = 8  # batches between two looks at the whole


class Doing(Enum):
    """How far the comparison is."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    DONE = "done"


class ValueComparison(QObject):
    """Fills the outcome and the index of a diff. Pausing stops the job and keeps what is known:
    a worker that waits would be one that nothing else can use."""

    advanced = Signal()
    """New values are in the index."""
    changed = Signal()
    """It runs, waits or has ended."""
    failed = Signal(object)

    def __init__(self, compared: Compared, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._compared = compared
        self._jobs = jobs
        self._job: Job | None = None
        self._inbox: deque[PairValues] = deque()
        self._is_over = False
        self._order = list(compared.order)
        self.doing = Doing.READY if self._order else Doing.DONE
        self.done = self.total = 0
        self._are_many = len(self._order) > MANY
        interval = 3 * TAKEN_EVERY_MS if self._are_many else TAKEN_EVERY_MS
        self._timer = QTimer(self, interval=interval)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def left(self) -> int:
        """How many pairs have not been compared."""
        return len(self._order) - len(self._compared.outcome.values)

    @property
    def is_identical(self) -> bool:
        """Whether everything was compared and nothing differs, names included."""
        return self._compared.outcome.is_identical

    def start(self) -> None:
        """Compare what has not been compared yet."""
        if self.doing in (Doing.RUNNING, Doing.DONE):
            return
        known = self._compared.outcome.values
        self._is_over = False
        structure, wanted = self._compared.outcome.structure, self._compared.wanted
        # Of its own, so that a job that was stopped and still runs puts nothing into this one.
        inbox: deque[PairValues] = deque()
        self._inbox = inbox
        tolerance = Tolerance(wanted.rtol, wanted.atol) if wanted.rtol or wanted.atol else None
        many = self._are_many
        order = [index for index in self._order if index not in known]

        def work(progress: Progress) -> None:
            values_of = compare_values(structure, progress, tolerance, order, is_watched=True)
            # Collections over tens of thousands of results would each be a stutter.
            with paused_collector() if many else nullcontext(), closing(values_of) as results:
                for values in results:
                    inbox.append(values)

        self._job = self._jobs.start(
            self,
            work,
            on_done=self._on_job_done,
            on_error=self._on_job_error,
            on_progress=self._on_job_progress,
        )
        self._enter(Doing.RUNNING)
        self._timer.start()

    def pause(self) -> None:
        """Stop for now; `start` goes on."""
        self._end(Doing.PAUSED)

    def stop(self) -> None:
        """Stop; what is known stays."""
        self._end(Doing.STOPPED)

    def close(self) -> None:
        """The diff goes away."""
        if self._job is not None:
            self._job.abandon()
            self._job = None
        self._timer.stop()

    def _end(self, doing: Doing) -> None:
        if self.doing in (Doing.RUNNING, Doing.PAUSED):
            self.close()
            self._enter(doing)
            self._drain(_TURNS)

    def _enter(self, doing: Doing) -> None:
        self.doing = doing
        self.changed.emit()

    # -- batches ------------------------------------------------------------------------------

    def _on_timer_timeout(self) -> None:
        if self._inbox:
            self._drain(_TURNS)
        elif self._is_over:
            self._on_taken()  # what was taken last may not be summed up yet

    def _drain(self, turns: int) -> None:
        """Take what has come in, turn by turn so that the window goes on, and sum it up."""
        self._take(TAKEN_FOR_S)
        if self._inbox and turns > 1:
            QTimer.singleShot(0, self, lambda: self._drain(turns - 1))
        else:
            QTimer.singleShot(0, self, self._on_taken)

    def _on_taken(self) -> None:
        self._compared.index.sum_up()
        self.advanced.emit()
        if self.doing is not Doing.RUNNING:
            if self._inbox:
                self._drain(_TURNS)
        elif self._is_over and not self._inbox:
            self._timer.stop()
            self._enter(Doing.DONE)

    def _take(self, seconds: float) -> None:
        """Take what has come in, for so long at most."""
        end = time.perf_counter() + seconds
        outcome, index = self._compared.outcome, self._compared.index
        while self._inbox and time.perf_counter() < end:
            values = self._inbox.popleft()
            index.take(values, outcome.take(values))

    def _on_job_progress(self, done: int, total: int, text: str) -> None:
        self.done, self.total = done, total

    def _on_job_done(self, _: None) -> None:
        self._job, self._is_over = None, True
        self._on_timer_timeout()

    def _on_job_error(self, error: Exception) -> None:
        self._job = None
        self._end(Doing.STOPPED)
        self.failed.emit(error)
