"""Calls of torch's and numpy's constructors with arguments that no writer gives.

Each argument of an honest call is replaced by each odd value in turn, the call is cut short, given
odd states, used as a key: the file opens, every view of it ends, and nothing but an InspectorError
escapes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.bytesource import BytesSource
from inspector.checkpoint.contents import survey
from inspector.cli.facts import document_facts
from inspector.cli.outline import outline
from inspector.document import Document
from inspector.errors import InspectorError
from inspector.formats.reading import FOLDS, Reading
from inspector.formats.registry import read
from tests.make.pickles import (
    Code,
    build,
    dict_of,
    encode,
    integer,
    list_of,
    name,
    newobj,
    ordered,
    pickle,
    real,
    reduce,
    text,
    tuple_of,
)
from tests.make.tensors import View, floats, rebuild
from tests.make.torch_zip import records, write_zip

VIEW = View(floats("0", 4), (2, 2))
TENSOR = rebuild(VIEW)
STORAGE = Code(
    tuple_of(text("storage"), name("torch", "FloatStorage"), text("0"), text("cpu"), integer(4))
    + b"Q"
)
DTYPE = reduce(name("numpy", "dtype"), text("f4"), encode(False), encode(True))
LAYOUT = reduce(name("torch.serialization", "_get_layout"), text("torch.sparse_coo"))
RAW = Code(b"C\x04abcd")
UTILS = "torch._utils"
SIZES = (encode((2,)), encode((1,)))

CALLS: dict[str, tuple[Code, list[bytes]]] = {
    "_rebuild_tensor": (name(UTILS, "_rebuild_tensor"), [STORAGE, integer(0), *SIZES]),
    "_rebuild_tensor_v2": (
        name(UTILS, "_rebuild_tensor_v2"),
        [STORAGE, integer(0), *SIZES, encode(False), ordered(), encode({"conj": True})],
    ),
    "_rebuild_tensor_v3": (
        name(UTILS, "_rebuild_tensor_v3"),
        [STORAGE, integer(0), *SIZES, encode(False), ordered(), name("torch", "float32")],
    ),
    "_rebuild_parameter": (
        name(UTILS, "_rebuild_parameter"),
        [TENSOR, encode(True), ordered()],
    ),
    "_rebuild_qtensor": (
        name(UTILS, "_rebuild_qtensor"),
        [
            *(STORAGE, integer(0), *SIZES),
            tuple_of(name("torch", "per_tensor_affine"), real(0.5), integer(0)),
            *(encode(False), ordered()),
        ],
    ),
    "per channel": (
        name(UTILS, "_rebuild_qtensor"),
        [
            *(STORAGE, integer(0), *SIZES),
            tuple_of(name("torch", "per_channel_affine"), TENSOR, TENSOR, integer(0)),
            *(encode(False), ordered()),
        ],
    ),
    "_rebuild_sparse_tensor": (
        name(UTILS, "_rebuild_sparse_tensor"),
        [LAYOUT, tuple_of(TENSOR, TENSOR, encode((2, 2)), encode(True))],
    ),
    "_rebuild_meta_tensor_no_storage": (
        name(UTILS, "_rebuild_meta_tensor_no_storage"),
        [name("torch", "float32"), *SIZES, encode(False)],
    ),
    "_rebuild_nested_tensor": (name(UTILS, "_rebuild_nested_tensor"), [TENSOR] * 4),
    "_rebuild_njt": (
        name("torch.nested._internal.nested_tensor", "_rebuild_njt"),
        [dict_of((text("_values"), TENSOR), (text("_offsets"), TENSOR))],
    ),
    "_rebuild_wrapper_subclass": (
        name(UTILS, "_rebuild_wrapper_subclass"),
        [
            *(name("a", "B"), name("torch", "float32"), *SIZES, integer(0), LAYOUT),
            *(reduce(name("torch", "device"), text("cuda"), integer(0)), encode(False)),
        ],
    ),
    "_rebuild_from_type_v2": (
        name("torch._tensor", "_rebuild_from_type_v2"),
        [
            *(name(UTILS, "_rebuild_tensor"), name("a", "B")),
            *(tuple_of(STORAGE, integer(0), *SIZES), dict_of()),
        ],
    ),
    "_rebuild_device_tensor": (
        name(UTILS, "_rebuild_device_tensor_from_cpu_tensor"),
        [TENSOR, name("torch", "float32"), text("xla:0"), encode(False)],
    ),
    "Parameter of 0.3": (name("torch.nn.parameter", "Parameter"), [TENSOR, encode(True)]),
    "FloatTensor of 0.1": (name("torch", "FloatTensor"), []),
    "_load_from_bytes": (name("torch.storage", "_load_from_bytes"), [RAW]),
    "ndarray": (
        name("numpy._core.multiarray", "_reconstruct"),
        [name("numpy", "ndarray"), encode((0,)), Code(b"C\x01b")],
    ),
    "numpy scalar": (name("numpy._core.multiarray", "scalar"), [DTYPE, RAW]),
    "_frombuffer": (
        name("numpy._core.numeric", "_frombuffer"),
        [RAW, DTYPE, encode((1,)), text("C")],
    ),
    "numpy dtype": (name("numpy", "dtype"), [text("f4"), encode(False), encode(True)]),
    "_codecs.encode": (name("_codecs", "encode"), [text("a"), text("latin1")]),
    "OrderedDict": (name("collections", "OrderedDict"), [encode([["a", 1]])]),
    "complex": (name("builtins", "complex"), [real(1.0), real(2.0)]),
    "set": (name("builtins", "set"), [list_of(integer(1))]),
    "Size": (name("torch", "Size"), [tuple_of(integer(1))]),
    "device": (name("torch", "device"), [text("cuda"), integer(0)]),
    "datetime": (name("datetime", "datetime"), [Code(b"C\x0a\x07\xe8" + b"\1" * 8)]),
    "Path": (name("pathlib", "PosixPath"), [text("a"), text("b")]),
    "DictConfig": (name("omegaconf.dictconfig", "DictConfig"), []),
}


def odd_values() -> list[Code]:
    """Values of every kind, some absurd; calls whose arguments are no tuple."""
    values: list[bytes] = [
        *map(integer, (-1, 1 << 62, 1 << 70)),
        *(text(""), text("x" * 300), b"N", b"\x88", real(float("nan")), RAW),
        *(list_of(), list_of(integer(1)), dict_of(), dict_of((list_of(), tuple_of())), b"\x8f"),
        *(name("torch", "float32"), name("a", "b"), TENSOR, STORAGE),
        *(tuple_of(), encode((-1,)), encode(("a",)), encode((1 << 70,)), encode((0,) * 70)),
        tuple_of(tuple_of(), tuple_of()),
        build(DTYPE, tuple_of(integer(3), text(">"), b"N")),
        build(DTYPE, integer(3)),
    ]
    owners = ("torch\nSize", "numpy\ndtype", "torch.serialization\n_get_layout", "torch\ndevice")
    owners += ("collections\nOrderedDict", "pathlib\nPath", "datetime\ndate", "builtins\nrange")
    for owner in owners:
        for args in (integer(1), b"N", tuple_of(), tuple_of(integer(1)), dict_of(), RAW):
            values.append(b"c" + owner.encode() + b"\n" + args + b"R")
    return [Code(value) for value in values]


ODD = odd_values()


def variants(func: Code, args: list[bytes]) -> Iterator[bytes]:
    """A call with everything in it replaced in turn."""
    for at in range(len(args)):
        yield reduce(func, *args[:at])
        for value in ODD:
            yield reduce(func, *args[:at], value, *args[at + 1 :])
    for value in ODD:
        yield build(reduce(func, *args), value)
        yield func + value + b"R"
        yield func + value + b"\x81"
        yield func + value + dict_of() + b"\x92"
        yield b"(" + func + value + b"o"


def show(value: bytes, key: bytes = text("k")) -> None:
    """Open a zip whose pickle is {key: value} and show it in every way."""
    members = records(pickle(dict_of((key, value), (text("w"), TENSOR))), [VIEW.storage])
    reading = Reading(Path("/nowhere/m.pt"), BytesSource(write_zip(members), "m.pt"))
    try:
        checkpoint = read(reading)
        document = Document(reading.path, checkpoint, survey(checkpoint), None)
        json.dumps(document_facts(document, with_hash=True), allow_nan=False)
        for flat in (False, True):
            list(outline(document, 80, flat, with_hash=False))
    except InspectorError as error:
        assert error.message  # noqa: PT017


@pytest.mark.parametrize("call", CALLS)
def test_calls(call: str) -> None:
    func, args = CALLS[call]
    show(reduce(func, *args))
    for value in variants(func, args):
        show(value)


def test_values_and_keys() -> None:
    for value in ODD:
        show(value, key=value)


# One name for each fold; those above have further tests of their own.
FOLD_NAMES = sorted({fold: full for full, fold in FOLDS.items()}.values())


@pytest.mark.parametrize("full", FOLD_NAMES)
def test_every_fold(full: str) -> None:
    """All odd values as the arguments, as the only argument and as one of several, in one file."""
    func = name(*full.rsplit(".", 1))
    calls = [func + value + b"R" for value in ODD]
    calls += [reduce(func, *args) for value in ODD for args in ((value,), (value, value))]
    calls += [reduce(func, *[value] * count) for value in ODD[:8] for count in range(3, 9)]
    show(dict_of(*((text(f"k{at}"), Code(code)) for at, code in enumerate(calls))))


ARRAY = reduce(CALLS["ndarray"][0], *CALLS["ndarray"][1])
STATE = [integer(1), encode((1,)), DTYPE, encode(False), RAW]
PID = [text("storage"), name("torch", "FloatStorage"), text("0"), text("cpu"), integer(4)]


@pytest.mark.parametrize("at", range(5))
def test_states_of_arrays(at: int) -> None:
    for value in ODD:
        show(build(ARRAY, tuple_of(*STATE[:at], value, *STATE[at + 1 :])))


@pytest.mark.parametrize("at", range(5))
def test_persistent_ids(at: int) -> None:
    for value in ODD:
        pid = tuple_of(*PID[:at], value, *PID[at + 1 :])
        show(rebuild(VIEW, lambda storage, pid=pid: pid))


def optimizer(state: bytes, groups: bytes) -> Code:
    """An optimizer's state_dict."""
    return dict_of((text("state"), state), (text("param_groups"), groups))


def test_optimizers() -> None:
    for value in ODD:
        params = dict_of((text("params"), value), (text("param_names"), value))
        entry = dict_of((value, dict_of((text("exp_avg"), value), (value, TENSOR))))
        show(optimizer(value, list_of(params)))
        show(optimizer(entry, list_of(dict_of((text("params"), list_of(value))))))
        show(optimizer(dict_of(), value))
        show(optimizer(dict_of(), list_of(value)))


TABLES = ("_modules", "_parameters", "_buffers", "_non_persistent_buffers_set")


@pytest.mark.parametrize("table", TABLES)
def test_modules(table: str) -> None:
    for value in ODD:
        for inside in (value, dict_of((value, value), (text("x"), value))):
            held = {at: dict_of() for at in TABLES} | {table: inside}
            state = dict_of(*((text(at), code) for at, code in held.items()))
            show(build(newobj(name("a", "Net")), state))
