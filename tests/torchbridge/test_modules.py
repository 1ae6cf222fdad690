"""Pickled modules of torch.nn are rebuilt by their constructors; nothing of the file runs."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from inspector.errors import InspectorError, Unsupported
from inspector.torchbridge.worker.layer_table import CONTAINERS, LAYERS
from inspector.torchbridge.worker.rebuild import _of_library
from tests.torchbridge.made import count, count_here, saved

CLASSIFIER = nn.Sequential(
    nn.Conv2d(3, 8, 3, padding="same"),
    nn.BatchNorm2d(8),
    nn.Sequential(nn.GELU(), nn.MaxPool2d(2), nn.Dropout(0.3)),
    nn.AdaptiveAvgPool2d((2, 2)),
    nn.Flatten(),
    nn.Linear(32, 10, bias=False),
)
CLASSIFIER_MACS = 8 * 3 * 9 * 256 + 32 * 10
S = tuple[int, ...]
MODULES: dict[str, tuple[nn.Module, S, int]] = {
    "classifier": (CLASSIFIER, (1, 3, 16, 16), CLASSIFIER_MACS),
    "transposed": (
        nn.Sequential(nn.ConvTranspose2d(8, 4, 4, 2, 1, groups=2), nn.PReLU(4)),
        (2, 8, 5, 5),
        2 * 8 * 25 * 2 * 16,
    ),
    "encoder": (
        nn.TransformerEncoder(nn.TransformerEncoderLayer(16, 2, 32, batch_first=True), 3),
        (1, 7, 16),
        3 * (7 * (4 * 16 * 16 + 2 * 16 * 32) + 2 * 49 * 16),
    ),
    "lstm": (nn.LSTM(6, 8, 2, batch_first=True), (1, 5, 6), 5 * 32 * (6 + 8 + 8 + 8)),
    "normalised": (
        nn.Sequential(
            nn.LayerNorm((4, 6)), nn.Flatten(1), nn.Unflatten(1, (6, 4)), nn.Linear(4, 2)
        ),
        (3, 4, 6),
        3 * 6 * 4 * 2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_rebuilt(tmp_path: Path, name: str) -> None:
    model, shape, macs = MODULES[name]
    report = count_here(saved(tmp_path, model), shape)
    assert report is not None
    assert (report.macs, report.source, report.exact) == (macs, "module", True)
    assert report.parameters == sum(one.numel() for one in model.parameters())
    assert "nothing of the file ran" in report.notes[0]


def test_every_class_of_the_table_is_torchs() -> None:
    own = LAYERS.keys() - {"NonDynamicallyQuantizableLinear"}
    assert [name for name in sorted(own | CONTAINERS) if not hasattr(nn, name)] == []
    assert len(LAYERS) > 100


def test_shared_modules_stay_shared(tmp_path: Path) -> None:
    shared = nn.Linear(4, 4)
    report = count(saved(tmp_path, nn.Sequential(shared, nn.ReLU(), shared)), (1, 4))
    assert report is not None
    assert (report.macs, report.parameters) == (2 * 16, 20)


class Canary:
    """Pickled as a call of os.system."""

    def __init__(self, path: Path) -> None:
        self.command = f"touch {path}"

    def __reduce__(self) -> Any:
        return os.system, (self.command,)


def test_what_a_file_names_never_runs(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    model = nn.Sequential(nn.Linear(4, 4))
    model[0].extra = Canary(canary)
    model[0]._forward_hooks[0] = Canary(canary)
    path = saved(tmp_path, model)
    assert b"system" in path.read_bytes()
    report = count(path, (1, 4))
    assert report is not None
    assert report.macs == 16
    assert any("Hooks" in note for note in report.notes)
    assert not canary.exists()


@pytest.mark.parametrize("place", ["in_features", "forward", "_modules"])
def test_a_call_where_a_number_belongs_is_refused(tmp_path: Path, place: str) -> None:
    canary = tmp_path / "canary"
    model = nn.Sequential(nn.Linear(4, 4))
    if place == "_modules":
        model[0].__dict__["_modules"]["inner"] = Canary(canary)
        model = nn.Sequential(nn.Sequential(model[0]), model)
        model._modules["evil"] = Canary(canary)  # type: ignore[assignment]
    else:
        model[0].__dict__[place] = Canary(canary)
    with pytest.raises(InspectorError):
        count_here(saved(tmp_path, model), (1, 4))
    assert not canary.exists()


def test_a_module_within_itself_is_refused(tmp_path: Path) -> None:
    model = nn.Sequential(nn.Linear(4, 4))
    model._modules["self"] = model
    with pytest.raises(Unsupported, match="in themselves"):
        count_here(saved(tmp_path, model), (1, 4))


class Custom(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(4, 4)


def test_a_class_without_code_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unsupported, match=r"is a tests\.torchbridge\.test_modules\.Custom") as said:
        count_here(saved(tmp_path, nn.Sequential(Custom())), (1, 4))
    assert "--model" in str(said.value.hint)


def test_numbers_that_contradict_the_tensors_are_refused(tmp_path: Path) -> None:
    model = nn.Sequential(nn.Linear(4, 4))
    model[0].out_features = 400
    with pytest.raises(Unsupported, match="cannot be rebuilt as it is in the file"):
        count_here(saved(tmp_path, model), (1, 4))


def test_absurd_numbers_are_refused(tmp_path: Path) -> None:
    model = nn.LSTM(4, 4)
    model.num_layers = 10**9
    with pytest.raises(InspectorError, match="more than 1000 layers"):
        count_here(saved(tmp_path, model), (5, 1, 4))


def test_half_precision_and_the_guess(tmp_path: Path) -> None:
    report = count_here(saved(tmp_path, CLASSIFIER.half()))
    CLASSIFIER.float()
    assert report is not None
    assert report.inputs == {"input": (1, 3, 224, 224)}
    assert report.macs == 8 * 3 * 9 * 224 * 224 + 320


def test_a_state_dict_is_nobodys_to_run(tmp_path: Path) -> None:
    assert count_here(saved(tmp_path, CLASSIFIER.state_dict()), (1, 3, 16, 16)) is None
    assert isinstance(torch.load(tmp_path / "saved.pt"), dict)


LIBRARY = """
import importlib
import os
import sys
from collections.abc import Iterator
import torch
from torch import nn

class Block(nn.Module):
    def __init__(self, width, note=None):
        super().__init__()
        open(os.environ["OWN_CANARY"], "w").close()
        self.conv = nn.Conv2d(width, width, 3, padding=1)
        self.scale = nn.Parameter(torch.ones(width, 1, 1))
        self.register_parameter("shift", None)
        self.register_buffer("order", torch.zeros(width, dtype=torch.long), persistent=False)
        self.sizes, self.pair, self.times, self.act = [1, 2], (3, 4), 2, torch.relu

    def forward(self, x):
        assert self.sizes.copy() == [1, 2] and self.pair + () == (3, 4)
        for _ in range(self.times):
            x = self.conv(x)[:, self.order] * self.scale
        return x if self.shift is None else x + self.shift

def helper():
    open(os.environ["OWN_CANARY"], "w").close()
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An installed package with a module of its own; its constructors leave a mark."""
    monkeypatch.setenv("OWN_CANARY", str(tmp_path / "canary"))
    (tmp_path / "site/own_library").mkdir(parents=True)
    (tmp_path / "site/own_library/__init__.py").write_text(LIBRARY)
    monkeypatch.syspath_prepend(tmp_path / "site")
    yield importlib.import_module("own_library")
    sys.modules.pop("own_library")


def test_a_trusted_librarys_modules_are_rebuilt(tmp_path: Path, library: Any) -> None:
    path = saved(tmp_path, nn.Sequential(library.Block(4), nn.Flatten()))
    (tmp_path / "canary").unlink()
    with pytest.raises(Unsupported, match=r"'0' is a own_library\.Block, whose code"):
        count_here(path, (1, 4, 5, 5))
    report = count_here(path, (1, 4, 5, 5), libraries=("own_library",))
    assert report is not None
    assert (report.macs, report.parameters) == (2 * 4 * 4 * 9 * 25, 4 * 4 * 9 + 4 + 4)
    assert not (tmp_path / "canary").exists(), "no constructor of the library ran"


@pytest.mark.parametrize("change", ["forward", "conv", "times"])
def test_what_a_class_does_is_not_replaced(tmp_path: Path, library: Any, change: str) -> None:
    block = library.Block(4)
    if change == "conv":
        block._modules["conv"] = Canary(tmp_path / "canary")
    else:
        block.__dict__[change] = Canary(tmp_path / "canary")
    path = saved(tmp_path, nn.Sequential(block))
    (tmp_path / "canary").unlink()
    with pytest.raises(InspectorError):
        count_here(path, (1, 4, 5, 5), libraries=("own_library",))
    assert not (tmp_path / "canary").exists()


@pytest.mark.parametrize("name", ["helper", "os"])
def test_only_modules_of_a_library_are_made(tmp_path: Path, library: Any, name: str) -> None:
    node = {"library": f"own_library.{name}", "tensors": [], "attributes": {}}
    with pytest.raises(TypeError, match=r"is no torch\.nn\.Module"):
        _of_library(node, [])
    assert not (tmp_path / "canary").exists()


def test_tied_weights_count_once(tmp_path: Path) -> None:
    model = nn.Sequential(nn.Linear(4, 4, bias=False), nn.Linear(4, 4, bias=False))
    model[1].weight = model[0].weight
    report = count_here(saved(tmp_path, model), (1, 4))
    assert report is not None
    assert (report.macs, report.parameters) == (32, 16)
