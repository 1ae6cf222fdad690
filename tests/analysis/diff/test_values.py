"""Figures of differing values beside torch's own, for every dtype, view and size."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import torch

from inspector.analysis.diff import values
from inspector.analysis.diff.elementwise import Tolerance
from inspector.analysis.diff.model import PairValues
from inspector.analysis.diff.rollup import Outcome
from inspector.analysis.diff.runs import Piece, read_together
from inspector.analysis.diff.values import compare_values
from inspector.errors import Cancelled
from inspector.progress import Progress
from tests.analysis.diff.comparing import compared, one_pair, saved

FLOATS = (torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.float8_e4m3fn)
OTHERS = (torch.int64, torch.int32, torch.int8, torch.uint8, torch.bool, torch.complex64)


def numbers(dtype: torch.dtype, count: int, seed: int) -> torch.Tensor:
    """Numbers of any dtype."""
    generator = torch.Generator().manual_seed(seed)
    if dtype.is_complex:
        real = torch.randn(2, count, generator=generator)
        return torch.complex(real[0], real[1])
    values = torch.randn(count, generator=generator, dtype=torch.float64) * 3
    return (values > 0) if dtype is torch.bool else values.to(dtype)


def wide(tensor: torch.Tensor) -> torch.Tensor:
    """Where torch's own figures have no error to speak of."""
    return tensor.to(torch.complex128 if tensor.is_complex() else torch.float64).flatten()


def check_beside_torch(found: PairValues, a: torch.Tensor, b: torch.Tensor) -> None:
    """Every figure within 1e-6 of torch's; of those that are NaN on neither side."""
    x, y = wide(a), wide(b)
    good = ~(x.isnan() | y.isnan())
    assert found.numel == a.numel()
    assert (found.nan_a, found.nan_b) == (int(x.isnan().sum()), int(y.isnan().sum()))
    assert found.different == int(((x != y) & ~(x.isnan() & y.isnan())).sum())
    gaps = (y - x).abs()
    gaps[~good] = 0
    assert found.max_abs == pytest.approx(float(gaps.max()), rel=1e-6)
    assert found.max_at is not None
    assert float(gaps[found.max_at]) == pytest.approx(float(gaps.max()), rel=1e-6)
    x, y, gaps = x[good], y[good], gaps[good]
    assert found.mean_abs == pytest.approx(float(gaps.mean()), rel=1e-6)
    assert found.rel_l2 == pytest.approx(float(gaps.norm() / x.norm()), rel=1e-6)
    cosine = float(torch.vdot(x, y).real / (x.abs().norm() * y.abs().norm()))
    if math.isnan(cosine):
        assert found.cosine is None
    else:
        assert found.cosine == pytest.approx(cosine, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("count", [1, 5, 4096, 300_001, 1_200_000])
@pytest.mark.parametrize("dtype", [*FLOATS, *OTHERS], ids=str)
def test_different_values(tmp_path: Path, dtype: torch.dtype, count: int) -> None:
    a, b = numbers(dtype, count, 1), numbers(dtype, count, 2)
    if torch.equal(a, b):
        b = ~b if dtype is torch.bool else b + 1
    with compared(*saved(tmp_path, {"x": a}, {"x": b})) as outcome:
        _, found = one_pair(outcome, "x")
    check_beside_torch(found, a, b)
    assert not found.same_bits
    assert not found.within


@pytest.mark.parametrize("other", [*FLOATS, torch.int32], ids=str)
@pytest.mark.parametrize("dtype", FLOATS[1:4], ids=str)
def test_across_dtypes(tmp_path: Path, dtype: torch.dtype, other: torch.dtype) -> None:
    a, b = numbers(dtype, 50_000, 1), numbers(other, 50_000, 2)
    with compared(*saved(tmp_path, {"x": a}, {"x": b})) as outcome:
        _, found = one_pair(outcome, "x")
    check_beside_torch(found, a, b)


@pytest.mark.parametrize(
    ("a", "b", "name"),
    [
        (torch.float32, torch.bfloat16, "float32"),
        (torch.float16, torch.bfloat16, "float32"),
        (torch.float64, torch.float16, "float64"),
        (torch.float32, torch.int64, "float64"),
        (torch.complex64, torch.float32, "complex128"),
    ],
    ids=str,
)
def test_across_dtypes_the_wider_one_is_named(
    tmp_path: Path, a: torch.dtype, b: torch.dtype, name: str
) -> None:
    whole = torch.arange(-20, 20)
    with compared(*saved(tmp_path, {"x": whole.to(a)}, {"x": whole.to(b)})) as outcome:
        _, found = one_pair(outcome, "x")
    assert found.compared_in == name
    assert found.within
    assert not found.same_bits
    assert found.different == 0


VIEWS: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "transposed": lambda x: x.t(),
    "column": lambda x: x[:, 5],
    "corner": lambda x: x[3:50, 7:90],
    "every third": lambda x: x[::3, ::2],
    "expanded": lambda x: x[:1].expand(40, 100),
    "overlapping": lambda x: x.as_strided((50, 60), (1, 1)),
    "channels last": lambda x: x.reshape(4, 5, 50, 10).contiguous(
        memory_format=torch.channels_last
    ),
}


@pytest.mark.parametrize("contiguous", [(False, False), (True, False), (False, True)], ids=str)
@pytest.mark.parametrize("name", VIEWS)
def test_views(tmp_path: Path, name: str, contiguous: tuple[bool, bool]) -> None:
    sides = [VIEWS[name](numbers(torch.float32, 10_000, n).reshape(100, 100)) for n in (1, 2)]
    a, b = (
        side.contiguous() if is_dense else side
        for side, is_dense in zip(sides, contiguous, strict=True)
    )
    with compared(*saved(tmp_path, {"x": a}, {"x": b})) as outcome:
        _, found = one_pair(outcome, "x")
    check_beside_torch(found, a, b)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float16, torch.bfloat16], ids=str)
@pytest.mark.parametrize("place", [0, 1, 700_000, 1_499_999])
def test_one_element_far_inside(tmp_path: Path, dtype: torch.dtype, place: int) -> None:
    """Pieces that are equal count in the norms all the same, before and behind the difference."""
    a = numbers(dtype, 1_500_000, 1)
    b = a.clone()
    b[place] += 4
    with compared(*saved(tmp_path, {"x": a}, {"x": b})) as outcome:
        _, found = one_pair(outcome, "x")
    check_beside_torch(found, a, b)
    assert found.max_at == place


@pytest.mark.parametrize("dtype", FLOATS, ids=str)
@pytest.mark.parametrize("count", [10, 600_000])
def test_nan_on_both_sides_is_counted_where_all_bits_are_the_same(
    tmp_path: Path, dtype: torch.dtype, count: int
) -> None:
    a = numbers(dtype, count, 1).to(torch.float64)
    a[[0, count - 1]] = math.nan
    a[3] = -a[0]
    a = a.to(dtype)
    with compared(*saved(tmp_path, {"x": a}, {"x": a.clone()})) as outcome:
        _, found = one_pair(outcome, "x")
    assert found.same_bits
    assert (found.nan_a, found.nan_b) == (3, 3)
    assert (found.max_abs, found.mean_abs, found.rel_l2, found.cosine) == (0, 0, 0, 1)


@pytest.mark.parametrize("count", [10, 60_000])
def test_infinities(tmp_path: Path, count: int) -> None:
    a, b = numbers(torch.float32, count, 1), numbers(torch.float32, count, 1)
    a[:3] = torch.tensor([math.inf, math.inf, -math.inf])
    b[:3] = torch.tensor([math.inf, -math.inf, -math.inf])
    with compared(*saved(tmp_path, {"x": a}, {"x": b})) as outcome:
        _, found = one_pair(outcome, "x")
    assert found.different == 1
    assert (found.max_abs, found.max_at, found.rel_l2) == (math.inf, 1, math.inf)
    assert found.cosine is None


@pytest.mark.parametrize("scale", [1e-30, 1e-42, 1e30])
def test_sizes_whose_squares_float32_does_not_have(tmp_path: Path, scale: float) -> None:
    a, b = (numbers(torch.float32, 60_000, n) * scale for n in (1, 2))
    with compared(*saved(tmp_path, {"x": a}, {"x": b})) as outcome:
        _, found = one_pair(outcome, "x")
    check_beside_torch(found, a, b)


def test_large_integers_differ_by_one(tmp_path: Path) -> None:
    a = torch.tensor([2**62, -(2**63), 5])
    b = torch.tensor([2**62 + 1, 2**63 - 1, 5])
    with compared(*saved(tmp_path, {"x": a[:1]}, {"x": b[:1]})) as outcome:
        assert one_pair(outcome, "x")[1].max_abs == 1
    with compared(*saved(tmp_path, {"x": a}, {"x": b})) as outcome:
        found = one_pair(outcome, "x")[1]
        assert (found.max_abs, found.max_at, found.different) == (2.0**64, 1, 2)


TOLERANCES = [(0.0, 0.0), (0.1, 0.0), (0.0, 0.05), (1e-3, 1e-3), (10.0, 10.0)]


@pytest.mark.parametrize("dtype", [torch.float64, torch.float32, torch.bfloat16], ids=str)
@pytest.mark.parametrize("count", [5, 70_000])
@pytest.mark.parametrize(("rtol", "atol"), TOLERANCES)
def test_tolerance_is_that_of_allclose(
    tmp_path: Path, dtype: torch.dtype, count: int, rtol: float, atol: float
) -> None:
    a = numbers(dtype, count, 1)
    b = (a.double() * 1.01 + 0.02).to(dtype)
    with compared(*saved(tmp_path, {"x": a}, {"x": b}), tolerance=Tolerance(rtol, atol)) as outcome:
        _, found = one_pair(outcome, "x")
        is_close = torch.allclose(a.double(), b.double(), rtol, atol)
        assert found.within == is_close
        assert outcome.is_identical == is_close


@pytest.mark.parametrize("is_zip", [True, False], ids=["zip", "legacy"])
def test_hundreds_of_small_tensors_are_read_together(
    tmp_path: Path, is_zip: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    dtypes = [*FLOATS, *OTHERS] if is_zip else [*FLOATS[:4], *OTHERS]
    a = {f"{n}": numbers(dtypes[n % len(dtypes)], 9, n) for n in range(600)}
    b = {key: value.clone() for key, value in a.items()}
    for key in list(b)[::7]:
        b[key] = b[key][torch.arange(8, -1, -1)]
    paths = tmp_path / "a.pt", tmp_path / "b.pt"
    for path, state in zip(paths, (a, b), strict=True):
        torch.save(state, path, _use_new_zipfile_serialization=is_zip)
    together = []

    def reading(pieces: Sequence[Piece]) -> None:
        read_together(pieces)
        together.extend(piece for piece in pieces if piece.data is not None)

    monkeypatch.setattr(values, "read_together", reading)
    with compared(*paths) as outcome:
        assert len(together) == 600
        for pair in outcome.structure.pairs:
            found, key = outcome.values[pair.index], pair.a.name
            assert found.different == int((wide(a[key]) != wide(b[key])).sum()), key
            assert found.same_bits == torch.equal(a[key], b[key])
            if found.different and a[key].dtype.is_floating_point:
                check_beside_torch(found, a[key], b[key])


def test_the_last_elements_of_packed_bytes_do_not_count(tmp_path: Path) -> None:
    """Nothing but the elements of a tensor is compared, whatever its storage holds beside them."""
    a, b = torch.arange(20.0), torch.arange(20.0)
    b[10:] = 7
    with compared(*saved(tmp_path, {"x": a[:10]}, {"x": b[:10]})) as outcome:
        assert one_pair(outcome, "x")[1].same_bits


def test_sparse_tensors_are_compared_part_by_part(tmp_path: Path) -> None:
    dense = torch.zeros(5, 5)
    dense[1, 2], dense[3, 3] = 2.0, 3.0
    other = dense.clone()
    other[3, 3] = 5.0
    files = saved(tmp_path, {"x": dense.to_sparse()}, {"x": other.to_sparse()})
    with compared(*files) as outcome:
        _, found = one_pair(outcome, "x")
    assert (found.different, found.max_abs) == (1, 2.0)


def test_a_truncated_file_is_never_called_the_same(tmp_path: Path) -> None:
    tensors = {"x": torch.arange(100_000.0), "y": torch.arange(3.0)}
    whole, _ = saved(tmp_path, tensors, tensors)
    cut = tmp_path / "legacy.pt"
    torch.save(tensors, cut, _use_new_zipfile_serialization=False)
    cut.write_bytes(cut.read_bytes()[:-1000])
    with compared(whole, cut) as outcome:
        assert not outcome.is_identical
        assert "unreadable" in {reason for said in outcome.verdicts for reason in said.reasons}


def test_worst_first(tmp_path: Path) -> None:
    a = {name: numbers(torch.float32, 5000, 1) for name in "abcd"}
    factors = {"a": 1.0, "b": 1.1, "c": 3.0, "d": 1.0}
    b = {name: tensor * factors[name] for name, tensor in a.items()}
    with compared(*saved(tmp_path, a, b)) as outcome:
        assert watched_names(outcome) == ["c", "b", "a", "d"]
        results = compare_values(outcome.structure, only=[2, 0])
        assert [found.index for found in results] == [2, 0]


def watched_names(outcome: Outcome) -> list[str]:
    """The names of the pairs in the order in which their values come while somebody waits."""
    found = compare_values(outcome.structure, is_watched=True)
    return [str(outcome.structure.pairs[values.index].path[-1]) for values in found]


@pytest.mark.parametrize("numel", [3, 200, 5000])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.float64, torch.complex64])
def test_worst_first_of_many(tmp_path: Path, dtype: torch.dtype, numel: int) -> None:
    """More than are looked at together; a difference from nothing, and a NaN, are the worst."""
    apart = {1700: 0.4, 30: 0.05, 1200: 0.01}
    a = {f"w{n}": numbers(dtype, numel, n) + 2 for n in range(1800)}
    b = {name: tensor.clone() for name, tensor in a.items()}
    for at, factor in apart.items():
        b[f"w{at}"] *= 1 + factor
    a["zero"], b["zero"] = torch.zeros(numel, dtype=dtype), torch.ones(numel, dtype=dtype)
    a["nan"], b["nan"] = a["w0"].clone(), torch.full((numel,), float("nan"), dtype=dtype)
    with compared(*saved(tmp_path, a, b)) as outcome:
        order = watched_names(outcome)
    assert sorted(order[:2]) == ["nan", "zero"]
    assert order[2:5] == ["w1700", "w30", "w1200"]
    assert order[5:] == [name for name in a if name not in order[:5]]


def test_what_is_not_at_hand_may_be_the_worst(tmp_path: Path) -> None:
    """The elements of a transposed tensor are not looked at twice."""
    one = numbers(torch.float32, 1024, 1).reshape(32, 32)
    a = {"same": one, "little": one, "turned": one, "much": one}
    b = {"same": one, "little": one * 1.01, "turned": one.t().contiguous().t(), "much": -one}
    with compared(*saved(tmp_path, a, b)) as outcome:
        assert watched_names(outcome) == ["much", "turned", "little", "same"]


def test_a_cancel_stops_within_eight_megabytes(tmp_path: Path) -> None:
    tensors = {"x": torch.zeros(6_000_000)}
    reported: list[int] = []

    def report(done: int, total: int, text: str) -> None:
        reported.append(done)
        if done:
            raise Cancelled

    with compared(*saved(tmp_path, tensors, tensors)) as outcome:
        with pytest.raises(Cancelled):
            list(compare_values(outcome.structure, Progress(report)))
        assert reported[0] == 0
        assert reported[-1] <= 8 << 20
