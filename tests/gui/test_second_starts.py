"""A running window and the processes that hand it their files."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from inspector.desktop.one_window import Listener, Request, encoded, enter
from inspector.gui.application import Application
from inspector.gui.main_window import MainWindow
from inspector.gui.second_starts import SecondStarts, bring_to_front

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs Unix sockets")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    folder = tempfile.mkdtemp(prefix="ow-")
    monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
    made = enter(Request())
    assert isinstance(made, Listener)
    yield made
    made.close()
    shutil.rmtree(folder)


@pytest.fixture
def starts(qapp: QApplication, listener: Listener, window: MainWindow) -> Iterator[SecondStarts]:
    """The window of the tests serves later starts."""
    made = SecondStarts(listener, window)
    made.requested.connect(
        lambda request: (
            window.open_arranged([Path(path) for path in request.paths], request.arrange),
            bring_to_front(window, request.token),
        )
    )
    yield made
    made.close()


def start(*words: str, cwd: Path = ROOT) -> subprocess.Popen[str]:
    return run("-m", "inspector", *words, cwd=cwd)


def run(*words: str, cwd: Path = ROOT) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(qtbot, process: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit status and what it said, while the window goes on."""
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=60_000)
    out, err = process.communicate()
    return process.returncode, out + err


def shown(window: MainWindow) -> list[str]:
    return [view.path.name for view in window.tabs.views()]


def test_files_of_a_second_start(
    qtbot, window: MainWindow, starts: SecondStarts, small: Path, tmp_path: Path
) -> None:
    names = ["a b.pt", "模型 %25.pt", "ü&.pt"]
    for name in names:
        shutil.copy(small, tmp_path / name)
    window.showMinimized()
    url = (tmp_path / names[1]).as_uri()
    words = [names[0], url, str(tmp_path / names[2])]
    assert ended(qtbot, start(*words, cwd=tmp_path)) == (0, "")
    qtbot.waitUntil(lambda: shown(window) == names)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert [view.path.parent for view in window.tabs.views()] == [tmp_path] * 3
    assert ended(qtbot, start("open", names[2], cwd=tmp_path)) == (0, "")
    qtbot.waitUntil(lambda: window.tabs.currentIndex() == 2)
    assert len(shown(window)) == 3


def test_a_comparison_is_handed_over(
    qtbot, window: MainWindow, starts: SecondStarts, small: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(small, tmp_path / "other.pt"))
    assert ended(qtbot, start("open", "--diff", str(small), str(other))) == (0, "")
    qtbot.waitUntil(lambda: len(window.tabs.comparisons()) == 1)
    assert ended(qtbot, start("open", "--diff")) == (0, "")
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    window.findChild(QFileDialog).reject()


def test_a_hundred_files_and_four_starts_at_once(
    qtbot, window: MainWindow, starts: SecondStarts, small: Path, tmp_path: Path
) -> None:
    """With long paths, as a file manager may hand them over."""
    folder = tmp_path / ("deep" * 40) / ("deeper" * 30)
    folder.mkdir(parents=True)
    names = [str(folder / f"{at}.pt") for at in range(100)]
    for name in names:
        shutil.copy(small, name)
    begun = time.process_time()
    running = [start(*names[at::4]) for at in range(4)]
    for process in running:
        assert ended(qtbot, process) == (0, "")
    qtbot.waitUntil(lambda: len(shown(window)) == 100, timeout=60_000)
    assert sorted(shown(window)) == sorted(Path(name).name for name in names)
    # Two seconds; twenty where every tab measured the titles of all others.
    assert time.process_time() - begun < 8
    window.tabs.close_all()


def test_a_request_in_pieces(qtbot, window: MainWindow, starts: SecondStarts, small: Path) -> None:
    """A request is longer than what a socket takes at once; the window goes on meanwhile."""
    data = encoded(Request((str(small), *(f"/no/{'x' * 4000}/{n}" for n in range(3)))))
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(starts._listener.socket.getsockname())
        for at in range(0, len(data), 1000):
            client.sendall(data[at : at + 1000])
            QApplication.processEvents()
        client.settimeout(5)
        assert client.recv(10) == b"ok\n"
    qtbot.waitUntil(lambda: len(shown(window)) == 4)


def test_nonsense_and_silence_change_nothing(
    qtbot, window: MainWindow, starts: SecondStarts
) -> None:
    address = starts._listener.socket.getsockname()
    with socket.socket(socket.AF_UNIX) as silent, socket.socket(socket.AF_UNIX) as other:
        silent.connect(address)
        other.connect(address)
        other.sendall(b"GET / HTTP/1.1\n")
        qtbot.waitUntil(lambda: len(starts._connections) == 1)
        other.settimeout(5)
        assert other.recv(10) == b""
    qtbot.waitUntil(lambda: not starts._connections)
    assert shown(window) == []


def test_the_process_serves_until_it_ends(qtbot, qapp: QApplication, listener: Listener) -> None:
    """The very path of `inspector`: an Application, its window, a start, and the end."""
    app = Application("light", "en")
    made = app.make_window()
    qtbot.addWidget(made)
    app.serve(made, listener)
    assert ended(qtbot, start("/nowhere/a.pt")) == (0, "")
    qtbot.waitUntil(lambda: shown(made) == ["a.pt"])
    qapp.aboutToQuit.emit()
    assert listener.socket.fileno() == -1
    assert app.jobs.close(5.0)


def test_asking_the_window_imports_no_qt(qtbot, starts: SecondStarts) -> None:
    code = (
        "import sys\nfrom inspector.__main__ import main\nsys.argv = ['inspector']\n"
        "assert main() == 0\nprint([n for n in ('PySide6', 'numpy', 'torch') if n in sys.modules])"
    )
    assert ended(qtbot, run("-c", code)) == (0, "[]\n")


def test_starts_at_the_same_moment_become_one_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """None is running: one of them becomes the window, however they race for it."""
    folder = tempfile.mkdtemp(prefix="ow-")
    monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
    running = [start(f"/nowhere/{at}.pt") for at in range(5)]
    try:
        deadline = time.monotonic() + 60
        while sum(process.poll() is None for process in running) > 1:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        (window,) = [process for process in running if process.poll() is None]
        assert [p.returncode for p in running if p is not window] == [0] * 4
    finally:
        for process in running:
            process.kill()
            process.communicate()
        shutil.rmtree(folder)
