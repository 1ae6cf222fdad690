"""torch.save, zip and legacy: every dtype, view, parameter and layout, bit by bit."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from inspector.cli.facts import document_facts
from inspector.inert import lookup
from tests.make.torch_zip import Member, write_zip
from tests.parity.comparing import (
    compare,
    compare_all,
    compare_sharing,
    compare_values,
    opened,
    raw_bytes,
)

DTYPES = (
    *(torch.float64, torch.float32, torch.float16, torch.bfloat16),
    *(torch.float8_e4m3fn, torch.float8_e5m2, torch.float8_e4m3fnuz, torch.float8_e5m2fnuz),
    *(torch.float8_e8m0fnu, torch.float4_e2m1fn_x2),
    *(torch.complex128, torch.complex64, torch.complex32),
    *(torch.int64, torch.int32, torch.int16, torch.int8),
    *(torch.uint64, torch.uint32, torch.uint16, torch.uint8, torch.bool),
)
# torch cannot load its own legacy files with these (formats.md, section 2); we can.
CONTAINERS = {"zip": True, "legacy": False}


def save(value: Any, path: Path, container: str = "zip", protocol: int = 2) -> Path:
    """torch.save in one of its two containers."""
    is_zip = CONTAINERS[container]
    torch.save(value, path, pickle_protocol=protocol, _use_new_zipfile_serialization=is_zip)
    return path


def bit_patterns(dtype: torch.dtype) -> torch.Tensor:
    """16 elements of pseudo-random bits; bools are 0 and 1."""
    generator = torch.Generator().manual_seed(7)
    raw = torch.randint(0, 256, (16 * dtype.itemsize,), dtype=torch.uint8, generator=generator)
    return (raw & 1).view(dtype) if dtype is torch.bool else raw.view(dtype)


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_dtypes(tmp_path: Path, dtype: torch.dtype, container: str) -> None:
    tensor = bit_patterns(dtype)
    value = {
        "flat": tensor,
        "matrix": tensor.reshape(4, 4),
        "scalar": tensor[3],
        "none": tensor[:0],
    }
    with opened(save(value, tmp_path / "m.pt", container)) as document:
        compare_all(document, value)
        assert document.verdict == "clean"


def base() -> torch.Tensor:
    """24 numbers that differ."""
    return torch.arange(24, dtype=torch.float32) * 0.5 - 3


VIEWS = {
    "transposed": lambda: base().reshape(4, 6).t(),
    "permuted": lambda: base().reshape(2, 3, 4).permute(2, 0, 1),
    "sliced": lambda: base()[5:17],
    "strided": lambda: base()[1::3],
    "column": lambda: base().reshape(4, 6)[:, 2],
    "expanded": lambda: base()[:3].expand(5, 3),
    "broadcast scalar": lambda: base()[7].expand(2, 2),
    "overlapping": lambda: base().unfold(0, 4, 2),
    "channels_last": lambda: base().reshape(1, 2, 3, 4).to(memory_format=torch.channels_last),
    "0-dim": lambda: base()[4],
    "empty": lambda: base()[:0],
    "empty with sizes": lambda: torch.empty(3, 0, 2),
    "size 1 with odd stride": lambda: base().as_strided((1, 3), (17, 2)),
    "diagonal": lambda: base()[:16].reshape(4, 4).diagonal(),
}


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("name", VIEWS)
def test_views(tmp_path: Path, name: str, container: str) -> None:
    value = {"view": VIEWS[name]()}
    with opened(save(value, tmp_path / "m.pt", container)) as document:
        compare_all(document, value)


@pytest.mark.parametrize("container", CONTAINERS)
def test_tied_and_viewed_storages_stay_shared(tmp_path: Path, container: str) -> None:
    one, other = base(), base()
    value = {
        "embedding.weight": one.reshape(4, 6),
        "head.weight": one.reshape(4, 6),
        "row": one[6:12],
        "alone": other,
        "nested": {"again": one},
    }
    with opened(save(value, tmp_path / "m.pt", container)) as document:
        compare_all(document, value)
        compare_sharing(document, value)


@pytest.mark.parametrize("is_param", [False, True], ids=["tensor", "parameter"])
@pytest.mark.parametrize("grad", [False, True], ids=["frozen", "requires_grad"])
@pytest.mark.parametrize("container", CONTAINERS)
def test_requires_grad_and_parameters(
    tmp_path: Path, container: str, grad: bool, is_param: bool
) -> None:
    tensor = nn.Parameter(base(), grad) if is_param else base().requires_grad_(grad)
    value = {"w": tensor, "b": tensor.detach()[:2]}
    with opened(save(value, tmp_path / "m.pt", container)) as document:
        compare_all(document, value)


def test_a_parameter_with_attributes(tmp_path: Path) -> None:
    parameter = nn.Parameter(base())
    parameter.note = "kept"  # type: ignore[attr-defined]
    with opened(save({"w": parameter}, tmp_path / "m.pt")) as document:
        compare_all(document, {"w": parameter})


@pytest.mark.parametrize(
    "value",
    [
        torch.view_as_complex(base().reshape(12, 2)).conj(),
        torch._neg_view(base()),
        torch.view_as_complex(base().reshape(12, 2)).conj().imag,
    ],
    ids=["conj", "neg", "imag of conj"],
)
def test_conj_and_neg_bits_are_applied(tmp_path: Path, value: torch.Tensor) -> None:
    assert value.is_conj() or value.is_neg()
    with opened(save({"w": value}, tmp_path / "m.pt")) as document:
        compare_all(document, {"w": value})


QUANTIZED = {
    "quint8": lambda: torch.quantize_per_tensor(base(), 0.25, 3, torch.quint8),
    "qint8": lambda: torch.quantize_per_tensor(base(), 0.25, -3, torch.qint8),
    "qint32": lambda: torch.quantize_per_tensor(base(), 0.001, 0, torch.qint32),
    "per channel": lambda: torch.quantize_per_channel(
        base().reshape(4, 6), torch.rand(6) + 0.1, torch.arange(6), 1, torch.quint8
    ),
}


@pytest.mark.filterwarnings("ignore:torch.quantize_per_tensor:UserWarning")
@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("name", QUANTIZED)
def test_quantized(tmp_path: Path, name: str, container: str) -> None:
    truth = QUANTIZED[name]()
    with opened(save({"w": truth}, tmp_path / "m.pt", container)) as document:
        (entry,) = [e for e in document.contents.tensors if e.path == ("w",)]
        compare(entry.tensor, truth)
        found = entry.tensor.quantization
        assert found is not None
        assert found.qscheme == str(truth.qscheme()).removeprefix("torch.")
        if truth.qscheme() == torch.per_tensor_affine:
            assert (found.scale, found.zero_point) == (truth.q_scale(), truth.q_zero_point())
        else:
            assert found.axis == truth.q_per_channel_axis()
            compare_values(found.scale, truth.q_per_channel_scales())
            compare_values(found.zero_point, truth.q_per_channel_zero_points())


def dense() -> torch.Tensor:
    """A matrix with zeros in it."""
    return torch.tensor([[0.0, 1, 0, 2], [3, 0, 0, 0], [0, 0, 4, 5], [0, 6, 0, 0]])


SPARSE = {
    "<indices> <values>": lambda: dense().to_sparse_coo().coalesce(),
    "<crow_indices> <col_indices> <values>": lambda: dense().to_sparse_csr(),
    "<ccol_indices> <row_indices> <values>": lambda: dense().to_sparse_csc(),
    "<crow_indices> <col_indices> <values> (blocks)": lambda: dense().to_sparse_bsr((2, 2)),
    "<ccol_indices> <row_indices> <values> (blocks)": lambda: dense().to_sparse_bsc((2, 2)),
}


@pytest.mark.filterwarnings("ignore:Sparse:UserWarning")
@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("names", SPARSE)
def test_sparse(tmp_path: Path, names: str, container: str) -> None:
    truth = SPARSE[names]()
    with opened(save({"w": truth}, tmp_path / "m.pt", container)) as document:
        found = {entry.path: entry.tensor for entry in document.contents.tensors}
        parts = names.removesuffix(" (blocks)").split()
        assert list(found) == [("w",), *(("w", part) for part in parts)]
        whole = found["w",]
        assert whole.layout == str(truth.layout).removeprefix("torch.")
        assert whole.shape == tuple(truth.shape)
        assert whole.device == "cpu"
        assert whole.nbytes == sum(found["w", part].nbytes or 0 for part in parts)
        for part in parts:
            compare_values(found["w", part], getattr(truth, part.strip("<>"))())


@pytest.mark.filterwarnings("ignore:The PyTorch API of nested tensors:UserWarning")
@pytest.mark.parametrize("layout", [torch.strided, torch.jagged], ids=str)
def test_nested(tmp_path: Path, layout: torch.layout) -> None:
    parts = [torch.ones(2, 3), torch.full((4, 3), 2.0)]
    truth = torch.nested.nested_tensor(parts, layout=layout)
    with opened(save({"w": truth}, tmp_path / "m.pt")) as document:
        found = {entry.path[-1]: entry.tensor for entry in document.contents.tensors}
        assert found["w"].shape is None
        assert found["w"].layout == str(layout).removeprefix("torch.")
        expected = b"".join(map(raw_bytes, parts))
        assert b"".join(found["<values>"].row_major()) == expected


def test_meta_tensors_have_a_shape_and_no_values(tmp_path: Path) -> None:
    truth = torch.empty(3, 4, dtype=torch.float16, device="meta")
    with opened(save({"w": truth}, tmp_path / "m.pt")) as document:
        (entry,) = document.contents.tensors
        assert (entry.tensor.shape, entry.tensor.dtype.name) == ((3, 4), "float16")
        assert entry.tensor.device == "meta"
        assert entry.tensor.problem is not None


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
@pytest.mark.parametrize("container", CONTAINERS)
def test_protocols(tmp_path: Path, container: str, protocol: int) -> None:
    value = {"model": {"w": base(), "b": base()[:3]}, "note": "ü", "data": b"\0\xff", "set": {1, 2}}
    with opened(save(value, tmp_path / "m.pt", container, protocol)) as document:
        compare_all(document, value)
        assert document.checkpoint.facts["pickle_protocol"] == protocol
        assert document.verdict == "clean"


@pytest.mark.parametrize("protocol", [0, 1])
def test_text_protocols_of_legacy_files(tmp_path: Path, protocol: int) -> None:
    """torch.save writes them; with protocol 0 the storages become text that torch cannot load."""
    value = {"epoch": 3, "lr": 0.1, "tags": ["a", "b"]}
    with opened(save(value, tmp_path / "m.pth", "legacy", protocol)) as document:
        assert document.checkpoint.format == "torch-legacy"
        assert document_facts(document)["metadata"] == value


def test_protocol_0_zip_is_read_though_torch_cannot(tmp_path: Path) -> None:
    value = {"w": base()}
    with opened(save(value, tmp_path / "m.pt", "zip", 0)) as document:
        compare_all(document, value)


def test_state_dict_metadata_and_order(tmp_path: Path) -> None:
    state = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3)).state_dict()
    assert isinstance(state, OrderedDict)
    with opened(save(state, tmp_path / "m.pt")) as document:
        compare_all(document, state)
        (found,) = document.contents.state_dicts
        for prefix, facts in state._metadata.items():  # type: ignore[attr-defined]
            assert lookup(lookup(found.metadata, prefix), "version") == facts["version"]


class Block(nn.Module):
    """A module with everything: parameters, buffers of both kinds, children, a tied weight."""

    def __init__(self) -> None:
        super().__init__()
        self.embedding = nn.Embedding(4, 3)
        self.norm = nn.BatchNorm1d(3)
        self.head = nn.Linear(3, 4)
        self.head.weight = self.embedding.weight
        self.register_buffer("cache", torch.ones(2), persistent=False)
        self.register_buffer("scale", torch.tensor(2.0))
        self.note = "a user's attribute"


@pytest.mark.parametrize("wrap", [lambda m: m, nn.DataParallel], ids=["module", "DataParallel"])
@pytest.mark.parametrize("container", CONTAINERS)
def test_whole_modules(tmp_path: Path, container: str, wrap: Any) -> None:
    module = wrap(Block())
    with opened(save({"model": module, "epoch": 3}, tmp_path / "m.pt", container)) as document:
        (found,) = document.contents.state_dicts
        assert found.is_module
        assert found.path == ("model",)
        truth = module.state_dict(keep_vars=True)
        tensors = {entry.key: entry.tensor for entry in found.entries}
        assert set(tensors) == set(truth)
        for key, tensor in tensors.items():
            compare(tensor, truth[key], str(key))
        assert document.verdict == "unknown"  # Block is nobody's we know
        assert any(use.name.endswith("test_torch.Block") for use in document.checkpoint.globals)


def test_torchs_own_modules_are_clean(tmp_path: Path) -> None:
    module = nn.Sequential(nn.Conv2d(1, 2, 3), nn.ReLU(), nn.LSTM(2, 3))
    with opened(save(module, tmp_path / "m.pt")) as document:
        assert document.verdict == "clean"
        keys = [entry.key for entry in document.contents.state_dicts[0].entries]
        assert keys == list(module.state_dict())


def test_our_zip_builder_writes_what_torch_writes(tmp_path: Path) -> None:
    """The builder of the other tests is byte-identical to torch's writer."""
    path = save({"w": base(), "b": torch.arange(3)}, tmp_path / "name.pt")
    with opened(path) as document:
        archive = path.read_bytes()
        from inspector.bytesource import BytesSource
        from inspector.formats.zip_directory import Archive

        found = Archive(BytesSource(archive, "name.pt")).records
        members = [Member(record.name, record.read(0, record.size)) for record in found]
        assert write_zip(members) == archive
        assert document.verdict == "clean"
