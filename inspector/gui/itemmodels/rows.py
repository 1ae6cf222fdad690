"""The rows of the tree as a growing table, without Qt and without numpy.

A row is an integer. Row 0 is the file itself and is not shown. A parent has a smaller number than
its children, and siblings are numbered in file order.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Attribute, Element, Path, children, is_leaf, is_module
from inspector.inert import Dict, Set

# Kinds of rows.
GROUP = 0  # keys of a state_dict that begin alike; no node of the tree
RANGE = 1  # a thousand children of a long list, dict or group
TENSOR = 2
CONTAINER = 3
VALUE = 4

# Flags of rows.
KEYED = 1  # the name is a part of a key of the state_dict above
ATTRIBUTE = 2
TIED = 4
BROKEN = 8
UNREAD = 16  # has children that have no rows yet
STATE_DICT = 32
OPTIMIZER = 64
CYCLE = 128  # one of its own ancestors

WHOLE = "(whole file)"
"""The name of the only row of a file that is one tensor or one value."""


class Rows:
    """The table. Columns are indexed by row.

    Attributes:
        names: The element of the path; for groups the part of the key, for ranges their label.
        nodes: The node of the tree; None for groups; (node, start, stop) for ranges.
    """

    def __init__(self, root: Any) -> None:
        self.names: list[Element] = [""]
        self.nodes: list[Any] = [root]
        self.parent = array("i", [-1])
        self.depth = array("i", [0])
        self.kind = bytearray([CONTAINER])
        self.flags = bytearray([0])

    def __len__(self) -> int:
        return len(self.names)

    def add(self, parent: int, name: Element, node: Any, kind: int, flags: int = 0) -> int:
        """Append a row; its number is returned."""
        self.names.append(name)
        self.nodes.append(node)
        self.parent.append(parent)
        self.depth.append(self.depth[parent] + 1)
        self.kind.append(kind)
        self.flags.append(flags)
        return len(self.names) - 1

    def ancestors(self, row: int) -> list[int]:
        """From the topmost shown row down to `row` itself."""
        found = []
        while row > 0:
            found.append(row)
            row = self.parent[row]
        return found[::-1]

    def path(self, row: int) -> Path:
        """The path in the tree, a state_dict's key being one element."""
        found: list[Element] = []
        is_inside_key = False
        for each in self.ancestors(row):
            if self.kind[each] == RANGE or self.names[each] is WHOLE:
                continue
            is_key = bool(self.flags[each] & KEYED)
            if is_key and is_inside_key:
                found[-1] = f"{found[-1]}.{self.names[each]}"
            else:
                found.append(self.names[each])
            # Only groups and submodules hold the rest of a key; other nodes begin anew.
            is_part = self.kind[each] == GROUP or is_module(self.nodes[each])
            is_inside_key = is_key and is_part
        return tuple(found)

    def key(self, row: int) -> str | None:
        """The name within the state_dict or module; None outside one."""
        if not self.flags[row] & KEYED:
            return None
        return str(self.path(row)[-1])

    def is_above_itself(self, parent: int, node: Any) -> bool:
        """Whether `node` as a child of `parent` would be its own ancestor."""
        while parent >= 0:
            if self.nodes[parent] is node:
                return True
            parent = self.parent[parent]
        return False


def size_of(node: Any) -> int:
    """How many children a node has, without making a list of long ones."""
    if isinstance(node, Dict):
        return len(node.flat) // 2
    if isinstance(node, list | tuple):
        return len(node)
    return len(node.items) if isinstance(node, Set) else len(children(node))


def window(node: Any, start: int, stop: int) -> Sequence[tuple[Element, Any]]:
    """Some of the children of a node, each with its element."""
    if isinstance(node, Dict):
        return children(Dict(node.flat[2 * start : 2 * stop]))
    if isinstance(node, list | tuple):
        return list(enumerate(node[start:stop], start))
    return children(node)[start:stop]


def classify(name: Element, node: Any, tied: frozenset[int]) -> tuple[int, int]:
    """(kind, flags) of a child, apart from what only its place decides."""
    flags = ATTRIBUTE if type(name) is Attribute else 0
    if isinstance(node, Tensor):
        if node.storage is not None and id(node.storage) in tied:
            flags |= TIED
        if node.trouble is not None:
            flags |= BROKEN
        has_parts = node.parts or getattr(node, "items", None)
        return TENSOR, flags | (UNREAD if has_parts else 0)
    if is_leaf(node) or not size_of(node):
        return VALUE, flags
    return CONTAINER, flags | UNREAD
