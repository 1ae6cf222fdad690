"""Statistics of a tensor's values, in one pass over pieces of at most 8 MB."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.checkpoint.tensor import Tensor
from inspector.errors import Unsupported
from inspector.progress import SILENT, Progress

if TYPE_CHECKING:
    import numpy as np

# 4-bit floats: sign, two exponent bits, one mantissa bit (OCP MX v1.0, E2M1).
_FLOAT4 = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0)
_PIECE = 1 << 20  # elements converted to float64 at a time


@dataclass(frozen=True, slots=True)
class TensorStats:
    """What a tensor's values are like.

    Attributes:
        numel: Elements; `finite` of them are numbers.
        minimum, maximum, mean, std: Over the finite values; None where there are none. `std` is
            the population's. Of complex tensors they are taken of the absolute values.
        norm: Euclidean, over the finite values.
        zeros, nan, inf: Counts.
        of: "values", "absolute values", or "int_repr" for per-channel quantized tensors.
    """

    numel: int
    finite: int
    minimum: float | None
    maximum: float | None
    mean: float | None
    std: float | None
    norm: float
    zeros: int
    nan: int
    inf: int
    of: str = "values"


class _Running:
    """Count, mean and squared deviation, joined piece by piece (Chan, Golub and LeVeque 1979)."""

    def __init__(self) -> None:
        self.numel = self.finite = self.zeros = self.nan = self.inf = 0
        self.minimum, self.maximum = math.inf, -math.inf
        self.mean = self.deviation = self.squares = 0.0

    def add(self, values: np.ndarray) -> None:
        """Take in a piece of float64 values."""
        import numpy as np

        self.numel += values.size
        finite = np.isfinite(values)
        count = int(np.count_nonzero(finite))
        if count != values.size:
            nan = int(np.count_nonzero(np.isnan(values)))
            self.nan += nan
            self.inf += values.size - count - nan
            values = values[finite]
        if not count:
            return
        self.zeros += count - int(np.count_nonzero(values))
        self.minimum = min(self.minimum, float(values.min()))
        self.maximum = max(self.maximum, float(values.max()))
        mean = float(values.mean())
        centred = values - mean
        with np.errstate(over="ignore"):
            deviation = float(np.dot(centred, centred))
            self.squares += float(np.dot(values, values))
        delta = mean - self.mean
        total = self.finite + count
        self.deviation += deviation + delta * delta * self.finite * count / total
        self.mean += delta * count / total
        self.finite = total

    def result(self, of: str) -> TensorStats:
        """What has been gathered."""
        some = self.finite > 0
        return TensorStats(
            self.numel,
            self.finite,
            self.minimum if some else None,
            self.maximum if some else None,
            self.mean if some else None,
            math.sqrt(self.deviation / self.finite) if some else None,
            math.sqrt(self.squares),
            self.zeros,
            self.nan,
            self.inf,
            of,
        )


def tensor_stats(tensor: Tensor, progress: Progress = SILENT) -> TensorStats:
    """Statistics of `tensor`; quantized per-tensor values are dequantized.

    Raises:
        Unsupported: The dtype has no numbers.
        InspectorError: The values cannot be read.
    """
    running = _Running()
    for piece in numbers(tensor, progress):
        for at in range(0, piece.size, _PIECE):
            running.add(piece[at : at + _PIECE].astype("f8"))
    of = "absolute values" if tensor.dtype.kind == "complex" else "values"
    quantized = tensor.quantization
    if quantized is not None and not isinstance(quantized.scale, int | float):
        of = "int_repr"
    return running.result(of)


def numbers(tensor: Tensor, progress: Progress = SILENT) -> Iterator[np.ndarray]:
    """The values in row-major pieces of at most 8 MB, as real numpy arrays of any dtype.

    Raises:
        Unsupported: The dtype has no numbers.
    """
    import numpy as np

    dtype = tensor.dtype
    if dtype.kind in ("bits", "text") and dtype.name != "float4_e2m1":
        raise Unsupported(f"{dtype.name} holds no numbers to compute with.")
    left = tensor.numel or 0
    for piece in tensor.row_major(progress):
        if dtype.name == "complex32":
            halves = np.frombuffer(piece, "<f2").astype("f4")
            values = np.abs(halves[::2] + 1j * halves[1::2])
        elif dtype.per_item > 1:
            values = unpacked(piece, dtype.per_item, dtype.name)[:left]
        else:
            values = np.frombuffer(piece, dtype.numpy())
            values = np.abs(values) if dtype.kind == "complex" else values
        left -= values.size
        yield _dequantized(values, tensor)


def _dequantized(values: np.ndarray, tensor: Tensor) -> np.ndarray:
    found = tensor.quantization
    if found is None or not isinstance(found.scale, int | float):
        return values
    zero = found.zero_point if isinstance(found.zero_point, int) else 0
    return (values.astype("f8") - zero) * found.scale


def element_codes(data: bytes, per_item: int) -> np.ndarray:
    """The bit patterns of packed 4- or 2-bit elements, one uint8 each, lowest bits first."""
    import numpy as np

    packed = np.frombuffer(data, np.uint8)
    width = 8 // per_item
    codes = np.stack([packed >> (width * n) & ((1 << width) - 1) for n in range(per_item)], -1)
    return codes.reshape(-1)


def unpacked(data: bytes, per_item: int, name: str) -> np.ndarray:
    """The values of packed 4- or 2-bit elements."""
    import numpy as np

    codes, width = element_codes(data, per_item), 8 // per_item
    if name == "float4_e2m1":
        return np.array([*_FLOAT4, *(-x for x in _FLOAT4)], "f4")[codes]
    if name.startswith("int"):
        half = 1 << (width - 1)
        return (codes.astype(np.int8) ^ half) - half
    return codes
