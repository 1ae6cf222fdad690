"""What can be taken away from a page: files in a worker, small things through the clipboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from inspector.errors import InspectorError, say
from inspector.gui.detail.subject import Subject
from inspector.progress import Progress
from inspector.savefile import SaveFile

translate = QCoreApplication.translate

Writer = Callable[[Path, Progress], object]


class ExportMenu(QToolButton):
    """`chosen` tells (path, writer): the page runs the writer with its progress."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(translate("ExportMenu", "Export"))
        self.setAccessibleName(translate("ExportMenu", "Export"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAutoRaise(True)
        self.setMenu(QMenu(self))

    def add(self, text: str, slot: Callable[[], object]) -> None:
        """One more line of the menu."""
        self.menu().addAction(text).triggered.connect(lambda _=False: slot())

    def ask(self, name: str, suffix: str, write: Writer) -> None:
        """Ask for a path and tell it, with what will write there."""
        title = translate("ExportMenu", "Export as {suffix}").replace("{suffix}", suffix)
        shown, _ = QFileDialog.getSaveFileName(
            self.window(), title, file_name(name, suffix), f"{suffix} (*{suffix})"
        )
        if shown:
            path = Path(shown)
            self.chosen.emit(path if path.suffix else path.with_suffix(suffix), write)


def file_name(name: str, suffix: str) -> str:
    """A name for a file that every system accepts: "model/a.weight" -> "model_a.weight.npy"."""
    kept = re.sub(r"[^\w.+=-]+", "_", name, flags=re.ASCII).strip("._")[:100]
    return f"{kept or 'tensor'}{suffix}"


def name_of(subject: Subject | None) -> str:
    """What the tensor of a subject is called."""
    if subject is None:
        return ""
    return subject.key or ".".join(str(part) for part in subject.path)


def csv_text(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """RFC 4180; numbers and our own titles need no quotes."""
    lines = [",".join(titles), *(",".join(str(cell) for cell in row) for row in rows)]
    return "\r\n".join(lines) + "\r\n"


def copy_csv(titles: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table to the clipboard."""
    QGuiApplication.clipboard().setText(csv_text(titles, rows))


def text_writer(make: Callable[[], str]) -> Writer:
    """Writes the text that `make` makes, in the worker."""

    def write(path: Path, progress: Progress) -> None:
        data = make().encode()
        progress.report(0, len(data), "")
        with SaveFile(path, len(data), replace=True) as made:
            made.write(data)
            made.commit()

    return write


def image_writer(image: QImage) -> Writer:
    """Writes a picture as PNG."""

    def write(path: Path, progress: Progress) -> None:
        from PySide6.QtCore import QBuffer, QByteArray, QIODevice

        progress.report(0, 0, "")
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
            text = translate("ExportMenu", "The picture could not be encoded.")
            raise InspectorError(say(text))
        data = held.data()
        with SaveFile(path, len(data), replace=True) as made:
            made.write(data)
            made.commit()

    return write
