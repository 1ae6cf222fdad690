"""Selected rows of a diff as text for the clipboard."""

from __future__ import annotations

from PySide6.QtCore import Qt

from inspector.analysis.tables import Cell, TableKind, table_text
from inspector.gui.diff.index import COLUMNS, NAME
from inspector.gui.diff.item_model import DiffItemModel

COPY_LIMIT = 100_000


def copied_text(model: DiffItemModel, rows: list[int], what: str) -> str:
    """Full names, one a line; or a table with titles: a kind of `tables`, else tab-separated."""
    if what in ("keys", "paths"):
        return "\n".join(model.cells.text(row, NAME, is_flat=True) for row in rows[:COPY_LIMIT])
    titles = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(COLUMNS)]
    lines: list[list[Cell]] = [
        [model.cells.text(row, column, is_flat=True) for column in range(COLUMNS)]
        for row in rows[:COPY_LIMIT]
    ]
    kinds: dict[str, TableKind] = {"csv": "csv", "markdown": "markdown", "json": "json"}
    return table_text(titles, lines, kinds.get(what, "tsv"))
