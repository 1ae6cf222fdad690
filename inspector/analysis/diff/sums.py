"""What is summed up of two runs of elements, piece by piece."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

_NOWHERE = -1


@dataclass(slots=True)
class Sums:
    """Attributes:
    numel: Elements seen; `both` of them are NaN on neither side, and all sums are of those.
    different: Elements whose bits (across dtypes: values) differ.
    beyond: Elements that differ by more than the tolerance, or are NaN on one side only.
    max_abs, max_at: Largest difference and where; -1 where there is none.
    sum_abs: Of the differences.
    dd, aa, bb, ab: Sums of squares of the difference, of A, of B, and of products.
    """

    numel: int = 0
    both: int = 0
    different: int = 0
    beyond: int = 0
    nan_a: int = 0
    nan_b: int = 0
    max_abs: float = -1.0
    max_at: int = _NOWHERE
    sum_abs: float = 0.0
    dd: float = 0.0
    aa: float = 0.0
    bb: float = 0.0
    ab: float = 0.0

    def join(self, other: Sums) -> None:
        """Add what `other` has seen."""
        if other.max_abs > self.max_abs or (
            other.max_abs == self.max_abs and 0 <= other.max_at < self.max_at
        ):
            self.max_abs, self.max_at = other.max_abs, other.max_at
        for name in _SUMMED:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def mean_abs(self) -> float | None:
        """None where no element is a number on both sides."""
        return self.sum_abs / self.both if self.both else None

    @property
    def rel_l2(self) -> float | None:
        """Norm of the difference over the norm of A."""
        if not self.both:
            return None
        if not self.dd:
            return 0.0
        if math.isinf(self.dd) or not self.aa:
            return math.inf
        return math.sqrt(self.dd) / math.sqrt(self.aa)

    @property
    def cosine(self) -> float | None:
        """None where a side is zero, or holds an infinity."""
        if not self.aa or not self.bb or not math.isfinite(self.aa) or not math.isfinite(self.bb):
            return None
        return max(-1.0, min(1.0, self.ab / (math.sqrt(self.aa) * math.sqrt(self.bb))))


_SUMMED = tuple(field.name for field in fields(Sums) if field.name not in ("max_abs", "max_at"))
