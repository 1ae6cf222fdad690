"""All tensors and values as one list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from inspector.gui.document.tab_view import State
from inspector.gui.settings import Settings
from tests.gui.conftest import OpenWindow, front
from tests.gui.test_copying import clipboard
from tests.gui.test_filter import shown

WEIGHTS = ["model.0.weight", "model.1.weight", "model.head.weight", "model.tied.weight"]


def test_a_list_and_back(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    pane = front(window).tree_pane
    before = shown(window)
    row = pane.tree.row_at(("model", "0.weight"))
    pane.view.go_to(row)
    qtbot.keyClick(pane.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.actions_["flat_list"].isChecked()
    names = shown(window)
    assert names[:4] == ["epoch", "note", "model.0.weight", "model.0.bias"]
    assert len(names) == pane.tree.searched
    assert pane.view.selected_rows() == [row]
    window.actions_["copy_keys"].trigger()
    assert clipboard() == "0.weight"
    qtbot.keyClicks(pane.filter.edit, "model *.weight")
    assert shown(window) == WEIGHTS
    pane.filter.edit.clear()
    assert len(shown(window)) == pane.tree.searched
    assert Settings().is_flat
    qtbot.keyClick(pane.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert shown(window) == before
    assert pane.view.selected_rows() == [row]


def test_sorted_by_title(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    pane = front(window).tree_pane
    window.actions_["flat_list"].trigger()
    header = pane.view.header()
    for column, expected in ((0, "args.lr"), (5, "epoch")):
        place = header.sectionViewportPosition(column) + 10
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
        assert shown(window)[0] == expected
        ups = shown(window)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
        if column == 0:
            assert shown(window) == ups[::-1]
        else:
            assert shown(window)[0] in ("model.head.weight", "optimizer.state.4.momentum_buffer")


def test_links_lead_to_the_tree_and_reloading_stays_flat(
    qtbot, open_window: OpenWindow, small: Path
) -> None:
    window = open_window(small)
    window.actions_["flat_list"].trigger()
    view = front(window)
    view.tree_pane.view.go_to(view.tree_pane.tree.row_at(("args", "lr")))
    before = view.opened
    window.actions_["reload"].trigger()
    qtbot.waitUntil(lambda: view.opened not in (None, before), timeout=10_000)
    qtbot.waitUntil(lambda: view.state is State.OPEN)
    pane = view.tree_pane
    assert pane.model.is_flat
    assert [pane.tree.rows.path(row) for row in pane.view.selected_rows()] == [("args", "lr")]
    row = pane.tree.row_at(("optimizer",))
    pane.show_row(row)
    assert pane.view.selected_rows() == [row]


def test_a_tied_tensor_says_where_else_it_is(open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    pane = front(window).tree_pane
    pane.view.go_to(pane.tree.row_at(("model", "head.weight")))
    menu = QMenu(window)
    window.add_also_at(menu)
    also = menu.actions()[0].menu()
    assert len(also.actions()) == 1
    also.actions()[0].trigger()
    assert pane.view.selected_rows() == [pane.tree.row_at(("model", "tied.weight"))]
