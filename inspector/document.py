"""A document: an open checkpoint and what was found in it."""

from __future__ import annotations

import operator
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents, survey
from inspector.edits.edit import Change, Edit, apply
from inspector.edits.take import TakeTensor
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


@dataclass(frozen=True, slots=True)
class Turn:
    """The way from one list of steps to another: an edit that came, or one that went."""

    edit: Edit
    is_removal: bool


class OtherFiles:
    """Files that edits take tensors from. Owns them: `close` gives them back."""

    def __init__(self) -> None:
        self._opened: dict[Path, Checkpoint] = {}

    def bound(self, edits: Sequence[Edit]) -> list[Edit]:
        """The same edits, each that takes a tensor with the file it takes it from.

        Raises:
            InspectorError: A file cannot be opened, or has no such tensor.
        """
        return [self._bound(edit) if isinstance(edit, TakeTensor) else edit for edit in edits]

    def _bound(self, edit: TakeTensor) -> TakeTensor:
        path = Path(edit.file).absolute()
        if path not in self._opened:
            self._opened[path] = open_checkpoint(path)
        return edit.bound(self._opened[path])

    def close(self) -> None:
        """Give the file handles back."""
        for checkpoint in self._opened.values():
            checkpoint.close()
        self._opened.clear()


@dataclass
class Document:
    """An open checkpoint and its edits. Owns it: `close` gives the files back.

    Attributes:
        path: As the person gave it, made absolute.
        checkpoint, contents: As they are after the edits.
        identity: (size, modification time in ns, inode) when it was opened.
        steps: The edits applied, oldest first.
        past, future: Lists that `steps` was before, latest last, and those taken back.
        saved: The steps that the last saved file has.
        others: What edits take tensors from; open as long as the document is.
        origin: The document that a snapshot is of, until it is closed.
        holders: How many there are of the document and its snapshots that were not closed.
    """

    path: Path
    checkpoint: Checkpoint
    contents: Contents
    identity: Identity | None
    steps: list[Step] = field(default_factory=list)
    past: list[list[Step]] = field(default_factory=list)
    future: list[list[Step]] = field(default_factory=list)
    saved: list[Step] = field(default_factory=list)
    others: OtherFiles = field(default_factory=OtherFiles)
    origin: Document | None = field(default=None, repr=False)
    holders: int = field(default=1, repr=False)

    def __post_init__(self) -> None:
        self.opened = (self.checkpoint, self.contents)
        self.is_closed = False

    @property
    def edits(self) -> list[Edit]:
        """The edits applied, in order: the document's recipe."""
        return [step.edit for step in self.steps]

    @property
    def is_changed(self) -> bool:
        """Whether there are edits that the file on disk does not have."""
        return not _are_same(self.steps, self.saved)

    def plan(self, edit: Edit) -> Step:
        """What `edit` would lead to; the document is not changed, so a worker may call this.

        Raises:
            EditConflict: It cannot be applied.
        """
        with paused_collector():
            checkpoint, changes = apply(self.checkpoint, self.others.bound([edit]))
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
                checkpoint, changes = apply(before, self.others.bound([edit]))
                steps.append(Step(edit, changes, checkpoint, survey(checkpoint)))
        return steps

    def take_recipe(self, steps: Sequence[Step]) -> None:
        """Make planned steps all that the document has; what was undone is forgotten."""
        if not _are_same(self.steps, steps):
            self.past.append(self.steps)
            self.future.clear()
            self.steps = list(steps)
            self._show_last()

    def take(self, step: Step) -> None:
        """Make a planned step the document's last one; what was undone is forgotten."""
        self.take_recipe([*self.steps, step])

    def mark_saved(self) -> None:
        """The edits of now are in a file."""
        self.saved = list(self.steps)

    @property
    def last_turn(self) -> Turn | None:
        """What `undo` would take back; None where there is nothing."""
        return _turn(self.past[-1], self.steps) if self.past else None

    @property
    def next_turn(self) -> Turn | None:
        """What `redo` would do again; None where there is nothing."""
        return _turn(self.steps, self.future[-1]) if self.future else None

    def undo(self) -> Turn | None:
        """Take the last change of the steps back; None where there is none."""
        return self._go(self.last_turn, self.past, self.future)

    def redo(self) -> Turn | None:
        """Do again what was taken back last; None where there is none."""
        return self._go(self.next_turn, self.future, self.past)

    def _go(
        self, turn: Turn | None, source: list[list[Step]], target: list[list[Step]]
    ) -> Turn | None:
        if turn is not None:
            target.append(self.steps)
            self.steps = source.pop()
            self._show_last()
        return turn

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

    def snapshot(self) -> Document:
        """The document as it is now, for somebody who reads it for longer, perhaps, than it is
        open: the files are given back when the document and its snapshots are all closed."""
        made = Document(
            self.path,
            self.checkpoint,
            self.contents,
            self.identity,
            list(self.steps),
            others=self.others,
            origin=self.origin or self,
        )
        made.origin.holders += 1  # type: ignore[union-attr]  # given just now
        return made

    def close(self) -> None:
        """Give the file handles back, unless a snapshot needs them; once is enough."""
        if self.is_closed:
            return
        self.is_closed = True
        held = self.origin or self
        held.holders -= 1
        if not held.holders:
            held.give_back()

    def give_back(self) -> None:
        """Close the files whoever may still read them."""
        self.checkpoint.close()
        self.others.close()
        thaw()


def _are_same(one: Sequence[Step], other: Sequence[Step]) -> bool:
    return len(one) == len(other) and all(map(operator.is_, one, other))


def _turn(before: Sequence[Step], after: Sequence[Step]) -> Turn:
    """Steps are planned anew behind a removed one, so edits tell, not steps."""
    old, new = [step.edit for step in before], [step.edit for step in after]
    if len(new) < len(old):
        at = next((at for at, edit in enumerate(new) if edit != old[at]), len(new))
        return Turn(old[at], True)
    return Turn(new[-1], False)


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
