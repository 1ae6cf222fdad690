"""Asking before edits are lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from inspector.describe import visible


def ask_unsaved(
    parent: QWidget, name: str, on_save: Callable[[], None], on_discard: Callable[[], None]
) -> QMessageBox:
    """Save, Discard or Cancel the edits of the file `name`; Cancel calls nothing."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Unsaved", "Unsaved Edits"))
    text = translate("Unsaved", "{name} has edits that were not saved.")
    box.setText(text.replace("{name}", visible(name, 100)))
    box.setInformativeText(
        translate("Unsaved", "Without saving they are lost. The file itself was not touched.")
    )
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.button(buttons.Save).setText(translate("Unsaved", "&Save As…"))
    box.setDefaultButton(buttons.Save)
    box.setEscapeButton(buttons.Cancel)

    def on_box_finished(_: int) -> None:
        clicked = box.clickedButton()
        if clicked is box.button(buttons.Save):
            on_save()
        elif clicked is box.button(buttons.Discard):
            on_discard()

    box.finished.connect(on_box_finished)
    box.open()
    return box
