"""A plane of a tensor as a picture: one artist and one colour bar, updated in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.detail.tensor.colour_maps import diverging, sequential
from inspector.gui.detail.tensor.figures import short
from inspector.gui.detail.tensor.plot_panel import PlotPanel
from inspector.gui.faults import record
from inspector.gui.theme import colours

translate = QCoreApplication.translate

# Pixels: for the titles and ticks of rows and columns, for the colour bar, around everything.
_MARGINS = (72, 40)
_BAR = 88
_EDGE = 8
_LARGEST = 1000
_TICKS = 5  # each of them costs a millisecond of a drawing
_USUAL, _FAR = 0.995, 1.2


@dataclass(frozen=True, slots=True)
class Picture:
    """What a heat map shows.

    Attributes:
        values: Rows × columns.
        gaps: Where nothing is, or None; NaN among the values is something, and is seen.
        limit: Where the colours end although there are larger values; None for the largest.
        rows, columns: How many rows and columns of the plane it stands for.
        is_signed: Colours go both ways from zero.
    """

    values: np.ndarray
    rows: float
    columns: float
    is_signed: bool
    titles: tuple[str, str] = ("", "")
    is_square: bool = False
    gaps: np.ndarray | None = None
    limit: float | None = None


def usual_limit(values: np.ndarray) -> float | None:
    """The absolute value that 99.5 % of `values` stay within; None where none is far beyond it."""
    sizes = np.abs(values[np.isfinite(values)])
    if not sizes.size:
        return None
    limit, largest = float(np.quantile(sizes, _USUAL)), float(sizes.max())
    return limit if 0 < limit < largest / _FAR else None


class HeatPlot(PlotPanel):
    """Shows a `Picture`; `pointed` tells the cell under the pointer."""

    pointed = Signal(object)
    """(row, column) of `values`, or None."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.picture: Picture | None = None
        self._axes: Any = None
        self._image: Any = None
        self._bar: Any = None
        self.ready.connect(self._on_ready)
        self.hovered.connect(self._on_hovered)

    def show_picture(self, picture: Picture | None) -> None:
        """Show `picture`, or nothing."""
        self.picture = picture
        self.draw()

    def draw(self) -> None:
        """Bring the artists up to date."""
        if self.figure is None:
            return
        try:
            self._update()
        except Exception as error:
            record(error)
        self.redraw()

    def resolution(self) -> tuple[int, int]:
        """(rows, columns) that can be told apart; with more, some would not be drawn at all."""
        width, height = self.device_pixels()
        ratio = self.devicePixelRatioF()
        across = width - int((_MARGINS[0] + _BAR) * ratio)
        down = height - int((_MARGINS[1] + _EDGE) * ratio)
        return min(max(down, 64), _LARGEST), min(max(across, 64), _LARGEST)

    def _on_ready(self) -> None:
        from matplotlib.ticker import FuncFormatter

        self._axes = self.figure.add_subplot()
        self._image = self._axes.imshow(
            np.zeros((1, 1)), interpolation="nearest", aspect="auto", origin="upper"
        )
        self._bar = self.figure.colorbar(
            self._image,
            cax=self.figure.add_axes((0, 0, 1, 1)),
            format=FuncFormatter(lambda value, _: self._tick(value)),
        )
        self.draw()

    def _tick(self, value: float) -> str:
        """The ends of a clipped range say that there is more beyond them."""
        limit = self.picture.limit if self.picture is not None else None
        if limit is None or abs(value) < limit * (1 - 1e-6):
            return short(value)
        return f"{'≥' if value > 0 else '≤'} {short(value)}"

    def _update(self) -> None:
        from matplotlib.ticker import FixedLocator, MaxNLocator

        picture = self.picture
        is_shown = picture is not None and picture.values.size > 0
        self._axes.set_visible(is_shown)
        self._bar.ax.set_visible(is_shown)
        self.colour_axes(self._axes, self._bar.ax)
        self._bar.outline.set_visible(False)
        has_titles = picture is not None and bool(picture.titles[0])
        left, bottom = _MARGINS if has_titles else (_EDGE, _EDGE)
        self.place(self._axes, left, bottom, _BAR, _EDGE)
        self.place(self._bar.ax, 12 - _BAR, bottom, 62, _EDGE)
        if not is_shown or picture is None:
            return
        values = np.ma.masked_invalid(picture.values)
        biggest = float(np.abs(values).max()) if values.count() else 0.0
        biggest = biggest or 1.0
        end = picture.limit or biggest
        if picture.limit is not None:
            values = np.ma.clip(values, -end, end)
        if picture.gaps is not None:
            values[picture.gaps] = 2 * biggest
        colour_map = diverging if picture.is_signed else sequential
        self._image.set_cmap(colour_map(colours()))
        self._image.set_data(values)
        self._image.set_clim(-end if picture.is_signed else 0.0, end)
        ends = np.linspace(-end if picture.is_signed else 0.0, end, 5).tolist()
        self._bar.set_ticks(MaxNLocator(_TICKS) if picture.limit is None else FixedLocator(ends))
        self._image.set_extent((-0.5, picture.columns - 0.5, picture.rows - 0.5, -0.5))
        self._axes.set_aspect("equal" if picture.is_square else "auto")
        self._axes.set_xlim(-0.5, picture.columns - 0.5)
        self._axes.set_ylim(picture.rows - 0.5, -0.5)
        self._axes.set_ylabel(picture.titles[0])
        self._axes.set_xlabel(picture.titles[1])
        for axis, title in (
            (self._axes.yaxis, picture.titles[0]),
            (self._axes.xaxis, picture.titles[1]),
        ):
            axis.set_visible(bool(title))
            axis.set_major_locator(MaxNLocator(_TICKS, integer=True))

    def _on_hovered(self, place: Any) -> None:
        picture = self.picture
        if place is None or picture is None or place[2] is not self._axes:
            self.pointed.emit(None)
            return
        height, width = picture.values.shape
        row = int((place[1] + 0.5) * height / picture.rows)
        column = int((place[0] + 0.5) * width / picture.columns)
        inside = 0 <= row < height and 0 <= column < width
        self.pointed.emit((row, column) if inside else None)
