"""torch's error text about the open file, explained and mended."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from inspector.analysis.diff.parts import WHOLE
from inspector.describe import visible
from inspector.gui.diff.fitting import fit_error
from inspector.gui.diff.load_panel import LoadPanel
from inspector.gui.edits.document_edits import DocumentEdits
from inspector.gui.jobs import Jobs
from inspector.gui.text import translate
from inspector.gui.theme import GRID


class LoadDialog(QDialog):
    """Paste on top, torch's words and the way out below."""

    def __init__(self, edits: DocumentEdits, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = visible(edits.document.path.name, 60)
        title = translate("LoadPanel", "Why Does {file} Not Load?")
        self.setWindowTitle(title.replace("{file}", name))
        self.panel = LoadPanel(self)
        self.panel.use_jobs(jobs)
        document = edits.document
        self.panel.show_questions([(name, lambda text: fit_error(document, WHOLE, text), True)])
        self.panel.apply_requested.connect(self._on_apply_requested)
        self._edits = edits
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.panel, 1)
        column.addWidget(buttons)
        self.resize(100 * GRID, 60 * GRID)
        self.panel.pasted.setFocus()

    def _on_apply_requested(self, _: int, edits: object) -> None:
        self._edits.apply(edits)  # type: ignore[arg-type]  # a list of edits, through a signal
        self.accept()
