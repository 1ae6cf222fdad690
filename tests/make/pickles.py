"""A small assembler for pickles: every function gives the bytes of one value or one opcode.

Hand-made pickles say exactly which opcode is under test, and can say what no honest writer would.
Opcodes: CPython's Lib/pickletools.py.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from typing import Any

STOP = b"."
MARK = b"("
NONE = b"N"
EMPTY_DICT = b"}"
EMPTY_LIST = b"]"
EMPTY_TUPLE = b")"


class Code(bytes):
    """Opcodes that leave one value on the stack, to stand inside a value of `encode`."""


def proto(version: int = 2) -> bytes:
    """PROTO."""
    return bytes([0x80, version])


def pickle(*pieces: bytes, protocol: int = 2) -> bytes:
    """A whole pickle: PROTO, `pieces`, STOP."""
    return proto(protocol) + b"".join(pieces) + STOP


def text(value: str) -> Code:
    """BINUNICODE."""
    raw = value.encode("utf-8", "surrogatepass")
    return Code(b"X" + struct.pack("<I", len(raw)) + raw)


def integer(value: int) -> Code:
    """The shortest binary form, as protocol 2 has it."""
    if 0 <= value < 1 << 8:
        return Code(bytes([ord("K"), value]))
    if 0 <= value < 1 << 16:
        return Code(b"M" + struct.pack("<H", value))
    if -(1 << 31) <= value < 1 << 31:
        return Code(b"J" + struct.pack("<i", value))
    raw = value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)
    return Code(bytes([0x8A, len(raw)]) + raw)


def real(value: float) -> Code:
    """BINFLOAT."""
    return Code(b"G" + struct.pack(">d", value))


def name(module: str, attribute: str) -> Code:
    """GLOBAL."""
    return Code(f"c{module}\n{attribute}\n".encode())


def stack_name(module: str, attribute: str) -> Code:
    """STACK_GLOBAL."""
    return Code(text(module) + text(attribute) + b"\x93")


def tuple_of(*items: bytes) -> Code:
    """EMPTY_TUPLE, TUPLE1 to TUPLE3, or MARK ... TUPLE."""
    if not items:
        return Code(EMPTY_TUPLE)
    if len(items) <= 3:
        return Code(b"".join(items) + bytes([0x84 + len(items)]))
    return Code(MARK + b"".join(items) + b"t")


def list_of(*items: bytes) -> Code:
    """EMPTY_LIST, then MARK ... APPENDS."""
    return Code(EMPTY_LIST + (MARK + b"".join(items) + b"e" if items else b""))


def dict_of(*pairs: tuple[bytes, bytes]) -> Code:
    """EMPTY_DICT, then MARK ... SETITEMS."""
    inner = b"".join(key + value for key, value in pairs)
    return Code(EMPTY_DICT + (MARK + inner + b"u" if pairs else b""))


def reduce(func: bytes, *args: bytes) -> Code:
    """REDUCE of `func` with the tuple of `args`."""
    return Code(func + tuple_of(*args) + b"R")


def newobj(cls: bytes, *args: bytes) -> Code:
    """NEWOBJ."""
    return Code(cls + tuple_of(*args) + b"\x81")


def build(target: bytes, state: bytes) -> Code:
    """BUILD."""
    return Code(target + state + b"b")


def persistent(pid: bytes) -> Code:
    """BINPERSID."""
    return Code(pid + b"Q")


def ordered(*pairs: tuple[bytes, bytes]) -> Code:
    """collections.OrderedDict, filled by SETITEMS."""
    inner = b"".join(key + value for key, value in pairs)
    filled = MARK + inner + b"u" if pairs else b""
    return Code(reduce(name("collections", "OrderedDict")) + filled)


def encode(value: Any, special: Callable[[Any], bytes | None] | None = None) -> Code:
    """The opcodes of a plain value; `Code` goes in as it is.

    Args:
        special: Asked first about everything that is not `Code`; None means "not mine".
    """
    if isinstance(value, Code):
        return value
    mine = special(value) if special is not None else None
    if mine is not None:
        return Code(mine)
    if value is None:
        return Code(NONE)
    if isinstance(value, bool):
        return Code(b"\x88" if value else b"\x89")
    for kind, encoder in ((int, integer), (float, real), (str, text)):
        if isinstance(value, kind):
            return encoder(value)
    if isinstance(value, tuple | list):
        items = [encode(item, special) for item in value]
        return tuple_of(*items) if isinstance(value, tuple) else list_of(*items)
    if isinstance(value, Mapping):
        pairs = [(encode(key, special), encode(item, special)) for key, item in value.items()]
        return dict_of(*pairs)
    raise TypeError(f"{type(value).__name__} is not a plain value")
