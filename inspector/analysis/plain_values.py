"""Paths, and everything of a tree that is not a tensor, as JSON values."""

from __future__ import annotations

import math
from typing import Any

from inspector.checkpoint.numpy_scalars import scalar_value
from inspector.checkpoint.objects import leaf_text, object_value, transparent
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Attribute, Path, children, element_of, is_module
from inspector.inert import UNSET, BigNumber, ByteArray, Dict, Global, Object, Set, pairs

_BYTES_SHOWN = 4096
_TEXT_SHOWN = 1 << 20
_NODES_SHOWN = 500_000
_ALL_TEXT_SHOWN = 64 << 20
_DEPTH_SHOWN = 100


def json_path(path: Path) -> list[str | int]:
    """A path as JSON values; attributes are marked so that no dict key can be taken for one."""
    return [
        f"<attr>{part}" if isinstance(part, Attribute) and part[:1] != "<" else part
        for part in path
    ]


class PlainValues:
    """Everything that is not a tensor as JSON values; what is shared or too deep is cut."""

    def __init__(self) -> None:
        self.left = _NODES_SHOWN
        self.text_left = _ALL_TEXT_SHOWN

    def of(self, node: Any, above: tuple[int, ...] = ()) -> Any:
        """The JSON value of `node`."""
        self.left -= 1
        if isinstance(node, str | bytes):
            self.text_left -= len(node)
        if self.text_left < 0 and isinstance(node, str | bytes):
            return {"$omitted": "too much to list"}
        if node is None or isinstance(node, bool | int | str | float | complex):
            return _scalar(node)
        if isinstance(node, bytes | ByteArray):
            return _bytes(node)
        if isinstance(node, Tensor):
            return {"$tensor": f"{node.dtype.name}{list(node.shape or ())}"}
        if self.left < 0 or self.text_left < 0 or id(node) in above or len(above) > _DEPTH_SHOWN:
            return {"$omitted": "a cycle" if id(node) in above else "too much to list"}
        return self._container(node, (*above, id(node)))

    def _container(self, node: Any, above: tuple[int, ...]) -> Any:
        if isinstance(node, list | tuple | Set):
            return self._sequence(node.items if isinstance(node, Set) else node, above)
        if isinstance(node, Dict):
            return self._mapping(node, above)
        if isinstance(node, Object):
            return self._object(node, above)
        text = leaf_text(node)
        if isinstance(node, Global):
            return {"$global": node.full}
        if isinstance(node, BigNumber):
            return {"$int": node.raw[:2000].decode("ascii", "replace") if node.is_text else text}
        return {"$opaque": text or type(node).__name__}

    def _sequence(self, items: Any, above: tuple[int, ...]) -> list[Any]:
        found = []
        for item in items:
            found.append(self.of(item, above))
            if self.left < 0:
                break
        return found

    def _mapping(self, node: Any, above: tuple[int, ...]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        # Of 100,000 tensors in a dict not even the names are looked at.
        flat = pairs(node.flat) if isinstance(node, Dict) else children(node)
        for key, value in flat:
            if isinstance(value, Tensor):
                continue
            inner = self.of(value, above)
            if inner == {} and _holds_tensors(value):
                continue
            found[str(element_of(key))] = inner
        return found

    def _object(self, node: Object, above: tuple[int, ...]) -> Any:
        number = scalar_value(node) if node.class_name.endswith("multiarray.scalar") else None
        value = object_value(node) if number is None else number
        if value is not None:
            return _scalar(value)
        if node.class_name in _PLAIN_MAPPINGS:
            return self._mapping(node, above)
        if node.class_name == "collections.deque" and node.items:
            return [self.of(item, above) for item in node.items]
        inner = transparent(node)
        if inner is not UNSET:
            return self.of(inner, above)
        text = leaf_text(node)
        if text is not None:
            return {"$global": node.class_name, "text": text}
        if is_module(node):
            return {"$global": node.class_name}
        found = self._mapping(node, above)
        sequence = [self.of(item, above) for item in node.items or []]
        return {"$global": node.class_name, **found, **({"items": sequence} if sequence else {})}


_PLAIN_MAPPINGS = ("collections.OrderedDict", "collections.defaultdict", "collections.Counter")


def _holds_tensors(node: Any, depth: int = 3) -> bool:
    """Whether a tensor lies within a few levels of `node`."""
    inside = children(node)[:50] if depth else []
    return any(isinstance(child, Tensor) or _holds_tensors(child, depth - 1) for _, child in inside)


def _scalar(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return repr(value)
    if isinstance(value, complex):
        return {"$complex": [_scalar(value.real), _scalar(value.imag)]}
    if isinstance(value, str) and len(value) > _TEXT_SHOWN:
        return value[:_TEXT_SHOWN]
    return str(value) if isinstance(value, str) else value


def _bytes(node: bytes | ByteArray) -> dict[str, Any]:
    data = node.data if isinstance(node, ByteArray) else node
    shown: dict[str, Any] = {"$bytes": data[:_BYTES_SHOWN].hex()}
    if len(data) > _BYTES_SHOWN:
        shown["nbytes"] = len(data)
    return shown
