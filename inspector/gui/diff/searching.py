"""Finding pairs by words in the names of either side, and by what their tensors are. Without Qt."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np

from inspector.analysis.diff.model import Pair
from inspector.checkpoint.tensor import Tensor
from inspector.gui.diff.rows import DiffRows
from inspector.gui.itemmodels.facets import _ALIASES, _OPERATORS, _fits, _meant
from inspector.gui.itemmodels.query import Query, parse
from inspector.gui.itemmodels.search import SearchText


class _Names:
    """What `SearchText` wants of rows: here each is a whole name without anything above it."""

    def __init__(self, names: list[str]) -> None:
        self.names = ["", *names]
        self.parent = array("i", bytes(4 * len(self.names)))
        self.kind = bytes([255]) * len(self.names)

    def __len__(self) -> int:
        return len(self.names)


class DiffSearch:
    """The names of all pairs as one array of bytes; a renamed one is found by either name."""

    def __init__(self, rows: DiffRows, pairs: Sequence[Pair]) -> None:
        self._rows, self._pairs = rows, pairs
        names: Any = _Names([_searched(pair) for pair in pairs])
        self._text = SearchText(names, np.arange(1, len(names)))

    def find(self, words: str) -> np.ndarray:
        """A mask of the rows.

        Raises:
            QueryError: For words that mean nothing.
        """
        query = parse(words)
        found = self._text.find(query, self._allowed(query)) - 1
        mask = np.zeros(len(self._rows), bool)
        mask[self._rows.row_of_pair[found]] = True
        return mask

    def _allowed(self, query: Query) -> np.ndarray | None:
        """The pairs of which either tensor is as dtype, device, shape and size are asked for."""
        if not (query.names or query.shapes or query.amounts):
            return None
        return np.array(
            [
                any(_suits(item.tensor, query) for item in (pair.a, pair.b) if item is not None)
                for pair in self._pairs
            ],
            bool,
        )


def _searched(pair: Pair) -> str:
    shown = ".".join(map(str, pair.path))
    others = [item.match for item in (pair.a, pair.b) if item is not None]
    return " ".join([shown, *(name for name in others if not shown.endswith(name))])


def _suits(tensor: Tensor, query: Query) -> bool:
    for facet, wanted in query.names:
        name = tensor.dtype.name if facet == "dtype" else tensor.device
        known = [(0, name.lower())] if name is not None else []
        meant = [_ALIASES.get(each, each) if facet == "dtype" else each for each in wanted]
        if not any(_meant(each, known) for each in meant):
            return False
    if not all(_fits(tensor.shape, is_whole, dims) for is_whole, dims in query.shapes):
        return False
    numel = tensor.numel or 0
    sizes = {"params": numel, "size": tensor.dtype.nbytes(numel)}
    return all(
        _OPERATORS[amount.operator](sizes[facet], amount.value) for facet, amount in query.amounts
    )
