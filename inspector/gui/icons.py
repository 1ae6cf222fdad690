"""Icons: Lucide's outlines, drawn in the colours of the palette."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from inspector.gui.faults import record
from inspector.gui.theme import colours
from inspector.resources import resource

_SIZES = (16, 32)


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """The icon `name` in `colour`, or in the text colour of the palette; blank if it is missing."""
    given = colours()
    shown = colour.name() if colour is not None else given.text
    return _icon(name, shown, given.dim, QGuiApplication.primaryScreen().devicePixelRatio())


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, disabled: str, ratio: float) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, colour, size, ratio))
        made.addPixmap(pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: str, size: int, ratio: float | None = None) -> QPixmap:
    """The icon `name` as a square of `size` device-independent pixels."""
    if ratio is None:
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    made = QPixmap(QSize(size, size) * ratio)
    made.fill(Qt.GlobalColor.transparent)
    source = _source(name).replace(b"currentColor", colour.encode())
    if source:
        painter = QPainter(made)
        QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, made.width(), made.height()))
        painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    try:
        return resource("icons", f"{name}.svg").read_bytes()
    except OSError as error:
        record(error)
        return b""


def application_icon() -> QIcon:
    """Our own icon, at the sizes that window managers and task bars ask for."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap("inspector", "#000000", size, 1.0))
    return made
