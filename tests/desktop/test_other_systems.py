"""Windows' registry values and macOS' Info.plist, as values."""

from __future__ import annotations

import plistlib
from pathlib import Path

from inspector.desktop import macos, windows

COMMAND = (r"C:\Program Files\py\Scripts\inspector-window.exe",)
CLASSES = r"Software\Classes"


class Memory:
    """A registry of values only."""

    def __init__(self) -> None:
        self.values: windows.Values = {}

    def get(self, key: str, name: str) -> str | None:
        return self.values.get((key, name))

    def set(self, key: str, name: str, value: str) -> None:
        self.values[key, name] = value

    def delete(self, key: str, name: str) -> None:
        del self.values[key, name]


def test_a_double_click_on_windows() -> None:
    values = windows.registry_values(COMMAND)
    shell = values[rf"{CLASSES}\Inspector.Pytorch.1\shell\open\command", ""]
    assert shell == r'"C:\Program Files\py\Scripts\inspector-window.exe" "%1"'
    assert values[rf"{CLASSES}\.pt\OpenWithProgids", "Inspector.Pytorch.1"] == ""
    assert values[rf"{CLASSES}\.onnx\OpenWithProgids", "Inspector.Onnx.1"] == ""
    assert values[r"Software\RegisteredApplications", "Inspector"].endswith("Capabilities")
    assert values[rf"{CLASSES}\Applications\inspector-window.exe", "FriendlyAppName"] == "Inspector"
    assert values[rf"{CLASSES}\Inspector.Pytorch.1", "AppUserModelID"] == windows.APP_USER_MODEL_ID


def test_windows_defaults_are_left_alone() -> None:
    """No value of an ending's own key, none for endings of others unless asked for."""
    keys = set(windows.registry_values(COMMAND))
    own = {key for key, name in keys if key.startswith(rf"{CLASSES}\.") and "\\Open" not in key}
    assert own == set()
    assert not any(rf"\.{ending}\OpenWith" in key for key, _ in keys for ending in ("tar", "zip"))
    more = set(windows.registry_values(COMMAND, ["tar"])) - keys
    assert more == {(rf"{CLASSES}\.tar\OpenWithProgids", "Inspector.Pytorch.1")}
    assert all(key.startswith("Software\\") for key, _ in keys | more)


def test_windows_is_undone() -> None:
    registry = Memory()
    registry.set(rf"{CLASSES}\.pt\OpenWithProgids", "Netron.pt", "")
    before = dict(registry.values)
    values = windows.registry_values(COMMAND, ["tar", "bin"])
    lines = windows.register(registry, values)
    assert len(lines) == len(values)
    assert rf"wrote HKCU\{CLASSES}\.pt\OpenWithProgids\Inspector.Pytorch.1" in lines
    assert windows.register(registry, values) == []
    assert len(windows.unregister(registry, values)) == len(values)
    assert registry.values == before


def test_the_bundle_of_macos(tmp_path: Path) -> None:
    files = macos.bundle_files(tmp_path, ("/opt/my py/bin/inspector",), "1.2")
    contents = tmp_path / "Inspector.app" / "Contents"
    plist = plistlib.loads(files[contents / "Info.plist"])
    ours, others = plist["CFBundleDocumentTypes"][:-1], plist["CFBundleDocumentTypes"][-1]
    assert {each["LSHandlerRank"] for each in ours} == {"Default"}
    assert others["LSHandlerRank"] == "Alternate"
    declared = {each["UTTypeIdentifier"] for each in plist["UTImportedTypeDeclarations"]}
    assert {uti for each in ours for uti in each["LSItemContentTypes"]} == declared
    endings = [
        ending
        for each in plist["UTImportedTypeDeclarations"]
        for ending in each["UTTypeTagSpecification"]["public.filename-extension"]
    ]
    assert {"pt", "pth", "ckpt", "safetensors", "onnx"} <= set(endings)
    assert not {"tar", "zip", "bin"} & set(endings)
    script = files[contents / "MacOS" / plist["CFBundleExecutable"]].decode()
    assert script.splitlines() == ["#!/bin/sh", "exec '/opt/my py/bin/inspector' \"$@\""]
