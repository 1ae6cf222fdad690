"""The absolute command that starts the program again: a desktop's PATH may lack ours."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import inspector
from inspector.errors import InspectorError, say

_WAIT_S = 60


def own_command() -> tuple[str, ...]:
    """The script that was started, or one that starts the same program from anywhere.

    Raises:
        InspectorError: The package is only found because of where this process was started.
    """
    for command in _candidates():
        if os.name == "nt" and command[0].endswith(".exe"):
            return command  # a program without a console cannot be asked
        if _starts_this_package(command):
            return command
    raise InspectorError(
        say("Inspector runs from its source folder, so a desktop could not start it."),
        hint=say("Install it first: pip install ."),
    )


def _candidates() -> Iterator[tuple[str, ...]]:
    beside = Path(sys.executable).parent
    if os.name == "nt":
        names = [beside / "inspector-window.exe", beside / "Scripts" / "inspector-window.exe"]
    else:
        started = Path(sys.argv[0]).absolute()  # a link, as pipx makes one, stays a link
        names = [started, beside / "inspector"]
    for path in names:
        if path.stem.startswith("inspector") and os.access(path, os.X_OK) and path.is_file():
            yield (str(path),)
    yield (sys.executable, "-m", "inspector")


def _starts_this_package(command: tuple[str, ...]) -> bool:
    """Whether `command`, as a desktop would run it, is this very package."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    try:
        done = subprocess.run(
            [*command, "--version"],
            cwd=Path(sys.executable).anchor,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_WAIT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return f"({Path(inspector.__file__).parent})" in done.stdout.partition("\n")[0]
