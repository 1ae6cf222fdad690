"""The window with real files, clicks and keys."""

from __future__ import annotations

import contextlib
import os
import re
import threading
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton

from inspector.errors import InspectorError
from inspector.gui.document import document_view
from inspector.gui.document.state_pages import ErrorPage, OpeningPage
from inspector.gui.document.tab_view import State
from inspector.gui.main_window import MainWindow
from tests.gui.conftest import OpenWindow, front, wait_for_tabs

LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 102530333\n"


def error_page(window: MainWindow) -> ErrorPage:
    page = front(window).findChild(ErrorPage)
    assert page is not None
    assert page.isVisible()
    return page


def test_starts_empty_with_a_way_to_open(window: MainWindow) -> None:
    assert window.welcome.isVisible()
    assert window.windowTitle() == "Inspector"
    assert not window.actions_["close"].isEnabled()
    assert window.actions_["open"].isEnabled()


def test_opens_a_file(open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    view = front(window)
    assert view.state is State.OPEN
    assert window.windowTitle() == "epoch3.pt — Inspector"
    assert window.tabs.tabToolTip(0).endswith("epoch3.pt</qt>")
    assert window.status.totals.text() == "9 tensors · 120 parameters · 808 B"
    model = view.tree_pane.model
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
        "epoch", "note", "model", "optimizer", "args",
    ]  # fmt: skip


def test_selection_sums_in_the_status_bar(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    pane = front(window).tree_pane
    rows = [pane.tree.row_at(("model", key)) for key in ("0.weight", "0.bias")]
    for at, row in enumerate(rows):
        index = pane.model.index_of(row)
        pane.view.scrollTo(index)
        keys = Qt.KeyboardModifier.ControlModifier if at else Qt.KeyboardModifier.NoModifier
        place = pane.view.visualRect(index).center()
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, keys, place)
    assert window.status.selection.text() == "2 selected · 2 tensors · 40 parameters · 160 B"
    assert window.actions_["copy_keys"].isEnabled()
    window.actions_["copy_keys"].trigger()
    assert QGuiApplication.clipboard().text() == "0.weight\n0.bias"
    window.actions_["copy_paths"].trigger()
    assert QGuiApplication.clipboard().text().startswith('["model"]["0.weight"]')


def test_keyboard_alone(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    pane = front(window).tree_pane
    pane.view.collapseAll()
    pane.view.setFocus()
    pane.view.go_to(pane.tree.row_at(("model",)))
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    assert pane.view.isExpanded(pane.view.currentIndex())
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    assert pane.view.currentIndex().data() == "0"
    qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    qtbot.keyClick(pane.view, Qt.Key.Key_Left)
    assert not pane.view.isExpanded(pane.view.currentIndex())
    qtbot.keyClick(pane.view, Qt.Key.Key_Asterisk)
    assert pane.view.isExpanded(pane.model.index_of(pane.tree.row_at(("model", "0"))))


def test_panes_go_round_with_f6(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    view = front(window)
    seen = []
    view.tree_pane.filter.edit.setFocus()
    for _ in range(4):
        window.actions_["next_pane"].trigger()
        seen.append(window.focusWidget())
    assert seen[0] is view.tree_pane.view
    assert view.details.isAncestorOf(seen[1])
    assert seen[2] is window.tabs.tabBar()
    assert seen[3] is view.tree_pane.filter.edit


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("missing.pt", None, "does not exist"),
        ("empty.pt", b"", "empty"),
        ("resnet50.pth", LFS, "Git LFS pointer"),
        ("model.safetensors", b"<!DOCTYPE html><html><title>404</title></html>", "HTML page"),
        ("notes.pt", b"just some words\n" * 20, "text"),
        ("noise.bin", bytes(range(256)) * 9, ""),
    ],
)
def test_a_wrong_file_gets_a_sentence_in_its_tab(
    qtbot, open_window: OpenWindow, tmp_path: Path, name: str, content: bytes | None, expected: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    window = open_window(path)
    view = front(window)
    assert view.state is State.FAILED
    assert isinstance(view.error, InspectorError)
    page = error_page(window)
    assert page.sentence.text() == view.error.message
    assert page.sentence.textFormat() is Qt.TextFormat.PlainText
    assert expected.lower() in page.sentence.text().lower()
    if view.error.hint:
        assert page.hint.text() == view.error.hint


def test_a_folder_is_refused_in_words(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(tmp_path)
    assert front(window).state is State.FAILED
    assert error_page(window).sentence.text()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_no_permission(open_window: OpenWindow, small: Path, tmp_path: Path) -> None:
    path = tmp_path / "locked.pt"
    path.write_bytes(small.read_bytes())
    path.chmod(0)
    window = open_window(path)
    assert "may not be read" in error_page(window).sentence.text()


def test_no_permission_as_the_reader_words_it(
    open_window: OpenWindow, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("inspector.bytesource.os.open", refuse)
    window = open_window(small)
    assert "may not be read" in error_page(window).sentence.text()


def test_retry_and_close_after_an_error(
    qtbot, open_window: OpenWindow, small: Path, tmp_path: Path
) -> None:
    path = tmp_path / "late.pt"
    window = open_window(path)
    path.write_bytes(small.read_bytes())
    qtbot.mouseClick(error_page(window).retry, Qt.MouseButton.LeftButton)
    wait_for_tabs(qtbot, window)
    assert front(window).state is State.OPEN
    path.unlink()
    window.actions_["reload"].trigger()
    wait_for_tabs(qtbot, window)
    qtbot.mouseClick(error_page(window).close_tab, Qt.MouseButton.LeftButton)
    assert window.tabs.count() == 0
    assert window.welcome.isVisible()


def test_a_mistake_of_ours_shows_its_details(
    qtbot, open_window: OpenWindow, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inspector.gui import faults

    def fail(*_: object) -> None:
        raise ValueError("a bug of ours")

    monkeypatch.setattr(document_view, "open_for_window", fail)
    window = open_window(small)
    page = error_page(window)
    assert "made a mistake" in page.sentence.text()
    assert "a bug of ours" in faults.recorded.pop()
    assert window.tabs.count() == 1


def test_slow_opening_shows_progress_and_can_be_cancelled(
    qtbot, window: MainWindow, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = threading.Event()

    def crawl(path: Path, progress) -> None:
        try:
            for done in range(1000):
                progress.report(done * 1000, 1_000_000, "reading data.pkl")
                threading.Event().wait(0.01)
        finally:
            stopped.set()

    monkeypatch.setattr(document_view, "open_for_window", crawl)
    window.open_paths([small])
    qtbot.waitUntil(lambda: front(window).findChild(OpeningPage) is not None)
    page = front(window).findChild(OpeningPage)
    qtbot.waitUntil(lambda: "of 1.00 MB" in page._state.text())
    assert "reading data.pkl" in page._state.text()
    qtbot.mouseClick(page.cancel, Qt.MouseButton.LeftButton)
    assert front(window).state is State.STOPPED
    assert error_page(window).sentence.text() == "Opening was stopped."
    assert stopped.wait(5)


def test_closing_a_tab_stops_its_job(
    qtbot, window: MainWindow, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = threading.Event()

    def crawl(path: Path, progress) -> None:
        try:
            while True:
                progress.report(0, 0, "")
                threading.Event().wait(0.005)
        finally:
            stopped.set()

    monkeypatch.setattr(document_view, "open_for_window", crawl)
    window.open_paths([small])
    window.actions_["close"].trigger()
    assert window.tabs.count() == 0
    assert stopped.wait(5)
    qtbot.waitUntil(lambda: window.jobs.running == 0)


def test_tabs(qtbot, open_window: OpenWindow, small: Path, tmp_path: Path) -> None:
    others = [tmp_path / f"copy{at}.pt" for at in range(3)]
    for other in others:
        other.write_bytes(small.read_bytes())
    window = open_window(small, *others)
    tabs = window.tabs
    assert tabs.count() == 4
    window.actions_["next_tab"].trigger()
    assert front(window).path == others[0]
    window.actions_["previous_tab"].trigger()
    window.actions_["previous_tab"].trigger()
    assert front(window).path == others[2]
    open_window(small)
    assert tabs.count() == 4
    assert front(window).path == small
    middle = tabs.tabBar().tabRect(1).center()
    qtbot.mouseClick(tabs.tabBar(), Qt.MouseButton.MiddleButton, pos=middle)
    assert [view.path for view in tabs.views()] == [small, others[1], others[2]]
    button = tabs.tabBar().tabButton(0, tabs.tabBar().ButtonPosition.RightSide)
    assert isinstance(button, QToolButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [view.path for view in tabs.views()] == [others[1], others[2]]
    window.actions_["close_all"].trigger()
    assert window.welcome.isVisible()


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(QPoint(50, 50)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_dropped_files_are_opened(qtbot, window: MainWindow, small: Path, tmp_path: Path) -> None:
    other = tmp_path / "with space & 中文.pt"
    other.write_bytes(small.read_bytes())
    third = tmp_path / "third.pt"  # two files would be asked about
    third.write_bytes(small.read_bytes())
    drop(window, small, other, third)
    wait_for_tabs(qtbot, window)
    assert [view.state for view in window.tabs.views()] == [State.OPEN] * 3
    assert window.tabs.tabText(1) == "with space && 中文.pt"


def test_recent_files(qtbot, open_window: OpenWindow, small: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone.pt"
    gone.write_bytes(small.read_bytes())
    window = open_window(gone, small)
    window.actions_["close_all"].trigger()
    gone.unlink()
    window.recent.refresh()
    actions = [action for action in window.recent.actions() if action.text()]
    assert {action.text().split("   ")[0]: action.isEnabled() for action in actions[:2]} == {
        "epoch3.pt": True,
        "gone.pt": False,
    }
    assert actions[0].shortcut().toString() == "Ctrl+1"
    next(action for action in actions if action.text().startswith("epoch3")).trigger()
    wait_for_tabs(qtbot, window)
    assert front(window).path == small
    window.recent.actions()[-1].trigger()
    assert window.settings.recent == []


def test_the_page_about_the_file_leads_into_the_tree(
    qtbot, open_window: OpenWindow, small: Path
) -> None:
    from inspector.gui.detail.blocks import Link

    window = open_window(small)
    view = front(window)
    texts = [label.text() for label in view.details.findChildren(QLabel)]
    assert "120 parameters · 808 B · float32 + int64 · saved on cpu" in texts
    assert any(text.startswith("optimizer SGD · 1 param_group") for text in texts)
    link = next(each for each in view.details.findChildren(Link) if each.text() == "optimizer")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert view.tree_pane.view.currentIndex().data() == "optimizer"
    window.actions_["summary"].trigger()
    assert view.tree_pane.chosen_row() == 0


def test_fifty_files_leave_no_thread_and_no_handle(
    qtbot, open_window: OpenWindow, small: Path, tmp_path: Path
) -> None:
    """Opened, looked at, closed and opened again."""
    paths = [tmp_path / f"{at}.pt" for at in range(50)]
    for path in paths:
        path.write_bytes(small.read_bytes())

    def open_and_close() -> tuple[int, Counter[str]]:
        window = open_window(*paths)
        assert window.tabs.count() == 50
        view = front(window)
        view.tree_pane.show_row(view.opened.tree.row_at(("model", "0.weight")))
        for page in ("distribution", "values", "bytes"):
            view.details.show_page(page)
        view.check_tensors()
        qtbot.waitUntil(lambda: not window.jobs.running, timeout=30_000)
        window.actions_["close_all"].trigger()
        qtbot.waitUntil(lambda: not window.jobs.running and not window.tabs.count())
        qtbot.wait(50)
        assert QThreadPool.globalInstance().activeThreadCount() == 0
        return threading.active_count(), open_files()

    threads, handles = open_and_close()
    threads_again, handles_again = open_and_close()
    assert threads_again <= threads
    assert not handles_again - handles
    assert not any(str(path) in handles_again for path in paths)


def open_files() -> Counter[str]:
    """What this process holds open, as Linux lists it; the numbers of pipes change.

    Fonts are left out: matplotlib keeps a few of them for each thread.
    """
    found: Counter[str] = Counter()
    for link in Path("/proc/self/fd").glob("*"):
        with contextlib.suppress(OSError):
            name = re.sub(r"\[\d+\]", "", str(link.readlink()))
            found[name] += not name.endswith((".ttf", ".ttc", ".otf"))
    return found


def test_themes_are_chosen_in_the_menu(qapp, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    window.actions_["theme_dark"].trigger()
    assert qapp.palette().base().color().lightness() < 60
    assert window.settings.theme == "dark"
    window.actions_["theme_light"].trigger()
    assert qapp.palette().base().color().lightness() > 200


def test_the_divide_is_kept(qtbot, open_window: OpenWindow, small: Path, tmp_path: Path) -> None:
    window = open_window(small)
    front(window).splitter.moveSplitter(500, 1)
    front(window).splitter.splitterMoved.emit(500, 1)
    other = tmp_path / "other.pt"
    other.write_bytes(small.read_bytes())
    open_window(other)
    qtbot.waitUntil(lambda: abs(front(window).splitter.sizes()[0] - 500) <= 2)


def test_geometry_is_kept(qtbot, window: MainWindow) -> None:
    window.resize(700, 600)
    window.close()
    again = MainWindow(window.jobs, window.settings)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (700, 600)
