"""Edits that leave entries out: by pattern, by path, or all but one."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, ClassVar

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.tree import Names, Path, Walk, element_of, is_module
from inspector.describe import plural, visible
from inspector.edits.edit import Change, Edit, EditConflict, NothingToDo, Outcome
from inspector.errors import Sentence, say
from inspector.inert import Dict, Object, Set, flat_items, pairs


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
