"""From a document to the rows of its tree; runs in a worker.

A state_dict's keys are split at their dots into the module hierarchy. Everything else is listed as
it is in the file, but only so far: long lists, what was listed elsewhere already, and what lies
deep get their rows when a person opens them, so that no file can make this expensive.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from inspector.checkpoint.contents import Contents
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Element, Path, children, is_module
from inspector.gui.itemmodels.rows import (
    ATTRIBUTE,
    CONTAINER,
    CYCLE,
    GROUP,
    KEYED,
    OPTIMIZER,
    RANGE,
    STATE_DICT,
    UNREAD,
    VALUE,
    WHOLE,
    Rows,
    classify,
    size_of,
    window,
)

EAGER_CHILDREN = 2000
EAGER_ROWS = 300_000
RANGE_SIZE = 1000
MAX_DEPTH = 400
MAX_DOTS = 64

Items = list[tuple[Element, Any]]


class _Group(list[tuple[Element, Any]]):
    """Keys that begin alike, while a state_dict is being split."""

    __slots__ = ()


class Builder:
    """Makes the rows of one document and, later, those of the nodes a person opens."""

    def __init__(self, root: Any, contents: Contents) -> None:
        self.rows = Rows(root)
        self._tied = frozenset(contents.sharing())
        self._state_dicts = {found.path: found for found in contents.state_dicts}
        self._optimizers = {found.path for found in contents.optimizers}
        self._seen: set[int] = set()
        self._queue: deque[tuple[int, Path]] = deque()

    def build(self) -> Rows:
        """List the tree as far as it is listed at once."""
        rows = self.rows
        if classify("", rows.nodes[0], self._tied)[0] != CONTAINER:
            self._child(0, (), WHOLE, rows.nodes[0])
        else:
            self._mark(0, ())
            self._queue.append((0, ()))
        while self._queue:
            row, path = self._queue.popleft()
            if self._is_eager(row, path):
                self._list(row, path)
        return rows

    def fetch(self, row: int) -> int:
        """List the children of an unread row; how many rows were added."""
        before = len(self.rows)
        self._list(row, self.rows.path(row))
        self._queue.clear()
        return len(self.rows) - before

    def _is_eager(self, row: int, path: Path) -> bool:
        node = self.rows.nodes[row]
        if path in self._state_dicts or row == 0:
            return True
        if id(node) in self._seen or len(self.rows) > EAGER_ROWS:
            return False
        return self.rows.depth[row] < MAX_DEPTH and size_of(node) <= EAGER_CHILDREN

    def _list(self, row: int, path: Path) -> None:
        """Add the rows below `row`."""
        rows = self.rows
        rows.flags[row] &= ~UNREAD
        node = rows.nodes[row]
        if rows.kind[row] == RANGE:
            self._window(row, path, *node)
            return
        self._seen.add(id(node))
        if rows.flags[row] & STATE_DICT and not is_module(node):
            self._split(row, path, children(node))
        else:
            self._window(row, path, node, 0, size_of(node))

    def _window(self, row: int, path: Path, owner: Any, start: int, stop: int) -> None:
        """Some children of `owner`, or the ranges that hold them: a thousand, a million, ..."""
        if stop - start <= EAGER_CHILDREN:
            for name, node in window(owner, start, stop):
                self._child(row, path, name, node)
            return
        step = range_step(stop - start)
        for first in range(start, stop, step):
            last = min(first + step, stop)
            self.rows.add(row, range_name(first, last), (owner, first, last), RANGE, UNREAD)

    def _child(self, parent: int, path: Path, name: Element, node: Any, flags: int = 0) -> None:
        rows = self.rows
        kind, own = classify(name, node, self._tied)
        if self._is_part_of_key(parent, own):
            flags |= KEYED
        if kind == CONTAINER and rows.is_above_itself(parent, node):
            kind, own = VALUE, own & ~UNREAD | CYCLE
        row = rows.add(parent, name, node, kind, own | flags)
        if own & UNREAD:
            below = (*path, name)
            self._mark(row, below)
            self._queue.append((row, below))

    def _is_part_of_key(self, parent: int, flags: int) -> bool:
        """Whether a child of `parent` continues the key of a tensor in a pickled module."""
        if flags & ATTRIBUTE or not self.rows.flags[parent] & (STATE_DICT | KEYED):
            return False
        return is_module(self.rows.nodes[parent])

    def _mark(self, row: int, path: Path) -> None:
        if path in self._state_dicts:
            self.rows.flags[row] |= STATE_DICT
        if path in self._optimizers:
            self.rows.flags[row] |= OPTIMIZER

    # -- state_dicts --------------------------------------------------------------------------

    def _split(self, row: int, path: Path, items: Items) -> None:
        """The module hierarchy that the dots in the keys of a state_dict describe."""
        waiting: deque[tuple[int, Items]] = deque([(row, _hierarchy(items))])
        while waiting:
            parent, members = waiting.popleft()
            if len(members) > EAGER_CHILDREN:
                step = range_step(len(members))
                for start in range(0, len(members), step):
                    part = members[start : start + step]
                    numbers = range_name(start, start + len(part))
                    waiting.append((self.rows.add(parent, numbers, None, RANGE), part))
                continue
            for name, value in members:
                while type(value) is _Group and len(value) == 1:
                    inner, value = value[0]
                    name = f"{name}.{inner}"
                if type(value) is _Group:
                    waiting.append((self.rows.add(parent, name, None, GROUP, KEYED), value))
                elif type(value) is Tensor:
                    kind, flags = classify(name, value, self._tied)
                    self.rows.add(parent, name, value, kind, flags | KEYED)
                else:
                    self._child(parent, path, name, value, KEYED)


def _hierarchy(items: Items) -> Items:
    """Nested groups of the keys' parts; what is no dotted text stays where it is."""
    top = _Group()
    groups: dict[str, _Group] = {}
    for name, value in items:
        if type(name) is not str or not 0 < name.count(".") <= MAX_DOTS:
            top.append((name, value))
            continue
        prefix, _, last = name.rpartition(".")
        group = groups.get(prefix)
        if group is None:
            group = _group(prefix, groups, top)
        group.append((last, value))
    return top


def _group(prefix: str, groups: dict[str, _Group], top: _Group) -> _Group:
    """The group of `prefix`, made with all that are above it."""
    missing: list[tuple[str, str]] = []
    above = groups.get(prefix)
    while above is None:
        head, dot, last = prefix.rpartition(".")
        missing.append((prefix, last))
        above = groups.get(head) if dot else top
        prefix = head
    for whole, last in reversed(missing):
        group = groups[whole] = _Group()
        above.append((last, group))
        above = group
    return above


def range_step(count: int) -> int:
    """How many of `count` children one range holds, so that there are at most a few thousand."""
    step = RANGE_SIZE
    while count // step > EAGER_CHILDREN:
        step *= RANGE_SIZE
    return step


def range_name(start: int, stop: int) -> str:
    """(0, 1000) -> "[0 … 999]"."""
    return f"[{start:,} … {stop - 1:,}]"
