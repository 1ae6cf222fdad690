"""The cost of an ONNX model, from its graph."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

from inspector.analysis.flops.conventions import Thop
from inspector.analysis.flops.given import Given
from inspector.analysis.flops.onnx_graph.frames import Frame, Scope
from inspector.analysis.flops.onnx_graph.names import names
from inspector.analysis.flops.onnx_graph.tally import Row, Tally
from inspector.analysis.flops.onnx_graph.values import Value
from inspector.analysis.flops.onnx_graph.walk import Walker
from inspector.analysis.flops.report import FlopsReport, LayerCost, NotCounted, Shape
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.program import Dims, Port, Program
from inspector.describe import shape as shape_text
from inspector.describe import visible
from inspector.errors import InspectorError, Sentence, say
from inspector.progress import Progress

CUT = say("The file is incomplete; what is missing was not counted.")


def onnx_cost(
    checkpoint: Checkpoint, contents: Contents, given: Given, progress: Progress
) -> FlopsReport | None:
    """The cost of an ONNX model; None for other checkpoints.

    Free dimensions that are not given count as 1, and the report says so.

    Raises:
        InspectorError: The graph is damaged or unfolds without end, or what was given does not
            fit its inputs.
        Cancelled: From `progress`.
    """
    if checkpoint.program is None:
        return None
    return program_cost(checkpoint.program(progress), given, progress)


def program_cost(program: Program, given: Given, progress: Progress) -> FlopsReport:
    """The cost of a program at the given shapes; raises as `onnx_cost`."""
    import numpy as np

    ports = input_ports(program)
    inputs, dims, notes = bind(ports, given)
    scope = Scope(program.graph)
    for name, shape in inputs.items():
        scope.values[name] = Value(shape)
    for port in ports:
        scope.values.setdefault(port.name, Value())
    tally = Tally()
    if program.is_cut:
        tally.notes[CUT] = None
    with np.errstate(all="ignore"):
        Walker(program, dims, progress).run(program.graph, Frame(scope, tally))
    return _report(tally, inputs, ports, notes)


def input_ports(program: Program) -> list[Port]:
    """The inputs of the main graph; before IR version 4 every initializer was one as well."""
    return [port for port in program.graph.inputs if port.name not in program.graph.tensors]


def bind(
    ports: list[Port], given: Given
) -> tuple[dict[str, Shape], dict[str, int], list[Sentence]]:
    """(shapes by input, sizes by dimension, notes).

    Raises:
        InspectorError: A shape is given for no input, or has the wrong number of dimensions, or
            one dimension gets two sizes.
    """
    asked = _by_port(ports, given.inputs)
    dims = dict(given.dims)
    for port in ports:
        if port.name in asked and port.dims is not None:
            _fit(port, port.dims, asked[port.name], dims)
    free: dict[str, None] = {}
    found: dict[str, Shape] = {}
    notes: list[Sentence] = []
    for port in ports:
        if port.name in asked:
            found[port.name] = asked[port.name]
            if _contradicts(port, asked[port.name]):
                notes.append(
                    say(
                        "The file says {shape} for '{name}'.",
                        shape=declared(port),
                        name=visible(port.name),
                    )
                )
        elif port.dims is not None:
            found[port.name] = tuple(_size(port, at, dims, free) for at in range(len(port.dims)))
    if free:
        named = ", ".join(list(free)[:8])
        notes.insert(0, say("Not given, so counted as 1: {dimensions}.", dimensions=named))
    return found, dims, notes


def _fit(port: Port, said: Dims, shape: Shape, dims: dict[str, int]) -> None:
    """Give the named dimensions of an input their sizes; raises as `bind`."""
    if len(shape) != len(said):
        raise InspectorError(
            say(
                "'{name}' has {n} dimensions, but {shape} has {other}.",
                name=visible(port.name),
                n=len(said),
                shape=shape_text(shape),
                other=len(shape),
            ),
            hint=say("The file says {shape}.", shape=declared(port)),
        )
    for dim, size in zip(said, shape, strict=True):
        if isinstance(dim, str) and dims.setdefault(dim, size) != size:
            raise InspectorError(
                say(
                    "The dimension '{name}' cannot be {a} and {b}.",
                    name=visible(dim),
                    a=dims[dim],
                    b=size,
                ),
                hint=say("Inputs that share a dimension need the same size there."),
            )


def _by_port(ports: list[Port], inputs: Mapping[str, Shape]) -> dict[str, Shape]:
    known = [port.name for port in ports]
    found = {}
    for name, shape in inputs.items():
        name = known[0] if not name and known else name
        if name not in known:
            listed = ", ".join(f"'{visible(port, 100)}'" for port in known[:10]) or "none"
            raise InspectorError(
                say("The model has no input called '{name}'.", name=visible(name, 100)),
                hint=say("Its inputs are: {names}.", names=listed),
            )
        found[name] = shape
    return found


def _size(port: Port, at: int, dims: dict[str, int], free: dict[str, None]) -> int:
    assert port.dims is not None
    dim = port.dims[at]
    if isinstance(dim, int):
        return dim
    if dim is None:
        free[f"'{visible(port.name, 100)}'[{at}]"] = None
        return 1
    if dim not in dims:
        free[f"'{visible(dim, 100)}'"] = None
        dims[dim] = 1
    return dims[dim]


def _contradicts(port: Port, shape: Shape) -> bool:
    pairs = zip(port.dims or (), shape, strict=False)
    return any(isinstance(dim, int) and dim != size for dim, size in pairs)


def declared(port: Port) -> str:
    """(None, 3, "h", 224) -> "? × 3 × h × 224"."""
    return " × ".join("?" if dim is None else visible(str(dim), 60) for dim in port.dims or ())


def _report(
    tally: Tally, inputs: dict[str, Shape], ports: list[Port], notes: list[Sentence]
) -> FlopsReport:
    rows = list(tally.rows.values())
    if tally.misfits:
        notes.append(
            say(
                "At these shapes {n} of the nodes cannot run: the model was not made for them, or "
                "is damaged.",
                n=tally.misfits,
            )
        )
    layers = tuple(
        LayerCost(name, row.node.op[1], row.macs, row.parameters, row.output_shape, row.elementwise)
        for name, row in zip(names(rows), rows, strict=True)
    )
    return FlopsReport(
        macs=tally.macs,
        elementwise=sum(row.elementwise for row in rows),
        parameters=sum(row.parameters for row in rows),
        inputs=inputs,
        source="onnx-graph",
        exact=not tally.uncounted and not tally.notes,
        layers=layers,
        not_counted=tuple(
            NotCounted(op, count, why) for (op, why), count in tally.uncounted.items()
        ),
        notes=(*notes, *tally.notes),
        declared={port.name: port.dims for port in ports},
        dtypes={port.name: port.dtype for port in ports if port.dtype != "undefined"},
        conventions=_as_thop(rows).conventions(tally.macs),
    )


def _as_thop(rows: list[Row]) -> Thop:
    """What thop would add. Most exports have folded BatchNorm into convolutions, which it sees."""
    found = Thop()
    for row in rows:
        op, shape = row.node.op[1], row.output_shape
        if row.macs != 0 and op not in ("Conv", "Gemm"):
            found.is_alike = False
        if shape is None:
            continue
        if op == "BatchNormalization":
            found.norm(shape)
        elif op == "Conv" and len(row.node.inputs) > 2:
            found.bias(shape)
        elif op == "AveragePool":
            found.pool(shape)
        elif op == "GlobalAveragePool":
            found.pools += row.elementwise + prod(shape)  # the window, and one division
    return found
