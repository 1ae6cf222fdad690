"""What a run of numbers is like: counts, extremes and sums that can be joined piece by piece."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

MAX_DISTINCT = 65_536  # more different integers than this are only "more"


@dataclass(slots=True)
class Distinct:
    """Which integers occur.

    Attributes:
        values: Sorted; empty once there are too many.
        is_over: There are more than `MAX_DISTINCT`.
    """

    values: np.ndarray
    is_over: bool = False

    def join(self, other: Distinct) -> None:
        """Add the values of `other`."""
        import numpy as np

        self.is_over = self.is_over or other.is_over
        if not self.is_over:
            both = np.concatenate((self.values, other.values))
            self.values = np.unique(both)
            self.is_over = len(self.values) > MAX_DISTINCT
        if self.is_over:
            self.values = self.values[:0]

    @property
    def count(self) -> int:
        """How many; `MAX_DISTINCT` + 1 stands for more."""
        return MAX_DISTINCT + 1 if self.is_over else len(self.values)


@dataclass(slots=True)
class Moments:
    """Attributes:
    numel: Numbers seen; all that follow are of the finite ones.
    zeros, subnormal: Counts; a subnormal is smaller than what its dtype holds in full precision.
    nan, pos_inf, neg_inf: Counts of those that are not finite.
    minimum, maximum: inf and -inf where there is none; Python integers for integers.
    mean, deviation, squares: Mean, sum of squared distances from it, sum of squares.
    distinct: The integers that occur; None for other numbers.
    """

    numel: int = 0
    zeros: int = 0
    subnormal: int = 0
    nan: int = 0
    pos_inf: int = 0
    neg_inf: int = 0
    minimum: float = math.inf
    maximum: float = -math.inf
    mean: float = 0.0
    deviation: float = 0.0
    squares: float = 0.0
    distinct: Distinct | None = None

    @property
    def finite(self) -> int:
        """How many are numbers."""
        return self.numel - self.nan - self.pos_inf - self.neg_inf

    def join(self, other: Moments) -> None:
        """Add what `other` has seen (Chan, Golub and LeVeque 1979)."""
        ours, theirs = self.finite, other.finite
        self.numel += other.numel
        for name in ("zeros", "subnormal", "nan", "pos_inf", "neg_inf"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.minimum = min(self.minimum, other.minimum)
        self.maximum = max(self.maximum, other.maximum)
        if theirs:
            delta, total = other.mean - self.mean, ours + theirs
            self.deviation += other.deviation + delta * (delta * (ours / total * theirs))
            self.mean += delta * (theirs / total)
            self.squares += other.squares
        if other.distinct is not None:
            if self.distinct is None:
                self.distinct = other.distinct
            else:
                self.distinct.join(other.distinct)

    def repeated(self, times: int) -> Moments:
        """The same numbers `times` times over."""
        return Moments(
            self.numel * times,
            self.zeros * times,
            self.subnormal * times,
            self.nan * times,
            self.pos_inf * times,
            self.neg_inf * times,
            self.minimum,
            self.maximum,
            self.mean,
            self.deviation * times,
            self.squares * times,
            self.distinct,
        )
