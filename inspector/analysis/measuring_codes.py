"""`Moments` of 8-bit and packed elements: count the bit patterns, then look up what each is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from inspector.analysis.codes import has_integers, pattern_values
from inspector.analysis.moments import Distinct, Moments
from inspector.checkpoint.tensor import Tensor

if TYPE_CHECKING:
    import numpy as np

_PAIRED = 1 << 13  # bytes from which counting them two at a time pays


def count_bytes(codes: np.ndarray) -> np.ndarray:
    """How often each of 256 patterns occurs in a flat array of uint8."""
    import numpy as np

    codes = codes.view("u1")
    if codes.size < _PAIRED:
        return np.bincount(codes, minlength=256)
    even = codes.size & ~1
    pairs = np.bincount(codes[:even].view("<u2"), minlength=1 << 16).reshape(256, 256)
    counts: np.ndarray = pairs.sum(0) + pairs.sum(1)
    if codes.size & 1:
        counts[codes[-1]] += 1
    return counts


def measure_codes(raw: np.ndarray, tensor: Tensor) -> Moments:
    """Moments of a flat array of 8-bit or packed elements of `tensor`."""
    import numpy as np

    values = pattern_values(tensor)
    found = of_counts(count_bytes(raw)[: len(values)], values, has_integers(tensor))
    if found.distinct is None and tensor.dtype.kind == "quantized":
        found.distinct = Distinct(np.flatnonzero(np.bincount(raw.view("u1"))))
    return found


def measure_bools(raw: np.ndarray) -> Moments:
    """Moments of booleans, a byte each: whatever is not 0 is True."""
    import numpy as np

    true = int(np.count_nonzero(raw.view("u1")))
    return of_counts(np.array([raw.size - true, true]), np.array([0.0, 1.0]), True)


def of_counts(counts: np.ndarray, values: np.ndarray, is_integer: bool) -> Moments:
    """Moments of numbers given as how often each of `values` occurs.

    Args:
        is_integer: Whether different ones are counted, and the extremes are Python integers.
    """
    import numpy as np

    found = Moments(int(counts.sum()))
    there = counts > 0
    if is_integer:
        found.distinct = Distinct(np.unique(values[there]))
    found.nan = int(counts[np.isnan(values)].sum())
    found.pos_inf = int(counts[values == math.inf].sum())
    found.neg_inf = int(counts[values == -math.inf].sum())
    used = there & np.isfinite(values)
    if not used.any():
        return found
    of, weights = values[used], counts[used].astype("f8")
    found.zeros = int(counts[values == 0].sum())
    found.minimum, found.maximum = float(of.min()), float(of.max())
    if is_integer:
        found.minimum, found.maximum = int(found.minimum), int(found.maximum)
    found.mean = float(np.dot(weights, of)) / found.finite
    found.squares = float(np.dot(weights, of * of))
    found.deviation = float(np.dot(weights, (of - found.mean) ** 2))
    return found
