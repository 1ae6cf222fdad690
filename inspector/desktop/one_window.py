"""One window for all starts: a second process hands its files to the first and ends.

This runs before Qt is imported, so it costs little and imports little. The first process listens on
a socket that only its user can reach: a Unix socket in a folder of mode 0700, one for each display;
on Windows a port of the loopback interface, with a secret in a file of the user.

A request is one line of JSON, `{"version", "paths", "token", "secret"}`; the answer is `ok`.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import stat
import sys
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from inspector.desktop.names import ID

VERSION = 1
LIMIT = 16 << 20  # bytes of a request: four thousand of the longest paths
_CONNECT_S = 1.0
# The first process may still be importing Qt on a slow disk.
_ANSWER_S = 20.0
_ATTEMPTS = 3
_LONGEST_ADDRESS = 100  # bytes; macOS allows 104, Linux 108
_ANSWER = b"ok\n"


class Request(NamedTuple):
    """What a second start wants of the first.

    Attributes:
        paths: Absolute; none only raises the window.
        token: Of the desktop, by which the window may raise itself.
        arrange: "compare" to lay the first two paths side by side, or "".
    """

    paths: tuple[str, ...] = ()
    token: str = ""
    arrange: str = ""


class Listener:
    """The socket of the first process. `close` before the process ends.

    Attributes:
        socket: Bound and listening; connections made before anybody accepts them wait in it.
    """

    def __init__(self, bound: socket.socket, address: Path, secret: str) -> None:
        self.socket = bound
        self._address = address
        self._secret = secret

    def request(self, line: bytes) -> Request | None:
        """What a line asks for; None where it is not from one of us."""
        try:
            facts = json.loads(line)
            words = [facts[name] for name in ("token", "arrange", "secret")]
            paths = facts["paths"]
        except (ValueError, KeyError, TypeError):
            return None
        is_ours = facts.get("version") == VERSION and words[2] == self._secret
        if not is_ours or not all(isinstance(word, str) for word in [*words, *paths]):
            return None
        return Request(tuple(paths), words[0], words[1])

    def close(self) -> None:
        """Stop listening; the next start opens a window of its own. Once is enough."""
        if self.socket.fileno() >= 0:  # the address may be another's by now
            with contextlib.suppress(OSError):
                self._address.unlink()
            self.socket.close()


def enter(request: Request) -> Listener | bool:
    """Hand `request` to the running window, or become the one that others hand theirs to.

    Returns:
        True where a running window took the request; a Listener where there is none yet; False
        where neither is possible, and this start has a window that others do not reach.
    """
    address = _address()
    if address is None:
        return False
    for _ in range(_ATTEMPTS):
        try:
            with _locked(address):
                found = _connect(address)
                if found is None:
                    return _listen(address)
            connection, secret = found
            with connection:
                if _hand_over(connection, request, secret):
                    return True
        except TimeoutError:
            return False  # it runs, and does not answer
        except OSError:
            pass  # it ended while we talked to it
        time.sleep(0.05)
    return False


def encoded(request: Request, secret: str = "") -> bytes:
    """A request as it is sent; names that are not UTF-8 stay what they are."""
    facts = {
        "version": VERSION,
        "paths": request.paths,
        "token": request.token,
        "arrange": request.arrange,
        "secret": secret,
    }
    return json.dumps(facts).encode() + b"\n"


def activation_token() -> str:
    """The desktop's permission to raise a window, if it gave one to this process."""
    for name in ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"):
        if os.environ.get(name):
            return os.environ[name]
    return ""


def _hand_over(connection: socket.socket, request: Request, secret: str) -> bool:
    connection.settimeout(_ANSWER_S)
    connection.sendall(encoded(request, secret))
    answer = b""
    while piece := connection.recv(len(_ANSWER)):
        answer += piece
    return answer == _ANSWER


def answer(connection: socket.socket) -> None:
    """Tell the second process that its request was taken."""
    with contextlib.suppress(OSError):
        connection.send(_ANSWER)


def _connect(address: Path) -> tuple[socket.socket, str] | None:
    """A connection to whoever listens, and the secret it expects; None where nobody does."""
    if hasattr(socket, "AF_UNIX"):
        made, target, secret = socket.socket(socket.AF_UNIX), str(address), ""
    else:
        try:
            port, secret = address.read_text(encoding="ascii").split()
            made, target = socket.socket(), ("127.0.0.1", int(port))  # type: ignore[assignment]
        except (OSError, ValueError):
            return None
    made.settimeout(_CONNECT_S)
    try:
        made.connect(target)
    except TimeoutError:
        made.close()
        raise
    except OSError:  # there is no file, or a crash left it behind
        made.close()
        return None
    return made, secret


def _listen(address: Path) -> Listener:
    """Take the address; what a crash left there goes."""
    with contextlib.suppress(FileNotFoundError):
        address.unlink()
    if hasattr(socket, "AF_UNIX"):
        bound, secret = socket.socket(socket.AF_UNIX), ""
        bound.bind(str(address))
    else:
        bound, secret = socket.socket(), os.urandom(16).hex()
        bound.bind(("127.0.0.1", 0))
        address.write_text(f"{bound.getsockname()[1]} {secret}", encoding="ascii")
    bound.listen(128)
    bound.setblocking(False)
    return Listener(bound, address, secret)


@contextlib.contextmanager
def _locked(address: Path) -> Iterator[None]:
    """One process at a time looks for a window and becomes one; Windows takes its chance."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(address.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _address() -> Path | None:
    """Where the window of this user and display listens; None where no place is safe."""
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    display = "\n".join(os.environ.get(name, "") for name in names)
    name = f"window-{zlib.crc32(os.fsencode(display)):08x}"
    for folder in _folders():
        path = folder / name
        if len(os.fsencode(path)) <= _LONGEST_ADDRESS and _is_private(folder):
            return path
    return None


def _folders() -> Iterator[Path]:
    """Where a socket may lie, best first."""
    if sys.platform == "win32":
        yield Path(os.environ.get("LOCALAPPDATA", ""), ID)
        return
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime.startswith("/"):
        yield Path(runtime, ID)
    yield Path(os.environ.get("TMPDIR") or "/tmp", f"{ID}-{os.getuid()}")


def _is_private(folder: Path) -> bool:
    """Make `folder`; whether it is a real folder of ours that nobody else can enter."""
    try:
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        found = folder.lstat()
    except OSError:
        return False
    if sys.platform == "win32":
        return True  # the user's own folder is closed to others
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def local_path(word: str) -> Path:
    """A path, or a `file://` URL as some file managers hand over, as an absolute path."""
    if word.startswith("file:/"):
        from urllib.parse import unquote_to_bytes, urlsplit

        parts = urlsplit(word)
        if parts.netloc in ("", "localhost"):
            word = os.fsdecode(unquote_to_bytes(parts.path))
            if sys.platform == "win32":
                word = word.lstrip("/")
    return Path(os.path.abspath(word))  # noqa: PTH100 - a link keeps its name


def request_for(paths: Sequence[Path], arrange: str = "") -> Request:
    """The request to open `paths`, which are absolute."""
    return Request(tuple(str(path) for path in paths), activation_token(), arrange)
