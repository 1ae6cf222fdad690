"""What measures the stored elements of a tensor, by its dtype."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from inspector.analysis.codes import reals, scale_of
from inspector.analysis.measuring_codes import measure_bools, measure_codes
from inspector.analysis.measuring_floats import (
    NARROW,
    SMALLEST_NORMAL,
    measure_float32,
    measure_half,
    measure_narrow,
)
from inspector.analysis.measuring_numbers import measure_numbers
from inspector.analysis.moments import Moments
from inspector.checkpoint.tensor import Tensor

if TYPE_CHECKING:
    import numpy as np

Measure = Callable[["np.ndarray"], Moments]


def measure_of(tensor: Tensor, with_distinct: bool = True, with_subnormal: bool = False) -> Measure:
    """What measures a flat piece of the stored elements of `tensor` (`elements.raw_dtype`).

    Args:
        with_distinct: Whether different integers are counted.
        with_subnormal: Whether subnormal numbers are; some are in any case.
    """
    dtype, is_plain = tensor.dtype, scale_of(tensor) is None and not tensor.is_neg
    if dtype.itemsize == 1 or dtype.per_item > 1:
        return _measure_of_codes(tensor, is_plain)
    if is_plain:
        if dtype.name == "float32":
            return measure_float32
        if dtype.name in ("bfloat16", "float16"):
            return lambda raw: measure_half(raw.view("<u2"), dtype.name, with_subnormal)
    tiny = SMALLEST_NORMAL.get(dtype.name, 0.0)
    with_distinct = with_distinct and dtype.kind in ("int", "uint", "quantized")
    return lambda raw: measure_numbers(reals(raw, tensor), tiny, raw if with_distinct else None)


def _measure_of_codes(tensor: Tensor, is_plain: bool) -> Measure:
    """Of 8-bit and packed elements."""
    name = tensor.dtype.name

    def counted(raw: np.ndarray) -> Moments:
        return measure_codes(raw, tensor)

    if is_plain and name == "bool":
        return measure_bools
    if is_plain and name in NARROW:
        return lambda raw: measure_narrow(raw.view("u1"), name, counted, False)
    return counted
