"""The values of a tensor as a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from inspector.analysis.export import save_csv
from inspector.analysis.slices import window
from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.export_menu import name_of
from inspector.gui.detail.tensor.flow_layout import FlowLayout, named
from inspector.gui.detail.tensor.lazy_table import LazyTable
from inspector.gui.detail.tensor.number_texts import exact_texts, letters, meaning
from inspector.gui.detail.tensor.plane import Plane, last_plane, shape_of
from inspector.gui.detail.tensor.plane_bar import PlaneBar
from inspector.gui.detail.tensor.plot_page import ExportingPage
from inspector.gui.detail.tensor.values_item_model import (
    COLUMN_LIMIT,
    ROW_LIMIT,
    ValuesItemModel,
)
from inspector.gui.jobs import Jobs
from inspector.gui.text import counted, monospace
from inspector.gui.theme import GRID
from inspector.progress import Progress

translate = QCoreApplication.translate

_COPY_LIMIT = 1_000_000


class ValuesPage(ExportingPage):
    """Rows and columns of a plane, read where one looks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("ValuesPage", "Values of the tensor"), parent)
        self.model: ValuesItemModel | None = None
        self.export.add(translate("ValuesPage", "Save slice as .csv…"), self._on_csv_chosen)
        self.bar = PlaneBar()
        self.bar.plane_changed.connect(self._on_plane_changed)
        self.table = LazyTable(translate("ValuesPage", "Values"))
        self.table.copy_requested.connect(self._on_copy_requested)
        self.go = QLineEdit()
        self.go.setFont(monospace())
        self.go.setMaximumWidth(22 * GRID)
        self.go.setAccessibleName(translate("ValuesPage", "Go to index"))
        self.go.returnPressed.connect(self._on_go_return_pressed)
        self.first_row = self._first(translate("ValuesPage", "Rows from"))
        self.first_column = self._first(translate("ValuesPage", "Columns from"))
        self.tools = QWidget()
        flow = FlowLayout(self.tools)
        flow.addWidget(named(self.go))
        self._pagers = [named(spin) for spin in (self.first_row, self.first_column)]
        for pager in self._pagers:
            flow.addWidget(pager)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.tools)
        self.column.addWidget(self.table, 1)

    def _first(self, name: str) -> QSpinBox:
        spin = QSpinBox()
        spin.setAccessibleName(name)
        spin.setGroupSeparatorShown(True)
        spin.setKeyboardTracking(False)
        spin.valueChanged.connect(self._on_first_changed)
        return spin

    def use_jobs(self, jobs: Jobs) -> None:
        super().use_jobs(jobs)
        self.model = ValuesItemModel(jobs, self)
        self.model.tiles.failed.connect(self.show_error)
        self.table.setModel(self.model)

    def show_tensor(self, tensor: Tensor) -> None:
        shape = shape_of(tensor)
        plane = self.bar.plane
        if plane is None or plane.shape != shape:
            plane = last_plane(shape)
        self.bar.show_plane(plane)
        example = ", ".join("0" for _ in shape[:6]) or "0"
        self.go.setPlaceholderText(example)
        self.tools.setVisible(bool(shape))
        for header in (self.table.horizontalHeader(), self.table.verticalHeader()):
            header.setVisible(bool(shape))
        width = self.table.fontMetrics().horizontalAdvance("0") * letters(tensor.dtype)
        self.table.horizontalHeader().setDefaultSectionSize(width + GRID)
        self._show_plane(plane)

    def stop(self) -> None:
        super().stop()
        if self.model is not None:
            self.model.tiles.stop()

    def restyle(self) -> None:
        self.table.restyle()
        if self.model is not None:
            self.model.restyle()

    def _show_plane(self, plane: Plane, corner: tuple[int, int] = (0, 0)) -> None:
        assert self.model is not None
        assert self.tensor is not None
        for spin, pager, size, limit, at in (
            (self.first_row, self._pagers[0], plane.height, ROW_LIMIT, corner[0]),
            (self.first_column, self._pagers[1], plane.width, COLUMN_LIMIT, corner[1]),
        ):
            spin.blockSignals(True)
            spin.setRange(0, min(size - 1, 2**31 - 1))
            spin.setSingleStep(limit)
            spin.setValue(at)
            spin.blockSignals(False)
            pager.setVisible(size > limit)
        self.model.show_plane(self.tensor, plane, corner)
        self.line.say(_summary(self.tensor, plane))

    def go_to(self, place: tuple[int, ...]) -> bool:
        """Show and choose the cell at an index of the tensor; False if there is none."""
        plane, model = self.bar.plane, self.model
        if plane is None or model is None or len(place) != len(plane.shape):
            return False
        if not all(0 <= at < size for at, size in zip(place, plane.shape, strict=True)):
            return False
        for dim in plane.others:
            plane = plane.standing(dim, place[dim])
        row = 0 if plane.rows is None else place[plane.rows]
        column = 0 if plane.columns is None else place[plane.columns]
        top, left = model.corner
        if not (0 <= row - top < model.rowCount() and 0 <= column - left < model.columnCount()):
            top = max(0, min(row - ROW_LIMIT // 2, plane.height - ROW_LIMIT))
            left = max(0, min(column - COLUMN_LIMIT // 2, plane.width - COLUMN_LIMIT))
        if plane != model.plane or (top, left) != model.corner:
            self.bar.show_plane(plane)
            self._show_plane(plane, (top, left))
        index = model.index(row - top, column - left)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, LazyTable.ScrollHint.PositionAtCenter)
        return True

    def _on_plane_changed(self, plane: Plane) -> None:
        self._show_plane(plane)

    def _on_first_changed(self, _: int) -> None:
        if self.bar.plane is not None:
            self._show_plane(self.bar.plane, (self.first_row.value(), self.first_column.value()))

    def _on_go_return_pressed(self) -> None:
        text = self.go.text().strip().strip("[]()")
        try:
            place = tuple(int(part) for part in text.replace(" ", ",").split(",") if part)
        except ValueError:
            place = ()
        if not self.go_to(place):
            self.line.say(translate("ValuesPage", "There is no such index in this tensor."))

    def _on_csv_chosen(self) -> None:
        tensor, plane = self.tensor, self.bar.plane
        if tensor is None or plane is None:
            return

        def write(path: Path, progress: Progress) -> None:
            save_csv(tensor, plane.slice, path, progress, replace=True)  # the dialog has asked

        self.export.ask(name_of(self.subject), ".csv", write)

    def _on_copy_requested(self) -> None:
        area, model, tensor = self.table.area(), self.model, self.tensor
        if area is None or model is None or model.plane is None or tensor is None:
            return
        if (area[1] - area[0]) * (area[3] - area[2]) > _COPY_LIMIT:
            text = translate("ValuesPage", "At most {n} cells can be copied; export the rest.")
            self.line.say(text.replace("{n}", f"{_COPY_LIMIT:,}"))
            return
        plane, (top, left) = model.plane, model.corner
        rows, columns = area[1] - area[0], area[3] - area[2]
        first = top + area[0], left + area[2]

        def work(progress: Progress) -> str:
            progress.report(0, 0, "")
            values = window(tensor, plane.slice, first[0], rows, first[1], columns)
            return "\n".join("\t".join(row) for row in exact_texts(values))

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            said = translate("ValuesPage", "Copied {n}.")
            self.line.say(said.replace("{n}", counted(rows * columns, "element")))

        self.line.run(work, done, self.show_error)


def _summary(tensor: Tensor, plane: Plane) -> str:
    text = f"{tensor.dtype.name} {plane.text}" if plane.others else tensor.dtype.name
    parts = [text, counted(plane.height * plane.width, "element"), meaning(tensor)]
    return " · ".join(part for part in parts if part)
