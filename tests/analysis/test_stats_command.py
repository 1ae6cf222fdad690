"""`inspector stats`: its JSON, its table, `--health`."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
import torch

from inspector.cli.main import main


@pytest.fixture
def path(tmp_path: Path) -> Path:
    bad = torch.randn(20, 10)
    bad[0, 0], bad[0, 1], bad[1] = math.nan, math.inf, 0
    state = {
        "a.weight": bad,
        "a.bias": torch.tensor([1.0, 2.0, 3.0]),
        "ids": torch.arange(6),
        "wide": torch.arange(70_000),
        "bits": torch.zeros(2, dtype=torch.bits8),
    }
    torch.save(state, tmp_path / "a.pt")
    return tmp_path / "a.pt"


def test_json_has_the_names_of_the_contract(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", str(path), "--json"]) == 0
    output = capsys.readouterr()
    found = json.loads(output.out)
    assert output.err == ""
    assert found["path"] == str(path)
    tensors = {entry["key"]: entry for entry in found["tensors"]}
    assert [*tensors] == ["a.weight", "a.bias", "ids", "wide", "bits"]
    bias = tensors["a.bias"]
    assert {
        name: bias[name] for name in ("finite", "min", "max", "mean", "zeros", "nan", "inf")
    } == {
        "finite": 3,
        "min": 1.0,
        "max": 3.0,
        "mean": 2.0,
        "zeros": 0,
        "nan": 0,
        "inf": 0,
    }
    assert bias["norm"] == pytest.approx(math.sqrt(14))
    assert bias["std"] == pytest.approx(math.sqrt(2 / 3))
    assert (bias["of"], bias["distinct"], bias["path"]) == ("values", None, ["a.bias"])
    weight = tensors["a.weight"]
    assert (weight["nan"], weight["inf"], weight["pos_inf"], weight["neg_inf"]) == (1, 1, 1, 0)
    assert (tensors["ids"]["distinct"], tensors["ids"]["max"]) == (6, 5)
    assert tensors["wide"]["distinct"] == ">65,536"
    assert "no numbers" in tensors["bits"]["problem"]


def test_keys_choose(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", str(path), "--key", "a.*", "--key", "ids"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["key", "a.weight", "a.bias", "ids"]
    assert main(["stats", str(path), "--key", "nothing"]) == 2
    assert "No tensor is called nothing" in capsys.readouterr().err


def test_health_says_what_is_unusual_and_ends_well(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stats", str(path), "--health"]) == 0
    lines = capsys.readouterr().out.splitlines()
    found = "1 with NaN, 1 with Inf, 1 with dead rows, 1 without numbers"
    assert lines[0] == f"5 tensors checked: {found}"
    assert lines[1] == "error    a.weight: 1 NaN, 1 Inf, 1 of 20 rows dead"
    assert lines[2].startswith("info     bits: ")
    assert len(lines) == 3


def test_health_as_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", str(path), "--health", "--json", "--key", "a.*"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["summary"].startswith("2 tensors checked")
    weight = found["tensors"][0]
    assert weight["severity"] == "error"
    assert [mark["word"] for mark in weight["marks"]] == ["NaN", "Inf", "dead rows"]
    assert (weight["dead_rows"], weight["subnormal"], weight["nan"]) == (1, 0, 1)


def test_progress_is_for_people_only(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert main(["stats", str(path), "--json"]) == 0
    output = capsys.readouterr()
    json.loads(output.out)
    assert "reading values: " in output.err
    assert output.err.endswith("\r\x1b[K")
