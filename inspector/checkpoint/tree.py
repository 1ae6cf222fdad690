"""The tree that every format becomes, and how to walk it without being led astray.

Elements of a path: dict keys that are `str` or `int` as they are, any other key as its text, list
indices as `int`, attributes of objects as `Attribute`, the tensors inside a tensor by their
bracketed name ("<indices>"), parameters of a module by their dotted name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from inspector.checkpoint.objects import MAPPINGS, leaf_text, transparent
from inspector.checkpoint.tensor import Tensor
from inspector.inert import UNSET, Dict, Global, Object, Set, attributes, lookup, pairs
from inspector.limits import DEFAULT_LIMITS, ReadLimits

Element = str | int
Path = tuple[Element, ...]


class Attribute(str):
    """The name of an attribute, as an element of a path."""

    __slots__ = ()


class Names(Dict):
    """A mapping that a reader made (initializers of a graph, records), not a pickle."""

    __slots__ = ("kind",)

    def __init__(self, flat: list[Any] | None = None, kind: str = "") -> None:
        super().__init__(flat)
        self.kind = kind


def element_of(key: Any) -> Element:
    """What a dict key is called in a path."""
    if type(key) is str or type(key) is int:
        return key
    if isinstance(key, str):
        return str(key)
    if key is None or isinstance(key, bool | float | complex | bytes):
        return repr(key)[:200]
    if isinstance(key, tuple):
        inner = ", ".join(str(element_of(part)) for part in key[:8] if not isinstance(part, tuple))
        return f"({inner}{', …' if len(key) > 8 else ''})"
    if isinstance(key, Tensor):
        return f"<tensor {key.shape}>"
    return f"<{leaf_text(key) or type(key).__name__}>"


def is_module(node: Any) -> bool:
    """Whether `node` is a pickled `nn.Module` (formats: `_parameters`, `_buffers`, `_modules`)."""
    if not isinstance(node, Object):
        return False
    held = attributes(node) or _fx_dict(node)
    return held is not None and lookup(held, "_modules") is not UNSET


def _fx_dict(node: Object) -> Dict | None:
    """The `__dict__` of a torch.fx GraphModule, which is its reduce argument."""
    first = node.args[0] if isinstance(node.args, tuple) and node.args else None
    is_fx = node.class_name.startswith("torch.fx.graph_module.reduce_")
    return first if is_fx and isinstance(first, Dict) else None


def module_attributes(node: Object) -> Dict:
    """The `__dict__` of a module."""
    return attributes(node) or _fx_dict(node) or Dict()


def named_members(module: Object, kind: str) -> list[tuple[str, Any]]:
    """(name, value) of a module's own `_parameters`, `_buffers` or `_modules`, without Nones."""
    held = lookup(module_attributes(module), kind)
    flat = getattr(held, "flat", None) or []
    return [(str(name), value) for name, value in pairs(flat) if value is not None]


def module_tensors(
    module: Object, limit: int = DEFAULT_LIMITS.repeats
) -> list[tuple[str, Tensor, bool]]:
    """(dotted name, tensor, is a parameter) as `state_dict()` would name them.

    Non-persistent buffers are left out, as there. At most `limit` entries: submodules may be
    shared many times over.
    """
    found: list[tuple[str, Tensor, bool]] = []
    stack: list[tuple[str, Object, tuple[int, ...]]] = [("", module, ())]
    while stack and len(found) < limit:
        prefix, node, above = stack.pop()
        hidden = lookup(module_attributes(node), "_non_persistent_buffers_set")
        skipped = [name for name in getattr(hidden, "items", None) or [] if isinstance(name, str)]
        for kind in ("_parameters", "_buffers"):
            for name, value in named_members(node, kind):
                if isinstance(value, Tensor) and not (kind == "_buffers" and name in skipped):
                    found.append((prefix + name, value, kind == "_parameters"))
        inside = (*above, id(node))
        for name, child in reversed(named_members(node, "_modules")):
            if is_module(child) and id(child) not in inside and len(inside) < 100:
                stack.append((f"{prefix}{name}.", child, inside))
    return found


_MODULE_TABLES = ("_parameters", "_buffers", "_modules", "_non_persistent_buffers_set")


def children(node: Any) -> list[tuple[Element, Any]]:
    """The children of a node, each with its element; empty for leaves."""
    if isinstance(node, Tensor):
        items = getattr(node, "items", None)
        return list((node.parts or {}).items()) if items is None else list(enumerate(items))
    if isinstance(node, Dict):
        return [(element_of(key), value) for key, value in pairs(node.flat)]
    if isinstance(node, list | tuple):
        return list(enumerate(node))
    if isinstance(node, Set):
        return list(enumerate(node.items))
    return _object_children(node) if isinstance(node, Object) else []


def _object_children(node: Object) -> list[tuple[Element, Any]]:
    inner = transparent(node)
    if inner is not UNSET:
        found = children(inner)
        return found if found or isinstance(inner, Dict | list | tuple) else [(0, inner)]
    if leaf_text(node) is not None:
        return []
    if is_module(node):
        return _module_children(node)
    found = [(element_of(key), value) for key, value in pairs(node.flat or [])]
    found += enumerate(node.items or [])
    held = attributes(node)
    name = node.class_name
    if held is not None and name != "collections.OrderedDict":
        found += [(Attribute(element_of(key)), value) for key, value in pairs(held.flat)]
    elif node.state is not UNSET and held is None:
        found.append((Attribute("<state>"), node.state))
    if node.args and name not in MAPPINGS and name != "collections.deque":
        found += [(Attribute(f"<arg {at}>"), arg) for at, arg in enumerate(_sequence(node.args))]
    return found


def _module_children(node: Object) -> list[tuple[Element, Any]]:
    """Own tensors, then submodules, then the other attributes that say something."""
    found: list[tuple[Element, Any]] = []
    for kind in ("_parameters", "_buffers", "_modules"):
        found += named_members(node, kind)
    for key, value in pairs(module_attributes(node).flat):
        name = str(element_of(key))
        if name not in _MODULE_TABLES and not ("_hooks" in name and is_empty(value)):
            found.append((Attribute(name), value))
    return found


def _sequence(args: Any) -> tuple[Any, ...]:
    return args if isinstance(args, tuple) else (args,)


def is_empty(node: Any) -> bool:
    """Whether a container holds nothing."""
    if isinstance(node, Object):
        return not node.flat and not node.items
    return isinstance(node, Dict | Set | list | tuple) and not children(node)


def is_leaf(node: Any) -> bool:
    """Whether a node is shown on one line: scalars, globals, small value classes, tensors."""
    return not isinstance(node, Dict | Set | list | tuple | Tensor) and (
        not isinstance(node, Object) or leaf_text(node) is not None
    )


class Walk:
    """Every node of a tree once, or again where it is shared and the budget allows.

    A cycle is not entered twice. `limits.repeats` nodes in all may be visited again because they
    are shared, and nothing deeper than `limits.depth` is visited; both are noted.

    Attributes:
        skipped_shared, skipped_deep: How many subtrees were left out.
        taken: ids of containers whose own shallow tensors the consumer lists itself, which is
            quicker for a mapping of 100,000; they are not given again.
    """

    def __init__(self, root: Any, limits: ReadLimits = DEFAULT_LIMITS) -> None:
        self.root = root
        self.limits = limits
        self.skipped_shared = 0
        self.skipped_deep = 0
        self.taken: set[int] = set()

    def __iter__(self) -> Iterator[tuple[Path, Any]]:
        """(path, node) of every container and tensor, parents before children, in file order.

        The tensors of a module are given by dotted name, relative to the outermost module.
        """
        seen: set[int] = set()
        inside: set[int] = set()
        repeats = self.limits.repeats
        yield (), self.root
        stack: list[tuple[tuple[Path, Any, bool], Iterator[tuple[Element, Any]]]] = []
        stack.append((((), self.root, False), iter(self._enter((), self.root, inside))))
        seen.add(id(self.root))
        while stack:
            (path, node, is_repeat), ahead = stack[-1]
            found = next(ahead, None)
            if found is None:
                stack.pop()
                inside.discard(id(node))
                continue
            element, child = found
            if type(child) is Tensor and not child.parts:
                yield (*path, element), child
                continue
            if isinstance(child, _SCALARS) or _is_bare(child):
                continue
            below = (*path, element)
            yield below, child
            if id(child) in inside:
                continue
            again = is_repeat or id(child) in seen
            repeats -= again
            if repeats < 0:
                self.skipped_shared += 1
                continue
            seen.add(id(child))
            stack.append(((below, child, again), iter(self._enter(below, child, inside))))

    def _enter(self, path: Path, node: Any, inside: set[int]) -> Iterable[tuple[Element, Any]]:
        """The children of a node that is entered; none where it lies too deep."""
        if len(path) >= self.limits.depth:
            self.skipped_deep += 1
            return ()
        inside.add(id(node))
        if isinstance(node, Set):
            node = node.items
        below = enumerate(node) if isinstance(node, list | tuple) else children_for_walk(node)
        if id(node) not in self.taken:
            return below
        return [each for each in below if not is_shallow(each[1])]


def is_shallow(node: Any) -> bool:
    """Whether a tensor has no parts, or a few that have none: what a consumer of `Walk` may list
    itself without going round in circles."""
    if type(node) is not Tensor:
        return False
    parts = node.parts
    return not parts or (len(parts) <= _FEW and not any(each.parts for each in parts.values()))


def _is_bare(node: Any) -> bool:
    """Whether a container is certainly empty; a hostile file may hold millions of them."""
    kind = type(node)
    if kind is Dict:
        return not node.flat
    return not node.items if kind is Set else kind in (list, tuple) and not node


_FEW = 8  # parts; real tensors have up to four
_SCALARS = (str, int, float, bytes, complex, type(None), Global)


def children_for_walk(node: Any) -> list[tuple[Element, Any]]:
    """As `children`, with a module's tensors flattened to dotted names."""
    if not is_module(node):
        return children(node)
    found: list[tuple[Element, Any]] = [(name, tensor) for name, tensor, _ in module_tensors(node)]
    return found + [child for child in _module_children(node) if isinstance(child[0], Attribute)]


__all__ = ["Attribute", "Element", "Global", "Names", "Path", "Walk", "children", "element_of"]
