"""Saving a checkpoint: choose a writer, say what is lost, write atomically, read it back."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from inspector.bytesource import FileSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents, survey
from inspector.checkpoint.tensor import Tensor
from inspector.describe import visible
from inspector.errors import CorruptFile, InspectorError, Sentence, Unsupported, in_one, say
from inspector.formats import (
    onnx_write,
    safetensors_write,
    torch_legacy_write,
    torch_zip_write,
)
from inspector.formats.sharded_write import write_shards
from inspector.formats.torch_emission import container_losses, is_foreign, is_left_out
from inspector.formats.verifying import verify_file
from inspector.progress import SILENT, Progress
from inspector.savefile import SaveFile

FORMATS = ("zip", "legacy", "safetensors", "onnx")
_ENDINGS = {".safetensors": "safetensors", ".onnx": "onnx"}
_SOURCES = {"torch-legacy": "legacy", "safetensors": "safetensors", "torch-tar": "legacy"}


class LossyWrite(InspectorError):
    """The target cannot hold everything.

    Attributes:
        losses: What would be left out, one phrase each.

    Args:
        keeper: A format that can hold everything, where there is one.
    """

    def __init__(self, target: str, losses: list[Sentence], keeper: str | None) -> None:
        hint = say(
            "No format here can hold it: use --force to leave it out, and keep the old file."
        )
        if keeper is not None:
            hint = say(
                "Save as {format} to keep everything, or use --force to leave it out.",
                format=keeper,
            )
        what = in_one(losses, "; ")
        super().__init__(
            say("{format} cannot hold: {losses}.", format=target, losses=what), hint=hint
        )
        self.losses = losses


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save.

    Attributes:
        path: The file.
        size: Its bytes.
        verified: Tensors that were read back and compared; None where that was not asked for.
        notes: What a person should know: attributes that could not be kept, losses accepted.
    """

    path: Path
    size: int
    verified: int | None
    notes: list[Sentence]


def default_format(checkpoint: Checkpoint, target: Path) -> str:
    """The target's extension decides, else the source's own format, else zip."""
    return _ENDINGS.get(target.suffix.lower()) or (
        "zip" if target.suffix else _SOURCES.get(checkpoint.format, "zip")
    )


def save_checkpoint(
    checkpoint: Checkpoint,
    target: Path,
    format: str,
    *,
    replace: bool = False,
    accept_losses: bool = False,
    verify: bool = False,
    shard_bytes: int | None = None,
    progress: Progress = SILENT,
) -> Saved:
    """Write `checkpoint` to `target`; there is always the old file or the new one, whole.

    Args:
        format: One of `FORMATS`.
        replace: Whether an existing file may be replaced; it may even be the source.
        accept_losses: Whether what the format cannot hold may be left out.
        shard_bytes: Split into safetensors shards of at most this size, with an index.
        verify: Read the result back and compare every tensor before it takes its place.

    Raises:
        LossyWrite: Something would be left out and `accept_losses` is False.
        Unsupported: Something cannot be written at all.
        CannotSave: The disk, or a target that exists.
        CorruptFile: The source lacks bytes, or the result did not read back equal.
        Cancelled: From `progress`; nothing is left behind.
    """
    contents = survey(checkpoint)
    if shard_bytes is not None:
        plan = safetensors_write.plan(checkpoint, contents)
        if plan.losses and not accept_losses:
            raise LossyWrite("safetensors", plan.losses, _keeper(checkpoint, contents))
        return _save_shards(checkpoint, plan, target, shard_bytes, replace, verify, progress)
    writing = _writing(checkpoint, contents, format)
    if writing.losses and not accept_losses:
        raise LossyWrite(format, writing.losses, _keeper(checkpoint, contents))
    expected = sum(storage.nbytes for storage in contents.storages())
    notes = _beside(checkpoint, target) if format == "onnx" else []
    with SaveFile(target, expected, replace) as save:
        writing.write(save, progress)
        _check_source(checkpoint)
        verified = None
        if verify:
            save.flush()
            is_keyed = format == "safetensors"
            verified = verify_file(writing.tensors, save.temporary, is_keyed, progress)
        notes += save.commit()
        return Saved(target, save.size, verified, [*notes, *_left_out(writing.losses)])


def _left_out(losses: list[Sentence]) -> list[Sentence]:
    return [say("Left out: {what}.", what=loss) for loss in losses]


def _beside(checkpoint: Checkpoint, target: Path) -> list[Sentence]:
    """What to do about external data: it stays where it is."""
    files = onnx_write.plan(checkpoint).beside
    if not files or files[0].parent == target.absolute().parent:
        return []
    names = ", ".join(visible(file.name, 60) for file in files[:3])
    return [
        say(
            "The model reads {names}, which must lie in its folder: copy it there, too.",
            names=names,
        )
    ]


def _save_shards(
    checkpoint: Checkpoint,
    plan: safetensors_write.Plan,
    target: Path,
    shard_bytes: int,
    replace: bool,
    verify: bool,
    progress: Progress,
) -> Saved:
    verified = 0

    def check(tensors: Mapping[str, Tensor], save: SaveFile) -> None:
        nonlocal verified
        _check_source(checkpoint)
        if verify:
            save.flush()
            verified += verify_file(tensors.items(), save.temporary, True, progress)

    path, size, notes = write_shards(plan, target, shard_bytes, replace, check, progress)
    notes += _left_out(plan.losses)
    return Saved(path, size, verified if verify else None, notes)


@dataclass(frozen=True, slots=True)
class _Writing:
    """How a file is written.

    Attributes:
        losses: What is left out.
        tensors: The name and the tensor of everything else: keys in safetensors, elsewhere paths.
    """

    write: Callable[[SaveFile, Progress], None]
    losses: list[Sentence]
    tensors: list[tuple[object, Tensor]]


def _writing(checkpoint: Checkpoint, contents: Contents, format: str) -> _Writing:
    if format == "safetensors":
        plan = safetensors_write.plan(checkpoint, contents)
        return _Writing(
            lambda save, progress: safetensors_write.write(plan, save, progress),
            plan.losses,
            list(plan.tensors.items()),
        )
    entries = [
        entry
        for entry in contents.tensors
        if entry.tensor.trouble is None and not entry.tensor.parts
    ]
    if format == "onnx":
        model = onnx_write.plan(checkpoint)
        return _Writing(
            lambda save, progress: onnx_write.write(model, save, progress),
            [],
            [(entry.path, entry.tensor) for entry in entries],
        )
    module = torch_legacy_write if format == "legacy" else torch_zip_write
    kept = [entry for entry in entries if not is_left_out(checkpoint, entry.path)]
    return _Writing(
        lambda save, progress: module.write(checkpoint, save, progress),
        container_losses(checkpoint),
        [(entry.path, entry.tensor) for entry in kept],
    )


def _keeper(checkpoint: Checkpoint, contents: Contents) -> str | None:
    """The format that can hold everything: the checkpoint's own, else zip; None for neither."""
    own = [checkpoint.format] if checkpoint.format in FORMATS else []
    zip_ = [] if any(is_foreign(entry.tensor) for entry in contents.tensors) else ["zip"]
    for format in own + zip_:
        with contextlib.suppress(Unsupported):
            if not _writing(checkpoint, contents, format).losses:
                return format
    return None


def _check_source(checkpoint: Checkpoint) -> None:
    """The source must still be the file that was opened."""
    for source in checkpoint.sources:
        if isinstance(source, FileSource) and source.has_changed():
            raise CorruptFile(
                say(
                    "{name} was changed by another program while it was being saved.",
                    name=source.name,
                ),
                hint=say("Open it again, and repeat the edits."),
            )
