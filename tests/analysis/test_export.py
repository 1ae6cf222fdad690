"""Tensors as .npy and CSV, lists of tensors as text: what others read back is what was there."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from inspector.analysis.export import entries_text, npy_dtype, save_csv, save_npy
from inspector.analysis.slices import Slice, default_slice
from inspector.analysis.tables import TABLE_KINDS, csv_cell, table_text
from inspector.errors import Cancelled, LimitExceeded, Unsupported
from inspector.savefile import CannotSave
from tests.analysis.made import Reports, opened, storage_of, tensor_of, tensors_of, view


@pytest.mark.filterwarnings("ignore:ComplexHalf", "ignore:torch.quantize_per_tensor")
def test_npy_of_every_dtype(tmp_path: Path) -> None:
    x = torch.randn(30, 20)
    made: dict[str, tuple[torch.Tensor, np.ndarray]] = {}
    for dtype in (torch.float64, torch.float32, torch.float16):
        made[str(dtype)] = (x.to(dtype), x.to(dtype).numpy())
    for dtype in (torch.bfloat16, torch.float8_e4m3fn):
        made[str(dtype)] = (x.to(dtype), x.to(dtype).float().numpy())
    for dtype in (torch.bool, torch.int8, torch.uint8, torch.int64, torch.complex64):
        made[str(dtype)] = ((x * 9).to(dtype), (x * 9).to(dtype).numpy())
    made["transposed"] = (x.t(), x.t().numpy())
    made["scalar"] = (x[0, 0], x[0, 0].numpy())
    made["empty"] = (x[:0], x[:0].numpy())
    half = torch.complex(x, -x).to(torch.complex32)
    made["complex32"] = (half, half.to(torch.complex64).numpy())
    quantized = torch.quantize_per_tensor(x, 0.05, 1, torch.quint8)
    made["quantized"] = (quantized, quantized.dequantize().numpy())
    document = opened(tmp_path / "a.pt", {name: pair[0] for name, pair in made.items()})
    for name, tensor in tensors_of(document).items():
        path = tmp_path / f"{name}.npy"
        save_npy(tensor, path)
        found, wanted = np.load(path), made[name][1]
        assert (found.shape, found.dtype) == (wanted.shape, wanted.dtype), name
        assert (
            np.allclose(found, wanted, 1e-6, 0)
            if name == "quantized"
            else np.array_equal(found, wanted)
        )
    document.close()


def test_npy_of_packed_and_big_endian(tmp_path: Path) -> None:
    packed = tensor_of(b"\x1f\x78", "int4", (3,))
    save_npy(packed, tmp_path / "packed.npy")
    assert np.load(tmp_path / "packed.npy").tolist() == [-1, 1, -8]
    assert npy_dtype(packed) == "|i1"
    swapped = tensor_of(np.array([1.5, -2.0], ">f4").tobytes(), "float32", (2,))
    assert swapped.storage is not None
    swapped.storage.is_big_endian = True
    save_npy(swapped, tmp_path / "swapped.npy")
    assert np.load(tmp_path / "swapped.npy").tolist() == [1.5, -2.0]


def test_an_npy_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    tensor = tensor_of(bytes(4 * 5_000_000), "float32", (5_000_000,))
    path = tmp_path / "a.npy"
    with pytest.raises(Cancelled):
        save_npy(tensor, path, Reports(3).progress())
    assert not [*tmp_path.iterdir()]
    reports = Reports()
    save_npy(tensor, path, reports.progress())
    assert reports.told[-1] == (20_000_000, 20_000_000)
    with pytest.raises(CannotSave, match="exists"):
        save_npy(tensor, path)
    save_npy(tensor_of(b"\1", "uint8", (1,)), path, replace=True)
    assert np.load(path).tolist() == [1]


def test_what_is_not_written_out(tmp_path: Path) -> None:
    path = tmp_path / "a.npy"
    endless = view(storage_of(bytes(16), "float32"), "float32", (2**38, 4), (0, 1))
    with pytest.raises(LimitExceeded):
        save_npy(endless, path)
    with pytest.raises(LimitExceeded):
        save_csv(endless, Slice(0, (1,), (0, 0)), path)
    with pytest.raises(Unsupported):
        save_npy(tensor_of(bytes(4), "bits8", (4,)), path)
    assert not path.exists()


@pytest.mark.parametrize(
    "dtype", [torch.float64, torch.float32, torch.float16, torch.int64], ids=str
)
def test_csv_keeps_every_digit(tmp_path: Path, dtype: torch.dtype) -> None:
    x = (torch.randn(70, 300, dtype=torch.float64) * 1000).to(dtype)
    if dtype.is_floating_point:
        x[0, 0], x[0, 1], x[0, 2] = torch.nan, torch.inf, -torch.inf
    document = opened(tmp_path / "a.pt", {"x": x})
    path = tmp_path / "a.csv"
    save_csv(tensors_of(document)["x"], Slice(0, (1,), (0, 0)), path)
    document.close()
    text = path.read_bytes().decode()
    assert text.count("\r\n") == 70
    rows = [[float(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]
    found = torch.tensor(rows, dtype=torch.float64).to(dtype)
    assert (
        torch.equal(found.nan_to_num(7.0), x.nan_to_num(7.0))
        if dtype.is_floating_point
        else torch.equal(found, x)
    )


def test_csv_of_a_row_that_is_long_and_of_a_short_last_one(tmp_path: Path) -> None:
    data = np.arange(20_000, dtype="<i4")
    tensor = tensor_of(data.tobytes(), "int32", (1, 20_000))
    save_csv(tensor, Slice(0, (1,), (0, 0)), tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text().strip() == ",".join(map(str, range(20_000)))
    line = tensor_of(data.tobytes()[:40], "int32", (10,))
    save_csv(line, Slice(None, (0,), (0,), 4), tmp_path / "b.csv")
    assert (tmp_path / "b.csv").read_text().split() == ["0,1,2,3", "4,5,6,7", "8,9"]
    long = tensor_of(data.tobytes(), "int32", (20_000,))
    save_csv(long, default_slice(long), tmp_path / "c.csv")
    rows = (tmp_path / "c.csv").read_text().split()
    assert [int(cell) for row in rows for cell in row.split(",")] == data.tolist()


CELLS: tuple[tuple[str | float | int | None, str], ...] = (
    ("plain", "plain"),
    ("a,b", '"a,b"'),
    ('say "no"', '"say ""no"""'),
    (" padded", '" padded"'),
    ("=1+1", "'=1+1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("-x", "'-x"),
    ("+x,", '"\'+x,"'),
    (-5, "-5"),
    (-0.5, "-0.5"),
    (None, ""),
    (True, "True"),
    ("two\nlines", "two\\nlines"),
)


@pytest.mark.parametrize(("cell", "text"), CELLS)
def test_cells_that_mean_nothing_to_a_spreadsheet(cell: str | float | None, text: str) -> None:
    assert csv_cell(cell) == text


def test_lists_of_tensors_as_text(tmp_path: Path) -> None:
    made = {
        "a.weight": torch.zeros(2, 3),
        "=cmd|' /C calc'!A0": torch.zeros(4),
        "b`|c\t": torch.tensor(1),
    }
    document = opened(tmp_path / "a.pt", made)
    entries = document.contents.tensors
    texts = {kind: entries_text(entries, kind) for kind in TABLE_KINDS}
    document.close()
    rows = [*csv.reader(io.StringIO(texts["csv"], newline=""))]
    assert rows[0] == ["key", "dtype", "shape", "numel", "nbytes", "device"]
    assert rows[1] == ["a.weight", "float32", "2 x 3", "6", "24", "cpu"]
    assert rows[2][0].startswith("'=cmd")
    assert texts["tsv"].splitlines()[3].split("\t")[0] == "b`|c\\t"
    found = json.loads(texts["json"])
    assert found[0]["shape"] == [2, 3]
    assert found[2]["key"] == "b`|c\t"
    lines = texts["markdown"].splitlines()
    assert lines[1] == "| --- | --- | --- | ---: | ---: | --- |"
    assert lines[2] == "| `a.weight` | `float32` | 2 x 3 | 6 | 24 | `cpu` |"
    assert lines[4].startswith("| ``b`\\|c\\t`` |")


def test_numbers_that_json_does_not_know() -> None:
    assert json.loads(table_text(["x"], [[float("nan")], [1.5]], "json")) == [
        {"x": "nan"},
        {"x": 1.5},
    ]
