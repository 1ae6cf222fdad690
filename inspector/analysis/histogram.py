"""Histograms of tensors: a quick one of a sample, and the exact one in one or two passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from inspector.analysis.binning import (
    BINS,
    MOST_BINS,
    Binning,
    binning_of,
    binning_of_values,
)
from inspector.analysis.codes import has_integers, pattern_values, reals, what_is_counted
from inspector.analysis.elements import gather
from inspector.analysis.measuring import measure_of
from inspector.analysis.measuring_codes import count_bytes, of_counts
from inspector.analysis.moments import Moments
from inspector.analysis.sweep import Sweep, Target, target_of
from inspector.analysis.tensor_stats import TensorStats, tensor_stats
from inspector.analysis.views import Boxes, arranged, part
from inspector.checkpoint.tensor import Tensor
from inspector.progress import SILENT, Progress

if TYPE_CHECKING:
    import numpy as np

SAMPLE_BLOCKS, SAMPLE_BLOCK = 256, 4096
R = TypeVar("R")
Limits = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Histogram:
    """Attributes:
    edges, counts: float64, one more than there are counts; int64.
    values: Where each bin is for one value, these; None otherwise.
    looked_at: Elements that were looked at, of `numel`.
    zeros, nan, pos_inf, neg_inf: Counts among those looked at; the last three are in no bin.
    below, above: Finite numbers outside the limits that were asked for.
    of: "values", "absolute values" or "int_repr", as in `TensorStats`.
    """

    edges: np.ndarray
    counts: np.ndarray
    values: np.ndarray | None
    looked_at: int
    numel: int
    zeros: int
    nan: int
    pos_inf: int
    neg_inf: int
    below: int
    above: int
    of: str

    @property
    def is_exact(self) -> bool:
        """Whether every element was looked at."""
        return self.looked_at == self.numel


def sample(tensor: Tensor, bins: int = BINS, limits: Limits | None = None) -> Histogram:
    """The histogram of 256 blocks of 4,096 elements spread over `tensor`; of all if it is small.

    Args:
        bins: At most 512.
        limits: Lowest and highest edge; the extremes of the sample where it is None.

    Raises:
        InspectorError: It has no numbers, or they cannot be read.
    """
    import numpy as np

    target = target_of(tensor)
    flat = _sampled(target)
    with np.errstate(all="ignore"):
        found = measure_of(target.tensor)(flat)
        binning = _binning(target.tensor, found, bins, limits)
        numbers = reals(flat, target.tensor)
        counts = binning.count(numbers[np.isfinite(numbers)])
    repeats = target.layout.repeats if found.numel == target.layout.numel else 1
    return _histogram(target, found.repeated(repeats), binning, counts * repeats)


def _sampled(target: Target) -> np.ndarray:
    """The stored elements of the sample, flat."""
    import numpy as np

    sizes = [size for size, _ in target.layout.dims]
    view = arranged(target.tensor, target.layout)
    if target.layout.numel <= SAMPLE_BLOCKS * SAMPLE_BLOCK:
        grid = Boxes(sizes, 1 << 20)
        chosen = list(range(len(grid)))
    else:
        grid = Boxes(sizes, SAMPLE_BLOCK)
        chosen = np.linspace(0, len(grid) - 1, SAMPLE_BLOCKS).astype("i8").tolist()
    found = [gather(part(view, grid[at])).reshape(-1) for at in chosen]
    return np.concatenate(found) if found else gather(view).reshape(-1)


def exact(
    tensor: Tensor,
    progress: Progress = SILENT,
    bins: int = BINS,
    limits: Limits | None = None,
    stats: TensorStats | None = None,
) -> Histogram:
    """The histogram of every element.

    One pass for dtypes of at most 16 bits. Others need their extremes first: another pass, unless
    `stats` says them.

    Raises:
        InspectorError: It has no numbers, or they cannot be read.
        Cancelled: From `progress`.
    """
    import numpy as np

    target = target_of(tensor)
    if target.tensor.dtype.itemsize <= 2:
        return _of_patterns(target, progress, bins, limits)
    if stats is None:
        stats = tensor_stats(tensor, _half(progress, 0))
        progress = _half(progress, 1)
    if not stats.finite:
        binning, counts = binning_of(0.0, 0.0, bins, False), np.zeros(3, "i8")
        return _histogram(target, _known(stats), binning, counts)
    known = _known(stats)
    many = stats.distinct is None or stats.distinct > MOST_BINS
    if limits is None and not many and known.maximum - known.minimum >= MOST_BINS:
        return _of_few(target, progress, known)
    binning = _binning(target.tensor, known, bins, limits)
    all_finite = stats.finite == stats.numel

    def count(_: int, raw: np.ndarray, __: int) -> np.ndarray:
        numbers = reals(raw, target.tensor)
        return binning.count(numbers if all_finite else numbers[np.isfinite(numbers)])

    counts = np.zeros(len(binning.edges) + 1, "i8")
    for piece in _visited(target, count, progress):
        counts += piece
    return _histogram(target, known, binning, counts * target.layout.repeats)


def _half(progress: Progress, at: int) -> Progress:
    """Progress of the first or second of two passes over the same bytes."""
    return Progress(lambda done, all_, text: progress.report(done + at * all_, 2 * all_, text))


def _known(stats: TensorStats) -> Moments:
    low, high = stats.minimum, stats.maximum
    found = Moments(stats.numel, stats.zeros, 0, stats.nan, stats.pos_inf, stats.neg_inf)
    found.minimum, found.maximum = (
        low if low is not None else 0.0,
        high if high is not None else 0.0,
    )
    return found


def _visited(
    target: Target, visit: Callable[[int, np.ndarray, int], R], progress: Progress
) -> Iterator[R]:
    """The results of all pieces.

    Raises:
        InspectorError: One cannot be read.
    """
    with closing(Sweep([target], visit).run(progress)) as visits:
        for found in visits:
            if found.error is not None:
                raise found.error
            if found.result is not None:
                yield found.result


def _of_patterns(target: Target, progress: Progress, bins: int, limits: Limits | None) -> Histogram:
    """Elements of at most 16 bits: how often each bit pattern occurs says everything."""
    import numpy as np

    values = pattern_values(target.tensor)
    counts = np.zeros(len(values), "i8")

    def count(_: int, raw: np.ndarray, __: int) -> np.ndarray:
        if raw.itemsize == 1:
            return count_bytes(raw)[: len(values)]
        return np.bincount(raw.view("<u2"), minlength=1 << 16)

    for piece in _visited(target, count, progress):
        counts += piece
    counts *= target.layout.repeats
    with np.errstate(all="ignore"):
        found = of_counts(counts, values, has_integers(target.tensor))
    there = (counts > 0) & np.isfinite(values)
    binning = _binning(target.tensor, found, bins, limits)
    places = binning.places(values[there])
    sums = np.bincount(places, counts[there], len(binning.edges) + 1)
    return _histogram(target, found, binning, sums.astype("i8"))


def _of_few(target: Target, progress: Progress, known: Moments) -> Histogram:
    """Integers that are few but far apart: a bin for each."""
    import numpy as np

    def count(_: int, raw: np.ndarray, __: int) -> tuple[np.ndarray, np.ndarray]:
        values, counts = np.unique(raw, return_counts=True)
        return values, counts

    sums: dict[int, int] = {}
    for values, counts in _visited(target, count, progress):
        for value, times in zip(values.tolist(), counts.tolist(), strict=True):
            sums[value] = sums.get(value, 0) + times
    order = sorted(sums)
    binning = binning_of_values(np.array(order))
    weights = [sums[value] * target.layout.repeats for value in order]
    counts = np.bincount(binning.places(np.array(order)), weights, len(binning.edges) + 1)
    return _histogram(target, known, binning, counts.astype("i8"))


def _binning(tensor: Tensor, found: Moments, bins: int, limits: Limits | None) -> Binning:
    if limits is not None:
        return binning_of(*limits, bins, False)
    if not found.finite:
        return binning_of(0.0, 0.0, bins, False)
    is_integer, distinct = has_integers(tensor), found.distinct
    is_wide = is_integer and found.maximum - found.minimum >= MOST_BINS
    if is_wide and distinct is not None and 0 < len(distinct.values) <= MOST_BINS:
        return binning_of_values(distinct.values)
    return binning_of(found.minimum, found.maximum, bins, is_integer)


def _histogram(target: Target, found: Moments, binning: Binning, counts: np.ndarray) -> Histogram:
    """Args:
    counts: Below, in each bin, above.
    """
    return Histogram(
        binning.edges,
        counts[1:-1],
        binning.values,
        found.numel,
        target.tensor.numel or 0,
        found.zeros,
        found.nan,
        found.pos_inf,
        found.neg_inf,
        int(counts[0]),
        int(counts[-1]),
        what_is_counted(target.tensor),
    )
