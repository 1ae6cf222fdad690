"""Pairs of checkpoints for the tests of the comparison window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspector.analysis.diff.rollup import Outcome
from inspector.analysis.diff.sides import side_of
from inspector.analysis.diff.structure import structure_diff
from inspector.gui.diff.index import DiffIndex
from tests.gui.samples import document_of, tensor, tree


def state(**more: Any) -> dict[str, Any]:
    """Twelve tensors in three layers and a head; some replaced or added, None taken out."""
    import torch

    generator = torch.Generator().manual_seed(0)
    found = {
        f"layers.{layer}.{name}": torch.randn(*shape, generator=generator)
        for layer in range(3)
        for name, shape in (("fc.weight", (6, 4)), ("fc.bias", (6,)), ("norm.weight", (4,)))
    }
    found |= {
        "head.weight": torch.randn(5, 4, generator=generator),
        "head.bias": torch.randn(5, generator=generator),
        "scale": torch.ones(1),
    }
    found |= {name.replace("__", "."): value for name, value in more.items()}
    return {name: value for name, value in found.items() if value is not None}


def pair_of_files(folder: Path) -> tuple[Path, Path]:
    """1 changed (and 0.5 larger at [2, 1]), 1 mismatched, 1 missing, 1 unexpected, 9 same."""
    import torch

    left, right = state(), state()
    right["layers.1.fc.weight"] = right["layers.1.fc.weight"].clone()
    right["layers.1.fc.weight"][2, 1] += 0.5
    right["head.weight"] = torch.zeros(7, 4)
    del right["layers.0.norm.weight"]
    right["extra.weight"] = torch.ones(3)
    a, b = folder / "epoch1.pt", folder / "epoch2.pt"
    torch.save({"epoch": 1, "lr": 0.1, "model": left}, a)
    torch.save({"epoch": 2, "lr": 0.1, "model": right}, b)
    return a, b


def outcome_of(a: dict[str, Any], b: dict[str, Any]) -> Outcome:
    """The structure of two trees made by hand."""
    sides = []
    for content in (a, b):
        document = document_of(tree(content))
        sides.append(side_of(document.checkpoint, document.contents))
    return Outcome(structure_diff(sides[0], sides[1]))


def index_of_names(*names: str, **right: Any) -> DiffIndex:
    """Tensors of these names on the left; on the right the same but for `right`."""
    left = {name: tensor(2, 3, key=name) for name in names}
    other = {name: tensor(2, 3, key=name) for name in names}
    other |= {name.replace("__", "."): value for name, value in right.items()}
    other = {name: value for name, value in other.items() if value is not None}
    return DiffIndex(outcome_of({"model": left}, {"model": other}))
