"""Rows as text for the clipboard."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

from inspector.analysis.tables import Cell, TableKind, table_text
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Attribute
from inspector.describe import visible
from inspector.gui.itemmodels.rows import GROUP, RANGE, VALUE
from inspector.gui.itemmodels.tree_item_model import COLUMNS, TreeItemModel

_LIMIT = 1_000_000
Copy = Callable[[TreeItemModel, list[int]], str]


def keys_text(model: TreeItemModel, rows: list[int]) -> str:
    """One key a line: the full key inside a state_dict, the name elsewhere."""
    table = model.tree.rows
    return "\n".join(_plain(table.key(row) or str(table.names[row])) for row in rows)


def paths_text(model: TreeItemModel, rows: list[int]) -> str:
    """One row a line, as Python would reach it: `["model"]["conv1.weight"]`."""
    return "\n".join(_subscripts(model, row) for row in rows)


def _subscripts(model: TreeItemModel, row: int) -> str:
    table = model.tree.rows
    path = table.path(row)
    text = "".join(
        f".{_plain(str(part))}" if isinstance(part, Attribute) else f"[{_quoted(part)}]"
        for part in path
    )
    return f"{text[:-2]}…" + text[-2:] if table.kind[row] in (GROUP, RANGE) else text


def _quoted(part: str | int) -> str:
    if isinstance(part, int):
        return str(part)
    escaped = part.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_plain(escaped)}"'


def code_text(model: TreeItemModel, rows: list[int]) -> str:
    """One row a line: `sd["conv1.weight"]` inside a state_dict, `ckpt["epoch"]` elsewhere."""
    return "\n".join(_code(model, row) for row in rows)


def _code(model: TreeItemModel, row: int) -> str:
    table = model.tree.rows
    key = table.key(row)
    if key is None or table.kind[row] in (GROUP, RANGE):
        return f"ckpt{_subscripts(model, row)}"
    return f"sd[{_quoted(key)}]"


_TITLES = ("key", "shape", "dtype", "device", "numel", "nbytes")


def _table(kind: TableKind) -> Copy:
    """The full keys and exact figures, as the core writes tables."""

    def text(model: TreeItemModel, rows: list[int]) -> str:
        return table_text(_TITLES, [_cells(model, row) for row in rows], kind)

    return text


def json_text(model: TreeItemModel, rows: list[int]) -> str:
    """A list of objects: what a script wants to know of each row."""
    return json.dumps([_facts(model, row) for row in rows], indent=2, ensure_ascii=False)


def _facts(model: TreeItemModel, row: int) -> dict[str, Any]:
    tree = model.tree
    node = tree.rows.nodes[row]
    path = [part if isinstance(part, int) else _plain(str(part)) for part in tree.rows.path(row)]
    key = tree.rows.key(row)
    facts: dict[str, Any] = {"key": path[-1] if key is None and path else _plain(key or "")}
    facts["path"] = path
    if isinstance(node, Tensor):
        facts["shape"] = None if node.shape is None else list(node.shape)
        facts |= {"dtype": node.dtype.name, "device": node.device}
    elif tree.rows.kind[row] == VALUE:
        facts["value"] = node if _is_json(node) else model.cells.text(row, 1)
    if tree.tensors[row]:
        if not isinstance(node, Tensor):
            facts["tensors"] = int(tree.tensors[row])
        facts |= {"numel": int(tree.numel[row]), "nbytes": int(tree.nbytes[row])}
    return facts


def _is_json(node: Any) -> bool:
    if isinstance(node, float):
        return math.isfinite(node)
    if isinstance(node, int):
        return node.bit_length() < 4000
    return node is None or isinstance(node, str)


def _cells(model: TreeItemModel, row: int) -> list[Cell]:
    """The cells of a row with its full key and exact figures."""
    tree, node = model.tree, model.tree.rows.nodes[row]
    shown = [model.cells.text(row, column) for column in range(COLUMNS)]
    is_number = isinstance(node, int | float) and not isinstance(node, bool)
    sums = int(tree.numel[row]), int(tree.nbytes[row])
    numel, nbytes = sums if tree.tensors[row] else (None, None)
    value: Cell = node if is_number and _is_json(node) else shown[1]
    return [tree.rows.key(row) or shown[0], value, shown[2], shown[3], numel, nbytes]


def _plain(text: str) -> str:
    """The text itself where it is one a clipboard can carry, else what is shown of it."""
    return text if text.isprintable() else visible(text, _LIMIT)


# What the actions are called -> how the text is made.
COPIES: dict[str, Copy] = {
    "keys": keys_text,
    "paths": paths_text,
    "code": code_text,
    "table": _table("tsv"),
    "csv": _table("csv"),
    "json": json_text,
    "markdown": _table("markdown"),
}
