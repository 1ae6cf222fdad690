"""The files of a batch, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from inspector.describe import visible
from inspector.gui.icons import icon
from inspector.gui.text import tooltip, translate
from inspector.gui.theme import GRID, STATUSES, list_palette

_PATH, _STATE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class BatchList(QTreeWidget):
    """Name and result; a result is an icon and a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.setPalette(list_palette())
        self.setAccessibleName(translate("BatchList", "Files"))
        self.setHeaderLabels([translate("BatchList", "File"), translate("BatchList", "Result")])
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(16 * GRID)

    def add(self, paths: Iterable[Path]) -> None:
        """Put files on the list, each once."""
        known = set(self.paths())
        for path in paths:
            if path not in known:
                known.add(path)
                item = QTreeWidgetItem([visible(path.name, 200), ""])
                item.setData(0, _PATH, str(path))
                item.setToolTip(0, tooltip(visible(str(path))))
                self.addTopLevelItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        found = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        return [item for item in found if item is not None]

    def paths(self) -> list[Path]:
        """The files, in order."""
        return [Path(item.data(0, _PATH)) for item in self._items()]

    def remove_selected(self) -> None:
        """Take the selected files off the list."""
        for item in self.selectedItems():
            self.takeTopLevelItem(self.indexOfTopLevelItem(item))

    def tell(self, at: int, status: str, text: str) -> None:
        """Say what became of file `at`; `status` as in `theme.STATUSES`."""
        item = self._items()[at]
        look = STATUSES[status]
        item.setIcon(1, icon("circle-check" if status == "clean" else look.icon, look.colour))
        item.setText(1, visible(text, 400))
        item.setToolTip(1, tooltip(visible(text)))
        item.setData(0, _STATE, status)
        self.scrollToItem(item)

    def pending(self) -> list[int]:
        """The files that are not done."""
        return [at for at, item in enumerate(self._items()) if item.data(0, _STATE) != "clean"]

    def counts(self) -> tuple[int, int]:
        """(done, not done)."""
        left = len(self.pending())
        return self.topLevelItemCount() - left, left
