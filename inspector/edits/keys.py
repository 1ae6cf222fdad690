"""Edits of keys: strip, add or rename, in state_dicts, their `_metadata` and their optimizers."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, ClassVar

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.optimizer import Optimizer, optimizer_parts
from inspector.checkpoint.state_dict import StateDict
from inspector.checkpoint.tree import Names, Path, Walk, children, element_of, is_module
from inspector.describe import plural, visible
from inspector.edits.edit import Change, Edit, EditConflict, NothingToDo, Outcome
from inspector.errors import Sentence, say
from inspector.inert import UNSET, Dict, Object, Set, attributes, flat_items, lookup, pairs

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


@dataclass(frozen=True)
class Drop(Edit):
    """Remove every entry whose key or dotted path matches a glob."""

    glob: str
    kind: ClassVar[str] = "drop"

    @property
    def title(self) -> Sentence:
        return say("Drop “{name}”", name=self.glob)

    def python(self) -> str:
        test = f"not fnmatch.fnmatchcase(key, {self.glob!r})"
        return f"state_dict = {{key: value for key, value in state_dict.items() if {test}}}"

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        inside = {entry.path: entry.key or "" for entry in contents.tensors}

        def is_dropped(path: Path, name: str) -> bool:
            return fnmatchcase(name, self.glob) or fnmatchcase(inside.get(path, name), self.glob)

        found = _drop(checkpoint, is_dropped)
        if not found.changes:
            raise NothingToDo(
                say("Nothing is called '{name}'.", name=visible(self.glob, 200)),
                hint=say(
                    "A glob matches a key or a dotted path: 'optimizer', '*.num_batches_tracked'."
                ),
            )
        return found


@dataclass(frozen=True)
class DropPaths(Edit):
    """Remove the entries at exact dotted paths, with all that is below them.

    A path may also be the beginning of keys: "model.layer1" drops "model.layer1.weight".
    """

    paths: tuple[str, ...]
    kind: ClassVar[str] = "drop-paths"

    def __post_init__(self) -> None:
        given = (self.paths,) if isinstance(self.paths, str) else tuple(map(str, self.paths))
        object.__setattr__(self, "paths", given)

    @property
    def title(self) -> Sentence:
        if len(self.paths) == 1:
            return say("Drop “{name}”", name=self.paths[0])
        return say("Drop {entries}", entries=plural(len(self.paths), "entry"))

    def python(self) -> str:
        test = f"not key.startswith({self.paths!r})"
        return f"state_dict = {{key: value for key, value in state_dict.items() if {test}}}"

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        wanted, used = set(self.paths), set[str]()

        def is_dropped(path: Path, name: str) -> bool:
            parts = name.split(".")
            hit = next(
                (n for at in range(len(parts)) if (n := ".".join(parts[: at + 1])) in wanted), None
            )
            if hit is not None:
                used.add(hit)
            return hit is not None

        found = _drop(checkpoint, is_dropped)
        absent = next((path for path in self.paths if path not in used), None)
        if absent is not None or not self.paths:
            raise (EditConflict if found.changes else NothingToDo)(
                say(
                    "There is no entry '{name}' that can be dropped.",
                    name=visible(absent or "", 200),
                ),
                hint=say("Entries of pickled modules and of tuples stay."),
            )
        return found


def _drop(checkpoint: Checkpoint, is_dropped: Callable[[Path, str], bool]) -> Outcome:
    """What removing every entry for which `is_dropped(path, dotted path)` leads to."""
    found = Outcome({}, [])
    gone: set[str] = set()
    for path, node in Walk(checkpoint.root):
        if isinstance(node, Dict | Object | list | Set) and not _is_below(path, gone):
            _drop_from(path, node, is_dropped, found, gone)
    return found


def _drop_from(
    path: Path,
    node: Any,
    is_dropped: Callable[[Path, str], bool],
    found: Outcome,
    gone: set[str],
) -> None:
    flat = flat_items(node)
    if flat is None or is_module(node):
        return
    kept: list[Any] = []
    for key, value in pairs(flat):
        below = (*path, element_of(key))
        name = ".".join(str(part) for part in below)
        if is_dropped(below, name):
            found.changes.append(Change(name, "present", None))
            gone.add(name)
        else:
            kept += [key, value]
    if len(kept) != len(flat):
        new = copy(node)
        new.flat = kept
        found.replacements[id(node)] = new


def _is_below(path: Path, gone: set[str]) -> bool:
    """Whether an ancestor of `path` is dropped already."""
    return any(".".join(map(str, path[:length])) in gone for length in range(1, len(path) + 1))


@dataclass(frozen=True)
class Only(Edit):
    """One entry becomes the whole file; of a pickled module its state_dict."""

    path: str
    kind: ClassVar[str] = "only"

    @property
    def title(self) -> Sentence:
        return say("Only “{name}”", name=self.path)

    def python(self) -> str:
        return f"checkpoint = checkpoint[{self.path!r}]"

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        from inspector.edits.values import find_path

        path, node = find_path(checkpoint.root, self.path)
        chosen = next((s for s in contents.state_dicts if s.path == path and s.is_module), None)
        if chosen is not None:
            flat = [part for entry in chosen.entries for part in (entry.key, entry.tensor)]
            node = Names(flat, "state_dict")
        name = ".".join(map(str, path))
        what = plural(len(contents.tensors), "tensor")
        return Outcome(
            {}, [Change(say("(the file)"), what, say("only {name}", name=name))], root=node
        )
