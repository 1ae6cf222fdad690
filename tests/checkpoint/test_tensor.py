"""Tensors as views on storages: contiguity, extents, bounds, values in both readings."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from inspector.bytesource import BytesSource
from inspector.checkpoint.dtype import ALIASES, DTYPES, UNKNOWN, torch_dtype
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride, swapped
from inspector.errors import Cancelled, CorruptFile, InspectorError, LimitExceeded, Unsupported
from inspector.progress import Progress
from tests.checkpoint.trees import storage, tensor

# shape, stride, offset -> contiguous, (first, past the last)
LAYOUTS: list[tuple[tuple[int, ...], tuple[int, ...], int, bool, tuple[int, int]]] = [
    ((), (), 0, True, (0, 1)),
    ((), (), 5, True, (5, 6)),
    ((4,), (1,), 0, True, (0, 4)),
    ((4,), (2,), 0, False, (0, 7)),
    ((2, 3), (3, 1), 0, True, (0, 6)),
    ((2, 3), (1, 2), 0, False, (0, 6)),
    ((2, 3), (3, 1), 4, True, (4, 10)),
    ((2, 3), (4, 1), 0, False, (0, 7)),
    ((1, 3), (99, 1), 0, True, (0, 3)),
    ((3, 1), (1, 99), 0, True, (0, 3)),
    ((5, 3), (0, 1), 0, False, (0, 3)),
    ((0,), (1,), 3, True, (3, 3)),
    ((2, 0, 3), (7, 7, 7), 0, True, (0, 0)),
    ((1, 1), (0, 0), 2, True, (2, 3)),
]


@pytest.mark.parametrize(("shape", "stride", "offset", "contiguous", "extent"), LAYOUTS)
def test_layouts(
    shape: tuple[int, ...],
    stride: tuple[int, ...],
    offset: int,
    contiguous: bool,
    extent: tuple[int, int],
) -> None:
    found = Tensor(DTYPES["float32"], shape, stride, offset, storage(100))
    assert found.is_contiguous == contiguous
    assert found.extent == extent


@pytest.mark.parametrize(("shape", "stride", "offset", "contiguous", "extent"), LAYOUTS)
def test_both_readings_agree_with_numpy(
    shape: tuple[int, ...], stride: tuple[int, ...], offset: int, contiguous: bool, extent: Any
) -> None:
    data = np.arange(100, dtype="<i2")
    on = Storage("0", DTYPES["int16"], 200, "cpu", BytesSource(data.tobytes(), "0"))
    found = Tensor(DTYPES["int16"], shape, stride, offset, on)
    found.check()
    steps = [step * 2 for step in stride]
    truth = np.ndarray(shape, "<i2", data.tobytes(), offset * 2, steps)
    assert found.read().tolist() == truth.tolist()
    assert b"".join(found.row_major()) == truth.tobytes()
    assert found.nbytes == truth.size * 2
    assert found.numel == truth.size


@pytest.mark.parametrize(
    ("shape", "stride"), [((), ()), ((3,), (1,)), ((2, 3, 4), (12, 4, 1)), ((2, 0, 4), (4, 4, 1))]
)
def test_row_major_strides(shape: tuple[int, ...], stride: tuple[int, ...]) -> None:
    assert contiguous_stride(shape) == stride


BOUNDS: dict[str, tuple[tuple[int, ...], tuple[int, ...], int, str | None]] = {
    "fits exactly": ((4,), (1,), 0, None),
    "one too many": ((5,), (1,), 0, "needs 20 bytes of a storage of 16"),
    "offset too far": ((4,), (1,), 1, "needs 20 bytes of a storage of 16"),
    "stride too long": ((2,), (4,), 0, "needs 20 bytes of a storage of 16"),
    "empty, far away": ((0,), (1,), 1000, None),
    "expanded": ((1 << 40,), (0,), 3, None),
    "negative size": ((-1,), (1,), 0, "has a negative size, stride or storage_offset"),
    "negative stride": ((2,), (-1,), 2, "has a negative size, stride or storage_offset"),
    "negative offset": ((2,), (1,), -1, "has a negative size, stride or storage_offset"),
    "more strides than sizes": ((2,), (1, 1), 0, "has 1 sizes but 2 strides"),
    "fewer strides than sizes": ((2, 2), (1,), 0, "has 2 sizes but 1 strides"),
    "2**80 elements": ((1 << 40, 1 << 40), (0, 0), 0, "claims more elements than can exist"),
    "2**62 elements": ((1 << 62,), (1,), 0, "needs 18,446,744,073,709,551,616 bytes"),
}


@pytest.mark.parametrize("case", BOUNDS)
def test_bounds(case: str) -> None:
    shape, stride, offset, complaint = BOUNDS[case]
    found = Tensor(DTYPES["float32"], shape, stride, offset, storage(16, "7"))
    found.check()
    if complaint is None:
        assert found.problem is None
        return
    assert isinstance(found.problem, CorruptFile)
    assert found.problem.message.startswith("A tensor on storage '7' ")
    assert complaint in found.problem.message
    assert found.trouble is found.problem
    for read in (found.read, found.raw, lambda: list(found.row_major())):
        with pytest.raises(CorruptFile):
            read()


def test_an_expanded_scalar_of_two_exbibytes_is_not_expanded() -> None:
    found = tensor(1 << 60, stride=(0,), on=storage(16))
    assert found.nbytes == 1 << 62
    with pytest.raises(LimitExceeded, match="4,611,686,018,427,387,904 bytes on a small storage"):
        list(found.row_major())


def test_dimensions_numpy_does_not_have() -> None:
    found = tensor(*([1] * 65), on=storage(4))
    assert b"".join(found.row_major()) == bytes(range(4))
    with pytest.raises(LimitExceeded, match="65 dimensions"):
        found.read()


SWAPPED = {
    "float32": [bytes.fromhex("3f800000"), bytes.fromhex("0000803f")],
    "bfloat16": [bytes.fromhex("3f80"), bytes.fromhex("803f")],
    "complex64": [bytes.fromhex("3f80000040000000"), bytes.fromhex("0000803f00000040")],
    "complex32": [bytes.fromhex("3c004000"), bytes.fromhex("003c0040")],
    "uint8": [b"\1", b"\1"],
    "qint32": [bytes.fromhex("00000001"), bytes.fromhex("01000000")],
}


@pytest.mark.parametrize("dtype", SWAPPED)
@pytest.mark.parametrize("stride", [(1,), (2,)], ids=["contiguous", "strided"])
def test_big_endian(dtype: str, stride: tuple[int, ...]) -> None:
    big, little = SWAPPED[dtype]
    on = Storage("0", DTYPES[dtype], len(big) * 4, "cpu", BytesSource(big * 4, "0"))
    on.is_big_endian = True
    found = Tensor(DTYPES[dtype], (2,), stride, 0, on)
    assert b"".join(found.row_major()) == little * 2
    assert found.read().tobytes() == little * 2


def test_swapped() -> None:
    assert swapped(b"\1\2\3\4", 2) == b"\2\1\4\3"
    assert swapped(b"\1\2\3\4", 4) == b"\4\3\2\1"
    assert swapped(b"\1\2\3\4", 1) == b"\1\2\3\4"


def test_conj_and_neg_are_applied_and_kept() -> None:
    values = np.array([1 + 2j, -3 + 4j], "<c8")
    on = Storage("0", DTYPES["complex64"], 16, "cpu", BytesSource(values.tobytes(), "0"))
    found = Tensor(DTYPES["complex64"], (2,), (1,), 0, on)
    found.is_conj = True
    assert found.read().tolist() == values.conj().tolist()
    found.is_neg = True
    assert b"".join(found.row_major()) == (-values.conj()).tobytes()
    assert found.raw().tolist() == values.tolist()


PACKED = {"quint4x2": 12, "quint2x4": 6, "int4": 12, "uint2": 6, "float4_e2m1": 12}


@pytest.mark.parametrize("dtype", PACKED)
def test_packed_dtypes_come_as_their_bytes(dtype: str) -> None:
    nbytes = PACKED[dtype]
    found = tensor(4, 6, dtype=dtype, on=storage(nbytes, dtype=dtype))
    assert found.nbytes == nbytes
    assert found.problem is None
    assert b"".join(found.row_major()) == bytes(range(nbytes))
    assert found.read().tolist() == list(range(nbytes))


def test_packed_odd_counts_round_up() -> None:
    assert DTYPES["quint4x2"].nbytes(5) == 3
    assert DTYPES["quint2x4"].nbytes(5) == 2
    assert DTYPES["float6_e2m3"].nbytes(5) == 6
    assert DTYPES["float4_e2m1fn_x2"].values(3) == 6


def test_large_tensors_are_read_in_pieces_with_progress() -> None:
    reports: list[tuple[int, int]] = []
    watch = Progress(lambda done, total, text: reports.append((done, total)))
    found = tensor(5 << 20, on=storage(20 << 20))
    pieces = list(found.row_major(watch))
    assert [len(piece) for piece in pieces] == [8 << 20, 8 << 20, 4 << 20]
    assert reports == [(0, 20 << 20), (8 << 20, 20 << 20), (16 << 20, 20 << 20)]


def test_large_strided_tensors_come_in_pieces_too() -> None:
    wide = tensor(1 << 12, 1 << 10, stride=(1, 1 << 12), on=storage(16 << 20))
    pieces = list(wide.row_major())
    assert max(map(len, pieces)) <= 8 << 20
    assert b"".join(pieces) == wide.read().tobytes()


def test_reading_can_be_stopped() -> None:
    def stop(done: int, total: int, text: str) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(tensor(5 << 20, on=storage(20 << 20)).row_major(Progress(stop)))


WITHOUT_VALUES: dict[str, Tensor] = {
    "no storage": Tensor(DTYPES["float32"], (2,), None, None, None),
    "jagged": Tensor(DTYPES["float32"], None, None, None, None),
    "unknown dtype": Tensor(UNKNOWN, (2,), (1,), 0, storage(16)),
}


@pytest.mark.parametrize("what", WITHOUT_VALUES)
def test_what_has_no_values_says_so(what: str) -> None:
    found = WITHOUT_VALUES[what]
    for read in (found.read, lambda: list(found.row_major())):
        with pytest.raises((Unsupported, CorruptFile)):
            read()


def test_a_missing_storage_says_which() -> None:
    lost = Storage("13", DTYPES["float32"], 16, "cpu")
    found = Tensor(DTYPES["float32"], (4,), (1,), 0, lost)
    found.check()
    assert found.problem is None  # its bounds are right
    with pytest.raises(CorruptFile, match="Storage '13' has 16 bytes"):
        found.read()


def test_a_storage_gives_no_byte_beyond_its_own() -> None:
    on = Storage("0", DTYPES["uint8"], 8, "cpu", BytesSource(bytes(100), "x"), offset=50)
    assert on.read(0, 8) == bytes(8)
    for start, nbytes in ((0, 9), (8, 1), (-1, 2)):
        with pytest.raises(InspectorError):
            on.read(start, nbytes)


def test_device_is_the_storages_unless_it_has_its_own() -> None:
    found = tensor(2, on=storage(8, location="cuda:1"))
    assert found.device == "cuda:1"
    found.device = "xla:0"
    assert found.device == "xla:0"


def test_nbytes_of_parts() -> None:
    found = Tensor(DTYPES["float32"], (100, 100), None, None, None)
    found.parts = {"<indices>": tensor(2, 3, dtype="int64"), "<values>": tensor(3)}
    assert found.nbytes == 48 + 12


@pytest.mark.parametrize("name", DTYPES)
def test_the_table_of_dtypes(name: str) -> None:
    """numpy's view of an element is as large as the table says; components divide it."""
    dtype = DTYPES[name]
    assert torch_dtype(name) is dtype
    assert dtype.nbytes(0) == 0
    assert dtype.nbytes(8 * dtype.per_item) == 8 * dtype.itemsize
    if dtype.kind != "text":
        assert dtype.numpy().itemsize == dtype.itemsize
        assert dtype.itemsize % dtype.component == 0


@pytest.mark.parametrize(("alias", "name"), ALIASES.items())
def test_other_spellings(alias: str, name: str) -> None:
    assert torch_dtype(alias) is DTYPES[name]
    assert torch_dtype("no such dtype") is None
