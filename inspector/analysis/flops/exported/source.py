"""The cost of a torch.export program, from its JSON (torch/_export/serde/schema.py)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from math import prod
from typing import Any

from inspector.analysis.flops.conventions import Thop
from inspector.analysis.flops.exported import rules
from inspector.analysis.flops.exported.inputs import Bound, bind
from inspector.analysis.flops.exported.sizes import Sizes, listed, named, table
from inspector.analysis.flops.given import Given
from inspector.analysis.flops.naming import layer_names
from inspector.analysis.flops.report import FlopsReport, LayerCost, NotCounted, Shape
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.errors import InspectorError, LimitExceeded, Sentence, say
from inspector.progress import SILENT, Progress

_MAX_DEPTH = 64
_REPORTED = 512  # nodes between two reports of progress
_TARGET = re.compile(r"^(?:torch\.ops\.)?(\w+)\.(\w+)")
_AGAIN = re.compile(r"@\d+$")  # "layer1@1": the second call of a module
NO_RULE = say("no rule counts it")
NO_SHAPE = say("its shapes are not in the file")
ONCE = say("how often it runs is not in the file; counted once")
BRANCH = say(
    "Which branch of a cond runs depends on the data; the one that costs more was counted."
)
_POSITIONAL = {"flex_attention": ("query", "key", "value")}
# Modules whose cost thop knows: others that multiply make its number another one.
_CONVS = frozenset(["conv1d", "conv2d", "conv3d", "convolution"])


def exported_cost(
    checkpoint: Checkpoint, contents: Contents, given: Given, progress: Progress
) -> FlopsReport | None:
    """The cost of a torch.export program; None for other checkpoints.

    Raises:
        InspectorError: The JSON is damaged, or the program does not allow what was given.
        Cancelled: From `progress`.
    """
    if checkpoint.exported is None:
        return None
    return program_cost(checkpoint.exported(), given, progress)


def program_cost(program: Any, given: Given, progress: Progress = SILENT) -> FlopsReport:
    """The cost of a program that was parsed; raises as `exported_cost`."""
    bound = bind(program, given)
    module = table(program, "graph_module")
    walk = _Walk(bound.symbols, _parameters(module), progress)
    total = _Total()
    walk.graph(table(module, "graph"), total, 0)
    return _report(walk, total, bound)


@dataclass(slots=True)
class _Total:
    """What one graph costs: rows of (module, node, cost), and what has no rule."""

    rows: list[tuple[str, str, LayerCost]] = field(default_factory=list)
    uncounted: Counter[tuple[str, Sentence]] = field(default_factory=Counter)
    notes: dict[Sentence, None] = field(default_factory=dict)

    @property
    def macs(self) -> int:
        return sum(cost.macs or 0 for _, _, cost in self.rows)

    def take(self, other: _Total) -> None:
        self.rows += other.rows
        self.uncounted += other.uncounted
        self.notes |= other.notes


def _parameters(module: Any) -> dict[str, str]:
    """Name in the graph -> name in the state_dict, of parameters."""
    found = {}
    for spec in listed(table(module, "signature"), "input_specs"):
        parameter = table(spec, "parameter")
        if parameter:
            found[named(table(parameter, "arg"))] = named(parameter, "parameter_name")
    return found


class _Walk:
    """One walk over the graphs of one program."""

    def __init__(
        self, symbols: dict[str, int], parameters: dict[str, str], progress: Progress
    ) -> None:
        self.parameters = parameters
        self.thop = Thop()
        self.used: dict[str, int] = {}
        self._symbols = symbols
        self._progress = progress

    def graph(self, graph: Any, total: _Total, depth: int) -> None:
        """Count the nodes of a graph into `total`."""
        if depth > _MAX_DEPTH:
            raise LimitExceeded(
                say("Graphs are nested more than {n} deep.", n=_MAX_DEPTH),
                hint=say("The file was made to confuse its reader."),
            )
        sizes = Sizes(graph, self._symbols)
        for name in self.parameters:
            if name in sizes and not depth:
                self.used.setdefault(name, 0)
        nodes = listed(graph, "nodes")
        for at, node in enumerate(nodes):
            if at % _REPORTED == 0:
                self._progress.report(0, 0, say("counting"))  # nodes, not bytes
            self._node(node, sizes, total, depth)

    def _node(self, node: Any, sizes: Sizes, total: _Total, depth: int) -> None:
        found = _TARGET.match(named(node, "target"))
        space, name = (found[1], found[2]) if found else ("", named(node, "target"))
        inner = _graphs(node)
        rule = rules.MACS.get(name)
        if inner and rule is None:
            self._inner(name, inner, total, depth)
            return
        try:
            call = _call(node, name, sizes)
            macs = rule(call) if rule is not None else 0
        except (LookupError, TypeError, ValueError, ArithmeticError):
            total.uncounted[f"{space}.{name}", NO_SHAPE] += 1
            macs, call = None, rules.Call({}, {}, {}, [])
        except InspectorError as error:
            total.uncounted[f"{space}.{name}", error.message] += 1
            macs, call = None, rules.Call({}, {}, {}, [])
        if rule is None and (space not in rules.LIGHT or rules.HEAVY.match(name)):
            total.uncounted[f"{space}.{name}", NO_RULE] += 1
            macs = None
        self._row(node, f"{space}.{name}".strip("."), macs, call, sizes, total)

    def _row(
        self,
        node: Any,
        target: str,
        macs: int | None,
        call: rules.Call,
        sizes: Sizes,
        total: _Total,
    ) -> None:
        name = target.rpartition(".")[2]
        parameters = self._first_used(node, sizes)
        work = rules.elementwise(name, call)
        where, kind = _module(node)
        if macs or work or parameters or macs is None:
            shape = call.outputs[0] if call.outputs else None
            leaf = named(node, "name") or _first_output(node) or name
            total.rows.append((where, leaf, LayerCost("", target, macs, parameters, shape, work)))
        self._as_thop(name, kind, macs, call)

    def _first_used(self, node: Any, sizes: Sizes) -> int:
        """Elements of the parameters that no node used before."""
        found = 0
        for argument in _names(node):
            if argument in self.parameters and not self.used.get(argument):
                numel = prod(sizes.shape(argument))
                self.used[argument] = numel
                found += numel
        return found

    def _as_thop(self, name: str, kind: str, macs: int | None, call: rules.Call) -> None:
        """Note what thop would add. It sees modules, not functions."""
        is_module = kind.startswith("torch.nn.modules.")
        base = name.rstrip("_")
        if macs and not (is_module and base in (*_CONVS, "linear")):
            self.thop.is_alike = False
        if not is_module or not call.outputs:
            return
        if base in _CONVS and "bias" in call.tensors:
            self.thop.bias(call.result)
        elif "BatchNorm" in kind and "batch_norm" in base:
            self.thop.norm(call.result)
        elif base.lstrip("_").startswith("adaptive_avg_pool"):
            source = call.tensors.get("self") or call.tensors.get("input")
            if source is not None:
                self.thop.adaptive_pool(source, call.result)
        elif base.startswith("avg_pool"):
            self.thop.pool(call.result)

    def _inner(self, name: str, graphs: list[Any], total: _Total, depth: int) -> None:
        """Graphs that a node runs: the dearer branch of a cond, the others once."""
        totals = []
        for graph in graphs:
            totals.append(_Total())
            self.graph(graph, totals[-1], depth + 1)
        if name == "cond":
            totals.sort(key=lambda one: one.macs)
            if totals[0].macs != totals[-1].macs:
                total.notes[BRANCH] = None
            totals = totals[-1:]
        elif name in ("while_loop", "scan", "map_impl", "map", "associative_scan"):
            total.uncounted[name, ONCE] += 1
        for one in totals:
            total.take(one)


def _graphs(node: Any) -> list[Any]:
    graphs = [table(table(item, "arg"), "as_graph") for item in listed(node, "inputs")]
    return [table(graph, "graph") for graph in graphs if graph]


def _names(node: Any) -> list[str]:
    """The tensors that a node takes."""
    found = []
    for item in listed(node, "inputs"):
        arg = table(item, "arg")
        found.append(named(table(arg, "as_tensor")))
        found += [named(one) for one in listed(arg, "as_tensors")]
        found += [named(table(one, "as_tensor")) for one in listed(arg, "as_optional_tensors")]
    return [name for name in found if name]


def _call(node: Any, name: str, sizes: Sizes) -> rules.Call:
    """The node's arguments and results; raises as `Sizes.shape`."""
    tensors: dict[str, Shape] = {}
    lists: dict[str, list[Shape]] = {}
    values: dict[str, Any] = {}
    fallback = _POSITIONAL.get(name, ())
    for at, item in enumerate(listed(node, "inputs")):
        key = named(item) or (fallback[at] if at < len(fallback) else str(at))
        arg = table(item, "arg")
        for kind, value in arg.items():
            if kind == "as_tensor":
                tensors[key] = sizes.shape(named(value))
            elif kind == "as_tensors" and isinstance(value, list):
                lists[key] = [sizes.shape(named(one)) for one in value]
            elif kind != "as_none":
                values[key] = value
    outputs = []
    for item in listed(node, "outputs"):
        single = named(table(item, "as_tensor"))
        found = [single] if single else [named(one) for one in listed(item, "as_tensors")]
        outputs += [sizes.shape(one) for one in found]
    return rules.Call(tensors, lists, values, outputs)


def _first_output(node: Any) -> str:
    outputs = listed(node, "outputs")
    return named(table(outputs[0], "as_tensor")) if outputs else ""


def _module(node: Any) -> tuple[str, str]:
    """(path, class) of the innermost module: "key,path,class;…" in nn_module_stack."""
    stack = named(table(node, "metadata"), "nn_module_stack")
    _, _, rest = stack.rpartition(";")[2].partition(",")
    path, _, kind = rest.rpartition(",")
    return _AGAIN.sub("", path), kind


def _report(walk: _Walk, total: _Total, bound: Bound) -> FlopsReport:
    places = [(where, leaf, bool(cost.macs)) for where, leaf, cost in total.rows]
    layers = tuple(
        LayerCost(
            name, cost.op_type, cost.macs, cost.parameters, cost.output_shape, cost.elementwise
        )
        for name, (_, _, cost) in zip(layer_names(places), total.rows, strict=True)
    )
    macs = total.macs
    return FlopsReport(
        macs=macs,
        elementwise=sum(cost.elementwise for cost in layers),
        parameters=sum(walk.used.values()),
        inputs=bound.shapes,
        source="torch-export",
        exact=not total.uncounted and not total.notes,
        layers=layers,
        not_counted=tuple(
            NotCounted(op, count, why) for (op, why), count in total.uncounted.items()
        ),
        notes=(*bound.notes, *total.notes),
        declared=bound.declared,
        dtypes=bound.dtypes,
        conventions=walk.thop.conventions(macs),
    )
