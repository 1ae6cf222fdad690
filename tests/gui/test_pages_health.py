"""The pages with the health of the values, the layers, and the anatomy of a file."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from inspector.analysis.anatomy import STRUCTURE
from inspector.analysis.roles import _FIXED, NAMES, NOTHING, OTHER, STATE_DICT_ROLES
from inspector.edits.dropping import Drop
from inspector.edits.keys import Rename
from inspector.gui.detail.anatomy_lines import (
    PartLine,
    module_lines,
    origin_facts,
    part_lines,
    storage_facts,
)
from inspector.gui.detail.anatomy_view import AnatomyBar, percent
from inspector.gui.detail.health_page import HealthPage
from inspector.gui.detail.layers_page import LayersPage
from inspector.gui.detail.pages import suited
from inspector.gui.detail.subject import Subject
from inspector.gui.document import opening
from inspector.gui.document.opening import Opened
from inspector.gui.language import apply_language
from inspector.gui.theme import ROLES
from inspector.resources import resource
from tests.gui.conftest import OpenWindow, front
from tests.gui.samples import opened_of, tensor, tree
from tests.make import onnx_files


@pytest.fixture(scope="module")
def sick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """NaN, Inf, zeros and a constant in a small model."""
    import torch

    weights = {
        "conv.weight": torch.arange(1.0, 9.0).reshape(2, 4),
        "nan.weight": torch.tensor([[1.0, float("nan")], [2.0, 3.0]]),
        "inf.bias": torch.tensor([1.0, float("-inf")]),
        "zero.weight": torch.zeros(3, 3),
        "dead.weight": torch.tensor([[0.0, 0.0], [1.0, 2.0]]),
        "one.weight": torch.ones(4),
    }
    path = tmp_path_factory.mktemp("samples") / "sick.pt"
    torch.save({"model": weights, "epoch": 1}, path)
    return path


def checked(qtbot, window) -> HealthPage:
    view = front(window)
    view.details.show_page("health")
    page = view.details.current_page()
    assert isinstance(page, HealthPage)
    qtbot.mouseClick(page.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.rows) and not page.work.is_busy)
    return page


def test_a_check_finds_what_is_wrong(qtbot, open_window: OpenWindow, sick: Path) -> None:
    page = checked(qtbot, open_window(sick))
    found = {row.entry.key: row.text for row in page.rows}
    assert found == {
        "nan.weight": "1 NaN",
        "inf.bias": "1 Inf",
        "zero.weight": "all zero",
        "dead.weight": "1 of 2 rows dead",
        "one.weight": "constant 1",
        "conv.weight": "ok",
    }
    assert [row.entry.key for row in page.rows][:2] == ["nan.weight", "inf.bias"]
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert any(text.startswith("6 tensors checked: 1 with NaN, 1 with Inf") for text in texts)


def test_problems_are_marked_in_the_tree(qtbot, open_window: OpenWindow, sick: Path) -> None:
    window = open_window(sick)
    checked(qtbot, window)
    tree_ = front(window).opened.tree
    assert tree_.badges[tree_.row_at(("model", "nan.weight"))] == ("error", "1 NaN")
    assert tree_.badges[tree_.row_at(("model",))] == ("error", "")
    assert tree_.row_at(("model", "one.weight")) not in tree_.badges
    window.grab()


def test_the_report_sorts_filters_and_leads_on(qtbot, open_window: OpenWindow, sick: Path) -> None:
    window = open_window(sick)
    page = checked(qtbot, window)
    table = page.table.view.table
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.mouseClick(page.problems, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert table.rowCount() == 5
    titles = [column.title for column in table.columns]
    table.sort(titles.index("Zeros"), Qt.SortOrder.DescendingOrder)
    assert table.record(0).entry.key == "zero.weight"
    qtbot.keyClicks(page.table.filter.edit, "inf")
    assert [table.record(at).entry.key for at in range(table.rowCount())] == ["inf.bias"]
    qtbot.keyClick(page.table.filter.edit, Qt.Key.Key_Down)
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    view = front(window)
    assert view.opened.tree.rows.path(view.tree_pane.chosen_row()) == ("model", "inf.bias")


def test_the_report_is_exported(qtbot, open_window: OpenWindow, sick: Path, tmp_path: Path) -> None:
    page = checked(qtbot, open_window(sick))
    for name in ("report.csv", "report.json", "report.md"):
        page.export_to(tmp_path / name)
        qtbot.waitUntil(lambda: not page.work.is_busy)
    rows = list(csv.DictReader((tmp_path / "report.csv").read_text("utf-8").splitlines()))
    assert rows[0]["path"] == "model / nan.weight"
    assert (rows[0]["nan"], rows[0]["shape"]) == ("1", "2 x 2")
    records = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [record["marks"] for record in records][:2] == ["1 NaN", "1 Inf"]
    assert (tmp_path / "report.md").read_text("utf-8").startswith("| path | key |")
    page.export_to(tmp_path / "missing" / "report.csv")
    qtbot.waitUntil(lambda: not page.work.is_busy)
    assert any("report.csv" in label.text() for label in page.findChildren(QLabel))


def test_a_stopped_check_keeps_what_it_found(qtbot, open_window: OpenWindow, sick: Path) -> None:
    window = open_window(sick)
    page = checked(qtbot, window)
    page.start()
    page.work.stop()
    assert not page.work.is_busy
    assert page.check.isEnabled()

    def said() -> bool:
        texts = [label.text() for label in page.findChildren(QLabel)]
        return any(text.startswith("Stopped before all 6 tensors") for text in texts)

    qtbot.waitUntil(said)


def test_no_tensors_nothing_to_check(qtbot) -> None:
    page = HealthPage()
    qtbot.addWidget(page)
    page.show_subject(Subject(opened_of(tree({"epoch": 1, "b": 2})), 0))
    assert not page.check.isEnabled()
    assert "no tensors" in page.note.text()


def test_an_edit_keeps_the_badges_of_what_it_leaves(
    qtbot, open_window: OpenWindow, sick: Path
) -> None:
    window = open_window(sick)
    checked(qtbot, window)
    view = front(window)
    view.edits.apply([Rename("nan", "was_nan"), Drop("model.inf*")])
    qtbot.waitUntil(lambda: bool(view.opened.tree.row_at(("model", "was_nan.weight"))))
    tree_ = view.opened.tree
    assert tree_.badges[tree_.row_at(("model", "was_nan.weight"))] == ("error", "1 NaN")
    view.details.show_page("health")
    page = view.details.current_page()
    assert isinstance(page, HealthPage)
    keys = [record.entry.key for record in page.rows]
    assert keys[:2] == ["was_nan.weight", "zero.weight"]
    view.edits.undo()
    qtbot.waitUntil(lambda: bool(view.opened.tree.row_at(("model", "inf.bias"))))
    tree_ = view.opened.tree
    assert tree_.badges[tree_.row_at(("model", "inf.bias"))] == ("error", "1 Inf")


# -- anatomy ----------------------------------------------------------------------------------


def lines_of(opened: Opened) -> list[PartLine]:
    assert opened.anatomy is not None
    return part_lines(opened, opened.anatomy)


def test_every_entry_has_a_role_and_its_bytes(open_window: OpenWindow, small: Path) -> None:
    opened = front(open_window(small)).opened
    lines = {line.name: line for line in lines_of(opened)}
    assert {name: line.role for name, line in lines.items()} == {
        "epoch": "metadata",
        "note": "metadata",
        "model": "weights",
        "optimizer": "optimizer",
        "args": "hyper-parameters",
        "structure": "structure",
    }
    assert sum(line.nbytes for line in lines.values()) == small.stat().st_size
    assert lines["model"].row == opened.tree.row_at(("model",))
    assert lines["model"].text.startswith("state_dict · 9 tensors")


def test_every_role_of_the_core_has_a_look(qapp) -> None:
    roles = {role for role, _ in NAMES} | {*_FIXED.values(), *STATE_DICT_ROLES.values()}
    assert roles | {OTHER, NOTHING, STRUCTURE} <= ROLES.keys()
    assert all((resource("icons") / f"{role.icon}.svg").exists() for role in ROLES.values())


def test_a_large_file_is_looked_through_later(
    qtbot, open_window: OpenWindow, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_TENSORS_AT_ONCE", 0)
    view = front(open_window(small))
    assert view.opened.anatomy is None
    page = view.details.current_page()
    qtbot.waitUntil(lambda: page.findChild(AnatomyBar) is not None)
    names = {part.name for _, part in page.findChild(AnatomyBar).segments()}
    assert names == {"model", "optimizer", "structure"}


def test_a_click_on_the_bar_selects_the_entry(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    view = front(window)
    bar = view.details.current_page().findChild(AnatomyBar)
    rect, part = bar.segments()[-1]
    assert part.name == "structure"
    rect, part = bar.segments()[-2]
    assert part.name == "optimizer"
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert view.opened.tree.rows.path(view.tree_pane.chosen_row()) == ("optimizer",)


def test_segments_fill_the_bar_and_none_vanishes(qtbot) -> None:
    opened = opened_of(tree({"big": tensor(10_000), "tiny": tensor(1), "other": tensor(1)}))
    bar = AnatomyBar(lines_of(opened))
    qtbot.addWidget(bar)
    bar.resize(200, 24)
    rects = [rect for rect, _ in bar.segments()]
    assert len(rects) == 1 or all(rect.width() >= 2.9 for rect in rects)
    assert rects[-1].right() == pytest.approx(200)


def test_modules_past_shared_prefixes(qapp) -> None:
    weights = tree(
        {
            "model.encoder.a": tensor(4),
            "model.encoder.b": tensor(4),
            "model.head.weight": tensor(2),
        }
    )
    opened = opened_of(tree({"state": weights, "epoch": 1}))
    assert opened.anatomy is not None
    modules = module_lines(opened, opened.anatomy.modules[0][1])
    assert [(module.name, module.parameters) for module in modules] == [("encoder", 8), ("head", 2)]
    paths = [opened.tree.rows.path(module.row) for module in modules]
    assert paths == [("state", "model.encoder"), ("state", "model.head.weight")]


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, "0.0 %"), (0.0004, "< 0.1 %"), (0.335, "33.5 %"), (1.0, "100 %")]
)
def test_percent(share: float, expected: str) -> None:
    assert percent(share) == expected


# -- layers -----------------------------------------------------------------------------------


def test_layers_of_a_pickled_module(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    import torch

    path = tmp_path / "module.pt"
    torch.save(torch.nn.Sequential(torch.nn.Linear(4, 2), torch.nn.ReLU()), path)
    window = open_window(path)
    view = front(window)
    view.details.show_page("layers")
    page = view.details.current_page()
    assert isinstance(page, LayersPage)
    table = page.table.view.table
    qtbot.waitUntil(lambda: table.rowCount() == 3)
    rows = [[column.text(table.record(at)) for column in table.columns] for at in range(3)]
    assert [row[:2] for row in rows] == [
        ["(the module itself)", "Sequential"],
        ["0", "Linear"],
        ["1", "ReLU"],
    ]
    assert "in_features=4, out_features=2" in rows[1][3]
    assert rows[1][4] == "weight 2×4, bias 2"
    page.table.view.setCurrentIndex(table.index(1, 0))
    qtbot.mouseClick(page.table.jump, Qt.MouseButton.LeftButton)
    assert view.opened.tree.rows.path(view.tree_pane.chosen_row()) == ("0",)


def test_nodes_of_onnx_with_what_they_need(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "a.onnx"
    path.write_bytes(conv_model())
    view = front(open_window(path))
    view.details.show_page("layers")
    page = view.details.current_page()
    table = page.table.view.table
    qtbot.waitUntil(lambda: table.rowCount() == 2)
    rows = [[column.text(table.record(at)) for column in table.columns] for at in range(2)]
    assert rows[0][:2] == ["conv", "Conv"]
    assert rows[0][3:] == ["kernel_shape=(3, 3)", "x, w", "y", "w 2"]
    assert rows[1][:2] == ["z", "Relu"]
    assert page.note.text() == "2 nodes: 1 × Conv, 1 × Relu"
    page.table.view.setCurrentIndex(table.index(0, 0))
    qtbot.mouseClick(page.table.jump, Qt.MouseButton.LeftButton)
    assert view.opened.tree.rows.path(view.tree_pane.chosen_row())[-1] == "w"


def conv_model() -> bytes:
    from onnx import helper

    weight = onnx_files.tensor("w", (2,), onnx_files.FLOAT, onnx_files.raw(bytes(8)))
    conv = helper.make_node("Conv", ["x", "w"], ["y"], name="conv", kernel_shape=[3, 3])
    nodes = [conv, helper.make_node("Relu", ["y"], ["z"])]
    main = onnx_files.graph([node.SerializeToString() for node in nodes], [weight])
    return onnx_files.model(main)


def test_plain_state_dicts_have_no_layers_page(open_window: OpenWindow, small: Path) -> None:
    opened = front(open_window(small)).opened
    names = [kind.name for _, kind in suited(Subject(opened, 0))]
    assert "layers" not in names


# -- origin -----------------------------------------------------------------------------------


def test_the_framework_is_told_with_its_reason(qapp) -> None:
    opened = opened_of(tree({"pytorch-lightning_version": "2.1", "state_dict": {"a": tensor(1)}}))
    assert opened.anatomy is not None
    (fact,) = origin_facts(opened.anatomy)
    assert fact.value == "probably PyTorch Lightning: has 'pytorch-lightning_version'"
    apply_language("zh_CN")
    try:
        assert "'pytorch-lightning_version'" in origin_facts(opened.anatomy)[0].value
    finally:
        apply_language("en")


def test_tied_and_wasted_bytes_are_told(qapp) -> None:
    one, two = tensor(8), tensor(8)
    two.storage = one.storage
    part = tensor(2)
    part.storage.nbytes = 100
    opened = opened_of(tree({"one": one, "two": two, "part": part}))
    assert opened.anatomy is not None
    texts = {fact.label: fact.value for fact in storage_facts(opened, opened.anatomy)}
    assert texts["Tied tensors"] == "2 tensors on 1 shared storages · 32 B not stored twice"
    assert texts["Wasted bytes"].startswith("92 bytes")
