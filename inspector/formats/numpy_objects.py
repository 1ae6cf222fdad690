"""numpy arrays inside a pickle, read without numpy's own reconstructors.

Layouts: numpy/_core/multiarray.py (`_reconstruct`), ndarray.__reduce__; `_frombuffer` is protocol
5's way.
"""

from __future__ import annotations

from math import prod
from typing import Any

from inspector.bytesource import BytesSource
from inspector.checkpoint.dtype import DTYPES, UNKNOWN
from inspector.checkpoint.numpy_scalars import numpy_dtype
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.errors import Unsupported, say
from inspector.inert import ByteArray, Global, Object
from inspector.pickling.state import Fold

ARRAY = "numpy.ndarray"


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
                self.problem = Unsupported(say("An object array holds Python values, not numbers."))

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
            self.problem = Unsupported(say("This numpy dtype has no counterpart in torch."))
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


def is_consistent(array: Array) -> bool:
    """Whether the bytes are as many as the shape says."""
    return (
        array.storage is None or array.dtype.nbytes(prod(array.shape or ())) == array.storage.nbytes
    )


NUMPY_FOLDS: dict[str, Fold] = {
    "numpy._core.multiarray._reconstruct": _reconstruct,
    "numpy._core.numeric._frombuffer": _frombuffer,
}
