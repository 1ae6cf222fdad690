"""Help inside the application: a guide to formats, the shortcuts, the command line.

The texts are Markdown files under `resources/help`, one folder for each language; the shortcuts are
read from the table of actions.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QTextTable, QTextTableFormat
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.actions import MENUS, Actions, shown_text, without_access_key
from inspector.gui.command_palette import action_places
from inspector.gui.faults import guarded, nothing
from inspector.gui.language import current
from inspector.gui.text import QT_TRANSLATE_NOOP, translate
from inspector.gui.theme import GRID, colours
from inspector.resources import resource

# page -> its title
PAGES = {
    "formats": QT_TRANSLATE_NOOP("Help", "Guide to Formats"),
    "shortcuts": QT_TRANSLATE_NOOP("Help", "Keyboard Shortcuts"),
    "command-line": QT_TRANSLATE_NOOP("Help", "Command Line"),
}

# What Qt calls keys that few keyboards have.
_MULTIMEDIA = {"Open", "Save", "Close", "Copy", "Undo", "Redo", "Refresh", "Find", "Help", "Exit"}


class HelpWindow(QDialog):
    """Pages of text beside the window; it stays open while one works."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.pages: dict[str, QTextBrowser] = {}
        for name in PAGES:
            page = self.pages[name] = QTextBrowser()
            page.setOpenLinks(False)  # there are none that lead out of here
            page.setFrameShape(QTextBrowser.Shape.NoFrame)
            page.document().setDocumentMargin(3 * GRID)
            self.tabs.addTab(page, "")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.addWidget(self.tabs)
        self.buttons.setContentsMargins(2 * GRID, 0, 2 * GRID, 2 * GRID)
        column.addWidget(self.buttons)
        self.resize(96 * GRID, 80 * GRID)
        self.refresh()

    def show_page(self, name: str) -> None:
        """Bring the help to the front with one of `PAGES`."""
        self.tabs.setCurrentWidget(self.pages[name])
        self.show()
        self.raise_()
        self.activateWindow()
        self.pages[name].setFocus()

    def refresh(self) -> None:
        """The texts in the language and the colours of now."""
        self.setWindowTitle(translate("Help", "Help"))
        self.tabs.setAccessibleName(translate("Help", "Help"))
        self.tabs.tabBar().setAccessibleName(translate("Help", "Help"))
        for at, (name, title) in enumerate(PAGES.items()):
            shown = translate("Help", title)
            self.tabs.setTabText(at, shown)
            page = self.pages[name]
            page.setAccessibleName(shown)
            page.document().setDefaultFont(self.font())
            is_shortcuts = name == "shortcuts"
            text = shortcuts_text(self._actions) if is_shortcuts else page_text(name)
            page.setMarkdown(text)
            _space_out(page)

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in kinds and hasattr(self, "buttons"):
            self.refresh()


def page_text(name: str) -> str:
    """A page of the help as Markdown, in the language of now, else in English."""
    path = resource("help", current(), f"{name}.md")
    if not path.exists():
        path = resource("help", "en", f"{name}.md")
    return path.read_text(encoding="utf-8")


def shortcuts_text(actions: Actions) -> str:
    """Every action that has keys, as a table under each menu's name."""
    action, keys = translate("Help", "Action"), translate("Help", "Keys")
    lines = []
    for title, names in MENUS:
        rows = [_row(actions, name) for name, _ in action_places(names)]
        rows = [row for row in rows if row]
        if rows:
            head = f"| {action} | {keys} |"
            menu = without_access_key(shown_text(title))
            lines += [f"## {menu}", "", head, "| --- | --- |", *rows, ""]
    recent = translate("Help", "The first nine of the recent files")
    tree = translate("Help", "In the tree: unfold, fold, unfold everything below")
    lines += [f"- {recent}: `Ctrl+1` … `Ctrl+9`", f"- {tree}: `→` `←` `*`", ""]
    return "\n".join(lines)


def _row(actions: Actions, name: str) -> str:
    marked = ", ".join(f"`{key}`" for key in shown_keys(actions[name]))
    return f"| {without_access_key(actions[name].text())} | {marked} |" if marked else ""


def shown_keys(action: QAction) -> list[str]:
    """The shortcuts of an action as a person would type them: no keys of multimedia keyboards."""
    native = QKeySequence.SequenceFormat.NativeText
    keys = [key for key in action.shortcuts() if _MULTIMEDIA.isdisjoint(key.toString().split("+"))]
    return list(dict.fromkeys(key.toString(native) for key in keys))


def _space_out(page: QTextBrowser) -> None:
    """Room above headings, and tables with thin lines in the colours of now."""
    cursor = page.textCursor()
    block = page.document().begin()
    while block.isValid():
        if block.blockFormat().headingLevel() and block.position():
            form = block.blockFormat()
            form.setTopMargin(2.5 * GRID)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
        block = block.next()
    for frame in page.document().rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            table = frame.format()
            table.setBorder(1)
            table.setBorderCollapse(True)
            table.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
            table.setBorderBrush(QColor(colours().line))
            table.setCellPadding(0.75 * GRID)
            table.setTopMargin(GRID)
            frame.setFormat(table)
