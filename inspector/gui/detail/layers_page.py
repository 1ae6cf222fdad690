"""The page that lists the layers of pickled modules, TorchScript and ONNX."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.gui.detail.blocks import heading, sentence
from inspector.gui.detail.layers_facts import LAYER_LIMIT, LayerRow, layer_columns, layers_of
from inspector.gui.detail.subject import Subject
from inspector.gui.detail.table_pane import TablePane
from inspector.gui.document.opening import Opened
from inspector.gui.text import counted, translate
from inspector.gui.theme import GRID


class LayersPage(QWidget):
    """A sortable table of layers."""

    row_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Layers", "Layers"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._opened: Opened | None = None
        self.note = sentence("", dim=True)
        self.table = TablePane(translate("Layers", "Layers"), self._row_of, self)
        self.table.row_requested.connect(self.row_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        layout.setSpacing(GRID // 2)
        self.title = heading("")
        layout.addWidget(self.title)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)

    def show_subject(self, subject: Subject) -> None:
        """Show the layers of the file that `subject` is a row of."""
        self._opened = subject.opened
        self.title.setText(translate("Layers", "Layers"))
        rows = layers_of(subject.opened)
        self.note.setText(self._note(rows))
        self.table.show_records(layer_columns(rows), rows)
        self.table.setVisible(bool(rows))

    def _note(self, rows: list[LayerRow]) -> str:
        if not rows:
            return translate("Layers", "This file does not say what layers it is made of.")
        if any(not row.name for row in rows):
            nodes = sum(row.count for row in rows)
            text = translate("Layers", "{n} nodes of {kinds} operators")
            return text.replace("{n}", f"{nodes:,}").replace("{kinds}", f"{len(rows):,}")
        numel = counted(sum(row.numel for row in rows), "element")
        text = translate("Layers", "{n} layers with {parameters}, as the pickled modules say.")
        if not any(row.op for row in rows):
            text = translate("Layers", "{n} layers with {parameters}, told by shared names.")
        text = text.replace("{n}", f"{len(rows):,}").replace("{parameters}", numel)
        return text + (" …" if len(rows) >= LAYER_LIMIT else "")

    def _row_of(self, row: LayerRow) -> int:
        """The first of a layer's nodes that the tree shows."""
        if self._opened is None:
            return 0
        tree = self._opened.tree
        return next((found for node in row.nodes if (found := tree.row_of(node))), 0)
