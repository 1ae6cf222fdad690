"""Looking closely at one pair: the same figures as numpy's own, however the tensors lie."""

from __future__ import annotations

import numpy as np
import pytest

from inspector.analysis.diff import closeup as module
from inspector.analysis.diff.closeup import BINS, FIRST, HEAT, Difference, closeup
from inspector.bytesource import BytesSource
from inspector.checkpoint.dtype import DTYPES
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.errors import Cancelled, Unsupported
from inspector.progress import Progress


def tensor(values: np.ndarray, dtype: str = "", stride: tuple[int, ...] = ()) -> Tensor:
    kind = DTYPES[dtype or values.dtype.name]
    data = values.tobytes()
    storage = Storage("0", kind, len(data), "cpu", BytesSource(data, "data/0"), 0)
    return Tensor(kind, values.shape, stride or contiguous_stride(values.shape), 0, storage)


@pytest.fixture(params=[(7, 5), (300, 1000), (3, 4, 5), (100_000,), (1, 1), ()])
def pair(request) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    a = rng.normal(size=request.param).astype("f4")
    b = a + np.where(rng.random(request.param) < 0.1, 0.25, 0).astype("f4")
    return a, b


@pytest.mark.parametrize("piece", [17, 1 << 17])
def test_figures_are_numpys(pair, piece: int, monkeypatch) -> None:
    monkeypatch.setattr(module, "_PIECE", piece if pair[0].size < 10_000 else 1 << 13)
    a, b = pair
    found = closeup(tensor(a), tensor(b))
    delta = b.astype("f8") - a
    assert found.different == int((a != b).sum())
    assert found.mean == pytest.approx(delta.mean(), abs=1e-12)
    assert found.std == pytest.approx(delta.std(), abs=1e-9)
    low, high = min(a.min(), b.min()), max(a.max(), b.max())
    if a.size > 1:
        exact = np.histogram(a.astype("f8"), BINS, (float(low), float(high)))[0]
        assert found.counts_a.tolist() == exact.tolist()
    assert found.counts_a.sum() == found.counts_b.sum() == found.delta_counts.sum() == a.size
    places = [tuple(map(int, at)) for at in np.argwhere(a != b)][:FIRST]
    assert [each.at for each in found.first] == places
    matrix = np.abs(delta).reshape(found.rows, found.columns)
    down, across = -(-found.rows // HEAT), -(-found.columns // HEAT)
    expected = [
        [matrix[r : r + down, c : c + across].max() for c in range(0, found.columns, across)]
        for r in range(0, found.rows, down)
    ]
    assert np.allclose(found.heat, expected, rtol=1e-6)


def test_nan_and_infinities_are_no_numbers() -> None:
    a = np.array([[1, np.nan, np.inf, 2]], "f4")
    b = np.array([[1, np.nan, np.inf, np.nan]], "f4")
    found = closeup(tensor(a), tensor(b))
    assert (found.different, found.delta_counts.sum(), found.mean) == (1, 1, 0.0)
    assert found.first[0].at == (0, 3)
    assert np.isnan(found.heat).tolist() == [[False, True, True, True]]
    nothing = closeup(tensor(a[:, 1:2]), tensor(b[:, 1:2]))
    assert (nothing.edges, nothing.different) == (None, 0)


def test_other_shapes_and_single_tensors_have_histograms_alone() -> None:
    a, b = tensor(np.arange(6, dtype="f4")), tensor(np.arange(8, dtype="i8").reshape(2, 4))
    found = closeup(a, b)
    assert (found.edges[0], found.edges[-1]) == (0, 7)
    assert (found.counts_a.sum(), found.counts_b.sum(), found.heat) == (6, 8, None)
    alone = closeup(None, b)
    assert alone.counts_a is None
    assert alone.counts_b.sum() == 8


def test_dtypes_and_strides_may_differ() -> None:
    a = tensor(np.arange(6, dtype="f4").reshape(2, 3))
    transposed = tensor(np.array([[0, 3, 1], [4, 2, 9]], "f2"), stride=(1, 2))
    found = closeup(a, transposed)
    assert found.first == [Difference((1, 2), 5.0, 9.0)]


def test_it_stops_and_refuses() -> None:
    def stop(*_: object) -> None:
        raise Cancelled

    a = tensor(np.zeros(10, "f4"))
    with pytest.raises(Cancelled):
        closeup(a, a, Progress(stop))
    with pytest.raises(Unsupported):
        closeup(a, tensor(np.zeros(10, "u1"), "bits8"))
