"""A picture of the window with everything in it, for documents and tests."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from inspector.gui.application import Application
from inspector.gui.document.document_view import State
from inspector.gui.main_window import MainWindow

# For PNG this is speed: 100 is stored, 0 is as small as it gets.
_QUALITY = 80


def take(app: Application, window: MainWindow, paths: Sequence[Path], picture: Path) -> int:
    """Open `paths`, paint once nothing is under way, write `picture`; the exit status."""
    window.show()
    window.open_paths(paths)
    if app.jobs.running:
        loop = QEventLoop()
        app.jobs.idle.connect(loop.quit)
        loop.exec()
    _settle()
    was_written = window.grab().save(str(picture), "PNG", _QUALITY)
    status = _report(window)
    window.close()
    if not was_written:
        print(f"inspector: {picture}: the picture could not be written.", file=sys.stderr)
        return 2
    return status


def _settle() -> None:
    """Let delayed layouts run."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


def _report(window: MainWindow) -> int:
    """Say on stderr which files could not be opened; 2 if there is one."""
    status = 0
    for view in window.tabs.views():
        if view.state is State.FAILED and view.error is not None:
            print(f"inspector: {view.path}: {view.error.message}", file=sys.stderr)
            if view.error.hint:
                print(f"hint: {view.error.hint}", file=sys.stderr)
            status = 2
    return status
