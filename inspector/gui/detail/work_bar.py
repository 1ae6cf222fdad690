"""Work that a page asks for: one piece at a time, with progress in bytes and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from inspector import describe
from inspector.errors import InspectorError
from inspector.gui.core_sentences import said
from inspector.gui.faults import record
from inspector.gui.jobs import Job, Jobs
from inspector.gui.text import label, literal, translate
from inspector.gui.theme import GRID
from inspector.progress import Progress

LATE_MS = 300
_SCALE = 1000


class WorkBar(QWidget):
    """Runs work for a page and shows itself once that takes a moment.

    The result of work that was replaced or stopped is dropped. Nothing runs without `jobs`.
    """

    ended = Signal()
    """The work was done, failed or was stopped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs: Jobs | None = None
        self._job: Job | None = None
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(GRID)
        self.bar.setAccessibleName(translate("WorkBar", "Progress"))
        self.state = label(parent=self, dim=True)
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cancel = QPushButton(self)
        self.cancel.clicked.connect(self.stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        layout.setSpacing(GRID)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.state, 1)
        layout.addWidget(self.cancel)
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self.show)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether work is under way."""
        return self._job is not None

    def start(
        self,
        work: Callable[[Progress], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[str, str], None],
        on_stopped: Callable[[], None],
    ) -> None:
        """Run `work` on a thread; `on_error` gets a sentence and what to do about it."""
        self.drop()
        if self.jobs is None:
            return
        self._on_stopped = on_stopped
        self.cancel.setText(translate("WorkBar", "Cancel"))
        self.bar.setRange(0, 0)
        self.state.setText("")
        self._late.start()

        def done(result: Any) -> None:
            self._end()
            on_done(result)

        def failed(error: Exception) -> None:
            self._end()
            on_error(*_words(error))

        self._job = self.jobs.start(
            self, work, on_done=done, on_error=failed, on_progress=self._on_job_progress
        )

    def stop(self) -> None:
        """Stop what is under way."""
        if self._job is not None:
            self.drop()
            self._on_stopped()

    def drop(self) -> None:
        """Forget what is under way, without a word."""
        if self._job is not None:
            self._job.abandon()
            self._end()

    def _end(self) -> None:
        self._job = None
        self._late.stop()
        self.hide()
        self.ended.emit()

    def _on_job_progress(self, done: int, total: int, text: str) -> None:
        if total > 0:
            self.bar.setRange(0, _SCALE)
            self.bar.setValue(min(_SCALE, done * _SCALE // total))
            of = translate("WorkBar", "{done} of {total}")
            of = of.replace("{done}", describe.size(done)).replace("{total}", describe.size(total))
            self.state.setText(literal(" · ".join(filter(None, (of, said(text)))), 200))
        else:
            self.state.setText(literal(said(text), 200))


def _words(error: Exception) -> tuple[str, str]:
    """A sentence and a remedy for what went wrong; our own mistakes are recorded."""
    if isinstance(error, InspectorError):
        return said(error.message), said(error.hint or "")
    record(error)
    return (
        translate("WorkBar", "Inspector made a mistake here."),
        translate("WorkBar", "The file itself was not changed. Its other pages still work."),
    )
