"""Planes of tensors: which two dimensions are looked at, exact values of a part, stored bytes."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from math import isqrt, prod
from typing import TYPE_CHECKING

from inspector.analysis.codes import decoded
from inspector.analysis.elements import gather, stored
from inspector.analysis.views import check_elements, logical, part
from inspector.checkpoint.tensor import Tensor
from inspector.errors import CorruptFile, Unsupported, say

if TYPE_CHECKING:
    import numpy as np

_LINE = 1024  # elements of a 1-D tensor that are shown as one row
_LARGEST_KERNEL = 32


@dataclass(frozen=True, slots=True)
class Slice:
    """A plane of a tensor.

    Attributes:
        rows: The dimension that goes down; None for a single row.
        columns: The dimensions that go across, flattened into one; they must lie without gaps.
        index: Where the other dimensions are fixed; one number for each dimension of the tensor.
        wrap: Elements in a row where one dimension is cut into rows (`rows` is None then);
            0 where it is not. The last row may be shorter.
    """

    rows: int | None
    columns: tuple[int, ...]
    index: tuple[int, ...]
    wrap: int = 0

    def at(self, dim: int, place: int) -> Slice:
        """The same plane with dimension `dim` fixed elsewhere."""
        return replace(self, index=(*self.index[:dim], place, *self.index[dim + 1 :]))


def default_slice(tensor: Tensor) -> Slice:
    """The plane to show first.

    The last two dimensions; of a convolution's weight outputs x everything else; of one dimension
    one row, or a block as wide as it is high where that would be too long.
    """
    shape = logical(tensor).shape or ()
    index = (0,) * len(shape)
    if len(shape) < 2:
        numel = prod(shape)
        across = 1 << (isqrt(numel - 1).bit_length() if numel > _LINE else 0)
        return Slice(None, tuple(range(len(shape))), index, across if numel > _LINE else 0)
    flat = tuple(range(1, len(shape)))
    is_kernel = len(shape) in (3, 4, 5) and max(shape[2:]) <= _LARGEST_KERNEL
    if is_kernel and _flattened(logical(tensor), flat) is not None:
        return Slice(0, flat, index)
    return Slice(len(shape) - 2, (len(shape) - 1,), index)


@dataclass(frozen=True, slots=True)
class Plane:
    """A slice as a view: `height` x `width`, of which the last row may be shorter.

    Attributes:
        view: 2-D; without the last row where that is shorter.
        rest: The shorter last row, 1 x n; None without one.
    """

    view: Tensor
    rest: Tensor | None = None

    @property
    def height(self) -> int:
        """Rows."""
        return (self.view.shape or (0,))[0] + (self.rest is not None)

    @property
    def width(self) -> int:
        """Columns."""
        return (self.view.shape or (0, 0))[1]


def plane(tensor: Tensor, chosen: Slice) -> Plane:
    """The view that a slice of `tensor` is.

    Raises:
        Unsupported: The flattened dimensions have gaps, or a number is outside its dimension.
        InspectorError: The tensor has no elements that can be read.
    """
    tensor = logical(tensor)
    check_elements(tensor)
    shape, stride = tensor.shape or (), tensor.stride or ()
    line = _flattened(tensor, chosen.columns)
    used = {*chosen.columns, *(() if chosen.rows is None else (chosen.rows,))}
    fixed = [dim for dim in range(len(shape)) if dim not in used]
    is_inside = len(chosen.index) == len(shape) and all(
        0 <= chosen.index[dim] < shape[dim] for dim in fixed
    )
    if line is None or not is_inside:
        raise Unsupported(say("These dimensions do not make a plane of this tensor."))
    first = (tensor.storage_offset or 0) + sum(chosen.index[dim] * stride[dim] for dim in fixed)
    if chosen.rows is not None:
        down = (shape[chosen.rows], stride[chosen.rows])
        return Plane(_view(tensor, first, down, line))
    if not chosen.wrap or line[0] <= chosen.wrap:
        return Plane(_view(tensor, first, (1, 0), line))
    whole, left = divmod(line[0], chosen.wrap)
    across = (chosen.wrap, line[1])
    body = _view(tensor, first, (whole, chosen.wrap * line[1]), across)
    after = first + whole * chosen.wrap * line[1]
    return Plane(body, _view(tensor, after, (1, 0), (left, line[1])) if left else None)


def _view(tensor: Tensor, first: int, down: tuple[int, int], across: tuple[int, int]) -> Tensor:
    found = copy(tensor)
    found.storage_offset = first
    found.shape, found.stride = (down[0], across[0]), (down[1], across[1])
    return found


def _flattened(tensor: Tensor, dims: Sequence[int]) -> tuple[int, int] | None:
    """(size, stride) of neighbouring dimensions as one; None where they are not one run."""
    shape, stride = tensor.shape or (), tensor.stride or ()
    size, step = 1, 0
    for dim in reversed(dims):
        if shape[dim] == 1:
            continue
        if size > 1 and stride[dim] != size * step:
            return None
        size, step = size * shape[dim], step if size > 1 else stride[dim]
    return size if all(shape[dim] for dim in dims) else 0, step


def window(
    tensor: Tensor, chosen: Slice, row: int, rows: int, column: int, columns: int
) -> np.ndarray:
    """Exact values of `rows` x `columns` elements from (`row`, `column`) on, cut at the edges.

    bool, integers, float32, float64 or complex; every dtype is exact in one of them. The part of
    a wrapped plane that its short last row does not reach is masked.

    Raises:
        LimitExceeded: More than 64 MB are asked for.
        InspectorError: As `plane`, or they cannot be read.
    """
    import numpy as np

    found = plane(tensor, chosen)
    across = range(column, max(column, min(column + columns, found.width)))
    full = found.height - (found.rest is not None)
    down = range(row, max(row, min(row + rows, full)))
    values = _exact(part(found.view, [down, across]))
    if found.rest is None or not row <= full < row + rows:
        return values
    last = found.rest.shape[1] if found.rest.shape else 0
    there = range(across.start, max(across.start, min(across.stop, last)))
    joined = np.zeros((len(values) + 1, len(across)), values.dtype)
    joined[:-1] = values
    joined[-1, : len(there)] = _exact(part(found.rest, [range(1), there]))
    mask = np.zeros(joined.shape, bool)
    mask[-1, len(there) :] = True
    return np.ma.MaskedArray(joined, mask)


def _exact(view: Tensor) -> np.ndarray:
    import numpy as np

    with np.errstate(all="ignore"):
        return decoded(gather(view), view)


def raw_size(tensor: Tensor) -> int:
    """Bytes from the first stored element to the last; what lies between a view's is counted."""
    first, last = tensor.extent
    return tensor.dtype.nbytes(last) - _first_byte(tensor) if last > first else 0


def raw_place(tensor: Tensor) -> int | None:
    """Offset in the file of the first stored byte; None where it is not in a file as it is."""
    storage = tensor.storage
    if storage is None or storage.source is None:
        return None
    return storage.source.absolute(storage.offset + _first_byte(tensor))


def raw_bytes(tensor: Tensor, offset: int, nbytes: int) -> bytes:
    """Stored bytes as they are in the file, from `offset` behind the first on, cut at the end.

    Raises:
        InspectorError: They cannot be read.
    """
    if tensor.trouble is not None:
        raise tensor.trouble
    if tensor.storage is None:
        raise CorruptFile(say("This tensor has no bytes of its own."))
    nbytes = min(nbytes, raw_size(tensor) - offset)
    return stored(tensor.storage, _first_byte(tensor) + offset, nbytes) if nbytes > 0 else b""


def _first_byte(tensor: Tensor) -> int:
    dtype = tensor.dtype
    return tensor.extent[0] // dtype.per_item * dtype.itemsize
