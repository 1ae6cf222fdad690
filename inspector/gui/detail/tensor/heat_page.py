"""A plane of a tensor as a heat map."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from inspector.analysis.heat import Heat, heat
from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.figures import short
from inspector.gui.detail.tensor.flow_layout import named
from inspector.gui.detail.tensor.heat_plot import HeatPlot, Picture, usual_limit
from inspector.gui.detail.tensor.number_texts import meaning
from inspector.gui.detail.tensor.plane import Plane, shape_of, widest_plane
from inspector.gui.detail.tensor.plane_bar import PlaneBar
from inspector.gui.detail.tensor.plot_page import PlotPage
from inspector.gui.text import label, tooltip
from inspector.gui.theme import GRID

translate = QCoreApplication.translate


class HeatPage(PlotPage):
    """Block means or largest absolute values of a plane, as many as there are pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.plot = HeatPlot(translate("HeatPage", "Heat map"))
        super().__init__(translate("HeatPage", "Heat map of the tensor"), self.plot, parent)
        self.shown: Heat | None = None
        self._plane: Plane | None = None
        self.bar = PlaneBar()
        self.bar.plane_changed.connect(self._on_plane_changed)
        self.how = QComboBox()
        self.how.setAccessibleName(translate("HeatPage", "Each block shows"))
        self.how.addItem(translate("HeatPage", "mean"), "mean")
        self.how.addItem(translate("HeatPage", "max |x|"), "max_abs")
        self.how.activated.connect(self._on_how_activated)
        self.pointed = label(" ", dim=True)
        self.pointed.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.plot.resized.connect(self._on_plot_resized)
        self.plot.pointed.connect(self._on_plot_pointed)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        self.clip = QCheckBox(translate("HeatPage", "clip outliers"))
        self.clip.setToolTip(
            tooltip(
                translate("HeatPage", "Colours for 99.5 % of the blocks; the rest is at the end")
            )
        )
        self.clip.toggled.connect(self._on_clip_toggled)
        row.addWidget(named(self.how))
        row.addWidget(self.clip)
        row.addWidget(self.pointed, 1)
        self.column.addWidget(self.bar)
        self.column.addLayout(row)
        self.column.addWidget(self.plot, 1)
        self.add_plot_exports()

    def show_tensor(self, tensor: Tensor) -> None:
        super().show_tensor(tensor)
        shape = shape_of(tensor)
        plane = self.bar.plane
        if plane is None or plane.shape != shape:
            plane = widest_plane(shape)
        self.bar.show_plane(plane)
        self.shown = None
        self.plot.show_picture(None)
        # The page is about to be shown; only then it has its size.
        QTimer.singleShot(0, self, self._on_page_placed)

    def _read(self, tensor: Tensor, plane: Plane) -> None:
        how = self.how.currentData()
        height, width = self.plot.resolution()

        def done(found: Heat) -> None:
            self.shown = found
            self._plane = plane
            self._draw(found, plane)

        def failed(error: Exception) -> None:
            self.show_error(error, is_partial=self.shown is not None)

        self.line.run(
            lambda progress: heat(tensor, plane.slice, height, width, how, progress), done, failed
        )

    def _draw(self, found: Heat, plane: Plane) -> None:
        titles = (f"dim {plane.rows}", f"dim {plane.columns}")
        values = found.values
        if found.has_bad is not None:
            values = np.where(found.has_bad, np.nan, values)
        limit = usual_limit(found.values) if self.clip.isChecked() else None
        is_signed = bool((found.values < 0).any())
        self.plot.show_picture(
            Picture(values, plane.height, plane.width, is_signed, titles, limit=limit)
        )
        parts = [f"{plane.text}  {plane.height:,} × {plane.width:,}"]
        if found.row_step > 1 or found.column_step > 1:
            text = (
                translate("HeatPage", "mean of blocks of {rows} × {columns}")
                if found.how == "mean"
                else translate("HeatPage", "max |x| of blocks of {rows} × {columns}")
            )
            text = text.replace("{rows}", f"{found.row_step:,}")
            parts.append(text.replace("{columns}", f"{found.column_step:,}"))
        if self.tensor is not None:
            parts.append(meaning(self.tensor))
        self.line.say(" · ".join(part for part in parts if part))

    def restyle(self) -> None:
        self.plot.draw()

    def table(self) -> tuple[list[str], list[tuple[object, ...]]]:
        shown = self.shown
        if shown is None:
            return [], []
        titles = ["", *(str(at * shown.column_step) for at in range(shown.values.shape[1]))]
        rows = [(at * shown.row_step, *line) for at, line in enumerate(shown.values.tolist())]
        return titles, rows

    def _on_page_placed(self) -> None:
        if self.tensor is not None and self.shown is None and self.bar.plane is not None:
            self._read(self.tensor, self.bar.plane)

    def _on_plot_resized(self) -> None:
        height, width = self.plot.resolution()
        found = self.shown
        if found is None or self.tensor is None or self.bar.plane is None or self.line.is_busy:
            return
        rows, columns = found.values.shape
        is_too_fine = rows > height or columns > width
        is_too_coarse = (found.row_step > 1 and 2 * rows < height) or (
            found.column_step > 1 and 2 * columns < width
        )
        if is_too_fine or is_too_coarse:
            self._read(self.tensor, self.bar.plane)

    def _on_plane_changed(self, plane: Plane) -> None:
        if self.tensor is not None:
            self._read(self.tensor, plane)

    def _on_how_activated(self, _: int) -> None:
        if self.tensor is not None and self.bar.plane is not None:
            self._read(self.tensor, self.bar.plane)

    def _on_clip_toggled(self, _: bool) -> None:
        if self.shown is not None and self._plane is not None:
            self._draw(self.shown, self._plane)

    def _on_plot_pointed(self, cell: tuple[int, int] | None) -> None:
        found, plane = self.shown, self._plane
        if cell is None or found is None or plane is None:
            self.pointed.setText(" ")
            return
        row, column = cell
        value = short(float(found.values[row, column]))
        if found.has_bad is not None and found.has_bad[row, column]:
            value = translate("HeatPage", "{value}, with NaN or Inf").replace("{value}", value)
        place = list(map(str, plane.place(row * found.row_step, column * found.column_step)))
        for dim, step, size, at in (
            (plane.rows, found.row_step, plane.height, row),
            (plane.columns, found.column_step, plane.width, column),
        ):
            if dim is not None and step > 1:
                place[dim] = f"{at * step}:{min((at + 1) * step, size)}"
        self.pointed.setText(f"[{', '.join(place)}]  {value}")
