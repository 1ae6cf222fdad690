"""Progress in bytes, and the place where work can be stopped."""

from __future__ import annotations

from collections.abc import Callable


class Progress:
    """Told by core functions how far they are; may stop them by raising `Cancelled`.

    Args:
        on_report: Called with (bytes done, bytes in all or 0 when unknown, what is being done).
            May raise `inspector.errors.Cancelled`.
    """

    def __init__(self, on_report: Callable[[int, int, str], None] | None = None) -> None:
        self._on_report = on_report

    def report(self, done: int, total: int, text: str) -> None:
        """Say that `done` of `total` bytes are finished.

        Raises:
            Cancelled: The person stopped the work.
        """
        if self._on_report is not None:
            self._on_report(done, total, text)


SILENT = Progress()
