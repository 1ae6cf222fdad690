"""A registration in a private home: what GLib says then, and what is left after it is undone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from inspector.cli.main import parser_for
from inspector.desktop import linux
from inspector.desktop.entry import desktop_entry
from inspector.desktop.linux import ENTRY, Places, default_for
from inspector.errors import InspectorError
from tests.make.safetensors_files import safetensors
from tests.make.tensors import View, floats
from tests.make.torch_legacy import torch_legacy
from tests.make.torch_zip import torch_zip

WEIGHT = View(floats("0", 6), (2, 3))
VALUE = {"w": WEIGHT}
ZIP, LEGACY = torch_zip(VALUE), torch_legacy(VALUE)
SAFE = safetensors({"w": ("float32", (2, 3), WEIGHT.content())})
PYTORCH, SAFETENSORS = "application/x-pytorch", "application/x-safetensors"

ARCHIVER = """[Desktop Entry]
Type=Application
Name=Archiver
Exec=/bin/true %F
MimeType=application/x-tar;application/zip;
"""

needs_gio = pytest.mark.skipif(
    not (shutil.which("gio") and shutil.which("update-mime-database")),
    reason="gio or update-mime-database is not installed",
)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A home of its own, with a system behind it that has an archiver."""
    system = tmp_path / "system"
    (system / "applications").mkdir(parents=True)
    (system / "applications" / "archiver.desktop").write_text(ARCHIVER, encoding="utf-8")
    if tool := shutil.which("update-desktop-database"):
        subprocess.run([tool, str(system / "applications")], check=True)
    given = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    environment = {**os.environ, "XDG_DATA_DIRS": f"{system}:{given}", "HOME": str(tmp_path)}
    environment.pop("XDG_CURRENT_DESKTOP", None)
    return Places(tmp_path / "home" / "data", tmp_path / "home" / "config", environment)


@pytest.fixture
def command(tmp_path: Path) -> tuple[str, ...]:
    """A program whose path has to be quoted; GLib hides entries whose program is missing."""
    program = tmp_path / "my $tools" / "inspector"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    return (str(program),)


def content_type(places: Places, path: Path) -> str:
    """What GLib takes a file for."""
    done = subprocess.run(
        ["gio", "info", "-a", "standard::content-type", str(path)],
        env={**places.environment, "XDG_DATA_HOME": str(places.data), "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.rpartition("content-type: ")[2].strip()


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything below `folder`."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


CASES = [
    ("a.pt", ZIP, PYTORCH),
    ("a.pth", LEGACY, PYTORCH),
    ("a.ckpt", ZIP, PYTORCH),
    ("model.pth.tar", LEGACY, PYTORCH),
    ("pytorch_model.bin", ZIP, PYTORCH),
    ("legacy.bin", LEGACY, PYTORCH),
    ("without_ending", LEGACY, PYTORCH),
    ("a.safetensors", SAFE, SAFETENSORS),
    ("renamed.bin", SAFE, SAFETENSORS),
    ("a.onnx", b"\x08\x07", "application/x-onnx"),
    ("random.bin", bytes(range(256)), "application/octet-stream"),
    ("things.tar", bytes(1024), "application/x-tar"),
    ("things.zip", b"PK\x05\x06" + bytes(18), "application/zip"),
]


@needs_gio
def test_types_by_name_and_content(
    places: Places, command: tuple[str, ...], tmp_path: Path
) -> None:
    linux.register(places, command)
    found = {}
    for name, data, _ in CASES:
        (tmp_path / name).write_bytes(data)
        found[name] = content_type(places, tmp_path / name)
    assert found == {name: mime for name, _, mime in CASES}


@needs_gio
def test_we_are_the_default_of_our_types_alone(places: Places, command: tuple[str, ...]) -> None:
    types = (PYTORCH, SAFETENSORS, "application/x-onnx")
    others = ("application/x-tar", "application/zip", "application/octet-stream")
    before = [default_for(places, mime) for mime in others]
    linux.register(places, command)
    assert [default_for(places, mime) for mime in types] == [ENTRY] * 3
    assert [default_for(places, mime) for mime in others] == before
    assert before[0] == before[1] == "archiver.desktop"


@needs_gio
def test_offered_for_tar_behind_the_archiver(places: Places, command: tuple[str, ...]) -> None:
    lines = linux.register(places, command, ["tar", "bin"])
    assert default_for(places, "application/x-tar") == "archiver.desktop"
    assert "offered for application/x-tar, behind archiver.desktop" in lines
    # Nothing opens octet-stream here: being offered would make us its default.
    assert any(line.startswith("nothing opens application/octet-stream") for line in lines)
    assert linux.offered(places) == ["tar"]
    text = places.mimeapps.read_text(encoding="utf-8")
    assert f"application/x-tar=archiver.desktop;{ENTRY};" in text


@needs_gio
def test_nothing_is_left(places: Places, command: tuple[str, ...]) -> None:
    home = places.data.parent
    linux.register(places, command, ["tar"])
    assert linux.is_registered(places)
    lines = linux.unregister(places)
    assert f"removed {places.entry}" in lines
    assert "no longer offered for application/x-tar" in lines
    assert {name for name, data in tree(home).items() if data is not None} == set()
    assert not places.data.exists()
    assert not places.config.exists()
    assert linux.unregister(places) == []
    assert not linux.is_registered(places)


@needs_gio
def test_what_was_there_comes_back(places: Places, command: tuple[str, ...]) -> None:
    """A file of the same name, somebody else's types, and hand-written associations."""
    places.entry.parent.mkdir(parents=True)
    places.entry.write_text("[Desktop Entry]\nName=Mine\n", encoding="utf-8")
    places.config.mkdir(parents=True)
    mine = "[Default Applications]\ntext/plain=vi.desktop\n\n[Added Associations]\nimage/x=a;b;\n"
    places.mimeapps.write_text(mine, encoding="utf-8")
    packages = places.data / "mime" / "packages"
    packages.mkdir(parents=True)
    (packages / "other.xml").write_text(linux.mime_package([]), encoding="utf-8")
    subprocess.run(["update-mime-database", str(places.data / "mime")], check=True)
    before = tree(places.data.parent)
    linux.register(places, command, ["tar", "zip"])
    lines = linux.unregister(places)
    assert f"restored {places.entry}" in lines
    after = tree(places.data.parent)
    after.pop("data/applications/mimeinfo.cache", None)  # the tool's, in a folder that was there
    after.pop("data/mime/application", None)
    assert after == before


def test_a_file_that_somebody_changed_is_left(places: Places, command: tuple[str, ...]) -> None:
    linux.register(places, command)
    places.entry.write_text("[Desktop Entry]\nName=Edited\n", encoding="utf-8")
    lines = linux.unregister(places)
    assert f"left {places.entry}: somebody changed it since" in lines
    assert "Edited" in places.entry.read_text(encoding="utf-8")


def test_registering_twice_changes_nothing(places: Places, command: tuple[str, ...]) -> None:
    assert any(line == f"wrote {places.entry}" for line in linux.register(places, command))
    again = linux.register(places, command)
    assert [line for line in again if line.startswith(("wrote", "removed"))] == []
    moved = linux.register(places, (*command, "-m", "inspector"))
    assert f"wrote {places.entry}" in moved
    assert any(line == f"removed {places.entry}" for line in linux.unregister(places))


def test_a_missing_tool_is_named(places: Places, command: tuple[str, ...], tmp_path: Path) -> None:
    bare = Places(places.data, places.config, {**places.environment, "PATH": str(tmp_path)})
    lines = linux.register(bare, command)
    assert "update-mime-database is missing; install shared-mime-info and register again" in lines
    assert linux.is_registered(bare)
    assert list(linux.missing_tools(bare).values()) == ["shared-mime-info", "desktop-file-utils"]
    assert not linux.can_ask(bare)
    gone = linux.unregister(bare)
    assert f"removed {bare.entry}" in gone
    assert not any(" is missing;" in line for line in gone)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_cannot_be_written(places: Places, command: tuple[str, ...]) -> None:
    places.data.parent.mkdir()
    places.data.parent.chmod(0o500)
    with pytest.raises(InspectorError, match="cannot be made"):
        linux.register(places, command)
    places.data.parent.chmod(0o700)


def test_a_file_where_a_folder_belongs(places: Places, command: tuple[str, ...]) -> None:
    places.data.parent.mkdir()
    places.data.write_text("", encoding="utf-8")
    with pytest.raises(InspectorError):
        linux.register(places, command)
    assert places.data.read_text(encoding="utf-8") == ""


def test_a_damaged_journal_is_no_traceback(places: Places, command: tuple[str, ...]) -> None:
    places.journal.parent.mkdir(parents=True)
    places.journal.write_text("{", encoding="utf-8")
    with pytest.raises(InspectorError, match="cannot be read"):
        linux.register(places, command)
    places.journal.write_text(json.dumps({"version": 99}), encoding="utf-8")
    with pytest.raises(InspectorError, match="another version"):
        linux.unregister(places)


def test_the_entry_is_valid(tmp_path: Path, command: tuple[str, ...]) -> None:
    tool = shutil.which("desktop-file-validate")
    if tool is None:
        pytest.skip("desktop-file-validate is not installed")
    path = tmp_path / ENTRY
    path.write_text(desktop_entry(command), encoding="utf-8")
    done = subprocess.run([tool, str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_actions_of_the_entry_are_commands_of_ours() -> None:
    lines = desktop_entry(("/bin/x",)).splitlines()
    commands = [line.partition("=")[2] for line in lines if line.startswith("Exec=")]
    assert commands == ["/bin/x %F", "/bin/x open --diff %F", "/bin/x open --new-window %F"]
    for command in commands[1:]:
        words = command.replace("%F", "a.pt b.pt").split()[1:]
        assert len(parser_for(words[0]).parse_args(words).files) == 2
    assert "Name[zh_CN]=比较两个文件" in lines


def test_the_entry_takes_over_nothing() -> None:
    types = next(
        line for line in desktop_entry(("/bin/x",)).splitlines() if line.startswith("MimeType=")
    )
    assert types == f"MimeType={PYTORCH};{SAFETENSORS};application/x-onnx;"


@needs_gio
def test_gio_starts_the_program_with_the_file(places: Places, tmp_path: Path) -> None:
    """Through quoting and back: the program gets the very path, whatever is in it."""
    log = tmp_path / "log"
    program = tmp_path / "a b's $(x)" / "inspector"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {log}.part\nmv {log}.part {log}\n')
    program.chmod(0o755)
    linux.register(places, (str(program),))
    path = tmp_path / "模型 100%.pt"
    path.write_bytes(ZIP)
    environment = {
        **places.environment,
        "XDG_DATA_HOME": str(places.data),
        "XDG_CONFIG_HOME": str(places.config),
        "DISPLAY": "",
    }
    subprocess.run(["gio", "open", str(path)], env=environment, check=True, timeout=30)
    deadline = time.monotonic() + 20
    while not log.exists() and time.monotonic() < deadline:
        time.sleep(0.01)  # a process that nobody waits for
    assert log.read_text(encoding="utf-8") == str(path)
