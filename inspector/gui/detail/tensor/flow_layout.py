"""A line of widgets that wraps like words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QWidget

from inspector.gui.faults import guarded, nothing
from inspector.gui.text import label
from inspector.gui.theme import GRID


class FlowLayout(QLayout):
    """Every item has its preferred size; the layout is as high as its lines."""

    def __init__(self, parent: QWidget | None = None, across: int = 2 * GRID) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across = across
        self.setContentsMargins(0, 0, 0, 0)

    @guarded(nothing)
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @guarded(int)
    def count(self) -> int:
        return len(self._items)

    @guarded(lambda: None)
    def itemAt(self, at: int) -> QLayoutItem | None:
        return self._items[at] if 0 <= at < len(self._items) else None

    @guarded(lambda: None)
    def takeAt(self, at: int) -> QLayoutItem | None:
        return self._items.pop(at) if 0 <= at < len(self._items) else None

    @guarded(lambda: Qt.Orientation(0))
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @guarded(bool)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(int)
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_real=False)

    @guarded(nothing)
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_real=True)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @guarded(QSize)
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, is_real: bool) -> int:
        """Lay the items out in `rect`; the height they take."""
        x, y, height = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > rect.left() and x + size.width() > rect.right() + 1:
                x, y, height = rect.left(), y + height + GRID // 2, 0
            if is_real:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._across
            height = max(height, size.height())
        return y + height - rect.top()


def named(field: QWidget, *more: QWidget) -> QWidget:
    """A field with its accessible name before it, as one item of a line."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID // 2)
    for widget in (label(field.accessibleName(), dim=True), field, *more):
        row.addWidget(widget)
    return pair
