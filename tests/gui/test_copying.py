"""The selection on the clipboard, in every way there is."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from inspector.gui.actions import CONTEXT_MENU, COPY_AS
from inspector.gui.itemmodels.copying import COPIES
from inspector.gui.itemmodels.tree_item_model import TreeItemModel
from tests.gui.conftest import OpenWindow, front
from tests.gui.samples import opened_of, tensor, tree


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def choose(pane, *paths: tuple[str, ...]) -> None:
    pane.view.clearSelection()
    for path in paths:
        index = pane.model.index_of(pane.tree.row_at(path))
        flags = QItemSelectionModel.SelectionFlag
        pane.view.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)
    pane.view.setFocus()


WEIGHT, EPOCH = ("model", "0.weight"), ("epoch",)


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("copy_keys", "epoch\n0.weight"),
        ("copy_paths", '["epoch"]\n["model"]["0.weight"]'),
        ("copy_code", 'ckpt["epoch"]\nsd["0.weight"]'),
        (
            "copy_table",
            "key\tshape\tdtype\tdevice\tnumel\tnbytes\n"
            "epoch\t3\tint\t\t\t\n0.weight\t8 × 4\tfloat32\tcpu\t32\t128\n",
        ),
        (
            "copy_csv",
            "key,shape,dtype,device,numel,nbytes\r\n"
            "epoch,3,int,,,\r\n0.weight,8 × 4,float32,cpu,32,128\r\n",
        ),
        (
            "copy_markdown",
            "| key | shape | dtype | device | numel | nbytes |\n"
            "| --- | --- | --- | --- | ---: | ---: |\n"
            "| `epoch` | 3 | `int` |  |  |  |\n"
            "| `0.weight` | `8 × 4` | `float32` | `cpu` | 32 | 128 |\n",
        ),
    ],
)
def test_copy_as(open_window: OpenWindow, small: Path, action: str, expected: str) -> None:
    window = open_window(small)
    choose(front(window).tree_pane, EPOCH, WEIGHT)
    window.actions_[action].trigger()
    assert clipboard() == expected


def test_copy_as_json(open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    choose(front(window).tree_pane, EPOCH, WEIGHT, ("model",))
    window.actions_["copy_json"].trigger()
    epoch, model, weight = json.loads(clipboard())
    assert epoch == {"key": "epoch", "path": ["epoch"], "value": 3}
    assert model["tensors"] == 9
    assert weight == {
        "key": "0.weight",
        "path": ["model", "0.weight"],
        "shape": [8, 4],
        "dtype": "float32",
        "device": "cpu",
        "numel": 32,
        "nbytes": 128,
    }


def test_keys_and_the_context_menu(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    pane = front(window).tree_pane
    choose(pane, WEIGHT)
    every = Qt.KeyboardModifier
    keys = every.ControlModifier | every.AltModifier | every.ShiftModifier
    qtbot.keyClick(pane.view, Qt.Key.Key_C, keys)
    assert clipboard() == 'sd["0.weight"]'
    submenus = [name for name in window.actions_.possible(CONTEXT_MENU) if isinstance(name, tuple)]
    assert submenus == [COPY_AS]
    window.actions_["summary"].trigger()
    assert COPY_AS not in window.actions_.possible(CONTEXT_MENU)


def test_what_a_file_wrote_is_no_formula_and_no_markup(qapp) -> None:
    names = ['=cmd|"/C calc"!A1', "-1+2", "a|b", "tick`s``", "new\nline"]
    root = tree({"model": {name: tensor(2, 2) for name in names}, "shift": -3, "+x": "@y"})
    made = opened_of(root).tree
    model = TreeItemModel(made)
    rows = list(range(1, len(made.rows)))
    lines = list(csv.reader(io.StringIO(COPIES["csv"](model, rows))))
    assert all(len(line) == 6 for line in lines)
    cells = {cell for line in lines for cell in line}
    assert "-3" in cells
    assert not {cell for cell in cells if cell[:1] in "=+@" and cell}
    table = COPIES["markdown"](model, rows).splitlines()
    assert len(table) == len(rows) + 2
    assert any("`a\\|b`" in line for line in table)
    assert any("``` tick`s`` ```" in line for line in table)
    json.loads(COPIES["json"](model, rows))
