"""Tensors taken from another file, written and read back."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from inspector.cli.main import main
from inspector.document import open_document
from inspector.edits.edit import EditConflict, apply
from inspector.edits.recipe import from_text, to_text
from inspector.edits.take import TakeTensor
from inspector.formats.writing import save_checkpoint


def other_file(folder: Path, suffix: str) -> Path:
    """Tensors of several layouts, in a file of the kind `suffix` says."""
    tensors = {
        "head.weight": torch.arange(12.0).reshape(3, 4) + 100,
        "half": torch.arange(6).half(),
    }
    path = folder / f"other{suffix}"
    if suffix == ".safetensors":
        save_file(tensors, path)
    else:
        whole = torch.arange(24.0).reshape(4, 6)
        tensors["view"] = whole[1:3, ::2].t()
        tensors["parameter"] = torch.nn.Parameter(torch.ones(2))
        torch.save({"model": tensors}, path, _use_new_zipfile_serialization=suffix == ".pt")
    return path


def edited_file(folder: Path) -> Path:
    """What takes them."""
    state = {"head.weight": torch.zeros(3, 4), "stem.weight": torch.ones(2)}
    torch.save({"state_dict": state, "epoch": 1}, folder / "mine.pt")
    return folder / "mine.pt"


@pytest.mark.parametrize(
    ("suffix", "source", "target"),
    [
        (".pt", "model.head.weight", "head.weight"),
        (".safetensors", "head.weight", "head.weight"),
        (".legacy", "model.half", "head.weight"),
        (".pt", "model.view", "head.weight"),
        (".pt", "model.parameter", "new.weight"),
        (".safetensors", "half", "new.weight"),
    ],
)
@pytest.mark.parametrize("format", ["zip", "legacy", "safetensors"])
def test_taken_and_written(
    tmp_path: Path, suffix: str, source: str, target: str, format: str
) -> None:
    mine, other = edited_file(tmp_path), other_file(tmp_path, suffix)
    document = open_document(mine)
    document.take(document.plan(TakeTensor(f"state_dict.{target}", str(other), source)))
    out = tmp_path / "out"
    save_checkpoint(document.checkpoint, out, format, accept_losses=True, verify=True)
    document.close()
    if suffix == ".safetensors":
        from safetensors.torch import load_file

        expected = load_file(other)[source]
    else:
        expected = torch.load(other)["model"][source.removeprefix("model.")]
    if format == "safetensors":
        from safetensors.torch import load_file

        found = load_file(out)
    else:
        found = torch.load(out)["state_dict"]
    assert torch.equal(found[target], expected)
    assert found[target].dtype == expected.dtype
    assert torch.equal(found["stem.weight"], torch.ones(2))


def test_device_and_requires_grad_stay(tmp_path: Path) -> None:
    mine = tmp_path / "mine.pt"
    torch.save({"w": torch.zeros(2, requires_grad=True)}, mine)
    other = other_file(tmp_path, ".safetensors")
    document = open_document(mine)
    before = document.contents.tensors[0].tensor
    assert before.storage is not None
    before.storage.location = "cuda:3"
    after = document.plan(TakeTensor("w", str(other), "half")).contents.tensors[0].tensor
    assert (after.device, after.requires_grad) == ("cuda:3", True)
    document.close()


def test_a_recipe_opens_the_file_it_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine, other = edited_file(tmp_path), other_file(tmp_path, ".pt")
    edit = TakeTensor("state_dict.head.weight", str(other), "model.head.weight")
    assert from_text(to_text([edit])) == [edit]
    (tmp_path / "recipe.json").write_text(to_text([edit]))
    command = ["save", str(mine), str(tmp_path / "out.pt"), "--recipe"]
    assert main([*command, str(tmp_path / "recipe.json")]) == 0
    found = torch.load(tmp_path / "out.pt")
    assert torch.equal(found["state_dict"]["head.weight"], torch.arange(12.0).reshape(3, 4) + 100)
    assert found["epoch"] == 1


CONFLICTS = {
    "no such tensor": (("state_dict.head.weight", "model.nothing"), "no entry 'model.nothing'"),
    "no tensor": (("state_dict.head.weight", "model"), "'model' is no tensor"),
    "in place of a value": (("epoch", "model.half"), "'epoch' is a value, no tensor"),
    "in place of many": (("state_dict", "model.half"), "'state_dict' is a group of entries"),
    "nowhere": (("elsewhere.weight", "model.half"), "no state_dict that 'elsewhere.weight'"),
}


@pytest.mark.parametrize("what", CONFLICTS)
def test_conflicts(tmp_path: Path, what: str) -> None:
    (path, source), sentence = CONFLICTS[what]
    document = open_document(edited_file(tmp_path))
    with pytest.raises(EditConflict, match=sentence):
        document.plan(TakeTensor(path, str(other_file(tmp_path, ".pt")), source))
    document.close()


def test_nothing_is_taken_from_a_file_that_nobody_opened(tmp_path: Path) -> None:
    document = open_document(edited_file(tmp_path))
    with pytest.raises(EditConflict, match="is not open"):
        apply(document.checkpoint, [TakeTensor("state_dict.head.weight", "other.pt", "w")])
    document.close()
