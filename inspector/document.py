"""A document: an open checkpoint and what was found in it."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents, survey
from inspector.errors import Finding
from inspector.formats.registry import open_checkpoint, paused_collector, thaw
from inspector.limits import DEFAULT_LIMITS, ReadLimits
from inspector.progress import SILENT, Progress

Identity = tuple[int, int, int]


@dataclass
class Document:
    """An open checkpoint. Owns it: `close` gives the files back.

    Attributes:
        path: As the person gave it, made absolute.
        identity: (size, modification time in ns, inode) when it was opened.
    """

    path: Path
    checkpoint: Checkpoint
    contents: Contents
    identity: Identity | None

    @property
    def findings(self) -> list[Finding]:
        """What was noticed while reading and while looking through the tree."""
        return self.checkpoint.findings + self.contents.findings

    @property
    def verdict(self) -> str:
        """The checkpoint's verdict; never "clean" where looking through the tree raised a doubt."""
        doubts = any(finding.severity != "info" for finding in self.contents.findings)
        verdict = self.checkpoint.verdict
        return "unknown" if verdict == "clean" and doubts else verdict

    def has_changed_on_disk(self) -> bool:
        """Whether the file is no longer the one that was opened."""
        return identity_of(self.path) != self.identity

    def close(self) -> None:
        """Give the file handles back."""
        self.checkpoint.close()
        thaw()


def open_document(
    path: Path, progress: Progress = SILENT, limits: ReadLimits = DEFAULT_LIMITS
) -> Document:
    """Open a checkpoint file or folder; nothing in it is executed and no tensor is read.

    Raises:
        InspectorError: As `open_checkpoint`.
        Cancelled: From `progress`.
    """
    path = path.absolute()
    identity = identity_of(path)
    with paused_collector():
        checkpoint = open_checkpoint(path, progress, limits)
        try:
            return Document(path, checkpoint, survey(checkpoint, limits), identity)
        except BaseException:
            checkpoint.close()
            raise


def identity_of(path: Path) -> Identity | None:
    """What changes when a file is written or replaced; None where there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    size = 0 if stat.S_ISDIR(status.st_mode) else status.st_size
    return size, status.st_mtime_ns, status.st_ino
