"""Everything in a file that is no tensor, as a tree of lines: the container's facts, and values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication

from inspector import describe
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import is_leaf, is_module
from inspector.gui.document.opening import Opened
from inspector.gui.itemmodels.cells import key_text, type_text, value_text
from inspector.gui.itemmodels.inline import inline_text
from inspector.gui.itemmodels.rows import CONTAINER, VALUE, size_of, window
from inspector.gui.text import counted

translate = QCoreApplication.translate

LINE_LIMIT = 20_000
_DEPTH = 30
_CHILDREN = 500
_HYPER = re.compile(r"^(hyper_?parameters|hparams.*|args|cfg|config|train_args|opts?|meta)$", re.I)


@dataclass(slots=True, eq=False)
class Line:
    """One line.

    Attributes:
        row: The row of the document's tree that shows it; 0 for none.
        path: Its names from the top, for the table.
    """

    name: str
    value: str
    kind: str
    row: int = 0
    above: Line | None = None
    children: list[Line] = field(default_factory=list)
    place: int = 0

    @property
    def path(self) -> str:
        """The names from the top, joined by dots."""
        names = [self.name]
        above = self.above
        while above is not None and above.name:
            names.append(above.name)
            above = above.above
        return ".".join(reversed(names))

    def add(self, line: Line) -> Line:
        """Append a child."""
        line.above, line.place = self, len(self.children)
        self.children.append(line)
        return line

    def leaves(self) -> Iterator[Line]:
        """Every line below that has none below itself."""
        for child in self.children:
            if child.children:
                yield from child.leaves()
            else:
                yield child


def metadata_of(opened: Opened) -> Line:
    """The top line; hyper-parameters come first, what the container says comes last."""
    return _Lines(opened).top()


class _Lines:
    """Counts what it lists, so that no file can make it expensive."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._left = LINE_LIMIT
        self._optimizers = {found.path for found in opened.document.contents.optimizers}

    def top(self) -> Line:
        tree = self._opened.tree
        found = Line("", "", "")
        names, kinds = tree.rows.names, tree.rows.kind
        rows = [] if () in self._optimizers else tree.top_rows()
        rows = [row for row in rows if kinds[row] in (CONTAINER, VALUE)]
        rows = sorted(rows, key=lambda row: not _HYPER.match(str(names[row])))
        for row in rows:
            path = (names[row],)
            if path in self._optimizers:
                continue
            self._add(found, names[row], tree.rows.nodes[row], (), row)
        self._add_facts(found)
        if self._left <= 0:
            text = translate("Metadata", "There is more; the tree on the left has all of it.")
            found.add(Line("…", text, ""))
        return found

    def _add_facts(self, top: Line) -> None:
        facts = self._opened.document.checkpoint.facts
        if not facts:
            return
        title = translate("Metadata", "Container")
        holder = top.add(Line(title, counted(len(facts), "entry"), ""))
        for name, value in facts.items():
            self._add_fact(holder, str(name), value, 0)

    def _add_fact(self, above: Line, name: str, value: Any, depth: int) -> None:
        self._left -= 1
        if self._left < 0:
            return
        shown = describe.visible(name, 200)
        pairs = _fact_items(value)
        if not pairs or depth > _DEPTH or _is_short(value):
            above.add(Line(shown, _fact_text(value), type(value).__name__))
            return
        line = above.add(Line(shown, counted(len(pairs), "entry"), type(value).__name__))
        for key, inner in pairs[:_CHILDREN]:
            self._add_fact(line, key, inner, depth + 1)

    def _add(self, above: Line, name: Any, node: Any, inside: tuple[int, ...], row: int) -> None:
        """Add `node` with all that is below it, tensors and what only holds tensors left out."""
        if isinstance(node, Tensor) or self._left <= 0:
            return
        self._left -= 1
        shown = key_text(name)
        if is_leaf(node) or not size_of(node) or _is_short(node):
            text = value_text(node, 1000) if is_leaf(node) else inline_text(node, 1000)
            above.add(Line(shown, text, type_text(node), row or self._row(node)))
            return
        if id(node) in inside or len(inside) > _DEPTH:
            above.add(Line(shown, "…", type_text(node), row))
            return
        line = Line(shown, "", type_text(node), row or self._row(node))
        before = self._left
        size = size_of(node)
        for key, child in window(node, 0, min(size, _CHILDREN)):
            self._add(line, key, child, (*inside, id(node)), 0)
        if not line.children or (is_module(node) and before == self._left):
            return
        if size > _CHILDREN:
            line.add(Line("…", counted(size - _CHILDREN, "more"), ""))
        line.value = counted(size, "entry")
        above.add(line)

    def _row(self, node: Any) -> int:
        """Only containers: equal scalars are one object in many places."""
        return 0 if is_leaf(node) else self._opened.tree.row_of(node)


def _is_short(node: Any) -> bool:
    """A short sequence of plain values reads better on one line."""
    if not isinstance(node, list | tuple) or len(node) > 8:
        return False
    plain = (bool, int, float, type(None), str)
    return all(isinstance(item, plain) and len(str(item)[:61]) <= 60 for item in node)


def _fact_items(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [(str(key), inner) for key, inner in value.items()]
    if isinstance(value, list | tuple):
        named = [_name_of(item, at) for at, item in enumerate(value)]
        return list(zip(named, value, strict=True))
    return []


def _name_of(item: Any, at: int) -> str:
    name = item.get("name") if isinstance(item, dict) else None
    return name if isinstance(name, str) else str(at)


def _fact_text(value: Any) -> str:
    if isinstance(value, str):
        return describe.visible(value, 1000)
    return value_text(value, 1000) if is_leaf(value) else inline_text(value, 1000)
