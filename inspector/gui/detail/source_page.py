"""The page with the source code that a file carries: TorchScript's, and that of old modules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from inspector import describe
from inspector.bytesource import CHUNK, ByteSource
from inspector.gui.detail.blocks import Notice, sentence
from inspector.gui.detail.code_view import CodeView
from inspector.gui.detail.python_tokens import beginnings
from inspector.gui.detail.subject import Subject
from inspector.gui.detail.table_pane import TablePane
from inspector.gui.detail.work_bar import WorkBar
from inspector.gui.itemmodels.table_item_model import Column
from inspector.gui.jobs import Jobs
from inspector.gui.text import counted, translate
from inspector.gui.theme import GRID
from inspector.progress import Progress

TEXT_LIMIT = 400_000  # characters
LINES_LIMIT = 10_000
_TABLE_ROWS = 6


@dataclass(frozen=True, slots=True, eq=False)
class TextRecord:
    """A text in the container."""

    name: str
    source: ByteSource


class SourcePage(QWidget):
    """The texts of a file in a table, the chosen one below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("SourcePage", "Source code in the file"))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.records = TablePane(translate("SourcePage", "Texts in the file"), lambda _: 0, self)
        self.records.jump.hide()
        self.text = CodeView(translate("SourcePage", "Source code"), self)
        self.note = sentence("", dim=True)
        self.work = WorkBar(self)
        self._notice: Notice | None = None
        self._build()
        self.records.view.record_selected.connect(self._on_record_selected)

    def _build(self) -> None:
        below = QWidget(self)
        self._column = QVBoxLayout(below)
        self._column.setContentsMargins(0, GRID, 0, 0)
        for widget in (self.note, self.work):
            self._column.addWidget(widget)
        self._column.addWidget(self.text, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.records)
        self.splitter.addWidget(below)
        self.splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.addWidget(self.splitter)

    def use_jobs(self, jobs: Jobs) -> None:
        """Read with these workers."""
        self.work.jobs = jobs

    def show_subject(self, subject: Subject) -> None:
        """Show the texts of the file that `subject` is a row of."""
        texts = subject.opened.document.checkpoint.texts
        found = [TextRecord(name, source) for name, source in texts.items()]
        self.records.show_records(_columns(), found)
        self.records.setVisible(len(found) != 1)
        rows = self.records.view.height_of(min(len(found), _TABLE_ROWS)) + 6 * GRID
        self.splitter.setSizes([rows, max(rows, self.height() - rows)])
        self._show("", translate("SourcePage", "Nothing in this code was executed."))
        python = [record for record in found if record.name.endswith(".py")] or found
        if python:
            self.records.view.select(max(python, key=lambda record: record.source.size))

    def _on_record_selected(self) -> None:
        chosen = self.records.view.selected()
        if len(chosen) != 1:
            return
        record: TextRecord = chosen[0]

        def work(progress: Progress) -> tuple[str, list[str]]:
            text = read_text(record.source, progress)
            return text, beginnings(text)

        self.work.start(
            work,
            on_done=lambda found: self._show_record(record, *found),
            on_error=self._show_error,
            on_stopped=lambda: self._show("", translate("SourcePage", "Reading was stopped.")),
        )

    def _show_record(self, record: TextRecord, text: str, begins: list[str]) -> None:
        name = f"{describe.visible(record.name, 200)} · {describe.size(record.source.size)}"
        self._show(text, f"{name} · {translate('SourcePage', 'shown, not executed')}", begins)

    def _show_error(self, text: str, hint: str) -> None:
        self._show("", "")
        self._notice = Notice("error", text, hint)
        self._column.insertWidget(0, self._notice)

    def _show(self, text: str, note: str, begins: Sequence[str] = ()) -> None:
        if self._notice is not None:
            self._notice.deleteLater()
            self._notice = None
        self.note.setText(note)
        self.text.show_code(text, begins)


def read_text(source: ByteSource, progress: Progress) -> str:
    """What is shown of a text: at most `TEXT_LIMIT` characters, controls escaped."""
    wanted = min(source.size, 4 * TEXT_LIMIT)
    data = bytearray()
    for at in range(0, wanted, CHUNK):
        progress.report(at, wanted, "")
        data += source.read(at, min(CHUNK, wanted - at))
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    lines = text[:TEXT_LIMIT].split("\n")
    kept = "\n".join(lines[:LINES_LIMIT])
    shown = "\n".join(describe.visible(_indented(line), 10_000) for line in lines[:LINES_LIMIT])
    is_cut = len(kept) < len(text)
    more = source.size - len(kept.encode()) if is_cut else 0
    return shown + (f"\n… ({counted(more, 'byte')})" if more > 0 else "")


def _indented(line: str) -> str:
    """Tabs that indent are layout, not something to escape."""
    rest = line.lstrip("\t ")
    return line[: len(line) - len(rest)].replace("\t", "    ") + rest


def _columns() -> list[Column]:
    return [
        Column(
            translate("SourcePage", "Record"),
            lambda record: describe.visible(record.name),
            glyph=lambda record: "file-code",
            width=0,
            is_name=True,
        ),
        Column(
            translate("SourcePage", "Bytes"),
            lambda record: describe.size(record.source.size),
            key=lambda record: record.source.size,
            width=10,
        ),
    ]
