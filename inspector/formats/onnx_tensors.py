"""From ONNX's TensorProto and SparseTensorProto to tensors that were found, not read.

Field numbers and rules: onnx/onnx.proto of ONNX 1.23.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import prod

from inspector.bytesource import ByteSource, BytesSource, Window
from inspector.checkpoint.dtype import DTYPES, UNKNOWN
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.describe import visible
from inspector.errors import (
    CorruptFile,
    Finding,
    InspectorError,
    Unsupported,
    say,
)
from inspector.formats.onnx_external import Beside
from inspector.formats.onnx_notes import MAX_FINDINGS, Notes
from inspector.formats.onnx_proto import (
    FLOAT,
    MAX_DIMS,
    STRING,
    Proto,
    Run,
    check,
    mismatch,
    possible_shape,
)
from inspector.formats.onnx_wire import (
    DAMAGED,
    FIXED32,
    FIXED64,
    VARINT,
    Joined,
    Varints,
    Wire,
    signed,
    tags,
)

# The typed field that holds the values of a data type; all others are in int32_data (5).
_TYPED_FIELDS = {1: 4, 14: 4, 7: 7, 11: 10, 15: 10, 12: 11, 13: 11}

MAX_TEXTS, _MAX_TEXT_BYTES = 1000, 64 << 10
# A Tensor, its Storage or its problem take as much memory as so many fields.
OBJECT_CHARGE = 16


# TensorProto, and the typed fields: packed, or one number each.
T_DIM, T_TYPE, _T_LOCATION = tags(1, 2, 14, wire=VARINT)
_T_DIMS, _T_STRING, _T_NAME, _T_RAW, _T_EXTERNAL = tags(1, 6, 8, 9, 13)
_T_PACKED = tags(4, 5, 7, 10, 11)
_T_SINGLE = [*tags(4, wire=FIXED32), *tags(10, wire=FIXED64), *tags(5, 7, 11, wire=VARINT)]
_T_NUMBERS = frozenset([*_T_PACKED, *_T_SINGLE])
# SparseTensorProto.
_S_VALUES, _S_INDICES, _S_DIMS = tags(1, 2, 3)
_S_DIM = tags(3, wire=VARINT)[0]


class TextTensor(Tensor):
    """A tensor of strings.

    Attributes:
        items: Its texts, row by row: the first 1,000 of them, or 64 kB.
    """

    def __init__(self, shape: tuple[int, ...], items: list[str]) -> None:
        super().__init__(DTYPES["string"], shape, contiguous_stride(shape))
        self.items = items
        self.problem = Unsupported(say("A string tensor holds texts, not numbers."))


class Tensors:
    """From TensorProto to Tensor. What is wrong with one is its `problem`, and noted."""

    def __init__(self, wire: Wire, beside: Beside, notes: Notes) -> None:
        self._wire = wire
        self._beside = beside
        self._notes = notes
        self._odd_keys: set[str] = set()

    def read(self, start: int, end: int, place: str, name: str = "") -> tuple[str, Tensor]:
        """(name, tensor) of the TensorProto there; `name` where given, else its own."""
        proto = Proto()
        self._wire.charge(OBJECT_CHARGE)
        broken = self._follow(proto, start, end)
        name = name or proto.name or "<unnamed>"
        proto.name = name
        return name, self._tensor(proto, f"{place} / {visible(name, 200)}", broken)

    def read_sparse(self, start: int, end: int, place: str, name: str = "") -> tuple[str, Tensor]:
        """As `read`, of a SparseTensorProto."""
        proto, parts = Proto(), dict[str, Tensor]()
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
        self._wire.charge(OBJECT_CHARGE)
        dtype = parts["<values>"].dtype if "<values>" in parts else UNKNOWN
        tensor = Tensor(dtype, possible_shape(proto.dims), None, None)
        tensor.layout = "sparse_coo"
        tensor.parts = {part: parts[part] for part in ("<indices>", "<values>") if part in parts}
        if len(parts) < 2 or tensor.shape is None:
            what = say(
                "The sparse tensor '{name}' lacks values, indices or a shape.",
                name=visible(name, 200),
            )
            tensor.problem = CorruptFile(what, where=place, hint=DAMAGED)
            self._notes.broke(tensor.problem)
        return name, tensor

    def numbers(self, name: str, runs: list[Run], data_type: int, is_scalar: bool) -> Tensor:
        """The tensor of an attribute's floats or ints."""
        self._wire.charge(OBJECT_CHARGE)
        proto = Proto(name, data_type=data_type, runs={_TYPED_FIELDS[data_type]: runs})
        source = self._encoded(proto)
        if not is_scalar:
            proto.dims = [source.size // 4 if data_type == FLOAT else _count_varints(source)]
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

    def _follow(self, proto: Proto, start: int, end: int) -> InspectorError | None:
        """Fill `proto`; returns why that ended early."""
        try:
            for found in self._wire.fields(start, end):
                tag, first, last = found
                if tag in (T_DIM, _T_DIMS):
                    self._add_dims(proto.dims, tag == _T_DIMS, first, last)
                elif tag == T_TYPE:
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

    def _follow_rare(self, proto: Proto, tag: int, first: int, last: int) -> None:
        if tag == _T_LOCATION:
            proto.data_location = first
        elif tag == _T_STRING:
            proto.text_count += 1
            if proto.text_count <= MAX_TEXTS:
                proto.texts.append((first, last))
        elif tag == _T_EXTERNAL:
            key, value = read_pair(self._wire, first, last)
            if key in ("location", "offset", "length", "checksum", "basepath"):
                proto.external[key] = value
            elif key not in self._odd_keys and len(self._odd_keys) < MAX_FINDINGS:
                self._odd_keys.add(key)
                what = say(
                    "external_data has a key '{key}', which was ignored.", key=visible(key, 100)
                )
                self._notes.add(Finding("info", visible(proto.name, 200) or None, what))

    def _add_dims(self, dims: list[int], is_packed: bool, first: int, last: int) -> None:
        if not is_packed:
            dims.append(signed(first))
        else:
            value = shift = 0
            for byte in self._wire.data(first, min(last, first + 10 * MAX_DIMS + 1)):
                value |= (byte & 0x7F) << shift
                shift += 7
                if byte < 0x80:
                    dims.append(signed(value & (1 << 64) - 1))
                    value = shift = 0
        del dims[MAX_DIMS + 1 :]

    def _tensor(self, proto: Proto, where: str, broken: InspectorError | None = None) -> Tensor:
        sizes = possible_shape(proto.dims)
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
            check(proto, sizes, where)
            assert sizes is not None
            if proto.data_type == STRING and source is None:
                return self._text_tensor(proto, sizes, where)
            tensor.storage = self._storage(proto, prod(sizes), source, where)
        except InspectorError as error:
            tensor.problem = error
            self._notes.broke(error)
        return tensor

    def _text_tensor(self, proto: Proto, sizes: tuple[int, ...], where: str) -> Tensor:
        tensor = self.texts(proto.texts, sizes)
        if prod(sizes) != proto.text_count:
            tensor.problem = mismatch(proto, prod(sizes), say("texts"), proto.text_count, where)
            self._notes.broke(tensor.problem)
        return tensor

    def _storage(self, proto: Proto, numel: int, source: ByteSource | None, where: str) -> Storage:
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
                raise mismatch(proto, need, say("bytes"), end - start, where)
            stored = Storage(proto.name, dtype, need, None, self._wire.source, start)
        else:
            stored = self._typed_storage(proto, numel, need, where)
        if need < dtype.nbytes(numel):
            stored = _padded(stored, dtype.nbytes(numel))
        return stored

    def _typed_storage(self, proto: Proto, numel: int, need: int, where: str) -> Storage:
        dtype, encoded = proto.dtype, self._encoded(proto)
        if _TYPED_FIELDS.get(proto.data_type) in (4, 10):
            if encoded.size != need:
                raise mismatch(proto, need, say("bytes"), encoded.size, where)
            if isinstance(encoded, Window):
                return Storage(proto.name, dtype, need, None, encoded.parent, encoded.start)
            return Storage(proto.name, dtype, need, None, encoded)
        if dtype.itemsize == 3 and numel:
            raise Unsupported(say("6-bit numbers are only read from raw_data."), where=where)
        count = need if dtype.per_item > 1 else numel  # 4- and 2-bit types: one number per byte
        if not count <= encoded.size <= 10 * count:
            raise mismatch(
                proto, count, say("numbers"), encoded.size, where, say("bytes of typed data")
            )
        values = Varints(encoded, count, dtype.itemsize, visible(proto.name, 200))
        return Storage(proto.name, dtype, need, None, values)

    def _encoded(self, proto: Proto) -> ByteSource:
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


def read_pair(wire: Wire, start: int, end: int) -> tuple[str, str]:
    """(key, value) of a StringStringEntryProto."""
    texts = {1: "", 2: ""}
    for tag, first, last in wire.fields(start, end):
        if tag in (_P_KEY, _P_VALUE):
            texts[tag >> 3] = wire.text(first, last)
    return texts[1], texts[2]


_P_KEY, _P_VALUE = tags(1, 2)
