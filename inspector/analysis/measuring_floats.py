"""`Moments` of float32 and narrower floats, near the pace at which the disk cache gives the bytes.

Sums are taken in float32 over 1024 elements and joined in float64: each block is off by some 1e-7
of its size at most, independently of the others. Wherever that could show (small pieces, numbers
far from zero beside how they vary, extreme sizes, NaN and Inf) float64 is used throughout.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.analysis.codes import code_values
from inspector.analysis.measuring_numbers import BLOCK, dots, measure_numbers, total
from inspector.analysis.moments import Moments
from inspector.analysis.scratch import scratch
from inspector.checkpoint.dtype import DTYPES

if TYPE_CHECKING:
    import numpy as np

SMALLEST_NORMAL = {
    "float64": 2.0**-1022,
    "float32": 2.0**-126,
    "bfloat16": 2.0**-126,
    "float16": 2.0**-14,
}
_SMALL = 32 << 10  # pieces below this are measured in float64
_TINY = 1e-15  # squares of numbers below this leave float32's range


@dataclass(frozen=True, slots=True)
class _Form:
    """How a narrow float becomes float32.

    Attributes:
        shift: Bits to the left, from the low end, that bring its own bits to float32's.
        exponent: Its exponent bits.
        scale: By what the shifted bits, read as float32, are too small.
    """

    shift: int
    exponent: int
    scale: float


_FORMS = {
    "bfloat16": _Form(16, 0x7F80, 1.0),
    "float16": _Form(13, 0x7C00, 2.0**112),
    "float8_e5m2": _Form(21, 0x7C, 2.0**112),
    "float8_e4m3fn": _Form(20, 0x78, 2.0**120),
}
NARROW = frozenset(_FORMS)


def measure_float32(raw: np.ndarray) -> Moments:
    """Moments of float32."""
    import numpy as np

    tiny = SMALLEST_NORMAL["float32"]
    whole = raw.size // BLOCK * BLOCK
    if raw.size < _SMALL:
        return measure_numbers(raw, tiny)
    if whole != raw.size:
        found = measure_float32(raw[:whole])
        found.join(measure_numbers(raw[whole:], tiny))
        return found
    low, high = float(raw.min()), float(raw.max())
    sums = _in_blocks(raw, low, high)
    if sums is None:
        return measure_numbers(raw, tiny)
    exponents = scratch("exponents", raw.size, "<i4")
    np.bitwise_and(raw.view("<i4"), np.int32(0x7F800000), out=exponents)
    if not exponents.min():
        near = raw.size - int(np.count_nonzero(exponents))
        sums.zeros = int(np.count_nonzero(raw == 0))
        sums.subnormal = near - sums.zeros
    return sums


def _in_blocks(values: np.ndarray, low: float, high: float) -> Moments | None:
    """Sums of float32 in blocks; None where they would not be good enough."""
    import numpy as np

    if not (math.isfinite(low) and math.isfinite(high)) or max(-low, high) < _TINY:
        return None
    rows = values.reshape(-1, BLOCK)
    with np.errstate(over="ignore", invalid="ignore"):
        squares = dots(rows, rows)
        mean = total(rows) / values.size
    deviation = squares - values.size * mean * mean
    if not math.isfinite(squares) or not deviation > squares / 4:
        return None
    return Moments(
        values.size,
        minimum=low,
        maximum=high,
        mean=mean,
        deviation=deviation,
        squares=squares,
    )


def measure_half(codes: np.ndarray, name: str, with_subnormal: bool) -> Moments:
    """Moments of "bfloat16" or "float16", given as uint16."""

    def widely(codes: np.ndarray) -> Moments:
        return measure_numbers(code_values(DTYPES[name])[codes], SMALLEST_NORMAL[name])

    return measure_narrow(codes, name, widely, with_subnormal)


def measure_narrow(
    codes: np.ndarray, name: str, otherwise: Callable[[np.ndarray], Moments], with_subnormal: bool
) -> Moments:
    """Moments of one of `NARROW`: extremes and zeros from the patterns, sums from float32.

    Args:
        codes: Bit patterns, uint8 or uint16.
        otherwise: Measures those of which that would not be good enough.
    """
    whole = codes.size // (2 * BLOCK) * (2 * BLOCK) if codes.size >= _SMALL else 0
    if whole != codes.size:
        found = otherwise(codes[whole:])
        if whole:
            found.join(measure_narrow(codes[:whole], name, otherwise, with_subnormal))
        return found
    low, high = (float(code_values(DTYPES[name])[code]) for code in _extremes(codes))
    is_finite = math.isfinite(low) and math.isfinite(high)
    sums = _in_blocks(widened(codes, name, "wide"), low, high) if is_finite else None
    if sums is None:
        return otherwise(codes)
    signed = codes.view(f"<i{codes.itemsize}")
    _count_small(signed, _FORMS[name].exponent, sums, with_subnormal)
    return sums


def _count_small(signed: np.ndarray, exponent: int, found: Moments, with_subnormal: bool) -> None:
    """Zeros of both signs, and what has no exponent bit but is no zero."""
    import numpy as np

    kind = signed.dtype.type
    found.zeros = signed.size - int(np.count_nonzero(signed))
    least = np.iinfo(kind).min
    if signed.min() == least:
        found.zeros += int(np.count_nonzero(signed == least))
    if with_subnormal:
        bits = scratch("bits", signed.size, signed.dtype.str)
        np.bitwise_and(signed, kind(exponent), out=bits)
        found.subnormal = signed.size - int(np.count_nonzero(bits)) - found.zeros


def _extremes(codes: np.ndarray) -> tuple[int, int]:
    """Bit patterns of the smallest and the largest number; NaN is beyond infinity.

    As unsigned integers negative numbers come last, the most negative one at the very end; as
    signed integers positive numbers come last.
    """
    signed, sign = codes.view(f"<i{codes.itemsize}"), 1 << (8 * codes.itemsize - 1)
    low, high = int(codes.max()), int(signed.max())
    if low < sign:
        low = int(codes.min())
    if high < 0:
        high = int(signed.min()) + 2 * sign
    return low, high


def widened(codes: np.ndarray, name: str, place: str) -> np.ndarray:
    """The same numbers as float32; those of 16 bits in another order: every other one, the rest.

    Args:
        codes: uint8, or an even number of uint16.
        name: One of `NARROW`.
        place: Of the scratch array that is returned.
    """
    import numpy as np

    form, wide = _FORMS[name], scratch(place, codes.size, "<i4")
    values = wide.view("<f4")
    if codes.itemsize == 1:
        np.copyto(wide, codes.view("i1"))
        np.left_shift(wide, np.int32(form.shift), out=wide)
    else:
        pairs, halves = codes.view("<i4"), wide.reshape(2, -1)
        np.left_shift(pairs, np.int32(16), out=halves[0])
        if name == "bfloat16":
            np.bitwise_and(pairs, np.int32(-0x10000), out=halves[1])
            return values
        np.right_shift(halves[0], np.int32(3), out=halves[0])
        np.right_shift(pairs, np.int32(3), out=halves[1])
    # What is there now are copies of the sign (and bits of a neighbour) around the number's own
    # bits. Those, read as float32, are a number too small by `scale`, a subnormal one included.
    own = (1 << (8 * codes.itemsize - 1)) - 1
    np.bitwise_and(wide, np.int32((own << form.shift) - (1 << 31)), out=wide)
    np.multiply(values, np.float32(form.scale), out=values)
    return values
