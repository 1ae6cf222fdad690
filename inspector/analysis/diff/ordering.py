"""In which order values are compared while somebody watches: what looks most different first.

At most 1 kB from the middle of each tensor is looked at, many at once. What is seen whole that way
is not read again, so that 100,000 small tensors take no longer in this order than in any other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from inspector.analysis.diff.elementwise import equal_sums
from inspector.analysis.diff.jobs import Job
from inspector.analysis.diff.runs import Piece, read_together
from inspector.analysis.diff.together import Seen, sums_of_each
from inspector.errors import InspectorError, say
from inspector.progress import SILENT, Progress

_SAMPLE = 960  # bytes of one side
_ALIGNED = 64  # elements; packed ones begin in a byte there
_AT_ONCE = 500  # samples that are read and looked at together
_UNKNOWN = 0.5  # a tensor whose bytes are not at hand may be anything

_Rank = tuple[bool, float, int]  # looks equal, minus the octave of the difference, bytes if equal


def worst_first(jobs: Sequence[Job], progress: Progress = SILENT) -> list[Job]:
    """The jobs by the relative difference of their samples, to a factor of two: where it is about
    the same the files' order is quicker to read. Those that look equal are last, smallest first.

    Of those that were seen whole `sums` is set.

    Raises:
        Cancelled: From `progress`.
    """
    ranks: list[_Rank] = []
    for start in range(0, len(jobs), _AT_ONCE):
        progress.report(0, 0, say("looking for differences"))
        ranks += _ranks(jobs[start : start + _AT_ONCE])
    order = sorted(range(len(jobs)), key=lambda at: (*ranks[at], at))
    return [jobs[at] for at in order]


def _ranks(jobs: Sequence[Job]) -> list[_Rank]:
    import numpy as np

    found: list[_Rank] = [_differing(_UNKNOWN)] * len(jobs)
    unlike: list[tuple[int, Seen]] = []
    for at, (piece, a, b) in _read(jobs):
        both = piece.both
        if not both.is_bytewise or a.tobytes() != b.tobytes():
            unlike.append((at, (piece, a, b)))
            continue
        found[at] = True, 0.0, both.nbytes
        if piece.numel == both.numel:
            jobs[at].end(equal_sums(a, both.a, False))
    with np.errstate(all="ignore"):  # a file's numbers may be anything
        each = sums_of_each([seen for _, seen in unlike], jobs[0].tolerance)
    for (at, (piece, *_)), sums in zip(unlike, each, strict=True):
        found[at] = _differing(math.inf if sums.nan_a != sums.nan_b else sums.rel_l2)
        if piece.numel == piece.both.numel:
            jobs[at].end(sums)
    return found


def _differing(relative: float | None) -> _Rank:
    """By the relative difference; None where nothing is a number."""
    if relative is None or not math.isfinite(relative):
        return False, -math.inf, 0
    return False, -math.floor(math.log2(relative)) if relative else math.inf, 0


def _read(jobs: Sequence[Job]) -> list[tuple[int, Seen]]:
    """(index, sample) of those whose bytes are at hand."""
    samples = [(at, piece) for at, job in enumerate(jobs) if (piece := _sample(job)) is not None]
    read_together([piece for _, piece in samples])
    found: list[tuple[int, Seen]] = []
    for at, piece in samples:
        data, piece.data = piece.data, None
        try:
            a, b = data or (piece.one_side("a").copy(), piece.one_side("b").copy())
        except InspectorError:
            continue  # comparing it says the same
        found.append((at, (piece, a, b)))
    return found


def _sample(job: Job) -> Piece | None:
    """The middle of both sides; None where it cannot be read just so, or there is nothing."""
    if job.error is not None or len(job.boths) != 1:
        return None
    both = job.boths[0]
    if not both.is_run or not both.numel:
        return None
    if not both.is_plain and not (both.a.inline and both.b.inline):
        return None  # unpacking up to the middle is as much work as comparing
    item = max(both.a.dtype.itemsize, both.b.dtype.itemsize, 1)
    numel = min(both.numel, max(_SAMPLE // item, 1))
    first = (both.numel - numel) // 2 // _ALIGNED * _ALIGNED
    return Piece(both, first, numel)
