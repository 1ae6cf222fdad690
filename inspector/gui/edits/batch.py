"""The same recipe on many files: what is done to one of them, in a worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.document import open_document
from inspector.edits.edit import Edit, NothingToDo, apply
from inspector.errors import say
from inspector.formats.writing import Saved, save_checkpoint
from inspector.gui.edits.save_plan import named_for, own_format
from inspector.gui.text import translate
from inspector.progress import Progress

AS_IT_IS = "as it is"


@dataclass(frozen=True, slots=True)
class BatchChoice:
    """What happens to every file.

    Attributes:
        format: One of `inspector.formats.writing.FORMATS`, or `AS_IT_IS`.
        accept_losses: Leave out what the format cannot hold.
        skip_idle: Pass over edits that find nothing to change in a file.
    """

    edits: Sequence[Edit]
    folder: Path
    format: str = AS_IT_IS
    accept_losses: bool = False
    verify: bool = True
    skip_idle: bool = True


def apply_to_file(path: Path, choice: BatchChoice, progress: Progress) -> Saved:
    """Open `path`, edit it and save it under its name in the folder; nothing is replaced.

    Raises:
        InspectorError, Cancelled: As opening, editing and saving do.
    """
    document = open_document(path, progress)
    try:
        edits = document.others.bound(choice.edits)
        checkpoint, changes = apply(document.checkpoint, edits, choice.skip_idle)
        if not changes:
            text = translate("Batch", "No edit finds anything to change here; nothing was written.")
            raise NothingToDo(say(text))
        format = choice.format
        if format == AS_IT_IS:
            format = own_format(document.checkpoint)
        return save_checkpoint(
            checkpoint,
            choice.folder / named_for(path.name, format),
            format,
            accept_losses=choice.accept_losses,
            verify=choice.verify,
            progress=progress,
        )
    finally:
        document.close()
