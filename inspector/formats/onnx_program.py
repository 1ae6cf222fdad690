"""From ONNX's graph to the nodes that run, for whoever follows the computation.

Field numbers and rules: onnx/onnx.proto of ONNX 1.23. Tensors are found, not read.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from functools import cache
from typing import Any

from inspector.checkpoint.program import (
    Dim,
    Dims,
    Function,
    Graph,
    Node,
    Op,
    Port,
    Program,
    Reference,
)
from inspector.errors import LimitExceeded, say
from inspector.formats.onnx_proto import dtype_name
from inspector.formats.onnx_tensors import OBJECT_CHARGE, Tensors
from inspector.formats.onnx_wire import FIXED32, VARINT, Wire, signed, tags
from inspector.remedies import NO_ONNX_LIBRARY

_MAX_DEPTH = 64  # as onnx_graphs
_MAX_OUTPUT = 1000  # bytes of a value's name
_MAX_PACKED = 64 << 10  # bytes of an attribute's numbers; a longer one is no axes, pads or kernel
_NODE_CHARGE = 8

_M_GRAPH, _M_FUNCTION = tags(7, 25)
_G_NODE, _G_INITIALIZER, _G_INPUT, _G_OUTPUT, _G_VALUE, _G_SPARSE = tags(1, 5, 11, 12, 13, 15)
_F_NAME, _F_INPUT, _F_OUTPUT, _F_NODE, _F_DOMAIN, _F_ATTRIBUTE, _F_VALUE = tags(
    1, 4, 5, 7, 10, 11, 12
)
_N_INPUT, _N_OUTPUT, _N_NAME, _N_OP, _N_ATTRIBUTE, _N_DOMAIN, _N_PROPS = tags(1, 2, 3, 4, 5, 7, 9)
_A_NAME, _A_STRING, _A_TENSOR, _A_GRAPH, _A_FLOATS, _A_INTS, _A_STRINGS, _A_TENSORS, _A_GRAPHS = (
    tags(1, 4, 5, 6, 7, 8, 9, 10, 11)
)
_A_REFERENCE, _A_SPARSE = tags(21, 22)
_A_INT, _A_ONE_OF_INTS = tags(3, 8, wire=VARINT)
_A_FLOAT, _A_ONE_OF_FLOATS = tags(2, 7, wire=FIXED32)
_V_NAME, _V_TYPE = tags(1, 2)
_ELEMENT = tags(1, wire=VARINT)[0]

# torch's exporter says where a node came from: "['', 'layer1', 'layer1.0', 'conv2d_1']".
_SCOPES = b"pkg.torch.onnx.name_scopes"
_QUOTED = re.compile(r"'([^']*)'")


def read_program(wire: Wire, tensors: Tensors) -> Program:
    """The program of the ModelProto that `wire` is on.

    Raises:
        CorruptFile: The graph cannot be followed.
        LimitExceeded: It is larger than any real model's, or subgraphs are nested too deep.
    """
    return _Reader(wire, tensors).read()


class _Reader:
    """One reading of one ModelProto."""

    def __init__(self, wire: Wire, tensors: Tensors) -> None:
        self._wire = wire
        self._tensors = tensors
        self._ops: dict[bytes, str] = {}

    def read(self) -> Program:
        program = Program(Graph())
        for tag, first, last in self._wire.fields(0, self._wire.source.size):
            if tag == _M_GRAPH:
                self._graph(program.graph, first, last, 0)
            elif tag == _M_FUNCTION:
                op, function = self._function(first, last)
                program.functions[op] = function
        program.is_cut = self._wire.is_cut
        return program

    def _graph(self, graph: Graph, start: int, end: int, depth: int) -> Graph:
        if depth > _MAX_DEPTH:
            raise LimitExceeded(
                say("Subgraphs are nested more than {n} deep.", n=_MAX_DEPTH),
                hint=NO_ONNX_LIBRARY,
            )
        hints: list[tuple[int, int]] = []
        for tag, first, last in self._wire.fields(start, end):
            if tag == _G_NODE:
                graph.nodes.append(self._node(first, last, depth))
            elif tag == _G_INITIALIZER:
                name, tensor = self._tensors.read(first, last, "graph")
                graph.tensors[name] = tensor
            elif tag == _G_SPARSE:
                name, tensor = self._tensors.read_sparse(first, last, "graph")
                graph.tensors[name] = tensor
            elif tag == _G_INPUT:
                graph.inputs.append(self._port(first, last))
            elif tag == _G_OUTPUT:
                graph.outputs.append(self._port(first, last))
            elif tag == _G_VALUE:
                self._wire.charge(1)
                hints.append((first, last))
        if hints:
            graph.hints = cache(lambda: self._hints(hints))
        return graph

    def _hints(self, places: list[tuple[int, int]]) -> Mapping[str, Dims]:
        ports = [self._port(first, last) for first, last in places]
        return {port.name: port.dims for port in ports if port.dims is not None}

    def _function(self, start: int, end: int) -> tuple[Op, Function]:
        texts = {_F_NAME: "", _F_DOMAIN: ""}
        function = Function(Graph())
        hints: list[tuple[int, int]] = []
        for tag, first, last in self._wire.fields(start, end):
            if tag in texts:
                texts[tag] = self._name(first, last)
            elif tag == _F_INPUT:
                function.graph.inputs.append(Port(self._name(first, last)))
            elif tag == _F_OUTPUT:
                function.graph.outputs.append(Port(self._name(first, last)))
            elif tag == _F_NODE:
                function.graph.nodes.append(self._node(first, last, 1))
            elif tag == _F_ATTRIBUTE:
                name, value = self._attribute(first, last, 1)
                function.defaults[name] = value
            elif tag == _F_VALUE:
                hints.append((first, last))
        if hints:
            function.graph.hints = cache(lambda: self._hints(hints))
        return (_standard(texts[_F_DOMAIN]), texts[_F_NAME]), function

    def _node(self, start: int, end: int, depth: int) -> Node:
        self._wire.charge(_NODE_CHARGE)
        op = domain = ""
        node = Node(("", ""))
        attributes: list[tuple[int, int]] = []
        for tag, first, last in self._wire.fields(start, end):
            if tag == _N_INPUT:
                node.inputs.append(self._name(first, last))
            elif tag == _N_OUTPUT:
                node.outputs.append(self._name(first, last))
            elif tag == _N_ATTRIBUTE:
                attributes.append((first, last))
            elif tag == _N_OP:
                op = self._shared(first, last)
            elif tag == _N_NAME:
                node.name = self._name(first, last)
            elif tag == _N_DOMAIN:
                domain = self._shared(first, last)
            elif tag == _N_PROPS:
                node.scope = self._scope(first, last) or node.scope
        for first, last in attributes:
            name, value = self._attribute(first, last, depth)
            node.attributes[name] = value
        node.op = _standard(domain), op
        return node

    def _shared(self, first: int, last: int) -> str:
        """A text that many nodes have, kept once."""
        data = self._wire.data(first, min(last, first + 200))
        found = self._ops.get(data)
        if found is None:
            found = self._ops[data] = data.decode("utf-8", "replace")
        return found

    def _name(self, first: int, last: int) -> str:
        return self._wire.text(first, last, _MAX_OUTPUT)

    def _scope(self, start: int, end: int) -> str:
        """The innermost module that an entry of metadata_props names, or ""."""
        key = b""
        for tag, first, last in self._wire.fields(start, end):
            if tag == _V_NAME:
                if last - first != len(_SCOPES):
                    return ""
                key = self._wire.data(first, last)
            elif tag == _V_TYPE and key == _SCOPES:
                scopes = _QUOTED.findall(self._wire.text(first, last, 4096))
                return scopes[-2] if len(scopes) > 1 else ""
        return ""

    def _attribute(self, start: int, end: int, depth: int) -> tuple[str, Any]:
        """(name, value) of an AttributeProto; the value is None where it is of no use here."""
        name = ""
        value: Any = None
        numbers: list[Any] = []
        for tag, first, last in self._wire.fields(start, end):
            if tag == _A_NAME:
                name = self._shared(first, last)
            elif tag == _A_INT:
                value = signed(first)
            elif tag == _A_FLOAT:
                value = struct.unpack("<f", self._wire.data(first, last))[0]
            elif tag == _A_STRING:
                value = self._name(first, last)
            elif tag == _A_TENSOR:
                value = self._tensors.read(first, last, "graph", name)[1]
            elif tag == _A_GRAPH:
                value = self._graph(Graph(), first, last, depth + 1)
            elif tag == _A_REFERENCE:
                value = Reference(self._name(first, last))
            else:
                self._add_element(numbers, tag, first, last, depth)
        return name, numbers if value is None and numbers else value

    def _add_element(self, found: list[Any], tag: int, first: int, last: int, depth: int) -> None:
        """Take in one more of repeated values."""
        if tag == _A_ONE_OF_INTS:
            found.append(signed(first))
        elif tag == _A_INTS and last - first <= _MAX_PACKED:
            found += _varints(self._wire.data(first, last))
        elif tag == _A_ONE_OF_FLOATS:
            found += struct.unpack("<f", self._wire.data(first, last))
        elif tag == _A_FLOATS and last - first <= _MAX_PACKED:
            whole = (last - first) // 4
            found += struct.unpack(f"<{whole}f", self._wire.data(first, first + 4 * whole))
        elif tag == _A_STRINGS:
            found.append(self._name(first, last))
        elif tag == _A_TENSORS:
            found.append(self._tensors.read(first, last, "graph", "")[1])
        elif tag == _A_GRAPHS:
            found.append(self._graph(Graph(), first, last, depth + 1))
        elif tag == _A_SPARSE:
            found.append(self._tensors.read_sparse(first, last, "graph", "")[1])

    def _port(self, start: int, end: int) -> Port:
        """A ValueInfoProto."""
        self._wire.charge(OBJECT_CHARGE)
        port = Port("")
        for tag, first, last in self._wire.fields(start, end):
            if tag == _V_NAME:
                port.name = self._name(first, last)
            elif tag == _V_TYPE:
                self._type(port, first, last)
        return port

    def _type(self, port: Port, start: int, end: int) -> None:
        """A TypeProto's tensor_type 1: elem_type 1, shape 2 with dims 1."""
        for tag, first, last in self._wire.fields(start, end):
            if tag != _V_NAME:
                continue
            for part, part_first, part_last in self._wire.fields(first, last):
                if part == _ELEMENT:
                    port.dtype = dtype_name(part_first)
                elif part == _V_TYPE:
                    port.dims = tuple(
                        self._dim(dim_first, dim_last)
                        for dim, dim_first, dim_last in self._wire.fields(part_first, part_last)
                        if dim == _V_NAME
                    )

    def _dim(self, start: int, end: int) -> Dim:
        """dim_value 1 or dim_param 2."""
        size: Dim = None
        for tag, first, last in self._wire.fields(start, end):
            if tag == _ELEMENT:
                size = signed(first) if signed(first) >= 0 else None
            elif tag == _V_TYPE:
                size = self._name(first, last) or None
        return size


def _standard(domain: str) -> str:
    return "" if domain == "ai.onnx" else domain


def _varints(data: bytes) -> list[int]:
    """The signed numbers of packed varints."""
    found = []
    value = shift = 0
    for byte in data:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            found.append(signed(value & (1 << 64) - 1))
            value = shift = 0
    return found
