"""A torch zip whose end is missing: what is there is still found.

torch writes `data.pkl` first and gives local headers no sizes, so the pickle is decoded from the
first payload until its STOP, and every `data/<key>` that follows is found by its own local header,
with the size its tensors claim.
"""

from __future__ import annotations

from typing import Any

from inspector.bytesource import ByteSource, Window
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.tensor import Storage
from inspector.errors import CorruptFile, Finding, say
from inspector.formats.reading import Reading
from inspector.formats.torch_arguments import storage_type
from inspector.formats.zip_record import LOCAL, LOCAL_SIGNATURE
from inspector.inert import UNSET, Pid

_DESCRIPTOR = b"PK\7\x08"
_SMALL = 4096  # `byteorder`, `version` and their like


def read(reading: Reading, reason: CorruptFile) -> Checkpoint:
    """Read what can be found without the directory.

    Raises:
        CorruptFile: `reason`, where the file does not begin with torch's `data.pkl`.
    """
    source = reading.source
    first = _local(source, 0)
    if first is None or not first[0].endswith("/data.pkl") or first[2]:
        raise reason
    name, start, _ = first
    storages: dict[str, Storage] = {}

    def load(pid: Any) -> Any:
        match pid:
            case ("storage", kind, str() as key, str() as location, int() as numel):
                typed = storage_type(kind)
                if typed is not None:
                    if key not in storages:
                        size = numel * typed[1].itemsize
                        storages[key] = Storage(key, typed[1], size, location)
                        storages[key].type_name = typed[0]
                    return storages[key]
        return Pid(pid)

    reading.find(Finding("error", None, reason.message, reason.hint))
    pickled = reading.pickle(name, start=start, persistent_load=load)
    if pickled.value is UNSET:
        raise reason
    if pickled.error is None:
        _place(source, name.removesuffix("data.pkl"), pickled.end, storages)
    lost = [storage for storage in storages.values() if storage.source is None and storage.nbytes]
    for storage in lost:
        storage.problem = CorruptFile(
            say("Storage '{key}' lies in the missing part of the file.", key=storage.key),
            where=storage.key,
            hint=say("Download the file again; the tensors before it are intact."),
        )
    reading.find(
        Finding(
            "warning",
            None,
            say(
                "Intact storages: {n} of {all}.",
                n=len(storages) - len(lost),
                all=len(storages),
            ),
        )
    )
    return reading.finish(pickled.value, "torch-zip", None, pickle_protocol=pickled.protocol)


def _local(source: ByteSource, offset: int) -> tuple[str, int, int] | None:
    """(name, payload offset, compression method) of the local header at `offset`."""
    if offset + LOCAL.size > source.size:
        return None
    header = LOCAL.unpack(source.read(offset, LOCAL.size))
    start = offset + LOCAL.size + header[6] + header[7]
    if header[0] != LOCAL_SIGNATURE or start > source.size:
        return None
    name = source.read(offset + LOCAL.size, header[6]).decode("utf-8", "replace")
    return name, start, header[2]


def _place(source: ByteSource, root: str, position: int, storages: dict[str, Storage]) -> None:
    """Walk from header to header; only storages and small records have a known size."""
    while True:
        position = _next_header(source, position)
        header = _local(source, position) if position >= 0 else None
        if header is None:
            return
        name, start, _ = header
        storage = storages.get(name.removeprefix(f"{root}data/"))
        if storage is None:
            position = start
            continue
        if start + storage.nbytes > source.size:
            return
        storage.source = Window(source, start, storage.nbytes, name)
        position = start + storage.nbytes


def _next_header(source: ByteSource, position: int) -> int:
    """The next local header, at most a descriptor and a small record away; -1 if there is none."""
    near = source.read(position, min(_SMALL, source.size - position))
    at = near.find(LOCAL_SIGNATURE)
    return position + at if at >= 0 else -1
