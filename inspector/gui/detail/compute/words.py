"""What a report says, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from inspector import describe
from inspector.analysis.flops.report import Convention, FlopsReport, NotCounted
from inspector.gui.core_sentences import said
from inspector.gui.detail.compute.counted import Counted
from inspector.gui.detail.compute.memory import memory_facts, parameter_text
from inspector.gui.detail.fact import Fact
from inspector.gui.text import QT_TRANSLATE_NOOP, literal

translate = QCoreApplication.translate

_NOTES = 6
_TWINS = 6
_MISSING = 8

SOURCES = {
    "onnx-graph": QT_TRANSLATE_NOOP("Compute", "Counted from the ONNX graph."),
    "torch-export": QT_TRANSLATE_NOOP("Compute", "Counted from the torch.export program."),
    "torchscript": QT_TRANSLATE_NOOP("Compute", "Counted by running the TorchScript program."),
    "module": QT_TRANSLATE_NOOP("Compute", "Counted by rebuilding the module."),
    "factory": QT_TRANSLATE_NOOP("Compute", "Counted by building the model with your code."),
    "fingerprint": QT_TRANSLATE_NOOP("Compute", "Recognised by names and shapes."),
    "formula": QT_TRANSLATE_NOOP("Compute", "From the formula of dense transformers."),
    "per-layer": QT_TRANSLATE_NOOP(
        "Compute", "Layer by layer: the file does not say how its layers are connected."
    ),
}
UNITS = {
    "token": QT_TRANSLATE_NOOP("Compute", "{n} MACs per token"),
    "output position": QT_TRANSLATE_NOOP("Compute", "{n} MACs per output position"),
    "step": QT_TRANSLATE_NOOP("Compute", "{n} MACs per step"),
}


def least(report: FlopsReport) -> str:
    """ "≥ " where something is missing from the total."""
    return "≥ " if report.not_counted and not report.exact else ""


def headline(report: FlopsReport) -> str:
    """The three numbers a person came for."""
    parts = []
    if report.macs is not None:
        parts.append(totals_text(report))
    elif report.per_unit is not None:
        parts.append(_per_unit(report, is_short=True))
    parameters = translate("Compute", "{n} parameters")
    parts.append(parameters.replace("{n}", describe.count(report.parameters)))
    return " · ".join(parts)


def totals_text(report: FlopsReport) -> str:
    """ "4.09 G MACs · 8.18 G FLOPs"; of a report that has a total."""
    macs = report.macs or 0
    pair = (f"{describe.count(macs)} MACs", f"{describe.count(2 * macs)} FLOPs")
    return " · ".join(f"{least(report)}{number}" for number in pair)


def _per_unit(report: FlopsReport, *, is_short: bool = False) -> str:
    unit = report.per_unit
    if unit is None:
        return ""
    number = describe.count(unit.macs) if is_short else f"{unit.macs:,}"
    return translate("Compute", UNITS[unit.unit]).replace("{n}", number)


def facts_of(counted: Counted) -> list[Fact]:
    """Everything but the layers, the most asked for first."""
    report = counted.report
    facts = [*_totals(report)]
    if report.elementwise:
        text = translate("Compute", "{n} operations of norms, activations and pools, apart")
        text = text.replace("{n}", f"{report.elementwise:,}")
        facts.append(Fact(translate("Compute", "Elementwise"), text, is_prose=True))
    parameters = parameter_text(counted)
    facts.append(Fact(translate("Compute", "Parameters"), parameters, is_prose=True))
    facts += memory_facts(counted.memory)
    facts.append(Fact(translate("Compute", "Source"), _source(report), is_prose=True))
    facts += [_convention(other) for other in report.conventions]
    facts += [*_missing(report.not_counted)]
    for note in report.notes[:_NOTES]:
        facts.append(Fact(translate("Compute", "Note"), literal(said(note)), is_prose=True))
    return facts


def _totals(report: FlopsReport) -> Iterator[Fact]:
    if report.macs is None:
        text = translate("Compute", "No total: what runs how often is not in the file.")
        yield Fact("MACs", text, is_prose=True)
        if report.per_unit is not None:
            yield Fact("", _per_unit(report), is_prose=True)
        return
    text = f"{least(report)}{report.macs:,}"
    batch = batch_of(report)
    if batch > 1:
        each = translate("Compute", "{n} per sample, in a batch of {batch}")
        each = each.replace("{n}", f"{report.macs // batch:,}").replace("{batch}", f"{batch:,}")
        text = f"{text} · {each}"
    yield Fact("MACs", text, is_prose=True)
    flops = translate("Compute", "{n} = 2 × MACs")
    yield Fact("FLOPs", least(report) + flops.replace("{n}", f"{2 * report.macs:,}"), is_prose=True)


def batch_of(report: FlopsReport) -> int:
    """Samples in the batch; 1 where no input has one."""
    return next((shape[0] for shape in report.inputs.values() if len(shape) > 1), 1)


def _source(report: FlopsReport) -> str:
    text = translate("Compute", SOURCES[report.source])
    if report.match is None:
        return text
    match = translate("Compute", "They are those of {name}.").replace("{name}", report.match)
    if report.twins:
        match = translate("Compute", "They are those of {name}, and of {others}.")
        others = ", ".join(report.twins[:_TWINS]) + (" …" if len(report.twins) > _TWINS else "")
        match = match.replace("{name}", report.match).replace("{others}", others)
    return f"{text} {match}"


def _convention(other: Convention) -> Fact:
    text = translate("Compute", "would print {n}: it adds {what}")
    adds = ", ".join(f"{number:,} ({said(what)})" for what, number in other.adds.items())
    text = text.replace("{n}", f"{other.macs:,}").replace("{what}", adds)
    return Fact(other.tool, text, is_prose=True)


def _missing(missing: tuple[NotCounted, ...]) -> Iterator[Fact]:
    """What is not in the total, gathered by reason."""
    reasons: dict[str, list[str]] = {}
    for one in missing:
        times = f" × {one.count:,}" if one.count > 1 else ""
        reasons.setdefault(said(one.why), []).append(f"{literal(one.op_type, 60)}{times}")
    for why, names in reasons.items():
        shown = ", ".join(names[:_MISSING]) + (" …" if len(names) > _MISSING else "")
        label = translate("Compute", "Not counted")
        yield Fact(label, f"{shown}: {why}", is_prose=True, status="warning")
