"""`inspector doctor`, `register` and `--version`, and what the start says where Qt cannot run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.cli import doctor
from inspector.cli.doctor import NOTE, OK, PROBLEM, Answer
from inspector.cli.main import main
from tests.cli.test_process import ROOT, run

GOOD = {
    "problem": None, "pyside": "6.9", "qt": "6.9.1", "platform": "xcb", "fonts": 40,
    "chinese_fonts": 3,
}  # fmt: skip


def test_the_version_is_what_a_bug_report_needs() -> None:
    found = run("--version")
    assert (found.returncode, found.stderr) == (0, "")
    first, python, system, packages = found.stdout.splitlines()
    assert first.startswith("inspector 0.")
    assert python.startswith(f"Python {sys.version_info.major}.")
    assert system
    assert "PySide6-Essentials 6." in packages
    assert "numpy " in packages


def test_a_good_machine() -> None:
    assert [answer.state for answer in doctor.window_answers(GOOD, {})] == [OK, OK]


@pytest.mark.parametrize(
    ("found", "state", "what", "advice"),
    [
        ({"problem": "Qt needs libEGL.so.1.\nhint: apt install x"}, PROBLEM, "libEGL", "apt"),
        ({"chinese_fonts": 0}, NOTE, "no font has Chinese", "fonts-noto-cjk"),
        ({"platform": "offscreen"}, NOTE, "no display", "desktop session"),
    ],
)
def test_what_is_missing(found: dict, state: str, what: str, advice: str) -> None:
    answers = doctor.window_answers({**GOOD, **found}, {})
    bad = next(answer for answer in answers if answer.state != OK)
    assert bad.state == state
    assert what in bad.what
    assert advice in bad.advice


def test_no_torch(tmp_path: Path) -> None:
    answer = doctor.torch_answer(str(tmp_path / "python"))
    assert answer.state == NOTE
    assert "No such file" in answer.what
    assert "pip install torch" in answer.advice


def test_the_status_is_that_of_the_worst(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "torch_answer", lambda: Answer(NOTE, "no torch", "get it"))
    monkeypatch.setattr(doctor, "desktop_answers", lambda: [])
    monkeypatch.setattr(doctor, "_checkup", lambda: GOOD)
    assert main(["doctor"]) == 0
    assert "note    no torch\n        → get it\n" in capsys.readouterr().out
    monkeypatch.setattr(doctor, "_checkup", lambda: {"problem": "Qt is gone."})
    assert main(["doctor"]) == 1
    assert "problem Qt is gone." in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="offscreen and freedesktop")
def test_the_whole_doctor(tmp_path: Path) -> None:
    """A real process: Qt is asked, and a registration is seen and found broken."""
    home = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    found = run("doctor", **home)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "draws on offscreen" in found.stdout
    assert "→ inspector register" in found.stdout
    assert found.stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="freedesktop's part")
def test_register_and_unregister(tmp_path: Path) -> None:
    """From the command line, in a home of its own."""
    home = {name: str(tmp_path / "x") for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    script = tmp_path / "inspector"
    script.write_text("#!/bin/sh\n", encoding="utf-8")
    script.chmod(0o755)
    code = (
        "import sys; from inspector.desktop import associations as a; "
        f"a.own_command = lambda: ({str(script)!r},); "
        "from inspector.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )

    def say(*words: str, **environment: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code, *words],
            cwd=ROOT,
            env={**os.environ, **home, **environment},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout

    entry = tmp_path / "x" / "applications" / "checkpoint-inspector.desktop"
    assert f"wrote {entry}\n" in say("register")
    assert f"Exec={script} %F" in entry.read_text(encoding="utf-8")
    if shutil.which("update-mime-database") and shutil.which("update-desktop-database"):
        assert say("register") == "nothing to do: everything is in place\n"
    if shutil.which("gio") and shutil.which("update-desktop-database"):
        assert "PyTorch checkpoint: a double-click opens it here" in say("doctor")
    assert "sudo apt install shared-mime-info desktop-file-utils" in say("doctor", PATH="/nowhere")
    script.unlink()
    assert f"registered, but {script} is gone" in say("doctor")
    assert f"removed {entry}\n" in say("unregister")
    assert say("unregister") == "nothing to do: nothing is registered\n"


BROKEN = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file")
sys.meta_path.insert(0, Missing())
from inspector.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize("words", [["open", "--new-window"], ["x.pt", "--screenshot", "x.png"]])
def test_a_machine_without_qts_libraries(tmp_path: Path, words: list[str]) -> None:
    """One sentence and the packages; no traceback."""
    done = subprocess.run(
        [sys.executable, "-c", BROKEN, *words],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stderr.splitlines()
    assert done.returncode == 2
    assert lines[0] == (
        "inspector: Qt needs the system library libEGL.so.1, which is not installed."
    )
    assert lines[1].startswith("hint: On Debian and Ubuntu: sudo apt install libegl1")
    assert len(lines) == 2
