"""Reading a file back that is about to take its place, and comparing every tensor."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from inspector.checkpoint.contents import survey
from inspector.checkpoint.tensor import Tensor
from inspector.describe import visible
from inspector.errors import CorruptFile, say
from inspector.formats.registry import open_checkpoint
from inspector.progress import Progress


def verify_file(
    wanted: Iterable[tuple[object, Tensor]], path: Path, is_keyed: bool, progress: Progress
) -> int:
    """Compare tensors with those in the file at `path`; how many there were.

    Args:
        wanted: The names of all that were written, and what they were written from.
        is_keyed: Whether the names are keys, as in safetensors; else they are paths of the tree.

    Raises:
        CorruptFile: A tensor is missing or differs, or the file cannot be read.
        Cancelled: From `progress`.
    """
    wanted = list(wanted)
    total = 2 * sum(tensor.nbytes or 0 for _, tensor in wanted)
    done = compared = 0

    def report(inner: int, _: int, __: str) -> None:
        progress.report(done + inner, total, say("verifying"))

    written = open_checkpoint(path, progress)
    try:
        found: dict[object, Tensor] = {
            entry.key if is_keyed else entry.path: entry.tensor for entry in survey(written).tensors
        }
        for key, tensor in wanted:
            copy = found.get(key)
            here = _digest(tensor, Progress(report))
            done += tensor.nbytes or 0
            if copy is None or here != _digest(copy, Progress(report)):
                raise CorruptFile(
                    say("'{key}' did not read back as it was written.", key=_shown(key)),
                    hint=say("Check the disk; nothing was replaced."),
                )
            done += tensor.nbytes or 0
            compared += 1
    finally:
        written.close()
    return compared


def _shown(key: object) -> str:
    parts = key if isinstance(key, tuple) else (key,)
    return visible(".".join(str(part) for part in parts), 200)


def _digest(tensor: Tensor, progress: Progress) -> tuple[object, ...]:
    """Of the tensor's bytes in order, with what they mean."""
    digest = hashlib.blake2b()
    for piece in tensor.row_major(progress):
        digest.update(piece)
    return tensor.dtype, tensor.shape, digest.digest()
