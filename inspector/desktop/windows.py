"""File associations on Windows, for one user: values of the registry below HKEY_CURRENT_USER.

https://learn.microsoft.com/windows/win32/shell/fa-intro and
https://learn.microsoft.com/windows/win32/shell/default-programs

Only `OpenWithProgids` and `Capabilities` are written: what opens a file by default is chosen by the
person in the Settings, and no program may choose it for them.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from inspector.desktop.file_types import ALSO, FILE_TYPES
from inspector.desktop.names import NAME, VENDOR
from inspector.errors import Sentence, say

APP_USER_MODEL_ID = f"{VENDOR}.Checkpoint.1"
_CLASSES = r"Software\Classes"
_APPLICATION = r"Software\Inspector\Inspector"
_CAPABILITIES = rf"{_APPLICATION}\Capabilities"

# (key below HKEY_CURRENT_USER, name, or "" for the key's own value) -> text
Values = dict[tuple[str, str], str]


class Registry(Protocol):
    """HKEY_CURRENT_USER, or a stand-in for it."""

    def get(self, key: str, name: str) -> str | None:
        """A value, or None."""

    def set(self, key: str, name: str, value: str) -> None:
        """Write a value, making its key."""

    def delete(self, key: str, name: str) -> None:
        """Remove a value, and keys that are empty then."""


def prog_id(mime: str) -> str:
    """application/x-pytorch -> Inspector.Pytorch.1"""
    return f"{VENDOR}.{mime.rpartition('/x-')[2].capitalize()}.1"


def registry_values(command: Sequence[str], extra: Sequence[str] = ()) -> Values:
    r"""Every value of a registration.

    Args:
        command: Absolute, e.g. `("C:\...\inspector-window.exe",)`.
        extra: Of `ALSO`: to be offered for these endings, too.
    """
    shell = f'{subprocess.list2cmdline(command)} "%1"'
    program = Path(command[0].replace("\\", "/")).name
    application = rf"{_CLASSES}\Applications\{program}"
    values: Values = {
        (application, "FriendlyAppName"): NAME,
        (rf"{application}\shell\open\command", ""): shell,
        (_CAPABILITIES, "ApplicationName"): NAME,
        (_CAPABILITIES, "ApplicationDescription"): "Opens checkpoints without executing them",
        (r"Software\RegisteredApplications", NAME): _CAPABILITIES,
        (rf"{_CLASSES}\AppUserModelId\{APP_USER_MODEL_ID}", "DisplayName"): NAME,
    }
    for each in FILE_TYPES:
        name = prog_id(each.mime)
        values[rf"{_CLASSES}\{name}", ""] = each.name
        values[rf"{_CLASSES}\{name}", "FriendlyTypeName"] = each.name
        values[rf"{_CLASSES}\{name}", "AppUserModelID"] = APP_USER_MODEL_ID
        values[rf"{_CLASSES}\{name}\DefaultIcon", ""] = f"{command[0]},0"
        values[rf"{_CLASSES}\{name}\shell\open\command", ""] = shell
        for ending in each.endings:
            if ending.count(".") == 1:  # Windows looks at the last part of a name alone
                values[rf"{_CLASSES}\{ending}\OpenWithProgids", name] = ""
                values[rf"{_CAPABILITIES}\FileAssociations", ending] = name
                values[rf"{application}\SupportedTypes", ending] = ""
    for word in extra:
        assert word in ALSO
        values[rf"{_CLASSES}\.{word}\OpenWithProgids", prog_id(FILE_TYPES[0].mime)] = ""
    return values


def register(registry: Registry, values: Values) -> list[Sentence]:
    """Write `values`; a line for each that changed."""
    lines: list[Sentence] = []
    for (key, name), value in values.items():
        if registry.get(key, name) != value:
            registry.set(key, name, value)
            lines.append(say("wrote {path}", path=_shown(key, name)))
    return lines


def unregister(registry: Registry, values: Values) -> list[Sentence]:
    """Remove those of `values` that are there; a line for each."""
    lines: list[Sentence] = []
    for key, name in values:
        if registry.get(key, name) is not None:
            registry.delete(key, name)
            lines.append(say("removed {path}", path=_shown(key, name)))
    return lines


def _shown(key: str, name: str) -> str:
    return rf"HKCU\{key}\{name}".rstrip("\\")
