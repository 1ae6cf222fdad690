"""The layers of a model, where a file says them: pickled modules, TorchScript, ONNX."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from inspector.analysis.script_classes import ScriptClasses
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.objects import leaf_text, object_value
from inspector.checkpoint.program import Graph, Reference
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import (
    Path,
    children,
    element_of,
    is_module,
    module_attributes,
    named_members,
)
from inspector.describe import shape
from inspector.inert import Global, Object, lookup, pairs
from inspector.progress import SILENT, Progress

MOST_LAYERS = 200_000
_MOST_DEPTH = 100
_LONGEST = 200  # characters, or items, of an attribute that is shown
Plain = str | int | float | bool | None | tuple[Any, ...]


@dataclass(slots=True)
class Layer:
    """A module, or a node of ONNX.

    Attributes:
        path: Dotted, as in the keys of its tensors; "" for the model itself. Of a node its name,
            behind the subgraph or function it lies in.
        class_name: Dotted ("torch.nn.modules.conv.Conv2d"); "?" where the file does not say. Of a
            node its operator, behind its domain where that is not ONNX's own.
        attributes: Plain values that say what it does (in_channels, kernel_size, eps, ...).
        parameters: Elements of its own parameters, without its submodules'.
        own: Its own tensors by name, buffers included; of a node the initializers it uses.
        submodules: How many lie directly in it.
        inputs, outputs: Names of a node's values; "" where an optional one is left out.
    """

    path: str
    class_name: str = "?"
    attributes: dict[str, Plain] = field(default_factory=dict)
    parameters: int = 0
    own: list[tuple[str, Tensor]] = field(default_factory=list)
    submodules: int = 0
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()

    @property
    def tensors(self) -> int:
        """How many tensors are its own."""
        return len(self.own)


@dataclass(frozen=True, slots=True)
class Model:
    """A model's layers.

    Attributes:
        path: Where it is in the checkpoint.
        source: What they were found in.
        layers: From the outside in, in order; of ONNX the nodes, as they run.
        operators: (op_type, how many), most first; of ONNX.
    """

    path: Path
    source: Literal["module", "torchscript", "onnx"]
    layers: list[Layer]
    operators: list[tuple[str, int]] = field(default_factory=list)


def has_layers(checkpoint: Checkpoint, contents: Contents) -> bool:
    """Whether a file says more of its layers than the keys of its tensors."""
    if checkpoint.format.startswith("onnx"):
        return bool(_operators(checkpoint))
    if checkpoint.format == "torchscript":
        return bool(contents.tensors)
    return any(found.is_module for found in contents.state_dicts)


def models(checkpoint: Checkpoint, contents: Contents, progress: Progress = SILENT) -> list[Model]:
    """The models whose layers the file says; nothing is executed, no tensor is read.

    Raises:
        InspectorError: TorchScript's code or ONNX's graph cannot be read.
        Cancelled: From `progress`.
    """
    if checkpoint.format.startswith("onnx"):
        operators = _operators(checkpoint)
        return (
            [Model((), "onnx", node_layers(checkpoint, progress), operators)] if operators else []
        )
    if checkpoint.format == "torchscript":
        layers = _script_layers(checkpoint)
        return [Model((), "torchscript", layers)] if layers else []
    found_models = []
    for state_dict in contents.state_dicts:
        if state_dict.is_module:
            module = node_at(checkpoint.root, state_dict.path)
            if is_module(module):
                found_models.append(Model(state_dict.path, "module", module_layers(module)))
    return found_models


def _operators(checkpoint: Checkpoint) -> list[tuple[str, int]]:
    counts = lookup(checkpoint.root, "op_types")
    return [(str(name), count) for name, count in children(counts) if type(count) is int]


def node_at(root: Any, path: Path) -> Any:
    """The node at a path; None where there is none."""
    node = root
    for element in path:
        inside = (child for name, child in children(node) if name == element)
        node = next(inside, None)
    return node


# -- pickled modules ------------------------------------------------------------------------------


def module_layers(module: Object) -> list[Layer]:
    """The layers of a pickled module, outside in; one that is used twice is listed twice."""
    found: list[Layer] = []
    stack: list[tuple[str, Object, frozenset[int]]] = [("", module, frozenset())]
    while stack and len(found) < MOST_LAYERS:
        path, node, above = stack.pop()
        inside = [(name, child) for name, child in named_members(node, "_modules")]
        found.append(_module_layer(path, node, len(inside)))
        if id(node) in above or len(above) > _MOST_DEPTH:
            continue
        for name, child in reversed(inside):
            if is_module(child):
                below = f"{path}.{name}" if path else name
                stack.append((below, child, above | {id(node)}))
    return found


def _module_layer(path: str, node: Object, submodules: int) -> Layer:
    own = [pair for pair in named_members(node, "_parameters") if isinstance(pair[1], Tensor)]
    buffers = [pair for pair in named_members(node, "_buffers") if isinstance(pair[1], Tensor)]
    is_fx = node.class_name.startswith("torch.fx.graph_module.reduce_")
    return Layer(
        path,
        "torch.fx.GraphModule" if is_fx else node.class_name,
        _plain_attributes(node),
        sum(tensor.numel or 0 for _, tensor in own),
        own + buffers,
        submodules,
    )


def _plain_attributes(node: Object) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for key, value in pairs(module_attributes(node).flat):
        name = str(element_of(key))
        if name[:1] != "_" and name != "training" and "_hook" not in name:
            is_plain, plain = plain_value(value)
            if is_plain:
                found[name] = plain
    return found


def plain_value(node: Any, depth: int = 2) -> tuple[bool, Plain]:
    """(whether a node is a number, a text, or a short sequence of them; what it is)."""
    if node is None or isinstance(node, bool | int | float):
        return True, node
    if isinstance(node, str):
        return len(node) <= _LONGEST, str(node)
    if isinstance(node, Global):
        return node.full.startswith("torch."), node.full
    if isinstance(node, Object):
        return _plain_object(node, depth)
    if not isinstance(node, list | tuple) or len(node) > _LONGEST or not depth:
        return False, None
    items = [plain_value(item, depth - 1) for item in node]
    return all(is_plain for is_plain, _ in items), tuple(item for _, item in items)


def _plain_object(node: Object, depth: int) -> tuple[bool, Plain]:
    if node.class_name == "torch.Size" and isinstance(node.args, tuple) and len(node.args) == 1:
        return plain_value(node.args[0], depth)
    value = object_value(node)
    if isinstance(value, str | int | float):
        return True, value
    is_known = node.class_name.startswith(("torch.", "builtins.range", "builtins.slice"))
    text = leaf_text(node) if is_known else None
    return text is not None and len(text) <= _LONGEST, text


# -- ONNX -----------------------------------------------------------------------------------------


def node_layers(checkpoint: Checkpoint, progress: Progress = SILENT) -> list[Layer]:
    """The nodes of an ONNX file: the main graph's with those of subgraphs behind their node, then
    those of functions.

    Raises:
        InspectorError: The graph cannot be read.
        Cancelled: From `progress`.
    """
    if checkpoint.program is None:
        return []
    program = checkpoint.program(progress)
    tensors = {
        str(name): value
        for name, value in children(lookup(checkpoint.root, "graph"))
        if isinstance(value, Tensor)
    }
    found = _nodes_of(program.graph, "", tensors)
    for (domain, name), function in program.functions.items():
        found += _nodes_of(function.graph, f"{_dotted(domain, name)} / ", {})
    return found[:MOST_LAYERS]


def _nodes_of(graph: Graph, above: str, tensors: Mapping[str, Tensor]) -> list[Layer]:
    """Nodes in order. `tensors` are those that can be seen from outside of the graph."""
    seen = {**graph.tensors, **tensors}
    found: list[Layer] = []
    for at, node in enumerate(graph.nodes):
        name = node.name or next(filter(None, node.outputs), f"{node.op[1]} {at}")
        own = [(name, seen[name]) for name in node.inputs if name in seen]
        layer = Layer(
            f"{above}{name}",
            _dotted(*node.op),
            parameters=sum(tensor.numel or 0 for _, tensor in own),
            own=own,
            inputs=tuple(node.inputs),
            outputs=tuple(node.outputs),
        )
        found.append(layer)
        for key, value in node.attributes.items():
            inner = value if isinstance(value, list) else [value]
            if inner and isinstance(inner[0], Graph):
                for graph_inside in inner:
                    found += _nodes_of(graph_inside, f"{layer.path} / {key} / ", seen)
            else:
                layer.attributes[key] = _attribute(value)
    return found


def _attribute(value: Any) -> Plain:
    if isinstance(value, Reference):
        return f"@{value.name}"  # as the text form of ONNX writes it
    if isinstance(value, Tensor):
        return f"{value.dtype.name} {shape(value.shape)}"
    if isinstance(value, float):
        return _shortest(value)
    if isinstance(value, list):
        value = [_shortest(each) if isinstance(each, float) else each for each in value]
    is_plain, plain = plain_value(value)
    return plain if is_plain else "…"


def _shortest(value: float) -> float:
    """1e-05 for the float32 that ONNX stores of it."""
    for digits in range(1, 9):
        short = float(f"{value:.{digits}g}")
        if struct.pack("<f", short) == struct.pack("<f", value):
            return short
    return value


def _dotted(domain: str, name: str) -> str:
    return f"{domain}.{name}" if domain else name


# -- TorchScript ----------------------------------------------------------------------------------


def _script_layers(checkpoint: Checkpoint) -> list[Layer]:
    """The modules that the names of tensors and attributes tell, their classes from the code."""
    layers: dict[str, Layer] = {}
    for name, value in children(checkpoint.root):
        if isinstance(value, Tensor):
            layer = _layer_above(layers, str(name))
            layer.own.append((str(name).rpartition(".")[2], value))
            layer.parameters += 0 if value.is_parameter is False else value.numel or 0
        elif name == "<attributes>":
            for dotted, inner in children(value):
                _keep_attribute(_layer_above(layers, str(dotted)), str(dotted), inner)
    if not layers:
        return []
    classes = ScriptClasses(checkpoint.texts)
    for path, (name, constants) in classes.follow(list(layers)).items():
        layers[path].class_name = name
        for key, constant in constants.items():
            layers[path].attributes.setdefault(key, constant)
    for path in layers:
        if path:
            layers[path.rpartition(".")[0]].submodules += 1
    return [layers[path] for path in _outside_in(layers)]


def _layer_above(layers: dict[str, Layer], name: str) -> Layer:
    """The layer that holds a dotted name; those above it are made with it."""
    path = name.rpartition(".")[0]
    above = path
    while above not in layers and len(layers) < MOST_LAYERS:
        layers[above] = Layer(above)
        if not above:
            break
        above = above.rpartition(".")[0]
    return layers.get(path) or layers.setdefault("", Layer(""))


def _keep_attribute(layer: Layer, dotted: str, value: Any) -> None:
    name = dotted.rpartition(".")[2]
    is_plain, plain = plain_value(value)
    if is_plain and name[:1] != "_" and name != "training":
        layer.attributes[name] = plain


def _outside_in(layers: dict[str, Layer]) -> list[str]:
    """Paths so that each comes behind what holds it, siblings in file order."""
    inside: dict[str, list[str]] = {}
    for path in layers:
        if path:
            inside.setdefault(path.rpartition(".")[0], []).append(path)
    order, stack = [], [""]
    while stack:
        path = stack.pop()
        order.append(path)
        stack.extend(reversed(inside.get(path, [])))
    return order
