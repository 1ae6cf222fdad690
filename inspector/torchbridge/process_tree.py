"""The processes below one of ours: what they use, and their end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path


def _all_processes() -> Iterator[tuple[int, int, bool]]:
    """(process id, its parent's, whether it has ended) of every process; Linux alone."""
    for entry in os.scandir("/proc") if Path("/proc/self/stat").exists() else ():
        if entry.name.isdigit():
            try:
                words = Path(entry.path, "stat").read_text().rpartition(")")[2].split()
                yield int(entry.name), int(words[1]), words[0] in "ZX"
            except (OSError, IndexError, ValueError):
                continue


def descendants(pid: int) -> list[int]:
    """The processes below `pid` that run, nearest first."""
    below: dict[int, list[tuple[int, bool]]] = {}
    for child, parent, is_over in _all_processes():
        below.setdefault(parent, []).append((child, is_over))
    found: list[int] = []
    ahead = [pid]
    while ahead:
        inside = below.get(ahead.pop(), [])
        found += [child for child, is_over in inside if not is_over]
        ahead += [child for child, _ in inside]
    return found


def resident_bytes(pid: int) -> int:
    """Memory a process occupies; 0 where it cannot be told."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError, AttributeError):
        pass
    if sys.platform != "darwin":
        return 0
    said = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=False)
    return int(said.stdout.strip() or 0) << 10


def end(process: subprocess.Popen[bytes]) -> None:
    """End the worker and everything below it."""
    if process.poll() is None and hasattr(os, "killpg"):
        _signal(process.pid, signal.SIGSTOP)  # it starts nothing more; orphans come to it
        for _ in range(10):
            below = descendants(process.pid)
            for pid in below:
                _signal(pid, signal.SIGKILL)
            if not below:
                break
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()


def _signal(pid: int, number: int) -> None:
    with contextlib.suppress(OSError):  # it is gone
        os.kill(pid, number)
