"""Zip records laid out byte for byte as torch's PyTorchFileWriter lays them out.

Stored, sizes and CRC in a descriptor after the payload, payloads aligned by an "FB" extra field, a
zip64 end record always. torch can be told to compute offsets instead of reading them
(`calculate_storage_offsets`), so the layout must be exact. Source: caffe2/serialize/
inline_container.cc and third_party/miniz of torch 2.13.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from inspector.formats.zip_directory import END, END64, END64_LOCATOR
from inspector.savefile import SaveFile

ALIGNMENT = 64
_FLAGS_PAYLOAD, _FLAGS_EMPTY = 0x0808, 0x0800  # UTF-8 names; bit 3: a descriptor follows
_LIMIT = 0xFFFFFFFF
_LOCAL_HEADER = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL_HEADER = struct.Struct("<4sHHHHHHIIIHHHHHII")


class ZipWriter:
    """Appends records to a file in the making; `finish` writes the directory."""

    def __init__(self, save: SaveFile) -> None:
        self.save = save
        self._directory: list[bytes] = []

    def add(self, name: str, data: bytes) -> None:
        """A record from memory."""

        def write() -> int:
            self.save.write(data)
            return zlib.crc32(data)

        self.add_stream(name, len(data), write)

    def add_stream(self, name: str, nbytes: int, write: Callable[[], int]) -> None:
        """A record of `nbytes` that `write` appends to the file; it returns their CRC-32."""
        offset = self.save.size
        raw = name.encode()
        wide_size, wide_offset = nbytes >= _LIMIT, offset >= _LIMIT
        extra = _zip64(*([nbytes, 0] if wide_size else []), *([offset] if wide_offset else []))
        start = offset + _LOCAL_HEADER.size + len(raw) + len(extra) + 4
        padding = -start % ALIGNMENT
        extra += struct.pack("<2sH", b"FB", padding) + b"Z" * padding
        flags = _FLAGS_PAYLOAD if nbytes else _FLAGS_EMPTY
        header = (b"PK\3\4", 0, flags, 0, 0, 0, 0, 0, 0, len(raw), len(extra))
        self.save.write(_LOCAL_HEADER.pack(*header) + raw + extra)
        crc = write()
        if nbytes:
            layout = "<4sIQQ" if wide_size or wide_offset else "<4sIII"
            self.save.write(struct.pack(layout, b"PK\7\x08", crc, nbytes, nbytes))
        self._list(raw, flags, crc, nbytes, offset)

    def _list(self, raw: bytes, flags: int, crc: int, nbytes: int, offset: int) -> None:
        wide_size, wide_offset = nbytes >= _LIMIT, offset >= _LIMIT
        extra = _zip64(*([nbytes, nbytes] if wide_size else []), *([offset] if wide_offset else []))
        size, place = min(nbytes, _LIMIT), min(offset, _LIMIT)
        fields = (b"PK\1\2", 0, 0, flags, 0, 0, 0, crc, size, size, len(raw), len(extra))
        self._directory.append(_CENTRAL_HEADER.pack(*fields, 0, 0, 0, 0, place) + raw + extra)

    def finish(self) -> None:
        """Write the central directory and the end records."""
        start, count = self.save.size, len(self._directory)
        listing = b"".join(self._directory)
        size, end = len(listing), start + len(listing)
        self.save.write(listing)
        self.save.write(
            END64.pack(b"PK\6\6", 44, 0x031E, 45, 0, 0, count, count, size, start)
            + END64_LOCATOR.pack(b"PK\6\7", 0, end, 1)
            + END.pack(
                b"PK\5\6",
                0,
                0,
                min(count, 0xFFFF),
                min(count, 0xFFFF),
                min(size, _LIMIT),
                min(start, _LIMIT),
                0,
            )
        )


def _zip64(*values: int) -> bytes:
    """Extra field 0x0001, or nothing."""
    if not values:
        return b""
    return struct.pack(f"<HH{len(values)}Q", 0x0001, 8 * len(values), *values)
