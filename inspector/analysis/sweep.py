"""One pass over the elements of many tensors: every byte once, in two threads, 8 MB at a time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from inspector.analysis.elements import as_stored, gather, is_plain, read_into, stored
from inspector.analysis.scratch import scratch
from inspector.analysis.views import (
    Boxes,
    Layout,
    arranged,
    check_numbers,
    layout_of,
    logical,
    part,
)
from inspector.analysis.workers import map_ahead
from inspector.checkpoint.tensor import Storage, Tensor
from inspector.errors import InspectorError, Sentence, say
from inspector.progress import SILENT, Progress

if TYPE_CHECKING:
    import numpy as np

READING = say("reading values")

R = TypeVar("R")

# Bytes read and visited at once: few enough for the CPU's cache, enough for the threads not to meet
# at the GIL all the time. A multiple of 48 KiB is whole elements of every dtype (6-bit ones are
# four in three bytes) and whole blocks of those that are summed in blocks.
_PIECE = 42 * (48 << 10)
_WINDOW = 4 * _PIECE  # bytes of one task
_MOST_SPANS = 500  # of one task
_MOST_VISITED = 8 * _WINDOW  # bytes of one window, counted for each tensor on it


@dataclass(frozen=True, slots=True)
class Target:
    """A tensor that can be visited.

    Attributes:
        tensor: As `views.logical` gives it.
        start, end: Bytes of the storage, where the elements are one run; both 0 otherwise.
    """

    tensor: Tensor
    layout: Layout
    start: int
    end: int


def target_of(tensor: Tensor) -> Target:
    """How to visit `tensor`.

    Raises:
        InspectorError: It has no numbers, or they cannot be read.
    """
    tensor = logical(tensor)
    check_numbers(tensor)
    layout = layout_of(tensor)
    dtype, last = tensor.dtype, layout.first + layout.numel
    if not layout.is_run or layout.first % dtype.per_item:
        return Target(tensor, layout, 0, 0)
    return Target(tensor, layout, dtype.nbytes(layout.first), dtype.nbytes(last))


@dataclass(slots=True)
class Visit(Generic[R]):
    """What the visit of a piece gave; `result` is None where it failed with `error`."""

    target: int
    result: R | None
    error: InspectorError | None = None


@dataclass(slots=True)
class _Span:
    """Bytes of a storage to read once for the targets `uses`, or a box of one target.

    Attributes:
        data: What was read in the caller's thread already, or why it was not.
    """

    storage: Storage
    start: int
    end: int
    uses: list[int]
    box: list[range] | None = None
    data: bytes | np.ndarray | InspectorError | None = None


class Sweep(Generic[R]):
    """Visits every element of `targets` in pieces.

    Args:
        visit: Called in worker threads as visit(index of the target, flat array of its stored
            elements (`elements.raw_dtype`), index of the first of them).
    """

    def __init__(
        self, targets: Sequence[Target], visit: Callable[[int, np.ndarray, int], R]
    ) -> None:
        self._targets = targets
        self._visit = visit

    def run(
        self, progress: Progress = SILENT, text: Sentence = READING
    ) -> Generator[Visit[R], None, None]:
        """The results, piece by piece in a fixed order. Close the iterator to stop early.

        Raises:
            Cancelled: From `progress`, which is told after every 8 MB at the latest.
        """
        windows = [*self._windows()]
        strided = [index for index, target in enumerate(self._targets) if not target.end]
        total = sum(span.end - span.start for span in windows)
        for index in strided:
            target = self._targets[index]
            total += target.tensor.dtype.nbytes(target.layout.numel)
        progress.report(0, total, text)
        done = 0
        spans = chain(windows, *(self._boxes(index) for index in strided))
        with closing(map_ahead(self._work, self._tasks(spans))) as results:
            for nbytes, visits in results:
                yield from visits
                done += nbytes
                progress.report(done, total, text)

    def _windows(self) -> Iterator[_Span]:
        """Windows of each storage, in order of first use; what no target covers is left out."""
        groups: dict[int, list[int]] = {}
        for index, target in enumerate(self._targets):
            if target.end:
                groups.setdefault(id(target.tensor.storage), []).append(index)
        for indices in groups.values():
            yield from self._windows_of(sorted(indices, key=lambda at: self._targets[at].start))

    def _windows_of(self, indices: list[int]) -> Iterator[_Span]:
        """Windows of one storage; `indices` are its targets, by their start."""
        targets = self._targets
        storage = targets[indices[0]].tensor.storage
        assert storage is not None
        active: list[int] = []
        ahead = 0
        for low, high in _joined((targets[at].start, targets[at].end) for at in indices):
            while low < high:
                end = min(high, low - low % _WINDOW + _WINDOW)
                while ahead < len(indices) and targets[indices[ahead]].start < end:
                    active.append(indices[ahead])
                    ahead += 1
                for uses in self._bounded(active, low, end):
                    yield _Span(storage, low, end, uses)
                active = [index for index in active if targets[index].end > end]
                low = end

    def _bounded(self, active: list[int], low: int, end: int) -> Iterator[list[int]]:
        """`active` in groups that do not visit a window over and over without a pause."""
        group: list[int] = []
        left = _MOST_VISITED
        for index in active:
            target = self._targets[index]
            group.append(index)
            left -= min(end, target.end) - max(low, target.start)
            if left <= 0:
                yield group
                group, left = [], _MOST_VISITED
        if group:
            yield group

    def _boxes(self, index: int) -> Iterator[_Span]:
        target = self._targets[index]
        dtype, storage = target.tensor.dtype, target.tensor.storage
        assert storage is not None
        limit = _PIECE * dtype.per_item // dtype.itemsize
        at = 0
        for box in Boxes([size for size, _ in target.layout.dims], limit):
            numel = 1
            for chosen in box:
                numel *= len(chosen)
            yield _Span(storage, at, at + numel, [index], box)
            at += numel

    def _tasks(self, spans: Iterable[_Span]) -> Iterator[list[_Span]]:
        """Spans in groups of at most 8 MB, drawn in the caller's thread."""
        group: list[_Span] = []
        nbytes = 0
        for span in spans:
            size = _size(span, self._targets)
            if group and (nbytes + size > _WINDOW or len(group) >= _MOST_SPANS):
                yield group
                group, nbytes = [], 0
            self._ahead(span)
            group.append(span)
            nbytes += size
        if group:
            yield group

    def _ahead(self, span: _Span) -> None:
        """Read what threads must not read out of order: bytes that are unpacked or assembled."""
        if is_plain(span.storage):
            return
        try:
            if span.box is not None:
                span.data = self._gathered(span)
            else:
                span.data = stored(span.storage, span.start, span.end - span.start)
        except InspectorError as error:
            span.data = error

    def _gathered(self, span: _Span) -> np.ndarray:
        import numpy as np

        target = self._targets[span.uses[0]]
        assert span.box is not None
        view = part(arranged(target.tensor, target.layout), span.box)
        return np.ascontiguousarray(gather(view)).reshape(-1)

    def _work(self, spans: list[_Span]) -> tuple[int, list[Visit[R]]]:
        """(bytes done, results) of one task."""
        import numpy as np

        with np.errstate(all="ignore"):  # a file's numbers may be anything
            return self._visited(spans)

    def _visited(self, spans: list[_Span]) -> tuple[int, list[Visit[R]]]:
        found: list[Visit[R]] = []
        nbytes = 0
        for span in spans:
            nbytes += _size(span, self._targets)
            try:
                if isinstance(span.data, InspectorError):
                    raise span.data
                if span.box is not None:
                    raw = self._gathered(span) if span.data is None else span.data
                    result = self._visit(span.uses[0], raw, span.start)  # type: ignore[arg-type]
                    found.append(Visit(span.uses[0], result))
                else:
                    self._read(span, found)
            except InspectorError as error:
                found += [Visit(index, None, error) for index in span.uses]
            span.data = None
        return nbytes, found

    def _read(self, span: _Span, found: list[Visit[R]]) -> None:
        import numpy as np

        low = span.start
        while low < span.end:
            high = min(span.end, low - low % _PIECE + _PIECE)
            if isinstance(span.data, bytes):
                part_of = span.data[low - span.start : high - span.start]
                piece = np.frombuffer(part_of, np.uint8)
            else:
                piece = scratch("piece", _PIECE, "u1")[: high - low]
                read_into(span.storage, low, piece)
            for index in span.uses:
                target = self._targets[index]
                start, end = max(low, target.start), min(high, target.end)
                if start < end:
                    self._use(index, piece[start - low : end - low], start - target.start, found)
            low = high

    def _use(self, index: int, piece: np.ndarray, at: int, found: list[Visit[R]]) -> None:
        """Visit the bytes `piece` of a target that begin `at` bytes behind its first one."""
        target = self._targets[index]
        dtype, storage = target.tensor.dtype, target.tensor.storage
        first = at // dtype.itemsize * dtype.per_item
        raw = as_stored(piece, dtype, storage is not None and storage.is_big_endian)
        found.append(Visit(index, self._visit(index, raw[: target.layout.numel - first], first)))


def _joined(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges by their start, those that touch as one."""
    low = high = -1
    for start, end in ranges:
        if start > high:
            if high > low:
                yield low, high
            low, high = start, end
        high = max(high, end)
    if high > low:
        yield low, high


def _size(span: _Span, targets: Sequence[Target]) -> int:
    if span.box is None:
        return span.end - span.start
    return targets[span.uses[0]].tensor.dtype.nbytes(span.end - span.start)
