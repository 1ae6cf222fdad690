"""numpy arrays and scalars inside a pickle, read without numpy's own reconstructors.

Layouts: numpy/_core/multiarray.py (`_reconstruct`, `scalar`), ndarray.__reduce__ and
dtype.__reduce__; `_frombuffer` is protocol 5's way.
"""

from __future__ import annotations

import struct
from math import prod
from typing import Any

from inspector.bytesource import BytesSource
from inspector.checkpoint.dtype import DTYPES, UNKNOWN, DType
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.errors import Unsupported
from inspector.inert import ByteArray, Global, Object
from inspector.pickling.state import Fold

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
ARRAY = "numpy.ndarray"


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


class Array(Tensor):
    """A numpy array whose bytes are in the pickle itself.

    State: (version, shape, dtype, is_fortran, bytes or, for object arrays, a list).
    """

    items: list[Any] | None = None
    class_name = ARRAY
    inline = True

    def build(self, state: Any) -> None:
        super().build(state)
        match state:
            case (int(), tuple(shape), kind, bool() as fortran, (bytes() | ByteArray()) as data):
                raw = data.data if isinstance(data, ByteArray) else data
                self.fill(shape, kind, fortran, raw)
            case (int(), tuple(shape), _, bool(), list(items)):
                self.dtype = DTYPES["object"]
                self.shape = _sizes(shape)
                self.stride = contiguous_stride(self.shape)
                self.items = items
                self.problem = Unsupported("An object array holds Python values, not numbers.")

    def fill(self, shape: tuple[Any, ...], kind: Any, is_fortran: bool, data: bytes) -> None:
        """Take shape, dtype and bytes."""
        self.shape = _sizes(shape)
        self.dtype, is_big_endian = numpy_dtype(kind)
        if is_fortran:
            self.stride = contiguous_stride(self.shape[::-1])[::-1]
        else:
            self.stride = contiguous_stride(self.shape)
        self.storage = Storage("inline", self.dtype, len(data), None, BytesSource(data, "array"))
        self.storage.is_big_endian = is_big_endian
        if self.dtype is UNKNOWN:
            self.problem = Unsupported("This numpy dtype has no counterpart in torch.")
        self.check()


def _sizes(shape: tuple[Any, ...]) -> tuple[int, ...]:
    return tuple(size for size in shape if type(size) is int)


def _reconstruct(record: Object) -> Any:
    match record.args:
        case (Global(full="numpy.ndarray"), tuple(), (bytes() | str() | Object())):
            return Array(UNKNOWN, (0,), (1,), 0, None, None, None, record)
    return record


def _frombuffer(record: Object) -> Any:
    """(buffer, dtype, shape, order) of protocol 5."""
    match record.args:
        case ((bytes() | ByteArray()) as data, kind, tuple(shape), str() as order):
            array = Array(UNKNOWN, (0,), (1,), 0, None, None, None, record)
            raw = data.data if isinstance(data, ByteArray) else data
            array.fill(shape, kind, order == "F", raw)
            return array
    return record


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


def is_consistent(array: Array) -> bool:
    """Whether the bytes are as many as the shape says."""
    return (
        array.storage is None or array.dtype.nbytes(prod(array.shape or ())) == array.storage.nbytes
    )


NUMPY_FOLDS: dict[str, Fold] = {
    "numpy._core.multiarray._reconstruct": _reconstruct,
    "numpy._core.numeric._frombuffer": _frombuffer,
}
