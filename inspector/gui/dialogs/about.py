"""Help > About."""

from __future__ import annotations

import platform

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from inspector import __version__
from inspector.gui.icons import pixmap


def about_box(parent: QWidget) -> QMessageBox:
    """The box that says what this is and which versions it runs on."""
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(translate("About", "About Inspector"))
    box.setIconPixmap(pixmap("inspector", "#000000", 64))
    box.setText(f"Inspector {__version__}")
    box.setInformativeText(
        translate(
            "About",
            "Open, understand and compare model checkpoints. Nothing in a file is "
            "executed when it is opened.",
        )
        + f"\n\nPython {platform.python_version()} · Qt {qVersion()}\n"
        + translate("About", "Icons: Lucide (ISC licence)")
    )
    return box
