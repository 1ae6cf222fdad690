"""The status bar: what is selected on the left, the whole file on the right, our mistakes last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QDialog,
    QPlainTextEdit,
    QStatusBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector import describe
from inspector.gui import faults
from inspector.gui.document.document_view import DocumentView
from inspector.gui.document.tab_view import State
from inspector.gui.faults import guarded, nothing
from inspector.gui.icons import icon
from inspector.gui.text import counted, label, monospace, tooltip
from inspector.gui.theme import GRID, STATUSES

_DOT = " · "


class StatusBar(QStatusBar):
    """Sums that follow the document and the selection in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.selection = label()
        self.totals = label()
        self._fault = QToolButton()
        self._fault.setAutoRaise(True)
        self._fault.hide()
        self._fault.setAccessibleName(self.tr("Internal error"))
        self._fault.clicked.connect(self._on_fault_clicked)
        self.addWidget(self.selection, 1)
        self.addPermanentWidget(self.totals)
        self.addPermanentWidget(self._fault)
        self.setContentsMargins(GRID, 0, GRID, 0)
        self._view: DocumentView | None = None
        faults.listeners.append(self._on_fault_recorded)
        self.destroyed.connect(_unlisten(self._on_fault_recorded))

    def show_document(self, view: DocumentView | None) -> None:
        """Show the figures of `view`."""
        self._view = view
        opened = view.opened if view is not None and view.state is State.OPEN else None
        if opened is None or view is None:
            self.selection.setText("")
            self.totals.setText("")
            return
        weights = opened.document.contents.weights
        tensors = sum(len(found.entries) for found in weights) or int(opened.tree.tensors[0])
        nbytes = opened.totals.nbytes
        parts = [
            counted(tensors, "tensor"),
            counted(opened.totals.unique, "parameter", short=True),
            describe.size(nbytes),
        ]
        self.totals.setText(_DOT.join(parts) if tensors else "")
        exact = [counted(opened.totals.unique, "parameter"), counted(nbytes, "byte")]
        self.totals.setToolTip(tooltip("\n".join(exact) if tensors else ""))
        self._show_selection(view)

    def _show_selection(self, view: DocumentView) -> None:
        rows = view.tree_pane.view.selected_rows() if view.tree_pane is not None else []
        if not rows or view.opened is None:
            self.selection.setText(describe.visible(str(view.path)))
            return
        found = view.opened.tree.sums_of(rows)
        parts = [self.tr("{n} selected").replace("{n}", f"{len(rows):,}")]
        if found.tensors:
            parts += [
                counted(found.tensors, "tensor"),
                counted(found.numel, "parameter", short=True),
                describe.size(found.nbytes),
            ]
            exact = [counted(found.numel, "parameter"), counted(found.nbytes, "byte")]
            self.selection.setToolTip(tooltip("\n".join(exact)))
        self.selection.setText(_DOT.join(parts))

    # -- our mistakes -------------------------------------------------------------------------

    def _on_fault_recorded(self, _: str) -> None:
        status = STATUSES["error"]
        self._fault.setIcon(icon(status.icon, status.colour))
        self._fault.setAccessibleName(self.tr("Internal error"))
        self._fault.setToolTip(tooltip(self.tr("Something in Inspector itself went wrong.")))
        self._fault.show()

    def _on_fault_clicked(self) -> None:
        dialog = QDialog(self)
        dialog.setWindowTitle(self.tr("Internal error"))
        text = QPlainTextEdit("\n".join(faults.recorded))
        text.setReadOnly(True)
        text.setFont(monospace())
        text.setAccessibleName(self.tr("Details"))
        QVBoxLayout(dialog).addWidget(text)
        dialog.resize(90 * GRID, 50 * GRID)
        dialog.open()

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_document(self._view)


def _unlisten(listener: Callable[[str], None]) -> Callable[[], None]:
    def forget() -> None:
        if listener in faults.listeners:
            faults.listeners.remove(listener)

    return forget
