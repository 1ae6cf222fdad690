"""Edits in the window: real clicks and keys, marks, undo and redo, refusals, recipes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QToolButton, QWidget

from inspector.edits.dropping import DropPaths
from inspector.edits.keys import Rename, StripPrefix
from inspector.edits.recipe import KINDS
from inspector.edits.values import SetValue
from inspector.gui.actions import CONTEXT_MENU
from inspector.gui.detail.blocks import Notice
from inspector.gui.dialogs.edit_dialogs import (
    AddPrefixDialog,
    CastDialog,
    DevicesDialog,
    ListDialog,
    RenameDialog,
    SetValueDialog,
    StripDialog,
)
from inspector.gui.edits.recipes import read_recipe, write_recipe
from inspector.gui.edits.words import edit_title
from tests.gui.conftest import OpenWindow, front
from tests.gui.edit_samples import colliding, edit_dialog, keys, settled, wrapped

# Dialogs have sizes that the offscreen screen has no window manager for.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def select(window, *path: str) -> None:
    pane = front(window).tree_pane
    row = pane.tree.row_at(path)
    assert row, path
    pane.view.go_to(row)


def press(qtbot, window, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(front(window).tree_pane.view, key, modifier)


CONTROL = Qt.KeyboardModifier.ControlModifier


def test_strip_undo_redo(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(wrapped(tmp_path / "a.pt"))
    view = front(window)
    assert view.edits_panel.isHidden()
    assert not window.actions_["undo"].isEnabled()
    assert window.actions_["strip_prefix"].text() == "S&trip “module.”"
    select(window, "state_dict", "module.a.w")
    window.actions_["strip_prefix"].trigger()
    settled(qtbot, window)
    assert keys(window) == ["a.w", "b.w"]
    assert window.isWindowModified()
    assert window.tabs.tabText(0) == "a.pt*"
    assert window.actions_["undo"].text() == "&Undo Strip “module.”"
    assert view.edits_panel.isVisible()
    pane = view.tree_pane
    assert pane.tree.rows.path(pane.chosen_row()) == ("state_dict", "a.w")
    changed = {pane.tree.rows.path(row) for row in pane.model.marks.changed}
    assert changed == {("state_dict", "a.w"), ("state_dict", "b.w")}
    tip = pane.model.data(pane.model.index_of(pane.chosen_row()), Qt.ItemDataRole.ToolTipRole)
    assert "Changed by an edit" in tip
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    settled(qtbot, window)
    assert keys(window) == ["module.a.w", "module.b.w"]
    assert not window.isWindowModified()
    assert window.tabs.tabText(0) == "a.pt"
    assert not pane.model.marks.changed
    assert pane.tree.rows.path(pane.chosen_row()) == ("state_dict", "module.a.w")
    window.actions_["redo"].trigger()
    settled(qtbot, window)
    assert keys(window) == ["a.w", "b.w"]
    assert edit_title(view.opened.document.edits[0]) == "Strip “module.”"


def test_undo_at_once_after_an_edit_waits_for_nothing(
    qtbot, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(wrapped(tmp_path / "a.pt"))
    edits = front(window).edits
    edits.apply([SetValue("epoch", 4)])
    edits.apply([SetValue("epoch", 5)])
    settled(qtbot, window)
    assert [edit.value for edit in edits.document.edits] == [4, 5]
    edits.undo()
    edits.undo()
    edits.redo()
    settled(qtbot, window)
    select(window, "epoch")
    assert front(window).tree_pane.model.cells.text(front(window).tree_pane.chosen_row(), 1) == "4"


def test_a_collision_is_refused_by_name(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(colliding(tmp_path / "a.pt"))
    window.actions_["strip_prefix"].trigger()
    dialog = edit_dialog(qtbot, window, StripDialog)
    qtbot.waitUntil(lambda: bool(dialog.sentence()))
    assert dialog.prefix.currentText() == "module."
    assert "'module.a.w' and 'a.w' would both be called 'a.w'" in dialog.sentence()
    assert not dialog.apply.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()
    assert not window.isWindowModified()


def test_rename_previews_while_typing(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(wrapped(tmp_path / "a.pt"))
    window.actions_["rename_keys"].trigger()
    dialog = edit_dialog(qtbot, window, RenameDialog)
    assert not dialog.apply.isEnabled()
    qtbot.keyClicks(dialog.pattern, "(")
    qtbot.waitUntil(lambda: "is not a regular expression" in dialog.sentence())
    assert not dialog.apply.isEnabled()
    dialog.pattern.clear()
    qtbot.keyClicks(dialog.pattern, r"^module\.(\w)")
    qtbot.keyClicks(dialog.replacement, r"\1\1")
    qtbot.waitUntil(dialog.apply.isEnabled)
    first = dialog.preview.topLevelItem(0)
    assert (first.text(0), first.text(1)) == ("module.a.w", "aa.w")
    assert dialog.state.text() == "2 changes"
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    settled(qtbot, window)
    assert keys(window) == ["aa.w", "bb.w"]
    assert front(window).opened.document.edits == [Rename(r"^module\.(\w)", r"\1\1")]


def test_plain_texts_are_not_patterns(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(wrapped(tmp_path / "a.pt"))
    window.actions_["rename_keys"].trigger()
    dialog = edit_dialog(qtbot, window, RenameDialog)
    dialog.is_regex.click()
    dialog.pattern.setText("module.")
    dialog.replacement.setText("\\1.")
    qtbot.waitUntil(dialog.apply.isEnabled)
    dialog.accept()
    settled(qtbot, window)
    assert keys(window) == ["\\1.a.w", "\\1.b.w"]


def test_values_are_set_with_f2(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(wrapped(tmp_path / "a.pt"))
    select(window, "epoch")
    press(qtbot, window, Qt.Key.Key_F2)
    dialog = edit_dialog(qtbot, window, SetValueDialog)
    assert dialog.value.text() == "3"
    dialog.value.setText("many")
    qtbot.waitUntil(lambda: "neither a number" in dialog.sentence())
    dialog.value.setText("7")
    qtbot.waitUntil(dialog.apply.isEnabled)
    qtbot.keyClick(dialog.value, Qt.Key.Key_Return)
    settled(qtbot, window)
    assert front(window).opened.document.edits == [SetValue("epoch", 7)]
    select(window, "note")
    pane = front(window).tree_pane
    place = pane.view.visualRect(pane.view.currentIndex()).center()
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dialog = edit_dialog(qtbot, window, SetValueDialog)
    assert dialog.value.text() == "x"
    dialog.reject()


def test_drop_and_keep_only(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(wrapped(tmp_path / "a.pt"))
    select(window, "note")
    press(qtbot, window, Qt.Key.Key_Delete)
    settled(qtbot, window)
    assert front(window).opened.document.edits == [DropPaths(("note",))]
    assert not front(window).tree_pane.tree.row_at(("note",))
    select(window, "state_dict")
    window.actions_["keep_only"].trigger()
    settled(qtbot, window)
    assert not front(window).tree_pane.tree.row_at(("epoch",))
    assert keys(window) == ["module.a.w", "module.b.w"]


def test_one_edit_of_several_is_removed(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(wrapped(tmp_path / "a.pt"))
    view = front(window)
    view.edits.apply([StripPrefix("module."), SetValue("epoch", 9), Rename("^a", "c")])
    settled(qtbot, window)
    panel = view.edits_panel
    assert panel.list.topLevelItemCount() == 3
    assert "module.a.w → a.w" in panel.list.topLevelItem(0).toolTip(0)
    button = panel.list.itemWidget(panel.list.topLevelItem(1), 2)
    assert isinstance(button, QToolButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settled(qtbot, window)
    assert [edit.kind for edit in view.opened.document.edits] == ["strip-prefix", "rename"]
    # "^a" has nothing to rename without the strip: the list stays and says why.
    panel.list.setCurrentItem(panel.list.topLevelItem(0))
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    settled(qtbot, window)
    assert len(view.opened.document.edits) == 2
    notice = panel.findChild(Notice)
    sentences = [label.text() for label in notice.findChildren(QLabel)]
    assert any("stays, because a later edit needs it" in text for text in sentences)
    assert "Removal: Set" in window.actions_["undo"].text()
    qtbot.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    settled(qtbot, window)
    assert [edit.kind for edit in view.opened.document.edits] == ["strip-prefix", "set", "rename"]
    qtbot.mouseClick(panel.redo, Qt.MouseButton.LeftButton)
    settled(qtbot, window)
    assert len(view.opened.document.edits) == 2


def test_dialogs_of_tensors(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(wrapped(tmp_path / "a.pt"))
    window.actions_["map_devices"].trigger()
    dialog = edit_dialog(qtbot, window, DevicesDialog)
    dialog.targets["cpu"].setCurrentText("cuda:1")
    qtbot.waitUntil(dialog.apply.isEnabled)
    dialog.accept()
    settled(qtbot, window)
    window.actions_["cast"].trigger()
    dialog = edit_dialog(qtbot, window, CastDialog)
    qtbot.waitUntil(dialog.apply.isEnabled)
    dialog.accept()
    settled(qtbot, window)
    window.actions_["add_prefix"].trigger()
    dialog = edit_dialog(qtbot, window, AddPrefixDialog)
    qtbot.keyClicks(dialog.prefix, "net.")
    qtbot.waitUntil(dialog.apply.isEnabled)
    dialog.accept()
    settled(qtbot, window)
    tensor = front(window).opened.document.contents.tensors[0].tensor
    assert (tensor.device, tensor.dtype.name) == ("cuda:1", "float16")
    assert keys(window)[0] == "net.module.a.w"
    window.actions_["compact"].trigger()
    dialog = edit_dialog(qtbot, window, ListDialog)
    qtbot.waitUntil(lambda: "No storage holds more" in dialog.sentence())
    dialog.reject()


def test_the_context_menu_has_what_fits(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(wrapped(tmp_path / "a.pt"))
    select(window, "epoch")
    assert {"set_value", "drop"} <= set(window.actions_.possible(CONTEXT_MENU))
    assert "keep_only" not in window.actions_.possible(CONTEXT_MENU)
    select(window, "state_dict")
    assert "keep_only" in window.actions_.possible(CONTEXT_MENU)
    assert "set_value" not in window.actions_.possible(CONTEXT_MENU)


def test_recipes_and_python(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(wrapped(tmp_path / "a.pt"), wrapped(tmp_path / "b.pt"))
    front(window).edits.apply([StripPrefix("module."), SetValue("epoch", 1)])
    settled(qtbot, window)
    window.actions_["copy_python"].trigger()
    assert "removeprefix('module.')" in QGuiApplication.clipboard().text()
    edits = front(window).opened.document.edits
    write_recipe(tmp_path / "r.json", edits)
    assert json.loads((tmp_path / "r.json").read_text())["edits"][0]["edit"] == "strip-prefix"
    assert read_recipe(tmp_path / "r.json") == edits
    window.tabs.setCurrentIndex(1)
    window.editing._show_list("Apply Recipe", read_recipe(tmp_path / "r.json"))
    dialog = edit_dialog(qtbot, window, ListDialog)
    qtbot.waitUntil(dialog.apply.isEnabled)
    assert dialog.state.text() == "3 changes"
    dialog.accept()
    settled(qtbot, window)
    assert keys(window) == ["a.w", "b.w"]


SCREEN = (1366, 768)
_COMPOUND = (QComboBox, QAbstractSpinBox)


def test_dialogs_fit_and_all_has_a_name(qtbot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(wrapped(tmp_path / "a.pt"))
    front(window).edits.apply([SetValue("epoch", 4)])
    settled(qtbot, window)
    select(window, "epoch")
    names = ("rename_keys", "add_prefix", "map_devices", "cast", "compact", "set_value", "save_as",
             "batch")  # fmt: skip
    for name in names:
        window.actions_[name].trigger()
        saving = window.editing.saving
        dialog = window.editing.dialog or saving.dialog or saving.batch_dialog
        assert dialog is not None, name
        qtbot.waitUntil(lambda: window.jobs.running == 0)
        assert dialog.width() <= SCREEN[0], name
        assert dialog.height() <= SCREEN[1] - 60, name
        for widget in dialog.findChildren(QWidget):
            is_part = widget.objectName().startswith("qt_") or isinstance(
                widget.parent(), _COMPOUND
            )
            if is_part or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
                continue
            interface = QAccessible.queryAccessibleInterface(widget)
            named = interface is None or interface.text(QAccessible.Text.Name)
            assert named, f"{name}: {type(widget).__name__}"
        dialog.reject()
    window.actions_["undo"].trigger()
    settled(qtbot, window)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_edit_has_a_title(kind) -> None:
    from dataclasses import fields

    values = {"paths": ("a",), "names": (("a", "b"), ("c", "d"))}
    edit = kind(**{field.name: values.get(field.name, "a") for field in fields(kind)})
    assert "{" not in edit_title(edit)
