"""How the values of a tensor are spread: statistics and a histogram."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from inspector import describe
from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.counting import SAMPLE, Distribution, exact, sampled
from inspector.gui.detail.tensor.flow_layout import named
from inspector.gui.detail.tensor.histogram_plot import HistogramPlot
from inspector.gui.detail.tensor.number_texts import meaning
from inspector.gui.detail.tensor.plot_page import PlotPage
from inspector.gui.detail.tensor.stat_strip import StatStrip
from inspector.gui.text import counted, label
from inspector.gui.theme import GRID

translate = QCoreApplication.translate

BINS = (32, 64, 128, 256, 512)
_KEPT = 32


class DistributionPage(PlotPage):
    """A sample at once where the tensor is large; then every value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.plot: HistogramPlot = HistogramPlot()
        name = translate("DistributionPage", "Distribution of the values")
        super().__init__(name, self.plot, parent)
        self._kept: OrderedDict[tuple[int, int], tuple[Tensor, Distribution]] = OrderedDict()
        self.shown: Distribution | None = None
        self.strip = StatStrip()
        self.log = QCheckBox(translate("DistributionPage", "log scale"))
        self.log.toggled.connect(self.plot.set_log)
        self.bins = QComboBox()
        self.bins.setAccessibleName(translate("DistributionPage", "Bins"))
        for number in BINS:
            self.bins.addItem(str(number), number)
        self.bins.setCurrentIndex(BINS.index(128))
        self.bins.activated.connect(self._on_bins_activated)
        self.pointed = label(" ", dim=True)
        self.pointed.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.plot.pointed.connect(self.pointed.setText)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(named(self.bins))
        row.addWidget(self.log)
        row.addWidget(self.pointed, 1)
        self.column.addWidget(self.strip)
        self.column.addLayout(row)
        self.column.addWidget(self.plot, 1)
        self.export.add(translate("DistributionPage", "Copy statistics"), self.strip.copy)
        self.add_plot_exports()

    def show_tensor(self, tensor: Tensor) -> None:
        super().show_tensor(tensor)
        self.strip.clear()
        self.shown = None
        self.plot.clear()
        self._count(tensor)

    def _count(self, tensor: Tensor) -> None:
        bins = self.bins.currentData()
        kept = self._kept.get((id(tensor), bins))
        if kept is not None:
            self._show(kept[1])
        elif self.shown is None and (tensor.numel or 0) > SAMPLE:
            self.line.run(
                lambda progress: sampled(tensor, bins, progress),
                lambda found: self._on_sample_done(tensor, found),
                self.show_error,
            )
        else:
            self._count_all(tensor)

    def _count_all(self, tensor: Tensor) -> None:
        bins = self.bins.currentData()

        def done(found: Distribution) -> None:
            self._kept[id(tensor), bins] = (tensor, found)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            self._show(found)

        self.line.run(lambda progress: exact(tensor, bins, progress), done, self._on_count_error)

    def _show(self, found: Distribution) -> None:
        self.shown = found
        self.plot.show_histogram(found.edges, found.counts)
        if found.stats is None:
            text = translate("DistributionPage", "sample of {n} values")
            self.line.say(text.replace("{n}", describe.count(found.of)))
            return
        self.strip.show_stats(found.stats)
        stats = found.stats
        parts = [translate("DistributionPage", "exact"), counted(stats.numel, "element")]
        if not stats.finite:
            parts.append(translate("DistributionPage", "no finite value to draw"))
        elif stats.numel > stats.finite:
            text = translate("DistributionPage", "{nan} NaN and {inf} Inf are not drawn")
            text = text.replace("{nan}", f"{stats.nan:,}")
            parts.append(text.replace("{inf}", f"{stats.inf:,}"))
        elif stats.minimum == stats.maximum:
            parts.append(translate("DistributionPage", "all values are equal"))
        parts.append(meaning(self.tensor) if self.tensor is not None else "")
        self.line.say(" · ".join(part for part in parts if part))

    def _on_sample_done(self, tensor: Tensor, found: Distribution) -> None:
        self._show(found)
        self._count_all(tensor)

    def _on_count_error(self, error: Exception) -> None:
        self.show_error(error, is_partial=self.shown is not None)

    def _on_bins_activated(self, _: int) -> None:
        if self.tensor is not None and self.tensor.trouble is None:
            self._count(self.tensor)

    def restyle(self) -> None:
        self.strip.restyle()
        self.plot.draw()

    def table(self) -> tuple[list[str], list[tuple[object, ...]]]:
        edges = self.plot.edges
        rows = [(edges[at], edges[at + 1], count) for at, count in enumerate(self.plot.counts)]
        return ["from", "to", "count"], rows  # type: ignore[return-value]
