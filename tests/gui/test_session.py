"""What the next start finds again: open files and columns."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt

from inspector.gui.document.layout_history import CALM_MS
from inspector.gui.jobs import Jobs
from inspector.gui.main_window import MainWindow
from inspector.gui.settings import Settings
from tests.gui.conftest import OpenWindow, front, wait_for_tabs
from tests.gui.test_filter import shown


def started(qtbot, jobs: Jobs, *paths: Path) -> MainWindow:
    window = MainWindow(jobs, Settings())
    qtbot.addWidget(window)
    window.show()
    window.open_session(paths)
    wait_for_tabs(qtbot, window)
    return window


def test_files_are_opened_again_if_wanted(
    qtbot, open_window: OpenWindow, small: Path, tmp_path: Path
) -> None:
    names = [Path(shutil.copy(small, tmp_path / f"{letter}.pt")) for letter in "abc"]
    window = open_window(*names)
    assert not Settings().restores_tabs
    window.actions_["restore_tabs"].trigger()
    window.tabs.setCurrentIndex(1)
    window.close()
    names[2].unlink()
    again = Jobs()
    second = started(qtbot, again)
    assert [view.path for view in second.tabs.views()] == names[:2]
    assert second.tabs.currentIndex() == 1
    assert second.actions_["restore_tabs"].isChecked()
    second.tabs.close_all()
    second.close()
    assert Settings().last_tabs == []
    assert again.close(5.0)


def test_files_stay_closed_unless_wanted(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    window.close()
    again = Jobs()
    second = started(qtbot, again)
    assert second.tabs.count() == 0
    second.close()
    assert again.close(5.0)


def test_columns_are_chosen_kept_and_reset(
    qtbot, open_window: OpenWindow, small: Path, tmp_path: Path
) -> None:
    window = open_window(small)
    tree = front(window).tree_pane.view
    header = tree.header()
    first = [header.sectionSize(column) for column in range(6)]
    menu = tree.columns_menu()
    titles = [action.text() for action in menu.actions() if action.isCheckable()]
    assert titles == ["Shape / value", "dtype", "Device", "Parameters", "Size"]
    menu.actions()[2].trigger()
    assert header.sectionSize(3) == 0
    assert sum(header.sectionSize(column) for column in range(6)) == tree.viewport().width()
    header.moveSection(header.visualIndex(2), 1)
    header.resizeSection(1, 99)
    tree.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    order = shown(window)
    other = Path(shutil.copy(small, tmp_path / "other.pt"))
    window = open_window(other)
    header = front(window).tree_pane.view.header()
    assert header.sectionSize(3) == 0
    assert header.visualIndex(2) == 1
    assert header.sectionSize(1) == 99
    assert header.sortIndicatorSection() == 5
    assert shown(window) == order
    window.actions_["reset_layout"].trigger()
    assert [header.sectionSize(column) for column in range(6)] == first
    assert shown(window)[0] == "epoch"
    assert Settings().layout("columns") is None


def test_changes_of_the_layout_are_taken_back(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    view = front(window)
    header, splitter = view.tree_pane.view.header(), view.splitter
    undo = window.actions_["undo_layout"]
    first, sizes = [header.sectionSize(column) for column in range(6)], splitter.sizes()
    view.tree_pane.view.columns_menu().actions()[1].trigger()
    assert header.sectionSize(2) == 0
    qtbot.wait(CALM_MS + 50)
    splitter.moveSplitter(splitter.sizes()[0] - 100, 1)
    assert splitter.sizes() != sizes
    undo.trigger()
    assert splitter.sizes() == sizes
    assert header.sectionSize(2) == 0
    undo.trigger()
    assert [header.sectionSize(column) for column in range(6)] == first
    undo.trigger()
    assert "No column or pane was changed." in window.status.currentMessage()
    window.actions_["reset_layout"].trigger()
