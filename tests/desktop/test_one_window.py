"""Which process becomes the window, where it listens, and what a request may hold."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.desktop import one_window
from inspector.desktop.one_window import Listener, Request, encoded, enter, local_path

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs Unix sockets")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A runtime folder with a short path, as an address of a socket must be."""
    folder = Path(tempfile.mkdtemp(prefix="ow-"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield folder
    shutil.rmtree(folder)


def socket_of(runtime: Path) -> Path:
    return next((runtime / "checkpoint-inspector").glob("window-????????"))


def test_the_first_listens(runtime: Path) -> None:
    listener = enter(Request())
    assert isinstance(listener, Listener)
    folder = runtime / "checkpoint-inspector"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert socket_of(runtime).is_socket()
    listener.close()
    assert not list(folder.glob("window-????????"))
    listener.close()


def test_a_closed_listener_does_not_remove_the_next(runtime: Path) -> None:
    first = enter(Request())
    assert isinstance(first, Listener)
    first.close()
    second = enter(Request())
    assert isinstance(second, Listener)
    first.close()
    assert socket_of(runtime).is_socket()
    second.close()


def test_a_dead_socket_is_replaced(runtime: Path) -> None:
    """A process that was killed leaves its socket file; the next start becomes the window."""
    code = (
        "import os\nfrom inspector.desktop.one_window import *\n"
        "kept = enter(Request())\nassert isinstance(kept, Listener)\nos.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == -9
    assert socket_of(runtime).is_socket()
    listener = enter(Request())
    assert isinstance(listener, Listener)
    listener.close()


def test_a_window_that_does_not_answer(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_window, "_ANSWER_S", 0.05)
    listener = enter(Request())
    assert isinstance(listener, Listener)
    assert enter(Request()) is False
    listener.close()


def test_each_display_has_its_own(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":1")
    one = enter(Request())
    monkeypatch.setenv("DISPLAY", ":2")
    other = enter(Request())
    assert isinstance(one, Listener)
    assert isinstance(other, Listener)
    assert len(list((runtime / "checkpoint-inspector").glob("window-????????"))) == 2
    one.close()
    other.close()


def test_no_socket_where_others_could_reach_it(
    runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that others may enter, or a link that somebody laid, is not used."""
    monkeypatch.setenv("TMPDIR", str(runtime / "missing"))
    folder = runtime / "checkpoint-inspector"
    folder.mkdir()
    folder.chmod(0o755)
    assert enter(Request()) is False
    folder.rmdir()
    elsewhere = runtime / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    folder.symlink_to(elsewhere)
    assert enter(Request()) is False
    assert list(elsewhere.iterdir()) == []


def test_a_long_runtime_folder(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address has about 100 bytes; then the temporary folder has to do."""
    long = runtime / ("x" * 120)
    long.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    monkeypatch.setenv("TMPDIR", str(runtime))
    listener = enter(Request())
    assert isinstance(listener, Listener)
    assert [path.name for path in runtime.glob("checkpoint-inspector-*")] == [
        f"checkpoint-inspector-{os.getuid()}"
    ]
    listener.close()


NAMES = ["/a b/ü.pt", "/模型.pt", "/\udcff\udcfe.bin", "/line\nbreak", "/" + "x" * 4000]


def test_a_request_there_and_back() -> None:
    listener = Listener(socket.socket(), Path("unused"), "secret")
    request = Request(tuple(NAMES), "token-1", "compare")
    assert listener.request(encoded(request, "secret")) == request
    assert encoded(request, "secret").count(b"\n") == 1
    assert listener.request(encoded(request, "guess")) is None
    listener.socket.close()


@pytest.mark.parametrize(
    "line",
    [b"", b"{", b"[]", b"null", b'{"version": 1}', b"\xff", b'{"paths": 3, "token": ""}'],
    ids=repr,
)
def test_nonsense_is_no_request(line: bytes) -> None:
    listener = Listener(socket.socket(), Path("unused"), "")
    assert listener.request(line) is None
    wrong = encoded(Request(("/x",))).replace(b'"/x"', b"7")
    assert listener.request(wrong) is None
    listener.socket.close()


def test_without_unix_sockets(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows: a port of the loopback interface, and a secret beside it."""
    monkeypatch.delattr(socket, "AF_UNIX")
    listener = enter(Request())
    assert isinstance(listener, Listener)
    text = socket_of(runtime).read_text(encoding="ascii")
    port, secret = text.split()
    assert len(secret) == 32
    with socket.create_connection(("127.0.0.1", int(port))) as client:
        client.sendall(encoded(Request(("/x",)), secret))
        listener.socket.setblocking(True)
        with listener.socket.accept()[0] as served:
            assert listener.request(served.recv(1000)) == Request(("/x",))
    listener.close()
    again = enter(Request())
    assert isinstance(again, Listener)
    again.close()


URLS = [
    ("file:///tmp/a%20b/%E6%A8%A1.pt", "/tmp/a b/模.pt"),
    ("file://localhost/x%25.pt", "/x%.pt"),
    ("file:/x.pt", "/x.pt"),
    ("/a/../b.pt", "/b.pt"),
]


@pytest.mark.parametrize(("word", "path"), URLS)
def test_urls_and_paths(word: str, path: str) -> None:
    assert local_path(word) == Path(path)


def test_relative_paths_are_resolved_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert local_path("a.pt") == tmp_path / "a.pt"
    assert local_path("file.pt") == tmp_path / "file.pt"
    assert local_path("http://x/y.pt") == tmp_path / "http:/x/y.pt"
