"""Which known architecture some names and shapes are, behind any prefix and with any head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from inspector.analysis.flops.fingerprint_keys import is_ignored, name_key, shape_key, total
from inspector.analysis.flops.fingerprint_table import Architecture, Table

Shapes = Mapping[str, tuple[int, ...]]
MOST_TENSORS = 5_000  # no known architecture has half of it
_PREFIX_PARTS = 4
_LARGE_PART = 0.6  # of the tensors: what is known of a smaller part does not tell the whole
_HEAD_TENSORS = 12  # a head that was replaced has no more


@dataclass(frozen=True, slots=True)
class Match:
    """Names and shapes that agree.

    Attributes:
        architectures: Those that agree; more than one where only their usual head differs.
        prefix: What stands before the names: "module.", "backbone.body.", or "".
        tensors: How many agree.
        others: Keys that belong to no known part, in file order: another head, a neck, …
        classes: For each architecture the size of the head against its usual one, 7/1000; None
            without a head of its own.
    """

    architectures: tuple[Architecture, ...]
    prefix: str
    tensors: int
    others: tuple[str, ...]
    classes: tuple[Fraction | None, ...]


def match(shapes: Shapes, table: Table) -> Match | None:
    """The architecture whose names and shapes these are; None where none is known.

    Every tensor but the head's must agree in name and shape. The largest part of `shapes` that is
    a known architecture wins, complete ones before those without their head.
    """
    named = {name: shape for name, shape in shapes.items() if not is_ignored(name)}
    if not 1 < len(named) <= MOST_TENSORS:
        return None
    found: list[Match] = []
    for prefix in _prefixes(list(named)):
        inside = {
            name[len(prefix) :]: shape for name, shape in named.items() if name.startswith(prefix)
        }
        hit = _Subtree(prefix, inside, table).match()
        if hit is not None:
            outside = tuple(name for name in named if not name.startswith(prefix))
            others = (*(prefix + name for name in hit.others), *outside)
            found.append(Match(hit.architectures, prefix, hit.tensors, others, hit.classes))
            if not others and hit.classes[0] is not None:
                break
    return max(found, key=lambda hit: (hit.tensors, hit.classes[0] is not None), default=None)


def _prefixes(names: list[str]) -> list[str]:
    """Nothing, and every prefix of whole parts with enough of the names below it."""
    counts = {"": len(names)}
    for name in names:
        end = -1
        for _ in range(_PREFIX_PARTS):
            end = name.find(".", end + 1)
            if end < 0:
                break
            counts[name[: end + 1]] = counts.get(name[: end + 1], 0) + 1
    return [prefix for prefix, count in counts.items() if count >= _LARGE_PART * len(names)]


class _Subtree:
    """The tensors below one prefix."""

    def __init__(self, prefix: str, shapes: dict[str, tuple[int, ...]], table: Table) -> None:
        self.prefix, self.shapes, self.table = prefix, shapes, table
        self.names = {name: name_key(name) for name in shapes}
        self.key = total(list(self.names.values()))
        self._shape_keys: dict[str, int] = {}

    def match(self) -> Match | None:
        """With its own head, without one, or with another head in its place."""
        own = [found for found in self.table.with_names(self.key) if self._is_body(found, ())]
        fitting = [(found, _classes(found, self.shapes)) for found in own]
        if fits := [(found, classes) for found, classes in fitting if classes is not None]:
            fits.sort(key=lambda fit: fit[1] != 1)
            found, classes = zip(*fits, strict=True)
            return Match(found, self.prefix, len(self.shapes), (), classes)
        if own:
            return self._without_head(own, tuple(own[0].head))
        for others in self._replaced():
            key = total([self.key, *(-self.names[name] for name in others)])
            bodies = [found for found in self.table.with_body(key) if self._is_body(found, others)]
            if bodies:
                return self._without_head(bodies, others)
        return None

    def _without_head(self, found: list[Architecture], others: tuple[str, ...]) -> Match:
        tensors = len(self.shapes) - len(others)
        return Match(tuple(found), self.prefix, tensors, others, (None,) * len(found))

    def _replaced(self) -> Iterator[tuple[str, ...]]:
        """Names that may be another head: none, one module, or the last ones."""
        yield ()
        modules: dict[str, list[str]] = {}
        for name in self.shapes:
            parts = name.split(".")
            for depth in range(1, min(len(parts), 4)):
                modules.setdefault(".".join(parts[:depth]), []).append(name)
        for inside in modules.values():
            if len(inside) <= _HEAD_TENSORS:
                yield tuple(inside)
        tops = [inside for module, inside in modules.items() if "." not in module]
        for count in (2, 3, 4):
            last = [name for inside in tops[-count:] for name in inside]
            if len(last) <= _HEAD_TENSORS:
                yield tuple(last)

    def _is_body(self, found: Architecture, others: Sequence[str]) -> bool:
        left_out = {*found.head, *others}
        keys = [self._shape_key(name) for name in self.shapes if name not in left_out]
        return total(keys) == found.shapes

    def _shape_key(self, name: str) -> int:
        if name not in self._shape_keys:
            self._shape_keys[name] = shape_key(name, self.shapes[name])
        return self._shape_keys[name]


def _classes(found: Architecture, shapes: Shapes) -> Fraction | None:
    """How the head's sizes relate to the usual ones: 1 for the same; None where they do not fit."""
    ratios = set()
    for name, usual in found.head.items():
        shape = shapes[name]
        if len(shape) != len(usual):
            return None
        for size, expected in zip(shape, usual, strict=True):
            if expected < 0:
                ratios.add(Fraction(size, -expected))
            elif size != expected:
                return None
    return ratios.pop() if len(ratios) == 1 else None if ratios else Fraction(1)
