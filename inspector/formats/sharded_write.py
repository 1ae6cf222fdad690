"""Splitting a state_dict into safetensors shards and their index, as save_pretrained does.

`NAME-00001-of-00003.safetensors` ... and `NAME.safetensors.index.json`. Every shard is complete
before any of them gets its name, and the index comes last.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

from inspector.checkpoint.tensor import Tensor
from inspector.errors import Sentence
from inspector.formats.safetensors_write import Plan, write
from inspector.progress import Progress
from inspector.savefile import SaveFile


def split(plan: Plan, shard_bytes: int) -> list[dict[str, Tensor]]:
    """The tensors in groups of at most `shard_bytes`, in order; a larger tensor stands alone."""
    shards: list[dict[str, Tensor]] = [{}]
    room = shard_bytes
    for name, tensor in plan.tensors.items():
        nbytes = tensor.nbytes or 0
        if nbytes > room and shards[-1]:
            shards.append({})
            room = shard_bytes
        shards[-1][name] = tensor
        room -= nbytes
    return shards


def shard_names(target: Path, count: int) -> list[str]:
    """The names of the shards of `target`, without folders."""
    return [
        f"{target.stem}-{number:05}-of-{count:05}{target.suffix}" for number in range(1, count + 1)
    ]


def write_shards(
    plan: Plan,
    target: Path,
    shard_bytes: int,
    replace: bool,
    check: Callable[[Mapping[str, Tensor], SaveFile], None],
    progress: Progress,
) -> tuple[Path, int, list[Sentence]]:
    """Write the shards and the index beside `target`: (index, bytes in all, notes).

    Args:
        check: Called with each shard when it is written, before any of them gets its name.

    Raises:
        CannotSave: One of the files exists, or the disk is full or fails.
        CorruptFile: A tensor's bytes are missing.
        Cancelled: From `progress`; nothing is left behind.
    """
    shards = split(plan, shard_bytes)
    names = shard_names(target, len(shards))
    total = sum(tensor.nbytes or 0 for tensor in plan.tensors.values())
    index = {
        "metadata": {"total_size": total},
        "weight_map": {
            key: name for name, shard in zip(names, shards, strict=True) for key in shard
        },
    }
    with ExitStack() as stack:
        saves = []
        room = total
        for name, shard in zip(names, shards, strict=True):
            save = stack.enter_context(SaveFile(target.with_name(name), room, replace))
            write(Plan(shard, plan.metadata, []), save, progress)
            check(shard, save)
            saves.append(save)
            room -= sum(tensor.nbytes or 0 for tensor in shard.values())
        path = target.with_name(f"{target.name}.index.json")
        last = stack.enter_context(SaveFile(path, 0, replace))
        last.write(json.dumps(index, indent=2, ensure_ascii=False).encode() + b"\n")
        files = [*saves, last]
        for save in files:
            save.flush()
        notes = _commit(files)
    return path, sum(save.size for save in saves), notes


def _commit(files: list[SaveFile]) -> list[Sentence]:
    """Name all files or, where one fails, none of those that are new."""
    notes: list[Sentence] = []
    made: list[Path] = []
    try:
        for save in files:
            is_new = not save.target.exists()
            notes += save.commit()
            if is_new:
                made.append(save.target)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    return notes
