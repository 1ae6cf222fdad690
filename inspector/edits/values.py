"""Edits of values: an epoch, a learning rate, a hyper-parameter."""

from __future__ import annotations

import json
from copy import copy
from dataclasses import dataclass
from typing import Any, ClassVar

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.objects import leaf_text
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Attribute, Path, children, element_of
from inspector.describe import visible
from inspector.edits.edit import Change, Edit, EditConflict, Outcome
from inspector.errors import Sentence, in_one, say
from inspector.inert import Dict, Object, attributes, flat_items
from inspector.remedies import LIST_ENTRIES


@dataclass(frozen=True)
class SetValue(Edit):
    """Put a JSON value at a path: "optimizer.param_groups.0.lr", 0.001."""

    path: str
    value: Any
    kind: ClassVar[str] = "set"

    @property
    def title(self) -> Sentence:
        return say("Set {path} to {value}", path=self.path, value=json.dumps(self.value))

    def python(self) -> str:
        steps = "".join(f"[{int(s) if s.isdigit() else s!r}]" for s in self.path.split("."))
        return f"checkpoint{steps} = {self.value!r}"

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        path, old = find_path(checkpoint.root, self.path)
        if isinstance(old, Tensor):
            raise EditConflict(
                say(
                    "'{path}' is a tensor; only plain values can be set.",
                    path=visible(self.path, 200),
                ),
                hint=say("Name a number, a text, true, false or null."),
            )
        if not path:
            raise EditConflict(
                say("The whole file cannot be set to a value."), hint=say("Name an entry.")
            )
        new = inert_of(self.value)
        parent = find_parent(checkpoint.root, path)
        shown = leaf_text(old) or (str(old) if not isinstance(old, Dict | Object) else "…")
        change = Change(".".join(map(str, path)), visible(shown, 100), json.dumps(self.value))
        return Outcome(_put(parent, path[-1], new, checkpoint.root, path), [change])


def inert_of(value: Any) -> Any:
    """A JSON value as the tree holds it."""
    if isinstance(value, dict):
        return Dict([part for key, inner in value.items() for part in (key, inert_of(inner))])
    return [inert_of(item) for item in value] if isinstance(value, list) else value


def find_path(root: Any, text: str) -> tuple[Path, Any]:
    """(path, node) of dotted text, or of a JSON list; keys may themselves contain dots.

    Raises:
        EditConflict: There is no such entry.
    """
    if text.startswith("["):
        return _walk_exact(root, text)
    path: Path = ()
    node, rest = root, text
    while rest:
        options = [
            (element, child)
            for element, child in children(node)
            if rest == str(element) or rest.startswith(f"{element}.")
        ]
        if not options:
            raise _absent(text, rest, node)
        element, node = max(options, key=lambda option: len(str(option[0])))
        path = (*path, element)
        rest = rest[len(str(element)) + 1 :]
    return path, node


def _walk_exact(root: Any, text: str) -> tuple[Path, Any]:
    try:
        steps = json.loads(text)
    except ValueError as error:
        raise EditConflict(say("'{text}' is no JSON list.", text=visible(text, 200))) from error
    path: Path = ()
    node = root
    for step in steps:
        name = str(step).removeprefix("<attr>")
        found = [(e, c) for e, c in children(node) if e == step or str(e) == name]
        if not found:
            raise _absent(text, str(step), node)
        element, node = found[0]
        path = (*path, element)
    return path, node


def _absent(text: str, rest: str, node: Any) -> EditConflict:
    near = [str(element) for element, _ in children(node)[:6]]
    absent = say(
        "There is no entry '{path}': '{rest}' is not found.",
        path=visible(text, 200),
        rest=visible(rest, 100),
    )
    there = say("There are {names}.", names=tuple(visible(name, 40) for name in near))
    return EditConflict(in_one([absent, there] if near else [absent]), hint=LIST_ENTRIES)


def find_parent(root: Any, path: Path) -> Any:
    """The node that holds the entry at `path`."""
    node = root
    for element in path[:-1]:
        node = next(child for name, child in children(node) if name == element)
    return node


def _put(parent: Any, element: Any, value: Any, root: Any, path: Path) -> dict[int, Any]:
    """The replacement that gives `parent` a new entry."""
    if isinstance(parent, list | tuple):
        items = list(parent)
        items[int(element)] = value
        return {id(parent): tuple(items) if isinstance(parent, tuple) else items}
    holder = parent
    if isinstance(element, Attribute) and isinstance(parent, Object):
        holder = attributes(parent)
    flat = flat_items(holder)
    if holder is None or flat is None:
        raise EditConflict(
            say(
                "'{path}' belongs to an object whose values cannot be set.",
                path=visible(".".join(map(str, path)), 200),
            ),
            hint=say("Only entries of dicts, lists and plain attributes can."),
        )
    new = copy(holder)
    new.flat = [
        value if at % 2 and element_of(flat[at - 1]) == element else item
        for at, item in enumerate(flat)
    ]
    return {id(holder): new}
