"""Writing torch.save's legacy stream, which every torch since 0.4 reads."""

from __future__ import annotations

import struct
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.errors import Unsupported, say
from inspector.formats.torch_emission import Emission
from inspector.formats.torch_legacy import MAGIC, PROTOCOL
from inspector.formats.torch_zip_write import little_endian
from inspector.inert import Dict, Global
from inspector.pickling.emit import emit
from inspector.progress import Progress
from inspector.savefile import SaveFile

_SYSTEM = Dict(
    [
        "protocol_version",
        PROTOCOL,
        "little_endian",
        True,
        "type_sizes",
        Dict(["short", 2, "int", 4, "long", 4]),
    ]
)


def write(checkpoint: Checkpoint, save: SaveFile, progress: Progress) -> None:
    """Append the whole stream to `save`.

    Raises:
        Unsupported: A storage without a type: torch cannot read those from a legacy file.
        CorruptFile: A storage's bytes are missing.
        CannotSave: The disk is full or fails.
        Cancelled: From `progress`.
    """
    emission = Emission(_pid)
    data = emission.pickle(checkpoint, progress)
    keys = sorted(str(number) for number in range(len(emission.storages)))
    for value in (MAGIC, PROTOCOL, _SYSTEM):
        save.write(emit(value, lambda node: node))
    save.write(data)
    save.write(emit(keys, lambda node: node))
    total = sum(storage.nbytes for storage in emission.storages)
    for key in keys:
        storage = emission.storages[int(key)]
        save.write(struct.pack("<q", storage.nbytes // storage.dtype.itemsize))
        if storage.source is not None and not storage.is_big_endian and storage.problem is None:
            save.copy(storage.source, storage.offset, storage.nbytes, progress, "copying")
            continue
        for piece in little_endian(storage):
            progress.report(save.size, total, say("writing"))
            save.write(piece)


def _pid(kind: Global, key: str, location: str, numel: int) -> tuple[Any, ...]:
    if kind.name in ("UntypedStorage", "_UntypedStorage"):
        raise Unsupported(
            say("The legacy format has no storage for this dtype: torch cannot read it back."),
            where=say("storage {key}", key=key),
            hint=say("Save as zip, or cast the tensor first."),
        )
    return ("storage", kind, key, location, numel, None)
