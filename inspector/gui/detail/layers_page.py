"""The page that lists the layers of pickled modules, TorchScript and ONNX."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector import describe
from inspector.analysis.layers import MOST_LAYERS, models
from inspector.gui.detail.blocks import Notice, heading, sentence
from inspector.gui.detail.layer_columns import LayerRow, layer_columns, rows_of
from inspector.gui.detail.subject import Subject
from inspector.gui.detail.table_pane import TablePane
from inspector.gui.detail.work_bar import WorkBar
from inspector.gui.document.opening import Opened
from inspector.gui.jobs import Jobs
from inspector.gui.text import counted, translate
from inspector.gui.theme import GRID
from inspector.progress import Progress

_OPERATORS_SHOWN = 8


class LayersPage(QWidget):
    """A sortable table of layers, told in a worker: code and graphs are read for it."""

    row_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Layers", "Layers"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._opened: Opened | None = None
        self._shown: list[LayerRow] = []
        self.work = WorkBar(self)
        self.note = sentence("", dim=True)
        self.table = TablePane(translate("Layers", "Layers"), self._row_of, self)
        self.table.row_requested.connect(self.row_requested)
        self._notice: Notice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        self._column.setSpacing(GRID // 2)
        self.title = heading("")
        for widget in (self.title, self.note, self.work):
            self._column.addWidget(widget)
        self._column.addWidget(self.table, 1)
        self._column.addStretch(0)

    def use_jobs(self, jobs: Jobs) -> None:
        """Read with these workers."""
        self.work.jobs = jobs
        self.table.use_jobs(jobs)

    def show_subject(self, subject: Subject) -> None:
        """Show the layers of the file that `subject` is a row of."""
        self.title.setText(translate("Layers", "Layers"))
        opened = subject.opened
        if opened is self._opened:
            self._show(self._shown)  # in the language of now
            return
        self._opened = opened
        self._show([])
        self.note.setText("")
        checkpoint, contents = opened.document.checkpoint, opened.document.contents

        def work(progress: Progress) -> list[LayerRow]:
            return rows_of(models(checkpoint, contents, progress))

        self.work.start(work, self._show, self._on_error, on_stopped=lambda: self._show([]))

    def _show(self, rows: list[LayerRow]) -> None:
        self._say("")
        self._shown = rows
        self.note.setText(self._note(rows))
        self.table.show_records(layer_columns(rows), rows)
        self.table.setVisible(bool(rows))
        self._column.setStretch(self._column.count() - 1, 0 if rows else 1)

    def _on_error(self, text: str, hint: str) -> None:
        self._show([])
        self.note.setText("")
        self._say(text, hint)

    def _say(self, text: str, hint: str = "") -> None:
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if text:
            self._notice = Notice("error", text, hint)
            self._column.insertWidget(1, self._notice)

    def _note(self, rows: list[LayerRow]) -> str:
        if not rows:
            return translate("Layers", "This file does not say what layers it is made of.")
        source = rows[0].model.source
        if source == "onnx":
            text = translate("Layers", "{n} nodes: {operators}")
            operators = [f"{count:,} × {name}" for name, count in rows[0].model.operators]
            shown = ", ".join(operators[:_OPERATORS_SHOWN])
            shown += ", …" if len(operators) > _OPERATORS_SHOWN else ""
            text = text.replace("{operators}", describe.visible(shown, 400))
        else:
            text = translate("Layers", "{n} layers with {parameters}, as the pickled modules say.")
            if source == "torchscript":
                text = translate("Layers", "{n} layers with {parameters}, as the code says.")
            numel = sum(row.layer.parameters for row in rows)
            text = text.replace("{parameters}", counted(numel, "element"))
        return text.replace("{n}", f"{len(rows):,}") + (" …" if len(rows) >= MOST_LAYERS else "")

    def _row_of(self, row: LayerRow) -> int:
        """The layer's own row, else that of the first of its tensors that has one."""
        if self._opened is None:
            return 0
        tree, layer = self._opened.tree, row.layer
        if not layer.outputs and (layer.path or row.model.path):
            path = (*row.model.path, layer.path) if layer.path else row.model.path
            found = tree.row_at(path)
            if found:
                return found
        rows = (tree.row_of(tensor) for _, tensor in layer.own)
        return next(filter(None, rows), 0)
