"""Windows on files: bytes by offset, never past the end, never through a memory map.

A map of a file that another process truncates is a SIGBUS; `pread` is an error we can explain.
"""

from __future__ import annotations

import contextlib
import os
import stat
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

from inspector.errors import CorruptFile, UnreadableFile, say
from inspector.remedies import CHOOSE_A_CHECKPOINT, INCOMPLETE

CHUNK = 8 << 20  # one call never touches more, so that the window stays alive


class ByteSource(ABC):
    """`size` readable bytes under a `name`. Readers borrow a source; whoever made it closes it."""

    name: str
    size: int

    @abstractmethod
    def _read(self, offset: int, nbytes: int) -> bytes:
        """Up to `nbytes` bytes at a checked `offset`."""

    def read(self, offset: int, nbytes: int) -> bytes:
        """Exactly `nbytes` bytes from `offset`.

        Raises:
            CorruptFile: The range is not inside the source, or the file became shorter.
        """
        if offset < 0 or nbytes < 0 or offset + nbytes > self.size:
            raise CorruptFile(
                say(
                    "{name} has {size} bytes, but bytes {start} to {end} are needed.",
                    name=self.name,
                    size=self.size,
                    start=offset,
                    end=offset + nbytes,
                ),
                where=self.name,
                hint=INCOMPLETE,
            )
        data = self._read(offset, nbytes)
        if len(data) != nbytes:
            raise CorruptFile(
                say("{name} became shorter while it was open.", name=self.name),
                where=self.name,
                hint=say("Wait until whatever writes it has finished, then open it again."),
            )
        return data

    def head(self, nbytes: int) -> bytes:
        """The first `nbytes` bytes, fewer where the source is shorter."""
        return self.read(0, min(nbytes, self.size))

    def chunks(self, offset: int, nbytes: int, step: int = CHUNK) -> Iterator[bytes]:
        """The range in pieces of at most `step` bytes."""
        while nbytes > 0:
            piece = self.read(offset, min(step, nbytes))
            yield piece
            offset += len(piece)
            nbytes -= len(piece)

    def absolute(self, offset: int) -> int | None:
        """Where `offset` lies in the file on disk; None where the bytes there are compressed."""
        return offset

    def close(self) -> None:  # noqa: B027  (most sources borrow what they read from)
        """Give back what the source holds; reading afterwards is an error."""


class FileSource(ByteSource):
    """A regular file, opened read-only.

    Raises:
        UnreadableFile: Missing, a folder, a pipe, or no permission.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            self._fd = os.open(path, flags | getattr(os, "O_CLOEXEC", 0))
        except (OSError, ValueError) as error:
            raise _unreadable(path, error) from error
        status = os.fstat(self._fd)
        if not stat.S_ISREG(status.st_mode):
            os.close(self._fd)
            is_folder = stat.S_ISDIR(status.st_mode)
            kind = say("a folder") if is_folder else say("not a regular file")
            raise UnreadableFile(
                say("{name} is {what}.", name=path.name, what=kind),
                hint=CHOOSE_A_CHECKPOINT,
            )
        self.size = status.st_size
        self._written = status.st_mtime_ns
        self._seek_lock = threading.Lock()

    def _read(self, offset: int, nbytes: int) -> bytes:
        try:
            pieces = []
            while nbytes > 0:
                piece = self._pread(offset, min(nbytes, 1 << 30))
                if not piece:
                    break
                pieces.append(piece)
                offset += len(piece)
                nbytes -= len(piece)
        except OSError as error:
            raise UnreadableFile(
                say(
                    "{name} cannot be read at byte {at}: {why}.",
                    name=self.name,
                    at=offset,
                    why=error.strerror,
                ),
                where=self.name,
                hint=say("Check the disk or the network share the file is on."),
            ) from error
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _pread(self, offset: int, nbytes: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._fd, nbytes, offset)
        with self._seek_lock:  # Windows has no pread
            os.lseek(self._fd, offset, os.SEEK_SET)
            return os.read(self._fd, nbytes)

    def has_changed(self) -> bool:
        """Whether another program has written to the file since it was opened."""
        status = os.fstat(self._fd)
        return (status.st_size, status.st_mtime_ns) != (self.size, self._written)

    def fileno(self) -> int:
        """The descriptor, for copying inside the kernel. Stays ours."""
        return self._fd

    def close(self) -> None:
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)

    def __del__(self) -> None:
        with contextlib.suppress(AttributeError, OSError):
            self.close()


class BytesSource(ByteSource):
    """Bytes in memory; `name` says what they are a part of."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data = data
        self.name = name
        self.size = len(data)

    def _read(self, offset: int, nbytes: int) -> bytes:
        return self._data[offset : offset + nbytes]

    def absolute(self, offset: int) -> int | None:
        return None


class Window(ByteSource):
    """`size` bytes of `parent` from `start`. Borrows the parent."""

    def __init__(self, parent: ByteSource, start: int, size: int, name: str) -> None:
        if start < 0 or size < 0 or start + size > parent.size:
            raise CorruptFile(
                say(
                    "{name} should be at bytes {start} to {end}, but {file} has {size}.",
                    name=name,
                    start=start,
                    end=start + size,
                    file=parent.name,
                    size=parent.size,
                ),
                where=name,
                hint=INCOMPLETE,
            )
        self.parent = parent
        self.start = start
        self.size = size
        self.name = name

    def _read(self, offset: int, nbytes: int) -> bytes:
        return self.parent.read(self.start + offset, nbytes)

    def absolute(self, offset: int) -> int | None:
        return self.parent.absolute(self.start + offset)


def _unreadable(path: Path, error: OSError | ValueError) -> UnreadableFile:
    name = path.name or str(path)
    if isinstance(error, FileNotFoundError):
        return UnreadableFile(say("{name} does not exist.", name=name), hint=say("Check the path."))
    if isinstance(error, PermissionError):
        return UnreadableFile(
            say("{name} may not be read by this user.", name=name),
            hint=say("Ask its owner for read permission."),
        )
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return UnreadableFile(
        say("{name} cannot be opened: {why}.", name=name, why=str(reason)),
        hint=say("Check the path."),
    )
