"""What is to be compared of a diff: pairs of the same bytes on both sides are one job."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from inspector.analysis.diff.elementwise import Tolerance, compared_in
from inspector.analysis.diff.model import Pair, PairValues
from inspector.analysis.diff.regions import Region, is_part, region_of
from inspector.analysis.diff.runs import Both, Piece, both_of, pieces_of, row_major_index
from inspector.analysis.diff.sums import Sums
from inspector.checkpoint.tensor import Tensor
from inspector.errors import InspectorError, say
from inspector.progress import SILENT, Progress

_REPORTED = 4096  # jobs between two reports


def jobs_of(
    pairs: Iterable[Pair], tolerance: Tolerance | None, progress: Progress = SILENT
) -> list[Job]:
    """The comparable ones of `pairs`, each ready to be read, in the order of their first pairs.

    Raises:
        Cancelled: From `progress`.
    """
    jobs: dict[tuple[object, ...], Job] = {}
    for pair in pairs:
        if pair.a is None or pair.b is None or not pair.is_comparable:
            continue
        key = (*_identity(pair.a.tensor), *_identity(pair.b.tensor))
        job = jobs.get(key)
        if job is None:
            job = jobs[key] = Job(tolerance)
        job.pairs.append(pair)
    for at, job in enumerate(jobs.values()):
        if not at % _REPORTED:
            progress.report(0, 0, say("looking for differences"))
        job.prepare()
    return [*jobs.values()]


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
class Job:
    """Pairs that are the same bytes beside the same bytes, and what is known of them so far.

    Attributes:
        differs: Whether an element is known to differ; set by the threads.
        equal: Pieces that were equal while nothing differed, whose squares are not known.
        is_done: Whether `sums` is of everything already.
        region: What is compared where a file holds only a part; None of whole tensors.
    """

    tolerance: Tolerance | None
    pairs: list[Pair] = field(default_factory=list)
    boths: list[Both] = field(default_factory=list)
    sums: Sums = field(default_factory=Sums)
    differs: bool = False
    equal: list[Piece] = field(default_factory=list)
    waiting: int = 0
    error: InspectorError | None = None
    is_done: bool = False
    region: Region | None = None

    def prepare(self) -> None:
        """Find out how to read both sides."""
        pair = self.pairs[0]
        assert pair.a is not None
        assert pair.b is not None
        x, y = pair.a.tensor, pair.b.tensor
        if is_part(x) or is_part(y):
            found = region_of(x, y)
            if not isinstance(found, Region):
                self.error = InspectorError(found)
                return
            self.region, x, y = found, found.a, found.b
        try:
            self.boths = [both_of(a, b) for a, b in _leaves(x, y)]
        except InspectorError as error:
            self.error = error
        except KeyError:
            self.error = InspectorError(say("The two tensors are not made of the same parts."))

    def end(self, sums: Sums) -> None:
        """Everything was seen: `sums` is of the whole."""
        self.sums, self.is_done = sums, True
        self.differs = sums.different > 0

    def pieces(self) -> Iterator[Piece]:
        """What is to be compared."""
        for both in self.boths if self.error is None and not self.is_done else ():
            yield from pieces_of(both)

    @property
    def nbytes(self) -> int:
        """Of both sides together."""
        return sum(both.nbytes for both in self.boths)

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
        max_at: int | None = None
        if len(self.boths) == 1 and has_numbers and sums.max_at >= 0:
            max_at = row_major_index(both, sums.max_at)
            max_at = max_at if self.region is None else self.region.place(max_at)
        return PairValues(
            index,
            same_bits=same_dtype and is_equal,
            within=is_equal if self.tolerance is None else sums.beyond == 0,
            numel=sums.numel,
            different=sums.different,
            max_abs=sums.max_abs if has_numbers and sums.both else None,
            mean_abs=sums.mean_abs if has_numbers else None,
            max_at=max_at,
            rel_l2=sums.rel_l2 if has_numbers else None,
            cosine=(1.0 if not self.differs else sums.cosine) if has_numbers else None,
            nan_a=sums.nan_a,
            nan_b=sums.nan_b,
            compared_in=compared_in(both.a.dtype, both.b.dtype) if has_numbers else None,
            note=None if self.region is None else self.region.note,
        )
