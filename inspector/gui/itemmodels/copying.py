"""Rows as text for the clipboard."""

from __future__ import annotations

from inspector.checkpoint.tree import Attribute
from inspector.describe import visible
from inspector.gui.itemmodels.rows import GROUP, RANGE
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


def table_text(model: TreeItemModel, rows: list[int]) -> str:
    """Tab-separated, exact figures, with a header."""
    tree = model.tree
    lines = ["\t".join(("key", "shape", "dtype", "device", "numel", "nbytes"))]
    for row in rows:
        cells = [model.cells.text(row, column) for column in range(COLUMNS)]
        cells[0] = tree.rows.key(row) or cells[0]
        if tree.tensors[row]:
            cells[4], cells[5] = str(tree.numel[row]), str(tree.nbytes[row])
        lines.append("\t".join(_cell(cell) for cell in cells))
    return "\n".join(lines)


def _plain(text: str) -> str:
    """The text itself where it is one a clipboard can carry, else what is shown of it."""
    return text if text.isprintable() else visible(text, _LIMIT)


def _cell(text: str) -> str:
    """A spreadsheet must not take what a file wrote for a formula."""
    plain = _plain(text)
    return f"'{plain}" if plain[:1] in ("=", "+", "-", "@", "\t", "\r") else plain
