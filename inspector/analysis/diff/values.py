"""Comparing the values of pairs: equal bytes are found first, only what differs is converted.

Two threads read and compare pieces of less than 1 MB. A piece of equal bytes costs no arithmetic;
should its tensor prove different elsewhere, it is gone back to for what the norms need.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.analysis.diff.elementwise import Tolerance, equal_sums, unequal_sums
from inspector.analysis.diff.jobs import Job, jobs_of
from inspector.analysis.diff.model import PairValues, StructureDiff
from inspector.analysis.diff.ordering import worst_first
from inspector.analysis.diff.runs import Piece, read_together
from inspector.analysis.diff.sums import Sums
from inspector.analysis.diff.together import FEW, Seen, sums_of_each
from inspector.analysis.workers import map_ahead
from inspector.errors import InspectorError, say
from inspector.progress import SILENT, Progress

if TYPE_CHECKING:
    import numpy as np

_TASK = 8 << 20  # bytes of both sides that are compared between two reports
_MAY_BE_NAN = ("float", "complex")
_MOST_PIECES = 500  # of one task
_MANY, _TINY = 16, 16 << 10  # pieces, and bytes of one: then the caller's thread does it all


def compare_values(
    found: StructureDiff,
    progress: Progress = SILENT,
    tolerance: Tolerance | None = None,
    only: Iterable[int] | None = None,
    *,
    is_watched: bool = False,
) -> Generator[PairValues, None, None]:
    """The values of each comparable pair, as soon as all of it was seen.

    Close the iterator to stop early; what was given stays valid. Bytes that several pairs share in
    the same way are compared once.

    Args:
        progress: Told of bytes of both sides together, at every 8 MB at the latest.
        tolerance: What `PairValues.within` means; None stands for equal bits.
        only: Indices of the pairs to compare, in this order; all of them where it is None.
        is_watched: Whether somebody waits for the differences: in the order of `worst_first`.

    Raises:
        Cancelled: From `progress`.
    """
    chosen = found.pairs if only is None else [found.pairs[index] for index in only]
    jobs = jobs_of(chosen, tolerance, progress)
    yield from _run(worst_first(jobs, progress) if is_watched else jobs, progress)


@dataclass(slots=True)
class _Work:
    """A piece to compare, or to go back to for its squares; `nbytes` are of both sides."""

    job: Job
    piece: Piece
    nbytes: int
    is_again: bool = False


_Done = tuple[_Work, "Sums | InspectorError | None"]


def _run(jobs: list[Job], progress: Progress) -> Generator[PairValues, None, None]:
    total = sum(job.nbytes for job in jobs)
    done, text = sum(job.nbytes for job in jobs if job.is_done), say("comparing values")
    progress.report(done, total, text)
    again: deque[_Work] = deque()
    finished: deque[Job] = deque()
    tasks: Iterable[list[_Work]] = _tasks(jobs, again, finished)
    while True:
        with closing(map_ahead(_compare, tasks, _are_tiny)) as results:
            for task in results:
                for work, sums in task:
                    done += 0 if work.is_again else work.nbytes
                    _take(work, sums, again, finished)
                while finished:
                    yield from finished.popleft().results()
                progress.report(min(done, total), total, text)
        while finished:
            yield from finished.popleft().results()
        if not again:
            return
        tasks = [[again.popleft()] for _ in range(len(again))]


def _nbytes(piece: Piece) -> int:
    return piece.both.a.dtype.nbytes(piece.numel) + piece.both.b.dtype.nbytes(piece.numel)


def _tasks(jobs: list[Job], again: deque[_Work], finished: deque[Job]) -> Iterator[list[_Work]]:
    """Pieces in groups of at most 8 MB, drawn in the caller's thread; an empty group where many
    jobs had nothing to read."""
    group: list[_Work] = []
    nbytes = 0
    for job in jobs:
        job.waiting = 1  # this loop itself
        for piece in job.pieces():
            size = _nbytes(piece)
            if group and (nbytes + size > _TASK or len(group) >= _MOST_PIECES):
                yield group
                while again:
                    yield [again.popleft()]
                group, nbytes = [], 0
            job.waiting += 1
            group.append(_Work(job, _ahead(job, piece), size))
            nbytes += size
        _settle(job, again, finished)
        if len(finished) >= _MOST_PIECES:
            yield group
            group, nbytes = [], 0
    if group:
        yield group


def _ahead(job: Job, piece: Piece) -> Piece:
    """Read what threads must not read out of order: bytes that are unpacked or assembled."""
    if not piece.both.is_plain:
        job.differs = job.differs or not piece.both.is_bytewise
        try:
            piece.data = piece.read()
        except InspectorError as error:
            job.error = job.error or error
    return piece


def _are_tiny(task: list[_Work]) -> bool:
    """Whether what surrounds the bytes costs more than they do, and holds the GIL meanwhile."""
    return len(task) > _MANY and sum(work.nbytes for work in task) < len(task) * _TINY


def _compare(task: list[_Work]) -> list[_Done]:
    """In a worker thread."""
    import numpy as np

    are_tiny = _are_tiny(task)
    if are_tiny:
        read_together([work.piece for work in task])
    found: list[Sums | InspectorError | None] = [None] * len(task)
    few: list[tuple[int, Seen]] = []
    with np.errstate(all="ignore"):  # a file's numbers may be anything
        for at, work in enumerate(task):
            try:
                known = None if work.job.error else _glance(work)
                if not isinstance(known, tuple):
                    found[at] = known
                elif are_tiny and work.piece.numel <= FEW:
                    few.append((at, known))
                else:
                    _, a, b = known
                    left, right = work.piece.both.a, work.piece.both.b
                    found[at] = _noted(work, unequal_sums(a, b, left, right, work.job.tolerance))
            except InspectorError as error:
                found[at] = error
            work.piece.data = None
        each = sums_of_each([seen for _, seen in few], task[0].job.tolerance) if few else []
    for (at, _), sums in zip(few, each, strict=True):
        found[at] = _noted(task[at], sums)
    return [*zip(task, found, strict=True)]


def _glance(work: _Work) -> Sums | Seen:
    """The sums where equal bits say them, else the elements."""
    job, piece = work.job, work.piece
    both = piece.both
    if work.is_again:
        return equal_sums(piece.one_side("a"), both.a, both.has_numbers)
    is_number = both.a.dtype.kind in _MAY_BE_NAN
    is_one_by_one = piece.data is None and piece.is_small
    if not is_number and not job.differs and is_one_by_one and piece.are_equal_bytes():
        job.equal.append(piece)
        return Sums(piece.numel, piece.numel, max_abs=0.0)
    a, b = piece.read()
    if both.is_bytewise and _are_equal(a, b):
        differs = job.differs  # asked once: the other thread may find out meanwhile
        if not differs:
            job.equal.append(piece)
        return equal_sums(a, both.a, both.has_numbers and differs)
    if piece.data is None and piece.numel <= FEW:
        a, b = a.copy(), b.copy()  # where they were read to the next piece will be
    return piece, a, b


def _noted(work: _Work, sums: Sums) -> Sums:
    """Sums of elements whose bits differ; their values may be the same."""
    if sums.max_at >= 0:
        sums.max_at += work.piece.first
    if sums.different:
        work.job.differs = True
    return sums


def _are_equal(a: np.ndarray, b: np.ndarray) -> bool:
    """Whether all bits are equal, eight bytes at a time."""
    if a.nbytes <= _TINY:
        return a.tobytes() == b.tobytes()
    x, y = a.view("u1"), b.view("u1")
    whole = x.size // 8 * 8
    if (x[:whole].view("<u8") != y[:whole].view("<u8")).any():
        return False
    return not (x[whole:] != y[whole:]).any()


def _take(
    work: _Work, sums: Sums | InspectorError | None, again: deque[_Work], finished: deque[Job]
) -> None:
    job = work.job
    if isinstance(sums, InspectorError):
        job.error = job.error or sums
    elif sums is not None and work.is_again:
        job.sums.aa += sums.aa
        job.sums.bb += sums.aa
        job.sums.ab += sums.aa
    elif sums is not None and job.sums.numel:
        job.sums.join(sums)
    elif sums is not None:
        job.sums = sums
    _settle(job, again, finished)


def _settle(job: Job, again: deque[_Work], finished: deque[Job]) -> None:
    """One thing that a job waited for is done."""
    job.waiting -= 1
    if job.waiting:
        return
    if job.differs and job.equal and job.error is None:
        job.waiting = len(job.equal)
        again.extend(_Work(job, piece, _nbytes(piece), True) for piece in job.equal)
        job.equal = []
    else:
        job.equal.clear()
        finished.append(job)
