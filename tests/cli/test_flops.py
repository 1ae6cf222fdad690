"""`inspector flops`: the contract's JSON, and what a person reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from inspector.cli.main import main
from tests.analysis.flops.nets import model, node, weight

NODES = [
    node("Conv", "x stem.conv.weight", "c", pads=[1, 1, 1, 1]),
    node("Relu", "c", "r"),
    node("GlobalAveragePool", "r", "p"),
    node("Flatten", "p", "f"),
    node("Gemm", "f head.weight", "y", transB=1),
]
NODES[0].name, NODES[1].name, NODES[4].name = "/stem/conv/Conv", "/stem/act/Relu", "/head/Gemm"
WEIGHTS = [weight("stem.conv.weight", 4, 3, 3, 3), weight("head.weight", 10, 4)]
CONV, GEMM = 4 * 16 * 16 * 27, 40


@pytest.fixture
def net(tmp_path: Path) -> Path:
    """A small convolutional net with a free batch and free sides."""
    path = tmp_path / "net.onnx"
    path.write_bytes(model(NODES, {"x": ("batch", 3, "h", "w")}, WEIGHTS))
    return path


def told(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    """The JSON."""
    assert main(["flops", str(path), "--json", *options]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_json(net: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = told(net, capsys, "--input", "x=2,3,16,16")
    assert found["macs"] == 2 * (CONV + GEMM)
    assert found["flops"] == 2 * found["macs"]
    assert found["parameters"] == 4 * 27 + 40
    assert found["inputs"] == {"x": [2, 3, 16, 16]}
    assert (found["source"], found["exact"], found["not_counted"]) == ("onnx-graph", True, [])
    assert found["declared"] == {"x": ["batch", 3, "h", "w"]}
    assert found["elementwise"] == 2 * (1024 + 1024)
    assert found["layers"][0] == {
        "name": "stem.conv",
        "op_type": "Conv",
        "macs": 2 * CONV,
        "parameters": 108,
        "output_shape": [2, 4, 16, 16],
        "elementwise": 0,
    }
    assert "per_unit" not in found


@pytest.mark.parametrize(
    "options",
    [
        ["--input", "1,3,16,16"],
        ["--input", "x=1x3x16x16"],
        ["--dim", "h=16", "--dim", "w=16"],
        ["--dim", "batch=1", "--dim", "h=16", "--dim", "w=16"],
    ],
)
def test_ways_to_say_the_shape(
    net: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert told(net, capsys, *options)["macs"] == CONV + GEMM


def test_text(net: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["flops", str(net), "--input", "4,3,16,16"]) == 0
    text = capsys.readouterr().out
    assert f"MACs         {4 * (CONV + GEMM):,} (111 k, 27.7 k per sample)" in text
    assert f"FLOPs        {8 * (CONV + GEMM):,} = 2 x MACs" in text
    assert "not in the MACs" in text
    assert "stem.conv  Conv" in text
    assert "Relu" not in text
    assert "≥" not in text


def test_layers_summed_over_modules(net: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["flops", str(net), "--depth", "1", "--input", "1,3,16,16"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[-2:]] == ["stem", "head"]
    assert "2 layers" in lines[-2]


def test_what_is_not_counted_makes_the_total_a_lower_bound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "net.onnx"
    nodes = [node("MatMul", "x w", "h"), node("Magic", "h", "y", "acme")]
    path.write_bytes(model(nodes, {"x": (2, 3)}, [weight("w", 3, 4)]))
    assert main(["flops", str(path)]) == 0
    text = capsys.readouterr().out
    assert "MACs         ≥ 24" in text
    assert "not counted  acme.Magic: not an operator" in text


@pytest.mark.parametrize(("kind", "begin"), [("csv", "name,op_type,macs"), ("md", "| name | op")])
def test_report(net: Path, kind: str, begin: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = net.with_suffix(f".{kind}")
    command = ["flops", str(net), "--input", "1,3,16,16", "--report", str(out)]
    assert main(command) == 0
    text = out.read_text(encoding="utf-8")
    assert text.startswith(begin)
    assert "stem.conv" in text
    assert "27688" in text
    assert main(command) == 2
    assert main([*command, "--force"]) == 0
    capsys.readouterr()


@pytest.mark.parametrize(
    "options",
    [
        ["--input", "y=1,3,16,16"],
        ["--input", "1,3,16"],
        ["--input", "x=a,b"],
        ["--dim", "16"],
        ["--report", "out.txt"],
    ],
)
def test_wrong_options_are_an_error_with_a_remedy(
    net: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert main(["flops", str(net), *options]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("inspector: ")
    assert "\nhint: " in said.err
