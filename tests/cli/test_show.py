"""`inspector show`: the outline for people, the JSON for programs."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from inspector.cli.main import main
from tests.cli.files import BIAS, CHECKPOINT, STEP, TIED, WEIGHT, checkpoint, cut, dangerous
from tests.make.tensors import View, floats
from tests.make.torch_zip import torch_zip

# The contract (CLI.md): keys may be added, none may go.
KEYS = {
    *("path", "size", "format", "format_version", "tensors", "state_dicts", "optimizers"),
    *("metadata", "parameters", "globals", "findings", "anatomy", "modules", "frameworks"),
}
TENSOR_KEYS = {
    *("path", "key", "dtype", "shape", "stride", "storage_offset", "numel", "nbytes", "device"),
    *("storage", "layout", "requires_grad", "is_parameter"),
}
STATE_DICT_KEYS = {"path", "tensors", "parameters", "nbytes", "role", "prefixes"}
OPTIMIZER_KEYS = {"path", "kind", "param_groups", "state_nbytes"}
PARAMETER_KEYS = {"total", "unique", "trainable", "nbytes", "by_dtype"}
FINDING_KEYS = {"severity", "where", "what"}


def show(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> Any:
    """The JSON of a file."""
    assert main(["show", str(path), "--json", *options]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return json.loads(captured.out)


def test_the_keys_of_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = show(checkpoint(tmp_path), capsys)
    assert set(facts) >= KEYS
    assert all(set(tensor) >= TENSOR_KEYS for tensor in facts["tensors"])
    assert all(set(found) >= STATE_DICT_KEYS for found in facts["state_dicts"])
    assert all(set(found) >= OPTIMIZER_KEYS for found in facts["optimizers"])
    assert set(facts["parameters"]) >= PARAMETER_KEYS
    assert all(set(used) == {"name", "verdict"} for used in facts["globals"])
    findings = show(cut(tmp_path), capsys)["findings"]
    assert findings
    assert all(set(finding) >= FINDING_KEYS for finding in findings)


def test_what_the_json_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = checkpoint(tmp_path)
    facts = show(path, capsys)
    assert facts["path"] == str(path)
    assert facts["size"] == path.stat().st_size
    assert (facts["format"], facts["format_version"]) == ("torch-zip", "3")
    tensors = facts["tensors"]
    weight, bias = tensors[0], tensors[1]
    assert weight["path"] == ["model_state_dict", "encoder.embedding.weight"]
    assert weight["key"] == "encoder.embedding.weight"
    assert (weight["dtype"], weight["shape"], weight["stride"]) == ("float32", [3, 4], [4, 1])
    assert (weight["storage_offset"], weight["numel"], weight["nbytes"]) == (0, 12, 48)
    assert (weight["device"], bias["device"]) == ("cpu", "cuda:0")
    assert weight["storage"] == tensors[3]["storage"] != bias["storage"]
    assert (weight["requires_grad"], weight["is_parameter"]) == (True, True)
    assert (bias["layout"], bias["requires_grad"], bias["is_parameter"]) == (
        "strided",
        False,
        False,
    )
    assert all("sha256" not in tensor for tensor in tensors)
    assert facts["state_dicts"][0] == {
        "path": ["model_state_dict"],
        "tensors": 4,
        "parameters": 12 + 3 + 12,
        "nbytes": 48 + 6 + 12 + 48,
        "role": "weights",
        "prefixes": [],
        "is_module": False,
    }
    assert facts["parameters"] == {
        "total": 27,
        "unique": 15,
        "trainable": 12,
        "nbytes": 114,
        "by_dtype": {"float32": 27, "float16": 3},
    }
    assert facts["globals"][0]["verdict"] == "safe"


def test_the_anatomy_in_the_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = checkpoint(tmp_path)
    facts = show(path, capsys)
    parts = {tuple(part["path"]): part for part in facts["anatomy"]}
    roles = {path[0]: part["role"] for path, part in parts.items() if path}
    assert roles["model_state_dict"] == "weights"
    assert roles["optimizer_state_dict"] == "optimizer"
    assert sum(part["nbytes"] for part in facts["anatomy"]) == path.stat().st_size
    assert parts[("model_state_dict",)]["tensors"] == 4
    (model,) = [found for found in facts["modules"] if found["path"] == ["model_state_dict"]]
    assert {found["name"]: found["tensors"] for found in model["modules"]} == {
        "encoder": 3,
        "decoder": 1,
    }
    assert facts["frameworks"] == []


def test_who_wrote_it_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "m.ckpt"
    path.write_bytes(torch_zip({"state_dict": {"w": BIAS}, "pytorch-lightning_version": "2.1"}))
    reason = "has 'pytorch-lightning_version'"
    assert show(path, capsys)["frameworks"] == [{"name": "PyTorch Lightning", "reasons": [reason]}]
    assert f"probably PyTorch Lightning: {reason}" in lines_of(path, capsys)


def test_the_optimizer_in_the_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = show(checkpoint(tmp_path), capsys)["optimizers"]
    assert found["path"] == ["optimizer_state_dict"]
    assert found["kind"] == "Adam"
    assert found["state_nbytes"] == 8 + 48 + 48
    assert found["param_groups"] == [
        {
            "lr": 0.1,
            "betas": [0.9, 0.999],
            "amsgrad": False,
            "params": [0, 1],
            "param_names": ["encoder.embedding.weight", "encoder.norm.bias"],
        }
    ]


def test_metadata_in_the_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    metadata = show(checkpoint(tmp_path), capsys)["metadata"]
    assert metadata["epoch"] == 3
    assert metadata["args"] == {
        "name": "größe",
        "flags": [True, None],
        "nan": "nan",
        "big": 2**70,
    }


def test_hashes_are_of_the_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    strided = View(floats("0", 12), (4, 3), (1, 4))
    path = tmp_path / "m.pt"
    path.write_bytes(torch_zip({"w": strided, "v": BIAS, "s": STEP}))
    found = {t["key"]: t["sha256"] for t in show(path, capsys, "--hash")["tensors"]}
    views = {"w": strided, "v": BIAS, "s": STEP}
    assert found == {key: hashlib.sha256(view.content()).hexdigest() for key, view in views.items()}


def test_hashes_agree_with_torch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import torch

    tensor = torch.arange(24, dtype=torch.bfloat16).reshape(4, 6).t()
    path = tmp_path / "m.pt"
    torch.save({"w": tensor}, path)
    (found,) = show(path, capsys, "--hash")["tensors"]
    raw = tensor.contiguous().view(torch.uint8).numpy().tobytes()
    assert found["sha256"] == hashlib.sha256(raw).hexdigest()


def lines_of(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """The lines `show` prints."""
    assert main(["show", str(path), *options]) == 0
    return capsys.readouterr().out.splitlines()


def test_the_outline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = lines_of(checkpoint(tmp_path), capsys)
    assert lines[0].startswith("last.pt — torch-zip 3 · ")
    assert lines[0].endswith(" · clean")
    assert "saved on cpu, cuda:0" in lines[1]
    text = "\n".join(lines)
    for said in ("3 × 4  float32", "3  float16  cuda:0", "epoch", "größe", "Adam", "48 B"):
        assert said in text, said


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
def test_lines_fit_the_terminal(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    columns: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for options, widest in (([], columns), (["--flat"], max(columns, 80))):
        lines = lines_of(checkpoint(tmp_path), capsys, *options)
        rows = lines[lines.index("") + 1 :]
        assert rows
        assert [line for line in rows if len(line) > widest] == []


def test_flat_is_one_line_a_tensor_with_its_whole_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = lines_of(checkpoint(tmp_path), capsys, "--flat")
    listed = [line.split()[0] for line in lines if line.endswith(" B")]
    assert listed == [
        *(f"model_state_dict.{key}" for key in CHECKPOINT["model_state_dict"]),
        *(f"optimizer_state_dict.state.0.{key}" for key in ("step", "exp_avg", "exp_avg_sq")),
    ]


def test_findings_end_the_outline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = lines_of(cut(tmp_path), capsys)
    assert lines[0].endswith(" · unreadable")
    found = [line for line in lines if line.startswith("✗ error: ")]
    assert found == [
        "✗ error: cut.pt is a zip archive without its directory: the end of the file is missing."
    ]
    assert lines[lines.index(found[0]) + 1].startswith("  hint: ")


@pytest.mark.parametrize("options", [[], ["--flat"]])
def test_what_a_file_says_is_escaped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    path = tmp_path / "m\x1b[31m\n.pt"
    view = View(floats("0", 2, "cuda\x1b"), (2,))
    path.write_bytes(torch_zip({"k\x1b[2J\u202e": view, "v": "\x07\u200b\ud800", "w\n": view}))
    out = "\n".join(lines_of(path, capsys, *options))
    assert "k\\x1b[2J\\u202e" in out
    assert "m\\x1b[31m\\n.pt" in out
    assert not {"\x1b", "\x07", "\u202e", "\u200b"} & set(out)


def test_dangerous_files_are_shown_and_not_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = lines_of(dangerous(tmp_path), capsys)
    assert lines[0].endswith(" · dangerous")
    assert "os.system" in "\n".join(lines)


def test_the_tied_tensor_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert TIED.storage is WEIGHT.storage
    lines = lines_of(checkpoint(tmp_path), capsys)
    assert any("tied to encoder.embedding.weight" in line for line in lines)
