"""`Moments` of real numbers of any dtype, in float64."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from inspector.analysis.moments import MAX_DISTINCT, Distinct, Moments
from inspector.analysis.scratch import scratch

if TYPE_CHECKING:
    import numpy as np

BLOCK = 1024  # elements in a row of `dots`
_NARROW = 1 << 20  # integers this close together are counted, not sorted


def measure_numbers(values: np.ndarray, tiny: float, integers: np.ndarray | None = None) -> Moments:
    """Moments of real numbers; `tiny` is the smallest normal one of the dtype they are stored in.

    Args:
        integers: What is stored, where different values are to be counted.
    """
    import numpy as np

    found = Moments(values.size)
    if integers is not None:
        found.distinct = distinct(integers)
    if not values.size:
        return found
    exact = values.dtype.kind in "iu"
    wide = values.astype("f8")
    with np.errstate(over="ignore", invalid="ignore"):
        squares = float(np.dot(wide, wide)) if values.size < 8192 else _sum_of_squares(wide)
        if not math.isfinite(squares):
            wide = _only_finite(wide, found)
            if not wide.size:
                return found
            squares = _sum_of_squares(wide)
        found.mean = float(wide.mean())
        found.squares = squares
        found.deviation = squares - found.finite * found.mean * found.mean
        if not found.deviation > 1e-3 * squares:
            found.deviation = _sum_of_squares(wide - found.mean)
    source = values if exact else wide
    found.minimum, found.maximum = source.min().item(), source.max().item()
    _count_small(wide, tiny, found)
    return found


def _sum_of_squares(wide: np.ndarray) -> float:
    rows = wide[: wide.size // BLOCK * BLOCK].reshape(-1, BLOCK)
    rest = wide[rows.size :]
    return (dots(rows, rows) if rows.size else 0.0) + float((rest * rest).sum())


def _only_finite(wide: np.ndarray, found: Moments) -> np.ndarray:
    """The finite numbers; the others are counted in `found`."""
    import numpy as np

    found.nan = int(np.count_nonzero(np.isnan(wide)))
    found.pos_inf = int(np.count_nonzero(wide == math.inf))
    found.neg_inf = int(np.count_nonzero(wide == -math.inf))
    finite: np.ndarray = wide[np.isfinite(wide)]
    return finite


def _count_small(wide: np.ndarray, tiny: float, found: Moments) -> None:
    import numpy as np

    if found.minimum > 0 and found.minimum >= tiny:
        return
    found.zeros = int(np.count_nonzero(wide == 0))
    if tiny:
        found.subnormal = int(np.count_nonzero(np.abs(wide) < tiny)) - found.zeros


def distinct(integers: np.ndarray) -> Distinct:
    """The different values of a flat array of integers."""
    import numpy as np

    if not integers.size:
        return Distinct(integers)
    low, high = int(integers.min()), int(integers.max())
    if high - low < _NARROW and integers.size > 64:
        if integers.dtype.itemsize < 8:
            integers = integers.astype("i8")
        counts = np.bincount((integers - integers.dtype.type(low)).astype("i8"))
        values = np.flatnonzero(counts).astype(integers.dtype) + integers.dtype.type(low)
    else:
        values = np.unique(integers)
    is_over = len(values) > MAX_DISTINCT
    return Distinct(values[:0] if is_over else values, is_over)


def dots(left: np.ndarray, right: np.ndarray) -> float:
    """The sum of the products, in blocks of a row each; `right` may be one row for all of them.

    Rows this short are not worth a second thread to BLAS: the threads are ours.
    """
    import numpy as np

    products = np.matmul(left[:, None, :], right[..., :, None])
    return float(products.sum(dtype="f8"))


def total(rows: np.ndarray) -> float:
    """The sum of float32 in rows of `BLOCK`, as good as that of `dots`."""
    ones = scratch("ones", BLOCK, "<f4")
    ones.fill(1)
    return dots(rows, ones)
