"""What the next start finds again: open files and columns."""

from __future__ import annotations

import shutil
from pathlib import Path

from inspector.gui.jobs import Jobs
from inspector.gui.main_window import MainWindow
from inspector.gui.settings import Settings
from tests.gui.conftest import OpenWindow, wait_for_tabs


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
