"""Colours for Python, TorchScript and JSON: keywords, texts, numbers, comments, names defined."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from inspector.gui.faults import guarded, nothing
from inspector.gui.theme import colours, dtype_colour

LINE_LIMIT = 4000
"""Longer lines stay plain: they are data, and colouring them takes long."""

_KEYWORDS = (
    "False None True and as assert async await break class continue def del elif else except "
    "finally for from global if import in is lambda match nonlocal not or pass raise return try "
    "while with yield null true false uninitialized annotate"
)
_TOKENS = re.compile(
    r"(?P<comment>#.*)"
    r"|(?P<open>[rRbBuUfF]{0,2}(?P<quote>'''|\"\"\"))"
    r"|(?P<text>[rRbBuUfF]{0,2}(?:'(?:[^'\\]|\\.)*'?|\"(?:[^\"\\]|\\.)*\"?))"
    r"|(?P<decorator>^\s*@[\w.]+)"
    r"|\b(?:def|class)\s+(?P<defined>\w+)"
    rf"|\b(?P<keyword>{'|'.join(_KEYWORDS.split())})\b"
    r"|(?P<number>\b(?:0[xX][\da-fA-F_]+|\d[\d_]*\.?\d*(?:[eE][+-]?\d+)?))"
)
_LONG = {1: "'''", 2: '"""'}


class PythonHighlighter(QSyntaxHighlighter):
    """Colours line by line; the state of a line says which long text it ends in."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats = _formats()

    @guarded(nothing)
    def highlightBlock(self, text: str) -> None:
        self.setCurrentBlockState(0)
        if len(text) > LINE_LIMIT:
            return
        at = self._end_of_long_text(text, 0, _LONG.get(self.previousBlockState(), ""))
        while at < len(text):
            found = _TOKENS.search(text, at)
            if found is None:
                return
            at = self._colour(text, found)

    def _colour(self, text: str, found: re.Match[str]) -> int:
        """Colour one token; where the next may begin."""
        if found["open"]:
            self.setFormat(found.start(), found.end() - found.start(), self._formats["text"])
            return self._end_of_long_text(text, found.end(), found["quote"])
        for name in ("comment", "text", "decorator", "defined", "keyword", "number"):
            start, end = found.span(name)
            if start >= 0:
                self.setFormat(start, end - start, self._formats[name])
        keyword = found["defined"] and re.match(r"def|class", text[found.start() :])
        if keyword:
            self.setFormat(found.start(), len(keyword[0]), self._formats["keyword"])
        return max(found.end(), found.start() + 1)

    def _end_of_long_text(self, text: str, start: int, quote: str) -> int:
        if not quote:
            return start
        end = text.find(quote, start)
        if end < 0:
            self.setCurrentBlockState(1 if quote == "'''" else 2)
            end = len(text)
        else:
            end += 3
        self.setFormat(start, end - start, self._formats["text"])
        return end


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
