"""The window's thread is not held up for long, whatever a person does to large files: one of 92,160
tensors, and one of 2 GB.

The promise is 50 ms. A gap that is measured on a machine that others use as well is up to twice as
long as on a quiet one, for all that the watchdog takes off; so twice the promise fails.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QTreeView, QWidget

from inspector.gui.detail.compute.page import CHART, LAYERS, MODULES, SCATTER
from inspector.gui.detail.pages import PAGES
from inspector.gui.detail.table_pane import TableView
from inspector.gui.diff.looks import SAME
from inspector.gui.itemmodels.index import KEY, SHAPE, SIZE
from inspector.gui.language import apply_language
from inspector.gui.main_window import MainWindow
from inspector.gui.theme import apply_theme
from tests.gui.conftest import OpenWindow, front
from tests.gui.large_samples import mixture_of_experts, program, training, two_gigabytes
from tests.gui.watchdog import Watchdog

LIMIT_MS = 2 * 50
ATTEMPTS = 3
LAST = "model.layers.179.mlp.experts.63.w7.weight"
DOWN, FILE_ORDER = Qt.SortOrder.DescendingOrder, -1


# The pages that are looked at in each of the files.
FOR_MANY = ("metadata", "compute", "health")
FOR_A_TENSOR = ("node", "distribution", "values", "heat", "bytes", "summary")
FOR_HUGE = ("summary", "metadata", "compute")
FOR_TRAINING = ("layers", "metadata", "compute", "summary")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """92,160 tensors of a mixture of experts."""
    return mixture_of_experts(tmp_path_factory.mktemp("many") / "moe.safetensors")


@pytest.fixture(scope="module")
def huge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2 GB in three tensors."""
    return two_gigabytes(tmp_path_factory.mktemp("huge") / "huge.safetensors")


class Watched:
    """Does things in a window, each until nothing is under way, or for `at_most_s`."""

    def __init__(self, qtbot, window: MainWindow) -> None:
        self.dog = Watchdog()
        self._qtbot = qtbot
        self._window = window

    def do(self, name: str, what: Callable[[], object], at_most_s: float = 60.0) -> None:
        with self.dog.phase(name):
            what()
            end = time.monotonic() + at_most_s
            self._qtbot.waitUntil(
                lambda: not self._window.jobs.running or time.monotonic() > end, timeout=120_000
            )
            self._qtbot.wait(60)

    def type_into(self, name: str, edit: QWidget, words: str) -> None:
        def type_them() -> None:
            for letter in words:
                QTest.keyClicks(edit, letter)
                self._qtbot.wait(5)

        self.do(name, type_them)

    def sort(self, name: str, view: QTreeView | QTableView, *columns: int) -> None:
        for column in (*columns, FILE_ORDER):
            self.do(f"{name} by column {column}", lambda at=column: view.sortByColumn(at, DOWN))

    def use_table(self, name: str, view: TableView, filter_edit: QLineEdit, words: str) -> None:
        """All that works on the whole of a page's table."""
        self.sort(name, view, 0, 2)
        self.type_into(f"filter of {name}", filter_edit, words)
        self.do(f"end of the filter of {name}", filter_edit.clear)
        self.do(f"all of {name}", view.selectAll)
        self.do(
            f"copy of {name}",
            lambda: QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
        )
        self.do(f"a letter on {name}", lambda: QTest.keyClick(view, Qt.Key.Key_Z))
        self.do(f"end of the filter of {name}", filter_edit.clear)


def check(do_it_all: Callable[[], Watched]) -> None:
    """What holds the window up does so every time; what else the machine does is not ours."""
    least: dict[str, float] = {}
    for _ in range(ATTEMPTS):
        for name, gap in do_it_all().dog.worst.items():
            least[name] = min(gap, least.get(name, gap))
        gaps = {name: round(gap) for name, gap in least.items() if gap > LIMIT_MS}
        if not gaps:
            return
    raise AssertionError(f"ms in which the window was dead: {gaps}")


def test_92160_tensors(qtbot, window: MainWindow, open_window: OpenWindow, many: Path) -> None:
    check(lambda: use_many(qtbot, window, open_window, many))


def test_a_comparison_of_92160_tensors(
    qtbot, window: MainWindow, many: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.safetensors"
    shutil.copyfile(many, other)
    with other.open("r+b") as file:
        file.seek(-64 * 1000, os.SEEK_END)
        file.write(b"\x3f" * 16)
    check(lambda: compare_many(qtbot, window, many, other))


def test_two_gigabytes(qtbot, window: MainWindow, open_window: OpenWindow, huge: Path) -> None:
    check(lambda: use_huge(qtbot, window, open_window, huge))


def test_a_training_of_92160_tensors(
    qtbot, window: MainWindow, open_window: OpenWindow, tmp_path: Path
) -> None:
    path = training(tmp_path / "training.pt")
    check(lambda: use_training(qtbot, window, open_window, path))


def test_a_long_program(qtbot, window: MainWindow, open_window: OpenWindow, tmp_path: Path) -> None:
    path = program(tmp_path / "program.pt")
    check(lambda: use_program(qtbot, window, open_window, path))


def test_every_page_is_looked_at() -> None:
    visited = {*FOR_MANY, *FOR_A_TENSOR, *FOR_HUGE, *FOR_TRAINING}
    assert visited | {"kernels", "optimizer", "source"} == {kind.name for kind in PAGES}


def use_many(qtbot, window: MainWindow, open_window: OpenWindow, many: Path) -> Watched:
    """All that works on the whole of a file."""
    watched = Watched(qtbot, window)
    watched.do("open", lambda: open_window(many))
    view = front(window)
    pane, details = view.tree_pane, view.details
    watched.do("get ready", lambda: qtbot.wait(300))
    for words in ("s.3 w1", r"/s\.3\d\.w", "shape:2x"):
        watched.type_into(f"filter {words}", pane.filter.edit, words)
        watched.do("end of the filter", pane.filter.edit.clear)
    watched.sort("tree", pane.view, KEY, SHAPE)
    watched.do("unfold", window.actions_["expand_all"].trigger)
    watched.sort("unfolded tree", pane.view, SIZE)
    watched.do("fold", window.actions_["collapse_all"].trigger)
    watched.do("flat list", window.actions_["flat_list"].trigger)
    watched.sort("flat list", pane.view, KEY, SIZE)
    watched.type_into("filter of the flat list", pane.filter.edit, "w1")
    watched.do("end of its filter", pane.filter.edit.clear)
    watched.do("a letter on the list", lambda: QTest.keyClick(pane.view, Qt.Key.Key_Z))
    watched.do("end of its filter", pane.filter.edit.clear)
    watched.do("select all", pane.view.selectAll)
    watched.do("copy", window.actions_["copy_table"].trigger)
    watched.do("tree again", window.actions_["flat_list"].trigger)
    watched.do("nothing selected", pane.view.clearSelection)
    watched.do("a tensor", lambda: pane.view.go_to(pane.tree.row_at((LAST,))))
    for page in FOR_A_TENSOR:
        watched.do(f"{page} of a tensor", lambda name=page: details.show_page(name))
    watched.do("no tensor", pane.view.clearSelection)
    for language in ("zh_CN", "en"):
        watched.do("another language", lambda name=language: apply_language(name))
    for theme in ("dark", "light"):
        watched.do("another theme", lambda name=theme: apply_theme(QApplication.instance(), name))
    for page in FOR_MANY:
        watched.do(page, lambda name=page: details.show_page(name))
    health = details.current_page()
    watched.do("check", health.start)
    assert len(health.rows) == 92_160
    watched.use_table("the report", health.table.view, health.table.filter.edit, "w1")
    watched.do("problems only", health.problems.toggle)
    details.show_page("compute")
    compute = details.current_page()
    assert len(compute.report.layers) == 92_160
    watched.use_table("the layers", compute.table.view, compute.table.filter.edit, "w1")
    for chosen in (MODULES, CHART, SCATTER, LAYERS):
        watched.do(f"look {chosen} at cost", lambda at=chosen: compute.choice.setCurrentIndex(at))
    watched.do("close", window.actions_["close"].trigger)
    return watched


def use_training(qtbot, window: MainWindow, open_window: OpenWindow, path: Path) -> Watched:
    """What lists layers, parameters and settings."""
    watched = Watched(qtbot, window)
    watched.do("open", lambda: open_window(path))
    view = front(window)
    pane, details = view.tree_pane, view.details
    assert len(view.opened.document.contents.tensors) == 92_160
    watched.do("optimizer", lambda: pane.view.go_to(pane.tree.row_at(("optimizer",))))
    table = details.current_page().parameters
    assert len(table.view.table.records) == 20_480
    watched.use_table("the parameters", table.view, table.filter.edit, "7.w")
    watched.do("no row", pane.view.clearSelection)
    for page in FOR_TRAINING:
        watched.do(page, lambda name=page: details.show_page(name))
    details.show_page("layers")
    table = details.current_page().table
    assert len(table.view.table.records) > 10_240
    watched.use_table("the layers", table.view, table.filter.edit, "7")
    details.show_page("metadata")
    metadata = details.current_page()
    watched.do("metadata as a table", metadata.as_table.click)
    watched.use_table("the settings", metadata.table, metadata.filter.edit, "7")
    watched.do("close", window.actions_["close"].trigger)
    return watched


def use_program(qtbot, window: MainWindow, open_window: OpenWindow, path: Path) -> Watched:
    """What reads code."""
    watched = Watched(qtbot, window)
    watched.do("open", lambda: open_window(path))
    details = front(window).details
    watched.do("source", lambda: details.show_page("source"))
    text = details.current_page().text
    assert text.document().blockCount() > 10_000
    watched.do("end of the text", lambda: text.moveCursor(QTextCursor.MoveOperation.End))
    watched.do("all of the text", text.selectAll)
    watched.do("copy of the text", text.copy)
    for theme in ("dark", "light"):
        watched.do("another theme", lambda name=theme: apply_theme(QApplication.instance(), name))
    watched.do("close", window.actions_["close"].trigger)
    return watched


def compare_many(qtbot, window: MainWindow, many: Path, other: Path) -> Watched:
    """From closed files until all values are compared, and what is done with the whole of it."""
    watched = Watched(qtbot, window)
    view = None

    def compare() -> None:
        nonlocal view
        view = window.comparing.compare(many, other)
        qtbot.waitUntil(lambda: not view.is_busy, timeout=120_000)

    watched.do("compare", compare)
    assert view is not None
    assert view.pane.model.tree.counts()[1] == 1
    watched.do("next", lambda: view.pane.step(1))
    watched.do("same", view.pane.counts.buttons[SAME].click)
    watched.type_into("filter of the comparison", view.pane.filter.edit, "w1")
    watched.do("end of its filter", view.pane.filter.edit.clear)
    view = None
    watched.do("close", window.actions_["close"].trigger, at_most_s=2.0)
    return watched


def use_huge(qtbot, window: MainWindow, open_window: OpenWindow, huge: Path) -> Watched:
    """All that reads the values of a tensor."""
    watched = Watched(qtbot, window)
    watched.do("open", lambda: open_window(huge))
    view = front(window)
    pane, details = view.tree_pane, view.details
    for key, pages in (
        ("embed.weight", ("node", "distribution", "values", "heat", "bytes")),
        ("head.weight", ("distribution", "heat")),
        ("conv.weight", ("kernels",)),
    ):
        row = pane.tree.row_at((key,))
        watched.do(f"select {key}", lambda row=row: pane.view.go_to(row), at_most_s=0.5)
        for page in pages:
            # What is under way is stopped when the next page comes to the front.
            watched.do(f"{page} of {key}", lambda name=page: details.show_page(name), at_most_s=0.7)
    values = "values of embed.weight"
    watched.do(values, lambda: pane.view.go_to(pane.tree.row_at(("embed.weight",))), 0.3)
    watched.do(values, lambda: details.show_page("values"), 0.3)
    table = details.current_page().table
    for place in (5_000, 15_000, 0):
        watched.do(values, lambda at=place: table.verticalScrollBar().setValue(at), 0.5)
    watched.do("file", pane.view.clearSelection)
    watched.type_into("filter", pane.filter.edit, "weight")
    watched.do("end of the filter", pane.filter.edit.clear)
    watched.sort("tree", pane.view, KEY, SIZE)
    watched.do("select all", pane.view.selectAll)
    watched.do("copy", window.actions_["copy_table"].trigger)
    watched.do("nothing selected", pane.view.clearSelection)
    for page in FOR_HUGE:
        watched.do(page, lambda name=page: details.show_page(name))
    watched.do("health", lambda: details.show_page("health"))
    health = details.current_page()
    watched.do("check", health.start, at_most_s=1.0)
    watched.do("stop", health.work.stop)
    watched.do("close", window.actions_["close"].trigger)
    return watched
