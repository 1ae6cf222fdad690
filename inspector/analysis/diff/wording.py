"""What a diff is called, everywhere: the glyph, word and colours of each status, and sentences."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from inspector.analysis.diff.model import Item, Pair, PairValues, Rule, Status, ValueChange
from inspector.analysis.diff.regions import held_text, is_part, region_of
from inspector.checkpoint.tensor import Tensor
from inspector.describe import plural, visible
from inspector.describe import shape as shape_text
from inspector.errors import Sentence, in_one, say


@dataclass(frozen=True, slots=True)
class Look:
    """How a status is shown: always glyph and word, the colour only beside them.

    Attributes:
        light, dark: Colours of text on a light and on a dark ground (contrast at least 4.5:1).
    """

    glyph: str
    word: str
    light: str
    dark: str


LOOKS: dict[Status, Look] = {
    "same": Look("=", "same", "#4b5563", "#9ca3af"),
    "changed": Look("≠", "changed", "#b45309", "#fbbf24"),
    "mismatched": Look("⬚", "mismatched", "#7c3aed", "#c4b5fd"),
    "missing": Look("−", "missing", "#b91c1c", "#fca5a5"),
    "unexpected": Look("+", "unexpected", "#1d4ed8", "#93c5fd"),
}


def number(value: float | None) -> str:
    """Three figures; an en dash where there is none."""
    return "–" if value is None else f"{value:.3g}"


def tensor_text(item: Item | None) -> str:
    """ "64 × 3 × 7 × 7 float32"."""
    if item is None:
        return "–"
    return f"{shape_text(item.tensor.shape)} {item.tensor.dtype.name}"


def names_text(pair: Pair) -> str:
    """The name, or both where they differ."""
    if pair.a is None or pair.b is None:
        alone = pair.a or pair.b
        return visible(alone.name, 400) if alone is not None else ""
    a, b = visible(pair.a.name, 400), visible(pair.b.name, 400)
    return a if a == b else f"{a} → {b}"


def reason_text(pair: Pair, reason: str) -> str:
    """ "dtype float32 → bfloat16"; the reason alone where there is no more to say."""
    if pair.a is None or pair.b is None:
        return reason
    a, b = pair.a.tensor, pair.b.tensor
    if reason == "shape":
        return say("shape {a} → {b}", a=shape_text(a.shape), b=shape_text(b.shape))
    if reason == "dtype":
        return f"dtype {a.dtype.name} → {b.dtype.name}"
    if reason == "tying":
        return say("tied to other tensors")
    if reason == "placement":
        return say("placement {a} → {b}", a=held_text(a), b=held_text(b))
    if reason in ("device", "layout", "stride", "requires_grad"):
        return f"{reason} {getattr(a, reason)} → {getattr(b, reason)}"
    return reason


def values_text(pair: Pair, values: PairValues | None) -> Sentence:
    """How the values differ, in one line; empty where they do not or are not known."""
    if values is None:
        return in_one([])
    if values.error is not None:
        return say("not compared: {why}", why=values.error.message)
    if not values.different:
        return in_one([])
    said: list[str] = [say("{n} of {all} differ", n=values.different, all=values.numel)]
    if values.max_abs is not None:
        said.append(f"max |Δ| {number(values.max_abs)}")
        said.append(f"rel L2 {number(values.rel_l2)}")
        said.append("cosine –" if values.cosine is None else f"cosine {values.cosine:.6g}")
    if values.nan_a or values.nan_b:
        said.append(f"NaN {values.nan_a:,} → {values.nan_b:,}")
    if "dtype" in pair.reasons and values.compared_in is not None:
        said.append(say("compared in {dtype}", dtype=values.compared_in))
    return in_one(said, ", ")


def pair_text(pair: Pair, reasons: tuple[str, ...], values: PairValues | None) -> Sentence:
    """All that is to be said of a pair beside its status."""
    said = [reason_text(pair, reason) for reason in reasons if reason not in _IN_VALUES]
    if values is not None and values.within and values.different:
        said.append(say("within the tolerance"))
    if "dtype" in reasons and values is not None and not values.different and not values.error:
        said.append(say("equal values, compared in {dtype}", dtype=values.compared_in))
    said.append(values_text(pair, values))
    if values is not None and values.note is not None:
        said.append(say("compared: {what}", what=values.note))
    if "unreadable" in reasons and values is None:
        said.append(why_unreadable(pair))
    if pair.how in ("content", "rename"):
        said.append(say("aligned by {what}", what=_BY[pair.how]))
    return in_one(filter(None, said), "; ")


def why_unreadable(pair: Pair) -> Sentence:
    """Why the values of one side could not even be asked for."""
    sides = [item.tensor for item in (pair.a, pair.b) if item is not None]
    trouble = next((tensor.trouble for tensor in sides if tensor.trouble is not None), None)
    why = _why_nothing(sides) if trouble is None else trouble.message
    return say("not compared: {why}", why=why)


def _why_nothing(sides: list[Tensor]) -> Sentence:
    """What is to be said of tensors without elements of their own that are in no trouble."""
    if len(sides) == 2 and any(map(is_part, sides)):
        found = region_of(*sides)
        if isinstance(found, Sentence):
            return found
    wrapper = next((each for each in sides if each.is_wrapper), None)
    if wrapper is not None:
        return say("one side keeps its values in a {name}", name=_class_of(wrapper))
    bare = next((each for each in sides if each.storage is None and _class_of(each)), None)
    if bare is not None:
        return say(
            "how a {name} keeps its values is not known, and no tensor was found in it",
            name=_class_of(bare),
        )
    return say("the file holds no elements of it")


def _class_of(tensor: Tensor) -> str:
    """Of a tensor of a class of its own; empty for others."""
    name = tensor.class_name.rpartition(".")[2]
    return "" if name in ("Tensor", "Parameter") else visible(name, 100)


_IN_VALUES = ("values", "unreadable")  # what `values_text` says
_BY = {"content": say("content"), "rename": say("order and shape")}


def rule_text(rule: Rule) -> str:
    """One alignment as a sentence."""
    a, b = visible(rule.a, 200), visible(rule.b, 200)
    if rule.kind == "prefix":
        count = plural(rule.tensors, "tensor")
        if not rule.b:
            return f"“{a}” in A's names is ignored ({count})"
        if not rule.a:
            return f"“{b}” in B's names is ignored ({count})"
        return f"“{a}” in A stands for “{b}” in B ({count})"
    sure = f"{100 * rule.confidence:.0f} % sure"
    return f"{a} → {b}, by {_BY[rule.kind]}, {sure}"


def value_text(value: Any, limit: int = 200) -> str:
    """A JSON value in one line."""
    if isinstance(value, str):
        return visible(json.dumps(value, ensure_ascii=False), limit)
    return visible(json.dumps(value, ensure_ascii=False, default=str), limit)


def change_text(change: ValueChange) -> str:
    """ "3 → 4", "3, missing in B"."""
    if change.status == "missing":
        return f"{value_text(change.a)}, missing in B"
    if change.status == "unexpected":
        return f"{value_text(change.b)}, only in B"
    return f"{value_text(change.a)} → {value_text(change.b)}"
