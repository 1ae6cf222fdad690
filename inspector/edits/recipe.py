"""A list of edits as JSON, the same for the window, the command line and a colleague."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from inspector.describe import visible
from inspector.edits.cast import CastFloats
from inspector.edits.dropping import Drop, DropPaths, Only
from inspector.edits.edit import Edit, EditConflict
from inspector.edits.for_torch import ForTorch
from inspector.edits.keys import AddPrefix, Rename, StripPrefix
from inspector.edits.location import RemapDevice
from inspector.edits.renaming import RenameKeys
from inspector.edits.storages import Compact, Tie, Untie
from inspector.edits.take import TakeTensor
from inspector.edits.values import SetValue
from inspector.edits.weights_only import WeightsOnly
from inspector.errors import say

KINDS: dict[str, type[Edit]] = {
    kind.kind: kind
    for kind in (
        StripPrefix,
        AddPrefix,
        Rename,
        RenameKeys,
        Drop,
        DropPaths,
        Only,
        RemapDevice,
        CastFloats,
        SetValue,
        Compact,
        Untie,
        Tie,
        TakeTensor,
        WeightsOnly,
        ForTorch,
    )
}


def to_text(edits: Sequence[Edit]) -> str:
    """The recipe of `edits`."""
    return json.dumps({"edits": [edit.to_json() for edit in edits]}, indent=2) + "\n"


def from_text(text: str) -> list[Edit]:
    """The edits of a recipe.

    Raises:
        EditConflict: It is no recipe, or names an edit or a field that does not exist.
    """
    try:
        listed = json.loads(text)["edits"]
    except (ValueError, KeyError, TypeError) as error:
        raise EditConflict(
            say("This is not a recipe."), hint=say('A recipe is JSON: {"edits": [{"edit": "…"}]}.')
        ) from error
    if not isinstance(listed, list):
        raise EditConflict(say("The edits of a recipe are a list."))
    return [_edit(entry) for entry in listed]


def _edit(entry: Any) -> Edit:
    kind = KINDS.get(str(entry.get("edit"))) if isinstance(entry, dict) else None
    if kind is None:
        shown = entry.get("edit") if isinstance(entry, dict) else entry
        raise EditConflict(
            say("There is no edit '{name}'.", name=visible(str(shown), 100)),
            hint=say("There are {names}.", names=tuple(KINDS)),
        )
    given = {name: value for name, value in entry.items() if name != "edit"}
    known = {field.name for field in fields(kind)}
    if set(given) != known:
        raise EditConflict(
            say("The edit '{name}' needs {fields}.", name=kind.kind, fields=tuple(sorted(known)))
        )
    return kind(**given)
