"""Giving a file the edits that a comparison proposes: in its tab, where they can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.edits.edit import Edit
from inspector.gui.document.document_view import DocumentView, State

if TYPE_CHECKING:
    from inspector.gui.main_window import MainWindow


def give_edits(window: MainWindow, path: Path, edits: Sequence[Edit]) -> None:
    """Apply `edits` to the document of `path`, which is opened for it where it is not."""
    window.open_paths([path])
    view = window.tabs.current()
    if view is None or view.path != path:
        return
    if view.state is State.OPEN:
        _apply(view, edits)
        return

    def when_open() -> None:
        if view.state is State.OPENING:
            return
        view.state_changed.disconnect(when_open)
        _apply(view, edits)

    view.state_changed.connect(when_open)


def _apply(view: DocumentView, edits: Sequence[Edit]) -> None:
    if view.edits is not None:
        view.edits.apply(edits)
