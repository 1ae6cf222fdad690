"""The page about an optimizer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from inspector.gui.detail.optimizer_facts import OptionRow, option_rows
from inspector.gui.detail.optimizer_page import OptimizerPage
from tests.gui.conftest import OpenWindow, front
from tests.gui.samples import CANARY


@pytest.fixture(scope="module")
def grouped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Weights and biases in param_groups of their own; one parameter has no state yet."""
    import torch

    model = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.Linear(8, 2))
    decayed = [p for p in model.parameters() if p.ndim > 1]
    others = [p for p in model.parameters() if p.ndim == 1]
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": 0.1}, {"params": others, "weight_decay": 0.0}], lr=1e-3
    )
    for parameter in [*decayed, others[0]]:
        parameter.grad = torch.ones_like(parameter)
    optimizer.step()
    path = tmp_path_factory.mktemp("samples") / "grouped.pt"
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict()}, path)
    return path


def page_of(window, *path: str | int) -> OptimizerPage:
    view = front(window)
    view.tree_pane.view.go_to(view.opened.tree.row_at(path))
    view.details.show_page("optimizer")
    page = view.details.current_page()
    assert isinstance(page, OptimizerPage)
    return page


def cells(table) -> list[list[str]]:
    model = table.model()
    columns = range(model.columnCount())
    return [[model.index(row, at).data() for at in columns] for row in range(model.rowCount())]


def test_an_optimizer_brings_its_page_to_the_front(open_window: OpenWindow, grouped: Path) -> None:
    view = front(open_window(grouped))
    view.tree_pane.view.go_to(view.opened.tree.row_at(("optimizer",)))
    assert isinstance(view.details.current_page(), OptimizerPage)


def test_options_stand_side_by_side_and_differences_first(
    open_window: OpenWindow, grouped: Path
) -> None:
    page = page_of(open_window(grouped), "optimizer")
    rows = cells(page.options)
    assert rows[0] == ["", "parameters", "2", "2"]
    assert rows[1] == ["≠", "weight_decay", "0.1", "0.0"]
    assert ["", "betas", "(0.9, 0.999)", "(0.9, 0.999)"] in rows
    assert [row[0] for row in rows[2:]] == [""] * (len(rows) - 2)


def test_parameters_have_names_shapes_and_state(open_window: OpenWindow, grouped: Path) -> None:
    page = page_of(open_window(grouped), "optimizer")
    rows = cells(page.parameters.view)
    assert rows[0] == ["0", "0.weight", "0", "8 × 4", "260 B", "step, exp_avg, exp_avg_sq"]
    assert rows[3] == ["3", "1.bias", "1", "2", "–", "none yet"]


def test_a_parameter_leads_to_its_tensor(qtbot, open_window: OpenWindow, grouped: Path) -> None:
    window = open_window(grouped)
    page = page_of(window, "optimizer")
    view = front(window)
    table = page.parameters.view
    rect = table.visualRect(table.model().index(1, 1))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert page.parameters.jump.isEnabled()
    qtbot.mouseClick(page.parameters.jump, Qt.MouseButton.LeftButton)
    assert view.opened.tree.rows.path(view.tree_pane.chosen_row()) == ("model", "1.weight")


def test_the_filter_narrows_and_return_follows(
    qtbot, open_window: OpenWindow, grouped: Path
) -> None:
    window = open_window(grouped)
    page = page_of(window, "optimizer")
    qtbot.keyClicks(page.parameters.filter.edit, "bias 1.")
    assert [row[1] for row in cells(page.parameters.view)] == ["1.bias"]
    assert page.parameters.filter.hits.text() == "1 of 4"
    qtbot.keyClick(page.parameters.filter.edit, Qt.Key.Key_Down)
    qtbot.keyClick(page.parameters.view, Qt.Key.Key_Return)
    view = front(window)
    assert view.opened.tree.rows.path(view.tree_pane.chosen_row()) == ("model", "1.bias")


def test_sorting_by_bytes(open_window: OpenWindow, grouped: Path) -> None:
    page = page_of(open_window(grouped), "optimizer")
    model = page.parameters.view.table
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(4, Qt.SortOrder.DescendingOrder)
    assert [row[1] for row in cells(page.parameters.view)][:2] == ["0.weight", "1.weight"]
    model.filter("weight")
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [row[1] for row in cells(page.parameters.view)] == ["1.weight", "0.weight"]
    model.sort(-1, Qt.SortOrder.AscendingOrder)
    assert model.rowCount() == 2


def test_state_of_a_row_selects_its_parameter(open_window: OpenWindow, grouped: Path) -> None:
    page = page_of(open_window(grouped), "optimizer", "state", 1, "exp_avg")
    assert [row.name for row in page.parameters.view.selected()] == ["1.weight"]


def test_copying_rows(qtbot, qapp, open_window: OpenWindow, grouped: Path) -> None:
    page = page_of(open_window(grouped), "optimizer")
    table = page.parameters.view
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = qapp.clipboard().text().splitlines()
    assert lines[0].split("\t")[1] == "Name"
    assert lines[1].split("\t")[1] == "0.weight"


def test_mismatches_are_explained(open_window: OpenWindow, tmp_path: Path) -> None:
    import torch

    model = torch.nn.Linear(4, 4)
    other = torch.nn.Sequential(torch.nn.Linear(3, 3), torch.nn.Linear(3, 3))
    optimizer = torch.optim.SGD(other.parameters(), lr=0.1)
    path = tmp_path / "other.pt"
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict()}, path)
    page = page_of(open_window(path), "optimizer")
    texts = [label.text() for label in page.findChildren(QLabel)]
    assert any("4 parameters, the model 2" in text for text in texts)
    assert "Name" not in [column.title for column in page.parameters.view.table.columns]


def test_hostile_options_stay_text(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    import torch

    group = {"lr": 0.1, CANARY: CANARY, "name": "\u202eevil", "params": [0, CANARY]}
    path = tmp_path / "hostile.pt"
    content = {"state": {0: {CANARY: torch.zeros(2)}}, "param_groups": [group, {"params": []}]}
    torch.save({"optimizer": content, "model": {"a": torch.zeros(2)}}, path)
    page = page_of(open_window(path), "optimizer")
    names = [row.name for row in option_rows(page._shown)]
    assert CANARY in names
    for table in (page.options, page.parameters.view):
        model = table.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                hint = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or ""
                assert "<img" not in hint
    assert "\\u202e" in page.options.table.columns[2].title


def test_rounding_hides_no_difference() -> None:
    alike = OptionRow("lr", ("0.00029265847744427303", "0.0003"), True)
    assert [alike.brief(0), alike.brief(1)] == ["0.000292658", "0.0003"]
    close = OptionRow("lr", ("0.00029265847744427303", "0.00029265847744427304"), True)
    assert close.brief(0) != close.brief(1)
