"""tar: torch's own archives of 2016 and early 2017, and ordinary ones that hold a checkpoint.

Own walker over the 512-byte headers (POSIX ustar, PAX and GNU): Python's tarfile loops for ever on
a negative size. Only regular members are read, links are never followed, nothing is extracted.
"""

from __future__ import annotations

from inspector.bytesource import Window
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.describe import visible
from inspector.errors import CorruptFile, Finding, LimitExceeded, Sentence, UnknownFormat, say
from inspector.formats import torch_tar, wrapped
from inspector.formats.reading import Reading
from inspector.remedies import DAMAGED_OR_CUT, DO_NOT_UNPACK, FETCH_AGAIN

BLOCK = 512
_REGULAR = (b"0", b"\0", b"7")
_DEVICE = say("a device")
_LINKS = {
    b"1": say("a hard link"),
    b"2": say("a link"),
    b"3": _DEVICE,
    b"4": _DEVICE,
    b"6": say("a pipe"),
}
_LONG_NAME, _PAX = b"L", b"x"
_LONGEST_HEADER = 1 << 20


def read(reading: Reading) -> Checkpoint:
    """Read an ancient torch tar, or the checkpoints in an ordinary one.

    Raises:
        UnknownFormat: No member is a checkpoint.
        CorruptFile: The archive is broken before its first member ends.
    """
    members = walk(reading)
    names = {member.name.removeprefix("./") for member in members}
    if {"pickle", "storages", "tensors"} <= names:
        return torch_tar.read(reading, {m.name.removeprefix("./"): m for m in members})
    if not members and reading.broken:
        raise CorruptFile(
            say("{name}: {what}", name=reading.source.name, what=reading.broken[-1]),
            hint=FETCH_AGAIN,
        )
    if not members:
        raise UnknownFormat(
            say("{name} is a tar archive without files.", name=reading.source.name),
            hint=say("Check how it was made, or download it again."),
        )
    return wrapped.read_members(reading, members, "tar")


def walk(reading: Reading) -> list[Window]:
    """The regular members in order; what is odd about others is noted.

    Raises:
        LimitExceeded: More members than `limits.tar_members`.
    """
    source = reading.source
    found: list[Window] = []
    position = 0
    long_name: str | None = None
    while position + BLOCK <= source.size:
        header = source.read(position, BLOCK)
        if not any(header):
            rest = source.read(position, min(source.size - position, _LONGEST_HEADER))
            if any(rest):
                what = say("Bytes follow the end of the archive that nothing explains.")
                reading.warn(what, say("byte {at}", at=position))
            return found
        size = _number(header[124:136])
        start = position + BLOCK
        if size is None or size < 0 or not _checksum_holds(header):
            _broken(reading, position, say("The archive has an unreadable header."))
            return found
        kind = header[156:157]
        name = long_name if long_name is not None else _name(header)
        if start + size > source.size:
            what = say(
                "Member '{name}' is cut off: {n} bytes are claimed.",
                name=visible(name, 80),
                n=size,
            )
            _broken(reading, position, what)
            return found
        if kind in (_LONG_NAME, _PAX):
            long_name = _long(source.read(start, min(size, _LONGEST_HEADER)), kind) or long_name
        else:
            long_name = None
            if kind in _REGULAR:
                found.append(Window(source, start, size, name))
            _note(reading, name, kind)
        position = start + -(-size // BLOCK) * BLOCK
        if len(found) > reading.limits.tar_members:
            raise LimitExceeded(
                say("{name} has more than {n} members.", name=source.name, n=len(found))
            )
    _broken(reading, position, say("The archive breaks off before its end mark."))
    return found


def _note(reading: Reading, name: str, kind: bytes) -> None:
    if kind in _LINKS:
        reading.warn(
            say(
                "Member '{name}' is {what}; it is not followed.",
                name=visible(name, 80),
                what=_LINKS[kind],
            ),
            name,
        )
    if name.startswith(("/", "\\")) or ".." in name.split("/"):
        reading.warn(
            say(
                "Member '{name}' has a path that leads out of the archive.", name=visible(name, 80)
            ),
            name,
            DO_NOT_UNPACK,
        )


def _broken(reading: Reading, position: int, what: Sentence) -> None:
    reading.find(
        Finding(
            "error",
            say("byte {at}", at=position),
            what,
            DAMAGED_OR_CUT,
        )
    )


def _number(field: bytes) -> int | None:
    """Octal text, or GNU's base-256 with the top bit set; None where it is neither."""
    if field[0] & 0x80:
        return (
            int.from_bytes(bytes([field[0] & 0x7F]) + field[1:], "big") if field[0] == 0x80 else -1
        )
    text = field.rstrip(b" \0").lstrip()
    if not text:
        return 0
    return int(text, 8) if all(c in b"01234567" for c in text) else None


def _checksum_holds(header: bytes) -> bool:
    blank = header[:148] + b" " * 8 + header[156:]
    return _number(header[148:156]) == sum(blank)


def _name(header: bytes) -> str:
    name = header[:100].split(b"\0")[0]
    prefix = header[345:500].split(b"\0")[0] if header[257:263] == b"ustar\0" else b""
    whole = prefix + b"/" + name if prefix else name
    return whole.decode("utf-8", "replace")


def _long(data: bytes, kind: bytes) -> str | None:
    """The name in a GNU long-name member or in the `path` record of a PAX header."""
    if kind == _LONG_NAME:
        return data.split(b"\0")[0].decode("utf-8", "replace")
    at = data.find(b" path=")
    end = data.find(b"\n", at)
    return data[at + 6 : end].decode("utf-8", "replace") if 0 <= at < end else None
