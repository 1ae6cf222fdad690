"""The command palette: every action of the table, found by typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.actions import ACTIONS, MENUS, Actions, shown_text, without_access_key
from inspector.gui.faults import guarded
from inspector.gui.styles import popup_style
from inspector.gui.text import label
from inspector.gui.theme import GRID, list_palette

_ROWS = 16
_MOVING: tuple[int, ...] = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """An action with where it stands in the menus.

    Attributes:
        menu: E.g. "View › Theme", in the window's language.
        words: Lower-case text that is searched: both languages, menu and action.
    """

    name: str
    text: str
    menu: str
    words: str


def entries(actions: Actions) -> list[Entry]:
    """Every action once, in the order of the menus."""
    specs = {spec.name: spec for spec in ACTIONS}
    found: dict[str, Entry] = {}
    for name, titles in action_places(MENUS):
        spec = specs[name]
        text = without_access_key(actions[name].text())
        menu = " › ".join(without_access_key(shown_text(title)) for title in titles)
        english = " ".join(without_access_key(title) for title in (*titles, spec.text))
        words = f"{text} {menu} {english}".lower()
        found.setdefault(name, Entry(name, text, menu, words))
    return list(found.values())


def action_places(
    menus: tuple[Any, ...], titles: tuple[str, ...] = ()
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(action, the titles of its menus) of every action in `menus`."""
    for entry in menus:
        if isinstance(entry, tuple):
            yield from action_places(entry[1], (*titles, entry[0]))
        elif entry not in ("-", "recent"):
            yield entry, titles


def matching(all_entries: list[Entry], typed: str) -> list[Entry]:
    """Those that have every typed word; a text that begins with it, or a word of it, first."""
    words = typed.lower().split()
    start = " ".join(words)

    def rank(entry: Entry) -> int:
        text = entry.text.lower()
        if text.startswith(start):
            return 0
        return 1 if f" {start}" in f" {text}" else 2

    return sorted((e for e in all_entries if all(w in e.words for w in words)), key=rank)


class CommandPalette(QDialog):
    """A line to type in above a list. Return does the chosen action, Escape nothing."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Commands"))
        self.setObjectName("palette")
        self.setStyleSheet(popup_style("palette"))
        self.setAccessibleName(self.tr("Commands"))
        self._actions = actions
        self._entries = entries(actions)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("Type what you want to do"))
        self.edit.setAccessibleName(self.tr("Type what you want to do"))
        self.edit.setClearButtonEnabled(False)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setPalette(list_palette())
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.none = label(self.tr("No command has these words."), dim=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID, GRID, GRID)
        self._column.setSpacing(GRID)
        for widget in (self.edit, self.list, self.none):
            self._column.addWidget(widget)
        self.edit.textChanged.connect(self._show)
        self.edit.installEventFilter(self)
        self.edit.returnPressed.connect(self._on_return_pressed)
        self.list.itemClicked.connect(lambda *_: self._on_return_pressed())
        self._show("")

    def open_over(self, window: QWidget) -> None:
        """Below the top of `window`, in its middle."""
        width = min(80 * GRID, window.width() - 4 * GRID)
        self.resize(width, self.height())
        corner = window.rect().center()
        corner.setX(corner.x() - width // 2)
        corner.setY(8 * GRID)
        self.move(window.mapToGlobal(corner))
        self.show()
        self.edit.setFocus()

    def _show(self, typed: str) -> None:
        """What can be done now first, in black; the rest greyed."""
        found = matching(self._entries, typed)
        found.sort(key=lambda entry: not self._actions[entry.name].isEnabled())
        self.list.clear()
        for entry in found:
            self.list.addTopLevelItem(_item(entry, self._actions[entry.name]))
        self._choose(0)
        self.none.setVisible(not found)
        self._fit(self.list.topLevelItemCount())

    def _fit(self, rows: int) -> None:
        """As tall as what is listed, as far as there is room."""
        self.list.setVisible(rows > 0)
        frame = 2 * self.list.frameWidth()
        self.list.setFixedHeight(min(_ROWS, rows) * max(1, self.list.sizeHintForRow(0)) + frame)
        self._column.activate()
        self.resize(self.width(), self._column.minimumSize().height())

    def _on_return_pressed(self) -> None:
        item = self.list.currentItem()
        action = self._actions[item.data(0, Qt.ItemDataRole.UserRole)] if item is not None else None
        if action is not None and action.isEnabled():
            self.close()
            # The popup is gone before a dialog of the action comes.
            QTimer.singleShot(0, action, action.trigger)

    @guarded(bool)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move in the list while the keyboard stays in the line."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _MOVING:
            self._move(event.key())
            return True
        return bool(super().eventFilter(watched, event))

    def _move(self, key: int) -> None:
        count, here = self.list.topLevelItemCount(), self.list.currentIndex().row()
        page = max(1, self.list.height() // max(1, self.list.sizeHintForRow(0)) - 1)
        step = (-1, 1, -page, page)[_MOVING.index(key)]
        self._choose(min(count - 1, max(0, here + step)))

    def _choose(self, row: int) -> None:
        item = self.list.topLevelItem(row)
        if item is not None:
            self.list.setCurrentItem(item)


def _item(entry: Entry, action: QAction) -> QTreeWidgetItem:
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    mark = "✓ " if action.isChecked() else ""
    item = QTreeWidgetItem([f"{mark}{entry.text}", entry.menu, key])
    item.setIcon(0, action.icon())
    item.setData(0, Qt.ItemDataRole.UserRole, entry.name)
    item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setDisabled(not action.isEnabled())
    return item
