"""The wheel: it holds everything, and works where only it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEEDED = ("hatchling", "pip")
MISSING = [name for name in NEEDED if find_spec(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {' '.join(MISSING)}")


def run(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "DISPLAY")}
    return subprocess.run(
        words,
        cwd=cwd,
        env={**kept, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`bin` of an environment that has the wheel alone; what it needs comes from this Python."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = run(*words, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    python = folder / "venv" / "bin" / "python"
    words = ["--python", str(python), "install", "--no-deps", "--no-index", "-q", str(wheel)]
    done = run(sys.executable, "-m", "pip", *words, cwd=folder)
    assert done.returncode == 0, done.stderr
    (site,) = (folder / "venv").glob("lib/python*/site-packages")
    (site / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python.parent


@pytest.fixture(scope="module")
def installed(scripts: Path) -> Path:
    """Where pip put the package."""
    return next(scripts.parent.glob("lib/python*/site-packages"))


def test_nothing_is_left_out(installed: Path) -> None:
    """Every file of the package and of `resources`, and nothing else."""
    expected = {
        path.relative_to(ROOT)
        for path in (ROOT / "inspector").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    expected |= {
        Path("inspector/_resources") / path.relative_to(ROOT / "resources")
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    found = {
        path.relative_to(installed)
        for path in (installed / "inspector").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert expected - found == set()
    assert found - expected == set()


def test_both_scripts_are_there(installed: Path) -> None:
    text = next(installed.glob("*.dist-info/entry_points.txt")).read_text(encoding="utf-8")
    assert "[console_scripts]\ninspector = inspector.__main__:main" in text
    assert "[gui_scripts]\ninspector-window = inspector.__main__:main" in text


def test_the_command_line_from_elsewhere(scripts: Path, installed: Path, tmp_path: Path) -> None:
    sample = installed / "inspector" / "_resources" / "samples" / "training.pt"
    found = run(str(scripts / "inspector"), "show", str(sample), cwd=tmp_path)
    assert found.stdout.startswith("training.pt — torch-zip 3"), found.stderr
    version = run(str(scripts / "inspector"), "--version", cwd=tmp_path).stdout
    assert f"({installed / 'inspector'})" in version


def test_the_window_from_elsewhere(scripts: Path, tmp_path: Path) -> None:
    """Icons, translations and help are found beside the installed package."""
    code = (
        "from inspector.gui import icons\n"
        "from inspector.gui.application import Application\n"
        "from inspector.gui.help_window import page_text\n"
        "app = Application('light', 'zh_CN'); window = app.make_window(); window.show()\n"
        "assert icons._source('inspector') and icons._source('folder-open')\n"
        "print(window.actions_['open'].text(), page_text('formats')[:8], window.size().width())\n"
        "window.welcome._samples.itemAt(0).widget().click()\n"
        "from PySide6.QtCore import QEventLoop\n"
        "loop = QEventLoop(); app.jobs.idle.connect(loop.quit); loop.exec()\n"
        "print([view.opened is not None for view in window.tabs.views()])\n"
        "window.close()\n"
    )
    where = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    found = run(str(scripts / "python"), "-c", code, cwd=tmp_path, **where)
    assert (found.returncode, found.stderr) == (0, "")
    first, second = found.stdout.splitlines()
    assert first.startswith("打开(&O)… ## 扩展名")
    assert second == "[True]"


@pytest.mark.skipif(sys.platform != "linux", reason="freedesktop's part")
@pytest.mark.parametrize("words", [["inspector"], ["python", "-m", "inspector"]], ids=" ".join)
def test_registering_what_is_installed(scripts: Path, tmp_path: Path, words: list[str]) -> None:
    """The very command that a person types; the desktop then starts what is installed."""
    home = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    command = [str(scripts / words[0]), *words[1:]]
    found = run(*command, "register", cwd=tmp_path, **home)
    assert found.returncode == 0, found.stderr
    entry = tmp_path / "applications" / "checkpoint-inspector.desktop"
    assert f"\nExec={scripts / 'inspector'} %F\n" in entry.read_text(encoding="utf-8")
    assert run(*command, "unregister", cwd=tmp_path, **home).returncode == 0
    assert not entry.exists()


def test_a_source_folder_is_not_registered(tmp_path: Path) -> None:
    """A desktop could not start it: it has neither this folder nor this PYTHONPATH."""
    site = Path(sysconfig.get_path("purelib"))
    if any(site.glob("checkpoint_inspector*")):
        pytest.skip("it is installed here")
    home = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    found = run(sys.executable, "-m", "inspector", "register", cwd=ROOT, **home)
    assert found.returncode == 2
    assert found.stderr.splitlines() == [
        "inspector: Inspector runs from its source folder, so a desktop could not start it.",
        "hint: Install it first: pip install .",
    ]
    assert list(tmp_path.iterdir()) == []
