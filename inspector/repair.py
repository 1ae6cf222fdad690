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
from dataclasses import dataclass
from typing import Literal

from inspector.analysis.compatibility import (
    LoadReport,
    Shapes,
    model_of,
    parse_error,
    renames,
    shapes_of,
    would_load,
)
from inspector.analysis.diff.model import Pair, StructureDiff
from inspector.analysis.diff.structure import other_names
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents, survey
from inspector.checkpoint.state_dict import StateDict
from inspector.checkpoint.tree import Path, is_module
from inspector.describe import visible
from inspector.edits.edit import Edit, EditConflict, apply
from inspector.edits.keys import DropPaths, node_at
from inspector.edits.renaming import renaming_edits
from inspector.edits.take import TakeTensor
from inspector.errors import InspectorError
from inspector.inert import Object


def aligning_edits(found: StructureDiff) -> list[Edit]:
    """The fewest edits of A that give its keys the names they have in B; empty if they have them.

    Like all edits of keys they are of every state_dict of weights in A's file.
    """
    names = other_names(found)
    keys = [
        item.match
        for section in found.a.sections
        if section.kind == "state_dict"
        for item in section.items
    ]
    by_name = {
        pair.a.match
        for pair in found.pairs
        if pair.a is not None and pair.b is not None and pair.how == "name"
    }
    return renaming_edits(names, [*dict.fromkeys(keys)], by_name - names.keys())


def taking_edit(found: StructureDiff, pair: Pair, into: Literal["a", "b"]) -> TakeTensor:
    """The edit of one side that puts the other side's tensor in place of its own, or adds it.

    Raises:
        InspectorError: The other side has no such tensor.
    """
    ours, theirs = (pair.a, pair.b) if into == "a" else (pair.b, pair.a)
    side = found.b if into == "a" else found.a
    if theirs is None:
        raise InspectorError("There is no tensor to take.", hint="Drop this one instead.")
    path = pair.path if ours is None else ours.entry.path
    file = str(side.checkpoint.path.absolute())
    return TakeTensor(_dotted(path), file, _dotted(theirs.entry.path))


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


def model_in(checkpoint: Checkpoint, found: StateDict) -> Model:
    """The model whose state_dict `found` is one of `checkpoint`."""
    node = node_at(checkpoint.root, found.path)
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


def weights_of(contents: Contents, path: Path | None = None) -> StateDict:
    """The state_dict at or below `path`; without one the largest of the weights.

    Raises:
        InspectorError: There is none.
    """
    if path is None:
        listed = contents.weights or contents.state_dicts
        found = max(listed, key=lambda found: found.parameters, default=None)
    else:
        inside = [found for found in contents.state_dicts if found.path[: len(path)] == path]
        found = min(inside, key=lambda found: len(found.path), default=None)
    if found is None:
        raise InspectorError(
            "There is no state_dict here.", hint="`inspector show` lists the state_dicts."
        )
    return found


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


def loading(checkpoint: Checkpoint, chosen: StateDict, model: Model) -> Loading:
    """Load `chosen` of `checkpoint` into `model`, as far as names and shapes go."""
    report = _report(chosen, model)
    edits = () if report.loads else tuple(_edits(chosen, model, report))
    try:
        after, _ = apply(checkpoint, edits)
    except EditConflict:  # a module that was pickled whole keeps its keys
        return Loading(report, (), report)
    left = _report(weights_of(survey(after), chosen.path), model) if edits else report
    return Loading(report, edits, left)


def _report(chosen: StateDict, model: Model) -> LoadReport:
    return would_load(shapes_of(chosen), model.shapes, chosen.metadata, model.name)


def _edits(chosen: StateDict, model: Model, report: LoadReport) -> Sequence[Edit]:
    names = renames(chosen, model.state_dict, report)
    dropped = [key for key in report.unexpected if key not in names]
    gone = set(dropped)
    kept = [key for key in shapes_of(chosen) if key not in gone]
    if not any(names.get(key, key) in model.shapes for key in kept):
        return []  # nothing of this file is of that model
    above = "".join(f"{part}." for part in chosen.path)
    edits: list[Edit] = []
    if dropped:
        edits.append(DropPaths(tuple(above + key for key in dropped)))
    return edits + renaming_edits(names, kept, {key for key in kept if key not in names})
