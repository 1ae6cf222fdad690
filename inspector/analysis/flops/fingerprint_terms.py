"""The formulas of the table of architectures: multiply-adds at any input size."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any


def value(terms: Sequence[Sequence[Any]], sizes: Sequence[int]) -> int:
    """The sum of terms at the input's spatial sizes, for a batch of one.

    A term is [c, factor, ...]: c times its factors. A factor [s, a] is the product of
    floor((x + a) / s) over all spatial sizes x, because that is the size of a feature map after
    any chain of convolutions and poolings; [s, a, s, a, ...] has its own numbers for each size,
    and those of stride 0 are the constant a.
    """
    return sum(term[0] * prod(_factor(f, sizes) for f in term[1:]) for term in terms)


def _factor(numbers: Sequence[int], sizes: Sequence[int]) -> int:
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    if len(pairs) == 1:
        pairs *= len(sizes)
    return prod(
        max((x + shift) // stride, 0) if stride else shift
        for (stride, shift), x in zip(pairs, sizes, strict=True)
    )
