"""Two plots of a report: shares of the modules, and MACs against parameters."""

from __future__ import annotations

import math
from collections import Counter
from heapq import nlargest
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from inspector import describe
from inspector.analysis.flops.report import LayerCost
from inspector.gui.detail.compute.columns import cost_of
from inspector.gui.detail.tensor.figures import compact
from inspector.gui.detail.tensor.plot_panel import PlotPanel
from inspector.gui.faults import record
from inspector.gui.text import counted
from inspector.gui.theme import ROLES, colours

translate = QCoreApplication.translate

_BARS = 12  # as many as have room for their names
_NAME = 30  # characters of a module's name
_KINDS = 6
_POINTS = 4000
_COLOURS = ("weights", "optimizer", "RNG state", "scaler", "scheduler", "metrics", "metadata")


class CostPlot(PlotPanel):
    """Draws layers; `pointed` tells what is under the pointer."""

    pointed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.layers: list[LayerCost] = []
        self._axes: Any = None
        self.ready.connect(self._on_ready)
        self.hovered.connect(self._on_hovered)

    def show_layers(self, layers: list[LayerCost]) -> None:
        """Draw these."""
        self.layers = layers
        self.draw()

    def draw(self) -> None:
        """Bring the picture up to date."""
        if self.figure is None:
            return
        try:
            self._axes.clear()
            self.colour_axes(self._axes)
            self._axes.set_visible(bool(self.layers))
            if self.layers:
                self.update_axes(self._axes)
        except Exception as error:
            record(error)
        self.redraw()

    def update_axes(self, axes: Any) -> None:
        """Draw into empty axes; subclasses do."""

    def at(self, x: float, y: float) -> str:
        """What stands there; subclasses say."""
        return ""

    def _on_ready(self) -> None:
        self._axes = self.figure.add_subplot()
        self.draw()

    def _on_hovered(self, place: Any) -> None:
        self.pointed.emit("" if place is None or not self.layers else self.at(*place[:2]))


class ModulePlot(CostPlot):
    """A pair of bars for each module: its share of the MACs and of the parameters."""

    def update_axes(self, axes: Any) -> None:
        """Bars from top to bottom in the order of the model."""
        layers = self._shown()
        now = colours()
        costs, sizes = [cost_of(one) for one in layers], [one.parameters for one in layers]
        places = range(len(layers))
        series = (
            (costs, -0.2, now.accent, "MACs"),
            (sizes, 0.2, _colour(1), translate("Compute", "parameters")),
        )
        for values, offset, colour, title in series:
            total = sum(values) or 1
            widths = [100 * value / total for value in values]
            bars = [at + offset for at in places]
            axes.barh(bars, widths, height=0.36, color=colour, label=title, linewidth=0)
        axes.set_yticks(list(places), [_name(one.name) for one in layers])
        for text in axes.get_yticklabels():
            text.set_parse_math(False)
            text.set_color(now.text)
        axes.set_ylim(len(layers) - 0.4, -0.6)
        axes.xaxis.set_major_formatter(lambda value, _: f"{value:g} %")
        _legend(axes)
        self._finish(axes, 8 + 6 * max(len(_name(one.name)) for one in layers))

    def _finish(self, axes: Any, left: int) -> None:
        axes.set_axisbelow(True)
        axes.grid(True, axis="x", color=colours().line, linewidth=0.6)
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        self.place(axes, max(left, 48), 26, 12, 24)

    def _shown(self) -> list[LayerCost]:
        """The modules; of very many, the dearest and the sum of the others."""
        if len(self.layers) <= _BARS:
            return self.layers
        dearest = sorted(self.layers, key=lambda one: -cost_of(one))[: _BARS - 1]
        dearest = [one for one in dearest if cost_of(one)] or dearest
        kept = {id(one) for one in dearest}
        others = [one for one in self.layers if id(one) not in kept]
        name = translate("Compute", "{n} others").replace("{n}", f"{len(others):,}")
        macs, parameters = sum(map(cost_of, others)), sum(one.parameters for one in others)
        rest = LayerCost(name, "", macs, parameters)
        return [*(one for one in self.layers if id(one) in kept), rest]

    def at(self, x: float, y: float) -> str:
        """The module of the row under the pointer."""
        shown = self._shown()
        row = round(y)
        return _line(shown[row]) if 0 <= row < len(shown) else ""


class ScatterPlot(CostPlot):
    """A point for each layer, on logarithmic scales, coloured by operator."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._points: list[LayerCost] = []

    def show_layers(self, layers: list[LayerCost]) -> None:
        """Draw those that cost something; of very many, the dearest."""
        few = nlargest(_POINTS, layers, key=cost_of) if len(layers) > _POINTS else layers
        self._points = [one for one in few if cost_of(one) > 0]
        super().show_layers(layers)

    def update_axes(self, axes: Any) -> None:
        """Layers without parameters stand at the left edge."""
        groups: dict[str, list[LayerCost]] = {}
        counts = Counter(one.op_type for one in self._points)
        usual = {kind for kind, _ in counts.most_common(_KINDS)}
        for one in self._points:
            kind = one.op_type if one.op_type in usual else translate("Compute", "others")
            groups.setdefault(kind, []).append(one)
        for at, (kind, layers) in enumerate(groups.items()):
            axes.scatter(
                [max(one.parameters, 1) for one in layers],
                [cost_of(one) for one in layers],
                s=26,
                color=_colour(at),
                alpha=0.75,
                linewidths=0,
                label=_name(kind.removeprefix("aten.")),
            )
        axes.set_visible(bool(groups))
        if not groups:
            return
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.xaxis.set_major_formatter(lambda value, _: compact(value) if value > 1 else "0")
        axes.yaxis.set_major_formatter(lambda value, _: compact(value))
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_minor_formatter(lambda *_: "")
        axes.set_xlim(left=0.5)
        axes.set_xlabel(translate("Compute", "parameters"))
        axes.set_ylabel("MACs")
        axes.grid(True, color=colours().line, linewidth=0.6)
        axes.set_axisbelow(True)
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        _legend(axes)
        self.place(axes, 64, 40, 12, 24)

    def at(self, x: float, y: float) -> str:
        """The layer nearest to the pointer, if one is near."""
        found, nearest = "", 0.12
        for one in self._points:
            across = math.log10(max(one.parameters, 1)) - math.log10(max(x, 1e-9))
            up = math.log10(cost_of(one)) - math.log10(max(y, 1e-9))
            distance = math.hypot(across, up)
            if distance < nearest:
                found, nearest = _line(one), distance
        return found


def _line(layer: LayerCost) -> str:
    macs = f"{describe.count(cost_of(layer))} MACs"
    parameters = counted(layer.parameters, "parameter")
    return f"{describe.visible(layer.name, 100)}: {macs} · {parameters}"


def _colour(at: int) -> str:
    return ROLES[_COLOURS[at % len(_COLOURS)]].colour.name()


def _name(text: str) -> str:
    shown = describe.visible(text, 400)
    return shown if len(shown) <= _NAME else f"…{shown[-_NAME + 1 :]}"


def _legend(axes: Any) -> None:
    """Above the axes, where it hides nothing."""
    made = axes.legend(
        loc="lower right",
        bbox_to_anchor=(1, 1),
        ncols=_KINDS + 1,
        frameon=False,
        fontsize="small",
        borderaxespad=0.2,
        handletextpad=0.3,
        columnspacing=1.2,
    )
    for text in made.get_texts():
        text.set_parse_math(False)
        text.set_color(colours().text)
