"""Histograms beside numpy's, of samples and of everything."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import torch

from inspector.analysis.binning import MOST_BINS
from inspector.analysis.histogram import Histogram, exact, sample
from inspector.analysis.tensor_stats import tensor_stats
from inspector.errors import Cancelled, LimitExceeded, Unsupported
from tests.analysis.made import Counting, Reports, opened, storage_of, tensor_of, tensors_of, view


def check(found: Histogram, values: np.ndarray) -> None:
    """Compare with numpy's, and with what the values are."""
    finite = values[np.isfinite(values)]
    assert found.is_exact
    assert found.numel == values.size
    assert found.nan == np.isnan(values).sum()
    assert (found.pos_inf, found.neg_inf) == (
        (values == math.inf).sum(),
        (values == -math.inf).sum(),
    )
    assert found.zeros == (finite == 0).sum()
    assert found.counts.sum() == finite.size
    assert np.all(np.diff(found.edges) > 0)
    assert len(found.edges) == len(found.counts) + 1 <= MOST_BINS + 1
    if found.values is None:
        wanted, _ = np.histogram(finite, found.edges)
        assert found.counts.tolist() == wanted.tolist()


@pytest.mark.parametrize("size", [1, 100, 5000, 600_000])
@pytest.mark.parametrize(
    "dtype",
    [torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.float8_e5m2],
    ids=str,
)
def test_floats_agree_with_numpy(tmp_path: Path, size: int, dtype: torch.dtype) -> None:
    x = (torch.randn(size) * 3).to(dtype)
    if size > 100 and dtype != torch.float8_e5m2:
        x[3], x[4], x[5], x[6] = math.nan, math.inf, -math.inf, 0
    document = opened(tmp_path / "a.pt", {"x": x})
    tensor = tensors_of(document)["x"]
    values = x.double().numpy()
    for bins in (1, 37, 512, 10_000):
        check(exact(tensor, bins=bins), values)
    check(exact(tensor, stats=tensor_stats(tensor)), values)
    check(sample(tensor), values)  # all of so few
    document.close()


def test_limits_leave_out_what_is_outside() -> None:
    values = np.arange(1000, dtype="<f4")
    for dtype in ("<f4", "<f2"):
        tensor = tensor_of(values.astype(dtype).tobytes(), f"float{8 * int(dtype[2])}", (1000,))
        found = exact(tensor, bins=10, limits=(100, 200))
        assert (found.below, found.above) == (100, 799)
        assert found.counts.tolist() == [10] * 9 + [11]  # the last edge belongs to the last bin


INTEGERS: tuple[tuple[str, list[int], list[float] | None], ...] = (
    ("int64", [3, 5, 3, 3], [3, 4, 5]),
    ("int64", [-7, 1 << 40, -7, 0], [-7, 0, 1 << 40]),
    ("int32", [*range(0, 51_200, 100)], [*range(0, 51_200, 100)]),
    ("int16", [-300, 300], [-300, 300]),
    ("uint8", [0, 255], [*range(256)]),
    ("int64", [*range(0, 513_000, 1000)], None),
    ("int64", [2**63 - 1, 2**63 - 1], [2**63]),
    ("int64", [2**62, 2**62 + 1, 0], None),
)


@pytest.mark.parametrize(("dtype", "numbers", "values"), INTEGERS)
def test_few_integers_have_a_bin_each(
    dtype: str, numbers: list[int], values: list[float] | None
) -> None:
    data = np.array(numbers, dtype)
    tensor = tensor_of(data.tobytes(), dtype, data.shape)
    for found in (exact(tensor), sample(tensor)):
        given = None if found.values is None else found.values.tolist()
        assert given == values
        assert found.counts.sum() == len(numbers)
        assert np.all(np.diff(found.edges) > 0)
        if values is not None:
            times = [sum(float(number) == value for number in numbers) for value in values]
            assert found.counts.tolist() == times


def test_bins_of_integers_hold_equally_many_of_them() -> None:
    data = np.arange(5120, dtype="<i4")
    found = exact(tensor_of(data.tobytes(), "int32", data.shape))
    assert found.counts.tolist() == [20] * 256


@pytest.mark.parametrize(
    "numbers",
    [[0.0], [5.0, 5.0], [1e-310, 3e-310], [1e308, -1e308, 0], [1.0, 1.0 + 2**-52], [math.nan]],
    ids=str,
)
def test_ranges_that_float64_can_hardly_divide(numbers: list[float]) -> None:
    data = np.array(numbers, "<f8")
    check(exact(tensor_of(data.tobytes(), "float64", data.shape)), data)


def test_a_sample_is_256_blocks_from_everywhere() -> None:
    data = np.arange(8_000_000, dtype="<f4")
    storage = storage_of(data.tobytes(), "float32")
    source = storage.source
    assert isinstance(source, Counting)
    found = sample(view(storage, "float32", (4000, 2000)))
    assert not found.is_exact
    assert 1_000_000 < found.looked_at == found.counts.sum() <= 256 * 4096
    assert len(source.reads) == 256
    assert found.edges[0] == 0
    assert found.edges[-1] == data[-1]
    assert found.counts.min() > 2000


@pytest.mark.parametrize("dtype", ["float32", "float16", "uint8", "int64"])
def test_a_sample_of_a_strided_view(dtype: str) -> None:
    data = (np.arange(6_000_000) % 251).astype(dtype)
    tensor = view(storage_of(data.tobytes(), dtype), dtype, (2000, 1500), (3000, 2))
    found = sample(tensor)
    assert 500_000 < found.looked_at < 1_100_000
    assert found.numel == 3_000_000
    assert found.counts.sum() == found.looked_at
    wanted, _ = np.histogram(data.reshape(2000, 3000)[:, ::2], found.edges)
    assert exact(tensor).counts.sum() == wanted.sum()


def test_repeated_elements_count_as_often_as_they_are_there() -> None:
    small = storage_of(np.array([1, 2], "<f4").tobytes(), "float32")
    tensor = view(small, "float32", (2**39, 2), (0, 1))
    for found in (exact(tensor), sample(tensor)):
        assert found.is_exact
        assert found.counts.sum() == found.numel == 2**40
    with pytest.raises(LimitExceeded):
        sample(view(storage_of(bytes(1 << 22), "uint8"), "uint8", (1 << 20, 1 << 20), (1, 1)))


def test_complex_numbers_by_their_absolute_value() -> None:
    data = np.array([3 + 4j, 0, 6 - 8j], "<c8")
    found = exact(tensor_of(data.tobytes(), "complex64", (3,)))
    assert (found.edges[0], found.edges[-1], found.of) == (0, 10, "absolute values")


def test_progress_and_cancel() -> None:
    data = np.zeros(10_000_000, "<f4")
    tensor = tensor_of(data.tobytes(), "float32", data.shape)
    reports = Reports()
    exact(tensor, reports.progress())
    done = [done for done, _ in reports.told]
    assert {total for _, total in reports.told} == {80_000_000}  # two passes
    assert done == sorted(done)
    assert done[-1] == 80_000_000
    with pytest.raises(Cancelled):
        exact(tensor, Reports(8).progress())
    with pytest.raises(Unsupported):
        sample(tensor_of(b"ab", "bits8", (2,)))
