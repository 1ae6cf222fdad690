"""gzip, bzip2, xz and zstandard around one of the other formats.

Compressed bytes have no offsets, so they are inflated once, into an unnamed temporary file that
the system removes with the program, and read there like any other.
"""

from __future__ import annotations

import bz2
import lzma
import os
import tempfile
import threading
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from inspector.bytesource import CHUNK, ByteSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.errors import (
    CorruptFile,
    LimitExceeded,
    UnknownFormat,
    UnreadableFile,
    Unsupported,
    say,
)
from inspector.formats.reading import Reading
from inspector.remedies import FETCH_AGAIN

Decoder = Callable[[], Any]
_KINDS: tuple[tuple[bytes, str, Decoder], ...] = (
    (b"\x1f\x8b", "gzip", lambda: zlib.decompressobj(31)),
    (b"BZh", "bzip2", bz2.BZ2Decompressor),
    (b"\xfd7zXZ\x00", "xz", lambda: lzma.LZMADecompressor(memlimit=256 << 20)),
)
_STEP = 1 << 18


class Unpacked(ByteSource):
    """Inflated bytes in an unnamed temporary file."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._lock = threading.Lock()
        self.name = name
        self.size = file.seek(0, os.SEEK_END)

    def _read(self, offset: int, nbytes: int) -> bytes:
        with self._lock:
            self._file.seek(offset)
            return self._file.read(nbytes)

    def append(self, piece: bytes) -> None:
        """Add inflated bytes.

        Raises:
            UnreadableFile: There is no room for them.
        """
        try:
            self._file.write(piece)
            self.size += len(piece)
        except OSError as error:
            raise UnreadableFile(
                say(
                    "There is no room to unpack {name}: {why}.", name=self.name, why=error.strerror
                ),
                hint=say("Make room in the folder for temporary files."),
            ) from error

    def absolute(self, offset: int) -> int | None:
        return None

    def close(self) -> None:
        self._file.close()


def read(reading: Reading) -> Checkpoint:
    """Inflate and read what is inside.

    Raises:
        UnknownFormat: What is inside is no checkpoint.
        LimitExceeded: It unfolds into more than `limits` allow.
        Unsupported: zstandard, which Python cannot inflate before 3.14.
    """
    source = reading.source
    head = source.head(8)
    kind, decoder = next(
        ((name, make) for magic, name, make in _KINDS if head.startswith(magic)),
        ("zstandard", None),
    )
    if decoder is None:
        raise Unsupported(
            say("{name} is compressed with zstandard.", name=source.name),
            hint=say("Run `zstd -d {name}` and open the result.", name=source.name),
        )
    inside = Unpacked(tempfile.TemporaryFile(), _inner_name(source.name))  # noqa: SIM115
    reading.sources.append(inside)
    _fill(inside, reading, decoder, kind)
    try:
        checkpoint = reading.read_inside(inside)
    except UnknownFormat as error:
        raise UnknownFormat(
            say(
                "{name} is a {kind} file, but what it holds is no checkpoint: {why}",
                name=source.name,
                kind=kind,
                why=error.message,
            ),
            hint=error.hint,
        ) from error
    checkpoint.facts["compression"] = kind
    checkpoint.size = source.size
    return checkpoint


def _inner_name(name: str) -> str:
    for ending in (".gz", ".bz2", ".xz", ".tgz"):
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def _fill(target: Unpacked, reading: Reading, decoder: Decoder, kind: str) -> None:
    source = reading.source
    budget = reading.limits.inflate_budget(source.size)
    written = 0
    try:
        for piece in _inflated(source, decoder):
            written += len(piece)
            if written > budget:
                raise LimitExceeded(
                    say(
                        "{name} unfolds into more than {n} bytes.",
                        name=source.name,
                        n=budget,
                    ),
                    hint=say("Unpack it yourself if you trust it, and open the result."),
                )
            target.append(piece)
            reading.progress.report(written, 0, say("unpacking {kind}", kind=kind))
    except (zlib.error, OSError, lzma.LZMAError, EOFError, ValueError) as error:
        raise CorruptFile(
            say(
                "{name} cannot be unpacked: its {kind} data breaks off or is damaged.",
                name=source.name,
                kind=kind,
            ),
            hint=FETCH_AGAIN,
        ) from error


def _inflated(source: ByteSource, make: Decoder) -> Iterator[bytes]:
    """The content of all members, one after the other, in bounded pieces."""
    position = 0
    decoder = make()
    data = b""
    while True:
        if not data and position < source.size:
            size = min(_STEP, source.size - position)
            data = source.read(position, size)
            position += size
        piece = decoder.decompress(data, CHUNK)
        data = getattr(decoder, "unconsumed_tail", b"")
        if piece:
            yield piece
        if decoder.eof:
            data = decoder.unused_data
            if position >= source.size and not data.strip(b"\0"):
                return
            decoder = make()
        elif not piece and not data and position >= source.size:
            raise EOFError
