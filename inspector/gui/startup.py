"""Checks before the window, worded for the person who has to act on them."""

from __future__ import annotations

import os
import re
import sys

PACKAGES = (
    "libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libwayland-cursor0"
)
_CALLS = 200


def has_display() -> bool:
    """Whether there is a place for a window: a desktop session, or a platform chosen for Qt."""
    if sys.platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def import_problem() -> str | None:
    """Why Qt cannot be used here, in a sentence; None where it can."""
    try:
        from PySide6 import QtCore, QtSvg, QtWidgets
    except ImportError as error:
        text = str(error)
        if ".so" in text and "No module named" not in text:
            return _missing_library(text)
        return (
            f"PySide6 cannot be imported: {text}.\n"
            "hint: Install it with: pip install PySide6-Essentials"
        )
    del QtSvg, QtWidgets
    if loses_none(QtCore):
        return (
            f"PySide6 {QtCore.qVersion()} is broken on Python {sys.version_info.major}."
            f"{sys.version_info.minor}: it would crash within minutes.\n"
            'hint: Install another one: pip install "PySide6-Essentials<6.12"'
        )
    return None


def platform_problem() -> str | None:
    """Why Qt could not draw on this X11 screen, in a sentence; None where it can, or elsewhere.

    Qt ends the process without a word of ours where a library of its X11 part is missing. The part
    is loaded here as Qt would load it a moment later, so asking costs nothing.
    """
    is_chosen = os.environ.get("QT_QPA_PLATFORM", "xcb") == "xcb"
    is_x11 = os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")
    if sys.platform in ("win32", "darwin") or not (is_x11 and is_chosen):
        return None
    from PySide6.QtCore import QLibrary, QLibraryInfo

    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    part = QLibrary(f"{folder}/platforms/libqxcb.so")
    if part.load():
        return None
    return _missing_library(part.errorString())


def _missing_library(loader_says: str) -> str:
    """The sentence for "... libxcb-cursor.so.0: cannot open shared object file: ..."."""
    found = re.search(r"([^\s(/]+\.so[\w.]*): cannot open", loader_says)
    if found is None:
        return (
            f"Qt cannot be loaded: {loader_says}.\nhint: Run `inspector doctor`, or reinstall Qt."
        )
    return (
        f"Qt needs the system library {found[1]}, which is not installed.\n"
        f"hint: On Debian and Ubuntu: sudo apt install {PACKAGES}"
    )


def name_process(model_id: str) -> None:
    """Tell Windows' task bar which windows belong together; before the first of them."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(model_id)


def loses_none(qt_core) -> bool:
    """Whether void calls destroy references to None, as PySide6 6.12 does on Python < 3.12."""
    victim = qt_core.QObject()
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        victim.setObjectName("")
    return sys.getrefcount(None) < before - _CALLS // 2
