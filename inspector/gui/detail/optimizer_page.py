"""The page about an optimizer: param_groups side by side, parameters with their state."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from inspector import describe
from inspector.checkpoint.optimizer import Optimizer
from inspector.gui.detail.blocks import Notice, Page, heading, line_field, sentence
from inspector.gui.detail.optimizer_facts import (
    GROUP_LIMIT,
    ParameterRow,
    optimizer_at,
    option_columns,
    option_rows,
    parameter_columns,
    parameter_rows,
)
from inspector.gui.detail.subject import Subject
from inspector.gui.detail.table_pane import TablePane, TableView
from inspector.gui.itemmodels.table_item_model import IN_WORKER_FROM
from inspector.gui.jobs import Job, Jobs
from inspector.gui.text import QT_TRANSLATE_NOOP, counted, emphasised
from inspector.gui.theme import GRID

translate = QCoreApplication.translate

_OPTION_ROWS = 14
_PARAMETERS_HEIGHT = 40 * GRID

_NAMED = {
    "param_names": QT_TRANSLATE_NOOP("OptimizerPage", "Names as the optimizer saved them."),
    "keys": QT_TRANSLATE_NOOP("OptimizerPage", "Names as the optimizer's own keys give them."),
    "order": QT_TRANSLATE_NOOP(
        "OptimizerPage",
        "Names told from the order of the model's parameters; every shape in the state agrees.",
    ),
}


class OptimizerPage(Page):
    """Shows the optimizer that the subject is or lies in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("OptimizerPage", "About the optimizer"))
        self._subject: Subject | None = None
        self._shown: Optimizer | None = None
        self._rows: list[ParameterRow] = []
        self.options: TableView | None = None
        self.parameters: TablePane | None = None
        self._jobs: Jobs | None = None
        self._job: Job | None = None

    def use_jobs(self, jobs: Jobs) -> None:
        """List, sort and search many parameters with these workers."""
        self._jobs = jobs

    def show_subject(self, subject: Subject) -> None:
        """Show the optimizer around `subject`; one that is shown already keeps its filter."""
        optimizer = optimizer_at(subject.opened.document.contents, subject.path)
        is_new = optimizer is not self._shown or subject == self._subject
        self._subject, self._shown = subject, optimizer
        if self._job is not None and (is_new or optimizer is None):
            self._job.abandon()
            self._job = None
        if optimizer is None:
            self.show_blocks([sentence(translate("OptimizerPage", "No optimizer here."), dim=True)])
        elif is_new:
            self._build(subject, optimizer)
        else:
            self._select(subject)

    def _build(self, subject: Subject, optimizer: Optimizer) -> None:
        kind = optimizer.kind or translate("OptimizerPage", "Optimizer")
        title = line_field(kind, translate("OptimizerPage", "Kind"))
        title.setFont(emphasised(self.font(), 1.3))
        blocks: list[QWidget] = [title, sentence(_headline(optimizer))]
        blocks += [Notice("warning", text, _hint(optimizer)) for text in optimizer.mismatches]
        blocks.append(heading("param_groups"))
        self.options = self._options(optimizer)
        blocks.append(self.options)
        if len(optimizer.groups) > GROUP_LIMIT:
            more = counted(len(optimizer.groups) - GROUP_LIMIT, "more")
            blocks.append(sentence(more, dim=True))
        blocks.append(heading(translate("OptimizerPage", "Parameters and their state")))
        if optimizer.named_by is not None:
            text = translate("OptimizerPage", _NAMED[optimizer.named_by])
            blocks.append(sentence(text, dim=True))
        elif not optimizer.mismatches:
            text = translate("OptimizerPage", "No model in this file tells their names.")
            blocks.append(sentence(text, dim=True))
        self.parameters = self._parameters()
        blocks.append(self.parameters)
        self.show_blocks(blocks, stretched=self.parameters)
        self._list(subject, optimizer)

    def _list(self, subject: Subject, optimizer: Optimizer) -> None:
        """Fill the table of parameters; many of them are looked up in a worker."""
        contents = subject.opened.document.contents

        def show(rows: list[ParameterRow]) -> None:
            if self.parameters is not None:
                self._rows = rows
                self.parameters.show_records(parameter_columns(optimizer), rows)
                self._select(self._subject or subject)

        if self._jobs is None or sum(len(g.params) for g in optimizer.groups) < IN_WORKER_FROM:
            show(parameter_rows(optimizer, contents))
        else:
            self._rows = []
            self._job = self._jobs.start(
                self, lambda _: parameter_rows(optimizer, contents), on_done=show
            )

    def _options(self, optimizer: Optimizer) -> TableView:
        table = TableView(translate("OptimizerPage", "Options of the param_groups"))
        rows = option_rows(optimizer)
        table.show_records(option_columns(optimizer), rows)
        room = table.height_of(min(len(rows), _OPTION_ROWS))
        bar = table.horizontalScrollBar().sizeHint().height() if len(optimizer.groups) > 2 else 0
        table.setFixedHeight(room + bar)
        return table

    def _parameters(self) -> TablePane:
        made = TablePane(translate("OptimizerPage", "Parameters and their state"), self._row_of)
        made.setMinimumHeight(_PARAMETERS_HEIGHT)
        if self._jobs is not None:
            made.use_jobs(self._jobs)
        made.row_requested.connect(self.row_requested)
        return made

    def _row_of(self, row: ParameterRow) -> int:
        """The tensor in the model; else what the optimizer keeps for it."""
        if self._subject is None:
            return 0
        tree = self._subject.opened.tree
        node: Any = row.entry.tensor if row.entry is not None else row.state
        return tree.row_of(node) if node is not None else 0

    def _select(self, subject: Subject) -> None:
        """Mark the parameter whose state the subject lies in."""
        if self.parameters is None or self._shown is None:
            return
        inside = subject.path[len(self._shown.path) :]
        nodes = [subject.node]
        if len(inside) > 2 and inside[0] == "state":
            rows = subject.opened.tree.rows
            nodes += [rows.nodes[row] for row in rows.ancestors(subject.row)]
        kept = {id(node) for node in nodes if node is not None}
        for row in self._rows:
            if row.state is not None and id(row.state) in kept:
                self.parameters.view.select(row)
                return


def _headline(optimizer: Optimizer) -> str:
    keys = sum(len(group.params) for group in optimizer.groups)
    parts = [
        describe.key_path(optimizer.path) or translate("OptimizerPage", "the whole file"),
        counted(len(optimizer.groups), "group"),
        counted(keys, "parameter"),
    ]
    if optimizer.state_nbytes:
        text = translate("OptimizerPage", "{size} of state")
        parts.append(text.replace("{size}", describe.size(optimizer.state_nbytes)))
    else:
        parts.append(translate("OptimizerPage", "no state yet: it was saved before its first step"))
    missing = keys - len(optimizer.state)
    if optimizer.state and missing > 0:
        text = translate("OptimizerPage", "{n} without state")
        parts.append(text.replace("{n}", f"{missing:,}"))
    return " · ".join(parts)


def _hint(optimizer: Optimizer) -> str:
    if optimizer.named_by is None:
        return translate(
            "OptimizerPage",
            "Without names the parameters are listed by their own keys. Resuming from this file "
            "works only if the script builds its param_groups in the same order.",
        )
    return ""
