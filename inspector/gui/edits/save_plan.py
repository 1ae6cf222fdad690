"""What saving would do: how large, what is lost, what is in the way. Made in a worker, no Qt."""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import survey
from inspector.edits.edit import apply
from inspector.edits.for_torch import ForTorch
from inspector.errors import InspectorError, Sentence
from inspector.formats import onnx_write, safetensors_write
from inspector.formats.torch_emission import container_losses
from inspector.formats.writing import Saved, default_format, save_checkpoint
from inspector.progress import Progress

_ENDINGS = {"zip": ".pt", "legacy": ".pt", "safetensors": ".safetensors", "onnx": ".onnx"}
_TORCH_ENDINGS = (".pth.tar", ".pt.tar", ".ckpt.tar", ".pt", ".pth", ".ckpt", ".bin")
_KNOWN = (*_TORCH_ENDINGS, ".safetensors", ".onnx", ".ptl", ".pt2", ".npz", ".pkl", ".tar")
_RECORD = 64  # bytes of padding a storage may take


# The first torch that reads a format.
OLDEST_TORCH = {"zip": "1.5", "legacy": "0.4"}


@dataclass(frozen=True, slots=True)
class SaveChoice:
    """What a person chose.

    Attributes:
        format: One of `inspector.formats.writing.FORMATS`.
        is_for_old_torch: Convert what the oldest torch that reads the format does not have.
        shard_bytes: Split into shards; safetensors only.
    """

    target: Path
    format: str
    is_for_old_torch: bool = False
    shard_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class SavePlan:
    """What the choice would lead to.

    Attributes:
        nbytes: About as large will the file be.
        free: Bytes free where it goes; None where that is not known.
        losses: What would be left out, one phrase each.
        problem: Why it cannot be saved at all.
    """

    choice: SaveChoice
    nbytes: int
    free: int | None
    exists: bool
    losses: list[Sentence]
    problem: InspectorError | None


def plan_save(checkpoint: Checkpoint, choice: SaveChoice) -> SavePlan:
    """Look ahead; nothing is written and no tensor is read."""
    losses: list[Sentence] = []
    problem: InspectorError | None = None
    nbytes = 0
    try:
        checkpoint = converted(checkpoint, choice)
        contents = survey(checkpoint)
        if choice.format == "safetensors":
            plan = safetensors_write.plan(checkpoint, contents)
            losses = plan.losses
            nbytes = sum(tensor.nbytes or 0 for tensor in plan.tensors.values())
        elif choice.format == "onnx":
            onnx_write.plan(checkpoint)
            nbytes = checkpoint.size
        else:
            losses = container_losses(checkpoint)
            nbytes = sum(storage.nbytes + _RECORD for storage in contents.storages())
    except InspectorError as error:
        problem = error
    free = None
    with contextlib.suppress(OSError):
        free = shutil.disk_usage(choice.target.parent).free
    return SavePlan(choice, nbytes, free, os.path.lexists(written_path(choice)), losses, problem)


def written_path(choice: SaveChoice) -> Path:
    """The file that has the chosen name in the end: shards are found by their index."""
    name = choice.target.name
    return choice.target.with_name(f"{name}.index.json") if choice.shard_bytes else choice.target


def converted(checkpoint: Checkpoint, choice: SaveChoice) -> Checkpoint:
    """The checkpoint as the chosen torch reads it.

    Raises:
        EditConflict: It holds what torch of then does not have.
    """
    oldest = OLDEST_TORCH.get(choice.format)
    if oldest is None or not choice.is_for_old_torch:
        return checkpoint
    return apply(checkpoint, [ForTorch(oldest)])[0]


def save(checkpoint: Checkpoint, choice: SaveChoice, verify: bool, progress: Progress) -> Saved:
    """Write what was chosen; asking about losses and old files is behind us.

    Raises:
        InspectorError, Cancelled: As `save_checkpoint`.
    """
    return save_checkpoint(
        converted(checkpoint, choice),
        choice.target,
        choice.format,
        replace=True,
        accept_losses=True,
        verify=verify,
        shard_bytes=choice.shard_bytes,
        progress=progress,
    )


def own_format(checkpoint: Checkpoint) -> str:
    """The format to write a checkpoint in that stays what it is, whatever its name."""
    return "onnx" if checkpoint.format == "onnx" else default_format(checkpoint, Path("x"))


def stem_of(name: str) -> tuple[str, str]:
    """ "model.pth.tar" -> ("model", ".pth.tar"); ("x.y", "") where the ending is no known one."""
    for ending in _KNOWN:
        if name.lower().endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)], name[-len(ending) :]
    return name, ""


def named_for(name: str, format: str) -> str:
    """`name` with an ending that suits `format`; one that does already stays."""
    stem, ending = stem_of(name)
    is_torch = format in ("zip", "legacy")
    fits = ending.lower() in _TORCH_ENDINGS if is_torch else ending.lower() == _ENDINGS[format]
    return name if fits else stem + _ENDINGS[format]
