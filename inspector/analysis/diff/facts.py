"""A diff as the JSON of `inspector diff --json`; the keys are the command line's contract."""

from __future__ import annotations

import math
from typing import Any

from inspector.analysis.diff.model import Item, Pair, PairValues, Rule, ValueChange, Verdict
from inspector.analysis.diff.rollup import Outcome
from inspector.analysis.plain_values import json_path

_NUMBERS = ("max_abs", "mean_abs", "rel_l2", "cosine", "different", "nan_a", "nan_b")


def diff_facts(outcome: Outcome) -> dict[str, Any]:
    """The whole of `diff --json`. Numbers that JSON does not have are texts: "inf", "nan"."""
    structure = outcome.structure
    rows = zip(structure.pairs, outcome.verdicts, strict=True)
    return {
        "a": str(structure.a.checkpoint.path),
        "b": str(structure.b.checkpoint.path),
        "a_path": json_path(structure.a.path),
        "b_path": json_path(structure.b.path),
        "a_prefix": structure.a.part.prefix,
        "b_prefix": structure.b.part.prefix,
        "identical": outcome.is_identical,
        "aligned": [rule_facts(rule) for rule in structure.rules],
        "tensors": [pair_facts(p, said, outcome.values.get(p.index)) for p, said in rows],
        "values": [change_facts(change) for change in structure.values],
        "summary": outcome.counts,
    }


def rule_facts(rule: Rule) -> dict[str, Any]:
    """One alignment."""
    return {
        "kind": rule.kind,
        "a": rule.a,
        "b": rule.b,
        "confidence": rule.confidence,
        "tensors": rule.tensors,
    }


def pair_facts(pair: Pair, said: Verdict, values: PairValues | None) -> dict[str, Any]:
    """One pair of tensors."""
    facts: dict[str, Any] = {
        "status": said.status,
        "a": None if pair.a is None else pair.a.name,
        "b": None if pair.b is None else pair.b.name,
        "reasons": list(said.reasons),
        "aligned_by": pair.how,
        "confidence": pair.confidence,
        "a_tensor": _tensor_facts(pair.a),
        "b_tensor": _tensor_facts(pair.b),
    }
    for name in _NUMBERS:
        facts[name] = _number(getattr(values, name, None)) if _is_known(values) else None
    if values is not None and values.error is not None:
        facts["problem"] = values.error.message
    elif values is not None:
        facts["same_bits"] = values.same_bits
        facts["compared_in"] = values.compared_in
        facts["note"] = values.note
    return facts


def _is_known(values: PairValues | None) -> bool:
    return values is not None and values.error is None


def _tensor_facts(item: Item | None) -> dict[str, Any] | None:
    if item is None:
        return None
    tensor = item.tensor
    return {
        "path": json_path(item.entry.path),
        "dtype": tensor.dtype.name,
        "shape": None if tensor.shape is None else list(tensor.shape),
        "device": tensor.device,
    }


def _number(value: float | None) -> float | str | None:
    return repr(value) if value is not None and not math.isfinite(value) else value


def change_facts(change: ValueChange) -> dict[str, Any]:
    """Something that is no tensor."""
    return {
        "status": change.status,
        "path": list(change.path),
        "a": change.a,
        "b": change.b,
    }
