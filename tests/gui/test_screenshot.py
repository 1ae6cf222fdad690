"""The picture of a window is taken once it shows what it will show."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage
from safetensors.numpy import save_file

from inspector.gui.detail.anatomy_view import Legend
from inspector.gui.document.tab_view import State
from inspector.gui.jobs import Jobs
from inspector.gui.main_window import MainWindow
from inspector.gui.screenshot import take
from tests.gui.conftest import front
from tests.gui.diff_samples import pair_of_files


def test_everything_is_there(
    qtbot,
    window: MainWindow,
    jobs: Jobs,
    small: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[tuple[State, int, int]] = []
    grab = MainWindow.grab

    def look(self: MainWindow) -> Any:
        view = front(self)
        seen.append((view.state, view.details.tabs.count(), jobs.running))
        return grab(self)

    monkeypatch.setattr(MainWindow, "grab", look)
    app: Any = SimpleNamespace(jobs=jobs)
    picture = tmp_path / "window.png"
    assert take(app, window, [small], picture) == 0
    assert not QImage(str(picture)).isNull()
    [(state, pages, running)] = seen
    assert state is State.OPEN
    assert pages > 2
    assert running == 0


def test_what_is_found_in_a_large_file_is_there(
    qtbot, window: MainWindow, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = tmp_path / "many.safetensors"
    save_file({f"layers.{at}.weight": np.zeros(2, "f4") for at in range(10_001)}, many)
    legends: list[int] = []
    grab = MainWindow.grab

    def look(self: MainWindow) -> Any:
        legends.append(len(front(self).details.current_page().findChildren(Legend)))
        return grab(self)

    monkeypatch.setattr(MainWindow, "grab", look)
    app: Any = SimpleNamespace(jobs=jobs)
    assert take(app, window, [many], tmp_path / "window.png") == 0
    assert legends == [1]


def test_a_picture_leaves_the_tabs_of_the_last_session(
    qtbot, window: MainWindow, jobs: Jobs, small: Path, tmp_path: Path
) -> None:
    window.settings.session = "what was kept"
    app: Any = SimpleNamespace(jobs=jobs)
    assert take(app, window, [small], tmp_path / "window.png") == 0
    assert not window.isVisible()
    assert window.settings.session == "what was kept"


def test_a_comparison_is_there_with_its_values(
    qtbot, window: MainWindow, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = pair_of_files(tmp_path)
    seen: list[list[int]] = []
    grab = MainWindow.grab

    def look(self: MainWindow) -> Any:
        view = self.tabs.comparison()
        assert view is not None
        assert view.pane is not None
        seen.append(view.pane.model.tree.counts())
        return grab(self)

    monkeypatch.setattr(MainWindow, "grab", look)
    app: Any = SimpleNamespace(jobs=jobs)
    assert take(app, window, pair, tmp_path / "diff.png", "compare") == 0
    assert seen == [[9, 1, 1, 1, 1, 0]]
    assert not QImage(str(tmp_path / "diff.png")).isNull()


def test_a_comparison_that_failed_is_said(
    qtbot, window: MainWindow, jobs: Jobs, tmp_path: Path, capsys
) -> None:
    a, _ = pair_of_files(tmp_path)
    app: Any = SimpleNamespace(jobs=jobs)
    assert take(app, window, [a, tmp_path / "none.pt"], tmp_path / "diff.png", "compare") == 2
    assert "none.pt" in capsys.readouterr().err
