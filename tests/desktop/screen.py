"""A screen of its own, with a window manager and a home, for tests with real input.

Debian's packages: xvfb openbox xdotool x11-utils.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = ("Xvfb", "openbox", "xdotool", "xprop", "dbus-run-session")
PATIENCE_S = 60


def missing(*tools: str) -> str:
    """Which of `TOOLS` and `tools` are not installed, in words; "" where all are."""
    return " ".join(tool for tool in (*TOOLS, *tools) if shutil.which(tool) is None)


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

    def wait_for(self, look: Callable[[], str], patience_s: float = PATIENCE_S) -> str:
        """What `look` sees once it sees something."""
        deadline = time.monotonic() + patience_s
        while True:
            if seen := look():
                return seen
            if time.monotonic() > deadline:
                raise AssertionError(f"nothing to be seen: {self.titles()}")
            time.sleep(0.1)

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

    def double_click_until(self, window: str, at: tuple[int, int], look: Callable[[], str]) -> str:
        """What is seen after a double-click; a file manager that was not ready gets another."""
        for _ in range(5):
            self.double_click(window, at)
            with suppress(AssertionError):
                return self.wait_for(look, PATIENCE_S / 5)
        return self.wait_for(look, 0.1)

    def close(self) -> None:
        """End everything, the screen last."""
        for process in reversed(self._started):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def desktop() -> Iterator[Desktop]:
    """A screen that ends with the block."""
    folder = Path(tempfile.mkdtemp(prefix="dc-"))  # short, as the address of a socket must be
    made = Desktop(folder)
    try:
        yield made
    finally:
        made.close()
        shutil.rmtree(folder, ignore_errors=True)


def program(folder: Path) -> Path:
    """A script that starts this checkout, as an installed one would be started."""
    path = folder / "inspector"
    text = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m inspector "$@"\n'
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path
