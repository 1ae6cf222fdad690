"""Which edits suit a document and the rows that are selected."""

from __future__ import annotations

import glob
import json
from typing import Any

import numpy as np

from inspector.analysis.diff.parts import Part
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.state_dict import WRAPPERS
from inspector.checkpoint.tree import Path
from inspector.describe import visible
from inspector.edits.edit import EditConflict
from inspector.edits.keys import node_at
from inspector.edits.values import find_path
from inspector.gui.diff.parts import part_at
from inspector.gui.document.document_view import DocumentView
from inspector.gui.document.tab_view import State
from inspector.gui.itemmodels.rows import (
    ATTRIBUTE,
    CONTAINER,
    GROUP,
    RANGE,
    TENSOR,
    TIED,
    VALUE,
    WHOLE,
)
from inspector.inert import UNSET

_PLAIN = (str, int, float, bool, type(None))


def is_editable(view: DocumentView | None) -> bool:
    """Whether there is an open document in `view`."""
    return view is not None and view.state is State.OPEN and view.edits is not None


def selected(view: DocumentView) -> list[int]:
    """The selected rows that stand for something in the file, in its order."""
    if view.tree_pane is None:
        return []
    rows = np.sort(np.array(view.tree_pane.view.selected_rows(), np.int64))
    kinds = np.array(view.tree_pane.tree.rows.kind)
    found: list[int] = rows[kinds[rows] != RANGE].tolist()
    return found


def available(view: DocumentView | None) -> set[str]:
    """What actions may need: "undo", "redo", "edits", "entries", "entry", "value", ..."""
    if view is None or view.edits is None or view.opened is None or not is_editable(view):
        return set()
    document, rows = view.opened.document, view.opened.tree.rows
    found = {"editable"}
    found |= {"edits"} if document.steps else set()
    found |= {"undo"} if document.past else set()
    found |= {"redo"} if document.future else set()
    chosen = selected(view)
    kinds = [rows.kind[row] for row in chosen[:3]]
    is_part = bool(chosen) and rows.names[chosen[0]] is not WHOLE  # which is the only row
    if is_part:
        found.add("entries")
    if is_part and len(chosen) == 1 and kinds[0] in (CONTAINER, TENSOR):
        found.add("entry")
    if len(chosen) == 1 and kinds[0] == VALUE and is_plain(rows.nodes[chosen[0]]):
        found.add("value")
    if (np.array(rows.flags)[chosen] & TIED).any():
        found.add("tied")
    if kinds == [TENSOR, TENSOR]:
        found.add("pair")
    parts = _parts(view, chosen)
    if len(parts) in (1, 2):
        found.add("module" if len(parts) == 1 else "modules")
    return found


def selected_parts(view: DocumentView) -> list[Part]:
    """The parts of the file that the selected rows stand for, if all of up to two rows are some."""
    return _parts(view, selected(view))


def _parts(view: DocumentView, chosen: list[int]) -> list[Part]:
    if view.opened is None or len(chosen) > 2:
        return []
    found = [part_at(view.opened.tree.rows, row) for row in chosen]
    parts = [part for part in found if part is not None]
    return parts if len(parts) == len(chosen) else []


def is_plain(node: Any) -> bool:
    """Whether a value can be typed in: a number, a text, true, false or None."""
    return isinstance(node, _PLAIN) and not isinstance(node, bytes)


def prefixes(contents: Contents) -> list[str]:
    """The wrapper prefixes of the weights, outermost first, each once."""
    found: dict[str, None] = {}
    for state_dict in contents.state_dicts:
        if state_dict.role in ("weights", "ema") and not state_dict.is_module:
            found.update(dict.fromkeys(state_dict.prefixes))
    return list(found)


def likely_prefixes(contents: Contents) -> list[str]:
    """What could be stripped: all wrappers of the weights at once, each of them, and those that
    only some keys have."""
    whole = prefixes(contents)
    found = dict.fromkeys(["".join(whole), *whole] if whole else [])
    for state_dict in contents.state_dicts:
        if state_dict.role in ("weights", "ema") and not state_dict.is_module:
            keys = [entry.key or "" for entry in state_dict.entries]
            found.update({p: None for p in WRAPPERS if any(key.startswith(p) for key in keys)})
    return list(found)


def group_prefix(view: DocumentView) -> str | None:
    """The prefix that a selected group of keys stands for."""
    chosen = selected(view)
    rows = view.opened.tree.rows if view.opened is not None else None
    if rows is None or len(chosen) != 1 or rows.kind[chosen[0]] != GROUP:
        return None
    return f"{rows.key(chosen[0])}."


def dotted(path: Path) -> str:
    """A path as `DropPaths` and messages write it."""
    return ".".join(str(part) for part in path)


def path_text(root: Any, path: Path) -> str:
    """A path as edits read it: dotted where that finds the same entry, else as a JSON list."""
    text = dotted(path)
    try:
        if node_at(root, path) is not UNSET and find_path(root, text)[0] == path:
            return text
    except EditConflict:
        pass
    return json.dumps(
        [f"<attr>{part}" if type(part).__name__ == "Attribute" else part for part in path]
    )


def exact_glob(text: str) -> str:
    """A glob that matches just `text`."""
    return glob.escape(text)


def outermost(view: DocumentView) -> list[int]:
    """The selected rows without those that lie below another one."""
    rows, chosen = view.opened.tree.rows if view.opened else None, selected(view)
    if rows is None:
        return []
    picked = set(chosen)
    return [row for row in chosen if not picked & set(rows.ancestors(row)[:-1])]


def is_attribute(view: DocumentView, row: int) -> bool:
    """Whether a row is an attribute of an object."""
    return view.opened is not None and bool(view.opened.tree.rows.flags[row] & ATTRIBUTE)


def shown_path(path: Path) -> str:
    """A path for a label."""
    return visible(dotted(path), 200)
