"""Saving ONNX: metadata and values change, and the onnx package finds everything else as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from inspector.bytesource import BytesSource
from inspector.checkpoint.tensor import Storage, Tensor
from inspector.cli.main import main
from inspector.document import open_document
from inspector.edits.dropping import Drop
from inspector.edits.edit import Edit, apply
from inspector.edits.keys import Rename
from inspector.edits.location import every_node
from inspector.edits.rewrite import rewritten
from inspector.edits.values import SetValue
from inspector.errors import Unsupported
from inspector.formats.writing import save_checkpoint


@pytest.fixture
def model(tmp_path: Path) -> Path:
    weights = numpy_helper.from_array(np.arange(6, dtype="f4").reshape(2, 3), "w")
    bias = helper.make_tensor("b", TensorProto.FLOAT, [3], [1.0, 2.0, 3.0])
    node = helper.make_node("Gemm", ["x", "w", "b"], ["y"])
    values = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        for name, shape in (("x", ["n", 2]), ("y", ["n", 3]))
    ]
    graph = helper.make_graph([node], "g", values[:1], values[1:], [weights, bias])
    made = helper.make_model(graph, producer_name="tests", doc_string="old")
    helper.set_model_props(made, {"author": "me", "note": "x"})
    path = tmp_path / "model.onnx"
    onnx.save(made, path)
    return path


def save(source: Path, target: Path, *edits: Edit) -> onnx.ModelProto:
    document = open_document(source)
    checkpoint, _ = apply(document.checkpoint, edits)
    save_checkpoint(checkpoint, target, "onnx", verify=True)
    document.close()
    loaded = onnx.load(target)
    onnx.checker.check_model(loaded)
    return loaded


def test_no_edit_means_the_same_model(model: Path, tmp_path: Path) -> None:
    assert save(model, tmp_path / "b.onnx") == onnx.load(model)


def test_metadata(model: Path, tmp_path: Path) -> None:
    edits = [
        SetValue("metadata_props.author", "我"),
        SetValue("producer_name", "renamed"),
        SetValue("doc_string", ""),
        Drop("metadata_props.note"),
    ]
    expected = onnx.load(model)
    expected.producer_name, expected.doc_string = "renamed", ""
    del expected.metadata_props[:]
    helper.set_model_props(expected, {"author": "我"})
    assert save(model, tmp_path / "b.onnx", *edits) == expected


def test_values_of_an_initializer(model: Path, tmp_path: Path) -> None:
    document = open_document(model)
    old = next(
        node
        for node in every_node(document.checkpoint.root)
        if isinstance(node, Tensor) and node.shape == (2, 3)
    )
    values = np.full((2, 3), 7, dtype="f4")
    storage = Storage("w", old.dtype, 24, None, BytesSource(values.tobytes(), "new"))
    new = Tensor(old.dtype, (2, 3), (3, 1), 0, storage)
    root = rewritten(document.checkpoint.root, {id(old): new})
    target = tmp_path / "b.onnx"
    save_checkpoint(replace(document.checkpoint, root=root), target, "onnx")
    document.close()
    saved = {i.name: numpy_helper.to_array(i) for i in onnx.load(target).graph.initializer}
    assert np.array_equal(saved["w"], values)
    assert saved["b"].tolist() == [1.0, 2.0, 3.0]


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (Rename("^w$", "v"), "renamed, added or dropped"),
        (Drop("graph.w"), "renamed, added or dropped"),
        (SetValue("inputs", 1), "'inputs' was changed"),
        (SetValue("producer_name", 3), "cannot be int"),
    ],
)
def test_what_only_a_new_graph_could_hold(
    model: Path, tmp_path: Path, edit: Edit, words: str
) -> None:
    with pytest.raises(Unsupported, match=words):
        save(model, tmp_path / "b.onnx", edit)
    assert not (tmp_path / "b.onnx").exists()


def test_external_data_stays_and_is_named(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "external.onnx"
    onnx.save(
        onnx.load(model), outside, save_as_external_data=True, location="w.bin", size_threshold=0
    )
    beside, elsewhere = tmp_path / "copy.onnx", tmp_path / "there" / "copy.onnx"
    elsewhere.parent.mkdir()
    assert main(["save", str(outside), str(beside), "--set", 'producer_name="me"']) == 0
    assert numpy_helper.to_array(onnx.load(beside).graph.initializer[0])[1, 2] == 5
    assert main(["save", str(outside), str(elsewhere)]) == 0
    assert "w.bin, which must lie in its folder" in capsys.readouterr().err


def test_only_onnx_becomes_onnx(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import torch

    torch.save({"w": torch.ones(1)}, tmp_path / "a.pt")
    assert main(["save", str(tmp_path / "a.pt"), str(tmp_path / "b.onnx")]) == 2
    assert "Only a plain .onnx file" in capsys.readouterr().err
