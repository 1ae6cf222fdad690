"""Two dimensions of a tensor as rows and columns, and where the others stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from inspector.analysis.slices import Slice
from inspector.analysis.views import logical
from inspector.checkpoint.tensor import Tensor
from inspector.errors import Unsupported

_SMALL = 256


@dataclass(frozen=True, slots=True)
class Plane:
    """A 2-D slice.

    Attributes:
        shape: Of the tensor.
        rows, columns: Which dimensions; None where the tensor has fewer.
        index: Where each dimension stands; what it says for rows and columns does not count.
    """

    shape: tuple[int, ...]
    rows: int | None
    columns: int | None
    index: tuple[int, ...]

    @property
    def height(self) -> int:
        """How many rows."""
        return 1 if self.rows is None else self.shape[self.rows]

    @property
    def width(self) -> int:
        """How many columns."""
        return 1 if self.columns is None else self.shape[self.columns]

    @property
    def others(self) -> list[int]:
        """The dimensions that stand still."""
        return [at for at in range(len(self.shape)) if at not in (self.rows, self.columns)]

    def place(self, row: int, column: int) -> tuple[int, ...]:
        """The index in the tensor of a cell."""
        place = list(self.index)
        if self.rows is not None:
            place[self.rows] = row
        if self.columns is not None:
            place[self.columns] = column
        return tuple(place)

    def with_rows(self, dim: int) -> Plane:
        """`dim` as rows; the columns change places with it if they were it."""
        columns = self.rows if dim == self.columns else self.columns
        return replace(self, rows=dim, columns=columns)

    def with_columns(self, dim: int) -> Plane:
        """`dim` as columns; the rows change places with it if they were it."""
        rows = self.columns if dim == self.rows else self.rows
        return replace(self, rows=rows, columns=dim)

    def standing(self, dim: int, at: int) -> Plane:
        """Dimension `dim` at index `at`."""
        index = list(self.index)
        index[dim] = at
        return replace(self, index=tuple(index))

    @property
    def slice(self) -> Slice:
        """The same for `analysis.slices`."""
        columns = () if self.columns is None else (self.columns,)
        return Slice(self.rows, columns, self.index)

    @property
    def text(self) -> str:
        """As Python would write it: "[0, :, 3, :]"."""
        parts = [
            ":" if at in (self.rows, self.columns) else str(place)
            for at, place in enumerate(self.index)
        ]
        return f"[{', '.join(parts)}]" if parts else "[]"


def shape_of(tensor: Tensor) -> tuple[int, ...]:
    """The shape in numbers: torch counts two float4 as one element."""
    try:
        return logical(tensor).shape or ()
    except Unsupported:
        return tensor.shape or ()


def last_plane(shape: tuple[int, ...]) -> Plane:
    """The last two dimensions, as numpy prints them."""
    dims = len(shape)
    rows = dims - 2 if dims > 1 else 0 if dims else None
    return Plane(shape, rows, dims - 1 if dims > 1 else None, (0,) * dims)


def widest_plane(shape: tuple[int, ...]) -> Plane:
    """The last two dimensions, or the first two where those are a small kernel."""
    plane = last_plane(shape)
    if len(shape) > 2 and plane.height * plane.width < _SMALL:
        return replace(plane, rows=0, columns=1)
    return plane
