"""What an einsum costs and gives, from its equation and the shapes of its operands."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from inspector.analysis.flops.report import Shape

_MAX_OPERANDS = 16


class Einsum:
    """One einsum. An ellipsis becomes letters of its own.

    Attributes:
        terms: The index letters of each operand.
        result: Those of the result.
        sizes: The size of each.

    Raises:
        ValueError: The equation does not fit the shapes.
    """

    def __init__(self, equation: str, shapes: Sequence[Shape]) -> None:
        left, arrow, right = equation.replace(" ", "").partition("->")
        terms = left.split(",")
        if len(terms) != len(shapes) or len(terms) > _MAX_OPERANDS:
            raise ValueError("an einsum of other operands")
        extras = [len(s) - len(t.replace("...", "")) for t, s in zip(terms, shapes, strict=True)]
        fill = [chr(0x100 + at) for at in range(max(extras))] if "..." in left else []
        self.terms = [
            term.replace("...", "".join(fill[len(fill) - extra :]) if extra > 0 else "")
            for term, extra in zip(terms, extras, strict=True)
        ]
        self.sizes: dict[str, int] = {}
        for term, shape in zip(self.terms, shapes, strict=True):
            for letter, size in zip(term, shape, strict=True):
                if self.sizes.get(letter, 1) == 1:
                    self.sizes[letter] = size
                elif size not in (1, self.sizes[letter]):
                    raise ValueError("an index of two sizes")
        if not arrow:
            letters = "".join(self.terms)
            once = (x for x in set(letters) - set(fill) if letters.count(x) == 1)
            right = "..." + "".join(sorted(once))
        self.result = right.replace("...", "".join(fill))

    @property
    def shape(self) -> Shape:
        """Of the result; raises KeyError where it names an index that no operand has."""
        return tuple(self.sizes[letter] for letter in self.result)

    @property
    def macs(self) -> int:
        """The product of all index sizes of two operands; more are joined pair by pair.

        The pair with the smallest product comes first, as optimisers do. One operand is only
        summed and moved.
        """
        terms, total = list(self.terms), 0
        while len(terms) > 1:
            pairs = [(i, j) for j in range(len(terms)) for i in range(j)]
            costs = [prod(self.sizes[x] for x in {*terms[i], *terms[j]}) for i, j in pairs]
            first, second = pairs[costs.index(min(costs))]
            total += min(costs)
            both = {*terms[first], *terms[second]}
            del terms[second], terms[first]
            terms.append("".join(sorted(both & {*self.result, *"".join(terms)})))
        return total
