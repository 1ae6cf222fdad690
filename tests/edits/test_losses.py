"""What a save leaves out is named, and what it does not name must read back."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from inspector.document import open_document
from inspector.errors import CorruptFile
from inspector.formats.verifying import verify_file
from inspector.formats.writing import LossyWrite, save_checkpoint
from inspector.progress import SILENT


def weights() -> OrderedDict[str, Any]:
    return OrderedDict(w=torch.ones(2), b=torch.zeros(3))


class Module(nn.Module):
    """A parameter that `state_dict` knows, and two tensors that it does not."""

    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(2, 2, bias=False)
        self.loose = torch.ones(3)
        self.cache = {"x": torch.zeros(2)}


# What is saved -> (keys in the safetensors file, what is named as lost).
LOSSES: dict[str, tuple[Any, set[str], set[str]]] = {
    "nothing": (weights(), {"w", "b"}, set()),
    "beside the state_dict": (
        {"model": weights(), "step": torch.ones(1), "epoch": 1},
        {"w", "b"},
        {"step", "epoch"},
    ),
    "beside what holds it": (
        {"state": {"model": weights(), "lr": 1.0, "mean": torch.ones(1)}, "epoch": 1},
        {"w", "b"},
        {"epoch", "state.lr", "state.mean"},
    ),
    "in the state_dict": (
        {"model": weights() | {"version": 3, "sub": {"x": torch.ones(1)}}},
        {"w", "b"},
        {"model.version", "model.sub"},
    ),
    "an array in the state_dict": (
        {"model": weights() | {"table": np.ones(3)}},
        {"w", "b", "table"},
        set(),
    ),
    "another state_dict": (
        {"model": weights(), "ema": weights()},
        {"w", "b"},
        {"ema"},
    ),
    "one name, two tensors": ({"1": torch.ones(2), 1: torch.zeros(2)}, {"1"}, {"1"}),
    "one path, two tensors": (
        {"x": {0: torch.ones(2)}, "x.0": torch.zeros(2), "n": 1},
        {"x.0"},
        {"x.0", "x", "n"},
    ),
    "a layout": ({"a": torch.eye(3).to_sparse(), "b": torch.ones(3)}, {"b"}, {"a"}),
    "what no state_dict has": (
        {"model": Module()},
        {"fc.weight"},
        {"model.loose", "model.cache", "model.training", "model._is_full_backward_hook"},
    ),
}


def named(loss: str) -> set[str]:
    """The names in one phrase: "'a' (why)", or "a, b"."""
    if loss.startswith("'"):
        return {loss[1 : loss.index("' (")]}
    return set(loss.split(", "))


@pytest.mark.parametrize("what", LOSSES)
def test_every_tensor_is_written_or_named(tmp_path: Path, what: str) -> None:
    made, keys, lost = LOSSES[what]
    source, target = tmp_path / "a.pt", tmp_path / "a.safetensors"
    torch.save(made, source)
    document = open_document(source)
    losses: list[str] = []
    try:
        save_checkpoint(document.checkpoint, target, "safetensors")
    except LossyWrite as error:
        losses += error.losses
        done = save_checkpoint(
            document.checkpoint, target, "safetensors", accept_losses=True, verify=True
        )
        assert done.verified == len(keys)
    document.close()
    written = open_document(target)
    assert {entry.key for entry in written.contents.tensors} == keys
    written.close()
    assert set().union(*map(named, losses)) == lost


# What should have been written, beside {"w": ones(2), "b": zeros(3)} in the file -> what fails.
READ_BACK: dict[str, tuple[dict[str, torch.Tensor], str | None]] = {
    "all": (weights(), None),
    "fewer": ({"w": torch.ones(2)}, None),
    "one is missing": (weights() | {"more": torch.ones(1)}, "more"),
    "an empty one is missing": (weights() | {"more": torch.ones(0)}, "more"),
    "another value": (weights() | {"b": torch.tensor([0.0, 0.0, -0.0])}, "b"),
    "another shape": (weights() | {"b": torch.zeros(3, 1)}, "b"),
    "another dtype": (weights() | {"b": torch.zeros(3, dtype=torch.int32)}, "b"),
    "another name": ({"w": torch.ones(2), "model.b": torch.zeros(3)}, "model.b"),
}


@pytest.mark.parametrize("format", ["zip", "legacy", "safetensors"])
@pytest.mark.parametrize("case", READ_BACK)
def test_what_was_to_be_written_must_be_there(tmp_path: Path, case: str, format: str) -> None:
    wanted, missing = READ_BACK[case]
    source, intended, target = tmp_path / "a.pt", tmp_path / "b.pt", tmp_path / "out"
    torch.save(weights(), source)
    torch.save(wanted, intended)
    actual, meant = open_document(source), open_document(intended)
    save_checkpoint(actual.checkpoint, target, format)
    is_keyed = format == "safetensors"
    tensors = [(e.key if is_keyed else e.path, e.tensor) for e in meant.contents.tensors]
    if missing is None:
        assert verify_file(tensors, target, is_keyed, SILENT) == len(wanted)
    else:
        with pytest.raises(CorruptFile, match=f"'{missing}' did not read back"):
            verify_file(tensors, target, is_keyed, SILENT)
    actual.close()
    meant.close()
