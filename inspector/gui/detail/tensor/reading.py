"""The one place where pages call the analysis of tensors; all of it runs in workers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from inspector.analysis.tensor_stats import TensorStats, numbers, tensor_stats
from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.plane import Plane
from inspector.progress import Progress

SAMPLE = 1_000_000

Writer = Callable[[Path, Progress], object]


def window(
    tensor: Tensor, plane: Plane, rows: range, columns: range, progress: Progress
) -> np.ndarray:
    """The values in `rows` and `columns` of a plane, always 2-D."""
    progress.report(0, 0, "")
    values = tensor.read()
    place = list(plane.index)
    index = [
        slice(rows.start, rows.stop)
        if dim == plane.rows
        else slice(columns.start, columns.stop)
        if dim == plane.columns
        else at
        for dim, at in enumerate(place)
    ]
    found = values[tuple(index)]
    if plane.rows is not None and plane.columns is not None and plane.rows > plane.columns:
        found = found.T
    return np.asarray(found).reshape(len(rows), len(columns))


@dataclass(frozen=True, slots=True)
class Distribution:
    """How the values of a tensor are spread.

    Attributes:
        edges, counts: The histogram; empty where no value is finite.
        of: Values that were looked at; fewer than the tensor has for a sample.
        stats: Exact statistics, or None for a sample.
    """

    edges: np.ndarray
    counts: np.ndarray
    of: int
    stats: TensorStats | None = None


def sampled(tensor: Tensor, bins: int, progress: Progress) -> Distribution:
    """A quick look at about a million values."""
    values = np.concatenate([next(iter(numbers(tensor, progress))).ravel()[:SAMPLE]]).astype("f8")
    values = values[np.isfinite(values)]
    if not values.size:
        return Distribution(np.zeros(0), np.zeros(0), SAMPLE)
    counts, edges = np.histogram(values, bins)
    return Distribution(edges, counts, int(values.size))


def exact(tensor: Tensor, bins: int, progress: Progress) -> Distribution:
    """Every value: statistics and histogram."""
    stats = tensor_stats(tensor, progress)
    if stats.minimum is None or stats.maximum is None:
        return Distribution(np.zeros(0), np.zeros(0), stats.numel, stats)
    low, high = stats.minimum, stats.maximum
    total = np.zeros(bins, np.int64)
    for piece in numbers(tensor, progress):
        values = piece.astype("f8")
        counts, edges = np.histogram(
            values[np.isfinite(values)], bins, (low, high if high > low else low + 1)
        )
        total += counts
    return Distribution(edges, total, stats.numel, stats)


def npy_writer(tensor: Tensor) -> Writer:
    """Writes all of `tensor` as a .npy file."""

    def write(path: Path, progress: Progress) -> None:
        progress.report(0, tensor.nbytes or 0, "")
        np.save(path, tensor.read())

    return write


@dataclass(frozen=True, slots=True)
class Heat:
    """A plane in blocks.

    Attributes:
        values: One for each block; NaN where a block holds none.
        rows, columns: The size of a block.
    """

    values: np.ndarray
    rows: int
    columns: int


def heat(
    tensor: Tensor, plane: Plane, height: int, width: int, is_mean: bool, progress: Progress
) -> Heat:
    """A plane as at most `height` × `width` blocks."""
    values = window(tensor, plane, range(plane.height), range(plane.width), progress).astype("f8")
    rows, columns = -(-plane.height // height), -(-plane.width // width)
    down, across = -(-plane.height // rows) * rows, -(-plane.width // columns) * columns
    padded = np.full((down, across), np.nan)
    padded[: plane.height, : plane.width] = values
    blocks = padded.reshape(down // rows, rows, across // columns, columns)
    found = np.nanmean(blocks, (1, 3)) if is_mean else np.nanmax(np.abs(blocks), (1, 3))
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
    progress.report(0, 0, "")
    every = np.asarray(tensor.read()).astype("f8")
    shape = every.shape
    size = shape[2:] if len(shape) == 4 else (1, shape[2])
    chosen = every.reshape(-1, *size)[first : first + count]
    number = len(chosen)
    across = max(1, min(number, round((number * size[0] / size[1]) ** 0.5)))
    down = -(-number // across)
    picture = np.full((down * (size[0] + 1) - 1, across * (size[1] + 1) - 1), np.nan)
    gaps = np.ones(picture.shape, bool)
    for at, kernel in enumerate(chosen):
        y, x = at // across * (size[0] + 1), at % across * (size[1] + 1)
        picture[y : y + size[0], x : x + size[1]] = kernel
        gaps[y : y + size[0], x : x + size[1]] = False
    return Mosaic(
        picture, gaps, first, number, (size[0], size[1]), across, bool((chosen < 0).any())
    )
