"""The columns of the table of layers or modules: what costs most is seen at a glance."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from inspector import describe
from inspector.analysis.flops.report import LayerCost
from inspector.gui.core_sentences import said
from inspector.gui.itemmodels.table_item_model import Column

translate = QCoreApplication.translate

_NONE = "–"


def cost_columns(layers: list[LayerCost]) -> list[Column]:
    """Name, operator, MACs and parameters with bars, output; empty columns are left out."""
    costs = [cost_of(layer) for layer in layers]
    total = sum(layer.macs or 0 for layer in layers)
    most = max(costs, default=0)
    largest = max((layer.parameters for layer in layers), default=0)
    title = "MACs" if total else translate("Compute", "MACs per use")
    columns = [
        Column(
            translate("Compute", "Layer"),
            lambda layer: describe.visible(said(layer.name), 400),
            width=0,
            is_name=True,
        ),
        Column(translate("Compute", "Operator"), _operator, width=10),
    ]
    if most:
        columns.append(
            Column(
                title,
                _short(cost_of),
                key=cost_of,
                exact=lambda layer: f"{cost_of(layer):,}" if cost_of(layer) else "",
                bar=_share(cost_of, most),
                width=8,
            )
        )
    if total:
        columns.append(
            Column(
                "%",
                lambda layer: f"{100 * (layer.macs or 0) / total:.1f}" if layer.macs else _NONE,
                key=lambda layer: layer.macs or 0,
                width=5,
            )
        )
    columns.append(
        Column(
            translate("Compute", "Parameters"),
            _short(_parameters),
            key=_parameters,
            exact=lambda layer: f"{layer.parameters:,}" if layer.parameters else "",
            bar=_share(_parameters, largest),
            width=8,
        )
    )
    if any(layer.output_shape for layer in layers):
        columns.append(
            Column(
                translate("Compute", "Output"),
                lambda layer: _shape(layer).replace(" ", ""),
                exact=_shape,
                width=16,
            )
        )
    return columns


def cost_of(layer: LayerCost) -> int:
    """MACs, or of one use where no total is known."""
    if layer.macs:
        return layer.macs
    return layer.per_unit.macs if layer.per_unit is not None else 0


def _parameters(layer: LayerCost) -> int:
    return layer.parameters


def _operator(layer: LayerCost) -> str:
    return describe.visible(said(layer.op_type).removeprefix("aten."), 60)


def _shape(layer: LayerCost) -> str:
    return _NONE if layer.output_shape is None else describe.shape(layer.output_shape)


def _short(value: Callable[[LayerCost], int]) -> Callable[[LayerCost], str]:
    def text(layer: LayerCost) -> str:
        number = value(layer)
        return describe.count(number) if number else _NONE

    return text


def _share(value: Callable[[LayerCost], int], most: int) -> Callable[[LayerCost], float]:
    return lambda layer: value(layer) / most if most else 0.0
