"""The edits of a document as a list below its tree: what they are, each removable."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inspector.document import Document
from inspector.gui.detail.blocks import Notice
from inspector.gui.edits.words import change_count, changes_text, edit_title, turn_title
from inspector.gui.faults import guarded, nothing
from inspector.gui.icons import icon
from inspector.gui.text import emphasised, label, tooltip
from inspector.gui.theme import GRID, list_palette

_ROWS = 5


class EditsPanel(QWidget):
    """Hidden while there are no edits and nothing to say about them."""

    undo_requested = Signal()
    redo_requested = Signal()
    save_requested = Signal()
    remove_requested = Signal(int)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.title = label()
        self.title.setFont(emphasised(self.title.font()))
        self.undo = self._button("undo-2", self.undo_requested)
        self.redo = self._button("redo-2", self.redo_requested)
        self.save = QPushButton()
        self.save.clicked.connect(lambda: self.save_requested.emit())
        self.list = _EditList(self)
        self.list.remove_requested.connect(self.remove_requested)
        self._notice: Notice | None = None
        line = QHBoxLayout()
        line.setContentsMargins(GRID, GRID // 2, GRID, 0)
        line.addWidget(self.title)
        line.addStretch(1)
        for button in (self.undo, self.redo, self.save):
            line.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, GRID // 2)
        self._column.setSpacing(GRID // 2)
        self._column.addLayout(line)
        self._column.addWidget(self.list)
        self.refresh()

    def _button(self, name: str, signal: SignalInstance) -> QToolButton:
        made = QToolButton()
        made.setAutoRaise(True)
        made.setIcon(icon(name))
        made.setIconSize(QSize(16, 16))
        made.clicked.connect(lambda: signal.emit())
        return made

    def refresh(self) -> None:
        """Show the edits of now, and forget what was said about them."""
        self.say(None)
        last, following = self._document.last_turn, self._document.next_turn
        self.title.setText(self.tr("Edits"))
        self.save.setText(self.tr("Save As…"))
        self.undo.setEnabled(last is not None)
        self.redo.setEnabled(following is not None)
        self._name(self.undo, self.tr("Undo"), turn_title(last))
        self._name(self.redo, self.tr("Redo"), turn_title(following))
        self.list.show_document(self._document)
        self.setVisible(last is not None or following is not None)

    def _name(self, button: QToolButton, verb: str, what: str) -> None:
        button.setAccessibleName(verb)
        button.setToolTip(tooltip(f"{verb} {what}".strip()))

    def say(self, notice: Notice | None) -> None:
        """Put a sentence above the list, or take it away."""
        if self._notice is not None:
            self._column.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = notice
        if notice is not None:
            notice.setContentsMargins(GRID, 0, GRID, 0)
            self._column.insertWidget(1, notice)
            self.show()

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        elif event.type() == QEvent.Type.PaletteChange:
            self.undo.setIcon(icon("undo-2"))
            self.redo.setIcon(icon("redo-2"))


class _EditList(QTreeWidget):
    """One line an edit: its title, its changes, and a button that takes it out."""

    remove_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setPalette(list_palette())
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(GRID)
        self.setColumnWidth(2, 4 * GRID)

    def show_document(self, document: Document) -> None:
        """List the document's edits, oldest first."""
        self.setAccessibleName(self.tr("Edits"))
        self.clear()
        for at, step in enumerate(document.steps):
            title, count = edit_title(step.edit), change_count(step.changes)
            item = QTreeWidgetItem([f"{at + 1}.  {title}", count])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column in (0, 1):
                item.setToolTip(column, tooltip(changes_text(step.changes)))
            item.setSizeHint(0, QSize(GRID, 3 * GRID))
            self.addTopLevelItem(item)
            self.setItemWidget(item, 2, self._remover(at, title))
        rows = min(max(len(document.steps), 1), _ROWS)
        self.setFixedHeight(rows * 3 * GRID + 2)
        self.setVisible(bool(document.steps))
        if document.steps:
            self.setCurrentIndex(self.model().index(len(document.steps) - 1, 0))
            self.scrollToBottom()

    def _remover(self, at: int, title: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIcon(icon("x"))
        button.setIconSize(QSize(12, 12))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        text = self.tr("Remove “{edit}”").replace("{edit}", title)
        button.setAccessibleName(text)
        button.setToolTip(tooltip(text))
        button.clicked.connect(lambda: self.remove_requested.emit(at))
        return button

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
            and self.currentIndex().isValid()
        ):
            self.remove_requested.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @guarded(bool)
    def event(self, event: QEvent) -> bool:
        # Delete is a shortcut of the window, too: for the rows of the tree.
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Delete:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)
