"""Sums over parts of the tree that have no rows yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import children
from inspector.gui.itemmodels.rows import window
from inspector.inert import Dict

VISITS = 2_000_000

_PLAIN = frozenset([int, float, str, bool, bytes, type(None), complex])


@dataclass(slots=True)
class Sum:
    """Tensors in a part of the tree."""

    tensors: int = 0
    numel: int = 0
    nbytes: int = 0
    dtypes: set[str] = field(default_factory=set)
    devices: set[str] = field(default_factory=set)

    def add(self, tensor: Tensor) -> None:
        """Take in one more."""
        self.dtypes.add(tensor.dtype.name)
        if tensor.device is not None:
            self.devices.add(tensor.device)
        self.tensors += 1
        self.numel += tensor.numel or 0
        self.nbytes += tensor.nbytes or 0


def sum_below(node: Any, is_range: bool = False) -> Sum:
    """The tensors below `node` (or below a range of its children), each object once."""
    total = Sum()
    seen: set[int] = set()
    visits = 0
    stack = [node]
    if is_range:
        owner, start, stop = node
        stack = [child for _, child in window(owner, start, stop)]
    # Millions of plain numbers are passed over where they lie.
    while stack and visits < VISITS:
        each = stack.pop()
        if type(each) in _PLAIN or id(each) in seen:
            continue
        visits += 1
        seen.add(id(each))
        if isinstance(each, Tensor):
            total.add(each)
        else:
            stack.extend(child for child in _values(each) if type(child) not in _PLAIN)
    return total


def _values(node: Any) -> Iterable[Any]:
    if isinstance(node, list | tuple):
        return node
    if isinstance(node, Dict):
        return islice(node.flat, 1, None, 2)
    return [child for _, child in children(node)]
