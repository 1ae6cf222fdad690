"""The chosen pair: facts of both sides, drawings, the first elements that differ."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from inspector.analysis.diff.closeup import Closeup, Difference, closeup
from inspector.analysis.diff.model import Item, Pair
from inspector.describe import visible
from inspector.errors import InspectorError
from inspector.gui.core_sentences import said
from inspector.gui.detail.blocks import sentence
from inspector.gui.detail.table_pane import TableView
from inspector.gui.detail.tensor.export_menu import ExportMenu, copy_csv, image_writer
from inspector.gui.detail.tensor.figures import short
from inspector.gui.detail.tensor.task_line import TaskLine
from inspector.gui.diff.opening import Compared
from inspector.gui.diff.pair_facts import branch_summary, summary
from inspector.gui.diff.pair_facts_pane import PairFactsPane
from inspector.gui.diff.pair_plot import PairPlot
from inspector.gui.faults import guarded, nothing, record
from inspector.gui.itemmodels.table_item_model import Column
from inspector.gui.jobs import Jobs
from inspector.gui.text import translate
from inspector.gui.theme import GRID
from inspector.progress import Progress

FIRST_SIZES = (330, 560, 400)


class TensorPage(QWidget):
    """Reads values only while it is shown."""

    edits_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.compared: Compared | None = None
        self._row = -1
        self._wanted: Pair | None = None
        self._jobs: Jobs | None = None
        self.closeup: Closeup | None = None
        self.facts = PairFactsPane()
        self.facts.edits_requested.connect(self.edits_requested)
        self.plot = PairPlot()
        self.first = TableView(translate("DiffTensor", "First elements that differ"))
        self.said = sentence("")
        self.line = TaskLine()
        self.line.retry_requested.connect(self._start)
        self.export = ExportMenu()
        self.export.chosen.connect(self._on_export_chosen)
        self.line.add_button(self.export)
        self._build()
        self._retranslate()

    def _build(self) -> None:
        splitter = QSplitter()
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for widget in (self.facts, self.plot, self.first):
            splitter.addWidget(widget)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes(FIRST_SIZES)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID // 2, GRID, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.said)
        column.addWidget(splitter, 1)
        column.addStretch(0)
        column.addWidget(self.line)
        self._splitter = splitter

    def use_jobs(self, jobs: Jobs) -> None:
        """Where values are read."""
        self._jobs = jobs
        self.line.use_jobs(jobs)
        self.plot.use_jobs(jobs)

    # -- what is shown ------------------------------------------------------------------------

    def show_diff(self, compared: Compared) -> None:
        """Another comparison: nothing is chosen in it yet."""
        self._row = -1

    def show_row(self, row: int) -> None:
        """Show the pair of a row of the tree."""
        if self.compared is None or row == self._row:
            return
        self._row = row
        self._show()

    def refresh(self) -> None:
        """New values are in."""
        if self.compared is not None and self._wanted is not None:
            self._say(self._wanted)
        elif self.compared is not None:
            self.said.setText(branch_summary(self.compared.index, self._row))

    def _show(self) -> None:
        self.line.stop()
        self._clear()
        if self.compared is None:
            return
        at = self.compared.index.rows.pair[self._row] if self._row > 0 else -1
        if at < 0:
            self._wanted = None
            self.said.setText(branch_summary(self.compared.index, self._row))
            self._show_values(False)
            return
        self._wanted = pair = self.compared.outcome.structure.pairs[at]
        self._show_values(True)
        self._say(pair)
        self.facts.show_pair(self.compared, pair)
        self._start()

    def _show_values(self, is_shown: bool) -> None:
        self._splitter.setVisible(is_shown)
        self.line.setVisible(is_shown)

    def _clear(self) -> None:
        self.closeup = None
        self.plot.show_closeup(None)
        self.first.show_records((), ())
        self.export.setEnabled(False)
        self.line.say("")

    def _say(self, pair: Pair) -> None:
        assert self.compared is not None
        outcome = self.compared.outcome
        self.said.setText(
            summary(pair, outcome.verdicts[pair.index], outcome.values.get(pair.index))
        )

    # -- values -------------------------------------------------------------------------------

    def _start(self) -> None:
        """Read the values, if the page is seen."""
        pair = self._wanted
        if pair is None or not self.isVisible():
            return
        a, b = (None if item is None else item.tensor for item in (pair.a, pair.b))

        def work(progress: Progress) -> Closeup:
            return closeup(a, b, progress)

        self.line.run(work, self._on_closeup_done, self._on_closeup_error)

    def _on_closeup_done(self, found: Closeup) -> None:
        self.closeup = found
        self.plot.show_closeup(found)
        self.first.show_records(self._columns(), found.first)
        self.first.setVisible(bool(found.first))
        self.export.setEnabled(True)
        self.line.say(_difference_text(found))

    def _on_closeup_error(self, error: Exception) -> None:
        self.first.hide()
        if isinstance(error, InspectorError):
            self.line.say(" ".join(filter(None, (said(error.message), said(error.hint or "")))))
        else:
            record(error)
            self.line.say(translate("DiffTensor", "Inspector made a mistake here."))

    def _columns(self) -> Sequence[Column]:
        return (
            Column(translate("DiffTensor", "Index"), _place, width=14),
            Column(translate("DiffTensor", "left"), lambda d: short(d.a), lambda d: d.a, width=11),
            Column(translate("DiffTensor", "right"), lambda d: short(d.b), lambda d: d.b, width=11),
            Column("Δ", lambda d: short(d.b - d.a), lambda d: abs(d.b - d.a), width=11),
        )

    # -- taking away --------------------------------------------------------------------------

    def _on_copy_chosen(self) -> None:
        if self.closeup is not None:
            rows = [('"' + _place(d) + '"', d.a, d.b, d.b - d.a) for d in self.closeup.first]
            copy_csv(["index", "left", "right", "difference"], rows)
            self.line.say(translate("PlotPage", "Copied."))

    def _on_image_chosen(self) -> None:
        image = self.plot.picture
        item = self._item()
        if image is not None and item is not None:
            self.export.ask(item.name, ".png", image_writer(image))

    def _item(self) -> Item | None:
        return None if self._wanted is None else self._wanted.a or self._wanted.b

    def _on_export_chosen(self, path, write) -> None:
        text = translate("ExportingPage", "Saved {name}.")
        text = text.replace("{name}", visible(path.name, 60))
        self.line.run(
            lambda progress: write(path, progress),
            lambda _: self.line.say(text),
            self._on_closeup_error,
        )

    def _retranslate(self) -> None:
        menu = self.export.menu()
        menu.clear()
        self.export.add(
            translate("DiffTensor", "Copy differing elements as CSV"), self._on_copy_chosen
        )
        self.export.add(translate("PlotPage", "Save image…"), self._on_image_chosen)

    # -- Qt -----------------------------------------------------------------------------------

    @guarded(nothing)
    def showEvent(self, event) -> None:
        super().showEvent(event)
        if self.closeup is None and not self.line.is_busy:
            QTimer.singleShot(0, self, self._start)

    @guarded(nothing)
    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        self.line.stop()

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            QTimer.singleShot(0, self, self._on_looks_changed)

    def _on_looks_changed(self) -> None:
        self._retranslate()
        if self._wanted is not None and self.compared is not None:
            self.facts.show_pair(self.compared, self._wanted)
            self._say(self._wanted)
        self.plot.draw()


def _place(found: Difference) -> str:
    return "[" + ", ".join(map(str, found.at)) + "]"


def _difference_text(found: Closeup) -> str:
    """ "Δ: mean 3e-6, std 2e-4"; of a sample nothing is said: every element was seen."""
    if found.delta_counts is None:
        return translate("DiffTensor", "The values cannot be compared one by one.")
    if not found.different:
        return translate("DiffTensor", "No element differs.")
    text = translate("DiffTensor", "Δ: mean {mean}, standard deviation {std}")
    text = text.replace("{mean}", short(found.mean)).replace("{std}", short(found.std))
    if found.different > len(found.first):
        more = translate("DiffTensor", "the first {n} of {all} elements that differ are listed")
        more = more.replace("{n}", f"{len(found.first):,}")
        text = f"{text}; {more.replace('{all}', f'{found.different:,}')}"
    return text
