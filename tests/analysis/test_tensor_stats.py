"""Statistics beside numpy's in float64 and beside torch, of every dtype and every kind of view."""

from __future__ import annotations

import gzip
import io
import math
import threading
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import ml_dtypes
import numpy as np
import pytest
import torch

from inspector.analysis.moments import MAX_DISTINCT
from inspector.analysis.tensor_stats import TensorStats, numbers, stats_of, tensor_stats
from inspector.checkpoint.tensor import Tensor
from inspector.document import open_document
from inspector.errors import Cancelled, CorruptFile, InspectorError, LimitExceeded, Unsupported
from tests.analysis.made import (
    Counting,
    Reports,
    opened,
    storage_of,
    tensor_of,
    tensors_of,
    view,
)

FLOATS = (torch.float64, torch.float32, torch.float16, torch.bfloat16)
EIGHTS = (
    torch.float8_e4m3fn,
    torch.float8_e5m2,
    torch.float8_e4m3fnuz,
    torch.float8_e5m2fnuz,
)
INTEGERS = (torch.int8, torch.uint8, torch.int16, torch.int32, torch.int64)
# Around the sizes at which the way of summing changes.
SIZES = (1, 7, 1024, 33_000, 300_001)


def bad(x: torch.Tensor) -> torch.Tensor:
    """Zeros, NaN and both infinities among the numbers."""
    x = x * 0.05
    x[::3] = 0
    x[len(x) // 2] = math.nan
    x[-1] = math.inf
    x[0] = -math.inf
    return x


SHAPES_OF_VALUES: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "weights": lambda x: x * 0.05,
    "far from zero": lambda x: x * 0.5 + 100,
    "positive": lambda x: x.abs() + 1e-3,
    "negative": lambda x: -x.abs() - 1e-3,
    "tiny": lambda x: x * 1e-20,
    "subnormal halves": lambda x: x * 6e-6,
    "huge": lambda x: x * 1e30,
    "constant": lambda x: torch.full_like(x, 0.1),
    "negative zeros": lambda x: torch.where(x > 0, x, -0.0),
    "bad": bad,
}


def values_of(tensor: torch.Tensor) -> np.ndarray:
    """As float64; complex numbers by their absolute value."""
    if tensor.is_complex():
        return tensor.abs().double().numpy()
    return tensor.to(torch.float64).numpy() if tensor.dtype != torch.int64 else tensor.numpy() * 1.0


def expected(tensor: torch.Tensor) -> dict[str, Any]:
    """What numpy says in float64."""
    values = values_of(tensor).reshape(-1)
    finite = values[np.isfinite(values)]
    found: dict[str, Any] = {
        "numel": values.size,
        "finite": finite.size,
        "nan": np.isnan(values).sum(),
        "pos_inf": (values == math.inf).sum(),
        "neg_inf": (values == -math.inf).sum(),
        "zeros": (finite == 0).sum(),
    }
    if not finite.size:
        return found | dict.fromkeys(("minimum", "maximum", "mean", "std"))
    with np.errstate(over="ignore"):
        return found | {
            "minimum": finite.min(),
            "maximum": finite.max(),
            "mean": finite.mean(),
            "std": finite.std(),
            "norm": math.sqrt(float((finite * finite).sum())),
        }


def differences(found: TensorStats, tensor: torch.Tensor) -> list[str]:
    """What is not as numpy has it, to a millionth; a mean near zero, to that of the numbers."""
    wrong = []
    spread = found.std or 0
    for name, wanted in expected(tensor).items():
        value = getattr(found, name)
        error = 1e-7 * spread if name == "mean" else 1e-12 * abs(found.mean or 0)
        close = value == wanted or (
            value is not None
            and wanted is not None
            and abs(value - wanted) <= max(1e-6 * abs(wanted), error)
        )
        if not close:
            wrong.append(f"{name}: {value} instead of {wanted}")
    return wrong


@pytest.mark.parametrize("dtype", FLOATS, ids=str)
def test_floats_agree_with_numpy(tmp_path: Path, dtype: torch.dtype) -> None:
    generator = torch.Generator().manual_seed(1)
    made = {}
    for size in SIZES:
        x = torch.randn(size, generator=generator, dtype=torch.float64)
        for name, shape in SHAPES_OF_VALUES.items():
            made[f"{name} {size}"] = shape(x).to(dtype)
    document = opened(tmp_path / "a.pt", made)
    tensors = [entry.tensor for entry in document.contents.tensors]
    found = dict(stats_of(tensors, with_rows=True))
    wrong = {}
    for at, (name, tensor) in enumerate(made.items()):
        stats = found[at]
        assert isinstance(stats, TensorStats)
        smallest = torch.finfo(dtype).tiny
        subnormal = int(((tensor.double().abs() < smallest) & (tensor != 0)).sum())
        lines = differences(stats, tensor)
        lines += [f"subnormal: {stats.subnormal}"] if stats.subnormal != subnormal else []
        if lines:
            wrong[name] = lines
    document.close()
    assert not wrong


@pytest.mark.parametrize("dtype", EIGHTS, ids=str)
def test_floats_of_a_byte_agree_with_numpy(tmp_path: Path, dtype: torch.dtype) -> None:
    generator = torch.Generator().manual_seed(3)
    made = {}
    for size in SIZES:
        x = torch.randn(size, generator=generator)
        for name, shape in SHAPES_OF_VALUES.items():
            made[f"{name} {size}"] = shape(x.double()).float().to(dtype)
    document = opened(tmp_path / "a.pt", made)
    found = {name: tensor_stats(tensor) for name, tensor in tensors_of(document).items()}
    document.close()
    wrong = {name: differences(found[name], made[name].float()) for name in made}
    assert not {name: lines for name, lines in wrong.items() if lines}


@pytest.mark.parametrize("size", SIZES)
def test_other_dtypes_agree_with_torch(tmp_path: Path, size: int) -> None:
    generator = torch.Generator().manual_seed(2)
    x = torch.randn(size, generator=generator)
    made = {str(dtype): x.to(dtype) for dtype in EIGHTS}
    for dtype in INTEGERS:
        made[str(dtype)] = torch.randint(0, 100, (size,), generator=generator).to(dtype)
    made["wide"] = torch.randint(-(2**62), 2**62, (size,), generator=generator)
    made["bool"] = x > 0.3
    made["complex64"] = torch.complex(x, -x)
    made["complex128"] = torch.complex(x, -x).to(torch.complex128)
    document = opened(tmp_path / "a.pt", made)
    for name, tensor in tensors_of(document).items():
        found = tensor_stats(tensor)
        assert not differences(found, made[name]), name
        if made[name].dtype in (*INTEGERS, torch.bool):
            assert found.distinct == min(len(made[name].unique()), MAX_DISTINCT + 1), name
            assert type(found.minimum) is int, name
        else:
            assert found.distinct is None, name
    document.close()


@pytest.mark.parametrize("count", [1, 2, 65_535, 65_536, 65_537, 70_000])
@pytest.mark.parametrize("step", [1, 3, 1 << 40])
def test_distinct_integers_are_counted_up_to_a_limit(count: int, step: int) -> None:
    values = np.tile(np.arange(count, dtype="<i8") * step, 5)
    found = tensor_stats(tensor_of(values.tobytes(), "int64", values.shape))
    assert found.distinct == min(count, MAX_DISTINCT + 1)
    assert found.has_many_distinct == (count > MAX_DISTINCT)


def test_large_integers_keep_every_digit() -> None:
    values = np.array([2**63 - 1, -(2**63)], "<i8")
    found = tensor_stats(tensor_of(values.tobytes(), "int64", (2,)))
    assert (found.minimum, found.maximum) == (-(2**63), 2**63 - 1)
    found = tensor_stats(tensor_of(np.array([2**64 - 1], "<u8").tobytes(), "uint64", (1,)))
    assert found.maximum == 2**64 - 1


VIEWS: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "transposed": lambda x: x.t(),
    "column": lambda x: x[:, 5],
    "corner": lambda x: x[3:50, 7:90],
    "every third": lambda x: x[::3, ::2],
    "expanded": lambda x: x[:1].expand(40, 100),
    "expanded both ways": lambda x: x[0, 0].expand(1000, 1000),
    "overlapping": lambda x: x.as_strided((50, 60), (1, 1)),
    "unfolded": lambda x: x.reshape(-1).unfold(0, 16, 4),
    "channels last": lambda x: x.reshape(4, 5, 50, 10).contiguous(
        memory_format=torch.channels_last
    ),
    "nothing": lambda x: x[:0],
    "scalar": lambda x: x[2, 2],
}


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float16, torch.int16], ids=str)
def test_views_of_every_kind(tmp_path: Path, name: str, dtype: torch.dtype) -> None:
    tensor = VIEWS[name]((torch.randn(100, 100) * 50).to(dtype))
    document = opened(tmp_path / "a.pt", {"x": tensor, "y": torch.zeros(1)})
    found = tensor_stats(tensors_of(document)["x"])
    document.close()
    assert not differences(found, tensor)


def test_an_expand_of_a_trillion_elements_is_instant() -> None:
    small = storage_of(np.array([1, 2, 3, 4], "<f4").tobytes(), "float32")
    found = tensor_stats(view(small, "float32", (2**38, 4), (0, 1)))
    assert found.numel == 2**40
    assert (found.minimum, found.maximum, found.mean) == (1, 4, 2.5)
    assert found.norm == pytest.approx(math.sqrt(2**38 * 30))


def test_overlaps_without_end_are_refused() -> None:
    small = storage_of(bytes(1 << 22), "uint8")
    tensor = view(small, "uint8", (1 << 20, 1 << 20), (1, 1))
    with pytest.raises(LimitExceeded, match="1,099,511,627,776 elements"):
        tensor_stats(tensor)
    with pytest.raises(LimitExceeded):
        next(numbers(tensor))


def test_a_strided_view_over_many_pieces(tmp_path: Path) -> None:
    base = torch.randn(3000, 1500)
    document = opened(tmp_path / "a.pt", {"base": base, "part": base[:, :1400], "t": base.t()})
    found = tensors_of(document)
    for name, wanted in (("part", base[:, :1400]), ("t", base)):
        assert not differences(tensor_stats(found[name]), wanted)
    document.close()


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("code", ["f2", "f4", "f8", "i2", "i8", "u4", "c8", "c16", "b1", "i1"])
def test_numpy_arrays_of_either_byte_order(tmp_path: Path, order: str, code: str) -> None:
    values = (np.random.default_rng(3).standard_normal(5000) * 40).astype(order + code)
    if code == "u4":
        values = np.arange(5000).astype(order + code)
    np.save(tmp_path / "a.npy", values)
    document = open_document(tmp_path / "a.npy")
    found = tensor_stats(document.contents.arrays[0].tensor)
    document.close()
    plain = np.abs(values) if code[0] == "c" else values
    assert not differences(found, torch.from_numpy(plain.astype("f8")))


def test_arrays_inside_a_pickle(tmp_path: Path) -> None:
    array = np.asfortranarray(np.random.default_rng(4).standard_normal((30, 40)))
    document = opened(tmp_path / "a.pt", {"history": array})
    found = tensor_stats(document.contents.arrays[0].tensor)
    document.close()
    assert not differences(found, torch.from_numpy(array))


PACKED: tuple[tuple[str, bytes, int, list[float]], ...] = (
    ("int4", b"\x1f\x78", 4, [-1, 1, -8, 7]),
    ("uint4", b"\x1f\x78", 3, [15, 1, 8]),
    ("int2", b"\xe4", 4, [0, 1, -2, -1]),
    ("uint2", b"\xe4\x01", 5, [0, 1, 2, 3, 1]),
    ("float4_e2m1", b"\x2f\x08", 4, [-6, 1, -0.0, 0]),
)


@pytest.mark.parametrize(("dtype", "data", "numel", "values"), PACKED)
def test_packed_elements(dtype: str, data: bytes, numel: int, values: list[float]) -> None:
    tensor = tensor_of(data, dtype, (numel,))
    given = np.concatenate([*numbers(tensor)]).tolist()
    assert given == values
    found = tensor_stats(tensor)
    assert (found.minimum, found.maximum) == (min(values), max(values))
    assert found.numel == numel
    assert found.mean == pytest.approx(sum(values) / numel)


@pytest.mark.parametrize("name", ["float6_e2m3", "float6_e3m2"])
def test_six_bit_floats_are_four_in_three_bytes(name: str) -> None:
    table = np.arange(64, dtype=np.uint8).view(getattr(ml_dtypes, f"{name}fn")).astype("f8")
    words = [
        sum(code << 6 * at for at, code in enumerate(range(n, n + 4))) for n in range(0, 64, 4)
    ]
    data = b"".join(word.to_bytes(3, "little") for word in words)
    tensor = tensor_of(data, name, (63,))
    assert np.concatenate([*numbers(tensor)]).tolist() == table[:63].tolist()
    found = tensor_stats(tensor)
    assert (found.numel, found.maximum, found.minimum) == (63, table.max(), table[:63].min())


def test_packed_elements_of_a_view_between_bytes() -> None:
    codes = np.arange(16, dtype=np.uint8)
    data = (codes[::2] | codes[1::2] << 4).tobytes()
    for offset, shape, stride in ((3, (5,), (1,)), (1, (3, 2), (5, 2)), (0, (2, 8), (8, 1))):
        tensor = tensor_of(data, "uint4", shape, stride=stride, offset=offset)
        wanted = np.lib.stride_tricks.as_strided(codes[offset:], shape, stride)
        assert np.concatenate([*numbers(tensor)]).tolist() == wanted.reshape(-1).tolist()
        assert tensor_stats(tensor).mean == pytest.approx(wanted.mean())


def test_pairs_of_float4_are_two_numbers_each() -> None:
    found = tensor_stats(tensor_of(b"\x21\x43", "float4_e2m1fn_x2", (1, 2)))
    assert (found.numel, found.minimum, found.maximum) == (4, 0.5, 2.0)


@pytest.mark.filterwarnings("ignore:torch.quantize_per_tensor")
def test_quantized_values_are_dequantized(tmp_path: Path) -> None:
    x = torch.randn(50, 20)
    made = {
        "eight": torch.quantize_per_tensor(x, 0.05, 3, torch.qint8),
        "thirty-two": torch.quantize_per_tensor(x, 0.001, 0, torch.qint32),
        "channels": torch.quantize_per_channel(
            x, torch.full((50,), 0.1), torch.zeros(50), 0, torch.qint8
        ),
    }
    document = opened(tmp_path / "a.pt", made)
    tensors = tensors_of(document)
    for name in ("eight", "thirty-two"):
        found = tensor_stats(tensors[name])
        assert not differences(found, made[name].dequantize().double()), name
        assert found.of == "values"
    found = tensor_stats(tensors["channels"])
    assert not differences(found, made["channels"].int_repr())
    assert found.of == "int_repr"
    document.close()


def test_the_negative_bit_is_applied(tmp_path: Path) -> None:
    x = torch.randn(5000) + 1
    values = torch.complex(x, x.flip(0)).conj().imag
    assert values.is_neg()
    document = opened(tmp_path / "a.pt", {"x": values})
    tensor = tensors_of(document)["x"]
    assert not differences(tensor_stats(tensor), values.resolve_neg())
    codes = tensor_of(b"\x01\x02\x03", "int8", (3,))
    codes.is_neg = True
    assert tensor_stats(codes).minimum == -3
    document.close()


def test_dtypes_without_numbers_are_refused() -> None:
    for dtype in ("bits8", "bits16", "string"):
        with pytest.raises(Unsupported):
            tensor_stats(tensor_of(bytes(8), dtype, (1,)))


def test_one_tensor_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    document = opened(
        tmp_path / "a.pt", {"a": torch.ones(9), "b": torch.ones(7), "c": torch.ones(5)}
    )
    tensors = [entry.tensor for entry in document.contents.tensors]
    assert tensors[1].storage is not None
    tensors[1].storage.problem = CorruptFile("gone")
    found = dict(stats_of(tensors))
    document.close()
    assert isinstance(found[1], InspectorError)
    assert [found[at].numel for at in (0, 2)] == [9, 5]  # type: ignore[union-attr]


def test_every_byte_is_read_once_however_many_tensors_share_it() -> None:
    rng = np.random.default_rng(5)
    values = rng.standard_normal(6_000_000).astype("<f4")
    storage = storage_of(values.tobytes(), "float32")
    source = storage.source
    assert isinstance(source, Counting)
    whole = view(storage, "float32", (6_000_000,))
    halves = [view(storage, "float32", (3_000_000,), offset=at) for at in (0, 3_000_000)]
    middle = view(storage, "float32", (1000, 2000), offset=1_000_001)
    tied = view(storage, "float32", (6000, 1000))
    tensors = [whole, *halves, middle, tied]
    found = dict(stats_of(tensors))
    wanted = [values, values[:3_000_000], values[3_000_000:], values[1_000_001:3_000_001], values]
    for at, part in enumerate(wanted):
        assert not differences(found[at], torch.from_numpy(part))  # type: ignore[arg-type]
    read = sorted(source.reads)
    assert sum(nbytes for _, nbytes in read) == storage.nbytes
    assert max(nbytes for _, nbytes in read) <= 8 << 20
    assert all(a + n <= b for (a, n), (b, _) in pairwise(read))


def test_compressed_bytes_are_read_in_order(tmp_path: Path) -> None:
    made = {"a": torch.randn(3_000_000), "b": torch.randn(100)}
    torch.save(made, tmp_path / "a.pt")
    with (tmp_path / "a.pt").open("rb") as file, gzip.open(tmp_path / "a.pt.gz", "wb", 1) as packed:
        packed.write(file.read())
    deflated = io.BytesIO()
    with zipfile.ZipFile(tmp_path / "a.pt") as old, zipfile.ZipFile(deflated, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name), compresslevel=1)
    (tmp_path / "deflated.pt").write_bytes(deflated.getvalue())
    for name in ("a.pt", "a.pt.gz", "deflated.pt"):
        document = open_document(tmp_path / name)
        tensors = [entry.tensor for entry in document.contents.tensors]
        for at, found in stats_of(tensors):
            assert isinstance(found, TensorStats)
            assert not differences(found, [*made.values()][at]), name
        document.close()


def large() -> list[Tensor]:
    """40 MB in three tensors, one of them strided."""
    data = np.random.default_rng(6).standard_normal(10_000_000).astype("<f4").tobytes()
    storage = storage_of(data, "float32")
    strided = view(storage, "float32", (1000, 2000), (5000, 1))
    return [view(storage, "float32", (10_000_000,)), strided, tensor_of(data, "float32", (10**7,))]


def test_progress_counts_every_byte() -> None:
    reports = Reports()
    assert len([*stats_of(large(), reports.progress())]) == 3
    totals = {total for _, total in reports.told}
    assert totals == {80_000_000 + 8_000_000}
    done = [done for done, _ in reports.told]
    assert done[0] == 0
    assert done[-1] == totals.pop()
    assert done == sorted(done)
    assert max(b - a for a, b in pairwise(done)) <= 8 << 20


@pytest.mark.parametrize("stop_at", [1, 2, 5, 9])
def test_cancel_ends_at_any_report_and_leaves_no_thread(stop_at: int) -> None:
    before = threading.active_count()
    with pytest.raises(Cancelled):
        [*stats_of(large(), Reports(stop_at).progress())]
    assert threading.active_count() == before


def test_results_come_as_they_are_complete_and_may_be_left_early() -> None:
    found = stats_of(large())
    index, stats = next(found)
    found.close()
    assert index == 0
    assert isinstance(stats, TensorStats)


def test_rows_of_zeros_are_found_wherever_they_lie(tmp_path: Path) -> None:
    x = torch.randn(2000, 1100)
    x[[0, 7, 953, 1999]] = 0
    x[3, :-1] = 0
    made = {
        "float32": x,
        "float16": torch.where(x == 0, -0.0, x).half(),
        "float8": x.to(torch.float8_e5m2),
        "int": x.to(torch.int32).float().where(x == 0, torch.tensor(1.0)).to(torch.int32),
        "kernels": x.reshape(2000, 11, 10, 10),
        "transposed": x.t(),
        "vector": x.reshape(-1),
    }
    document = opened(tmp_path / "a.pt", made)
    tensors = [entry.tensor for entry in document.contents.tensors]
    found = {[*made][at]: stats for at, stats in stats_of(tensors, with_rows=True)}
    document.close()
    for name in ("float32", "float16", "int", "kernels"):
        stats = found[name]
        assert isinstance(stats, TensorStats)
        wanted = int((made[name].reshape(2000, -1) == 0).all(1).sum())
        assert (stats.rows, stats.dead_rows) == (2000, wanted), name
    eights = found["float8"]
    assert isinstance(eights, TensorStats)
    assert eights.dead_rows == int((made["float8"].float() == 0).all(1).sum())
    for name in ("transposed", "vector"):
        stats = found[name]
        assert isinstance(stats, TensorStats)
        assert stats.dead_rows is None
