"""Where nodes run: the values they see, the tally they count into, and what runs a graph there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from inspector.analysis.flops.onnx_graph.tally import Tally
from inspector.analysis.flops.onnx_graph.values import Value
from inspector.checkpoint.program import Graph
from inspector.checkpoint.tensor import Tensor


class Scope:
    """Values by name; those around it are seen from inside a subgraph."""

    __slots__ = ("hints", "outer", "values")

    def __init__(self, graph: Graph, outer: Scope | None = None) -> None:
        self.values = {name: constant(tensor, name) for name, tensor in graph.tensors.items()}
        self.outer = outer
        self.hints = graph.hints

    def find(self, name: str) -> Value | None:
        """A value; None for one that is nowhere."""
        scope: Scope | None = self
        while scope is not None:
            found = scope.values.get(name)
            if found is not None:
                return found
            scope = scope.outer
        return None


@dataclass(slots=True)
class Frame:
    """Where nodes run.

    Attributes:
        prefix: The calls that lead here, dotted; "" for the main graph.
        attributes: Of the function's caller; None outside functions.
    """

    scope: Scope
    tally: Tally
    depth: int = 0
    prefix: str = ""
    attributes: Mapping[str, Any] | None = None

    def below(self, scope: Scope, tally: Tally | None = None) -> Frame:
        """The frame of a subgraph."""
        return replace(self, scope=scope, tally=tally or self.tally, depth=self.depth + 1)


class Walks(Protocol):
    """What a node that runs graphs needs of the walk it is part of."""

    def run(self, graph: Graph, frame: Frame) -> None:
        """As `Walker.run`."""


def constant(tensor: Tensor, name: str = "") -> Value:
    """The value of an initializer or constant; a floating-point one that has axes is a weight."""
    value = Value(tensor.shape, tensor=tensor)
    if tensor.shape and tensor.dtype.name.startswith(("float", "bfloat")):
        value.weight = name, tensor
    return value
