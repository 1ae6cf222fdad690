"""Preferences: applied at once, remembered, undone."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from inspector.desktop import associations
from inspector.edits.keys import AddPrefix
from inspector.errors import InspectorError, say
from inspector.gui.dialogs.preferences import PreferencesDialog
from inspector.gui.main_window import MainWindow
from inspector.gui.settings import Settings
from inspector.gui.theme import is_dark
from tests.gui.conftest import OpenWindow, front


@pytest.fixture
def dialog(qtbot, window: MainWindow) -> PreferencesDialog:
    window.actions_["preferences"].trigger()
    made = window.preferring.dialog
    assert made is not None
    qtbot.waitUntil(made.isVisible)
    return made


def choose(combo, data: str) -> None:
    at = combo.findData(data)
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def test_language_and_theme_at_once(qtbot, window: MainWindow, dialog: PreferencesDialog) -> None:
    choose(dialog.general.theme, "dark")
    assert Settings().theme == "dark"
    assert is_dark()
    assert window.actions_["theme_dark"].isChecked()
    choose(dialog.general.theme, "light")
    choose(dialog.general.language, "en")
    assert Settings().language == "en"
    assert window.actions_["language_en"].isChecked()


def test_numbers_are_checked(dialog: PreferencesDialog) -> None:
    general = dialog.general
    for text, kept in [("1e-5", 1e-5), ("nonsense", 1e-5), ("-1", 1e-5), ("inf", 1e-5), ("0", 0.0)]:
        general.rtol.setText(text)
        general.rtol.editingFinished.emit()
        assert Settings().diff_tolerance == (kept, 0.0)
        assert float(general.rtol.text()) == kept
    general.atol.setText("1e-8")
    general.atol.editingFinished.emit()
    assert Settings().diff_tolerance == (0.0, 1e-8)


def test_the_menu_follows(window: MainWindow, dialog: PreferencesDialog) -> None:
    assert not window.actions_["restore_tabs"].isChecked()
    dialog.general.restore.click()
    assert window.actions_["restore_tabs"].isChecked()
    assert Settings().restores_tabs


def test_one_dialog_at_a_time(qtbot, window: MainWindow, dialog: PreferencesDialog) -> None:
    window.actions_["preferences"].trigger()
    assert window.preferring.dialog is dialog
    dialog.reject()
    assert window.preferring.dialog is None


def test_save_as_suggests_what_is_set(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    window.settings.save_format = "legacy"
    window.actions_["save_as"].trigger()
    dialog = window.editing.saving.dialog
    assert dialog is not None
    assert dialog.formats.format == "legacy"
    dialog.reject()
    window.settings.save_format = "own"
    window.actions_["save_as"].trigger()
    assert window.editing.saving.dialog.formats.format == "zip"
    window.editing.saving.dialog.reject()


def test_the_python_that_is_set_checks_a_save(
    qtbot, open_window: OpenWindow, small: Path, tmp_path: Path
) -> None:
    """Its answer is shown; here it is one that has no torch."""
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    python.chmod(0o755)
    window = open_window(Path(shutil.copy(small, tmp_path / "x.pt")))
    window.settings.torch_python = str(python)
    window.actions_["save_as"].trigger()
    dialog = window.editing.saving.dialog
    dialog.path.setText(str(tmp_path / "y.pt"))
    qtbot.waitUntil(dialog.save.isEnabled)
    assert dialog.ask_torch.isVisible()
    dialog.ask_torch.setChecked(True)
    dialog.save.click()
    qtbot.waitUntil(lambda: "torch is not installed" in all_text(dialog), timeout=20_000)
    dialog.reject()


def all_text(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_unsaved_edits_are_given_up_without_a_question_if_wanted(
    qtbot, open_window: OpenWindow, small: Path
) -> None:
    window = open_window(small)
    front(window).edits.apply([AddPrefix("net.")])
    qtbot.waitUntil(lambda: front(window).is_changed)
    window.actions_["close"].trigger()
    box = window.editing.saving.box
    assert box is not None
    box.reject()
    assert window.tabs.count() == 1
    window.settings.asks_unsaved = False
    window.actions_["close"].trigger()
    assert window.tabs.count() == 0


def test_registering_is_reported(
    qtbot, monkeypatch: pytest.MonkeyPatch, dialog: PreferencesDialog
) -> None:
    page, done = dialog.files, []
    state = {"on": False}
    monkeypatch.setattr(associations, "is_registered", lambda: state["on"])
    monkeypatch.setattr(associations, "offered", lambda: ["tar"] if state["on"] else [])

    def register(extra: list[str]) -> list[str]:
        done.append(extra)
        state["on"] = True
        return [say("wrote {path}", path="/x/y.desktop")]

    def unregister() -> list[str]:
        state["on"] = False
        return []

    monkeypatch.setattr(associations, "register", register)
    monkeypatch.setattr(associations, "unregister", unregister)
    page.refresh()
    assert not page.unregister.isEnabled()
    page.also["tar"].setChecked(True)
    page.register.click()
    qtbot.waitUntil(lambda: page.report.toPlainText() == "wrote /x/y.desktop")
    assert done == [["tar"]]
    assert page.unregister.isEnabled()
    page.unregister.click()
    qtbot.waitUntil(lambda: page.report.toPlainText() == "Nothing had to be changed.")
    assert not page.also["tar"].isChecked()
    assert not page.unregister.isEnabled()


def test_a_refusal_is_shown(
    qtbot, monkeypatch: pytest.MonkeyPatch, dialog: PreferencesDialog
) -> None:
    def refuse(_: list[str]) -> list[str]:
        raise InspectorError("It cannot be.", hint="Install it first.")

    monkeypatch.setattr(associations, "register", refuse)
    dialog.files.register.click()
    qtbot.waitUntil(lambda: dialog.files.report.toPlainText() == "It cannot be.\nInstall it first.")
    assert dialog.files.register.isEnabled()


def test_python_is_asked(qtbot, tmp_path: Path, dialog: PreferencesDialog) -> None:
    page = dialog.python

    def answer() -> str:
        return page.findChildren(QLabel)[1].text()

    page.path.setText(sys.executable)
    page.check.click()
    qtbot.waitUntil(lambda: page.check.isEnabled(), timeout=20_000)
    assert f"Python {sys.version_info.major}." in answer()
    assert Settings().torch_python == sys.executable
    page.path.setText(str(tmp_path / "python"))
    page.check.click()
    qtbot.waitUntil(lambda: page.check.isEnabled(), timeout=20_000)
    assert answer() == f"There is no torch: {tmp_path}/python: No such file or directory"
