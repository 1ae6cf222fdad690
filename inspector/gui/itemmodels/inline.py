"""Values on one line, short sequences included: "(0.9, 0.999)"."""

from __future__ import annotations

from typing import Any

from inspector import describe
from inspector.checkpoint.objects import transparent
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import is_leaf
from inspector.gui.itemmodels.cells import type_text, value_text
from inspector.gui.itemmodels.rows import size_of
from inspector.gui.text import counted
from inspector.inert import UNSET, Object, Set

_ITEMS = 16


def inline_text(node: Any, limit: int = 200, depth: int = 2) -> str:
    """A value on one line; long or deep ones by their type and number of entries."""
    if isinstance(node, Tensor):
        return f"{describe.shape(node.shape)} {node.dtype.name}"
    if isinstance(node, Object) and not is_leaf(node):
        inner = transparent(node)
        node = inner if inner is not UNSET else node
    items = node.items if isinstance(node, Set) else node
    if isinstance(items, list | tuple) and items:
        if depth and len(items) <= _ITEMS:
            return _sequence_text(node, items, limit, depth)
    elif is_leaf(node) or not size_of(node):
        return value_text(node, limit)
    return f"{type_text(node)} · {counted(size_of(node), 'entry')}"


def _sequence_text(node: Any, items: Any, limit: int, depth: int) -> str:
    inner = ", ".join(inline_text(item, limit // 2, depth - 1) for item in items)
    if isinstance(node, list):
        text = f"[{inner}]"
    elif isinstance(node, tuple):
        text = f"({inner},)" if len(items) == 1 else f"({inner})"
    else:
        text = f"{{{inner}}}"
    return text if len(text) <= limit else f"{text[:limit]}…"
