"""Views of tensors: parts of one, and how its elements lie in the storage."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from math import prod
from typing import overload

from inspector.checkpoint.dtype import DTYPES, UNKNOWN
from inspector.checkpoint.tensor import Tensor
from inspector.errors import LimitExceeded, Unsupported, say

_MAX_DIMS = 64  # as torch and numpy
_MAX_OVERLAP = 1 << 28  # elements that may be visited although they share stored ones


@dataclass(frozen=True, slots=True)
class Layout:
    """The stored elements of a tensor, in memory order, each once for each way to reach it.

    Attributes:
        first: Element of the storage.
        dims: (size, stride) in elements, largest stride first; neighbours that lie without a gap
            are one, and sizes of 1 and strides of 0 are left out.
        repeats: How often a stride of 0 repeats each element.
    """

    first: int
    dims: tuple[tuple[int, int], ...]
    repeats: int

    @property
    def numel(self) -> int:
        """Elements to visit; `repeats` times as many are in the tensor."""
        return prod(size for size, _ in self.dims)

    @property
    def is_run(self) -> bool:
        """Whether the elements are one run of the storage without gaps."""
        return not self.dims or (len(self.dims) == 1 and self.dims[0][1] == 1)

    @property
    def extent(self) -> int:
        """Stored elements from the first to the last."""
        return sum((size - 1) * stride for size, stride in self.dims) + 1


def layout_of(tensor: Tensor) -> Layout:
    """How the elements of `tensor` lie in its storage, whatever order its dimensions are in.

    Raises:
        LimitExceeded: Its elements overlap so much that visiting them all would never end.
    """
    shape, stride = tensor.shape or (), tensor.stride or ()
    repeats = prod(size for size, step in zip(shape, stride, strict=True) if not step)
    pairs = [(n, step) for n, step in zip(shape, stride, strict=True) if step and n != 1]
    merged: list[tuple[int, int]] = []
    for size, step in sorted(pairs, key=lambda pair: pair[1]):
        if merged and step == merged[-1][0] * merged[-1][1]:
            merged[-1] = (merged[-1][0] * size, merged[-1][1])
        else:
            merged.append((size, step))
    found = Layout(tensor.storage_offset or 0, tuple(reversed(merged)), repeats)
    if 0 in shape:
        return Layout(found.first, ((0, 1),), 1)
    if found.numel > max(_MAX_OVERLAP, 4 * found.extent):
        raise LimitExceeded(
            say(
                "Its {n} elements overlap on {stored} stored ones; they are not all visited.",
                n=found.numel,
                stored=found.extent,
            )
        )
    return found


def check_numbers(tensor: Tensor) -> None:
    """Make sure that `tensor` has numbers to compute with.

    Raises:
        InspectorError: Why it has none.
    """
    check_elements(tensor)
    if tensor.dtype.name.startswith("bits"):
        raise Unsupported(say("{dtype} holds no numbers to compute with.", dtype=tensor.dtype.name))


def check_elements(tensor: Tensor) -> None:
    """Make sure that `tensor` has elements that can be read: numbers, or bits shown as numbers.

    Raises:
        InspectorError: Why it has none.
    """
    if tensor.trouble is not None:
        raise tensor.trouble
    if tensor.storage is None or tensor.shape is None or tensor.stride is None:
        raise Unsupported(
            say("A {layout} tensor has no values of its own; see its parts.", layout=tensor.layout)
        )
    if tensor.dtype is UNKNOWN or tensor.dtype.kind == "text":
        name = say("an unknown dtype") if tensor.dtype is UNKNOWN else tensor.dtype.name
        raise Unsupported(say("{dtype} holds no numbers to compute with.", dtype=name))
    if len(tensor.shape) > _MAX_DIMS:
        raise LimitExceeded(
            say("A tensor of {n} dimensions is not computed with.", n=len(tensor.shape))
        )


def logical(tensor: Tensor) -> Tensor:
    """`tensor` with one element for each number: torch counts two float4 as one element.

    Raises:
        Unsupported: Two that share a byte are not neighbours in the last dimension.
    """
    if tensor.dtype.name != "float4_e2m1fn_x2":
        return tensor
    shape, stride = tensor.shape or (), tensor.stride or ()
    if not shape or (stride[-1] != 1 and shape[-1] != 1):
        raise Unsupported(say("The pairs of this float4_e2m1fn_x2 tensor do not lie side by side."))
    found = copy(tensor)
    found.dtype = DTYPES["float4_e2m1"]
    found.shape = (*shape[:-1], 2 * shape[-1])
    found.stride = (*(2 * step for step in stride[:-1]), 1)
    found.storage_offset = 2 * (tensor.storage_offset or 0)
    return found


def part(tensor: Tensor, ranges: Sequence[range]) -> Tensor:
    """The view of the indices in `ranges`, one range for each dimension."""
    found = copy(tensor)
    stride = tensor.stride or ()
    starts = (chosen.start * step for chosen, step in zip(ranges, stride, strict=True) if chosen)
    found.storage_offset = (tensor.storage_offset or 0) + sum(starts)
    found.shape = tuple(len(chosen) for chosen in ranges)
    found.stride = tuple(chosen.step * step for chosen, step in zip(ranges, stride, strict=True))
    return found


def arranged(tensor: Tensor, layout: Layout) -> Tensor:
    """The view that has the dimensions of `layout`: outermost first, nothing repeated."""
    found = copy(tensor)
    found.storage_offset = layout.first
    found.shape = tuple(size for size, _ in layout.dims)
    found.stride = tuple(step for _, step in layout.dims)
    return found


class Boxes(Sequence[list[range]]):
    """Row-major boxes of at most `limit` elements that cover `shape`, in order."""

    def __init__(self, shape: Sequence[int], limit: int) -> None:
        self._shape = shape
        self._axis, inner = len(shape), 1
        while self._axis and inner * shape[self._axis - 1] <= limit:
            self._axis -= 1
            inner *= shape[self._axis]
        self._axis -= 1  # it is cut into steps; what is before it goes one by one
        self._step = max(1, limit // max(1, inner))
        cut = -(-shape[self._axis] // self._step) if self._axis >= 0 else 1
        self._counts = (*shape[: max(self._axis, 0)], cut)
        self._len = 0 if 0 in shape else prod(self._counts)

    def __len__(self) -> int:
        return self._len

    @overload
    def __getitem__(self, at: int) -> list[range]: ...

    @overload
    def __getitem__(self, at: slice) -> list[list[range]]: ...

    def __getitem__(self, at: int | slice) -> list[range] | list[list[range]]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(self._len))]
        if not 0 <= at < self._len:
            raise IndexError(at)
        box = [range(size) for size in self._shape]
        if self._axis < 0:
            return box
        at, place = divmod(at, self._counts[-1])
        start = place * self._step
        box[self._axis] = range(start, min(start + self._step, self._shape[self._axis]))
        for axis in range(self._axis - 1, -1, -1):
            at, place = divmod(at, self._shape[axis])
            box[axis] = range(place, place + 1)
        return box


def boxes(shape: Sequence[int], limit: int) -> Boxes:
    """Row-major boxes of at most `limit` elements that cover `shape`, in order."""
    return Boxes(shape, limit)
