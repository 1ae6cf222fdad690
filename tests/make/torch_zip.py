"""torch's zip container, byte by byte as its writer lays it out, and every way to break it.

Layout: caffe2/serialize/inline_container.cc and miniz; PKWARE APPNOTE 4.3. Stored records, a data
descriptor after each, payloads aligned by an `FB` extra field, a zip64 end record even when small.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.make.tensors import Bytes, storages_of, torch_pickle

LOCAL = struct.Struct("<4sHHHHHIIIHH")
CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
FLAGS = 0x0808  # a data descriptor follows; names are UTF-8
DEFLATED = 8


@dataclass(frozen=True)
class Member:
    """A record. Everything but `name` and `data` overrides what an honest writer says of it.

    Attributes:
        method: 0 stored, 8 deflated; others are only claimed.
        flags: Added to those of the directory; `local_flags` to those of the local header.
        local_name: Another name in the local header.
        size, packed: Other sizes in the directory.
        header_offset: Another place in the directory; such a member writes no bytes of its own.
    """

    name: str
    data: bytes
    method: int = 0
    flags: int = 0
    local_flags: int = 0
    local_name: str | None = None
    crc: int | None = None
    size: int | None = None
    packed: int | None = None
    header_offset: int | None = None


def deflated(data: bytes) -> bytes:
    """A raw deflate stream."""
    machine = zlib.compressobj(9, zlib.DEFLATED, -15)
    return machine.compress(data) + machine.flush()


def write_zip(
    members: Iterable[Member],
    *,
    alignment: int = 64,
    prefix: bytes = b"",
    comment: bytes = b"",
    count: int | None = None,
    directory_offset: int | None = None,
) -> bytes:
    """The archive of `members`, in order.

    Args:
        prefix: Bytes before it; offsets do not count them.
        count, directory_offset: Other numbers for the end records.
    """
    body = bytearray()
    directory = bytearray()
    listed = 0
    for member in members:
        payload = deflated(member.data) if member.method == DEFLATED else member.data
        crc = zlib.crc32(member.data) if member.crc is None else member.crc
        offset = len(body)
        if member.header_offset is None:
            _append(body, member, payload, crc, alignment)
        else:
            offset = member.header_offset
        directory += _central(member, payload, crc, offset)
        listed += 1
    listed = listed if count is None else count
    start = len(body) if directory_offset is None else directory_offset
    ends = end_records(listed, len(directory), start, len(body) + len(directory), comment)
    return prefix + bytes(body) + bytes(directory) + ends


def _append(body: bytearray, member: Member, payload: bytes, crc: int, alignment: int) -> None:
    raw = (member.name if member.local_name is None else member.local_name).encode()
    pad = -(len(body) + LOCAL.size + len(raw) + 4) % alignment
    flags = (FLAGS if payload else 0x0800) | member.local_flags
    body += LOCAL.pack(b"PK\3\4", 0, flags, member.method, 0, 0, 0, 0, 0, len(raw), pad + 4)
    body += raw + struct.pack("<2sH", b"FB", pad) + b"Z" * pad + payload
    if payload:
        body += struct.pack("<4sIII", b"PK\7\10", crc, len(payload), len(member.data))


def _central(member: Member, payload: bytes, crc: int, offset: int) -> bytes:
    raw = member.name.encode()
    flags = (FLAGS if payload else 0x0800) | member.flags
    size = len(member.data) if member.size is None else member.size
    packed = len(payload) if member.packed is None else member.packed
    wide = [n for n in (size, packed, offset) if n >= 0xFFFFFFFF]
    extra = struct.pack(f"<HH{len(wide)}Q", 1, 8 * len(wide), *wide) if wide else b""
    short = [min(n, 0xFFFFFFFF) for n in (packed, size, offset)]
    head = (b"PK\1\2", 0, 0, flags, member.method, 0, 0, crc, short[0], short[1], len(raw))
    return CENTRAL.pack(*head, len(extra), 0, 0, 0, 0, short[2]) + raw + extra


def end_records(count: int, size: int, offset: int, end: int, comment: bytes = b"") -> bytes:
    """The zip64 end record at `end`, its locator, and the old end record."""
    wide = struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 0x031E, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, end, 1)
    short = (min(count, 0xFFFF), min(count, 0xFFFF), size, min(offset, 0xFFFFFFFF))
    return wide + locator + struct.pack("<4s4HIIH", b"PK\5\6", 0, 0, *short, len(comment)) + comment


def records(
    data_pkl: bytes,
    storages: Sequence[Bytes] = (),
    root: str = "archive",
    byteorder: str = "little",
) -> list[Member]:
    """The records of torch 2.x in its order."""
    inside = [
        ("data.pkl", data_pkl),
        (".format_version", b"1"),
        (".storage_alignment", b"64"),
        ("byteorder", byteorder.encode()),
        *((f"data/{storage.key}", storage.data) for storage in storages),
        ("version", b"3\n"),
        (".data/serialization_id", b"0" * 40),
    ]
    return [Member(f"{root}/{name}", data) for name, data in inside]


def torch_zip(value: Any, root: str = "archive", **options: Any) -> bytes:
    """`value`, which may hold `View`s, as torch.save writes it."""
    members = records(torch_pickle(value), storages_of(value), root)
    return write_zip(members, **options)


def zip_of_pickle(data_pkl: bytes, root: str = "archive") -> bytes:
    """A torch zip around a hand-made pickle."""
    return write_zip(records(data_pkl, root=root))


def packed_zip(files: dict[str, bytes]) -> bytes:
    """An archive as ordinary zip programs write it: deflated, no padding."""
    return write_zip([Member(name, data, DEFLATED) for name, data in files.items()], alignment=1)
