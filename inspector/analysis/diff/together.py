"""Sums of many small pieces at once: one by one, what surrounds their elements costs far more."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from inspector.analysis.codes import scale_of
from inspector.analysis.diff.elementwise import Tolerance, wide_sums
from inspector.analysis.diff.runs import Both, Piece
from inspector.analysis.diff.sums import Sums

if TYPE_CHECKING:
    import numpy as np

FEW = 1 << 10
Seen = tuple[Piece, "np.ndarray", "np.ndarray"]
"""A piece and the stored elements of both its sides."""


def sums_of_each(seen: Sequence[Seen], tolerance: Tolerance | None) -> list[Sums]:
    """As `elementwise.unequal_sums` of each, for pieces of 1 to `FEW` elements."""
    import numpy as np

    groups: dict[Hashable, list[int]] = {}
    for at, (piece, _, _) in enumerate(seen):
        groups.setdefault(_meaning(piece.both), []).append(at)
    found = [Sums()] * len(seen)
    for places in groups.values():
        both = seen[places[0]][0].both
        a = np.concatenate([seen[at][1] for at in places])
        b = np.concatenate([seen[at][2] for at in places])
        starts = [0, *accumulate(seen[at][1].size for at in places[:-1])]
        for at, sums in zip(
            places, wide_sums(a, b, starts, both.a, both.b, tolerance), strict=True
        ):
            found[at] = sums
    return found


def _meaning(both: Both) -> Hashable:
    """Equal where elements stand for numbers in the same way."""
    a, b = both.a, both.b
    scales = scale_of(a), scale_of(b)
    return id(a.dtype), id(b.dtype), a.is_conj, b.is_conj, a.is_neg, b.is_neg, scales
