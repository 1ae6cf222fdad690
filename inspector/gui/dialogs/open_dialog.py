"""The dialogs that ask for files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

PATTERNS = (
    "*.pt *.pth *.ckpt *.bin *.tar *.safetensors *.onnx *.pt2 *.ptl *.jit *.npz *.npy *.pkl "
    "*.gz *.json"
)


def open_dialog(parent: QWidget, folder: str) -> QFileDialog:
    """A dialog for one or more existing files."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(parent, translate("OpenDialog", "Open Checkpoints"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    names = (translate("OpenDialog", "Checkpoints"), translate("OpenDialog", "All files"))
    dialog.setNameFilters([f"{names[0]} ({PATTERNS})", f"{names[1]} (*)"])
    return dialog


def folder_dialog(parent: QWidget, folder: str) -> QFileDialog:
    """A dialog for the folder of a sharded checkpoint."""
    title = QCoreApplication.translate("OpenDialog", "Open a Sharded Checkpoint")
    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def ask(dialog: QFileDialog, on_paths_chosen: Callable[[Sequence[Path]], None]) -> None:
    """Show `dialog` beside the running window; nothing is called where it is dismissed."""

    def on_dialog_accepted() -> None:
        paths = [Path(name) for name in dialog.selectedFiles() if name]
        if paths:
            on_paths_chosen(paths)

    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(on_dialog_accepted)
    dialog.open()
