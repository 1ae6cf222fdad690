"""Checkpoints to edit, and ways to wait for what edits lead to."""

from __future__ import annotations

from pathlib import Path

import torch

from inspector.gui.dialogs.edit_dialog import EditDialog
from inspector.gui.dialogs.save_dialog import SaveDialog
from inspector.gui.main_window import MainWindow
from tests.gui.conftest import front


def wrapped(path: Path, **more: object) -> Path:
    """A DataParallel checkpoint: {"state_dict": "module.…", "epoch": 3, "lr": 0.1}."""
    state = {f"module.{name}": torch.ones(4, 4) * at for at, name in enumerate(("a.w", "b.w"))}
    torch.save({"state_dict": {**state, **more}, "epoch": 3, "note": "x"}, path)
    return path


def colliding(path: Path) -> Path:
    """Stripping "module." gives "w" twice."""
    return wrapped(path, **{"a.w": torch.zeros(4, 4)})


def settled(qtbot, window: MainWindow) -> None:
    """Until no edit is being planned or shown."""
    edits = front(window).edits
    assert edits is not None
    qtbot.waitUntil(lambda: not edits.is_busy and window.jobs.running == 0, timeout=10_000)


def keys(window: MainWindow) -> list[str | None]:
    """The keys of the tensors, as they are shown."""
    tree = front(window).tree_pane.tree
    found = [tree.rows.key(row) for row in range(1, len(tree.rows)) if tree.rows.kind[row] == 2]
    assert found == [entry.key for entry in front(window).opened.document.contents.tensors]
    return found


def edit_dialog(qtbot, window: MainWindow, kind: type[EditDialog]) -> EditDialog:
    """The dialog of an edit that was just asked for."""
    dialog = window.editing.dialog
    assert isinstance(dialog, kind)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def save_dialog(qtbot, window: MainWindow) -> SaveDialog:
    """The Save dialog, once it has looked ahead."""
    qtbot.waitUntil(lambda: window.editing.saving.dialog is not None)
    dialog = window.editing.saving.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=10_000)
    return dialog
