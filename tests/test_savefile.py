"""There is always the old file or the new one: on errors, on a full disk, on a kill."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from inspector import savefile
from inspector.bytesource import BytesSource, FileSource, Window
from inspector.progress import SILENT
from inspector.savefile import CannotSave, SaveFile

OLD = b"old contents"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "model.pt"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(path: Path) -> None:
    with SaveFile(path, 100, replace=True) as save:
        for _ in range(4):
            save.write(b"new " * 1000)
        save.commit()


def test_commit_replaces_and_leaving_does_not(target: Path) -> None:
    with SaveFile(target, 10, replace=True) as save:
        save.write(b"half")
    assert target.read_bytes() == OLD
    write(target)
    assert target.read_bytes() == b"new " * 4000
    assert names(target.parent) == ["model.pt"]


FAILURES = [
    ("write", errno.ENOSPC, "The disk is full"),
    ("write", errno.EIO, "was not written"),
    ("write", errno.EDQUOT, "The disk is full"),
    ("fsync", errno.EIO, "was not written"),
    ("fsync", errno.ENOSPC, "The disk is full"),
]


@pytest.mark.parametrize("nth", [1, 2, 4])
@pytest.mark.parametrize(("call", "number", "words"), FAILURES)
def test_every_failing_call_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str, nth: int
) -> None:
    real, seen = getattr(os, call), 0

    def failing(*args: Any) -> Any:
        nonlocal seen
        seen += 1
        if seen == nth:
            raise OSError(number, os.strerror(number))
        return real(*args)

    monkeypatch.setattr(os, call, failing)
    if call != "write" and nth > 1:
        write(target)
        assert target.read_bytes() == b"new " * 4000
        return
    with pytest.raises((CannotSave, OSError), match=words):
        write(target)
    monkeypatch.undo()
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["model.pt"]


def test_a_disk_that_fails_behind_our_back_is_heard(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(fd: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(savefile, "_FLUSH_STEP", 100)
    monkeypatch.setattr(os, "fdatasync", failing)
    with pytest.raises(CannotSave, match="was not written"):
        write(target)
    assert target.read_bytes() == OLD
    assert names(target.parent) == ["model.pt"]
    monkeypatch.undo()
    monkeypatch.setattr(savefile, "_FLUSH_STEP", 100)
    write(target)
    assert target.read_bytes() == b"new " * 4000


def test_permissions_that_cannot_be_kept_are_said(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any) -> None:
        raise PermissionError(errno.EPERM, "not permitted")

    monkeypatch.setattr(os, "fchmod", refuse)
    with SaveFile(target, 0, replace=True) as save:
        save.write(b"new")
        assert "permissions" in save.commit()[0]
    assert target.read_bytes() == b"new"


def test_short_writes_are_finished(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, data[: max(len(data) // 2, 1)]))
    write(target)
    assert target.read_bytes() == b"new " * 4000


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: folder / "model.pt", "exists"),
        (lambda folder: folder, "is a folder"),
        (lambda folder: folder / "nowhere" / "x.pt", "does not exist"),
    ],
)
def test_refusals(target: Path, make: Any, words: str) -> None:
    with pytest.raises(CannotSave, match=words):
        SaveFile(make(target.parent))


def test_no_room(target: Path) -> None:
    with pytest.raises(CannotSave, match=r"free, and model\.pt needs"):
        SaveFile(target, 1 << 60, replace=True)
    assert names(target.parent) == ["model.pt"]


def test_links_keep_pointing(target: Path) -> None:
    link = target.with_name("link.pt")
    link.symlink_to(target)
    write(link)
    assert link.is_symlink()
    assert target.read_bytes() == b"new " * 4000


def test_copies_ranges_of_files_and_of_windows_on_them(target: Path) -> None:
    source_path = target.with_name("source.bin")
    source_path.write_bytes(bytes(range(256)) * 100)
    source = FileSource(source_path)
    window = Window(Window(source, 256, 1024, "outer"), 10, 500, "inner")
    with SaveFile(target, 0, replace=True) as save:
        save.copy(source, 5, 20_000, SILENT, "")
        save.copy(window, 3, 400, SILENT, "")
        save.copy(BytesSource(b"abcdef", "memory"), 1, 4, SILENT, "")
        save.commit()
    source.close()
    data = source_path.read_bytes()
    assert target.read_bytes() == data[5:20_005] + data[269:669] + b"bcde"


# Saves a checkpoint over itself in forked children, which are killed at random moments.
KILLS = """
import json, os, random, signal, sys, time
from pathlib import Path
from inspector.document import open_document
from inspector.edits.keys import AddPrefix
from inspector.formats.writing import save_checkpoint
path, verify = Path(sys.argv[1]), sys.argv[2] == "verify"
old = path.read_bytes()
def save():
    document = open_document(path)
    document.take(document.plan(AddPrefix("new.")))
    save_checkpoint(document.checkpoint, path, "zip", replace=True, verify=verify)
def child():
    pid = os.fork()
    if not pid:
        save()
        os._exit(0)
    return pid
start = time.perf_counter()
assert os.waitpid(child(), 0)[1] == 0
whole = time.perf_counter() - start
new = path.read_bytes()
dice, found = random.Random(int(sys.argv[3])), []
for _ in range(int(sys.argv[4])):
    path.write_bytes(old)
    pid = child()
    time.sleep(dice.random() * whole * 1.2)
    os.kill(pid, signal.SIGKILL)
    # However busy the machine is, about half of them shall be killed in time.
    whole *= 1.05 if os.waitpid(pid, 0)[1] else 0.95
    data = path.read_bytes()
    found.append("old" if data == old else "new" if data == new else "neither")
print(json.dumps(found))
"""


@pytest.mark.parametrize("verify", ["verify", "plain"])
def test_a_killed_save_leaves_the_old_file_or_the_new(tmp_path: Path, verify: str) -> None:
    import torch

    path = tmp_path / "model.pt"
    torch.save({f"w{n}": torch.randn(1000) for n in range(200)}, path)
    words = [sys.executable, "-c", KILLS, str(path), verify, "7", "110"]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run(words, stdout=subprocess.PIPE, check=True, env=env)
    found = json.loads(done.stdout)
    assert len(found) == 110
    assert set(found) == {"old", "new"}
    if sys.platform == "linux":
        # Two system calls lie between the two names of a file that replaces another.
        assert len(names(tmp_path)) <= 2
