"""What the pages with a plot have in common."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inspector import describe
from inspector.analysis.export import save_npy
from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.export_menu import (
    ExportMenu,
    Writer,
    csv_text,
    image_writer,
    name_of,
    text_writer,
)
from inspector.gui.detail.tensor.plot_panel import PlotPanel
from inspector.gui.detail.tensor.tensor_page import TensorPage
from inspector.progress import Progress

translate = QCoreApplication.translate


class ExportingPage(TensorPage):
    """A page with a menu of what can be taken away from it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.export = ExportMenu()
        self.export.chosen.connect(self._on_export_chosen)
        self.line.add_button(self.export)
        text = translate("ExportingPage", "Save tensor as .npy…")
        self.export.add(text, self._on_npy_chosen)

    def _on_npy_chosen(self) -> None:
        tensor = self.tensor
        if tensor is None:
            return

        def write(path: Path, progress: Progress) -> None:
            save_npy(tensor, path, progress, replace=True)  # the dialog has asked

        self.export.ask(name_of(self.subject), ".npy", write)

    def _on_export_chosen(self, path: Path, write: Writer) -> None:
        name = describe.visible(path.name, 60)

        def done(_: object) -> None:
            text = translate("ExportingPage", "Saved {name}.")
            self.line.say(text.replace("{name}", name))

        def failed(error: Exception) -> None:
            self.show_error(error, is_partial=True)

        self.line.run(lambda progress: write(path, progress), done, failed)


class PlotPage(ExportingPage):
    """A page with a plot: loaded when it is first shown, exported as it is seen."""

    def __init__(self, name: str, plot: PlotPanel, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._panel = plot
        plot.failed.connect(self.show_error)

    def show_tensor(self, tensor: Tensor) -> None:
        """Make sure that there is something to draw with."""
        if self.jobs is not None:
            self._panel.load(self.jobs)

    def table(self) -> tuple[list[str], list[tuple[object, ...]]]:
        """Titles and rows of what is drawn; called in a worker."""
        return [], []

    def add_plot_exports(self) -> None:
        """The lines of the menu that every plot has."""
        self.export.add(translate("PlotPage", "Copy data as CSV"), self._on_copy_chosen)
        self.export.add(translate("PlotPage", "Save data as .csv…"), self._on_csv_chosen)
        self.export.add(translate("PlotPage", "Save image…"), self._on_image_chosen)

    def _on_copy_chosen(self) -> None:
        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.line.say(translate("PlotPage", "Copied."))

        def failed(error: Exception) -> None:
            self.show_error(error, is_partial=True)

        self.line.run(lambda _: self._csv(), done, failed)

    def _on_csv_chosen(self) -> None:
        self.export.ask(name_of(self.subject), ".csv", text_writer(self._csv))

    def _csv(self) -> str:
        return csv_text(*self.table())

    def _on_image_chosen(self) -> None:
        image = self._panel.image()
        if image is not None:
            self.export.ask(name_of(self.subject), ".png", image_writer(image))
