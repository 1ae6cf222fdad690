"""`inspector` and `python -m inspector`: the command line, with the window behind it."""

from __future__ import annotations

import sys
from importlib import import_module

from inspector.cli.main import main as run_command


def main() -> int:
    """Run the command line; the exit status. Qt is imported only when a window is opened."""
    return run_command(window=lambda: import_module("inspector.gui.app"))


if __name__ == "__main__":
    sys.exit(main())
