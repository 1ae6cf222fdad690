"""The command palette, the help and the welcome page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QToolButton

from inspector.cli.main import COMMANDS, parser_for
from inspector.gui.actions import ACTIONS
from inspector.gui.command_palette import CommandPalette, entries, matching
from inspector.gui.help_window import PAGES, shortcuts_text, shown_keys
from inspector.gui.language import apply_language
from inspector.gui.main_window import MainWindow
from inspector.gui.welcome import SAMPLES
from inspector.resources import resource
from tests.gui.conftest import OpenWindow, wait_for_tabs

NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def palette(qtbot, window: MainWindow) -> CommandPalette:
    window.actions_["palette"].trigger()
    made = window.assisting.palette
    assert made is not None
    qtbot.waitUntil(made.isVisible)
    return made


def listed(palette: CommandPalette) -> list[str]:
    return [palette.list.topLevelItem(at).text(0) for at in range(palette.list.topLevelItemCount())]


def test_every_action_is_in_the_palette(window: MainWindow) -> None:
    names = [entry.name for entry in entries(window.actions_)]
    assert sorted(names) == sorted(spec.name for spec in ACTIONS)


@pytest.mark.parametrize(
    ("typed", "first"),
    [("pref", "preferences"), ("dark", "theme_dark"), ("view full", "full_screen"),
     ("copy json", "copy_json"), ("strip", "strip_prefix")],
)  # fmt: skip
def test_words_in_any_order(window: MainWindow, typed: str, first: str) -> None:
    assert matching(entries(window.actions_), typed)[0].name == first


def test_nothing_matches(qtbot, palette: CommandPalette) -> None:
    palette.edit.setText("xyzzy")
    assert listed(palette) == []
    assert not palette.none.isHidden()
    qtbot.keyClick(palette.edit, Qt.Key.Key_Down)
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_chosen_with_the_keyboard(qtbot, window: MainWindow, palette: CommandPalette) -> None:
    palette.edit.setText("flat list")
    assert listed(palette)[0] == "Flat List"
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.actions_["flat_list"].isChecked())
    assert window.settings.is_flat


def test_arrows_move_in_the_list(qtbot, palette: CommandPalette) -> None:
    for key, row in [
        (Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1), (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
    ]:  # fmt: skip
        qtbot.keyClick(palette.edit, key)
        assert palette.list.currentIndex().row() == row
    qtbot.keyClick(palette.edit, Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() > 3


def test_what_cannot_be_done_stands_below(qtbot, palette: CommandPalette) -> None:
    states = [
        palette.list.topLevelItem(at).isDisabled() for at in range(palette.list.topLevelItemCount())
    ]
    assert states == sorted(states)
    assert any(states)
    palette.edit.setText("untie")
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_chinese_and_english_words(qtbot, window: MainWindow) -> None:
    apply_language("zh_CN")
    try:
        qtbot.waitUntil(lambda: window.actions_["open"].text().startswith("打开"))
        names = [matching(entries(window.actions_), typed)[0].name for typed in ("打开", "open")]
        assert names[0] == "open"
        assert names[1].startswith("open")
    finally:
        apply_language("en")


# -- help -------------------------------------------------------------------------------------


def test_every_page_of_the_help(qtbot, window: MainWindow) -> None:
    for action, page in [
        ("help_formats", "formats"),
        ("help_shortcuts", "shortcuts"),
        ("help_commands", "command-line"),
    ]:
        window.actions_[action].trigger()
        shown = window.assisting.help
        assert shown is not None
        assert shown.tabs.currentWidget() is shown.pages[page]
        assert len(shown.pages[page].toPlainText()) > 500
    assert set(shown.pages) == set(PAGES)
    shown.close()


def test_every_key_is_in_the_help(window: MainWindow) -> None:
    text = shortcuts_text(window.actions_)
    for spec in ACTIONS:
        action = window.actions_[spec.name]
        for key in shown_keys(action):
            assert f"`{key}`" in text, spec.name
        if action.shortcuts():
            assert shown_keys(action), spec.name


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_help_names_every_command_and_only_those(language: str) -> None:
    text = resource("help", language, "command-line.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^inspector ([a-z]+)", text, re.M))
    assert named == set(COMMANDS)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_commands_of_the_help_can_be_parsed(language: str) -> None:
    import shlex

    text = resource("help", language, "command-line.md").read_text(encoding="utf-8")
    lines = re.findall(r"^inspector (save .*\.\w+.*)$", text, re.M)
    assert len(lines) == 7
    for line in lines:
        words = shlex.split(line)
        assert parser_for(words[0]).parse_args(words).command == "save"


def test_the_pages_exist_in_both_languages() -> None:
    english = {path.name for path in resource("help", "en").iterdir()}
    assert english == {path.name for path in resource("help", "zh_CN").iterdir()}
    for name in english:
        heads = [
            len(re.findall(r"^## ", resource("help", language, name).read_text("utf-8"), re.M))
            for language in ("en", "zh_CN")
        ]
        assert heads[0] == heads[1] > 0


# -- welcome ----------------------------------------------------------------------------------


def buttons(window: MainWindow) -> dict[str, QToolButton]:
    found = window.welcome.findChildren(QToolButton)
    return {button.accessibleName(): button for button in found if not button.isHidden()}


def test_samples_open(qtbot, window: MainWindow) -> None:
    expected = []
    for _, text, names in SAMPLES:
        found = buttons(window)
        assert found[text].isEnabled(), text
        found[text].click()
        expected += names if len(names) == 1 else []
        wait_for_tabs(qtbot, window)
    shown = [view.path.name for view in window.tabs.views()]
    assert sorted(shown) == sorted(expected)
    assert all(view.opened is not None for view in window.tabs.views())
    (pair,) = window.tabs.comparisons()
    assert [pair.wanted.a.path.name, pair.wanted.b.path.name] == list(SAMPLES[-1][2])


def test_recent_files_on_the_welcome_page(
    qtbot, open_window: OpenWindow, small: Path, tmp_path: Path
) -> None:
    window = open_window(small)
    window.settings.add_recent(tmp_path / "gone.pt")
    window.tabs.close_all()
    window.welcome.show_recent(window.settings.recent)
    qtbot.waitUntil(lambda: "gone.pt" in buttons(window))
    found = buttons(window)
    assert not found["gone.pt"].isEnabled()
    found["epoch3.pt"].click()
    wait_for_tabs(qtbot, window)
    assert [view.path for view in window.tabs.views()] == [small]


def test_the_smallest_window_scrolls(qtbot, window: MainWindow) -> None:
    window.resize(560, 360)
    qtbot.waitUntil(lambda: window.welcome.verticalScrollBar().maximum() > 0)
    assert window.welcome.horizontalScrollBar().maximum() == 0


def test_the_target_lights_up_while_files_are_carried_over(window: MainWindow, small: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(small))])
    actions, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, NO_KEY
    before = window.welcome._target.styleSheet()
    over = QDragEnterEvent(QPoint(9, 9), actions, data, button, key)
    QApplication.sendEvent(window, over)
    assert over.isAccepted()
    assert window.welcome._target.styleSheet() != before
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert window.welcome._target.styleSheet() == before
