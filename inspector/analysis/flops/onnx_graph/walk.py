"""The walk: node by node, shapes and small values forward, costs into a tally."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any

from inspector.analysis.flops.onnx_graph import rules
from inspector.analysis.flops.onnx_graph.control import CONTROL, call_function
from inspector.analysis.flops.onnx_graph.folding import FOLDS, FROM_SHAPE
from inspector.analysis.flops.onnx_graph.frames import Frame, constant
from inspector.analysis.flops.onnx_graph.tally import Row
from inspector.analysis.flops.onnx_graph.values import (
    MAX_ELEMENTS,
    Call,
    Misfit,
    Unknown,
    Value,
    possible,
)
from inspector.analysis.flops.report import Shape
from inspector.checkpoint.program import Dims, Graph, Node, Op, Program, Reference
from inspector.checkpoint.tensor import Tensor
from inspector.errors import LimitExceeded, say
from inspector.progress import SILENT, Progress

MAX_VISITS = 1_000_000  # runs of nodes, over all iterations and calls
MAX_DEPTH = 64  # subgraphs and functions inside each other
_REPORTED = 1024  # runs of nodes between two reports of progress

NO_SHAPE = say("its shapes are not known: they depend on data, or on a node before it")
MISFIT = say("its inputs do not fit each other at these shapes")
NO_OPERATOR = say("not an operator of ONNX or of its usual runtime")
# What a rule raises on a node that contradicts itself, or needs what is not known.
_ODD = (Unknown, ArithmeticError, LookupError, TypeError, ValueError, AttributeError)

# These hand a weight on; whoever computes with it is its first user.
_PASSING = frozenset(
    """Cast CastLike DequantizeLinear Flatten Identity QuantizeLinear Reshape Squeeze Transpose
    Unsqueeze""".split()
)


class Walker:
    """One walk over one program.

    Args:
        dims: Sizes of named dimensions.
    """

    def __init__(
        self, program: Program, dims: Mapping[str, int], progress: Progress = SILENT
    ) -> None:
        self.program = program
        self._dims = dims
        self._progress = progress
        self._visits = 0
        self._counted: set[int] = set()  # ids of the weights that have a user

    def run(self, graph: Graph, frame: Frame) -> None:
        """Run the nodes of a graph: their values go to the scope, their costs to the tally.

        Raises:
            LimitExceeded: More runs of nodes than any real model has, or too deep.
            Cancelled: From the progress.
        """
        if frame.depth > MAX_DEPTH:
            raise LimitExceeded(
                say(
                    "Subgraphs and functions call each other more than {n} deep.",
                    n=MAX_DEPTH,
                ),
                hint=say("No runtime could run this model; be careful with this file."),
            )
        values = frame.scope.values
        for node in graph.nodes:
            self._visit()
            for name, value in zip(node.outputs, self._node(node, frame), strict=False):
                if name:
                    values[name] = value

    def _visit(self) -> None:
        if self._visits % _REPORTED == 0:
            self._progress.report(0, 0, say("counting"))  # nodes, not bytes
        self._visits += 1
        if self._visits > MAX_VISITS:
            raise LimitExceeded(
                say(
                    "Counting this model would take more than {n} steps.",
                    n=MAX_VISITS,
                ),
                hint=say("Its loops and functions unfold without end; be careful with this file."),
            )

    def _node(self, node: Node, frame: Frame) -> list[Value]:
        """The values of a node's outputs."""
        find = frame.scope.find
        inputs = [find(name) if name else None for name in node.inputs]
        attributes = node.attributes
        if frame.attributes is not None:
            attributes = resolved(attributes, frame.attributes)
        call = Call(node, inputs, attributes)
        function = self.program.functions.get(node.op)
        if function is not None:
            return call_function(self, function, call, frame)
        control = CONTROL.get(node.op[1]) if not node.op[0] else None
        try:
            if control is not None:
                return control(self, call, frame)
            return self._operator(call, frame)
        except _ODD as error:
            is_unknown = isinstance(error, Unknown) and not isinstance(error, Misfit)
            if not is_unknown:
                frame.tally.misfits += 1
            if rules.cost_rule(node.op) is not None or control is not None:
                why = NO_SHAPE if is_unknown else MISFIT
                frame.tally.uncounted[shown(node.op), why] += 1
                frame.tally.add(Row(node, None, 0, 0, None, prefix=frame.prefix))
            return self._hinted(call, frame)

    def _operator(self, call: Call, frame: Frame) -> list[Value]:
        node, tally = call.node, frame.tally
        if node.op == ("", "Constant"):
            return [_constant_node(call)]
        rule = rules.shape_rule(node.op)
        if rule is None:
            is_known = node.op[0] in rules.KNOWN_DOMAINS or node.op[0] == "ai.onnx.ml"
            tally.uncounted[shown(node.op), rules.NO_RULE if is_known else NO_OPERATOR] += 1
            parameters, weight = self._weights(call)
            tally.add(Row(node, None, 0, parameters, None, weight, frame.prefix))
            return self._hinted(call, frame)
        shapes = [shape if shape is None or possible(shape) else None for shape in rule(call)]
        values = _values(call, shapes)
        if call.op in rules.UNCOUNTED:
            tally.uncounted[shown(node.op), rules.UNCOUNTED[call.op]] += 1
        if call.op in rules.DATA_DEPENDENT and not values[0].is_small:
            note = say(
                "{op} has as many results as the data says; the most there can be were counted.",
                op=call.op,
            )
            tally.notes[note] = None
        cost = rules.cost_rule(node.op)
        macs = cost(call, shapes) if cost is not None else 0
        work = elementwise(call, shapes)
        parameters, weight = self._weights(call)
        if macs or work or parameters:
            shape = shapes[0] if shapes else None
            tally.add(Row(node, macs, work, parameters, shape, weight, frame.prefix))
        return values

    def _weights(self, call: Call) -> tuple[int, str]:
        """(elements of the weights that no node used before, name of its first weight)."""
        if call.op in _PASSING:
            return 0, ""
        allowed = rules.PARAMETER_INPUTS.get(call.op)
        total, first = 0, ""
        for at, value in enumerate(call.inputs):
            if value is None or (allowed is not None and at not in allowed):
                continue
            weight = value.weight
            if weight is None and allowed and value.tensor is not None:
                weight = call.node.inputs[at], value.tensor  # quantized
            if weight is None:
                continue
            name, tensor = weight
            first = first or name
            if id(tensor) not in self._counted:
                self._counted.add(id(tensor))
                total += rules.stored_numbers(call, at, tensor.numel or 0)
        return total, first

    def _hinted(self, call: Call, frame: Frame) -> list[Value]:
        """Outputs of which only the file's own claims are known."""
        hints = frame.scope.hints()
        found = []
        for name in call.node.outputs:
            dims = hints.get(name)
            shape = self.sized(dims) if dims is not None else None
            found.append(Value(shape if shape is None or possible(shape) else None))
        return found

    def sized(self, dims: Dims) -> Shape | None:
        """The shape that dimensions stand for; None where one of them is not known."""
        sizes = [dim if isinstance(dim, int) else self._dims.get(dim or "") for dim in dims]
        known = tuple(size for size in sizes if size is not None)
        return known if len(known) == len(sizes) else None


def _constant_node(call: Call) -> Value:
    """A Constant: its value is one of several attributes.

    Raises:
        Unknown: It has none that can be.
    """
    import numpy as np

    for name, found in call.attributes.items():
        if isinstance(found, Tensor):
            return constant(found, call.node.outputs[0] if call.node.outputs else "")
        if name in ("value_int", "value_ints"):
            array = np.array(found if found is not None else [], "int64")
        elif name in ("value_float", "value_floats"):
            array = np.array(found if found is not None else [], "float32")
        else:
            continue
        return Value(array.shape, array if array.size <= MAX_ELEMENTS else None)
    raise Unknown


def _values(call: Call, shapes: list[Shape | None]) -> list[Value]:
    """The outputs, with their elements where those of all inputs are known and few."""
    values = [Value(shape) for shape in shapes]
    if not values:
        return values
    op = call.op
    fold = FROM_SHAPE.get(op)
    if fold is None:
        fold = FOLDS.get(op)
        for value in call.inputs:
            if fold is None or (value is not None and not value.is_small):
                fold = None
                break
    if fold is not None and all(s is not None and prod(s) <= MAX_ELEMENTS for s in shapes):
        arrays = [] if op in FROM_SHAPE else [v.array for v in call.inputs if v is not None]
        if all(array is not None for array in arrays):
            known = [shape for shape in shapes if shape is not None]
            try:
                folded = fold(call, known, arrays)
                values[: len(folded)] = [Value(array.shape, array) for array in folded]
            except _ODD:
                pass  # the shapes are still right
    if op in _PASSING and call.inputs and call.inputs[0] is not None:
        _hand_on(call, values[0])
    return values


def _hand_on(call: Call, result: Value) -> None:
    source = call.inputs[0]
    assert source is not None
    result.weight = source.weight
    if source.weight is None and source.tensor is not None and call.op == "DequantizeLinear":
        result.weight = call.node.inputs[0], source.tensor
    if call.op == "Identity":
        result.tensor = source.tensor


def resolved(attributes: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes of a node in a function, where references stand for the caller's."""
    found = {
        name: given.get(value.name) if isinstance(value, Reference) else value
        for name, value in attributes.items()
    }
    return {name: value for name, value in found.items() if value is not None}


def elementwise(call: Call, shapes: list[Shape | None]) -> int:
    """Operations that are no multiply-adds of products; 0 for what only moves."""
    op = call.op
    result = shapes[0] if shapes else None
    if result is None:
        return 0
    if op in rules.POOLS:
        return prod(result) * prod(call.listed("kernel_shape"))
    if op in ("Resize", "Upsample", "GridSample"):
        mode = call.text("mode", "linear" if op == "GridSample" else "nearest").removeprefix("bi")
        return prod(result) * rules.INTERPOLATED.get(mode, 8)
    work = rules.WORK.get(op)
    if work is None:
        return 0
    return work.per * prod(call.shape(0) if work.of_input else result)


def shown(op: Op) -> str:
    """An operator's name, with its domain where that is not ONNX's own."""
    return f"{op[0]}.{op[1]}" if op[0] else op[1]
