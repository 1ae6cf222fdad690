"""One TensorProto as it stands in a file, and what can be wrong with it.

Data types: onnx/onnx.proto of ONNX 1.23.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import prod

from inspector.checkpoint.dtype import DTYPES, UNKNOWN, DType
from inspector.describe import shape, visible
from inspector.errors import CorruptFile, Sentence, say
from inspector.formats.onnx_wire import DAMAGED
from inspector.remedies import DAMAGED_OR_HOSTILE

# TensorProto.DataType, by number.
_DTYPES = (
    *("undefined", "float32", "uint8", "int8", "uint16", "int16", "int32", "int64", "string"),
    *("bool", "float16", "float64", "uint32", "uint64", "complex64", "complex128", "bfloat16"),
    *("float8_e4m3fn", "float8_e4m3fnuz", "float8_e5m2", "float8_e5m2fnuz", "uint4", "int4"),
    *("float4_e2m1", "float8_e8m0fnu", "uint2", "int2", "float6_e2m3", "float6_e3m2"),
)
FLOAT, INT64, STRING = 1, 7, 8
MAX_DIMS, _MAX_NUMEL = 64, 1 << 62

Run = tuple[int, int] | bytearray  # where a packed run is, or single numbers as if packed


@dataclass
class Proto:
    """One TensorProto as it stands in the file.

    Attributes:
        raw: Where raw_data is.
        runs: Field number -> where the numbers of a typed field are.
        texts: Where the first strings are; `text_count` of them in all.
        external: external_data, by key.
    """

    name: str = ""
    dims: list[int] = field(default_factory=list)
    data_type: int = 0
    raw: tuple[int, int] | None = None
    runs: dict[int, list[Run]] = field(default_factory=dict)
    texts: list[tuple[int, int]] = field(default_factory=list)
    text_count: int = 0
    external: dict[str, str] = field(default_factory=dict)
    data_location: int = 0

    @property
    def is_external(self) -> bool:
        """Whether the values are in another file."""
        return self.data_location == 1 or bool(self.external and not (self.raw or self.runs))

    @property
    def dtype(self) -> DType:
        """The element type; UNKNOWN where ONNX has no such number."""
        return DTYPES.get(dtype_name(self.data_type), UNKNOWN)


def dtype_name(number: int) -> str:
    """torch's name of a TensorProto.DataType."""
    return _DTYPES[number] if number < len(_DTYPES) else f"data type {number}"


def possible_shape(dims: list[int]) -> tuple[int, ...] | None:
    """The shape, or None where no tensor can have it."""
    is_possible = len(dims) <= MAX_DIMS and min(dims, default=0) >= 0 and prod(dims) < _MAX_NUMEL
    return tuple(dims) if is_possible else None


def check(proto: Proto, sizes: tuple[int, ...] | None, where: str) -> None:
    """Raises CorruptFile where the shape or the data type cannot be."""
    name = visible(proto.name, 200)
    if sizes is None:
        raise CorruptFile(
            say("'{name}' has the impossible shape {shape}.", name=name, shape=shape(proto.dims)),
            where=where,
            hint=DAMAGED_OR_HOSTILE,
        )
    if proto.dtype is UNKNOWN:
        raise CorruptFile(
            say(
                "'{name}' has the data type {code}, which ONNX 1.23 does not know.",
                name=name,
                code=proto.data_type,
            ),
            where=where,
            hint=say("The file is damaged, or newer than this program."),
        )


def mismatch(
    proto: Proto,
    need: int,
    unit: Sentence,
    found: int,
    where: str,
    found_unit: Sentence | None = None,
) -> CorruptFile:
    """What to say of a tensor that has more or fewer values than its shape needs."""
    return CorruptFile(
        say(
            "'{name}' ({shape}, {dtype}) needs {need} {unit}, but {found} {found_unit} are there.",
            name=visible(proto.name, 200),
            shape=shape(proto.dims),
            dtype=proto.dtype.name,
            need=need,
            unit=unit,
            found=found,
            found_unit=found_unit or unit,
        ),
        where=where,
        hint=DAMAGED,
    )
