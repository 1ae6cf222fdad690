"""numpy scalars and dtypes inside a pickle, read without numpy.

Layouts: numpy/_core/multiarray.py (`scalar`) and dtype.__reduce__.
"""

from __future__ import annotations

import struct
from typing import Any

from inspector.checkpoint.dtype import DTYPES, UNKNOWN, DType
from inspector.inert import Global, Object

_KINDS = {
    "b1": "bool",
    "i1": "int8",
    "i2": "int16",
    "i4": "int32",
    "i8": "int64",
    "u1": "uint8",
    "u2": "uint16",
    "u4": "uint32",
    "u8": "uint64",
    "f2": "float16",
    "f4": "float32",
    "f8": "float64",
    "c8": "complex64",
    "c16": "complex128",
}
_SCALAR_LAYOUTS = {
    "bool": "?",
    "int8": "b",
    "int16": "h",
    "int32": "i",
    "int64": "q",
    "uint8": "B",
    "uint16": "H",
    "uint32": "I",
    "uint64": "Q",
    "float16": "e",
    "float32": "f",
    "float64": "d",
}


def numpy_dtype(value: Any) -> tuple[DType, bool]:
    """(element type, is big-endian) of a pickled `numpy.dtype`; UNKNOWN for structured ones."""
    if isinstance(value, Global) and value.module == "numpy.dtypes":
        name = value.name.removesuffix("DType").lower()
        return DTYPES.get(name, UNKNOWN), False
    if not isinstance(value, Object) or value.class_name != "numpy.dtype":
        return UNKNOWN, False
    code = value.args[0] if value.args and isinstance(value.args, tuple) else None
    if not isinstance(code, str):
        return UNKNOWN, False
    order = value.state[1] if isinstance(value.state, tuple) and len(value.state) > 1 else "<"
    if code.lstrip("<>|=") == "O8" or code == "O":
        return DTYPES["object"], False
    name = _KINDS.get(code.lstrip("<>|="), code if code in DTYPES else "")
    return DTYPES.get(name, UNKNOWN), order == ">" or code.startswith(">")


def scalar_value(record: Object) -> int | float | bool | complex | None:
    """The number of a `numpy.…scalar(dtype, bytes)` call, or None where it is no number."""
    match record.args:
        case (kind, bytes() as data):
            dtype, is_big_endian = numpy_dtype(kind)
            layout = _SCALAR_LAYOUTS.get(dtype.name)
            if layout and len(data) == dtype.itemsize:
                number: int | float | bool = struct.unpack(
                    (">" if is_big_endian else "<") + layout, data
                )[0]
                return number
    return None
