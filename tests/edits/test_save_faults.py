"""Whichever call to the system fails while saving: the old file is whole, nothing else is left."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest
import torch

from inspector.document import open_document
from inspector.formats.writing import save_checkpoint
from inspector.savefile import CannotSave

CALLS = ("write", "copy_file_range", "lseek", "fsync", "link", "replace", "fchmod")


class Faults:
    """Counts the calls that a save makes of the system, and lets the one numbered `nth` fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen, self.nth = 0, 0
        for name in CALLS:
            if hasattr(os, name):
                monkeypatch.setattr(os, name, self._counting(getattr(os, name)))

    def _counting(self, real: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.seen += 1
            if self.seen == self.nth:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*args, **kwargs)

        return call


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("format", "options", "is_there"),
    [
        ("zip", {}, False),
        ("zip", {}, True),
        ("legacy", {}, False),
        ("legacy", {}, True),
        ("safetensors", {}, False),
        ("safetensors", {}, True),
        ("safetensors", {"shard_bytes": 4000}, False),
    ],
)
def test_every_call_may_fail(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    format: str,
    options: dict[str, Any],
    is_there: bool,
) -> None:
    source = tmp_path / "source.pt"
    torch.save({f"w{n}": torch.randn(500) for n in range(4)}, source)
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "model"
    if is_there:
        target.write_bytes(b"old")
    before = contents(folder)
    document = open_document(source)
    faults = Faults(monkeypatch)
    for nth in range(1, 1000):
        faults.seen, faults.nth = 0, nth
        try:
            save_checkpoint(document.checkpoint, target, format, replace=is_there, **options)
        except CannotSave:
            assert contents(folder) == before, nth
        if faults.seen < nth:
            break
        if contents(folder) != before:  # a failure that costs nothing: an attribute, a short cut
            for path in folder.iterdir():
                path.unlink()
            if is_there:
                target.write_bytes(b"old")
    document.close()
    assert nth > 8
    reread = open_document(next(iter(folder.glob("*.index.json")), target))
    assert len(reread.contents.tensors) == 4
    reread.close()
