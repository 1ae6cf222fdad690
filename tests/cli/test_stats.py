"""`inspector stats`: the numbers torch gives, for every kind of dtype."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
import torch

from inspector.cli.main import main
from tests.cli.files import checkpoint
from tests.make.safetensors_files import with_header

INF, NAN = math.inf, math.nan
VALUES: dict[str, torch.Tensor] = {
    "float32": torch.tensor([[1.5, -2.0], [0.0, 4.0]]),
    "strided": torch.arange(12.0).reshape(3, 4).t(),
    "NaN and Inf": torch.tensor([1.0, NAN, INF, -INF, 3.0, NAN]),
    "only NaN": torch.tensor([NAN, NAN]),
    "bfloat16": torch.tensor([1.0, 2.5, -0.5], dtype=torch.bfloat16),
    "float16": torch.tensor([1.0, 65504.0], dtype=torch.float16),
    "float8": torch.tensor([1.0, -2.0, 0.5]).to(torch.float8_e4m3fn),
    "float64": torch.tensor([1e300, -1e300], dtype=torch.float64),
    "int64": torch.tensor([2**53 + 2, -5, 0]),
    "uint8": torch.tensor([0, 255, 7], dtype=torch.uint8),
    "bool": torch.tensor([True, False, True]),
    "complex": torch.tensor([3 + 4j, 0j, 1 - 1j]),
    "scalar": torch.tensor(2.5),
    "empty": torch.empty(0, 3),
    "one": torch.tensor([7.0]),
    "many": torch.linspace(-3, 5, 3_000_000),
}


def stats(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    """Key -> statistics."""
    assert main(["stats", str(path), "--json", *options]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return {str(found["key"]): found for found in json.loads(captured.out)["tensors"]}


def number(value: Any) -> Any:
    """A number that JSON had to spell."""
    return float(value) if isinstance(value, str) else value


@pytest.mark.parametrize("name", VALUES)
def test_values_against_torch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    truth = VALUES[name]
    torch.save({"w": truth}, tmp_path / "m.pt")
    found = stats(tmp_path / "m.pt", capsys)["w"]
    plain = truth.abs() if truth.is_complex() else truth
    plain = plain.to(torch.float64).reshape(-1)
    finite = plain[plain.isfinite()]
    assert found["numel"] == truth.numel()
    assert found["finite"] == finite.numel()
    assert found["nan"] == int(plain.isnan().sum())
    assert found["inf"] == int(plain.isinf().sum())
    assert found["zeros"] == int((finite == 0).sum())
    assert found["of"] == ("absolute values" if truth.is_complex() else "values")
    if not finite.numel():
        assert found["min"] is found["max"] is found["mean"] is found["std"] is None
        return
    assert number(found["min"]) == finite.min().item()
    assert number(found["max"]) == finite.max().item()
    assert number(found["mean"]) == pytest.approx(finite.mean().item(), rel=1e-9, abs=1e-9)
    if name != "float64":
        deviation = finite.std(correction=0).item()
        assert number(found["std"]) == pytest.approx(deviation, rel=1e-9, abs=1e-12)
        assert number(found["norm"]) == pytest.approx(finite.norm().item(), rel=1e-9)


def test_squares_beyond_a_double_are_inf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    torch.save({"w": VALUES["float64"]}, tmp_path / "m.pt")
    assert stats(tmp_path / "m.pt", capsys)["w"]["norm"] == "inf"


@pytest.mark.filterwarnings("ignore:torch.quantize_per_tensor:UserWarning")
def test_quantized_tensors_are_dequantized(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    truth = torch.quantize_per_tensor(torch.tensor([0.5, -1.0, 2.0]), 0.25, 3, torch.qint8)
    torch.save({"w": truth}, tmp_path / "m.pt")
    found = stats(tmp_path / "m.pt", capsys)["w"]
    plain = truth.dequantize()
    assert (found["min"], found["max"]) == (plain.min().item(), plain.max().item())
    assert found["mean"] == pytest.approx(plain.mean().item())


@pytest.mark.filterwarnings("ignore:torch.quantize_per_tensor:UserWarning")
def test_per_channel_tensors_are_counted_as_integers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    truth = torch.quantize_per_channel(
        torch.ones(2, 2), torch.tensor([0.5, 0.25]), torch.tensor([0, 1]), 0, torch.quint8
    )
    torch.save({"w": truth}, tmp_path / "m.pt")
    found = stats(tmp_path / "m.pt", capsys)["w"]
    integers = truth.int_repr()
    assert found["of"] == "int_repr"
    assert (found["min"], found["max"]) == (integers.min().item(), integers.max().item())


def test_numbers_of_four_bits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Low nibble first: 0.5 1 | 1.5 -0.5 | -6."""
    path = tmp_path / "m.safetensors"
    header = '{"w":{"dtype":"F4","shape":[5],"data_offsets":[0,3]}}'
    path.write_bytes(with_header(header, bytes([0x21, 0x93, 0x0F])))
    found = stats(path, capsys)["w"]
    assert (found["numel"], found["min"], found["max"]) == (5, -6.0, 1.5)
    assert found["mean"] == pytest.approx((0.5 + 1 + 1.5 - 0.5 - 6) / 5)


def test_keys_and_globs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = checkpoint(tmp_path)
    assert list(stats(path, capsys, "--key", "decoder.weight")) == ["decoder.weight"]
    assert list(stats(path, capsys, "--key", "encoder.*")) == [
        "encoder.embedding.weight",
        "encoder.norm.bias",
        "encoder.norm.running_mean",
    ]
    both = stats(path, capsys, "--key", "decoder.weight", "--key", "*.bias")
    assert list(both) == ["encoder.norm.bias", "decoder.weight"]


def test_an_unknown_key_is_an_error_with_a_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = checkpoint(tmp_path)
    assert main(["stats", str(path), "--key", "nope", "--key", "no\x1b"]) == 2
    assert capsys.readouterr().err == (
        f"inspector: {path}: No tensor is called nope or no\\x1b.\n"
        "hint: `inspector show --flat` lists the keys.\n"
    )


def test_the_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    assert main(["stats", str(checkpoint(tmp_path))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["key", "min", "max", "mean", "std", "zeros", "nan", "inf"]
    assert lines[1].split()[1:] == ["0", "11", "5.5", "3.452", "1", "0", "0"]
    assert [line for line in lines if len(line) > 110] == []


def test_a_tensor_that_cannot_be_read_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    torch.save({"w": torch.empty(3, device="meta"), "v": torch.ones(2)}, tmp_path / "m.pt")
    found = stats(tmp_path / "m.pt", capsys)
    assert found["w"]["problem"] == "A meta tensor has a shape and a dtype, and no values."
    assert found["v"]["mean"] == 1.0
