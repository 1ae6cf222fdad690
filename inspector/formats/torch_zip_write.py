"""Writing torch.save's zip as torch 2.13 does: `.format_version` 1, storages in numeric order."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Iterator

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.tensor import Storage, swapped
from inspector.errors import say
from inspector.formats.torch_emission import Emission
from inspector.formats.zip_record import Record
from inspector.formats.zip_writer import ALIGNMENT, ZipWriter
from inspector.progress import Progress
from inspector.savefile import SaveFile

_PLAIN_NAME = re.compile(r"[A-Za-z0-9._=+-]+")
_RECORD_OVERHEAD = 256  # headers, name and padding of one record, at most


def write(checkpoint: Checkpoint, save: SaveFile, progress: Progress) -> None:
    """Append the whole archive to `save`.

    Raises:
        Unsupported: Something that torch's pickles cannot hold.
        CorruptFile: A storage's bytes are missing.
        CannotSave: The disk is full or fails.
        Cancelled: From `progress`.
    """
    emission = Emission(lambda kind, key, place, numel: ("storage", kind, key, place, numel))
    data = emission.pickle(checkpoint, progress)
    stem = save.shown.stem
    root = stem if _PLAIN_NAME.fullmatch(stem) else "archive"
    archive = ZipWriter(save)
    archive.add(f"{root}/data.pkl", data)
    archive.add(f"{root}/.format_version", b"1")
    archive.add(f"{root}/.storage_alignment", str(ALIGNMENT).encode())
    archive.add(f"{root}/byteorder", b"little")
    total = sum(storage.nbytes for storage in emission.storages)
    for number, storage in enumerate(emission.storages):
        name = f"{root}/data/{number}"
        archive.add_stream(name, storage.nbytes, _payload(save, storage, progress, total))
    archive.add(f"{root}/version", b"3\n")
    archive.add(f"{root}/.data/serialization_id", _serialization_id(data))
    archive.finish()


def estimate(checkpoint: Checkpoint, storages: list[Storage]) -> int:
    """Bytes the archive will take at most, beside its pickle."""
    return sum(storage.nbytes + _RECORD_OVERHEAD for storage in storages) + 8 * _RECORD_OVERHEAD


def _payload(save: SaveFile, storage: Storage, progress: Progress, total: int) -> Callable[[], int]:
    def append() -> int:
        crc = known_crc(storage)
        if crc is not None and storage.source is not None:
            save.copy(storage.source, storage.offset, storage.nbytes, progress, "copying")
            return crc
        crc = 0
        for piece in little_endian(storage):
            progress.report(save.size, total, say("writing"))
            save.write(piece)
            crc = zlib.crc32(piece, crc)
        return crc

    return append


def known_crc(storage: Storage) -> int | None:
    """The CRC-32 that a zip records for a storage that is one whole stored record of it."""
    record = storage.source
    if not isinstance(record, Record) or not record.crc or storage.is_big_endian:
        return None
    whole = storage.offset == 0 and storage.nbytes == record.size and record.method == 0
    return record.crc if whole else None


def little_endian(storage: Storage) -> Iterator[bytes]:
    """The bytes of a storage in pieces, swapped where its file was big-endian."""
    step = 8 << 20
    for at in range(0, storage.nbytes, step):
        piece = storage.read(at, min(step, storage.nbytes - at))
        yield swapped(piece, storage.dtype.component) if storage.is_big_endian else piece


def _serialization_id(data: bytes) -> bytes:
    """40 digits that identify the contents; torch writes hashes of its own there."""
    return str(int(hashlib.sha256(data).hexdigest(), 16))[-40:].zfill(40).encode()
