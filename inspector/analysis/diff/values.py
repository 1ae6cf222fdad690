"""Comparing the values of pairs: equal bytes are found first, only what differs is converted.

Two threads read and compare pieces of less than 1 MB. A piece of equal bytes costs no arithmetic;
should its tensor prove different elsewhere, it is gone back to for what the norms need.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inspector.analysis.diff.elementwise import (
    Tolerance,
    compared_in,
    equal_sums,
    unequal_sums,
)
from inspector.analysis.diff.model import Pair, PairValues, StructureDiff
from inspector.analysis.diff.runs import (
    Both,
    Piece,
    both_of,
    pieces_of,
    read_together,
    row_major_index,
)
from inspector.analysis.diff.sums import Sums
from inspector.analysis.workers import map_ahead
from inspector.checkpoint.tensor import Tensor
from inspector.errors import InspectorError
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
    order: Sequence[int] | None = None,
) -> Generator[PairValues, None, None]:
    """The values of each comparable pair, as soon as all of it was seen.

    Close the iterator to stop early; what was given stays valid. Bytes that several pairs share in
    the same way are compared once.

    Args:
        progress: Told of bytes of both sides together, at every 8 MB at the latest.
        tolerance: What `PairValues.within` means; None stands for equal bits.
        order: Indices of the pairs to compare, in this order; all of them where it is None.

    Raises:
        Cancelled: From `progress`.
    """
    chosen = found.pairs if order is None else [found.pairs[index] for index in order]
    jobs: dict[tuple[object, ...], _Job] = {}
    for pair in chosen:
        if pair.a is None or pair.b is None or not pair.is_comparable:
            continue
        key = (*_identity(pair.a.tensor), *_identity(pair.b.tensor))
        jobs.setdefault(key, _Job(tolerance)).pairs.append(pair)
    yield from _run([*jobs.values()], progress)


def _identity(tensor: Tensor) -> tuple[object, ...]:
    if tensor.parts or tensor.storage is None:
        return (id(tensor),)
    view = (id(tensor.storage), tensor.storage_offset, tensor.shape, tensor.stride)
    return (*view, tensor.dtype.name, tensor.is_conj, tensor.is_neg, id(tensor.quantization))


def _leaves(a: Tensor, b: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
    """The tensors two tensors are made of; themselves where they are of one piece."""
    if not a.parts or not b.parts:
        yield a, b
        return
    for name, part in a.parts.items():
        yield from _leaves(part, b.parts[name])


@dataclass(slots=True)
class _Job:
    """Pairs that are the same bytes beside the same bytes, and what is known of them so far.

    Attributes:
        differs: Whether an element is known to differ; set by the threads.
        equal: Pieces that were equal while nothing differed, whose squares are not known.
    """

    tolerance: Tolerance | None
    pairs: list[Pair] = field(default_factory=list)
    boths: list[Both] = field(default_factory=list)
    sums: Sums = field(default_factory=Sums)
    differs: bool = False
    equal: list[Piece] = field(default_factory=list)
    waiting: int = 0
    error: InspectorError | None = None

    def prepare(self) -> None:
        """Find out how to read both sides."""
        pair = self.pairs[0]
        assert pair.a is not None
        assert pair.b is not None
        try:
            self.boths = [both_of(a, b) for a, b in _leaves(pair.a.tensor, pair.b.tensor)]
        except InspectorError as error:
            self.error = error
        except KeyError:
            self.error = InspectorError("The two tensors are not made of the same parts.")

    def results(self) -> Iterator[PairValues]:
        """What there is to say."""
        for pair in self.pairs:
            yield self._values(pair.index)

    def _values(self, index: int) -> PairValues:
        if self.error is not None:
            return PairValues(index, error=self.error)
        sums, both = self.sums, self.boths[0]
        same_dtype = all(both.a.dtype is both.b.dtype for both in self.boths)
        is_equal = sums.different == 0
        has_numbers = all(both.has_numbers for both in self.boths)
        max_at = sums.max_at if len(self.boths) == 1 else -1
        return PairValues(
            index,
            same_bits=same_dtype and is_equal,
            within=is_equal if self.tolerance is None else sums.beyond == 0,
            numel=sums.numel,
            different=sums.different,
            max_abs=sums.max_abs if has_numbers and sums.both else None,
            mean_abs=sums.mean_abs if has_numbers else None,
            max_at=row_major_index(both, max_at) if has_numbers and max_at >= 0 else None,
            rel_l2=sums.rel_l2 if has_numbers else None,
            cosine=(1.0 if not self.differs else sums.cosine) if has_numbers else None,
            nan_a=sums.nan_a,
            nan_b=sums.nan_b,
            compared_in=compared_in(both.a.dtype, both.b.dtype) if has_numbers else None,
        )


@dataclass(slots=True)
class _Work:
    """A piece to compare, or to go back to for its squares."""

    job: _Job
    piece: Piece
    is_again: bool = False


_Done = tuple[_Work, "Sums | InspectorError | None"]


def _run(jobs: list[_Job], progress: Progress) -> Generator[PairValues, None, None]:
    for job in jobs:
        job.prepare()
    total = sum(both.nbytes for job in jobs for both in job.boths)
    done, text = 0, "comparing values"
    progress.report(0, total, text)
    again: deque[_Work] = deque()
    finished: deque[_Job] = deque()
    tasks: Iterable[list[_Work]] = _tasks(jobs, again, finished)
    while True:
        with closing(map_ahead(_compare, tasks, _are_tiny)) as results:
            for task in results:
                for work, sums in task:
                    done += 0 if work.is_again else _nbytes(work.piece)
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


def _tasks(jobs: list[_Job], again: deque[_Work], finished: deque[_Job]) -> Iterator[list[_Work]]:
    """Pieces in groups of at most 8 MB, drawn in the caller's thread."""
    group: list[_Work] = []
    nbytes = 0
    for job in jobs:
        job.waiting = 1  # this loop itself
        for both in job.boths if job.error is None else ():
            for piece in pieces_of(both):
                size = _nbytes(piece)
                if group and (nbytes + size > _TASK or len(group) >= _MOST_PIECES):
                    yield group
                    while again:
                        yield [again.popleft()]
                    group, nbytes = [], 0
                job.waiting += 1
                group.append(_Work(job, _ahead(job, piece)))
                nbytes += size
        _settle(job, again, finished)
    if group:
        yield group


def _ahead(job: _Job, piece: Piece) -> Piece:
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
    return len(task) > _MANY and sum(_nbytes(work.piece) for work in task) < len(task) * _TINY


def _compare(task: list[_Work]) -> list[_Done]:
    """In a worker thread."""
    import numpy as np

    found: list[_Done] = []
    if _are_tiny(task):
        read_together([work.piece for work in task])
    with np.errstate(all="ignore"):  # a file's numbers may be anything
        for work in task:
            try:
                found.append((work, None if work.job.error else _sums(work)))
            except InspectorError as error:
                found.append((work, error))
            work.piece.data = None
    return found


def _sums(work: _Work) -> Sums:
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
    found = unequal_sums(a, b, both.a, both.b, job.tolerance)
    if found.max_at >= 0:
        found.max_at += piece.first
    if found.different:
        job.differs = True
    return found


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
    work: _Work, sums: Sums | InspectorError | None, again: deque[_Work], finished: deque[_Job]
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


def _settle(job: _Job, again: deque[_Work], finished: deque[_Job]) -> None:
    """One thing that a job waited for is done."""
    job.waiting -= 1
    if job.waiting:
        return
    if job.differs and job.equal and job.error is None:
        job.waiting = len(job.equal)
        again.extend(_Work(job, piece, True) for piece in job.equal)
        job.equal = []
    else:
        job.equal.clear()
        finished.append(job)
