"""A tab: a file that is being opened, that is open, or that could not be."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector import describe
from inspector.errors import InspectorError
from inspector.gui.document.banner import ChangedBanner
from inspector.gui.document.opening import Opened, open_for_window
from inspector.gui.document.tab_view import State, TabView
from inspector.gui.faults import record
from inspector.gui.jobs import Jobs
from inspector.gui.releasing import release_slowly
from inspector.gui.text import QT_TRANSLATE_NOOP, hint_here, translate
from inspector.progress import Progress

if TYPE_CHECKING:
    from inspector.gui.document.layout_history import LayoutHistory
    from inspector.gui.document.remembering import Place
    from inspector.gui.document.tree_pane import TreePane
    from inspector.gui.document.watching import FileWatch
    from inspector.gui.edits.document_edits import DocumentEdits, Edited

CALM_AFTER_MS = 200


class DocumentView(TabView):
    """Owns the document it opened."""

    stopped = ("DocumentView", QT_TRANSLATE_NOOP("DocumentView", "Opening was stopped."))
    edited = Signal()
    """The list of edits is another one, or what they led to is shown now."""
    save_requested = Signal()
    reload_requested = Signal()
    """The file changed on disk, and a person wants to see what it is now."""
    value_activated = Signal()
    """A row that holds a value was double-clicked."""

    def __init__(self, path: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.path = path
        self.opened: Opened | None = None
        self.tree_pane: TreePane | None = None
        self.edits: DocumentEdits | None = None
        self.layouts: LayoutHistory | None = None
        self.banner = ChangedBanner(self)
        self._watch: FileWatch | None = None
        self._place: Place | None = None
        self.column.insertWidget(0, self.banner)
        self._calm = QTimer(self, singleShot=True, interval=CALM_AFTER_MS)
        self._calm.timeout.connect(self._on_calm)
        self.banner.reload_requested.connect(self.reload_requested)
        self.banner.kept.connect(self._on_banner_kept)

    # -- opening ------------------------------------------------------------------------------

    def open(self) -> None:
        """Read the file on a thread."""
        path = self.path
        self._make(lambda progress: open_for_window(path, progress), Opened.close)

    def reload(self) -> None:
        """Read the file again, whatever the tab shows now; a person stays where they were."""
        if self.tree_pane is not None and self.state is State.OPEN:
            from inspector.gui.document.remembering import place_of

            self._place = place_of(self.tree_pane)
        self._give_up()
        self.state = State.OPENING
        self.open()

    @property
    def title(self) -> str:
        """The name of the file."""
        return describe.visible(self.path.name, 200)

    def _path(self) -> Path:
        return self.path

    def _give_up(self) -> None:
        self.close_document()
        self.tree_pane = None

    @property
    def is_changed(self) -> bool:
        """Whether there are edits that were not saved."""
        return self.opened is not None and self.opened.document.is_changed

    def panes(self) -> list[QWidget]:
        """What F6 goes through: filter, tree, details; the page that stands in for them."""
        if self.tree_pane is None:
            page = self._stack.currentWidget()
            return [page] if page is not None else []
        edits = [] if self.edits_panel.isHidden() else [self.edits_panel.list]
        banner = [] if self.banner.isHidden() else [self.banner.reload]
        return [*banner, self.tree_pane.filter, self.tree_pane.view, *edits, self.details]

    def close_document(self) -> None:
        """Give files and threads back; the view is not used afterwards."""
        self._stop_watching()
        self._drop_job()
        if self.opened is not None:
            release_slowly(self._jobs, *self.opened.many())
            self.opened.close()
            self.opened = None
        if self.edits is not None:
            self.edits.deleteLater()
            self.edits = None

    def _on_job_done(self, opened: Opened) -> None:
        self._job = None
        self.opened = opened
        self._in_turn(lambda: self._add_content(opened), lambda: self._finish(opened))

    def _finish(self, opened: Opened) -> None:
        """Show the document, once all that shows it is there."""
        self._show_details(0)
        self._enter(State.OPEN, self.splitter)
        self._go_back()
        if self.layouts is not None:
            self.layouts.begin()
        QTimer.singleShot(0, self, self._start_watching)

    def _on_calm(self) -> None:
        """The first picture is painted: get ready for what a person may ask next."""
        if self.tree_pane is not None:
            tree = self.tree_pane.tree

            def get_ready(progress: Progress) -> None:
                from inspector.gui.detail.pages import import_pages

                import_pages()
                tree.warm_up(progress)

            self._jobs.start(self, get_ready)

    def _go_back(self) -> None:
        place, self._place = self._place, None
        if place is not None and self.tree_pane is not None:
            from inspector.gui.document.remembering import go_back

            go_back(self.tree_pane, place)

    # -- the file on disk ---------------------------------------------------------------------

    def _start_watching(self) -> None:
        if self.opened is None or self._watch is not None:
            return  # it was closed, or opened again, meanwhile
        from inspector.gui.document.watching import FileWatch

        self._watch = FileWatch(self.path, self)
        self._watch.settled.connect(self._on_watch_settled)
        self._on_watch_settled()  # it may have changed while it was being read

    def _stop_watching(self) -> None:
        self.banner.hide()
        if self._watch is not None:
            self._watch.deleteLater()
            self._watch = None

    def _on_watch_settled(self) -> None:
        if self.opened is None or not self.opened.document.has_changed_on_disk():
            self.banner.hide()
            return
        name, at = describe.visible(self.path.name, 80), written_at(self.path)
        if at is None:
            text = translate("DocumentView", "{name} was deleted or moved.")
        else:
            text = translate("DocumentView", "{name} changed on disk {time}.")
        text = text.replace("{time}", at or "").replace("{name}", name)
        self.banner.say(text, can_reload=at is not None)

    def _on_banner_kept(self) -> None:
        self.banner.hide()
        if self.tree_pane is not None:
            self.tree_pane.view.setFocus()

    # -- what is shown ------------------------------------------------------------------------

    def _add_content(self, opened: Opened) -> None:
        from inspector.gui.detail.detail_pane import DetailPane
        from inspector.gui.document.layout_history import LayoutHistory
        from inspector.gui.document.pane_splitter import PaneSplitter
        from inspector.gui.document.tree_pane import TreePane

        self.tree_pane = pane = TreePane(opened.tree, self, self._jobs)
        self.details = DetailPane(self, self._jobs)
        splitter = PaneSplitter(self._with_edits(pane, opened), self.details, self)
        self.splitter = splitter
        self.layouts = LayoutHistory(pane, splitter, self)
        pane.selection_changed.connect(self._on_selection_changed)
        pane.menu_requested.connect(self.menu_requested)
        pane.message.connect(self.message)
        pane.double_clicked.connect(self._on_row_double_clicked)
        self.details.row_requested.connect(self._on_row_requested)
        self.details.badges_changed.connect(self._on_badges_changed)
        self.setFocusProxy(pane)
        self._calm.start()

    def _with_edits(self, pane: TreePane, opened: Opened) -> QWidget:
        """The tree over the list of edits."""
        from inspector.gui.edits.document_edits import DocumentEdits
        from inspector.gui.edits.edits_panel import EditsPanel

        self.edits = edits = DocumentEdits(opened, self._jobs, self)
        self.edits_panel = panel = EditsPanel(opened.document, self)
        panel.undo_requested.connect(edits.undo)
        panel.redo_requested.connect(edits.redo)
        panel.remove_requested.connect(edits.remove)
        panel.save_requested.connect(self.save_requested)
        edits.changed.connect(panel.refresh)
        edits.changed.connect(self.edited)
        edits.refused.connect(self._on_edit_refused)
        edits.shown.connect(self._on_edits_shown)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(pane, 1)
        column.addWidget(panel)
        return left

    def _on_edit_refused(self, error: Exception) -> None:
        from inspector.gui.detail.blocks import Notice

        if isinstance(error, InspectorError):
            self.edits_panel.say(Notice("warning", error.message, hint_here(error.hint)))
        else:
            record(error)
            text = translate("ErrorPage", "Inspector made a mistake; nothing was changed.")
            self.edits_panel.say(Notice("error", text))

    def _on_edits_shown(self, edited: Edited) -> None:
        if self.tree_pane is not None:
            self.opened = edited.opened
            self.tree_pane.show_edited(edited)
            self.edited.emit()

    def _show_details(self, row: int) -> None:
        from inspector.gui.detail.subject import Subject

        if self.opened is not None:
            self.details.show_subject(Subject(self.opened, row))

    def _on_selection_changed(self) -> None:
        if self.tree_pane is not None:
            self._show_details(self.tree_pane.chosen_row())
            self.selection_changed.emit()

    def _on_row_double_clicked(self, index: QModelIndex) -> None:
        if self.tree_pane is not None and not self.tree_pane.model.hasChildren(index):
            self.value_activated.emit()

    def _on_row_requested(self, row: int) -> None:
        if self.tree_pane is not None:
            self.tree_pane.show_row(row)

    def _on_badges_changed(self) -> None:
        if self.tree_pane is not None:
            self.tree_pane.view.viewport().update()

    def check_tensors(self) -> None:
        """Show the page about the health of the values and start its check."""
        if self.tree_pane is None:
            return
        self.tree_pane.view.clearSelection()
        self._show_details(0)
        self.details.show_page("health")
        page: Any = self.details.current_page()
        if hasattr(page, "start"):
            page.start()

    def show_summary(self) -> None:
        """Back to the page about the file."""
        if self.tree_pane is not None:
            self.tree_pane.view.clearSelection()
            self._show_details(0)
            self.details.show_page("summary")


def written_at(path: Path) -> str | None:
    """When a file was written: "14:02", with the day unless that is today; None without a file."""
    try:
        written = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, ValueError, OverflowError):
        return None
    is_today = written.date() == datetime.now().astimezone().date()
    return f"{written:%H:%M}" if is_today else f"{written:%Y-%m-%d %H:%M}"
