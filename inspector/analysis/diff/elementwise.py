"""`Sums` of two arrays of stored elements: bits first, numbers where the bits differ.

float32 and 16-bit floats are summed in float32 blocks that are joined in float64; each block is off
by some 1e-7 of its size at most. Wherever that could show (NaN, infinities, extreme sizes, few
elements) everything is done in float64.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.analysis.codes import code_values, decoded, scale_of
from inspector.analysis.diff.sums import Sums
from inspector.analysis.measuring_floats import widened
from inspector.analysis.measuring_numbers import BLOCK, dots, total
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
    if 0 < a.size <= _STEP:
        return _step(a, b, left, right, tolerance)
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
                rest = wide_sums(a[whole:], b[whole:], [0], left, right, tolerance)[0]
                rest.max_at += whole if rest.max_at >= 0 else 0
                found.join(rest)
            return found
    return wide_sums(a, b, [0], left, right, tolerance)[0]


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
    found.sum_abs = total(rows)
    found.different = int(np.count_nonzero(_are_different(a, b) if left is right else gaps))
    if tolerance is not None:
        limits = np.abs(y, out=scratch("limits", a.size, "<f4"))
        limits *= np.float32(tolerance.rtol)
        limits += np.float32(tolerance.atol)
        found.beyond = int(np.count_nonzero(gaps > limits))
    is_shuffled = not is_mixed and left.itemsize == 2
    half = a.size // 2
    found.max_at = at if not is_shuffled else 2 * at if at < half else 2 * (at - half) + 1
    return found


def _are_different(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Of each element of one dtype whether its bits differ."""
    found: np.ndarray
    if a.itemsize <= 8:
        kind = f"<u{a.itemsize}"
        found = a.view(kind) != b.view(kind)
        return found
    unlike = (a.view("<u8") != b.view("<u8")).reshape(a.size, -1)
    found = unlike.any(axis=1)
    return found


# -- float64 ----------------------------------------------------------------------------------


def _numbers(raw: np.ndarray, tensor: Tensor) -> np.ndarray:
    """Values as float64, complex128, or 64-bit integers as they are."""
    values = decoded(raw, tensor)
    if values.dtype.kind == "c":
        return values.astype("c16")
    return values if values.dtype.kind in "iu" and values.itemsize == 8 else values.astype("f8")


def wide_sums(
    a: np.ndarray,
    b: np.ndarray,
    starts: Sequence[int],
    left: Tensor,
    right: Tensor,
    tolerance: Tolerance | None,
) -> list[Sums]:
    """As `unequal_sums` of each of the runs of elements that begin at `starts`; none is empty."""
    import numpy as np

    x, y = _numbers(a, left), _numbers(b, right)
    gaps = _gaps(x, y)
    x, y = (each.astype("f8") if each.dtype.kind in "iu" else each for each in (x, y))
    if has_same_meaning(left, right):
        unlike = _are_different(a, b)
    else:
        unlike = (x != y) & ((x == x) | (y == y))
    nan_x = nan_y = is_bad = None
    if not math.isfinite(float(gaps.sum())):
        nan_x, nan_y = np.isnan(x), np.isnan(y)
        is_bad = nan_x | nan_y
        gaps[np.isnan(gaps)] = np.inf
        gaps[x == y] = 0  # the difference of equal infinities
        gaps[is_bad] = -1
        x, y = np.where(is_bad, 0, x), np.where(is_bad, 0, y)
    max_abs, max_at = _largest(gaps, starts)
    beyond = None
    if tolerance is not None:
        beyond = (gaps > tolerance.atol + tolerance.rtol * np.abs(y)) | np.isinf(gaps)
        beyond = beyond if nan_x is None else beyond | (nan_x != nan_y)
    if is_bad is not None:
        gaps[is_bad] = 0
    masks = (is_bad, unlike, beyond, nan_x, nan_y)
    sizes = np.diff([*starts, a.size])
    bad, *counts = (_counted(mask, starts) for mask in masks)
    sums = [
        np.add.reduceat(gaps, starts),
        np.add.reduceat(gaps * gaps, starts),
        np.add.reduceat(np.abs(x) ** 2, starts),
        np.add.reduceat(np.abs(y) ** 2, starts),
        np.add.reduceat((x * y.conj()).real, starts),
    ]
    columns = (sizes, sizes - bad, *counts, max_abs, max_at, *sums)
    return [Sums(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def _counted(mask: np.ndarray | None, starts: Sequence[int]) -> np.ndarray:
    """How often `mask` holds in each run."""
    import numpy as np

    if mask is None:
        return np.zeros(len(starts), np.int64)
    if len(starts) == 1:  # as quick as it can be
        return np.array([np.count_nonzero(mask)])
    found: np.ndarray = np.add.reduceat(mask, starts, dtype=np.int64)
    return found


def _largest(gaps: np.ndarray, starts: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """(largest gap, where it is first) of each run; -1 and -1 where there is none."""
    import numpy as np

    if len(starts) == 1:
        first = np.array([gaps.argmax()])
        most = gaps[first]
    else:
        most = np.maximum.reduceat(gaps, starts)
        places = np.flatnonzero(gaps == np.repeat(most, np.diff([*starts, gaps.size])))
        first = places[np.searchsorted(places, starts)] - starts
    return most, np.where(most < 0, -1, first)


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
