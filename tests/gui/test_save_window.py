"""Save As, asking before edits are lost, and batches."""

from __future__ import annotations

import threading
from argparse import Namespace
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from inspector.edits.keys import StripPrefix
from inspector.edits.weights_only import WeightsOnly
from inspector.gui.detail.blocks import Notice
from inspector.gui.dialogs import save_dialog as save_dialog_module
from inspector.gui.edits.save_plan import named_for, stem_of
from inspector.gui.main_window import MainWindow
from inspector.savefile import SaveFile
from tests.gui.conftest import OpenWindow, front, wait_for_tabs
from tests.gui.edit_samples import colliding, keys, save_dialog, settled, wrapped

# Dialogs have sizes that the offscreen screen has no window manager for.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)

Buttons = QMessageBox.StandardButton


def edited(qtbot, open_window: OpenWindow, path: Path) -> MainWindow:
    window = open_window(wrapped(path))
    window.actions_["strip_prefix"].trigger()
    settled(qtbot, window)
    return window


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_save_as_legacy(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = edited(qtbot, open_window, tmp_path / "a.pt")
    window.actions_["undo"].trigger()
    window.actions_["redo"].trigger()
    settled(qtbot, window)
    qtbot.keyClick(front(window).tree_pane.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = save_dialog(qtbot, window)
    assert dialog.path.text() == str(tmp_path / "a-edited.pt")
    assert dialog.formats.format == "zip"
    assert dialog.verify.isChecked()
    click(qtbot, dialog.formats.buttons["legacy"])
    dialog.formats.old_torch["legacy"].click()
    qtbot.waitUntil(lambda: dialog.plan is not None and dialog.plan.choice.format == "legacy")
    assert dialog.plan.choice.is_for_old_torch
    qtbot.waitUntil(dialog.save.isEnabled)
    click(qtbot, dialog.save)
    saved = tmp_path / "a-edited.pt"
    qtbot.waitUntil(lambda: front(window).path == saved)
    wait_for_tabs(qtbot, window)
    assert saved.read_bytes()[:2] == b"\x80\x02"
    content = torch.load(saved, weights_only=True)
    assert list(content["state_dict"]) == ["a.w", "b.w"]
    assert content["epoch"] == 3
    assert "Saved as" in window.status.currentMessage()
    assert keys(window) == ["a.w", "b.w"]
    assert not window.isWindowModified()
    assert front(window).edits_panel.isHidden()
    assert listed(tmp_path) == ["a-edited.pt", "a.pt"]


def test_torch_is_asked(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    torch.save({"w": torch.ones(2), "args": Namespace(lr=0.1)}, tmp_path / "a.pt")
    window = open_window(tmp_path / "a.pt")
    for edits, words in ([], "does not load it"), ([WeightsOnly()], "loads it"):
        front(window).edits.apply(edits)
        settled(qtbot, window)
        window.actions_["save_as"].trigger()
        dialog = save_dialog(qtbot, window)
        dialog.path.setText(str(tmp_path / f"{len(edits)}.pt"))
        dialog.reopen.setChecked(False)
        dialog.ask_torch.click()
        qtbot.waitUntil(dialog.save.isEnabled)
        click(qtbot, dialog.save)
        if not edits:
            qtbot.waitUntil(lambda d=dialog: d.cancel.text() == "Close", timeout=60_000)
            notice = dialog.findChild(Notice)
            assert any(words in label.text() for label in notice.findChildren(QLabel))
            click(qtbot, dialog.cancel)
        qtbot.waitUntil(lambda: window.editing.saving.dialog is None, timeout=60_000)
        said = window.status.currentMessage()
        assert "Saved as" in said
        assert ("loads it" in said) == bool(edits)


def test_losses_must_be_accepted(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = edited(qtbot, open_window, tmp_path / "a.pt")
    window.actions_["save_as"].trigger()
    dialog = save_dialog(qtbot, window)
    click(qtbot, dialog.formats.buttons["safetensors"])
    qtbot.waitUntil(lambda: dialog.plan is not None and dialog.plan.choice.format != "zip")
    assert dialog.path.text().endswith("a-edited.safetensors")
    assert dialog.plan.losses
    assert not dialog.save.isEnabled()
    dialog.leave_out.click()
    assert dialog.save.isEnabled()
    dialog.reopen.click()
    click(qtbot, dialog.save)
    qtbot.waitUntil(lambda: (tmp_path / "a-edited.safetensors").exists())
    qtbot.waitUntil(lambda: window.editing.saving.dialog is None)
    # Saved elsewhere, the tab stays what it is; nothing is lost by closing it.
    assert front(window).path == tmp_path / "a.pt"
    assert not window.isWindowModified()


def test_the_open_file_is_replaced_and_opened_again(
    qtbot, open_window: OpenWindow, tmp_path: Path
) -> None:
    path = tmp_path / "a.pt"
    window = edited(qtbot, open_window, path)
    window.actions_["save_as"].trigger()
    dialog = save_dialog(qtbot, window)
    dialog.path.setText(str(path))
    qtbot.waitUntil(lambda: dialog.plan is not None and dialog.plan.exists)
    assert not dialog.save.isEnabled()
    dialog.replace.click()
    click(qtbot, dialog.save)
    qtbot.waitUntil(lambda: window.editing.saving.dialog is None)
    wait_for_tabs(qtbot, window)
    assert list(torch.load(path, weights_only=True)["state_dict"]) == ["a.w", "b.w"]
    assert keys(window) == ["a.w", "b.w"]
    assert listed(tmp_path) == ["a.pt"]


def test_a_stopped_save_leaves_nothing(
    qtbot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = edited(qtbot, open_window, tmp_path / "a.pt")
    window.actions_["save_as"].trigger()
    dialog = save_dialog(qtbot, window)
    running = threading.Event()

    def crawl(checkpoint, choice, verify, progress) -> None:
        with SaveFile(choice.target, 1000) as save:
            save.write(b"begun")
            running.set()
            while True:
                progress.report(save.size, 1000, "writing")
                threading.Event().wait(0.005)

    monkeypatch.setattr(save_dialog_module, "save", crawl)
    click(qtbot, dialog.save)
    qtbot.waitUntil(running.is_set)
    qtbot.waitUntil(lambda: "5 B of 1.00 kB" in dialog.progress.state.text())
    assert dialog.cancel.text() == "Stop"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.progress.isHidden())
    assert dialog.isVisible()
    assert dialog.save.isEnabled()
    assert listed(tmp_path) == ["a.pt"]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.editing.saving.dialog is None)
    assert window.isWindowModified()
    front(window).edits.undo()
    settled(qtbot, window)


def test_what_cannot_be_written_is_said_in_the_dialog(
    qtbot, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = edited(qtbot, open_window, tmp_path / "a.pt")
    window.actions_["save_as"].trigger()
    dialog = save_dialog(qtbot, window)
    dialog.path.setText(str(tmp_path / "nowhere" / "b.pt"))
    qtbot.waitUntil(lambda: dialog.plan is not None)
    click(qtbot, dialog.save)
    sentence = "The folder of b.pt does not exist."
    qtbot.waitUntil(
        lambda: (
            sentence in [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
        )
    )
    dialog.reject()
    front(window).edits.undo()
    settled(qtbot, window)


def test_closing_asks(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = edited(qtbot, open_window, tmp_path / "a.pt")
    window.actions_["close"].trigger()
    box = window.editing.saving.box
    assert box.text() == "a.pt has edits that were not saved."
    click(qtbot, box.button(Buttons.Cancel))
    assert window.tabs.count() == 1
    window.actions_["close"].trigger()
    click(qtbot, window.editing.saving.box.button(Buttons.Save))
    dialog = save_dialog(qtbot, window)
    click(qtbot, dialog.save)
    qtbot.waitUntil(lambda: window.tabs.count() == 0)
    assert listed(tmp_path) == ["a-edited.pt", "a.pt"]


def test_closing_the_window_asks(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = edited(qtbot, open_window, tmp_path / "a.pt")
    open_window(wrapped(tmp_path / "b.pt"))
    window.close()
    assert window.isVisible()
    click(qtbot, window.editing.saving.box.button(Buttons.Cancel))
    assert window.isVisible()
    window.close()
    click(qtbot, window.editing.saving.box.button(Buttons.Discard))
    qtbot.waitUntil(lambda: not window.isVisible())
    assert listed(tmp_path) == ["a.pt", "b.pt"]


def test_reloading_asks(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = edited(qtbot, open_window, tmp_path / "a.pt")
    window.actions_["reload"].trigger()
    click(qtbot, window.editing.saving.box.button(Buttons.Discard))
    wait_for_tabs(qtbot, window)
    assert keys(window) == ["module.a.w", "module.b.w"]
    assert window.tabs.tabText(0) == "a.pt"


def test_a_batch_of_three(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = edited(qtbot, open_window, tmp_path / "a.pt")
    others = tmp_path / "others"
    others.mkdir()
    paths = [wrapped(others / "one.pt"), colliding(others / "two.pt"), others / "gone.pt"]
    window.actions_["batch"].trigger()
    dialog = window.editing.saving.batch_dialog
    assert not dialog.start.isEnabled()
    paths.append(others / "clean.pt")
    torch.save({"w": torch.ones(2)}, paths[-1])
    dialog.add_files([*paths, paths[0]])
    assert dialog.files.topLevelItemCount() == 4
    assert dialog.folder.text() == str(tmp_path / "edited")
    click(qtbot, dialog.start)
    qtbot.waitUntil(lambda: dialog.state.text() == "1 done, 3 not", timeout=10_000)
    results = [dialog.files.topLevelItem(at).text(1) for at in range(4)]
    assert results[0].startswith("Done: one.pt")
    assert "would both be called" in results[1]
    assert "does not exist" in results[2]
    assert "nothing was written" in results[3]
    assert listed(tmp_path / "edited") == ["one.pt"]
    state = torch.load(tmp_path / "edited" / "one.pt", weights_only=True)["state_dict"]
    assert list(state) == ["a.w", "b.w"]
    dialog.reject()
    assert front(window).opened.document.edits == [StripPrefix("module.")]
    front(window).edits.undo()
    settled(qtbot, window)


@pytest.mark.parametrize(
    ("name", "format", "expected"),
    [
        ("model.pth.tar", "zip", "model.pth.tar"),
        ("model.pth.tar", "safetensors", "model.safetensors"),
        ("model.safetensors", "legacy", "model.pt"),
        ("v1.2", "zip", "v1.2.pt"),
        ("m.onnx", "onnx", "m.onnx"),
    ],
)
def test_names_follow_the_format(name: str, format: str, expected: str) -> None:
    assert named_for(name, format) == expected
    assert stem_of(".pt") == (".pt", "")
