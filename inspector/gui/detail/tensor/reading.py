"""What the pages read of a tensor, never more at a time than a few megabytes; runs in workers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inspector.analysis.codes import decoded
from inspector.analysis.elements import gather
from inspector.analysis.views import logical, part
from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.plane import Plane
from inspector.progress import Progress

_PIECE = 1 << 20  # elements read between two reports


def window(
    tensor: Tensor, plane: Plane, rows: range, columns: range, progress: Progress
) -> np.ndarray:
    """The values in `rows` and `columns` of a plane, always 2-D."""
    progress.report(0, 0, "")
    chosen = [range(at, at + 1) for at in plane.index]
    if plane.rows is not None:
        chosen[plane.rows] = rows
    if plane.columns is not None:
        chosen[plane.columns] = columns
    piece = part(logical(tensor), chosen)
    found = decoded(gather(piece), piece)
    if plane.rows is not None and plane.columns is not None and plane.rows > plane.columns:
        found = np.swapaxes(found, plane.rows, plane.columns)
    return np.asarray(found).reshape(len(rows), len(columns))


@dataclass(frozen=True, slots=True)
class Heat:
    """A plane in blocks.

    Attributes:
        values: One for each block; NaN where a block holds one.
        rows, columns: The size of a block; those at the end may be smaller.
    """

    values: np.ndarray
    rows: int
    columns: int


def heat(
    tensor: Tensor, plane: Plane, height: int, width: int, is_mean: bool, progress: Progress
) -> Heat:
    """A plane as at most `height` × `width` blocks, complex numbers by their absolute value."""
    rows, columns = -(-plane.height // height), -(-plane.width // width)
    starts = np.arange(0, plane.width, columns)
    reduce = np.add if is_mean else np.fmax
    found = np.zeros((-(-plane.height // rows), len(starts)))
    step = max(1, _PIECE // max(plane.width, 1))
    total = plane.height * plane.width * tensor.dtype.itemsize
    for block in range(len(found)):
        end = min((block + 1) * rows, plane.height)
        for first in range(block * rows, end, step):
            progress.report(first * total // plane.height, total, "")
            taken = range(first, min(first + step, end))
            for left in range(0, plane.width, _PIECE // columns * columns or columns):
                right = min(left + (_PIECE // columns * columns or columns), plane.width)
                values = window(tensor, plane, taken, range(left, right), progress)
                if values.dtype.kind == "c" or not is_mean:
                    values = np.abs(values.astype("f8") if values.dtype.kind != "c" else values)
                inside = starts[left // columns : -(-right // columns)] - left
                with np.errstate(invalid="ignore", over="ignore"):
                    line = reduce.reduceat(reduce.reduce(values.astype("f8"), 0), inside)
                    cells = found[block, left // columns : left // columns + len(line)]
                    reduce(cells, line, out=cells)
    if is_mean:
        heights = np.minimum(rows, plane.height - np.arange(len(found)) * rows)
        widths = np.minimum(columns, plane.width - starts)
        found /= heights[:, None] * widths
    return Heat(found, rows, columns)


@dataclass(frozen=True, slots=True)
class Mosaic:
    """Kernels side by side with a gap of one pixel.

    Attributes:
        values: The picture.
        gaps: Where no kernel is.
        first, count: Which kernels, counted row by row of out × in.
        kernel: (height, width) of one.
        across: Kernels in a row.
    """

    values: np.ndarray
    gaps: np.ndarray
    first: int
    count: int
    kernel: tuple[int, int]
    across: int
    is_signed: bool

    def place(self, row: int, column: int) -> tuple[int, int, int] | None:
        """(kernel, row, column in it) of a pixel; None in a gap."""
        height, width = self.kernel
        down, y = divmod(row, height + 1)
        right, x = divmod(column, width + 1)
        at = down * self.across + right
        if y >= height or x >= width or right >= self.across or at >= self.count:
            return None
        return self.first + at, y, x


def kernels(tensor: Tensor, first: int, count: int, progress: Progress) -> Mosaic:
    """`count` kernels of a convolution's weight from `first` on."""
    assert tensor.shape is not None
    progress.report(0, 0, "")
    outputs, inputs, *rest = tensor.shape
    last = min(first + count, outputs * inputs)
    rows = range(first // inputs, -(-last // inputs))
    chosen = [rows, range(inputs), *(range(size) for size in rest)]
    if len(rows) == 1:  # only the inputs that are shown of one output
        chosen[1] = range(first % inputs, (last - 1) % inputs + 1)
    piece = part(logical(tensor), chosen)
    every = decoded(gather(piece), piece)
    every = (np.abs(every) if every.dtype.kind == "c" else every).astype("f8")
    size = (rest[0], rest[1]) if len(rest) == 2 else (1, rest[0])
    skipped = first % inputs - chosen[1].start
    return _mosaic(every.reshape(-1, *size)[skipped : skipped + last - first], first, size)


def _mosaic(chosen: np.ndarray, first: int, size: tuple[int, int]) -> Mosaic:
    height, width = size
    number = len(chosen)
    # As square as it can be: `across` tiles of width + 1 as wide as the rest is high.
    across = max(1, min(number, round((number * (height + 1) / (width + 1)) ** 0.5)))
    down = -(-number // across)
    picture = np.zeros((down * (height + 1) - 1, across * (width + 1) - 1))
    gaps = np.ones(picture.shape, bool)
    for at, kernel in enumerate(chosen):
        y, x = at // across * (height + 1), at % across * (width + 1)
        picture[y : y + height, x : x + width] = kernel
        gaps[y : y + height, x : x + width] = False
    return Mosaic(picture, gaps, first, number, size, across, bool((chosen < 0).any()))
