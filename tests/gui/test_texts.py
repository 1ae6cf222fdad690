"""What people read: nothing a file wrote is markup, everything has a name, all is translated."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QTextEdit, QWidget

import inspector
from inspector.gui.actions import ACTIONS, MENUS
from inspector.gui.language import apply_language
from inspector.gui.main_window import MainWindow
from inspector.gui.text import counted, in_title, literal, tooltip, without_mnemonic
from inspector.gui.theme import _DTYPE_KINDS, DARK, LIGHT, STATUSES, Colours
from inspector.resources import resource
from tests.gui.conftest import OpenWindow, front
from tests.gui.samples import CANARY


def visit_every_row(window: MainWindow) -> None:
    view = front(window)
    pane = view.tree_pane
    window.actions_["expand_all"].trigger()
    for row in range(1, len(pane.tree.rows)):
        pane.view.go_to(row)
        QApplication.processEvents()


def test_markup_in_a_file_stays_text(qtbot, open_window: OpenWindow, hostile: Path) -> None:
    window = open_window(hostile)
    visit_every_row(window)
    labels = window.findChildren(QLabel)
    assert len(labels) > 5
    for label in labels:
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text(), label.text()
    for edit in window.findChildren(QTextEdit):
        assert isinstance(edit, QPlainTextEdit)
    for widget in window.findChildren(QWidget):
        assert "<img" not in widget.toolTip()
    model = front(window).tree_pane.model
    for row in range(1, len(model.tree.rows)):
        for column in range(6):
            index = model.index_of(row, column)
            assert "<img" not in (index.data(Qt.ItemDataRole.ToolTipRole) or "")
            assert len(index.data()) <= 1100
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert CANARY in names


def test_controls_are_made_visible(qtbot, open_window: OpenWindow, hostile: Path) -> None:
    window = open_window(hostile)
    model = front(window).tree_pane.model
    texts = [model.cells.text(row, 0) for row in range(1, len(model.tree.rows))]
    joined = "\n".join(texts)
    assert "\\x00" in joined
    assert "\\u202e" in joined
    assert "tab\\there\\nline" in joined
    assert "''" in texts
    assert not any(ord(letter) < 32 for text in texts for letter in text)
    assert window.windowTitle() == "<b>hostile&.pt — Inspector"
    assert window.tabs.tabText(0) == "<b>hostile&&.pt"


def test_text_helpers() -> None:
    assert (
        tooltip(CANARY)
        == "<qt>&lt;img src=&#x27;/nowhere.png&#x27;&gt;&lt;b&gt;bold&lt;/b&gt;</qt>"
    )
    assert tooltip("") == ""
    assert without_mnemonic("a&b") == "a&&b"
    assert in_title("a[*].pt") == "a[*][*].pt"
    assert literal("a\x00\nb") == "a\\x00\nb"
    assert counted(1, "tensor") == "1 tensor"
    assert counted(1234, "tensor") == "1,234 tensors"


def test_every_focusable_widget_has_a_name(
    qtbot, open_window: OpenWindow, small: Path, tmp_path: Path
) -> None:
    window = open_window(small, tmp_path / "missing.pt")
    visit_every_row(window)
    window.tabs.setCurrentIndex(1)
    nameless = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None and not interface.text(QAccessible.Text.Name):
            nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    # Stacks and splitters only pass the focus on.
    assert [name for name in nameless if not name.startswith(("QStacked", "QSplitter"))] == []


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("given", "at"), [(LIGHT, 0), (DARK, 1)])
def test_contrast(given: Colours, at: int) -> None:
    grounds = (given.base, given.window, given.raised, given.selection)
    inks = [given.text, given.dim, *(pair[at] for pair in _DTYPE_KINDS.values())]
    inks += [(status.light, status.dark)[at] for status in STATUSES.values()]
    for ink in inks:
        for ground in grounds:
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(given.on_accent, given.accent) >= 4.5
    assert contrast(given.accent, given.base) >= 4.5


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = [key.toString() for spec in ACTIONS for key in window.actions_[spec.name].shortcuts()]
    assert len(keys) == len(set(keys)), sorted(keys)


def test_every_action_is_in_a_menu() -> None:
    def names(entries: tuple) -> set[str]:
        found: set[str] = set()
        for entry in entries:
            found |= names(entry[1]) if isinstance(entry, tuple) else {entry}
        return found

    listed = set().union(*(names(entries) for _, entries in MENUS))
    assert {spec.name for spec in ACTIONS} <= listed


TS = resource("translations", "inspector_zh_CN.ts")


def test_the_chinese_translation_is_complete() -> None:
    root = ElementTree.parse(TS).getroot()
    for message in root.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, message.findtext("source")
        assert translation.text, message.findtext("source")
        source = message.findtext("source") or ""
        fields = set(re.findall(r"{\w+}", source))
        assert fields == set(re.findall(r"{\w+}", translation.text)), source


def test_the_translation_files_follow_the_source(tmp_path: Path) -> None:
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    if not tool.exists():
        pytest.skip("pyside6-lupdate is not installed")
    fresh = tmp_path / "fresh.ts"
    files = sorted(str(path) for path in (Path(inspector.__file__).parent / "gui").rglob("*.py"))
    subprocess.run([str(tool), *files, "-ts", str(fresh)], check=True, capture_output=True)

    def messages(path: Path) -> set[tuple[str, str]]:
        return {
            (context.findtext("name") or "", message.findtext("source") or "")
            for context in ElementTree.parse(path).getroot().iter("context")
            for message in context.iter("message")
            if (message.find("translation").get("type") or "") not in ("vanished", "obsolete")
        }

    assert messages(fresh) == messages(TS)
    compiled, original = TS.with_suffix(".qm"), TS
    assert compiled.stat().st_size > 1000
    assert original.exists()


def test_the_language_changes_at_once(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    try:
        window.actions_["language_zh_CN"].trigger()
        qtbot.waitUntil(lambda: window.actions_["open"].text().startswith("打开"))
        assert window.settings.language == "zh_CN"
        assert front(window).tree_pane.model.headerData(0, Qt.Orientation.Horizontal) == "键"
        assert "张量" in window.status.totals.text()
        assert front(window).details.tabs.tabText(0) == "文件"
        cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
        assert cancel == "取消"
    finally:
        apply_language("en")
    qtbot.waitUntil(lambda: window.actions_["open"].text().startswith("&Open"))
