"""`inspector doctor`: is everything there that the window needs?"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from inspector.cli.versions import versions
from inspector.desktop import associations, linux
from inspector.desktop.file_types import FILE_TYPES, FileType
from inspector.errors import InspectorError
from inspector.torchbridge.available import torch_facts

_CHECKUP = (sys.executable, "-m", "inspector.gui.checkup")
_WAIT_S = 60
OK, NOTE, PROBLEM = "ok", "note", "problem"


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that was looked at.

    Attributes:
        state: OK, NOTE (the window works without it) or PROBLEM.
        advice: What to do; "" where nothing is.
    """

    state: str
    what: str
    advice: str = ""


def add(parser: argparse.ArgumentParser) -> None:
    """The command has no arguments."""


def run(args: argparse.Namespace) -> int:
    """Print what was found and what to do; 1 if the window would not open."""
    print("\n".join(versions()), end="\n\n")
    answers = [*window_answers(_checkup(), dict(os.environ)), torch_answer(), *desktop_answers()]
    for answer in answers:
        print(f"{answer.state:8}{answer.what}")
        if answer.advice:
            print(f"{'':8}→ {answer.advice}")
    return 1 if any(answer.state == PROBLEM for answer in answers) else 0


def _checkup() -> dict[str, Any]:
    """What the window's own check says, from a process that may die of it."""
    words = list(_CHECKUP)
    environment = dict(os.environ)
    if sys.platform not in ("win32", "darwin"):
        names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        if not any(environment.get(name) for name in names):
            environment["QT_QPA_PLATFORM"] = "offscreen"
    try:
        done = subprocess.run(
            words, env=environment, capture_output=True, text=True, timeout=_WAIT_S, check=False
        )
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found
    except (OSError, subprocess.TimeoutExpired) as error:
        return {"problem": str(error)}
    except (ValueError, IndexError):
        said = [line for line in done.stderr.splitlines() if line.strip()]
        return {"problem": said[0] if said else f"Qt ended with status {done.returncode}."}


def window_answers(found: dict[str, Any], environment: dict[str, str]) -> list[Answer]:
    """Qt's libraries, the display and the fonts."""
    if found["problem"]:
        what, _, advice = str(found["problem"]).partition("\nhint: ")
        return [Answer(PROBLEM, what, advice)]
    answers = [
        Answer(OK, f"Qt {found['qt']} (PySide6 {found['pyside']}) draws on {found['platform']}")
    ]
    if found["platform"] == "offscreen":
        advice = "Start it in a desktop session, or with `ssh -X`; `inspector show` needs none."
        answers.append(Answer(NOTE, "there is no display, so no window can open here", advice))
    count = found["chinese_fonts"]
    if count:
        answers.append(Answer(OK, f"fonts for Chinese: {count} of {found['fonts']}"))
    else:
        advice = "On Debian and Ubuntu: sudo apt install fonts-noto-cjk"
        answers.append(Answer(NOTE, "no font has Chinese; its characters would be boxes", advice))
    return answers


def torch_answer(python: str = sys.executable) -> Answer:
    """The torch of this Python; nothing needs it to open, edit and save."""
    facts = torch_facts(python)
    if facts.version is not None:
        return Answer(OK, f"torch {facts.version}")
    advice = "Only --ask-torch and the cost of some models need it: pip install torch, or choose "
    return Answer(
        NOTE, f"no torch: {facts.problem}", f"{advice}a Python that has it in the Preferences."
    )


def desktop_answers() -> list[Answer]:
    """Whether a double-click opens checkpoints here."""
    try:
        if not associations.is_registered():
            what = "a double-click on a checkpoint does not open it here"
            return [Answer(NOTE, what, "inspector register")]
    except InspectorError as error:
        return [Answer(NOTE, error.message, error.hint or "")]
    if sys.platform in ("win32", "darwin"):
        return [Answer(OK, "registered for checkpoints")]
    return _linux_answers(linux.Places.of_user())


def _linux_answers(places: linux.Places) -> list[Answer]:
    """What opens each of our types by default; the program that is registered may be gone."""
    program = next(
        line.partition("=")[2]
        for line in places.entry.read_text(encoding="utf-8").splitlines()
        if line.startswith("TryExec=")
    )
    if shutil.which(program) is None:
        return [Answer(NOTE, f"registered, but {program} is gone", "inspector register")]
    missing = linux.missing_tools(places)
    if missing:
        advice = f"On Debian and Ubuntu: sudo apt install {' '.join(missing.values())}"
        what = f"registered, but file managers need {' and '.join(missing)} to learn of it"
        return [Answer(NOTE, what, f"{advice}, then: inspector register")]
    if not linux.can_ask(places):
        return [Answer(OK, "registered for checkpoints")]
    return [_default_answer(places, each) for each in FILE_TYPES]


def _default_answer(places: linux.Places, given: FileType) -> Answer:
    default = linux.default_for(places, given.mime)
    if default == linux.ENTRY:
        return Answer(OK, f"{given.name}: a double-click opens it here")
    advice = "Choose Inspector with Open With in the file manager."
    return Answer(NOTE, f"{given.name}: opened by {default or 'nothing'}", advice)
