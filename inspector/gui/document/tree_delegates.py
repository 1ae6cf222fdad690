"""How cells are painted: colours by dtype, icons by kind, bars beside sizes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector import describe
from inspector.checkpoint.tree import is_module
from inspector.gui.faults import guarded, nothing
from inspector.gui.flat_widgets import ROW_PADDING
from inspector.gui.icons import icon
from inspector.gui.itemmodels.index import DTYPE, KEY, SHAPE, TreeIndex
from inspector.gui.itemmodels.rows import (
    ATTRIBUTE,
    BROKEN,
    GROUP,
    OPTIMIZER,
    RANGE,
    STATE_DICT,
    TENSOR,
    TIED,
    VALUE,
    Rows,
)
from inspector.gui.text import emphasised
from inspector.gui.theme import GRID, STATUSES, colours, dtype_colour
from inspector.inert import Dict, Object

Index = QModelIndex | QPersistentModelIndex

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ROLES = (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText)


def icon_of(rows: Rows, row: int) -> tuple[str, str]:
    """(icon, colour) of a row; one look per kind, everywhere the same."""
    flags, kind, node = rows.flags[row], rows.kind[row], rows.nodes[row]
    given = colours()
    if flags & BROKEN:
        return "circle-x", STATUSES["error"].colour.name()
    if flags & OPTIMIZER:
        return "sliders-horizontal", given.accent
    if flags & STATE_DICT:
        return "layers", given.accent
    if kind == TENSOR:
        return ("link", given.accent) if flags & TIED else ("grid-3x3", given.dim)
    if kind == VALUE:
        return ("type" if isinstance(node, str) else "hash"), given.dim
    if kind == RANGE:
        return "list-tree", given.dim
    if kind == GROUP or is_module(node):
        return "box", given.dim
    return ("braces" if isinstance(node, Dict | Object) else "brackets"), given.dim


def _tree_of(index: Index) -> TreeIndex:
    model: Any = index.model()
    found: TreeIndex = model.tree
    return found


class CellDelegate(QStyledItemDelegate):
    """Colours and icons; the text comes from the model."""

    @guarded(nothing)
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        tree = _tree_of(index)
        row, column = index.internalId(), index.column()
        rows = tree.rows
        if column == KEY:
            name, colour = icon_of(rows, row)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = icon(name, QColor(colour))
            self._mark(option, index)
            self._badge(option, tree.badges.get(row))
            if rows.flags[row] & ATTRIBUTE:
                self._paint_in(option, QColor(colours().dim))
            return
        option.textElideMode = Qt.TextElideMode.ElideRight
        if column == DTYPE and rows.kind[row] == TENSOR:
            self._paint_in(option, dtype_colour(rows.nodes[row].dtype.kind))
        elif column != SHAPE or rows.kind[row] not in (TENSOR, VALUE):
            self._paint_in(option, QColor(colours().dim))

    @guarded(QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(GRID, option.fontMetrics.height() + ROW_PADDING)

    def _mark(self, option: QStyleOptionViewItem, index: Index) -> None:
        """A dot and weight for what an edit changed, a ring for what holds such rows."""
        model: Any = index.model()
        row = index.internalId()
        if row in model.marks.changed:
            option.font = emphasised(option.font)
            option.text = f"{option.text}  ●"
        elif row in model.marks.above:
            option.text = f"{option.text}  ○"

    def _badge(self, option: QStyleOptionViewItem, badge: tuple[str, str] | None) -> None:
        """What a check of the values found here, or the glyph alone where it lies below."""
        if badge is not None:
            option.text = f"{option.text}  ▲ {badge[1]}".rstrip()
            self._paint_in(option, STATUSES[badge[0]].colour)

    def _paint_in(self, option: QStyleOptionViewItem, colour: QColor) -> None:
        palette: Any = option.palette
        for role in _ROLES:
            palette.setColor(role, colour)
        option.palette = palette


class KeyDelegate(CellDelegate):
    """The name and, at its right, the multiply-adds of the layers there, if they are known."""

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        macs = _tree_of(index).macs.get(index.internalId())
        if macs is None:
            super().paint(painter, option, index)
            return
        text = f"{describe.count(macs)} MACs"
        width = option.fontMetrics.horizontalAdvance(text) + 2 * GRID
        cell = QStyleOptionViewItem(option)
        cell.rect = option.rect.adjusted(0, 0, -width, 0)
        super().paint(painter, cell, index)
        room = option.rect.adjusted(option.rect.width() - width, 0, -GRID, 0)
        painter.save()
        painter.setPen(QColor(colours().dim))
        painter.setFont(option.font)
        painter.drawText(room, _RIGHT, text)
        painter.restore()


class SizeDelegate(CellDelegate):
    """The size with a bar: its share of the row above."""

    _MARGIN = 6
    _TEXT = 9  # widths of "0"

    @guarded(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        if not option.text:
            return
        text_width = option.fontMetrics.horizontalAdvance("0") * self._TEXT
        cell = option.rect.adjusted(self._MARGIN, 0, -self._MARGIN, 0)
        words = QRect(cell.left(), cell.top(), min(text_width, cell.width()), cell.height())
        painter.save()
        painter.setPen(QColor(colours().text))
        painter.setFont(option.font)
        painter.drawText(words, _RIGHT, option.text)
        room = QRect(words.right() + self._MARGIN, cell.top(), 0, cell.height())
        room.setRight(cell.right())
        self._bar(painter, room, self._share(index))
        painter.restore()

    def _bar(self, painter: QPainter, room: QRect, share: float) -> None:
        if room.width() < 12 or share <= 0:
            return
        height = 6
        bar = QRect(room.left(), room.center().y() - height // 2 + 1, 0, height)
        bar.setWidth(max(1, round(min(room.width(), 120) * share)))
        painter.fillRect(bar, QColor(colours().bar))

    def _share(self, index: Index) -> float:
        tree = _tree_of(index)
        row = index.internalId()
        model: Any = index.model()
        whole = float(tree.nbytes[0 if model.is_flat else tree.rows.parent[row]])
        return float(tree.nbytes[row]) / whole if whole else 0.0
