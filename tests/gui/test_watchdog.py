"""The window's thread is not held up for long, whatever a person does to large files: one of 92,160
tensors, and one of 2 GB.

The promise is 50 ms. A gap that is measured on a machine that others use as well is up to twice as
long as on a quiet one, for all that the watchdog takes off; so twice the promise fails.
"""

from __future__ import annotations

import json
import os
import shutil
import struct
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QTreeView, QWidget

from inspector.gui.diff.looks import SAME
from inspector.gui.itemmodels.index import KEY, SHAPE, SIZE
from inspector.gui.language import apply_language
from inspector.gui.main_window import MainWindow
from inspector.gui.theme import apply_theme
from tests.gui.conftest import OpenWindow, front
from tests.gui.watchdog import Watchdog

LIMIT_MS = 2 * 50
ATTEMPTS = 3
LAST = "model.layers.179.mlp.experts.63.w7.weight"
DOWN, FILE_ORDER = Qt.SortOrder.DescendingOrder, -1


def sparse_safetensors(path: Path, tensors: dict[str, tuple[str, tuple[int, ...], int]]) -> Path:
    """A file whose bytes are all zero and take no room on disk; (dtype, shape, bytes) by key."""
    header, end = {}, 0
    for key, (dtype, shape, nbytes) in tensors.items():
        header[key] = {"dtype": dtype, "shape": shape, "data_offsets": [end, end + nbytes]}
        end += nbytes
    text = json.dumps(header).encode()
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.truncate(8 + len(text) + end)
    return path


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """92,160 tensors of a mixture of experts."""
    names = (
        f"model.layers.{i // 512}.mlp.experts.{i // 8 % 64}.w{i % 8}.weight" for i in range(92_160)
    )
    path = tmp_path_factory.mktemp("many") / "moe.safetensors"
    return sparse_safetensors(path, {name: ("F32", (2, 4), 32) for name in names})


@pytest.fixture(scope="module")
def huge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2 GB in three tensors."""
    tensors = {
        "embed.weight": ("F32", (20_000, 20_000), 1_600_000_000),
        "head.weight": ("F16", (10_000, 20_000), 400_000_000),
        "conv.weight": ("F32", (64, 64, 3, 3), 147_456),
    }
    return sparse_safetensors(tmp_path_factory.mktemp("huge") / "huge.safetensors", tensors)


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
    watched.do("select all", pane.view.selectAll)
    watched.do("copy", window.actions_["copy_table"].trigger)
    watched.do("tree again", window.actions_["flat_list"].trigger)
    watched.do("nothing selected", pane.view.clearSelection)
    watched.do("a tensor", lambda: pane.view.go_to(pane.tree.row_at((LAST,))))
    for page in ("node", "distribution", "values", "heat", "bytes", "summary"):
        watched.do(f"{page} of a tensor", lambda name=page: details.show_page(name))
    watched.do("no tensor", pane.view.clearSelection)
    for language in ("zh_CN", "en"):
        watched.do("another language", lambda name=language: apply_language(name))
    for theme in ("dark", "light"):
        watched.do("another theme", lambda name=theme: apply_theme(QApplication.instance(), name))
    for page in ("metadata", "compute", "health"):
        watched.do(page, lambda name=page: details.show_page(name))
    health = details.current_page()
    watched.do("check", health.start)
    assert len(health.rows) == 92_160
    watched.sort("report", health.table.view, 0, 1, 3)
    watched.type_into("filter of the report", health.table.filter.edit, "w1")
    watched.do("end of the report's filter", health.table.filter.edit.clear)
    watched.do("problems only", health.problems.toggle)
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
    watched.do("health", lambda: details.show_page("health"))
    health = details.current_page()
    watched.do("check", health.start, at_most_s=1.0)
    watched.do("stop", health.work.stop)
    watched.do("close", window.actions_["close"].trigger)
    return watched
