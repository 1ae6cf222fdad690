"""The blocks that pages are made of: headings, lines of facts, notices, long texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.core_sentences import said
from inspector.gui.detail.fact import Fact
from inspector.gui.icons import pixmap
from inspector.gui.styles import link_style
from inspector.gui.text import (
    DETAIL_LIMIT,
    counted,
    emphasised,
    label,
    literal,
    monospace,
    tooltip,
    without_mnemonic,
)
from inspector.gui.theme import GRID, STATUSES, tint

_LABEL_WIDTH = 15 * GRID
_LABEL_LIMIT = 24 * GRID


def sentence(text: str, *, dim: bool = False) -> QLabel:
    """A wrapping paragraph that can be selected."""
    made = label(text, selectable=True, dim=dim)
    made.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    made.setMinimumSize(1, 1)  # else a page is as tall as if it were one word wide
    return made


def heading(text: str) -> QLabel:
    """What opens a section."""
    made = label(text)
    made.setFont(emphasised(made.font()))
    made.setContentsMargins(0, 2 * GRID, 0, 0)
    return made


def line_field(text: str, name: str) -> QLineEdit:
    """One line that can be selected and copied, however long it is."""
    made = QLineEdit(literal(text))
    made.setReadOnly(True)
    made.setFrame(False)
    made.setFont(monospace())
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    made.setAccessibleName(name)
    made.setAcceptDrops(False)
    made.setCursorPosition(0)
    made.setTextMargins(-2, 0, 0, 0)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    made.setPalette(palette)
    return made


class FactGrid(QWidget):
    """Two columns: what, and its value. A label that leads to a row of the tree is a link."""

    row_requested = Signal(int)

    def __init__(self, facts: Sequence[Fact], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for at, fact in enumerate(facts):
            grid.addWidget(self._name(fact), at, 0, Qt.AlignmentFlag.AlignTop)
            value = sentence(fact.value) if fact.is_prose else line_field(fact.value, fact.label)
            value.setToolTip(tooltip(fact.exact))
            grid.addWidget(value, at, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)

    def _name(self, fact: Fact) -> QWidget:
        if not fact.row:
            made = label(fact.label, dim=not fact.status)
            if fact.status:
                tint(made, STATUSES[fact.status].colour)
            made.setMaximumWidth(_LABEL_LIMIT)
            return made
        link = Link(fact.label)
        link.clicked.connect(lambda *_, row=fact.row: self.row_requested.emit(row))
        return link


class Link(QPushButton):
    """A name that leads somewhere."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        middle = Qt.TextElideMode.ElideMiddle
        shown = self.fontMetrics().elidedText(literal(text), middle, _LABEL_LIMIT)
        self.setText(without_mnemonic(shown))
        self.setAccessibleName(literal(text))
        if shown != text:
            self.setToolTip(tooltip(literal(text)))
        self.setStyleSheet(link_style())


class Notice(QWidget):
    """A sentence with its severity as icon, word and colour, and what to do about it."""

    def __init__(
        self,
        severity: str,
        text: str,
        hint: str | None = None,
        where: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        status = STATUSES[severity]
        colour = status.colour
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        layout.setSpacing(GRID)
        picture = QLabel()
        picture.setPixmap(pixmap(status.icon, colour.name(), 16))
        picture.setAccessibleName(status.text)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        layout.addLayout(column, 1)
        word = label(status.text if not where else f"{status.text} · {literal(said(where), 200)}")
        word.setFont(emphasised(word.font()))
        tint(word, colour)
        word.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column.addWidget(word)
        column.addWidget(sentence(said(text)))
        if hint:
            column.addWidget(sentence(said(hint), dim=True))


class LongText(QPlainTextEdit):
    """A text of the file, at most `DETAIL_LIMIT` characters of it."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(monospace())
        self.setAccessibleName(name)
        # Wrapping a hundred thousand characters takes seconds.
        wraps = len(text) <= 4000
        mode = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(mode.WidgetWidth if wraps else mode.NoWrap)
        cut = text[:DETAIL_LIMIT]
        lines = "\n".join(literal(line, DETAIL_LIMIT) for line in cut.split("\n"))
        if len(text) > DETAIL_LIMIT:
            lines += f"\n… ({counted(len(text) - DETAIL_LIMIT, 'more')})"
        self.setPlainText(lines)


class Page(QScrollArea):
    """A column of blocks that scrolls; rebuilt for each subject."""

    row_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._column = QVBoxLayout()

    def show_blocks(self, blocks: Sequence[QWidget], stretched: QWidget | None = None) -> None:
        """Show `blocks` one below the other; `stretched` gets the rest of the height."""
        content = QWidget()
        content.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(content)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID // 2)
        for block in blocks:
            column.addWidget(block, 1 if block is stretched else 0)
            if isinstance(block, FactGrid):
                block.row_requested.connect(self.row_requested)
        if stretched is None:
            column.addStretch(1)
        self.setWidget(content)
