"""Giving a file the edits that a comparison proposes: in its tab, where they can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.describe import visible
from inspector.edits.edit import Edit
from inspector.gui.document.document_view import DocumentView
from inspector.gui.document.tab_view import State
from inspector.gui.edits.words import edit_title
from inspector.gui.text import translate

if TYPE_CHECKING:
    from inspector.gui.diff.diff_view import DiffView
    from inspector.gui.document_tabs import DocumentTabs


def give_edits(tabs: DocumentTabs, diff: DiffView, path: Path, edits: Sequence[Edit]) -> None:
    """Apply `edits` to the document of `path`, which is opened for it where it is not. The
    comparison stays in front and is made again; where the edits are refused, the file's tab says
    why."""
    tabs.open_paths([path])
    view = tabs.current()
    if view is None or view.path != path:
        return
    tabs.setCurrentWidget(diff)

    def give() -> None:
        if view.state is State.OPENING:
            return
        if view.edits is None:
            tabs.setCurrentWidget(view)
            return
        _follow(tabs, diff, view, edits)
        view.edits.apply(edits)

    def when_open() -> None:
        if view.state is not State.OPENING:
            view.state_changed.disconnect(when_open)
            give()

    if view.state is State.OPENING:
        view.state_changed.connect(when_open)
    else:
        give()


def _follow(tabs: DocumentTabs, diff: DiffView, view: DocumentView, edits: Sequence[Edit]) -> None:
    """Once the edits are taken compare again, or show where they were refused."""
    owner = view.edits
    assert owner is not None

    def let_go() -> None:
        owner.changed.disconnect(taken)
        owner.refused.disconnect(refused)

    def taken() -> None:
        let_go()
        name = visible(view.path.name, 60)
        text = translate("Taking", "{name} was edited: {edit}. Save As in its tab writes it.")
        title = ", ".join(edit_title(edit) for edit in edits[:3])
        diff.message.emit(text.replace("{name}", name).replace("{edit}", visible(title, 120)))
        diff.refresh_requested.emit()

    def refused(_: object) -> None:
        let_go()
        tabs.setCurrentWidget(view)

    owner.changed.connect(taken)
    owner.refused.connect(refused)
