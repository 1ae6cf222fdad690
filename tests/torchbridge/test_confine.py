"""The walls around what runs, tried from the inside. No torch is needed for it."""

from __future__ import annotations

import ctypes
import json
import platform
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or platform.machine() not in ("x86_64", "aarch64"),
    reason="the walls are Linux's",
)
TRY = """
import ctypes, json, os, socket, subprocess, sys, threading
from inspector.torchbridge.worker.confine import confine, limit
confine(os.getppid(), sys.argv[1] == "closed")
limit(1 << 30, 60, sys.argv[1] == "closed")

def thread():
    one = threading.Thread(target=int)
    one.start()
    one.join()

def write(path):
    with open(path, "w") as file:
        file.write("x")

tries = {
    "internet": lambda: socket.socket(socket.AF_INET),
    "internet 6": lambda: socket.socket(socket.AF_INET6),
    "unix socket": lambda: socket.socket(socket.AF_UNIX),
    "fork": lambda: os.fork() or os._exit(0),
    "program": lambda: subprocess.run(["true"]),
    "write": lambda: write(sys.argv[2]),
    "remove": lambda: os.remove(sys.argv[3]),
    "read": lambda: open(sys.argv[3]).read(),
    "null": lambda: write(os.devnull),
    "thread": thread,
    "memory": lambda: bytearray(100 << 30),
}
found = {}
for name, act in tries.items():
    try:
        act()
        found[name] = True
    except (OSError, MemoryError):
        found[name] = False
print(json.dumps(found))
"""


def tried(folder: Path, strength: str) -> set[str]:
    """What worked from inside."""
    here = folder / "here"
    here.write_text("there")
    words = [sys.executable, "-c", TRY, strength, str(folder / "new"), str(here)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    return {name for name, worked in json.loads(done.stdout).items() if worked}


def test_code_out_of_a_file_can_read_and_compute(tmp_path: Path) -> None:
    worked = tried(tmp_path, "closed")
    assert worked - {"write", "remove"} == {"read", "null", "thread"}
    assert not (tmp_path / "new").exists() or "write" in worked


def test_it_changes_no_file_where_the_kernel_knows_landlock(tmp_path: Path) -> None:
    if ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) < 1:  # its version
        pytest.skip("no Landlock here")
    assert not {"write", "remove"} & tried(tmp_path, "closed")
    assert (tmp_path / "here").exists()


def test_a_persons_own_code_has_no_network(tmp_path: Path) -> None:
    assert tried(tmp_path, "open") == {
        "unix socket",
        "fork",
        "program",
        "write",
        "remove",
        "null",
        "thread",
    }
