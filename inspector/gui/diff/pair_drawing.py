"""Both histograms of a pair, the difference's, and where it lies, drawn beside each other.

Runs in a worker: three drawings at once take longer than the window may be held up. So nothing here
asks Qt for anything; what depends on the window comes as a `Look`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from inspector.analysis.diff.closeup import Closeup
from inspector.gui.detail.tensor.axes import colour, place
from inspector.gui.detail.tensor.colour_maps import sequential
from inspector.gui.detail.tensor.figures import compact, short
from inspector.gui.theme import Colours

# Pixels around each drawing.
_LEFT, _BOTTOM, _RIGHT, _TOP, _BAR = 48, 34, 8, 22, 76
_LEAST = 140  # pixels of width of one drawing
_TICKS = 3
_DPI = 100


@dataclass(frozen=True, slots=True)
class Look:
    """What a drawing is to look like.

    Attributes:
        width, height: Of the whole, in pixels of the layout.
        ratio: Device pixels for one of these.
        left, right, delta: Colours of the three histograms.
        titles: Of the three drawings.
    """

    width: int
    height: int
    ratio: float
    colours: Colours
    left: str
    right: str
    delta: str
    titles: tuple[str, str, str]


class PairDrawing:
    """A figure of one closeup. Left is an outline, right a filled shape: not by colour alone."""

    def __init__(self, found: Closeup, look: Look) -> None:
        from matplotlib.figure import Figure

        self.look = look
        size = (max(look.width, 1) / _DPI, max(look.height, 1) / _DPI)
        self.figure = Figure(size, _DPI * look.ratio, facecolor=look.colours.base)
        # Near the largest float64, matplotlib's own sums overflow.
        with np.errstate(all="ignore"):
            self._add(found)

    def rgba(self) -> tuple[bytes, int, int]:
        """(pixels, row by row and of four bytes each, width, height), in device pixels."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        canvas = FigureCanvasAgg(self.figure)
        with np.errstate(all="ignore"):
            canvas.draw()
        buffer: Any = canvas.buffer_rgba()
        height, width = buffer.shape[:2]
        return bytes(buffer), width, height

    def _add(self, found: Closeup) -> None:
        look = self.look
        if found.delta_counts is None or found.heat is None:
            self._add_values(found, look.width)
            return
        # A narrow panel leaves out what comes last, before nothing of it can be read.
        drawn = min(max(look.width // _LEAST, 1), 3)
        width = look.width // drawn
        self._add_values(found, width)
        if drawn > 1:
            self._add_delta(found.delta_edges, found.delta_counts, width)
        if drawn > 2:
            self._add_heat(found, np.ma.masked_invalid(found.heat), 2 * width)

    def _axes(self, title: str, start: int, end: int) -> Any:
        look = self.look
        axes = self.figure.add_axes((0, 0, 1, 1))
        axes.set_title(title, fontsize=9, loc="left", color=look.colours.dim)
        colour(axes, look.colours)
        right = max(look.width - end, 0) + _RIGHT
        place(axes, (look.width, look.height), start + _LEFT, _BOTTOM, right, _TOP)
        axes.tick_params(labelsize=8)
        return axes

    def _finish_histogram(self, axes: Any) -> None:
        from matplotlib.ticker import MaxNLocator, NullFormatter

        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        axes.xaxis.set_major_locator(MaxNLocator(_TICKS))
        axes.xaxis.set_major_formatter(lambda value, _: short(value))
        axes.yaxis.set_major_formatter(lambda value, _: compact(value))
        axes.yaxis.set_minor_formatter(NullFormatter())

    def _add_values(self, found: Closeup, end: int) -> None:
        axes = self._axes(self.look.titles[0], 0, end)
        if found.counts_b is not None and found.edges is not None:
            axes.stairs(found.counts_b, found.edges, fill=True, color=self.look.right, alpha=0.45)
        if found.counts_a is not None and found.edges is not None:
            axes.stairs(found.counts_a, found.edges, color=self.look.left, linewidth=1.2)
        axes.set_ylim(bottom=0)
        self._finish_histogram(axes)

    def _add_delta(self, edges: Any, counts: np.ndarray, start: int) -> None:
        axes = self._axes(self.look.titles[1], start, start + start)
        axes.stairs(counts, edges, fill=True, color=self.look.delta)
        axes.set_yscale("log")
        axes.set_ylim(0.7, 2 * max(int(counts.max()), 1))
        self._finish_histogram(axes)

    def _add_heat(self, found: Closeup, heat: Any, start: int) -> None:
        look = self.look
        axes = self._axes(look.titles[2], start, look.width - _BAR)
        largest = float(heat.max()) if heat.count() else 0.0
        image = axes.imshow(
            heat,
            cmap=sequential(look.colours),
            vmin=0,
            vmax=largest or 1.0,
            extent=(-0.5, found.columns - 0.5, found.rows - 0.5, -0.5),
            aspect="auto",
            interpolation="nearest",
        )
        for axis in (axes.xaxis, axes.yaxis):
            axis.get_major_locator().set_params(integer=True, nbins=_TICKS)
        axes.yaxis.set_visible(found.rows > 1)
        beside = self.figure.add_axes((0, 0, 1, 1))
        place(beside, (look.width, look.height), 8 - _BAR, _BOTTOM, _BAR - 18, _TOP)
        bar = self.figure.colorbar(image, cax=beside)
        bar.outline.set_visible(False)
        bar.ax.tick_params(labelsize=8)
        bar.set_ticks([0, largest or 1.0])
        bar.ax.set_yticklabels(["0", short(largest or 1.0)])
        colour(beside, look.colours)
