"""Which part of one file is compared: all of it, a state_dict, or a module by its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget

from inspector.analysis.diff.parts import WHOLE, Part, find_part, modules_of
from inspector.checkpoint.contents import Contents
from inspector.describe import key_path, visible
from inspector.document import Document
from inspector.errors import InspectorError
from inspector.gui.core_sentences import said
from inspector.gui.faults import guarded, nothing, record
from inspector.gui.jobs import Jobs
from inspector.gui.text import counted, tooltip, translate
from inspector.gui.theme import GRID

_MOST_PARTS = 200
_WIDTH = 26 * GRID


def parts_of(contents: Contents) -> list[tuple[Part, str]]:
    """(part, text) of the whole file and of its state_dicts."""
    found = [(WHOLE, translate("SidesBar", "whole file"))]
    for state_dict in contents.state_dicts[:_MOST_PARTS]:
        if state_dict.path and state_dict.entries:
            tensors = counted(len(state_dict.entries), "tensor")
            found.append((Part(state_dict.path), f"{key_path(state_dict.path)} · {tensors}"))
    return found


class PartBox(QComboBox):
    """A list of parts whose last entry asks for the name of a module. Borrows the document."""

    part_chosen = Signal(object)
    message = Signal(str)
    """Why a name is none."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._document: Document | None = None
        self._parts: list[Part] = []
        self._part = WHOLE
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDTH)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.activated.connect(self._on_activated)

    def show_parts(self, document: Document, part: Part) -> None:
        """Show what `document` consists of, `part` chosen."""
        self._document, self._part = document, part
        self._fill()

    def _fill(self) -> None:
        if self._document is None:
            return
        self.setEditable(False)
        self.clear()
        parts = parts_of(self._document.contents)
        if self._part not in [each for each, _ in parts]:
            parts.append((self._part, self._part.text))
        # Qt would make lists of the paths if it kept them itself.
        self._parts = [each for each, _ in parts]
        self.addItems([visible(text, 80) for _, text in parts])
        self.addItem(translate("SidesBar", "Module…"))
        self.setCurrentIndex(self._parts.index(self._part))

    def _on_activated(self, at: int) -> None:
        if self.isEditable():
            return  # a name is being typed
        if at < len(self._parts):
            self._part = self._parts[at]
            self.part_chosen.emit(self._part)
        else:
            QTimer.singleShot(0, self, self._ask)  # once the list has closed

    # -- a name that is typed -----------------------------------------------------------------

    def _ask(self) -> None:
        """Become a line to type in."""
        document = self._document
        if document is None:
            return
        edit = QLineEdit(self)
        self.setEditable(True)
        self.setLineEdit(edit)
        edit.setAccessibleName(translate("SidesBar", "Name of a module"))
        edit.setPlaceholderText("model.encoder")
        edit.setToolTip(tooltip(translate("SidesBar", "Return compares it, Esc goes back.")))
        completer = QCompleter(edit)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        names = QStringListModel(completer)
        completer.setModel(names)
        edit.clear()
        edit.returnPressed.connect(self._on_return_pressed)
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        contents = document.contents
        self._jobs.start(completer, lambda _: modules_of(contents), on_done=names.setStringList)

    def _on_return_pressed(self) -> None:
        document, text = self._document, self.currentText().strip()
        if document is None or not text:
            self.leave()
            return
        checkpoint = document.checkpoint
        self._jobs.start(
            self,
            lambda _: find_part(checkpoint, text),
            on_done=self._on_part_found,
            on_error=self._on_part_missing,
        )

    def _on_part_found(self, part: Part) -> None:
        if self._document is not None and self.isEditable():
            self.show_parts(self._document, part)
            self.part_chosen.emit(part)

    def _on_part_missing(self, error: Exception) -> None:
        if isinstance(error, InspectorError):
            self.message.emit(visible(said(error.message), 300))
        else:
            record(error)

    def _on_left(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and now is not self and not self.isAncestorOf(now):
            self._show_list()  # not where it went to another window, or to the names suggested

    def _show_list(self) -> None:
        """Be the list again, as it was."""
        if self.isEditable():
            self._fill()

    def leave(self) -> None:
        """Give up naming a module."""
        self._show_list()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isEditable():
            self.leave()
        else:
            super().keyPressEvent(event)

    @guarded(nothing)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._on_left)

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
