"""Edits and their changes in the language of the window."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inspector.describe import visible
from inspector.document import Turn
from inspector.edits.cast import CastFloats
from inspector.edits.dropping import Drop, DropPaths, Only
from inspector.edits.edit import Change, Edit
from inspector.edits.for_torch import ForTorch
from inspector.edits.keys import AddPrefix, Rename, StripPrefix
from inspector.edits.location import RemapDevice
from inspector.edits.renaming import RenameKeys
from inspector.edits.storages import Compact, Tie, Untie
from inspector.edits.take import TakeTensor
from inspector.edits.values import SetValue
from inspector.edits.weights_only import WeightsOnly
from inspector.gui.core_sentences import said
from inspector.gui.text import QT_TRANSLATE_NOOP, counted, translate

_LIMIT = 60
_SHOWN = 12

# Edit -> its title; {a} and {b} are its fields in order.
_TITLES: dict[type[Edit], str] = {
    StripPrefix: QT_TRANSLATE_NOOP("Edits", "Strip “{a}”"),
    AddPrefix: QT_TRANSLATE_NOOP("Edits", "Add “{a}”"),
    Rename: QT_TRANSLATE_NOOP("Edits", "Rename “{a}” to “{b}”"),
    Drop: QT_TRANSLATE_NOOP("Edits", "Drop “{a}”"),
    Only: QT_TRANSLATE_NOOP("Edits", "Keep Only “{a}”"),
    RemapDevice: QT_TRANSLATE_NOOP("Edits", "Map {a} to {b}"),
    CastFloats: QT_TRANSLATE_NOOP("Edits", "Cast to {a}"),
    SetValue: QT_TRANSLATE_NOOP("Edits", "Set {a} to {b}"),
    Compact: QT_TRANSLATE_NOOP("Edits", "Compact Storages"),
    Untie: QT_TRANSLATE_NOOP("Edits", "Untie “{a}”"),
    Tie: QT_TRANSLATE_NOOP("Edits", "Tie {b} to {a}"),
    WeightsOnly: QT_TRANSLATE_NOOP("Edits", "Make Loadable with weights_only"),
    ForTorch: QT_TRANSLATE_NOOP("Edits", "Write Calls That torch {a} Has"),
}


def edit_title(edit: Edit) -> str:
    """What an edit does, on one line."""
    if isinstance(edit, DropPaths):
        one = visible(edit.paths[0], _LIMIT) if len(edit.paths) == 1 else ""
        if one:
            return translate("Edits", "Drop “{a}”").replace("{a}", one)
        return translate("Edits", "Drop {n}").replace("{n}", counted(len(edit.paths), "entry"))
    if isinstance(edit, RenameKeys):
        return _renamed(edit)
    if isinstance(edit, TakeTensor):
        title = translate("Edits", "Take {a} from {b}")
        title = title.replace("{b}", visible(Path(edit.file).name, _LIMIT))
        return title.replace("{a}", visible(edit.path, _LIMIT))
    if type(edit) not in _TITLES:  # not offered here, but a recipe may hold it
        return visible(said(edit.title), 2 * _LIMIT)
    title = translate("Edits", _TITLES[type(edit)])
    for name, value in zip("ab", list(vars(edit).values()), strict=False):
        title = title.replace(f"{{{name}}}", _shown(edit, name, value))
    return title


def _renamed(edit: RenameKeys) -> str:
    """The first of the keys, and how many more there are."""
    old, new = (visible(name, _LIMIT) for name in (edit.names or (("", ""),))[0])
    title = translate("Edits", "Rename “{a}” to “{b}”").replace("{a}", old).replace("{b}", new)
    return title if len(edit.names) < 2 else f"{title} … {counted(len(edit.names) - 1, 'more')}"


def turn_title(turn: Turn | None) -> str:
    """What undo or redo would be about; "" for None."""
    if turn is None:
        return ""
    title = edit_title(turn.edit)
    if turn.is_removal:
        return translate("Edits", "Removal: {edit}").replace("{edit}", title)
    return title


def _shown(edit: Edit, name: str, value: Any) -> str:
    if isinstance(edit, SetValue) and name == "b":
        return visible(json.dumps(value, ensure_ascii=False), _LIMIT)
    return visible(str(value), _LIMIT)


def change_count(changes: Sequence[Change]) -> str:
    """ "291 changes"."""
    text = (
        translate("Edits", "1 change") if len(changes) == 1 else translate("Edits", "{n} changes")
    )
    return text.replace("{n}", f"{len(changes):,}")


def change_parts(change: Change) -> tuple[str, str]:
    """(what it was, what it becomes), each on one line; the place is part of the first."""
    before = visible(said(change.before or ""), 300)
    if change.before is not None and not _says_itself(change):
        before = f"{visible(said(change.where), 300)}: {before}"
    elif change.after is None:
        before = visible(said(change.where), 300)
    gone = translate("Edits", "(dropped)")
    return before, visible(said(change.after), 300) if change.after is not None else gone


def _says_itself(change: Change) -> bool:
    """Whether what it was is the end of where it is: a key, or an entry that goes."""
    ends = change.before is not None and change.where.endswith(change.before)
    return change.after is None or ends


def changes_text(changes: Sequence[Change], limit: int = _SHOWN) -> str:
    """The first changes, one a line."""
    lines = [" → ".join(change_parts(change)) for change in changes[:limit]]
    if len(changes) > limit:
        lines.append(f"… {counted(len(changes) - limit, 'more')}")
    return "\n".join(lines)
