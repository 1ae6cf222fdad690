"""The picture of a window is taken once it shows what it will show."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QImage

from inspector.gui.document.document_view import State
from inspector.gui.jobs import Jobs
from inspector.gui.main_window import MainWindow
from inspector.gui.screenshot import take
from tests.gui.conftest import front


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
