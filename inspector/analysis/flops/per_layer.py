"""What each layer of a state_dict costs per use, where no total can be told."""

from __future__ import annotations

from collections.abc import Iterator

from inspector.analysis.flops.fingerprint import recognise
from inspector.analysis.flops.given import Given
from inspector.analysis.flops.parameters import (
    count_parameters,
    main_state_dicts,
    other_models,
)
from inspector.analysis.flops.per_layer_rows import LayerRow, layer_costs, layer_rows
from inspector.analysis.flops.report import FlopsReport, NotCounted, PerUnit, Unit
from inspector.analysis.flops.transformer import why_no_formula
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.errors import Sentence, say
from inspector.progress import Progress

_UNITS: tuple[Unit, ...] = ("token", "output position", "step")


def per_layer_cost(
    checkpoint: Checkpoint, contents: Contents, given: Given, progress: Progress
) -> FlopsReport | None:
    """What each layer of the largest state_dict costs per use, and no total; None without one."""
    found = recognise(checkpoint, contents)
    models = [found.state_dict] if found is not None else main_state_dicts(contents)[:1]
    rows = [row for model in models for row in layer_rows(model)]
    if not rows:
        return None
    sums = {unit: sum(row.macs for row in rows if row.unit == unit) for unit in _UNITS}
    if found is not None:
        reason: Sentence = say(
            "Names and shapes match {name}; its cost depends on what is in the image.",
            name=found.name,
        )
    else:
        reason = why_no_formula(checkpoint, models[0], rows) or say(
            "The file has names and shapes but no graph, and they match no known architecture."
        )
    return FlopsReport(
        macs=None,
        elementwise=None,
        parameters=count_parameters(models[0]).unique,
        inputs={},
        source="per-layer",
        exact=False,
        layers=layer_costs(rows),
        not_counted=_not_counted(rows),
        per_unit=_per_unit(sums),
        match=found.name if found is not None else None,
        notes=(reason, *_notes(sums), *other_models(contents, models[0])),
    )


def _per_unit(sums: dict[Unit, int]) -> PerUnit | None:
    """One position everywhere of a convolutional network, one token of another."""
    for unit in ("output position", "token"):
        if sums[unit]:
            return PerUnit(sums[unit], unit)
    return None


def _not_counted(rows: list[LayerRow]) -> tuple[NotCounted, ...]:
    counts: dict[str, int] = {}
    for row in rows:
        if row.unit:
            counts[row.op_type] = counts.get(row.op_type, 0) + 1
    why = say("how often it is used is not in the file")
    return tuple(NotCounted(kind, number, why) for kind, number in counts.items())


def _notes(sums: dict[Unit, int]) -> Iterator[Sentence]:
    if sums["output position"]:
        yield say(
            "A convolution costs its weight's elements at each position of its own output; the sum "
            "is what one position in every convolution costs."
        )
    if sums["token"]:
        yield say("A matrix costs its elements for each token, or each row that goes through it.")
    if sums["step"]:
        yield say("The recurrent layers cost {n} MACs for each step.", n=sums["step"])
