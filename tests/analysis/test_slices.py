"""Planes: which one is shown first, exact values, heat maps, kernels, stored bytes."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import torch

from inspector.analysis.heat import heat
from inspector.analysis.kernels import has_kernels, kernels
from inspector.analysis.slices import (
    Slice,
    default_slice,
    plane,
    raw_bytes,
    raw_place,
    raw_size,
    window,
)
from inspector.errors import Cancelled, LimitExceeded, Unsupported
from tests.analysis.made import Counting, Reports, opened, storage_of, tensor_of, tensors_of, view

FIRST: tuple[tuple[tuple[int, ...], tuple[int, int]], ...] = (
    ((), (1, 1)),
    ((7,), (1, 7)),
    ((1024,), (1, 1024)),
    ((1025,), (17, 64)),
    ((1_000_000,), (977, 1024)),
    ((30, 40), (30, 40)),
    ((64, 3, 7, 7), (64, 147)),
    ((64, 3, 5), (64, 15)),
    ((4, 8, 3, 3, 3), (4, 216)),
    ((12, 50, 64), (50, 64)),
    ((2, 3, 40, 50), (40, 50)),
    ((0, 5), (0, 5)),
)


@pytest.mark.parametrize(("shape", "size"), FIRST)
def test_the_plane_that_is_shown_first(shape: tuple[int, ...], size: tuple[int, int]) -> None:
    numel = math.prod(shape)
    tensor = tensor_of(bytes(4 * numel), "float32", shape)
    found = plane(tensor, default_slice(tensor))
    assert (found.height, found.width) == size


def test_any_two_dimensions_make_a_plane() -> None:
    data = np.arange(2 * 3 * 4 * 5, dtype="<i4").reshape(2, 3, 4, 5)
    tensor = tensor_of(data.tobytes(), "int32", data.shape)
    for rows, column in ((0, 1), (1, 0), (3, 0), (2, 3)):
        chosen = Slice(rows, (column,), (1, 2, 3, 4))
        index = tuple(slice(None) if at in (rows, column) else at + 1 for at in range(4))
        wanted = data[index] if rows < column else data[index].T
        assert window(tensor, chosen, 0, 9, 0, 9).tolist() == wanted.tolist()
        moved = chosen.at(rows, 0)
        assert window(tensor, moved, 0, 9, 0, 9).tolist() == wanted.tolist()
    flat = Slice(1, (2, 3), (1, 0, 0, 0))
    assert window(tensor, flat, 1, 2, 3, 4).tolist() == data[1].reshape(3, 20)[1:3, 3:7].tolist()


@pytest.mark.parametrize(
    "chosen",
    [
        Slice(0, (1,), (0, 0, 9)),
        Slice(0, (1,), (0, 0)),
        Slice(None, (0, 2), (0, 0, 0)),
        Slice(2, (1, 0), (0, 0, 0)),
    ],
)
def test_what_is_no_plane_is_refused(chosen: Slice) -> None:
    tensor = tensor_of(bytes(24), "uint8", (2, 3, 4))
    with pytest.raises(Unsupported):
        plane(tensor, chosen)


@pytest.mark.filterwarnings("ignore:ComplexHalf")
def test_exact_values_of_every_dtype(tmp_path: Path) -> None:
    x = torch.randn(20, 30)
    made = {str(dtype): x.to(dtype) for dtype in (torch.float64, torch.float16, torch.bfloat16)}
    made |= {str(dtype): (x * 9).to(dtype) for dtype in (torch.int8, torch.int64)}
    made |= {
        "bool": x > 0,
        "complex": torch.complex(x, x).conj(),
        "t": x.t(),
        "e8": x.to(torch.float8_e5m2),
    }
    made |= {
        "expanded": x[:1].expand(20, 30),
        "half complex": torch.complex(x, x).to(torch.complex32),
    }
    document = opened(tmp_path / "a.pt", made)
    for name, tensor in tensors_of(document).items():
        wanted = made[name]
        given = window(tensor, Slice(0, (1,), (0, 0)), 3, 7, 5, 100)
        resolved = wanted.resolve_conj().to(torch.complex64) if wanted.is_complex() else wanted
        plain = resolved.double() if wanted.is_floating_point() else resolved
        assert np.array_equal(given, plain[3:10, 5:].numpy()), name
    document.close()


def test_a_window_reads_no_more_than_it_shows() -> None:
    storage = storage_of(bytes(4 * 3000 * 4000), "float32")
    source = storage.source
    assert isinstance(source, Counting)
    tensor = view(storage, "float32", (3000, 4000))
    window(tensor, Slice(0, (1,), (0, 0)), 2990, 40, 3990, 40)
    assert sum(nbytes for _, nbytes in source.reads) <= 4 * 4000 * 10
    source.reads.clear()
    window(tensor, Slice(1, (0,), (0, 0)), 17, 1, 0, 3000)
    assert sum(nbytes for _, nbytes in source.reads) <= storage.nbytes
    with pytest.raises(LimitExceeded):
        window(view(storage_of(bytes(4), "float32"), "float32", (10**5, 10**5), (0, 0)),
               Slice(0, (1,), (0, 0)), 0, 10**5, 0, 10**5)  # fmt: skip


def test_the_short_last_row_of_a_wrapped_plane_is_masked() -> None:
    data = np.arange(10, dtype="<i8")
    tensor = tensor_of(data.tobytes(), "int64", (10,))
    wrapped = Slice(None, (0,), (0,), 4)
    found = window(tensor, wrapped, 1, 9, 1, 9)
    assert isinstance(found, np.ma.MaskedArray)
    assert found.tolist() == [[5, 6, 7], [9, None, None]]
    assert window(tensor, wrapped, 0, 2, 0, 4).tolist() == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert window(tensor, wrapped, 5, 2, 0, 4).size == 0


def blocks(values: np.ndarray, rows: int, columns: int, how: str) -> np.ndarray:
    """What a heat map is, written plainly."""
    down, across = -(-values.shape[0] // rows), -(-values.shape[1] // columns)
    found = np.full((-(-values.shape[0] // down), -(-values.shape[1] // across)), np.nan)
    for row, column in np.ndindex(found.shape):
        cells = values[row * down : (row + 1) * down, column * across : (column + 1) * across]
        finite = cells[np.isfinite(cells)]
        if how == "point":
            found[row, column] = cells[0, 0]
        elif finite.size:
            found[row, column] = finite.mean() if how == "mean" else np.abs(finite).max()
    return found


@pytest.mark.parametrize("how", ["mean", "max_abs", "point"])
@pytest.mark.parametrize(
    ("shape", "rows", "columns"),
    [((30, 40), 1000, 1000), ((1000, 700), 10, 33), ((1301, 997), 100, 1), ((3, 5000), 2, 70)],
)
def test_a_heat_map_is_of_blocks(
    tmp_path: Path, shape: tuple[int, int], rows: int, columns: int, how: str
) -> None:
    x = torch.randn(shape)
    spoiled = x.clone()
    spoiled[1, 2], spoiled[2, -1], spoiled[:2, 20:30] = math.nan, -math.inf, math.inf
    made = {
        "x": x,
        "t": x.t().contiguous().t(),
        "half": x.half(),
        "bad": spoiled,
        "wide": x[:, ::2],
    }
    document = opened(tmp_path / "a.pt", made)
    for name, tensor in tensors_of(document).items():
        found = heat(tensor, Slice(0, (1,), (0, 0)), rows, columns, how)  # type: ignore[arg-type]
        values = made[name].double().numpy()
        wanted = blocks(values, rows, columns, how)
        assert found.values.shape == wanted.shape
        assert np.allclose(found.values, wanted, 1e-6, 1e-6, equal_nan=True), name
        looked_at = wanted if how == "point" else values
        assert (found.has_bad is None) == bool(np.isfinite(looked_at).all()), name
    document.close()


def test_heat_over_many_pieces_and_blocks_wider_than_a_piece() -> None:
    data = np.random.default_rng(1).standard_normal(3_000_000).astype("<f4")
    tensor = tensor_of(data.tobytes(), "float32", (2, 1_500_000))
    found = heat(tensor, Slice(0, (1,), (0, 0)), 1, 2)
    wanted = blocks(data.reshape(2, -1).astype("f8"), 1, 2, "mean")
    assert np.allclose(found.values, wanted, 1e-5, 1e-9)
    line = tensor_of(data.tobytes(), "float32", (3_000_000,))
    folded = heat(line, default_slice(line), 100, 100)
    assert folded.values.shape == (98, 98)
    assert np.isfinite(folded.values[:-1]).all()


def test_heat_of_a_plane_without_end_is_heat_of_what_repeats() -> None:
    small = storage_of(np.arange(4, dtype="<f4").tobytes(), "float32")
    tensor = view(small, "float32", (2**38, 4), (0, 1))
    found = heat(tensor, Slice(0, (1,), (0, 0)), 50, 50)
    assert found.values.shape == (50, 4)
    assert found.values[17].tolist() == [0, 1, 2, 3]
    overlapping = view(storage_of(bytes(1 << 22), "uint8"), "uint8", (1 << 20, 1 << 20), (1, 1))
    with pytest.raises(LimitExceeded):
        heat(overlapping, Slice(0, (1,), (0, 0)))


def test_heat_reports_and_stops() -> None:
    tensor = tensor_of(bytes(4 * 4_000_000), "float32", (2000, 2000))
    reports = Reports()
    heat(tensor, Slice(0, (1,), (0, 0)), progress=reports.progress())
    assert reports.told[-1] == (16_000_000, 16_000_000)
    with pytest.raises(Cancelled):
        heat(tensor, Slice(0, (1,), (0, 0)), progress=Reports(3).progress())


@pytest.mark.parametrize(
    "shape",
    [(8, 3, 5, 5), (6, 4, 7), (3, 2, 4, 5, 5), (300, 1, 3, 3), (1, 500, 3, 3), (1, 1, 2, 2)],
)
def test_kernels_side_by_side(tmp_path: Path, shape: tuple[int, ...]) -> None:
    weight = torch.randn(shape)
    document = opened(tmp_path / "a.pt", {"w": weight})
    found = kernels(tensors_of(document)["w"])
    document.close()
    planes = weight[:, :, shape[2] // 2] if len(shape) == 5 else weight
    planes = planes if planes.dim() == 4 else planes[:, :, None]
    seen = 0
    for row, column in np.ndindex(found.values.shape):
        place = found.at(row, column)
        if place is None:
            assert math.isnan(found.values[row, column])
        else:
            assert found.values[row, column] == planes[place]
            seen += 1
    assert seen == planes.numel()


@pytest.mark.parametrize("limit", [16, 17, 100, 1000, 12_345])
@pytest.mark.parametrize("shape", [(64, 64, 3, 3), (500, 1, 3, 3), (1, 500, 3, 3), (37, 41, 1, 3)])
def test_kernels_never_take_more_than_the_limit(shape: tuple[int, ...], limit: int) -> None:
    tensor = tensor_of(bytes(4 * math.prod(shape)), "float32", shape)
    found = kernels(tensor, limit)
    assert found.values.size <= limit
    assert (found.all_outputs, found.all_inputs) == shape[:2]
    shown = int(np.isfinite(found.values).sum())
    assert shown == found.outputs * found.inputs * shape[2] * shape[3] > 0


@pytest.mark.parametrize("run", [(0, 4), (5, 64), (38, 16), (59, 16), (7, 2), (99, 5)])
def test_any_run_of_kernels(run: tuple[int, int]) -> None:
    values = np.arange(3 * 20 * 2 * 3, dtype="<f4").reshape(3, 20, 2, 3)
    found = kernels(tensor_of(values.tobytes(), "float32", values.shape), run=run)
    first = min(run[0], 59)
    places = [found.at(row, column) for row, column in np.ndindex(found.values.shape)]
    numbers = {out * 20 + inner for out, inner, _, _ in filter(None, places)}
    assert numbers == set(range(first, min(first + run[1], 60)))
    for value, place in zip(found.values.flat, places, strict=True):
        assert math.isnan(value) if place is None else value == values[place]


def test_what_has_no_kernels() -> None:
    assert not has_kernels(tensor_of(bytes(24), "float32", (2, 3)))
    assert not has_kernels(tensor_of(bytes(24), "float32", (2, 3, 1, 1)))
    with pytest.raises(Unsupported):
        kernels(tensor_of(bytes(24), "float32", (2, 3)))
    with pytest.raises(Unsupported):
        kernels(tensor_of(bytes(4 * 900), "float32", (1, 1, 30, 30)), 100)


def test_stored_bytes_are_as_in_the_file(tmp_path: Path) -> None:
    data = np.arange(100, dtype=">i4")
    np.save(tmp_path / "a.npy", data)
    document = opened(tmp_path / "a.pt", {"x": torch.arange(100)[10:20:2]})
    tensor = tensors_of(document)["x"]
    assert raw_size(tensor) == 72
    whole = torch.arange(100).numpy().tobytes()
    assert raw_bytes(tensor, 8, 16) == whole[88:104]
    assert raw_bytes(tensor, 64, 1000) == whole[144:152]
    assert raw_bytes(tensor, 72, 8) == b""
    place = raw_place(tensor)
    assert place is not None
    assert (tmp_path / "a.pt").read_bytes()[place : place + 72] == whole[80:152]
    document.close()
    packed = tensor_of(b"\x10\x32\x54", "uint4", (3,), offset=1)
    assert raw_bytes(packed, 0, 9) == b"\x10\x32"
