"""Edits of keys: strip, add or rename, in state_dicts, their `_metadata` and their optimizers."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from typing import Any, ClassVar

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.optimizer import Optimizer, optimizer_parts
from inspector.checkpoint.state_dict import StateDict
from inspector.checkpoint.tree import Names, Path, children, is_module
from inspector.describe import visible
from inspector.edits.edit import Change, Edit, EditConflict, NothingToDo, Outcome
from inspector.errors import Sentence, say
from inspector.inert import UNSET, Object, attributes, flat_items, lookup, pairs

Renaming = Callable[[str], str]


def node_at(root: Any, path: Path) -> Any:
    """The node at `path` of the tree; UNSET where there is none."""
    node = root
    for element in path:
        node = next((child for name, child in children(node) if name == element), UNSET)
    return node


@dataclass(frozen=True)
class StripPrefix(Edit):
    """Take `prefix` off every key of every state_dict that has it."""

    prefix: str
    kind: ClassVar[str] = "strip-prefix"

    @property
    def title(self) -> Sentence:
        return say("Strip “{prefix}”", prefix=self.prefix)

    def python(self) -> str:
        return _for_keys(f"key.removeprefix({self.prefix!r})")

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        if not self.prefix:
            raise EditConflict(
                say("There is no prefix to strip."), hint=say("Name one, such as 'module.'.")
            )
        return rename_keys(
            checkpoint, contents, lambda key: key.removeprefix(self.prefix), self.title
        )


@dataclass(frozen=True)
class AddPrefix(Edit):
    """Put `prefix` before every key of every state_dict of weights."""

    prefix: str
    kind: ClassVar[str] = "add-prefix"

    @property
    def title(self) -> Sentence:
        return say("Add “{prefix}”", prefix=self.prefix)

    def python(self) -> str:
        return _for_keys(f"{self.prefix!r} + key")

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        return rename_keys(checkpoint, contents, lambda key: self.prefix + key, self.title)


@dataclass(frozen=True)
class Rename(Edit):
    """Replace every match of a regular expression in keys; groups as in `re.sub`."""

    pattern: str
    replacement: str
    kind: ClassVar[str] = "rename"

    @property
    def title(self) -> Sentence:
        return say("Rename “{old}” to “{new}”", old=self.pattern, new=self.replacement)

    def python(self) -> str:
        return _for_keys(f"re.sub({self.pattern!r}, {self.replacement!r}, key)")

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        try:
            pattern = re.compile(self.pattern)
            pattern.sub(self.replacement, "")
        except (re.error, IndexError) as error:
            raise EditConflict(
                say(
                    "'{text}' is not a regular expression: {why}.",
                    text=visible(self.pattern, 100),
                    why=str(error),
                ),
                hint=say("Escape the dots of plain names: 'layer1\\.0'."),
            ) from error
        rename = lambda key: pattern.sub(self.replacement, key)  # noqa: E731
        return rename_keys(checkpoint, contents, rename, self.title)


def _for_keys(expression: str) -> str:
    return f"state_dict = {{{expression}: value for key, value in state_dict.items()}}"


def rename_keys(
    checkpoint: Checkpoint, contents: Contents, rename: Renaming, title: Sentence
) -> Outcome:
    """What calling every key of all weights `rename(key)` leads to; `title` is for the errors.

    Raises:
        EditConflict: Two keys would share a name.
        NothingToDo: No key would change.
    """
    found = Outcome({}, [])
    for state_dict in contents.state_dicts:
        if state_dict.role in ("weights", "ema"):
            _rename_keys(checkpoint.root, state_dict, rename, found)
    if not found.changes:
        raise NothingToDo(
            say("{title}: no key would change.", title=title),
            hint=say("`inspector show --flat` lists the keys; those of pickled modules are fixed."),
        )
    for optimizer in contents.optimizers:
        _rename_names(checkpoint.root, optimizer, rename, found)
    return found


def _rename_keys(root: Any, state_dict: StateDict, rename: Renaming, found: Outcome) -> None:
    node = node_at(root, state_dict.path)
    flat = flat_items(node)
    if flat is None or is_module(node):
        return
    names: dict[str, str] = {}
    renamed: list[Any] = []
    changed = False
    for key, value in pairs(flat):
        is_special = (
            isinstance(key, str) and isinstance(node, Names) and key.startswith(("<", "__"))
        )
        new = rename(key) if isinstance(key, str) and not is_special else key
        if isinstance(new, str):
            if new in names:
                raise EditConflict(
                    say(
                        "'{a}' and '{b}' would both be called '{c}'.",
                        a=visible(names[new], 200),
                        b=visible(str(key), 200),
                        c=visible(new, 200),
                    ),
                    where=visible(new, 200),
                    hint=say("Drop or rename one of them first."),
                )
            names[new] = str(key)
        if new != key:
            changed = True
            found.changes.append(Change(_where(state_dict.path, key), str(key), str(new)))
        renamed += [new, value]
    if changed:
        new_node = copy(node)
        new_node.flat = renamed
        found.replacements[id(node)] = new_node
        _rename_metadata(node, rename, found)


def _rename_metadata(node: Any, rename: Renaming, found: Outcome) -> None:
    """`_metadata` maps module names, which are keys without their last part; '' is the root."""
    held = attributes(node) if isinstance(node, Object) else None
    metadata: Any = lookup(held, "_metadata") if held is not None else UNSET
    flat = flat_items(metadata)
    if flat is None:
        return
    entries: dict[str, Any] = {}
    for key, value in pairs(flat):
        if isinstance(key, str):
            # The wrapper's own '' gives way to the module that becomes the root.
            new = rename(f"{key}.").removesuffix(".") if key else ""
            if new not in entries or key:
                entries[new] = value
    if list(entries) != list(flat[::2]):
        new_node = copy(metadata)
        new_node.flat = [part for entry in entries.items() for part in entry]
        found.replacements[id(metadata)] = new_node


def _rename_names(root: Any, optimizer: Optimizer, rename: Renaming, found: Outcome) -> None:
    """`param_names`, and `params` and `state` where they are names."""
    parts = optimizer_parts(node_at(root, optimizer.path))
    if parts is None:
        return
    state, groups = parts
    for group in groups:
        for key in ("param_names", "params"):
            names = lookup(group, key)
            if isinstance(names, list) and any(isinstance(name, str) for name in names):
                found.replacements[id(names)] = [
                    rename(name) if isinstance(name, str) else name for name in names
                ]
    flat = flat_items(state)
    if flat and isinstance(flat[0], str):
        new_state = copy(state)
        new_state.flat = [
            rename(item) if not at % 2 and isinstance(item, str) else item
            for at, item in enumerate(flat)
        ]
        found.replacements[id(state)] = new_state


def _where(path: Path, key: Any) -> str:
    return ".".join(str(part) for part in (*path, key))
