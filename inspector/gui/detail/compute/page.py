"""The page that says what one forward pass costs, and where."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector.analysis.flops.count import count
from inspector.analysis.flops.given import NOTHING_GIVEN, Given
from inspector.analysis.flops.report import FlopsReport, LayerCost
from inspector.analysis.flops.tables import layers_text
from inspector.errors import InspectorError, say
from inspector.gui.core_sentences import said
from inspector.gui.detail.blocks import FactGrid, Notice, heading, sentence
from inspector.gui.detail.compute import words
from inspector.gui.detail.compute.columns import cost_columns
from inspector.gui.detail.compute.counted import Counted, counted
from inspector.gui.detail.compute.inputs import InputsForm
from inspector.gui.detail.compute.plots import CostPlot, ModulePlot, ScatterPlot
from inspector.gui.detail.compute.running import RunBlock
from inspector.gui.detail.subject import Subject
from inspector.gui.detail.table_pane import TablePane
from inspector.gui.detail.tensor.export_menu import ExportMenu, Writer, image_writer, text_writer
from inspector.gui.detail.work_bar import WorkBar
from inspector.gui.document.opening import Opened, without_collections
from inspector.gui.jobs import Jobs
from inspector.gui.text import emphasised, hint_here, label, translate
from inspector.gui.theme import GRID
from inspector.progress import Progress

LAYERS, MODULES, CHART, SCATTER = range(4)
_VIEWS_HEIGHT = 38 * GRID


class ComputePage(QScrollArea):
    """Shapes, totals, what is known about them, then tables and plots of the layers."""

    row_requested = Signal(int)
    badges_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._opened: Opened | None = None
        self.counted: Counted | None = None
        self._facts: FactGrid | None = None
        self._notice: Notice | None = None
        self.title = heading("")
        self.headline = label("", selectable=True)
        self.headline.setFont(emphasised(self.headline.font(), 1.3))
        self.headline.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.form = InputsForm()
        self.work = WorkBar()
        self.running = RunBlock()
        self.choice = QComboBox()
        self.export = ExportMenu()
        self.pointed = sentence("", dim=True)
        self.table = TablePane(translate("Compute", "Layers"), self._row_of)
        self.chart: CostPlot = ModulePlot(translate("Compute", "Shares of the modules"))
        self.scatter: CostPlot = ScatterPlot(translate("Compute", "MACs and parameters"))
        self.views = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        content = QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        self._column.setSpacing(GRID)
        for widget in (self.title, self.headline, self.form, self.work, self.running):
            self._column.addWidget(widget)
        self.bar = QWidget()
        bar = QHBoxLayout(self.bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(GRID)
        bar.addWidget(self.choice)
        bar.addWidget(self.pointed, 1)
        bar.addWidget(self.export)
        self._column.addWidget(self.bar)
        for view in (self.table, self.chart, self.scatter):
            self.views.addWidget(view)
        self.views.setMinimumHeight(_VIEWS_HEIGHT)
        self._column.addWidget(self.views, 1)
        self._column.addStretch(0)
        self.setWidget(content)

    def _connect(self) -> None:
        self.form.asked.connect(self.recount)
        self.running.asked.connect(self._on_run_asked)
        self.running.refused.connect(lambda text, hint: self._say("error", text, hint))
        self.choice.currentIndexChanged.connect(lambda *_: self._show_view())
        self.table.row_requested.connect(self.row_requested)
        self.export.chosen.connect(self._on_export_chosen)
        for plot in (self.chart, self.scatter):
            plot.pointed.connect(self.pointed.setText)
            plot.failed.connect(lambda error: self._say("error", str(error)))
        self.work.ended.connect(lambda: self.running.set_busy(False))

    @property
    def report(self) -> FlopsReport | None:
        """What is shown."""
        return self.counted.report if self.counted is not None else None

    def use_jobs(self, jobs: Jobs) -> None:
        """Count with these workers."""
        self.work.jobs = jobs
        self.table.use_jobs(jobs)

    def show_subject(self, subject: Subject) -> None:
        """Count what the file's data tell; an edit counts again."""
        is_new = subject.opened is not self._opened
        self._opened = subject.opened
        self._name_all()
        if is_new:
            self.counted = None
            self._say("", "")
            self._start(self._by_data(NOTHING_GIVEN))
        self._show()

    def _name_all(self) -> None:
        """Texts in the language of now."""
        self.setAccessibleName(translate("Compute", "Compute"))
        self.title.setText(translate("Compute", "Cost of One Forward Pass"))
        names = (
            translate("Compute", "Layers"),
            translate("Compute", "Modules"),
            translate("Compute", "Modules, as a chart"),
            translate("Compute", "MACs and parameters"),
        )
        self.choice.setAccessibleName(translate("Compute", "View"))
        if not self.choice.count():
            self.choice.addItems(names)
        for at, name in enumerate(names):
            self.choice.setItemText(at, name)
        self.export.menu().clear()
        self.export.setText(translate("ExportMenu", "Export"))
        self.export.add(translate("Compute", "Save layers as .csv…"), lambda: self._ask(".csv"))
        self.export.add(translate("Compute", "Save layers as .md…"), lambda: self._ask(".md"))
        self.export.add(translate("Compute", "Save chart…"), self._ask_image)

    # -- counting -----------------------------------------------------------------------------

    def recount(self) -> None:
        """Count at the shapes that stand in the form."""
        try:
            given = self.form.given()
        except InspectorError as error:
            self._say("error", said(error.message), said(error.hint or ""))
            return
        self._start(self._by_data(given))

    def _on_run_asked(self, run: object) -> None:
        from inspector.torchbridge.counting import Run, count_by_running

        assert isinstance(run, Run)
        assert self._opened is not None
        opened, document = self._opened, self._opened.document
        try:
            given = self.form.given()
        except InspectorError as error:
            self._say("error", said(error.message), said(error.hint or ""))
            return

        def work(progress: Progress) -> Counted:
            contents = document.contents
            report = count_by_running(document.checkpoint, contents, given, run, progress)
            if report is None:
                raise InspectorError(
                    say(translate("Compute", "There is nothing to run in this file."))
                )
            return counted(opened, report)

        self._start(work)

    def _by_data(self, given: Given) -> Callable[[Progress], Counted]:
        assert self._opened is not None
        opened, document = self._opened, self._opened.document
        checkpoint, contents = document.checkpoint, document.contents

        def work(progress: Progress) -> Counted:
            with without_collections(len(contents.tensors)):
                return counted(opened, count(checkpoint, contents, given, progress))

        return work

    def _start(self, work: Callable[[Progress], Counted]) -> None:
        self._say("", "")
        self.running.set_busy(True)
        self.work.start(
            work,
            on_done=self._take,
            on_error=lambda text, hint: self._fail(text, hint),
            on_stopped=lambda: self._say("info", translate("Compute", "Stopped.")),
        )

    def _take(self, found: Counted) -> None:
        self.counted = found
        if self._opened is not None:
            self._opened.tree.macs = found.macs
            self.badges_changed.emit()
        self._show()

    def _fail(self, text: str, hint: str) -> None:
        self._say("error" if self.report else "info", text, hint_here(hint) or "")
        self._show()

    # -- showing ------------------------------------------------------------------------------

    def _say(self, severity: str, text: str, hint: str = "") -> None:
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if text:
            self._notice = Notice(severity, text, hint)
            self._column.insertWidget(self._column.indexOf(self.work) + 1, self._notice)

    def _show(self) -> None:
        report, opened = self.report, self._opened
        if opened is None:
            return
        self.headline.setText(words.headline(report) if report is not None else "")
        self.headline.setVisible(report is not None)
        self.form.show_report(report)
        if self._facts is not None:
            self._facts.hide()
            self._facts.deleteLater()
            self._facts = None
        if self.counted is not None:
            self._facts = FactGrid(words.facts_of(self.counted))
            self._column.insertWidget(self._column.indexOf(self.work), self._facts)
        self._place_running(report)
        self.running.show_file(opened, report)
        has_layers = report is not None and bool(report.layers)
        for widget in (self.bar, self.views):
            widget.setVisible(has_layers)
        self._column.setStretch(self._column.count() - 1, 0 if has_layers else 1)
        self._show_view()

    def _place_running(self, report: FlopsReport | None) -> None:
        """Above the layers where it is the way to a total, else below them."""
        self._column.removeWidget(self.running)
        has_total = report is not None and report.macs is not None
        place = (
            self._column.indexOf(self.views) + 1 if has_total else self._column.indexOf(self.bar)
        )
        self._column.insertWidget(place, self.running)

    def _show_view(self) -> None:
        """Bring the chosen table or plot up to date."""
        found, view = self.counted, self.choice.currentIndex()
        self.pointed.setText("")
        if found is None or view < 0:
            return
        if view in (LAYERS, MODULES):
            layers = found.layers if view == LAYERS else found.modules
            self.table.show_records(cost_columns(layers), layers)
            self.views.setCurrentWidget(self.table)
            return
        plot = self.chart if view == CHART else self.scatter
        if self.work.jobs is not None:
            plot.load(self.work.jobs)
        plot.show_layers(found.modules if view == CHART else found.layers)
        self.views.setCurrentWidget(plot)

    def _row_of(self, layer: LayerCost) -> int:
        """The first tensor of a layer in the tree."""
        return self.counted.rows.get(layer.name, 0) if self.counted is not None else 0

    # -- export -------------------------------------------------------------------------------

    def _ask(self, suffix: str) -> None:
        report = self.report
        if report is not None and self._opened is not None:
            name = f"{self._opened.document.path.stem}-compute"
            is_csv = suffix == ".csv"
            text = text_writer(lambda: layers_text(report, "csv" if is_csv else "markdown"))
            self.export.ask(name, suffix, text)

    def _ask_image(self) -> None:
        view = self.views.currentWidget()
        image = view.image() if isinstance(view, CostPlot) else None
        if image is None or self._opened is None:
            self._say("info", translate("Compute", "Choose one of the charts first."))
            return
        name = f"{self._opened.document.path.stem}-compute"
        self.export.ask(name, ".png", image_writer(image))

    def _on_export_chosen(self, path: object, write: Writer) -> None:
        from pathlib import Path

        from inspector.describe import visible

        assert isinstance(path, Path)
        saved = translate("Compute", "Saved as {name}.")
        self.work.start(
            lambda progress: write(path, progress),
            on_done=lambda _: self._say("info", saved.replace("{name}", visible(path.name, 100))),
            on_error=lambda text, hint: self._say("error", text, hint),
            on_stopped=lambda: None,
        )
