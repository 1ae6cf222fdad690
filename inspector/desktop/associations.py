"""Register, unregister, and how it stands: the same three questions on every system."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from inspector import __version__
from inspector.desktop import linux, macos, windows
from inspector.desktop.changes import Journal
from inspector.desktop.command import own_command
from inspector.desktop.file_types import ALSO
from inspector.errors import Sentence


def register(extra: Sequence[str] = ()) -> list[Sentence]:
    """Associate our file types with this program for this user; a line for every change.

    Args:
        extra: Endings of `ALSO`, to be offered for as an additional application.

    Raises:
        InspectorError: The program is not installed, or a file cannot be written.
    """
    command = own_command()
    if sys.platform == "win32":
        from inspector.desktop.winreg_values import CurrentUser, announce

        lines = windows.register(CurrentUser(), windows.registry_values(command, extra))
        announce()
        return lines
    if sys.platform == "darwin":
        journal = Journal(_mac_journal())
        lines = journal.write(macos.bundle_files(_mac_applications(), command, __version__))
        (_mac_applications() / "Inspector.app/Contents/MacOS" / macos.PROGRAM).chmod(0o755)
        return lines
    return linux.register(linux.Places.of_user(), command, extra)


def unregister() -> list[Sentence]:
    """Undo `register`; a line for every change.

    Raises:
        InspectorError: A file cannot be read or written.
    """
    if sys.platform == "win32":
        from inspector.desktop.winreg_values import CurrentUser, announce

        values = windows.registry_values(own_command(), tuple(ALSO))
        lines = windows.unregister(CurrentUser(), values)
        announce()
        return lines
    if sys.platform == "darwin":
        journal = Journal(_mac_journal())
        lines = journal.undo_files()
        journal.keep()
        return lines
    return linux.unregister(linux.Places.of_user())


def is_registered() -> bool:
    """Whether this user's desktop knows our file types."""
    if sys.platform == "win32":
        from inspector.desktop.winreg_values import CurrentUser

        values = windows.registry_values(own_command())
        return all(CurrentUser().get(*key) is not None for key in values)
    if sys.platform == "darwin":
        return not Journal(_mac_journal()).is_empty
    return linux.is_registered(linux.Places.of_user())


def offered() -> list[str]:
    """The endings of `ALSO` for which we are offered, too; known on Linux alone."""
    if sys.platform in ("win32", "darwin"):
        return []
    return linux.offered(linux.Places.of_user())


def _mac_applications() -> Path:
    return Path.home() / "Applications"


def _mac_journal() -> Path:
    return Path.home() / "Library" / "Application Support" / "Inspector" / "registered.json"
