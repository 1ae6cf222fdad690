"""Everything the Compute page shows, made in a worker: a model may have 100,000 layers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from inspector.analysis.flops.parameters import ParameterCount
from inspector.analysis.flops.parameters_memory import Memory, memory_of, parameters_of_model
from inspector.analysis.flops.report import FlopsReport, LayerCost
from inspector.analysis.flops.tables import by_module
from inspector.gui.document.opening import Opened
from inspector.gui.itemmodels.index import TreeIndex

_GROUPS = 4  # modules that a sum over modules should have at least
_DEPTHS = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """A report and what is shown beside it.

    Attributes:
        parameters, memory: None where the file has no weights.
        layers: Those that multiply or have parameters; of others there are many and they say
            little.
        modules: Their sums, as deep as gives a handful of them.
        rows: Name of a layer -> the row of its first tensor in the tree.
        macs: Row of the tree -> multiply-adds of the layers whose first tensor lies in or below it.
    """

    report: FlopsReport
    parameters: ParameterCount | None = None
    memory: Memory | None = None
    layers: list[LayerCost] = field(default_factory=list)
    modules: list[LayerCost] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    macs: dict[int, int] = field(default_factory=dict)


def counted(opened: Opened, report: FlopsReport) -> Counted:
    """What is shown of a report about an open document."""
    contents = opened.document.contents
    parameters = parameters_of_model(contents)
    memory = None if parameters is None else memory_of(parameters, contents, report)
    layers = [one for one in report.layers if one.macs or one.macs is None or one.parameters]
    rows = _rows(opened)
    macs = _macs(layers, rows, opened.tree)
    return Counted(report, parameters, memory, layers, _modules(layers), rows, macs)


def _modules(layers: list[LayerCost]) -> list[LayerCost]:
    found: list[LayerCost] = []
    for depth in range(1, _DEPTHS):
        found = by_module(layers, depth)
        if sum(1 for one in found if one.macs) >= _GROUPS:
            break
    return found


def _macs(layers: list[LayerCost], rows: dict[str, int], tree: TreeIndex) -> dict[int, int]:
    found: Counter[int] = Counter()
    for layer in layers:
        if layer.macs and layer.name in rows:
            for row in tree.rows.ancestors(rows[layer.name]):
                found[row] += layer.macs
    return found


def _rows(opened: Opened) -> dict[str, int]:
    rows: dict[str, int] = {}
    for entry in opened.document.contents.tensors:
        prefix = (entry.key or "").rpartition(".")[0]
        if prefix and prefix not in rows:
            rows[prefix] = opened.tree.row_of(entry.tensor)
    return rows
