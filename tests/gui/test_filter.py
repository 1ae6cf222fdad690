"""The filter box over the tree, typed into."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from inspector.gui.document import tree_view
from inspector.gui.document.flat_view import FlatView
from inspector.gui.main_window import MainWindow
from tests.gui.conftest import OpenWindow, front
from tests.gui.samples import many_tensors


def shown(window: MainWindow) -> list[str]:
    """The keys of the rows that are unfolded into view."""
    view = front(window).tree_pane.view
    if isinstance(view, FlatView):
        return [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    found, index = [], view.model().index(0, 0)
    while index.isValid():
        found.append(index.data())
        index = view.indexBelow(index)
    return found


def test_typing_narrows_and_counts(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    pane = front(window).tree_pane
    window.actions_["find"].trigger()
    assert pane.filter.edit.hasFocus()
    before = shown(window)
    qtbot.keyClicks(pane.filter.edit, "model 0")
    assert shown(window) == ["model", "0", "weight", "bias"]
    assert pane.filter.hits.text() == "2 of 34"
    assert "40 parameters" in pane.filter.hits.toolTip()
    qtbot.keyClick(pane.filter.edit, Qt.Key.Key_Escape)
    assert pane.filter.edit.text() == ""
    assert shown(window) == before
    assert not pane.filter.hits.isVisible()


@pytest.mark.parametrize("is_flat", [False, True])
def test_letters_on_the_rows_go_to_the_filter(
    qtbot, open_window: OpenWindow, small: Path, is_flat: bool
) -> None:
    window = open_window(small)
    pane = front(window).tree_pane
    pane.show_flat(is_flat)
    pane.view.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Home):
        qtbot.keyClick(pane.view, key)
    assert pane.filter.edit.text() == ""
    qtbot.keyClick(pane.view, "t")
    assert pane.filter.edit.hasFocus()
    qtbot.keyClicks(pane.filter.edit, "ied")
    assert pane.filter.edit.text() == "tied"


def test_letters_on_a_table_go_to_its_filter(qtbot, open_window: OpenWindow, small: Path) -> None:
    view = front(open_window(small))
    view.details.show_page("metadata")
    page = view.details.current_page()
    for rows in (page.tree, page.table):
        page.filter.edit.clear()
        page.as_table.setChecked(rows is page.table)
        rows.setFocus()
        qtbot.keyClick(rows, "l")
        assert page.filter.edit.hasFocus()
        assert page.filter.edit.text() == "l"


def test_escape_twice_and_down_lead_to_the_tree(
    qtbot, open_window: OpenWindow, small: Path
) -> None:
    window = open_window(small)
    pane = front(window).tree_pane
    window.actions_["find"].trigger()
    qtbot.keyClicks(pane.filter.edit, "tied")
    qtbot.keyClick(pane.filter.edit, Qt.Key.Key_Down)
    assert pane.view.hasFocus()
    assert pane.view.currentIndex().isValid()
    window.actions_["find"].trigger()
    qtbot.keyClick(pane.filter.edit, Qt.Key.Key_Escape)
    assert pane.filter.edit.hasFocus()
    qtbot.keyClick(pane.filter.edit, Qt.Key.Key_Escape)
    assert pane.view.hasFocus()
    pane.view.go_to(pane.model.children_of(0)[0])
    qtbot.keyClick(pane.view, Qt.Key.Key_Up)
    assert pane.filter.edit.hasFocus()


def test_the_chosen_row_survives_a_filter_that_hides_it(
    qtbot, open_window: OpenWindow, small: Path
) -> None:
    window = open_window(small)
    view = front(window)
    pane = view.tree_pane
    row = pane.tree.row_at(("model", "0.weight"))
    pane.view.go_to(row)
    qtbot.keyClicks(pane.filter.edit, "epoch")
    assert pane.chosen_row() == row
    assert view.details.tabs.tabText(1) == "Selection"
    pane.filter.edit.clear()
    assert pane.view.currentIndex().internalId() == row


def test_unfolded_rows_are_unfolded_again(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    pane = front(window).tree_pane
    pane.view.collapseAll()
    pane.view.expand(pane.model.index_of(pane.tree.row_at(("args",))))
    before = shown(window)
    qtbot.keyClicks(pane.filter.edit, "exp lr weight")
    qtbot.keyClicks(pane.filter.edit, "zzz")
    assert shown(window) == []
    pane.filter.edit.clear()
    assert shown(window) == before


def test_clicking_a_title_sorts(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    view = front(window).tree_pane.view
    header = view.header()
    place = header.sectionViewportPosition(0) + 10
    for expected in (
        ["args", "epoch", "model", "note", "optimizer"],
        ["optimizer", "note", "model", "epoch", "args"],
        ["epoch", "note", "model", "optimizer", "args"],
    ):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
        model = view.model()
        assert [model.index(at, 0).data() for at in range(5)] == expected


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many_tensors(tmp_path_factory.mktemp("many") / "moe.pt", 92_160)


def test_ninety_thousand_tensors_are_no_pause(
    qtbot, qapp, open_window: OpenWindow, many: Path
) -> None:
    window = open_window(many)
    pane = front(window).tree_pane
    view = pane.view
    costs = []
    for words in (
        "experts.3 w1",
        "layers.17",
        "l*.w1.*",
        r"/s\.3\d\.w",
        "dtype:f size:>1 shape:2x",
    ):
        for letter in words:
            start = time.process_time()
            QTest.keyClicks(pane.filter.edit, letter)
            qapp.processEvents()
            view.viewport().repaint()
            costs.append(time.process_time() - start)
        pane.filter.edit.clear()
    assert sorted(costs)[len(costs) // 2] < 0.2, costs
    start = time.process_time()
    window.actions_["expand_all"].trigger()
    qapp.processEvents()
    assert time.process_time() - start < 4
    start = time.process_time()
    for step in range(50):
        view.verticalScrollBar().setValue(step * 1700)
        qapp.processEvents()
    assert (time.process_time() - start) / 50 < 0.1
    start = time.process_time()
    view.selectAll()
    qapp.processEvents()
    assert time.process_time() - start < 4
    assert "selected · 92,160 tensors · " in window.status.selection.text()


def test_selections_across_many_groups_are_refused_in_words(
    qtbot, open_window: OpenWindow, many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree_view, "EXPAND_LIMIT", 150_000)
    window = open_window(many)
    view = front(window).tree_pane.view
    window.actions_["expand_all"].trigger()
    view.go_to(1)
    start = time.process_time()
    qtbot.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert time.process_time() - start < 4
    assert "Too many groups" in window.status.currentMessage()


def test_a_tree_too_large_is_unfolded_in_part(
    open_window: OpenWindow, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(small)
    monkeypatch.setattr(tree_view, "EXPAND_LIMIT", 10)
    window.actions_["expand_all"].trigger()
    assert "too large" in window.status.currentMessage()
