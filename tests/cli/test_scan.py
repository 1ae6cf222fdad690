"""`inspector scan`: exit statuses, the sentence, the JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.cli.main import main
from tests.cli.files import checkpoint, cut, dangerous, unknown
from tests.make.torch_zip import torch_zip

Make = Callable[[Path], Path]
STATUSES: dict[str, tuple[Make, int]] = {
    "clean": (checkpoint, 0),
    "unknown": (unknown, 1),
    "dangerous": (dangerous, 1),
    "unreadable": (cut, 2),
}


@pytest.mark.parametrize("verdict", STATUSES)
def test_exit_status_and_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], verdict: str
) -> None:
    make, status = STATUSES[verdict]
    path = make(tmp_path)
    assert main(["scan", str(path), "--json"]) == status
    captured = capsys.readouterr()
    facts = json.loads(captured.out)
    assert set(facts) == {"path", "verdict", "globals", "findings"}
    assert (facts["path"], facts["verdict"]) == (str(path), verdict)
    for used in facts["globals"]:
        assert set(used) == {"name", "verdict", "where", "count"}
    assert captured.err == ""


@pytest.mark.parametrize("verdict", STATUSES)
def test_the_first_line_is_the_verdict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], verdict: str
) -> None:
    make, status = STATUSES[verdict]
    path = make(tmp_path)
    assert main(["scan", str(path)]) == status
    assert capsys.readouterr().out.startswith(f"{path.name}: {verdict} — ")


def test_globals_with_where_and_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["scan", str(dangerous(tmp_path)), "--json"])
    assert json.loads(capsys.readouterr().out)["globals"] == [
        {"name": "os.system", "verdict": "dangerous", "where": ["archive/data.pkl"], "count": 1}
    ]


def test_a_file_that_is_no_checkpoint_is_unreadable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.pt"
    path.write_bytes(b"<html>")
    assert main(["scan", str(path), "--json"]) == 2
    captured = capsys.readouterr()
    facts = json.loads(captured.out)
    assert facts["verdict"] == "unreadable"
    assert facts["findings"][0]["severity"] == "error"
    assert captured.err.startswith(f"inspector: {path}: page.pt is an HTML page")


def test_names_are_escaped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "m.pt"
    data = torch_zip({})
    path.write_bytes(data.replace(b"}.", b"c\x1b\nx\n.", 1) if b"}." in data else data)
    main(["scan", str(path)])
    assert "\x1b" not in capsys.readouterr().out
