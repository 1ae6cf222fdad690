"""A member of a zip: its bytes as they are in the file, or inflated.

The local header is believed only as to where the payload begins; what it says otherwise is compared
with the directory. Layout: PKWARE APPNOTE 6.3.10, section 4.3.7.
"""

from __future__ import annotations

import struct
import threading
import zlib

from inspector.bytesource import CHUNK, ByteSource
from inspector.describe import visible
from inspector.errors import CorruptFile, Sentence, Unsupported, say
from inspector.remedies import DAMAGED

LOCAL = struct.Struct("<4s2xHH4xIIIHH")  # flags, method, crc, packed, size, name, extra
LOCAL_SIGNATURE = b"PK\3\4"
_STORED, _DEFLATED = 0, 8
_DEFLATE_RATIO = 1040  # zlib cannot do better than 1032:1
# An inflater has one position, whoever asks; a record may lie in a record that is inflated, too.
_ONE_AT_A_TIME = threading.RLock()
_ODD_FLAGS = 0x0001 | 0x0020 | 0x0040 | 0x2000  # encrypted, patched, strongly encrypted, masked


class Record(ByteSource):
    """A member of the archive; its bytes are found when they are first wanted.

    Attributes:
        name: As in the directory.
        size: Bytes when inflated; `packed` in the file.
        crc: Of the inflated bytes; 0 where the writer did not compute it.
        header_offset: Of the local header, in the archive's file.
    """

    _start = -1
    _inflater: _Inflater | None = None

    def __init__(
        self,
        archive: ByteSource,
        name: str,
        flags: int,
        method: int,
        crc: int,
        packed: int,
        size: int,
        header_offset: int,
    ) -> None:
        self.archive = archive
        self.name = name
        self.flags = flags
        self.method = method
        self.crc = crc
        self.packed = packed
        self.size = size
        self.header_offset = header_offset

    @property
    def start(self) -> int:
        """Offset of the payload, which only the local header knows (its extra field differs).

        Raises:
            CorruptFile: There is no local header, or the payload is not inside the file.
        """
        if self._start < 0:
            header = LOCAL.unpack(self.archive.read(self.header_offset, LOCAL.size))
            if header[0] != LOCAL_SIGNATURE:
                raise CorruptFile(
                    say(
                        "Record '{name}' has no header at byte {at}.",
                        name=visible(self.name),
                        at=self.header_offset,
                    ),
                    where=self.name,
                    hint=DAMAGED,
                )
            start = self.header_offset + LOCAL.size + header[6] + header[7]
            if start + self.packed > self.archive.size:
                raise CorruptFile(
                    say(
                        "Record '{name}' ends at byte {at}, after the end of the file.",
                        name=visible(self.name),
                        at=start + self.packed,
                    ),
                    where=self.name,
                    hint=DAMAGED,
                )
            self._start = start
        return self._start

    def disagreement(self) -> Sentence | None:
        """How the local header contradicts the directory, or None."""
        header = LOCAL.unpack(self.archive.read(self.header_offset, LOCAL.size))
        raw = self.archive.read(self.header_offset + LOCAL.size, header[6])
        if raw.decode("utf-8", "replace") != self.name:
            shown = visible(raw.decode("utf-8", "replace"))
            return say("is called '{name}' in its own header", name=shown)
        if header[1] & _ODD_FLAGS != self.flags & _ODD_FLAGS or header[2] != self.method:
            return say("has other flags in its own header")
        if header[4] not in (0, 0xFFFFFFFF, self.packed):
            return say("has another size in its own header")
        return None

    def _read(self, offset: int, nbytes: int) -> bytes:
        if self.method == _STORED:
            return self.archive.read(self.start + offset, nbytes)
        with _ONE_AT_A_TIME:
            if self._inflater is None or self._inflater.done > offset:
                self._inflater = _Inflater(self)
            return self._inflater.read(offset, nbytes)

    @property
    def is_odd(self) -> bool:
        """Whether it is encrypted, patched, or packed by a method other than deflate."""
        return self.is_marked or self.method not in (_STORED, _DEFLATED)

    @property
    def is_marked(self) -> bool:
        """Whether it is marked as encrypted or patched."""
        return bool(self.flags & _ODD_FLAGS)

    @property
    def claims_too_much(self) -> bool:
        """Whether it should unfold into more than deflate can do."""
        return self.method == _DEFLATED and self.size > self.packed * _DEFLATE_RATIO + 1024

    def absolute(self, offset: int) -> int | None:
        return self.archive.absolute(self.start + offset) if self.method == _STORED else None

    def crc_matches(self) -> bool:
        """Whether the bytes have the CRC of the directory, or none is recorded."""
        crc = 0
        for piece in self.chunks(0, self.size):
            crc = zlib.crc32(piece, crc)
        return self.crc in (crc, 0)


class _Inflater:
    """Deflated bytes in order; going back means starting again."""

    def __init__(self, record: Record) -> None:
        if record.method != _DEFLATED:
            raise Unsupported(
                say(
                    "Record '{name}' is compressed by method {method}.",
                    name=visible(record.name),
                    method=record.method,
                ),
                where=record.name,
                hint=say("Unpack the archive with the program that made it."),
            )
        self.record = record
        self.machine = zlib.decompressobj(-15)
        self.taken = 0
        self.done = 0

    def read(self, offset: int, nbytes: int) -> bytes:
        while self.done < offset:
            self._next(min(offset - self.done, CHUNK))
        pieces = []
        while nbytes > 0 and (piece := self._next(nbytes)):
            pieces.append(piece)
            nbytes -= len(piece)
        return b"".join(pieces)

    def _next(self, limit: int) -> bytes:
        record = self.record
        while True:
            packed = self.machine.unconsumed_tail
            if not packed and self.taken < record.packed and not self.machine.eof:
                size = min(record.packed - self.taken, 1 << 18)
                packed = record.archive.read(record.start + self.taken, size)
                self.taken += size
            try:
                piece = self.machine.decompress(packed, limit)
            except zlib.error as error:
                raise CorruptFile(
                    say(
                        "Record '{name}' cannot be inflated: its bytes are no deflated data.",
                        name=visible(record.name),
                    ),
                    where=record.name,
                    hint=DAMAGED,
                ) from error
            self.done += len(piece)
            if piece:
                return piece
            if self.machine.eof or (self.taken >= record.packed and not packed):
                raise CorruptFile(
                    say(
                        "Record '{name}' holds {n} bytes, though its header says {size}.",
                        name=visible(record.name),
                        n=self.done,
                        size=record.size,
                    ),
                    where=record.name,
                    hint=DAMAGED,
                )
