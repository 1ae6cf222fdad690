"""How the states of a pair look in the window: core's glyphs and colours, our icons, in our words.

A state is a small integer, so that a hundred thousand of them are an array.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtGui import QColor

from inspector.analysis.diff.model import STATUSES, Verdict
from inspector.analysis.diff.wording import LOOKS
from inspector.gui.text import QT_TRANSLATE_NOOP, translate
from inspector.gui.theme import Status, colours, is_dark

SAME, CHANGED, MISMATCHED, MISSING, UNEXPECTED, PENDING = range(6)
STATES = (SAME, CHANGED, MISMATCHED, MISSING, UNEXPECTED, PENDING)
DIFFERENT = (CHANGED, MISMATCHED, MISSING, UNEXPECTED)
# Worst first: what a branch is coloured by.
SEVERITY = (MISMATCHED, MISSING, UNEXPECTED, CHANGED, PENDING, SAME)

_CODES = {status: code for code, status in enumerate(STATUSES)}


@dataclass(frozen=True, slots=True)
class StateLook(Status):
    """Of a state also the glyph; `explained` is what hovering says."""

    name: str
    glyph: str
    explained: str
    context: ClassVar[str] = "DiffState"

    @property
    def explanation(self) -> str:
        """What the state means, translated."""
        return translate(self.context, self.explained)


_WORDS = {
    "same": (
        "equal",
        QT_TRANSLATE_NOOP("DiffState", "same"),
        QT_TRANSLATE_NOOP("DiffState", "Nothing differs."),
    ),
    "changed": (
        "equal-not",
        QT_TRANSLATE_NOOP("DiffState", "changed"),
        QT_TRANSLATE_NOOP("DiffState", "The values differ, or how they are stored."),
    ),
    "mismatched": (
        "square-dashed",
        QT_TRANSLATE_NOOP("DiffState", "mismatched"),
        QT_TRANSLATE_NOOP("DiffState", "Shape, dtype or device differ."),
    ),
    "missing": (
        "minus",
        QT_TRANSLATE_NOOP("DiffState", "missing"),
        QT_TRANSLATE_NOOP("DiffState", "Only the left side has it."),
    ),
    "unexpected": (
        "plus",
        QT_TRANSLATE_NOOP("DiffState", "unexpected"),
        QT_TRANSLATE_NOOP("DiffState", "Only the right side has it."),
    ),
}


def _look(name: str) -> StateLook:
    core = LOOKS[name]  # type: ignore[index]  # its keys are literals
    icon, word, explained = _WORDS[name]
    return StateLook(icon, word, core.light, core.dark, name, core.glyph, explained)


_PENDING = StateLook(
    "circle-dashed",
    QT_TRANSLATE_NOOP("DiffState", "not compared"),
    LOOKS["same"].light,
    LOOKS["same"].dark,
    "pending",
    "…",
    QT_TRANSLATE_NOOP("DiffState", "The values have not been compared yet."),
)
STATE_LOOKS = (*map(_look, STATUSES), _PENDING)


def on_selection(colour: QColor) -> QColor:
    """A state's colour as ink on the ground of a selected row, which is darker than the others."""
    return colour if is_dark() else colour.darker(130)


def code_of(said: Verdict) -> int:
    """The state of a verdict: one that may still change for the worse is pending."""
    code = _CODES[said.status]
    return PENDING if code == SAME and not said.is_final else code


def quiet(state: int) -> QColor:
    """The colour of a row's text: what is the same stands back."""
    return QColor(colours().dim) if state in (SAME, PENDING) else STATE_LOOKS[state].colour
