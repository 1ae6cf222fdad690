"""safetensors, TorchScript, torch.package, torch.export, numpy and pickle: what they load."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.torch
import torch
from torch import nn

from inspector.checkpoint.tensor import Tensor
from tests.parity.comparing import compare_values, opened
from tests.parity.test_torch import DTYPES, bit_patterns

# The format has no spelling for these.
NOT_IN_SAFETENSORS = (torch.complex128, torch.complex32, torch.float8_e4m3fnuz)
NOT_IN_SAFETENSORS += (torch.float8_e5m2fnuz,)


@pytest.mark.parametrize(
    "dtype", [dtype for dtype in DTYPES if dtype not in NOT_IN_SAFETENSORS], ids=str
)
def test_safetensors(tmp_path: Path, dtype: torch.dtype) -> None:
    value = {"a": bit_patterns(dtype), "b": bit_patterns(dtype).reshape(2, 8)}
    safetensors.torch.save_file(value, tmp_path / "m.safetensors", {"format": "pt"})
    with opened(tmp_path / "m.safetensors") as document:
        found = {entry.key: entry.tensor for entry in document.contents.tensors}
        assert set(found) == set(value)
        for key, truth in value.items():
            assert found[key].dtype.name == str(dtype).removeprefix("torch.")
            assert found[key].shape == tuple(truth.shape)
            compare_values(found[key], truth, key)
        assert document.verdict == "clean"


class Net(nn.Module):
    """A scriptable module with a parameter, both kinds of buffers and a child."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = nn.Linear(3, 2)
        self.norm = nn.BatchNorm1d(2)
        self.scale = nn.Parameter(torch.tensor([1.5, 2.5]))
        self.register_buffer("shift", torch.arange(2, dtype=torch.float64))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.norm(self.inner(x)) * self.scale + self.shift


def by_key(document: Any) -> dict[str, Tensor]:
    """Key -> tensor of everything in a document."""
    return {entry.key: entry.tensor for entry in document.contents.tensors}


def check_state(found: dict[str, Tensor], truth: dict[str, torch.Tensor]) -> None:
    assert set(found) == set(truth)
    for key, tensor in truth.items():
        assert found[key].shape == tuple(tensor.shape), key
        assert found[key].dtype.name == str(tensor.dtype).removeprefix("torch."), key
        compare_values(found[key], tensor, key)


@pytest.mark.parametrize("how", ["script", "trace"])
def test_torchscript(tmp_path: Path, how: str) -> None:
    module = Net().eval()
    made = (
        torch.jit.script(module) if how == "script" else torch.jit.trace(module, torch.ones(1, 3))
    )
    torch.jit.save(made, tmp_path / "m.pt", _extra_files={"labels.txt": "cat\ndog\n"})
    with opened(tmp_path / "m.pt") as document:
        assert document.checkpoint.format == "torchscript"
        found = by_key(document)
        check_state(found, made.state_dict())
        parameters = {name for name, _ in made.named_parameters()}
        assert {key for key, tensor in found.items() if tensor.is_parameter} == parameters
        extra = document.checkpoint.texts["extra/labels.txt"]
        assert extra.read(0, extra.size) == b"cat\ndog\n"
        assert document.verdict == "unknown"


@pytest.mark.filterwarnings("ignore:TypedStorage is deprecated:UserWarning")
def test_package(tmp_path: Path) -> None:
    state = Net().state_dict()
    with torch.package.PackageExporter(tmp_path / "m.pt") as exporter:
        exporter.save_pickle("model", "weights.pkl", dict(state))
        exporter.save_source_string("net", "answer = 42\n")
    with opened(tmp_path / "m.pt") as document:
        assert document.checkpoint.format == "torch-package"
        check_state(by_key(document), state)
        assert "net.py" in document.checkpoint.texts


def test_export(tmp_path: Path) -> None:
    program = torch.export.export(Net().eval(), (torch.ones(1, 3),))
    torch.export.save(program, tmp_path / "m.pt2")
    with opened(tmp_path / "m.pt2") as document:
        assert document.checkpoint.format == "torch-export"
        found = {
            key: tensor for key, tensor in by_key(document).items() if key in program.state_dict
        }
        check_state(found, program.state_dict)
        parameters = {name for name, _ in program.named_parameters()}
        assert {key for key, tensor in found.items() if tensor.is_parameter} == parameters


ARRAYS = {
    "f4": np.arange(6, dtype="<f4").reshape(2, 3),
    "big-endian": np.arange(6, dtype=">i4"),
    "fortran": np.asfortranarray(np.arange(6.0).reshape(2, 3)),
    "bool": np.array([True, False]),
    "complex": np.array([1 + 2j, 3 - 4j]),
    "f2": np.array([0.5, 2.0], dtype=np.float16),
    "scalar": np.array(3, dtype=np.uint16),
    "empty": np.zeros((0, 4)),
}


def check_array(found: Tensor, truth: np.ndarray) -> None:
    assert found.shape == truth.shape
    assert b"".join(found.row_major()) == truth.astype(truth.dtype.newbyteorder("<")).tobytes("C")
    assert found.read().tolist() == truth.tolist()


@pytest.mark.parametrize("name", ARRAYS)
def test_npy(tmp_path: Path, name: str) -> None:
    np.save(tmp_path / "a.npy", ARRAYS[name])
    with opened(tmp_path / "a.npy") as document:
        (entry,) = document.contents.arrays
        check_array(entry.tensor, ARRAYS[name])


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_npz(tmp_path: Path, save: Any) -> None:
    save(tmp_path / "a.npz", **ARRAYS)
    with opened(tmp_path / "a.npz") as document:
        found = {entry.path[-1]: entry.tensor for entry in document.contents.arrays}
        assert set(found) == {f"{name}.npy" for name in ARRAYS}
        for name, truth in ARRAYS.items():
            check_array(found[f"{name}.npy"], truth)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_arrays_inside_pickles(tmp_path: Path, protocol: int) -> None:
    (tmp_path / "a.pkl").write_bytes(pickle.dumps(ARRAYS, protocol))
    with opened(tmp_path / "a.pkl") as document:
        found = {entry.path[-1]: entry.tensor for entry in document.contents.arrays}
        assert set(found) == set(ARRAYS)
        for name, truth in ARRAYS.items():
            check_array(found[name], truth)
        assert document.verdict == "clean"


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_tensors_of_pickle_dump(tmp_path: Path, protocol: int) -> None:
    value = {"w": torch.arange(6.0).reshape(2, 3), "h": torch.ones(2, dtype=torch.bfloat16)}
    (tmp_path / "m.pkl").write_bytes(pickle.dumps(value, protocol))
    with opened(tmp_path / "m.pkl") as document:
        found = {entry.path[-1]: entry.tensor for entry in document.contents.tensors}
        for key, truth in value.items():
            compare_values(found[key], truth, key)


def test_numpy_scalars_and_objects_of_a_checkpoint(tmp_path: Path) -> None:
    from inspector.cli.facts import document_facts

    value = {"best": np.float64(0.25), "n": np.int64(-3), "flag": np.bool_(True)}
    torch.save(value, tmp_path / "m.pt")
    with opened(tmp_path / "m.pt") as document:
        metadata = document_facts(document)["metadata"]
        assert metadata == {"best": 0.25, "n": -3, "flag": True}
        assert document.verdict == "clean"
