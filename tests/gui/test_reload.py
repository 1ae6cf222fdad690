"""A file that changes on disk while it is open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from inspector.gui.document.tab_view import State
from tests.gui.conftest import OpenWindow, front
from tests.gui.samples import small_checkpoint


@pytest.fixture
def training(small: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(small, tmp_path / "training.pt"))


def replace(path: Path) -> None:
    """As a careful trainer saves: a new file, moved over the old one."""
    fresh = small_checkpoint(path.with_suffix(".tmp"))
    fresh.replace(path)


def test_a_replaced_file_is_offered_and_read_again(
    qtbot, open_window: OpenWindow, training: Path
) -> None:
    window = open_window(training)
    view = front(window)
    pane = view.tree_pane
    pane.view.collapseAll()
    pane.view.expand(pane.model.index_of(pane.tree.row_at(("args",))))
    pane.view.header().resizeSection(2, 123)
    pane.view.go_to(pane.tree.row_at(("args", "lr")))
    assert view.banner.isHidden()
    for _ in range(2):  # the second replacement is the one that a single watch misses
        replace(training)
        qtbot.waitUntil(view.banner.isVisible, timeout=5000)
        assert "training.pt changed on disk" in view.banner.text.text()
        before = view.opened
        qtbot.mouseClick(view.banner.reload, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(
            lambda: view.state is State.OPEN and view.opened is not before,  # noqa: B023
            timeout=10_000,
        )
        assert view.banner.isHidden()
        pane = view.tree_pane
        assert [pane.tree.rows.path(row) for row in pane.view.selected_rows()] == [("args", "lr")]
        assert [pane.tree.rows.names[row] for row in pane.view.expanded_rows()] == ["args"]
        assert pane.view.header().sectionSize(2) == 123


def test_keep_keeps_until_it_changes_again(qtbot, open_window: OpenWindow, training: Path) -> None:
    window = open_window(training)
    view = front(window)
    replace(training)
    qtbot.waitUntil(view.banner.isVisible, timeout=5000)
    qtbot.mouseClick(view.banner.keep, Qt.MouseButton.LeftButton)
    assert view.banner.isHidden()
    (training.parent / "neighbour").write_bytes(b"x")
    qtbot.wait(900)
    assert view.banner.isHidden()
    training.unlink()
    qtbot.waitUntil(view.banner.isVisible, timeout=5000)
    assert "deleted or moved" in view.banner.text.text()
    assert not view.banner.reload.isVisible()


def test_reloading_keeps_the_filter(qtbot, open_window: OpenWindow, training: Path) -> None:
    window = open_window(training)
    view = front(window)
    before = view.opened
    qtbot.keyClicks(view.tree_pane.filter.edit, "weight")
    hits = view.tree_pane.filter.hits.text()
    window.actions_["reload"].trigger()
    qtbot.waitUntil(lambda: view.opened not in (None, before), timeout=10_000)
    qtbot.waitUntil(lambda: view.state is State.OPEN)
    assert view.tree_pane.filter.edit.text() == "weight"
    assert view.tree_pane.filter.hits.text() == hits
