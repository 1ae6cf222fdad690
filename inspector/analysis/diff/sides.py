"""One side of a diff: the tensors of a file, or of one part of it, in sections."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from inspector.analysis.diff.model import Item, Section, Side
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.optimizer import Optimizer
from inspector.checkpoint.state_dict import StateDict, TensorEntry
from inspector.checkpoint.tree import Element, Path, children
from inspector.describe import visible
from inspector.errors import InspectorError, say
from inspector.remedies import LIST_ENTRIES

_LEAST_ID = 1 << 20  # no optimizer has as many parameters, no object so small an address


def side_of(checkpoint: Checkpoint, contents: Contents, path: Path = ()) -> Side:
    """The whole of a checkpoint, or what lies below `path` (`find_part` gives it).

    Args:
        contents: What `survey(checkpoint)` found.
    """
    node = checkpoint.root
    for element in path:
        node = next(child for name, child in children(node) if name == element)
    depth = len(path)

    def is_inside(found: Path) -> bool:
        return found[:depth] == path

    state_dicts = [found for found in contents.state_dicts if is_inside(found.path)]
    optimizers = [found for found in contents.optimizers if is_inside(found.path)]
    entries = [entry for entry in contents.tensors + contents.arrays if is_inside(entry.path)]
    sections = _sections(path, _whole(entries), state_dicts, optimizers)
    return Side(checkpoint, contents, path, node, tuple(sections))


def find_part(checkpoint: Checkpoint, text: str) -> Path:
    """The path that dotted text names; keys may themselves contain dots.

    Raises:
        InspectorError: There is no such entry, or nothing is below it.
    """
    path: Path = ()
    node, rest = checkpoint.root, text
    while rest:
        below = children(node)
        fits = [(e, c) for e, c in below if rest == str(e) or rest.startswith(f"{e}.")]
        if not fits:
            near = ", ".join(visible(str(element), 40) for element, _ in below[:6])
            raise InspectorError(
                say("There is no entry '{path}' to compare.", path=visible(text, 200)),
                hint=say("There are {names}.", names=near) if near else LIST_ENTRIES,
            )
        element, node = max(fits, key=lambda fit: len(str(fit[0])))
        path, rest = (*path, element), rest[len(str(element)) + 1 :]
    return path


def _whole(entries: list[TensorEntry]) -> list[TensorEntry]:
    """Without the parts that a tensor of several is made of; they are compared with it."""
    made_of = {entry.path for entry in entries if entry.tensor.parts}
    if not made_of:
        return entries
    return [
        entry
        for entry in entries
        if not any(entry.path[:length] in made_of for length in range(len(entry.path)))
    ]


def _sections(
    path: Path,
    entries: list[TensorEntry],
    state_dicts: list[StateDict],
    optimizers: list[Optimizer],
) -> Iterable[Section]:
    """Every entry once, in the section of the innermost state_dict or optimizer around it."""
    holders: dict[Path, StateDict | Optimizer] = {found.path: found for found in state_dicts}
    holders |= {found.path: found for found in optimizers}
    depths = sorted({len(found) for found in holders}, reverse=True)
    inside: dict[Path, list[TensorEntry]] = {found: [] for found in holders}
    rest: list[TensorEntry] = []
    for entry in entries:
        for depth in depths:
            if len(entry.path) > depth and entry.path[:depth] in inside:
                inside[entry.path[:depth]].append(entry)
                break
        else:
            rest.append(entry)
    for found, held in inside.items():
        holder = holders[found]
        if held and isinstance(holder, StateDict):
            yield Section("state_dict", found, holder.role, _keyed(held, len(found)))
        elif held and isinstance(holder, Optimizer):
            yield Section("optimizer", found, "optimizer", _of_optimizer(held, holder))
    if rest:
        items = tuple(
            Item(_dotted(entry.path), _dotted(entry.path[len(path) :]), entry) for entry in rest
        )
        yield Section("rest", path, "rest", items)


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))


def _keyed(entries: list[TensorEntry], depth: int) -> tuple[Item, ...]:
    items = []
    for entry in entries:
        path = entry.path
        name = str(path[depth]) if len(path) == depth + 1 else _dotted(path[depth:])
        items.append(Item(name, name, entry))
    return tuple(items)


def numbers_of_ids(optimizer: Optimizer) -> dict[int, int]:
    """id(param) -> number of the parameter, as torch counts since 1.6; empty for others' keys.

    Before, param_groups and state were keyed by ids, which are others in every process.
    """
    keys = [key for group in optimizer.groups for key in group.params]
    if not keys or not all(isinstance(key, int) and key >= _LEAST_ID for key in keys):
        return {}
    return {key: number for number, key in enumerate(keys)}


def _of_optimizer(entries: list[TensorEntry], optimizer: Optimizer) -> tuple[Item, ...]:
    """State by the name of its parameter where names are known, so that order does not matter."""
    names: dict[str, Element] = {
        str(key): number for key, number in numbers_of_ids(optimizer).items()
    }
    names |= {
        str(key): name
        for group in optimizer.groups
        for key, name in zip(group.params, group.names, strict=True)
        if name is not None and isinstance(key, int | str)
    }
    depth = len(optimizer.path)
    items = []
    for entry in entries:
        below: list[Any] = list(entry.path[depth:])
        if len(below) > 2 and str(below[0]) == "state":
            # Without "state", so that wrapper prefixes stand where they do in the model's keys.
            below = [names.get(str(below[1]), below[1]), *below[2:]]
        items.append(Item(_dotted(entry.path), _dotted(tuple(below)), entry))
    return tuple(items)
