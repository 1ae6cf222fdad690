"""Comparing in the window, with clicks and keys: ways in, counts, filter, next, swap, export."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from inspector.analysis.diff.parts import Part
from inspector.analysis.diff.values import compare_values
from inspector.bytesource import FileSource
from inspector.document import Document
from inspector.gui.diff.comparing import Doing, ValueComparison
from inspector.gui.diff.diff_view import DiffView
from inspector.gui.diff.index import RESULT
from inspector.gui.diff.looks import CHANGED, MISMATCHED, MISSING, PENDING, SAME, UNEXPECTED
from inspector.gui.diff.opening import Place, Wanted
from inspector.gui.document.tab_view import State
from inspector.gui.language import apply_language
from inspector.gui.main_window import MainWindow
from inspector.gui.settings import Settings
from inspector.gui.theme import DARK, LIGHT, apply_theme
from tests.gui.conftest import OpenWindow, front
from tests.gui.diff_samples import pair_of_files, state
from tests.make.dtensors import make as make_ranks


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return pair_of_files(tmp_path)


def wait_for_diff(qtbot, window: MainWindow) -> DiffView:
    """Until the comparison in front has compared everything."""
    view = window.tabs.comparison()
    assert view is not None
    qtbot.waitUntil(lambda: not view.is_busy, timeout=20_000)
    return view


@pytest.fixture
def diff(qtbot, window: MainWindow, pair: tuple[Path, Path]) -> DiffView:
    window.comparing.compare(*pair)
    view = wait_for_diff(qtbot, window)
    assert view.state is State.OPEN
    return view


def shown(view: DiffView) -> list[str]:
    model = view.pane.model
    return [model.tree.rows.path(int(row)) for row in model.sequence()]


def key(qtbot, window: MainWindow, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(window.tabs.comparison().pane.tree, key, modifier)


def chosen(view: DiffView) -> str:
    return view.pane.model.tree.rows.path(view.pane.chosen_row())


def test_structure_and_values_are_shown(window: MainWindow, diff: DiffView) -> None:
    assert window.windowTitle() == "epoch1.pt ↔ epoch2.pt — Inspector"
    assert window.tabs.tabText(0) == "epoch1.pt ↔ epoch2.pt"
    assert diff.comparison.doing is Doing.DONE
    assert diff.pane.model.tree.counts() == [9, 1, 1, 1, 1, 0]
    assert [button.text() for button in diff.pane.counts.buttons[:3]] == [
        "same  9",
        "changed  1",
        "mismatched  1",
    ]
    assert not diff.pane.counts.buttons[5].isVisible()
    assert diff.pane.counts.position.text() == "4 differences"
    model = diff.pane.model
    row = next(r for r in model.sequence() if model.tree.rows.path(int(r)).endswith("1.fc.weight"))
    cells = [model.index_of(int(row), column).data() for column in range(8)]
    assert cells[1:5] == ["6 × 4  float32", "changed", "6 × 4  float32", "0.5"]
    assert cells[7] == "4.17 %"


def test_keys_go_from_difference_to_difference(qtbot, window: MainWindow, diff: DiffView) -> None:
    diff.pane.tree.collapseAll()
    expected = [
        "model.layers.0.norm.weight",
        "model.layers.1.fc.weight",
        "model.head.weight",
        "model.extra.weight",
    ]
    found = []
    for _ in expected:
        key(qtbot, window, Qt.Key.Key_F7)
        found.append(chosen(diff))
    assert sorted(found) == sorted(expected)
    assert found[:2] == expected[:2]
    assert diff.pane.counts.position.text() == "4 of 4"
    key(qtbot, window, Qt.Key.Key_F7)
    assert chosen(diff) == found[-1]
    assert "no further difference" in window.status.currentMessage()
    key(qtbot, window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert chosen(diff) == found[-2]
    key(qtbot, window, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert chosen(diff) == found[0]
    assert diff.pane.tree.isExpanded(diff.pane.model.index_of(1))
    qtbot.mouseClick(diff.pane.counts.next, Qt.MouseButton.LeftButton)
    assert chosen(diff) == found[1]


def test_counts_filter_and_a_double_click_shows_one_alone(
    qtbot, window: MainWindow, diff: DiffView
) -> None:
    buttons = diff.pane.counts.buttons
    assert len(shown(diff)) == 13
    qtbot.mouseClick(buttons[SAME], Qt.MouseButton.LeftButton)
    assert len(shown(diff)) == 4
    assert Settings().hides_same
    qtbot.mouseDClick(buttons[MISSING], Qt.MouseButton.LeftButton)
    assert shown(diff) == ["model.layers.0.norm.weight"]
    qtbot.mouseDClick(buttons[MISSING], Qt.MouseButton.LeftButton)
    assert len(shown(diff)) == 13
    window.actions_["hide_same"].trigger()
    assert len(shown(diff)) == 4
    assert {int(diff.pane.model.tree.state[r]) for r in diff.pane.model.sequence()} == {
        CHANGED,
        MISMATCHED,
        MISSING,
        UNEXPECTED,
    }


def test_typing_filters_and_escape_leaves(qtbot, window: MainWindow, diff: DiffView) -> None:
    window.actions_["find"].trigger()
    edit = diff.pane.filter.edit
    qtbot.keyClicks(edit, "layers.1")
    assert all("layers.1" in name for name in shown(diff))
    assert diff.pane.filter.hits.text() == "3 of 13"
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert len(shown(diff)) == 13
    qtbot.keyClicks(edit, "/(/")
    assert "regex" in diff.pane.filter.hits.text()
    assert len(shown(diff)) == 13


def test_swapping_turns_missing_into_unexpected(qtbot, window: MainWindow, diff: DiffView) -> None:
    before = diff.compared
    qtbot.mouseClick(diff.sides.swap, Qt.MouseButton.LeftButton)
    view = wait_for_diff(qtbot, window)
    assert view.title == "epoch2.pt ↔ epoch1.pt"
    assert view.compared is not before
    assert view.compared.a is before.b, "the files are not opened again"
    model = view.pane.model
    states = {model.tree.rows.path(int(r)): int(model.tree.state[r]) for r in model.sequence()}
    assert states["model.layers.0.norm.weight"] == UNEXPECTED
    assert states["model.extra.weight"] == MISSING


def test_a_tolerance_is_chosen_and_remembered(qtbot, window: MainWindow, tmp_path: Path) -> None:
    import torch

    a, b = tmp_path / "a.pt", tmp_path / "b.pt"
    torch.save({"w": torch.ones(4)}, a)
    torch.save({"w": torch.ones(4) + 1e-6}, b)
    window.comparing.compare(a, b)
    view = wait_for_diff(qtbot, window)
    assert view.pane.model.tree.counts()[CHANGED] == 1
    view.sides.tolerance.setFocus()
    view.sides.tolerance.setCurrentIndex(3)
    view.sides.tolerance.activated.emit(3)
    view = wait_for_diff(qtbot, window)
    assert view.pane.model.tree.counts()[SAME] == 1
    assert Settings().diff_tolerance == (1e-3, 1e-5)
    window.tabs.close_all()
    window.settings.diff_tolerance = (0.25, 0.5)  # as the Preferences allow
    window.comparing.compare(a, b)
    view = wait_for_diff(qtbot, window)
    assert view.sides.tolerance.currentText() == "rtol 0.25, atol 0.5"


def test_prefixes_are_found_said_and_rejected(qtbot, window: MainWindow, tmp_path: Path) -> None:
    import torch

    a, b = tmp_path / "a.pt", tmp_path / "b.pt"
    torch.save(state(), a)
    torch.save({f"module.{name}": value for name, value in state().items()}, b)
    window.comparing.compare(a, b)
    view = wait_for_diff(qtbot, window)
    line = view.pane.names
    assert "“module.”" in line.text.text()
    assert view.pane.model.tree.counts()[SAME] == 12
    page = view.pages.show_page("names")
    assert page.table.view.table.rowCount() == 1
    qtbot.mouseClick(line.reject, Qt.MouseButton.LeftButton)
    view = wait_for_diff(qtbot, window)
    rejected = view.compared.wanted.rejected
    assert ("prefix", "", "module.") in rejected
    page = view.pages.show_page("names")
    record = next(r for r in page.table.view.table.records if r.rule is None)
    page.table.view.select(record)
    qtbot.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    view = wait_for_diff(qtbot, window)
    assert not view.compared.wanted.rejected
    assert view.pane.model.tree.counts()[SAME] == 12


def test_other_values_and_modules_are_listed(qtbot, diff: DiffView) -> None:
    page = diff.pages.show_page("values")
    table = page.table.view.table
    assert [table.index(0, column).data() for column in range(4)] == ["epoch", "changed", "1", "2"]
    page = diff.pages.show_page("modules")
    first = page.table.view.table.record(0)
    assert (first.name, first.differing, first.max_abs) == ("model.layers.1.fc", 1, 0.5)
    page.table.view.select(first)
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert chosen(diff) == "model.layers.1.fc"


def test_parts_of_one_file(qtbot, window: MainWindow, open_window: OpenWindow, tmp_path) -> None:
    import torch

    path = tmp_path / "both.pt"
    averaged = {name: value * 0.5 for name, value in state().items()}
    torch.save({"model": state(), "ema": averaged, "epoch": 3}, path)
    open_window(path)
    window.actions_["compare_parts"].trigger()
    view = wait_for_diff(qtbot, window)
    assert (view.wanted.a.part, view.wanted.b.part) == (Part(("model",)), Part(("ema",)))
    assert view.compared.a is view.compared.b
    assert view.pane.model.tree.counts()[CHANGED] == 12
    combo = view.sides.parts[1]
    assert combo.currentText().startswith("ema")
    combo.setCurrentIndex(1)
    assert combo.currentText() == "model · 12 tensors"
    combo.activated.emit(combo.currentIndex())
    view = wait_for_diff(qtbot, window)
    assert view.wanted.b.part == Part(("model",))
    assert view.pane.model.tree.counts()[SAME] == 12


def test_a_module_is_chosen_by_its_name(
    qtbot, window: MainWindow, open_window: OpenWindow, tmp_path: Path
) -> None:
    import torch

    a, b = tmp_path / "whole.pt", tmp_path / "layer.pt"
    torch.save({"model": state(), "epoch": 3}, a)
    layer = {k.removeprefix("layers.1."): v for k, v in state().items() if "layers.1." in k}
    torch.save(layer, b)
    window.comparing.compare(a, b)
    view = wait_for_diff(qtbot, window)
    box = view.sides.parts[0]
    assert box.itemText(box.count() - 1) == "Module…"
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    popup = box.view()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_End)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(box.isEditable)
    names = box.completer().model()
    qtbot.waitUntil(lambda: names.rowCount() > 0)
    assert "model.layers.1.fc" in names.stringList()
    qtbot.keyClicks(box.lineEdit(), "model.layers.9")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    said = "There is no entry 'model.layers.9' to compare."
    qtbot.waitUntil(lambda: said in window.status.currentMessage())
    assert box.isEditable(), "a mistyped name can be mended"
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Backspace)
    qtbot.keyClicks(box.lineEdit(), "1")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.compared.wanted.a.part == Part(("model",), "layers.1."))
    wait_for_diff(qtbot, window)
    assert shown(view) == ["model.fc.weight", "model.fc.bias", "model.norm.weight"]
    assert view.pane.model.tree.counts() == [3, 0, 0, 0, 0, 0]
    assert not box.isEditable()
    assert box.currentText() == "model.layers.1"
    assert view.pane.model.headerData(1, Qt.Orientation.Horizontal) == "whole.pt::model.layers.1"


def test_escape_leaves_the_name_of_a_module(qtbot, diff: DiffView) -> None:
    box = diff.sides.parts[1]
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(box.isEditable)
    qtbot.keyClicks(box.lineEdit(), "?")  # which no name has: nothing pops up
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Escape)
    assert not box.isEditable()
    assert box.currentText() == "whole file"
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(box.isEditable)
    qtbot.waitUntil(box.lineEdit().hasFocus)
    qtbot.mouseClick(diff.pane.filter.edit, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not box.isEditable())
    assert diff.pane.filter.edit.hasFocus()
    assert box.currentText() == "whole file"
    assert diff.wanted.b.part == Part()


def test_a_module_is_compared_with_that_of_another_file(
    qtbot, window: MainWindow, open_window: OpenWindow, pair: tuple[Path, Path], monkeypatch
) -> None:
    """From the tree: one module with the same one of a file that is asked for, or two modules."""
    open_window(pair[0])
    pane = front(window).tree_pane
    rows = {pane.tree.rows.path(row): row for row in range(1, len(pane.tree.rows))}
    pane.view.go_to(rows["model", "layers.1"])
    assert window.actions_["compare_module"].isEnabled()
    assert not window.actions_["compare_selected"].isEnabled()
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(pair[1])])
    window.actions_["compare_module"].trigger()
    window.findChild(QFileDialog).accepted.emit()
    window.findChild(QFileDialog).close()
    view = wait_for_diff(qtbot, window)
    part = Part(("model",), "layers.1.")
    assert (view.wanted.a.part, view.wanted.b.part) == (part, part)
    assert view.pane.model.tree.counts() == [2, 1, 0, 0, 0, 0]
    window.tabs.setCurrentIndex(0)
    selection = pane.view.selectionModel()
    flags = selection.SelectionFlag
    selection.select(pane.model.index_of(rows["model", "layers.2"]), flags.Select | flags.Rows)
    assert not window.actions_["compare_module"].isEnabled()
    window.actions_["compare_selected"].trigger()
    view = wait_for_diff(qtbot, window)
    assert view.wanted.b.part == Part(("model",), "layers.2.")
    assert view.title == "epoch1.pt: model.layers.1 ↔ model.layers.2"
    assert view.pane.model.tree.counts() == [0, 3, 0, 0, 0, 0]
    window.tabs.setCurrentIndex(0)
    pane.view.go_to(rows["model", "layers.1.fc.weight"])
    assert not window.actions_["compare_module"].isEnabled(), "a tensor is no module"


def test_a_module_that_the_other_file_lacks_is_compared_with_all_of_it(
    qtbot, window: MainWindow, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    import torch

    torch.save({"fc.weight": torch.ones(6, 4)}, tmp_path / "layer.pt")
    part = Part(("model",), "layers.1.")
    there = Place(tmp_path / "layer.pt", part, or_whole=True)
    window.comparing.show(Wanted(Place(pair[0], part), there))
    view = wait_for_diff(qtbot, window)
    assert view.wanted.b.part == Part()
    assert view.pane.model.tree.counts() == [0, 1, 0, 2, 0, 0]


def test_a_part_that_is_gone_is_said(qtbot, window: MainWindow, pair: tuple[Path, Path]) -> None:
    part = Part(("model",), "layers.7.")
    window.comparing.show(Wanted(Place(pair[0]), Place(pair[1], part)))
    view = wait_for_diff(qtbot, window)
    assert view.state is State.FAILED
    assert view.error.message == "There is no entry 'model.layers.7' to compare."
    assert str(pair[1]) in [label.text() for label in view.findChildren(QLabel)]


def test_two_dropped_files_are_compared_if_wished(qtbot, window: MainWindow, pair) -> None:
    for button, count in (("Compare", 1), ("Open Both", 3)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in pair])
        drop = QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        window.dropEvent(drop)
        box = window.comparing.box
        assert box is not None, button
        assert "epoch1.pt" in box.text()
        chosen = next(each for each in box.buttons() if each.text() == button)
        qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda count=count: window.tabs.count() == count)
    qtbot.waitUntil(lambda: window.jobs.running == 0, timeout=20_000)


def test_a_tab_offers_to_compare_with_the_others(
    qtbot, window: MainWindow, open_window: OpenWindow, pair: tuple[Path, Path]
) -> None:
    open_window(*pair)
    menu = window.comparing.tab_menu(0)
    inner = menu.actions()[0].menu()
    action = next(each for each in inner.actions() if each.text() == "epoch2.pt")
    action.trigger()
    view = wait_for_diff(qtbot, window)
    assert [view.wanted.a.path, view.wanted.b.path] == list(pair)
    window.tabs.setCurrentIndex(0)
    window.comparing.compare(*pair)
    assert window.tabs.count() == 3, "the same comparison is not opened twice"
    menu.deleteLater()


def test_what_tabs_have_open_is_not_read_again_and_outlives_them(
    qtbot, window: MainWindow, open_window: OpenWindow, pair: tuple[Path, Path]
) -> None:
    open_window(*pair)
    documents = [view.opened.document for view in window.tabs.views()]
    window.comparing.compare(*pair)
    view = wait_for_diff(qtbot, window)
    for document, own in zip(documents, (view.compared.a, view.compared.b), strict=True):
        assert own is not document
        assert own.checkpoint is document.checkpoint
    for at in (1, 0):
        window.tabs.close_tab(at)
    assert window.tabs.views() == []
    page = view.pages.show_page("tensor")
    key(qtbot, window, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: page.closeup is not None, timeout=20_000)
    files = [each for side in (view.compared.a, view.compared.b) for each in files_of(side)]
    assert [file.fileno() >= 0 for file in files] == [True, True]
    window.tabs.close_tab(0)
    assert [file.fileno() for file in files] == [-1, -1]


def files_of(document: Document) -> list[FileSource]:
    return [each for each in document.checkpoint.sources if isinstance(each, FileSource)]


def test_edits_of_a_tab_are_compared(
    qtbot, window: MainWindow, open_window: OpenWindow, pair: tuple[Path, Path]
) -> None:
    from inspector.edits.dropping import DropPaths

    open_window(*pair)
    view = window.tabs.views()[0]
    view.edits.apply([DropPaths(("model.scale",))])
    qtbot.waitUntil(lambda: not view.edits.is_busy, timeout=20_000)
    window.comparing.compare(*pair)
    found = wait_for_diff(qtbot, window)
    assert found.pane.model.tree.counts()[UNEXPECTED] == 2
    assert found.sides.names[0].text() == "epoch1.pt*"


@pytest.mark.parametrize(
    ("kind", "suffix"), [("html", ".html"), ("json", ".json"), ("csv", ".csv")]
)
def test_the_comparison_is_exported(
    qtbot, window: MainWindow, diff: DiffView, tmp_path, monkeypatch, kind, suffix
) -> None:
    target = tmp_path / f"report{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.actions_[f"export_diff_{kind}"].trigger()
    qtbot.waitUntil(lambda: window.jobs.running == 0, timeout=20_000)
    text = target.read_text("utf-8")
    assert "layers.1.fc.weight" in text
    if kind == "json":
        assert json.loads(text)["summary"]["changed"] == 1
    assert target.name in window.status.currentMessage()


def test_the_button_exports_too(qtbot, window, diff: DiffView, tmp_path, monkeypatch) -> None:
    target = tmp_path / "report.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    action = next(a for a in diff.sides.export.menu().actions() if a.text() == "Markdown…")
    action.trigger()
    qtbot.waitUntil(lambda: window.jobs.running == 0, timeout=20_000)
    assert "epoch1.pt ↔ epoch2.pt" in target.read_text("utf-8")
    target.unlink()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/nowhere/at/all.md", ""))
    action.trigger()
    qtbot.waitUntil(lambda: window.jobs.running == 0, timeout=20_000)
    assert window.status.currentMessage() == "The folder of all.md does not exist."


def test_selected_rows_are_copied(qtbot, window: MainWindow, diff: DiffView) -> None:
    key(qtbot, window, Qt.Key.Key_F7)
    window.actions_["copy_keys"].trigger()
    assert QGuiApplication.clipboard().text() == "model.layers.0.norm.weight"
    window.actions_["copy_table"].trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Name\tepoch1.pt\tResult")
    assert lines[1].startswith("model.layers.0.norm.weight\t4  float32\tmissing")


def test_the_list_puts_the_worst_first(qtbot, diff: DiffView) -> None:
    order = diff.pane.order
    order.setFocus()
    qtbot.keyClick(order, Qt.Key.Key_Down)
    assert shown(diff)[0] == "model.layers.1.fc.weight"
    index = diff.pane.model.index(0, 0)
    assert index.data() == "model.layers.1.fc.weight"
    assert Settings().lists_worst_first
    qtbot.keyClick(order, Qt.Key.Key_Up)
    assert shown(diff)[0] != "model.layers.1.fc.weight"


def test_a_click_on_the_ruler_goes_there(qtbot, diff: DiffView) -> None:
    ruler = diff.pane.ruler
    marks = ruler.marks()
    y = next(at for at in range(len(marks)) if marks[at] >= 0)
    qtbot.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(5, y))
    assert diff.pane.model.tree.state[diff.pane.chosen_row()] in (MISSING, CHANGED)
    sequence = diff.pane.model.sequence()
    assert int(sequence[marks[y]]) == diff.pane.chosen_row()


def test_a_file_that_cannot_be_read_is_said(qtbot, window: MainWindow, pair, tmp_path) -> None:
    broken = tmp_path / "broken.pt"
    broken.write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n")
    window.comparing.compare(pair[0], broken)
    view = wait_for_diff(qtbot, window)
    assert view.state is State.FAILED
    assert "Git LFS" in view.error.message
    said = [label.text() for label in view.findChildren(QLabel)]
    assert str(broken) in said, "it is the file that cannot be read which is named"
    window.tabs.close_tab(0)
    assert window.tabs.count() == 0


def stuck_after_three(structure, progress, *rest, **how):
    """Three results, then a tensor that takes for ever."""
    for number, values in enumerate(compare_values(structure, progress, *rest, **how)):
        while number == 3:
            progress.report(1, 2, "")
            time.sleep(0.005)
        yield values


@pytest.mark.parametrize("button", ["pause", "cancel"])
def test_stopping_keeps_what_is_known_and_goes_on(
    qtbot, window: MainWindow, pair, monkeypatch, button: str
) -> None:
    monkeypatch.setattr("inspector.gui.diff.comparing.compare_values", stuck_after_three)
    window.comparing.compare(*pair)
    view = window.tabs.comparison()
    qtbot.waitUntil(
        lambda: (
            view.pane is not None
            and view.pane.model is not None
            and view.pane.model.tree.counts()[PENDING] == 7
        ),
        timeout=20_000,
    )
    assert view.pane.counts.buttons[PENDING].isVisible()
    qtbot.mouseClick(getattr(view.line, button), Qt.MouseButton.LeftButton)
    assert view.comparison.doing is (Doing.PAUSED if button == "pause" else Doing.STOPPED)
    assert "7 tensors" in view.line.state.text()
    monkeypatch.undo()
    qtbot.mouseClick(view.line.pause, Qt.MouseButton.LeftButton)
    wait_for_diff(qtbot, window)
    assert view.comparison.doing is Doing.DONE
    assert len(view.compared.outcome.values) == 10
    assert view.pane.model.tree.counts() == [9, 1, 1, 1, 1, 0]


def test_what_is_heard_has_words(diff: DiffView) -> None:
    model = diff.pane.model
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = model.index_of(1, RESULT).data(role)
    assert heard == "1 changed, 1 mismatched, 1 missing, 1 unexpected"
    for widget in (diff.pane.tree, diff.pane.ruler, diff.sides.tolerance, *diff.sides.parts):
        assert widget.accessibleName()


def test_the_chosen_tensor_is_looked_at_closely(
    qtbot, qapp, window: MainWindow, diff: DiffView
) -> None:
    page = diff.pages.show_page("tensor")
    assert "Choose a tensor" in page.said.text()
    key(qtbot, window, Qt.Key.Key_F7)
    key(qtbot, window, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: page.closeup is not None, timeout=20_000)
    said = page.said.text()
    assert "layers.1.fc.weight: ≠ changed" in said
    assert "1 of 24 elements differ" in said
    assert "max |Δ| 0.5 at [2, 1]" in said
    table = page.first.table
    assert table.rowCount() == 1
    assert (table.index(0, 0).data(), table.index(0, 3).data()) == ("[2, 1]", "0.5")
    qtbot.waitUntil(lambda: page.plot.picture is not None, timeout=20_000)
    light = page.plot.picture
    assert light.size() == page.plot.size() * page.plot.devicePixelRatioF()
    assert light.pixelColor(1, 1) == QColor(LIGHT.base)
    apply_theme(qapp, "dark")
    qtbot.waitUntil(lambda: page.plot.picture not in (None, light), timeout=20_000)
    assert page.plot.picture.pixelColor(1, 1) == QColor(DARK.base)


def test_a_tensor_of_one_side_has_a_histogram_alone(qtbot, diff: DiffView) -> None:
    page = diff.pages.show_page("tensor")
    index = diff.pane.model.tree
    row = next(r for r in range(len(index.rows)) if index.rows.path(r) == "model.extra.weight")
    diff.pane.show_row(row)
    qtbot.waitUntil(lambda: page.closeup is not None, timeout=20_000)
    assert page.closeup.counts_a is None
    assert "unexpected" in page.said.text()
    assert not page.first.isVisible()


def test_reading_again_shows_what_the_files_are_now(qtbot, window, diff, pair) -> None:
    pair[1].write_bytes(pair[0].read_bytes())
    window.actions_["reload"].trigger()
    view = wait_for_diff(qtbot, window)
    assert view is diff
    assert view.state is State.OPEN
    assert view.pane.model.tree.counts() == [13 - 1, 0, 0, 0, 0, 0]
    assert view.pane.tree.isVisible()
    assert "identical" in view.line.state.text()


def test_a_branch_is_summed_up(qtbot, window: MainWindow, diff: DiffView) -> None:
    page = diff.pages.show_page("tensor")
    diff.pane.tree.setCurrentIndex(diff.pane.model.index(0, 0))
    said = page.said.text()
    assert said.startswith("model: 9 same, 1 changed, 1 mismatched, 1 missing, 1 unexpected")
    assert "max |Δ| 0.5" in said


def test_names_of_files_are_never_markup(qtbot, window: MainWindow, hostile: Path) -> None:
    window.comparing.compare(hostile, hostile.parent / "other.pt")
    wait_for_diff(qtbot, window)
    other = hostile.parent / "<b>other.pt"
    other.write_bytes(hostile.read_bytes())
    window.comparing.compare(hostile, other)
    view = wait_for_diff(qtbot, window)
    view.pane.tree.expandAll()
    model = view.pane.model
    for row in range(1, len(model.tree.rows)):
        view.pane.show_row(row)
        for column in range(8):
            index = model.index_of(row, column)
            assert "<img" not in (index.data(Qt.ItemDataRole.ToolTipRole) or "")
            assert len(index.data()) <= 1100
    for name in ("tensor", "modules", "names", "values", "load"):
        view.pages.show_page(name)
    qtbot.waitUntil(lambda: window.jobs.running == 0, timeout=20_000)
    for label in view.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text(), label.text()
    for widget in view.findChildren(QWidget):
        assert "<img" not in widget.toolTip()


def test_language_and_colours_change_while_it_is_open(qtbot, qapp, window, diff) -> None:
    for name in ("tensor", "modules", "names", "values", "load"):
        diff.pages.show_page(name)
    apply_language("zh_CN")
    apply_theme(qapp, "dark")
    button = diff.pane.counts.buttons[CHANGED]
    qtbot.waitUntil(lambda: button.text() == "已变化  1", timeout=20_000)
    assert diff.pane.filter.edit.placeholderText() == "按名称筛选"
    assert diff.sides.parts[0].currentText() == "整个文件"
    assert diff.pane.tree.palette().highlight().color().name() == DARK.selection
    assert "#fbbf24" in button.styleSheet()
    apply_language("en")
    apply_theme(qapp, "light")
    qtbot.waitUntil(lambda: button.text() == "changed  1", timeout=20_000)
    assert "#b45309" in button.styleSheet()
    qtbot.waitUntil(lambda: window.jobs.running == 0, timeout=20_000)


def test_everything_that_takes_the_focus_has_a_name(qtbot, window, diff: DiffView) -> None:
    for name in ("tensor", "modules", "names", "values", "load"):
        diff.pages.show_page(name)
        qtbot.waitUntil(lambda: window.jobs.running == 0, timeout=20_000)
        for widget in diff.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                interface = QAccessible.queryAccessibleInterface(widget)
                assert interface.text(QAccessible.Text.Name), widget


def test_the_keyboard_goes_round_the_panes(qtbot, window: MainWindow, diff: DiffView) -> None:
    diff.pane.tree.setFocus()
    found = []
    for _ in range(4):
        window.actions_["next_pane"].trigger()
        found.append(window.focusWidget())
    bar = window.tabs.tabBar()
    assert found == [diff.pages.tabs, bar, diff.pane.filter.edit, diff.pane.tree]


def test_files_changed_on_disk_are_said(qtbot, window: MainWindow, diff: DiffView, pair) -> None:
    assert diff.banner.isHidden()
    pair[1].write_bytes(pair[0].read_bytes())
    qtbot.waitUntil(lambda: not diff.banner.isHidden(), timeout=20_000)
    assert "epoch2.pt changed on disk" in diff.banner.text.text()
    qtbot.mouseClick(diff.banner.reload, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: diff.banner.isHidden(), timeout=20_000)
    view = wait_for_diff(qtbot, window)
    assert sum(view.pane.model.tree.counts()[1:]) == 0


def test_many_results_never_keep_the_main_thread(
    qtbot, window: MainWindow, tmp_path, monkeypatch
) -> None:
    """Measured on the clock of the thread, so that other processes do not matter: 20 ms."""
    import numpy as np
    from safetensors.numpy import save_file

    one = np.zeros((2, 4), "f4")
    names = [f"layers.{n // 512}.experts.{n // 8 % 64}.w{n % 8}.weight" for n in range(24_000)]
    a, b = tmp_path / "a.safetensors", tmp_path / "b.safetensors"
    save_file({name: one for name in names}, a)
    save_file({name: one + (at % 97 == 0) for at, name in enumerate(names)}, b)
    spent: list[float] = []
    take = ValueComparison._on_timer_timeout

    def timed(self: ValueComparison) -> None:
        start = time.thread_time()
        take(self)
        spent.append(time.thread_time() - start)

    monkeypatch.setattr(ValueComparison, "_on_timer_timeout", timed)
    window.comparing.compare(a, b)
    view = window.tabs.comparison()
    qtbot.waitUntil(lambda: not view.is_busy, timeout=120_000)
    assert view.pane.model.tree.counts()[CHANGED] == 248
    arrived = [values.different for values in view.compared.outcome.values.values()]
    assert all(arrived[:248]), "what differs comes first, of however many"
    assert not any(arrived[248:])
    assert len(spent) > 2
    assert max(spent) < 0.1


def test_what_was_compared_of_a_part_is_said(qtbot, window: MainWindow, tmp_path: Path) -> None:
    """A rank's file beside the whole: values, figures and the page of a tensor are of its part."""
    make_ranks(tmp_path)
    window.comparing.compare(tmp_path / "of4-1.pt", tmp_path / "plain.pt")
    view = wait_for_diff(qtbot, window)
    index = view.pane.model.tree
    rows = {index.rows.path(row): row for row in range(1, len(index.rows))}
    assert view.pane.model.index_of(rows["sharded"], RESULT).data() == "changed · placement"
    view.pane.show_row(rows["sharded"])
    page = view.pages.show_page("tensor")
    qtbot.waitUntil(lambda: page.closeup is not None, timeout=20_000)
    said = page.said.text()
    assert "all values are equal · only [3:6, 0:3] of 10 × 3, which both files hold" in said
    shown = [label.text() for label in page.facts.findChildren(QLabel)]
    assert {"Shard(0)", "[3:6, 0:3]", "36 B"} <= set(shown)
    assert page.closeup.numel == 9
    hint = view.pane.model.index_of(rows["partial"], RESULT).data(Qt.ItemDataRole.ToolTipRole)
    assert "not compared: one side holds addends" in hint
    view.pane.show_row(rows["partial"])
    assert "not compared: one side holds addends" in page.said.text()
