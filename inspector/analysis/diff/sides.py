"""One side of a diff: the tensors of a file, or of one part of it, in sections."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from inspector.analysis.diff.model import Item, Section, Side
from inspector.analysis.diff.parts import WHOLE, Part, node_of
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.optimizer import Optimizer
from inspector.checkpoint.state_dict import StateDict, TensorEntry
from inspector.checkpoint.tree import Element, Path

_LEAST_ID = 1 << 20  # no optimizer has as many parameters, no object so small an address


def side_of(checkpoint: Checkpoint, contents: Contents, part: Part = WHOLE) -> Side:
    """The whole of a checkpoint, or a part of it (`find_part` finds one).

    Args:
        contents: What `survey(checkpoint)` found.

    Raises:
        InspectorError: The file has no such part.
    """
    node = node_of(checkpoint, part)
    state_dicts, optimizers = contents.state_dicts, contents.optimizers
    entries = contents.tensors + contents.arrays
    if part != WHOLE:
        # Its keys are those of the state_dict around it.
        state_dicts = [s for s in state_dicts if part.holds(s.path) or s.path == part.path]
        optimizers = [found for found in optimizers if part.holds(found.path)]
        entries = [entry for entry in entries if part.holds(entry.path)]
    sections = _sections(part, _whole(entries), state_dicts, optimizers)
    return Side(checkpoint, contents, part, node, tuple(sections))


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
    part: Part,
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
            cut = len(part.prefix) if found == part.path else 0
            yield Section("state_dict", found, holder.role, _keyed(held, len(found), cut))
        elif held and isinstance(holder, Optimizer):
            yield Section("optimizer", found, "optimizer", _of_optimizer(held, holder))
    if rest:
        depth, cut = len(part.path), len(part.prefix)
        items = tuple(
            Item(_dotted(entry.path), _dotted(entry.path[depth:])[cut:], entry) for entry in rest
        )
        yield Section("rest", part.path, "rest", items)


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))


def _keyed(entries: list[TensorEntry], depth: int, cut: int) -> tuple[Item, ...]:
    """Items by their keys below `depth`, without so many first letters."""
    items = []
    for entry in entries:
        path = entry.path
        name = str(path[depth]) if len(path) == depth + 1 else _dotted(path[depth:])
        name = name[cut:] if cut else name
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
