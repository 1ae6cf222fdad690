"""What the pages about a tensor's values have in common: their five states."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.checkpoint.tensor import Tensor
from inspector.errors import InspectorError
from inspector.gui.detail.blocks import Notice, sentence
from inspector.gui.detail.subject import Subject
from inspector.gui.detail.tensor.suits import tensor_of
from inspector.gui.detail.tensor.task_line import TaskLine
from inspector.gui.faults import guarded, nothing, record
from inspector.gui.jobs import Jobs
from inspector.gui.theme import GRID, colours, is_dark

translate = QCoreApplication.translate


class TensorPage(QWidget):
    """A page about one tensor: `body` while there are values, a sentence while there are none.

    Subclasses put their widgets into `column` and write `show_tensor`, which starts the work, and
    `restyle`, which follows a change of theme. Work stops when the page is hidden and starts again
    when it is shown.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._colour()
        self.subject: Subject | None = None
        self.jobs: Jobs | None = None
        self._is_paused = False
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)
        self.line = TaskLine()
        self.line.retry_requested.connect(self._on_line_retry_requested)
        self.line.stopped.connect(self._on_line_stopped)
        self._message: QWidget | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._outer.setSpacing(GRID)
        self._outer.addWidget(self.body, 1)
        self._outer.addWidget(self.line)
        self._outer.addStretch(0)

    # -- for subclasses -----------------------------------------------------------------------

    def show_tensor(self, tensor: Tensor) -> None:
        """Show `tensor`, which has elements; start the work it takes."""

    def restyle(self) -> None:
        """The theme has changed."""

    def is_unfinished(self) -> bool:
        """Whether there is work left that hiding the page stops."""
        return self.line.is_busy

    def stop(self) -> None:
        """Forget the work under way."""
        self.line.stop()

    # -- for the pane -------------------------------------------------------------------------

    def use_jobs(self, jobs: Jobs) -> None:
        """Where values are read."""
        self.jobs = jobs
        self.line.use_jobs(jobs)

    def show_subject(self, subject: Subject) -> None:
        """Show the values of `subject`, or why there are none."""
        if subject == self.subject:
            self._colour()
            self.restyle()
            return
        self.stop()
        self.subject = subject
        self._is_paused = False
        self._start()

    def _colour(self) -> None:
        """Fusion derives its outlines from the window's colour; ours stand on `base`."""
        palette = QPalette()
        if is_dark():
            palette.setColor(QPalette.ColorRole.Window, QColor(colours().line).lighter(150))
        self.setPalette(palette)

    @property
    def tensor(self) -> Tensor | None:
        """The tensor that is shown."""
        return tensor_of(self.subject) if self.subject is not None else None

    def _start(self) -> None:
        tensor = self.tensor
        self._clear()
        self.line.say("")
        if tensor is None:
            return
        if tensor.trouble is not None:
            self.show_error(tensor.trouble)
        elif not tensor.numel:
            self._instead(sentence(translate("TensorPage", "This tensor has no elements.")))
        else:
            self.show_tensor(tensor)

    def show_error(self, error: Exception, is_partial: bool = False) -> None:
        """Say what went wrong; what is shown already stays if `is_partial`."""
        if isinstance(error, InspectorError):
            notice = Notice("error", error.message, error.hint)
        else:
            record(error)
            text = translate("TensorPage", "Inspector made a mistake while reading these values.")
            notice = Notice("error", text, f"{type(error).__name__}: {error}")
        self._instead(notice, is_partial)

    def _instead(self, message: QWidget, is_partial: bool = False) -> None:
        self._clear()
        self.body.setVisible(is_partial)
        self.line.setVisible(is_partial)
        self._message = message
        self._outer.insertWidget(0, message)
        self._outer.setStretch(self._outer.count() - 1, 0 if is_partial else 1)

    def _clear(self) -> None:
        if self._message is not None:
            self._message.hide()
            self._message.deleteLater()
            self._message = None
        self._outer.setStretch(self._outer.count() - 1, 0)
        self.body.show()
        self.line.show()

    # -- events -------------------------------------------------------------------------------

    def _on_line_retry_requested(self) -> None:
        if self.tensor is not None:
            self._start()

    def _on_line_stopped(self) -> None:
        # What is shown may be a sample, and stays one.
        stopped = translate("TensorPage", "Stopped.")
        self.line.say(f"{stopped} {self.line.note}".strip())

    @guarded(nothing)
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and self.is_unfinished():
            self._is_paused = True
            self.stop()

    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_paused:
            self._is_paused = False
            QTimer.singleShot(0, self, self._start)
