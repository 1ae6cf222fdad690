"""Every opcode of protocols 0 to 5, and what it leaves on the stack."""

from __future__ import annotations

import pickletools
import struct
from typing import Any

import pytest

from inspector.errors import CorruptFile
from inspector.inert import (
    UNSET,
    ByteArray,
    Dict,
    Extension,
    Global,
    Object,
    OutOfBand,
    Pid,
    Py2Str,
    Set,
)
from tests.make.pickles import pickle, text
from tests.pickling.plain import decode, plain

# Opcode -> (name in pickletools, pickle, value). Sorted as pickletools lists them.
VALUES: list[tuple[str, bytes, Any]] = [
    ("INT", b"I-12\n.", -12),
    ("INT", b"I00\n.", False),
    ("INT", b"I01\n.", True),
    ("BININT", b"J\xfe\xff\xff\xff.", -2),
    ("BININT1", b"K\xff.", 255),
    ("BININT2", b"M\x01\x02.", 513),
    ("LONG", b"L12345678901234567890L\n.", 12345678901234567890),
    ("LONG", b"L7\n.", 7),
    ("LONG1", b"\x8a\x02\x00\x80.", -32768),
    ("LONG1", b"\x8a\x00.", 0),
    ("LONG4", b"\x8b\x01\x00\x00\x00\x7f.", 127),
    ("STRING", b"S'abc'\n.", "abc"),
    ("STRING", b'S"it\\\'s\\n"\n.', "it's\n"),
    ("BINSTRING", b"T\x03\x00\x00\x00abc.", "abc"),
    ("SHORT_BINSTRING", b"U\x03abc.", "abc"),
    ("SHORT_BINSTRING", b"U\x02\xc3\xbc.", b"\xc3\xbc"),
    ("BINBYTES", b"B\x02\x00\x00\x00\x00\xff.", b"\x00\xff"),
    ("SHORT_BINBYTES", b"C\x02\x00\xff.", b"\x00\xff"),
    ("BINBYTES8", b"\x8e" + struct.pack("<Q", 2) + b"\x00\xff.", b"\x00\xff"),
    ("BYTEARRAY8", b"\x96" + struct.pack("<Q", 2) + b"\x00\xff.", bytearray(b"\x00\xff")),
    ("NONE", b"N.", None),
    ("NEWTRUE", b"\x88.", True),
    ("NEWFALSE", b"\x89.", False),
    ("UNICODE", b"Vgr\\u00fc\xdf\n.", "grüß"),
    ("SHORT_BINUNICODE", b"\x8c\x02\xc3\xbc.", "ü"),
    ("BINUNICODE", b"X\x03\x00\x00\x00\xed\xa0\x80.", "\ud800"),
    ("BINUNICODE8", b"\x8d" + struct.pack("<Q", 2) + b"\xc3\xbc.", "ü"),
    ("FLOAT", b"F-0.5\n.", -0.5),
    ("FLOAT", b"F1e+300\n.", 1e300),
    ("BINFLOAT", b"G?\xf8\x00\x00\x00\x00\x00\x00.", 1.5),
    ("EMPTY_LIST", b"].", []),
    ("APPEND", b"]K\x01aK\x02a.", [1, 2]),
    ("APPENDS", b"](K\x01K\x02e.", [1, 2]),
    ("LIST", b"(K\x01K\x02l.", [1, 2]),
    ("EMPTY_TUPLE", b").", ()),
    ("TUPLE", b"(K\x01K\x02K\x03K\x04t.", (1, 2, 3, 4)),
    ("TUPLE1", b"K\x01\x85.", (1,)),
    ("TUPLE2", b"K\x01K\x02\x86.", (1, 2)),
    ("TUPLE3", b"K\x01K\x02K\x03\x87.", (1, 2, 3)),
    ("EMPTY_DICT", b"}.", {}),
    ("DICT", b"(K\x01K\x02d.", {1: 2}),
    ("SETITEM", b"}K\x01K\x02s.", {1: 2}),
    ("SETITEMS", b"}(K\x01K\x02K\x03K\x04u.", {1: 2, 3: 4}),
    ("EMPTY_SET", b"\x8f.", set()),
    ("ADDITEMS", b"\x8f(K\x01K\x02\x90.", {1, 2}),
    ("FROZENSET", b"(K\x01K\x02\x91.", frozenset({1, 2})),
    ("POP", b"K\x01K\x020.", 1),
    ("DUP", b"K\x012\x86.", (1, 1)),
    ("MARK", b"(.", None),  # see test_a_mark_alone
    ("POP_MARK", b"K\x01(K\x02K\x031.", 1),
    ("GET", b"K\x01p300\n0g300\n.", 1),
    ("BINGET", b"K\x01q\xff0h\xff.", 1),
    ("LONG_BINGET", b"K\x01r\x00\x01\x00\x000j\x00\x01\x00\x00.", 1),
    ("PUT", b"K\x01p0\n.", 1),
    ("BINPUT", b"K\x01q\x00.", 1),
    ("LONG_BINPUT", b"K\x01r\x00\x00\x00\x00.", 1),
    ("MEMOIZE", b"\x80\x04K\x01\x94K\x02\x940h\x01.", 2),
    ("EXT1", b"\x82\x01.", Extension(1)),
    ("EXT2", b"\x83\x01\x02.", Extension(513)),
    ("EXT4", b"\x84\x01\x02\x00\x00.", Extension(513)),
    ("GLOBAL", b"ctorch\nSize\n.", Global("torch", "Size")),
    ("STACK_GLOBAL", text("torch") + text("Size") + b"\x93.", Global("torch", "Size")),
    ("REDUCE", b"ctorch\nSize\nK\x01\x85R.", ("reduce", "torch.Size", (1,))),
    ("BUILD", b"ctorch\nSize\n)R}K\x01K\x02sb.", ("reduce", "torch.Size", (), {1: 2})),
    ("INST", b"(K\x01itorch\nSize\n.", ("inst", "torch.Size", (1,))),
    ("OBJ", b"(ctorch\nSize\nK\x01o.", ("obj", "torch.Size", (1,))),
    ("NEWOBJ", b"ctorch\nSize\nK\x01\x85\x81.", ("newobj", "torch.Size", (1,))),
    ("NEWOBJ_EX", b"ctorch\nSize\nK\x01\x85}\x92.", ("newobj_ex", "torch.Size", (1,))),
    ("PROTO", b"\x80\x02N.", None),
    ("STOP", b"N.", None),
    ("FRAME", b"\x80\x04\x95" + struct.pack("<Q", 2) + b"N.", None),
    ("PERSID", b"P12\n.", Pid("12")),
    ("BINPERSID", b"K\x0cQ.", Pid(12)),
    ("NEXT_BUFFER", b"\x97.", OutOfBand()),
    ("READONLY_BUFFER", b"\x97\x98.", OutOfBand()),
]
TABLE = [
    pytest.param(*row, id=f"{row[0]} {at}") for at, row in enumerate(VALUES) if row[0] != "MARK"
]


def same(found: Any, expected: Any) -> bool:
    """Whether an inert value is what the table says."""
    if isinstance(found, Object):
        state = () if found.state is UNSET else (plain(found.state),)
        return (found.op, found.class_name, found.args, *state) == expected
    if isinstance(found, Global):
        return isinstance(expected, Global) and found.full == expected.full
    for kind, name in ((Extension, "code"), (Pid, "pid")):
        if isinstance(found, kind):
            return isinstance(expected, kind) and getattr(found, name) == getattr(expected, name)
    if isinstance(found, OutOfBand):
        return isinstance(expected, OutOfBand)
    value = plain(found)
    return type(value) is type(expected) and value == expected


def test_the_table_has_every_opcode() -> None:
    assert {name for name, _, _ in VALUES} == {opcode.name for opcode in pickletools.opcodes}


@pytest.mark.parametrize(("name", "data", "expected"), TABLE)
def test_opcode(name: str, data: bytes, expected: Any) -> None:
    assert name in {opcode.name for opcode, _, _ in pickletools.genops(data)}
    found = decode(data)
    assert found.error is None
    assert same(found.value, expected)
    assert found.end == len(data)


@pytest.mark.parametrize(("name", "data", "expected"), TABLE)
def test_every_cut_is_an_error(name: str, data: bytes, expected: Any) -> None:
    """An argument that ends early is corrupt, whatever the opcode."""
    for size in range(len(data)):
        error = decode(data[:size]).error
        assert isinstance(error, CorruptFile)
        assert error.where == "test"


def test_a_mark_alone_is_odd() -> None:
    found = decode(b"N(N.")
    assert found.oddities == ["test, byte 4: values are left on the stack at STOP"]


def test_kinds_of_containers() -> None:
    kinds = {b"}.": Dict, b"].": list, b").": tuple, b"\x8f.": Set, b"(\x91.": Set}
    for data, kind in kinds.items():
        assert type(decode(data).value) is kind
    assert type(decode(b"\x96" + bytes(8) + b".").value) is ByteArray
    assert type(decode(b"U\x01\xff.").value) is Py2Str


@pytest.mark.parametrize(
    ("opcode", "data"),
    [
        ("SETITEM", b"c__torch__\nNet\n)\x81K\x01K\x02s."),
        ("SETITEMS", b"c__torch__\nNet\n)\x81(K\x01K\x02u."),
    ],
)
def test_items_of_objects_are_kept_as_pairs(opcode: str, data: bytes) -> None:
    assert decode(data).value.flat == [1, 2]


@pytest.mark.parametrize(
    ("opcode", "data"),
    [
        ("APPEND", b"c__torch__\nNet\n)\x81K\x01aK\x02a."),
        ("APPENDS", b"c__torch__\nNet\n)\x81(K\x01K\x02e."),
        ("ADDITEMS", b"c__torch__\nNet\n)\x81(K\x01K\x02\x90."),
    ],
)
def test_items_of_objects_are_kept_as_a_list(opcode: str, data: bytes) -> None:
    assert decode(data).value.items == [1, 2]


def test_keyword_arguments_of_newobj_ex_are_kept() -> None:
    found = decode(b"\x80\x04cx\nY\n)}\x8c\x01aK\x01s\x92.").value
    assert plain(found.kwargs) == {"a": 1}


def test_sharing_is_kept() -> None:
    """The same memo slot is the same object; cycles are cycles."""
    found = decode(b"]q\x00(h\x00h\x00e.").value
    assert found[0] is found
    assert found[1] is found


def test_dicts_are_not_hashed() -> None:
    """Duplicates, unhashable keys and NaNs all stay."""
    value = decode(pickle(b"}(K\x01K\x02K\x01K\x03]K\x04u")).value
    assert value.flat == [1, 2, 1, 3, [], 4]


@pytest.mark.parametrize(
    ("module", "name", "full"),
    [
        ("__builtin__", "set", "builtins.set"),
        ("__builtin__", "unicode", "builtins.str"),
        ("copy_reg", "_reconstructor", "copyreg._reconstructor"),
        ("torch.tensor", "_rebuild_from_type_v2", "torch._tensor._rebuild_from_type_v2"),
        ("numpy.core.multiarray", "scalar", "numpy._core.multiarray.scalar"),
        ("commands", "getoutput", "subprocess.getoutput"),
        ("torch", "os.system", "torch.os.system"),
    ],
)
def test_globals_are_called_as_today(module: str, name: str, full: str) -> None:
    found = decode(f"c{module}\n{name}\n.".encode()).value
    assert (found.module, found.name, found.full) == (module, name, full)


def test_globals_are_counted() -> None:
    found = decode(b"(ca\nb\nca\nb\ncc\nd\nt.")
    assert {used.full: times for used, times in found.globals.items()} == {"a.b": 2, "c.d": 1}
