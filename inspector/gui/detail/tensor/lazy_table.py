"""The table view of pages that show more cells than fit into memory."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from inspector.gui.faults import guarded, nothing
from inspector.gui.flat_widgets import FlatHeader
from inspector.gui.text import monospace, translate
from inspector.gui.theme import GRID, colours, list_palette


class LazyTable(QTableView):
    """Cells of one size, nothing measured, nothing edited."""

    copy_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setFont(monospace())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalHeader(FlatHeader(self))
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setAccessibleName(name)
        down.setAccessibleName(name)
        for header in (across, down):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        down.setDefaultSectionSize(self.fontMetrics().height() + GRID // 2)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.copy_action = QAction(translate("LazyTable", "Copy"), self)
        self.copy_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_action.triggered.connect(self.copy_requested)
        self.addAction(self.copy_action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.restyle()

    def restyle(self) -> None:
        """Colours of the palette of now."""
        # Fusion draws buttons for row titles; they are numbers beside numbers here.
        now = colours()
        ground = list_palette()
        for role in (QPalette.ColorRole.Button, QPalette.ColorRole.Window):
            ground.setColor(role, QColor(now.base))
        self.setPalette(ground)
        self.horizontalHeader().setPalette(ground)
        self.verticalHeader().setStyleSheet(
            f"QHeaderView {{ background: {now.base}; border: none; }}"
            f"QHeaderView::section {{ background: {now.base}; color: {now.dim}; border: none;"
            f" padding: 0 {GRID}px 0 0; }}"
        )

        corner = self.findChild(QAbstractButton)
        if corner is not None:
            flat = f"QTableCornerButton::section {{ background: {now.base}; border: none; }}"
            corner.setStyleSheet(flat)

    def area(self) -> tuple[int, int, int, int] | None:
        """(first row, one past the last, first column, one past the last) that is selected."""
        selection: Any = self.selectionModel().selection()  # its stubs forget that it is a list
        if selection.isEmpty():
            return None
        every = [selection[at] for at in range(len(selection))]
        return (
            min(one.top() for one in every),
            max(one.bottom() for one in every) + 1,
            min(one.left() for one in every),
            max(one.right() for one in every) + 1,
        )

    def _on_menu_requested(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self.copy_action)
        self.copy_action.setEnabled(self.area() is not None)
        menu.exec(self.viewport().mapToGlobal(place))
        self.copy_action.setEnabled(True)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)
