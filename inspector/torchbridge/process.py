"""A worker under a Python that has torch: started, limited, watched, ended with all it began."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector.errors import InspectorError, LimitExceeded, Sentence, Unsupported, say
from inspector.progress import SILENT, Progress
from inspector.torchbridge.process_tree import descendants, end, resident_bytes

_WORKER = Path(__file__).parent / "worker" / "__main__.py"
_POLL_S = 0.05
_WATCH_S = 0.25
_LONGEST_ANSWER = 64 << 20
_GiB = 1 << 30
# What of the environment goes along: where programs, libraries and people's files are. Neither
# proxies nor tokens are among them.
_KEPT = (
    "PATH HOME USER LOGNAME LANG LC_ALL LC_CTYPE TZ TMPDIR TEMP TMP SYSTEMROOT SYSTEMDRIVE WINDIR "
    "COMSPEC PATHEXT USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA LD_LIBRARY_PATH "
    "DYLD_LIBRARY_PATH PYTHONPATH VIRTUAL_ENV CONDA_PREFIX TORCH_HOME HF_HOME XDG_CACHE_HOME"
).split()
_SET = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_DATASETS_OFFLINE": "1",
    "CUDA_VISIBLE_DEVICES": "",  # nothing is computed, or on the CPU
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONNOUSERSITE": "",
    "PYTHONUTF8": "1",
}


@dataclass(frozen=True, slots=True)
class RunLimits:
    """What a worker may use.

    Attributes:
        seconds: By the clock.
        memory_bytes: Resident, of the worker and all it started.
    """

    seconds: float = 300.0
    memory_bytes: int = 8 * _GiB


class WorkerFailed(InspectorError):
    """The worker said why it could not do what was asked.

    Attributes:
        kind: "torch", "input", "model", "memory" or "count".
    """

    kind: str = "count"


def ask(
    request: dict[str, Any],
    python: str = sys.executable,
    limits: RunLimits = RunLimits(),
    progress: Progress = SILENT,
) -> dict[str, Any]:
    """The worker's answer to `request`; no process of its is left, however this ends.

    Raises:
        Unsupported: `python` cannot be started, or has no torch.
        LimitExceeded: It took too long or too much memory, and was ended.
        WorkerFailed: It says why it cannot.
        Cancelled: From `progress`, which is asked 20 times a second.
    """
    with _file() as answers, _file() as complaints:
        process = _started(python, answers, complaints)
        try:
            _send(process, {**request, "parent": os.getpid(), "limits": _as_json(limits)})
            line = _watched(process, answers, limits, progress)
        finally:
            end(process)
        if line is None:
            raise _died(process.returncode, complaints)
    return result_of(line)


class _File:
    """What the worker writes and we read meanwhile: two handles, as one would share its place.

    A file and no pipe, so that no thread has to read it and a worker that is slow to be read
    never waits.
    """

    def __init__(self, folder: str) -> None:
        path = Path(folder, "said")
        self.theirs = path.open("ab")
        self.ours = path.open("rb")

    def new(self) -> bytes:
        """Some of what came since the last time."""
        return self.ours.read(1 << 20)


@contextlib.contextmanager
def _file() -> Iterator[_File]:
    with tempfile.TemporaryDirectory(prefix="inspector-", ignore_cleanup_errors=True) as folder:
        file = _File(folder)
        try:
            if hasattr(os, "killpg"):  # POSIX: gone already, should we be ended before the worker
                Path(folder, "said").unlink()
            yield file
        finally:
            file.theirs.close()
            file.ours.close()


def _as_json(limits: RunLimits) -> dict[str, Any]:
    return {"seconds": limits.seconds, "memory_bytes": limits.memory_bytes}


def environment() -> dict[str, str]:
    """What the worker is told of ours."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | _SET


def _started(python: str, answers: _File, complaints: _File) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [python, "-u", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=answers.theirs,
            stderr=complaints.theirs,
            env=environment(),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise Unsupported(
            say(
                "The Python {python} cannot be started: {why}.",
                python=python,
                why=error.strerror or error,
            ),
            hint=say("Name with --python the program of a Python that has torch."),
        ) from error


def _send(process: subprocess.Popen[bytes], request: dict[str, Any]) -> None:
    """Hand over the request; the pipe stays open, as its end tells the worker to stop."""
    assert process.stdin is not None
    with contextlib.suppress(OSError):  # it has ended already; what it said is read next
        process.stdin.write(json.dumps(request).encode() + b"\n")
        process.stdin.flush()


def _watched(
    process: subprocess.Popen[bytes], answers: _File, limits: RunLimits, progress: Progress
) -> bytes | None:
    """The last line of the answer, or None where the worker ended without one."""
    began = watched = time.monotonic()
    at, text, rest = 0, say("starting"), b""
    while True:
        has_ended = process.poll() is not None
        data = answers.new()
        at += len(data)
        *lines, rest = (rest + data).split(b"\n")
        for line in lines:
            if not line.startswith(b'{"at"'):
                return line
            text = _told(_parsed(line))
        if data:
            if at > _LONGEST_ANSWER:
                raise LimitExceeded(say("The worker's answer does not end."))
            continue
        if has_ended:
            return None
        progress.report(0, 0, text)
        now = time.monotonic()
        if now - began > limits.seconds:
            raise LimitExceeded(
                say(
                    "Running this took longer than {seconds} s ({at}) and was stopped.",
                    seconds=f"{limits.seconds:g}",
                    at=text,
                ),
                hint=say("Allow more with --time-limit SECONDS, or give smaller inputs."),
            )
        if now - watched > _WATCH_S:
            watched = now
            _check_memory(process.pid, limits)
        time.sleep(_POLL_S)


def _told(line: dict[str, Any]) -> Sentence:
    """What the worker is doing, in words of ours."""
    match line["at"]:
        case [str() as template, dict() as values]:
            return say(template[:100], **{name: say(str(v)[:100]) for name, v in values.items()})
    return say(str(line["at"])[:100])


def _check_memory(pid: int, limits: RunLimits) -> None:
    used = sum(resident_bytes(one) for one in (pid, *descendants(pid)))
    if used > limits.memory_bytes:
        raise LimitExceeded(
            say(
                "Running this took more than {size} GiB of memory and was stopped.",
                size=f"{limits.memory_bytes / _GiB:.1f}",
            ),
            hint=say("Give a smaller batch or smaller inputs with --input."),
        )


# -- the answer -----------------------------------------------------------------------------------


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise WorkerFailed(say("The worker's answer makes no sense."))
    return found


def result_of(line: bytes) -> dict[str, Any]:
    """The result in the last line of an answer.

    Raises:
        Unsupported, LimitExceeded, WorkerFailed: As the failure in it says.
    """
    found = _parsed(line)
    result, failure = found.get("result"), found.get("failure")
    if isinstance(result, dict):
        return result
    if not isinstance(failure, dict):
        raise WorkerFailed(say("The worker's answer makes no sense."))
    message, hint, kind = failure.get("message"), failure.get("hint"), failure.get("kind")
    error: InspectorError
    text = sentence(message)
    remedy = say(str(hint)[:2000]) if hint else None
    if kind == "torch":
        raise Unsupported(text, hint=remedy)
    if kind == "memory":
        raise LimitExceeded(text, hint=remedy)
    error = WorkerFailed(text, hint=remedy)
    error.kind = str(kind)
    raise error


def sentence(sent: Any) -> Sentence:
    """What the worker says, a template with its values, as a sentence of ours.

    Raises:
        WorkerFailed: It is none.
    """
    match sent:
        case [str() as template, dict() as values]:
            return say(template[:2000], **{str(name): str(v)[:2000] for name, v in values.items()})
    raise WorkerFailed(say("The worker's answer makes no sense."))


def _died(status: int, complaints: _File) -> InspectorError:
    """What to say of a worker that ended without an answer."""
    file = complaints.ours
    file.seek(max(0, file.seek(0, os.SEEK_END) - 4096))
    lines = file.read().decode("utf-8", "replace").strip().splitlines()
    last = lines[-1].strip()[:300].rstrip(".") if lines else ""
    if status < 0:
        try:
            last = signal.Signals(-status).name + (f" ({last})" if last else "")
        except ValueError:
            last = say("signal {n}", n=-status)
    return WorkerFailed(
        say(
            "The process that ran it ended without an answer: {why}.",
            why=last or say("exit status {n}", n=status),
        ),
        hint=say(
            "torch itself may have crashed on this file. The window and the file are unharmed."
        ),
    )
