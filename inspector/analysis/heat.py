"""A plane of any size as a picture of at most 1,000 x 1,000 blocks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from inspector.analysis.codes import reals
from inspector.analysis.elements import gather
from inspector.analysis.slices import Plane, Slice, plane
from inspector.analysis.views import check_numbers, layout_of, part
from inspector.analysis.workers import map_ahead
from inspector.checkpoint.tensor import Tensor
from inspector.errors import say
from inspector.progress import SILENT, Progress

if TYPE_CHECKING:
    import numpy as np

How = Literal["mean", "max_abs", "point"]
_PIECE = 1 << 19  # elements read and reduced at once


@dataclass(frozen=True, slots=True)
class Heat:
    """A plane in blocks; complex numbers by their absolute value.

    Attributes:
        values: float32; the mean or the largest absolute value of the finite numbers of each
            block, or its first number; NaN where there is none.
        has_bad: For each block whether it holds NaN or Inf; None where no block does.
        row_step, column_step: Size of a block; the last ones may be smaller.
        height, width: Of the plane.
    """

    values: np.ndarray
    has_bad: np.ndarray | None
    row_step: int
    column_step: int
    height: int
    width: int
    how: How


def heat(
    tensor: Tensor,
    chosen: Slice,
    rows: int = 1000,
    columns: int = 1000,
    how: How = "mean",
    progress: Progress = SILENT,
) -> Heat:
    """The plane `chosen` in at most `rows` x `columns` blocks; "point" reads only what it shows.

    Raises:
        InspectorError: The slice does not fit, or the values cannot be read.
        Cancelled: From `progress`.
    """
    check_numbers(tensor)
    whole = plane(tensor, chosen)
    found = _without_repeats(whole)
    if how != "point":
        layout_of(found.view)
    picture = _Picture(found, rows, columns, how)
    total = found.height * found.width * tensor.dtype.itemsize
    done = 0
    progress.report(0, total, say("reading values"))
    with closing(map_ahead(picture.reduced, picture.boxes())) as pieces:
        for piece in pieces:
            picture.take(piece)
            done += piece.numel * tensor.dtype.itemsize
            progress.report(min(done, total), total, say("reading values"))
    return _spread(picture.finish(), whole, rows, columns)


def _without_repeats(whole: Plane) -> Plane:
    """A plane whose rows or columns are all the same memory as one of them."""
    (height, width), (down, across) = whole.view.shape or (0, 0), whole.view.stride or (0, 0)
    once = [range(min(height, 1) if not down else height)]
    once.append(range(min(width, 1) if not across else width))
    return Plane(part(whole.view, once), whole.rest)


def _spread(found: Heat, whole: Plane, rows: int, columns: int) -> Heat:
    """The picture of `whole`, of which repeated rows and columns were reduced once."""
    import numpy as np

    if (found.height, found.width) == (whole.height, whole.width):
        return found
    down = max(1, -(-whole.height // max(rows, 1)))
    across = max(1, -(-whole.width // max(columns, 1)))
    shape = -(-whole.height // down), -(-whole.width // across)
    bad = None if found.has_bad is None else np.broadcast_to(found.has_bad, shape)
    values = np.broadcast_to(found.values, shape)
    return Heat(values, bad, down, across, whole.height, whole.width, found.how)


@dataclass(slots=True)
class _Box:
    """A part of the plane: a view, and where in the plane it begins."""

    view: Tensor
    row: int
    column: int


@dataclass(slots=True)
class _Piece:
    """A reduced box: sums or maxima of blocks, how many finite numbers they are of."""

    row: int
    column: int
    values: np.ndarray
    counts: np.ndarray | int
    bad: np.ndarray | None
    numel: int


class _Picture:
    """Gathers the pieces of a plane."""

    def __init__(self, found: Plane, rows: int, columns: int, how: How) -> None:
        import numpy as np

        self.plane = found
        self.how = how
        self.row_step = max(1, -(-found.height // max(rows, 1)))
        self.column_step = max(1, -(-found.width // max(columns, 1)))
        self.shape = -(-found.height // self.row_step), -(-found.width // self.column_step)
        start = -np.inf if how == "max_abs" else 0.0
        self.values = np.full(self.shape, np.nan if how == "point" else start)
        self.counts = np.zeros(self.shape, "i8")
        self.bad = np.zeros(self.shape, bool)

    def boxes(self) -> Iterator[_Box]:
        """The plane in pieces of whole blocks across, as long as memory goes on."""
        view, rest = self.plane.view, self.plane.rest
        height, width = view.shape or (0, 0)
        if self.how == "point":
            yield from self._points(height, width)
            return
        across = _PIECE // self.column_step * self.column_step or _PIECE
        stride = view.stride or (0, 0)
        if stride[0] < stride[1]:  # stored column by column: long columns cost least
            across = min(max(1, _PIECE // max(height, 1)) * self.column_step, _PIECE)
        across = min(across, max(width, 1))
        down = max(1, _PIECE // across)
        for column in range(0, width, across):
            right = min(column + across, width)
            for row in range(0, height, down):
                ranges = [range(row, min(row + down, height)), range(column, right)]
                yield _Box(part(view, ranges), row, column)
            if rest is not None and (rest.shape or (0, 0))[1] > column:
                ranges = [range(1), range(column, min(right, (rest.shape or (0, 0))[1]))]
                yield _Box(part(rest, ranges), height, column)

    def _points(self, height: int, width: int) -> Iterator[_Box]:
        """Some rows of the picture at a time; of each block only the first element."""
        across = range(0, width, self.column_step)
        band = self.row_step * max(1, (_PIECE // 8) // max(len(across), 1))
        for row in range(0, height, band):
            down = range(row, min(row + band, height), self.row_step)
            yield _Box(part(self.plane.view, [down, across]), row, 0)
        rest = self.plane.rest
        if rest is not None and height % self.row_step == 0:
            across = range(0, (rest.shape or (0, 0))[1], self.column_step)
            yield _Box(part(rest, [range(1), across]), height, 0)

    def reduced(self, box: _Box) -> _Piece:
        """One box; called in a worker thread."""
        import numpy as np

        with np.errstate(all="ignore"):
            values = reals(gather(box.view), box.view).astype("f8")
            row, column = box.row // self.row_step, box.column // self.column_step
            if self.how == "point":
                numel = values.size * self.row_step * self.column_step
                return _Piece(row, column, values, 1, ~np.isfinite(values), numel)
            if self.how == "max_abs":
                np.abs(values, out=values)
            if np.isfinite(values.sum()):
                return _Piece(
                    row, column, self._blocks(values, box), self._sizes(box), None, values.size
                )
            finite = np.isfinite(values)
            values[~finite] = -np.inf if self.how == "max_abs" else 0.0
            counts = self._blocks(finite.astype("f8"), box, is_sum=True).astype("i8")
            bad = counts < self._sizes(box)
            return _Piece(row, column, self._blocks(values, box), counts, bad, values.size)

    def _blocks(self, values: np.ndarray, box: _Box, is_sum: bool = False) -> np.ndarray:
        """Values of each block the box touches, joined."""
        import numpy as np

        join = np.maximum if self.how == "max_abs" and not is_sum else np.add
        lines = join.reduceat(values, _starts(box.row, values.shape[0], self.row_step), 0)
        if self.column_step == 1:
            return lines
        found: np.ndarray = join.reduceat(
            lines, _starts(box.column, values.shape[1], self.column_step), 1
        )
        return found

    def _sizes(self, box: _Box) -> np.ndarray:
        """Elements of the box in each block it touches."""
        import numpy as np

        height, width = box.view.shape or (0, 0)
        down = np.diff(np.append(_starts(box.row, height, self.row_step), height))
        across = np.diff(np.append(_starts(box.column, width, self.column_step), width))
        return np.outer(down, across)

    def take(self, piece: _Piece) -> None:
        """Join a piece to the picture."""
        import numpy as np

        height, width = piece.values.shape
        place = (
            slice(piece.row, piece.row + height),
            slice(piece.column, piece.column + width),
        )
        if self.how == "max_abs":
            np.maximum(self.values[place], piece.values, out=self.values[place])
        elif self.how == "mean":
            self.values[place] += piece.values
        else:
            self.values[place] = piece.values
        self.counts[place] += piece.counts
        if piece.bad is not None:
            self.bad[place] |= piece.bad

    def finish(self) -> Heat:
        """The picture."""
        import numpy as np

        values = self.values
        with np.errstate(all="ignore"):
            if self.how == "mean":
                values = values / self.counts
            values[self.counts == 0] = np.nan
            small = values.astype("f4")
        return Heat(
            small,
            self.bad if self.bad.any() else None,
            self.row_step,
            self.column_step,
            self.plane.height,
            self.plane.width,
            self.how,
        )


def _starts(first: int, size: int, step: int) -> np.ndarray:
    """Where blocks begin among `size` elements of which the first is number `first`."""
    import numpy as np

    starts = np.arange(-(first % step), size, step)
    starts[:1] = 0
    return starts
