"""How the values of a tensor are spread: a quick sample, and every value; runs in workers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from inspector.analysis.codes import reals
from inspector.analysis.elements import gather
from inspector.analysis.tensor_stats import TensorStats, numbers, tensor_stats
from inspector.analysis.views import logical, part
from inspector.checkpoint.tensor import Tensor
from inspector.progress import Progress

SAMPLE = 1_000_000
_RUNS = 256
_PIECE = 1 << 20


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
    whole = logical(tensor)
    shape = whole.shape or ()
    axis = max(range(len(shape)), key=lambda at: shape[at])
    inner = max(1, math.prod(shape) // shape[axis])
    length = max(1, min(shape[axis], SAMPLE // inner))
    runs = min(_RUNS, length)
    each = length // runs
    pieces = []
    for run in range(runs):
        progress.report(0, 0, "")
        chosen = [range(min(size, _PIECE)) for size in shape]
        start = run * (shape[axis] - each) // max(runs - 1, 1)
        chosen[axis] = range(start, start + each)
        piece = part(whole, chosen)
        pieces.append(reals(gather(piece), piece).reshape(-1).astype("f8"))
    values = np.concatenate(pieces)
    low, high = _range(values)
    if low is None or high is None:
        return Distribution(np.zeros(0), np.zeros(0), len(values))
    return Distribution(_edges(low, high, bins), _counts(values, low, high, bins), len(values))


def exact(tensor: Tensor, bins: int, progress: Progress) -> Distribution:
    """Every value: statistics, then the histogram over their range."""
    total = tensor.nbytes or 0

    def second(done: int, _: int, text: str) -> None:
        progress.report(total + done, 2 * total, text)

    first = Progress(lambda done, _, text: progress.report(done, 2 * total, text))
    stats = tensor_stats(tensor, first)
    if stats.minimum is None or stats.maximum is None:
        return Distribution(np.zeros(0), np.zeros(0), stats.numel, stats)
    low, high = _room(float(stats.minimum), float(stats.maximum))
    counts = np.zeros(bins, np.int64)
    for piece in numbers(tensor, Progress(second)):
        for at in range(0, piece.size, _PIECE):
            counts += _counts(piece[at : at + _PIECE], low, high, bins)
    return Distribution(_edges(low, high, bins), counts, stats.numel, stats)


def _range(values: np.ndarray) -> tuple[float | None, float | None]:
    finite = values[np.isfinite(values)]
    return _room(float(finite.min()), float(finite.max())) if finite.size else (None, None)


def _room(low: float, high: float) -> tuple[float, float]:
    """A range that has a width, the only value in its middle."""
    if high > low:
        return low, high
    half = abs(low) * 1e-3 or 0.5
    return low - half, high + half


def _edges(low: float, high: float, bins: int) -> np.ndarray:
    # Of halves: the distance of the largest float64 from the smallest is none.
    return 2 * np.linspace(low / 2, high / 2, bins + 1)


def _counts(values: np.ndarray, low: float, high: float, bins: int) -> np.ndarray:
    """As np.histogram does, through integers: three times as fast."""
    values = values.astype("f4" if values.dtype.itemsize <= 4 and bins <= 512 else "f8")
    values = values[np.isfinite(values)]
    scale = bins / (high / 2 - low / 2)
    codes = ((values.astype("f8") / 2 - low / 2) * scale).astype(np.int64)
    np.clip(codes, 0, bins - 1, out=codes)
    return np.bincount(codes, minlength=bins)
