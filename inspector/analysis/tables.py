"""Tables as text: TSV to paste, CSV (RFC 4180), JSON, Markdown."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Any, Literal, get_args

from inspector.describe import visible

TableKind = Literal["tsv", "csv", "json", "markdown"]
TABLE_KINDS: tuple[TableKind, ...] = get_args(TableKind)
Cell = str | int | float | bool | list[int] | None

# A spreadsheet takes text that begins with one of these for a formula, and would compute it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_text(columns: Sequence[str], rows: Sequence[Sequence[Cell]], kind: TableKind) -> str:
    """Rows under column names.

    What a file wrote is escaped where it would be taken for more than text; numbers never are.
    JSON has every text exactly as it is.
    """
    if kind == "json":
        return json.dumps([_json_row(columns, row) for row in rows], indent=1, allow_nan=False)
    if kind == "markdown":
        return _markdown(columns, rows)
    join = "\t".join if kind == "tsv" else ",".join
    write = _tsv if kind == "tsv" else csv_cell
    end = "\n" if kind == "tsv" else "\r\n"
    lines = [join(columns), *(join(write(cell) for cell in row) for row in rows)]
    return end.join(lines) + end


def csv_cell(cell: Cell) -> str:
    """One field of RFC 4180; text that a spreadsheet would compute gets an apostrophe."""
    text = _plain(cell)
    if isinstance(cell, str) and text.startswith(_FORMULA):
        text = f"'{text}"
    if any(sign in text for sign in ',"\r\n') or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def _tsv(cell: Cell) -> str:
    text = _plain(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_FORMULA) else text


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return visible(cell, 1 << 20)
    if isinstance(cell, list):
        return " x ".join(str(number) for number in cell)
    return str(cell)


def _json_row(columns: Sequence[str], row: Sequence[Cell]) -> dict[str, Any]:
    return {
        name: repr(cell) if isinstance(cell, float) and not math.isfinite(cell) else cell
        for name, cell in zip(columns, row, strict=True)
    }


def _markdown(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    is_number = [
        bool(rows) and all(isinstance(row[at], int | float | None) for row in rows)
        for at in range(len(columns))
    ]
    lines = [
        f"| {' | '.join(columns)} |",
        f"| {' | '.join('---:' if right else '---' for right in is_number)} |",
    ]
    lines += [f"| {' | '.join(_code(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _code(cell: Cell) -> str:
    """Text as code, so that no sign in it means anything."""
    text = _plain(cell)
    if not isinstance(cell, str) or not text:
        return text
    text = text.replace("|", "\\|")
    fence = "`"
    while fence in text:
        fence += "`"
    gap = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{gap}{text}{gap}{fence}"
