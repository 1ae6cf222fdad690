"""What the window shows while nothing is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector import describe
from inspector.gui.faults import guarded, nothing
from inspector.gui.icons import icon, pixmap
from inspector.gui.styles import drop_target_style
from inspector.gui.text import (
    QT_TRANSLATE_NOOP,
    emphasised,
    label,
    tooltip,
    translate,
    without_mnemonic,
)
from inspector.gui.theme import GRID, colours
from inspector.resources import resource

SHOWN_RECENT = 8
_WIDTH = 90 * GRID

# (icon, what it is, the files)
SAMPLES = (
    ("layers", QT_TRANSLATE_NOOP("Welcome", "A training checkpoint with its optimizer"),
     ("training.pt",)),
    ("copy-plus", QT_TRANSLATE_NOOP("Welcome", "A DataParallel state_dict saved on a GPU"),
     ("parallel.pt",)),
    ("waypoints", QT_TRANSLATE_NOOP("Welcome", "An ONNX model"), ("classifier.onnx",)),
    ("scale", QT_TRANSLATE_NOOP("Welcome", "Two to compare: before and after fine-tuning"),
     ("base.safetensors", "finetuned.pt")),
)  # fmt: skip
NEVER = (
    QT_TRANSLATE_NOOP("Welcome", "execute what is in a file: no pickle is loaded"),
    QT_TRANSLATE_NOOP("Welcome", "send anything anywhere: no network, no telemetry"),
    QT_TRANSLATE_NOOP("Welcome", "write into a file that is open: saving makes another one"),
)


class WelcomePage(QScrollArea):
    """A way to open a file, the files opened lately, samples, and what never happens."""

    open_requested = Signal()
    paths_requested = Signal(object)
    """A list of paths."""
    pair_requested = Signal(object)
    """Two paths to compare."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._paths: list[Path] = []
        self._open = QPushButton()
        self._open.setDefault(True)
        self._open.clicked.connect(self.open_requested)
        self._name = label("Inspector")
        self._name.setFont(emphasised(self.font(), 1.6))
        self._promise, self._drop_text = label(dim=True), label(dim=True)
        self._titles = [label(), label(), label()]
        self._recent, self._samples, self._never = _lines(), _lines(), QGridLayout()
        self._target = self._drop_target()
        page = QWidget()
        self.setWidget(page)
        self._lay_out(page)
        self.setFocusProxy(self._open)
        self.refresh()

    def _drop_target(self) -> QFrame:
        target = QFrame()
        target.setObjectName("target")
        line = QHBoxLayout(target)
        line.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        line.setSpacing(2 * GRID)
        line.addWidget(self._open)
        self._drop_text.setWordWrap(True)
        line.addWidget(self._drop_text, 1)
        return target

    def _lay_out(self, page: QWidget) -> None:
        """The name, the target, and three sections below each other in the middle."""
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        picture = QLabel()
        picture.setPixmap(pixmap("inspector", "#000000", 64))
        head.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        self._promise.setWordWrap(True)
        words.addWidget(self._name)
        words.addWidget(self._promise)
        words.addStretch(1)
        head.addLayout(words, 1)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addSpacing(GRID)
        column.addWidget(self._target)
        for title, lines in zip(
            self._titles, (self._recent, self._samples, self._never), strict=True
        ):
            title.setFont(emphasised(self.font()))
            title.setContentsMargins(0, 2 * GRID, 0, 0)
            column.addWidget(title)
            column.addLayout(lines)
        outer = QGridLayout(page)
        outer.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        for at, stretch in ((0, 1), (2, 1)):
            outer.setColumnStretch(at, stretch)
            outer.setRowStretch(at, 1 + at // 2)
        outer.setColumnStretch(1, 100)
        outer.addWidget(middle, 1, 1)

    # -- content ------------------------------------------------------------------------------

    def show_target(self, is_over: bool) -> None:
        """Light the place up where files can be dropped, while some are carried over the window."""
        self._target.setStyleSheet(drop_target_style(is_over))

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List files opened lately; those that are gone are greyed."""
        self._paths = list(paths)[:SHOWN_RECENT]
        self._titles[0].setVisible(bool(self._paths))
        buttons = [self._recent_button(path) for path in self._paths]
        _fill(self._recent, buttons)

    def refresh(self) -> None:
        """Everything, in the language and the colours of now."""
        self._promise.setText(
            self.tr("See what is in a model file. Opening one never runs its code.")
        )
        self._open.setText(self.tr("Open a checkpoint…"))
        self._open.setIcon(icon("folder-open"))
        self._drop_text.setText(
            self.tr("or drop files here: .pt .pth .ckpt .bin .tar .safetensors .onnx")
        )
        self._target.setStyleSheet(drop_target_style())
        titles = self.tr("Recent files"), self.tr("Samples to try"), self.tr("What it never does")
        for title, text in zip(self._titles, titles, strict=True):
            title.setText(text)
        self.show_recent(self._paths)
        _fill(self._samples, [self._sample_button(*sample) for sample in SAMPLES])
        _fill_grid(self._never)

    def _recent_button(self, path: Path) -> QToolButton:
        folder = describe.visible(str(path.parent))
        button = _line_button("file", f"{describe.visible(path.name)}   {folder}")
        button.setToolTip(tooltip(describe.visible(str(path))))
        button.setAccessibleName(describe.visible(path.name))
        button.setEnabled(path.exists())
        button.clicked.connect(lambda *_: self.paths_requested.emit([path]))
        return button

    def _sample_button(self, picture: str, text: str, names: Sequence[str]) -> QToolButton:
        shown = translate("Welcome", text)
        button = _line_button(picture, f"{shown}   {' · '.join(names)}")
        button.setAccessibleName(shown)
        paths = [resource("samples", name) for name in names]
        button.setEnabled(all(path.exists() for path in paths))
        signal = self.pair_requested if len(paths) == 2 else self.paths_requested
        button.clicked.connect(lambda *_: signal.emit(paths))
        return button

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            # Qt is going through all widgets now; none may be deleted before it is done.
            QTimer.singleShot(0, self, self.refresh)


def _lines() -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(0)
    return made


def _line_button(picture: str, text: str) -> QToolButton:
    """A line that can be clicked, no wider than the page."""
    button = QToolButton()
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIcon(icon(picture))
    metrics = QFontMetrics(button.font())
    shown = metrics.elidedText(f" {text}", Qt.TextElideMode.ElideMiddle, _WIDTH - 8 * GRID)
    button.setText(without_mnemonic(shown))
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


def _fill(lines: QVBoxLayout, buttons: Sequence[QWidget]) -> None:
    _empty(lines)
    for button in buttons:
        lines.addWidget(button)


def _fill_grid(grid: QGridLayout) -> None:
    """What never happens, each with the sign of a promise."""
    _empty(grid)
    grid.setHorizontalSpacing(GRID)
    grid.setVerticalSpacing(GRID // 2)
    grid.setColumnStretch(1, 1)
    grid.setContentsMargins(GRID // 2, 0, 0, 0)
    for at, text in enumerate(NEVER):
        picture = QLabel()
        picture.setPixmap(pixmap("shield-check", colours().dim, 16))
        words = label(translate("Welcome", text))
        words.setWordWrap(True)
        grid.addWidget(picture, at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, at, 1)


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
