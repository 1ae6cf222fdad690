"""Folds for what pickle protocol 2 writes as calls though it is a plain value.

`bytes`, `bytearray`, `complex`, `set` and `frozenset` have no opcode of their own there
(CPython Lib/pickle.py, save_bytes and the reducers). Arguments of any other shape stay a call.
"""

from __future__ import annotations

from typing import Any

from inspector.inert import ByteArray, Dict, Object, Set
from inspector.pickling.state import Fold


def _encode(record: Object) -> Any:
    match record.args:
        case (str() as text, "latin1") if record.kwargs is None:
            try:
                return text.encode("latin-1")
            except UnicodeEncodeError:
                return record
    return record


def _bytes(record: Object) -> Any:
    return b"" if record.args == () else record


def _bytearray(record: Object) -> Any:
    match record.args:
        case ():
            return ByteArray(b"")
        case (bytes() as data,):
            return ByteArray(data)
        case (str() as text, "latin-1"):
            try:
                return ByteArray(text.encode("latin-1"))
            except UnicodeEncodeError:
                return record
    return record


def _complex(record: Object) -> Any:
    match record.args:
        case (float() as real, float() as imag):
            return complex(real, imag)
    return record


def _set(record: Object) -> Any:
    match record.args:
        case (list() as items,):
            return Set(items, frozen=record.class_name == "builtins.frozenset")
    return record


def _mapping(record: Object) -> Any:
    """Python 2 wrote an OrderedDict as a call with a list of [key, value] lists."""
    match record.args:
        case (list() as items,):
            if all(type(item) in (list, tuple) and len(item) == 2 for item in items):
                made = Object(record.op, record.func, ())
                made.flat = [part for item in items for part in item]
                return made
        case (Dict(),):  # Counter({...})
            return Object(record.op, record.func, record.args)
    return record


BUILTIN_FOLDS: dict[str, Fold] = {
    "collections.OrderedDict": _mapping,
    "collections.Counter": _mapping,
    "builtins.dict": _mapping,
    "_codecs.encode": _encode,
    "builtins.bytes": _bytes,
    "builtins.bytearray": _bytearray,
    "builtins.complex": _complex,
    "builtins.set": _set,
    "builtins.frozenset": _set,
}
