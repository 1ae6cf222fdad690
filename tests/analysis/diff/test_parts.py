"""Parts of files: entries, and modules whose names the keys of a state_dict begin with."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from inspector.analysis.diff.parts import Part, find_part, has_part, modules_of
from inspector.document import open_document
from inspector.errors import InspectorError
from tests.analysis.diff.comparing import compared, said


def encoder(seed: int, prefix: str = "") -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    shapes = {"0.weight": (4, 3), "0.bias": (4,), "norm.weight": (4,)}
    return {
        f"{prefix}{key}": torch.randn(*shape, generator=generator) for key, shape in shapes.items()
    }


def whole(seed: int) -> dict[str, torch.Tensor]:
    return {
        **encoder(seed, "model.encoder."),
        **encoder(seed + 1, "model.decoder."),
        "model.encoder_norm.weight": torch.ones(4),
        "head.weight": torch.ones(2, 4),
    }


FILES: dict[str, Any] = {
    "flat": whole(1),
    "training": {"state_dict": whole(1), "epoch": 1, "model.encoder": 3},
    "module": torch.nn.Sequential(
        OrderedDict(encoder=torch.nn.Linear(3, 4), head=torch.nn.Sequential(torch.nn.Linear(4, 2)))
    ),
}
FOUND = {
    ("flat", ""): Part(),
    ("flat", "model.encoder"): Part((), "model.encoder."),
    ("flat", "model.encoder."): Part((), "model.encoder."),
    ("flat", "model"): Part((), "model."),
    ("flat", "model.encoder.0"): Part((), "model.encoder.0."),
    ("flat", "head.weight"): Part(("head.weight",)),
    ("training", "state_dict"): Part(("state_dict",)),
    ("training", "state_dict.model.encoder"): Part(("state_dict",), "model.encoder."),
    ("training", "model.encoder"): Part(("model.encoder",)),
    ("module", "encoder"): Part((), "encoder."),
    ("module", "head.0"): Part((), "head.0."),
    ("module", "encoder.weight"): Part(("encoder.weight",)),
}


@pytest.mark.parametrize(("file", "text"), FOUND)
def test_parts_are_found_by_dotted_text(tmp_path: Path, file: str, text: str) -> None:
    torch.save(FILES[file], tmp_path / "a.pt")
    with closing(open_document(tmp_path / "a.pt")) as document:
        part = find_part(document.checkpoint, text)
        assert part == FOUND[file, text]
        assert part.text == text.removesuffix(".")
        assert has_part(document.checkpoint, part)


@pytest.mark.parametrize("text", ["model.enc", "encoder", "model.encoder.0.weight.x", "x"])
def test_what_is_no_part(tmp_path: Path, text: str) -> None:
    torch.save(FILES["flat"], tmp_path / "a.pt")
    with closing(open_document(tmp_path / "a.pt")) as document:
        with pytest.raises(InspectorError, match="There is no entry") as error:
            find_part(document.checkpoint, text)
        assert error.value.hint is not None
        assert "model.encoder.0.weight, " in error.value.hint
        assert not has_part(document.checkpoint, Part((), f"{text}."))
        assert not has_part(document.checkpoint, Part((text,)))


def test_modules_are_listed_in_file_order(tmp_path: Path) -> None:
    torch.save({"state_dict": whole(1), "epoch": 1}, tmp_path / "a.pt")
    with closing(open_document(tmp_path / "a.pt")) as document:
        names = modules_of(document.contents)
        assert names[:4] == [
            "state_dict.model",
            "state_dict.model.encoder",
            "state_dict.model.encoder.0",
            "state_dict.model.encoder.norm",
        ]
        assert names[-2:] == ["state_dict.model.encoder_norm", "state_dict.head"]
        assert all(has_part(document.checkpoint, find_part(document.checkpoint, n)) for n in names)


def test_a_module_beside_a_file_of_its_own(tmp_path: Path) -> None:
    """Only the module's keys, under the names that they have in it; and nothing is renamed."""
    other = encoder(1)
    other["norm.weight"] = other["norm.weight"] + 1
    del other["0.bias"]
    torch.save(whole(1), tmp_path / "a.pt")
    save_file(other, tmp_path / "b.safetensors")
    paths = tmp_path / "a.pt", tmp_path / "b.safetensors"
    with compared(*paths, parts=("model.encoder", "")) as outcome:
        assert said(outcome) == {"norm.weight": "changed: values", "0.bias > None": "missing"}
        structure = outcome.structure
        assert structure.a.name == "a.pt::model.encoder"
        assert [pair.path for pair in structure.pairs] == [
            ("0.weight",),
            ("0.bias",),
            ("norm.weight",),
        ]
        assert structure.pairs[0].a is not None
        assert structure.pairs[0].a.entry.path == ("model.encoder.0.weight",)


def test_two_modules_of_one_file(tmp_path: Path) -> None:
    torch.save({"state_dict": whole(1), "epoch": 3}, tmp_path / "a.pt")
    path = tmp_path / "a.pt"
    parts = ("state_dict.model.encoder", "state_dict.model.decoder")
    with compared(path, path, parts=parts) as outcome:
        assert outcome.counts["changed"] == 3
        assert outcome.counts["missing"] == outcome.counts["unexpected"] == 0
        assert not outcome.structure.rules
    with compared(path, path, parts=(parts[0], parts[0])) as outcome:
        assert outcome.is_identical


def test_a_module_of_a_pickled_one(tmp_path: Path) -> None:
    torch.save(FILES["module"], tmp_path / "a.pt")
    torch.save(FILES["module"].encoder.state_dict(), tmp_path / "b.pt")
    with compared(tmp_path / "a.pt", tmp_path / "b.pt", parts=("encoder", "")) as outcome:
        assert [verdict.status for verdict in outcome.verdicts] == ["same", "same"]


def test_versions_and_values_are_those_of_the_module(tmp_path: Path) -> None:
    """What `_metadata` and other entries say of other modules is no difference."""

    class Both(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.left, self.right = torch.nn.BatchNorm1d(2), torch.nn.BatchNorm1d(2)

    a, b = Both().state_dict(), Both().state_dict()
    a["left.note"], b["left.note"] = "one", "two"
    a["right.note"], b["right.note"] = "one", "three"
    b._metadata["left"]["version"] = 1
    b._metadata["right"]["version"] = 0
    torch.save(a, tmp_path / "a.pt")
    torch.save(b, tmp_path / "b.pt")
    with compared(tmp_path / "a.pt", tmp_path / "b.pt", parts=("left", "left")) as outcome:
        assert [(change.path, change.a, change.b) for change in outcome.structure.values] == [
            (("note",), "one", "two"),
            (("_metadata", ""), {"version": 2}, {"version": 1}),
        ]
