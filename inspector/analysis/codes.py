"""From stored elements to the numbers they stand for: small floats, packed ones, quantized ones."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from inspector.checkpoint.dtype import DTYPES, DType
from inspector.checkpoint.tensor import Quantization, Tensor

if TYPE_CHECKING:
    import numpy as np

# 4-bit floats: sign, two exponent bits, one mantissa bit (OCP MX v1.0, E2M1).
_FLOAT4 = (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0)
# 6-bit floats of the same document: mantissa bits and exponent bias.
_FLOAT6 = {"float6_e2m3": (3, 1), "float6_e3m2": (2, 3)}


def element_codes(data: bytes | np.ndarray, per_item: int) -> np.ndarray:
    """The bit patterns of packed 4- or 2-bit elements, one uint8 each, lowest bits first."""
    import numpy as np

    packed = np.frombuffer(data, np.uint8)
    width = 8 // per_item
    codes = np.empty((len(packed), per_item), np.uint8)
    for n in range(per_item):
        codes[:, n] = packed >> (width * n) & ((1 << width) - 1)
    return codes.reshape(-1)


def packed_codes(data: bytes | np.ndarray, dtype: DType) -> np.ndarray:
    """As `element_codes`, for any dtype that packs: 6-bit ones are four in three bytes."""
    import numpy as np

    if dtype.itemsize == 1:
        return element_codes(data, dtype.per_item)
    three = np.frombuffer(data, np.uint8).reshape(-1, 3).astype(np.uint32)
    word = three[:, 0] | three[:, 1] << 8 | three[:, 2] << 16
    return np.stack([word >> 6 * n & 63 for n in range(4)], -1).reshape(-1).astype(np.uint8)


def unpacked(data: bytes, per_item: int, name: str) -> np.ndarray:
    """The values of packed 4- or 2-bit elements."""
    values: np.ndarray = code_values(DTYPES[name])[element_codes(data, per_item)]
    return values


@lru_cache(maxsize=64)
def code_values(dtype: DType) -> np.ndarray:
    """The number of each bit pattern of a dtype of at most 16 bits, as float64; never changed."""
    import numpy as np

    if dtype.per_item > 1:
        found = _packed_values(dtype)
    else:
        patterns = np.arange(1 << (8 * dtype.itemsize)).astype(f"<u{dtype.itemsize}")
        found = patterns != 0 if dtype.kind == "bool" else patterns.view(dtype.numpy())
    with np.errstate(invalid="ignore"):  # signalling NaNs
        values: np.ndarray = found.astype("f8")
    return values


def _packed_values(dtype: DType) -> np.ndarray:
    import numpy as np

    if dtype.name == "float4_e2m1":
        return np.array([*_FLOAT4, *(-x for x in _FLOAT4)])
    if dtype.name in _FLOAT6:
        mantissa_bits, bias = _FLOAT6[dtype.name]
        codes = np.arange(64)
        exponent, mantissa = (codes & 31) >> mantissa_bits, codes & ((1 << mantissa_bits) - 1)
        share = mantissa / (1 << mantissa_bits)
        small = share * 2.0 ** (1 - bias)
        size = np.where(exponent == 0, small, (1 + share) * 2.0 ** (exponent - bias))
        return np.where(codes & 32, -size, size)
    patterns = np.arange(1 << (8 // dtype.per_item), dtype=np.int16)
    if dtype.name.startswith("int"):
        half = len(patterns) // 2
        return (patterns ^ half) - half
    return patterns


def scale_of(tensor: Tensor) -> tuple[float, int] | None:
    """(scale, zero point) of a tensor that is quantized as a whole; None for others."""
    found = tensor.quantization
    if found is None or not isinstance(found.scale, int | float):
        return None
    return found.scale, found.zero_point if type(found.zero_point) is int else 0


def pattern_values(tensor: Tensor) -> np.ndarray:
    """As `code_values`, quantized values dequantized and the neg bit applied."""
    values, scale = code_values(tensor.dtype), scale_of(tensor)
    if scale is not None:
        values = (values - scale[1]) * scale[0]
    return -values if tensor.is_neg and tensor.dtype.kind in ("float", "int") else values


def has_integers(tensor: Tensor) -> bool:
    """Whether the numbers of `decoded` are whole by their dtype."""
    is_integer = tensor.dtype.kind in ("int", "uint", "bool", "quantized")
    return is_integer and scale_of(tensor) is None


def what_is_counted(tensor: Tensor) -> str:
    """Of what the numbers of `decoded` are: "values", "absolute values" or "int_repr"."""
    found: Quantization | None = tensor.quantization
    if found is not None and scale_of(tensor) is None:
        return "int_repr"
    return "absolute values" if tensor.dtype.kind == "complex" else "values"


def decoded(raw: np.ndarray, tensor: Tensor) -> np.ndarray:
    """The values of stored elements, of the same shape: bool, integers, floats or complex numbers.

    Args:
        raw: As `elements.gather` gives it.
        tensor: Says what they mean: dtype, quantization, conj and neg.
    """
    dtype, scale = tensor.dtype, scale_of(tensor)
    if dtype.name == "complex32":
        values = complex32(raw)
    elif dtype.per_item > 1:
        values = code_values(dtype)[raw]
        values = values.astype("f4" if dtype.kind in ("bits", "float") else "i4")
    elif dtype.name == "bfloat16":
        values = (raw.astype("u4") << 16).view("f4")
    elif dtype.kind == "float" and dtype.itemsize == 1:
        values = code_values(dtype).astype("f4")[raw]
    elif dtype.name == "float16":
        values = raw.astype("f4")
    elif dtype.kind == "bool":
        values = raw != 0
    else:
        values = raw
    if scale is not None:
        values = (values.astype("f8") - scale[1]) * scale[0]
    if tensor.is_conj:
        values = values.conj()
    return -values if tensor.is_neg and values.dtype.kind in "ifc" else values


def complex32(raw: np.ndarray) -> np.ndarray:
    """Pairs of float16, each pair in a uint32, as complex64."""
    import numpy as np

    pairs = np.ascontiguousarray(raw).reshape(-1).view("<f2").astype("f4").view("c8")
    return pairs.reshape(raw.shape)


def reals(raw: np.ndarray, tensor: Tensor) -> np.ndarray:
    """As `decoded`, complex numbers by their absolute value."""
    import numpy as np

    values = decoded(raw, tensor)
    return np.abs(values) if tensor.dtype.kind == "complex" else values
