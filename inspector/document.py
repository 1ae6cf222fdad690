"""A document: an open checkpoint and what was found in it."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents, survey
from inspector.edits.edit import Change, Edit, apply
from inspector.errors import Finding
from inspector.formats.registry import open_checkpoint, paused_collector, thaw
from inspector.limits import DEFAULT_LIMITS, ReadLimits
from inspector.progress import SILENT, Progress

Identity = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that was applied, and what it led to."""

    edit: Edit
    changes: list[Change]
    checkpoint: Checkpoint
    contents: Contents


@dataclass
class Document:
    """An open checkpoint and its edits. Owns it: `close` gives the files back.

    Attributes:
        path: As the person gave it, made absolute.
        checkpoint, contents: As they are after the edits.
        identity: (size, modification time in ns, inode) when it was opened.
        steps, undone: Edits applied, oldest first, and those taken back, latest last.
        saved: How many steps the last saved file has; -1 when it can no longer be reached.
    """

    path: Path
    checkpoint: Checkpoint
    contents: Contents
    identity: Identity | None
    steps: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    saved: int = 0

    def __post_init__(self) -> None:
        self.opened = (self.checkpoint, self.contents)

    @property
    def edits(self) -> list[Edit]:
        """The edits applied, in order: the document's recipe."""
        return [step.edit for step in self.steps]

    @property
    def is_changed(self) -> bool:
        """Whether there are edits that the file on disk does not have."""
        return len(self.steps) != self.saved

    def plan(self, edit: Edit) -> Step:
        """What `edit` would lead to; the document is not changed, so a worker may call this.

        Raises:
            EditConflict: It cannot be applied.
        """
        with paused_collector():
            checkpoint, changes = apply(self.checkpoint, [edit])
            return Step(edit, changes, checkpoint, survey(checkpoint))

    def plan_recipe(self, edits: Sequence[Edit]) -> list[Step]:
        """The steps of `edits` from the file as it was opened; the document is not changed.

        Steps that the document has already are used again.

        Raises:
            EditConflict: One of them cannot be applied after those before it.
        """
        steps: list[Step] = []
        for at, edit in enumerate(edits):
            if self.edits[: at + 1] == list(edits[: at + 1]):
                steps.append(self.steps[at])
                continue
            before = steps[-1].checkpoint if steps else self.opened[0]
            with paused_collector():
                checkpoint, changes = apply(before, [edit])
                steps.append(Step(edit, changes, checkpoint, survey(checkpoint)))
        return steps

    def take_recipe(self, steps: Sequence[Step]) -> None:
        """Make planned steps all that the document has; what was undone is forgotten."""
        shared = 0
        while shared < min(len(steps), len(self.steps)) and self.steps[shared] is steps[shared]:
            shared += 1
        if self.saved > shared:
            self.saved = -1
        self.steps = list(steps)
        self.undone.clear()
        self._show_last()

    def take(self, step: Step) -> None:
        """Make a planned step the document's last one; what was undone is forgotten."""
        if self.saved > len(self.steps):
            self.saved = -1  # what was saved cannot be returned to
        self.steps.append(step)
        self.undone.clear()
        self._show_last()

    def undo(self) -> Step | None:
        """Take the last step back; None where there is none."""
        if not self.steps:
            return None
        step = self.steps.pop()
        self.undone.append(step)
        self._show_last()
        return step

    def redo(self) -> Step | None:
        """Apply the step that was taken back last; None where there is none."""
        if not self.undone:
            return None
        step = self.undone.pop()
        self.steps.append(step)
        self._show_last()
        return step

    def _show_last(self) -> None:
        last = self.steps[-1] if self.steps else None
        self.checkpoint = last.checkpoint if last else self.opened[0]
        self.contents = last.contents if last else self.opened[1]

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
