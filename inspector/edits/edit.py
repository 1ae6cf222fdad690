"""What an edit is, and how a list of them is a recipe.

An edit is a frozen dataclass with a `title`, an `apply(checkpoint, contents)` that returns what
changed, and a `to_json` that `from_json` reads back. The same list serves the window's history, the
command line and `inspector save --recipe`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, ClassVar

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents, survey
from inspector.edits.rewrite import rewritten
from inspector.errors import InspectorError, Sentence


class EditConflict(InspectorError):
    """An edit cannot be applied; the sentence names the keys."""


class NothingToDo(EditConflict):
    """An edit finds nothing to change: all is as it asks for, or it names what is not there."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a preview.

    Attributes:
        where: The path of what changes.
        before, after: What it was and becomes; None where it appears or goes.
    """

    where: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an edit does to one checkpoint.

    Attributes:
        replacements: id of a node of the old tree -> its successor.
        changes: One for each visible change, for the preview.
        root: The new root where the whole tree is another one; else None.
    """

    replacements: dict[int, Any]
    changes: list[Change]
    root: Any = None


@dataclass(frozen=True)
class Edit:
    """The base of all edits."""

    kind: ClassVar[str] = ""

    @property
    def title(self) -> Sentence:
        """What the edit does, for menus and lists."""
        raise NotImplementedError

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        """What it would change; nothing is changed yet.

        Raises:
            EditConflict: It cannot be applied; nothing is lost.
        """
        raise NotImplementedError

    def python(self) -> str:
        """Lines of Python that do the same to `checkpoint`, for people who write scripts."""
        raise NotImplementedError

    def to_json(self) -> dict[str, Any]:
        """The edit as an entry of a recipe."""
        return {"edit": self.kind, **asdict(self)}


def apply(
    checkpoint: Checkpoint, edits: Sequence[Edit], skip_idle: bool = False
) -> tuple[Checkpoint, list[Change]]:
    """The checkpoint after `edits` in order, and what each of them changed.

    The result shares the source's files and all values that did not change.

    Args:
        skip_idle: Pass over edits that find nothing to change, instead of raising `NothingToDo`.

    Raises:
        EditConflict: As `Edit.outcome`.
    """
    changes: list[Change] = []
    for edit in edits:
        try:
            found = edit.outcome(checkpoint, survey(checkpoint))
        except NothingToDo:
            if not skip_idle:
                raise
            continue
        root = checkpoint.root if found.root is None else found.root
        checkpoint = replace(checkpoint, root=rewritten(root, found.replacements))
        changes += found.changes
    return checkpoint, changes
