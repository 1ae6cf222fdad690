"""Rows of a tensor that are all zero: units that give nothing, whatever they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.analysis.codes import code_values, scale_of
from inspector.analysis.sweep import Target
from inspector.checkpoint.tensor import Tensor

if TYPE_CHECKING:
    import numpy as np

_MOST_ROWS = 1 << 24
# The bits any of which makes a number other than zero, where they are not all of them, of floats
# that numpy does not have or compares slowly.
_NOT_ZERO = {
    "float16": 0x7FFF,
    "bfloat16": 0x7FFF,
    "complex32": 0x7FFF7FFF,
    "float8_e4m3fn": 0x7F,
    "float8_e5m2": 0x7F,
}
_LOOK = 2000  # elements that are gone through while a single row is cut out


class Rows:
    """Which of `count` rows of `size` elements hold anything but zeros."""

    def __init__(self, count: int, size: int, tensor: Tensor) -> None:
        self.count = count
        self.size = size
        self._tensor = tensor
        self._alive: np.ndarray | None = None

    @classmethod
    def of(cls, target: Target) -> Rows | None:
        """The rows of a target; None where they do not lie one behind the other."""
        tensor = target.tensor
        shape = tensor.shape or ()
        if (
            len(shape) < 2
            or not tensor.is_contiguous
            or not target.end
            or tensor.dtype.per_item > 1
        ):
            return None
        size = target.layout.numel // max(shape[0], 1)
        if scale_of(tensor) is not None or size < 2 or shape[0] > _MOST_ROWS:
            return None
        return cls(shape[0], size, tensor)

    def find(self, raw: np.ndarray, first: int) -> np.ndarray:
        """Whether each row that a piece touches has a nonzero element in it.

        Args:
            raw: Stored elements from number `first` on.
        """
        import numpy as np

        starts = np.arange(-(first % self.size), raw.size, self.size)
        starts[0] = 0
        # Most rows have something at their very beginning, the others are few.
        found: np.ndarray = self._not_zero(raw[starts])
        open_rows = np.flatnonzero(~found)
        if len(open_rows) * _LOOK > raw.size:
            found = np.logical_or.reduceat(self._not_zero(raw), starts)
            return found
        for row in open_rows.tolist():
            end = starts[row + 1] if row + 1 < len(starts) else raw.size
            found[row] = self._not_zero(raw[starts[row] : end]).any()
        return found

    def _not_zero(self, raw: np.ndarray) -> np.ndarray:
        dtype = self._tensor.dtype
        mask = _NOT_ZERO.get(dtype.name)
        found: np.ndarray
        if mask is not None:
            codes = raw.view(f"<u{dtype.itemsize}")
            found = (codes & codes.dtype.type(mask)) != 0
        elif dtype.kind == "float" and dtype.itemsize == 1:
            found = (code_values(dtype) != 0)[raw.view("u1")]
        else:
            found = raw != 0
        return found

    def mark(self, first: int, numel: int, found: np.ndarray | None) -> None:
        """Take in what `find` said of a piece; None stands for nothing but living rows."""
        import numpy as np

        if self._alive is None:
            self._alive = np.zeros(self.count, bool)
        touched = slice(first // self.size, -(-(first + numel) // self.size))
        self._alive[touched] |= True if found is None else found

    @property
    def dead(self) -> int:
        """How many rows are all zero."""
        import numpy as np

        return self.count - (0 if self._alive is None else int(np.count_nonzero(self._alive)))
