"""The absolute command that starts the program again: a desktop's PATH may lack ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from inspector.errors import InspectorError


def own_command() -> tuple[str, ...]:
    """The script beside this Python, or `PYTHON -m inspector` where that works from anywhere.

    Raises:
        InspectorError: The package is only found because of where this process was started.
    """
    folder = Path(sys.executable).parent
    # A program without a console on Windows; the same as the other elsewhere.
    names = ("inspector-window.exe",) if os.name == "nt" else ("inspector",)
    for name in names:
        if os.access(folder / name, os.X_OK):
            return (str(folder / name),)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    words = [sys.executable, "-c", "import inspector.desktop"]
    done = subprocess.run(
        words, cwd=folder.anchor, env=environment, capture_output=True, check=False
    )
    if done.returncode:
        raise InspectorError(
            "Inspector runs from its source folder, so a desktop could not start it.",
            hint="Install it first: pip install .",
        )
    return (sys.executable, "-m", "inspector")
