"""ONNX models: a ModelProto's tensors wherever it keeps them, and what it says beside them.

Field numbers and rules: onnx/onnx.proto of ONNX 1.23; external data: its ExternalData.md. Neither
the onnx package nor numpy is imported, and no tensor's bytes are read, to open a file.

The file goes from small to large: weight files beside the model, tensors, graphs, the model.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import prod
from pathlib import Path
from typing import Any

from inspector.bytesource import ByteSource, BytesSource, FileSource, Window
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.dtype import DTYPES, UNKNOWN, DType
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.checkpoint.tree import Names
from inspector.describe import plural, shape, visible
from inspector.errors import (
    CorruptFile,
    Finding,
    InspectorError,
    LimitExceeded,
    Severity,
    Unsupported,
    finding_of,
)
from inspector.formats.onnx_wire import (
    FIXED32,
    FIXED64,
    VARINT,
    Joined,
    Varints,
    Wire,
    signed,
    tags,
)
from inspector.formats.reading import Reading

# TensorProto.DataType, by number.
_DTYPES = (
    *("undefined", "float32", "uint8", "int8", "uint16", "int16", "int32", "int64", "string"),
    *("bool", "float16", "float64", "uint32", "uint64", "complex64", "complex128", "bfloat16"),
    *("float8_e4m3fn", "float8_e4m3fnuz", "float8_e5m2", "float8_e5m2fnuz", "uint4", "int4"),
    *("float4_e2m1", "float8_e8m0fnu", "uint2", "int2", "float6_e2m3", "float6_e3m2"),
)
_FLOAT, _INT64, _STRING = 1, 7, 8
# The typed field that holds the values of a data type; all others are in int32_data (5).
_TYPED_FIELDS = {1: 4, 14: 4, 7: 7, 11: 10, 15: 10, 12: 11, 13: 11}

_DAMAGED = "The file is damaged. Download or copy it again."
_HOSTILE = "Do not load this model elsewhere: it makes programs read other files."
_MAX_DIMS, _MAX_NUMEL = 64, 1 << 62
_MAX_DEPTH = 64  # a subgraph is three messages deep, and protobuf itself stops at 100
_MAX_TYPE_DEPTH = 8
_MAX_FINDINGS = 100
_MAX_OPS = 10_000
_MAX_TEXTS, _MAX_TEXT_BYTES = 1000, 64 << 10
_HELD_OPEN = 100  # weight files; models with one file per tensor have thousands
_OBJECT_CHARGE = 16  # a Tensor, its Storage or its problem take as much memory as so many fields
_MAX_FILES, _MAX_FOLDERS = 20_000, 32


def read(reading: Reading) -> Checkpoint:
    """The checkpoint of a binary ModelProto.

    The root holds the model's facts, "graph" (name -> tensor; subgraphs under the attribute and
    the node they are in) and, where there are any, "functions" and "training_info".

    Raises:
        CorruptFile: Not even a part of a graph is there.
    """
    return _Model(reading).read()


class _Notes:
    """The findings of one file: at most 100 of each severity, and how many more there were."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._counts: Counter[Severity] = Counter()
        self._is_over_limit = False
        self.first_error: InspectorError | None = None

    def add(self, finding: Finding) -> None:
        """Take in one more."""
        self._counts[finding.severity] += 1
        if self._counts[finding.severity] <= _MAX_FINDINGS:
            self._reading.find(finding)

    def broke(self, error: InspectorError) -> None:
        """A part could not be followed; what is around it still can."""
        error.__traceback__ = None  # it may be kept as a problem, and would keep its frames
        self.first_error = self.first_error or error
        if not (self._is_over_limit and isinstance(error, LimitExceeded)):
            self.add(finding_of(error))
        self._is_over_limit |= isinstance(error, LimitExceeded)

    def finish(self) -> None:
        """Say how many were left out."""
        for severity, count in self._counts.items():
            if count > _MAX_FINDINGS:
                more = f"{count - _MAX_FINDINGS:,} more findings like these are not listed."
                self._reading.find(Finding(severity, None, more))


# --- Weight files beside the model ---------------------------------------------------------------


class _Reopened(ByteSource):
    """A file that is opened for each read, so that thousands of them need no handles."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.name = path.name
        self.size = path.stat().st_size

    def _read(self, offset: int, nbytes: int) -> bytes:
        source = FileSource(self._path)
        try:
            return source.read(offset, nbytes)
        finally:
            source.close()


class _Beside:
    """The weight files of a model, which must lie in its folder.

    Attributes:
        sources: Location as written -> the file, or why it is not read.
    """

    def __init__(self, reading: Reading, notes: _Notes) -> None:
        self.sources: dict[str, ByteSource | InspectorError] = {}
        self._reading = reading
        self._notes = notes
        self._storages: dict[tuple[str, int, int], Storage] = {}
        self._folder = reading.path.parent
        # A model that is a link (as in a download cache) has its weights where the link leads.
        real = (os.path.realpath(self._folder), os.path.realpath(reading.path))
        self._roots = (Path(real[0]), Path(real[1]).parent)

    def source(self, location: str, where: str) -> ByteSource | InspectorError:
        """The file at `location`, or why it is not read; noted once."""
        if len(self.sources) >= _MAX_FILES:
            location = ""
        if location not in self.sources:
            try:
                self.sources[location] = self._open(location, where)
            except (InspectorError, OSError) as error:
                if isinstance(error, OSError):
                    what = f"The weights file '{visible(location, 200)}' cannot be opened."
                    error = CorruptFile(what, where=where, hint="Check the model's folder.")
                is_escape = isinstance(error, Unsupported)
                self._notes.add(finding_of(error, "danger" if is_escape else "error"))
                error.__traceback__ = None
                self.sources[location] = error
        return self.sources[location]

    def _open(self, location: str, where: str) -> ByteSource:
        shown = visible(location, 200)
        if len(self.sources) >= _MAX_FILES:
            what = f"The model has its weights in more than {_MAX_FILES:,} files."
            raise CorruptFile(what, where=where, hint="Save it with all weights in one file.")
        if not location or location.count("/") > _MAX_FOLDERS:
            what = f"'{shown}' can be no file next to the model, but a tensor's weights are there."
            raise CorruptFile(what, where=where, hint=_DAMAGED)
        real = Path(os.path.realpath(self._folder / location)) if _is_local(location) else None
        if real is None or not any(real.is_relative_to(root) for root in self._roots):
            raise Unsupported(
                f"The weights of a tensor are to be read from '{shown}', outside the model's "
                f"folder; that was not opened.",
                where=where,
                hint=_HOSTILE,
            )
        if not real.exists():
            raise CorruptFile(
                f"The weights file '{shown}' is missing next to the model.",
                where=where,
                hint="Put it into the model's folder, under exactly this name.",
            )
        if not real.is_file():
            raise Unsupported(
                f"The weights of a tensor are to be read from '{shown}', which is no regular file; "
                f"it was not opened.",
                where=where,
                hint=_HOSTILE,
            )
        is_one_of_many = len(self.sources) >= _HELD_OPEN
        return _Reopened(real) if is_one_of_many else self._reading.open_beside(real)

    def storage(self, proto: _Proto, source: ByteSource, need: int, where: str) -> Storage:
        """The `need` bytes that external_data points to; one storage for equal ranges.

        Raises:
            CorruptFile: The numbers are none, are too many or too few, or lead out of the file.
        """
        offset = proto.external.get("offset", "0")
        length = proto.external.get("length", str(need))
        start = _number(offset)
        if start < 0 or _number(length) != need:
            raise CorruptFile(
                f"'{visible(proto.name, 200)}' needs {need:,} bytes, but its external_data gives "
                f"it length '{visible(length, 40)}' at offset '{visible(offset, 40)}'.",
                where=where,
                hint=_DAMAGED,
            )
        if start + need > source.size:
            raise CorruptFile(
                f"'{visible(proto.name, 200)}' needs bytes {start:,} to {start + need:,} of "
                f"{source.name}, which has {source.size:,}.",
                where=where,
                hint=f"Download or copy {source.name} again.",
            )
        key = proto.external["location"], start, need
        if key not in self._storages:
            self._storages[key] = Storage(proto.name, proto.dtype, need, None, source, start)
        return self._storages[key]


def _is_local(location: str) -> bool:
    """Whether a location is a plain relative path to every system that may load the model."""
    is_odd = "\0" in location or "\\" in location or "://" in location
    is_rooted = location.startswith(("/", "~")) or re.match("[A-Za-z]:", location) is not None
    return not is_odd and not is_rooted and ".." not in location.split("/")


def _number(text: str) -> int:
    """The value of plain digits; -1 where they are none."""
    return int(text) if len(text) <= 20 and text.isascii() and text.isdigit() else -1


# --- Tensors -------------------------------------------------------------------------------------

Run = tuple[int, int] | bytearray  # where a packed run is, or single numbers as if packed

# TensorProto, and the typed fields: packed, or one number each.
_T_DIM, _T_TYPE, _T_LOCATION = tags(1, 2, 14, wire=VARINT)
_T_DIMS, _T_STRING, _T_NAME, _T_RAW, _T_EXTERNAL = tags(1, 6, 8, 9, 13)
_T_PACKED = tags(4, 5, 7, 10, 11)
_T_SINGLE = [*tags(4, wire=FIXED32), *tags(10, wire=FIXED64), *tags(5, 7, 11, wire=VARINT)]
_T_NUMBERS = frozenset([*_T_PACKED, *_T_SINGLE])
# SparseTensorProto.
_S_VALUES, _S_INDICES, _S_DIMS = tags(1, 2, 3)
_S_DIM = tags(3, wire=VARINT)[0]


@dataclass
class _Proto:
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


class TextTensor(Tensor):
    """A tensor of strings.

    Attributes:
        items: Its texts, row by row: the first 1,000 of them, or 64 kB.
    """

    def __init__(self, shape: tuple[int, ...], items: list[str]) -> None:
        super().__init__(DTYPES["string"], shape, contiguous_stride(shape))
        self.items = items
        self.problem = Unsupported("A string tensor holds texts, not numbers.")


class _Tensors:
    """From TensorProto to Tensor. What is wrong with one is its `problem`, and noted."""

    def __init__(self, wire: Wire, beside: _Beside, notes: _Notes) -> None:
        self._wire = wire
        self._beside = beside
        self._notes = notes
        self._odd_keys: set[str] = set()

    def read(self, start: int, end: int, place: str, name: str = "") -> tuple[str, Tensor]:
        """(name, tensor) of the TensorProto there; `name` where given, else its own."""
        proto = _Proto()
        self._wire.charge(_OBJECT_CHARGE)
        broken = self._follow(proto, start, end)
        name = name or proto.name or "<unnamed>"
        proto.name = name
        return name, self._tensor(proto, f"{place} / {visible(name, 200)}", broken)

    def read_sparse(self, start: int, end: int, place: str, name: str = "") -> tuple[str, Tensor]:
        """As `read`, of a SparseTensorProto."""
        proto, parts = _Proto(), dict[str, Tensor]()
        try:
            for tag, first, last in self._wire.fields(start, end):
                if tag == _S_VALUES:
                    proto.name, parts["<values>"] = self.read(first, last, place)
                elif tag == _S_INDICES:
                    parts["<indices>"] = self.read(first, last, place)[1]
                elif tag in (_S_DIM, _S_DIMS):
                    self._add_dims(proto.dims, tag == _S_DIMS, first, last)
        except InspectorError as error:
            self._notes.broke(error)
        name = name or proto.name or "<unnamed>"
        self._wire.charge(_OBJECT_CHARGE)
        dtype = parts["<values>"].dtype if "<values>" in parts else UNKNOWN
        tensor = Tensor(dtype, _possible(proto.dims), None, None)
        tensor.layout = "sparse_coo"
        tensor.parts = {part: parts[part] for part in ("<indices>", "<values>") if part in parts}
        if len(parts) < 2 or tensor.shape is None:
            what = f"The sparse tensor '{visible(name, 200)}' lacks values, indices or a shape."
            tensor.problem = CorruptFile(what, where=place, hint=_DAMAGED)
            self._notes.broke(tensor.problem)
        return name, tensor

    def numbers(self, name: str, runs: list[Run], data_type: int, is_scalar: bool) -> Tensor:
        """The tensor of an attribute's floats or ints."""
        self._wire.charge(_OBJECT_CHARGE)
        proto = _Proto(name, data_type=data_type, runs={_TYPED_FIELDS[data_type]: runs})
        source = self._encoded(proto)
        if not is_scalar:
            proto.dims = [source.size // 4 if data_type == _FLOAT else _count_varints(source)]
        tensor = self._tensor(proto, visible(name, 200))
        tensor.inline = True
        return tensor

    def texts(self, places: Iterable[tuple[int, int]], sizes: tuple[int, ...]) -> TextTensor:
        """The tensor of an attribute's strings, or of string_data."""
        items: list[str] = []
        left = _MAX_TEXT_BYTES
        for first, last in places:
            left -= last - first
            if left < 0:
                break
            items.append(self._wire.text(first, last, errors="backslashreplace"))
        return TextTensor(sizes, items)

    def add_number(self, runs: list[Run], field_: tuple[int, int, int]) -> None:
        """Take in one more field (tag, first, last) of repeated numbers, packed or not."""
        tag, first, last = field_
        if tag & 7 not in (VARINT, FIXED32, FIXED64):
            runs.append((first, last))
            return
        if not runs or not isinstance(runs[-1], bytearray):
            runs.append(bytearray())
        single = runs[-1]
        assert isinstance(single, bytearray)
        if tag & 7 != VARINT:
            single += self._wire.data(first, last)
            return
        while first > 0x7F:
            single.append(first & 0x7F | 0x80)
            first >>= 7
        single.append(first)

    def _follow(self, proto: _Proto, start: int, end: int) -> InspectorError | None:
        """Fill `proto`; returns why that ended early."""
        try:
            for found in self._wire.fields(start, end):
                tag, first, last = found
                if tag in (_T_DIM, _T_DIMS):
                    self._add_dims(proto.dims, tag == _T_DIMS, first, last)
                elif tag == _T_TYPE:
                    proto.data_type = first
                elif tag == _T_NAME:
                    proto.name = self._wire.text(first, last)
                elif tag == _T_RAW:
                    proto.raw = first, last
                elif tag in _T_NUMBERS:
                    self.add_number(proto.runs.setdefault(tag >> 3, []), found)
                else:
                    self._follow_rare(proto, tag, first, last)
        except InspectorError as error:
            self._notes.broke(error)
            return error
        return None

    def _follow_rare(self, proto: _Proto, tag: int, first: int, last: int) -> None:
        if tag == _T_LOCATION:
            proto.data_location = first
        elif tag == _T_STRING:
            proto.text_count += 1
            if proto.text_count <= _MAX_TEXTS:
                proto.texts.append((first, last))
        elif tag == _T_EXTERNAL:
            key, value = read_pair(self._wire, first, last)
            if key in ("location", "offset", "length", "checksum", "basepath"):
                proto.external[key] = value
            elif key not in self._odd_keys and len(self._odd_keys) < _MAX_FINDINGS:
                self._odd_keys.add(key)
                what = f"external_data has a key '{visible(key, 100)}', which was ignored."
                self._notes.add(Finding("info", visible(proto.name, 200) or None, what))

    def _add_dims(self, dims: list[int], is_packed: bool, first: int, last: int) -> None:
        if not is_packed:
            dims.append(signed(first))
        else:
            value = shift = 0
            for byte in self._wire.data(first, min(last, first + 10 * _MAX_DIMS + 1)):
                value |= (byte & 0x7F) << shift
                shift += 7
                if byte < 0x80:
                    dims.append(signed(value & (1 << 64) - 1))
                    value = shift = 0
        del dims[_MAX_DIMS + 1 :]

    def _tensor(self, proto: _Proto, where: str, broken: InspectorError | None = None) -> Tensor:
        sizes = _possible(proto.dims)
        stride = None if sizes is None else contiguous_stride(sizes)
        tensor = Tensor(proto.dtype, sizes, stride)
        tensor.problem = broken
        source: ByteSource | None = None
        if proto.is_external and broken is None:
            opened = self._beside.source(proto.external.get("location", ""), where)
            if isinstance(opened, InspectorError):
                tensor.problem = opened  # noted once for the file
            else:
                source = opened
        if tensor.problem is not None:
            return tensor
        try:
            _check(proto, sizes, where)
            assert sizes is not None
            if proto.data_type == _STRING and source is None:
                return self._text_tensor(proto, sizes, where)
            tensor.storage = self._storage(proto, prod(sizes), source, where)
        except InspectorError as error:
            tensor.problem = error
            self._notes.broke(error)
        return tensor

    def _text_tensor(self, proto: _Proto, sizes: tuple[int, ...], where: str) -> Tensor:
        tensor = self.texts(proto.texts, sizes)
        if prod(sizes) != proto.text_count:
            tensor.problem = _mismatch(proto, prod(sizes), "texts", proto.text_count, where)
            self._notes.broke(tensor.problem)
        return tensor

    def _storage(self, proto: _Proto, numel: int, source: ByteSource | None, where: str) -> Storage:
        """Where the values are.

        Raises:
            CorruptFile: They are not there, or are more or fewer than the shape says.
            Unsupported: 6-bit numbers one by one.
        """
        dtype = proto.dtype
        # 6-bit types: four in three bytes, and the last bytes of an odd number are left out.
        need = -(-numel * 6 // 8) if dtype.itemsize == 3 else dtype.nbytes(numel)
        if source is not None:
            stored = self._beside.storage(proto, source, need, where)
        elif proto.raw is not None:
            start, end = proto.raw
            if end - start != need:
                raise _mismatch(proto, need, "bytes", end - start, where)
            stored = Storage(proto.name, dtype, need, None, self._wire.source, start)
        else:
            stored = self._typed_storage(proto, numel, need, where)
        if need < dtype.nbytes(numel):
            stored = _padded(stored, dtype.nbytes(numel))
        return stored

    def _typed_storage(self, proto: _Proto, numel: int, need: int, where: str) -> Storage:
        dtype, encoded = proto.dtype, self._encoded(proto)
        if _TYPED_FIELDS.get(proto.data_type) in (4, 10):
            if encoded.size != need:
                raise _mismatch(proto, need, "bytes", encoded.size, where)
            if isinstance(encoded, Window):
                return Storage(proto.name, dtype, need, None, encoded.parent, encoded.start)
            return Storage(proto.name, dtype, need, None, encoded)
        if dtype.itemsize == 3 and numel:
            raise Unsupported("6-bit numbers are only read from raw_data.", where=where)
        count = need if dtype.per_item > 1 else numel  # 4- and 2-bit types: one number per byte
        if not count <= encoded.size <= 10 * count:
            raise _mismatch(proto, count, "numbers", encoded.size, where, "bytes of typed data")
        values = Varints(encoded, count, dtype.itemsize, visible(proto.name, 200))
        return Storage(proto.name, dtype, need, None, values)

    def _encoded(self, proto: _Proto) -> ByteSource:
        """The typed field of its data type, in one run."""
        name, source = visible(proto.name, 200), self._wire.source
        parts = [
            BytesSource(bytes(run), name)
            if isinstance(run, bytearray)
            else Window(source, run[0], run[1] - run[0], name)
            for run in proto.runs.get(_TYPED_FIELDS.get(proto.data_type, 5), [])
        ]
        return parts[0] if len(parts) == 1 else Joined(parts, name)


_ENDS = bytes(range(0x80))


def _count_varints(source: ByteSource) -> int:
    """How many numbers end there: each does with the first byte that is less than 128."""
    chunks = source.chunks(0, source.size)
    return sum(len(chunk) - len(chunk.translate(None, _ENDS)) for chunk in chunks)


def _padded(storage: Storage, nbytes: int) -> Storage:
    """The storage with zeros behind it, up to `nbytes`."""
    assert storage.source is not None
    bytes_there = Window(storage.source, storage.offset, storage.nbytes, storage.key)
    zeros = BytesSource(bytes(nbytes - storage.nbytes), storage.key)
    joined = Joined([bytes_there, zeros], storage.key)
    return Storage(storage.key, storage.dtype, nbytes, None, joined)


def _possible(dims: list[int]) -> tuple[int, ...] | None:
    """The shape, or None where no tensor can have it."""
    is_possible = len(dims) <= _MAX_DIMS and min(dims, default=0) >= 0 and prod(dims) < _MAX_NUMEL
    return tuple(dims) if is_possible else None


def _check(proto: _Proto, sizes: tuple[int, ...] | None, where: str) -> None:
    """Raises CorruptFile where the shape or the data type cannot be."""
    name = visible(proto.name, 200)
    if sizes is None:
        raise CorruptFile(
            f"'{name}' has the impossible shape {shape(proto.dims)}.",
            where=where,
            hint="The file is damaged, or was made to confuse its reader.",
        )
    if proto.dtype is UNKNOWN:
        raise CorruptFile(
            f"'{name}' has the data type {proto.data_type:,}, which ONNX 1.23 does not know.",
            where=where,
            hint="The file is damaged, or newer than this program.",
        )


def _mismatch(
    proto: _Proto, need: int, unit: str, found: int, where: str, found_unit: str = ""
) -> CorruptFile:
    return CorruptFile(
        f"'{visible(proto.name, 200)}' ({shape(proto.dims)}, {proto.dtype.name}) needs "
        f"{need:,} {unit}, but {found:,} {found_unit or unit} are there.",
        where=where,
        hint=_DAMAGED,
    )


def dtype_name(number: int) -> str:
    """torch's name of a TensorProto.DataType."""
    return _DTYPES[number] if number < len(_DTYPES) else f"data type {number}"


def read_pair(wire: Wire, start: int, end: int) -> tuple[str, str]:
    """(key, value) of a StringStringEntryProto."""
    texts = {1: "", 2: ""}
    for tag, first, last in wire.fields(start, end):
        if tag in (_P_KEY, _P_VALUE):
            texts[tag >> 3] = wire.text(first, last)
    return texts[1], texts[2]


_P_KEY, _P_VALUE = tags(1, 2)


# --- Graphs --------------------------------------------------------------------------------------

# NodeProto and AttributeProto; a Constant's numbers and texts are tensors too.
_N_OUTPUT, _N_NAME, _N_OP, _N_ATTRIBUTE, _N_DOMAIN = tags(2, 3, 4, 5, 7)
_A_NAME, _A_TENSOR, _A_GRAPH, _A_TENSORS, _A_GRAPHS = tags(1, 5, 6, 10, 11)
_A_SPARSE = frozenset(tags(22, 23))
_A_PARTS = frozenset([_A_TENSOR, _A_GRAPH, _A_TENSORS, _A_GRAPHS, *_A_SPARSE])
# Tag -> (data type, is one value): f, floats; i, ints; s, strings.
_A_VALUES = (
    dict.fromkeys(tags(2, wire=FIXED32), (_FLOAT, True))
    | dict.fromkeys([*tags(7, wire=FIXED32), *tags(7)], (_FLOAT, False))
    | dict.fromkeys(tags(3, wire=VARINT), (_INT64, True))
    | dict.fromkeys([*tags(8, wire=VARINT), *tags(8)], (_INT64, False))
    | {tags(4)[0]: (_STRING, True), tags(9)[0]: (_STRING, False)}
)
# GraphProto; FunctionProto; ValueInfoProto and TypeProto.
_G_NODE, _G_NAME, _G_INITIALIZER, _G_DOC, _G_INPUT, _G_OUTPUT, _G_SPARSE = tags(
    1, 2, 5, 10, 11, 12, 15
)
_F_NAME, _F_NODE, _F_DOMAIN, _F_ATTRIBUTE, _F_OVERLOAD = tags(1, 7, 10, 11, 13)
_V_NAME, _V_TYPE = tags(1, 2)
_Y_TENSOR, _Y_SEQUENCE, _Y_MAP, _Y_SPARSE, _Y_OPTIONAL = tags(1, 4, 5, 8, 9)

_STANDARD = ("", "ai.onnx", "ai.onnx.ml", "ai.onnx.training", "com.microsoft")
_STANDARD_FAMILIES = ("ai.onnx.preview.", "com.microsoft.")
Op = tuple[str, str]  # domain, op_type


@dataclass
class _Graph:
    """What a graph or a function holds: alternating names and values.

    Attributes:
        place: Its path, for findings.
        ops: How often each operator is used, subgraphs included.
    """

    place: str
    ops: Counter[Op] = field(default_factory=Counter)
    depth: int = 0
    initializers: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)
    subgraphs: list[Any] = field(default_factory=list)
    inputs: list[Any] = field(default_factory=list)
    outputs: list[Any] = field(default_factory=list)
    facts: list[Any] = field(default_factory=list)
    nodes: int = 0

    def add(self, op: Op) -> None:
        """Count a node."""
        self.nodes += 1
        self.ops[op] += 1

    def names(self, notes: _Notes) -> Names:
        """Initializers under their names, the others under names that are still free."""
        flat = [*self.initializers, *self.constants, *self.subgraphs]
        taken: dict[str, int] = {}
        for at in range(0, len(flat), 2):
            name = flat[at]
            while flat[at] in taken:
                taken[name] += 1
                flat[at] = f"{name} ({taken[name]})"
            taken[flat[at]] = 1
            if flat[at] != name and at < len(self.initializers):
                what = f"Two initializers are called '{visible(name, 200)}'; programs differ in "
                notes.add(Finding("warning", self.place, what + "which of them they use."))
        has_tensors = bool(self.initializers or self.constants)
        return Names(flat, "state_dict" if has_tensors else "")


@dataclass(slots=True)
class _Node:
    """A NodeProto that has attributes."""

    op: Op
    index: int
    name: tuple[int, int] | None = None
    output: tuple[int, int] | None = None

    @property
    def is_constant(self) -> bool:
        """Whether its attributes are its value."""
        return self.op in (("", "Constant"), ("ai.onnx", "Constant"))

    def label(self, wire: Wire) -> str:
        """What a person would call it: a Constant by its output, others by their name."""
        first, second = self.name, self.output
        if self.is_constant:
            first, second = second, first
        for place in (first, second):
            text = wire.text(*place, limit=1000) if place is not None else ""
            if text:
                return text
        return f"{self.op[1]} {self.index}"


class _Graphs:
    """From GraphProto and FunctionProto to what they hold.

    Attributes:
        used: The operators of all nodes, wherever they are.
    """

    def __init__(self, wire: Wire, tensors: _Tensors, notes: _Notes) -> None:
        self.used: set[Op] = set()
        self._wire = wire
        self._tensors = tensors
        self._notes = notes
        self._ops: dict[tuple[bytes, bytes], Op] = {}

    def follow(self, graph: _Graph, start: int, end: int) -> None:
        """Take a GraphProto into `graph`."""
        try:
            for tag, first, last in self._wire.fields(start, end):
                if tag == _G_NODE:
                    self._node(graph, first, last) if last > first else graph.add(("", ""))
                elif tag == _G_INITIALIZER:
                    graph.initializers += self._tensors.read(first, last, graph.place)
                elif tag == _G_SPARSE:
                    graph.initializers += self._tensors.read_sparse(first, last, graph.place)
                elif tag == _G_INPUT and not graph.depth:
                    graph.inputs += self._value(first, last)
                elif tag == _G_OUTPUT and not graph.depth:
                    graph.outputs += self._value(first, last)
                elif tag in (_G_NAME, _G_DOC) and last > first:
                    name = "graph_name" if tag == _G_NAME else "graph_doc_string"
                    graph.facts = [*graph.facts[:2], name, self._wire.text(first, last)]
        except InspectorError as error:
            self._notes.broke(error)

    def follow_function(self, graph: _Graph, start: int, end: int) -> tuple[Op, str]:
        """Take a FunctionProto into `graph`; (what it defines, its overload)."""
        texts = {_F_NAME: "", _F_DOMAIN: "", _F_OVERLOAD: ""}
        attributes = []
        try:
            for tag, first, last in self._wire.fields(start, end):
                if tag in texts:
                    texts[tag] = self._wire.text(first, last, 1000)
                elif tag == _F_NODE:
                    self._node(graph, first, last)
                elif tag == _F_ATTRIBUTE:
                    self._wire.charge(1)
                    attributes.append((first, last))
        except InspectorError as error:
            self._notes.broke(error)
        node = _Node((texts[_F_DOMAIN], texts[_F_NAME]), 0)
        self._attributes(graph, node, attributes)
        return node.op, texts[_F_OVERLOAD]

    def _node(self, graph: _Graph, start: int, end: int) -> None:
        op = domain = b""
        node = _Node(("", ""), graph.nodes)
        attributes = []
        try:
            for tag, first, last in self._wire.fields(start, end):
                if tag == _N_OP:
                    op = self._wire.data(first, min(last, first + 200))
                elif tag == _N_DOMAIN:
                    domain = self._wire.data(first, min(last, first + 200))
                elif tag == _N_NAME:
                    node.name = first, last
                elif tag == _N_OUTPUT:
                    node.output = node.output or (first, last)
                elif tag == _N_ATTRIBUTE:
                    self._wire.charge(1)
                    attributes.append((first, last))
        except InspectorError as error:
            self._notes.broke(error)
        node.op = self._op(domain, op)
        graph.add(node.op)
        self._attributes(graph, node, attributes)

    def _op(self, domain: bytes, op: bytes) -> Op:
        """The operator; "…" once the file has used 10,000 different ones."""
        found = self._ops.get((domain, op))
        if found is None:
            found = domain.decode("utf-8", "replace"), op.decode("utf-8", "replace")
            if len(self._ops) >= _MAX_OPS:
                found = found[0] if _is_standard(found[0]) else "…", "…"
            else:
                self._ops[domain, op] = found
            self.used.add(found)
        return found

    def _attributes(self, graph: _Graph, node: _Node, places: list[tuple[int, int]]) -> None:
        for start, end in places:
            try:
                self._attribute(graph, node, start, end)
            except LimitExceeded:
                return  # the fields around this one say so
            except InspectorError as error:
                self._notes.broke(error)

    def _attribute(self, graph: _Graph, node: _Node, start: int, end: int) -> None:
        """Keep the tensors and the graphs of one AttributeProto."""
        name = (0, 0)
        kind, is_scalar, count = 0, False, 0
        runs: list[Run] = []
        texts: list[tuple[int, int]] = []
        for found in self._wire.fields(start, end):
            tag, first, last = found
            if tag == _A_NAME:
                name = first, last
            elif tag in _A_PARTS:
                self._part(graph, node, name, found)
            elif tag in _A_VALUES:
                if not node.is_constant:
                    break  # nothing follows a value, and there may be millions of them
                kind, is_scalar = _A_VALUES[tag]
                count += 1
                if kind != _STRING:
                    self._tensors.add_number(runs, found)
                elif count <= _MAX_TEXTS:
                    texts.append((first, last))
        if not kind:
            return
        label = node.label(self._wire)
        if kind == _STRING:
            value: Tensor = self._tensors.texts(texts, () if is_scalar else (count,))
        else:
            value = self._tensors.numbers(label, runs, kind, is_scalar)
        graph.constants += [label, value]

    def _part(
        self, graph: _Graph, node: _Node, name: tuple[int, int], found: tuple[int, int, int]
    ) -> None:
        """A tensor or graph in an attribute."""
        tag, first, last = found
        key = label = node.label(self._wire)
        if tag in (_A_GRAPH, _A_GRAPHS) or not node.is_constant:
            key = f"{self._wire.text(*name, limit=200) or 'attribute'} of {label}"
        if tag in _A_SPARSE:
            graph.constants += self._tensors.read_sparse(first, last, graph.place, key)
        elif tag in (_A_TENSOR, _A_TENSORS):
            graph.constants += self._tensors.read(first, last, graph.place, key)
        elif graph.depth < _MAX_DEPTH:
            self._wire.charge(_OBJECT_CHARGE)
            place = f"{graph.place} / {visible(key, 200)}"
            inner = _Graph(place, graph.ops, graph.depth + 1)
            self.follow(inner, first, last)
            graph.nodes += inner.nodes
            names = inner.names(self._notes)
            if names.flat:
                graph.subgraphs += [key, names]
        else:
            what = f"Subgraphs are nested more than {_MAX_DEPTH} deep; more are not shown."
            self._notes.add(Finding("error", None, what, "No ONNX library could load this file."))

    def _value(self, start: int, end: int) -> tuple[str, Any]:
        """(name, type) of an input or output."""
        self._wire.charge(_OBJECT_CHARGE)
        name, kind = "", Names()
        try:
            for tag, first, last in self._wire.fields(start, end):
                if tag == _V_NAME:
                    name = self._wire.text(first, last)
                elif tag == _V_TYPE:
                    kind = self._type(first, last)
        except InspectorError as error:
            self._notes.broke(error)
        return name, kind

    def _type(self, start: int, end: int, depth: int = 0) -> Names:
        """A TypeProto: {"dtype", "shape"}, or the kind of container and what it holds."""
        for tag, first, last in self._wire.fields(start, end):
            if tag in (_Y_TENSOR, _Y_SPARSE):
                return self._tensor_type(first, last, tag == _Y_SPARSE)
            kind = {_Y_SEQUENCE: "sequence", _Y_MAP: "map", _Y_OPTIONAL: "optional"}.get(tag)
            if kind is None or depth == _MAX_TYPE_DEPTH:
                continue
            flat: list[Any] = ["type", kind]
            for part, inner_first, inner_last in self._wire.fields(first, last):
                if kind == "map" and part == _T_DIM:
                    flat += ["key", dtype_name(inner_first)]
                elif part == (_V_TYPE if kind == "map" else _V_NAME):
                    flat += ["of", self._type(inner_first, inner_last, depth + 1)]
            return Names(flat)
        return Names()

    def _tensor_type(self, start: int, end: int, is_sparse: bool) -> Names:
        """elem_type 1, shape 2: dimensions as numbers, names or None; None without a shape."""
        dtype, sizes = "undefined", None
        for tag, first, last in self._wire.fields(start, end):
            if tag == _T_DIM:
                dtype = dtype_name(first)
            elif tag == _V_TYPE:
                sizes = [
                    self._dimension(dim_first, dim_last)
                    for dim, dim_first, dim_last in self._wire.fields(first, last)
                    if dim == _V_NAME
                ]
        return Names(["dtype", dtype, "shape", sizes] + ["layout", "sparse_coo"] * is_sparse)

    def _dimension(self, start: int, end: int) -> int | str | None:
        """dim_value 1 or dim_param 2."""
        size: int | str | None = None
        for tag, first, last in self._wire.fields(start, end):
            if tag == _T_DIM:
                size = signed(first)
            elif tag == _V_TYPE:
                size = self._wire.text(first, last) or None
        return size


def _is_standard(domain: str) -> bool:
    """Whether the operators of a domain are part of ONNX or of its usual runtime."""
    return domain in _STANDARD or domain.startswith(_STANDARD_FAMILIES)


# --- The model -----------------------------------------------------------------------------------

_M_IR_VERSION, _M_VERSION = tags(1, 5, wire=VARINT)
_M_TEXT_NAMES = ("producer_name", "producer_version", "domain", "doc_string")
_M_TEXTS = dict(zip(tags(2, 3, 4, 6), _M_TEXT_NAMES, strict=True))
_I_START, _I_STEP, _I_START_BINDING, _I_STEP_BINDING = tags(1, 2, 3, 4)
_M_GRAPH, _M_OPSET, _M_PROPS, _M_TRAINING, _M_FUNCTION = tags(7, 8, 14, 20, 25)


class _Model:
    """From ModelProto to Checkpoint."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._wire = Wire(reading.source, reading.limits, reading.progress)
        self._notes = _Notes(reading)
        self._beside = _Beside(reading, self._notes)
        tensors = _Tensors(self._wire, self._beside, self._notes)
        self._graphs = _Graphs(self._wire, tensors, self._notes)
        self._main = _Graph("graph")
        self._has_graph = False
        self._facts: dict[str, Any] = {}
        self._opsets: list[Any] = []
        self._props: list[Any] = []
        self._functions: list[Any] = []
        self._calls: dict[Op, set[Op]] = {}  # function -> what it uses
        self._training: list[Any] = []

    def read(self) -> Checkpoint:
        """The checkpoint; raises CorruptFile where there is no graph at all."""
        try:
            for tag, first, last in self._wire.fields(0, self._reading.source.size):
                self._field(tag, first, last)
        except InspectorError as error:
            error.message += " What follows is not shown."
            self._notes.broke(error)
        self._complain()
        self._notes.finish()
        producer = [self._facts.get("producer_name"), self._facts.get("producer_version")]
        checkpoint = self._reading.finish(
            self._root(),
            "onnx",
            str(self._facts["ir_version"]) if "ir_version" in self._facts else None,
            producer=" ".join(filter(None, producer)) or None,
        )
        files = [file for file in self._beside.sources.values() if isinstance(file, ByteSource)]
        checkpoint.size += sum(file.size for file in files)
        return checkpoint

    def _field(self, tag: int, first: int, last: int) -> None:
        if tag == _M_GRAPH:
            self._has_graph = True
            self._graphs.follow(self._main, first, last)
        elif tag == _M_IR_VERSION:
            self._facts["ir_version"] = signed(first)
        elif tag == _M_VERSION:
            self._facts["model_version"] = signed(first)
        elif tag in _M_TEXTS:
            self._facts[_M_TEXTS[tag]] = self._wire.text(first, last)
        else:
            self._wire.charge(_OBJECT_CHARGE)
            self._repeated_field(tag, first, last)

    def _repeated_field(self, tag: int, first: int, last: int) -> None:
        try:
            if tag == _M_OPSET:
                self._opsets += self._opset(first, last)
            elif tag == _M_PROPS:
                self._props += read_pair(self._wire, first, last)
            elif tag == _M_TRAINING:
                self._training.append(self._training_info(first, last))
            elif tag == _M_FUNCTION:
                self._function(first, last)
        except InspectorError as error:
            self._notes.broke(error)

    def _opset(self, start: int, end: int) -> tuple[str, int]:
        """OperatorSetIdProto: domain 1, version 2."""
        domain, version = "", 0
        for tag, first, last in self._wire.fields(start, end):
            if tag == _V_NAME:
                domain = self._wire.text(first, last)
            elif tag == _T_TYPE:
                version = signed(first)
        return domain, version

    def _function(self, start: int, end: int) -> None:
        graph = _Graph("functions", depth=1)
        (domain, name), overload = self._graphs.follow_function(graph, start, end)
        key = ":".join(filter(None, (domain, name, overload)))
        self._functions += [key, graph.names(self._notes)]
        self._calls[domain, name] = set(graph.ops)

    def _training_info(self, start: int, end: int) -> Names:
        """TrainingInfoProto: initialization 1, algorithm 2, their bindings 3 and 4."""
        graphs: list[Any] = []
        bindings = Names(), Names()
        for tag, first, last in self._wire.fields(start, end):
            if tag in (_I_START, _I_STEP):
                name = "initialization" if tag == _I_START else "algorithm"
                graph = _Graph(f"training_info / {len(self._training)} / {name}", depth=1)
                self._graphs.follow(graph, first, last)
                graphs += [name, graph.names(self._notes)]
            elif tag in (_I_START_BINDING, _I_STEP_BINDING):
                self._wire.charge(_OBJECT_CHARGE)
                bindings[tag == _I_STEP_BINDING].flat += read_pair(self._wire, first, last)
        names = "initialization_binding", "update_binding"
        return Names([*graphs, names[0], bindings[0], names[1], bindings[1]])

    def _root(self) -> Names:
        main = self._main
        graph = main.names(self._notes)
        weights = set(graph.flat[: len(main.initializers) : 2])
        inputs = [
            part
            for at in range(0, len(main.inputs), 2)
            if main.inputs[at] not in weights  # before IR version 4, every initializer is an input
            for part in main.inputs[at : at + 2]
        ]
        flat = [part for pair in self._facts.items() for part in pair]
        flat += ["opset_import", Names(self._opsets)]
        if self._props:
            flat += ["metadata_props", Names(self._props)]
        flat += [*main.facts, "inputs", Names(inputs), "outputs", Names(main.outputs)]
        ops = [part for op, count in main.ops.most_common() for part in (_op_name(op), count)]
        flat += ["nodes", main.nodes, "op_types", Names(ops), "graph", graph]
        if self._functions:
            flat += ["functions", Names(self._functions)]
        if self._training:
            flat += ["training_info", self._training]
        return Names(flat)

    def _complain(self) -> None:
        """Note what is wrong with the file as a whole.

        Raises:
            CorruptFile: There is nothing in it.
        """
        name, size = self._reading.source.name, self._reading.source.size
        again = "The file is incomplete. Download or copy it again."
        if self._wire.is_cut:
            what = f"{name} ends at byte {size:,}, but should go on to byte {self._wire.needed:,}"
            cut = CorruptFile(f"{what} at least.", where=f"byte {size:,}", hint=again)
            if not self._has_graph:
                raise cut
            self._notes.broke(cut)
        elif not self._has_graph and not self._functions:
            nothing = CorruptFile(f"{name} begins like an ONNX model but has no graph.", hint=again)
            raise self._notes.first_error or nothing
        elif not (self._opsets or self._notes.first_error) and self._facts.get("ir_version", 3) > 2:
            what = f"{name} does not say which operator set it uses; its end may be missing."
            self._notes.broke(CorruptFile(what, hint=again))
        self._complain_about_operators()
        self._complain_about_recursion()

    def _complain_about_operators(self) -> None:
        outside: dict[str, list[str]] = {}
        for domain, op in sorted(self._graphs.used - self._calls.keys()):
            if not _is_standard(domain):
                outside.setdefault(domain, []).append(op)
        for domain, ops in outside.items():
            listed = ", ".join(visible(op, 60) for op in ops[:5]) + (", …" if len(ops) > 5 else "")
            self._notes.add(
                Finding(
                    "warning",
                    visible(domain, 100),
                    f"The model uses {plural(len(ops), 'operator')} of the domain "
                    f"'{visible(domain, 100)}' ({listed}), outside the ONNX standard: they may run "
                    f"code of their own in the runtime.",
                    "Run it only with runtime extensions that you trust.",
                )
            )

    def _complain_about_recursion(self) -> None:
        """Note functions that call themselves: ONNX forbids it, and expanding them never ends."""
        waits = {op: calls & self._calls.keys() for op, calls in self._calls.items()}
        callers: dict[Op, list[Op]] = {}
        for caller, calls in waits.items():
            for op in calls:
                callers.setdefault(op, []).append(caller)
        ends = [op for op, calls in waits.items() if not calls]
        while ends:
            op = ends.pop()
            del waits[op]
            for caller in callers.get(op, []):
                waits[caller].discard(op)
                if not waits[caller]:
                    ends.append(caller)
        if waits:
            names = ", ".join(visible(_op_name(op), 60) for op in list(waits)[:5])
            what = f"Functions of the model call themselves, so that they never end: {names}."
            hint = "Do not run this model: a runtime may hang on it."
            self._notes.add(Finding("warning", "functions", what, hint))


def _op_name(op: Op) -> str:
    return f"{op[0]}.{op[1]}" if op[0] not in ("", "ai.onnx") else op[1]
