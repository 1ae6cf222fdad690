"""The page that checks every tensor of a file, and its report."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector import describe
from inspector.analysis.health import HealthRecord, check, checkable, health_text, summary
from inspector.analysis.tables import TableKind
from inspector.checkpoint.state_dict import TensorEntry
from inspector.gui.core_sentences import said
from inspector.gui.detail.blocks import Notice, heading, sentence
from inspector.gui.detail.health_columns import health_columns
from inspector.gui.detail.subject import Subject
from inspector.gui.detail.table_pane import TablePane
from inspector.gui.detail.work_bar import WorkBar
from inspector.gui.document.checked import Badges, badges_of
from inspector.gui.document.opening import Opened, without_collections
from inspector.gui.jobs import Jobs
from inspector.gui.text import counted, translate
from inspector.gui.theme import GRID
from inspector.progress import Progress

# Suffix of a report -> its name and what `analysis.tables` calls it.
_KINDS: dict[str, tuple[str, TableKind]] = {
    "csv": ("CSV", "csv"),
    "json": ("JSON", "json"),
    "tsv": ("TSV", "tsv"),
    "md": ("Markdown", "markdown"),
}


class HealthPage(QWidget):
    """Before the check a button, then progress, then a table, the worst rows first."""

    row_requested = Signal(int)
    badges_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Health", "Health of the values"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._opened: Opened | None = None
        self._entries: list[TensorEntry] = []
        self.rows: list[HealthRecord] = []
        self.check = QPushButton()
        self.export = QPushButton()
        self.problems = QCheckBox()
        self.work = WorkBar(self)
        self.title = heading("")
        self.note = sentence("", dim=True)
        self.table = TablePane(translate("Health", "Checked tensors"), self._row_of, self)
        self._notice: Notice | None = None
        self._said = ("", "", "")
        self._build()
        self.check.clicked.connect(self.start)
        self.export.clicked.connect(self._on_export_clicked)
        self.problems.toggled.connect(lambda *_: self._show_rows())
        self.table.row_requested.connect(self.row_requested)
        self.work.ended.connect(self._refresh)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self.check, self.export):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.problems)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        self._column.setSpacing(GRID)
        self._column.addWidget(self.title)
        self._column.addWidget(self.note)
        self._column.addLayout(buttons)
        self._column.addWidget(self.work)
        self._column.addWidget(self.table, 1)
        self._column.addStretch(0)

    def use_jobs(self, jobs: Jobs) -> None:
        """Read with these workers."""
        self.work.jobs = jobs
        self.table.use_jobs(jobs)

    def show_subject(self, subject: Subject) -> None:
        """Show what is known of the file's tensors; an edit leaves what it did not touch."""
        opened = subject.opened
        if opened is not self._opened:
            self.work.drop()
            if self._opened is None or opened.document is not self._opened.document:
                self._said = ("", "", "")
            self._opened = opened
            self._entries = checkable(opened.document.contents)
            self.rows = opened.checked.records(opened.document.contents)
        self._name_all()
        self._say(*self._said)  # in the colours of now
        self._show_rows()

    def _name_all(self) -> None:
        """Texts in the language of now."""
        self.title.setText(translate("Health", "Health of the values"))
        self.check.setText(translate("Health", "Check All Tensors"))
        self.export.setText(translate("Health", "Export…"))
        self.problems.setText(translate("Health", "Problems only"))

    def start(self) -> None:
        """Check every tensor of the file."""
        if not self._entries or self.work.is_busy or self._opened is None:
            return
        entries, done = self._entries, []  # type: tuple[list[TensorEntry], list[HealthRecord]]
        self._opened.checked.forget()
        self.rows = []
        self._say("", "")

        def work(progress: Progress) -> None:
            with without_collections(len(entries)), closing(check(entries, progress)) as records:
                for record in records:
                    done.append(record)

        self.work.start(
            work,
            on_done=lambda _: self._take(done),
            on_error=lambda text, hint: self._fail(done, text, hint),
            on_stopped=lambda: self._stopped(list(done)),
        )
        self._show_rows()

    def _take(self, done: list[HealthRecord], severity: str = "", text: str = "") -> None:
        """Show what was found, put together in a worker: there may be a hundred thousand."""
        opened = self._opened
        if opened is None or self.work.jobs is None:
            return
        contents, tree = opened.document.contents, opened.tree

        def digest(_: Progress) -> tuple[list[HealthRecord], Badges, str]:
            with without_collections(len(done)):
                opened.checked.add(done)
                records = opened.checked.records(contents)
                return records, badges_of(records, tree), summary(records)

        def show(found: tuple[list[HealthRecord], Badges, str]) -> None:
            if opened is not self._opened:
                return
            self.rows, tree.badges, found_text = found
            is_fine = not tree.badges
            self._say(
                severity or ("info" if is_fine else "warning"),
                (text or "{summary}.").replace("{summary}", said(found_text)),
            )
            self.badges_changed.emit()
            self._show_rows()

        self.work.jobs.start(self, digest, on_done=show)

    def _stopped(self, done: list[HealthRecord]) -> None:
        text = translate("Health", "Stopped before all {tensors} were checked. {summary}.")
        text = text.replace("{tensors}", counted(len(self._entries), "tensor"))
        self._take(done, "warning", text)

    def _fail(self, done: list[HealthRecord], text: str, hint: str) -> None:
        self._take(done, "error", f"{text} {hint}".strip())

    def _say(self, severity: str, text: str, hint: str = "") -> None:
        self._said = (severity, text, hint)
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if text:
            self._notice = Notice(severity, text, hint)
            self._column.insertWidget(self._column.indexOf(self.work), self._notice)

    def _show_rows(self) -> None:
        shown = self.rows
        if self.problems.isChecked():
            shown = [row for row in shown if row.marks]
        self.table.show_records(health_columns(), shown)
        self._refresh()

    def _refresh(self) -> None:
        """Enable and show what makes sense now."""
        is_checked = bool(self.rows)
        self.check.setEnabled(bool(self._entries) and not self.work.is_busy)
        self.export.setEnabled(is_checked and not self.work.is_busy)
        for widget in (self.table, self.problems, self.export):
            widget.setVisible(is_checked)
        self._column.setStretch(self._column.count() - 1, 0 if is_checked else 1)
        self.note.setText(self._note())

    def _note(self) -> str:
        if not self._entries:
            return translate("Health", "This file holds no tensors to check.")
        nbytes = int(self._opened.tree.nbytes[0]) if self._opened is not None else 0
        text = translate(
            "Health",
            "Reads every value once ({tensors}, {size}) and looks for NaN, Inf, tensors that are "
            "all zero or constant, and rows of zeros. What it finds is marked in the tree.",
        )
        text = text.replace("{tensors}", counted(len(self._entries), "tensor"))
        return text.replace("{size}", describe.size(nbytes))

    def _row_of(self, row: HealthRecord) -> int:
        return self._opened.tree.row_of(row.entry.tensor) if self._opened is not None else 0

    # -- export -------------------------------------------------------------------------------

    def _on_export_clicked(self) -> None:
        from inspector.gui.dialogs.open_dialog import ask

        if self._opened is None:
            return
        path = self._opened.document.path
        dialog = QFileDialog(self, translate("Health", "Export the Report"), str(path.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{name} (*.{suffix})" for suffix, (name, _) in _KINDS.items()])
        dialog.setDefaultSuffix("csv")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")"))
        )
        dialog.selectFile(f"{path.stem}-health.csv")
        ask(dialog, lambda paths: self.export_to(paths[0]))

    def export_to(self, path: Path) -> None:
        """Write the report; the dialog asked before it replaces a file."""
        rows = list(self.rows)
        _, kind = _KINDS.get(path.suffix.lower().lstrip("."), _KINDS["csv"])

        def work(progress: Progress) -> Path:
            from inspector.savefile import SaveFile

            with SaveFile(path, replace=True) as file:
                file.write(health_text(rows, kind).encode("utf-8", "backslashreplace"))
                file.commit()
            return path

        saved = translate("Health", "Saved as {name}.")
        self.work.start(
            work,
            on_done=lambda _: self._say(
                "info", saved.replace("{name}", describe.visible(str(path)))
            ),
            on_error=lambda text, hint: self._say("error", text, hint),
            on_stopped=lambda: None,
        )
