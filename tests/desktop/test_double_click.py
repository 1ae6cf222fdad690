"""A person's double-click in a file manager, on a screen of its own.

Debian's packages: xvfb openbox xdotool x11-utils pcmanfm dbus shared-mime-info desktop-file-utils.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inspector.desktop import linux
from inspector.desktop.file_types import ID
from inspector.desktop.linux import Places
from tests.make.tensors import View, floats
from tests.make.torch_zip import torch_zip

ROOT = Path(__file__).parents[2]
TOOLS = (
    "Xvfb openbox xdotool xprop pcmanfm dbus-run-session update-mime-database "
    "update-desktop-database"
).split()
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {' '.join(MISSING)}")
PATIENCE_S = 60
# Where a file manager of this size shows its first two files, in pixels of its own window.
FIRST, SECOND = (205, 98), (300, 98)


class Desktop:
    """A screen with a window manager, a home, and whatever is started on it."""

    def __init__(self, folder: Path) -> None:
        self.home = folder
        self._started: list[subprocess.Popen[bytes]] = []
        names = {"CONFIG_HOME": "config", "DATA_HOME": "data", "CACHE_HOME": "cache"}
        kept = ("PATH", "LANG", "XDG_DATA_DIRS", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ}
        self.environment |= {f"XDG_{name}": str(folder / sub) for name, sub in names.items()}
        self.environment |= {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder / "run")}
        (folder / "run").mkdir(mode=0o700)
        self.environment["DISPLAY"] = self._screen()
        self.start("openbox")

    def _screen(self) -> str:
        """A display that Xvfb chose, so that no two runs meet."""
        read, write = os.pipe()
        words = [
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            "1280x900x24",
            "-nolisten",
            "tcp",
        ]
        self._started.append(subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as pipe:
            return f":{pipe.readline().strip()}"

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Run a program until the desktop ends."""
        process = subprocess.Popen(
            words,
            env=self.environment,
            cwd=self.home,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._started.append(process)
        return process

    def xdotool(self, *words: str) -> str:
        """What it prints; nothing where it finds nothing."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def wm_class(self, window: str) -> str:
        """The names of the program that a window says it belongs to."""
        words = ["xprop", "-id", window, "WM_CLASS"]
        return subprocess.run(
            words, env=self.environment, capture_output=True, text=True, check=True
        ).stdout

    def wait_for(self, look: Callable[[], str]) -> str:
        """What `look` sees once it sees something."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            if seen := look():
                return seen
            time.sleep(0.1)
        raise AssertionError(f"nothing to be seen: {self.titles()}")

    def titles(self) -> list[str]:
        """Of all windows that are shown."""
        found = self.xdotool("search", "--onlyvisible", "--name", ".").split()
        return [self.xdotool("getwindowname", window) for window in found]

    def double_click(self, window: str, at: tuple[int, int]) -> None:
        """Move the mouse there and press twice."""
        self.xdotool("windowactivate", "--sync", window)
        self.xdotool("mousemove", "--window", window, *map(str, at))
        time.sleep(0.2)
        self.xdotool("click", "--repeat", "2", "--delay", "80", "1")

    def close(self) -> None:
        """End everything, the screen last."""
        for process in reversed(self._started):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    folder = Path(tempfile.mkdtemp(prefix="dc-"))  # short, as the address of a socket must be
    made = Desktop(folder)
    yield made
    made.close()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def files(desktop: Desktop) -> Path:
    """A folder with two checkpoints, one of which only its content tells."""
    folder = desktop.home / "files"
    folder.mkdir()
    for name in ("epoch 1.pt", "pytorch_model.bin"):
        (folder / name).write_bytes(torch_zip({"w": View(floats("0", 6), (2, 3))}))
    program = desktop.home / "inspector"
    text = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m inspector "$@"\n'
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)
    places = Places(desktop.home / "data", desktop.home / "config", desktop.environment)
    linux.register(places, (str(program),))
    return folder


def pid_of(desktop: Desktop, window: str) -> int:
    return int(desktop.xdotool("getwindowpid", window))


def test_double_clicks_open_one_window(desktop: Desktop, files: Path) -> None:
    desktop.start("dbus-run-session", "--", "pcmanfm", str(files))
    manager = desktop.wait_for(
        lambda: desktop.xdotool("search", "--onlyvisible", "--name", "^files$")
    ).split()[-1]
    time.sleep(1.0)  # it lists the folder after it shows itself
    desktop.double_click(manager, FIRST)
    ours = desktop.wait_for(
        lambda: desktop.xdotool("search", "--onlyvisible", "--name", "^epoch 1.pt — Inspector$")
    )
    try:
        assert len(ours.split()) == 1
        assert f'"{ID}"' in desktop.wm_class(ours)  # as StartupWMClass promises
        desktop.double_click(manager, SECOND)
        title = "^pytorch_model.bin — Inspector$"
        same = desktop.wait_for(lambda: desktop.xdotool("search", "--onlyvisible", "--name", title))
        assert same == ours  # a tab in the window that is there
        assert desktop.wait_for(lambda: desktop.xdotool("getactivewindow")) == ours
    finally:
        os.kill(pid_of(desktop, ours.split()[0]), 15)
