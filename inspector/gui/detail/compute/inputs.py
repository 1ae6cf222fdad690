"""The shapes that are counted at: a field for each input, and usual shapes to choose from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from inspector.analysis.flops.given import Given, parse_shape
from inspector.analysis.flops.report import FlopsReport, Shape
from inspector.gui.text import label, literal, monospace, without_mnemonic
from inspector.gui.theme import GRID

translate = QCoreApplication.translate

_FIELDS = 8  # more inputs than this keep the file's shapes

# Rank of the first input -> shapes that papers and tutorials use.
_USUAL: dict[int, tuple[Shape, ...]] = {
    2: ((1, 128), (1, 512), (1, 2048), (8, 128)),
    3: ((1, 128, 768), (1, 80, 3000)),
    4: (
        (1, 3, 224, 224),
        (1, 3, 256, 256),
        (1, 3, 384, 384),
        (1, 3, 512, 512),
        (1, 3, 640, 640),
        (4, 3, 256, 128),
    ),
    5: ((1, 3, 16, 112, 112), (1, 3, 16, 224, 224)),
}
_BATCHES = (1, 8, 32, 256)


def shape_text(shape: Shape) -> str:
    """(1, 3, 224, 224) -> "1 × 3 × 224 × 224"."""
    return " × ".join(str(size) for size in shape)


class InputsForm(QWidget):
    """`asked` comes when a person wants the cost at the shapes that stand there."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QLineEdit] = {}
        self._own: dict[str, Shape] = {}
        self.presets = QToolButton(self)
        self.presets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.presets.setMenu(QMenu(self.presets))
        self.count = QToolButton(self)
        self.count.clicked.connect(self.asked)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, 15 * GRID)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addLayout(self._grid, 1)
        row.addWidget(self.presets)
        row.addWidget(self.count)

    def show_report(self, report: FlopsReport | None) -> None:
        """Show the shapes of a report; without one, a field for an input nobody has named."""
        shapes = dict(report.inputs) if report is not None else {}
        if not shapes:
            shapes = {"": ()} if not self.fields else {name: () for name in self.fields}
        if list(shapes)[:_FIELDS] != list(self.fields):
            self._build(list(shapes)[:_FIELDS], report.dtypes if report is not None else {})
            self._own = {name: shape for name, shape in shapes.items() if shape}
        for name, field in self.fields.items():
            if shapes.get(name):
                field.setText(shape_text(shapes[name]))
        self.presets.setText(translate("Compute", "Presets"))
        self.count.setText(translate("Compute", "Count"))
        self._fill_presets()

    def given(self) -> Given:
        """What stands in the fields.

        Raises:
            InspectorError: One of them is no shape.
        """
        shapes: dict[str, Shape] = {}
        for name, field in self.fields.items():
            if field.text().strip():
                shapes[name] = parse_shape(field.text())
        return Given(shapes)

    def _build(self, names: list[str], dtypes: Mapping[str, str]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        for at, name in enumerate(names):
            title = literal(name, 60) or translate("Compute", "Input shape")
            field = QLineEdit()
            field.setFont(monospace())
            field.setAccessibleName(title)
            field.setPlaceholderText("1 × 3 × 224 × 224")
            field.returnPressed.connect(self.asked)
            self._grid.addWidget(label(f"{title} {dtypes.get(name, '')}", dim=True), at, 0)
            self._grid.addWidget(field, at, 1)
            self.fields[name] = field

    def _fill_presets(self) -> None:
        menu = self.presets.menu()
        menu.clear()
        if self._own:
            text = translate("Compute", "As in the file")
            menu.addAction(text).triggered.connect(lambda *_: self._choose(self._own))
            menu.addSeparator()
        first = next(iter(self._own.values()), (1, 3, 224, 224))
        name = next(iter(self.fields), "")
        for shape in _USUAL.get(len(first), ()):
            text = without_mnemonic(shape_text(shape))
            menu.addAction(text).triggered.connect(
                lambda *_, shape=shape: self._choose({name: shape})
            )
        menu.addSeparator()
        for batch in _BATCHES:
            text = translate("Compute", "Batch of {n}").replace("{n}", str(batch))
            menu.addAction(text).triggered.connect(lambda *_, batch=batch: self._batch(batch))

    def _choose(self, shapes: Mapping[str, Shape]) -> None:
        for name, shape in shapes.items():
            if name in self.fields:
                self.fields[name].setText(shape_text(shape))
        self.asked.emit()

    def _batch(self, batch: int) -> None:
        """Another first dimension for every input that has the batch of now."""
        shapes = self.given().inputs
        now = next((shape[0] for shape in shapes.values() if shape), 1)
        changed = {n: (batch, *s[1:]) for n, s in shapes.items() if s and s[0] == now}
        self._choose(changed)
