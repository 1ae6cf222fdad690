"""A matplotlib figure on a page: imported in a worker, updated in place, redrawn when calm."""

from __future__ import annotations

import logging
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui.detail.tensor.axes import colour, place
from inspector.gui.detail.tensor.figures import MINUS
from inspector.gui.faults import guarded, nothing
from inspector.gui.jobs import Jobs
from inspector.gui.theme import GRID, colours
from inspector.progress import Progress

translate = QCoreApplication.translate

REDRAW_AFTER_MS = 80
FONTS = ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "DejaVu Sans")


def set_up_matplotlib() -> None:
    """Import it, with fonts that have what our drawings say; in a worker."""
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    import matplotlib
    from matplotlib import font_manager

    known = {font.name for font in font_manager.fontManager.ttflist}
    families = [name for name in FONTS if name in known] or ["DejaVu Sans"]
    matplotlib.rcParams["font.family"] = families
    matplotlib.rcParams["font.size"] = 9
    matplotlib.rcParams["axes.unicode_minus"] = True


def load_matplotlib(progress: Progress) -> None:
    """Import what a canvas needs and draw once, so that the first real drawing is quick."""
    set_up_matplotlib()
    progress.report(0, 0, "")
    from matplotlib.backends import backend_qtagg  # noqa: F401
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    progress.report(0, 0, "")
    figure = Figure()
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.set_title("0")
    axes.imshow([[0, 1]])
    canvas.draw()


class PlotPanel(QWidget):
    """One figure. `ready` comes once; from then on `figure` is not None.

    Attributes:
        figure, canvas: matplotlib's, or None before `ready`.
    """

    ready = Signal()
    failed = Signal(object)
    resized = Signal()
    hovered = Signal(object)
    """(x, y, axes) under the pointer, or None."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.figure: Any = None
        self.canvas: Any = None
        self._is_loading = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(20 * GRID)
        self._calm = QTimer(self, singleShot=True, interval=REDRAW_AFTER_MS)
        self._calm.timeout.connect(self._on_size_calm)

    def load(self, jobs: Jobs) -> None:
        """Import matplotlib if that has not happened; `ready` follows."""
        if self.figure is not None or self._is_loading:
            return
        self._is_loading = True
        jobs.start(self, load_matplotlib, on_done=self._on_loaded, on_error=self._on_load_error)

    def redraw(self) -> None:
        """Draw when Qt next paints."""
        if self.canvas is not None:
            self.canvas.draw_idle()

    def image(self) -> QImage | None:
        """A copy of what is shown, in device pixels."""
        if self.canvas is None:
            return None
        self.canvas.draw()
        buffer = self.canvas.buffer_rgba()
        height, width = buffer.shape[:2]
        made = QImage(bytes(buffer), width, height, 4 * width, QImage.Format.Format_RGBA8888)
        return made.copy()

    def colour_axes(self, *every: Any) -> None:
        """Ground, ink and lines of the palette of now."""
        now = colours()
        self.figure.set_facecolor(now.base)
        for axes in every:
            colour(axes, now)

    def place(self, axes: Any, left: int, bottom: int, right: int, top: int) -> None:
        """As `axes.place`, in the panel."""
        place(axes, (self.width(), self.height()), left, bottom, right, top)

    def draw(self) -> None:
        """Bring the artists up to date; subclasses do."""

    def device_pixels(self) -> tuple[int, int]:
        """(width, height) that a picture can fill."""
        ratio = self.devicePixelRatioF()
        return max(int(self.width() * ratio), 1), max(int(self.height() * ratio), 1)

    def _on_loaded(self, _: object) -> None:
        # Fonts are kept for each thread, and take as long to load as everything else.
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(figsize=(0.1, 0.1))
        figure.text(0, 0, f"0{MINUS}≥")
        FigureCanvasAgg(figure).draw()
        QTimer.singleShot(0, self, self._on_fonts_loaded)

    def _on_fonts_loaded(self) -> None:
        from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
        from matplotlib.figure import Figure

        self._is_loading = False
        self.figure = Figure()  # a layout engine takes half the time of a drawing
        self.canvas = FigureCanvasQTAgg(self.figure)
        self.canvas.setParent(self)
        self.canvas.setAccessibleName(self._name)
        self.canvas.mpl_connect("motion_notify_event", self._on_pointer_moved)
        self.canvas.mpl_connect("axes_leave_event", self._on_pointer_left)
        self.canvas.setGeometry(self.rect())
        self.ready.emit()
        self.canvas.show()

    def _on_load_error(self, error: Exception) -> None:
        self._is_loading = False
        self.failed.emit(error)

    def _on_pointer_moved(self, event: Any) -> None:
        inside = event.inaxes is not None and event.xdata is not None
        self.hovered.emit((event.xdata, event.ydata, event.inaxes) if inside else None)

    def _on_pointer_left(self, _: Any) -> None:
        self.hovered.emit(None)

    def _on_size_calm(self) -> None:
        if self.canvas is not None:
            self.canvas.setGeometry(self.rect())
            self.draw()
            self.resized.emit()

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._calm.start()
