"""From a comparison to edits: names, single tensors, and what would make a checkpoint load."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from inspector.edits.keys import StripPrefix
from inspector.edits.take import TakeTensor
from inspector.gui.diff.diff_view import DiffView
from inspector.gui.document.document_view import DocumentView
from inspector.gui.main_window import MainWindow
from tests.gui.conftest import OpenWindow
from tests.gui.diff_samples import pair_of_files, state
from tests.gui.test_diff_window import wait_for_diff

CLICK = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def edits_given_up(window: MainWindow) -> Iterator[None]:
    """A window with edits that were not saved would ask before it closes."""
    yield
    window.tabs.remove_all()


@pytest.fixture
def wrapped(tmp_path: Path) -> tuple[Path, Path]:
    """The same weights, on the right saved from DataParallel and with one key more."""
    import torch

    a, b = tmp_path / "plain.pt", tmp_path / "wrapped.pt"
    torch.save(state(), a)
    torch.save({f"module.{k}": v for k, v in state(extra=torch.ones(2)).items()}, b)
    return a, b


def compared(qtbot, window: MainWindow, pair: tuple[Path, Path]) -> DiffView:
    window.comparing.compare(*pair)
    return wait_for_diff(qtbot, window)


def wait_for_edit(qtbot, window: MainWindow, path: Path) -> DocumentView:
    """Until the tab of `path` has an edit, and the comparison is made again with it."""

    def is_there() -> bool:
        views = [view for view in window.tabs.views() if view.path == path]
        return bool(views and views[0].is_changed and not views[0].edits.is_busy)

    qtbot.waitUntil(is_there, timeout=20_000)
    qtbot.waitUntil(
        lambda: all(not view.is_busy for view in window.tabs.comparisons()), timeout=20_000
    )
    return next(view for view in window.tabs.views() if view.path == path)


def button_with(widget, text: str):
    from PySide6.QtWidgets import QPushButton

    return next(each for each in widget.findChildren(QPushButton) if each.text() == text)


def test_the_names_of_one_side_become_the_others(qtbot, window, wrapped) -> None:
    view = compared(qtbot, window, wrapped)
    page = view.pages.show_page("names")
    qtbot.mouseClick(page.right, CLICK)
    edited = wait_for_edit(qtbot, window, wrapped[1])
    assert edited.opened.document.edits == [StripPrefix("module.")]
    assert window.tabs.currentWidget() is view, "the comparison stays in front"
    assert not view.compared.outcome.structure.rules, "it was made again with the edit"
    assert view.sides.names[1].text() == "wrapped.pt*"
    assert "Strip “module.”" in window.status.currentMessage()
    edited.edits.undo()
    qtbot.waitUntil(lambda: not edited.edits.is_busy, timeout=20_000)
    assert not view.banner.isHidden()
    qtbot.mouseClick(view.banner.reload, CLICK)
    wait_for_diff(qtbot, window)
    assert view.compared.outcome.structure.rules
    assert view.banner.isHidden()


@pytest.mark.parametrize(
    ("name", "text", "side", "path"),
    [
        ("model.layers.1.fc.weight", "Copy to the Left", 0, "model.layers.1.fc.weight"),
        ("model.layers.0.norm.weight", "Copy to the Right", 1, "model.layers.0.norm.weight"),
        ("model.extra.weight", "Copy to the Left", 0, "model.extra.weight"),
    ],
)
def test_a_tensor_is_copied_to_the_other_side(
    qtbot, window, tmp_path, name: str, text: str, side: int, path: str
) -> None:
    pair = pair_of_files(tmp_path)
    view = compared(qtbot, window, pair)
    index = view.pane.model.tree
    row = next(r for r in range(len(index.rows)) if index.rows.path(r) == name)
    view.pane.show_row(row)
    page = view.pages.show_page("tensor")
    before = sum(index.counts()[1:5])
    qtbot.mouseClick(button_with(page.facts, text), CLICK)
    edited = wait_for_edit(qtbot, window, pair[side])
    (edit,) = edited.opened.document.edits
    assert isinstance(edit, TakeTensor)
    assert edit.path == path
    assert sum(view.pane.model.tree.counts()[1:5]) == before - 1
    # What is on disk is no longer what is shown: nothing may be taken from there unsaved.
    pair_row = next(r for r in range(len(index.rows)) if index.rows.path(r).endswith("head.weight"))
    view.pane.show_row(pair_row)
    other = "Copy to the Right" if side == 0 else "Copy to the Left"
    assert not button_with(page.facts, other).isEnabled()


def test_a_tensor_that_is_missing_gets_the_prefix_of_its_side(qtbot, window, tmp_path) -> None:
    import torch

    a, b = tmp_path / "a.pt", tmp_path / "b.pt"
    torch.save(state(new__bias=torch.ones(3)), a)
    torch.save({f"module.{k}": v for k, v in state().items()}, b)
    view = compared(qtbot, window, (a, b))
    index = view.pane.model.tree
    view.pane.show_row(next(r for r in range(len(index.rows)) if index.rows.path(r) == "new.bias"))
    page = view.pages.show_page("tensor")
    qtbot.mouseClick(button_with(page.facts, "Copy to the Right"), CLICK)
    edited = wait_for_edit(qtbot, window, b)
    assert edited.opened.document.edits[0].path == "module.new.bias"


def wait_for_answer(qtbot, panel) -> None:
    qtbot.waitUntil(lambda: not panel.line.is_busy and bool(panel.verdict.text()), timeout=20_000)


def test_will_it_load_says_torchs_words_and_mends(qtbot, window, wrapped) -> None:
    import torch

    view = compared(qtbot, window, wrapped)
    panel = view.pages.show_page("load").panel
    wait_for_answer(qtbot, panel)
    assert panel.question.currentText() == "Load wrapped.pt into the model of plain.pt"
    assert "12 missing, 13 unexpected" in panel.verdict.text()
    text = panel.answer.toPlainText()
    assert 'Missing key(s) in state_dict: "layers.0.fc.weight"' in text

    class Layer(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.fc, self.norm = torch.nn.Linear(4, 6), torch.nn.LayerNorm(4, bias=False)

    class Model(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layers = torch.nn.ModuleList([Layer() for _ in range(3)])
            self.head, self.scale = torch.nn.Linear(4, 5), torch.nn.Parameter(torch.ones(1))

    with pytest.raises(RuntimeError) as raised:
        Model().load_state_dict(torch.load(wrapped[1]))
    lists = {part.split(":")[0].strip() for part in str(raised.value).split("\n\t")[1:]}
    assert {part.split(":")[0].strip() for part in text.split("\n    ")[1:]} == lists
    assert "After these edits it would load" in panel.proposal.text()
    qtbot.mouseClick(panel.apply, CLICK)
    wait_for_edit(qtbot, window, wrapped[1])
    wait_for_answer(qtbot, panel)
    qtbot.waitUntil(lambda: "It would load" in panel.verdict.text(), timeout=20_000)
    assert not panel.apply.isVisible()
    assert not panel.answer.isVisible()


def test_an_error_of_torch_is_pasted_instead_of_a_file(
    qtbot, window: MainWindow, open_window: OpenWindow, wrapped
) -> None:
    open_window(wrapped[1])
    window.actions_["explain_error"].trigger()
    dialog = window.comparing.dialog
    panel = dialog.panel
    assert "Paste" in panel.verdict.text()
    keys = ", ".join(f'"{name}"' for name in state())
    wrong = ", ".join(f'"module.{name}"' for name in [*state(), "extra"])
    panel.pasted.setFocus()
    panel.pasted.insertPlainText(
        "RuntimeError: Error(s) in loading state_dict for Net:\n"
        f"\tMissing key(s) in state_dict: {keys}.\n\tUnexpected key(s) in state_dict: {wrong}."
    )
    qtbot.waitUntil(lambda: panel.apply.isVisible(), timeout=20_000)
    assert "12 missing, 13 unexpected" in panel.verdict.text()
    qtbot.mouseClick(panel.apply, CLICK)
    edited = wait_for_edit(qtbot, window, wrapped[1])
    assert {entry.key for entry in edited.opened.document.contents.tensors} == set(state())
    assert window.comparing.dialog is None


def test_text_that_is_no_error_is_said(qtbot, window: MainWindow, wrapped) -> None:
    view = compared(qtbot, window, wrapped)
    panel = view.pages.show_page("load").panel
    panel.question.setCurrentIndex(2)
    panel.question.activated.emit(2)
    panel.pasted.insertPlainText("Segmentation fault")
    qtbot.waitUntil(lambda: "not an error of load_state_dict" in panel.verdict.text())
    assert not panel.apply.isVisible()
