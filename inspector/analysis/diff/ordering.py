"""In which order values are compared while somebody watches: what looks most different first."""

from __future__ import annotations

import math
from collections.abc import Sequence

from inspector.analysis.diff.elementwise import has_same_meaning, unequal_sums
from inspector.analysis.diff.fingerprints import glimpse
from inspector.analysis.diff.model import Pair, StructureDiff
from inspector.analysis.elements import as_stored
from inspector.analysis.views import check_numbers
from inspector.checkpoint.tensor import Tensor
from inspector.errors import InspectorError
from inspector.progress import SILENT, Progress

_UNKNOWN = 0.5  # a tensor whose bytes are not at hand may be anything
_REPORTED = 4096  # pairs between two reports


def worst_first(found: StructureDiff, progress: Progress = SILENT) -> list[int]:
    """Indices of the comparable pairs, for `compare_values(order=...)`.

    Ranked by the relative difference of at most 1 kB from the middle of each; those that look equal
    come last, the smallest of them first. Takes milliseconds, or seconds for 100,000 pairs.

    Raises:
        Cancelled: From `progress`.
    """
    ranked = []
    for pair in found.pairs:
        if not pair.index % _REPORTED:
            progress.report(0, 0, "looking for differences")
        if pair.is_comparable and pair.a is not None:
            ranked.append((-_guess(pair), pair.a.tensor.nbytes or 0, pair.index))
    return [index for *_, index in sorted(ranked)]


def _guess(pair: Pair) -> float:
    """The relative difference of two glimpses; 0 where they are equal."""
    assert pair.a is not None
    assert pair.b is not None
    a, b = pair.a.tensor, pair.b.tensor
    x, y = glimpse(a), glimpse(b)
    if x is None or y is None:
        return _UNKNOWN
    if x == y and has_same_meaning(a, b):
        return 0.0
    if a.dtype is not b.dtype:
        return _UNKNOWN  # the glimpses are of other elements
    return _relative(a, x, y)


def _relative(tensor: Tensor, x: bytes, y: bytes) -> float:
    import numpy as np

    try:
        check_numbers(tensor)
    except InspectorError:
        return _UNKNOWN
    arrays: Sequence[np.ndarray] = [as_stored(data, tensor.dtype, False) for data in (x, y)]
    with np.errstate(all="ignore"):
        sums = unequal_sums(arrays[0], arrays[1], tensor, tensor, None)
    relative = sums.rel_l2
    return relative if relative is not None and not math.isnan(relative) else math.inf
