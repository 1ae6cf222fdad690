"""What of counting runs code: offered with what it means, never done without being asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector import describe
from inspector.analysis.flops.report import FlopsReport
from inspector.errors import InspectorError
from inspector.gui.core_sentences import said
from inspector.gui.detail.blocks import heading, sentence
from inspector.gui.document.opening import Opened
from inspector.gui.settings import Settings
from inspector.gui.text import monospace
from inspector.gui.theme import GRID
from inspector.torchbridge.counting import Run, can_run, model_and_kwargs

translate = QCoreApplication.translate


class RunBlock(QWidget):
    """Buttons for what runs; `asked` tells a `Run` that the person has agreed to.

    `refused` tells what is wrong with what was typed, and a remedy.
    """

    asked = Signal(object)
    refused = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened: Opened | None = None
        self.title = heading("")
        self.what = sentence("", dim=True)
        self.own = QPushButton()
        self.own.clicked.connect(self._on_own_clicked)
        self.code = sentence("", dim=True)
        self.model = QLineEdit()
        self.model.setFont(monospace())
        self.model.setPlaceholderText('torchvision.models:resnet50 {"num_classes": 10}')
        self.model.returnPressed.connect(self._on_model_asked)
        self.choose = QPushButton()
        self.choose.clicked.connect(self._on_choose_clicked)
        self.run = QPushButton()
        self.run.clicked.connect(self._on_model_asked)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for widget in (self.model, self.choose, self.run):
            row.addWidget(widget, 1 if widget is self.model else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.title)
        column.addWidget(self.what)
        column.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.code)
        column.addLayout(row)

    def show_file(self, opened: Opened, report: FlopsReport | None) -> None:
        """Offer what makes sense for a file of which `report` is known."""
        self._opened = opened
        document = opened.document
        is_script = document.checkpoint.format == "torchscript"
        has_own = can_run(document.checkpoint, document.contents)
        self.title.setText(translate("Compute", "Counting by Running"))
        for widget in (self.what, self.own):
            widget.setVisible(has_own)
        self.what.setText(_of_script() if is_script else _of_module())
        self.own.setText(
            translate("Compute", "Run the Program…")
            if is_script
            else translate("Compute", "Rebuild and Count")
        )
        self.code.setText(
            translate(
                "Compute",
                "The model's own code, if you have it: package.module:factory, path.py:Class or a "
                "config.json, and in braces what it is to be given. It is compared with the file "
                "by names and shapes.",
            )
        )
        self.choose.setText(translate("Compute", "Choose…"))
        self.run.setText(translate("Compute", "Count with It…"))
        self.model.setAccessibleName(translate("Compute", "Class or factory of the model"))
        is_exact = report is not None and report.source in ("onnx-graph", "torch-export")
        self.setVisible(not is_exact)

    def set_busy(self, is_busy: bool) -> None:
        """Nothing more can be asked for while something runs."""
        for widget in (self.own, self.run, self.choose, self.model):
            widget.setEnabled(not is_busy)

    def _on_own_clicked(self) -> None:
        if self._opened is None:
            return
        checkpoint = self._opened.document.checkpoint
        if checkpoint.format != "torchscript":
            self.asked.emit(_run(self._opened))  # torch's own constructors: nothing of the file
            return
        text = translate("Compute", "Run the program in {name}?")
        text = text.replace("{name}", describe.visible(checkpoint.path.name, 100))
        opened = self._opened
        self._confirm(text, _of_consent(), lambda: self.asked.emit(_run(opened, may_run=True)))

    def _on_model_asked(self) -> None:
        try:
            name, kwargs = model_and_kwargs(self.model.text())
        except InspectorError as error:
            self.refused.emit(said(error.message), said(error.hint or ""))
            return
        if self._opened is None or not name:
            self.model.setFocus()
            return
        text = translate("Compute", "Run the code of {name}?")
        text = text.replace("{name}", describe.visible(name, 200))
        meaning = translate(
            "Compute",
            "It runs as any program of yours does, in a process of its own that can be stopped. "
            "Name only code that you trust.",
        )
        opened = self._opened
        self._confirm(
            text, meaning, lambda: self.asked.emit(_run(opened, model=name, kwargs=kwargs))
        )

    def _on_choose_clicked(self) -> None:
        from inspector.gui.dialogs.open_dialog import ask

        if self._opened is None:
            return
        folder = str(self._opened.document.path.parent)
        dialog = QFileDialog(self, translate("Compute", "Choose the Model's Code"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("Python, config.json (*.py *.json)")
        ask(dialog, lambda paths: self._take(paths[0]))

    def _take(self, path: Path) -> None:
        """A config.json is enough; a .py needs the name of its class."""
        self.model.setText(str(path) if path.suffix == ".json" else f"{path}:")
        self.model.setFocus()

    def _confirm(self, text: str, meaning: str, on_agreed: Callable[[], None]) -> None:
        """Ask; Cancel is what Return and Escape do."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(translate("Compute", "Counting by Running"))
        box.setText(text)
        box.setInformativeText(meaning)
        agree = box.addButton(translate("Compute", "Run"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)

        def on_box_finished(_: int) -> None:
            if box.clickedButton() is agree:
                on_agreed()

        box.finished.connect(on_box_finished)
        box.open()


def _run(
    opened: Opened,
    *,
    may_run: bool = False,
    model: str | None = None,
    kwargs: Mapping[str, Any] | None = None,
) -> Run:
    python = Settings().torch_python or None
    folder = opened.document.path.parent
    return Run(may_run, model=model, kwargs=kwargs or {}, python=python, folder=folder)


def _of_script() -> str:
    return translate(
        "Compute",
        "This file is a TorchScript program: its exact cost at any shape shows only when it runs.",
    )


def _of_module() -> str:
    return translate(
        "Compute",
        "This file holds pickled modules. Those of torch.nn can be rebuilt by torch's own "
        "constructors with the numbers in the file; nothing of the file runs.",
    )


def _of_consent() -> str:
    return translate(
        "Compute",
        "A TorchScript program is code. It runs in a process of its own, with limits on time and "
        "memory and, where the system can do that, without network and unable to change files. "
        "Run it only if you trust where the file comes from.",
    )
