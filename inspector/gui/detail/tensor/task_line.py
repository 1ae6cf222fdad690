"""The last line of a page: what is shown, or how far the work is and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from inspector import describe
from inspector.gui.jobs import Job, Jobs
from inspector.gui.text import label, literal
from inspector.gui.theme import GRID
from inspector.progress import Progress

translate = QCoreApplication.translate

PROGRESS_AFTER_MS = 300
_SCALE = 1000
_BAR_WIDTH = 8 * GRID


class TaskLine(QWidget):
    """Runs one job at a time for the page it stands on. A new one replaces the one before it."""

    stopped = Signal()
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: Jobs | None = None
        self._job: Job | None = None
        self._text = ""
        self._note = label(" ", dim=True)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(_BAR_WIDTH, GRID)
        self._bar.setAccessibleName(translate("TaskLine", "Progress"))
        self._amount = label("", dim=True)
        self.cancel = QPushButton(translate("TaskLine", "Cancel"))
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.retry = QPushButton(translate("TaskLine", "Continue"))
        self.retry.clicked.connect(self._on_retry_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._note, 1)
        for widget in (self._bar, self._amount, self.cancel, self.retry):
            row.addWidget(widget)
            widget.hide()
        self._row = row
        self._resting: list[QWidget] = []
        # Nothing moves when the buttons come and go.
        self.setMinimumHeight(self.cancel.sizeHint().height())
        self._late = QTimer(self, singleShot=True, interval=PROGRESS_AFTER_MS)
        self._late.timeout.connect(self._on_work_late)

    def use_jobs(self, jobs: Jobs) -> None:
        """Where the work is done."""
        self._jobs = jobs

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    @property
    def note(self) -> str:
        """What is said about what is shown."""
        return self._note.text()

    def add_button(self, button: QWidget) -> None:
        """Something that stands at the right end while nothing is under way."""
        self._row.addWidget(button)
        self._resting.append(button)

    def say(self, text: str) -> None:
        """Say something about what is shown."""
        self._note.setText(literal(text) or " ")

    def run(
        self,
        work: Callable[[Progress], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Do `work` on a thread; one callback follows, or none if other work takes its place."""
        self.stop()
        if self._jobs is None:
            return

        def finished(result: Any) -> None:
            self._rest()
            on_done(result)

        def failed(error: Exception) -> None:
            self._rest()
            on_error(error)

        self._job = self._jobs.start(
            self, work, on_done=finished, on_error=failed, on_progress=self._on_job_progress
        )
        self._late.start()

    def stop(self) -> None:
        """Forget the work under way."""
        if self._job is not None:
            self._job.abandon()
        self._rest()

    def _rest(self) -> None:
        self._job = None
        self._late.stop()
        for widget in (self._bar, self._amount, self.cancel, self.retry):
            widget.hide()
        for button in self._resting:
            button.show()

    def _on_work_late(self) -> None:
        self._bar.setRange(0, 0)
        self._amount.setText("")
        for button in self._resting:
            button.hide()
        for widget in (self._bar, self._amount, self.cancel):
            widget.show()

    def _on_job_progress(self, done: int, total: int, text: str) -> None:
        if total <= 0:
            self._bar.setRange(0, 0)
            self._amount.setText(describe.size(done) if done else "")
            return
        self._bar.setRange(0, _SCALE)
        self._bar.setValue(min(_SCALE, done * _SCALE // total))
        shown = translate("TaskLine", "{done} of {total}")
        shown = shown.replace("{done}", describe.size(done))
        self._amount.setText(shown.replace("{total}", describe.size(total)))

    def _on_cancel_clicked(self) -> None:
        self.stop()
        self.retry.show()
        self.stopped.emit()

    def _on_retry_clicked(self) -> None:
        self.retry.hide()
        self.retry_requested.emit()
