"""Everything that can take the focus has a name and a role, in every window there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QTabWidget, QWidget

from inspector.gui.document.tab_view import State
from inspector.gui.main_window import MainWindow
from inspector.resources import resource
from tests.gui.conftest import OpenWindow, front

ROLE, NAME = QAccessible.Role, QAccessible.Text.Name
# What only passes the focus on to what is in it.
PASSING = ("QStackedWidget", "QSplitter", "PaneSplitter", "QScrollArea", "QMenuBar")


def nameless(window: QWidget) -> list[str]:
    """Widgets that the keyboard can reach and a screen reader could not tell."""
    found = []
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisibleTo(window) or not widget.isEnabled():
            continue
        if widget is not window and widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if widget.focusProxy() is not None:
            continue
        if widget.objectName().startswith("qt_") or type(widget).__name__ in PASSING:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None, type(widget).__name__
        where = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        if not interface.text(NAME).strip():
            found.append(f"{where}: no name")
        # A page that scrolls is a panel of things with roles of their own.
        is_panel = isinstance(widget, QScrollArea) or widget is window
        if interface.role() in (ROLE.NoRole, ROLE.Client) and not is_panel:
            found.append(f"{where}: no role")
    return found


def dialog_of(window: MainWindow, action: str) -> QWidget:
    """Trigger an action and wait for the window it opens."""
    before = set(QApplication.topLevelWidgets())
    window.actions_[action].trigger()
    new = [w for w in QApplication.topLevelWidgets() if w not in before and w.isVisible()]
    new = [widget for widget in new if not isinstance(widget, QMenu)]
    assert len(new) == 1, (action, new)
    return new[0]


def test_the_empty_window(window: MainWindow) -> None:
    window.welcome.show_recent([Path("/a/b.pt")])
    assert nameless(window) == []


def test_the_window_with_each_page(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    assert nameless(window) == []
    view = front(window)
    assert view.tree_pane is not None
    view.tree_pane.view.expandAll()
    tabs = view.details.tabs
    for row in range(1, len(view.tree_pane.tree.rows)):
        view.tree_pane.view.go_to(row)
        for page in range(tabs.count()):
            tabs.setCurrentIndex(page)
            QApplication.processEvents()
            assert nameless(window) == [], (row, tabs.tabText(page))


def test_the_window_with_an_error(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(tmp_path / "missing.pt")
    assert nameless(window) == []


def test_a_comparison(qtbot, window: MainWindow) -> None:
    view = window.comparing.compare(
        resource("samples", "base.safetensors"), resource("samples", "finetuned.pt")
    )
    qtbot.waitUntil(lambda: view.state is State.OPEN, timeout=20_000)
    assert nameless(window) == []
    window.actions_["next_difference"].trigger()
    tabs = view.findChildren(QTabWidget)
    for each in tabs:
        for page in range(each.count()):
            each.setCurrentIndex(page)
            QApplication.processEvents()
            assert nameless(window) == [], each.tabText(page)


ACTIONS = (
    "save_as batch add_prefix rename_keys map_devices cast compact weights_only about "
    "preferences palette help_formats"
).split()


@pytest.mark.parametrize("action", ACTIONS)
def test_dialogs(qtbot, open_window: OpenWindow, small: Path, action: str) -> None:
    window = open_window(small)
    if action == "batch":
        from inspector.edits.keys import AddPrefix

        front(window).edits.apply([AddPrefix("x.")])
        qtbot.waitUntil(lambda: window.actions_["batch"].isEnabled())
    dialog = dialog_of(window, action)
    assert dialog.windowTitle() or dialog.accessibleName()
    tabs = getattr(dialog, "tabs", None)
    for page in range(tabs.count() if tabs is not None else 1):
        if tabs is not None:
            tabs.setCurrentIndex(page)
        QApplication.processEvents()
        assert nameless(dialog) == [], page
    dialog.close()


def test_menus_have_names(window: MainWindow) -> None:
    def check(menu: QMenu) -> None:
        for action in menu.actions():
            assert action.isSeparator() or action.text().replace("&", "").strip()
            if action.menu() is not None:
                check(action.menu())

    for action in window.menuBar().actions():
        check(action.menu())
