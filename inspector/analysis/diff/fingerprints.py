"""A glimpse of each tensor's bytes: enough to recognise it under another name, or to see it differ.

One read of at most 1 kB from the middle. Equal glimpses are no proof; comparing the values is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inspector.analysis.elements import is_plain
from inspector.checkpoint.tensor import Tensor, swapped
from inspector.errors import InspectorError, say
from inspector.progress import SILENT, Progress

_GLIMPSE = 960  # bytes; whole elements of every dtype
_REPORTED = 4096  # tensors between two reports


def glimpse(tensor: Tensor) -> bytes | None:
    """Bytes from the middle of a row-major tensor, little-endian; None where they are not at hand.

    At hand: in a file as they are, so that reading a few costs next to nothing.
    """
    storage, dtype = tensor.storage, tensor.dtype
    is_ready = storage is not None and tensor.is_contiguous and tensor.trouble is None
    if not is_ready or storage is None or tensor.is_conj or tensor.is_neg or not tensor.numel:
        return None
    if dtype.per_item > 1 or not dtype.itemsize or not (tensor.inline or is_plain(storage)):
        return None
    nbytes = dtype.nbytes(tensor.numel)
    start = max(0, (nbytes - _GLIMPSE) // 2) // dtype.itemsize * dtype.itemsize
    offset = dtype.nbytes(tensor.storage_offset or 0)
    try:
        found = storage.read(
            offset + start, min(_GLIMPSE // dtype.itemsize * dtype.itemsize, nbytes)
        )
    except InspectorError:
        return None
    return swapped(found, dtype.component) if storage.is_big_endian else found


def fingerprints(
    tensors: Sequence[Tensor], progress: Progress = SILENT
) -> Iterator[tuple[object, ...] | None]:
    """Something equal for tensors that are likely equal; None where nothing tells them apart.

    Raises:
        Cancelled: From `progress`.
    """
    for at, tensor in enumerate(tensors):
        if not at % _REPORTED:
            progress.report(0, 0, say("aligning"))
        found = glimpse(tensor)
        size = tensor.dtype.itemsize
        # Zeros and ones are everywhere: they recognise nothing.
        if found is None or found == found[:size] * (len(found) // size):
            yield None
        else:
            yield tensor.dtype.name, tensor.shape, found
