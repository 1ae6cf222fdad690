"""The anatomy of a file as one stacked bar with a legend; modules as bars of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from inspector import describe
from inspector.gui.detail.anatomy_lines import ModuleLine, PartLine
from inspector.gui.detail.blocks import Link, sentence
from inspector.gui.faults import guarded, nothing
from inspector.gui.icons import pixmap
from inspector.gui.text import counted, label, tooltip, translate
from inspector.gui.theme import GRID, ROLES, colours

_HEIGHT = 3 * GRID
_GAP = 2
_LEAST = 3.0
_THIN = 6
_NARROW = 50 * GRID
_LINK_PADDING = 3  # a link stands lower than a label


class AnatomyBar(QWidget):
    """The bytes of the parts, side by side; a click asks for the row of a part."""

    row_requested = Signal(int)

    def __init__(self, parts: Sequence[PartLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = [part for part in parts if part.share]
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = ", ".join(f"{part.name} {percent(part.share or 0)}" for part in self._parts)
        self.setAccessibleName(translate("Anatomy", "Bytes by entry"))
        self.setAccessibleDescription(words)

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, _HEIGHT)

    def segments(self) -> list[tuple[QRectF, PartLine]]:
        """Where each part is painted; none is narrower than can be seen and hit."""
        if not self._parts:
            return []
        room = self.width() - _GAP * (len(self._parts) - 1)
        least = min(_LEAST, room / len(self._parts))
        widths = [max(least, room * (part.share or 0.0)) for part in self._parts]
        excess = sum(widths) - room
        spare = sum(width - least for width in widths)
        factor = 1 - excess / spare if spare > 0 else 1.0
        left, found = 0.0, []
        for width, part in zip(widths, self._parts, strict=True):
            shown = least + (width - least) * factor
            found.append((QRectF(left, 0, shown, self.height()), part))
            left += shown + _GAP
        return found

    def part_at(self, x: float) -> PartLine | None:
        """The part painted at `x`, or the nearest one."""
        found = self.segments()
        near = min(found, key=lambda pair: abs(pair[0].center().x() - x), default=None)
        for rect, part in found:
            if rect.left() - _GAP <= x <= rect.right() + _GAP:
                return part
        return near[1] if near else None

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        dark_text = QColor(colours().base)
        for rect, part in self.segments():
            role = ROLES[part.role]
            painter.setBrush(role.colour)
            painter.drawRoundedRect(rect, _GAP, _GAP)
            if rect.width() >= 20:
                glyph = pixmap(role.icon, dark_text.name(), 14)
                painter.drawPixmap(int(rect.left() + 4), int(rect.center().y() - 7), glyph)
                self._name(painter, rect.adjusted(22, 0, -4, 0), part, dark_text)

    def _name(self, painter: QPainter, room: QRectF, part: PartLine, colour: QColor) -> None:
        metrics = self.fontMetrics()
        if room.width() < metrics.horizontalAdvance("mm…"):
            return
        text = f"{part.name}  {percent(part.share or 0)}"
        if metrics.horizontalAdvance(text) > room.width():
            text = part.name
        painter.setPen(colour)
        middle = Qt.TextElideMode.ElideMiddle
        side = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, side, metrics.elidedText(text, middle, int(room.width())))
        painter.setPen(Qt.PenStyle.NoPen)

    @guarded(bool)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            part = self.part_at(event.pos().x())
            if part is not None:
                role = ROLES[part.role].text
                exact = counted(part.nbytes, "byte")
                text = f"{part.name} · {role}\n{exact} · {percent(part.share or 0)}"
                QToolTip.showText(event.globalPos(), tooltip(text), self)
            return True
        return super().event(event)

    @guarded(nothing)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position().x())
        leads = part is not None and part.row > 0
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @guarded(nothing)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and part is not None and part.row:
            self.row_requested.emit(part.row)


class Legend(QWidget):
    """A line for each part: glyph, name, what it is, bytes, share."""

    row_requested = Signal(int)

    def __init__(self, parts: Sequence[PartLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(2, 1)
        self._grid = grid
        self._texts: list[QLabel] = []
        self._is_narrow = False
        for number, part in enumerate(parts):
            at = 2 * number
            role = ROLES[part.role]
            glyph = QLabel()
            glyph.setPixmap(pixmap(role.icon, role.colour.name(), 16))
            glyph.setToolTip(tooltip(role.text))
            glyph.setAccessibleName(role.text)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(self._name(part), at, 1, top)
            known = part.role in ("weights", "metadata", "other", "empty", "structure")
            known = known or part.text.startswith((part.role, role.text))
            text = sentence(part.text if known else f"{role.text} · {part.text}")
            size = _figure(describe.size(part.nbytes) if part.nbytes else "")
            share = _figure(percent(part.share) if part.share else "")
            for column, made in ((0, glyph), (2, text), (3, size), (4, share)):
                made.setContentsMargins(0, _LINK_PADDING, 0, 0)
                grid.addWidget(made, at, column, top)
            self._texts.append(text)

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        for number, text in enumerate(self._texts):
            if is_narrow:  # below the name, from edge to edge
                self._grid.addWidget(text, 2 * number + 1, 1, 1, 4)
            else:
                self._grid.addWidget(text, 2 * number, 2, Qt.AlignmentFlag.AlignTop)

    def _name(self, part: PartLine) -> QWidget:
        if not part.row:
            return label(part.name)
        link = Link(part.name)
        link.clicked.connect(lambda *_, row=part.row: self.row_requested.emit(row))
        return link


def _figure(text: str) -> QLabel:
    made = label(text, dim=True)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return made


class ShareBar(QWidget):
    """A thin bar as long as a share."""

    def __init__(self, share: float, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._colour = share, colour
        self.setMinimumWidth(5 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @guarded(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = max(1, round(self.width() * self._share))
        painter.fillRect(0, (self.height() - _THIN) // 2, width, _THIN, self._colour)


class ModuleBars(QWidget):
    """The modules of a state_dict: name, parameters, bytes and a bar of their share."""

    row_requested = Signal(int)

    def __init__(
        self, modules: Sequence[ModuleLine], more: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(3, 1)
        column.addLayout(grid)
        most = max((module.share for module in modules), default=1.0) or 1.0
        for at, module in enumerate(modules):
            link = Link(module.name)
            link.clicked.connect(lambda *_, row=module.row: self.row_requested.emit(row))
            numel = _figure(describe.count(module.parameters))
            numel.setToolTip(tooltip(counted(module.parameters, "parameter")))
            size = _figure(describe.size(module.nbytes))
            bar = ShareBar(module.share / most, ROLES["weights"].colour)
            bar.setToolTip(tooltip(percent(module.share)))
            for figure in (numel, size):
                figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for place, widget in enumerate((link, numel, size, bar)):
                grid.addWidget(widget, at, place)
        if more:
            column.addWidget(sentence(counted(more, "more"), dim=True))


def percent(share: float) -> str:
    """0.123 -> "12.3 %"; what is small but there is not "0"."""
    if 0 < share < 0.001:
        return "< 0.1 %"
    return f"{share:.0%}".replace("%", " %") if share > 0.9995 else f"{share * 100:.1f} %"
