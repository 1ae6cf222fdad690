"""A histogram whose bars are one artist, updated in place."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.detail.tensor.figures import compact, short
from inspector.gui.detail.tensor.plot_panel import PlotPanel
from inspector.gui.faults import record
from inspector.gui.text import counted
from inspector.gui.theme import colours

translate = QCoreApplication.translate


class HistogramPlot(PlotPanel):
    """Counts over edges; linear or logarithmic upwards."""

    pointed = Signal(str)
    """What is under the pointer, "" for nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("HistogramPlot", "Histogram"), parent)
        self.edges: list[float] = []
        self.counts: list[int] = []
        self._is_log = False
        self._axes: Any = None
        self._bars: Any = None
        self.ready.connect(self._on_ready)
        self.hovered.connect(self._on_hovered)

    def show_histogram(self, edges: Any, counts: Any) -> None:
        """Show `counts`, one fewer than `edges`."""
        self.edges = [float(edge) for edge in edges]
        self.counts = [int(count) for count in counts]
        self.draw()

    def clear(self) -> None:
        """Show nothing."""
        self.edges, self.counts = [], []
        self.draw()

    def set_log(self, is_log: bool) -> None:
        """Counts on a logarithmic scale or not."""
        self._is_log = is_log
        self.draw()

    def draw(self) -> None:
        """Bring the artists up to date."""
        if self.figure is None:
            return
        try:
            # Near the largest float64, matplotlib's own sums overflow.
            with np.errstate(over="ignore", invalid="ignore"):
                self._update()
        except Exception as error:
            record(error)
        self.redraw()

    def _on_ready(self) -> None:
        self._axes = self.figure.add_subplot()
        self._axes.set_ylabel(translate("HistogramPlot", "values"))
        for side in ("top", "right"):
            self._axes.spines[side].set_visible(False)
        self._bars = self._axes.stairs([0], [0, 1], fill=True)
        self.draw()

    def _update(self) -> None:
        now = colours()
        axes, bars = self._axes, self._bars
        self.colour_axes(axes)
        self.place(axes, 64, 28, 8, 8)
        axes.set_visible(bool(self.counts))
        if not self.counts:
            return
        # Further out, the sum of the edges, which matplotlib takes, is no float64.
        bars.set_data(self.counts, np.clip(self.edges, -1e305, 1e305))
        bars.set_facecolor(now.accent)
        bars.set_edgecolor(now.accent)
        low, high = max(self.edges[0], -1e305), min(self.edges[-1], 1e305)
        room = (high - low) * 0.01 or 0.5
        axes.set_yscale("log" if self._is_log else "linear")
        axes.yaxis.set_major_formatter(lambda value, _: compact(value))
        axes.set_xlim(low - room, high + room)
        top = max(self.counts) or 1
        axes.set_ylim(0.7 if self._is_log else 0, top * (2 if self._is_log else 1.05))
        axes.set_axisbelow(True)
        axes.grid(True, axis="y", color=now.line, linewidth=0.6)

    def _on_hovered(self, place: Any) -> None:
        if place is None or not self.counts:
            self.pointed.emit("")
            return
        at = bisect_right(self.edges, place[0]) - 1
        if not 0 <= at < len(self.counts):
            self.pointed.emit("")
            return
        first, last = short(self.edges[at]), short(self.edges[at + 1])
        number = counted(self.counts[at], "element")
        self.pointed.emit(f"{first} … {last}: {number}")
