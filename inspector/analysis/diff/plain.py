"""What differs and is no tensor: epochs, learning rates, hyper-parameters, param_groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from inspector.analysis.diff.model import Side, ValueChange
from inspector.analysis.diff.sides import numbers_of_ids
from inspector.analysis.plain_values import PlainValues
from inspector.checkpoint.optimizer import Optimizer
from inspector.checkpoint.state_dict import StateDict
from inspector.checkpoint.tree import Path
from inspector.inert import flat_items, pairs

# Formats whose tree says what a program is; beside another format only their tensors are compared.
_PROGRAMS = ("onnx", "torchscript", "torch-export", "torch-package")
# What writers note about the file itself, in safetensors' header and in the index of shards.
_NOTES = {"__metadata__": ("format",), "<metadata>": ("total_size", "total_parameters")}
_MOST = 100_000  # changes that are listed
_MOST_DEEP = 100


def value_changes(a: Side, b: Side, moved: dict[Path, Path]) -> tuple[ValueChange, ...]:
    """Values that differ, in A's order; what only B has comes last at each level.

    Args:
        moved: Path in B -> path in A, of sections that were compared with each other.
    """
    left, right = _values(a, b), _values(b, a)
    for there, here in moved.items():
        _move(right, there[len(b.path) :], here[len(a.path) :])
    changes = []
    for change in _changes((), left, right):
        changes.append(change)
        if len(changes) >= _MOST:
            break
    return tuple(changes + _versions(a, b, moved))


def _values(side: Side, other: Side) -> Any:
    if side.checkpoint.format != other.checkpoint.format and _is_program(side):
        return {}
    found = PlainValues().of(side.node)
    if isinstance(found, dict):
        for name, notes in _NOTES.items():
            held = found.get(name)
            if isinstance(held, dict):
                found[name] = {key: value for key, value in held.items() if key not in notes}
                if not found[name]:
                    del found[name]
    if side.part.prefix:
        return _beginning(found, side.part.prefix)
    for optimizer in side.contents.optimizers:
        if optimizer.path[: len(side.path)] == side.path:
            _count_parameters(found, optimizer, optimizer.path[len(side.path) :])
    return found


def _beginning(values: Any, prefix: str) -> dict[str, Any]:
    """The entries whose names begin with `prefix`, without it."""
    held = values.items() if isinstance(values, dict) else ()
    return {name[len(prefix) :]: value for name, value in held if name.startswith(prefix)}


def _count_parameters(values: Any, optimizer: Optimizer, path: Path) -> None:
    """Numbers in place of ids, for optimizers of old."""
    numbers = numbers_of_ids(optimizer)
    for element in path if numbers else ():
        values = _below(values, str(element))
    if not numbers or not isinstance(values, dict):
        return
    state, groups = values.get("state"), values.get("param_groups")
    if isinstance(state, dict):
        texts = {str(key): str(number) for key, number in numbers.items()}
        values["state"] = {texts.get(key, key): value for key, value in state.items()}
    for group in groups if isinstance(groups, list) else ():
        if isinstance(group, dict) and isinstance(group.get("params"), list):
            group["params"] = [
                numbers.get(key, key) if isinstance(key, int) else key for key in group["params"]
            ]


def _below(values: Any, name: str) -> Any:
    """The entry of a dict or a list; None where there is none."""
    if isinstance(values, list):
        return next((value for at, value in enumerate(values) if str(at) == name), None)
    return values.get(name) if isinstance(values, dict) else None


def _is_program(side: Side) -> bool:
    return side.checkpoint.format.startswith(_PROGRAMS)


def _move(values: Any, there: Path, here: Path) -> None:
    """Put what lies at one path of nested dicts at another, where nothing is in the way."""
    if not there or not here or there == here:
        return
    holder = _holder(values, there)
    target = _holder(values, here)
    last_there, last_here = str(there[-1]), str(here[-1])
    if holder is None or target is None or last_there not in holder or last_here in target:
        return
    target[last_here] = holder.pop(last_there)


def _holder(values: Any, path: Path) -> dict[str, Any] | None:
    for element in path[:-1]:
        values = _below(values, str(element))
    return values if isinstance(values, dict) else None


def _changes(path: Path, a: Any, b: Any) -> Iterator[ValueChange]:
    if isinstance(a, dict) and isinstance(b, dict) and not _is_marked(a) and not _is_marked(b):
        yield from _of_dicts(path, a, b)
    elif _has_dicts(a) and _has_dicts(b):
        left, right = dict(enumerate(a)), dict(enumerate(b))
        yield from _of_dicts(path, left, right)
    elif not _are_equal(a, b):
        yield ValueChange("changed", path, a, b)


def _of_dicts(path: Path, a: dict[Any, Any], b: dict[Any, Any]) -> Iterator[ValueChange]:
    if len(path) > _MOST_DEEP:
        return
    for name, value in a.items():
        if name in b:
            yield from _changes((*path, name), value, b[name])
        elif not _is_tensor(value):
            yield ValueChange("missing", (*path, name), value, None)
    for name, value in b.items():
        if name not in a and not _is_tensor(value):
            yield ValueChange("unexpected", (*path, name), None, value)


def _is_marked(value: dict[str, Any]) -> bool:
    """Whether a dict stands for one value: a global, bytes, a tensor."""
    return any(name.startswith("$") for name in value)


def _is_tensor(value: Any) -> bool:
    return isinstance(value, dict) and "$tensor" in value


def _has_dicts(value: Any) -> bool:
    """Whether a list is of things with parts: shown part by part, unlike betas or milestones."""
    return isinstance(value, list) and any(isinstance(item, dict | list) for item in value)


def _are_equal(a: Any, b: Any) -> bool:
    """As JSON says it: true is not 1, but 1 is 1.0. Tensors are compared elsewhere."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(_are_equal, a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        if "$tensor" in a and "$tensor" in b:
            return True
        return a.keys() == b.keys() and all(_are_equal(a[name], b[name]) for name in a)
    return bool(a == b)


def _versions(a: Side, b: Side, moved: dict[Path, Path]) -> list[ValueChange]:
    """Modules that `_metadata` gives another version: their tensors may mean something else."""
    ours = {found.path: found for found in a.contents.state_dicts}
    changes = []
    for found in b.contents.state_dicts:
        here = moved.get(found.path)
        if here is None or here not in ours:
            continue
        left, right = _metadata(a, ours[here]), _metadata(b, found)
        for name, value in left.items():
            if name in right and not _are_equal(value, right[name]):
                path = (*here[len(a.path) :], "_metadata", name)
                changes.append(ValueChange("changed", path, value, right[name]))
    return changes


def _metadata(side: Side, found: StateDict) -> dict[str, Any]:
    """Name of a module -> what is noted about it; of the part alone where that is a module."""
    plain = PlainValues()
    held = pairs(flat_items(found.metadata) or [])
    named = {str(name): plain.of(value) for name, value in held if isinstance(name, str)}
    if not side.part.prefix:
        return named
    below = _beginning({f"{name}.": value for name, value in named.items()}, side.part.prefix)
    return {name.removesuffix("."): value for name, value in below.items()}
