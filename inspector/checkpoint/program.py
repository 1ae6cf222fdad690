"""The computation that a file describes, as it stands there: nodes, not yet any shapes.

Read on demand (`Checkpoint.program`), for most of what is shown of a file does not need it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from inspector.checkpoint.tensor import Tensor

Dim = int | str | None  # a size, the name of a free one, or not said
Dims = tuple[Dim, ...]
Op = tuple[str, str]  # domain ("" for ONNX's own), op_type


@dataclass(slots=True)
class Port:
    """An input or output of a graph.

    Attributes:
        dims: None where the file does not say, and for what is not a tensor.
        dtype: torch's name.
    """

    name: str
    dims: Dims | None = None
    dtype: str = "undefined"


@dataclass(frozen=True, slots=True)
class Reference:
    """An attribute whose value is the attribute `name` of the function's caller."""

    name: str


@dataclass(slots=True)
class Node:
    """A call of an operator.

    Attributes:
        inputs, outputs: Names of values; "" where an optional one is left out.
        attributes: Name -> int, float, str, list of those, Tensor, Graph, Graphs' list, Reference.
        scope: The module it lies in ("layer1.0.conv1"), where the exporter wrote it down.
    """

    op: Op
    name: str = ""
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)
    scope: str = ""


def _no_hints() -> Mapping[str, Dims]:
    return {}


@dataclass(slots=True)
class Graph:
    """Nodes in the order they run.

    Attributes:
        tensors: Initializers by name.
        hints: Gives the shapes that the file claims for values inside, by name.
    """

    nodes: list[Node] = field(default_factory=list)
    inputs: list[Port] = field(default_factory=list)
    outputs: list[Port] = field(default_factory=list)
    tensors: dict[str, Tensor] = field(default_factory=dict)
    hints: Callable[[], Mapping[str, Dims]] = _no_hints


@dataclass(slots=True)
class Function:
    """A function of the model: called by name as if it were an operator.

    Attributes:
        defaults: Values of attributes that a caller may leave out.
    """

    graph: Graph
    defaults: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Program:
    """A model's main graph and the functions it may call, by domain and name.

    Attributes:
        is_cut: The file ends before it does.
    """

    graph: Graph
    functions: dict[Op, Function] = field(default_factory=dict)
    is_cut: bool = False
