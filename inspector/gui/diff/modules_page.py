"""The modules by how much they changed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from inspector.describe import visible
from inspector.gui.detail.table_pane import TableCellDelegate
from inspector.gui.diff.cells import share_text
from inspector.gui.diff.delegates import paint_share
from inspector.gui.diff.index import DiffIndex
from inspector.gui.diff.looks import DIFFERENT, PENDING
from inspector.gui.diff.opening import Compared
from inspector.gui.diff.table_page import TablePage
from inspector.gui.faults import guarded, nothing
from inspector.gui.itemmodels.table_item_model import Column
from inspector.gui.text import CELL_LIMIT, counted, translate

_MOST = 20_000
_SHARE = 2  # the column with the bar


@dataclass(frozen=True, slots=True)
class Module:
    """A branch of the tree whose own tensors lie right below it."""

    row: int
    name: str
    tensors: int
    differing: int
    pending: int
    share: float
    max_abs: float
    rel_l2: float


def modules(index: DiffIndex) -> list[Module]:
    """The branches that hold tensors, those that changed most first."""
    rows = index.rows
    holders = np.unique(rows.parents[rows.leaves])
    found = []
    for row in holders[holders > 0][:_MOST].tolist():
        counts = index.counts(row)
        found.append(
            Module(
                row,
                visible(rows.path(row), CELL_LIMIT),
                sum(counts),
                sum(counts[state] for state in DIFFERENT),
                counts[PENDING],
                index.share(row),
                float(index.max_abs[row]),
                float(index.rel_l2[row]),
            )
        )
    # What holds the module that changed most has its figure, too, and comes behind it.
    return sorted(found, key=lambda m: (-_or(m.rel_l2, -1), -int(rows.depth[m.row])))


def _or(value: float, otherwise: float) -> float:
    return otherwise if math.isnan(value) else value


class ModulesPage(TablePage):
    """Name, tensors that differ, share of the values that changed with a bar, worst figures."""

    def __init__(self) -> None:
        super().__init__(translate("DiffModules", "Modules"))
        view = self.table.view
        view.setItemDelegateForColumn(_SHARE, ModuleShareDelegate(view))

    def columns(self) -> Sequence[Column]:
        return (
            Column(translate("DiffModules", "Module"), lambda m: m.name, width=0, is_name=True),
            Column(
                translate("DiffModules", "Tensors that differ"),
                lambda m: f"{m.differing:,} / {m.tensors:,}",
                key=lambda m: m.differing,
                width=16,
            ),
            Column(
                translate("DiffModules", "Values changed"),
                lambda m: share_text(m.share),
                key=lambda m: _or(m.share, -1),
                width=26,
            ),
            Column("max |Δ|", _figure("max_abs"), key=lambda m: _or(m.max_abs, -1), width=10),
            Column("rel L2", _figure("rel_l2"), key=lambda m: _or(m.rel_l2, -1), width=10),
        )

    def records(self, compared: Compared) -> Sequence[Module]:
        return modules(compared.index)

    def sentence(self, compared: Compared, number: int) -> str:
        if not number:
            return translate("DiffModules", "The tensors lie in no modules.")
        differing = sum(compared.index.counts()[state] for state in DIFFERENT)
        if not differing:
            return translate("DiffModules", "No tensor differs, as far as was compared.")
        text = translate("DiffModules", "{tensors} differ; what changed most comes first.")
        return text.replace("{tensors}", counted(differing, "tensor"))

    def row_of(self, record: Module) -> int:
        return record.row

    def refresh(self) -> None:
        """New values are in; the selection stays with its module."""
        if self.compared is None:
            return
        chosen = {module.row for module in self.table.view.selected()}
        self.show_diff(self.compared)
        for module in self.table.view.table.records:
            if module.row in chosen:
                self.table.view.select(module)


class ModuleShareDelegate(TableCellDelegate):
    """The share of values that changed, with a bar."""

    @guarded(nothing)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        model: Any = index.model()
        paint_share(painter, option, model.record(index.row()).share)


def _figure(name: str):
    def text(module: Module) -> str:
        value = getattr(module, name)
        return "" if math.isnan(value) else f"{value:.2g}"

    return text
