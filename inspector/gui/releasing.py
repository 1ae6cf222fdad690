"""Letting go of a large file without a stutter.

The last reference to a document takes hundreds of thousands of objects with it, in one go and with
the interpreter held. So these are held a little longer than the window needs them, and then a
worker gives them up a few at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer

from inspector.gui.jobs import Jobs
from inspector.progress import Progress

_MANY = 5_000
_AT_ONCE = 500  # half a millisecond
_UNUSED_AFTER_MS = 500  # what showed them is deleted by then


def release_slowly(jobs: Jobs, *objects: Sequence[Any]) -> None:
    """Hold the items of `objects` until nothing shows them, then release them bit by bit.

    Short sequences are not held at all. Somebody else may go on using any of the items.
    """
    held = [item for sequence in objects if len(sequence) > _MANY for item in sequence]
    if not held:
        return

    def release(progress: Progress) -> None:
        while held:
            progress.report(0, 0, "")
            del held[-_AT_ONCE:]

    QTimer.singleShot(_UNUSED_AFTER_MS, jobs, lambda: jobs.start(jobs, release))
