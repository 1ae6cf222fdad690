"""Parts of a checkpoint that can be compared: an entry, or one module of a state_dict."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.tree import Path, children_for_walk
from inspector.describe import visible
from inspector.errors import InspectorError, say
from inspector.remedies import LIST_ENTRIES

_MOST_DEEP = 60  # levels of modules; a hostile name has any number


@dataclass(frozen=True, slots=True)
class Part:
    """What lies below `path` and, of the keys there, those that begin with `prefix`.

    Attributes:
        path: Of an entry; empty for the whole file.
        prefix: "model.encoder.", of a module; empty for all keys.
    """

    path: Path = ()
    prefix: str = ""

    @property
    def text(self) -> str:
        """Dotted, as `find_part` reads it; empty for the whole file."""
        return ".".join([*map(str, self.path), self.prefix]).removesuffix(".")

    def holds(self, path: Path) -> bool:
        """Whether what lies at `path` of the file belongs to the part."""
        depth = len(self.path)
        if path[:depth] != self.path:
            return False
        return not self.prefix or (len(path) > depth and str(path[depth]).startswith(self.prefix))


WHOLE = Part()


def find_part(checkpoint: Checkpoint, text: str) -> Part:
    """The part that dotted text names: an entry, or a module whose name keys of a state_dict begin
    with. Keys may themselves contain dots; where both fit it is the entry.

    Raises:
        InspectorError: There is no such entry, or nothing is below it.
    """
    found = _found(checkpoint.root, text.removesuffix("."))
    if found is not None:
        return found
    near = tuple(visible(str(e), 40) for e, _ in children_for_walk(checkpoint.root)[:6])
    raise InspectorError(
        say("There is no entry '{path}' to compare.", path=visible(text, 200)),
        hint=say("There are {names}.", names=near) if near else LIST_ENTRIES,
    )


def _found(node: Any, rest: str) -> Part | None:
    if not rest:
        return WHOLE
    below = children_for_walk(node)
    fits = [(e, c) for e, c in below if rest == str(e) or rest.startswith(f"{e}.")]
    for element, child in sorted(fits, key=lambda fit: -len(str(fit[0]))):
        found = _found(child, rest[len(str(element)) + 1 :])
        if found is not None:
            return Part((element, *found.path), found.prefix)
    if any(str(element).startswith(f"{rest}.") for element, _ in below):
        return Part((), f"{rest}.")
    return None


def node_of(checkpoint: Checkpoint, part: Part) -> Any:
    """The node at the path of `part`.

    Raises:
        InspectorError: The file has no such part.
    """
    node = checkpoint.root
    for element in part.path:
        below = children_for_walk(node)
        found = [child for name, child in below if name == element]
        if not found:
            raise _absent(part)
        node = found[0]
    if part.prefix and not any(
        str(name).startswith(part.prefix) for name, _ in children_for_walk(node)
    ):
        raise _absent(part)
    return node


def has_part(checkpoint: Checkpoint, part: Part) -> bool:
    """Whether `node_of` finds it."""
    try:
        node_of(checkpoint, part)
    except InspectorError:
        return False
    return True


def _absent(part: Part) -> InspectorError:
    return InspectorError(
        say("There is no entry '{path}' to compare.", path=visible(part.text, 200)),
        hint=say("Choose another part of the file."),
    )


def modules_of(contents: Contents) -> list[str]:
    """The names of the modules whose tensors are in a state_dict, as `find_part` reads them; in
    file order, each behind those around it."""
    found: dict[str, None] = {}
    for state_dict in contents.state_dicts:
        above = "".join(f"{element}." for element in state_dict.path)
        for entry in state_dict.entries:
            module = (entry.key or "").rpartition(".")[0]
            if f"{above}{module}" not in found:
                parts = module.split(".", _MOST_DEEP)[:_MOST_DEEP]
                names = accumulate(parts, lambda a, b: f"{a}.{b}")
                found.update(dict.fromkeys(above + name for name in names if name))
    return [*found]
