"""The lines of a file's metadata as Qt sees them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from inspector.gui.faults import guarded
from inspector.gui.itemmodels.metadata_nodes import Line
from inspector.gui.text import tooltip

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()

NAME, VALUE, KIND = range(3)
COLUMNS = 3


class MetadataItemModel(QAbstractItemModel):
    """A tree of lines, all or those that a filter leaves with what is above and below them."""

    def __init__(self, top: Line, parent: Any = None) -> None:
        super().__init__(parent)
        self._top = top
        self._shown: dict[int, list[Line]] | None = None
        self._places: dict[int, int] = {}
        self.count = sum(1 for _ in top.leaves())

    def filter(self, words: str) -> int:
        """Show the lines whose path or value holds every word; how many leaves these are."""
        wanted = words.lower().split()
        self.beginResetModel()
        self._shown, self._places = ({}, {}) if wanted else (None, {})
        hits = self._keep(self._top, wanted) if wanted else self.count
        self.endResetModel()
        return hits

    def _keep(self, line: Line, wanted: list[str]) -> int:
        assert self._shown is not None
        hits = 0
        kept: list[Line] = []
        for child in line.children:
            if child.children:
                found = self._keep(child, wanted)
            else:
                text = f"{child.path} {child.value}".lower()
                found = int(all(word in text for word in wanted))
            hits += found
            if found:
                self._places[id(child)] = len(kept)
                kept.append(child)
        self._shown[id(line)] = kept
        return hits

    def line(self, index: Index) -> Line:
        """The line of an index; the top for an invalid one."""
        found: Any = index.internalPointer() if index.isValid() else self._top
        return found

    def _children(self, line: Line) -> list[Line]:
        return line.children if self._shown is None else self._shown.get(id(line), [])

    @guarded(QModelIndex)
    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        below = self._children(self.line(parent))
        if 0 <= row < len(below) and 0 <= column < COLUMNS:
            return self.createIndex(row, column, below[row])
        return QModelIndex()

    @guarded(QModelIndex)
    def parent(self, index: Index) -> QModelIndex:
        above = self.line(index).above if index.isValid() else None
        if above is None or above is self._top:
            return QModelIndex()
        place = above.place if self._shown is None else self._places.get(id(above), 0)
        return self.createIndex(place, 0, above)

    @guarded(int)
    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.column() > 0 else len(self._children(self.line(parent)))

    @guarded(int)
    def columnCount(self, parent: Index = _NONE) -> int:
        return COLUMNS

    @guarded(lambda: None)
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _TOOLTIP) or not index.isValid():
            return None
        line = self.line(index)
        if role == _TOOLTIP and index.column() == NAME:
            return tooltip(line.path)
        text = (line.name, line.value, line.kind)[index.column()]
        return text if role == _DISPLAY else tooltip(text)

    @guarded(lambda: None)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            QCoreApplication.translate("Metadata", "Name"),
            QCoreApplication.translate("Metadata", "Value"),
            QCoreApplication.translate("Metadata", "Type"),
        )[section]
