"""The open documents as tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QTabBar, QTabWidget, QToolButton, QWidget

from inspector import describe
from inspector.gui.document.document_view import DocumentView
from inspector.gui.document.tab_view import State
from inspector.gui.faults import guarded, nothing
from inspector.gui.flat_widgets import FlatTabBar
from inspector.gui.icons import icon
from inspector.gui.jobs import Jobs
from inspector.gui.text import in_title, tooltip, without_mnemonic
from inspector.gui.theme import STATUSES

if TYPE_CHECKING:
    from inspector.gui.diff.diff_view import DiffView

Ask = Callable[[list[DocumentView], Callable[[], None]], None]


class DocumentTabs(QTabWidget):
    """Opens, closes and switches documents and comparisons; one tab per file."""

    changed = Signal()
    """Another tab is in front, or the one in front has changed."""
    opened = Signal(Path)
    menu_requested = Signal(QPoint)
    tab_menu_requested = Signal(int, QPoint)
    """The number of a tab, and where its menu is to be."""
    message = Signal(str)
    save_requested = Signal()
    value_activated = Signal()
    reload_requested = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.ask_first: Ask | None = None
        self.on_opened: Callable[[DocumentView], None] | None = None
        bar = FlatTabBar(self)
        self.setTabBar(bar)
        self.setDocumentMode(True)
        self.setMovable(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setAccessibleName(self.tr("Open files"))
        bar.setAccessibleName(self.tr("Open files"))
        bar.middle_clicked.connect(self.close_tab)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        bar.customContextMenuRequested.connect(self._on_tab_menu_requested)
        self.currentChanged.connect(lambda _: self.changed.emit())

    def current(self) -> DocumentView | None:
        """The document in front."""
        view = self.currentWidget()
        return view if isinstance(view, DocumentView) else None

    def comparison(self) -> DiffView | None:
        """The comparison in front."""
        view = self.currentWidget()
        # Every tab is one or the other; comparisons are not imported for an empty window.
        return None if isinstance(view, DocumentView) else view  # type: ignore[return-value]

    def every(self) -> list[DocumentView | DiffView]:
        """All documents and comparisons, in the order of their tabs."""
        return [self.widget(at) for at in range(self.count())]

    def views(self) -> list[DocumentView]:
        """All documents, in the order of their tabs."""
        return [view for view in self.every() if isinstance(view, DocumentView)]

    def open_paths(self, paths: Iterable[Path]) -> None:
        """A tab for each path, the first new one in front; an open file is only brought there."""
        front: DocumentView | None = None
        for path in paths:
            path = path.absolute()
            view = next((view for view in self.views() if view.path == path), None)
            if view is None:
                view = self._add(path)
            elif view.state in (State.FAILED, State.STOPPED):
                view.open()
            front = front or view
        if front is not None:
            self.setCurrentWidget(front)
            front.setFocus()

    def _add(self, path: Path) -> DocumentView:
        view = DocumentView(path, self._jobs, self)
        at = self.addTab(view, "")
        self._name_tab(view)
        self.tabBar().setTabButton(at, QTabBar.ButtonPosition.RightSide, self._close_button(view))
        view.state_changed.connect(lambda: self._on_state_changed(view))
        view.selection_changed.connect(self.changed)
        view.close_requested.connect(lambda: self.close_tab(self.indexOf(view)))
        view.menu_requested.connect(self.menu_requested)
        view.message.connect(self.message)
        view.edited.connect(lambda: self._on_edited(view))
        view.save_requested.connect(self.save_requested)
        view.value_activated.connect(self.value_activated)
        view.reload_requested.connect(self.reload_requested)
        view.open()
        return view

    def add_comparison(self, view: DiffView) -> None:
        """A tab for a comparison, in front."""
        at = self.addTab(view, icon("file-diff"), "")
        self._name_comparison(view)
        self.tabBar().setTabButton(at, QTabBar.ButtonPosition.RightSide, self._close_button(view))
        view.state_changed.connect(lambda: self._on_comparison_changed(view))
        view.close_requested.connect(lambda: self._remove(view))
        view.selection_changed.connect(self.changed)
        view.message.connect(self.message)
        view.open()
        self.setCurrentWidget(view)
        view.setFocus()

    def comparisons(self) -> list[DiffView]:
        """All comparisons, in the order of their tabs."""
        return [view for view in self.every() if not isinstance(view, DocumentView)]

    def _name_comparison(self, view: DiffView) -> None:
        at = self.indexOf(view)
        self.setTabText(at, without_mnemonic(view.title))
        self.setTabToolTip(at, tooltip(view.description))

    def _on_comparison_changed(self, view: DiffView) -> None:
        self._show_icon(view)
        self._name_comparison(view)
        if view is self.currentWidget():
            self.changed.emit()

    def _on_tab_menu_requested(self, position: QPoint) -> None:
        at = self.tabBar().tabAt(position)
        if at >= 0:
            self.tab_menu_requested.emit(at, self.tabBar().mapToGlobal(position))

    def _name_tab(self, view: DocumentView) -> None:
        at, path = self.indexOf(view), view.path
        mark = "*" if view.is_changed else ""
        name = describe.visible(path.name or str(path), 80)
        self.setTabText(at, without_mnemonic(f"{name}{mark}"))
        self.setTabToolTip(at, tooltip(describe.visible(str(path))))

    def _on_edited(self, view: DocumentView) -> None:
        self._name_tab(view)
        if view is self.currentWidget():
            self.changed.emit()

    def move_to(self, view: DocumentView, path: Path) -> None:
        """Let a tab show another file; a tab that showed it before is closed."""
        for other in self.views():
            if other.path == path and other is not view:
                self._remove(other)
        view.path = path
        view.reload()
        self._name_tab(view)

    def _close_button(self, view: QWidget) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIcon(icon("x"))
        button.setIconSize(QSize(12, 12))
        button.setFixedSize(QSize(20, 20))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(self.tr("Close"))
        button.clicked.connect(lambda: self.close_tab(self.indexOf(view)))
        return button

    def close_tab(self, at: int) -> None:
        """Close one document, unless a person wants to keep its edits."""
        view = self.widget(at)
        if isinstance(view, DocumentView):
            self._when_given_up([view], lambda: self._remove(view))
        elif view is not None:
            self._remove(view)

    def close_all(self) -> None:
        """Close every document, unless a person wants to keep the edits of one."""
        self._when_given_up(self.views(), self.remove_all)

    def _when_given_up(self, views: list[DocumentView], then: Callable[[], None]) -> None:
        if self.ask_first is None or not views:
            then()
        else:
            self.ask_first(views, then)

    def _remove(self, view: QWidget | None) -> None:
        at = self.indexOf(view) if view is not None else -1
        if view is not None and at >= 0:
            self.removeTab(at)
            tab: Any = view  # both kinds have it
            tab.close_document()
            view.deleteLater()
            self.changed.emit()

    def remove_all(self) -> None:
        """Close every document without a question."""
        for view in reversed(self.every()):
            self._remove(view)

    def step(self, by: int) -> None:
        """Go `by` tabs further, round and round."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + by) % self.count())

    def focus_next_pane(self) -> None:
        """The keyboard goes from filter to tree, details, the tabs themselves, and round again."""
        view = self.current() or self.comparison()
        if view is None:
            return
        panes: list[QWidget] = [*view.panes(), self.tabBar()]
        here = QApplication.focusWidget()
        inside = [at for at, pane in enumerate(panes) if _holds(pane, here)]
        after = panes[(inside[-1] + 1) % len(panes)] if inside else panes[0]
        after.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_icon(self, view: DocumentView | DiffView) -> None:
        failed = view.state is State.FAILED
        status = STATUSES["error"]
        name = "file" if isinstance(view, DocumentView) else "file-diff"
        shown = icon(status.icon, status.colour) if failed else icon(name)
        self.setTabIcon(self.indexOf(view), shown)

    def _on_state_changed(self, view: DocumentView) -> None:
        self._show_icon(view)
        self._name_tab(view)
        if view.state is State.OPEN:
            if self.on_opened is not None:
                self.on_opened(view)
            self.opened.emit(view.path)
        if view is self.currentWidget():
            self.changed.emit()

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for view in self.every():
                at = self.indexOf(view)
                self._show_icon(view)
                button = self.tabBar().tabButton(at, QTabBar.ButtonPosition.RightSide)
                if isinstance(button, QToolButton):
                    button.setIcon(icon("x"))


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def window_title(view: DocumentView | DiffView | None) -> str:
    """The title of a window with `view` in front; `[*]` stands where it was changed."""
    if view is None:
        return "Inspector"
    if not isinstance(view, DocumentView):
        return f"{in_title(view.title)} — Inspector"
    mark = "[*]" if view.is_changed else ""
    return f"{in_title(describe.visible(view.path.name))}{mark} — Inspector"


def local_files(event: QDropEvent) -> list[Path]:
    """The files that are dragged or dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
