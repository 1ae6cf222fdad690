"""Every page about a file, with names that are markup, and without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget

from tests.gui.conftest import OpenWindow, front
from tests.gui.samples import CANARY


def each_page(window):
    details = front(window).details
    for at in range(details.tabs.count()):
        details.tabs.setCurrentIndex(at)
        QApplication.processEvents()
        yield details.current_page()


def test_markup_stays_text_on_every_page(open_window: OpenWindow, hostile: Path) -> None:
    window = open_window(hostile)
    seen = []
    for page in each_page(window):
        for label in page.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
            seen.append(label.text())
        assert not page.findChildren(QTextEdit)
        for widget in page.findChildren(QWidget):
            assert "<img" not in widget.toolTip()
        page.grab()
    assert any(CANARY in text for text in seen)


@pytest.mark.parametrize("size", [(1366, 768), (560, 360)])
def test_every_page_can_be_used_by_name_and_key(
    open_window: OpenWindow, small: Path, size: tuple[int, int]
) -> None:
    window = open_window(small)
    window.resize(*size)
    for page in each_page(window):
        for widget in page.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page):
                named = QAccessible.queryAccessibleInterface(widget)
                assert named is not None
                assert named.text(QAccessible.Text.Name), widget
        page.grab()


def test_checking_is_in_the_menu(qtbot, open_window: OpenWindow, hostile: Path) -> None:
    window = open_window(hostile)
    window.actions_["check_tensors"].trigger()
    page = front(window).details.current_page()
    table = page.table.view.table

    def names() -> list[str]:
        return [table.index(row, 1).data() for row in range(table.rowCount())]

    qtbot.waitUntil(lambda: any(CANARY in name for name in names()) and not page.work.is_busy)
    assert not any("\u202e" in name or "\x00" in name for name in names())
