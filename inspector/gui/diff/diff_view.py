"""A tab that compares two checkpoints: being aligned, shown, or not possible."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path as FilePath

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from inspector.analysis.diff.model import RuleIdentity
from inspector.analysis.diff.parts import Part
from inspector.describe import visible
from inspector.document import Document
from inspector.errors import InspectorError
from inspector.gui.core_sentences import said
from inspector.gui.diff.comparing import Doing, ValueComparison
from inspector.gui.diff.diff_pane import DiffPane
from inspector.gui.diff.opening import Compared, Place, SideFailed, Wanted, compare
from inspector.gui.diff.outdated_banner import OutdatedBanner
from inspector.gui.diff.pages import DiffPages
from inspector.gui.diff.progress_line import ProgressLine
from inspector.gui.diff.reporting import ask_report
from inspector.gui.diff.sides_bar import SidesBar
from inspector.gui.document.tab_view import State, TabView
from inspector.gui.faults import record
from inspector.gui.jobs import Jobs
from inspector.gui.releasing import release_slowly
from inspector.gui.settings import Settings
from inspector.gui.text import QT_TRANSLATE_NOOP

FIRST_SIZES = (430, 270)
MANY = 5_000
PAINTED_AFTER_MS = 60
_SPLITTER = "diff-splitter"


class DiffView(TabView):
    """Owns what it compares. Another choice of parts, names or tolerance is another comparison,
    which takes the place of the one before it once it is there."""

    stopped = ("DiffView", QT_TRANSLATE_NOOP("DiffView", "Comparing was stopped."))
    refresh_requested = Signal()
    """To be compared again as the tabs of its files are now."""
    edits_requested = Signal(object, object)
    """A path, and the edits the document of that file is to get."""

    def __init__(self, wanted: Wanted, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self.wanted = wanted
        self.compared: Compared | None = None
        self.comparison: ValueComparison | None = None
        self.pane: DiffPane | None = None
        self._content: QWidget | None = None
        self.lend: Callable[[Place], Document | None] | None = None
        self._lent: list[tuple[Place, Document]] = []

    # -- what a tab says ----------------------------------------------------------------------

    @property
    def title(self) -> str:
        """ "epoch10.pt ↔ epoch20.pt"."""
        both = (self.wanted.a, self.wanted.b)
        names = [visible(place.path.name, 60) for place in both]
        if both[0].path == both[1].path:
            parts = [visible(place.part.text, 60) or "…" for place in both]
            return f"{names[0]}: {parts[0]} ↔ {parts[1]}"
        if names[0] == names[1]:
            names = [f"{visible(p.path.parent.name, 30)}/{visible(p.path.name, 60)}" for p in both]
        return f"{names[0]} ↔ {names[1]}"

    @property
    def description(self) -> str:
        """Both paths."""
        return "\n".join(visible(str(place.path)) for place in (self.wanted.a, self.wanted.b))

    @property
    def is_busy(self) -> bool:
        """Whether it is being opened or its values are being compared."""
        if self._job is not None or self.state is State.OPENING:
            return True
        return self.comparison is not None and self.comparison.doing in (Doing.READY, Doing.RUNNING)

    def panes(self) -> list[QWidget]:
        """What F6 goes through."""
        if self.pane is None or self.state is not State.OPEN:
            page = self._stack.currentWidget()
            return [page] if page is not None else []
        return [self.pane.filter, self.pane.tree, self.pages]

    # -- opening ------------------------------------------------------------------------------

    def open(self) -> None:
        """Align both sides on a thread, then compare their values."""
        self._drop_job()
        wanted, before = self.wanted, self.compared
        self._lent = self._borrowed()
        lent = list(self._lent)
        self._make(
            lambda progress: compare(wanted, progress, before, lent),
            lambda made: _close_others(made, before),
        )

    def _borrowed(self) -> list[tuple[Place, Document]]:
        """What tabs have open need not be read again."""
        if self.lend is None:
            return []
        found = [(place, self.lend(place)) for place in {self.wanted.a, self.wanted.b}]
        return [(place, document) for place, document in found if document is not None]

    def compare_again(self, wanted: Wanted) -> None:
        """Compare something else, or in another way."""
        self.wanted = wanted
        self.open()

    def reload(self) -> None:
        """Read both files again."""
        self.close_document()
        self.state = State.OPENING
        self.open()

    def _path(self) -> FilePath:
        return self.wanted.b.path

    def _give_up(self) -> None:
        self.close_document()
        self._content = self.pane = None

    def close_document(self) -> None:
        """Give files and threads back."""
        self._drop_job()
        self._drop_comparison()
        if self.compared is not None:
            release_slowly(self._jobs, *self.compared.many())
            self.compared.close()
            self.compared = None

    def _drop_job(self) -> None:
        super()._drop_job()
        for _, document in self._lent:
            document.close()
        self._lent = []

    def _drop_comparison(self) -> None:
        if self.pane is not None:
            self.banner.forget()
        if self.comparison is not None:
            self.comparison.close()
            self.comparison.deleteLater()
            self.comparison = None

    def _fail(self, error: Exception, path: FilePath) -> None:
        if isinstance(error, SideFailed):
            path, error = error.path, error.error
        super()._fail(error, path)

    def _on_job_done(self, compared: Compared) -> None:
        self._job = None
        for _, document in self._lent:
            if document is not compared.a and document is not compared.b:
                document.close()
        self._lent = []
        before, self.compared = self.compared, compared
        self.wanted = compared.wanted
        self._drop_comparison()
        steps = [] if self._content is not None else [self._build]
        self._in_turn(*steps, lambda: self._show_instead(before, compared))

    def _show_instead(self, before: Compared | None, compared: Compared) -> None:
        self._show(compared)
        if before is not None:
            _close_others(before, compared)
        assert self._content is not None
        assert self.comparison is not None
        self._enter(State.OPEN, self._content)
        if len(compared.order) <= MANY:
            self.comparison.start()
        else:
            # Beside a worker that computes in Python the first painting takes twice as long.
            QTimer.singleShot(PAINTED_AFTER_MS, self.comparison, self._on_painted)

    def _on_painted(self) -> None:
        if self.comparison is not None and self.compared is not None:
            self._jobs.start(self.comparison, self.compared.index.warm_up)
            self.comparison.start()

    # -- what is shown ------------------------------------------------------------------------

    def _build(self) -> None:
        self.sides = SidesBar(self._jobs, self)
        self.pane = DiffPane(self)
        self.pages = DiffPages(self._jobs, self)
        self.line = ProgressLine(self)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.pane)
        splitter.addWidget(self.pages)
        splitter.setStretchFactor(0, 3)
        splitter.setCollapsible(1, True)
        kept = Settings().layout(_SPLITTER)
        if kept is None or not splitter.restoreState(kept):
            splitter.setSizes(FIRST_SIZES)
        splitter.splitterMoved.connect(
            lambda *_: Settings().keep_layout(_SPLITTER, splitter.saveState())
        )
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.banner = OutdatedBanner(content)
        self.banner.read_requested.connect(self.reload)
        self.banner.refresh_requested.connect(self.refresh_requested)
        self.banner.kept.connect(self.pane.tree.setFocus)
        column.addWidget(self.sides)
        column.addWidget(self.banner)
        column.addWidget(splitter, 1)
        column.addWidget(self.line)
        self._connect()
        content.setFocusProxy(self.pane.tree)
        self.setFocusProxy(self.pane.tree)
        self._content = content

    def _connect(self) -> None:
        pane = self.pane
        assert pane is not None
        self.sides.swap_requested.connect(self.swap)
        self.sides.parts_chosen.connect(self._on_parts_chosen)
        self.sides.tolerance_chosen.connect(self._on_tolerance_chosen)
        self.sides.export_requested.connect(self.export)
        self.sides.message.connect(self.message)
        pane.row_chosen.connect(self._on_row_chosen)
        pane.menu_requested.connect(self.menu_requested)
        pane.names_requested.connect(lambda: self.pages.show_page("names"))
        pane.rejected_chosen.connect(self._on_rejected_chosen)
        self.pages.row_requested.connect(pane.show_row)
        self.pages.rejected_chosen.connect(self._on_rejected_chosen)
        self.pages.edits_requested.connect(self._on_edits_requested)

    def _show(self, compared: Compared) -> None:
        assert self.pane is not None
        self.comparison = ValueComparison(compared, self._jobs, self)
        self.sides.show_sides(compared)
        self.pane.show_diff(compared)
        self.pages.show_diff(compared)
        self.line.follow(self.comparison)
        self.comparison.advanced.connect(self._on_values_advanced)
        self.comparison.changed.connect(self._on_comparison_changed)
        self.comparison.failed.connect(self._on_comparison_failed)
        self.banner.watch(compared)

    def _on_values_advanced(self) -> None:
        if self.pane is not None:
            self.pane.refresh()

    def _on_comparison_changed(self) -> None:
        if self.comparison is not None and self.comparison.doing is not Doing.RUNNING:
            if self.pane is not None:
                self.pane.refresh(is_last=True)
            self.pages.refresh()
            self.state_changed.emit()

    def _on_comparison_failed(self, error: Exception) -> None:
        if isinstance(error, InspectorError):
            self.message.emit(visible(said(error.message), 300))
        else:
            record(error)

    def _on_row_chosen(self, row: int) -> None:
        self.pages.show_row(row)
        self.selection_changed.emit()

    # -- choices ------------------------------------------------------------------------------

    def swap(self) -> None:
        """Left becomes right."""
        self.compare_again(self.wanted.swapped)

    def _on_parts_chosen(self, a: Part, b: Part) -> None:
        now = self.wanted
        if (now.a.part, now.b.part) != (a, b):
            left, right = replace(now.a, part=a), replace(now.b, part=b)
            self.compare_again(Wanted(left, right, rtol=now.rtol, atol=now.atol))

    def _on_tolerance_chosen(self, rtol: float, atol: float) -> None:
        settings = Settings()
        settings.diff_tolerance = (rtol, atol)
        if (self.wanted.rtol, self.wanted.atol) != (rtol, atol):
            self.compare_again(replace(self.wanted, rtol=rtol, atol=atol))

    def _on_rejected_chosen(self, rejected: Collection[RuleIdentity]) -> None:
        self.compare_again(replace(self.wanted, rejected=frozenset(rejected)))

    def _on_edits_requested(self, side: str, edits: object) -> None:
        place = self.wanted.a if side == "a" else self.wanted.b
        self.edits_requested.emit(place.path, edits)

    def show_edited(self, paths: Sequence[FilePath]) -> None:
        """Say which of the files were edited since they were compared; nothing for none."""
        if self.pane is not None:
            self.banner.show_edited(paths)

    def export(self, kind: str) -> None:
        """Ask where to write the comparison as a report of `kind`."""
        if self.compared is not None:
            ask_report(self, self.compared.outcome, kind, self._jobs, self.message.emit)

    def copy(self, what: str) -> None:
        """The selected rows: their names, or all their cells."""
        if self.pane is not None:
            QGuiApplication.clipboard().setText(self.pane.copied_text(what))

    def _stays(self, page: QWidget) -> bool:
        return super()._stays(page) or page is self._content


def _close_others(made: Compared, kept: Compared | None) -> None:
    """Close the documents of `made` that `kept` does not use."""
    still = [] if kept is None else [kept.a, kept.b]
    for document in {id(each): each for each in (made.a, made.b)}.values():
        if all(document is not other for other in still):
            document.close()
