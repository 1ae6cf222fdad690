"""Save As: the file, the format in plain words, what it costs, and the saving itself."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector import describe
from inspector.document import Document
from inspector.errors import in_one, say
from inspector.formats.writing import Saved
from inspector.gui.core_sentences import said
from inspector.gui.dialogs.notices import Notices
from inspector.gui.dialogs.open_dialog import ask
from inspector.gui.dialogs.save_options import FormatChoice, ProgressLine
from inspector.gui.edits.save_plan import (
    OLDEST_TORCH,
    SaveChoice,
    SavePlan,
    named_for,
    own_format,
    plan_save,
    save,
    stem_of,
)
from inspector.gui.faults import guarded, nothing
from inspector.gui.jobs import Job, Jobs
from inspector.gui.text import hint_here, label, monospace, translate
from inspector.gui.theme import GRID
from inspector.torchbridge.verify import TorchVerdict, is_available, torch_verdict

VERIFIED_BELOW = 2_000_000_000
_PLAN_AFTER_MS = 150


class SaveDialog(QDialog):
    """Asks, warns, saves, and tells how far it is; nothing opens on top of it but Browse."""

    saved = Signal(object)
    """A `Saved`; the dialog closes by itself."""

    def __init__(
        self,
        document: Document,
        jobs: Jobs,
        parent: QWidget | None = None,
        suggested: str = "own",
        torch_python: str = "",
    ) -> None:
        super().__init__(parent)
        self._suggested = suggested
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("SaveDialog", "Save As"))
        self._document = document
        self._checkpoint = document.checkpoint
        self._jobs = jobs
        self._planning: Job | None = None
        self._saving: Job | None = None
        self._result: Saved | None = None
        self._torch = torch_python or (sys.executable if is_available() else None)
        self.plan: SavePlan | None = None
        self._is_verify_chosen = False
        self._build()
        self._suggest()
        self._late = QTimer(self, singleShot=True, interval=_PLAN_AFTER_MS)
        self._late.timeout.connect(self.refresh)
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.path = QLineEdit()
        self.path.setFont(monospace())
        self.path.setAccessibleName(translate("SaveDialog", "File"))
        self.browse = QPushButton(translate("SaveDialog", "&Browse…"))
        line = QHBoxLayout()
        line.addWidget(self.path, 1)
        line.addWidget(self.browse)
        self.formats = FormatChoice(has_onnx=self._checkpoint.format == "onnx")
        self.facts = label(" ", dim=True)
        self.notices = Notices(self)
        self.leave_out = QCheckBox(translate("SaveDialog", "&Leave these out"))
        self.replace = QCheckBox(translate("SaveDialog", "&Replace the file that is there"))
        self.verify = QCheckBox(translate("SaveDialog", "&Verify: read back every tensor"))
        self.ask_torch = QCheckBox(
            translate("SaveDialog", "Let torc&h load the result with weights_only=True, too")
        )
        self.reopen = QCheckBox(translate("SaveDialog", "&Open the saved file in this tab"))
        self.reopen.setChecked(True)
        self.leave_out.hide()
        self.replace.hide()
        self.progress = ProgressLine()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        roles = QDialogButtonBox.ButtonRole
        self.save = buttons.addButton(translate("SaveDialog", "&Save"), roles.AcceptRole)
        self.save.setDefault(True)
        buttons.accepted.connect(self.on_save_clicked)
        buttons.rejected.connect(self.reject)
        # Return saves, wherever the focus is.
        self.browse.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(line)
        column.addWidget(self.formats)
        column.addWidget(self.facts)
        column.addLayout(self.notices)
        for widget in (self.leave_out, self.replace, self.verify, self.ask_torch, self.reopen):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.progress)
        column.addWidget(buttons)
        self.setMinimumWidth(84 * GRID)

    def _suggest(self) -> None:
        """The format a person prefers or the document's own, and a name beside it."""
        source = self._document.path
        folder = source.parent
        own = own_format(self._checkpoint)
        if own != "onnx" and self._suggested != "own":
            own = self._suggested
        stem, ending = stem_of(source.name)
        name = f"{stem}-edited{ending}" if self._document.steps else source.name
        self.formats.choose(own)
        self.path.setText(str(folder / named_for(name, own)))
        start = len(str(folder)) + 1
        self.path.setFocus()
        self.path.setSelection(start, len(stem_of(Path(self.path.text()).name)[0]))

    def _connect(self) -> None:
        self.path.textChanged.connect(self.on_choice_changed)
        self.formats.changed.connect(self._on_format_changed)
        self.browse.clicked.connect(self._on_browse_clicked)
        self.leave_out.toggled.connect(self._show_possible)
        self.replace.toggled.connect(self._show_possible)
        self.verify.clicked.connect(self._on_verify_clicked)

    # -- choosing -----------------------------------------------------------------------------

    def choice(self) -> SaveChoice:
        """What is chosen now."""
        target = Path(self.path.text().strip()).expanduser()
        if not target.is_absolute():
            target = self._document.path.parent / target
        return self.formats.choice(target)

    def _on_format_changed(self) -> None:
        shown = Path(self.path.text().strip())
        if shown.name:
            name = named_for(shown.name, self.formats.format)
            self.path.setText(str(shown.with_name(name)))
        self.on_choice_changed()

    def _on_browse_clicked(self) -> None:
        dialog = QFileDialog(self, translate("SaveDialog", "Save As"), str(self.choice().target))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Whether a file is replaced is asked here, in the dialog itself.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(self.choice().target.name)
        ask(dialog, lambda paths: self.path.setText(str(paths[0])))

    def _on_verify_clicked(self) -> None:
        self._is_verify_chosen = True

    def on_choice_changed(self) -> None:
        """Look ahead again, once the person pauses."""
        self.plan = None
        self.save.setEnabled(False)
        self._late.start()

    def refresh(self) -> None:
        """Look ahead."""
        self._late.stop()
        if self._planning is not None:
            self._planning.abandon()
        self.plan = None
        self.save.setEnabled(False)
        if not self.path.text().strip():
            self._planning = None
            return
        choice, checkpoint = self.choice(), self._checkpoint
        self._planning = self._jobs.start(
            self,
            lambda _: plan_save(checkpoint, choice),
            on_done=self._on_plan_done,
            on_error=self._on_error,
        )

    def _on_plan_done(self, plan: SavePlan) -> None:
        self._planning = None
        self.plan = plan
        self.replace.setChecked(False)
        self.replace.setVisible(plan.exists)
        self.leave_out.setVisible(bool(plan.losses))
        text = translate("SaveDialog", "About {size}").replace("{size}", describe.size(plan.nbytes))
        if plan.free is not None:
            free = translate("SaveDialog", "{free} free in {folder}")
            free = free.replace("{free}", describe.size(plan.free))
            folder = describe.visible(str(plan.choice.target.parent), 60)
            text = f"{text} · {free.replace('{folder}', folder)}"
        self.facts.setText(text)
        if not self._is_verify_chosen:
            self.verify.setChecked(plan.nbytes < VERIFIED_BELOW)
        self.ask_torch.setVisible(plan.choice.format in OLDEST_TORCH and self._torch is not None)
        self._show_notices(plan)
        self._show_possible()

    def _show_notices(self, plan: SavePlan) -> None:
        self.notices.forget()
        if plan.problem is not None:
            self.notices.say("error", plan.problem.message, hint_here(plan.problem.hint))
        if plan.losses:
            text = translate("SaveDialog", "{format} cannot hold: {losses}.")
            text = text.replace("{format}", plan.choice.format)
            self.notices.say("warning", text.replace("{losses}", said(in_one(plan.losses, "; "))))
        if plan.exists:
            is_own = plan.choice.target.absolute() == self._document.path
            text = translate("SaveDialog", "{name} exists.")
            hint = translate("SaveDialog", "It stays whole until the new file is complete.")
            if is_own:
                text = translate("SaveDialog", "{name} is the file that is open here.")
            name = describe.visible(plan.choice.target.name, 100)
            self.notices.say("info", text.replace("{name}", name), hint)
        if plan.free is not None and plan.free < plan.nbytes:
            text = translate("SaveDialog", "There is not enough room on this disk.")
            self.notices.say("warning", text)

    def _show_possible(self) -> None:
        plan = self.plan
        self.save.setEnabled(
            plan is not None
            and plan.problem is None
            and self._saving is None
            and (not plan.losses or self.leave_out.isChecked())
            and (not plan.exists or self.replace.isChecked())
        )

    # -- saving -------------------------------------------------------------------------------

    def on_save_clicked(self) -> None:
        """Write the file on a thread."""
        plan = self.plan
        if plan is None or self._saving is not None or not self.save.isEnabled():
            return
        checkpoint, verify = self._checkpoint, self.verify.isChecked()
        self._set_busy(True)
        self.progress.start(plan.nbytes)
        self._saving = self._jobs.start(
            self,
            lambda progress: save(checkpoint, plan.choice, verify, progress),
            on_done=self._on_saved,
            on_error=self._on_save_error,
            on_progress=self.progress.show_progress,
            on_cancelled=self._on_save_cancelled,
        )

    def _set_busy(self, is_busy: bool) -> None:
        for widget in (self.path, self.browse, self.formats, self.leave_out, self.replace,
                       self.verify, self.ask_torch, self.reopen, self.save):  # fmt: skip
            widget.setEnabled(not is_busy)
        self.progress.setVisible(is_busy)
        self.notices.grow()
        self.cancel.setText(
            translate("SaveDialog", "Stop") if is_busy else translate("SaveDialog", "Cancel")
        )

    def _on_saved(self, saved: Saved) -> None:
        self._saving = None
        self._result = saved
        if self.ask_torch.isVisible() and self.ask_torch.isChecked() and self._torch is not None:
            python = self._torch
            self.progress.start(0)
            self._saving = self._jobs.start(
                self,
                lambda progress: torch_verdict(saved.path, python, progress),
                on_done=lambda verdict: self._on_torch_answered(saved, verdict),
                on_error=self._on_error,
                on_progress=self.progress.show_progress,
                on_cancelled=self._finish,
            )
        else:
            self._finish()

    def _on_torch_answered(self, saved: Saved, verdict: TorchVerdict) -> None:
        self._saving = None
        version = f"torch {verdict.version or ''}".strip()
        if verdict.loads:
            text = translate("SaveDialog", "{torch} loads it.").replace("{torch}", version)
            self._result = replace(saved, notes=[*saved.notes, say(text)])
            self._finish()
            return
        text = translate("SaveDialog", "The file was saved, but {torch} does not load it: {why}")
        text = text.replace("{torch}", version).replace("{why}", said(verdict.message))
        self.notices.forget()
        self.notices.say("warning", text)
        self.progress.hide()
        self.cancel.setText(translate("SaveDialog", "Close"))

    def _finish(self) -> None:
        self._saving = None
        if self._result is not None:
            self.saved.emit(self._result)
        self.accept()

    def _on_save_error(self, error: Exception) -> None:
        self._saving = None
        self._set_busy(False)
        self.notices.forget()
        self._on_error(error)
        self._show_possible()

    def _on_error(self, error: Exception) -> None:
        self.notices.say_error(
            error,
            translate(
                "SaveDialog",
                "Inspector made a mistake; nothing was "
                "written. The file that was there is untouched.",
            ),
        )

    def _on_save_cancelled(self) -> None:
        self._saving = None
        self._set_busy(False)
        self.notices.forget()
        self.notices.say(
            "info", translate("SaveDialog", "Saving was stopped; nothing was written.")
        )
        self._show_possible()

    @guarded(nothing)
    def reject(self) -> None:
        """Stop saving; else close."""
        if self._saving is not None:
            self._saving.cancel()
        elif self._result is not None:
            self._finish()
        else:
            super().reject()

    @guarded(nothing)
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._saving is not None:
            self._saving.cancel()
            event.ignore()
        else:
            super().closeEvent(event)
