"""The application: from paths to a window, or to a picture of one.

Qt is imported inside `run`, after the window is known to be wanted: empty window first, then numpy
and the file on a thread. torch, onnx and matplotlib are not imported on this path.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from inspector.desktop.one_window import Listener
from inspector.gui.startup import has_display, import_problem, name_process, platform_problem

__all__ = ["has_display", "run"]


def run(
    paths: Sequence[Path],
    screenshot: Path | None = None,
    size: tuple[int, int] | None = None,
    theme: str | None = None,
    language: str | None = None,
    listener: Listener | None = None,
    arrange: str = "",
) -> int:
    """Show the window with `paths` as tabs until it is closed; the exit status is returned.

    Args:
        screenshot: Write a picture of the window once everything in it is there, and return.
        size: Of the window, in device-independent pixels.
        theme, language: For this run only, in place of the settings.
        listener: Where later starts hand over their files.
        arrange: "compare" for one tab that compares the paths, as in `one_window.Request`.
    """
    if screenshot is not None and not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    problem = import_problem() or platform_problem()
    if problem is not None:
        print(f"inspector: {problem}", file=sys.stderr)
        return 2
    from inspector.desktop.windows import APP_USER_MODEL_ID
    from inspector.gui.application import Application

    name_process(APP_USER_MODEL_ID)
    app = Application(theme, language)
    window = app.make_window(size, for_picture=screenshot is not None)
    absolute = [path.absolute() for path in paths]
    if screenshot is None:
        window.show()
        app.open_later(window, absolute, arrange)
        if listener is not None:
            app.serve(window, listener)
        return app.qt.exec()
    from inspector.gui.screenshot import take

    return take(app, window, absolute, screenshot, arrange)
