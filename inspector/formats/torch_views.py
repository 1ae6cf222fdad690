"""Tensors as views on storages: what most calls in torch's pickles make."""

from __future__ import annotations

from typing import Any

from inspector.checkpoint.dtype import DType
from inspector.checkpoint.tensor import Storage, Tensor
from inspector.formats.torch_arguments import ints
from inspector.inert import Object

PARAMETER = "torch.nn.parameter.Parameter"


def strided(
    record: Object, storage: Any, offset: Any, size: Any, stride: Any, dtype: DType | None = None
) -> Tensor | None:
    """A dense view, bounds checked; None where the arguments are of the wrong kind."""
    if type(size) is not tuple or type(stride) is not tuple:
        size, stride = ints(size), ints(stride)
        if size is None or stride is None:
            return None
    if not isinstance(storage, Storage) or type(offset) is not int:
        return None
    for number in size:
        if type(number) is not int:
            return None
    for number in stride:
        if type(number) is not int:
            return None
    dtype = dtype or storage.dtype
    tensor = Tensor(dtype, size, stride, offset, storage, None, None, record)
    if not _fits(size, stride, offset, storage.nbytes // dtype.itemsize):
        tensor.check()
    return tensor


def _fits(size: tuple[int, ...], stride: tuple[int, ...], offset: int, room: int) -> bool:
    """Whether a view certainly lies in a storage of `room` elements; the quick way to a yes."""
    if offset < 0 or len(size) != len(stride) or len(size) > 4:
        return False
    last = offset
    for dim, step in zip(size, stride, strict=True):
        if dim <= 0 or step <= 0:
            return False
        last += (dim - 1) * step
    return last < room


def wrapped(record: Object, inner: Tensor) -> Tensor:
    """A new tensor with the facts of `inner`, made by `record`."""
    tensor = Tensor(inner.dtype, inner.shape, inner.stride, inner.storage_offset)
    tensor.__dict__.update(inner.__dict__)
    tensor.origin = record
    return tensor
