"""`python -m inspector` as people run it: a real process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.files import checkpoint, dangerous

ROOT = Path(__file__).parents[2]


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The process, without a display and with an 80-column terminal."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "inspector", *words],
        cwd=ROOT,
        env={**kept, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_show(tmp_path: Path) -> None:
    found = run("show", str(checkpoint(tmp_path)))
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith("last.pt — torch-zip 3 · ")


def test_show_json(tmp_path: Path) -> None:
    found = run("show", str(checkpoint(tmp_path)), "--json")
    assert json.loads(found.stdout)["metadata"]["args"]["name"] == "größe"


def test_scan_of_a_dangerous_file(tmp_path: Path) -> None:
    found = run("scan", str(dangerous(tmp_path)))
    assert found.returncode == 1
    assert found.stdout.startswith("evil.pt: dangerous — ")


def test_an_error(tmp_path: Path) -> None:
    found = run("show", str(tmp_path / "absent.pt"))
    assert found.returncode == 2
    assert found.stdout == ""
    assert found.stderr == (
        f"inspector: {tmp_path}/absent.pt: absent.pt does not exist.\nhint: Check the path.\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_a_file_without_a_display(tmp_path: Path) -> None:
    found = run(str(checkpoint(tmp_path)))
    assert found.returncode == 0
    assert found.stdout.startswith("last.pt — torch-zip 3 · ")
    assert found.stderr.splitlines() == [
        "inspector: there is no display, so this is what `inspector show` prints."
    ]


def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    """`inspector show x | head -1` ends quietly, however much there is to print."""
    from tests.make.tensors import View, floats
    from tests.make.torch_zip import torch_zip

    view = View(floats("0", 1), (1,))
    path = tmp_path / "wide.pt"
    path.write_bytes(torch_zip({f"layer{at}.weight": view for at in range(5000)}))
    process = subprocess.Popen(
        [sys.executable, "-m", "inspector", "show", "--flat", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=120) == 0
    assert error == b""


def test_a_terminal_without_unicode(tmp_path: Path) -> None:
    """What the encoding lacks is replaced, not a traceback."""
    found = run("show", str(checkpoint(tmp_path)), PYTHONIOENCODING="ascii")
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.startswith("last.pt ? torch-zip 3 ? ")


@pytest.mark.parametrize("command", ["scan", "stats"])
def test_other_commands_without_unicode(tmp_path: Path, command: str) -> None:
    found = run(command, str(checkpoint(tmp_path)), PYTHONIOENCODING="ascii")
    assert "Traceback" not in found.stderr
    assert found.returncode == 0
