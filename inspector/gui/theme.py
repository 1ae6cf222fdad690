"""The colours: two Fusion palettes, and one table each for dtypes and severities.

Every colour that carries a meaning comes with a word or a glyph; text reaches 4.5:1 on `base`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from inspector.gui.text import QT_TRANSLATE_NOOP

GRID = 8
"""Distances are multiples of this many pixels."""


@dataclass(frozen=True, slots=True)
class Colours:
    """What a palette is made of; all as "#rrggbb"."""

    window: str
    base: str
    raised: str
    text: str
    dim: str
    line: str
    accent: str
    on_accent: str
    selection: str
    bar: str


LIGHT = Colours(
    window="#f4f5f7",
    base="#ffffff",
    raised="#fafbfc",
    text="#1c2127",
    dim="#5a6472",
    line="#d5d9e0",
    accent="#2563b8",
    on_accent="#ffffff",
    selection="#d7e5f8",
    bar="#bcd3f0",
)
DARK = Colours(
    window="#22262c",
    base="#191c21",
    raised="#2a2f37",
    text="#e2e6eb",
    dim="#9aa5b3",
    line="#3a414b",
    accent="#78aeef",
    on_accent="#10151c",
    selection="#26395a",
    bar="#34547e",
)

# Fusion outlines fields and boxes darker than the window, which nobody sees on a dark one.
_DARK_OUTLINE = "#6b7685"
_OUTLINED = ("QCheckBox", "QRadioButton", "QLineEdit", "QComboBox", "QAbstractSpinBox")

# kind of dtype (inspector.checkpoint.dtype) -> light, dark
_DTYPE_KINDS = {
    "float": ("#1d5fae", "#8fbdf5"),
    "complex": ("#0f6b6b", "#6fcfcf"),
    "int": ("#8a4b08", "#e6b26a"),
    "uint": ("#8a4b08", "#e6b26a"),
    "bool": ("#6a3fb5", "#c3a6f5"),
    "quantized": ("#a02c6d", "#f09cc8"),
    "bits": ("#5a6472", "#9aa5b3"),
    "text": ("#2b6a3b", "#8fd3a1"),
}


@dataclass(frozen=True, slots=True)
class Status:
    """How a severity or verdict looks: an icon, a word and a colour, everywhere the same."""

    icon: str
    word: str
    light: str
    dark: str
    context: ClassVar[str] = "Status"

    @property
    def colour(self) -> QColor:
        """In the palette of now."""
        return QColor(self.dark if is_dark() else self.light)

    @property
    def text(self) -> str:
        """The word, translated."""
        return QCoreApplication.translate(self.context, self.word)


STATUSES = {
    "info": Status("info", QT_TRANSLATE_NOOP("Status", "Note"), "#1d5fae", "#8fbdf5"),
    "warning": Status(
        "triangle-alert", QT_TRANSLATE_NOOP("Status", "Warning"), "#8f5200", "#f0b45c"
    ),
    "danger": Status("octagon-alert", QT_TRANSLATE_NOOP("Status", "Danger"), "#b3261e", "#ff9b91"),
    "error": Status("circle-x", QT_TRANSLATE_NOOP("Status", "Error"), "#b3261e", "#ff9b91"),
    "clean": Status(
        "shield-check", QT_TRANSLATE_NOOP("Status", "Nothing dangerous"), "#2b6a3b", "#8fd3a1"
    ),
    "unknown": Status(
        "shield-question-mark", QT_TRANSLATE_NOOP("Status", "Unknown globals"), "#8f5200", "#f0b45c"
    ),
    "dangerous": Status(
        "shield-alert", QT_TRANSLATE_NOOP("Status", "Dangerous"), "#b3261e", "#ff9b91"
    ),
    "unreadable": Status(
        "shield-x", QT_TRANSLATE_NOOP("Status", "Not readable to its end"), "#b3261e", "#ff9b91"
    ),
}

# What an entry of a checkpoint is for, in the words of `analysis.roles`.
ROLES = {
    "weights": Status("layers", QT_TRANSLATE_NOOP("Status", "weights"), "#2f74c8", "#78aeef"),
    "EMA": Status("copy-plus", QT_TRANSLATE_NOOP("Status", "EMA"), "#0f7f7f", "#6fcfcf"),
    "optimizer": Status(
        "sliders-horizontal", QT_TRANSLATE_NOOP("Status", "optimizer"), "#a65d0c", "#e6b26a"
    ),
    "scheduler": Status(
        "trending-down", QT_TRANSLATE_NOOP("Status", "scheduler"), "#7349c0", "#c3a6f5"
    ),
    "scaler": Status("scale", QT_TRANSLATE_NOOP("Status", "scaler"), "#b03a7d", "#f09cc8"),
    "hyper-parameters": Status(
        "settings-2", QT_TRANSLATE_NOOP("Status", "hyper-parameters"), "#4b5f9e", "#a9b8ea"
    ),
    "RNG state": Status("dices", QT_TRANSLATE_NOOP("Status", "RNG state"), "#2b7a42", "#8fd3a1"),
    "callbacks": Status("webhook", QT_TRANSLATE_NOOP("Status", "callbacks"), "#80690a", "#d6c36f"),
    "metrics": Status("gauge", QT_TRANSLATE_NOOP("Status", "metrics"), "#8a3f2b", "#e3a48f"),
    "constants": Status("grid-3x3", QT_TRANSLATE_NOOP("Status", "constants"), "#3e6f8f", "#8bb6cf"),
    "graph": Status("waypoints", QT_TRANSLATE_NOOP("Status", "graph"), "#4d7a1f", "#b0d27c"),
    "metadata": Status("hash", QT_TRANSLATE_NOOP("Status", "metadata"), "#5a6472", "#9aa5b3"),
    "structure": Status("braces", QT_TRANSLATE_NOOP("Status", "structure"), "#6b7280", "#a3abb8"),
    "other": Status("box", QT_TRANSLATE_NOOP("Status", "other"), "#5a6472", "#9aa5b3"),
    "empty": Status("box", QT_TRANSLATE_NOOP("Status", "empty"), "#5a6472", "#9aa5b3"),
}


def is_dark() -> bool:
    """Whether the palette of now is the dark one."""
    return QGuiApplication.palette().base().color().lightness() < 128


def colours() -> Colours:
    """The colours of now."""
    return DARK if is_dark() else LIGHT


def dtype_colour(kind: str) -> QColor:
    """The colour of a dtype's kind, in the palette of now."""
    light, dark = _DTYPE_KINDS.get(kind, _DTYPE_KINDS["bits"])
    return QColor(dark if is_dark() else light)


def palette_of(given: Colours) -> QPalette:
    """A complete palette, disabled state included."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette(QColor(given.raised), QColor(given.window))
    table = {
        role.Window: given.window,
        role.WindowText: given.text,
        role.Base: given.base,
        role.AlternateBase: given.raised,
        role.Text: given.text,
        role.Button: given.raised,
        role.ButtonText: given.text,
        role.BrightText: given.on_accent,
        role.ToolTipBase: given.raised,
        role.ToolTipText: given.text,
        role.PlaceholderText: given.dim,
        role.Highlight: given.accent,
        role.HighlightedText: given.on_accent,
        role.Accent: given.accent,
        role.Link: given.accent,
        role.LinkVisited: given.accent,
        role.Mid: given.line,
        role.Midlight: given.line,
        role.Dark: given.line,
        role.Light: given.raised,
        role.Shadow: given.line,
    }
    for name, value in table.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(group.Disabled, name, QColor(given.dim))
    palette.setColor(group.Disabled, role.Highlight, QColor(given.line))
    return palette


def list_palette() -> QPalette:
    """For lists and trees: a quiet selection on which coloured text stays readable.

    Only these roles are set, so that all others follow the application's palette.
    """
    made = QPalette()
    given = colours()
    made.setColor(QPalette.ColorRole.Highlight, QColor(given.selection))
    made.setColor(QPalette.ColorRole.HighlightedText, QColor(given.text))
    return made


def tint(widget: QWidget, colour: QColor) -> None:
    """Write a label in `colour`, of the theme of now."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, colour)
    widget.setForegroundRole(QPalette.ColorRole.WindowText)  # on a ground of Base it is Text
    widget.setPalette(palette)


def apply_theme(app: QApplication, choice: str) -> None:
    """Dress the application: "light", "dark", or as the desktop is."""
    dark = choice == "dark"
    if choice == "system":
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette_of(DARK if dark else LIGHT))
    if dark:
        outlined = QPalette(app.palette())
        outlined.setColor(QPalette.ColorRole.Window, QColor(_DARK_OUTLINE).lighter(140))
        for name in _OUTLINED:
            app.setPalette(outlined, name)  # type: ignore[arg-type]  # the stub says bytes
