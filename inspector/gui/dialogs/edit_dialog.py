"""A dialog that shows exactly what an edit would change, before it is applied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inspector.document import Step
from inspector.edits.edit import Change, Edit
from inspector.errors import InspectorError
from inspector.gui.core_sentences import said
from inspector.gui.detail.blocks import Notice
from inspector.gui.edits.document_edits import DocumentEdits
from inspector.gui.edits.words import change_count, change_parts
from inspector.gui.faults import record
from inspector.gui.jobs import Job
from inspector.gui.text import hint_here, label, monospace, tooltip, translate
from inspector.gui.theme import GRID, list_palette

PREVIEW_AFTER_MS = 150
_SHOWN = 200


class ChangeList(QTreeWidget):
    """Changes, one a line: what it was, what it becomes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setPalette(list_palette())
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setAccessibleName(translate("EditDialog", "What would change"))
        self.setHeaderLabels([translate("EditDialog", "Before"), translate("EditDialog", "After")])
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setFont(monospace())
        self.header().setFont(QApplication.font())
        self.setMinimumHeight(20 * GRID)

    def show_changes(self, changes: Sequence[Change]) -> None:
        """List the first of `changes`."""
        self.clear()
        for change in changes[:_SHOWN]:
            parts = change_parts(change)
            item = QTreeWidgetItem(list(parts))
            for column, text in enumerate(parts):
                item.setToolTip(column, tooltip(text))
            self.addTopLevelItem(item)


class EditDialog(QDialog):
    """Fields above a live preview. Subclasses add fields and say which edits they make."""

    def __init__(self, title: str, edits: DocumentEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.document_edits = edits
        self.steps: list[Step] | None = None
        self._job: Job | None = None
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(2 * GRID)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.preview = ChangeList(self)
        self.state = label(" ", dim=True)
        self._notice: Notice | None = None
        self._sentence = ""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.apply = buttons.addButton(
            translate("EditDialog", "Apply"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.apply.setDefault(True)
        self.apply.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(self.form)
        column.addWidget(self.preview, 1)
        column.addWidget(self.state)
        column.addWidget(buttons)
        self._late = QTimer(self, singleShot=True, interval=PREVIEW_AFTER_MS)
        self._late.timeout.connect(self.refresh)
        self.finished.connect(self._stop)
        self.accepted.connect(self._on_accepted)
        self.resize(QSize(80 * GRID, 60 * GRID))

    # -- what subclasses say ------------------------------------------------------------------

    def edits(self) -> list[Edit]:
        """The edits that the fields ask for; none while they are incomplete.

        Raises:
            InspectorError: A field holds what cannot be.
        """
        raise NotImplementedError

    # -- preview ------------------------------------------------------------------------------

    def on_field_changed(self, *_: object) -> None:
        """Preview again, once the person pauses."""
        self._stop()
        self.steps = None
        self.apply.setEnabled(False)
        self._late.start()

    def refresh(self) -> None:
        """Plan what the fields ask for."""
        self._stop()
        self.steps = None
        self.apply.setEnabled(False)
        try:
            wanted = self.edits()
        except InspectorError as error:
            self._on_plan_error(error)
            return
        if not wanted:
            self._say(None, " ")
            self.preview.show_changes([])
            return
        self._job = self.document_edits.plan(
            self, wanted, on_done=self._on_plan_done, on_error=self._on_plan_error
        )

    def _stop(self, *_: object) -> None:
        self._late.stop()
        if self._job is not None:
            self._job.abandon()
            self._job = None

    def _on_plan_done(self, steps: list[Step]) -> None:
        self._job = None
        self.steps = steps
        changes = [
            c for step in steps[len(self.document_edits.document.steps) :] for c in step.changes
        ]
        self.preview.show_changes(changes)
        text = change_count(changes)
        if len(changes) > _SHOWN:
            first = translate("EditDialog", "{text}; the first {n} are shown")
            text = first.replace("{text}", text).replace("{n}", str(_SHOWN))
        self._say(None, text)
        self.apply.setEnabled(True)

    def _on_plan_error(self, error: Exception) -> None:
        self._job = None
        self.preview.show_changes([])
        if isinstance(error, InspectorError):
            self._say(Notice("warning", error.message, hint_here(error.hint)), " ")
            self._sentence = said(error.message)
        else:
            record(error)
            text = translate("EditDialog", "Inspector made a mistake; nothing was changed.")
            self._say(Notice("error", text), " ")

    def _say(self, notice: Notice | None, text: str) -> None:
        if self._notice is not None:
            self._column.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
        self._notice, self._sentence = notice, ""
        if notice is not None:
            self._column.insertWidget(1, notice)
        self.state.setText(text)

    def sentence(self) -> str:
        """What stands in the way; "" while nothing does."""
        return self._sentence

    def accept(self) -> None:
        """Close and apply, if there is a preview of just what the fields say."""
        if self.steps is not None:
            super().accept()

    def _on_accepted(self) -> None:
        if self.steps is not None:
            self.document_edits.take(self.steps)
