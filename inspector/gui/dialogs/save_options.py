"""Parts of the dialogs that save: the formats in plain words, and progress in bytes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from inspector import describe
from inspector.gui.core_sentences import said
from inspector.gui.edits.save_plan import SaveChoice
from inspector.gui.text import QT_TRANSLATE_NOOP, label, literal, translate
from inspector.gui.theme import GRID

_SCALE = 1000
_GB = 10**9

# format -> (name, who can read it)
_WORDS = {
    "zip": (
        "PyTorch &zip",
        QT_TRANSLATE_NOOP("SaveOptions", "the format of torch 1.6 and later; 1.5 reads it, too"),
    ),
    "legacy": ("PyTorch le&gacy", QT_TRANSLATE_NOOP("SaveOptions", "every torch since 0.4")),
    "safetensors": (
        "safe&tensors",
        QT_TRANSLATE_NOOP("SaveOptions", "tensors only; read by Hugging Face and others"),
    ),
    "onnx": ("&ONNX", QT_TRANSLATE_NOOP("SaveOptions", "the graph with its edited values")),
}
_OLD_TORCH = {
    "zip": QT_TRANSLATE_NOOP(
        "SaveOptions", "For torch ≥ 1.5: convert what only newer ones can read"
    ),
    "legacy": QT_TRANSLATE_NOOP(
        "SaveOptions", "For torch 0.4 – 1.4: convert what only newer ones can read"
    ),
}


class FormatChoice(QWidget):
    """Radio buttons, each with who can read the result, and the options of a format."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, has_onnx: bool = False) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for at, (format, (name, readers)) in enumerate(_WORDS.items()):
            if format == "onnx" and not has_onnx:
                continue
            button = self.buttons[format] = QRadioButton(name)
            text = translate("SaveOptions", readers)
            button.setAccessibleDescription(text)
            button.toggled.connect(self._on_format_toggled)
            self._group.addButton(button)
            grid.addWidget(button, 2 * at, 0)
            grid.addWidget(label(text, dim=True), 2 * at, 1)
        self.old_torch: dict[str, QCheckBox] = {}
        for row, (format, text) in zip((1, 3), _OLD_TORCH.items(), strict=True):
            box = self.old_torch[format] = QCheckBox(translate("SaveOptions", text))
            box.toggled.connect(self._on_option_changed)
            grid.addWidget(box, row, 1)
        self._add_shards(grid)
        self.is_sharded.toggled.connect(self._on_option_changed)
        self.shard_gb.valueChanged.connect(self._on_option_changed)
        self.buttons["zip"].setChecked(True)
        self._show_options()

    def _add_shards(self, grid: QGridLayout) -> None:
        self.is_sharded = QCheckBox(translate("SaveOptions", "Split into shards of at most"))
        self.shard_gb = QDoubleSpinBox()
        self.shard_gb.setRange(0.01, 10_000)
        self.shard_gb.setDecimals(2)
        self.shard_gb.setValue(5)
        self.shard_gb.setSuffix(" GB")
        self.shard_gb.setAccessibleName(translate("SaveOptions", "Size of a shard"))
        self._shards = QWidget()
        line = QHBoxLayout(self._shards)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.is_sharded)
        line.addWidget(self.shard_gb)
        line.addStretch(1)
        grid.addWidget(self._shards, 5, 1)

    @property
    def format(self) -> str:
        """The chosen one of `inspector.formats.writing.FORMATS`."""
        return next((name for name, button in self.buttons.items() if button.isChecked()), "zip")

    def choose(self, format: str) -> None:
        """Choose a format."""
        self.buttons[format].setChecked(True)

    def choice(self, target: Path) -> SaveChoice:
        """What is chosen, for `target`."""
        is_sharded = self.format == "safetensors" and self.is_sharded.isChecked()
        nbytes = int(self.shard_gb.value() * _GB) if is_sharded else None
        old_torch = self.old_torch.get(self.format)
        is_old = old_torch is not None and old_torch.isChecked()
        return SaveChoice(target, self.format, is_old, nbytes)

    def _on_format_toggled(self, is_on: bool) -> None:
        if is_on:
            self._show_options()
            self.changed.emit()

    def _on_option_changed(self) -> None:
        self._show_options()
        self.changed.emit()

    def _show_options(self) -> None:
        for format, box in self.old_torch.items():
            box.setEnabled(self.format == format)
        self._shards.setEnabled(self.format == "safetensors")
        self.shard_gb.setEnabled(self.is_sharded.isChecked())


class ProgressLine(QWidget):
    """A bar, and how many bytes of how many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._expected = 0
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("SaveOptions", "Progress"))
        self.state = label(" ", dim=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.bar)
        column.addWidget(self.state)
        self.hide()

    def start(self, expected: int) -> None:
        """Nothing is done yet; about `expected` bytes will be."""
        self._expected = expected
        self.bar.setRange(0, 0)
        self.state.setText(" ")

    def show_progress(self, done: int, total: int, text: str) -> None:
        """As `Progress.report`."""
        total = total or self._expected
        self.bar.setRange(0, _SCALE if total else 0)
        self.bar.setValue(min(_SCALE, done * _SCALE // total) if total else 0)
        of = translate("SaveOptions", "{done} of {total}") if total else ""
        of = of.replace("{done}", describe.size(min(done, total)))
        of = of.replace("{total}", describe.size(total))
        self.state.setText(" · ".join(filter(None, (literal(said(text), 60), of))))
