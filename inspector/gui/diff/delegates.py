"""How the rows of a diff are painted: icon, word and colour of each state, and a bar."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector.gui.diff.cells import NOTHING
from inspector.gui.diff.index import LEFT, MAX_ABS, NAME, RESULT, RIGHT
from inspector.gui.diff.looks import (
    MISSING,
    PENDING,
    SAME,
    STATE_LOOKS,
    STATES,
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
_TEXT = QStyleOptionViewItem.ViewItemFeature.HasDisplay
_ICON_AND_TEXT = _TEXT | QStyleOptionViewItem.ViewItemFeature.HasDecoration
_LEFT_ALIGNED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_ALIGNED = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Inks:
    """Colours and icons of one theme. Every call of Qt gives the interpreter away for a moment, and
    while values are compared it is long in coming back: so nothing is asked for twice."""

    def __init__(self) -> None:
        now = colours()
        self.text, self.dim, self.bar = QColor(now.text), QColor(now.dim), QColor(now.bar)
        self.states = [look.colour for look in STATE_LOOKS]
        self.selected = [on_selection(colour) for colour in self.states]
        self.icons = [icon(look.icon, look.colour) for look in STATE_LOOKS]
        self.pairs = [icon("grid-3x3", quiet(state)) for state in STATES]
        self.branches = [icon("box", quiet(state)) for state in STATES]


class DiffDelegate(QStyledItemDelegate):
    """Colour, weight and icons; the text comes from the model.

    Attributes:
        inks: Of the theme of now; the view sets them.
    """

    inks: Inks

    @guarded(nothing)
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        # Qt's own asks the model for seven roles of every cell; the model has two.
        model: Any = index.model()
        row, column = index.internalId(), index.column()
        state, inks = model.tree.worst(row), self.inks
        is_pair = model.tree.rows.pair[row] >= 0
        text = model.cells.text(row, column, model.is_flat)
        option.index = index  # type: ignore[assignment]  # views pass no persistent ones
        option.text = text
        option.displayAlignment = _RIGHT_ALIGNED if column >= MAX_ABS else _LEFT_ALIGNED
        if column == NAME:
            option.features |= _ICON_AND_TEXT
            option.icon = (inks.pairs if is_pair else inks.branches)[state]
            if is_pair and state not in (SAME, PENDING):
                option.font = emphasised(option.font)
            return
        option.textElideMode = Qt.TextElideMode.ElideRight
        if column == RESULT and is_pair:
            option.features |= _ICON_AND_TEXT
            option.icon = inks.icons[state]
            _paint_in(option, inks.states[state], inks.selected[state])
            return
        option.features |= _TEXT
        if text == NOTHING or state in (SAME, PENDING) or not is_pair:
            _paint_in(option, inks.dim, inks.dim)
        elif column == (LEFT if state == MISSING else RIGHT) and state in (MISSING, UNEXPECTED):
            _paint_in(option, inks.states[state], inks.selected[state])

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
            painter.setPen((self.inks.selected if is_selected else self.inks.states)[state])
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


def _paint_in(option: QStyleOptionViewItem, colour: QColor, selected: QColor) -> None:
    palette: Any = option.palette
    palette.setColor(QPalette.ColorRole.Text, colour)
    palette.setColor(QPalette.ColorRole.HighlightedText, selected)
    option.palette = palette
