"""What the next start finds again: open files and columns."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from inspector.analysis.diff.parts import Part
from inspector.gui.diff.index import COSINE, RESULT, SHARE
from inspector.gui.diff.opening import Place, Wanted
from inspector.gui.document.layout_history import CALM_MS
from inspector.gui.document.tab_view import State
from inspector.gui.jobs import Jobs
from inspector.gui.main_window import MainWindow
from inspector.gui.session import Session, from_text, missing_text
from inspector.gui.settings import Settings
from tests.gui.conftest import OpenWindow, front, wait_for_tabs
from tests.gui.diff_samples import pair_of_files, state
from tests.gui.test_diff_window import wait_for_diff
from tests.gui.test_filter import shown


def started(qtbot, jobs: Jobs, *paths: Path) -> MainWindow:
    window = MainWindow(jobs, Settings())
    qtbot.addWidget(window)
    window.show()
    window.open_session(paths)
    wait_for_tabs(qtbot, window)
    return window


def test_files_are_opened_again_if_wanted(
    qtbot, open_window: OpenWindow, small: Path, tmp_path: Path
) -> None:
    names = [Path(shutil.copy(small, tmp_path / f"{letter}.pt")) for letter in "abc"]
    window = open_window(*names)
    assert not Settings().restores_tabs
    window.actions_["restore_tabs"].trigger()
    window.tabs.setCurrentIndex(1)
    window.close()
    names[2].unlink()
    again = Jobs()
    second = started(qtbot, again)
    assert [view.path for view in second.tabs.views()] == names[:2]
    assert second.tabs.currentIndex() == 1
    assert second.actions_["restore_tabs"].isChecked()
    assert second.banner.isVisible()
    assert second.banner.text.text() == "Not opened again, because it was deleted or moved: c.pt"
    qtbot.mouseClick(second.banner.keep, Qt.MouseButton.LeftButton)
    assert not second.banner.isVisible()
    second.tabs.close_all()
    second.close()
    assert from_text(Settings().session).tabs == []
    assert again.close(5.0)


def test_comparisons_are_restored_with_what_was_chosen(
    qtbot, open_window: OpenWindow, tmp_path: Path
) -> None:
    """In their places: parts, tolerance, sides, alignments that were rejected."""
    import torch

    a, b = tmp_path / "a.pt", tmp_path / "b.pt"
    torch.save({"model": state(), "ema": state()}, a)
    torch.save({f"module.{key}": value for key, value in state().items()}, b)
    Settings().restores_tabs = True
    window = open_window(a)
    window.comparing.compare(a, b)
    whole = wait_for_diff(qtbot, window)
    whole.sides.tolerance.setCurrentIndex(3)
    whole.sides.tolerance.activated.emit(3)
    wait_for_diff(qtbot, window)
    whole.pane.names.reject.click()
    wait_for_diff(qtbot, window)
    qtbot.mouseClick(whole.sides.swap, Qt.MouseButton.LeftButton)
    wait_for_diff(qtbot, window)
    part = Part(("ema",), "layers.1.")
    window.comparing.show(Wanted(Place(a, Part(("model",), "layers.1.")), Place(a, part)))
    wait_for_diff(qtbot, window)
    open_window(b)
    window.tabs.setCurrentIndex(2)
    wanted = [view.wanted for view in window.tabs.comparisons()]
    assert wanted[0].rejected == {("prefix", "module.", "")}
    assert (wanted[0].a.path, wanted[0].rtol, wanted[0].atol) == (b, 1e-3, 1e-5)
    window.close()
    again = Jobs()
    second = started(qtbot, again)
    shown = second.tabs.every()
    assert [type(view).__name__ for view in shown] == [
        *("DocumentView", "DiffView", "DiffView", "DocumentView"),
    ]
    assert second.tabs.currentIndex() == 2
    assert [view.wanted for view in second.tabs.comparisons()] == wanted
    for view in second.tabs.comparisons():
        qtbot.waitUntil(lambda view=view: not view.is_busy, timeout=20_000)
        assert view.state is State.OPEN
    first, last = second.tabs.comparisons()
    assert first.sides.tolerance.currentText() == "rtol 0.001, atol 1e-05"
    assert all(rule.kind != "prefix" for rule in first.compared.outcome.structure.rules)
    assert last.sides.parts[1].currentText() == "ema.layers.1"
    assert last.pane.model.tree.counts() == [3, 0, 0, 0, 0, 0]
    second.close()
    assert again.close(5.0)


def test_a_comparison_without_one_of_its_files_is_told(
    qtbot, open_window: OpenWindow, tmp_path: Path
) -> None:
    pair = pair_of_files(tmp_path)
    Settings().restores_tabs = True
    window = open_window(pair[0])
    window.comparing.compare(*pair)
    wait_for_diff(qtbot, window)
    window.close()
    pair[1].unlink()
    again = Jobs()
    second = started(qtbot, again)
    assert [view.path for view in second.tabs.every()] == [pair[0]]
    assert second.banner.text.text().endswith("it was deleted or moved: epoch2.pt")
    second.close()
    pair[0].unlink()
    more = Jobs()
    third = started(qtbot, more)
    assert third.tabs.count() == 0
    assert third.welcome.isVisible()
    assert third.banner.isVisible()
    third.close()
    assert again.close(5.0)
    assert more.close(5.0)


def test_a_part_that_is_gone_since_is_told_in_its_tab(
    qtbot, open_window: OpenWindow, tmp_path: Path
) -> None:
    import torch

    pair = pair_of_files(tmp_path)
    Settings().restores_tabs = True
    window = open_window()
    part = Part(("model",))
    window.comparing.show(Wanted(Place(pair[0], part), Place(pair[1], part)))
    wait_for_diff(qtbot, window)
    window.close()
    torch.save(state(), pair[1])
    again = Jobs()
    second = started(qtbot, again)
    view = wait_for_diff(qtbot, second)
    assert view.state is State.FAILED
    assert view.error.message == "There is no entry 'model' to compare."
    second.close()
    assert again.close(5.0)


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "[]", "3", "{}", '{"tabs": 3, "front": 0}', '{"tabs": [{}], "front": 0}'),
        *('{"tabs": [3], "front": 0}', '{"tabs": [], "front": "x"}', '{"tabs": [{"file": 1}]}'),
        '{"tabs": [{"compare": [{"file": "a"}], "rejected": []}], "front": 0}',
        '{"tabs": [{"compare": [{"file": "a", "path": [], "prefix": ""}, {"file": "b", "path": [], '
        '"prefix": ""}], "rejected": [], "rtol": NaN, "atol": 0}], "front": 0}',
    ],
)
def test_damaged_settings_are_no_session(text: str) -> None:
    assert from_text(text) == Session()


def test_a_session_survives_its_text() -> None:
    path = Path("/folder/a.pt")
    wanted = Wanted(
        Place(path, Part(("callbacks", 0, "中"), "a.")),
        Place(Path("/b.pt")),
        frozenset([("content", "a", "b"), ("prefix", "module.", "")]),
        1e-3,
        0.5,
    )
    session = Session([path, wanted, Path("c d.pt")], 1)
    assert from_text(session.to_text()) == session
    kept, missing = session.without_missing()
    assert kept == Session([], 0)
    assert missing == [Path("/b.pt"), path, Path("c d.pt")]
    assert (
        missing_text(missing)
        == "Not opened again, because they were deleted or moved: b.pt, a.pt, c d.pt"
    )
    assert missing_text([*missing, path]).endswith(", c d.pt, …")


def test_columns_of_comparisons_are_chosen_kept_and_reset(
    qtbot, open_window: OpenWindow, tmp_path: Path
) -> None:
    pair = pair_of_files(tmp_path)
    window = open_window()
    window.comparing.compare(*pair)
    view = wait_for_diff(qtbot, window)
    tree, header = view.pane.tree, view.pane.tree.header()
    first = [header.sectionSize(column) for column in range(8)]
    menu = tree.columns_menu()
    titles = [action.text() for action in menu.actions() if action.isCheckable()]
    assert titles[:2] == ["epoch1.pt", "Result"]
    menu.actions()[5].trigger()
    assert header.sectionSize(COSINE) == 0
    room = tree.viewport().width()
    assert sum(header.sectionSize(column) for column in range(8)) == room, "the names have its room"
    header.resizeSection(RESULT, 150)
    assert sum(header.sectionSize(column) for column in range(8)) == room
    header.moveSection(header.visualIndex(SHARE), 1)
    qtbot.mouseClick(view.sides.swap, Qt.MouseButton.LeftButton)
    wait_for_diff(qtbot, window)
    assert header.sectionSize(RESULT) == 150, "another diff in the same tab leaves them alone"
    assert header.sectionSize(COSINE) == 0
    window.comparing.compare(pair[1], pair[1])
    other = wait_for_diff(qtbot, window).pane.tree
    assert other.header().sectionSize(RESULT) == 150
    assert other.header().sectionSize(COSINE) == 0
    assert other.header().visualIndex(SHARE) == 1
    window.actions_["reset_layout"].trigger()
    assert [other.header().sectionSize(column) for column in range(8)] == first
    assert [header.sectionSize(column) for column in range(8)] == first
    assert Settings().layout("diff-columns") is None


def test_a_column_that_a_narrow_window_drops_can_be_shown(
    qtbot, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window()
    window.resize(900, 700)
    window.comparing.compare(*pair_of_files(tmp_path))
    tree = wait_for_diff(qtbot, window).pane.tree
    assert tree.header().sectionSize(COSINE) == 0
    state = tree.columns()
    tree.header().resizeSection(RESULT, 99)
    assert tree.restore_header(tree.columns())
    assert tree.header().sectionSize(COSINE) == 0, "widths that were chosen do not bring it back"
    assert tree.restore_header(state)
    tree.columns_menu().actions()[5].trigger()
    assert tree.header().sectionSize(COSINE) > 0
    window.resize(1200, 700)
    tree.reset_columns()
    assert tree.header().sectionSize(COSINE) > 0
    window.resize(900, 700)
    assert tree.header().sectionSize(COSINE) == 0


def test_files_stay_closed_unless_wanted(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    window.close()
    again = Jobs()
    second = started(qtbot, again)
    assert second.tabs.count() == 0
    second.close()
    assert again.close(5.0)


def test_columns_are_chosen_kept_and_reset(
    qtbot, open_window: OpenWindow, small: Path, tmp_path: Path
) -> None:
    window = open_window(small)
    tree = front(window).tree_pane.view
    header = tree.header()
    first = [header.sectionSize(column) for column in range(6)]
    menu = tree.columns_menu()
    titles = [action.text() for action in menu.actions() if action.isCheckable()]
    assert titles == ["Shape / value", "dtype", "Device", "Parameters", "Size"]
    menu.actions()[2].trigger()
    assert header.sectionSize(3) == 0
    assert sum(header.sectionSize(column) for column in range(6)) == tree.viewport().width()
    header.moveSection(header.visualIndex(2), 1)
    header.resizeSection(1, 99)
    tree.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    order = shown(window)
    other = Path(shutil.copy(small, tmp_path / "other.pt"))
    window = open_window(other)
    header = front(window).tree_pane.view.header()
    assert header.sectionSize(3) == 0
    assert header.visualIndex(2) == 1
    assert header.sectionSize(1) == 99
    assert header.sortIndicatorSection() == 5
    assert shown(window) == order
    window.actions_["reset_layout"].trigger()
    assert [header.sectionSize(column) for column in range(6)] == first
    assert shown(window)[0] == "epoch"
    assert Settings().layout("columns") is None


def test_changes_of_the_layout_are_taken_back(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    view = front(window)
    header, splitter = view.tree_pane.view.header(), view.splitter
    undo = window.actions_["undo_layout"]
    first, sizes = [header.sectionSize(column) for column in range(6)], splitter.sizes()
    view.tree_pane.view.columns_menu().actions()[1].trigger()
    assert header.sectionSize(2) == 0
    qtbot.wait(CALM_MS + 50)
    splitter.moveSplitter(splitter.sizes()[0] - 100, 1)
    assert splitter.sizes() != sizes
    undo.trigger()
    assert splitter.sizes() == sizes
    assert header.sectionSize(2) == 0
    undo.trigger()
    assert [header.sectionSize(column) for column in range(6)] == first
    undo.trigger()
    assert "No column or pane was changed." in window.status.currentMessage()
    window.actions_["reset_layout"].trigger()
