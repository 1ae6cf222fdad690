"""A zip's directory, read by our own walker.

Python's zipfile and torch's miniz disagree on duplicates, CRCs, flags, prefixes and end records,
and zipfile 3.11 accepts overlapping members; so every view is checked against the others here and
any disagreement is a finding. Layout: PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.3.16; what torch
writes: caffe2/serialize/inline_container.cc.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from inspector.bytesource import ByteSource
from inspector.describe import plural, visible
from inspector.errors import CorruptFile, Finding, LimitExceeded, Sentence, say
from inspector.formats.zip_record import LOCAL, Record
from inspector.limits import DEFAULT_LIMITS, ReadLimits
from inspector.progress import SILENT, Progress
from inspector.remedies import AMBIGUOUS, DAMAGED, FETCH_AGAIN

CENTRAL = struct.Struct("<4s4xHH4xIIIHHH8xI")  # ... name, extra, comment, header offset
END = struct.Struct("<4sHHHHIIH")
END64_LOCATOR = struct.Struct("<4sIQI")
END64 = struct.Struct("<4sQHHIIQQQQ")
CENTRAL_SIGNATURE = b"PK\1\2"
END_SIGNATURE = b"PK\5\6"
END64_SIGNATURE = b"PK\6\6"
LOCATOR_SIGNATURE = b"PK\6\7"
_LONGEST_COMMENT = 0xFFFF


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
        if record.is_marked:
            self._warn_of(record, say("is marked as encrypted or patched; readers differ on it"))
        try:
            if (what := record.disagreement()) is not None:
                self._warn_of(record, what)
        except CorruptFile as error:
            self.findings.append(Finding("error", record.name, error.message, error.hint))
        if record.claims_too_much:
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
