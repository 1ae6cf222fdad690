"""Whether a checkpoint would load, and the fewest edits after which it would; made in a worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.analysis.compatibility import (
    LoadReport,
    Shapes,
    model_of,
    parse_error,
    renames,
    shapes_of,
    would_load,
)
from inspector.checkpoint.contents import Contents, survey
from inspector.checkpoint.state_dict import StateDict
from inspector.checkpoint.tree import Path
from inspector.document import Document
from inspector.edits.edit import Edit, EditConflict, apply
from inspector.edits.keys import DropPaths
from inspector.edits.renaming import renaming_edits
from inspector.errors import InspectorError


@dataclass(frozen=True, slots=True)
class Fit:
    """Attributes:
    report: What loading would say now.
    edits: What would make it load, or come nearer to it; empty where nothing would.
    left: What would be said after the edits.
    """

    report: LoadReport
    edits: tuple[Edit, ...]
    left: LoadReport


def weights_of(contents: Contents, part: Path = ()) -> StateDict:
    """The state_dict of a part of a file; of a whole file the largest of its weights.

    Raises:
        InspectorError: There is none.
    """
    inside = [each for each in contents.state_dicts if each.path[: len(part)] == part]
    weights = [each for each in inside if each in contents.weights]
    found = max(weights or inside, key=lambda each: each.parameters, default=None)
    if found is None:
        raise InspectorError(
            "There is no state_dict here.", hint="Choose another part of the file."
        )
    return found


def fit_beside(document: Document, part: Path, other: Document, other_part: Path) -> Fit:
    """What loading `document` into the model that `other` was saved of would say.

    Raises:
        InspectorError: One of them has no state_dict.
    """
    model = weights_of(other.contents, other_part)
    return _fit(document, weights_of(document.contents, part), shapes_of(model), model, "Model")


def fit_error(document: Document, part: Path, text: str) -> Fit:
    """As `fit_beside`, of the model that the text of torch's error speaks of.

    Raises:
        InspectorError: It is no such text, or is about another file.
    """
    chosen = weights_of(document.contents, part)
    said = parse_error(text)
    return _fit(document, chosen, model_of(said, shapes_of(chosen)), None, said.module)


def _fit(
    document: Document, chosen: StateDict, shapes: Shapes, model: StateDict | None, module: str
) -> Fit:
    report = would_load(shapes_of(chosen), shapes, chosen.metadata, module)
    edits = [] if report.loads else _edits(document, chosen, model, report)
    left = report
    if edits:
        checkpoint, _ = apply(document.checkpoint, edits)
        after = weights_of(survey(checkpoint), chosen.path)
        left = would_load(shapes_of(after), shapes, after.metadata, module)
    return Fit(report, tuple(edits), left)


def _edits(
    document: Document, chosen: StateDict, model: StateDict | None, report: LoadReport
) -> Sequence[Edit]:
    names = renames(chosen, model, report)
    dropped = [key for key in report.unexpected if key not in names]
    kept = [key for key in shapes_of(chosen) if key not in dropped]
    above = "".join(f"{element}." for element in chosen.path)
    edits: list[Edit] = [DropPaths(tuple(above + key for key in dropped))] if dropped else []
    edits += renaming_edits(names, kept, {key for key in kept if key not in names})
    try:
        apply(document.checkpoint, edits)
    except EditConflict:  # a module that was pickled whole keeps its keys
        return []
    return edits
