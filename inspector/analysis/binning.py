"""Bins for a histogram, and how many numbers fall into each."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

BINS = 256
MOST_BINS = 512
_MOST_EXACT = 1 << 52  # integers below this are float64 with half of one to spare
_EDGE = 1e-6  # closer to an edge than this, in bins, a number is compared with the edge itself


@dataclass(frozen=True, slots=True)
class Binning:
    """Attributes:
    edges: One more than there are bins; a number belongs to the bin whose lower edge it reaches,
        the largest one to the last bin.
    values: Where each bin is for one value, these; None otherwise.
    """

    edges: np.ndarray
    values: np.ndarray | None = None

    def count(self, numbers: np.ndarray) -> np.ndarray:
        """How many of finite `numbers` are below, in each bin, and above; int64."""
        import numpy as np

        return np.bincount(self.places(numbers), minlength=len(self.edges) + 1)

    def places(self, numbers: np.ndarray) -> np.ndarray:
        """For each of finite `numbers` its bin from 1 on; 0 is below the first, the last above."""
        import numpy as np

        bins = len(self.edges) - 1
        low, high = float(self.edges[0]), float(self.edges[-1])
        scale = bins / (high - low) if math.isfinite(high - low) else math.inf
        if self.values is not None or not math.isfinite(scale) or scale == 0:
            return self._searched(numbers)
        exact = (numbers.astype("f8", copy=False) - low) * scale
        np.clip(exact, -1.0, bins, out=exact)
        floor = np.floor(exact)
        exact -= floor
        places = floor.astype("i8") + 1
        unsure = np.flatnonzero((exact < _EDGE) | (exact > 1 - _EDGE))
        if unsure.size:
            places[unsure] = self._searched(numbers[unsure])
        return places

    def _searched(self, numbers: np.ndarray) -> np.ndarray:
        import numpy as np

        wide = numbers.astype("f8", copy=False)
        places = np.searchsorted(self.edges, wide, "right")
        places[wide == self.edges[-1]] = len(self.edges) - 1
        found: np.ndarray = places
        return found


def binning_of(low: float, high: float, bins: int, is_integer: bool) -> Binning:
    """Bins of equal width from `low` to `high`.

    Integers get bins that hold equally many of them: one each where they are few enough.
    """
    import numpy as np

    bins = max(1, min(bins, MOST_BINS))
    if is_integer and max(abs(low), abs(high)) < _MOST_EXACT:
        low, high = math.floor(low), math.ceil(high)
        span = high - low + 1
        if span <= MOST_BINS:
            values = np.arange(low, high + 1, dtype="f8")
            return Binning(np.append(values - 0.5, values[-1] + 0.5), values)
        width = -(-span // bins)
        count = -(-span // width)
        return Binning(_increasing(low - 0.5 + width * np.arange(count + 1.0)))
    if low == high:
        margin = abs(low) / 2 or 0.5
        return Binning(np.array([low - margin, high + margin]), np.array([low], "f8"))
    half = np.linspace(low / 2, high / 2, bins + 1)  # the whole range may not be a float64
    edges = half * 2
    edges[0], edges[-1] = low, high
    return Binning(_increasing(edges))


def _increasing(edges: np.ndarray) -> np.ndarray:
    """`edges` without those that float64 cannot tell apart."""
    import numpy as np

    different = np.unique(edges)
    if len(different) == 1:
        return np.array([different[0], np.nextafter(different[0], math.inf)])
    return different


def binning_of_values(values: np.ndarray) -> Binning:
    """A bin for each of some sorted, different integers; the edges are half-way between them.

    Ordinary bins where float64 cannot tell them apart.
    """
    import numpy as np

    wide = values.astype("f8")
    if max(abs(wide[0]), abs(wide[-1])) >= _MOST_EXACT:
        return binning_of(float(wide[0]), float(wide[-1]), BINS, False)
    between = wide[:-1] / 2 + wide[1:] / 2
    return Binning(np.concatenate(([wide[0] - 0.5], between, [wide[-1] + 0.5])), wide)
