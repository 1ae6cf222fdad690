"""Preferences: what a double-click in the file manager does."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.desktop import associations
from inspector.desktop.file_types import ALSO, FILE_TYPES
from inspector.errors import InspectorError
from inspector.gui.core_sentences import said
from inspector.gui.faults import record
from inspector.gui.jobs import Jobs
from inspector.gui.text import label, monospace, translate
from inspector.gui.theme import GRID


class FilesPage(QWidget):
    """Whether we are registered, the button that changes it, and a report of every change."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._explanation, self._state = label(dim=True), label()
        self._endings = label(" ".join(e for each in FILE_TYPES for e in each.endings), dim=True)
        self._endings.setFont(monospace())
        for words in (self._explanation, self._state, self._endings):
            words.setWordWrap(True)
        self._also_text = label()
        self.also = {ending: QCheckBox(f".{ending}") for ending in ALSO}
        self.register, self.unregister = QPushButton(), QPushButton()
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setFont(monospace(0.9))
        self.report.setMinimumHeight(14 * GRID)
        self.report.setTabChangesFocus(True)
        self._lay_out()
        self.register.clicked.connect(self._on_register_clicked)
        self.unregister.clicked.connect(self._on_unregister_clicked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        also, buttons = QHBoxLayout(), QHBoxLayout()
        also.addWidget(self._also_text)
        for box in self.also.values():
            also.addWidget(box)
        also.addStretch(1)
        self._also_text.setVisible(sys.platform != "darwin")
        for box in self.also.values():
            box.setVisible(sys.platform != "darwin")
        for button in (self.register, self.unregister):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for words in (self._state, self._explanation, self._endings):
            column.addWidget(words)
        column.addLayout(also)
        column.addLayout(buttons)
        column.addWidget(self.report, 1)

    def refresh(self) -> None:
        """All texts in the language of now, and how it stands."""
        self._explanation.setText(
            translate(
                "PreferencesFiles",
                "Files of these names open here with a double-click, and so does a PyTorch .bin, "
                "which is known by its content. Nobody else's type is taken over.",
            )
        )
        self._also_text.setText(translate("PreferencesFiles", "Offered as well, not first, for"))
        self.unregister.setText(translate("PreferencesFiles", "&Undo All"))
        self.report.setAccessibleName(translate("PreferencesFiles", "What was changed"))
        self.report.setPlaceholderText(
            translate("PreferencesFiles", "Every file that is written or removed is listed here.")
        )
        self._show_state()

    def _show_state(self) -> None:
        try:
            is_registered, offered = associations.is_registered(), associations.offered()
        except InspectorError as error:
            self._show_error(error)
            return
        on = translate("PreferencesFiles", "A double-click on a checkpoint opens it here.")
        off = translate("PreferencesFiles", "The desktop does not know checkpoints yet.")
        self._state.setText(on if is_registered else off)
        again = translate("PreferencesFiles", "&Register Again")
        self.register.setText(
            again if is_registered else translate("PreferencesFiles", "&Register")
        )
        self.unregister.setEnabled(is_registered)
        for ending in offered:
            self.also[ending].setChecked(True)

    def _on_register_clicked(self) -> None:
        extra = [ending for ending, box in self.also.items() if box.isChecked()]
        self._run(lambda: associations.register(extra))

    def _on_unregister_clicked(self) -> None:
        for box in self.also.values():
            box.setChecked(False)
        self._run(associations.unregister)

    def _run(self, work) -> None:
        for button in (self.register, self.unregister):
            button.setEnabled(False)
        self._jobs.start(
            self, lambda _: work(), on_done=self._on_work_done, on_error=self._on_work_failed
        )

    def _on_work_done(self, lines: list[str]) -> None:
        nothing_new = translate("PreferencesFiles", "Nothing had to be changed.")
        self.report.setPlainText("\n".join(map(said, lines)) or nothing_new)
        self._finish()

    def _on_work_failed(self, error: Exception) -> None:
        self._show_error(error)
        self._finish()

    def _show_error(self, error: Exception) -> None:
        if isinstance(error, InspectorError):
            lines = (said(error.message), said(error.hint or ""))
            self.report.setPlainText("\n".join(lines).strip())
        else:
            self.report.setPlainText(record(error))

    def _finish(self) -> None:
        self.register.setEnabled(True)
        self._show_state()
