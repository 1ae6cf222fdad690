"""The right side of a document: the pages that suit what is selected, one of them in front."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.gui.detail.pages import PageKind, suited
from inspector.gui.detail.subject import Subject
from inspector.gui.faults import guarded, nothing
from inspector.gui.flat_widgets import FlatTabBar
from inspector.gui.jobs import Jobs


class DetailPane(QWidget):
    """Tabs over a stack. The page with the highest priority comes to the front, unless a person
    chose another one about rows: then that stays while it suits."""

    row_requested = Signal(int)
    badges_changed = Signal()
    """A check marked rows of the tree."""

    def __init__(self, parent: QWidget | None = None, jobs: Jobs | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._built: dict[str, QWidget] = {}
        self._shown: dict[str, Subject] = {}
        self._kinds: list[PageKind] = []
        self._chosen: str | None = None
        self._subject: Subject | None = None
        self.tabs = FlatTabBar(self)
        self.tabs.setAccessibleName(self.tr("Pages about the selection"))
        self.stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.tabs.tabBarClicked.connect(self._on_tab_clicked)

    def show_subject(self, subject: Subject) -> None:
        """Show what there is about `subject`."""
        if self._subject == subject:
            return
        self._subject = subject
        rated = suited(subject)
        self._kinds = [kind for _, kind in rated]
        names = [kind.name for kind in self._kinds]
        best = max(rated, key=lambda pair: pair[0])[1].name
        front = self._chosen if self._chosen in names else best
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(self._kinds):
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < len(self._kinds):
            self.tabs.addTab("")
        self._retranslate()
        self.tabs.setCurrentIndex(names.index(str(front)))
        self.tabs.blockSignals(False)
        self._show_current()

    def current_page(self) -> QWidget | None:
        """The page in front."""
        return self.stack.currentWidget()

    def show_page(self, name: str) -> None:
        """Bring a page to the front, if it suits the subject."""
        for at, kind in enumerate(self._kinds):
            if kind.name == name:
                self.tabs.setCurrentIndex(at)

    def _show_current(self) -> None:
        at = self.tabs.currentIndex()
        if self._subject is None or not 0 <= at < len(self._kinds):
            return
        kind = self._kinds[at]
        page = self._built.get(kind.name)
        if page is None:
            page = self._built[kind.name] = kind.build()
            if self._jobs is not None and hasattr(page, "use_jobs"):
                page.use_jobs(self._jobs)
            self.stack.addWidget(page)
            if hasattr(page, "row_requested"):
                page.row_requested.connect(self.row_requested)
            if hasattr(page, "badges_changed"):
                page.badges_changed.connect(self.badges_changed)
        # A page about the file is the same for every row of it.
        subject = self._subject if kind.is_about_row else Subject(self._subject.opened, 0)
        if self._shown.get(kind.name) != subject:
            self._shown[kind.name] = subject
            page.show_subject(subject)  # type: ignore[attr-defined]
        self.stack.setCurrentWidget(page)

    def _on_tab_clicked(self, at: int) -> None:
        if 0 <= at < len(self._kinds):
            kind = self._kinds[at]
            self._chosen = kind.name if kind.is_about_row else None

    def _on_tab_changed(self, _: int) -> None:
        self._show_current()

    def _retranslate(self) -> None:
        for at, kind in enumerate(self._kinds):
            self.tabs.setTabText(at, kind.text)

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and self._subject is not None:
            # Qt is going through all widgets now; none may be deleted before it is done.
            QTimer.singleShot(0, self, self._on_looks_changed)

    def _on_looks_changed(self) -> None:
        self._retranslate()
        self._shown.clear()
        self._show_current()
