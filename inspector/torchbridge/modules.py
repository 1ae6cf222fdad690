"""A pickled module as numbers that torch's own constructors can be given.

Read from the inert tree: class names that stand in our table, and plain numbers. No hook, callable,
tensor or state of the file goes further than this.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from inspector.analysis.layers import plain_value
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import is_module, module_attributes, module_tensors, named_members
from inspector.errors import Sentence, Unsupported, say
from inspector.inert import UNSET, Global, Object, flat_items, lookup, pairs
from inspector.torchbridge.worker.layer_table import CONTAINERS, LAYERS

_PREFIX = "torch.nn.modules."
_MOST_NODES = 100_000
_DEEPEST = 90
_LARGEST = 1 << 40
_MOST_ITEMS = 8
_WORD = 20  # characters: "same", "zeros", "bilinear"


@dataclass(frozen=True)
class Plan:
    """How to rebuild a module.

    Attributes:
        nodes: [{"class", "args", "children": [[name, node number]]}], the module first; of a
            library's class {"library", "attributes", "tensors", "children"}.
        tensors: Name -> shape of the file's own tensors, to compare the rebuilt module with.
        dtype: Of the first floating tensor.
        parameters: Elements of all parameters, tied ones once.
        notes: What was left out.
    """

    nodes: list[dict[str, Any]]
    tensors: dict[str, tuple[int, ...]]
    dtype: str
    parameters: int
    notes: tuple[Sentence, ...]


def plan(module: Object, libraries: Sequence[str] = ()) -> Plan:
    """How to rebuild `module`.

    Args:
        libraries: Installed packages ("torchvision") whose classes may be used, too.

    Raises:
        Unsupported: A class in it is none of ours, replaces its forward, or holds no plain number
            where its constructor needs one; it is nested too deeply or within itself.
    """
    planner = _Planner(frozenset(libraries))
    planner.visit(module, "", ())
    tensors = module_tensors(module)
    floats = [tensor.dtype.name for _, tensor, _ in tensors if tensor.dtype.is_floating]
    notes = (say("Hooks in the file were left out."),) if planner.has_hooks else ()
    shapes = {name: tensor.shape for name, tensor, _ in tensors if tensor.shape is not None}
    own = {
        (id(tensor.storage), tensor.storage_offset, tensor.shape): tensor.numel or 0
        for _, tensor, is_parameter in tensors
        if is_parameter
    }
    dtype = floats[0] if floats else "float32"
    return Plan(planner.nodes, shapes, dtype, sum(own.values()), notes)


class _Planner:
    """Numbers the modules in the order they are found; one that is shared has one number."""

    def __init__(self, libraries: frozenset[str]) -> None:
        self.libraries = libraries
        self.nodes: list[dict[str, Any]] = []
        self.numbers: dict[int, int] = {}
        self.has_hooks = False

    def visit(self, module: Object, path: str, above: tuple[int, ...]) -> int:
        """The number of a module."""
        if id(module) in above or len(above) > _DEEPEST or len(self.nodes) > _MOST_NODES:
            raise Unsupported(
                say("The modules at '{path}' are nested too deeply or in themselves.", path=path)
            )
        if id(module) in self.numbers:
            return self.numbers[id(module)]
        is_library = _root(module) in self.libraries
        name = _class_of(module, path, is_library)
        self.has_hooks = self.has_hooks or _hooks(module)
        number = self.numbers[id(module)] = len(self.nodes)
        node: dict[str, Any] = {"class": name, "args": {}, "children": []}
        self.nodes.append(node)
        if is_library:
            node |= {"library": name, "attributes": _plain(module), "tensors": _tensors(module)}
        elif name not in CONTAINERS:
            node["args"] = _arguments(module, name, path)
            return number
        for key, child in named_members(module, "_modules"):
            below = f"{path}.{key}" if path else key
            if not is_module(child):
                raise Unsupported(
                    say("What the file calls the module '{path}' is none.", path=below)
                )
            inside = self.visit(child, below, (*above, id(module)))
            node["children"].append([key, inside])
        return number


def _root(module: Object) -> str:
    """The package of a module's class."""
    is_named = isinstance(module.func, Global)
    return module.class_name.partition(".")[0] if is_named else ""


def _plain(module: Object) -> dict[str, Any]:
    """The attributes of a library's module that are plain numbers and words; others are left."""
    found: dict[str, Any] = {}
    for key, value in pairs(module_attributes(module).flat):
        if isinstance(key, str) and key.isidentifier() and len(key) <= 100:
            with contextlib.suppress(Unsupported):
                plain = _number(value, key)
                is_tuple = isinstance(plain, list) and not isinstance(value, list)
                found[key] = {"tuple": plain} if is_tuple else plain
    return found


def _tensors(module: Object) -> list[list[Any]]:
    """[name, shape, dtype, "parameter", "buffer" or "hidden"] of a library module's own tensors.

    Those that are None have no shape: a layer without bias has the name of one. A hidden buffer is
    one that no state_dict has.
    """
    hidden = lookup(module_attributes(module), "_non_persistent_buffers_set")
    unsaved = [name for name in getattr(hidden, "items", None) or [] if isinstance(name, str)]
    found: list[list[Any]] = []
    for table, kind in (("_parameters", "parameter"), ("_buffers", "buffer")):
        held = lookup(module_attributes(module), table)
        for name, value in pairs(flat_items(held) or []):
            what = "hidden" if kind == "buffer" and name in unsaved else kind
            if isinstance(value, Tensor) and value.shape is not None:
                found.append([str(name), list(value.shape), value.dtype.name, what])
            elif isinstance(name, str) and value is None:
                found.append([name, None, "float32", what])
    return found


def _class_of(module: Object, path: str, is_library: bool) -> str:
    """The class's own name, where it is one of torch.nn that we rebuild; else its whole name.

    Raises:
        Unsupported: It is not, or the instance has a forward of its own.
    """
    name = module.class_name
    last = name.rpartition(".")[2]
    where = f"'{path}'" if path else "The model"
    is_ours = isinstance(module.func, Global) and name.startswith(_PREFIX)
    if is_library:
        last = name
    elif not is_ours or (last not in LAYERS and last not in CONTAINERS):
        raise Unsupported(
            say(
                "{where} is a {kind}, whose code is not in the file.",
                where=where,
                kind=name,
            ),
            hint=say(
                "Name its class or factory with --model package.module:factory, and with --python "
                "a Python that has it."
            ),
        )
    if lookup(module_attributes(module), "forward") is not UNSET:
        raise Unsupported(
            say("{where} replaces its own forward; what that does is not in the file.", where=where)
        )
    return last


def _hooks(module: Object) -> bool:
    return any(
        getattr(lookup(module_attributes(module), kind), "flat", None)
        for kind in ("_forward_hooks", "_forward_pre_hooks")
    )


def _arguments(module: Object, name: str, path: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for word in LAYERS[name].split():
        argument, _, source = word.partition("=")
        *way, attribute = (source or argument).lstrip("?").split(".")
        holder = _below(module, way)
        if source.startswith("?"):
            found[argument] = holder is not None and _has_parameter(holder, attribute)
            continue
        value = UNSET if holder is None else lookup(module_attributes(holder), attribute)
        if value is not UNSET:  # younger than the file: the constructor's default is what it had
            found[argument] = _number(value, f"{path}.{attribute}" if path else attribute)
    if name.startswith("Transformer") and name.endswith("Layer"):
        found["activation"] = _activation(module)
    return found


def _below(module: Object, way: list[str]) -> Object | None:
    node: Any = module
    for step in way:
        inside = dict(named_members(node, "_modules")) if is_module(node) else {}
        node = inside.get(step)
    return node if is_module(node) else None


def _has_parameter(module: Object, name: str) -> bool:
    return any(
        key == name and isinstance(value, Tensor)
        for key, value in named_members(module, "_parameters")
    )


def _activation(module: Object) -> str:
    """ "relu" or "gelu": they cost nothing that is counted, but the constructor wants a word."""
    value = lookup(module_attributes(module), "activation")
    name = value.full if isinstance(value, Global) else getattr(value, "class_name", "")
    return "gelu" if "gelu" in str(name).lower() else "relu"


def _number(value: Any, where: str) -> Any:
    """`value` if it is a plain number, a flag, a short word, or a short sequence of numbers.

    Raises:
        Unsupported: It is anything else.
    """
    is_plain, plain = plain_value(value, 1)
    items = plain if isinstance(plain, tuple) else (plain,)
    if is_plain and len(items) <= _MOST_ITEMS and all(_is_small(item) for item in items):
        return list(items) if isinstance(plain, tuple) else plain
    raise Unsupported(say("'{path}' is no plain number.", path=where[:200]))


def _is_small(item: Any) -> bool:
    if isinstance(item, str):
        return len(item) <= _WORD and item.replace("_", "").isalnum()
    if isinstance(item, float):
        return math.isfinite(item)
    return item is None or (isinstance(item, int) and abs(item) <= _LARGEST)
