"""Reading a file back that is about to take its place, and comparing every tensor."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from inspector.checkpoint.contents import Contents, survey
from inspector.checkpoint.state_dict import TensorEntry
from inspector.checkpoint.tensor import Tensor
from inspector.describe import visible
from inspector.errors import CorruptFile, say
from inspector.formats.registry import open_checkpoint
from inspector.progress import Progress


def verify_file(
    contents: Contents, path: Path, format: str, is_lossy: bool, progress: Progress
) -> int:
    """Compare what was saved with the file at `path`; how many tensors there were.

    Args:
        format: As `save_checkpoint`; safetensors knows keys, the others paths.
        is_lossy: Whether tensors may be missing, since their loss was accepted.

    Raises:
        CorruptFile: A tensor is missing or differs, or the file cannot be read.
        Cancelled: From `progress`.
    """

    def name(entry: TensorEntry) -> object:
        return entry.key if format == "safetensors" else entry.path

    wanted = [
        (name(entry), entry.tensor)
        for entry in contents.tensors
        if entry.tensor.trouble is None and not entry.tensor.parts
    ]
    return _verify(wanted, path, name, is_lossy, progress)


def verify_shard(tensors: Mapping[str, Tensor], path: Path, progress: Progress) -> int:
    """Compare `tensors` with the safetensors file at `path`; how many there were.

    Raises:
        CorruptFile: A tensor is missing or differs, or the file cannot be read.
        Cancelled: From `progress`.
    """
    return _verify(tensors.items(), path, lambda entry: entry.key, False, progress)


def _verify(
    wanted: Iterable[tuple[object, Tensor]],
    path: Path,
    name: Callable[[TensorEntry], object],
    is_lossy: bool,
    progress: Progress,
) -> int:
    wanted = list(wanted)
    total = 2 * sum(tensor.nbytes or 0 for _, tensor in wanted)
    done = compared = 0

    def report(inner: int, _: int, __: str) -> None:
        progress.report(done + inner, total, say("verifying"))

    written = open_checkpoint(path, progress)
    try:
        found = {name(entry): entry.tensor for entry in survey(written).tensors}
        for key, tensor in wanted:
            copy = found.get(key)
            if copy is None and is_lossy:
                continue
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
