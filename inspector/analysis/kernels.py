"""The kernels of a convolution's weight side by side in one picture."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt, prod
from typing import TYPE_CHECKING

from inspector.analysis.codes import reals
from inspector.analysis.elements import gather
from inspector.analysis.views import check_numbers, logical, part
from inspector.checkpoint.tensor import Tensor
from inspector.errors import Unsupported, say
from inspector.progress import SILENT, Progress

if TYPE_CHECKING:
    import numpy as np

_MOST_ELONGATED = 4  # a grid longer than this times its width is folded


@dataclass(frozen=True, slots=True)
class Mosaic:
    """Attributes:
    values: float32, NaN between the kernels; complex numbers by their absolute value.
    first, count: Which kernels are shown, counted through the inputs of one output after the
        other, where all `inputs` are shown.
    outputs, inputs: How many of each are shown.
    all_outputs, all_inputs: How many there are.
    kernel: (height, width) of one.
    across: Kernels in a row: inputs, or as many as make the picture square.
    """

    values: np.ndarray
    outputs: int
    inputs: int
    all_outputs: int
    all_inputs: int
    kernel: tuple[int, int]
    across: int
    first: int
    count: int

    def at(self, row: int, column: int) -> tuple[int, int, int, int] | None:
        """(output, input, row, column in the kernel) of a cell; None between kernels."""
        (down, y), (right, x) = divmod(row, self.kernel[0] + 1), divmod(column, self.kernel[1] + 1)
        number = down * self.across + right
        is_gap = y == self.kernel[0] or x == self.kernel[1] or right >= self.across
        if is_gap or number >= self.count:
            return None
        number += self.first
        return number // self.inputs, number % self.inputs, y, x


def has_kernels(tensor: Tensor) -> bool:
    """Whether a tensor may be a convolution's weight: outputs, inputs, and a small extent."""
    shape = tensor.shape or ()
    return len(shape) in (3, 4, 5) and 1 < prod(shape[2:]) <= 1 << 12 and 0 not in shape


def kernels(
    tensor: Tensor,
    limit: int = 1_000_000,
    progress: Progress = SILENT,
    run: tuple[int, int] | None = None,
) -> Mosaic:
    """As many of the first kernels as `limit` cells hold; of 3-D ones the middle plane.

    Args:
        run: (first, count) of the kernels to show instead, counted through the inputs of one
            output after the other; cut at the end and at `limit`.

    Raises:
        Unsupported: The tensor has no kernels, or one alone is larger than `limit`.
        InspectorError: The values cannot be read.
        Cancelled: From `progress`.
    """

    tensor = logical(tensor)
    check_numbers(tensor)
    if not has_kernels(tensor):
        raise Unsupported(say("This tensor is no convolution's weight."))
    shape = tensor.shape or ()
    height, width = (shape[-2], shape[-1]) if len(shape) > 3 else (1, shape[-1])
    cell = (height + 1) * (width + 1)
    if cell > limit:
        raise Unsupported(
            say(
                "A kernel of {height} x {width} is too large for the picture.",
                height=height,
                width=width,
            )
        )
    first, count = run or (0, 0)
    outputs, inputs, across = _shown(shape[0], shape[1], limit // cell, height, width)
    down = range(outputs)
    if run is not None:
        inputs = shape[1]
        first = max(0, min(first, shape[0] * inputs - 1))
        count = max(1, min(count, shape[0] * inputs - first, limit // cell))
        down = range(first // inputs, -(-(first + count) // inputs))
        across = min(count, max(1, isqrt(count * (height + 1) // (width + 1))))
    ranges = [down, range(inputs), *(range(size) for size in shape[2:])]
    if len(shape) == 5:
        middle = shape[2] // 2
        ranges[2] = range(middle, middle + 1)
    found = _read(tensor, ranges, progress).reshape(-1, height, width)
    if run is not None:
        found = found[first - down.start * inputs :][:count]
    return Mosaic(
        _mosaic(found, across),
        len(down),
        inputs,
        shape[0],
        shape[1],
        (height, width),
        across,
        first,
        len(found),
    )


def _read(tensor: Tensor, ranges: list[range], progress: Progress) -> np.ndarray:
    """The values of a part, some outputs at a time."""
    import numpy as np

    outputs = ranges[0]
    inner = prod(len(chosen) for chosen in ranges[1:])
    found = np.empty((len(outputs), inner), "f4")
    step = max(1, (1 << 20) // inner)
    for at in range(0, len(outputs), step):
        progress.report(at * inner * 4, found.nbytes, say("reading kernels"))
        view = part(tensor, [outputs[at : at + step], *ranges[1:]])
        with np.errstate(all="ignore"):
            found[at : at + step] = reals(gather(view), view).astype("f4").reshape(-1, inner)
    return found


def _shown(outputs: int, inputs: int, most: int, height: int, width: int) -> tuple[int, int, int]:
    """(outputs, inputs, kernels in a row) of a grid of at most `most` kernels."""
    if outputs * inputs > most:
        wide = isqrt(most * (height + 1) // (width + 1))
        inputs = max(1, min(inputs, wide, most))
        outputs = min(outputs, most // inputs)
    down, wide = outputs * (height + 1), inputs * (width + 1)
    if max(down, wide) <= _MOST_ELONGATED * min(down, wide):
        return outputs, inputs, inputs
    across = max(1, isqrt(outputs * inputs * (height + 1) // (width + 1)))
    across = min(across, outputs * inputs)
    room = most // across * across
    if outputs * inputs > room:
        outputs, inputs = (room // inputs, inputs) if outputs > 1 else (1, room)
    return outputs, inputs, across


def _mosaic(found: np.ndarray, across: int) -> np.ndarray:
    """Kernels (n x height x width) as a grid, `across` in a row, with gaps of one NaN."""
    import numpy as np

    count, height, width = found.shape
    down = -(-count // across)
    grid = np.full((down * across, height + 1, width + 1), np.nan, "f4")
    grid[:count, :height, :width] = found
    tiles = grid.reshape(down, across, height + 1, width + 1).swapaxes(1, 2)
    return tiles.reshape(down * (height + 1), across * (width + 1))[:-1, :-1]
