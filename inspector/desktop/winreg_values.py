"""HKEY_CURRENT_USER as `windows` wants it. Importable everywhere, usable on Windows."""

from __future__ import annotations

import contextlib
import ctypes
from importlib import import_module
from typing import Any

_SHCNE_ASSOCCHANGED = 0x08000000


class CurrentUser:
    """Values below HKEY_CURRENT_USER."""

    def __init__(self) -> None:
        self._winreg: Any = import_module("winreg")
        self._root = self._winreg.HKEY_CURRENT_USER

    def get(self, key: str, name: str) -> str | None:
        """A value, or None where there is none."""
        try:
            with self._winreg.OpenKey(self._root, key) as handle:
                return str(self._winreg.QueryValueEx(handle, name)[0])
        except OSError:
            return None

    def set(self, key: str, name: str, value: str) -> None:
        """Write a value, making its key."""
        with self._winreg.CreateKey(self._root, key) as handle:
            self._winreg.SetValueEx(handle, name, 0, self._winreg.REG_SZ, value)

    def delete(self, key: str, name: str) -> None:
        """Remove a value, then its key and those around it as far as they are empty."""
        with self._winreg.OpenKey(self._root, key, 0, self._winreg.KEY_ALL_ACCESS) as handle:
            self._winreg.DeleteValue(handle, name)
        while "\\" in key and self._is_empty(key):
            with contextlib.suppress(OSError):
                self._winreg.DeleteKey(self._root, key)
            key = key.rpartition("\\")[0]

    def _is_empty(self, key: str) -> bool:
        try:
            with self._winreg.OpenKey(self._root, key) as handle:
                keys, values, _ = self._winreg.QueryInfoKey(handle)
        except OSError:
            return False
        return bool(keys == 0 and values == 0)


def announce() -> None:
    """Tell the shell that associations have changed."""
    shell: Any = ctypes.windll.shell32  # type: ignore[attr-defined]
    shell.SHChangeNotify(_SHCNE_ASSOCCHANGED, 0, None, None)
