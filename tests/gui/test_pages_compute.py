"""The Compute page: counted at once from data, and run only after a person agreed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox

from inspector.analysis.flops.report import FlopsReport
from inspector.gui.detail.compute.page import CHART, LAYERS, MODULES, SCATTER, ComputePage
from inspector.gui.detail.pages import suited
from inspector.gui.detail.subject import Subject
from inspector.gui.detail.summary_page import SummaryPage
from inspector.gui.language import apply_language
from inspector.gui.theme import apply_theme
from tests.analysis.flops.nets import model, node, weight
from tests.gui.conftest import OpenWindow, front
from tests.gui.samples import CANARY, opened_of, tree

CONV, GEMM = 4 * 16 * 16 * 27, 40


@pytest.fixture(scope="module")
def net(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small convolutional net with a free batch."""
    nodes = [
        node("Conv", "x stem.conv.weight", "c", pads=[1, 1, 1, 1]),
        node("Relu", "c", "r"),
        node("GlobalAveragePool", "r", "p"),
        node("Flatten", "p", "f"),
        node("Gemm", "f head.weight", "y", transB=1),
    ]
    nodes[0].name, nodes[1].name, nodes[4].name = "/stem/conv/Conv", "/stem/act/Relu", "/head/Gemm"
    weights = [weight("stem.conv.weight", 4, 3, 3, 3), weight("head.weight", 10, 4)]
    path = tmp_path_factory.mktemp("samples") / "net.onnx"
    path.write_bytes(model(nodes, {"x": ("batch", 3, 16, 16)}, weights))
    return path


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A TorchScript program that no table knows."""
    import torch

    made = torch.jit.script(torch.nn.Sequential(torch.nn.Linear(5, 7), torch.nn.Linear(7, 3)))
    path = tmp_path_factory.mktemp("samples") / "script.pt"
    torch.jit.save(made, str(path))
    return path


def compute(qtbot, window) -> ComputePage:
    """The page, once it has counted."""
    details = front(window).details
    details.show_page("compute")
    page = details.current_page()
    assert isinstance(page, ComputePage)
    qtbot.waitUntil(lambda: not page.work.is_busy)
    return page


def texts(page: ComputePage) -> str:
    """Everything that labels say."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def test_a_graph_is_counted_at_once(qtbot, open_window: OpenWindow, net: Path) -> None:
    page = compute(qtbot, open_window(net))
    assert page.report is not None
    assert page.report.macs == CONV + GEMM
    assert page.headline.text() == "27.7 k MACs · 55.4 k FLOPs · 148 parameters"
    said = texts(page)
    assert f"{CONV + GEMM:,}" in said
    assert f"{2 * (CONV + GEMM):,} = 2 × MACs" in said
    assert "Not given, so counted as 1: 'batch'." in said
    assert "592 B to load" in said
    assert page.form.fields["x"].text() == "1 × 3 × 16 × 16"
    assert page.running.isHidden()


def test_the_first_page_says_the_total(qtbot, open_window: OpenWindow, net: Path) -> None:
    page = front(open_window(net)).details.current_page()
    assert isinstance(page, SummaryPage)
    line = "27.7 k MACs · 55.4 k FLOPs at 1 × 3 × 16 × 16"
    qtbot.waitUntil(lambda: page._cost_line is not None and page._cost_line.text() == line)
    assert page._cost_line is not None
    assert page._cost_line.isVisible()


def test_the_first_page_is_silent_where_there_is_no_total(
    qtbot, open_window: OpenWindow, script: Path, window
) -> None:
    page = front(open_window(script)).details.current_page()
    assert isinstance(page, SummaryPage)
    qtbot.waitUntil(lambda: not window.jobs.running)
    assert page._cost_line is not None
    assert not page._cost_line.isVisible()


def test_the_first_page_makes_no_sizes_up(
    qtbot, open_window: OpenWindow, tmp_path: Path, window
) -> None:
    path = tmp_path / "free.onnx"
    path.write_bytes(
        model(
            [node("Conv", "x w", pads=[1, 1, 1, 1])],
            {"x": ("n", 3, "h", "w")},
            [weight("w", 4, 3, 3, 3)],
        )
    )
    page = front(open_window(path)).details.current_page()
    assert isinstance(page, SummaryPage)
    qtbot.waitUntil(lambda: not window.jobs.running)
    assert page._cost == ""


def test_the_table_shows_where_it_is_spent(qtbot, open_window: OpenWindow, net: Path) -> None:
    page = compute(qtbot, open_window(net))
    table = page.table.view.table
    assert [table.record(row).name for row in range(table.rowCount())] == ["stem.conv", "head"]
    titles = [column.title for column in table.columns]
    macs = table.columns[titles.index("MACs")]
    assert macs.bar(table.record(0)) == 1.0
    assert macs.bar(table.record(1)) == pytest.approx(GEMM / CONV)
    page.table.view.sortByColumn(titles.index("MACs"), Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: table.record(0).name == "head")
    page.choice.setCurrentIndex(MODULES)
    assert "stem.conv" in {record.name for record in table.records}


def test_rows_of_the_tree_say_what_their_layers_cost(
    qtbot, open_window: OpenWindow, net: Path
) -> None:
    window = open_window(net)
    page = compute(qtbot, window)
    pane = front(window).tree_pane
    tree = pane.tree
    assert max(tree.macs.values()) == page.report.macs
    row, macs = min(tree.macs.items(), key=lambda item: item[1])
    assert f"{macs:,} MACs" in pane.model.cells.tooltip(row, 0)
    pane.show_row(row)
    pane.grab()


def test_a_row_leads_to_its_weight(qtbot, open_window: OpenWindow, net: Path) -> None:
    window = open_window(net)
    page = compute(qtbot, window)
    layer = page.table.view.table.record(0)
    with qtbot.waitSignal(page.row_requested) as asked:
        page.table.view.record_activated.emit(layer)
    opened = front(window).opened
    assert opened is not None
    assert opened.tree.rows.key(asked.args[0]) == "stem.conv.weight"


def preset(page: ComputePage, text: str) -> None:
    """Choose from the menu."""
    next(each for each in page.form.presets.menu().actions() if each.text() == text).trigger()


def test_other_shapes(qtbot, open_window: OpenWindow, net: Path) -> None:
    page = compute(qtbot, open_window(net))
    field = page.form.fields["x"]
    field.setText("4,3,16,16")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.work.is_busy)
    assert page.report is not None
    assert page.report.macs == 4 * (CONV + GEMM)
    assert "per sample, in a batch of 4" in texts(page)
    preset(page, "Batch of 8")
    qtbot.waitUntil(lambda: not page.work.is_busy)
    assert page.report.macs == 8 * (CONV + GEMM)
    preset(page, "As in the file")
    qtbot.waitUntil(lambda: not page.work.is_busy)
    assert page.report.macs == CONV + GEMM


@pytest.mark.parametrize("shape", ["1, 3", "a, b", "1,3,16,16,16"])
def test_a_shape_that_does_not_fit_is_explained(
    qtbot, open_window: OpenWindow, net: Path, shape: str
) -> None:
    page = compute(qtbot, open_window(net))
    page.form.fields["x"].setText(shape)
    qtbot.mouseClick(page.form.count, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.work.is_busy)
    assert page._notice is not None
    assert "Error" in texts(page)
    assert page.report is not None
    assert page.report.macs == CONV + GEMM


def test_charts(qtbot, open_window: OpenWindow, net: Path) -> None:
    page = compute(qtbot, open_window(net))
    for view, plot in ((CHART, page.chart), (SCATTER, page.scatter)):
        page.choice.setCurrentIndex(view)
        qtbot.waitUntil(lambda plot=plot: plot.canvas is not None, timeout=20_000)
        assert page.views.currentWidget() is plot
        assert plot.image() is not None
    assert page.chart.at(50.0, 0.1).startswith("stem.conv: 27.6 k MACs")
    assert page.scatter.at(108.0, float(CONV)).startswith("stem.conv: ")
    assert page.scatter.at(1e9, 1.0) == ""
    page.choice.setCurrentIndex(LAYERS)
    assert page.views.currentWidget() is page.table


@pytest.mark.parametrize(("entry", "suffix"), [(0, ".csv"), (1, ".md")])
def test_export(
    qtbot,
    open_window: OpenWindow,
    net: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    entry: int,
    suffix: str,
) -> None:
    page = compute(qtbot, open_window(net))
    out = tmp_path / f"layers{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    page.export.menu().actions()[entry].trigger()
    qtbot.waitUntil(lambda: out.exists() and not page.work.is_busy)
    text = out.read_text(encoding="utf-8")
    assert "stem.conv" in text
    assert str(CONV + GEMM) in text
    assert f"Saved as layers{suffix}." in texts(page)


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was asked to run; nothing does."""
    asked: list[Any] = []

    def pretend(checkpoint: Any, contents: Any, given: Any, run: Any, progress: Any) -> FlopsReport:
        asked.append(run)
        return FlopsReport(1234, None, 59, {"x": (1, 5)}, "torchscript", True)

    monkeypatch.setattr("inspector.torchbridge.counting.count_by_running", pretend)
    return asked


def answer(page: ComputePage, role: QMessageBox.ButtonRole) -> None:
    """Click a button of the box that asks."""
    box = page.findChild(QMessageBox)
    assert box is not None
    assert box.textFormat() is Qt.TextFormat.PlainText
    button = next(each for each in box.buttons() if box.buttonRole(each) is role)
    assert box.defaultButton() is not button or role is QMessageBox.ButtonRole.RejectRole
    button.click()
    QApplication.processEvents()


def test_a_program_runs_only_after_the_person_agreed(
    qtbot, open_window: OpenWindow, script: Path, ran: list[Any]
) -> None:
    page = compute(qtbot, open_window(script))
    assert page.report is None or page.report.macs is None
    assert not page.running.isHidden()
    assert ran == []
    page.running.own.click()
    answer(page, QMessageBox.ButtonRole.RejectRole)
    assert ran == []
    page.running.own.click()
    answer(page, QMessageBox.ButtonRole.AcceptRole)
    qtbot.waitUntil(lambda: not page.work.is_busy)
    assert [(run.may_run, run.model) for run in ran] == [(True, None)]
    assert page.report is not None
    assert page.report.macs == 1234


def test_a_factory_runs_only_after_the_person_agreed(
    qtbot, open_window: OpenWindow, small: Path, ran: list[Any]
) -> None:
    page = compute(qtbot, open_window(small))
    assert page.running.own.isHidden()
    page.running.run.click()
    assert page.findChild(QMessageBox) is None, "there is nothing to run yet"
    page.running.model.setText("package.module:factory")
    page.running.run.click()
    answer(page, QMessageBox.ButtonRole.RejectRole)
    assert ran == []
    page.running.run.click()
    answer(page, QMessageBox.ButtonRole.AcceptRole)
    qtbot.waitUntil(lambda: not page.work.is_busy)
    assert [(run.may_run, run.model) for run in ran] == [(False, "package.module:factory")]


def test_the_page_is_offered_for_models_only(qtbot) -> None:
    opened = opened_of(tree({"epoch": 3}))
    assert "compute" not in {kind.name for _, kind in suited(Subject(opened, 0))}


def test_names_in_a_graph_stay_text(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    nodes = [node("MatMul", "x w", "h"), node(CANARY, "h", "y", "acme")]
    nodes[0].name = f"$\\frac{{{CANARY}"
    path = tmp_path / "net.onnx"
    path.write_bytes(model(nodes, {"x": (CANARY, 3)}, [weight("w", 3, 4)]))
    page = compute(qtbot, open_window(path))
    assert page.headline.text().startswith("≥ 12 MACs")
    assert f"acme.{CANARY}"[:40] in texts(page)
    for view in (MODULES, CHART, SCATTER):
        page.choice.setCurrentIndex(view)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: page.scatter.canvas is not None, timeout=20_000)
    page.choice.setCurrentIndex(CHART)
    qtbot.waitUntil(lambda: page.chart.image() is not None, timeout=20_000)
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()


def test_theme_and_language_can_change(
    qtbot, qapp: QApplication, open_window: OpenWindow, net: Path
) -> None:
    page = compute(qtbot, open_window(net))
    page.choice.setCurrentIndex(CHART)
    qtbot.waitUntil(lambda: page.chart.canvas is not None, timeout=20_000)
    for theme, language in (("dark", "zh_CN"), ("light", "en")):
        apply_theme(qapp, theme)
        apply_language(language)
        qtbot.waitUntil(lambda: not page.work.is_busy)
        QApplication.processEvents()
        assert page.report is not None
        assert page.chart.image() is not None
    assert page.choice.itemText(MODULES) == "Modules"
