"""Where the elements of two tensors of one shape lie, and in which pieces they are compared."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.analysis.diff.elementwise import has_same_meaning
from inspector.analysis.elements import (
    as_stored,
    gather,
    is_plain,
    place_of,
    read_into,
    stored,
)
from inspector.analysis.scratch import scratch
from inspector.analysis.views import Boxes, check_numbers, layout_of, logical, part
from inspector.checkpoint.tensor import Tensor
from inspector.errors import LimitExceeded, Unsupported, say

if TYPE_CHECKING:
    import numpy as np

PIECE = 48 << 14  # bytes read at once of one side; whole elements of every dtype
_SMALL = 16 << 10  # bytes
_MOST_APART = 8  # times the bytes that are wanted
_MOST_REPEATED = 1 << 34  # elements on a small storage that are gone through


@dataclass(slots=True)
class Both:
    """Two tensors of one shape that are compared element by element.

    Attributes:
        a, b: As `views.logical` gives them.
        has_numbers: Whether the elements are numbers; else only their bits are compared.
        is_run: The elements of both are one run of their storages, in the same order.
        is_bytewise: ... and equal bytes are equal elements.
        in_order: Both lie in row-major order.
        is_plain: Both may be read by threads, in any order.
        numel: Elements on each side.
        limit: Elements of a piece.
    """

    a: Tensor
    b: Tensor
    has_numbers: bool
    is_run: bool
    is_bytewise: bool
    in_order: bool
    is_plain: bool
    numel: int
    limit: int

    @property
    def nbytes(self) -> int:
        """Of both sides together."""
        return self.a.dtype.nbytes(self.numel) + self.b.dtype.nbytes(self.numel)


def both_of(a: Tensor, b: Tensor) -> Both:
    """How to compare two tensors of one shape.

    Raises:
        InspectorError: The values of one of them cannot be read.
    """
    has_numbers = _has_numbers(a) and _has_numbers(b)
    if has_numbers:
        a, b = logical(a), logical(b)
    elif a.dtype is not b.dtype:
        raise Unsupported(
            say(
                "{a} and {b} hold no numbers to compare.",
                a=a.dtype.name,
                b=b.dtype.name,
            )
        )
    numel = a.numel or 0
    if a.shape != b.shape:
        raise Unsupported(say("The packed elements of these tensors do not lie alike."))
    in_order = a.is_contiguous and b.is_contiguous
    if in_order:
        is_run = _is_aligned(a) and _is_aligned(b)
    else:
        is_run = a.stride == b.stride and _is_run(a) and _is_run(b)
    if not is_run:
        _check_extent(a, numel)
        _check_extent(b, numel)
    is_bytewise = is_run and has_same_meaning(a, b) and a.dtype.per_item == 1
    is_both_plain = a.storage is not None and is_plain(a.storage)
    is_both_plain = is_both_plain and b.storage is not None and is_plain(b.storage)
    limit = max(PIECE // max(a.dtype.itemsize, b.dtype.itemsize, 1), 1)
    return Both(
        a,
        b,
        has_numbers,
        is_run,
        is_bytewise and _is_little(a) == _is_little(b),
        in_order,
        is_both_plain,
        numel,
        limit,
    )


def _is_little(tensor: Tensor) -> bool:
    """Whether the elements lie as little-endian numbers do."""
    is_big = tensor.storage is not None and tensor.storage.is_big_endian
    return not is_big or tensor.dtype.component <= 1


def _has_numbers(tensor: Tensor) -> bool:
    """Whether it can be computed with; other dtypes have bits all the same.

    Raises:
        InspectorError: It cannot be read at all.
    """
    try:
        check_numbers(tensor)
    except Unsupported:
        if tensor.storage is None or tensor.stride is None or not tensor.dtype.itemsize:
            raise
        return False
    return True


def _is_aligned(tensor: Tensor) -> bool:
    """Whether the first element is the first one in its byte."""
    return tensor.dtype.per_item == 1 or not (tensor.storage_offset or 0) % tensor.dtype.per_item


def _is_run(tensor: Tensor) -> bool:
    layout = layout_of(tensor)
    return layout.is_run and layout.repeats == 1 and _is_aligned(tensor)


def _check_extent(tensor: Tensor, numel: int) -> None:
    first, last = tensor.extent
    if numel > max(_MOST_REPEATED, 4 * (last - first)):
        raise LimitExceeded(say("{n} elements on a small storage are not gone through.", n=numel))


@dataclass(slots=True)
class Piece:
    """Elements `first` to `first + numel` of both sides; a box of them where they are no run.

    Attributes:
        data: What was read of (A, B) in the caller's thread already.
    """

    both: Both
    first: int
    numel: int
    box: list[range] | None = None
    data: tuple[np.ndarray, np.ndarray] | None = None

    def read(self) -> tuple[np.ndarray, np.ndarray]:
        """The stored elements of both sides, flat; valid until this thread reads the next piece.

        Raises:
            InspectorError: They cannot be read.
        """
        if self.data is not None:
            return self.data
        return self.one_side("a"), self.one_side("b")

    @property
    def is_small(self) -> bool:
        """Whether it is quicker to compare its bytes as they come than through arrays."""
        both = self.both
        return both.is_bytewise and both.is_plain and self.numel * both.a.dtype.itemsize <= _SMALL

    def are_equal_bytes(self) -> bool:
        """Whether both sides of a small piece are the same bytes.

        Raises:
            InspectorError: They cannot be read.
        """
        found = []
        for tensor in (self.both.a, self.both.b):
            assert tensor.storage is not None
            item = tensor.dtype.itemsize
            start = ((tensor.storage_offset or 0) + self.first) * item
            found.append(tensor.storage.read(start, self.numel * item))
        return found[0] == found[1]

    def one_side(self, side: str) -> np.ndarray:
        """The stored elements of side "a" or "b", as `read`."""
        import numpy as np

        tensor: Tensor = getattr(self.both, side)
        if self.box is not None:
            return np.ascontiguousarray(gather(part(tensor, self.box))).reshape(-1)
        storage, dtype = tensor.storage, tensor.dtype
        assert storage is not None
        start = dtype.nbytes((tensor.storage_offset or 0) + self.first)
        nbytes = dtype.nbytes(self.numel)
        if self.both.is_plain:
            raw = scratch(f"side_{side}", 2 * PIECE, "u1")[:nbytes]
            read_into(storage, start, raw)
        else:
            raw = np.frombuffer(stored(storage, start, nbytes), np.uint8)
        return as_stored(raw, dtype, storage.is_big_endian)[: self.numel]


def read_together(pieces: Sequence[Piece]) -> None:
    """Read small pieces that lie near each other in their files with one call for each side.

    One by one their calls cost far more than their bytes. Where they lie apart, or anything is
    odd, they are left for `Piece.read`.
    """
    if not pieces:
        return
    left, right = _together(pieces, "a"), _together(pieces, "b")
    if left is not None and right is not None:
        for piece, a, b in zip(pieces, left, right, strict=True):
            piece.data = a, b


def _together(pieces: Sequence[Piece], side: str) -> list[np.ndarray] | None:
    import numpy as np

    places: list[tuple[int, int, Tensor]] = []
    fds = set()
    for piece in pieces:
        tensor: Tensor = getattr(piece.both, side)
        storage, dtype = tensor.storage, tensor.dtype
        if storage is None or piece.box is not None or not piece.both.is_plain:
            return None
        nbytes = dtype.nbytes(piece.numel)
        place = place_of(storage, dtype.nbytes((tensor.storage_offset or 0) + piece.first), nbytes)
        if place is None:
            return None
        fds.add(place[0])
        places.append((place[1], nbytes, tensor))
    first = min(at for at, _, _ in places)
    span = max(at + nbytes for at, nbytes, _ in places) - first
    if len(fds) != 1 or span > _MOST_APART * sum(nbytes for _, nbytes, _ in places):
        return None
    try:
        raw = np.frombuffer(os.pread(fds.pop(), span, first), np.uint8)
    except OSError:
        return None
    if raw.size != span:
        return None
    return [
        as_stored(raw[at - first :][:nbytes], tensor.dtype, _is_big(tensor))[: piece.numel]
        for piece, (at, nbytes, tensor) in zip(pieces, places, strict=True)
    ]


def _is_big(tensor: Tensor) -> bool:
    return tensor.storage is not None and tensor.storage.is_big_endian


def pieces_of(both: Both) -> Iterator[Piece]:
    """All elements, in row-major order, or in the storages' where both lie alike."""
    if both.is_run:
        for first in range(0, both.numel, both.limit):
            yield Piece(both, first, min(both.limit, both.numel - first))
        return
    at = 0
    for box in Boxes(both.a.shape or (), both.limit):
        numel = 1
        for chosen in box:
            numel *= len(chosen)
        yield Piece(both, at, numel, box)
        at += numel


def row_major_index(both: Both, at: int) -> int:
    """The row-major index of the element that is number `at` of `pieces_of`."""
    if not both.is_run or both.in_order:
        return at
    shape, stride = both.a.shape or (), both.a.stride or ()
    index = [0] * len(shape)
    for axis in sorted(range(len(shape)), key=lambda axis: -stride[axis]):
        if shape[axis] > 1:
            index[axis], at = divmod(at, stride[axis])
    flat = 0
    for size, chosen in zip(shape, index, strict=True):
        flat = flat * size + chosen
    return flat
