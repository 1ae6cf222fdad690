"""`Sums` of two arrays of stored elements: bits first, numbers where the bits differ.

float32 and 16-bit floats are summed in float32 blocks that are joined in float64; each block is off
by some 1e-7 of its size at most. Wherever that could show (NaN, infinities, extreme sizes, few
elements) everything is done in float64.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.analysis.codes import code_values, decoded, scale_of
from inspector.analysis.diff.sums import Sums
from inspector.analysis.measuring_floats import widened
from inspector.analysis.measuring_numbers import BLOCK, dots
from inspector.analysis.scratch import scratch
from inspector.checkpoint.dtype import DType
from inspector.checkpoint.tensor import Tensor

if TYPE_CHECKING:
    import numpy as np

_STEP = 128 << 10  # elements at once: few enough for the CPU's cache
_SMALL = 8 << 10  # fewer are done in float64
_NARROW = ("float32", "float16", "bfloat16")
_FAINT = 1e-30  # mean squares below this leave float32's range
# Bits of infinity: whatever is above them, sign aside, is NaN.
_INFINITY = {
    "float64": 0x7FF0000000000000,
    "float32": 0x7F800000,
    "float16": 0x7C00,
    "bfloat16": 0x7F80,
}


@dataclass(frozen=True, slots=True)
class Tolerance:
    """As in `torch.allclose(a, b, rtol, atol)`: |a - b| <= atol + rtol * |b|."""

    rtol: float = 0.0
    atol: float = 0.0


def has_same_meaning(a: Tensor, b: Tensor) -> bool:
    """Whether equal bits are equal values."""
    return (
        a.dtype is b.dtype
        and (a.is_conj, a.is_neg) == (b.is_conj, b.is_neg)
        and scale_of(a) == scale_of(b)
    )


def compared_in(a: DType, b: DType) -> str:
    """The dtype in which values of two dtypes are compared."""
    if a is b:
        return a.name
    if "complex" in (a.kind, b.kind):
        return "complex128"
    if a.kind == b.kind == "float" and a.itemsize != b.itemsize and max(a.itemsize, b.itemsize) > 2:
        return max(a, b, key=lambda dtype: dtype.itemsize).name
    is_narrow = a.kind == b.kind == "float" and max(a.itemsize, b.itemsize) <= 2
    return "float32" if is_narrow else "float64"


def equal_sums(raw: np.ndarray, tensor: Tensor, with_squares: bool) -> Sums:
    """Sums of a piece that is the same on both sides.

    Args:
        with_squares: Else `aa`, `bb` and `ab` are left at 0, which is quicker.
    """
    nans = count_nan(raw, tensor.dtype)
    found = Sums(raw.size, raw.size - nans, nan_a=nans, nan_b=nans)
    if found.both:
        found.max_abs = 0.0
    if with_squares:
        for low in range(0, raw.size, _STEP):
            part = raw[low : low + _STEP]
            squares = _squares(part, tensor)
            found.aa += squares
        found.bb = found.ab = found.aa
    return found


def _squares(raw: np.ndarray, tensor: Tensor) -> float:
    import numpy as np

    if tensor.dtype.name in _NARROW and not raw.size % (2 * BLOCK) and raw.size >= _SMALL:
        rows = _narrow(raw, tensor.dtype.name, "left").reshape(-1, BLOCK)
        found = dots(rows, rows)
        if math.isfinite(found) and found > raw.size * _FAINT:
            return found
    values = _numbers(raw, tensor)
    values = values[~np.isnan(values)]
    return float(np.sum(np.abs(values).astype("f8") ** 2))


def count_nan(raw: np.ndarray, dtype: DType) -> int:
    """How many stored elements are NaN; the bits tell quickly that there are none."""
    import numpy as np

    if dtype.kind not in ("float", "complex") or not raw.size:
        return 0
    if dtype.itemsize == 1:
        return int(np.count_nonzero(np.isnan(code_values(dtype))[raw]))
    infinity = _INFINITY.get(dtype.name)
    if infinity is None:
        return int(np.count_nonzero(np.isnan(_plain_numbers(raw, dtype))))
    unsigned = raw.view(f"<u{dtype.itemsize}")
    sign = 1 << (8 * dtype.itemsize - 1)
    # Negative numbers come last as unsigned integers, positive ones as signed integers.
    largest = int(raw.view(f"<i{dtype.itemsize}").max())
    if largest <= infinity and int(unsigned.max()) <= sign + infinity:
        return 0
    return int(np.count_nonzero((unsigned & (sign - 1)) > infinity))


def _plain_numbers(raw: np.ndarray, dtype: DType) -> np.ndarray:
    return decoded(raw, Tensor(dtype, raw.shape, None))


def unequal_sums(
    a: np.ndarray, b: np.ndarray, left: Tensor, right: Tensor, tolerance: Tolerance | None
) -> Sums:
    """Sums of two pieces of equal length; `max_at` counts from their first element.

    Args:
        a, b: Stored elements (`elements.raw_dtype`).
        left, right: Say what the elements mean.
    """
    found = Sums()
    for low in range(0, a.size, _STEP):
        x, y = a[low : low + _STEP], b[low : low + _STEP]
        step = _step(x, y, left, right, tolerance)
        if step.max_at >= 0:
            step.max_at += low
        found.join(step)
    return found


def _step(
    a: np.ndarray, b: np.ndarray, left: Tensor, right: Tensor, tolerance: Tolerance | None
) -> Sums:
    whole = a.size // (2 * BLOCK) * (2 * BLOCK)
    is_narrow = left.dtype.name in _NARROW and right.dtype.name in _NARROW
    if is_narrow and whole >= _SMALL and not (left.is_neg or right.is_neg):
        found = _narrow_sums(a[:whole], b[:whole], left.dtype, right.dtype, tolerance)
        if found is not None:
            if whole < a.size:
                rest = _wide_sums(a[whole:], b[whole:], left, right, tolerance)
                rest.max_at += whole if rest.max_at >= 0 else 0
                found.join(rest)
            return found
    return _wide_sums(a, b, left, right, tolerance)


# -- float32 ----------------------------------------------------------------------------------


def _narrow(raw: np.ndarray, name: str, place: str) -> np.ndarray:
    """16-bit floats as float32 in the order of `widened`; float32 as it is."""
    return raw if name == "float32" else widened(raw.view("<u2"), name, place)


def _narrow_sums(
    a: np.ndarray, b: np.ndarray, left: DType, right: DType, tolerance: Tolerance | None
) -> Sums | None:
    """In float32; None where that would not be good enough."""
    import numpy as np

    is_mixed = (left.itemsize == 4) != (right.itemsize == 4)
    if is_mixed:
        x, y = _plain_numbers(a, left), _plain_numbers(b, right)
    else:
        x, y = _narrow(a, left.name, "left"), _narrow(b, right.name, "right")
    gaps = scratch("gaps", a.size, "<f4")
    np.subtract(y, x, out=gaps)
    np.abs(gaps, out=gaps)
    at = int(gaps.argmax())
    rows_x, rows_y, rows = (n.reshape(-1, BLOCK) for n in (x, y, gaps))
    found = Sums(a.size, a.size, max_abs=float(gaps[at]))
    found.dd, found.aa, found.bb = dots(rows, rows), dots(rows_x, rows_x), dots(rows_y, rows_y)
    least = a.size * _FAINT
    if not all(math.isfinite(n) and n > least for n in (found.dd, found.aa, found.bb)):
        return None
    found.ab = dots(rows_x, rows_y)
    found.sum_abs = dots(rows, np.ones(BLOCK, "f4"))
    found.different = _count_different(a, b) if left is right else int(np.count_nonzero(gaps))
    if tolerance is not None:
        limits = np.abs(y, out=scratch("limits", a.size, "<f4"))
        limits *= np.float32(tolerance.rtol)
        limits += np.float32(tolerance.atol)
        found.beyond = int(np.count_nonzero(gaps > limits))
    is_shuffled = not is_mixed and left.itemsize == 2
    half = a.size // 2
    found.max_at = at if not is_shuffled else 2 * at if at < half else 2 * (at - half) + 1
    return found


def _count_different(a: np.ndarray, b: np.ndarray) -> int:
    """Elements of one dtype whose bits differ."""
    import numpy as np

    if a.itemsize <= 8:
        kind = f"<u{a.itemsize}"
        return int(np.count_nonzero(a.view(kind) != b.view(kind)))
    unlike = (a.view("<u8") != b.view("<u8")).reshape(a.size, -1)
    return int(np.count_nonzero(unlike.any(axis=1)))


# -- float64 ----------------------------------------------------------------------------------


def _numbers(raw: np.ndarray, tensor: Tensor) -> np.ndarray:
    """Values as float64, complex128, or 64-bit integers as they are."""
    values = decoded(raw, tensor)
    if values.dtype.kind == "c":
        return values.astype("c16")
    return values if values.dtype.kind in "iu" and values.itemsize == 8 else values.astype("f8")


def _wide_sums(
    a: np.ndarray, b: np.ndarray, left: Tensor, right: Tensor, tolerance: Tolerance | None
) -> Sums:
    import numpy as np

    x, y = _numbers(a, left), _numbers(b, right)
    gaps = _gaps(x, y)
    if x.dtype.kind in "iu":
        x = x.astype("f8")
    if y.dtype.kind in "iu":
        y = y.astype("f8")
    nan_x, nan_y = np.isnan(x), np.isnan(y)
    found = Sums(a.size, nan_a=int(np.count_nonzero(nan_x)), nan_b=int(np.count_nonzero(nan_y)))
    is_same = x == y
    if has_same_meaning(left, right):
        found.different = _count_different(a, b)
    else:
        found.different = int(np.count_nonzero(~is_same & ~(nan_x & nan_y)))
    gaps[is_same & (gaps != gaps)] = 0  # the difference of equal infinities
    good = ~(nan_x | nan_y)
    found.both = int(np.count_nonzero(good))
    if tolerance is not None:
        limits = tolerance.atol + tolerance.rtol * np.abs(y)
        is_far = good & (gaps > limits) & ~is_same
        is_far |= good & np.isinf(gaps)
        found.beyond = int(np.count_nonzero(is_far)) + int(np.count_nonzero(nan_x != nan_y))
    if found.both:
        _add_sums(found, x, y, gaps, good)
    return found


def _gaps(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """|y - x| as float64; exact for 64-bit integers, however large."""
    import numpy as np

    if x.dtype == y.dtype and x.dtype.kind in "iu":
        up, down = x.view("<u8") - y.view("<u8"), y.view("<u8") - x.view("<u8")
        found: np.ndarray = np.where(x > y, up, down).astype("f8")
        return found
    wide = "c16" if "c" in (x.dtype.kind, y.dtype.kind) else "f8"
    found = np.abs(np.subtract(y, x, dtype=wide))
    return found


def _add_sums(
    found: Sums, x: np.ndarray, y: np.ndarray, gaps: np.ndarray, good: np.ndarray
) -> None:
    import numpy as np

    places = None
    if found.both < x.size:
        places = np.flatnonzero(good)
        x, y, gaps = x[places], y[places], gaps[places]
    at = int(gaps.argmax())
    found.max_abs = float(gaps[at])
    found.max_at = at if places is None else int(places[at])
    found.sum_abs = float(gaps.sum())
    found.dd = float((gaps * gaps).sum())
    found.aa = float((np.abs(x) ** 2).sum())
    found.bb = float((np.abs(y) ** 2).sum())
    found.ab = float((x * y.conj()).real.sum())
