"""Which rows have the dtype, device, shape and size that a query asks for. Without Qt."""

from __future__ import annotations

import operator
from fnmatch import fnmatchcase
from typing import Any, Protocol

import numpy as np

from inspector.checkpoint.tensor import Tensor
from inspector.gui.itemmodels.query import Query
from inspector.gui.itemmodels.rows import Rows

_OPERATORS: dict[str, Any] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
}
_ALIASES = {
    "half": "float16",
    "fp16": "float16",
    "f16": "float16",
    "bf16": "bfloat16",
    "fp32": "float32",
    "f32": "float32",
    "fp64": "float64",
    "f64": "float64",
    "double": "float64",
}

Shape = tuple[int, ...]


class Columns(Protocol):
    """What is looked at of a `TreeIndex`, which says what each is."""

    rows: Rows
    names: list[str]
    tensors: np.ndarray
    numel: np.ndarray
    nbytes: np.ndarray
    dtypes: np.ndarray
    devices: np.ndarray


class Facets:
    """Looks at the searched rows of one index; what costs time is made when first asked for.

    It holds no reference to the index: a ring of that size would stay until it is collected.
    """

    def __init__(self, searched: np.ndarray) -> None:
        self._searched = searched
        self._shapes: list[Shape | None] = []
        self._shape_of: np.ndarray | None = None

    def matching(self, index: Columns, query: Query) -> np.ndarray | None:
        """A mask of the searched rows; None where the query names no facet."""
        masks = [self._named(index, facet, wanted) for facet, wanted in query.names]
        masks += [self._shaped(index, is_whole, dims) for is_whole, dims in query.shapes]
        for facet, amount in query.amounts:
            column = index.nbytes if facet == "size" else index.numel
            compared = _OPERATORS[amount.operator](column[self._searched], amount.value)
            masks.append(compared.astype(bool) & (index.tensors[self._searched] > 0))
        if not masks:
            return None
        whole: np.ndarray = np.logical_and.reduce(masks)
        return whole

    def _named(self, index: Columns, facet: str, wanted: tuple[str, ...]) -> np.ndarray:
        column = index.dtypes if facet == "dtype" else index.devices
        bits = column[self._searched]
        present = int(np.bitwise_or.reduce(bits)) if len(bits) else 0
        names = [
            (at, name.lower()) for at, name in enumerate(index.names[:63]) if present >> at & 1
        ]
        chosen = 0
        for each in wanted:
            for at in _meant(_ALIASES.get(each, each) if facet == "dtype" else each, names):
                chosen |= 1 << at
        return (bits & chosen) != 0

    def _shaped(self, index: Columns, is_whole: bool, dims: tuple[int | None, ...]) -> np.ndarray:
        if self._shape_of is None:
            codes: dict[Shape | None, int] = {}
            nodes = index.rows.nodes
            self._shape_of = np.array(
                [codes.setdefault(_shape(nodes[row]), len(codes)) for row in self._searched],
                np.int64,
            )
            self._shapes = list(codes)
        good = np.array([_fits(shape, is_whole, dims) for shape in self._shapes] or [False])
        mask: np.ndarray = good[self._shape_of]
        return mask


def _meant(wanted: str, names: list[tuple[int, str]]) -> list[int]:
    """The very name, with its numbers (`cuda`: `cuda:0`), a glob, or else what begins so."""
    found = [at for at, name in names if name == wanted or name.startswith(f"{wanted}:")]
    if not found and ("*" in wanted or "?" in wanted):
        found = [at for at, name in names if fnmatchcase(name, wanted.replace("[", "[[]"))]
    return found or [at for at, name in names if name.startswith(wanted)]


def _shape(node: Any) -> Shape | None:
    return node.shape if isinstance(node, Tensor) else None


def _fits(shape: Shape | None, is_whole: bool, dims: tuple[int | None, ...]) -> bool:
    if shape is None or len(shape) < len(dims) or (is_whole and len(shape) != len(dims)):
        return False
    return all(want is None or want == size for want, size in zip(dims, shape, strict=False))
