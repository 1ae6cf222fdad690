"""The per-layer table: sums by module, and as text for spreadsheets and documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from inspector.analysis.flops.report import FlopsReport, LayerCost
from inspector.analysis.tables import Cell, table_text
from inspector.errors import say

COLUMNS = ("name", "op_type", "macs", "parameters", "output_shape", "elementwise")
ROOT = say("(top level)")


def by_module(layers: Sequence[LayerCost], depth: int) -> list[LayerCost]:
    """The sums over modules, named by the first `depth` parts of their names, in order of use.

    The `op_type` says how many layers are inside, the output is that of the last.
    """
    groups: dict[str, list[LayerCost]] = {}
    for layer in layers:
        groups.setdefault(".".join(layer.name.split(".")[:depth]), []).append(layer)
    return [_sum(name or ROOT, inside) for name, inside in groups.items()]


def _sum(name: str, layers: list[LayerCost]) -> LayerCost:
    if len(layers) == 1:
        return layers[0]
    known = [layer.macs for layer in layers if layer.macs is not None]
    return LayerCost(
        name=name,
        op_type=say("{n} layers", n=len(layers)),
        macs=sum(known) if known else None,
        parameters=sum(layer.parameters for layer in layers),
        output_shape=layers[-1].output_shape,
        elementwise=sum(layer.elementwise for layer in layers),
    )


def layers_text(report: FlopsReport, kind: Literal["csv", "markdown"]) -> str:
    """All layers as a table, with the totals as its last row."""
    layers = (
        *report.layers,
        LayerCost(
            "total", report.source, report.macs, report.parameters, None, report.elementwise or 0
        ),
    )
    rows: list[list[Cell]] = [
        [
            layer.name,
            layer.op_type,
            layer.macs,
            layer.parameters,
            None if layer.output_shape is None else list(layer.output_shape),
            layer.elementwise,
        ]
        for layer in layers
    ]
    return table_text(COLUMNS, rows, kind)
