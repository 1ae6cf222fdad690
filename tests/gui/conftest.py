"""Fixtures of the window's tests: offscreen, with settings of their own, leaving nothing behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6 import QtCore
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from inspector.gui import faults
from inspector.gui.document.document_view import DocumentView
from inspector.gui.document.tab_view import State
from inspector.gui.jobs import Jobs
from inspector.gui.language import apply_language
from inspector.gui.main_window import MainWindow
from inspector.gui.settings import Settings
from inspector.gui.startup import loses_none
from inspector.gui.theme import apply_theme
from tests.gui.samples import hostile_names, small_checkpoint

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def settings_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings of the person who runs it."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(home))


@pytest.fixture(autouse=True)
def faultless() -> Iterator[None]:
    """A mistake that a guard caught is a mistake all the same."""
    faults.recorded.clear()
    yield
    recorded = list(faults.recorded)
    faults.recorded.clear()
    assert not recorded, recorded[0]
    assert not loses_none(QtCore)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """Two workers that have stopped when the test is over."""
    threads = threading.active_count()
    made = Jobs()
    yield made
    assert made.close(5.0), "a worker is still running"
    qapp.processEvents()
    for thread in threading.enumerate():
        if thread.name.startswith("job"):
            thread.join(5.0)
    assert threading.active_count() <= threads


@pytest.fixture
def window(qtbot, qapp: QApplication, jobs: Jobs) -> MainWindow:
    """An empty window, English and light."""
    apply_language("en")
    apply_theme(qapp, "light")
    made = MainWindow(jobs, Settings())
    made.resize(1200, 800)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def open_window(qtbot, window: MainWindow, jobs: Jobs) -> OpenWindow:
    """Open files in the window and wait until every tab shows what it will show."""

    def open_them(*paths: Path) -> MainWindow:
        window.open_paths(paths)
        wait_for_tabs(qtbot, window)
        return window

    return open_them


def wait_for_tabs(qtbot, window: MainWindow) -> None:
    """Until nothing is being opened."""
    qtbot.waitUntil(
        lambda: all(view.state is not State.OPENING for view in window.tabs.views()), timeout=20_000
    )


def front(window: MainWindow) -> DocumentView:
    """The document in front."""
    view = window.tabs.current()
    assert view is not None
    return view


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A training checkpoint with a model, an optimizer and some values."""
    return small_checkpoint(tmp_path_factory.mktemp("samples") / "epoch3.pt")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkpoint whose names are markup, escapes and controls."""
    return hostile_names(tmp_path_factory.mktemp("samples") / "<b>hostile&.pt")
