"""`Moments` of float32 and 16-bit floats, as fast as the bytes come from the disk cache.

Sums are taken in float32 over 512 elements and joined in float64: each block is off by some 1e-7 of
its size at most, independently of the others. Wherever that could show (small pieces, numbers far
from zero beside how they vary, extreme sizes, NaN and Inf) float64 is used throughout.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from inspector.analysis.codes import code_values
from inspector.analysis.measuring_numbers import BLOCK, dots, measure_numbers
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
        total = dots(rows, np.ones(BLOCK, "f4"))
    mean = total / values.size
    deviation = squares - total * mean
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
    """Moments of "bfloat16" or "float16", given as uint16.

    Extremes and zeros come from the bit patterns, sums from the float32 they widen to.
    """
    whole = codes.size // (2 * BLOCK) * (2 * BLOCK) if codes.size >= _SMALL else 0
    if whole != codes.size:
        found = _half_wide(codes[whole:], name)
        if whole:
            found.join(measure_half(codes[:whole], name, with_subnormal))
        return found
    infinity = 0x7F80 if name == "bfloat16" else 0x7C00
    low, high = _half_extremes(codes)
    if infinity <= high < 0x8000 or low >= 0x8000 + infinity:
        return _half_wide(codes, name)
    values = code_values(DTYPES[name])
    sums = _in_blocks(widened(codes, name, "wide"), float(values[low]), float(values[high]))
    if sums is None:
        return _half_wide(codes, name)
    _count_small(codes.view("<i2"), infinity, sums, with_subnormal)
    return sums


def _count_small(signed: np.ndarray, infinity: int, found: Moments, with_subnormal: bool) -> None:
    """Zeros of both signs, and what has no exponent bit but is no zero."""
    import numpy as np

    found.zeros = signed.size - int(np.count_nonzero(signed))
    if int(signed.min()) == -0x8000:
        found.zeros += int(np.count_nonzero(signed == np.int16(-0x8000)))
    if with_subnormal:
        bits = scratch("bits", signed.size, "<i2")
        np.bitwise_and(signed, np.int16(infinity), out=bits)
        found.subnormal = signed.size - int(np.count_nonzero(bits)) - found.zeros


def _half_extremes(codes: np.ndarray) -> tuple[int, int]:
    """Bit patterns of the smallest and the largest number; NaN is beyond infinity.

    As unsigned integers negative numbers come last, the most negative one at the very end; as
    signed integers positive numbers come last.
    """
    signed = codes.view("<i2")
    low, high = int(codes.max()), int(signed.max())
    if low < 0x8000:
        low = int(codes.min())
    if high < 0:
        high = int(signed.min()) & 0xFFFF
    return low, high


def _half_wide(codes: np.ndarray, name: str) -> Moments:
    return measure_numbers(code_values(DTYPES[name])[codes], SMALLEST_NORMAL[name])


def widened(codes: np.ndarray, name: str, place: str) -> np.ndarray:
    """The same numbers as float32, in another order: every other one, then the rest.

    Args:
        codes: uint16, an even number of them.
        name: "bfloat16" or "float16".
        place: Of the scratch array that is returned.
    """
    import numpy as np

    pairs = codes.view("<i4")
    wide = scratch(place, codes.size, "<i4").reshape(2, pairs.size)
    values = wide.reshape(-1).view("<f4")
    np.left_shift(pairs, np.int32(16), out=wide[0])
    if name == "bfloat16":
        np.bitwise_and(pairs, np.int32(-0x10000), out=wide[1])
        return values
    # Sign and bits move to where float32 has them, which makes each number 2^112 times too small,
    # subnormal ones included.
    np.right_shift(wide[0], np.int32(3), out=wide[0])
    np.right_shift(pairs, np.int32(3), out=wide[1])
    np.bitwise_and(wide, np.int32(0x8FFFE000 - (1 << 32)), out=wide)
    np.multiply(values, np.float32(2.0**112), out=values)
    return values
