"""The one table of dtypes: torch's names, sizes, numpy views, and other formats' spellings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np

Kind = Literal["float", "int", "uint", "bool", "complex", "quantized", "bits", "text"]


@dataclass(frozen=True, slots=True)
class DType:
    """How the elements of a tensor are stored.

    Attributes:
        name: torch's name without `torch.`.
        itemsize: Bytes that hold one element, or `per_item` elements where they are packed.
        kind: What the bits mean.
        numpy_name: numpy's (or ml_dtypes') name for the stored element; "" where there is none.
        component: Bytes of the scalar that byte order applies to.
        per_item: Elements in one `itemsize` (2 for 4-bit types, 4 for 2-bit ones).
    """

    name: str
    itemsize: int
    kind: Kind
    numpy_name: str = ""
    component: int = 0
    per_item: int = 1

    def nbytes(self, numel: int) -> int:
        """Bytes that `numel` elements take, packed ones rounded up."""
        return -(-numel // self.per_item) * self.itemsize

    def values(self, numel: int) -> int:
        """Numbers that `numel` elements stand for: torch packs two into a float4_e2m1fn_x2."""
        return 2 * numel if self.name == "float4_e2m1fn_x2" else numel

    @property
    def is_floating(self) -> bool:
        """Whether a cast of floating tensors applies to it."""
        return self.kind == "float"

    def numpy(self) -> np.dtype:
        """The numpy dtype of one stored `itemsize`, little-endian."""
        import numpy as np

        if not self.numpy_name:
            return np.dtype((np.void, self.itemsize)) if self.itemsize > 1 else np.dtype("u1")
        if hasattr(np, self.numpy_name) or self.numpy_name[0] in "<|":
            return np.dtype(self.numpy_name)
        import ml_dtypes

        found: np.dtype = np.dtype(getattr(ml_dtypes, self.numpy_name))
        return found


_TABLE = (
    DType("float64", 8, "float", "<f8", 8),
    DType("float32", 4, "float", "<f4", 4),
    DType("float16", 2, "float", "<f2", 2),
    DType("bfloat16", 2, "float", "bfloat16", 2),
    DType("float8_e4m3fn", 1, "float", "float8_e4m3fn", 1),
    DType("float8_e5m2", 1, "float", "float8_e5m2", 1),
    DType("float8_e4m3fnuz", 1, "float", "float8_e4m3fnuz", 1),
    DType("float8_e5m2fnuz", 1, "float", "float8_e5m2fnuz", 1),
    DType("float8_e8m0fnu", 1, "float", "float8_e8m0fnu", 1),
    DType("float4_e2m1fn_x2", 1, "bits", "|u1", 1),
    DType("float6_e2m3", 3, "bits", "", 1, 4),
    DType("float6_e3m2", 3, "bits", "", 1, 4),
    DType("float4_e2m1", 1, "bits", "|u1", 1, 2),
    DType("complex128", 16, "complex", "<c16", 8),
    DType("complex64", 8, "complex", "<c8", 4),
    DType("complex32", 4, "complex", "", 2),
    DType("int64", 8, "int", "<i8", 8),
    DType("int32", 4, "int", "<i4", 4),
    DType("int16", 2, "int", "<i2", 2),
    DType("int8", 1, "int", "|i1", 1),
    DType("int4", 1, "int", "|u1", 1, 2),
    DType("int2", 1, "int", "|u1", 1, 4),
    DType("uint64", 8, "uint", "<u8", 8),
    DType("uint32", 4, "uint", "<u4", 4),
    DType("uint16", 2, "uint", "<u2", 2),
    DType("uint8", 1, "uint", "|u1", 1),
    DType("uint4", 1, "uint", "|u1", 1, 2),
    DType("uint2", 1, "uint", "|u1", 1, 4),
    DType("bool", 1, "bool", "|b1", 1),
    DType("qint32", 4, "quantized", "<i4", 4),
    DType("qint8", 1, "quantized", "|i1", 1),
    DType("quint8", 1, "quantized", "|u1", 1),
    DType("quint4x2", 1, "quantized", "|u1", 1, 2),
    DType("quint2x4", 1, "quantized", "|u1", 1, 4),
    DType("bits16", 2, "bits", "<u2", 2),
    DType("bits8", 1, "bits", "|u1", 1),
    DType("bits1x8", 1, "bits", "|u1", 1),
    DType("bits2x4", 1, "bits", "|u1", 1),
    DType("bits4x2", 1, "bits", "|u1", 1),
    DType("string", 0, "text"),
    DType("object", 8, "text"),
)
DTYPES = {dtype.name: dtype for dtype in _TABLE}
UNKNOWN = DType("unknown", 1, "bits", "|u1", 1)

# torch's other spellings (torch/__init__.py).
ALIASES = {
    "float": "float32",
    "double": "float64",
    "half": "float16",
    "short": "int16",
    "int": "int32",
    "long": "int64",
    "cfloat": "complex64",
    "cdouble": "complex128",
    "chalf": "complex32",
}

# torch/storage.py: the class a typed storage was pickled as. UntypedStorage counts bytes.
STORAGE_DTYPES = {
    "DoubleStorage": "float64",
    "FloatStorage": "float32",
    "HalfStorage": "float16",
    "BFloat16Storage": "bfloat16",
    "LongStorage": "int64",
    "IntStorage": "int32",
    "ShortStorage": "int16",
    "CharStorage": "int8",
    "ByteStorage": "uint8",
    "BoolStorage": "bool",
    "ComplexDoubleStorage": "complex128",
    "ComplexFloatStorage": "complex64",
    "QInt8Storage": "qint8",
    "QUInt8Storage": "quint8",
    "QInt32Storage": "qint32",
    "QUInt4x2Storage": "quint4x2",
    "QUInt2x4Storage": "quint2x4",
    "UntypedStorage": "uint8",
    "_UntypedStorage": "uint8",
}


def torch_dtype(name: str) -> DType | None:
    """The dtype of torch's `name` (without `torch.`), or None where torch has no such dtype."""
    return DTYPES.get(ALIASES.get(name, name))


# Number -> torch's name, in exported programs: torch/_export/serde/schema.py, ScalarType.
SCALAR_TYPES = {
    1: "uint8",
    2: "int8",
    3: "int16",
    4: "int32",
    5: "int64",
    6: "float16",
    7: "float32",
    8: "float64",
    9: "complex32",
    10: "complex64",
    11: "complex128",
    12: "bool",
    13: "bfloat16",
    28: "uint16",
    29: "float8_e4m3fn",
    30: "float8_e5m2",
    31: "float8_e4m3fnuz",
    32: "float8_e5m2fnuz",
    33: "float8_e8m0fnu",
    34: "uint32",
    35: "uint64",
}
