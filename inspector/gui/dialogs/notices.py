"""Sentences in a dialog that come and go."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout

from inspector.errors import InspectorError
from inspector.gui.core_sentences import said
from inspector.gui.detail.blocks import Notice
from inspector.gui.faults import record
from inspector.gui.text import hint_here, literal


class Notices(QVBoxLayout):
    """A column of notices; its dialog grows with them, so that nothing is squeezed."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__()
        self._dialog = dialog

    def say(self, severity: str, text: str, hint: str | None = None) -> None:
        """Add a sentence and its remedy."""
        notice = Notice(severity, literal(said(text), 600), hint)
        self.addWidget(notice)
        notice.show()
        self.grow()

    def say_error(self, error: Exception, otherwise: str) -> None:
        """Add what went wrong; `otherwise` where that was our mistake."""
        if isinstance(error, InspectorError):
            self.say("error", error.message, hint_here(error.hint))
        else:
            record(error)
            self.say("error", otherwise)

    def forget(self) -> None:
        """Take all sentences away."""
        while self.count():
            item = self.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def grow(self) -> None:
        """Make room for what was added to the dialog."""
        layout = self._dialog.layout()
        if layout is not None:
            layout.activate()
            width = self._dialog.width()
            flows = layout.hasHeightForWidth()
            least = layout.totalHeightForWidth(width) if flows else layout.sizeHint().height()
            self._dialog.resize(width, max(self._dialog.height(), least))
