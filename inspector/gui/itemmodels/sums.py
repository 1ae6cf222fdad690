"""Sums over parts of the tree that have no rows yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from inspector.checkpoint.tensor import Tensor
from inspector.gui.itemmodels.rows import window

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
    while stack and visits < VISITS:
        each = stack.pop()
        if type(each) in _PLAIN or id(each) in seen:
            continue
        visits += 1
        seen.add(id(each))
        if isinstance(each, Tensor):
            total.add(each)
        else:
            stack.extend(child for _, child in window(each, 0, VISITS))
    return total
