"""A tab whose content a worker makes: it is being opened, open, stopped, or not possible."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from inspector.errors import InspectorError, say
from inspector.gui.document.state_pages import UNEXPECTED, UNEXPECTED_HINT, ErrorPage, OpeningPage
from inspector.gui.faults import record
from inspector.gui.jobs import Job, Jobs
from inspector.gui.text import translate
from inspector.progress import Progress

PROGRESS_AFTER_MS = 300


class State(Enum):
    """What a tab shows."""

    OPENING = "opening"
    OPEN = "open"
    FAILED = "failed"
    STOPPED = "stopped"


class TabView(QWidget):
    """Everything in it happens without a dialog. A subclass starts its job with `_make`, shows what
    comes of it in `_on_job_done`, and says the rest in the methods that raise here."""

    stopped = ("", "")
    """Context and text of what is said when a person stopped it."""
    state_changed = Signal()
    selection_changed = Signal()
    close_requested = Signal()
    menu_requested = Signal(QPoint)
    message = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = State.OPENING
        self.error: InspectorError | None = None
        self._jobs = jobs
        self._job: Job | None = None
        self._turn = 0
        self._opening: OpeningPage | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._stack = QStackedLayout()
        self.column.addLayout(self._stack, 1)
        self._blank = QWidget(self)
        self._stack.addWidget(self._blank)
        self._late = QTimer(self, singleShot=True, interval=PROGRESS_AFTER_MS)
        self._late.timeout.connect(self._on_opening_late)

    @property
    def title(self) -> str:
        """What the tab is called."""
        raise NotImplementedError

    def reload(self) -> None:
        """Make it again from what is on disk now."""
        raise NotImplementedError

    def _path(self) -> Path:
        """The file that is being opened."""
        raise NotImplementedError

    def _give_up(self) -> None:
        """Forget what is shown, or was about to be."""
        raise NotImplementedError

    def _on_job_done(self, made: Any) -> None:
        """Show what the job made."""
        raise NotImplementedError

    # -- making -------------------------------------------------------------------------------

    def _make(self, work: Callable[[Progress], Any], discard: Callable[[Any], None]) -> None:
        if self.state is not State.OPEN:
            self._enter(State.OPENING, self._blank)
            self._late.start()
        self._turn += 1
        self._job = self._jobs.start(
            self,
            work,
            on_done=self._on_job_done,
            on_error=self._on_job_error,
            on_progress=self._on_job_progress,
            discard=discard,
        )

    def _drop_job(self) -> None:
        self._late.stop()
        self._turn += 1
        if self._job is not None:
            self._job.abandon()
            self._job = None

    def cancel(self) -> None:
        """Stop opening; the tab stays and offers to try again."""
        if self._job is not None and self.state is State.OPENING:
            self._drop_job()
            page = ErrorPage("info", translate(*self.stopped), None, self._path())
            self._show_failure(State.STOPPED, page)

    def _on_opening_late(self) -> None:
        if self.state is State.OPENING:
            self._opening = OpeningPage(self._path(), self)
            self._opening.cancel_requested.connect(self.cancel)
            self._swap(self._opening)

    def _on_job_progress(self, done: int, total: int, text: str) -> None:
        if self._opening is not None:
            self._opening.show_progress(done, total, text)

    def _in_turn(self, *steps: Callable[[], None]) -> None:
        """Do the steps one by one, so that none holds up the window for long."""
        try:
            steps[0]()
        except Exception as error:
            self._on_job_error(error)
            return
        turn = self._turn

        def go_on() -> None:
            if self._turn == turn:  # else it was closed or opened again meanwhile
                self._in_turn(*steps[1:])

        if len(steps) > 1:
            QTimer.singleShot(0, self, go_on)

    def _on_job_error(self, error: Exception) -> None:
        self._job = None
        self._give_up()
        self._fail(error, self._path())

    def _fail(self, error: Exception, path: Path) -> None:
        """Say why there is nothing to see, and which file is to blame."""
        if isinstance(error, InspectorError):
            self.error = error
            page = ErrorPage("error", error.message, error.hint, path)
        else:
            text = translate("ErrorPage", UNEXPECTED).replace("{name}", self.title)
            hint = translate("ErrorPage", UNEXPECTED_HINT)
            self.error = InspectorError(say(text), hint=say(hint))
            page = ErrorPage("error", text, hint, path, details=record(error))
        self._show_failure(State.FAILED, page)

    def _show_failure(self, state: State, page: ErrorPage) -> None:
        page.retry_requested.connect(self.reload)
        page.close_requested.connect(self.close_requested)
        self._enter(state, page)

    # -- what is in front ---------------------------------------------------------------------

    def _stays(self, page: QWidget) -> bool:
        """Whether a page is kept when another one takes its place."""
        return page is self._blank

    def _swap(self, page: QWidget) -> None:
        old = self._stack.currentWidget()
        if page is not old:
            self._stack.addWidget(page)
            self._stack.setCurrentWidget(page)
            if old is not None and not self._stays(old):
                self._stack.removeWidget(old)
                old.deleteLater()

    def _enter(self, state: State, page: QWidget) -> None:
        self._late.stop()
        self._opening = None
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        was_open = self.state is State.OPEN and state is State.OPEN
        self.state = state
        self._swap(page)
        if (had_focus or state is not State.OPENING) and not was_open:
            page.setFocus()
        self.state_changed.emit()
