"""The page about the file: what it is, what is in it, what was noticed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from inspector import describe
from inspector.analysis.anatomy import Anatomy, anatomy
from inspector.analysis.flops.report import FlopsReport
from inspector.checkpoint.checkpoint import GlobalFact
from inspector.errors import Finding
from inspector.gui.detail.anatomy_lines import (
    MODULE_LIMIT,
    PART_LIMIT,
    module_lines,
    origin_facts,
    part_lines,
    storage_facts,
)
from inspector.gui.detail.anatomy_view import AnatomyBar, Legend, ModuleBars
from inspector.gui.detail.blocks import FactGrid, Notice, Page, heading, line_field, sentence
from inspector.gui.detail.compute.first_look import cost_line, cost_of, is_quick
from inspector.gui.detail.fact import Fact
from inspector.gui.detail.subject import Subject
from inspector.gui.detail.summary import (
    container_facts,
    file_facts,
    headline,
    title,
)
from inspector.gui.document.opening import Opened
from inspector.gui.icons import pixmap
from inspector.gui.jobs import Jobs
from inspector.gui.text import counted, emphasised, label, tooltip
from inspector.gui.theme import GRID, STATUSES, tint

translate = QCoreApplication.translate

FINDING_LIMIT = 100
_PAINTED_AFTER_MS = 60
MODELS_SHOWN = 3
_WORST_FIRST = ("danger", "error", "warning", "info")


class SummaryPage(Page):
    """The file at a glance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("SummaryPage", "About the file"))

        self._jobs: Jobs | None = None
        self._opened: Opened | None = None
        self._cost = ""
        self._cost_line: QLabel | None = None

    def use_jobs(self, jobs: Jobs) -> None:
        """Look through large files with these workers."""
        self._jobs = jobs

    def show_subject(self, subject: Subject) -> None:
        """Show the file that `subject` is a row of."""
        is_new = subject.opened is not self._opened
        self._opened = opened = subject.opened
        if is_new:
            self._cost = ""
        self._show(opened, opened.anatomy)
        if opened.anatomy is not None:
            self._look_further(opened, is_new)
        else:
            # Beside a worker that computes in Python the first painting takes twice as long.
            QTimer.singleShot(_PAINTED_AFTER_MS, self, lambda: self._look_further(opened, is_new))

    def _look_further(self, opened: Opened, is_new: bool) -> None:
        """Have workers find what takes longer than a person waits for a page."""
        if self._jobs is None or opened is not self._opened:
            return
        if is_new and is_quick(opened):
            work = cost_of(opened)
            self._jobs.start(self, work, on_done=lambda found: self._on_counted(opened, found))
        if opened.anatomy is None:
            checkpoint, contents = opened.document.checkpoint, opened.document.contents
            self._jobs.start(
                self,
                lambda progress: anatomy(checkpoint, contents, progress),
                on_done=lambda found: self._on_anatomy_done(opened, found),
            )

    def _on_counted(self, opened: Opened, report: FlopsReport | None) -> None:
        if opened is self._opened and report is not None:
            self._cost = cost_line(report)
            self._show_cost()

    def _show_cost(self) -> None:
        if self._cost_line is not None:
            self._cost_line.setText(self._cost)
            self._cost_line.setVisible(bool(self._cost))

    def _on_anatomy_done(self, opened: Opened, found: Anatomy) -> None:
        if opened is self._opened:
            self._show(opened, found)

    def _show(self, opened: Opened, found: Anatomy | None) -> None:
        name = line_field(title(opened.document.path), translate("SummaryPage", "File"))
        name.setFont(emphasised(self.font(), 1.3))
        text, exact = headline(opened)
        figures = sentence(text)
        figures.setToolTip(tooltip(exact))
        self._cost_line = sentence("")
        self._cost_line.setAccessibleName("MACs")
        verdict = _verdict(opened.document.checkpoint.verdict)
        blocks: list[QWidget] = [name, figures, self._cost_line, verdict]
        blocks += _findings(opened.document.findings)
        dangerous, unknown = _globals(opened)
        blocks += dangerous
        facts = file_facts(opened)
        if found is not None:
            blocks += self._contents(opened, found)
            facts += [*origin_facts(found), *storage_facts(opened, found)]
        else:
            tensors = counted(len(opened.document.contents.tensors), "tensor")
            text = translate("SummaryPage", "Looking through {tensors}…")
            blocks.append(heading(translate("SummaryPage", "Contents")))
            blocks.append(sentence(text.replace("{tensors}", tensors), dim=True))
        blocks += _section(translate("SummaryPage", "File"), facts)
        blocks += _section(translate("SummaryPage", "Container"), container_facts(opened))
        blocks += unknown
        self.show_blocks(blocks)
        self._show_cost()

    def _contents(self, opened: Opened, found: Anatomy) -> list[QWidget]:
        """What each entry is, with its bytes as a part of one bar; then the modules."""
        lines = part_lines(opened, found)
        bar, legend = AnatomyBar(lines), Legend(lines)
        blocks: list[QWidget] = [heading(translate("SummaryPage", "Contents")), bar, legend]
        # Shown without a parent it would be a window for a moment, and take the focus along.
        if sum(bool(line.share) for line in lines) < 2:
            bar.hide()  # one part alone is the whole
        more = len(found.parts) - 1 - PART_LIMIT
        if more > 0:
            blocks.append(sentence(counted(more, "more"), dim=True))
        weights = [pair for pair in found.modules if pair[0].role == "weights"]
        for state_dict, counts in weights[:MODELS_SHOWN]:
            modules = module_lines(opened, counts)
            if modules:
                name = describe.key_path(state_dict.path)
                title = translate("SummaryPage", "Modules")
                blocks.append(heading(f"{title} · {name}" if name else title))
                blocks.append(ModuleBars(modules, max(0, len(counts) - MODULE_LIMIT)))
        for block in blocks:
            if isinstance(block, AnatomyBar | Legend | ModuleBars):
                block.row_requested.connect(self.row_requested)
        return blocks


def _section(name: str, facts: list[Fact]) -> list[QWidget]:
    return [heading(name), FactGrid(facts)] if facts else []


def _verdict(verdict: str) -> QWidget:
    """Whether the names in the file's pickles can act, with the reassurance that nothing did."""
    status = STATUSES.get(verdict, STATUSES["unknown"])
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, GRID // 2, 0, 0)
    layout.setSpacing(GRID)
    picture = QLabel()
    picture.setPixmap(pixmap(status.icon, status.colour.name(), 16))
    word = label(status.text)
    word.setFont(emphasised(word.font()))
    tint(word, status.colour)
    promise = sentence(translate("SummaryPage", "Nothing in the file was executed."), dim=True)
    middle = Qt.AlignmentFlag.AlignVCenter
    layout.addWidget(picture, 0, middle)
    layout.addWidget(word, 0, middle)
    layout.addWidget(promise, 1, middle)
    return made


def _findings(findings: list[Finding]) -> list[QWidget]:
    ordered = sorted(findings, key=lambda found: _WORST_FIRST.index(found.severity))
    blocks: list[QWidget] = [
        Notice(found.severity, found.what, found.hint, found.where)
        for found in ordered[:FINDING_LIMIT]
    ]
    if len(ordered) > FINDING_LIMIT:
        blocks.append(sentence(counted(len(ordered) - FINDING_LIMIT, "more"), dim=True))
    return [heading(translate("SummaryPage", "Findings")), *blocks] if blocks else []


def _globals(opened: Opened) -> tuple[list[QWidget], list[QWidget]]:
    """The names in the pickles that are dangerous, and those that nobody knows: a module has as
    many of these as it has classes, so they stand behind what is in the file."""
    title = translate("SummaryPage", "Globals in its pickles")
    named = [fact for fact in opened.document.checkpoint.globals if fact.verdict != "safe"]
    dangerous = [fact for fact in named if fact.verdict == "dangerous"]
    unknown = [fact for fact in named if fact.verdict != "dangerous"]
    return _section(title, _facts_of(dangerous)), _section(title, _facts_of(unknown))


def _facts_of(named: Sequence[GlobalFact]) -> list[Fact]:
    facts = []
    for fact in named[:FINDING_LIMIT]:
        status = STATUSES.get(fact.verdict, STATUSES["unknown"])
        verdict = fact.verdict if fact.verdict in STATUSES else "unknown"
        facts.append(Fact(status.text, f"{fact.name} × {fact.count:,}", status=verdict))
    if len(named) > FINDING_LIMIT:
        facts.append(Fact("…", counted(len(named) - FINDING_LIMIT, "more")))
    return facts
