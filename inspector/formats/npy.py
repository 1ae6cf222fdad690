"""numpy's .npy: one array; of an object array the pickle behind the header.

Layout: numpy/lib/format.py: magic, version, header length, a Python dict literal, the data.
"""

from __future__ import annotations

import ast
import struct

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.dtype import UNKNOWN
from inspector.checkpoint.numpy_scalars import numpy_dtype
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.errors import CorruptFile, Unsupported, say
from inspector.formats.numpy_objects import ARRAY
from inspector.formats.reading import Reading
from inspector.formats.torch_zip import value_of
from inspector.inert import Global, Object
from inspector.remedies import DAMAGED

_LONGEST_HEADER = 1 << 16


def read(reading: Reading) -> Checkpoint:
    """Read the header; of an object array decode the pickle.

    Raises:
        CorruptFile: The header is not numpy's.
    """
    source = reading.source
    major = source.read(6, 1)[0]
    width, layout = (2, "<H") if major == 1 else (4, "<I")
    (length,) = struct.unpack(layout, source.read(8, width))
    start = 8 + width + length
    try:
        text = source.read(8 + width, min(length, _LONGEST_HEADER)).decode("latin-1")
        header = ast.literal_eval(text.strip())
        code, fortran, shape = header["descr"], header["fortran_order"], header["shape"]
    except (ValueError, SyntaxError, KeyError, TypeError, MemoryError, RecursionError) as error:
        raise CorruptFile(
            say("{name} has no readable numpy header.", name=source.name),
            hint=DAMAGED,
        ) from error
    if isinstance(code, str) and "O" in code:
        pickled = reading.pickle(say("object array"), start=start)
        return reading.finish(value_of(reading, pickled), "npy", str(major))
    dtype, is_big = UNKNOWN, False
    if isinstance(code, str):
        dtype, is_big = numpy_dtype(Object("reduce", Global("numpy", "dtype"), (code,)))
    sizes = tuple(size for size in shape if type(size) is int) if type(shape) is tuple else ()
    stride = contiguous_stride(sizes[::-1])[::-1] if fortran else contiguous_stride(sizes)
    storage = Storage("data", dtype, max(source.size - start, 0), None, source, start)
    storage.is_big_endian = is_big
    tensor = Tensor(dtype, sizes, stride, 0, storage)
    tensor.class_name = ARRAY
    tensor.check()
    if dtype is UNKNOWN:
        tensor.problem = Unsupported(say("This numpy dtype has no counterpart in torch."))
    return reading.finish(tensor, "npy", str(major))
