"""How the values of a tensor are spread: a quick sample, and every value; runs in workers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inspector.analysis import histogram
from inspector.analysis.tensor_stats import TensorStats, tensor_stats
from inspector.checkpoint.tensor import Tensor
from inspector.progress import Progress

SAMPLE = 1_000_000


@dataclass(frozen=True, slots=True)
class Distribution:
    """A histogram and what it is of.

    Attributes:
        edges, counts: One edge more than counts; empty where no value is finite.
        of: Values that were looked at; fewer than the tensor has for a sample.
        stats: Exact statistics, or None for a sample.
    """

    edges: np.ndarray
    counts: np.ndarray
    of: int
    stats: TensorStats | None = None


def sampled(tensor: Tensor, bins: int, progress: Progress) -> Distribution:
    """A quick look at about a million values, spread over the tensor."""
    progress.report(0, 0, "")
    return _distribution(histogram.sample(tensor, bins), None)


def exact(tensor: Tensor, bins: int, progress: Progress) -> Distribution:
    """Every value: statistics, then the histogram over their range."""

    def half(at: int) -> Progress:
        def report(done: int, total: int, text: str) -> None:
            progress.report(at * total + done, 2 * total, text)

        return Progress(report)

    stats = tensor_stats(tensor, half(0))
    return _distribution(histogram.exact(tensor, half(1), bins, stats=stats), stats)


def _distribution(found: histogram.Histogram, stats: TensorStats | None) -> Distribution:
    if not found.counts.any():
        return Distribution(np.zeros(0), np.zeros(0), found.looked_at, stats)
    return Distribution(found.edges, found.counts, found.looked_at, stats)
