"""From ONNX's graphs and functions, with all their subgraphs, to the names and tensors they hold.

Field numbers and rules: onnx/onnx.proto of ONNX 1.23.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Names
from inspector.describe import visible
from inspector.errors import (
    Finding,
    InspectorError,
    LimitExceeded,
    say,
)
from inspector.formats.onnx_notes import Notes
from inspector.formats.onnx_proto import FLOAT, INT64, STRING, Run, dtype_name
from inspector.formats.onnx_tensors import MAX_TEXTS, OBJECT_CHARGE, T_DIM, Tensors
from inspector.formats.onnx_wire import FIXED32, VARINT, Wire, signed, tags
from inspector.remedies import NO_ONNX_LIBRARY

_MAX_DEPTH = 64  # a subgraph is three messages deep, and protobuf itself stops at 100
_MAX_TYPE_DEPTH = 8
_MAX_OPS = 10_000


# NodeProto and AttributeProto; a Constant's numbers and texts are tensors too.
_N_OUTPUT, _N_NAME, _N_OP, _N_ATTRIBUTE, _N_DOMAIN = tags(2, 3, 4, 5, 7)
_A_NAME, _A_TENSOR, _A_GRAPH, _A_TENSORS, _A_GRAPHS = tags(1, 5, 6, 10, 11)
_A_SPARSE = frozenset(tags(22, 23))
_A_PARTS = frozenset([_A_TENSOR, _A_GRAPH, _A_TENSORS, _A_GRAPHS, *_A_SPARSE])
# Tag -> (data type, is one value): f, floats; i, ints; s, strings.
_A_VALUES = (
    dict.fromkeys(tags(2, wire=FIXED32), (FLOAT, True))
    | dict.fromkeys([*tags(7, wire=FIXED32), *tags(7)], (FLOAT, False))
    | dict.fromkeys(tags(3, wire=VARINT), (INT64, True))
    | dict.fromkeys([*tags(8, wire=VARINT), *tags(8)], (INT64, False))
    | {tags(4)[0]: (STRING, True), tags(9)[0]: (STRING, False)}
)
# GraphProto; FunctionProto; ValueInfoProto and TypeProto.
_G_NODE, _G_NAME, _G_INITIALIZER, _G_DOC, _G_INPUT, _G_OUTPUT, _G_SPARSE = tags(
    1, 2, 5, 10, 11, 12, 15
)
_F_NAME, _F_NODE, _F_DOMAIN, _F_ATTRIBUTE, _F_OVERLOAD = tags(1, 7, 10, 11, 13)
V_NAME, V_TYPE = tags(1, 2)
_Y_TENSOR, _Y_SEQUENCE, _Y_MAP, _Y_SPARSE, _Y_OPTIONAL = tags(1, 4, 5, 8, 9)

_STANDARD = ("", "ai.onnx", "ai.onnx.ml", "ai.onnx.training", "com.microsoft")
_STANDARD_FAMILIES = ("ai.onnx.preview.", "com.microsoft.")
Op = tuple[str, str]  # domain, op_type


@dataclass
class Graph:
    """What a graph or a function holds: alternating names and values.

    Attributes:
        place: Its path, for findings.
        ops: How often each operator is used, subgraphs included.
    """

    place: str
    ops: Counter[Op] = field(default_factory=Counter)
    depth: int = 0
    initializers: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)
    subgraphs: list[Any] = field(default_factory=list)
    inputs: list[Any] = field(default_factory=list)
    outputs: list[Any] = field(default_factory=list)
    facts: list[Any] = field(default_factory=list)
    nodes: int = 0

    def add(self, op: Op) -> None:
        """Count a node."""
        self.nodes += 1
        self.ops[op] += 1

    def names(self, notes: Notes) -> Names:
        """Initializers under their names, the others under names that are still free."""
        flat = [*self.initializers, *self.constants, *self.subgraphs]
        taken: dict[str, int] = {}
        for at in range(0, len(flat), 2):
            name = flat[at]
            while flat[at] in taken:
                taken[name] += 1
                flat[at] = f"{name} ({taken[name]})"
            taken[flat[at]] = 1
            if flat[at] != name and at < len(self.initializers):
                what = say(
                    "Two initializers are called '{name}'; programs differ in which of them "
                    "they use.",
                    name=visible(name, 200),
                )
                notes.add(Finding("warning", self.place, what))
        has_tensors = bool(self.initializers or self.constants)
        return Names(flat, "state_dict" if has_tensors else "")


@dataclass(slots=True)
class _Node:
    """A NodeProto that has attributes."""

    op: Op
    index: int
    name: tuple[int, int] | None = None
    output: tuple[int, int] | None = None

    @property
    def is_constant(self) -> bool:
        """Whether its attributes are its value."""
        return self.op in (("", "Constant"), ("ai.onnx", "Constant"))

    def label(self, wire: Wire) -> str:
        """What a person would call it: a Constant by its output, others by their name."""
        first, second = self.name, self.output
        if self.is_constant:
            first, second = second, first
        for place in (first, second):
            text = wire.text(*place, limit=1000) if place is not None else ""
            if text:
                return text
        return f"{self.op[1]} {self.index}"


class Graphs:
    """From GraphProto and FunctionProto to what they hold.

    Attributes:
        used: The operators of all nodes, wherever they are.
    """

    def __init__(self, wire: Wire, tensors: Tensors, notes: Notes) -> None:
        self.used: set[Op] = set()
        self._wire = wire
        self._tensors = tensors
        self._notes = notes
        self._ops: dict[tuple[bytes, bytes], Op] = {}

    def follow(self, graph: Graph, start: int, end: int) -> None:
        """Take a GraphProto into `graph`."""
        try:
            for tag, first, last in self._wire.fields(start, end):
                if tag == _G_NODE:
                    self._node(graph, first, last) if last > first else graph.add(("", ""))
                elif tag == _G_INITIALIZER:
                    graph.initializers += self._tensors.read(first, last, graph.place)
                elif tag == _G_SPARSE:
                    graph.initializers += self._tensors.read_sparse(first, last, graph.place)
                elif tag == _G_INPUT and not graph.depth:
                    graph.inputs += self._value(first, last)
                elif tag == _G_OUTPUT and not graph.depth:
                    graph.outputs += self._value(first, last)
                elif tag in (_G_NAME, _G_DOC) and last > first:
                    name = "graph_name" if tag == _G_NAME else "graph_doc_string"
                    graph.facts = [*graph.facts[:2], name, self._wire.text(first, last)]
        except InspectorError as error:
            self._notes.broke(error)

    def follow_function(self, graph: Graph, start: int, end: int) -> tuple[Op, str]:
        """Take a FunctionProto into `graph`; (what it defines, its overload)."""
        texts = {_F_NAME: "", _F_DOMAIN: "", _F_OVERLOAD: ""}
        attributes = []
        try:
            for tag, first, last in self._wire.fields(start, end):
                if tag in texts:
                    texts[tag] = self._wire.text(first, last, 1000)
                elif tag == _F_NODE:
                    self._node(graph, first, last)
                elif tag == _F_ATTRIBUTE:
                    self._wire.charge(1)
                    attributes.append((first, last))
        except InspectorError as error:
            self._notes.broke(error)
        node = _Node((texts[_F_DOMAIN], texts[_F_NAME]), 0)
        self._attributes(graph, node, attributes)
        return node.op, texts[_F_OVERLOAD]

    def _node(self, graph: Graph, start: int, end: int) -> None:
        op = domain = b""
        node = _Node(("", ""), graph.nodes)
        attributes = []
        try:
            for tag, first, last in self._wire.fields(start, end):
                if tag == _N_OP:
                    op = self._wire.data(first, min(last, first + 200))
                elif tag == _N_DOMAIN:
                    domain = self._wire.data(first, min(last, first + 200))
                elif tag == _N_NAME:
                    node.name = first, last
                elif tag == _N_OUTPUT:
                    node.output = node.output or (first, last)
                elif tag == _N_ATTRIBUTE:
                    self._wire.charge(1)
                    attributes.append((first, last))
        except InspectorError as error:
            self._notes.broke(error)
        node.op = self._op(domain, op)
        graph.add(node.op)
        self._attributes(graph, node, attributes)

    def _op(self, domain: bytes, op: bytes) -> Op:
        """The operator; "…" once the file has used 10,000 different ones."""
        found = self._ops.get((domain, op))
        if found is None:
            found = domain.decode("utf-8", "replace"), op.decode("utf-8", "replace")
            if len(self._ops) >= _MAX_OPS:
                found = found[0] if is_standard(found[0]) else "…", "…"
            else:
                self._ops[domain, op] = found
            self.used.add(found)
        return found

    def _attributes(self, graph: Graph, node: _Node, places: list[tuple[int, int]]) -> None:
        for start, end in places:
            try:
                self._attribute(graph, node, start, end)
            except LimitExceeded:
                return  # the fields around this one say so
            except InspectorError as error:
                self._notes.broke(error)

    def _attribute(self, graph: Graph, node: _Node, start: int, end: int) -> None:
        """Keep the tensors and the graphs of one AttributeProto."""
        name = (0, 0)
        kind, is_scalar, count = 0, False, 0
        runs: list[Run] = []
        texts: list[tuple[int, int]] = []
        for found in self._wire.fields(start, end):
            tag, first, last = found
            if tag == _A_NAME:
                name = first, last
            elif tag in _A_PARTS:
                self._part(graph, node, name, found)
            elif tag in _A_VALUES:
                if not node.is_constant:
                    break  # nothing follows a value, and there may be millions of them
                kind, is_scalar = _A_VALUES[tag]
                count += 1
                if kind != STRING:
                    self._tensors.add_number(runs, found)
                elif count <= MAX_TEXTS:
                    texts.append((first, last))
        if not kind:
            return
        label = node.label(self._wire)
        if kind == STRING:
            value: Tensor = self._tensors.texts(texts, () if is_scalar else (count,))
        else:
            value = self._tensors.numbers(label, runs, kind, is_scalar)
        graph.constants += [label, value]

    def _part(
        self, graph: Graph, node: _Node, name: tuple[int, int], found: tuple[int, int, int]
    ) -> None:
        """A tensor or graph in an attribute."""
        tag, first, last = found
        key = label = node.label(self._wire)
        if tag in (_A_GRAPH, _A_GRAPHS) or not node.is_constant:
            key = f"{self._wire.text(*name, limit=200) or 'attribute'} of {label}"
        if tag in _A_SPARSE:
            graph.constants += self._tensors.read_sparse(first, last, graph.place, key)
        elif tag in (_A_TENSOR, _A_TENSORS):
            graph.constants += self._tensors.read(first, last, graph.place, key)
        elif graph.depth < _MAX_DEPTH:
            self._wire.charge(OBJECT_CHARGE)
            place = f"{graph.place} / {visible(key, 200)}"
            inner = Graph(place, graph.ops, graph.depth + 1)
            self.follow(inner, first, last)
            graph.nodes += inner.nodes
            names = inner.names(self._notes)
            if names.flat:
                graph.subgraphs += [key, names]
        else:
            what = say("Subgraphs are nested more than {n} deep; more are not shown.", n=_MAX_DEPTH)
            self._notes.add(Finding("error", None, what, NO_ONNX_LIBRARY))

    def _value(self, start: int, end: int) -> tuple[str, Any]:
        """(name, type) of an input or output."""
        self._wire.charge(OBJECT_CHARGE)
        name, kind = "", Names()
        try:
            for tag, first, last in self._wire.fields(start, end):
                if tag == V_NAME:
                    name = self._wire.text(first, last)
                elif tag == V_TYPE:
                    kind = self._type(first, last)
        except InspectorError as error:
            self._notes.broke(error)
        return name, kind

    def _type(self, start: int, end: int, depth: int = 0) -> Names:
        """A TypeProto: {"dtype", "shape"}, or the kind of container and what it holds."""
        for tag, first, last in self._wire.fields(start, end):
            if tag in (_Y_TENSOR, _Y_SPARSE):
                return self._tensor_type(first, last, tag == _Y_SPARSE)
            kind = {_Y_SEQUENCE: "sequence", _Y_MAP: "map", _Y_OPTIONAL: "optional"}.get(tag)
            if kind is None or depth == _MAX_TYPE_DEPTH:
                continue
            flat: list[Any] = ["type", kind]
            for part, inner_first, inner_last in self._wire.fields(first, last):
                if kind == "map" and part == T_DIM:
                    flat += ["key", dtype_name(inner_first)]
                elif part == (V_TYPE if kind == "map" else V_NAME):
                    flat += ["of", self._type(inner_first, inner_last, depth + 1)]
            return Names(flat)
        return Names()

    def _tensor_type(self, start: int, end: int, is_sparse: bool) -> Names:
        """elem_type 1, shape 2: dimensions as numbers, names or None; None without a shape."""
        dtype, sizes = "undefined", None
        for tag, first, last in self._wire.fields(start, end):
            if tag == T_DIM:
                dtype = dtype_name(first)
            elif tag == V_TYPE:
                sizes = [
                    self._dimension(dim_first, dim_last)
                    for dim, dim_first, dim_last in self._wire.fields(first, last)
                    if dim == V_NAME
                ]
        return Names(["dtype", dtype, "shape", sizes] + ["layout", "sparse_coo"] * is_sparse)

    def _dimension(self, start: int, end: int) -> int | str | None:
        """dim_value 1 or dim_param 2."""
        size: int | str | None = None
        for tag, first, last in self._wire.fields(start, end):
            if tag == T_DIM:
                size = signed(first)
            elif tag == V_TYPE:
                size = self._wire.text(first, last) or None
        return size


def is_standard(domain: str) -> bool:
    """Whether the operators of a domain are part of ONNX or of its usual runtime."""
    return domain in _STANDARD or domain.startswith(_STANDARD_FAMILIES)
