"""What differs between two tensors before a value of theirs is read."""

from __future__ import annotations

from typing import Any

from inspector.analysis.diff.regions import Region, are_held_alike, is_part, region_of
from inspector.analysis.plain_values import PlainValues
from inspector.checkpoint.tensor import Tensor
from inspector.errors import InspectorError


def reasons_of(a: Tensor, b: Tensor) -> list[str]:
    """What differs; a fact that one format does not know is no difference."""
    found = []
    if a.shape != b.shape:
        found.append("shape")
    if a.dtype is not b.dtype:
        found.append("dtype")
    here, there = a.device, b.device
    are_known = here is not None and there is not None
    if here != there and are_known:
        found.append("device")
    if a.layout != b.layout:
        found.append("layout")
    elif not found and are_known and a.stride != b.stride:
        found.append("stride")
    # A state_dict detaches what the module holds as parameters: no difference of the weights.
    if (
        a.requires_grad != b.requires_grad
        and a.is_parameter == b.is_parameter
        and a.requires_grad is not None
        and b.requires_grad is not None
    ):
        found.append("requires_grad")
    if a.placement is not b.placement and not are_held_alike(a, b):
        found.append("placement")
    if a.quantization is not b.quantization and not _are_quantized_alike(a, b):
        found.append("quantization")
    return found


def without_values(a: Tensor, b: Tensor) -> list[str]:
    """What is to be said of tensors whose elements cannot be compared as numbers."""
    if a.shape != b.shape or a.layout != b.layout:
        return []
    texts = [getattr(tensor, "items", None) for tensor in (a, b)]
    if None not in texts:  # strings, and Python values in an array
        ours, theirs = (PlainValues().of(items) for items in texts)
        return [] if ours == theirs else ["values"]
    is_meta = a.storage is None and b.storage is None and not a.parts and not b.parts
    return [] if is_meta and a.device == b.device == "meta" else ["unreadable"]


def _are_quantized_alike(a: Tensor, b: Tensor) -> bool:
    """Whether the same integers stand for the same reals."""
    ours, theirs = a.quantization, b.quantization
    if ours is None or theirs is None:
        return ours is theirs
    schemes = ((ours.qscheme, ours.axis), (theirs.qscheme, theirs.axis))
    return schemes[0] == schemes[1] and all(
        _are_same_numbers(getattr(ours, name), getattr(theirs, name))
        for name in ("scale", "zero_point")
    )


def _are_same_numbers(a: Any, b: Any) -> bool:
    """Of scales and zero points: numbers, or small tensors with one for each channel."""
    if not isinstance(a, Tensor) or not isinstance(b, Tensor):
        return bool(a == b) if not isinstance(a, Tensor) and not isinstance(b, Tensor) else False
    try:
        pieces = zip(a.row_major(), b.row_major(), strict=True)
        return a.dtype is b.dtype and a.shape == b.shape and all(x == y for x, y in pieces)
    except (InspectorError, ValueError):
        return False


def is_comparable(a: Tensor, b: Tensor) -> bool:
    """Whether the values of two tensors can be compared, as far as can be told without reading."""
    if a.shape != b.shape or a.layout != b.layout:
        return False
    if is_part(a) or is_part(b):
        return isinstance(region_of(a, b), Region)
    if a.parts or b.parts:
        return set(a.parts or ()) == set(b.parts or ())
    return a.shape is not None and a.storage is not None and b.storage is not None
