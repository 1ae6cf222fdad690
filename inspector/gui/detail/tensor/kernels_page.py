"""The kernels of a convolution as one mosaic."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.figures import short
from inspector.gui.detail.tensor.flow_layout import named
from inspector.gui.detail.tensor.heat_plot import HeatPlot, Picture
from inspector.gui.detail.tensor.plot_page import PlotPage
from inspector.gui.detail.tensor.reading import Mosaic, kernels
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
        first, count = self.first.value(), self.count.currentData()

        def failed(error: Exception) -> None:
            self.show_error(error, is_partial=self.shown is not None)

        self.line.run(
            lambda progress: kernels(tensor, first, count, progress), self._on_read_done, failed
        )

    def _on_read_done(self, found: Mosaic) -> None:
        self.shown = found
        height, width = found.values.shape
        self.plot.show_picture(
            Picture(found.values, height, width, found.is_signed, is_square=True, gaps=found.gaps)
        )
        assert self.tensor is not None
        assert self.tensor.shape is not None
        outputs, inputs, *size = self.tensor.shape
        text = translate("KernelsPage", "{first} to {last} of {all} kernels of {size}")
        text = text.replace("{first}", f"{found.first:,}")
        text = text.replace("{last}", f"{found.first + found.count - 1:,}")
        text = text.replace("{all}", f"{outputs * inputs:,}")
        self.line.say(text.replace("{size}", " × ".join(map(str, size))))

    def restyle(self) -> None:
        self.plot.draw()

    def table(self) -> tuple[list[str], list[tuple[object, ...]]]:
        if self.shown is None or self.tensor is None or self.tensor.shape is None:
            return [], []
        found, inputs = self.shown, self.tensor.shape[1]
        rows: list[tuple[object, ...]] = []
        for row, line in enumerate(found.values.tolist()):
            for column, value in enumerate(line):
                place = found.place(row, column)
                if place is not None:
                    number, down, across = place
                    rows.append((number // inputs, number % inputs, down, across, value))
        rows.sort(key=lambda cells: cells[:4])
        return ["out", "in", "row", "column", "value"], rows

    def _on_count_activated(self, _: int) -> None:
        self.first.setSingleStep(self.count.currentData())
        self._read()

    def _on_first_changed(self, _: int) -> None:
        self._read()

    def _on_plot_pointed(self, cell: tuple[int, int] | None) -> None:
        place = self.shown.place(*cell) if cell is not None and self.shown is not None else None
        if place is None or self.shown is None or cell is None:
            self.pointed.setText(" ")
            return
        assert self.tensor is not None
        assert self.tensor.shape is not None
        inputs = self.tensor.shape[1]
        number, down, across = place
        inside = [down, across] if len(self.tensor.shape) == 4 else [across]
        index = [number // inputs, number % inputs, *inside]
        self.pointed.setText(f"{index}  {short(float(self.shown.values[cell]))}")
