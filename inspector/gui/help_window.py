"""Help inside the application: a guide to formats, the shortcuts, the command line.

The texts are Markdown files under `resources/help`, one folder for each language; the shortcuts are
read from the table of actions.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontDatabase, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.actions import ACTIONS, MENUS, Actions, shown_text, without_access_key
from inspector.gui.command_palette import action_places
from inspector.gui.faults import guarded, nothing
from inspector.gui.language import current
from inspector.gui.text import QT_TRANSLATE_NOOP, translate
from inspector.gui.theme import GRID
from inspector.resources import resource

# page -> its title
PAGES = {
    "formats": QT_TRANSLATE_NOOP("Help", "Guide to Formats"),
    "shortcuts": QT_TRANSLATE_NOOP("Help", "Keyboard Shortcuts"),
    "command-line": QT_TRANSLATE_NOOP("Help", "Command Line"),
}


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
            _set_code_font(page)

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
    lines = []
    for title, names in MENUS:
        rows = [_row(actions, name) for name, _ in action_places(names)]
        rows = [row for row in rows if row]
        if rows:
            head = f"| {translate('Help', 'Action')} | {translate('Help', 'Keys')} |"
            menu = without_access_key(shown_text(title))
            lines += [f"## {menu}", "", head, "| --- | --- |", *rows, ""]
    recent = translate("Help", "The first nine of the recent files")
    tree = translate("Help", "In the tree: unfold, fold, unfold everything below")
    lines += [f"- {recent}: `Ctrl+1` … `Ctrl+9`", f"- {tree}: `→` `←` `*`", ""]
    return "\n".join(lines)


def _row(actions: Actions, name: str) -> str:
    keys = actions[name].shortcuts()
    if not keys or name not in {spec.name for spec in ACTIONS}:
        return ""
    native = QKeySequence.SequenceFormat.NativeText
    shown = dict.fromkeys(key.toString(native) for key in keys)
    marked = " ".join(f"`{key}`" for key in shown)
    return f"| {without_access_key(actions[name].text())} | {marked} |"


def _set_code_font(page: QTextBrowser) -> None:
    """Markdown's code is in a font of its own, which Qt does not choose as the window does."""
    fixed: QFont = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    page.document().setDefaultStyleSheet(f"code, pre {{ font-family: '{fixed.family()}'; }}")
    page.moveCursor(page.textCursor().MoveOperation.Start)
    page.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextBrowserInteraction
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
