"""Preferences: the Python whose torch is asked where torch is needed."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector.gui.core_sentences import said
from inspector.gui.dialogs.open_dialog import ask
from inspector.gui.faults import record
from inspector.gui.jobs import Jobs
from inspector.gui.settings import Settings
from inspector.gui.text import label, literal, monospace, translate
from inspector.gui.theme import GRID
from inspector.torchbridge.available import TorchFacts, torch_facts


class PythonPage(QWidget):
    """A path, and what is found there."""

    def __init__(self, settings: Settings, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._jobs = settings, jobs
        self._explanation, self._found = label(dim=True), label(selectable=True)
        self._explanation.setWordWrap(True)
        self._found.setWordWrap(True)
        self.path = QLineEdit(settings.torch_python)
        self.path.setFont(monospace())
        self.path.setPlaceholderText(sys.executable)
        self.browse, self.check = QPushButton(), QPushButton()
        line = QHBoxLayout()
        line.addWidget(self.path, 1)
        line.addWidget(self.browse)
        line.addWidget(self.check)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._explanation)
        column.addLayout(line)
        column.addWidget(self._found)
        column.addStretch(1)
        self._found.hide()
        self.path.editingFinished.connect(self._on_path_edited)
        self.browse.clicked.connect(self._on_browse_clicked)
        self.check.clicked.connect(self._on_check_clicked)

    def refresh(self) -> None:
        """All texts, in the language of now."""
        self._explanation.setText(
            translate(
                "PreferencesPython",
                "Opening, editing and saving never need torch. Two things ask it: whether it would "
                "load a saved file, and the cost of a model that only its own code describes. It "
                "runs in a process of its own. Empty means the Python that runs this window.",
            )
        )
        self.path.setAccessibleName(translate("PreferencesPython", "Python with torch"))
        self.browse.setText(translate("PreferencesPython", "&Browse…"))
        self.check.setText(translate("PreferencesPython", "&Check"))

    def _on_path_edited(self) -> None:
        self._settings.torch_python = self.path.text().strip()
        self._say("")

    def _say(self, text: str) -> None:
        self._found.setText(text)
        self._found.setVisible(bool(text))

    def _on_browse_clicked(self) -> None:
        dialog = QFileDialog(self, translate("PreferencesPython", "Python with torch"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)

        def on_paths_chosen(paths) -> None:
            self.path.setText(str(paths[0]))
            self._on_path_edited()

        ask(dialog, on_paths_chosen)

    def _on_check_clicked(self) -> None:
        self._on_path_edited()
        self.check.setEnabled(False)
        self._say(translate("PreferencesPython", "Asking…"))
        python = self._settings.torch_python or sys.executable
        self._jobs.start(
            self,
            lambda _: torch_facts(python),
            on_done=self._on_check_done,
            on_error=self._on_check_failed,
        )

    def _on_check_done(self, facts: TorchFacts) -> None:
        self.check.setEnabled(True)
        if facts.version is None:
            text = translate("PreferencesPython", "There is no torch: {why}")
            self._say(text.replace("{why}", literal(said(facts.problem))))
        else:
            text = translate("PreferencesPython", "torch {version} on Python {python}")
            text = text.replace("{version}", facts.version).replace("{python}", facts.python)
            self._say(literal(text))

    def _on_check_failed(self, error: Exception) -> None:
        self.check.setEnabled(True)
        self._say(literal(record(error).splitlines()[-1]))
