"""The three questions, asked as on each system; the registry is one in memory."""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path

import pytest

from inspector.desktop import associations, winreg_values
from tests.desktop.test_other_systems import Memory

COMMAND = (r"C:\py\Scripts\inspector-window.exe",)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(associations, "own_command", lambda: COMMAND)
    return tmp_path


def test_on_linux(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without XDG_DATA_HOME and XDG_CONFIG_HOME the specification's folders are meant."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(associations, "own_command", lambda: ("/bin/true",))
    assert not associations.is_registered()
    assert associations.register()
    assert (home / ".local/share/applications/checkpoint-inspector.desktop").exists()
    assert associations.is_registered()
    assert associations.offered() == []
    assert associations.unregister()
    assert not (home / ".local").exists()
    assert not (home / ".config").exists()


def test_a_relative_data_home_is_none(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from inspector.desktop.linux import Places

    monkeypatch.setenv("XDG_DATA_HOME", "somewhere")
    assert Places.of_user().data == home / ".local/share"
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere")
    assert Places.of_user().data == Path("/somewhere")


def test_on_windows(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    registry, told = Memory(), []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(winreg_values, "CurrentUser", lambda: registry)
    monkeypatch.setattr(winreg_values, "announce", lambda: told.append("shell"))
    assert not associations.is_registered()
    assert associations.register(["tar"])
    assert associations.is_registered()
    assert any(r"\.tar\OpenWithProgids" in key for key, _ in registry.values)
    assert associations.unregister()
    assert registry.values == {}
    assert told == ["shell", "shell"]
    assert list(home.iterdir()) == []


def test_on_macos(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(associations, "own_command", lambda: ("/opt/py/bin/inspector",))
    assert not associations.is_registered()
    assert len(associations.register()) == 2
    bundle = home / "Applications" / "Inspector.app" / "Contents"
    plist = plistlib.loads((bundle / "Info.plist").read_bytes())
    program = bundle / "MacOS" / plist["CFBundleExecutable"]
    assert program.stat().st_mode & 0o111
    assert associations.is_registered()
    assert associations.register() == []
    assert len(associations.unregister()) == 2
    assert list(home.iterdir()) == []
