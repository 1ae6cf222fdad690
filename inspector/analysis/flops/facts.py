"""A report as the JSON of `inspector flops --json`; the keys are the command line's contract."""

from __future__ import annotations

from typing import Any

from inspector.analysis.flops.report import FlopsReport, LayerCost


def report_facts(report: FlopsReport) -> dict[str, Any]:
    """The whole of `flops --json`."""
    found: dict[str, Any] = {
        "macs": report.macs,
        "flops": report.flops,
        "elementwise": report.elementwise,
        "parameters": report.parameters,
        "inputs": {name: list(shape) for name, shape in report.inputs.items()},
        "declared": {
            name: None if dims is None else list(dims) for name, dims in report.declared.items()
        },
        "dtypes": dict(report.dtypes),
        "source": report.source,
        "exact": report.exact,
        "match": report.match,
        "twins": list(report.twins),
        "layers": [_layer_facts(layer) for layer in report.layers],
        "not_counted": [
            {"op_type": missing.op_type, "count": missing.count, "why": missing.why}
            for missing in report.not_counted
        ],
        "conventions": [
            {"tool": other.tool, "macs": other.macs, "adds": dict(other.adds)}
            for other in report.conventions
        ],
        "notes": list(report.notes),
    }
    if report.per_unit is not None:
        found["per_unit"] = {"macs": report.per_unit.macs, "unit": report.per_unit.unit}
    return found


def _layer_facts(layer: LayerCost) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": layer.name,
        "op_type": layer.op_type,
        "macs": layer.macs,
        "parameters": layer.parameters,
        "output_shape": None if layer.output_shape is None else list(layer.output_shape),
        "elementwise": layer.elementwise,
    }
    if layer.per_unit is not None:
        found["per_unit"] = {"macs": layer.per_unit.macs, "unit": layer.per_unit.unit}
    return found
