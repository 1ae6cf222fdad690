"""safetensors, honest: the promises, every dtype, metadata."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inspector.checkpoint.dtype import DTYPES
from inspector.formats.safetensors import DTYPE_NAMES
from tests.formats.conformance import (
    Expected,
    FormatTests,
    expected_of,
    facts,
    named_tensors,
    opened,
)
from tests.formats.samples import DENSE, HUGE, dense, without_strides
from tests.make.safetensors_files import safetensors, with_header


class TestSafetensors(FormatTests):
    format = "safetensors"
    container = "safetensors"
    file_name = "model.safetensors"

    def sample(self) -> bytes:
        return safetensors(dense(DENSE), {"format": "pt"})

    def expected(self) -> dict[str, Expected]:
        return {
            key: replace(expected_of(view), **without_strides(view)) for key, view in DENSE.items()
        }

    def large(self) -> bytes:
        return safetensors(dense({"w": HUGE}))


def test_metadata_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    path.write_bytes(safetensors(dense(DENSE), {"format": "pt", "epoch": "3"}))
    with opened(path) as document:
        assert facts(document)["metadata"] == {"__metadata__": {"format": "pt", "epoch": "3"}}
        assert document.verdict == "clean"


@pytest.mark.parametrize("code", [code for code in DTYPE_NAMES if code != "F4"])
def test_every_dtype(tmp_path: Path, code: str) -> None:
    dtype = DTYPES[DTYPE_NAMES[code]]
    data = bytes(range(dtype.nbytes(4)))
    header = f'{{"t":{{"dtype":"{code}","shape":[4],"data_offsets":[0,{len(data)}]}}}}'
    path = tmp_path / "m.safetensors"
    path.write_bytes(with_header(header, data))
    with opened(path) as document:
        tensor = named_tensors(document)["t"]
        assert tensor.dtype is dtype
        assert tensor.nbytes == len(data)
        assert b"".join(tensor.row_major()) == data
        assert document.verdict == "clean"


def test_float4_is_shown_as_torch_packs_it(tmp_path: Path) -> None:
    path = tmp_path / "m.safetensors"
    path.write_bytes(
        with_header('{"t":{"dtype":"F4","shape":[2,6],"data_offsets":[0,6]}}', b"\x10\x32\x54" * 2)
    )
    with opened(path) as document:
        tensor = named_tensors(document)["t"]
        assert (tensor.dtype.name, tensor.shape) == ("float4_e2m1fn_x2", (2, 3))
        assert b"".join(tensor.row_major()) == b"\x10\x32\x54" * 2


@pytest.mark.parametrize("header", ["{}", '{"__metadata__":{}}', "{}      "])
def test_a_file_without_tensors_is_a_file(tmp_path: Path, header: str) -> None:
    path = tmp_path / "m.safetensors"
    path.write_bytes(with_header(header))
    with opened(path) as document:
        assert named_tensors(document) == {}
        assert document.verdict == "clean"


def test_order_is_that_of_the_header(tmp_path: Path) -> None:
    header = (
        '{"z":{"dtype":"U8","shape":[1],"data_offsets":[1,2]},'
        '"":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}'
    )
    path = tmp_path / "m.safetensors"
    path.write_bytes(with_header(header, b"\1\2"))
    with opened(path) as document:
        found = {e.key: e.tensor.read().tolist() for e in document.contents.tensors}
    assert found == {"z": [2], "": [1]}
