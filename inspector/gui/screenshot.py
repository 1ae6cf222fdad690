"""A picture of the window with everything in it, for documents and tests."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from inspector.gui.application import Application
from inspector.gui.document.tab_view import State
from inspector.gui.main_window import MainWindow

# For PNG this is speed: 100 is stored, 0 is as small as it gets.
_QUALITY = 80
_BATCH_MS = 20  # between two looks at what is under way
_CALM_MS = 120  # work on large files begins a little after they are painted


def take(
    app: Application, window: MainWindow, paths: Sequence[Path], picture: Path, arrange: str = ""
) -> int:
    """Open `paths`, arranged as `MainWindow.open_arranged` says, paint once nothing is under way,
    write `picture`; the exit status."""
    window.show()
    window.open_arranged(paths, arrange)
    calm_ms = 0
    while calm_ms < _CALM_MS:
        is_busy = app.jobs.running or _is_under_way(window)
        calm_ms = 0 if is_busy else calm_ms + _BATCH_MS
        _settle(_BATCH_MS)
    was_written = window.grab().save(str(picture), "PNG", _QUALITY)
    status = _report(window)
    window.is_remembered = False
    window.close()
    if not was_written:
        print(f"inspector: {picture}: the picture could not be written.", file=sys.stderr)
        return 2
    return status


def _is_under_way(window: MainWindow) -> bool:
    """Whether a tab does not show yet what it will show; what was read is laid out in steps."""
    return any(view.state is State.OPENING for view in window.tabs.views()) or any(
        view.is_busy for view in window.tabs.comparisons()
    )


def _settle(for_ms: int = 0) -> None:
    """Let delayed layouts run."""
    loop = QEventLoop()
    QTimer.singleShot(for_ms, loop.quit)
    loop.exec()


def _report(window: MainWindow) -> int:
    """Say on stderr which files could not be opened; 2 if there is one."""
    status = 0
    for comparison in window.tabs.comparisons():
        if comparison.state is State.FAILED and comparison.error is not None:
            print(f"inspector: {comparison.title}: {comparison.error.message}", file=sys.stderr)
            status = 2
    for view in window.tabs.views():
        if view.state is State.FAILED and view.error is not None:
            print(f"inspector: {view.path}: {view.error.message}", file=sys.stderr)
            if view.error.hint:
                print(f"hint: {view.error.hint}", file=sys.stderr)
            status = 2
    return status
