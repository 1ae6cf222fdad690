"""The drawings about a pair: made in a worker, shown as a picture."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.analysis.diff.closeup import Closeup
from inspector.gui.detail.tensor.plot_panel import REDRAW_AFTER_MS, set_up_matplotlib
from inspector.gui.diff.looks import CHANGED, MISSING, STATE_LOOKS, UNEXPECTED
from inspector.gui.diff.pair_drawing import Look, PairDrawing
from inspector.gui.faults import guarded, nothing, record
from inspector.gui.jobs import Job, Jobs
from inspector.gui.text import translate
from inspector.gui.theme import colours
from inspector.progress import Progress

_LEAST_HEIGHT = 120


class PairPlot(QWidget):
    """Shows a `Closeup`.

    Attributes:
        picture: What is shown; None before it is drawn.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: QImage | None = None
        self._jobs: Jobs | None = None
        self._job: Job | None = None
        self._closeup: Closeup | None = None
        self.setAccessibleName(translate("PairPlot", "Histograms and heat map of the difference"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self._calm = QTimer(self, singleShot=True, interval=REDRAW_AFTER_MS)
        self._calm.timeout.connect(self.draw)

    def use_jobs(self, jobs: Jobs) -> None:
        """Where it is drawn."""
        self._jobs = jobs

    def show_closeup(self, closeup: Closeup | None) -> None:
        """Draw another pair; None draws nothing."""
        self._closeup = closeup
        self.draw()

    def draw(self) -> None:
        """Draw anew, for the size and the palette of now."""
        if self._job is not None:
            self._job.abandon()
            self._job = None
        found, look = self._closeup, self._look()
        if found is None or self._jobs is None:
            self.picture = None
            self.update()
            return

        def work(progress: Progress) -> tuple[bytes, int, int]:
            set_up_matplotlib()
            progress.report(0, 0, "")
            return PairDrawing(found, look).rgba()

        self._job = self._jobs.start(self, work, on_done=self._on_drawn, on_error=self._on_error)

    def _look(self) -> Look:
        states = (MISSING, UNEXPECTED, CHANGED)
        left, right, delta = (STATE_LOOKS[state].colour.name() for state in states)
        titles = (
            translate("PairPlot", "left (line), right (filled)"),
            translate("PairPlot", "Δ = right − left"),
            translate("PairPlot", "max |Δ| by block"),
        )
        ratio = self.devicePixelRatioF()
        return Look(self.width(), self.height(), ratio, colours(), left, right, delta, titles)

    def _on_drawn(self, drawn: tuple[bytes, int, int]) -> None:
        pixels, width, height = drawn
        self._job = None
        # A copy, for the image does not keep the bytes alive.
        image = QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture = image
        self.update()

    def _on_error(self, error: Exception) -> None:
        self._job = None
        record(error)

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is not None:
            QPainter(self).drawImage(0, 0, self.picture)

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._closeup is not None:
            self._calm.start()
