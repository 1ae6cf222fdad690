"""From a command to a picture, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6 import QtCore
from PySide6.QtGui import QImage

from inspector.gui import startup
from inspector.gui.app import has_display, run

SCRIPT = """
import sys
from pathlib import Path
from inspector.gui.app import run
status = run([Path(name) for name in sys.argv[3:]], Path(sys.argv[1]), theme=sys.argv[2],
             size=(900, 600), language="en")
heavy = {"torch", "onnx", "matplotlib", "safetensors"} & set(sys.modules)
assert not heavy, heavy
sys.exit(status)
"""


def picture(tmp_path: Path, theme: str, *paths: Path) -> tuple[subprocess.CompletedProcess, QImage]:
    target = tmp_path / "picture.png"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(target), theme, *map(str, paths)],
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    return done, QImage(str(target))


def test_a_picture_of_an_open_file(tmp_path: Path, small: Path) -> None:
    done, image = picture(tmp_path, "dark", small)
    assert (done.returncode, done.stderr) == (0, "")
    assert (image.width(), image.height()) == (900, 600)
    assert image.pixelColor(450, 580).lightness() < 80
    colours = {image.pixel(x, y) for x in range(0, 900, 3) for y in range(0, 600, 3)}
    assert len(colours) > 50


def test_a_file_that_cannot_be_opened_is_two_lines(tmp_path: Path) -> None:
    missing = tmp_path / "missing.pt"
    done, image = picture(tmp_path, "light", missing)
    assert done.returncode == 2
    lines = done.stderr.splitlines()
    assert lines[0] == f"inspector: {missing}: missing.pt does not exist."
    assert lines[1].startswith("hint: ")
    assert len(lines) == 2
    assert not image.isNull()


def test_a_binding_that_loses_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert not startup.loses_none(QtCore)
    monkeypatch.setattr(startup, "loses_none", lambda _: True)
    assert run([], tmp_path / "x.png") == 2
    assert "PySide6-Essentials<6.12" in capsys.readouterr().err


def test_a_missing_system_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    original = builtins.__import__

    def fail(name: str, *rest: object, **more: object) -> object:
        if name == "PySide6":
            text = "libEGL.so.1: cannot open shared object file: No such file or directory"
            raise ImportError(text)
        return original(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", fail)
    problem = startup.import_problem()
    assert problem is not None
    assert problem.startswith("Qt needs the system library libEGL.so.1, which is not installed.")
    assert "apt install libegl1" in problem


def test_whether_there_is_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_display()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert has_display()


def test_asking_for_a_display_imports_no_qt() -> None:
    code = (
        "import sys; from inspector.gui.app import has_display; has_display(); "
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'numpy'))]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


EMPTY = """
import sys
from PySide6.QtCore import QTimer
from inspector.gui.application import Application
app = Application("light", "en")
window = app.make_window()
window.show()
QTimer.singleShot(0, window.close)
app.qt.exec()
heavy = ("numpy", "torch", "onnx", "matplotlib", "safetensors", "ml_dtypes")
print([name for name in (*heavy, "inspector.document") if name in sys.modules])
"""


def test_an_empty_window_imports_nothing_of_documents() -> None:
    """This is what lets it be there before a person has looked up."""
    done = subprocess.run(
        [sys.executable, "-c", EMPTY],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


# What Qt 6.11 and, with a bracket, 6.8 make of what the dynamic linker says.
MISSING_CURSOR = "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"


@pytest.mark.parametrize(
    "form", ["Cannot load library /x/libqxcb.so: {}", "Cannot load /x.so: ({})"]
)
def test_a_missing_library_of_qts_x11_part(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """Qt would abort without a word of ours; its part for X11 is asked first."""

    class Broken:
        def __init__(self, path: str) -> None:
            assert path.endswith("platforms/libqxcb.so")
            assert Path(path).exists()

        def load(self) -> bool:
            return False

        def errorString(self) -> str:  # as in Qt
            return form.format(MISSING_CURSOR)

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(QtCore, "QLibrary", Broken)
    assert startup.platform_problem() is None  # offscreen was chosen
    monkeypatch.delenv("QT_QPA_PLATFORM")
    problem = startup.platform_problem()
    assert problem is not None
    assert problem.startswith("Qt needs the system library libxcb-cursor.so.0, which is not")
    assert "libxcb-cursor0" in problem


def test_another_complaint_of_the_linker_is_passed_on() -> None:
    problem = startup._missing_library("libQt6Gui.so.6: version `Qt_6.99' not found")
    assert problem.startswith("Qt cannot be loaded: libQt6Gui.so.6: version")


FILE_EVENTS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from inspector.gui.application import Application
app = Application("light", "en")
app.qt.sendEvent(app.qt, QFileOpenEvent(sys.argv[1]))
window = app.make_window()
window.show()
app.open_later(window, [])
def later():
    app.qt.sendEvent(app.qt, QFileOpenEvent(sys.argv[2]))
    print([view.path.name for view in window.tabs.views()])
    window.close()
QTimer.singleShot(100, later)
app.qt.exec()
"""


def test_files_that_arrive_as_events(tmp_path: Path) -> None:
    """As macOS hands them over: before there is a window, and later."""
    done = subprocess.run(
        [sys.executable, "-c", FILE_EVENTS, str(tmp_path / "a b.pt"), str(tmp_path / "模型.pt")],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "['a b.pt', '模型.pt']\n", "")
