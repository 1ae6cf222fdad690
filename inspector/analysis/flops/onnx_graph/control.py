"""Nodes that run graphs: If, Loop, Scan, functions; and the sequences that loops are made of."""

from __future__ import annotations

from collections.abc import Callable

from inspector.analysis.flops.onnx_graph.frames import Frame, Scope, Walks
from inspector.analysis.flops.onnx_graph.tally import Tally
from inspector.analysis.flops.onnx_graph.values import MAX_ELEMENTS, Call, Unknown, Value, along
from inspector.analysis.flops.report import Shape
from inspector.checkpoint.program import Function, Graph
from inspector.errors import say

Control = Callable[[Walks, Call, Frame], list[Value]]

BRANCH = say("Which branch of an If runs depends on the data; the one that costs more was counted.")
EARLY = say("A Loop may stop early, which depends on the data; all its iterations were counted.")
GROWS = say("A Loop makes a tensor larger each time; it was not followed to its end.")
ONCE = say("how often it runs depends on the data; counted once")

UNROLLED = 128  # iterations that are followed one by one; the others cost as much as the last


def call_function(walker: Walks, function: Function, call: Call, frame: Frame) -> list[Value]:
    """The outputs of a function of the model; its nodes are counted under the call's name."""
    scope = Scope(function.graph)
    for port, value in zip(function.graph.inputs, call.inputs, strict=False):
        if value is not None:
            scope.values[port.name] = value
    attributes = {**function.defaults, **call.attributes}
    prefix = f"{frame.prefix}.{call.node.name or call.op}".strip(".")[:400]
    walker.run(function.graph, Frame(scope, frame.tally, frame.depth + 1, prefix, attributes))
    return [scope.values.get(port.name) or Value() for port in function.graph.outputs]


def _graph(call: Call, name: str) -> Graph:
    found = call.attributes.get(name)
    if not isinstance(found, Graph):
        raise Unknown
    return found


def _run(
    walker: Walks, graph: Graph, frame: Frame, inputs: list[Value], tally: Tally
) -> list[Value]:
    """The outputs of a subgraph that sees the values around it."""
    scope = Scope(graph, frame.scope)
    for port, value in zip(graph.inputs, inputs, strict=False):
        scope.values[port.name] = value
    walker.run(graph, frame.below(scope, tally))
    return [scope.find(port.name) or Value() for port in graph.outputs]


def _is_true(value: Value | None) -> bool | None:
    """A condition; None where it is not known."""
    array = None if value is None else value.array
    return bool(array.reshape(-1)[0]) if array is not None and array.size else None


def branch(walker: Walks, call: Call, frame: Frame) -> list[Value]:
    """If: the branch that the condition picks, else the one that costs more."""
    picked = _is_true(call.value(0))
    if picked is not None:
        graph = _graph(call, "then_branch" if picked else "else_branch")
        return _run(walker, graph, frame, [], frame.tally)
    tallies = [Tally(), Tally()]
    found = [
        _run(walker, _graph(call, name), frame, [], tally)
        for name, tally in zip(("then_branch", "else_branch"), tallies, strict=True)
    ]
    dearer = int(tallies[1].macs > tallies[0].macs)
    frame.tally.take(tallies[dearer])
    if tallies[0].macs != tallies[1].macs:
        frame.tally.notes[BRANCH] = None
    return [value.forgotten() for value in found[dearer]]


def _number(value: int) -> Value:
    import numpy as np

    return Value((), np.array(value, "int64"))


def _shapes(values: list[Value]) -> list[object]:
    return [
        value.shape if value.items is None else [item.shape for item in value.items]
        for value in values
    ]


def _condition(is_true: bool) -> Value:
    import numpy as np

    return Value((), np.array(is_true))


def loop(walker: Walks, call: Call, frame: Frame) -> list[Value]:
    """Loop: iterations one by one, while they are few or something changes from one to the next."""
    body = _graph(call, "body")
    most = _trips(call)
    carried = [value or Value() for value in call.inputs[2:]]
    going = call.value(1) if call.has(1) else _condition(True)
    rows: list[list[Value]] = []
    done = 0
    while _is_true(going) is not False and (most is None or done < most):
        is_endless = most is None and (call.has(0) or _is_true(going) is None)
        if is_endless or done >= UNROLLED:
            return _rest(walker, call, frame, carried, rows, most, done)
        found = _run(walker, body, frame, [_number(done), going, *carried], frame.tally)
        done += 1
        going = found[0] if found else Value()
        carried = found[1 : 1 + len(carried)]
        rows.append(found[1 + len(carried) :])
        if _is_true(going) is None and most is not None:
            frame.tally.notes[EARLY] = None
    return [*carried, *_stacked(body, len(carried), rows, done)]


def _trips(call: Call) -> int | None:
    array = call.value(0).array if call.has(0) else None
    return None if array is None or not array.size else max(0, int(array.reshape(-1)[0]))


def _rest(
    walker: Walks,
    call: Call,
    frame: Frame,
    carried: list[Value],
    rows: list[list[Value]],
    most: int | None,
    done: int,
) -> list[Value]:
    """The iterations that are not followed one by one: all cost as much as the next one."""
    body = _graph(call, "body")
    tally = Tally()
    before = [value.forgotten() for value in carried]
    found = _run(walker, body, frame, [Value(()), _condition(True), *before], tally)
    after = [value.forgotten() for value in found[1 : 1 + len(carried)]]
    frame.tally.take(tally, 1 if most is None else most - done)
    if most is None:
        frame.tally.uncounted["Loop", ONCE] += 1
    if _shapes(before) != _shapes(after):
        frame.tally.notes[GROWS] = None
        after = [Value() for _ in after]
    rows.append(found[1 + len(carried) :])
    return [*after, *_stacked(body, len(carried), rows, most)]


def _stacked(body: Graph, carried: int, rows: list[list[Value]], count: int | None) -> list[Value]:
    """What each iteration adds to, one row of the result each; how many may not be known."""
    found = []
    for at in range(max(0, len(body.outputs) - 1 - carried)):
        shape = rows[-1][at].shape if rows and at < len(rows[-1]) else None
        found.append(Value((count, *shape) if shape is not None and count is not None else None))
    return found


def scan(walker: Walks, call: Call, frame: Frame) -> list[Value]:
    """Scan (opset 9 and later): the body once per slice of its last inputs."""
    body = _graph(call, "body")
    scanned = call.integer("num_scan_inputs")
    states = [value or Value() for value in call.inputs[: len(call.inputs) - scanned]]
    axes = call.listed("scan_input_axes") or [0] * scanned
    slices, count = [], 0
    for at, axis in enumerate(axes, len(states)):
        shape = call.shape(at)
        axis = along(axis, len(shape))
        count = shape[axis]
        slices.append(Value(shape[:axis] + shape[axis + 1 :]))
    tally = Tally()
    before = [state.forgotten() for state in states]
    found = _run(walker, body, frame, [*before, *slices], tally)
    frame.tally.take(tally, count)
    after = [value.forgotten() for value in found[: len(states)]]
    outputs = []
    for value, axis in zip(
        found[len(states) :],
        call.listed("scan_output_axes") or [0] * (len(found) - len(states)),
        strict=True,
    ):
        outputs.append(Value(_inserted(value.shape, axis, count)))
    return [*after, *outputs]


def _inserted(shape: Shape | None, axis: int, size: int) -> Shape | None:
    if shape is None:
        return None
    axis = along(axis, len(shape) + 1)
    return (*shape[:axis], size, *shape[axis:])


def _at(call: Call, at: int, default: int) -> int:
    return int(call.array(at).reshape(-1)[0]) if call.has(at) else default


def construct(walker: Walks, call: Call, frame: Frame) -> list[Value]:
    """SequenceConstruct and SequenceEmpty."""
    return [Value(items=[value or Value() for value in call.inputs])]


def insert(walker: Walks, call: Call, frame: Frame) -> list[Value]:
    """SequenceInsert."""
    items = list(call.items(0))
    items.insert(_at(call, 2, len(items)), call.value(1))
    return [Value(items=items)]


def erase(walker: Walks, call: Call, frame: Frame) -> list[Value]:
    """SequenceErase."""
    items = list(call.items(0))
    del items[_at(call, 1, -1)]
    return [Value(items=items)]


def item(walker: Walks, call: Call, frame: Frame) -> list[Value]:
    """SequenceAt; where the place is not known, any item if all have the same shape."""
    items = call.items(0)
    if call.value(1).array is not None:
        return [items[_at(call, 1, 0)]]
    if any(other.shape != items[0].shape for other in items):
        raise Unknown
    return [items[0].forgotten()]


def length(walker: Walks, call: Call, frame: Frame) -> list[Value]:
    """SequenceLength."""
    return [_number(len(call.items(0)))]


def split(walker: Walks, call: Call, frame: Frame) -> list[Value]:
    """SplitToSequence: parts as a number, as a list, or of size 1."""
    x = call.shape(0)
    axis = call.axis(0, 0)
    kept = bool(call.integer("keepdims", 1)) or call.has(1)
    sizes = call.array(1) if call.has(1) else None
    if sizes is not None and sizes.shape:
        parts = [int(size) for size in sizes.reshape(-1)]
    else:
        each = 1 if sizes is None else int(sizes)
        whole, rest = divmod(x[axis], each)
        if whole > MAX_ELEMENTS:
            raise Unknown
        parts = [each] * whole + [rest] * bool(rest)
    middle = [((part,) if kept else ()) for part in parts]
    return [Value(items=[Value((*x[:axis], *part, *x[axis + 1 :])) for part in middle])]


def joined(walker: Walks, call: Call, frame: Frame) -> list[Value]:
    """ConcatFromSequence."""
    shapes = [value.shape for value in call.items(0)]
    known = [shape for shape in shapes if shape is not None]
    if not known or len(known) != len(shapes):
        raise Unknown
    if call.integer("new_axis", 0):
        return [Value(_inserted(known[0], call.integer("axis"), len(known)))]
    axis = along(call.integer("axis"), len(known[0]))
    total = sum(shape[axis] for shape in known)
    return [Value((*known[0][:axis], total, *known[0][axis + 1 :]))]


def through(walker: Walks, call: Call, frame: Frame) -> list[Value]:
    """Optional and OptionalGetElement: what goes in comes out."""
    return [call.value(0)]


def has_element(walker: Walks, call: Call, frame: Frame) -> list[Value]:
    """OptionalHasElement."""
    return [Value(())]


CONTROL: dict[str, Control] = {
    "If": branch,
    "Loop": loop,
    "Scan": scan,
    "SequenceConstruct": construct,
    "SequenceEmpty": construct,
    "SequenceInsert": insert,
    "SequenceErase": erase,
    "SequenceAt": item,
    "SequenceLength": length,
    "SplitToSequence": split,
    "ConcatFromSequence": joined,
    "Optional": through,
    "OptionalGetElement": through,
    "OptionalHasElement": has_element,
}
