"""Writing a file so that there is always the old one or the new one, whole.

The new file grows in its target's folder, is checked for room first, flushed to the disk, and takes
the target's place in one step. Nothing is ever written into an existing file. Where the system has
files without a name (Linux: O_TMPFILE), it gets one only when it is complete: a process that is
killed leaves nothing behind, but for a whole file with a temporary name in the microseconds before
it replaces another. Elsewhere it has a temporary name from the start.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
import sys
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

from inspector.bytesource import ByteSource, FileSource
from inspector.describe import size as size_text
from inspector.errors import InspectorError, Sentence, say
from inspector.progress import Progress

_SPARE = 1 << 20  # bytes a file system needs beside the file itself
_COPY_STEP = 64 << 20
_FLUSH_STEP = 64 << 20  # bytes that are written before the disk is given them


class CannotSave(InspectorError):
    """The target could not be written; whatever was there before is untouched."""


class SaveFile:
    """A file in the making. Use as a context manager; `commit` makes it real, leaving discards it.

    Args:
        target: Where it will be. A symbolic link is followed: what it points to is replaced.
        expected: Bytes it will have, for the check of free space.
        replace: Whether an existing target may be replaced.

    Raises:
        CannotSave: The target exists, its folder is missing or read-only, or the disk is full.
    """

    def __init__(self, target: Path, expected: int = 0, replace: bool = False) -> None:
        self.shown = target
        self.target = Path(os.path.realpath(target))
        if self.target.is_dir():
            raise CannotSave(
                say("{name} is a folder.", name=target.name), hint=say("Choose a file name.")
            )
        if not replace and os.path.lexists(target):
            raise _exists(target)
        self._check_room(expected)
        folder = self.target.parent
        self._is_named = False
        self._may_replace = replace
        try:
            self._fd = _open_nameless(folder)
            self.temporary = Path(f"/proc/self/fd/{self._fd}")
        except OSError:
            self._open_named(folder)
        self.size = 0
        self._flushed = 0
        self._flushing: Future[None] | None = None
        self._flusher: ThreadPoolExecutor | None = None

    def _open_named(self, folder: Path) -> None:
        try:
            self._fd, name = tempfile.mkstemp("", f".{self.target.name}.tmp-", folder)
        except OSError as error:
            raise self._failure(error) from error
        self.temporary = Path(name)
        self._is_named = True

    def __enter__(self) -> SaveFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._flusher is not None:
            self._flusher.shutdown()
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
        if self._is_named:
            with contextlib.suppress(FileNotFoundError):
                self.temporary.unlink()

    def _check_room(self, expected: int) -> None:
        try:
            free = shutil.disk_usage(self.target.parent).free
        except OSError as error:
            raise self._failure(error) from error
        if expected + _SPARE > free:
            raise CannotSave(
                say(
                    "The disk has {free} free, and {name} needs {expected}.",
                    free=size_text(free),
                    name=self.shown.name,
                    expected=size_text(expected),
                ),
                hint=say("Make room, or save to another disk."),
            )

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Append `data`, however many calls the system needs for it.

        Raises:
            CannotSave: The disk is full or fails.
        """
        view = memoryview(data)
        try:
            while view:
                written = os.write(self._fd, view)
                view = view[written:]
                self.size += written
            self._flush_along()
        except OSError as error:
            raise self._failure(error) from error

    def copy(
        self, source: ByteSource, offset: int, nbytes: int, progress: Progress, text: str
    ) -> None:
        """Append a range of `source`; inside the kernel where both are plain files.

        Raises:
            CannotSave: The disk is full or fails.
            CorruptFile: The range is not in the source.
        """
        done = 0
        plain = _plain_file(source, offset)
        if plain is not None and hasattr(os, "copy_file_range"):
            done = self._copy_in_kernel(plain[0], plain[1], nbytes, progress, text)
        for piece in source.chunks(offset + done, nbytes - done):
            progress.report(self.size, 0, text)
            self.write(piece)

    def _copy_in_kernel(
        self, fd: int, offset: int, nbytes: int, progress: Progress, text: str
    ) -> int:
        """Bytes copied; fewer where the file systems do not support it."""
        done = 0
        while done < nbytes:
            progress.report(self.size, 0, text)
            step = min(_COPY_STEP, nbytes - done)
            try:
                moved = os.copy_file_range(fd, self._fd, step, offset + done)
            except OSError as error:
                if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
                    raise self._failure(error) from error
                break
            if not moved:
                break
            done += moved
            self.size += moved
            self._flush_along()
        return done

    def _flush_along(self) -> None:
        """Let the disk write what it has while more is being copied: half the time of both.

        Raises:
            CannotSave: The disk could not write what it was given before.
        """
        is_busy = self._flushing is not None and not self._flushing.done()
        if self.size - self._flushed < _FLUSH_STEP or is_busy:
            return
        self._wait_for_flush()
        self._flushed = self.size
        self._flusher = self._flusher or ThreadPoolExecutor(1, "flush")
        self._flushing = self._flusher.submit(getattr(os, "fdatasync", os.fsync), self._fd)

    def _wait_for_flush(self) -> None:
        """A failure is told once only, to whoever flushes: the last flush would not see it."""
        flushing, self._flushing = self._flushing, None
        try:
            if flushing is not None:
                flushing.result()
        except OSError as error:
            raise self._failure(error) from error

    def patch(self, offset: int, data: bytes) -> None:
        """Overwrite bytes that were written before."""
        try:
            os.lseek(self._fd, offset, os.SEEK_SET)
            os.write(self._fd, data)
            os.lseek(self._fd, 0, os.SEEK_END)
        except OSError as error:
            raise self._failure(error) from error

    def flush(self) -> None:
        """Bring everything to the disk, so that it can be read back for verification.

        Raises:
            CannotSave: The disk is full or fails.
        """
        self._wait_for_flush()
        try:
            os.fsync(self._fd)
        except OSError as error:
            raise self._failure(error) from error

    def commit(self) -> list[Sentence]:
        """Put the new file in the target's place; what of the old one could not be kept.

        Raises:
            CannotSave: The old file is still there, whole.
        """
        notes = self._keep_attributes()
        self.flush()
        try:
            if self._is_named:
                os.close(self._fd)  # Windows does not rename what is open
                self._fd = -1
                self.temporary.replace(self.target)
                self._is_named = False
            else:
                self._name()
        except FileExistsError as error:
            raise _exists(self.shown) from error
        except OSError as error:
            raise self._failure(error) from error
        _flush_folder(self.target.parent)
        return notes

    def _name(self) -> None:
        """Name the file that has none; a link cannot replace, which takes a second name."""
        folder = os.open(self.target.parent, os.O_RDONLY)
        try:
            # With a folder's descriptor os.link follows /proc's link; without one it would not.
            if not self._may_replace:
                os.link(self.temporary, self.target.name, dst_dir_fd=folder)
                return
            name = f".{self.target.name}.tmp-{secrets.token_hex(4)}"
            os.link(self.temporary, name, dst_dir_fd=folder)
            try:
                os.replace(name, self.target.name, src_dir_fd=folder, dst_dir_fd=folder)
            except OSError:
                os.unlink(name, dir_fd=folder)
                raise
        finally:
            os.close(folder)

    def _keep_attributes(self) -> list[Sentence]:
        """Give the new file the mode and, where permitted, the owner of the old one."""
        try:
            old = self.target.stat()
        except FileNotFoundError:
            mask = os.umask(0)
            os.umask(mask)
            failure = say("The new file's permissions could not be set.")
            return self._set_mode(0o666 & ~mask, failure)
        notes = self._set_mode(
            stat.S_IMODE(old.st_mode),
            say("The permissions of the old file could not be given to the new one."),
        )
        if hasattr(os, "fchown") and (old.st_uid, old.st_gid) != (os.getuid(), os.getgid()):
            try:
                os.fchown(self._fd, old.st_uid, old.st_gid)
            except OSError:
                notes.append(say("The new file belongs to you, not to the owner of the old one."))
        if old.st_nlink > 1:
            notes.append(
                say("The old file has other names (hard links); they keep the old contents.")
            )
        return notes

    def _set_mode(self, mode: int, failure: Sentence) -> list[Sentence]:
        try:
            if hasattr(os, "fchmod"):  # Windows has it since Python 3.13
                os.fchmod(self._fd, mode)
        except OSError:
            return [failure]
        return []

    def _failure(self, error: OSError) -> CannotSave:
        name = self.shown.name
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return CannotSave(
                say("The disk is full; {name} was not written.", name=name),
                hint=say("Make room, or save to another disk."),
            )
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            return CannotSave(
                say("The folder of {name} may not be written to.", name=name),
                hint=say("Save to another folder."),
            )
        if isinstance(error, FileNotFoundError):
            return CannotSave(
                say("The folder of {name} does not exist.", name=name), hint=say("Create it first.")
            )
        return CannotSave(
            say("{name} was not written: {why}.", name=name, why=error.strerror),
            hint=say("Check the disk."),
        )


def _exists(target: Path) -> CannotSave:
    return CannotSave(
        say("{name} exists.", name=target.name), hint=say("Choose another name, or use --force.")
    )


def _open_nameless(folder: Path) -> int:
    """A new file in `folder` that no name leads to; OSError where there are no such files."""
    if sys.platform != "linux" or not Path("/proc/self/fd").is_dir():
        raise OSError(errno.EOPNOTSUPP, "no files without names")
    return os.open(folder, os.O_TMPFILE | os.O_RDWR | os.O_CLOEXEC, 0o600)


def _plain_file(source: ByteSource, offset: int) -> tuple[int, int] | None:
    """(file descriptor, offset in the file) where the bytes lie as they are in a plain file."""
    at = source.absolute(offset)
    while at is not None and not isinstance(source, FileSource):
        inner = getattr(source, "parent", None) or getattr(source, "archive", None)
        if inner is None:
            return None
        source = inner
    return (source.fileno(), at) if isinstance(source, FileSource) and at is not None else None


def _flush_folder(folder: Path) -> None:
    """Make the new name last; not every system lets a folder be opened."""
    with contextlib.suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
