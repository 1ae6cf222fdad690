"""Which torch a Python has, asked in a process of its own."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass

from inspector.errors import say

# The version lies in the package's metadata: torch itself need not be imported for it.
_ASK = """
import importlib.metadata, platform
print(platform.python_version())
print(importlib.metadata.version("torch"))
"""
_WAIT_S = 30


@dataclass(frozen=True, slots=True)
class TorchFacts:
    """What a Python says.

    Attributes:
        python: Its version; "" where it did not run.
        version: Of its torch; None where there is none.
        problem: Why there is none, in a few words.
    """

    python: str
    version: str | None
    problem: str = ""


def torch_facts(python: str) -> TorchFacts:
    """Ask the interpreter at the path `python`; half a minute is enough for it."""
    try:
        done = subprocess.run(
            [python, "-c", _ASK], capture_output=True, text=True, timeout=_WAIT_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        reason = getattr(error, "strerror", None) or say("it does not answer")
        return TorchFacts("", None, say("{python}: {why}", python=python, why=reason))
    lines = done.stdout.splitlines()
    if len(lines) == 2:
        return TorchFacts(lines[0], lines[1])
    if len(lines) == 1:
        return TorchFacts(
            lines[0], None, say("Python {version} has none installed", version=lines[0])
        )
    return TorchFacts("", None, say("{python} is no Python", python=python))
