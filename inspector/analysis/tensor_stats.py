"""Statistics of tensors' values: one pass, each storage read once, at most 8 MB at a time."""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.analysis.codes import element_codes, unpacked, what_is_counted
from inspector.analysis.elements import numbers
from inspector.analysis.measuring import measure_of
from inspector.analysis.moments import MAX_DISTINCT, Moments
from inspector.analysis.rows import Rows
from inspector.analysis.sweep import READING, Sweep, Target, target_of
from inspector.checkpoint.tensor import Tensor
from inspector.errors import InspectorError, Sentence
from inspector.progress import SILENT, Progress

if TYPE_CHECKING:
    import numpy as np

__all__ = ["TensorStats", "element_codes", "numbers", "stats_of", "tensor_stats", "unpacked"]


@dataclass(frozen=True, slots=True)
class TensorStats:
    """What a tensor's values are like.

    Attributes:
        numel: Elements; `finite` of them are numbers.
        minimum, maximum, mean, std: Over the finite values; None where there are none. `std` is
            the population's. Of complex tensors they are taken of the absolute values. Integers
            have integers as extremes.
        norm: Euclidean, over the finite values.
        zeros, nan, pos_inf, neg_inf: Counts.
        subnormal: How many are too small for their dtype's full precision (zeros are not); None
            where it was not asked for.
        distinct: Different values of integers and booleans, exact up to 65,536; 65,537 stands for
            more; None for other dtypes.
        rows, dead_rows: Size of the first of several dimensions, and how many of these rows are
            all zero; None where it was not asked for, or is not told by one pass.
        of: "values", "absolute values", or "int_repr" for per-channel quantized tensors.
    """

    numel: int
    finite: int
    minimum: float | None
    maximum: float | None
    mean: float | None
    std: float | None
    norm: float
    zeros: int
    nan: int
    pos_inf: int
    neg_inf: int
    subnormal: int | None = None
    distinct: int | None = None
    rows: int | None = None
    dead_rows: int | None = None
    of: str = "values"

    @property
    def inf(self) -> int:
        """Infinities of both signs."""
        return self.pos_inf + self.neg_inf

    @property
    def has_many_distinct(self) -> bool:
        """Whether there are more than 65,536 different values."""
        return self.distinct is not None and self.distinct > MAX_DISTINCT


def tensor_stats(tensor: Tensor, progress: Progress = SILENT) -> TensorStats:
    """Statistics of `tensor`; quantized per-tensor values are dequantized.

    Raises:
        Unsupported: The dtype has no numbers.
        LimitExceeded: More elements overlap than can be visited.
        InspectorError: The values cannot be read.
        Cancelled: From `progress`.
    """
    (_, found), *_ = stats_of([tensor], progress)
    if isinstance(found, InspectorError):
        raise found
    return found


def stats_of(
    tensors: Sequence[Tensor],
    progress: Progress = SILENT,
    with_rows: bool = False,
    text: Sentence = READING,
) -> Generator[tuple[int, TensorStats | InspectorError], None, None]:
    """(index, statistics or why there are none) of each tensor, as they become complete.

    Bytes that several tensors share are read once. Close the iterator to stop early.

    Args:
        with_rows: Also find the rows that are all zero, and count subnormal numbers.

    Raises:
        Cancelled: From `progress`.
    """
    jobs: dict[tuple[object, ...], _Job] = {}
    for index, tensor in enumerate(tensors):
        try:
            target = target_of(tensor)
        except InspectorError as error:
            yield index, error
            continue
        key = (*_identity(target), target.tensor.shape if with_rows else None)
        job = jobs.get(key)
        if job is None:
            job = jobs[key] = _Job(target, with_rows)
        job.tensors.append((index, target))
    yield from _complete([*jobs.values()], progress, text)


class _Job:
    """Tensors that are the same view of the same storage, and what is known of it so far."""

    def __init__(self, target: Target, with_rows: bool) -> None:
        self.target = target
        self.rows = Rows.of(target) if with_rows else None
        self.with_subnormal = with_rows
        self.tensors: list[tuple[int, Target]] = []
        self.moments = Moments()
        self.error: InspectorError | None = None
        self._measure = measure_of(target.tensor, True, with_rows)

    def visit(self, raw: np.ndarray, first: int) -> _Piece:
        """What a piece is like; called in a worker thread."""
        found = self._measure(raw)
        alive = None
        if self.rows is not None and found.zeros:
            alive = self.rows.find(raw, first)
        return first, found, alive

    def take(self, piece: _Piece) -> None:
        """Join what a piece is like."""
        first, found, alive = piece
        self.moments.join(found)
        if self.rows is not None:
            self.rows.mark(first, found.numel, alive)
        if self.moments.distinct is not None and self.moments.distinct.is_over:
            self._measure = measure_of(self.target.tensor, with_distinct=False)

    @property
    def is_complete(self) -> bool:
        """Whether every element was seen."""
        return self.moments.numel >= self.target.layout.numel

    def results(self) -> Generator[tuple[int, TensorStats | InspectorError], None, None]:
        """The statistics of each tensor; what was gathered for them is given up."""
        found, rows = self.moments, self.rows
        for index, target in self.tensors:
            if self.error is not None:
                yield index, self.error
            else:
                moments = found.repeated(target.layout.repeats)
                yield index, _stats(moments, target.tensor, rows, self.with_subnormal)
        self.moments, self.rows = Moments(), None


_Piece = tuple[int, Moments, "np.ndarray | None"]


def _complete(
    jobs: list[_Job], progress: Progress, text: Sentence
) -> Generator[tuple[int, TensorStats | InspectorError], None, None]:
    for job in jobs:
        if job.is_complete:  # nothing is in it
            yield from job.results()
    sweep = Sweep([job.target for job in jobs], lambda at, raw, first: jobs[at].visit(raw, first))
    with closing(sweep.run(progress, text)) as visits:
        for visit in visits:
            job = jobs[visit.target]
            if job.error is not None:
                continue
            if visit.result is None:
                job.error = visit.error
            else:
                job.take(visit.result)
            if job.error is not None or job.is_complete:
                yield from job.results()


def _identity(target: Target) -> tuple[object, ...]:
    tensor, layout = target.tensor, target.layout
    scale = None if tensor.quantization is None else id(tensor.quantization)
    view = (id(tensor.storage), layout.first, layout.dims, tensor.dtype.name)
    return (*view, tensor.is_neg, scale)


def _stats(found: Moments, tensor: Tensor, rows: Rows | None, with_subnormal: bool) -> TensorStats:
    count = found.finite
    return TensorStats(
        found.numel,
        count,
        found.minimum + 0 if count else None,  # -0.0 is 0.0
        found.maximum + 0 if count else None,
        found.mean if count else None,
        math.sqrt(max(found.deviation, 0.0) / count) if count else None,
        math.sqrt(found.squares),
        found.zeros,
        found.nan,
        found.pos_inf,
        found.neg_inf,
        found.subnormal if with_subnormal else None,
        None if found.distinct is None else found.distinct.count,
        None if rows is None else rows.count,
        None if rows is None else rows.dead,
        what_is_counted(tensor),
    )
