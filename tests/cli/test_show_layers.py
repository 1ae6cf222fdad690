"""`inspector show --layers`: what a file says of the layers of its models."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from onnx import helper

from inspector.cli.main import main
from tests.cli.files import checkpoint
from tests.make import onnx_files


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A convolution, and a choice between two branches."""
    weight = onnx_files.tensor("w", (2,), onnx_files.FLOAT, onnx_files.raw(bytes(8)))
    branch = helper.make_graph([helper.make_node("Relu", ["y"], ["r"])], "branch", [], [])
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["y"], name="conv", kernel_shape=[3, 3], eps=1e-5),
        helper.make_node("If", ["flag"], ["z"], name="choice", then_branch=branch),
        helper.make_node("Mine", ["z"], ["out"], domain="org.example"),
    ]
    path = tmp_path / "net.onnx"
    path.write_bytes(
        onnx_files.model(onnx_files.graph([n.SerializeToString() for n in nodes], [weight]))
    )
    return path


def test_nodes_of_onnx(graph: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(graph), "--json", "--layers"]) == 0
    (model,) = json.loads(capsys.readouterr().out)["layers"]
    assert model["source"] == "onnx"
    assert model["operators"] == {"Conv": 1, "If": 1, "Relu": 1, "org.example.Mine": 1}
    conv, *others = model["layers"]
    assert conv == {
        "name": "conv",
        "class": "Conv",
        "attributes": {"kernel_shape": [3, 3], "eps": 1e-05},
        "parameters": 2,
        "tensors": [{"name": "w", "dtype": "float32", "shape": [2]}],
        "inputs": ["x", "w"],
        "outputs": ["y"],
    }
    assert [(layer["name"], layer["class"]) for layer in others] == [
        ("choice", "If"),
        ("choice / then_branch / r", "Relu"),
        ("out", "org.example.Mine"),
    ]


@pytest.mark.parametrize("columns", [60, 120])
def test_the_table_fits_its_terminal(
    graph: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    columns: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main(["show", str(graph), "--layers"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = lines[lines.index("") + 1 :]
    assert len(rows) == 4
    assert max(map(len, rows)) <= columns
    assert rows[0].startswith("conv")


def test_what_has_no_layers_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(checkpoint(tmp_path)), "--layers"]) == 2
    said = capsys.readouterr()
    assert "does not say what layers" in said.err
    assert "Traceback" not in said.err
