"""The page about one row: its facts, and the whole value where it has one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.blocks import FactGrid, LongText, Notice, Page, heading, line_field
from inspector.gui.detail.facts import facts_about
from inspector.gui.detail.subject import Subject
from inspector.gui.itemmodels.cells import key_text, value_text
from inspector.gui.itemmodels.rows import VALUE
from inspector.gui.text import DETAIL_LIMIT, emphasised, monospace
from inspector.inert import ByteArray

translate = QCoreApplication.translate


class NodePage(Page):
    """What is known of the selected tensor, value, object or group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("NodePage", "About the selected row"))

    def show_subject(self, subject: Subject) -> None:
        """Show `subject`."""
        node = subject.node
        rows = subject.opened.tree.rows
        name = subject.key or key_text(rows.names[subject.row])
        title = line_field(name, translate("NodePage", "Name"))
        title.setFont(emphasised(monospace(), 1.15))
        blocks: list[QWidget] = [title]
        if isinstance(node, Tensor) and node.trouble is not None:
            blocks.append(Notice("error", node.trouble.message, node.trouble.hint))
        blocks.append(FactGrid(facts_about(subject)))
        text = full_text(node) if subject.kind == VALUE else None
        value = None
        if text is not None:
            value = LongText(text, translate("NodePage", "Value"))
            blocks += [heading(translate("NodePage", "Value")), value]
        self.show_blocks(blocks, stretched=value)


def full_text(node: Any) -> str:
    """The whole value as text: strings as they are, bytes in hexadecimal, others as one line."""
    if isinstance(node, str):
        return node
    if isinstance(node, bytes | ByteArray):
        data = node if isinstance(node, bytes) else node.data
        return data[: DETAIL_LIMIT // 2].hex(" ") + (" …" if len(data) > DETAIL_LIMIT // 2 else "")
    return value_text(node, DETAIL_LIMIT)
