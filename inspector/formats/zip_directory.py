"""A zip's directory, read by our own walker.

Python's zipfile and torch's miniz disagree on duplicates, CRCs, flags, prefixes and end records,
and zipfile 3.11 accepts overlapping members; so every view is checked against the others here and
any disagreement is a finding. Layout: PKWARE APPNOTE 6.3.10, sections 4.3.7 to 4.3.16; what torch
writes: caffe2/serialize/inline_container.cc.
"""

from __future__ import annotations

import struct
import threading
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from inspector.bytesource import CHUNK, ByteSource
from inspector.describe import plural, visible
from inspector.errors import CorruptFile, Finding, LimitExceeded, Sentence, Unsupported, say
from inspector.limits import DEFAULT_LIMITS, ReadLimits
from inspector.progress import SILENT, Progress
from inspector.remedies import AMBIGUOUS, DAMAGED, FETCH_AGAIN

LOCAL = struct.Struct("<4s2xHH4xIIIHH")  # flags, method, crc, packed, size, name, extra
CENTRAL = struct.Struct("<4s4xHH4xIIIHHH8xI")  # ... name, extra, comment, header offset
END = struct.Struct("<4sHHHHIIH")
END64_LOCATOR = struct.Struct("<4sIQI")
END64 = struct.Struct("<4sQHHIIQQQQ")
LOCAL_SIGNATURE = b"PK\3\4"
CENTRAL_SIGNATURE = b"PK\1\2"
END_SIGNATURE = b"PK\5\6"
END64_SIGNATURE = b"PK\6\6"
LOCATOR_SIGNATURE = b"PK\6\7"
_LONGEST_COMMENT = 0xFFFF
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
        return bool(self.flags & _ODD_FLAGS) or self.method not in (_STORED, _DEFLATED)

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


class Archive:
    """A zip and its records.

    Attributes:
        source: The file.
        records: In directory order, duplicates included.
        by_name: Name -> first record of that name, as torch's reader takes it.
        findings: Where readers would disagree, or the archive is damaged.
        base: Bytes before the archive proper.
    """

    def __init__(
        self,
        source: ByteSource,
        limits: ReadLimits = DEFAULT_LIMITS,
        progress: Progress = SILENT,
    ) -> None:
        self.source = source
        self.limits = limits
        self.findings: list[Finding] = []
        self.base = 0
        self.records: list[Record] = []
        start, size, count = self._find_directory()
        self._read_directory(start, size, count, progress)
        self.by_name: dict[str, Record] = {}
        for record in reversed(self.records):
            self.by_name[record.name] = record
        if len(self.by_name) != len(self.records):
            self._report_duplicates()
        self._report_overlaps()
        # End records inside a record's payload belong to an archive that is stored in this one.
        if sum(place >= start for place in self._end_records) > 1:
            self.warn(say("The archive has several end records; readers choose different ones."))

    def warn(self, what: Sentence, where: str | None = None) -> None:
        """Note a place where readers may disagree."""
        self.findings.append(Finding("warning", where, what))

    def _find_directory(self) -> tuple[int, int, int]:
        """(offset, bytes, records) of the central directory."""
        source = self.source
        tail_size = min(source.size, END.size + _LONGEST_COMMENT)
        tail_start = source.size - tail_size
        tail = source.read(tail_start, tail_size)
        found = [at for at in _occurrences(tail, END_SIGNATURE) if at + END.size <= len(tail)]
        ends = [at for at in found if at + END.size + END.unpack_from(tail, at)[7] == len(tail)]
        if not found:
            raise CorruptFile(
                say(
                    "{name} is a zip archive without its directory: "
                    "the end of the file is missing.",
                    name=source.name,
                ),
                hint=FETCH_AGAIN,
            )
        at = (ends or found)[-1]
        if not ends:
            self.warn(say("There are bytes after the end of the archive."))
        fields = END.unpack_from(tail, at)
        count, size, offset = fields[4], fields[5], fields[6]
        end = tail_start + at
        self._end_records = [tail_start + place for place in found]
        zip64 = self._zip64(end)
        if zip64 is not None:
            end, count, size, offset = zip64
        return self._place(end, size, offset), size, count

    def _zip64(self, end: int) -> tuple[int, int, int, int] | None:
        """(end of the directory, records, bytes, offset) by the zip64 end record, or None."""
        source = self.source
        if end < END64_LOCATOR.size:
            return None
        locator = END64_LOCATOR.unpack(source.read(end - END64_LOCATOR.size, END64_LOCATOR.size))
        if locator[0] != LOCATOR_SIGNATURE:
            return None
        # Just before its locator, or (archives with a prefix) where the locator says.
        for at in (end - END64_LOCATOR.size - END64.size, locator[2]):
            if 0 <= at <= source.size - END64.size:
                fields = END64.unpack(source.read(at, END64.size))
                if fields[0] == END64_SIGNATURE:
                    return at, fields[7], fields[8], fields[9]
        raise CorruptFile(
            say("{name} has no zip64 end record where it says.", name=source.name),
            hint=DAMAGED,
        )

    def _place(self, end: int, size: int, offset: int) -> int:
        """Where the directory really starts."""
        actual = end - size
        if actual < 0 or size > self.source.size:
            raise CorruptFile(
                say(
                    "The directory of {name} claims {n} bytes, more than there are.",
                    name=self.source.name,
                    n=size,
                ),
                hint=DAMAGED,
            )
        if actual != offset:
            is_directory = self._is_directory(offset, size)
            if self._is_directory(actual, size) and not is_directory:
                self.base = max(actual - offset, 0)
                self.warn(
                    say(
                        "The archive begins {n} bytes later than it says. torch does not open "
                        "such a file; Python's zipfile does.",
                        n=self.base,
                    )
                    if self.base
                    else say("The archive does not say where its directory is.")
                )
                return actual
            self.warn(
                say("The archive has two places for its directory; readers choose different ones.")
            )
            if is_directory:
                return offset
        return actual

    def _is_directory(self, offset: int, size: int) -> bool:
        if not 0 <= offset <= self.source.size - 4:
            return False
        signature = self.source.read(offset, 4)
        return signature == CENTRAL_SIGNATURE or (size == 0 and signature[:2] == b"PK")

    def _read_directory(self, start: int, size: int, count: int, progress: Progress) -> None:
        if size > 128 * self.limits.zip_entries or count > self.limits.zip_entries:
            raise LimitExceeded(
                say("{name} lists {n} records.", name=self.source.name, n=count),
                hint=say("No program writes so many; do not load this file."),
            )
        data = self.source.read(start, min(size, self.source.size - start))
        at = 0
        add = self.records.append
        header, source, base = CENTRAL, self.source, self.base
        while at + header.size <= len(data):
            signature, flags, method, crc, packed, full, names, extras, comments, offset = (
                header.unpack_from(data, at)
            )
            if signature != CENTRAL_SIGNATURE:
                break
            at += header.size
            name = data[at : at + names].decode("utf-8", "replace")
            at += names
            if full == 0xFFFFFFFF or packed == 0xFFFFFFFF or offset == 0xFFFFFFFF:
                full, packed, offset = _zip64_extra(data[at : at + extras], full, packed, offset)
            at += extras + comments
            add(Record(source, name, flags, method, crc, packed, full, offset + base))
            if not len(self.records) % 100_000:
                progress.report(at, len(data), say("directory"))
        if len(self.records) != count or at != len(data):
            self.warn(
                say(
                    "The directory announces {records} and lists {n}; readers may see "
                    "different files.",
                    records=plural(count, "record"),
                    n=len(self.records),
                )
            )

    def _report_duplicates(self) -> None:
        counts = Counter(record.name for record in self.records)
        names = [name for name, times in counts.items() if times > 1]
        shown = ", ".join(f"'{visible(name, 80)}'" for name in names[:5])
        self.findings.append(
            Finding(
                "danger",
                names[0],
                say(
                    "{records} ({names}) stand more than once. torch reads the first, "
                    "Python's zipfile the last; what is shown here is the first.",
                    records=plural(len(names), "record"),
                    names=shown,
                ),
                AMBIGUOUS,
            )
        )

    def _report_overlaps(self) -> None:
        spans = [(record.header_offset, record.packed) for record in self.records]
        if any(here > after for (here, _), (after, _) in pairwise(spans)):
            spans.sort()
        last = -1
        for offset, packed in spans:
            if offset < last:
                self.findings.append(
                    Finding(
                        "danger",
                        None,
                        say("Records of the archive overlap: a few bytes would unpack into many."),
                        say("Do not unpack this file."),
                    )
                )
                return
            last = offset + LOCAL.size + packed

    def check(self, record: Record) -> None:
        """Note flags, methods and headers of a record that readers treat differently."""
        if record.flags & _ODD_FLAGS:
            self._warn_of(record, say("is marked as encrypted or patched; readers differ on it"))
        try:
            if (what := record.disagreement()) is not None:
                self._warn_of(record, what)
        except CorruptFile as error:
            self.findings.append(Finding("error", record.name, error.message, error.hint))
        if record.method == _DEFLATED and record.size > record.packed * _DEFLATE_RATIO + 1024:
            self._warn_of(record, say("claims to unfold into more than deflate can do"))

    def _warn_of(self, record: Record, what: Sentence) -> None:
        self.warn(say("Record '{name}' {what}.", name=visible(record.name), what=what), record.name)


def _occurrences(data: bytes, pattern: bytes) -> Iterator[int]:
    at = data.find(pattern)
    while at >= 0:
        yield at
        at = data.find(pattern, at + 1)


def _zip64_extra(extra: bytes, size: int, packed: int, offset: int) -> tuple[int, int, int]:
    """The 64-bit values of extra field 0x0001, for those of the three that are 0xFFFFFFFF."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        body = extra[at + 4 : at + 4 + length]
        at += 4 + length
        if kind != 0x0001:
            continue
        values = iter(struct.unpack(f"<{len(body) // 8}Q", body[: len(body) // 8 * 8]))
        if size == 0xFFFFFFFF:
            size = next(values, size)
        if packed == 0xFFFFFFFF:
            packed = next(values, packed)
        if offset == 0xFFFFFFFF:
            offset = next(values, offset)
        break
    return size, packed, offset
