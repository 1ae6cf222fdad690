"""One pair of tensors looked at closely: histograms, a picture of the difference, first elements.

Everything of bounded size, whatever the tensors: two passes over both, a megabyte at a time.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inspector.analysis.codes import reals
from inspector.analysis.diff.regions import Region, is_part, region_of
from inspector.analysis.elements import gather
from inspector.analysis.views import Boxes, check_numbers, logical, part
from inspector.checkpoint.tensor import LOCAL, Tensor
from inspector.progress import SILENT, Progress

if TYPE_CHECKING:
    import numpy as np

BINS = 128
HEAT = 256  # blocks in either direction, at most
FIRST = 200  # elements that are listed
_PIECE = 1 << 17  # elements at once


@dataclass(frozen=True, slots=True)
class Difference:
    """Element `at` (an index of each dimension) is `a` on the left and `b` on the right."""

    at: tuple[int, ...]
    a: float
    b: float


@dataclass(slots=True)
class Closeup:
    """Differences are b - a, of elements that are finite on both sides.

    Attributes:
        edges: Of the bins that `counts_a` and `counts_b` are of; None where there is no number.
        counts_a, counts_b: None for a side that is not there.
        delta_edges, delta_counts: Of the differences; None where the shapes differ.
        heat: The largest absolute difference of each block of the tensor as a matrix, rows being
            the first dimension; NaN where there is none.
        rows, columns: Of that matrix.
        first: Elements that differ, in row-major order.
        different: Elements that differ; two NaN do not.
        mean, std: Of the differences.
    """

    numel: int = 0
    edges: np.ndarray | None = None
    counts_a: np.ndarray | None = None
    counts_b: np.ndarray | None = None
    delta_edges: np.ndarray | None = None
    delta_counts: np.ndarray | None = None
    heat: np.ndarray | None = None
    rows: int = 0
    columns: int = 0
    first: list[Difference] = field(default_factory=list)
    different: int = 0
    mean: float = math.nan
    std: float = math.nan


def closeup(a: Tensor | None, b: Tensor | None, progress: Progress = SILENT) -> Closeup:
    """Look at two tensors, or at one that has no counterpart.

    Raises:
        InspectorError: One of them has no numbers, or cannot be read.
        Cancelled: From `progress`.
    """
    start: tuple[int, ...] = ()
    are_apart = False
    if a is not None and b is not None and a.shape == b.shape and (is_part(a) or is_part(b)):
        found = region_of(a, b)
        are_apart = not isinstance(found, Region)
        if isinstance(found, Region):
            a, b = found.a, found.b
            start = tuple(each.start for each in found.ranges or ())
    sides = [_ready(tensor) for tensor in (a, b)]
    left, right = sides
    if left is None or right is None or left.shape != right.shape or are_apart:
        return _apart(sides, progress)
    return _Both(left, right, start, progress).look()


def _ready(tensor: Tensor | None) -> Tensor | None:
    if tensor is None:
        return None
    if is_part(tensor) and tensor.parts is not None:
        tensor = tensor.parts[LOCAL]
    tensor = logical(tensor)
    check_numbers(tensor)
    return tensor


def _pieces(tensor: Tensor) -> Iterator[np.ndarray]:
    for box in Boxes(tensor.shape or (), _PIECE):
        yield reals(gather(part(tensor, box)).reshape(-1), tensor)


def _nbytes(*tensors: Tensor | None) -> int:
    return sum(t.dtype.nbytes(t.numel or 0) for t in tensors if t is not None)


def _apart(sides: list[Tensor | None], progress: Progress) -> Closeup:
    """Sides that cannot be compared element by element: their histograms over the same bins."""
    range_ = _Range()
    total, done = 2 * _nbytes(*sides), 0
    for side in sides:
        for values in _pieces(side) if side is not None else ():
            range_.take(values)
            done += values.nbytes
            progress.report(min(done, total), total, "")
    found = Closeup(max((side.numel or 0) for side in sides if side is not None))
    found.edges = range_.edges()
    for name, side in zip(("counts_a", "counts_b"), sides, strict=True):
        if side is None or found.edges is None:
            continue
        counts = _zeros()
        for values in _pieces(side):
            counts += _counted(values, found.edges)
            done += values.nbytes
            progress.report(min(done, total), total, "")
        setattr(found, name, counts)
    return found


class _Both:
    """Two tensors of one shape; `start` is where they begin in the whole they are a part of."""

    def __init__(self, a: Tensor, b: Tensor, start: tuple[int, ...], progress: Progress) -> None:
        self._a, self._b, self._progress = a, b, progress
        self._start = start or (0,) * len(a.shape or ())
        shape = a.shape or ()
        self.found = Closeup(a.numel or 0)
        self.found.rows = shape[0] if len(shape) > 1 else 1
        self.found.columns = (a.numel or 0) // max(self.found.rows, 1)
        self._total, self._done = 2 * _nbytes(a, b), 0

    def look(self) -> Closeup:
        """Two passes: extremes and elements, then counts."""
        import numpy as np

        found, values_of, delta_of = self.found, _Range(), _Range()
        picture = _Picture(found.rows, found.columns)
        sums = np.zeros(3)
        with np.errstate(all="ignore"):
            for start, x, y in self._both():
                values_of.take(x)
                values_of.take(y)
                delta = y - x
                self._note_first(start, x, y)
                delta_of.take(delta)
                picture.take(start, np.abs(delta))
                finite = delta[np.isfinite(delta)]
                sums += (finite.size, finite.sum(), np.square(finite).sum())
            found.edges, found.delta_edges = values_of.edges(), delta_of.edges(around_zero=True)
            self._count()
        if sums[0]:
            found.mean = float(sums[1] / sums[0])
            found.std = math.sqrt(max(float(sums[2] / sums[0]) - found.mean**2, 0.0))
        found.heat = picture.heat()
        return found

    def _both(self) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
        start = 0
        for x, y in zip(_pieces(self._a), _pieces(self._b), strict=True):
            yield start, x.astype("f8", copy=False), y.astype("f8", copy=False)
            start += len(x)
            self._done += self._a.dtype.nbytes(len(x)) + self._b.dtype.nbytes(len(y))
            self._progress.report(min(self._done, self._total), self._total, "")

    def _note_first(self, start: int, x: np.ndarray, y: np.ndarray) -> None:
        import numpy as np

        found, shape = self.found, self._a.shape or ()
        differs = np.flatnonzero((x != y) & ~(np.isnan(x) & np.isnan(y)))
        found.different += len(differs)
        for at in differs[: FIRST - len(found.first)].tolist():
            here = np.unravel_index(start + at, shape) if shape else ()
            place = tuple(int(n) + m for n, m in zip(here, self._start, strict=True))
            found.first.append(Difference(place, float(x[at]), float(y[at])))

    def _count(self) -> None:
        found = self.found
        if found.edges is None:
            return
        found.counts_a, found.counts_b = _zeros(), _zeros()
        if found.delta_edges is not None:
            found.delta_counts = _zeros()
        for _, x, y in self._both():
            found.counts_a += _counted(x, found.edges)
            found.counts_b += _counted(y, found.edges)
            if found.delta_counts is not None and found.delta_edges is not None:
                found.delta_counts += _counted(y - x, found.delta_edges)


class _Range:
    """The extremes of finite numbers."""

    def __init__(self) -> None:
        self.low, self.high = math.inf, -math.inf

    def take(self, values: np.ndarray) -> None:
        import numpy as np

        finite = values[np.isfinite(values)]
        if finite.size:
            self.low = min(self.low, float(finite.min()))
            self.high = max(self.high, float(finite.max()))

    def edges(self, *, around_zero: bool = False) -> np.ndarray | None:
        """Of `BINS` bins of one width; None without a number."""
        import numpy as np

        if self.low > self.high:
            return None
        low, high = self.low, self.high
        if around_zero:
            high = max(abs(low), abs(high))
            low = -high
        # Further out, the width of the whole is no float64.
        low, high = max(low, -8e307), min(high, 8e307)
        if not high - low > abs(high) * 1e-12:
            room = abs(high) * 0.01 or 0.5
            low, high = low - room, high + room
        return np.linspace(low, high, BINS + 1)


def _zeros() -> np.ndarray:
    import numpy as np

    return np.zeros(BINS, np.int64)


def _counted(values: np.ndarray, edges: np.ndarray) -> np.ndarray:
    import numpy as np

    finite = values[np.isfinite(values)]
    counts: np.ndarray = np.histogram(finite, BINS, (edges[0], edges[-1]))[0]
    return counts


class _Picture:
    """The largest number of each block of a matrix that comes in row-major pieces."""

    def __init__(self, rows: int, columns: int) -> None:
        import numpy as np

        self._columns = columns
        self._down = max(1, -(-rows // HEAT))
        self._across = max(1, -(-columns // HEAT))
        shape = -(-rows // self._down), -(-columns // self._across)
        self._blocks = np.full(shape, np.nan)

    def take(self, start: int, values: np.ndarray) -> None:
        """Values from the row-major index `start` on."""
        import numpy as np

        if not values.size:
            return
        rows = np.arange(start // self._columns, (start + len(values) - 1) // self._columns + 1)
        firsts = np.arange(0, self._columns, self._across)
        bounds = (rows[:, None] * self._columns + firsts[None, :]).reshape(-1)
        bounds = bounds[(bounds > start) & (bounds < start + len(values))]
        bounds = np.concatenate([[start], bounds])
        largest = np.fmax.reduceat(np.where(np.isfinite(values), values, np.nan), bounds - start)
        row, column = np.divmod(bounds, self._columns)
        np.fmax.at(self._blocks, (row // self._down, column // self._across), largest)

    def heat(self) -> np.ndarray:
        """float32, NaN where there was no number."""
        found: np.ndarray = self._blocks.astype("f4")
        return found
