"""Reading parts of a tensor as the elements that are stored, never more bytes than they need."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from math import prod
from typing import TYPE_CHECKING

from inspector.analysis.codes import packed_codes, reals
from inspector.analysis.views import Boxes, check_numbers, logical, part
from inspector.bytesource import CHUNK, ByteSource, FileSource
from inspector.checkpoint.dtype import DType
from inspector.checkpoint.tensor import Storage, Tensor
from inspector.errors import CorruptFile, InspectorError, LimitExceeded, say
from inspector.progress import SILENT, Progress

if TYPE_CHECKING:
    import numpy as np

_GAP = 1 << 16  # skipping fewer bytes than this costs more than reading them
_MAX_GATHERED = 8 * CHUNK
_MAX_REPEATED = 1 << 34
_one_at_a_time = threading.Lock()


def is_plain(storage: Storage) -> bool:
    """Whether the bytes lie in a file as they are, so that threads may read them in any order."""
    try:
        return storage.source is not None and storage.source.absolute(storage.offset) is not None
    except InspectorError:
        return True  # reading it says the same


def stored(storage: Storage, start: int, nbytes: int) -> bytes:
    """`Storage.read`; one at a time where bytes are unpacked or assembled on the way.

    Raises:
        InspectorError: As `Storage.read`.
    """
    if is_plain(storage):
        return storage.read(start, nbytes)
    with _one_at_a_time:
        return storage.read(start, nbytes)


def raw_dtype(dtype: DType) -> np.dtype:
    """numpy's dtype of a stored element; bit patterns as unsigned integers where it has none."""
    import numpy as np

    if dtype.per_item > 1:
        return np.dtype("u1")
    is_numpys = dtype.numpy_name[:1] in ("<", "|") and dtype.kind != "bool"
    return np.dtype(dtype.numpy_name if dtype.numpy_name and is_numpys else f"<u{dtype.itemsize}")


def read_into(storage: Storage, start: int, buffer: np.ndarray) -> None:
    """Fill `buffer` (uint8) with bytes of a plain storage, without new memory for each call.

    Raises:
        InspectorError: As `Storage.read`.
    """
    import numpy as np

    fd = _descriptor(storage.source)
    is_inside = storage.problem is None and start + buffer.size <= storage.nbytes
    if fd is None or not is_inside or not _filled(fd, storage, start, buffer):
        # In the ordinary way, which also explains what is wrong.
        buffer[:] = np.frombuffer(storage.read(start, buffer.size), np.uint8)


def place_of(storage: Storage, start: int, nbytes: int) -> tuple[int, int] | None:
    """(file descriptor, offset in the file) of bytes of a plain storage; None if they are not."""
    fd = _descriptor(storage.source)
    if fd is None or storage.problem is not None or start + nbytes > storage.nbytes:
        return None
    at = None if storage.source is None else storage.source.absolute(storage.offset + start)
    return None if at is None else (fd, at)


def _filled(fd: int, storage: Storage, start: int, buffer: np.ndarray) -> bool:
    """Whether the whole `buffer` could be read from a file."""
    at = None if storage.source is None else storage.source.absolute(storage.offset + start)
    done = 0
    while at is not None and done < buffer.size:
        try:
            read = os.preadv(fd, [buffer[done:].data], at + done)
        except OSError:
            return False
        if not read:
            return False
        done += read
    return done == buffer.size


def _descriptor(source: ByteSource | None) -> int | None:
    """Of the file that a plain source is a window on."""
    while source is not None and not isinstance(source, FileSource):
        source = getattr(source, "parent", None) or getattr(source, "archive", None)
    return source.fileno() if source is not None and hasattr(os, "preadv") else None


def as_stored(data: bytes | np.ndarray, dtype: DType, is_big_endian: bool) -> np.ndarray:
    """Bytes as a flat array of stored elements; packed ones as uint8 codes."""
    import numpy as np

    if dtype.per_item > 1:
        return packed_codes(data, dtype)
    if not is_big_endian or dtype.component <= 1:
        flat = data if isinstance(data, np.ndarray) else np.frombuffer(data, np.uint8)
        return flat.view(raw_dtype(dtype))
    return np.frombuffer(data, f"<u{dtype.component}").byteswap().view(raw_dtype(dtype))


def gather(tensor: Tensor) -> np.ndarray:
    """The stored elements of a small tensor or view, in its shape; possibly read-only.

    Where they lie far apart only they are read, else everything between the first and the last.

    Raises:
        LimitExceeded: They are more than 64 MB.
        InspectorError: They cannot be read.
    """
    import numpy as np

    shape, stride, dtype = tensor.shape or (), tensor.stride or (), tensor.dtype
    numel = prod(shape)
    kind = raw_dtype(dtype)
    if numel * kind.itemsize > _MAX_GATHERED:
        raise LimitExceeded(say("{n} elements are too many to hold at once.", n=numel))
    if not numel:
        return np.zeros(shape, kind)
    axis = max(range(len(shape)), key=lambda at: stride[at] * (shape[at] > 1), default=0)
    first, last = tensor.extent
    step = dtype.nbytes(stride[axis]) if shape else 0
    if dtype.nbytes(last - first) <= (CHUNK if step <= _GAP else 2 * _GAP):
        return _between(tensor, first, last)
    size = (CHUNK - _GAP) // step if step <= _GAP else 1
    size = max(1, min(size, shape[axis] // 2))
    out = np.empty(shape, kind)
    whole = [range(n) for n in shape]
    for start in range(0, shape[axis], size):
        whole[axis] = range(start, min(start + size, shape[axis]))
        out[(slice(None),) * axis + (slice(start, start + size),)] = gather(part(tensor, whole))
    return out


def _between(tensor: Tensor, first: int, last: int) -> np.ndarray:
    """The elements, cut out of everything from `first` to `last` of the storage."""
    import numpy as np

    storage, dtype = tensor.storage, tensor.dtype
    if storage is None:
        raise CorruptFile(say("A tensor without a storage has no values."))
    skipped = first % dtype.per_item
    start = (first - skipped) // dtype.per_item * dtype.itemsize
    end = dtype.nbytes(last)
    flat = as_stored(stored(storage, start, end - start), dtype, storage.is_big_endian)
    strides = [step * flat.itemsize for step in tensor.stride or ()]
    return np.ndarray(tensor.shape or (), flat.dtype, flat, skipped * flat.itemsize, strides)


def numbers(tensor: Tensor, progress: Progress = SILENT) -> Iterator[np.ndarray]:
    """The values in row-major pieces of at most 8 MB, as flat real numpy arrays.

    Raises:
        LimitExceeded: A tensor that repeats a small storage into more than 2^34 elements.
        InspectorError: As `views.check_numbers` and `gather`.
        Cancelled: From `progress`.
    """
    tensor = logical(tensor)
    check_numbers(tensor)
    numel, (first, last) = tensor.numel or 0, tensor.extent
    if numel > max(_MAX_REPEATED, 4 * (last - first)):
        raise LimitExceeded(say("{n} elements on a small storage are not gone through.", n=numel))
    total, done = numel * raw_dtype(tensor.dtype).itemsize, 0
    for box in Boxes(tensor.shape or (), CHUNK // raw_dtype(tensor.dtype).itemsize):
        progress.report(done, total, say("reading values"))
        raw = gather(part(tensor, box)).reshape(-1)
        done += raw.nbytes
        yield reals(raw, tensor)
