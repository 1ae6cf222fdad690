"""A tree with some nodes replaced: sharing and cycles stay, and what is untouched is shared."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import Any

from inspector.checkpoint.tensor import Storage, Tensor
from inspector.inert import Dict, Object, Set

_CONTAINERS = (Dict, Object, Set, list, tuple, Tensor)


def rewritten(root: Any, replacements: dict[int, Any]) -> Any:
    """The tree below `root` in which each node whose id is a key is replaced by the value.

    A replacement may hold nodes of the old tree; those are rewritten too. `root` is not changed.
    Nodes are compared by identity, so equal but distinct objects stay distinct and one object that
    is reached twice stays one.
    """
    return _Rewriting(replacements).run(root)


def inner_nodes(node: Any) -> Iterable[Any]:
    """What a node refers to, as it is stored (not as it is shown)."""
    if isinstance(node, Dict):
        return node.flat
    if isinstance(node, list | tuple):
        return node
    if isinstance(node, Set):
        return node.items
    if isinstance(node, Object):
        found = [node.func, node.args, node.kwargs, node.state]
        return [*found, *(node.items or ()), *(node.flat or ())]
    if isinstance(node, Tensor):
        items = getattr(node, "items", None) or ()
        return [node.storage, node.origin, *(node.parts or {}).values(), *items]
    return ()


class _Rewriting:
    def __init__(self, replacements: dict[int, Any]) -> None:
        self.replacements = replacements
        self.new: dict[int, Any] = {}

    def resolve(self, node: Any) -> Any:
        return self.replacements.get(id(node), node)

    def now(self, node: Any) -> Any:
        """What stands for `node` in the new tree."""
        node = self.resolve(node)
        return self.new.get(id(node), node)

    def run(self, root: Any) -> Any:
        root = self.resolve(root)
        order, dirty = self._survey(root)
        changed = [node for node in order if id(node) in dirty]
        for node in changed:
            if not isinstance(node, tuple):
                self.new[id(node)] = [] if isinstance(node, list) else copy(node)
        for node in changed:  # children before parents; a cycle never consists of tuples alone
            if isinstance(node, tuple):
                self.new[id(node)] = tuple(self.now(item) for item in node)
        for node in changed:
            self._fill(node, self.new[id(node)])
        return self.now(root)

    def _survey(self, root: Any) -> tuple[list[Any], set[int]]:
        """(the containers, children first; ids of those from which a replaced node is reached)."""
        order: list[Any] = []
        parents: dict[int, list[Any]] = {}
        touched: list[int] = []
        seen = {id(root)}
        stack: list[tuple[Any, Any]] = [(root, iter(inner_nodes(root)))]
        while stack:
            node, ahead = stack[-1]
            for child in ahead:
                if id(child) in self.replacements:
                    touched.append(id(node))
                    child = self.replacements[id(child)]
                if not isinstance(child, _CONTAINERS):
                    continue
                parents.setdefault(id(child), []).append(node)
                if id(child) not in seen:
                    seen.add(id(child))
                    stack.append((child, iter(inner_nodes(child))))
                    break
            else:
                order.append(node)
                stack.pop()
        dirty = set(touched)
        while touched:
            for parent in parents.get(touched.pop(), ()):
                if id(parent) not in dirty:
                    dirty.add(id(parent))
                    touched.append(id(parent))
        return order, dirty

    def _fill(self, old: Any, new: Any) -> None:
        if isinstance(old, list):
            new.extend(self.now(item) for item in old)
        elif isinstance(old, Dict):
            new.flat = [self.now(item) for item in old.flat]
        elif isinstance(old, Set):
            new.items = [self.now(item) for item in old.items]
        elif isinstance(old, Object):
            for name in ("func", "args", "kwargs", "state"):
                setattr(new, name, self.now(getattr(old, name)))
            new.items = None if old.items is None else [self.now(item) for item in old.items]
            new.flat = None if old.flat is None else [self.now(item) for item in old.flat]
        elif isinstance(old, Tensor):
            self._fill_tensor(old, new)

    def _fill_tensor(self, old: Tensor, new: Tensor) -> None:
        """Facts follow from what the tensor is made of: its inner tensor, or its storage."""
        new.storage = self.now(old.storage)
        new.origin = self.now(old.origin)
        if old.parts:
            new.parts = {name: self.now(part) for name, part in old.parts.items()}
        args = new.origin.args if new.origin is not None else ()
        inner = args[0] if isinstance(args, tuple) and args else None
        if isinstance(inner, Tensor) and old.storage is not None:
            for name in ("dtype", "shape", "stride", "storage_offset", "storage"):
                setattr(new, name, getattr(inner, name))
        if isinstance(old.storage, Storage) and isinstance(new.storage, Storage):
            if old._device == old.storage.location:
                new._device = None
            if old.dtype is old.storage.dtype:
                new.dtype = new.storage.dtype
            new.check()
