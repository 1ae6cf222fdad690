"""Whatever a worker answers, or does not, is an ordinary result. No torch is needed for it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from inspector.analysis.flops.given import Given
from inspector.analysis.flops.report import FlopsReport
from inspector.document import open_document
from inspector.errors import Cancelled, InspectorError, LimitExceeded, Unsupported
from inspector.progress import Progress
from inspector.torchbridge.counting import Run, count_by_running
from inspector.torchbridge.process import RunLimits, WorkerFailed, ask
from inspector.torchbridge.process_tree import descendants
from tests.make.torch_zip import torch_zip

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
REQUEST = {"kind": "factory", "model": "a:b", "folder": ".", "kwargs": {}, "inputs": []}
WHOLE = (
    '{"macs": 6, "parameters": 3, "inputs": {"x": [1, 2]}, "rung": "r", "torch": "2", "notes": [], '
    '"layers": [["a", "Linear", 6, 0, 3, [1, 3]]], "not_counted": [], "state": []}'
)


def python(folder: Path, body: str) -> str:
    """A program that stands in for Python."""
    path = folder / "python"
    path.write_text(f"#!/bin/sh\nread -r request\n{body}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("body", "error", "said"),
    [
        ("exit 3", WorkerFailed, "ended without an answer: exit status 3"),
        ("echo 'line one' >&2; echo 'Oh no.' >&2; exit 1", WorkerFailed, "answer: Oh no."),
        ("kill -SEGV $$", WorkerFailed, "SIGSEGV"),
        ("echo hello", WorkerFailed, "makes no sense"),
        ("echo '[1]'", WorkerFailed, "makes no sense"),
        ("echo '{}'", WorkerFailed, "makes no sense"),
        ('echo \'{"failure": {"kind": "model", "message": 3}}\'', WorkerFailed, "makes no sense"),
        ("printf '{\"result\": '", WorkerFailed, "ended without an answer"),
        ('echo \'{"failure": {"kind": "torch", "message": ["None.", {}]}}\'', Unsupported, "None."),
        (
            'echo \'{"failure": {"kind": "memory", "message": ["{a}.", {"a": "Full"}]}}\'',
            LimitExceeded,
            "Full.",
        ),
        ('echo \'{"failure": {"kind": "model", "message": ["Bad.", {}]}}\'', WorkerFailed, "Bad."),
        ("head -c 70000000 /dev/zero; sleep 60", LimitExceeded, "does not end"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_answers(tmp_path: Path, body: str, error: type[InspectorError], said: str) -> None:
    with pytest.raises(error) as refused:
        ask(REQUEST, python(tmp_path, body), RunLimits(30))
    assert said in refused.value.message


def test_progress_and_the_result(tmp_path: Path) -> None:
    body = 'echo \'{"at": "thinking"}\'; sleep 1; echo \'{"result": {"macs": 1}}\'; sleep 60'
    heard: list[str] = []
    began = time.monotonic()
    found = ask(
        REQUEST,
        python(tmp_path, body),
        RunLimits(30),
        Progress(lambda _done, _total, text: heard.append(text)),
    )
    assert found == {"macs": 1}
    assert "thinking" in heard
    assert time.monotonic() - began < 20


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="listed from /proc")
@pytest.mark.parametrize("how", ["answer", "time", "cancel"])
def test_nothing_is_left(tmp_path: Path, how: str) -> None:
    """Neither a child nor one that has left for a session of its own."""
    body = "sleep 60 & setsid sleep 60 &\nsleep 0.3\n"
    body += "echo '{\"result\": {}}'\nsleep 60" if how == "answer" else "sleep 60"
    began = time.monotonic()

    def report(_done: int, _total: int, _text: str) -> None:
        if how == "cancel" and time.monotonic() - began > 1:
            raise Cancelled

    def run() -> None:
        ask(REQUEST, python(tmp_path, body), RunLimits(1), Progress(report))

    if how == "answer":
        run()
    else:
        with pytest.raises(LimitExceeded if how == "time" else Cancelled):
            run()
    assert descendants(os.getpid()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="read from /proc")
def test_memory_of_children_counts(tmp_path: Path) -> None:
    eat = f'{sys.executable} -c "x = bytearray(300 << 20); import time; time.sleep(60)"'
    with pytest.raises(LimitExceeded, match="GiB of memory"):
        ask(REQUEST, python(tmp_path, f"{eat} & wait"), RunLimits(30, 200 << 20))
    assert descendants(os.getpid()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"macs": 6', '"macs": "many"'),
        ('"layers": [', '"layers": [3, '),
        ('"inputs": {', '"inputs": 3, "others": {'),
        ('"not_counted": []', '"not_counted": [[1]]'),
        ('"state": []', '"state": [[1]]'),
        ('"torch": "2", ', ""),
    ],
)
def test_every_field_is_checked(tmp_path: Path, old: str, new: str) -> None:
    assert old in WHOLE
    path = tmp_path / "no-weights.pt"
    path.write_bytes(torch_zip({"epoch": 3}))
    document = open_document(path)

    def report(text: str) -> FlopsReport | None:
        program = python(tmp_path, f"echo '{{\"result\": {text}}}'")
        run = Run(model="config.json", python=program, folder=tmp_path)
        return count_by_running(document.checkpoint, document.contents, Given(), run)

    whole = report(WHOLE)
    assert whole is not None
    assert (whole.macs, whole.notes[0]) == (
        6,
        "The file holds no weights to compare the model of config.json with.",
    )
    with pytest.raises(WorkerFailed, match="makes no sense"):
        report(WHOLE.replace(old, new))
    document.close()
