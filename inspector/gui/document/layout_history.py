"""Columns and panes as they were before a person changed them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QSplitter

from inspector.gui.document.tree_pane import TreePane

CALM_MS = 400
_MOST_STEPS = 50


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which columns there are, their widths, order and sorting; where the panes are divided."""

    columns: QByteArray
    is_key_width_chosen: bool
    panes: QByteArray


class LayoutHistory(QObject):
    """Steps back through the arrangements of one document's view.

    What changes while a hand is moving is one step.
    """

    def __init__(self, pane: TreePane, splitter: QSplitter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane = pane
        self._splitter = splitter
        self._steps: list[Arrangement] = []
        self._is_undoing = False
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._on_calm)
        pane.columns_changed.connect(self._on_changed)
        splitter.splitterMoved.connect(self._on_changed)
        self._now = self._taken()

    def begin(self) -> None:
        """The arrangement of now is the first one: it was not made by hand."""
        self._steps.clear()
        self._calm.stop()
        self._now = self._taken()

    def undo(self) -> bool:
        """Back to the arrangement before the last change; False where there is none."""
        if self._calm.isActive():
            self._calm.stop()
            self._on_calm()
        if not self._steps:
            return False
        self._now = self._steps.pop()
        self._is_undoing = True
        self._splitter.restoreState(self._now.panes)
        self._splitter.splitterMoved.emit(self._splitter.sizes()[0], 1)
        self._pane.view.restore_header(self._now.columns, self._now.is_key_width_chosen)
        self._pane.columns_changed.emit()
        self._is_undoing = False
        return True

    def _taken(self) -> Arrangement:
        view = self._pane.view
        return Arrangement(view.columns(), view.is_key_width_chosen, self._splitter.saveState())

    def _on_changed(self) -> None:
        if not self._is_undoing:
            self._calm.start()

    def _on_calm(self) -> None:
        now = self._taken()
        if now != self._now:
            self._steps.append(self._now)
            del self._steps[:-_MOST_STEPS]
            self._now = now
