"""Code, in colours where it can be seen: colouring all of a long one would take too long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QColor,
    QFont,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from inspector.gui.detail.python_tokens import tokens
from inspector.gui.faults import guarded, nothing
from inspector.gui.text import monospace
from inspector.gui.theme import colours, dtype_colour


class CodeView(QPlainTextEdit):
    """Shows code that cannot be changed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(monospace())
        self.setAccessibleName(name)
        self._beginnings: Sequence[str] = ()
        self._coloured: set[int] = set()
        self._formats = _formats()
        self.verticalScrollBar().valueChanged.connect(self._colour_visible)

    def show_code(self, text: str, beginnings: Sequence[str]) -> None:
        """Show `text`; of its lines is said where they begin (`python_tokens.beginnings`)."""
        self._beginnings = ()
        self.setPlainText(text)
        self._beginnings = beginnings
        self._coloured.clear()
        self._colour_visible()

    def _colour_visible(self, _: int = 0) -> None:
        block, top = self.firstVisibleBlock(), 0.0
        while block.isValid() and top < self.viewport().height():
            number = block.blockNumber()
            if number not in self._coloured and number < len(self._beginnings):
                self._coloured.add(number)
                self._colour(block, self._beginnings[number])
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def _colour(self, block: QTextBlock, inside: str) -> None:
        ranges = []
        for start, end, kind in tokens(block.text(), inside)[0]:
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = start, end - start, self._formats[kind]
            ranges.append(found)
        if ranges:
            block.layout().setFormats(ranges)
            self.document().markContentsDirty(block.position(), block.length())

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._colour_visible()

    @guarded(nothing)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._colour_visible()

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._formats = _formats()
            self._coloured.clear()
            self._colour_visible()


def _formats() -> dict[str, QTextCharFormat]:
    table = {
        "comment": QColor(colours().dim),
        "text": dtype_colour("text"),
        "decorator": dtype_colour("quantized"),
        "defined": dtype_colour("float"),
        "keyword": dtype_colour("bool"),
        "number": dtype_colour("int"),
    }
    made = {}
    for name, colour in table.items():
        made[name] = QTextCharFormat()
        made[name].setForeground(colour)
    made["defined"].setFontWeight(QFont.Weight.DemiBold)
    made["comment"].setFontItalic(True)
    return made
