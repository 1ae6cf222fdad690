"""ONNX models: every place a tensor may be in, every way it may be written, and hostile ones."""

from __future__ import annotations

import hashlib
import json
import os
import random
import struct
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

import pytest

from inspector.bytesource import BytesSource, FileSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Names, Walk, children
from inspector.errors import CorruptFile, InspectorError, LimitExceeded, UnknownFormat
from inspector.formats.onnx_wire import is_model
from inspector.formats.registry import open_checkpoint
from inspector.inert import lookup, pairs
from inspector.limits import DEFAULT_LIMITS, ReadLimits
from tests.formats.conformance import PATTERN, PAYLOAD, Expected, FormatTests
from tests.make.onnx_files import (
    EXTERNAL,
    FLOAT,
    INT64,
    OPSET,
    STRING,
    attribute,
    external,
    field,
    fields,
    fixed,
    function,
    graph,
    model,
    node,
    packed,
    pair,
    raw,
    tensor,
    value_info,
    varint,
)

NUMBERS = struct.pack("<6f", *range(6))
WEIGHT = tensor("w", (2, 3), FLOAT, raw(NUMBERS))
CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"


def quietly(action: Callable[[], Any]) -> Any:
    """What an action gives; None where it ends in an error that a person can be told."""
    try:
        return action()
    except InspectorError as error:
        return None if error.message else error


def opened(path: Path, data: bytes, limits: ReadLimits = DEFAULT_LIMITS) -> Checkpoint:
    """A model of these bytes."""
    path.write_bytes(data)
    return open_checkpoint(path, limits=limits)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "model.onnx"


def tensors_of(checkpoint: Checkpoint) -> dict[tuple[Any, ...], Tensor]:
    """Path -> tensor, the parts of sparse ones included."""
    return {path: found for path, found in Walk(checkpoint.root) if isinstance(found, Tensor)}


def content(found: Tensor) -> bytes:
    return b"".join(found.row_major())


def plain(value: Any) -> Any:
    """A tree without tensors as dicts and lists."""
    if isinstance(value, Names):
        return {key: plain(inner) for key, inner in pairs(value.flat)}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def fact(checkpoint: Checkpoint, name: str) -> Any:
    return plain(lookup(checkpoint.root, name))


def severities(checkpoint: Checkpoint) -> list[str]:
    return [finding.severity for finding in checkpoint.findings]


class TestOnnx(FormatTests):
    format: ClassVar[str] = "onnx"
    container: ClassVar[str] = "ONNX"

    def sample(self) -> bytes:
        typed = tensor("typed", (2,), INT64, field(7, packed([5, -6])))
        inside = tensor("", (), FLOAT, raw(b"abcd"))
        constant = node("Constant", attribute("value", field(5, inside)), outputs=["constant"])
        return model(graph([constant], [WEIGHT, typed]))

    def expected(self) -> dict[str, Expected]:
        return {
            "w": Expected("float32", (2, 3), (3, 1), 0, None, NUMBERS),
            "typed": Expected("int64", (2,), (1,), 0, None, struct.pack("<2q", 5, -6)),
            "constant": Expected("float32", (), (), 0, None, b"abcd"),
        }

    def large(self) -> bytes:
        data = PATTERN * (PAYLOAD // len(PATTERN))
        return model(graph([], [WEIGHT, tensor("big", (PAYLOAD // 4,), FLOAT, raw(data))]))

    def long(self) -> bytes:
        return self.sample()


# -- every way a tensor may be written -----------------------------------------------------------

HALF = struct.pack("<2e", 1.5, -2)
# (data type, its name, shape, typed field, numbers there, the bytes that they are).
TYPED = [
    (1, "float32", (2,), 4, [struct.pack("<f", 1.5), struct.pack("<f", -2)], "<2f", (1.5, -2)),
    (2, "uint8", (2,), 5, [1, 255], "2B", (1, 255)),
    (3, "int8", (2,), 5, [1, -1], "2b", (1, -1)),
    (4, "uint16", (2,), 5, [1, 65535], "<2H", (1, 65535)),
    (5, "int16", (2,), 5, [1, -300], "<2h", (1, -300)),
    (6, "int32", (2,), 5, [1, -70000], "<2i", (1, -70000)),
    (7, "int64", (2,), 7, [1 << 62, -1], "<2q", (1 << 62, -1)),
    (9, "bool", (2,), 5, [1, 0], "2B", (1, 0)),
    (10, "float16", (2,), 5, [0x3E00, 0xC000], "<2H", (0x3E00, 0xC000)),
    (11, "float64", (1,), 10, [struct.pack("<d", 0.1)], "<d", (0.1,)),
    (12, "uint32", (2,), 11, [1, (1 << 32) - 1], "<2I", (1, (1 << 32) - 1)),
    (13, "uint64", (2,), 11, [1, (1 << 64) - 1], "<2Q", (1, (1 << 64) - 1)),
    (14, "complex64", (1,), 4, [struct.pack("<f", 1), struct.pack("<f", 2)], "<2f", (1, 2)),
    (15, "complex128", (1,), 10, [struct.pack("<d", 1), struct.pack("<d", 2)], "<2d", (1, 2)),
    (16, "bfloat16", (2,), 5, [0x3F80, 0xC000], "<2H", (0x3F80, 0xC000)),
    (17, "float8_e4m3fn", (2,), 5, [0x38, 0xC0], "2B", (0x38, 0xC0)),
    (18, "float8_e4m3fnuz", (2,), 5, [0x38, 0xC0], "2B", (0x38, 0xC0)),
    (19, "float8_e5m2", (2,), 5, [0x38, 0xC0], "2B", (0x38, 0xC0)),
    (20, "float8_e5m2fnuz", (2,), 5, [0x38, 0xC0], "2B", (0x38, 0xC0)),
    (21, "uint4", (3,), 5, [0x21, 0x03], "2B", (0x21, 0x03)),
    (22, "int4", (3,), 5, [0xF1, 0x03], "2B", (0xF1, 0x03)),
    (23, "float4_e2m1", (3,), 5, [0x21, 0x03], "2B", (0x21, 0x03)),
    (24, "float8_e8m0fnu", (2,), 5, [0x7F, 0x80], "2B", (0x7F, 0x80)),
    (25, "uint2", (5,), 5, [0xE4, 0x01], "2B", (0xE4, 0x01)),
    (26, "int2", (5,), 5, [0xE4, 0x01], "2B", (0xE4, 0x01)),
]


def typed_fields(number: int, numbers: list[Any], style: str) -> bytes:
    """The numbers packed in one run, one by one, or half and half."""
    single = [fixed(number, n) if isinstance(n, bytes) else field(number, n) for n in numbers]
    if style == "single":
        return b"".join(single)
    runs = [n if isinstance(n, bytes) else varint(n) for n in numbers]
    if style == "packed":
        return field(number, b"".join(runs))
    return single[0] + (field(number, b"".join(runs[1:])) if runs[1:] else b"")


@pytest.mark.parametrize("style", ["raw", "packed", "single", "mixed"])
@pytest.mark.parametrize("row", TYPED, ids=lambda row: row[1])
def test_every_data_type(path: Path, row: tuple[Any, ...], style: str) -> None:
    data_type, name, shape, number, numbers, layout, values = row
    expected = struct.pack(layout, *values)
    data = raw(expected) if style == "raw" else typed_fields(number, numbers, style)
    checkpoint = opened(path, model(graph([], [tensor("t", shape, data_type, data)])))
    (found,) = tensors_of(checkpoint).values()
    assert (found.dtype.name, found.shape, found.trouble) == (name, shape, None)
    assert content(found) == found.read().tobytes() == expected
    assert checkpoint.verdict == "clean"


@pytest.mark.parametrize("sizes", [(4, 3, 3), (5, 4, 6), (6, 5, 6), (1, 1, 3)])
@pytest.mark.parametrize("data_type", [27, 28])
def test_six_bit_types_are_padded_to_whole_groups(
    path: Path, data_type: int, sizes: tuple[int, int, int]
) -> None:
    numel, nbytes, padded = sizes
    data = bytes(range(1, nbytes + 1))
    checkpoint = opened(path, model(graph([], [tensor("t", (numel,), data_type, raw(data))])))
    (found,) = tensors_of(checkpoint).values()
    assert found.nbytes == padded
    assert content(found) == data.ljust(padded, b"\0")


def test_strings_are_texts(path: Path) -> None:
    data = model(graph([], [tensor("s", (2,), STRING, fields(6, ["ab", b"\xff"]))]))
    checkpoint = opened(path, data)
    found = tensors_of(checkpoint)["graph", "s"]
    assert (found.dtype.name, found.shape) == ("string", (2,))
    assert children(found) == [(0, "ab"), (1, "\\xff")]
    with pytest.raises(InspectorError, match="texts, not numbers"):
        found.read()
    assert checkpoint.verdict == "clean"


def test_long_runs_of_varints_are_decoded_piece_by_piece(path: Path) -> None:
    numbers = [(at * at * at) % 1_000_003 - 500_000 for at in range(300_000)]
    data = field(7, packed(numbers[:7])) + field(7, packed(numbers[7:]))
    checkpoint = opened(path, model(graph([], [tensor("t", (300_000,), INT64, data)])))
    found = tensors_of(checkpoint)["graph", "t"]
    expected = struct.pack("<300000q", *numbers)
    assert found.storage is not None
    for start in (2_399_992, 8, 1_200_001, 0):
        assert found.storage.read(start, 8) == expected[start : start + 8]
    assert content(found) == expected


@pytest.mark.parametrize("numbers", [[1, 2, 3], [1, 2, 300, 4], [1, 2, 3, 4, 5]])
def test_a_wrong_count_of_varints_is_found_when_they_are_read(
    path: Path, numbers: list[int]
) -> None:
    """Opening does not count them; it sees only whether there are bytes enough."""
    checkpoint = opened(path, model(graph([], [tensor("t", (4,), 6, field(5, packed(numbers)))])))
    (found,) = tensors_of(checkpoint).values()
    if len(numbers) == 4:
        assert content(found) == struct.pack("<4i", *numbers)
    else:
        with pytest.raises(CorruptFile):
            content(found)


@pytest.mark.parametrize("number", [4, 5])
def test_typed_data_are_not_read_to_open(
    path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    payload = struct.pack("<f", 1) * 500_000 if number == 4 else b"\x01" * 2_000_000
    numel = len(payload) // 4 if number == 4 else len(payload)
    kind = FLOAT if number == 4 else 6
    sizes: list[int] = []
    original = FileSource._read

    def watch(source: FileSource, offset: int, nbytes: int) -> bytes:
        sizes.append(nbytes)
        return original(source, offset, nbytes)

    monkeypatch.setattr(FileSource, "_read", watch)
    data = model(graph([], [tensor("t", (numel,), kind, field(number, payload))]))
    checkpoint = opened(path, data)
    assert sum(sizes) < 100_000
    assert len(content(tensors_of(checkpoint)["graph", "t"])) == 4 * numel


# -- every place a tensor may be in --------------------------------------------------------------


def test_where_tensors_are(path: Path) -> None:
    one = struct.pack("<f", 1)
    scalar = tensor("own name", (), FLOAT, raw(one))
    sparse = (
        field(1, tensor("sp", (2,), FLOAT, raw(one * 2)))
        + field(2, tensor("", (2,), INT64, field(7, packed([1, 5]))))
        + fields(3, (3, 4))
    )
    then = graph([node("Constant", attribute("value", field(5, scalar)), outputs=["t"])])
    nodes = [
        node("Constant", attribute("value", field(5, scalar)), name="n", outputs=["c"]),
        node("Constant", attribute("value_float", fixed(2, one)), outputs=["f"]),
        node("Constant", attribute("value_floats", fixed(7, one), fixed(7, one)), outputs=["fs"]),
        node("Constant", attribute("value_floats", field(7, one * 3)), outputs=["packed"]),
        node("Constant", attribute("value_int", field(3, -2)), outputs=["i"]),
        node("Constant", attribute("value_ints", fields(8, [1, 300])), outputs=["is"]),
        node("Constant", attribute("value_ints", field(8, packed([1, 300]))), outputs=["ip"]),
        node("Constant", attribute("value_string", field(4, "x")), outputs=["s"]),
        node("Constant", attribute("value_strings", fields(9, "xy")), outputs=["ss"]),
        node("Constant", attribute("sparse_value", field(22, sparse)), outputs=["sv"]),
        node("Constant", attribute("value", field(5, scalar))),
        node("ConstantOfShape", attribute("value", field(5, scalar)), outputs=["z"]),
        node("Odd", attribute("many", field(10, scalar), field(10, scalar)), name="odd"),
        node("If", attribute("then_branch", field(6, then)), name="if0"),
        node("Scan", attribute("bodies", field(11, then), field(11, then)), outputs=["y"]),
        node("LSTM", attribute("activation_alpha", fixed(7, one)), name="lstm"),
    ]
    scale = function(
        "my", "Scale", [node("Constant", attribute("v", field(5, scalar)), outputs=["k"])]
    )
    training = field(1, then) + field(2, graph([], [WEIGHT])) + field(4, pair("w", "w2"))
    data = model(graph(nodes, [WEIGHT], field(15, sparse)), field(20, training), field(25, scale))
    tensors = tensors_of(opened(path, data))
    assert {place: (t.dtype.name, t.shape) for place, t in tensors.items()} == {
        ("graph", "w"): ("float32", (2, 3)),
        ("graph", "sp"): ("float32", (3, 4)),
        ("graph", "sp", "<indices>"): ("int64", (2,)),
        ("graph", "sp", "<values>"): ("float32", (2,)),
        ("graph", "c"): ("float32", ()),
        ("graph", "f"): ("float32", ()),
        ("graph", "fs"): ("float32", (2,)),
        ("graph", "packed"): ("float32", (3,)),
        ("graph", "i"): ("int64", ()),
        ("graph", "is"): ("int64", (2,)),
        ("graph", "ip"): ("int64", (2,)),
        ("graph", "s"): ("string", ()),
        ("graph", "ss"): ("string", (2,)),
        ("graph", "sv"): ("float32", (3, 4)),
        ("graph", "sv", "<indices>"): ("int64", (2,)),
        ("graph", "sv", "<values>"): ("float32", (2,)),
        ("graph", "Constant 10"): ("float32", ()),
        ("graph", "value of z"): ("float32", ()),
        ("graph", "many of odd"): ("float32", ()),
        ("graph", "many of odd (2)"): ("float32", ()),
        ("graph", "then_branch of if0", "t"): ("float32", ()),
        ("graph", "bodies of y", "t"): ("float32", ()),
        ("graph", "bodies of y (2)", "t"): ("float32", ()),
        ("functions", "my:Scale", "k"): ("float32", ()),
        ("training_info", 0, "initialization", "t"): ("float32", ()),
        ("training_info", 0, "algorithm", "w"): ("float32", (2, 3)),
    }
    assert tensors["graph", "sp"].layout == "sparse_coo"
    assert content(tensors["graph", "i"]) == struct.pack("<q", -2)
    assert content(tensors["graph", "ip"]) == struct.pack("<2q", 1, 300)
    assert content(tensors["graph", "is"]) == struct.pack("<2q", 1, 300)
    assert content(tensors["graph", "fs"]) == content(tensors["graph", "c"]) * 2 == one * 2


def test_a_name_that_is_taken_hides_nothing(path: Path) -> None:
    second = tensor("w", (1,), FLOAT, raw(b"4444"))
    constant = node("Constant", attribute("value", field(5, second)), outputs=["w"])
    checkpoint = opened(path, model(graph([constant], [WEIGHT, second])))
    found = {place[1]: content(value) for place, value in tensors_of(checkpoint).items()}
    assert found == {"w": NUMBERS, "w (2)": b"4444", "w (3)": b"4444"}
    assert severities(checkpoint) == ["warning"]
    assert checkpoint.verdict == "unknown"


def test_a_graph_written_in_two_parts_is_one(path: Path) -> None:
    other = tensor("v", (1,), FLOAT, raw(b"4444"))
    checkpoint = opened(path, model(graph([], [WEIGHT]), field(7, graph([], [other]))))
    assert list(tensors_of(checkpoint)) == [("graph", "w"), ("graph", "v")]


def test_facts(path: Path) -> None:
    inputs = [value_info("x", FLOAT, ["batch", 3, ""]), value_info("w", FLOAT, [2, 3])]
    sequence = field(1, "s") + field(2, field(4, field(1, field(1, field(1, INT64)))))
    main = graph(
        [node("Conv"), node("Conv"), node("Gelu", domain="com.microsoft")],
        [WEIGHT],
        field(10, "doc"),
        fields(11, inputs),
        fields(12, [value_info("y", 16, []), sequence]),
    )
    rest = (field(3, "2.1"), field(4, "org"), field(5, 7), field(14, pair("author", "me")))
    checkpoint = opened(path, model(main, *rest))
    assert checkpoint.format_version == "8"
    assert checkpoint.facts == {"producer": "tests 2.1"}
    assert fact(checkpoint, "producer_name") == "tests"
    assert fact(checkpoint, "domain") == "org"
    assert fact(checkpoint, "model_version") == 7
    assert fact(checkpoint, "graph_doc_string") == "doc"
    assert fact(checkpoint, "opset_import") == {"": 17}
    assert fact(checkpoint, "metadata_props") == {"author": "me"}
    assert fact(checkpoint, "inputs") == {"x": {"dtype": "float32", "shape": ["batch", 3, None]}}
    assert fact(checkpoint, "outputs") == {
        "y": {"dtype": "bfloat16", "shape": []},
        "s": {"type": "sequence", "of": {"dtype": "int64", "shape": None}},
    }
    assert fact(checkpoint, "nodes") == 3
    assert fact(checkpoint, "op_types") == {"Conv": 2, "com.microsoft.Gelu": 1}


# -- weights in other files ----------------------------------------------------------------------


def ext(name: str = "w", dims: tuple[int, ...] = (2, 3), **entries: Any) -> bytes:
    return tensor(name, dims, FLOAT, external(**entries))


def test_weights_beside_the_model(path: Path) -> None:
    (path.parent / "sub").mkdir()
    (path.parent / "sub" / "weights").write_bytes(b"head" + NUMBERS)
    (path.parent / "onnx::MatMul_1").write_bytes(NUMBERS)
    tied = [ext(name, location="sub/weights", offset=4, length=24) for name in ("a", "b")]
    others = [ext("c", location="sub/weights", offset=4), ext("d", location="onnx::MatMul_1")]
    checkpoint = opened(path, model(graph([], [*tied, *others])))
    tensors = tensors_of(checkpoint)
    assert [content(found) for found in tensors.values()] == [NUMBERS] * 4
    assert checkpoint.verdict == "clean"
    assert checkpoint.size == path.stat().st_size + 28 + 24
    assert tensors["graph", "a"].storage is tensors["graph", "b"].storage
    assert tensors["graph", "a"].storage is not tensors["graph", "d"].storage
    checkpoint.close()


@pytest.mark.parametrize(
    "location",
    [
        "../secret",
        "sub/../../secret",
        "/etc/passwd",
        "/dev/zero",
        "~/secret",
        "\\\\host\\share\\x",
        "..\\secret",
        "C:\\secret",
        "c:secret",
        "http://example.invalid/w",
        "file:///etc/passwd",
        b"a\0b",
        "link",
        "folder link/secret",
        "folder",
        "fifo",
        ".",
    ],
)
def test_weights_outside_the_folder_are_never_opened(
    tmp_path: Path, location: str | bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    (tmp_path / "secret").write_bytes(NUMBERS)
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "folder link").symlink_to(tmp_path)
    (folder / "folder").mkdir()
    os.mkfifo(folder / "fifo")
    touched: list[str] = []
    original = os.open

    def watch(name: Any, *rest: Any, **named: Any) -> int:
        touched.append(str(name))
        return original(name, *rest, **named)

    data = model(graph([], [ext(location=location, length=24), WEIGHT.replace(b"w", b"v")]))
    (folder / "model.onnx").write_bytes(data)
    monkeypatch.setattr(os, "open", watch)
    checkpoint = open_checkpoint(folder / "model.onnx")
    assert touched == [str(folder / "model.onnx")]
    assert checkpoint.verdict == "dangerous"
    assert severities(checkpoint) == ["danger"]
    tensors = tensors_of(checkpoint)
    assert content(tensors["graph", "v"]) == NUMBERS
    with pytest.raises(InspectorError, match="not opened"):
        content(tensors["graph", "w"])


def test_a_linked_model_has_its_weights_where_the_link_leads(tmp_path: Path) -> None:
    """Download caches keep files elsewhere, under other names, and link to both."""
    (tmp_path / "blobs").mkdir()
    (tmp_path / "snapshot").mkdir()
    (tmp_path / "blobs" / "b1").write_bytes(model(graph([], [ext(location="w.data")])))
    (tmp_path / "blobs" / "b2").write_bytes(NUMBERS)
    (tmp_path / "snapshot" / "model.onnx").symlink_to("../blobs/b1")
    (tmp_path / "snapshot" / "w.data").symlink_to("../blobs/b2")
    checkpoint = open_checkpoint(tmp_path / "snapshot" / "model.onnx")
    assert content(tensors_of(checkpoint)["graph", "w"]) == NUMBERS
    assert checkpoint.verdict == "clean"
    checkpoint.close()


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ({"location": "missing"}, "'missing' is missing next to the model"),
        ({}, "can be no file"),
        ({"location": "w", "offset": 1, "length": 24}, "bytes 1 to 25 of w, which has 24"),
        ({"location": "w", "length": 20}, "needs 24 bytes, but .* length '20'"),
        ({"location": "w", "offset": "-5"}, "offset '-5'"),
        ({"location": "w", "offset": "9" * 30}, "offset '9"),
        ({"location": "w", "length": "²"}, "length '²'"),
        ({"location": "x/" * 50 + "w"}, "can be no file"),
        ({"location": "x" * 300}, "missing|cannot be opened"),
    ],
)
def test_weights_that_are_not_there(path: Path, entries: dict[str, Any], sentence: str) -> None:
    (path.parent / "w").write_bytes(NUMBERS)
    checkpoint = opened(path, model(graph([], [ext(**entries), ext("v", **entries)])))
    with pytest.raises(CorruptFile, match=sentence):
        content(tensors_of(checkpoint)["graph", "w"])
    assert checkpoint.verdict == "unreadable"
    assert set(severities(checkpoint)) == {"error"}
    checkpoint.close()


def test_unknown_keys_of_external_data_are_ignored_and_said(path: Path) -> None:
    (path.parent / "w").write_bytes(NUMBERS)
    checkpoint = opened(path, model(graph([], [ext(location="w", __class__="x", checksum="0")])))
    assert content(tensors_of(checkpoint)["graph", "w"]) == NUMBERS
    assert [(f.severity, "__class__" in f.what) for f in checkpoint.findings] == [("info", True)]
    assert checkpoint.verdict == "clean"
    checkpoint.close()


def test_hundreds_of_weight_files(path: Path) -> None:
    for at in range(300):
        (path.parent / f"w{at}").write_bytes(struct.pack("<f", at))
    data = model(graph([], [ext(f"w{at}", (), location=f"w{at}") for at in range(300)]))
    checkpoint = opened(path, data)
    for at, found in enumerate(tensors_of(checkpoint).values()):
        assert content(found) == struct.pack("<f", at)
    assert len(checkpoint.sources) < 110
    checkpoint.close()


# -- what is wrong with a file -------------------------------------------------------------------

HUGE = 1 << 62


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (tensor("t", (HUGE, HUGE), FLOAT), "impossible shape"),
        (tensor("t", (-1, 4), FLOAT, raw(b"4444")), "impossible shape -1 × 4"),
        (tensor("t", [1] * 100, FLOAT, raw(b"4444")), "impossible shape"),
        (field(1, packed([1] * 100)) + field(2, FLOAT), "impossible shape"),
        (tensor("t", (1 << 40,), FLOAT), "needs 4,398,046,511,104 bytes, but 0"),
        (tensor("t", (9, 9), FLOAT, raw(NUMBERS)), r"\(9 × 9, float32\) needs 324 bytes, but 24"),
        (tensor("t", (1,), FLOAT, raw(NUMBERS)), "needs 4 bytes, but 24"),
        (tensor("t", (4,), INT64, field(7, b"\1\1")), "needs 4 numbers, but 2 bytes"),
        (tensor("t", (1,), INT64, field(7, b"\1" * 11)), "needs 1 numbers, but 11 bytes"),
        (tensor("t", (2,), STRING, field(6, "a")), "needs 2 texts, but 1"),
        (tensor("t", (1,), 0, raw(b"4")), "data type 0"),
        (tensor("t", (1,), 99, raw(b"4")), "data type 99"),
        (tensor("t", (1,), -1, raw(b"4")), "data type"),
        (tensor("t", (1,), FLOAT) + b"\x07", "begins no protobuf field"),
        (tensor("t", (1,), FLOAT) + b"\x4a\x7f", "should end by byte"),
        (tensor("t", (1,), FLOAT) + b"\x08" + b"\xff" * 11, "more than 10 bytes"),
    ],
)
def test_a_broken_tensor_is_marked_and_the_others_are_read(
    path: Path, found: bytes, sentence: str
) -> None:
    checkpoint = opened(path, model(graph([], [WEIGHT, found])))
    tensors = list(tensors_of(checkpoint).values())
    assert content(tensors[0]) == NUMBERS
    with pytest.raises(CorruptFile, match=sentence):
        tensors[1].read()
    assert [f.severity for f in checkpoint.findings] == ["error"]
    assert checkpoint.verdict == "unreadable"


def test_packed_dims(path: Path) -> None:
    data = field(1, packed([2, 3])) + field(2, FLOAT) + field(8, "w") + raw(NUMBERS)
    checkpoint = opened(path, model(graph([], [data])))
    assert tensors_of(checkpoint)["graph", "w"].shape == (2, 3)


@pytest.mark.parametrize(
    ("ops", "functions", "verdict"),
    [
        ([("Conv", ""), ("Relu", "ai.onnx"), ("Gelu", "com.microsoft")], [], "clean"),
        ([("PyOp", "ai.onnx.contrib")], [], "unknown"),
        ([("Mine", "my")], [], "unknown"),
        ([("Mine", "my")], [function("my", "Mine", [node("Relu")])], "clean"),
        ([("Mine", "my")], [function("my", "Mine", [node("PyOp", domain="odd")])], "unknown"),
        ([("F", "d")], [function("d", "F", [node("F", domain="d")])], "unknown"),
        (
            [("F", "d")],
            [
                function("d", "F", [node("G", domain="d")]),
                function("d", "G", [node("Relu"), node("F", domain="d")]),
            ],
            "unknown",
        ),
        (
            [("F", "d")],
            [function("d", "F", [node("G", domain="d")] * 2), function("d", "G", [])],
            "clean",
        ),
    ],
)
def test_operators_of_other_domains(
    path: Path, ops: list[tuple[str, str]], functions: list[bytes], verdict: str
) -> None:
    nodes = [node(op, domain=domain) for op, domain in ops]
    checkpoint = opened(path, model(graph(nodes), fields(25, functions)))
    assert checkpoint.verdict == verdict
    if verdict == "unknown":
        assert severities(checkpoint) == ["warning"]


def test_an_operator_that_hides_behind_ten_thousand_others_is_found(path: Path) -> None:
    nodes = [node(f"op{at}") for at in range(10_001)] + [node("PyOp", domain="ai.onnx.contrib")]
    checkpoint = opened(path, model(graph(nodes)))
    assert checkpoint.verdict == "unknown"
    assert fact(checkpoint, "nodes") == 10_002


def test_empty_nodes_are_counted_not_kept(path: Path) -> None:
    checkpoint = opened(path, model(graph([b""] * 100_000)))
    assert fact(checkpoint, "nodes") == 100_000
    assert sum(1 for _ in Walk(checkpoint.root)) < 20


@pytest.mark.parametrize(
    "many",
    [
        [node("Relu")] * 5000,
        [node("Constant", attribute("value_int", field(3, 1)), outputs=["x"])] * 5000,
        [node("Relu", *[b"\x0a\x00"] * 5000)],
        [node("If", attribute("b", *[field(6, graph([], [WEIGHT]))] * 5000))],
        [node("Constant", attribute("value_ints", fields(8, [1] * 20_000)))],
        [node("x" * 100_000, name="y" * 1_000_000)],
    ],
)
def test_the_budget_ends_the_work_and_what_was_read_is_shown(path: Path, many: list[bytes]) -> None:
    limits = ReadLimits(protobuf_nodes=1000)
    head = graph([], [WEIGHT])
    checkpoint = opened(path, model(head, field(7, graph(many))), limits)
    assert content(tensors_of(checkpoint)["graph", "w"]) == NUMBERS
    is_whole = len(many) == 1 and len(many[0]) > 1_000_000  # texts that are not kept cost nothing
    assert severities(checkpoint) == ([] if is_whole else ["error"])
    assert is_whole or "fields and texts" in checkpoint.findings[0].what


def test_tensors_cost_more_of_the_budget_than_fields(path: Path) -> None:
    limits = ReadLimits(protobuf_nodes=1000)
    checkpoint = opened(path, model(graph([], [WEIGHT] * 200)), limits)
    assert 0 < len(tensors_of(checkpoint)) < 200
    checkpoint = opened(path, model(graph([node("Relu")] * 200)), limits)
    assert fact(checkpoint, "nodes") == 200


def test_numbers_that_are_no_constant_are_passed_over(path: Path) -> None:
    """A tree ensemble has millions of them in the attributes of one node."""
    trees = node("TreeEnsemble", attribute("nodes_values", fixed(7, b"4444") * 50_000))
    checkpoint = opened(path, model(graph([trees], [WEIGHT])), ReadLimits(protobuf_nodes=1000))
    assert list(tensors_of(checkpoint)) == [("graph", "w")]
    assert checkpoint.verdict == "clean"


def test_findings_are_not_endless(path: Path) -> None:
    checkpoint = opened(path, model(graph([], [tensor("t", (1,), FLOAT)] * 500)))
    assert len(checkpoint.findings) < 210
    assert any("400 more" in finding.what for finding in checkpoint.findings)


@pytest.mark.parametrize(("depth", "verdict"), [(30, "clean"), (5000, "unreadable")])
def test_nested_subgraphs(path: Path, depth: int, verdict: str) -> None:
    inner = graph([], [WEIGHT])
    for _ in range(depth):
        inner = graph([node("If", attribute("b", field(6, inner)), name="n")])
    checkpoint = opened(path, model(inner))
    assert checkpoint.verdict == verdict
    if verdict == "clean":
        assert ("graph", *["b of n"] * depth, "w") in tensors_of(checkpoint)


@pytest.mark.parametrize(
    ("group", "is_whole"),
    [
        (b"\xa3\x06" + field(5, WEIGHT) + b"\xa4\x06", True),
        (b"\xa3\x06" * 100 + b"\xa4\x06" * 100, True),
        (b"\xa3\x06" * 100_000 + b"\xa4\x06" * 100_000, False),
        (b"\xa3\x06" + WEIGHT, False),
        (b"\xa4\x06", False),
        (b"\xa3\x06\xac\x06", False),
    ],
)
def test_unknown_groups_are_passed_over(path: Path, group: bytes, is_whole: bool) -> None:
    """What is in a group are not fields of the message around it."""
    checkpoint = opened(path, model(graph([], [WEIGHT], group)))
    assert (checkpoint.verdict == "clean") == is_whole
    assert list(tensors_of(checkpoint)) == [("graph", "w")]


def test_bytes_behind_the_model_are_said(path: Path) -> None:
    checkpoint = opened(path, model(graph([], [WEIGHT])) + bytes(4096))
    assert checkpoint.verdict == "unreadable"
    assert "begins no protobuf field" in checkpoint.findings[0].what
    assert content(tensors_of(checkpoint)["graph", "w"]) == NUMBERS


def test_a_cut_model_says_where_it_ends(path: Path) -> None:
    whole = model(graph([], [WEIGHT, tensor("v", (1000,), FLOAT, raw(bytes(4000)))]))
    checkpoint = opened(path, whole[:1000])
    tensors = tensors_of(checkpoint)
    assert content(tensors["graph", "w"]) == NUMBERS
    with pytest.raises(CorruptFile, match="needs 4,000 bytes"):
        content(tensors["graph", "v"])
    end = len(whole) - len(OPSET)
    (said,) = [f.what for f in checkpoint.findings if "ends at" in f.what]
    assert f"ends at byte 1,000, but should go on to byte {end:,} at least" in said


def test_a_flipped_bit_anywhere_is_survived(path: Path) -> None:
    whole = TestOnnx().sample()
    for at in range(len(whole) * 8):
        data = bytearray(whole)
        data[at // 8] ^= 1 << at % 8
        checkpoint = quietly(lambda data=bytes(data): opened(path, data))
        if checkpoint is not None:
            for found in tensors_of(checkpoint).values():
                quietly(lambda found=found: content(found))
            checkpoint.close()


# -- what is one and what is not -----------------------------------------------------------------

CORE_ML = field(1, 5) + field(2, field(1, field(1, "image"))) + field(500, field(1, "layer"))
SAVED_MODEL = field(1, 1) + field(2, field(1, field(4, "serve")) + field(2, b"nodes"))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (model(graph()), True),
        (model(graph([node("Relu")])), True),
        (field(7, graph([node("Relu")])) + OPSET + field(1, 8), True),
        (model(b""), True),
        (model(graph())[:20], True),
        (model(graph()) + b"junk", True),
        (b"", False),
        (b"\x08", False),
        (b"\x08\x08", False),
        (bytes(1000), False),
        (SAVED_MODEL, False),
        (SAVED_MODEL[:20], False),
        (CORE_ML, False),
        (tensor("t", (3, 2), FLOAT, raw(NUMBERS)), False),
        (field(1, "caffe net") + field(100, field(1, "conv")), False),
        (field(1, node("Relu")), False),  # TensorFlow's GraphDef, MindSpore's checkpoints
        (b"\x08\x08" + b"\xa3\x06" * 1000, False),
        (b"\x08" + b"\xff" * 20, False),
        (b'"text" in quotes', False),
        (b"BM" + bytes(100), False),
    ],
)
def test_is_model(data: bytes, expected: bool) -> None:
    assert is_model(BytesSource(data, "file")) == expected


def test_noise_is_no_model() -> None:
    rng = random.Random(0)
    for _ in range(2000):
        data = bytes([rng.choice(b"\x08\x12\x1a\x22\x3a\x42")]) + rng.randbytes(200)
        assert not is_model(BytesSource(data, "noise"))


def test_an_empty_tail_of_fields_is_not_walked_to_recognise_a_model() -> None:
    data = model(graph()) + field(14, b"") * 200_000
    source = BytesSource(data, "file")
    assert is_model(source)


# -- text forms ----------------------------------------------------------------------------------

SYNTAX = """<ir_version: 8, opset_import: ["" : 17]>
g (float[N,3] x) => (float[N,3] y) <float[3] b = {1, 2, 3}> { y = Add (x, b) }"""


@pytest.mark.parametrize("form", ["onnxtxt", "textproto"])
def test_text_forms(path: Path, form: str) -> None:
    import onnx.parser
    from google.protobuf import text_format

    text = SYNTAX
    if form == "textproto":
        text = text_format.MessageToString(onnx.parser.parse_model(SYNTAX))
    checkpoint = opened(path, text.encode())
    assert (checkpoint.format, checkpoint.format_version) == ("onnx", "8")
    assert checkpoint.facts["text_form"] == form
    assert checkpoint.size == len(text)
    assert checkpoint.verdict == "clean"
    assert content(tensors_of(checkpoint)["graph", "b"]) == struct.pack("<3f", 1, 2, 3)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (SYNTAX[:-20], CorruptFile),
        (SYNTAX.replace("8", "9" * 30), CorruptFile),
        (SYNTAX.replace("float[N,3] x", "seq(" * 100_000 + "float" + ")" * 100_000), LimitExceeded),
        (SYNTAX.replace("8", "8 " + '# "\n', 1) + "{" * 1000, LimitExceeded),
        (SYNTAX + "#" * 9_000_000, LimitExceeded),
        ("ir_version: 8 graph {", CorruptFile),
        ("ir_version: 8 graph {" + "node{attribute{g{" * 10_000, CorruptFile),
        ("ir_version: 8 no_such_field: 3", CorruptFile),
        ("ir_version: 8 #" + "x" * 7_000_000, LimitExceeded),
    ],
)
def test_texts_that_cannot_be_parsed(path: Path, text: str, error: type[InspectorError]) -> None:
    with pytest.raises(error) as caught:
        opened(path, text.encode())
    assert caught.value.hint
    assert len(caught.value.message) < 400


# -- the library's word for it -------------------------------------------------------------------


def published() -> list[Path]:
    """The models that come with the onnx package."""
    spec = find_spec("onnx")
    assert spec is not None
    assert spec.origin is not None
    return sorted((Path(spec.origin).parent / "backend" / "test" / "data").rglob("*.onnx"))


def protos(message: Any) -> list[Any]:
    """Every TensorProto in a message, wherever it is."""
    found, stack = [], [message]
    while stack:
        here = stack.pop()
        if here.DESCRIPTOR.name == "TensorProto":
            found.append(here)
            continue
        for descriptor, value in here.ListFields():
            if descriptor.message_type is not None:
                stack += value if hasattr(value, "append") or hasattr(value, "add") else [value]
    return found


@pytest.mark.parametrize("file", published(), ids=lambda file: file.parent.name)
def test_published_models_are_read_as_the_library_reads_them(file: Path) -> None:
    import onnx
    from onnx import numpy_helper

    checkpoint = open_checkpoint(file)
    loaded = onnx.load(file)
    assert checkpoint.verdict == "clean"
    assert fact(checkpoint, "ir_version") == loaded.ir_version
    assert fact(checkpoint, "opset_import") == {o.domain: o.version for o in loaded.opset_import}
    expected = Counter(
        (tuple(proto.dims), hashlib.sha256(numpy_helper.to_array(proto).tobytes()).hexdigest())
        for proto in protos(loaded)
    )
    found = Counter(
        (value.shape, hashlib.sha256(content(value)).hexdigest())
        for value in tensors_of(checkpoint).values()
        if not value.parts and not value.inline
    )
    assert found == expected
    checkpoint.close()


def unpacked(found: Tensor) -> bytes:
    """The values one byte each, where several are packed into one."""
    per_item = found.dtype.per_item
    bits = 8 // per_item
    data = content(found)
    if per_item == 1:
        return data
    values = [byte >> bits * at & (1 << bits) - 1 for byte in data for at in range(per_item)]
    return bytes(values[: found.numel])


def corpus() -> list[tuple[str, dict[str, Any]]]:
    """The ONNX files of the corpus with what is known about them, where there is a corpus."""
    listing = CORPUS / "expected.json"
    entries = json.loads(listing.read_text()) if listing.is_file() else {}
    return [(name, entry) for name, entry in entries.items() if name.startswith("onnx/")]


@pytest.mark.parametrize(("name", "entry"), [pytest.param(*row, id=row[0]) for row in corpus()])
def test_corpus(name: str, entry: dict[str, Any]) -> None:
    checkpoint = open_checkpoint(CORPUS / "files" / name)
    assert (checkpoint.verdict == "dangerous") == bool(entry.get("hostile"))
    found = Counter(
        (
            value.shape,
            value.dtype.name.replace("_", ""),
            hashlib.sha256(unpacked(value)).hexdigest(),
        )
        for value in tensors_of(checkpoint).values()
        if not value.parts and not value.inline and value.trouble is None
    )
    names = {"FLOAT": "float32", "DOUBLE": "float64", "FLOAT8E8M0": "float8e8m0fnu"}
    expected = Counter(
        (tuple(t["dims"]), names.get(t["data_type"], t["data_type"].lower()), t["sha256"])
        for t in entry.get("onnx_tensors", [])
        if t["sha256"] is not None
    )
    if "onnx_tensors" in entry and not entry.get("hostile") and "missing" not in name:
        assert found == expected
    checkpoint.close()


def test_opening_imports_neither_onnx_nor_numpy(path: Path) -> None:
    path.write_bytes(TestOnnx().sample())
    code = (
        "import sys, pathlib; from inspector.formats.registry import open_checkpoint;"
        "open_checkpoint(pathlib.Path(sys.argv[1]));"
        "print(sorted({'onnx', 'google', 'numpy', 'torch'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_file_that_only_begins_like_a_model_is_not_one(path: Path) -> None:
    with pytest.raises(UnknownFormat):
        opened(path, SAVED_MODEL)
    assert EXTERNAL == 1
