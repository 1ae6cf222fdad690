"""torch's own verdict on a file: does `torch.load(weights_only=True)` take it?"""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from inspector.errors import say
from inspector.progress import SILENT, Progress

# `weights_only` runs nothing of the file; safetensors files are torch's business only by extension.
_LOAD = """
import sys, warnings
warnings.simplefilter("ignore")
import torch
print(torch.__version__)
torch.load(sys.argv[1], map_location="cpu", weights_only=True)
print("ok")
"""
_LONGEST_WAIT_S = 3600
_STEP_S = 0.1


@dataclass(frozen=True, slots=True)
class TorchVerdict:
    """What torch says.

    Attributes:
        version: torch's, or None where it is not installed.
        loads: Whether it loads the file.
        message: Its complaint, one line.
    """

    version: str | None
    loads: bool
    message: str = ""


def is_available() -> bool:
    """Whether this Python has torch; it is not imported."""
    return find_spec("torch") is not None


def torch_verdict(
    path: Path, python: str = sys.executable, progress: Progress = SILENT
) -> TorchVerdict:
    """Let the torch of `python` load `path` on the cpu with weights_only=True.

    Reads the whole file; runs in a process of its own, which cannot harm ours.

    Raises:
        Cancelled: From `progress`; the process is gone.
    """
    words = [python, "-c", _LOAD, str(path)]
    try:
        with subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            try:
                said, complaint = _wait(process, progress)
            except BaseException:
                process.kill()
                raise
    except (OSError, subprocess.TimeoutExpired) as error:
        return TorchVerdict(None, False, str(error))
    lines = said.split()
    if not lines:
        return TorchVerdict(None, False, say("torch is not installed"))
    return TorchVerdict(lines[0], lines[-1] == "ok", _short(complaint.strip().splitlines()))


def _wait(process: subprocess.Popen[str], progress: Progress) -> tuple[str, str]:
    end = time.monotonic() + _LONGEST_WAIT_S
    while True:
        progress.report(0, 0, say("torch is loading it"))
        try:
            return process.communicate(timeout=_STEP_S)
        except subprocess.TimeoutExpired:
            if time.monotonic() > end:
                raise


def _short(lines: list[str]) -> str:
    """The sentence that matters of torch's long explanation."""
    for mark in ("WeightsUnpickler error", "Error: "):
        for line in lines:
            if mark in line and not line.lstrip().startswith("raise "):
                return line.strip().partition(". Please use")[0][:300]
    return lines[-1].strip()[:300] if lines else ""
