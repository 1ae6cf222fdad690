"""The values of a plane of a tensor: a billion rows cost nothing until they are looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor

from inspector.analysis.slices import window
from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.number_texts import ODD, exact_texts, texts
from inspector.gui.detail.tensor.plane import Plane
from inspector.gui.detail.tensor.tiles import Tiles
from inspector.gui.faults import guarded, record
from inspector.gui.jobs import Jobs
from inspector.gui.theme import STATUSES
from inspector.progress import Progress

ROW_LIMIT = 500_000  # headers keep 16 bytes per row or column, and count pixels in 31 bits
COLUMN_LIMIT = 20_000
TILE = 64
PLACEHOLDER = "…"
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

Tile = tuple[list[list[str]], list[list[str]]]


class ValuesItemModel(QAbstractTableModel):
    """At most `ROW_LIMIT` × `COLUMN_LIMIT` cells of the plane, beginning at `corner`.

    Attributes:
        plane: What rows and columns are.
        corner: Row and column of the plane that are shown first.
    """

    def __init__(self, jobs: Jobs, parent: Any = None) -> None:
        super().__init__(parent)
        self.tiles = Tiles(jobs, self)
        self.tiles.arrived.connect(self._on_tile_arrived)
        self.plane: Plane | None = None
        self.corner = (0, 0)
        self._rows = self._columns = 0
        self._odd = QColor()

    def show_plane(self, tensor: Tensor, plane: Plane, corner: tuple[int, int] = (0, 0)) -> None:
        """Show `plane` of `tensor` from `corner` on."""
        self.beginResetModel()
        self.plane = plane
        self.corner = corner
        self._rows = min(plane.height - corner[0], ROW_LIMIT)
        self._columns = min(plane.width - corner[1], COLUMN_LIMIT)
        self._odd = STATUSES["error"].colour

        def fetch(key: tuple[int, int], progress: Progress) -> Tile:
            row, column = key[0] * TILE, key[1] * TILE
            progress.report(0, 0, "")
            values = window(tensor, plane.slice, row, TILE, column, TILE)
            return texts(values, tensor.dtype), exact_texts(values)

        self.tiles.restart(fetch)
        self.endResetModel()

    def restyle(self) -> None:
        """Colours of the palette of now."""
        self._odd = STATUSES["error"].colour

    def cell(self, row: int, column: int, is_exact: bool = False) -> str | None:
        """The text of a cell, or None while it is on its way."""
        row, column = row + self.corner[0], column + self.corner[1]
        tile = self.tiles.get((row // TILE, column // TILE))
        return None if tile is None else tile[is_exact][row % TILE][column % TILE]

    # -- what Qt asks -------------------------------------------------------------------------

    @guarded(int)
    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows

    @guarded(int)
    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._columns

    def data(self, index: QModelIndex, role: int = _DISPLAY) -> Any:
        # Called thousands of times a frame: guarded in place, which is cheaper than a wrapper.
        try:
            if role == _DISPLAY:
                return self.cell(index.row(), index.column()) or PLACEHOLDER
            if role == _ALIGNMENT:
                return _RIGHT
            if role == _FOREGROUND:
                text = self.cell(index.row(), index.column())
                return self._odd if text in ODD else None
            if role == _TOOLTIP and self.plane is not None:
                text = self.cell(index.row(), index.column(), is_exact=True)
                place = self.plane.place(
                    index.row() + self.corner[0], index.column() + self.corner[1]
                )
                return None if text is None else f"{list(place)} = {text}"
        except Exception as error:
            record(error)
        return None

    @guarded(lambda: None)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role == _ALIGNMENT:
            return _RIGHT
        if role != _DISPLAY or self.plane is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{section + self.corner[0]:,}"
        return "" if self.plane.columns is None else f"{section + self.corner[1]:,}"

    def _on_tile_arrived(self, key: tuple[int, int]) -> None:
        top, left = key[0] * TILE - self.corner[0], key[1] * TILE - self.corner[1]
        bottom, right = min(top + TILE, self._rows) - 1, min(left + TILE, self._columns) - 1
        top, left = max(top, 0), max(left, 0)
        if top <= bottom and left <= right:
            self.dataChanged.emit(self.index(top, left), self.index(bottom, right))
