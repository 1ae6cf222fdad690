"""The page "Will it load?": either file into the model of the other, or torch's own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.describe import visible
from inspector.document import Document
from inspector.gui.diff.fitting import fit_beside, fit_error
from inspector.gui.diff.load_panel import LoadPanel, Work
from inspector.gui.diff.opening import Compared, Place
from inspector.gui.jobs import Jobs
from inspector.gui.text import translate

# Of each question, the side whose file is loaded.
_SIDES = ("b", "a", "b", "a")


class LoadPage(QWidget):
    """The panel with the four questions of a comparison."""

    edits_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.compared: Compared | None = None
        self.panel = LoadPanel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)
        self.panel.apply_requested.connect(
            lambda at, edits: self.edits_requested.emit(_SIDES[at], edits)
        )

    def use_jobs(self, jobs: Jobs) -> None:
        """Where the answer is worked out."""
        self.panel.use_jobs(jobs)

    def show_diff(self, compared: Compared) -> None:
        """Ask about the files of `compared`."""
        wanted = compared.wanted
        a, b = (compared.a, wanted.a), (compared.b, wanted.b)
        into = translate("LoadPanel", "Load {file} into the model of {other}")
        error = translate("LoadPanel", "{file} did not load: torch's error text…")
        names = [visible(place.path.name, 40) for place in (wanted.a, wanted.b)]
        self.panel.show_questions(
            [
                (_named(into, names[1], names[0]), _beside(*b, *a), False),
                (_named(into, names[0], names[1]), _beside(*a, *b), False),
                (_named(error, names[1]), _pasted(*b), True),
                (_named(error, names[0]), _pasted(*a), True),
            ]
        )


def _named(text: str, file: str, other: str = "") -> str:
    return text.replace("{file}", file).replace("{other}", other)


def _beside(document: Document, place: Place, other: Document, other_place: Place) -> Work:
    return lambda _: fit_beside(document, place.part, other, other_place.part)


def _pasted(document: Document, place: Place) -> Work:
    return lambda text: fit_error(document, place.part, text)
