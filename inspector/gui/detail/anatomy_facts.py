"""What each part of a file is and how many bytes it has, from the rows of its tree."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from inspector import describe
from inspector.checkpoint.optimizer import Optimizer
from inspector.checkpoint.state_dict import StateDict, role_of
from inspector.checkpoint.tree import Path
from inspector.gui.detail.summary import _entry_text, describe_found
from inspector.gui.document.opening import Opened
from inspector.gui.itemmodels.cells import key_text
from inspector.gui.itemmodels.rows import GROUP, RANGE
from inspector.gui.text import translate

PART_LIMIT = 40
MODULE_LIMIT = 24
_HYPER = re.compile(r"^(hyper_?parameters|hparams.*|args|cfg|config|train_args|opts?)$", re.I)


@dataclass(frozen=True, slots=True)
class Part:
    """One entry of a file.

    Attributes:
        role: A name in `theme.ROLES`.
        row: Its row in the tree.
        share: Of the bytes of all tensors; None for what lies inside another part.
    """

    name: str
    role: str
    text: str
    nbytes: int
    numel: int
    row: int
    share: float | None


def parts_of(opened: Opened) -> list[Part]:
    """The top-level entries in file order, then the state_dicts and optimizers inside them."""
    tree, contents = opened.tree, opened.document.contents
    found: dict[Path, StateDict | Optimizer] = {}
    found.update({each.path: each for each in contents.state_dicts})
    found.update({each.path: each for each in contents.optimizers})
    if () in found:
        return [_whole(opened, found[()])]
    top = tree.top_rows()
    parts = [_part(opened, row, found.pop(tree.rows.path(row), None)) for row in top[:PART_LIMIT]]
    for path, inner in list(found.items())[:PART_LIMIT]:
        row = tree.row_at(path)
        nbytes, numel = (int(tree.nbytes[row]), int(tree.numel[row])) if row else (0, 0)
        text, name = describe_found(opened, inner), describe.key_path(path)
        parts.append(Part(name, _role_of_found(inner), text, nbytes, numel, row, None))
    return parts


def _whole(opened: Opened, found: StateDict | Optimizer) -> Part:
    tree = opened.tree
    name = translate("Summary", "The whole file")
    text = describe_found(opened, found)
    nbytes, numel = int(tree.nbytes[0]), int(tree.numel[0])
    return Part(name, _role_of_found(found), text, nbytes, numel, 0, 1.0)


def _part(opened: Opened, row: int, found: StateDict | Optimizer | None) -> Part:
    tree = opened.tree
    text = describe_found(opened, found) if found is not None else _entry_text(opened, row)
    role = _role_of_found(found) if found is not None else _role_of_row(opened, row)
    nbytes, whole = int(tree.nbytes[row]), int(tree.nbytes[0])
    share = nbytes / whole if whole else 0.0
    return Part(
        key_text(tree.rows.names[row]), role, text, nbytes, int(tree.numel[row]), row, share
    )


def _role_of_found(found: StateDict | Optimizer) -> str:
    return "optimizer" if isinstance(found, Optimizer) else found.role


def _role_of_row(opened: Opened, row: int) -> str:
    """By what lies inside, else by the name."""
    tree = opened.tree
    path = tree.rows.path(row)
    contents = opened.document.contents
    inside = [each for each in contents.optimizers if each.path[: len(path)] == path]
    if inside:
        return "optimizer"
    name = str(tree.rows.names[row])
    if _HYPER.match(name):
        return "hparams"
    role = role_of(path)
    if role != "weights":
        return role
    for state_dict in contents.state_dicts:
        if state_dict.path[: len(path)] == path:
            return state_dict.role
    return "tensors" if tree.tensors[row] else "values"


@dataclass(frozen=True, slots=True)
class ModulePart:
    """A part of the names in a state_dict, with what is below it."""

    name: str
    numel: int
    nbytes: int
    row: int
    share: float


def modules_of(opened: Opened, found: StateDict) -> list[ModulePart]:
    """The top-level modules of a state_dict, past prefixes that all keys share; in file order."""
    tree = opened.tree
    row = tree.row_at(found.path) if found.path else 0
    if found.path and not row:
        return []
    below = _below(opened, row)
    while len(below) == 1 and tree.rows.kind[below[0]] == GROUP:
        below = _below(opened, below[0])
    if len(below) < 2:
        return []
    whole = sum(int(tree.nbytes[each]) for each in below) or 1
    return [
        ModulePart(
            key_text(tree.rows.names[each]),
            int(tree.numel[each]),
            int(tree.nbytes[each]),
            each,
            int(tree.nbytes[each]) / whole,
        )
        for each in below
    ]


def _below(opened: Opened, row: int) -> list[int]:
    """The rows right below one that hold tensors."""
    tree = opened.tree
    rows: list[int] = np.flatnonzero(tree.parent == row).tolist()
    shown = [each for each in rows if tree.tensors[each]]
    return [each for each in shown if tree.rows.kind[each] != RANGE]
