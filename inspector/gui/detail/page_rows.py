"""What the tables and trees in pages have in common: looks, Return, double-click."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyledItemDelegate, QStyleOptionViewItem

from inspector.gui.faults import guarded, nothing
from inspector.gui.flat_widgets import ROW_PADDING, FlatHeader
from inspector.gui.text import monospace
from inspector.gui.theme import GRID, list_palette


class PageRows:
    """Mixed into a view of Qt's that makes a signal `typed(str)`: letters were typed on the rows.

    Return and double-click activate a row.
    """

    typed: Any

    def activate(self, index: QModelIndex) -> None:
        """A person wants to go where the row of a valid index leads."""
        raise NotImplementedError

    def _fit_columns(self) -> None:
        """Give the columns the widths that suit the room."""
        raise NotImplementedError

    def _prepare(self: Any, name: str) -> FlatHeader:
        """How rows look; the header is returned, and `name` is for people who hear it."""
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(monospace())
        self.setPalette(list_palette())
        header = FlatHeader(self)
        header.setFont(QGuiApplication.font())
        self.doubleClicked.connect(self._on_row_activated)
        return header

    def _on_row_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.activate(index)

    @guarded(nothing)
    def keyPressEvent(self: Any, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_row_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @guarded(nothing)
    def keyboardSearch(self, text: str) -> None:
        # Qt's own search asks for the cell of every row, with every letter.
        self.typed.emit(text)

    @guarded(nothing)
    def resizeEvent(self: Any, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @guarded(nothing)
    def changeEvent(self: Any, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self.setPalette(list_palette())


class RowDelegate(QStyledItemDelegate):
    """Rows with room around their text."""

    @guarded(QSize)
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(GRID, option.fontMetrics.height() + ROW_PADDING)
