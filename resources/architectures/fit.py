"""From counts at a few input sizes to a formula for every size.

The size of a feature map after any chain of convolutions and poolings is floor((x + a) / s) of the
input's size x, because floor((floor((x + a) / s) + b) / t) = floor((x + a + b s) / (s t)), and a
ceiling is a floor with another a. An operator's multiply-adds are a constant times the product of
such sizes (convolutions, layers over tokens), or of two such products (attention).

A formula is a list of terms [c, factor, ...]: c times the product of the factors at the input's
spatial sizes. A factor is [s, a], the same for each dimension, or [s, a, s, a, ...].
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement
from math import prod

Axis = tuple[int, int]
Class = tuple[Axis, ...]  # (s, a) of each spatial dimension
# Powers of two first: where few sizes were tried, several strides may fit.
STRIDES = (1, 2, 4, 8, 16, 32, 64, 128, 14, 28, 7, 56, 3, 6, 12, 24, 48, 5, 10, 20, 40, 80, 160, 36)
WINDOWS = (7, 8, 12, 14, 16, 24, 6, 10, 20, 2, 4)


@dataclass(frozen=True)
class Op:
    """One counted operator: its multiply-adds, and its spatial output sizes if a convolution."""

    macs: int
    spatial: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Run:
    """The operators of one forward pass at the input's spatial sizes `dims`."""

    dims: tuple[int, ...]
    ops: list[Op]

    @property
    def macs(self) -> int:
        """Of all operators."""
        return sum(op.macs for op in self.ops)


def size_of(axis: Axis, x: int) -> int:
    """floor((x + a) / s), or the constant a where s is 0."""
    stride, shift = axis
    return (x + shift) // stride if stride else shift


def area(kind: Class, dims: tuple[int, ...]) -> int:
    """The positions of a feature map."""
    return prod(size_of(axis, x) for axis, x in zip(kind, dims, strict=True))


def bounds(points: list[tuple[int, int]]) -> tuple[int, int, int] | None:
    """(s, lowest a, highest a) that give every (x, size); None where no stride does."""
    for stride in STRIDES:
        low = max(stride * size - x for x, size in points)
        high = min(stride * size - x for x, size in points) + stride - 1
        if low <= high:
            return stride, low, high
    return None


def fit_axis(points: list[tuple[int, int]]) -> Axis | None:
    """The (s, a) that gives every (x, size); None where there is none."""
    sizes = {size for _, size in points}
    if len(sizes) == 1:
        return 0, sizes.pop()
    found = bounds(points)
    if found is None:
        return None
    stride, low, high = found
    return stride, next((a for a in (stride - 1, 0) if low <= a <= high), (low + high) // 2)


def unsure(runs: list[Run]) -> list[int]:
    """Input sizes that would tell more about the feature maps whose (s, a) is not known yet."""
    asked = {}
    for at, op in enumerate(runs[0].ops):
        if op.spatial is None or any(run.ops[at].spatial is None for run in runs):
            continue
        points = [(run.dims[d], run.ops[at].spatial[d]) for run in runs for d in (-2, -1)]
        found = bounds(points) if len({size for _, size in points}) > 1 else None
        if found is not None and found[1] < found[2]:
            stride, low, high = found
            middle = (low + high + 1) // 2
            start = runs[0].dims[-1]
            asked[found] = start + (-middle - start) % stride
    return [size for _, size in sorted(asked.items(), reverse=True)]


def fit(runs: list[Run], head: list[int]) -> tuple[list, list] | None:
    """(terms of the body, terms of the operators in `head`) that give every run; None if none do.

    Args:
        head: Indices of the operators whose cost goes with the number of classes.
    """
    if len({len(run.ops) for run in runs}) != 1:
        return None
    kinds: dict[int, Class] = {}
    for at, op in enumerate(runs[0].ops):
        if op.spatial is not None:
            kind = _fit_convolution(runs, at)
            if kind is None:
                return None
            kinds[at] = kind
    known = _candidates([kind for kind, _ in Counter(kinds.values()).most_common()])
    body: Counter = Counter()
    of_head: Counter = Counter()
    for at, op in enumerate(runs[0].ops):
        if at in kinds:
            found = [(op.macs // max(area(kinds[at], runs[0].dims), 1), (kinds[at],))]
        else:
            found = _fit_product([run.ops[at].macs for run in runs], runs, known)
        if found is None:
            return None
        for factor, classes in found:
            (of_head if at in head else body)[_plain(classes)] += _whole(classes) * factor
    return _terms(body), _terms(of_head)


def _fit_convolution(runs: list[Run], at: int) -> Class | None:
    """Height and width go the same way in nearly all networks, which makes each sharper."""
    rank = len(runs[0].dims)
    if any(run.ops[at].spatial is None or len(run.ops[at].spatial) != rank for run in runs):
        return None
    points = [[(run.dims[dim], run.ops[at].spatial[dim]) for run in runs] for dim in range(rank)]
    both = fit_axis(points[-2] + points[-1])
    axes = [fit_axis(own) for own in points]
    if both is not None:
        axes[-2:] = both, both
    return None if None in axes else tuple(axes)


def _candidates(kinds: list[Class]) -> list[Class]:
    """The feature maps that convolutions have, their halves, and the windows these are cut into."""
    moving = [kind for kind in dict.fromkeys(kinds) if all(stride for stride, _ in kind)]
    halves = list(moving)
    for kind in halves:
        if kind[-1][0] <= 16 and len(halves) < 60:
            halves.append(_coarser(kind, 2, 0))
            halves.append(_coarser(kind, 2, 1))
    cut = [_coarser(kind, w, w - 1) for w in WINDOWS for kind in halves]
    return list(dict.fromkeys([*moving, *halves, *cut]))


def _coarser(kind: Class, by: int, more: int) -> Class:
    """floor((size + more) / by) of a feature map; frames are left as they are."""
    plane = [(stride * by, shift + stride * more) for stride, shift in kind[-2:]]
    return (*kind[:-2], *plane)


def _fit_product(
    macs: list[int], runs: list[Run], known: list[Class]
) -> list[tuple[int, tuple[Class, ...]]] | None:
    """An operator without spatial sizes: a matrix product over tokens, windows or channels."""
    if len(set(macs)) == 1:
        return [(macs[0], ())]
    areas = {kind: [area(kind, run.dims) for run in runs] for kind in known}
    for kind in known:
        if _is_multiple(macs, areas[kind]):
            return [(macs[0] // areas[kind][0], (kind,))]
    first = known[:12]
    for one, two in combinations_with_replacement(first, 2):
        both = [a * b for a, b in zip(areas[one], areas[two], strict=True)]
        if _is_multiple(macs, both):
            return [(macs[0] // both[0], (one, two))]
    for kind in first:
        found = _polynomial(macs, areas[kind])
        if found is not None:
            return [(c, (kind,) * power) for power, c in enumerate(found) if c]
    return None


def _is_multiple(macs: list[int], areas: list[int]) -> bool:
    if not areas[0] or macs[0] % areas[0]:
        return False
    factor = macs[0] // areas[0]
    return all(factor * a == m for m, a in zip(macs, areas, strict=True))


def _polynomial(macs: list[int], areas: list[int]) -> tuple[int, int, int] | None:
    """Whole c0 + c1 A + c2 A^2 through all points: tokens beside the patches (class token)."""
    points = dict(zip(areas, macs, strict=True))
    if len(points) < 3 or len(points) < len(set(macs)):
        return None
    (x0, y0), (x1, y1), (x2, y2) = list(points.items())[:3]
    slope = Fraction(y1 - y0, x1 - x0)
    square = (Fraction(y2 - y0, x2 - x0) - slope) / (x2 - x1)
    linear = slope - square * (x0 + x1)
    constant = y0 - linear * x0 - square * x0 * x0
    found = (constant, linear, square)
    if any(c.denominator != 1 for c in found) or square < 0:
        return None
    if any(constant + linear * x + square * x * x != y for x, y in points.items()):
        return None
    return int(constant), int(linear), int(square)


def _whole(classes: tuple[Class, ...]) -> int:
    """The product of the sizes that do not depend on the input."""
    return prod(shift for kind in classes for stride, shift in kind if not stride)


def _plain(classes: tuple[Class, ...]) -> tuple[tuple[int, ...], ...]:
    """Factors as they are written; one that does not depend on the input is left out."""
    factors = []
    for kind in classes:
        if not any(stride for stride, _ in kind):
            continue
        axes = [axis if axis[0] else (0, 1) for axis in kind]
        same = len(set(axes)) == 1
        factors.append(axes[0] if same else tuple(number for axis in axes for number in axis))
    return tuple(sorted(factors))


def _terms(sums: Counter) -> list:
    return [[c, *map(list, factors)] for factors, c in sorted(sums.items()) if c]
