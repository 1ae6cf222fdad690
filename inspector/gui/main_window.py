"""The main window. It composes; what things do is said elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from inspector import describe
from inspector.gui.actions import (
    CONTEXT_MENU,
    DOCUMENT,
    ROWS,
    SELECTION,
    TAB,
    TOOLBAR,
    Actions,
)
from inspector.gui.assisting import Assisting
from inspector.gui.document.banner import NoticeBanner
from inspector.gui.document.document_view import DocumentView
from inspector.gui.document.tab_view import State
from inspector.gui.document_tabs import DocumentTabs, local_files, window_title
from inspector.gui.faults import guarded, nothing
from inspector.gui.jobs import Jobs
from inspector.gui.preferring import Preferring
from inspector.gui.recent_menu import RecentMenu
from inspector.gui.settings import Settings
from inspector.gui.shell import Shell
from inspector.gui.status import StatusBar
from inspector.gui.styles import menu_bar_style, tool_bar_style
from inspector.gui.text import without_mnemonic
from inspector.gui.viewing import MESSAGE_MS, Viewing
from inspector.gui.welcome import WelcomePage

if TYPE_CHECKING:
    from inspector.gui.diff.ways_in import Comparing
    from inspector.gui.document.tree_pane import TreePane
    from inspector.gui.edits.editing import Editing

FIRST_SIZE = QSize(1200, 800)
LEAST_SIZE = QSize(560, 360)
ALSO_AT_LIMIT = 12


class MainWindow(Shell):
    """Tabs of documents under menus and a toolbar, over a status bar.

    Attributes:
        is_remembered: Whether the next start gets its place and its tabs when it closes.
    """

    is_remembered = True

    def __init__(self, jobs: Jobs, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.jobs = jobs
        self._is_session_kept = False
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST_SIZE)
        self.recent = RecentMenu(settings, self)
        self.viewing = Viewing(self)
        self.preferring = Preferring(self)
        self.assisting = Assisting(self)
        self.actions_ = Actions(self, self.recent)
        self.tabs = DocumentTabs(jobs, self)
        self.welcome = WelcomePage(self)
        self.welcome.show_recent(settings.recent)
        self.status = StatusBar(self)
        self._centre = QStackedWidget(self)
        self._centre.addWidget(self.welcome)
        self._centre.addWidget(self.tabs)
        self.banner = NoticeBanner()
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._centre, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self._build_bars()
        self._connect()
        self._restore_layout()
        self._show_front()

    @cached_property
    def editing(self) -> Editing:
        """What the Edit menu does. Made for the first document: an empty window is there sooner
        without numpy and the core's writers."""
        from inspector.gui.edits.editing import Editing

        return Editing(self)

    @cached_property
    def comparing(self) -> Comparing:
        """What the Compare menu does; imported when it is first asked for, as `editing`."""
        from inspector.gui.diff.ways_in import Comparing

        return Comparing(self)

    def _build_bars(self) -> None:
        self.actions_.fill_menu_bar(self.menuBar())
        self.toolbar = self.addToolBar("")
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setMovable(False)
        self.toolbar.setIconSize(QSize(16, 16))
        self.toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.actions_.fill(self.toolbar, TOOLBAR)
        self._dress_bars()
        self.show_settings()

    def _dress_bars(self) -> None:
        self.menuBar().setStyleSheet(menu_bar_style())
        self.toolbar.setStyleSheet(tool_bar_style())

    def _connect(self) -> None:
        self.tabs.changed.connect(self._show_front)
        self.tabs.opened.connect(self._on_document_opened)
        self.tabs.message.connect(lambda text: self.status.showMessage(text, MESSAGE_MS))
        self.tabs.menu_requested.connect(self._on_tree_menu_requested)
        self.tabs.save_requested.connect(lambda: self.editing.on_save_as_triggered())
        self.tabs.value_activated.connect(lambda: self.editing.on_set_value_triggered())
        self.tabs.reload_requested.connect(self.on_reload_triggered)
        self.tabs.on_opened = self._on_view_opened
        self.tabs.ask_first = lambda views, then: self.editing.saving.ask(views, then)
        self.recent.path_requested.connect(self._on_path_requested)
        self.recent.cleared.connect(lambda: self.welcome.show_recent([]))
        self.welcome.open_requested.connect(self.on_open_triggered)
        self.welcome.paths_requested.connect(self.open_paths)
        self.welcome.pair_requested.connect(lambda pair: self.comparing.compare(*pair))
        self.tabs.tab_menu_requested.connect(lambda *at: self.comparing.show_tab_menu(*at))

    # -- what is in front ---------------------------------------------------------------------

    def open_arranged(self, paths: Sequence[Path], arrange: str) -> None:
        """A tab for each path, or one that compares them; as `one_window.Request.arrange`."""
        if arrange == "compare" and len(paths) == 2:
            self.comparing.compare(paths[0], paths[1])
        elif arrange == "compare" and len(paths) == 1:
            self.comparing.compare(paths[0], paths[0])
        elif arrange == "compare":
            self.comparing.on_compare_files_triggered()
        else:
            self.open_paths(paths)

    def open_session(self, paths: Sequence[Path]) -> None:
        """A tab for each path, after those of the last session if a person wants them back."""
        if self.settings.restores_tabs:
            self._restore_session()
        self.open_paths(paths)

    def _restore_session(self) -> None:
        from inspector.gui import session

        last, missing = session.from_text(self.settings.session).without_missing()
        for tab in last.tabs:
            if isinstance(tab, Path):
                self.open_paths([tab])
            else:
                self.comparing.show(tab)
        self.tabs.setCurrentIndex(last.front)
        if missing:
            self.banner.tell(session.missing_text(missing))

    def _keep_session(self) -> None:
        """Remember what is open; tabs that were given up for closing the window count as open."""
        from inspector.gui.session import Session

        tabs = self.tabs
        if tabs.count() or not self._is_session_kept:
            kept = [
                each.path if isinstance(each, DocumentView) else each.wanted
                for each in tabs.every()
            ]
            self.settings.session = Session(kept, tabs.currentIndex()).to_text()
        self._is_session_kept = any(view.is_changed for view in tabs.views())

    def _show_front(self) -> None:
        view = self.tabs.current()
        self._centre.setCurrentWidget(self.tabs if self.tabs.count() else self.welcome)
        available = {TAB} if self.tabs.count() else set()
        comparison = self.tabs.comparison()
        if comparison is not None:
            available |= self.comparing.available()
        if view is not None and view.tree_pane is not None and view.state is State.OPEN:
            available |= {DOCUMENT, ROWS}
            if view.tree_pane.chosen_row():
                available.add(SELECTION)
        self.actions_.enable(available | self._edits_available(view))
        self.status.show_document(view)
        if comparison is not None:
            self.status.selection.setText(comparison.description.replace("\n", " ↔ "))
        self.setWindowTitle(window_title(view or comparison))
        self.setWindowModified(view is not None and view.is_changed)

    def _edits_available(self, view: DocumentView | None) -> set[str]:
        """What edits the document in front allows; their names in the menu follow."""
        if "editing" not in self.__dict__ and (view is None or view.edits is None):
            return set()
        from inspector.gui.edits import offers

        self.editing.refresh_actions()
        return offers.available(view)

    def _on_view_opened(self, view: DocumentView) -> None:
        """Columns as they were left, and from now on as they are left here."""
        self.viewing.dress(view)
        if view.tree_pane is not None:
            pane, columns = view.tree_pane, self.settings.layout("columns")
            if columns is not None:
                chosen = self.settings.layout("key-width") is not None
                pane.view.restore_header(columns, chosen)
            pane.columns_changed.connect(lambda: self._keep_columns(pane))

    def _keep_columns(self, pane: TreePane) -> None:
        self.settings.keep_layout("columns", pane.view.columns())
        width = QByteArray(b"chosen") if pane.view.is_key_width_chosen else QByteArray()
        self.settings.keep_layout("key-width", width)

    def _on_document_opened(self, path: Path) -> None:
        self.settings.add_recent(path)
        self.recent.refresh()
        self.welcome.show_recent(self.settings.recent)

    def _on_path_requested(self, path: Path) -> None:
        self.open_paths([path])

    def _on_tree_menu_requested(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.actions_.fill(menu, self.actions_.possible(CONTEXT_MENU))
        self.add_also_at(menu)
        menu.popup(position)

    def add_also_at(self, menu: QMenu) -> None:
        """Where else the chosen tensor's storage is used; choosing one goes there."""
        view = self.tabs.current()
        if view is None or view.tree_pane is None or view.opened is None:
            return
        pane, row = view.tree_pane, view.tree_pane.chosen_row()
        node, path = pane.tree.rows.nodes[row], pane.tree.rows.path(row)
        entries = view.opened.sharing.get(id(getattr(node, "storage", None)), [])
        others = [entry for entry in entries if entry.path != path][:ALSO_AT_LIMIT]
        if row and others:
            also = menu.addMenu(self.tr("Also At"))
            for entry in others:
                text = describe.visible(describe.key_path(entry.path), 100)
                action = also.addAction(without_mnemonic(text))
                to = pane.tree.row_at(entry.path)
                action.triggered.connect(lambda *_, to=to: pane.show_row(to))

    # -- actions ------------------------------------------------------------------------------

    def on_open_triggered(self) -> None:
        """Ask for files."""
        from inspector.gui.dialogs.open_dialog import ask, open_dialog

        ask(open_dialog(self, self.settings.last_folder), self._on_paths_chosen)

    def on_open_folder_triggered(self) -> None:
        """Ask for the folder of a sharded checkpoint."""
        from inspector.gui.dialogs.open_dialog import ask, folder_dialog

        ask(folder_dialog(self, self.settings.last_folder), self._on_paths_chosen)

    def _on_paths_chosen(self, paths: Sequence[Path]) -> None:
        self.settings.last_folder = str(paths[0].parent)
        self.open_paths(paths)

    def on_reload_triggered(self) -> None:
        """Read the file in front again."""
        view = self.tabs.current()
        comparison = self.tabs.comparison()
        if view is not None:
            self.editing.saving.ask([view], view.reload)
        elif comparison is not None:
            comparison.reload()

    def on_close_triggered(self) -> None:
        """Close the tab in front."""
        self.tabs.close_tab(self.tabs.currentIndex())

    def on_close_all_triggered(self) -> None:
        """Close every tab."""
        self.tabs.close_all()

    def on_full_screen_triggered(self) -> None:
        """In and out of full screen."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def on_undo_layout_triggered(self) -> None:
        """Columns and panes as they were before they were changed last."""
        view = self.tabs.current()
        if view is not None and view.layouts is not None and not view.layouts.undo():
            text = self.tr("No column or pane was changed.")
            self.status.showMessage(text, MESSAGE_MS)

    def on_reset_layout_triggered(self) -> None:
        """Back to the arrangement of the first start."""
        for view in self.tabs.views():
            if view.tree_pane is not None:
                view.tree_pane.view.reset_columns()
        for comparison in self.tabs.comparisons():
            if comparison.pane is not None and comparison.pane.model is not None:
                comparison.pane.tree.reset_columns()
        self.settings.forget_layout()
        self.resize(FIRST_SIZE)

    # -- layout and Qt ------------------------------------------------------------------------

    def _restore_layout(self) -> None:
        geometry = self.settings.layout("geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(FIRST_SIZE)
        state = self.settings.layout("state")
        if state is not None:
            self.restoreState(state)

    @guarded(nothing)
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_remembered:
            self._keep_session()
        if any(view.is_changed for view in self.tabs.views()):
            event.ignore()
            self.editing.saving.close_window()
            return
        if self.is_remembered:
            self.settings.keep_layout("geometry", self.saveGeometry())
            self.settings.keep_layout("state", self.saveState())
        self.settings.sync()
        self.tabs.close_all()
        self.jobs.close()
        super().closeEvent(event)

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and hasattr(self, "toolbar"):
            # Qt is going through all widgets now; none may be deleted before it is done.
            QTimer.singleShot(0, self, self._on_looks_changed)

    def _on_looks_changed(self) -> None:
        self._dress_bars()
        self.actions_.refresh()
        self._edits_available(self.tabs.current())
        self.recent.refresh()
        self.actions_.fill_menu_bar(self.menuBar())

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        else:
            super().keyPressEvent(event)

    @guarded(nothing)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event):
            event.acceptProposedAction()
            self.welcome.show_target(True)

    @guarded(nothing)
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.welcome.show_target(False)

    @guarded(nothing)
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if local_files(event):
            event.acceptProposedAction()

    @guarded(nothing)
    def dropEvent(self, event: QDropEvent) -> None:
        paths = local_files(event)
        self.welcome.show_target(False)
        if paths:
            event.acceptProposedAction()
            if len(paths) == 2:
                self.comparing.ask_what_to_do(paths)
            else:
                self.open_paths(paths)
