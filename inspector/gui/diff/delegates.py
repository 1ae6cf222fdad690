"""How the rows of a diff are painted: icon, word and colour of each state, and a bar."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector.gui.diff.cells import NOTHING
from inspector.gui.diff.index import LEFT, NAME, RESULT, RIGHT
from inspector.gui.diff.looks import (
    MISSING,
    PENDING,
    SAME,
    STATE_LOOKS,
    UNEXPECTED,
    on_selection,
    quiet,
)
from inspector.gui.faults import guarded, nothing
from inspector.gui.icons import icon
from inspector.gui.text import emphasised
from inspector.gui.theme import GRID, colours

Index = QModelIndex | QPersistentModelIndex

_PADDING = 6
_MARGIN = 6
_SHARE_TEXT = 8  # widths of "0"
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class DiffDelegate(QStyledItemDelegate):
    """Colour, weight and strike-through; the text comes from the model."""

    @guarded(nothing)
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        model: Any = index.model()
        row, column = index.internalId(), index.column()
        state = model.tree.worst(row)
        is_pair = model.tree.rows.pair[row] >= 0
        if column == NAME:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            name = "grid-3x3" if is_pair else "box"
            option.icon = icon(name, quiet(state))
            if is_pair and state not in (SAME, PENDING):
                option.font = emphasised(option.font)
            return
        option.textElideMode = Qt.TextElideMode.ElideRight
        if column == RESULT and is_pair:
            look = STATE_LOOKS[state]
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = icon(look.icon, look.colour)
            _paint_in(option, look.colour)
        elif option.text == NOTHING or state in (SAME, PENDING) or not is_pair:
            _paint_in(option, QColor(colours().dim))
        elif column == (LEFT if state == MISSING else RIGHT) and state in (MISSING, UNEXPECTED):
            _paint_in(option, STATE_LOOKS[state].colour)

    @guarded(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(GRID, option.fontMetrics.height() + _PADDING)


class ResultDelegate(DiffDelegate):
    """Branches say how many pairs of each state are below them, each in its colour."""

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model: Any = index.model()
        row = index.internalId()
        if model.tree.rows.pair[row] >= 0:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        _paint_ground(painter, option)
        cell = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(option.font)
        for glyph, number, state in model.cells.parts(row):
            text = f"{glyph} {number:,}"
            ink = STATE_LOOKS[state].colour
            painter.setPen(on_selection(ink) if is_selected else ink)
            width = option.fontMetrics.horizontalAdvance(text)
            if width > cell.width():
                painter.drawText(cell, _LEFT, "…")
                break
            painter.drawText(cell, _LEFT, text)
            cell.setLeft(cell.left() + width + 2 * GRID)
        painter.restore()


class ShareDelegate(DiffDelegate):
    """The share of values that changed, with a bar."""

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        model: Any = index.model()
        paint_share(painter, option, model.tree.share(index.internalId()))


def paint_share(painter: QPainter, option: QStyleOptionViewItem, share: float) -> None:
    """The text of a cell, and a bar as long as `share` beside it; NaN is none."""
    _paint_ground(painter, option)
    if math.isnan(share):
        return
    text_width = option.fontMetrics.horizontalAdvance("0") * _SHARE_TEXT
    cell = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
    words = QRect(cell.left(), cell.top(), min(text_width, cell.width()), cell.height())
    painter.save()
    painter.setPen(QColor(colours().text if share else colours().dim))
    painter.setFont(option.font)
    painter.drawText(words, _RIGHT, option.text)
    room = cell.right() - words.right() - _MARGIN
    if room >= 2 * GRID and share:
        height = 6
        top = cell.center().y() - height // 2 + 1
        width = max(1, round(min(room, 120) * share))
        painter.fillRect(QRect(words.right() + _MARGIN, top, width, height), QColor(colours().bar))
    painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    option.widget.style().drawPrimitive(
        QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
    )


def _paint_in(option: QStyleOptionViewItem, colour: QColor) -> None:
    palette: Any = option.palette
    palette.setColor(QPalette.ColorRole.Text, colour)
    palette.setColor(QPalette.ColorRole.HighlightedText, on_selection(colour))
    option.palette = palette
