"""What is remembered between runs. A damaged or foreign settings file is as good as none."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, QSettings

from inspector.gui.faults import record

# Raised when the arrangement of the window changes so that old states no longer fit it.
LAYOUT_VERSION = 1
RECENT_LIMIT = 12

ThemeChoice = Literal["system", "light", "dark"]
THEMES: tuple[ThemeChoice, ...] = ("system", "light", "dark")
LANGUAGES = ("system", "en", "zh_CN")
# "own" is the format of the file that is open.
SAVE_FORMATS = ("own", "zip", "legacy", "safetensors")


class Settings:
    """Named access to QSettings; an INI file on every platform, so that people can read it."""

    def __init__(self) -> None:
        self._store = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "inspector", "inspector"
        )

    def _text(self, key: str, default: str = "") -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    @property
    def theme(self) -> str:
        """One of `THEMES`."""
        value = self._text("appearance/theme", "system")
        return value if value in THEMES else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("appearance/theme", value)

    @property
    def language(self) -> str:
        """One of `LANGUAGES`."""
        value = self._text("appearance/language", "system")
        return value if value in LANGUAGES else "system"

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("appearance/language", value)

    @property
    def is_flat(self) -> bool:
        """Whether documents are shown as one list instead of a tree."""
        return self._text("view/flat") == "yes"

    @is_flat.setter
    def is_flat(self, value: bool) -> None:
        self._store.setValue("view/flat", "yes" if value else "no")

    @property
    def restores_tabs(self) -> bool:
        """Whether the files of the last session are opened again."""
        return self._text("open/restore") == "yes"

    @restores_tabs.setter
    def restores_tabs(self, value: bool) -> None:
        self._store.setValue("open/restore", "yes" if value else "no")

    @property
    def save_format(self) -> str:
        """What Save As suggests: one of `SAVE_FORMATS`."""
        value = self._text("save/format", "own")
        return value if value in SAVE_FORMATS else "own"

    @save_format.setter
    def save_format(self, value: str) -> None:
        self._store.setValue("save/format", value)

    @property
    def asks_unsaved(self) -> bool:
        """Whether a person is asked before edits that were not saved are given up."""
        return self._text("confirm/unsaved", "yes") == "yes"

    @asks_unsaved.setter
    def asks_unsaved(self, value: bool) -> None:
        self._store.setValue("confirm/unsaved", "yes" if value else "no")

    @property
    def torch_python(self) -> str:
        """The Python whose torch is asked where torch is needed; "" is the one that runs us."""
        return self._text("torch/python")

    @torch_python.setter
    def torch_python(self, value: str) -> None:
        self._store.setValue("torch/python", value)

    @property
    def session(self) -> str:
        """The tabs of the last session; `gui.session` reads and writes it."""
        return self._text("open/session")

    @session.setter
    def session(self, value: str) -> None:
        self._store.setValue("open/session", value)

    @property
    def last_folder(self) -> str:
        """Where the Open dialog starts."""
        return self._text("open/folder")

    @last_folder.setter
    def last_folder(self, value: str) -> None:
        self._store.setValue("open/folder", value)

    @property
    def recent(self) -> list[Path]:
        """Files opened lately, newest first."""
        value = self._store.value("open/recent", [])
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list):
            return []
        return [Path(name) for name in names if isinstance(name, str) and name][:RECENT_LIMIT]

    def add_recent(self, path: Path) -> None:
        """Put `path` first in the list of recent files."""
        rest = [found for found in self.recent if found != path]
        self._store.setValue("open/recent", [str(p) for p in [path, *rest]][:RECENT_LIMIT])

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self._store.remove("open/recent")

    @property
    def hides_same(self) -> bool:
        """Whether comparisons leave out what is the same."""
        return self._text("diff/hide-same") == "yes"

    @hides_same.setter
    def hides_same(self, value: bool) -> None:
        self._store.setValue("diff/hide-same", "yes" if value else "no")

    @property
    def lists_worst_first(self) -> bool:
        """Whether comparisons are shown as one list, what differs most on top."""
        return self._text("diff/list") == "yes"

    @lists_worst_first.setter
    def lists_worst_first(self, value: bool) -> None:
        self._store.setValue("diff/list", "yes" if value else "no")

    @property
    def diff_tolerance(self) -> tuple[float, float]:
        """(rtol, atol) of comparisons."""
        try:
            rtol, atol = map(float, self._text("diff/tolerance").split())
        except ValueError:
            return 0.0, 0.0
        return (rtol, atol) if 0 <= rtol < 1 and 0 <= atol < 1e9 else (0.0, 0.0)

    @diff_tolerance.setter
    def diff_tolerance(self, value: tuple[float, float]) -> None:
        self._store.setValue("diff/tolerance", f"{value[0]!r} {value[1]!r}")

    def layout(self, name: str) -> QByteArray | None:
        """A saved geometry or state, if it is of this version of the window."""
        value = self._store.value(f"layout-{LAYOUT_VERSION}/{name}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def keep_layout(self, name: str, value: QByteArray) -> None:
        """Remember a geometry or state."""
        self._store.setValue(f"layout-{LAYOUT_VERSION}/{name}", value)

    def forget_layout(self) -> None:
        """Back to the arrangement of the first start."""
        self._store.remove(f"layout-{LAYOUT_VERSION}")

    def sync(self) -> None:
        """Write to disk now; a read-only home is not worth a word."""
        try:
            self._store.sync()
        except OSError as error:
            record(error)
