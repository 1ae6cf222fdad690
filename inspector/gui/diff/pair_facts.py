"""What the two tensors of a pair are, line by line, and how they differ, in one sentence."""

from __future__ import annotations

import math

from inspector.analysis.diff.model import Item, Pair, PairValues, Verdict
from inspector.analysis.diff.regions import ranges_text
from inspector.analysis.diff.wording import names_text, why_unreadable
from inspector.describe import shape, size, visible
from inspector.gui.core_sentences import said
from inspector.gui.detail.tensor.figures import short
from inspector.gui.diff.cells import NOTHING, cosine_text, share_text
from inspector.gui.diff.index import DiffIndex
from inspector.gui.diff.looks import STATE_LOOKS, code_of
from inspector.gui.text import counted, translate


def fact_lines(pair: Pair) -> list[tuple[str, str, str]]:
    """(what, left, right); a dash where a side is not there or the file does not say."""
    left, right = _facts(pair.a), _facts(pair.b)
    found = []
    for name in dict.fromkeys((*left, *right)):
        texts = left.get(name, NOTHING), right.get(name, NOTHING)
        if texts != (NOTHING, NOTHING):
            found.append((name, *texts))
    return found


def _facts(item: Item | None) -> dict[str, str]:
    if item is None:
        return {}
    tensor = item.tensor
    numel = tensor.numel
    grad = tensor.requires_grad
    place: dict[str, str] = {}
    if tensor.placement is not None:
        ranges = tensor.placement.ranges
        place["placement"] = visible(tensor.placement.text)
        place[translate("DiffFacts", "part")] = NOTHING if ranges is None else ranges_text(ranges)
    return {
        translate("DiffFacts", "shape"): shape(tensor.shape),
        "dtype": tensor.dtype.name,
        translate("DiffFacts", "device"): tensor.device or NOTHING,
        translate("DiffFacts", "size"): size(tensor.nbytes or 0) if numel else NOTHING,
        "stride": NOTHING if tensor.stride is None else ", ".join(map(str, tensor.stride)) or "()",
        "requires_grad": NOTHING if grad is None else str(grad),
        **place,
    }


def summary(pair: Pair, said: Verdict, values: PairValues | None) -> str:
    """ "fc.weight: ≠ changed. 1 of 24 elements differ, max |Δ| 0.5 at [2, 1], …"."""
    look = STATE_LOOKS[code_of(said)]
    parts = [f"{names_text(pair)}: {look.glyph} {look.text}"]
    reasons = [reason for reason in said.reasons if reason != "values"]
    if reasons:
        parts.append(", ".join(reasons))
    parts += _value_parts(pair, values)
    return " · ".join(parts)


def branch_summary(index: DiffIndex, row: int) -> str:
    """ "layers.4: 12 changed, 3 same · max |Δ| 0.04 · 100 % of the values changed"."""
    row = max(row, 0)
    counts = index.counts(row)
    said = ", ".join(f"{n:,} {STATE_LOOKS[s].text}" for s, n in enumerate(counts) if n)
    name = index.rows.path(row)
    parts = [f"{visible(name)}: {said}" if name else said]
    if not math.isnan(index.max_abs[row]):
        parts.append(f"max |Δ| {short(float(index.max_abs[row]))}")
    share = share_text(index.share(row))
    if share:
        text = translate("DiffFacts", "{share} of the values changed")
        parts.append(text.replace("{share}", share))
    hint = translate("DiffTensor", "Choose a tensor to see how its values differ.")
    return " · ".join(filter(None, parts)) + f"\n{hint}"


def _value_parts(pair: Pair, values: PairValues | None) -> list[str]:
    if values is None:
        return [said(why_unreadable(pair))] if "unreadable" in pair.reasons else []
    if values.error is not None:
        return [visible(said(values.error.message), 300)]
    note = [] if values.note is None else [said(values.note)]
    if not values.different:
        equal = [translate("DiffFacts", "all values are equal")] if pair.reasons else []
        return equal + note
    text = translate("DiffFacts", "{n} of {elements} differ")
    text = text.replace("{n}", f"{values.different:,}")
    parts = [text.replace("{elements}", counted(values.numel, "element"))]
    if values.max_abs is not None:
        parts.append(f"max |Δ| {short(values.max_abs)}{_place(pair, values)}")
    if values.rel_l2 is not None:
        parts.append(f"rel L2 {short(values.rel_l2)}")
    if values.cosine is not None:
        word = translate("DiffItemModel", "cosine")
        parts.append(f"{word} {cosine_text(values.cosine)}")
    if values.nan_a or values.nan_b:
        parts.append(f"NaN {values.nan_a:,} → {values.nan_b:,}")
    if "dtype" in pair.reasons and values.compared_in:
        text = translate("DiffFacts", "compared in {dtype}")
        parts.append(text.replace("{dtype}", values.compared_in))
    return parts + note


def _place(pair: Pair, values: PairValues) -> str:
    """ " at [2, 1]"."""
    at, dims = values.max_at, (pair.a.tensor.shape if pair.a is not None else None)
    if at is None or not dims or not values.max_abs:
        return ""
    place = []
    for dim in reversed(dims):
        at, here = divmod(at, dim)
        place.append(here)
    text = translate("DiffFacts", "at {index}")
    return " " + text.replace("{index}", str(place[::-1]))
