"""Tabs and column titles, flatter than Fusion draws them.

Painted rather than styled: a style sheet on a tab bar cuts its parents off from theme changes.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTabBar, QTableView, QWidget

from inspector.gui.faults import guarded, nothing
from inspector.gui.theme import GRID, colours

ROW_PADDING = 6
_UNDERLINE = 2
_ICON = 16
_BUTTON = 20


class FlatTabBar(QTabBar):
    """Titles in a row; the one in front is underlined."""

    middle_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setMouseTracking(True)
        self._last_margin = 2 * GRID
        # Qt asks every tab for its size whenever one of them changes: a hundred tabs ask 60,000
        # times while they open.
        self._advances: dict[str, int] = {}

    @guarded(lambda: QSize(80, 32))
    def tabSizeHint(self, at: int) -> QSize:
        width = self._advance(at) + 2 * self._margin()
        if not self.tabIcon(at).isNull():
            width += _ICON + GRID
        if self.tabButton(at, QTabBar.ButtonPosition.RightSide) is not None:
            width += _BUTTON + GRID // 2
        return QSize(min(width, 40 * GRID), self.fontMetrics().height() + 2 * GRID)

    def _margin(self) -> int:
        """Beside a title: less where all of them would not fit."""
        room = self.width() - 4 * GRID * self.count()
        for at in range(self.count()):
            if room < 0:
                break
            room -= self._advance(at)
        return GRID if room < 0 else 2 * GRID

    def _advance(self, at: int) -> int:
        """How wide a title is, in pixels."""
        text = self._text(at)
        if text not in self._advances:
            self._advances[text] = self.fontMetrics().horizontalAdvance(text)
        return self._advances[text]

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._advances.clear()
        super().changeEvent(event)

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._margin() != self._last_margin:
            self._last_margin = self._margin()
            self.setIconSize(self.iconSize())  # which makes Qt lay the tabs out again
        super().resizeEvent(event)

    @guarded(lambda: QSize(80, 32))
    def minimumTabSizeHint(self, at: int) -> QSize:
        hint = self.tabSizeHint(at)
        return QSize(min(hint.width(), 15 * GRID), hint.height())

    def _text(self, at: int) -> str:
        return self.tabText(at).replace("&&", "&")

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        under = self.mapFromGlobal(self.cursor().pos())
        for at in range(self.count()):
            rect = self.tabRect(at)
            if rect.intersects(event.rect()):
                self._paint_tab(painter, at, rect, rect.contains(under))

    def _paint_tab(self, painter: QPainter, at: int, rect: QRect, is_hovered: bool) -> None:
        now = colours()
        is_front = at == self.currentIndex()
        edge = self._margin() - GRID // 2
        room = rect.adjusted(edge, 0, -edge, 0)
        shown = self.tabIcon(at)
        if not shown.isNull():
            shown.paint(
                painter, QRect(room.left(), room.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            )
            room.setLeft(room.left() + _ICON + GRID)
        if self.tabButton(at, QTabBar.ButtonPosition.RightSide) is not None:
            room.setRight(room.right() - _BUTTON)
        painter.setPen(QColor(now.text if is_front or is_hovered else now.dim))
        text = self.fontMetrics().elidedText(
            self._text(at), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text
        )
        if is_front:
            line = QRect(rect.left(), rect.bottom() - _UNDERLINE + 1, rect.width(), _UNDERLINE)
            painter.fillRect(line, QColor(now.accent))
            if self.hasFocus():
                painter.setPen(QPen(QColor(now.accent), 1, Qt.PenStyle.DotLine))
                painter.drawRect(rect.adjusted(2, 2, -3, -4))

    @guarded(nothing)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and at >= 0:
            self.middle_clicked.emit(at)
        else:
            super().mouseReleaseEvent(event)

    @guarded(bool)
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.Leave):
            self.update()
        return super().event(event)


def as_list(table: QTableView) -> None:
    """Make a table look and behave as a list of rows."""
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    down = table.verticalHeader()
    down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    down.setMinimumSectionSize(1)
    down.setDefaultSectionSize(table.fontMetrics().height() + ROW_PADDING)
    down.hide()


class FlatHeader(QHeaderView):
    """Column titles on the ground of the rows, with one line below and an arrow where sorted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 3 * GRID // 2)

    @guarded(nothing)
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        now = colours()
        painter.fillRect(rect, QColor(now.base))
        painter.setPen(QColor(now.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        room = rect.adjusted(GRID // 2, 0, -GRID * 3 // 4, 0)
        is_sorted = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        model = self.model()
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        stands_right = model.headerData(
            section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        side = Qt.AlignmentFlag.AlignRight if stands_right else Qt.AlignmentFlag.AlignLeft
        if is_sorted:
            room = self._paint_arrow(painter, room, bool(stands_right))
        painter.setPen(QColor(now.text if is_sorted else now.dim))
        painter.setFont(self.font())
        text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_arrow(self, painter: QPainter, room: QRect, is_left: bool) -> QRect:
        """Draw the arrow at the free end of `room`; what is left of it is returned."""
        size = GRID
        x = room.left() if is_left else room.right() - size
        y = room.center().y()
        down = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip = 2 if down else -2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours().accent), 1.6))
        painter.drawPolyline(
            [QPointF(x, y - tip), QPointF(x + size / 2, y + tip), QPointF(x + size, y - tip)]
        )
        painter.restore()
        return room.adjusted(size + 4, 0, 0, 0) if is_left else room.adjusted(0, 0, -size - 4, 0)
