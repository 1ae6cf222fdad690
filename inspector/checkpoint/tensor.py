"""Storages and the tensors that are views on them: found in a file, not read from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Any

from inspector.bytesource import CHUNK, ByteSource
from inspector.checkpoint.dtype import UNKNOWN, DType
from inspector.errors import CorruptFile, InspectorError, LimitExceeded, Sentence, Unsupported, say
from inspector.inert import Foldable, Object
from inspector.progress import SILENT, Progress
from inspector.remedies import DAMAGED, DAMAGED_OR_HOSTILE

if TYPE_CHECKING:
    import numpy as np

_MAX_NUMEL = 1 << 62
_NUMPY_DIMS = 64  # np.ndarray refuses more


class Storage:
    """A run of bytes that tensors share.

    Attributes:
        key: The name of the storage in its container; unique together with `location`.
        dtype: The element type its container states (`uint8` for untyped storages).
        nbytes: Bytes its container claims for it.
        location: torch's tag of where it lived ("cpu", "cuda:0"); None where the format has none.
        source: Where the bytes are; None where they are nowhere (meta tensors, missing records).
        offset: First byte in `source`.
        is_big_endian: Whether the stored scalars must be swapped when read.
        problem: Why the bytes cannot be read, or None.
        type_name: The dotted name of the storage class in the pickle, or None.
    """

    is_big_endian = False
    problem: InspectorError | None = None
    type_name: str | None = None

    def __init__(
        self,
        key: str,
        dtype: DType,
        nbytes: int,
        location: str | None = None,
        source: ByteSource | None = None,
        offset: int = 0,
    ) -> None:
        self.key = key
        self.dtype = dtype
        self.nbytes = nbytes
        self.location = location
        self.source = source
        self.offset = offset

    def __repr__(self) -> str:
        return f"Storage({self.key!r}, {self.nbytes} bytes on {self.location})"

    def read(self, start: int, nbytes: int) -> bytes:
        """Bytes `start` to `start + nbytes` of the storage, in the file's byte order.

        Raises:
            CorruptFile: They are not in the file.
        """
        if self.problem is not None:
            raise self.problem
        if self.source is None or start < 0 or start + nbytes > self.nbytes:
            raise CorruptFile(
                say(
                    "Storage '{key}' has {size} bytes, but bytes up to {end} are needed.",
                    key=self.key,
                    size=self.nbytes,
                    end=start + nbytes,
                ),
                where=self.key,
                hint=DAMAGED,
            )
        return self.source.read(self.offset + start, nbytes)


@dataclass(frozen=True, slots=True)
class Quantization:
    """How the integers of a quantized tensor stand for reals.

    Attributes:
        qscheme: torch's name, e.g. "per_tensor_affine".
        scale, zero_point: Numbers for per-tensor schemes; tensors or lists for per-channel ones.
        axis: The channel axis, or None.
    """

    qscheme: str
    scale: Any
    zero_point: Any
    axis: int | None = None


LOCAL = "<local_tensor>"
"""The part of a DTensor that holds its values."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Which part of a tensor one file of several holds: a DTensor's `_local_tensor`.

    Attributes:
        text: In torch's words: "Shard(0)", "Replicate(), Shard(1)".
        ranges: Of each dimension of the whole, what the part covers; None where the file does not
            say.
        is_sum: The values are addends, to be summed over the ranks.
    """

    text: str
    ranges: tuple[range, ...] | None
    is_sum: bool = False


class Tensor(Foldable):
    """A tensor as a file describes it.

    Attributes:
        dtype: Element type.
        shape, stride, storage_offset: In elements; `shape` is None for jagged nested tensors,
            `stride` is None where the layout has none.
        storage: The bytes, or None (sparse and wrapper tensors have `parts` instead).
        requires_grad, is_parameter: None where the file does not say.
        layout: "strided", "sparse_coo", ...; torch's names.
        is_conj, is_neg: The value is the conjugate / negation of the stored bytes.
        class_name: The class it is restored as, e.g. "torch.nn.parameter.Parameter".
        parts: Name -> tensor, of tensors made of several ("<indices>", "<values>").
        quantization: Scheme and parameters of quantized tensors.
        placement: Which part the file holds, of a DTensor.
        problem: Why its values cannot be read, or None.
        origin: The call in the pickle that made it, or None.
        inline: The value is in the pickle itself or in a header, not in a storage record.
    """

    # Defaults on the class: a checkpoint of 100,000 tensors sets only what differs.
    layout = "strided"
    class_name = "torch.Tensor"
    is_conj = False
    is_neg = False
    inline = False
    parts: dict[str, Tensor] | None = None
    quantization: Quantization | None = None
    placement: Placement | None = None
    problem: InspectorError | None = None
    _device: str | None = None

    def __init__(
        self,
        dtype: DType,
        shape: tuple[int, ...] | None,
        stride: tuple[int, ...] | None,
        storage_offset: int | None = 0,
        storage: Storage | None = None,
        requires_grad: bool | None = None,
        is_parameter: bool | None = None,
        origin: Object | None = None,
    ) -> None:
        self.dtype = dtype
        self.shape = shape
        self.stride = stride
        self.storage_offset = storage_offset
        self.storage = storage
        self.requires_grad = requires_grad
        self.is_parameter = is_parameter
        self.origin = origin

    @property
    def device(self) -> str | None:
        """The location as written in the file; None for formats without one."""
        return self.storage.location if self._device is None and self.storage else self._device

    @device.setter
    def device(self, location: str | None) -> None:
        self._device = location

    def __repr__(self) -> str:
        return f"Tensor({self.dtype.name}, {self.shape})"

    def build(self, state: Any) -> None:
        """Keep a state that BUILD gives; subclasses that understand it do more."""
        if self.origin is not None:
            self.origin.state = state

    @property
    def numel(self) -> int | None:
        """Elements; None for jagged tensors."""
        return None if self.shape is None else prod(self.shape)

    @property
    def nbytes(self) -> int | None:
        """Bytes of the elements alone (numel x itemsize), whatever the storage holds."""
        if self.parts:
            return sum(part.nbytes or 0 for part in self.parts.values())
        return None if self.shape is None else self.dtype.nbytes(prod(self.shape))

    @property
    def is_contiguous(self) -> bool:
        """Whether the elements lie row by row without gaps, as `Tensor.is_contiguous` says."""
        if self.stride is None or self.shape is None or len(self.stride) != len(self.shape):
            return False
        expected = 1
        for dim, step in zip(reversed(self.shape), reversed(self.stride), strict=True):
            if dim != 1:
                if step != expected:
                    return self.numel == 0
                expected *= dim
        return True

    @property
    def extent(self) -> tuple[int, int]:
        """(first, one past the last) element of the storage that the tensor touches."""
        first = self.storage_offset or 0
        if not self.numel or self.shape is None or self.stride is None:
            return first, first
        steps = zip(self.shape, self.stride, strict=False)  # hostile files: one may be longer
        reach = sum((dim - 1) * step for dim, step in steps)
        return first, first + reach + 1

    def check(self) -> None:
        """Verify that every element lies inside the storage; the verdict goes to `problem`."""
        if self.storage is not None:
            self.problem = self._complaint()

    @property
    def is_wrapper(self) -> bool:
        """Whether a class of its own keeps the values in other tensors (DTensor, torchao)."""
        return self.storage is None and bool(self.parts) and self.layout == "strided"

    @property
    def trouble(self) -> InspectorError | None:
        """Why the values cannot be read: the tensor's own problem or its storage's."""
        return self.problem or (self.storage.problem if self.storage is not None else None)

    def _complaint(self) -> InspectorError | None:
        shape, stride, storage = self.shape, self.stride, self.storage
        if shape is None or stride is None or storage is None:
            return None
        if len(shape) != len(stride):
            return self._bad(
                say(
                    "has {sizes} sizes but {strides} strides", sizes=len(shape), strides=len(stride)
                )
            )
        offset = self.storage_offset
        if offset is None or offset < 0 or any(n < 0 for n in shape) or any(n < 0 for n in stride):
            return self._bad(say("has a negative size, stride or storage_offset"))
        if prod(shape) > _MAX_NUMEL:
            return self._bad(say("claims more elements than can exist"))
        if not prod(shape):
            return None
        need = self.dtype.nbytes(self.extent[1])
        if need > storage.nbytes:
            return self._bad(
                say("needs {n} bytes of a storage of {size}", n=need, size=storage.nbytes)
            )
        return None

    def _bad(self, what: Sentence) -> CorruptFile:
        key = self.storage.key if self.storage is not None else "?"
        return CorruptFile(
            say("A tensor on storage '{key}' {what}.", key=key, what=what),
            where=say("storage {key}", key=key),
            hint=DAMAGED_OR_HOSTILE,
        )

    def raw(self) -> np.ndarray:
        """The stored elements as numpy sees them, strided as the tensor; conj/neg not applied.

        The array may repeat memory (stride 0). Packed dtypes come as their bytes, flat.

        Raises:
            CorruptFile: The storage is missing, too short or out of range.
            Unsupported: The tensor has no storage of its own.
            LimitExceeded: More dimensions than numpy can hold.
        """
        import numpy as np

        if self.trouble is not None:
            raise self.trouble
        if self.storage is None or self.shape is None or self.stride is None:
            raise Unsupported(
                say(
                    "A {layout} tensor has no values of its own; see its parts.", layout=self.layout
                )
            )
        if self.dtype is UNKNOWN:
            raise Unsupported(say("The dtype of this tensor is not known, so it has no values."))
        if len(self.shape) > _NUMPY_DIMS:
            raise LimitExceeded(
                say("A tensor of {n} dimensions cannot be shown.", n=len(self.shape))
            )
        first, last = self.extent
        dtype = self.dtype.numpy()
        if self.dtype.per_item > 1:
            size = self.dtype.nbytes(last)
            return np.frombuffer(self.storage.read(0, size), np.uint8)
        data = self.storage.read(first * dtype.itemsize, (last - first) * dtype.itemsize)
        if self.storage.is_big_endian:
            data = swapped(data, self.dtype.component)
        strides = [step * dtype.itemsize for step in self.stride]
        if not self.numel:
            return np.zeros(self.shape, dtype)
        return np.ndarray(self.shape, dtype, buffer=data, offset=0, strides=strides)

    def read(self) -> np.ndarray:
        """The values: `raw` with the conj and neg bits applied."""
        values = self.raw()
        if self.is_conj:
            values = values.conj()
        return -values if self.is_neg else values

    def row_major(self, progress: Progress = SILENT) -> Iterator[bytes]:
        """The logical bytes in pieces, little-endian, row by row, conj/neg applied.

        This is what a fingerprint is taken of: equal for equal values, whatever the container.

        Raises:
            LimitExceeded: A tensor that repeats a small storage into more than 2^36 bytes.
            CorruptFile, Unsupported: As `raw`.
        """
        if self.trouble is not None:
            raise self.trouble
        total = self.nbytes or 0
        text = say("reading values")
        if self._is_plain_run():
            assert self.storage is not None
            start = (self.storage_offset or 0) * self.dtype.itemsize
            for done in range(0, total, CHUNK):
                progress.report(done, total, text)
                data = self.storage.read(start + done, min(CHUNK, total - done))
                yield swapped(data, self.dtype.component) if self.storage.is_big_endian else data
            return
        if total > 1 << 36:
            raise LimitExceeded(
                say(
                    "A tensor of {n} bytes on a small storage is not expanded.",
                    n=total,
                )
            )
        values = self.read()
        progress.report(0, total, text)
        if values.nbytes <= CHUNK or not values.ndim:
            yield values.tobytes()
            return
        rows = max(1, CHUNK * len(values) // values.nbytes)
        for row in range(0, len(values), rows):
            progress.report(row * (total // len(values)), total, text)
            yield values[row : row + rows].tobytes()

    def _is_plain_run(self) -> bool:
        unchanged = not (self.is_conj or self.is_neg) and self.dtype is not UNKNOWN
        return (
            unchanged
            and self.storage is not None
            and self.is_contiguous
            and (self.dtype.per_item == 1 or not self.storage_offset)
        )


def contiguous_stride(shape: tuple[int, ...]) -> tuple[int, ...]:
    """The strides of a row-major tensor, as torch counts them (a size of 0 counts as 1)."""
    stride = [1] * len(shape)
    for at in range(len(shape) - 2, -1, -1):
        stride[at] = stride[at + 1] * max(shape[at + 1], 1)
    return tuple(stride)


def swapped(data: bytes, component: int) -> bytes:
    """`data` with the bytes of each scalar of `component` bytes reversed."""
    if component <= 1:
        return data
    import numpy as np

    return np.frombuffer(data, f"<u{component}").byteswap().tobytes()
