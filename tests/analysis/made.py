"""Real files and tensors of any dtype to analyse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from inspector.bytesource import BytesSource
from inspector.checkpoint.dtype import DTYPES
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.document import Document, open_document
from inspector.errors import Cancelled
from inspector.progress import Progress


def opened(path: Path, value: Any, **options: Any) -> Document:
    """The document of what torch.save writes."""
    torch.save(value, path, **options)
    return open_document(path)


def tensors_of(document: Document) -> dict[str, Tensor]:
    """Key -> tensor."""
    return {entry.key or "": entry.tensor for entry in document.contents.tensors}


class Counting(BytesSource):
    """Bytes that count how often they are read.

    Attributes:
        reads: (offset, nbytes) of each call.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__(data, "bytes")
        self.reads: list[tuple[int, int]] = []

    def _read(self, offset: int, nbytes: int) -> bytes:
        self.reads.append((offset, nbytes))
        return super()._read(offset, nbytes)

    def absolute(self, offset: int) -> int | None:
        return offset


def storage_of(data: bytes, dtype: str) -> Storage:
    """A storage of these bytes."""
    return Storage("0", DTYPES[dtype], len(data), "cpu", Counting(data))


def view(
    storage: Storage,
    dtype: str,
    shape: tuple[int, ...],
    stride: tuple[int, ...] | None = None,
    offset: int = 0,
) -> Tensor:
    """A tensor on a storage; row-major without a stride."""
    steps = contiguous_stride(shape) if stride is None else stride
    tensor = Tensor(DTYPES[dtype], shape, steps, offset, storage)
    tensor.check()
    return tensor


def tensor_of(data: bytes, dtype: str, shape: tuple[int, ...], **options: Any) -> Tensor:
    """A tensor on a storage of its own."""
    return view(storage_of(data, dtype), dtype, shape, **options)


class Reports:
    """Progress that remembers what it was told, and stops at a report if it is to.

    Attributes:
        told: (done, total) of each report.
    """

    def __init__(self, stop_at: int | None = None) -> None:
        self.told: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def progress(self) -> Progress:
        """To hand to what is tested."""

        def report(done: int, total: int, _: str) -> None:
            self.told.append((done, total))
            if len(self.told) == self._stop_at:
                raise Cancelled

        return Progress(report)
