"""protobuf's wire format, walked field by field over a file; what is skipped is never read.

Encoding: protobuf.dev/programming-guides/encoding. Field numbers: onnx/onnx.proto of ONNX 1.23.
The protobuf library would take 74 bytes of memory per byte of a hostile file, and could not open
a file of 2 GB at all.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NoReturn

from inspector.bytesource import ByteSource
from inspector.errors import CorruptFile, InspectorError, LimitExceeded, Sentence, say
from inspector.limits import DEFAULT_LIMITS, ReadLimits
from inspector.progress import SILENT, Progress

VARINT, FIXED64, LEN, GROUP, END_GROUP, FIXED32 = range(6)
DAMAGED = say("The file is damaged. Download or copy it again.")
_MARGIN = 24  # a tag and a length take at most 20 bytes
_MIN_WINDOW, _MAX_WINDOW = 4 << 10, 256 << 10
_MAX_GROUPS = 100  # as the protobuf library
_BYTES_PER_CHARGE = 8  # of text that is kept, which may take four times as much in memory

Field = tuple[int, int, int]


def tags(*numbers: int, wire: int = LEN) -> Sequence[int]:
    """The tags of fields of one wire type."""
    return [number << 3 | wire for number in numbers]


class Wire:
    """A source of protobuf messages, its budget, and what is known about its end.

    Attributes:
        is_cut: The outermost message goes on behind the end of the source.
        needed: How many bytes the source should have at least, where it is cut.
        left: Fields that may still be visited.
    """

    def __init__(
        self,
        source: ByteSource,
        limits: ReadLimits = DEFAULT_LIMITS,
        progress: Progress = SILENT,
    ) -> None:
        self.source = source
        self.limits = limits
        self.is_cut = False
        self.needed = 0
        self.left = 2 * limits.protobuf_nodes
        self._progress = progress
        self._buf = b""
        self._base = self._stop = 0

    def fields(self, start: int, end: int) -> Iterator[Field]:
        """(tag, first, last) of each field of the message in bytes `start` to `end`.

        Payloads (LEN, FIXED32, FIXED64) lie at bytes `first` to `last`; for a VARINT `first` is
        the value, unsigned. Groups are passed over. Where the file is cut, the last payload of
        each open message ends with the file.

        Raises:
            CorruptFile: The bytes are no fields, or one goes on behind its message.
            LimitExceeded: More fields than the budget allows.
        """
        buf, base, pos = self._buf, self._base, start
        groups: list[int] = []
        while pos < end or groups:
            at = pos - base
            if at < 0 or at + _MARGIN > len(buf):
                buf, base = self._window(pos)
                at = pos - base
            tag = buf[at]
            at += 1
            if tag > 0x7F:
                tag, at = _varint(buf, at - 1, base)
            kind = tag & 7
            if kind == LEN or not kind:
                value = buf[at]
                at += 1
                if value > 0x7F:
                    value, at = _varint(buf, at - 1, base)
                here, pos = pos, base + at
                first = pos if kind else value
                pos += value if kind else 0
            else:
                here, first = pos, base + at
                pos = first + _fixed_size(tag, here, groups)
            self.left -= 1
            if pos > end or tag < 8 or self.left < 0:
                pos = self._clamped((tag, here, base + at, pos), start, end)
                if pos < 0:
                    return
            if not groups:
                yield tag, first, pos

    def _clamped(self, field: tuple[int, int, int, int], start: int, end: int) -> int:
        """Where a field (tag, start, payload, end) that cannot be ends after all.

        Returns -1 where not even its payload begins before the end of a cut file.
        """
        tag, here, payload, stop = field
        if self.left < 0:
            raise LimitExceeded(
                say(
                    "{name} has more than {n} fields and texts, of which the last was read "
                    "at byte {at}.",
                    name=self.source.name,
                    n=2 * self.limits.protobuf_nodes,
                    at=here,
                ),
                where=say("byte {at}", at=here),
                hint=say("No real model is so finely divided; be careful with this file."),
            )
        is_open = end == self.source.size and (start == 0 or self.is_cut)
        if tag < 8:
            _corrupt(here, say("Byte {at} begins no protobuf field.", at=here))
        if not is_open:
            _corrupt(
                here,
                say(
                    "The field at byte {at} should end by byte {end} and does not.",
                    at=here,
                    end=end,
                ),
            )
        self.is_cut = True
        self.needed = max(self.needed, stop)
        return end if tag & 7 == LEN and payload <= end else -1

    def _window(self, pos: int) -> tuple[bytes, int]:
        """(bytes, offset of the first) with at least `_MARGIN` bytes from `pos`."""
        size = self.source.size
        is_near = self._base <= pos <= self._stop
        if not (is_near and (self._stop == size or pos + _MARGIN <= self._stop)):
            wanted = min(4 * len(self._buf), _MAX_WINDOW) if is_near else 0
            wanted = min(max(wanted, _MIN_WINDOW), size - pos)
            self._progress.report(pos, size, say("reading the structure"))
            self._buf, self._base = self.source.read(pos, wanted), pos
            self._stop = pos + wanted
            if self._stop == size:
                self._buf += bytes(_MARGIN)  # numbers that the end cuts end behind it
        return self._buf, self._base

    def data(self, start: int, end: int) -> bytes:
        """Bytes `start` to `end`, from what was read last where they are there."""
        if self._base <= start and end <= self._stop:
            return self._buf[start - self._base : end - self._base]
        return self.source.read(start, end - start)

    def text(self, start: int, end: int, limit: int = 0, errors: str = "replace") -> str:
        """The text there, charged to the budget; of a longer one, the first `limit` bytes.

        Args:
            limit: `limits.text_bytes` where it is 0.
            errors: As of `bytes.decode`; "backslashreplace" keeps more and takes 20 times as long.
        """
        stop = min(end, start + (limit or self.limits.text_bytes))
        self.charge((stop - start) // _BYTES_PER_CHARGE)
        text = self.data(start, stop).decode("utf-8", errors)
        return text if stop == end else f"{text}… ({end - stop:,} bytes more)"

    def charge(self, fields: int) -> None:
        """Count what takes as much memory as `fields` more fields.

        Raises:
            LimitExceeded: Later, by the next field that is visited.
        """
        self.left -= fields


def _varint(buf: bytes, at: int, base: int) -> tuple[int, int]:
    """(value modulo 2^64, index after it)."""
    value = 0
    for step in range(10):
        byte = buf[at + step]
        value |= (byte & 0x7F) << 7 * step
        if byte < 0x80:
            return value & 0xFFFF_FFFF_FFFF_FFFF, at + step + 1
    _corrupt(base + at, say("The number at byte {at} has more than 10 bytes.", at=base + at))


def _fixed_size(tag: int, here: int, groups: list[int]) -> int:
    """The size of a payload without a length; group marks are put on and taken off `groups`."""
    kind = tag & 7
    if kind == FIXED32:
        return 4
    if kind == FIXED64:
        return 8
    if kind == GROUP and len(groups) < _MAX_GROUPS:
        groups.append(tag >> 3)
    elif kind != END_GROUP or not groups or groups.pop() != tag >> 3:
        _corrupt(here, say("Byte {at} begins no protobuf field.", at=here))
    return 0


def _corrupt(offset: int, sentence: Sentence) -> NoReturn:
    raise CorruptFile(sentence, where=say("byte {at}", at=offset), hint=DAMAGED)


def signed(value: int) -> int:
    """A VARINT as the int64 it stands for."""
    return value - (1 << 64) if value >> 63 else value


# The fields of a ModelProto with their wire types, and the first bytes of a GraphProto.
_MODEL_FIELDS = {1: VARINT, 5: VARINT} | dict.fromkeys((2, 3, 4, 6, 7, 8, 14, 20, 25, 26), LEN)
_GRAPH_TAGS = frozenset(tags(1, 2, 5, 10, 11, 12, 13, 14, 15, 16))
_PROBED_FIELDS = 10_000
_PROBED_NAME = 4096


def is_model(source: ByteSource) -> bool:
    """Whether the top-level fields are those of an ONNX ModelProto.

    A cut file still is one, and so is a file with junk behind the graph. TensorFlow's SavedModel
    and Core ML's Model begin like one but have a message where the producer's name would be.
    """
    wire = Wire(source)
    seen: set[int] = set()
    try:
        for count, (tag, first, last) in enumerate(wire.fields(0, source.size)):
            if count < _PROBED_FIELDS and _is_plausible(wire, tag, first, last):
                seen.add(tag >> 3)
                continue
            # Named its producer and has something as its graph: one that text mode damaged.
            return not seen.isdisjoint((1, 8)) and (7 in seen or (2 in seen and tag >> 3 == 7))
    except InspectorError:
        return 7 in seen and not seen.isdisjoint((1, 8))
    return 1 in seen and (len(seen) > 1 or wire.is_cut)


def _is_plausible(wire: Wire, tag: int, first: int, last: int) -> bool:
    """Whether a top-level field holds what ONNX has there."""
    number = tag >> 3
    if _MODEL_FIELDS.get(number) != tag & 7:
        return False
    if tag & 7 == VARINT:
        return number != 1 or 0 < first < 256
    head = wire.data(first, min(last, first + _PROBED_NAME))
    if number in (2, 3, 4, 6):
        is_text = min(head.translate(None, b"\t\r\n"[: 3 * (number == 6)]), default=0x20) >= 0x20
        return is_text and (number == 6 or last - first <= _PROBED_NAME)
    if number == 7 and head:
        found = next(wire.fields(first, last), None)
        return found is None or found[0] in _GRAPH_TAGS
    return number not in (8, 14) or head[:1] in (b"", b"\x0a", b"\x10", b"\x12")


class Joined(ByteSource):
    """Sources one behind the other. Borrows them."""

    def __init__(self, parts: Sequence[ByteSource], name: str) -> None:
        self._parts = parts
        self.name = name
        self.size = sum(part.size for part in parts)

    def _read(self, offset: int, nbytes: int) -> bytes:
        pieces = []
        for part in self._parts:
            inside = min(max(0, part.size - offset), nbytes)
            if inside:
                pieces.append(part.read(offset, inside))
                nbytes -= inside
            offset = max(0, offset - part.size)
        return b"".join(pieces)

    def absolute(self, offset: int) -> int | None:
        return None


class Varints(ByteSource):
    """Packed varints as `count` little-endian elements of `itemsize` bytes, decoded when read."""

    def __init__(self, encoded: ByteSource, count: int, itemsize: int, name: str) -> None:
        self.name = name
        self.size = count * itemsize
        self._encoded = encoded
        self._itemsize = itemsize
        self._marks = [(0, 0)]  # (elements, bytes) before each piece that was decoded once
        self._piece = (0, b"")
        self._lock = threading.Lock()

    def _read(self, offset: int, nbytes: int) -> bytes:
        read = bytearray()
        while len(read) < nbytes:
            at = offset + len(read)
            with self._lock:
                start, piece = self._piece_at(at // self._itemsize)
            at -= start * self._itemsize
            read += piece[at : at + nbytes - len(read)]
        return bytes(read)

    def _piece_at(self, element: int) -> tuple[int, bytes]:
        """(its first element, its bytes) of the decoded piece that holds `element`."""
        if 0 <= element - self._piece[0] < len(self._piece[1]) // self._itemsize:
            return self._piece
        at = bisect_right(self._marks, element, key=lambda mark: mark[0]) - 1
        while True:
            before, start = self._marks[at]
            wanted = min(_MAX_WINDOW, self._encoded.size - start)
            piece, used = _decoded(self._encoded.read(start, wanted), self._itemsize)
            after, end = before + len(piece) // self._itemsize, start + used
            is_last = end == self._encoded.size
            if not used or (is_last and after * self._itemsize != self.size):
                raise CorruptFile(
                    say(
                        "The typed data of {name} are not the {n} numbers that its shape says.",
                        name=self.name,
                        n=self.size // self._itemsize,
                    ),
                    where=self.name,
                    hint=DAMAGED,
                )
            if at + 1 == len(self._marks):
                self._marks.append((after, end))
            if element < after:
                self._piece = before, piece
                return self._piece
            at += 1

    def absolute(self, offset: int) -> int | None:
        return None


def _decoded(encoded: bytes, itemsize: int) -> tuple[bytes, int]:
    """(elements, bytes used) of the varints that end in `encoded`; (b"", 0) where none is valid."""
    import numpy as np

    data = np.frombuffer(encoded, np.uint8)
    ends = np.flatnonzero(data < 0x80)
    if not len(ends):
        return b"", 0
    starts = np.concatenate(([0], ends[:-1] + 1))
    sizes = ends - starts + 1
    if sizes.max() > 10:
        return b"", 0
    values = np.zeros(len(ends), np.uint64)
    for step in range(int(sizes.max())):
        longer = sizes > step
        bits = (data[starts[longer] + step] & 0x7F).astype(np.uint64)
        values[longer] |= bits << np.uint64(7 * step)
    return values.astype(f"<u{itemsize}").tobytes(), int(ends[-1]) + 1
