"""From what is wrong to the edits that mend it: a diff's names, a tensor of the other side, a load.

How a face uses it (in a worker: files are walked, and bytes of renamed tensors looked at):

    chosen = weights_of(contents)                      # the state_dict that is loaded
    model = model_in(other.checkpoint, weights_of(other.contents))    # into this one
    model = model_from_error(text, chosen)             # ... or into the one that torch speaks of
    found = loading(checkpoint, chosen, model)
    found.report.message, found.edits, found.left      # torch's words, the way out, what remains

Edits are made, never applied: `Document.plan` shows and takes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from inspector.analysis.compatibility import (
    LoadReport,
    Shapes,
    renames,
    shapes_of,
    would_load,
)
from inspector.analysis.diff.model import Item, Pair, StructureDiff
from inspector.analysis.diff.parts import WHOLE, Part
from inspector.analysis.load_errors import model_of, parse_error
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents, survey
from inspector.checkpoint.state_dict import StateDict
from inspector.checkpoint.tree import Path, is_module
from inspector.describe import visible
from inspector.edits.dropping import DropPaths
from inspector.edits.edit import Edit, EditConflict, apply
from inspector.edits.keys import node_at
from inspector.edits.renaming import renaming_edits
from inspector.edits.take import TakeTensor
from inspector.errors import InspectorError, say
from inspector.inert import Dict, Object, flat_items, pairs
from inspector.remedies import LIST_STATE_DICTS

SideName = Literal["a", "b"]


def aligning_edits(found: StructureDiff, side: SideName) -> list[Edit]:
    """The fewest edits that make the keys of one side those of the other; empty without need.

    Like all edits of keys they are of every state_dict of weights in the side's file. Of a module
    that is compared they change what stands behind its name.
    """
    names: dict[str, str] = {}
    fixed: set[str] = set()
    prefixes = {"a": found.a.part.prefix, "b": found.b.part.prefix}
    own_prefix, their_prefix = prefixes[side], prefixes[other_side(side)]
    for pair in found.pairs:
        own, theirs = side_item(pair, side), side_item(pair, other_side(side))
        if own is None or theirs is None or own.entry.key is None or theirs.entry.key is None:
            continue
        old, new = own.entry.key, own_prefix + theirs.entry.key.removeprefix(their_prefix)
        if old == new:
            fixed.add(old)
        else:
            names[old] = new
    edited = found.a if side == "a" else found.b
    keys = [
        entry.key
        for state_dict in edited.contents.state_dicts
        if state_dict.role in ("weights", "ema")
        for entry in state_dict.entries
        if entry.key is not None
    ]
    fixed |= {key for key in keys if not key.startswith(own_prefix)}
    return renaming_edits(names, [*dict.fromkeys(keys)], fixed)


def taking_edit(found: StructureDiff, pair: Pair, side: SideName) -> TakeTensor:
    """The edit of `side` that puts the other side's tensor in place of its own, or adds it.

    It names the other side's file as it is on disk, without edits that were not saved.

    Raises:
        InspectorError: The other side has none, or there is no place for it on this one.
    """
    own, theirs = side_item(pair, side), side_item(pair, other_side(side))
    if theirs is None:
        raise InspectorError(say("There is no tensor to take."), hint=say("Drop this one instead."))
    path = _new_path(found, theirs, side) if own is None else own.entry.path
    if path is None:
        raise InspectorError(
            say("There is no state_dict that this tensor would belong to."),
            hint=say("Tensors can be added beside others of their state_dict."),
        )
    source = found.b if side == "a" else found.a
    file = str(source.checkpoint.path.absolute())
    return TakeTensor(_dotted(path), file, _dotted(theirs.entry.path))


def _new_path(found: StructureDiff, theirs: Item, side: SideName) -> Path | None:
    """Where a tensor goes that `side` lacks: beside those of its state_dict, named as they are."""
    if theirs.entry.key is None:
        return None
    prefixes = {"a": found.a.part.prefix, "b": found.b.part.prefix}
    ours_from, theirs_from = prefixes[side], prefixes[other_side(side)]
    for near in found.pairs:
        ours, beside = side_item(near, side), side_item(near, other_side(side))
        if ours is None or beside is None or beside.entry.path[:-1] != theirs.entry.path[:-1]:
            continue
        if ours.entry.key is not None and beside.entry.key is not None:
            key = _by_the_same_rule(
                beside.entry.key.removeprefix(theirs_from),
                ours.entry.key.removeprefix(ours_from),
                theirs.entry.key.removeprefix(theirs_from),
            )
            return (*ours.entry.path[:-1], ours_from + key)
    return None


def _by_the_same_rule(theirs: str, ours: str, key: str) -> str:
    """("a.w", "module.a.w", "b") -> "module.b"; and without the prefix the other way round."""
    if ours.endswith(theirs):
        return ours[: len(ours) - len(theirs)] + key
    if theirs.endswith(ours):
        return key.removeprefix(theirs[: len(theirs) - len(ours)])
    return key


def side_item(pair: Pair, side: SideName) -> Item | None:
    """The tensor of one side."""
    return pair.a if side == "a" else pair.b


def other_side(side: SideName) -> SideName:
    """The side across."""
    return "b" if side == "a" else "a"


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))


@dataclass(frozen=True, slots=True)
class Model:
    """What a state_dict is loaded into.

    Attributes:
        name: The class of the model, as far as it is known.
        shapes: Key -> shape, in the model's order.
        state_dict: A state_dict of the model; None where only the text of an error is known.
    """

    name: str
    shapes: Shapes
    state_dict: StateDict | None = None


def model_in(checkpoint: Checkpoint, found: StateDict, prefix: str = "") -> Model:
    """The model whose state_dict `found` is one of `checkpoint`.

    Args:
        prefix: Of the module that `found` is of, if it is one (`Part.prefix`).
    """
    node = node_at(checkpoint.root, (*found.path, *prefix.split(".")[:-1]))
    name = "Model"
    if isinstance(node, Object) and is_module(node):
        name = visible(node.class_name.rpartition(".")[2], 200)
    return Model(name, shapes_of(found), found)


def model_from_error(text: str, chosen: StateDict) -> Model:
    """The model that torch spoke of when it could not load `chosen`.

    Raises:
        InspectorError: The text is no such error, or is about other tensors.
    """
    report = parse_error(text)
    return Model(report.module, model_of(report, shapes_of(chosen)))


def weights_of(contents: Contents, part: Part = WHOLE) -> StateDict:
    """The state_dict at the path of `part`; where there is none the largest of the weights below
    it. Of a module its tensors, under the names that they have in it.

    Raises:
        InspectorError: There is none.
    """
    path = part.path
    inside = [found for found in contents.state_dicts if found.path[: len(path)] == path]
    weights = [found for found in inside if found.role == "weights"] or inside
    at_path = [found for found in inside if part != WHOLE and found.path == path]
    found = max(at_path or weights, key=lambda found: found.parameters, default=None)
    if found is None:
        raise InspectorError(say("There is no state_dict here."), hint=LIST_STATE_DICTS)
    return _module_of(found, part.prefix) if part.prefix else found


def _module_of(found: StateDict, prefix: str) -> StateDict:
    """The state_dict of the module whose tensors are called `prefix` and more."""
    entries = [
        replace(entry, key=entry.key.removeprefix(prefix))
        for entry in found.entries
        if entry.key is not None and entry.key.startswith(prefix)
    ]
    named = [
        (f"{name}.".removeprefix(prefix).removesuffix("."), held)
        for name, held in pairs(flat_items(found.metadata) or [])
        if isinstance(name, str) and f"{name}.".startswith(prefix)
    ]
    metadata = Dict([each for pair in named for each in pair])
    return replace(found, entries=entries, prefixes=[], metadata=metadata)


@dataclass(frozen=True, slots=True)
class Loading:
    """What `load_state_dict(strict=True)` would say, and what can be done about it.

    Attributes:
        edits: The fewest that bring the file as near to loading as edits of keys can; in order.
        left: What would be said after them.
    """

    report: LoadReport
    edits: tuple[Edit, ...]
    left: LoadReport


def loading(checkpoint: Checkpoint, chosen: StateDict, model: Model, prefix: str = "") -> Loading:
    """Load `chosen` of `checkpoint` into `model`, as far as names and shapes go.

    Args:
        prefix: Of the module that `chosen` is of, if it is one; the edits keep it.
    """
    report = _report(chosen, model)
    edits = () if report.loads else tuple(_edits(checkpoint, chosen, model, report, prefix))
    try:
        after, _ = apply(checkpoint, edits)
    except EditConflict:  # a module that was pickled whole keeps its keys
        return Loading(report, (), report)
    if not edits:
        return Loading(report, edits, report)
    left = weights_of(survey(after), Part(chosen.path, prefix))
    return Loading(report, edits, _report(left, model))


def _report(chosen: StateDict, model: Model) -> LoadReport:
    return would_load(shapes_of(chosen), model.shapes, chosen.metadata, model.name)


def _edits(
    checkpoint: Checkpoint, chosen: StateDict, model: Model, report: LoadReport, prefix: str
) -> Sequence[Edit]:
    names = renames(chosen, model.state_dict, report)
    gone = {key for key in report.unexpected if key not in names}
    kept = [key for key in shapes_of(chosen) if key not in gone]
    if not any(names.get(key, key) in model.shapes for key in kept):
        return []  # nothing of this file is of that model
    above = "".join(f"{part}." for part in chosen.path)
    edits: list[Edit] = []
    if gone:
        dropped = (key for key in report.unexpected if key in gone)
        edits.append(DropPaths(tuple(above + prefix + key for key in dropped)))
    if prefix:
        held = next(s for s in survey(checkpoint).state_dicts if s.path == chosen.path)
        names = {prefix + old: prefix + new for old, new in names.items()}
        others = [key for key in shapes_of(held) if not key.startswith(prefix)]
        kept = [*others, *(prefix + key for key in kept)]
    return edits + renaming_edits(names, kept, {key for key in kept if key not in names})
