"""The kernels of a convolution as one mosaic."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from inspector.analysis.kernels import Mosaic, kernels
from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.figures import short
from inspector.gui.detail.tensor.flow_layout import named
from inspector.gui.detail.tensor.heat_plot import HeatPlot, Picture
from inspector.gui.detail.tensor.number_texts import meaning
from inspector.gui.detail.tensor.plot_page import PlotPage
from inspector.gui.text import label
from inspector.gui.theme import GRID

translate = QCoreApplication.translate

COUNTS = (16, 36, 64, 144, 256)


class KernelsPage(PlotPage):
    """Kernels side by side, all on one colour scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.plot = HeatPlot(translate("KernelsPage", "Kernels"))
        super().__init__(translate("KernelsPage", "Kernels of the tensor"), self.plot, parent)
        self.shown: Mosaic | None = None
        self.count = QComboBox()
        self.count.setAccessibleName(translate("KernelsPage", "Show"))
        for number in COUNTS:
            self.count.addItem(str(number), number)
        self.count.setCurrentIndex(COUNTS.index(64))
        self.count.activated.connect(self._on_count_activated)
        self.first = QSpinBox()
        self.first.setAccessibleName(translate("KernelsPage", "from"))
        self.first.setKeyboardTracking(False)
        self.first.valueChanged.connect(self._on_first_changed)
        self.pointed = label(" ", dim=True)
        self.pointed.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.plot.pointed.connect(self._on_plot_pointed)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(named(self.count))
        row.addWidget(named(self.first))
        row.addWidget(self.pointed, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.plot, 1)
        self.add_plot_exports()

    def show_tensor(self, tensor: Tensor) -> None:
        super().show_tensor(tensor)
        assert tensor.shape is not None
        self.first.blockSignals(True)
        self.first.setRange(0, max(tensor.shape[0] * tensor.shape[1] - 1, 0))
        self.first.setSingleStep(self.count.currentData())
        self.first.setValue(0)
        self.first.blockSignals(False)
        self.shown = None
        self.plot.show_picture(None)
        self._read()

    def _read(self) -> None:
        tensor = self.tensor
        if tensor is None:
            return
        run = self.first.value(), self.count.currentData()

        def failed(error: Exception) -> None:
            self.show_error(error, is_partial=self.shown is not None)

        self.line.run(
            lambda progress: kernels(tensor, progress=progress, run=run), self._on_read_done, failed
        )

    def _on_read_done(self, found: Mosaic) -> None:
        self.shown = found
        height, width = found.values.shape
        gaps = gaps_of(found)
        is_signed = bool((found.values < 0).any())
        self.plot.show_picture(
            Picture(found.values, height, width, is_signed, is_square=True, gaps=gaps)
        )
        text = translate("KernelsPage", "{first} to {last} of {all} kernels of {size}")
        text = text.replace("{first}", f"{found.first:,}")
        text = text.replace("{last}", f"{found.first + found.count - 1:,}")
        text = text.replace("{all}", f"{found.all_outputs * found.all_inputs:,}")
        text = text.replace("{size}", " × ".join(map(str, found.kernel)))
        note = meaning(self.tensor) if self.tensor is not None else ""
        self.line.say(f"{text} · {note}" if note else text)

    def restyle(self) -> None:
        self.plot.draw()

    def table(self) -> tuple[list[str], list[tuple[object, ...]]]:
        found = self.shown
        if found is None:
            return [], []
        rows: list[tuple[object, ...]] = []
        for row, line in enumerate(found.values.tolist()):
            for column, value in enumerate(line):
                place = found.at(row, column)
                if place is not None:
                    rows.append((*place, value))
        rows.sort(key=lambda cells: cells[:4])
        return ["out", "in", "row", "column", "value"], rows

    def _on_count_activated(self, _: int) -> None:
        self.first.setSingleStep(self.count.currentData())
        self._read()

    def _on_first_changed(self, _: int) -> None:
        self._read()

    def _on_plot_pointed(self, cell: tuple[int, int] | None) -> None:
        tensor, found = self.tensor, self.shown
        place = found.at(*cell) if cell is not None and found is not None else None
        if place is None or found is None or cell is None or tensor is None:
            self.pointed.setText(" ")
            return
        index = list(place)
        dims = len(tensor.shape or ())
        if dims == 3:
            del index[2]
        elif dims == 5:
            index.insert(2, (tensor.shape or ())[2] // 2)
        self.pointed.setText(f"{index}  {short(float(found.values[cell]))}")


def gaps_of(found: Mosaic) -> np.ndarray:
    """Which cells of a mosaic are between the kernels."""
    height, width = found.values.shape
    down, y = np.divmod(np.arange(height)[:, None], found.kernel[0] + 1)
    right, x = np.divmod(np.arange(width), found.kernel[1] + 1)
    is_over = down * found.across + right >= found.count
    gaps: np.ndarray = is_over | (y == found.kernel[0]) | (x == found.kernel[1])
    return gaps
