"""Tree and details side by side, divided as it was left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from inspector.gui.settings import Settings

FIRST_SIZES = (720, 480)
_NAME = "splitter"


class PaneSplitter(QSplitter):
    """Remembers where a person put the divide, for every tab and the next run."""

    def __init__(self, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        kept = Settings().layout(_NAME)
        if kept is None or not self.restoreState(kept):
            self.setSizes(FIRST_SIZES)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._on_splitter_moved)

    def _on_splitter_moved(self) -> None:
        Settings().keep_layout(_NAME, self.saveState())
