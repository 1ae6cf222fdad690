"""Both histograms, the difference's, and where it lies: three drawings on one canvas."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtWidgets import QWidget

from inspector.analysis.diff.closeup import Closeup
from inspector.gui.detail.tensor.colour_maps import sequential
from inspector.gui.detail.tensor.figures import compact, short
from inspector.gui.detail.tensor.plot_panel import PlotPanel
from inspector.gui.diff.looks import CHANGED, MISSING, STATE_LOOKS, UNEXPECTED
from inspector.gui.faults import record
from inspector.gui.text import translate
from inspector.gui.theme import colours

# Pixels around each drawing.
_LEFT, _BOTTOM, _RIGHT, _TOP, _BAR = 48, 34, 8, 22, 76
_LEAST = 140  # pixels of width of one drawing
_TICKS = 3


class PairPlot(PlotPanel):
    """Draws a `Closeup`. Left is drawn as an outline, right as a filled shape: not by colour alone;
    the colours are those of what only one side has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("PairPlot", "Histograms and heat map of the difference"), parent)
        self._closeup: Closeup | None = None
        self._axes: list[Any] = []
        self._bar: Any = None
        self.setMinimumHeight(120)
        self.ready.connect(self._on_ready)

    def show_closeup(self, closeup: Closeup | None) -> None:
        """Draw another pair; None draws nothing."""
        self._closeup = closeup
        self.draw()

    def draw(self) -> None:
        """Bring the drawings up to date."""
        if self.figure is None or not self._axes:
            return
        try:
            # Near the largest float64, matplotlib's own sums overflow.
            with np.errstate(all="ignore"):
                self._update()
        except Exception as error:
            record(error)
        self.redraw()

    def _on_ready(self) -> None:
        self._axes = [self.figure.add_subplot(1, 4, at + 1) for at in range(4)]
        self._bar = self._axes.pop()
        self.draw()

    def _update(self) -> None:
        found = self._closeup
        for axes in (*self._axes, self._bar):
            axes.clear()
            self.colour_axes(axes)
            axes.set_visible(False)
        if found is None:
            return
        if found.delta_counts is None or found.heat is None:
            self._draw_values(found, self.width())
            return
        # A narrow panel leaves out what comes last, before nothing of it can be read.
        drawn = min(max(self.width() // _LEAST, 1), 3)
        width = self.width() // drawn
        self._draw_values(found, width)
        if drawn > 1:
            self._draw_delta(found.delta_edges, found.delta_counts, width)
        if drawn > 2:
            self._draw_heat(found, np.ma.masked_invalid(found.heat), 2 * width)

    def _begin(self, axes: Any, title: str, start: int, end: int) -> None:
        axes.set_visible(True)
        axes.set_title(title, fontsize=9, loc="left", color=colours().dim)
        self.colour_axes(axes)
        self.place(axes, start + _LEFT, _BOTTOM, max(self.width() - end, 0) + _RIGHT, _TOP)
        axes.tick_params(labelsize=8)

    def _finish_histogram(self, axes: Any) -> None:
        from matplotlib.ticker import MaxNLocator, NullFormatter

        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        axes.xaxis.set_major_locator(MaxNLocator(_TICKS))
        axes.xaxis.set_major_formatter(lambda value, _: short(value))
        axes.yaxis.set_major_formatter(lambda value, _: compact(value))
        axes.yaxis.set_minor_formatter(NullFormatter())

    def _draw_values(self, found: Closeup, end: int) -> None:
        axes = self._axes[0]
        self._begin(axes, translate("PairPlot", "left (line), right (filled)"), 0, end)
        if found.counts_b is not None and found.edges is not None:
            colour = STATE_LOOKS[UNEXPECTED].colour.name()
            axes.stairs(found.counts_b, found.edges, fill=True, color=colour, alpha=0.45)
        if found.counts_a is not None and found.edges is not None:
            colour = STATE_LOOKS[MISSING].colour.name()
            axes.stairs(found.counts_a, found.edges, color=colour, linewidth=1.2)
        axes.set_ylim(bottom=0)
        self._finish_histogram(axes)

    def _draw_delta(self, edges: Any, counts: np.ndarray, start: int) -> None:
        axes = self._axes[1]
        title = translate("PairPlot", "Δ = right − left")
        self._begin(axes, title, start, start + start)
        colour = STATE_LOOKS[CHANGED].colour.name()
        axes.stairs(counts, edges, fill=True, color=colour)
        axes.set_yscale("log")
        axes.set_ylim(0.7, 2 * max(int(counts.max()), 1))
        self._finish_histogram(axes)

    def _draw_heat(self, found: Closeup, heat: Any, start: int) -> None:
        axes = self._axes[2]
        title = translate("PairPlot", "max |Δ| by block")
        self._begin(axes, title, start, self.width() - _BAR)
        largest = float(heat.max()) if heat.count() else 0.0
        extent = (-0.5, found.columns - 0.5, found.rows - 0.5, -0.5)
        image = axes.imshow(
            heat,
            cmap=sequential(),
            vmin=0,
            vmax=largest or 1.0,
            extent=extent,
            aspect="auto",
            interpolation="nearest",
        )
        for axis in (axes.xaxis, axes.yaxis):
            axis.get_major_locator().set_params(integer=True, nbins=_TICKS)
        axes.yaxis.set_visible(found.rows > 1)
        self._bar.set_visible(True)
        self.place(self._bar, 8 - _BAR, _BOTTOM, _BAR - 18, _TOP)
        bar = self.figure.colorbar(image, cax=self._bar)
        bar.outline.set_visible(False)
        bar.ax.tick_params(labelsize=8)
        bar.set_ticks([0, largest or 1.0])
        bar.ax.set_yticklabels(["0", short(largest or 1.0)])
        self.colour_axes(self._bar)
