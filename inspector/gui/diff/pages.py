"""The lower half of a comparison: pages about the chosen pair and about the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.gui.diff.opening import Compared
from inspector.gui.faults import guarded, nothing
from inspector.gui.flat_widgets import FlatTabBar
from inspector.gui.jobs import Jobs
from inspector.gui.text import QT_TRANSLATE_NOOP, translate


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page and where it comes from.

    Attributes:
        made_by: "module:class"; imported when the page is first shown.
        count: How many things it lists, for its title; None for none.
    """

    name: str
    title: str
    made_by: str
    count: Callable[[Compared], int] | None = None


KINDS = (
    PageKind(
        "tensor",
        QT_TRANSLATE_NOOP("DiffPages", "Tensor"),
        "inspector.gui.diff.tensor_page:TensorPage",
    ),
    PageKind(
        "modules",
        QT_TRANSLATE_NOOP("DiffPages", "Modules"),
        "inspector.gui.diff.modules_page:ModulesPage",
    ),
    PageKind(
        "names",
        QT_TRANSLATE_NOOP("DiffPages", "Names"),
        "inspector.gui.diff.names_page:NamesPage",
        lambda compared: len(compared.outcome.structure.rules) + len(compared.wanted.rejected),
    ),
    PageKind(
        "values",
        QT_TRANSLATE_NOOP("DiffPages", "Other values"),
        "inspector.gui.diff.values_page:ValuesPage",
        lambda compared: len(compared.outcome.structure.values),
    ),
    PageKind(
        "load",
        QT_TRANSLATE_NOOP("DiffPages", "Will it load?"),
        "inspector.gui.diff.load_page:LoadPage",
    ),
)


class DiffPages(QWidget):
    """Tabs over a stack. A page has `show_diff(compared)`, and may have `show_row(row)`,
    `refresh()` for new values, and `use_jobs(jobs)`."""

    row_requested = Signal(int)
    rejected_chosen = Signal(object)
    """The alignments that are not to be used."""
    edits_requested = Signal(str, object)
    """Side "a" or "b", and the edits its document is to get."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._built: dict[str, Any] = {}
        self._compared: Compared | None = None
        self._row = 0
        self.tabs = FlatTabBar(self)
        self.stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.tabs)
        for _ in KINDS:
            self.tabs.addTab("")
        self._retranslate()
        self.tabs.currentChanged.connect(lambda _: self._show_front())

    def show_diff(self, compared: Compared) -> None:
        """Show the pages of another diff."""
        self._compared, self._row = compared, 0
        for page in self._built.values():
            page.compared = None
        self._retranslate()
        self._show_front()

    def show_row(self, row: int) -> None:
        """Show what there is about a row; 0 is the whole."""
        self._row = row
        self._show_front()

    def refresh(self) -> None:
        """New values are in."""
        page = self.front()
        if hasattr(page, "refresh"):
            page.refresh()

    def front(self) -> Any:
        """The page in front."""
        return self._built.get(KINDS[max(self.tabs.currentIndex(), 0)].name)

    def show_page(self, name: str) -> Any:
        """Bring a page to the front."""
        self.tabs.setCurrentIndex([kind.name for kind in KINDS].index(name))
        return self.front()

    def _show_front(self) -> None:
        if self._compared is None:
            return
        kind = KINDS[max(self.tabs.currentIndex(), 0)]
        page = self._built.get(kind.name)
        if page is None:
            page = self._built[kind.name] = self._made(kind)
        if page.compared is not self._compared:
            page.compared = self._compared
            page.show_diff(self._compared)
        if hasattr(page, "show_row"):
            page.show_row(self._row)
        self.stack.setCurrentWidget(page)

    def _made(self, kind: PageKind) -> Any:
        module, _, name = kind.made_by.partition(":")
        page = getattr(import_module(module), name)()
        page.compared = None
        if hasattr(page, "use_jobs"):
            page.use_jobs(self._jobs)
        for signal in ("row_requested", "rejected_chosen", "edits_requested"):
            if hasattr(page, signal):
                getattr(page, signal).connect(getattr(self, signal))
        self.stack.addWidget(page)
        return page

    def _retranslate(self) -> None:
        self.tabs.setAccessibleName(self.tr("Pages about the comparison"))
        for at, kind in enumerate(KINDS):
            text = translate("DiffPages", kind.title)
            number = kind.count(self._compared) if kind.count and self._compared else 0
            self.tabs.setTabText(at, f"{text} ({number:,})" if number else text)

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
