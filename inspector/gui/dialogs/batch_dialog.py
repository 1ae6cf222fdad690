"""Apply the edits of one document to other files, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector import describe
from inspector.document import Document
from inspector.edits.edit import NothingToDo
from inspector.errors import InspectorError
from inspector.formats.writing import Saved
from inspector.gui.core_sentences import said
from inspector.gui.dialogs.batch_list import BatchList
from inspector.gui.dialogs.open_dialog import ask, folder_dialog, open_dialog
from inspector.gui.dialogs.save_options import ProgressLine
from inspector.gui.edits.batch import AS_IT_IS, BatchChoice, apply_to_file
from inspector.gui.edits.words import edit_title
from inspector.gui.faults import guarded, nothing, record
from inspector.gui.jobs import Job, Jobs
from inspector.gui.text import label, monospace, translate
from inspector.gui.theme import GRID

FORMATS = ((AS_IT_IS, ""), ("zip", "PyTorch zip"), ("legacy", "PyTorch legacy"),
           ("safetensors", "safetensors"))  # fmt: skip


class BatchDialog(QDialog):
    """A list of files, where the results go, and what became of each."""

    def __init__(self, document: Document, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("BatchDialog", "Apply Edits to Other Files"))
        self.setAcceptDrops(True)
        self._edits = list(document.edits)
        self._start_folder = document.path.parent
        self._jobs = jobs
        self._job: Job | None = None
        self._waiting: list[int] = []
        self._build()
        self._connect()
        self.resize(100 * GRID, 66 * GRID)
        self._show_possible()

    def _build(self) -> None:
        titles = "\n".join(f"{at + 1}.  {edit_title(e)}" for at, e in enumerate(self._edits[:8]))
        if len(self._edits) > 8:
            titles += "\n…"
        self.files = BatchList()
        self.add = QPushButton(translate("BatchDialog", "&Add Files…"))
        self.remove = QPushButton(translate("BatchDialog", "&Remove"))
        hint = label(translate("BatchDialog", "or drop them here"), dim=True)
        line = QHBoxLayout()
        for widget in (self.add, hint, self.remove):
            line.addWidget(widget)
        line.insertStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(label(titles))
        column.addWidget(self.files, 1)
        column.addLayout(line)
        column.addLayout(self._target_form())
        self.state = label(" ", dim=True)
        self.progress = ProgressLine()
        column.addWidget(self.progress)
        column.addWidget(self.state)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.close_button = buttons.button(QDialogButtonBox.StandardButton.Close)
        self.start = buttons.addButton(
            translate("BatchDialog", "&Start"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.start.setDefault(True)
        buttons.rejected.connect(self.reject)
        for button in (self.add, self.remove, self.browse, self.close_button):
            button.setAutoDefault(False)
        column.addWidget(buttons)

    def _target_form(self) -> QFormLayout:
        self.folder = QLineEdit(str(self._start_folder / "edited"))
        self.folder.setFont(monospace())
        self.browse = QPushButton(translate("BatchDialog", "&Browse…"))
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        self.format = QComboBox()
        for name, text in FORMATS:
            self.format.addItem(text or translate("BatchDialog", "As each file is"), name)
        self.verify = QCheckBox(translate("BatchDialog", "&Verify: read back every tensor"))
        self.verify.setChecked(True)
        self.leave_out = QCheckBox(
            translate("BatchDialog", "&Leave out what the format cannot hold")
        )
        self.skip_idle = QCheckBox(
            translate("BatchDialog", "&Pass over edits that find nothing to change in a file")
        )
        self.skip_idle.setChecked(True)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in (
            (translate("BatchDialog", "Output folder"), self.folder),
            (translate("BatchDialog", "Format"), self.format),
        ):
            field.setAccessibleName(text)
        form.addRow(translate("BatchDialog", "Output folder"), where)
        form.addRow(translate("BatchDialog", "Format"), self.format)
        form.addRow("", self.skip_idle)
        form.addRow("", self.verify)
        form.addRow("", self.leave_out)
        return form

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.browse.clicked.connect(self._on_browse_clicked)
        self.start.clicked.connect(self.on_start_clicked)
        self.folder.textChanged.connect(self._show_possible)

    # -- choosing -----------------------------------------------------------------------------

    def add_files(self, paths: Iterable[Path]) -> None:
        """Put files on the list, each once."""
        self.files.add(paths)
        self._show_possible()

    def _on_add_clicked(self) -> None:
        ask(open_dialog(self, str(self._start_folder)), self.add_files)

    def _on_remove_clicked(self) -> None:
        self.files.remove_selected()
        self._show_possible()

    def _on_browse_clicked(self) -> None:
        def on_folder_chosen(paths: Sequence[Path]) -> None:
            self.folder.setText(str(paths[0]))

        dialog = folder_dialog(self, str(self._start_folder))
        dialog.setWindowTitle(translate("BatchDialog", "Output Folder"))
        ask(dialog, on_folder_chosen)

    def _show_possible(self) -> None:
        is_busy = self._job is not None
        for widget in (self.add, self.remove, self.folder, self.browse, self.format, self.verify,
                       self.skip_idle,
                       self.leave_out):  # fmt: skip
            widget.setEnabled(not is_busy)
        can_start = bool(self.files.paths()) and bool(self.folder.text().strip())
        self.start.setEnabled(can_start and not is_busy)
        self.progress.setVisible(is_busy)
        stop, close = translate("BatchDialog", "Stop"), translate("BatchDialog", "Close")
        self.close_button.setText(stop if is_busy else close)

    # -- the work -----------------------------------------------------------------------------

    def on_start_clicked(self) -> None:
        """One file after the other, from the first that is not done."""
        try:
            self._folder().mkdir(parents=True, exist_ok=True)
        except OSError as error:
            text = translate("BatchDialog", "The output folder cannot be made: {why}.")
            self.state.setText(text.replace("{why}", str(error.strerror)))
            return
        self._waiting = self.files.pending()
        self.state.setText(" ")
        self._next()

    def _folder(self) -> Path:
        folder = Path(self.folder.text().strip()).expanduser()
        return folder if folder.is_absolute() else self._start_folder / folder

    def _next(self) -> None:
        if not self._waiting:
            self._job = None
            self.state.setText(self._summary())
            self._show_possible()
            return
        at = self._waiting.pop(0)
        path = self.files.paths()[at]
        choice = BatchChoice(
            self._edits,
            self._folder(),
            str(self.format.currentData()),
            self.leave_out.isChecked(),
            self.verify.isChecked(),
            self.skip_idle.isChecked(),
        )
        self.files.tell(at, "info", translate("BatchDialog", "Working…"))
        self.progress.start(0)
        self._job = self._jobs.start(
            self,
            lambda progress: apply_to_file(path, choice, progress),
            on_done=lambda saved: self._on_file_done(at, saved),
            on_error=lambda error: self._on_file_error(at, error),
            on_progress=self.progress.show_progress,
            on_cancelled=lambda: self._on_file_cancelled(at),
        )
        self._show_possible()

    def _on_file_done(self, at: int, saved: Saved) -> None:
        text = translate("BatchDialog", "Done: {name}, {size}")
        text = text.replace("{name}", describe.visible(saved.path.name, 100))
        text = text.replace("{size}", describe.size(saved.size))
        self.files.tell(at, "clean", " ".join([text, *map(said, saved.notes)]))
        self._next()

    def _on_file_error(self, at: int, error: Exception) -> None:
        if isinstance(error, InspectorError):
            is_idle = isinstance(error, NothingToDo)
            self.files.tell(at, "info" if is_idle else "error", said(error.message))
        else:
            record(error)
            self.files.tell(at, "error", translate("BatchDialog", "Inspector made a mistake."))
        self._next()

    def _on_file_cancelled(self, at: int) -> None:
        self.files.tell(at, "warning", translate("BatchDialog", "Stopped; nothing was written."))
        self._waiting.clear()
        self._next()

    def _summary(self) -> str:
        done, failed = self.files.counts()
        text = translate("BatchDialog", "{done} done, {failed} not")
        return text.replace("{done}", f"{done:,}").replace("{failed}", f"{failed:,}")

    # -- Qt -----------------------------------------------------------------------------------

    @guarded(nothing)
    def reject(self) -> None:
        """Stop the work; else close."""
        if self._job is not None:
            self._waiting.clear()
            self._job.cancel()
        else:
            super().reject()

    @guarded(nothing)
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self.reject()
            event.ignore()
        else:
            super().closeEvent(event)

    @guarded(nothing)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._job is None:
            event.acceptProposedAction()

    @guarded(nothing)
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.add_files(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        event.acceptProposedAction()
