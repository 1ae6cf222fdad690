"""What a tab shows while there is no document: it is being opened, or it could not be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector import describe
from inspector.gui.core_sentences import said
from inspector.gui.detail.blocks import LongText, sentence
from inspector.gui.icons import pixmap
from inspector.gui.text import QT_TRANSLATE_NOOP, emphasised, label, literal
from inspector.gui.theme import GRID, STATUSES

translate = QCoreApplication.translate

_WIDTH = 560
_SCALE = 1000


class CentredPage(QWidget):
    """A column of limited width in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        middle = QWidget(self)
        middle.setMaximumWidth(_WIDTH)
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)


class OpeningPage(CentredPage):
    """Progress in bytes, and a way out."""

    cancel_requested = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = translate("OpeningPage", "Opening {name}")
        self._title = label(text.replace("{name}", describe.visible(path.name, 60)))
        self._title.setFont(emphasised(self.font(), 1.15))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(GRID)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(translate("OpeningPage", "Progress"))
        self._state = label(" ", dim=True)
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cancel = QPushButton(translate("OpeningPage", "Cancel"))
        self.cancel.clicked.connect(self.cancel_requested)
        for widget in (self._title, self._bar):
            self.column.addWidget(widget)
        below = QHBoxLayout()
        below.addWidget(self._state, 1)
        below.addWidget(self.cancel)
        self.column.addLayout(below)

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show that `done` of `total` bytes are done; `total` is 0 where it is not known."""
        if total > 0:
            self._bar.setRange(0, _SCALE)
            self._bar.setValue(min(_SCALE, done * _SCALE // total))
            of = translate("OpeningPage", "{done} of {total}")
            amount = of.replace("{total}", describe.size(total))
        else:
            self._bar.setRange(0, 0)
            amount = "{done}" if done else ""
        amount = amount.replace("{done}", describe.size(done))
        self._state.setText(literal(" · ".join(filter(None, (said(text), amount)))))


# What a person sees where the mistake is ours.
UNEXPECTED = QT_TRANSLATE_NOOP("ErrorPage", "Inspector made a mistake while opening {name}.")
UNEXPECTED_HINT = QT_TRANSLATE_NOOP(
    "ErrorPage", "The details below help to mend it. The file itself was not changed."
)


class ErrorPage(CentredPage):
    """One sentence, what to do about it, and two ways on."""

    retry_requested = Signal()
    close_requested = Signal()

    def __init__(
        self,
        severity: str,
        text: str,
        hint: str | None,
        path: Path,
        details: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        status = STATUSES[severity]
        picture = QLabel()
        picture.setPixmap(pixmap(status.icon, status.colour.name(), 32))
        picture.setAccessibleName(status.text)
        self.column.addWidget(picture)
        self.sentence = sentence(said(text))
        self.sentence.setFont(emphasised(self.font(), 1.15))
        self.column.addWidget(self.sentence)
        self.hint = sentence(said(hint or ""))
        self.hint.setVisible(bool(hint))
        self.column.addWidget(self.hint)
        self.column.addWidget(sentence(str(path), dim=True))
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        self.retry = buttons.addButton(translate("ErrorPage", "Retry"), roles.ActionRole)
        self.close_tab = buttons.addButton(translate("ErrorPage", "Close"), roles.ActionRole)
        self.retry.clicked.connect(self.retry_requested)
        self.close_tab.clicked.connect(self.close_requested)
        self.setFocusProxy(self.retry)
        line = QHBoxLayout()
        line.setContentsMargins(0, GRID, 0, 0)
        for button in (self.retry, self.close_tab):
            line.addWidget(button)
        line.addStretch(1)
        self.column.addLayout(line)
        if details:
            self._add_details(details, line)

    def _add_details(self, details: str, line: QHBoxLayout) -> None:
        text = LongText(details, translate("ErrorPage", "Details"))
        text.setMinimumHeight(20 * GRID)
        text.hide()
        toggle = QPushButton(translate("ErrorPage", "Details"))
        toggle.setCheckable(True)
        toggle.toggled.connect(text.setVisible)
        line.insertWidget(2, toggle)
        self.column.addWidget(text, 1, Qt.AlignmentFlag(0))
