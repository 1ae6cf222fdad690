"""numpy's .npy and .npz, honest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.conformance import Expected, FormatTests, expected_of, named_tensors, opened
from tests.formats.samples import DENSE, HUGE, WEIGHT, without_strides
from tests.make.archives import npy, npz
from tests.make.pickles import name, pickle, reduce, text
from tests.make.tensors import View

DESCR = {"float32": "<f4", "int64": "<i8", "float16": "<f2"}


def array(view: View) -> bytes:
    """A view as a .npy file."""
    return npy(DESCR[view.dtype], view.shape, view.content())


class TestNpy(FormatTests):
    format = "npy"
    container = "numpy array"
    file_name = "weight.npy"
    reports_progress = False

    def sample(self) -> bytes:
        return array(WEIGHT)

    def expected(self) -> dict[str, Expected]:
        return {"": replace(expected_of(WEIGHT), device=None)}

    def large(self) -> bytes:
        return array(HUGE)


class TestNpz(FormatTests):
    format = "npz"
    container = "zip archive"
    file_name = "arrays.npz"
    reports_progress = False

    def sample(self) -> bytes:
        return npz({key: array(view) for key, view in DENSE.items()})

    def expected(self) -> dict[str, Expected]:
        return {
            f"{key}.npy": replace(expected_of(view), **without_strides(view))
            for key, view in DENSE.items()
        }

    def large(self) -> bytes:
        return npz({"w": array(HUGE), "scalar": array(DENSE["fc.scalar"])})


@pytest.mark.parametrize(
    ("descr", "data", "values"),
    [
        (">f4", bytes.fromhex("3f80000040000000"), [1.0, 2.0]),
        ("<f8", bytes(8) + bytes.fromhex("000000000000f03f"), [0.0, 1.0]),
        ("|b1", b"\0\1", [False, True]),
        ("<c8", bytes.fromhex("0000803f00000040") * 2, [1 + 2j, 1 + 2j]),
        (">i2", b"\1\0\0\1", [256, 1]),
    ],
    ids=["big-endian f4", "f8", "bool", "complex", "big-endian i2"],
)
def test_descr(tmp_path: Path, descr: str, data: bytes, values: list[object]) -> None:
    path = tmp_path / "a.npy"
    path.write_bytes(npy(descr, (2,), data))
    with opened(path) as document:
        (tensor,) = named_tensors(document).values()
        assert tensor.read().tolist() == values


def test_fortran_order(tmp_path: Path) -> None:
    path = tmp_path / "a.npy"
    path.write_bytes(npy("|u1", (2, 3), bytes(range(6)), fortran=True))
    with opened(path) as document:
        (tensor,) = named_tensors(document).values()
        assert tensor.read().tolist() == [[0, 2, 4], [1, 3, 5]]
        assert tensor.stride == (1, 2)


def test_an_object_array_is_a_pickle(tmp_path: Path) -> None:
    path = tmp_path / "a.npy"
    path.write_bytes(npy("|O", (1,), pickle(reduce(name("os", "system"), text("true")))))
    with opened(path) as document:
        assert document.verdict == "dangerous"
        assert [used.name for used in document.checkpoint.globals] == ["os.system"]
