"""What differs between two tensors before a value of theirs is read."""

from __future__ import annotations

from typing import Any

from inspector.analysis.plain_values import PlainValues
from inspector.checkpoint.tensor import Quantization, Tensor
from inspector.errors import InspectorError


def reasons_of(a: Tensor, b: Tensor) -> list[str]:
    """What differs; a fact that one format does not know is no difference."""
    found = []
    if a.shape != b.shape:
        found.append("shape")
    if a.dtype is not b.dtype:
        found.append("dtype")
    if a.device != b.device and a.device is not None and b.device is not None:
        found.append("device")
    if a.layout != b.layout:
        found.append("layout")
    elif not found and a.stride != b.stride and a.device is not None and b.device is not None:
        found.append("stride")
    grads = (a.requires_grad, b.requires_grad)
    # A state_dict detaches what the module holds as parameters: no difference of the weights.
    if a.is_parameter == b.is_parameter and None not in grads and grads[0] != grads[1]:
        found.append("requires_grad")
    if not _are_quantized_alike(a.quantization, b.quantization):
        found.append("quantization")
    return found + _without_values(a, b)


def _without_values(a: Tensor, b: Tensor) -> list[str]:
    """What is to be said of tensors of one shape whose elements cannot be compared as numbers."""
    if a.shape != b.shape or a.layout != b.layout or is_comparable(a, b):
        return []
    texts = [getattr(tensor, "items", None) for tensor in (a, b)]
    if None not in texts:  # strings, and Python values in an array
        ours, theirs = (PlainValues().of(items) for items in texts)
        return [] if ours == theirs else ["values"]
    is_meta = a.storage is None and b.storage is None and not a.parts and not b.parts
    return [] if is_meta and a.device == b.device == "meta" else ["unreadable"]


def _are_quantized_alike(a: Quantization | None, b: Quantization | None) -> bool:
    """Whether the same integers stand for the same reals."""
    if a is None or b is None:
        return a is b
    schemes = ((a.qscheme, a.axis), (b.qscheme, b.axis))
    return schemes[0] == schemes[1] and all(
        _are_same_numbers(getattr(a, name), getattr(b, name)) for name in ("scale", "zero_point")
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
    if a.parts or b.parts:
        return set(a.parts or ()) == set(b.parts or ())
    return a.shape is not None and a.storage is not None and b.storage is not None
