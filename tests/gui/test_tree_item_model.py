"""The tree as Qt sees it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from inspector.gui import faults
from inspector.gui.faults import guarded
from inspector.gui.itemmodels.copying import COPIES, keys_text, paths_text
from inspector.gui.itemmodels.index import KEY, PARAMETERS, SHAPE, SIZE
from inspector.gui.itemmodels.rows import UNREAD
from inspector.gui.itemmodels.tree_item_model import TreeItemModel
from tests.gui.samples import opened_of, tensor, tree

DESCENDING = Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(qapp) -> TreeItemModel:
    content = {
        "epoch": 3,
        "model": {
            "conv.weight": tensor(64, 3, 7, 7),
            "conv.bias": tensor(64),
            "fc.weight": tensor(1000, 512, dtype="float16", device="cuda:1"),
        },
        "list": [1, [2, {"x": 3}]],
        "numbers": list(range(2100)),
    }
    return TreeItemModel(opened_of(tree(content)).tree)


def names(model: TreeItemModel, parent: QModelIndex | None = None) -> list[str]:
    parent = parent or QModelIndex()
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def find(model: TreeItemModel, *path: Any) -> QModelIndex:
    index = model.index_of(model.tree.row_at(path))
    assert index.isValid(), path
    return index


def test_what_cells_say(model: TreeItemModel) -> None:
    weight = find(model, "model", "conv.weight")
    texts = [weight.siblingAtColumn(column).data() for column in range(6)]
    assert texts == ["weight", "64 × 3 × 7 × 7", "float32", "cpu", "9.41 k", "37.6 kB"]
    group = find(model, "model")
    texts = [group.siblingAtColumn(column).data() for column in range(6)]
    assert texts == ["model", "3 tensors", "float16 +1", "cuda:1 +1", "521 k", "1.06 MB"]
    epoch = find(model, "epoch")
    assert [epoch.siblingAtColumn(column).data() for column in range(6)] == [
        "epoch", "3", "int", "", "", "",
    ]  # fmt: skip


def test_exact_figures_on_hover(model: TreeItemModel) -> None:
    weight = find(model, "model", "conv.weight")
    role = Qt.ItemDataRole.ToolTipRole
    assert "9,408 parameters" in weight.siblingAtColumn(PARAMETERS).data(role)
    assert "37,632 bytes" in weight.siblingAtColumn(SIZE).data(role)
    assert weight.siblingAtColumn(KEY).data(role) == "<qt>model / conv.weight</qt>"


def test_numbers_stand_right(model: TreeItemModel) -> None:
    role = Qt.ItemDataRole.TextAlignmentRole
    index = find(model, "model", "conv.weight")
    assert index.siblingAtColumn(SIZE).data(role) & int(Qt.AlignmentFlag.AlignRight)
    assert index.siblingAtColumn(SHAPE).data(role) is None


def test_tester_finds_nothing_while_everything_changes(model: TreeItemModel) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    for words in ("conv", "conv weight", "zzz", "x", "model"):
        model.show_rows(model.tree.search(words)[1])
    model.show_rows(None)
    for column in range(model.columnCount()):
        model.sort(column, DESCENDING)
    model.sort(-1)
    model.show_rows(model.tree.search("numbers")[1])
    assert tester.model() is model


def test_opening_a_long_list_while_filtered(model: TreeItemModel) -> None:
    model.show_rows(model.tree.search("numbers")[1])
    numbers = find(model, "numbers")
    assert model.canFetchMore(numbers)
    assert model.hasChildren(numbers)
    model.fetchMore(numbers)
    assert names(model, find(model, "numbers")) == [
        "[0 … 999]",
        "[1,000 … 1,999]",
        "[2,000 … 2,099]",
    ]
    last = model.index(2, 0, find(model, "numbers"))
    model.fetchMore(last)
    assert model.rowCount(last) == 100
    model.show_rows(None)
    assert model.rowCount(find(model, "numbers")) == 3


def test_sorting_keeps_persistent_indexes(model: TreeItemModel) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(find(model, "model", "conv.weight"))
    model.sort(KEY, DESCENDING)
    assert kept.isValid()
    assert kept.data() == "weight"
    assert names(model) == ["numbers", "model", "list", "epoch"]
    model.sort(-1)
    assert names(model) == ["epoch", "model", "list", "numbers"]


def test_rows_that_are_gone_give_no_index(model: TreeItemModel) -> None:
    assert not model.index(99, 0).isValid()
    assert not model.index(0, 9).isValid()
    assert not model.index(-1, 0).isValid()
    epoch = find(model, "epoch")
    model.show_rows(model.tree.search("conv")[1])
    assert not model.index_of(epoch.internalId()).isValid()
    assert not model.index(5, 0, find(model, "model")).isValid()


def test_nothing_is_opened_while_everything_is_unfolded(model: TreeItemModel) -> None:
    numbers = find(model, "numbers")
    model.forbid_opening(True)
    assert not model.canFetchMore(numbers)
    model.forbid_opening(False)
    assert model.tree.rows.flags[numbers.internalId()] & UNREAD


def test_copies(model: TreeItemModel) -> None:
    rows = [model.tree.row_at(path) for path in (("model", "conv.weight"), ("epoch",))]
    assert keys_text(model, rows) == "conv.weight\nepoch"
    assert paths_text(model, rows) == '["model"]["conv.weight"]\n["epoch"]'
    assert paths_text(model, [model.tree.row_at(("model", "conv"))]) == '["model"]["conv…"]'
    table = COPIES["table"](model, rows).splitlines()
    assert table[0] == "key\tshape\tdtype\tdevice\tnumel\tnbytes"
    assert table[1] == "conv.weight\t64 × 3 × 7 × 7\tfloat32\tcpu\t9408\t37632"


def test_copies_carry_no_formulas_and_no_controls(qapp) -> None:
    model = TreeItemModel(opened_of(tree({"=cmd()": tensor(1), "a\x00b": tensor(1)})).tree)
    table = COPIES["table"](model, [1, 2]).splitlines()
    assert table[1].startswith("'=cmd()\t")
    assert table[2].startswith("a\\x00b\t")
    assert keys_text(model, [1]) == "=cmd()"


def test_a_guard_records_and_returns_what_is_harmless(qapp) -> None:
    class Broken(QAbstractItemModel):
        @guarded(int)
        def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
            raise IndexError("off by one")

    assert Broken().rowCount() == 0
    assert "off by one" in faults.recorded.pop()
