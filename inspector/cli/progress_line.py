"""Progress on standard error, for commands that read tensors."""

from __future__ import annotations

import sys
import time

from inspector.describe import size, visible
from inspector.progress import SILENT, Progress


class ProgressLine:
    """One line, where standard error is a terminal; it is gone afterwards."""

    def __init__(self) -> None:
        self._next = 0.0
        self._is_shown = False

    def __enter__(self) -> Progress:
        return Progress(self._show) if sys.stderr.isatty() else SILENT

    def _show(self, done: int, total: int, text: str) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + 0.1
            self._is_shown = True
            amount = f": {size(done)} of {size(total)}" if total else " …"
            sys.stderr.write(f"\r\x1b[K{visible(text, 60)}{amount}")
            sys.stderr.flush()

    def __exit__(self, *_: object) -> None:
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
