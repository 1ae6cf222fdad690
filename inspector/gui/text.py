"""Text in widgets. What a file wrote is shown as it is and never as markup.

Qt guesses whether a text is HTML, renders it and reads the files it names. So every label is made
here as plain text, every tooltip is escaped here, and menus and tabs get their `&` doubled.
"""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from inspector.describe import count, visible

translate = QCoreApplication.translate


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for lupdate, which knows this name; Qt's own returns an untyped object."""
    return text


CELL_LIMIT = 1000
DETAIL_LIMIT = 20_000

# Singular and plural apart: no plural file is then needed for English.
COUNTS = {
    "tensor": (QT_TRANSLATE_NOOP("Counts", "1 tensor"), QT_TRANSLATE_NOOP("Counts", "{n} tensors")),
    "entry": (QT_TRANSLATE_NOOP("Counts", "1 entry"), QT_TRANSLATE_NOOP("Counts", "{n} entries")),
    "parameter": (
        QT_TRANSLATE_NOOP("Counts", "1 parameter"),
        QT_TRANSLATE_NOOP("Counts", "{n} parameters"),
    ),
    "byte": (QT_TRANSLATE_NOOP("Counts", "1 byte"), QT_TRANSLATE_NOOP("Counts", "{n} bytes")),
    "group": (
        QT_TRANSLATE_NOOP("Counts", "1 param_group"),
        QT_TRANSLATE_NOOP("Counts", "{n} param_groups"),
    ),
    "element": (
        QT_TRANSLATE_NOOP("Counts", "1 element"),
        QT_TRANSLATE_NOOP("Counts", "{n} elements"),
    ),
    "character": (
        QT_TRANSLATE_NOOP("Counts", "1 character"),
        QT_TRANSLATE_NOOP("Counts", "{n} characters"),
    ),
    "key": (QT_TRANSLATE_NOOP("Counts", "1 key"), QT_TRANSLATE_NOOP("Counts", "{n} keys")),
    "record": (QT_TRANSLATE_NOOP("Counts", "1 record"), QT_TRANSLATE_NOOP("Counts", "{n} records")),
    "member": (QT_TRANSLATE_NOOP("Counts", "1 member"), QT_TRANSLATE_NOOP("Counts", "{n} members")),
    "operator": (
        QT_TRANSLATE_NOOP("Counts", "1 operator"),
        QT_TRANSLATE_NOOP("Counts", "{n} operators"),
    ),
    "storage": (
        QT_TRANSLATE_NOOP("Counts", "1 storage"),
        QT_TRANSLATE_NOOP("Counts", "{n} storages"),
    ),
    "token": (QT_TRANSLATE_NOOP("Counts", "1 token"), QT_TRANSLATE_NOOP("Counts", "{n} tokens")),
    "further tensor": (
        QT_TRANSLATE_NOOP("Counts", "1 further tensor"),
        QT_TRANSLATE_NOOP("Counts", "{n} further tensors"),
    ),
    "Python source file": (
        QT_TRANSLATE_NOOP("Counts", "1 Python source file"),
        QT_TRANSLATE_NOOP("Counts", "{n} Python source files"),
    ),
    "more": (QT_TRANSLATE_NOOP("Counts", "1 more"), QT_TRANSLATE_NOOP("Counts", "{n} more")),
}


def counted(number: int, noun: str, *, short: bool = False) -> str:
    """(3456, "tensor") -> "3,456 tensors" or, short, "3.46 k tensors"; in the window's language."""
    one, many = COUNTS[noun]
    figures = count(number) if short else f"{number:,}"
    return translate("Counts", one if number == 1 else many).replace("{n}", figures)


def tooltip(text: str) -> str:
    """`text` as a tooltip that wraps and is never taken for markup."""
    if not text:
        return ""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>"


def hint_here(hint: str | None) -> str | None:
    """A remedy, unless it is one of the command line."""
    return None if hint is not None and ("`inspector" in hint or "--" in hint) else hint


def without_mnemonic(text: str) -> str:
    """`text` for a menu, button or tab, where a single `&` would underline what follows."""
    return text.replace("&", "&&")


def in_title(text: str) -> str:
    """`text` for a window title, where `[*]` would mean "modified"."""
    return text.replace("[*]", "[*][*]")


def label(
    text: str = "",
    parent: QWidget | None = None,
    *,
    selectable: bool = False,
    dim: bool = False,
) -> QLabel:
    """A label that shows `text` literally, control characters escaped."""
    made = QLabel(parent)
    if dim:
        made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(literal(text))
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setCursor(Qt.CursorShape.IBeamCursor)
    return made


def literal(text: str, limit: int = CELL_LIMIT) -> str:
    """`text` with what would hide or reorder its surroundings escaped; line breaks stay."""
    return "\n".join(visible(line, limit) for line in text[: limit * 2].split("\n")[:200])


def monospace(scale: float = 1.0) -> QFont:
    """The font of keys and values, as large as the window's own."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    general = QFont()
    # What a monospace font lacks comes from where the window's own font takes it.
    font.setFamilies([QFontInfo(font).family(), *general.families()])
    size = general.pointSizeF()
    if size > 0:
        font.setPointSizeF(size * scale)
    return font


def emphasised(font: QFont, scale: float = 1.0) -> QFont:
    """A copy of `font` for headings."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    if made.pointSizeF() > 0:
        made.setPointSizeF(made.pointSizeF() * scale)
    return made
