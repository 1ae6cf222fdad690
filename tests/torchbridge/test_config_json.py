"""A config.json, read by whatever `transformers` the Python has; here by a small stand-in."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.errors import Unsupported
from inspector.torchbridge.process import WorkerFailed
from tests.torchbridge.made import count_here, saved

STAND_IN = """
import json
from pathlib import Path
from types import SimpleNamespace
from torch import nn

class PreTrainedModel(nn.Module):
    @classmethod
    def _from_config(cls, config, dtype):
        assert dtype.is_floating_point
        return cls(config)

class ToyModel(PreTrainedModel):
    def __init__(self, config):
        super().__init__()
        self.embed = nn.Embedding(config.vocab_size, config.hidden_size)
        self.body = nn.Linear(config.hidden_size, config.hidden_size)

    def forward(self, input_ids):
        return {"last_hidden_state": self.body(self.embed(input_ids))}

class helper:
    pass

class AutoConfig:
    @staticmethod
    def from_pretrained(path, *, trust_remote_code, local_files_only):
        assert trust_remote_code is False and local_files_only is True
        found = json.loads((Path(path) / "config.json").read_text())
        if "model_type" not in found:
            raise ValueError("Unrecognized model in " + str(path) + ". Should have a `model_type`")
        return SimpleNamespace(**found)

class AutoModel:
    @staticmethod
    def from_config(config, *, trust_remote_code):
        assert trust_remote_code is False
        return ToyModel(config)
"""
CONFIG = {"model_type": "toy", "vocab_size": 50, "hidden_size": 16}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    libraries = tmp_path / "site"
    (libraries / "transformers").mkdir(parents=True)
    (libraries / "transformers/__init__.py").write_text(STAND_IN)
    monkeypatch.syspath_prepend(libraries)
    yield tmp_path
    sys.modules.pop("transformers", None)


def weights(folder: Path, width: int = 16) -> Path:
    from torch import zeros

    state = {"embed.weight": (50, width), "body.weight": (width, width), "body.bias": (width,)}
    return saved(folder, {name: zeros(shape) for name, shape in state.items()})


@pytest.mark.parametrize("architectures", [["ToyModel"], ["helper"], ["os.system"], None])
def test_a_config_beside_weights(folder: Path, architectures: list[str] | None) -> None:
    (folder / "config.json").write_text(json.dumps(CONFIG | {"architectures": architectures}))
    report = count_here(weights(folder), model="config.json", folder=folder)
    assert report is not None
    assert (report.macs, report.source) == (128 * 16 * 16, "factory")
    assert dict(report.inputs) == {"input_ids": (1, 128)}
    assert report.notes[0] == "3/3 tensors match the model of config.json."
    assert "assumed to be input_ids 1 × 128" in report.notes[1]


def test_another_config_is_refused(folder: Path) -> None:
    (folder / "config.json").write_text(json.dumps(CONFIG | {"architectures": None}))
    with pytest.raises(Unsupported, match="not the model in the file"):
        count_here(weights(folder, 24), model="config.json", folder=folder)


def test_an_unknown_model_is_a_sentence(folder: Path) -> None:
    (folder / "config.json").write_text("{}")
    with pytest.raises(WorkerFailed, match=r"config\.json is not understood: ValueError") as said:
        count_here(weights(folder), model="config.json", folder=folder)
    assert "--model path.py:Class" in str(said.value.hint)


def test_a_missing_config_is_a_sentence(folder: Path) -> None:
    with pytest.raises(WorkerFailed, match=r"There is no file config\.json"):
        count_here(weights(folder), model="config.json", folder=folder)
