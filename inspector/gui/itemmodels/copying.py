"""Rows as text for the clipboard."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Callable
from typing import Any

from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Attribute
from inspector.describe import visible
from inspector.gui.itemmodels.rows import GROUP, RANGE, VALUE
from inspector.gui.itemmodels.tree_item_model import COLUMNS, TreeItemModel

_LIMIT = 1_000_000


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


def table_text(model: TreeItemModel, rows: list[int]) -> str:
    """Tab-separated, exact figures, with a header."""
    lines = ["\t".join(_TITLES)]
    lines += ["\t".join(_cell(cell) for cell in _cells(model, row)) for row in rows]
    return "\n".join(lines)


def csv_text(model: TreeItemModel, rows: list[int]) -> str:
    """The same table, separated by commas."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(_TITLES)
    writer.writerows([_cell(cell) for cell in _cells(model, row)] for row in rows)
    return made.getvalue()


def markdown_text(model: TreeItemModel, rows: list[int]) -> str:
    """The same table as GitHub draws it; numbers on the right."""
    lines = [_line(list(_TITLES)), _line(["---"] * 4 + ["---:"] * 2)]
    for row in rows:
        cells = _cells(model, row)
        lines.append(_line([_code_span(cell) for cell in cells[:4]] + cells[4:]))
    return "\n".join(lines) + "\n"


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


def _cells(model: TreeItemModel, row: int) -> list[str]:
    """The cells of a row with its full key and exact figures."""
    tree = model.tree
    cells = [model.cells.text(row, column) for column in range(COLUMNS)]
    cells[0] = tree.rows.key(row) or cells[0]
    if tree.tensors[row]:
        cells[4], cells[5] = str(tree.numel[row]), str(tree.nbytes[row])
    return cells


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _code_span(text: str) -> str:
    """Nothing a file wrote is markup: between more backticks than it has itself."""
    plain = _plain(text).replace("|", "\\|")
    if not plain.strip():
        return ""
    fence = "`" * (1 + max(map(len, re.findall("`+", plain)), default=0))
    room = " " if "`" in plain else ""
    return f"{fence}{room}{plain}{room}{fence}"


def _plain(text: str) -> str:
    """The text itself where it is one a clipboard can carry, else what is shown of it."""
    return text if text.isprintable() else visible(text, _LIMIT)


def _cell(text: str) -> str:
    """A spreadsheet must not take what a file wrote for a formula; numbers are none."""
    plain = _plain(text)
    is_risky = plain[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(plain)
    return f"'{plain}" if is_risky else plain


_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.ASCII)

# What the actions are called -> how the text is made.
COPIES: dict[str, Callable[[TreeItemModel, list[int]], str]] = {
    "keys": keys_text,
    "paths": paths_text,
    "code": code_text,
    "table": table_text,
    "csv": csv_text,
    "json": json_text,
    "markdown": markdown_text,
}
