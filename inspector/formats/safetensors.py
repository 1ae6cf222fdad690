"""safetensors: a JSON header and the tensors' bytes. Read without the library.

Layout: u64 header length N, N bytes of JSON {name: {dtype, shape, data_offsets}}, then the data;
safetensors/src/tensor.rs. What the library refuses (holes, overlaps, trailing bytes) is opened and
said, as far as the numbers stay inside the file.
"""

from __future__ import annotations

import struct
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.dtype import DTYPES, UNKNOWN, DType
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.checkpoint.tree import Names
from inspector.describe import plural, visible
from inspector.errors import CorruptFile, Finding, Sentence, finding_of, say
from inspector.formats.json_text import DuplicateKey, parse_json
from inspector.formats.reading import Reading
from inspector.remedies import DAMAGED_OR_CUT, FETCH_AGAIN

# safetensors/src/tensor.rs, Dtype.
DTYPE_NAMES = {
    "BOOL": "bool",
    "U8": "uint8",
    "I8": "int8",
    "I16": "int16",
    "U16": "uint16",
    "I32": "int32",
    "U32": "uint32",
    "I64": "int64",
    "U64": "uint64",
    "F16": "float16",
    "BF16": "bfloat16",
    "F32": "float32",
    "F64": "float64",
    "C64": "complex64",
    "F8_E4M3": "float8_e4m3fn",
    "F8_E5M2": "float8_e5m2",
    "F8_E4M3FNUZ": "float8_e4m3fnuz",
    "F8_E5M2FNUZ": "float8_e5m2fnuz",
    "F8_E8M0": "float8_e8m0fnu",
    "F4": "float4_e2m1",
    "F6_E2M3": "float6_e2m3",
    "F6_E3M2": "float6_e3m2",
}
_LENGTH = struct.Struct("<Q")
METADATA = "__metadata__"
_MAX_DIMS = 1000
_INTEGERS = frozenset({int})
# (dtype, shape) as the header has them -> dtype, shape, stride and bytes of such a tensor
_Layouts = dict[
    tuple[str, tuple[int, ...]], tuple[DType, tuple[int, ...], tuple[int, ...] | None, int]
]


def read(reading: Reading) -> Checkpoint:
    """Read the header; no tensor byte is touched.

    Raises:
        CorruptFile: The header is cut off or no JSON.
        LimitExceeded: It is longer than 100 MB, the library's own limit.
    """
    header, start = read_header(reading)
    flat, spans = _tensors(reading, header, start)
    _check_layout(reading, spans, start)
    metadata = header.get(METADATA)
    _check_metadata(reading, metadata)
    root = Names(flat, "state_dict")
    if isinstance(metadata, dict):
        root.flat += [METADATA, Names([part for pair in metadata.items() for part in pair])]
    return reading.finish(root, "safetensors", None, header_bytes=start - _LENGTH.size)


def read_header(reading: Reading) -> tuple[dict[str, Any], int]:
    """(the JSON header, offset of the data).

    Raises:
        CorruptFile: It is not there, or no JSON object.
    """
    source = reading.source
    (length,) = _LENGTH.unpack(source.read(0, _LENGTH.size))
    if length > source.size - _LENGTH.size:
        raise CorruptFile(
            say(
                "The header of {name} should have {n} bytes, but the file has {size}.",
                name=source.name,
                n=length,
                size=source.size,
            ),
            hint=FETCH_AGAIN,
        )
    try:
        header = parse_json(source, reading.limits, _LENGTH.size, length)
    except DuplicateKey as error:
        reading.find(Finding("danger", error.where, error.message, error.hint))
        raise
    if not isinstance(header, dict):
        raise CorruptFile(say("The header of {name} is no JSON object.", name=source.name))
    return header, _LENGTH.size + length


def _tensors(
    reading: Reading, header: dict[str, Any], start: int
) -> tuple[list[Any], list[tuple[int, int]]]:
    """(names and tensors by turns, the bytes (first, end) of those that have some).

    Large models have some ten shapes among 100,000 tensors: one whose dtype and shape were found
    to be good before takes half the time of `_tensor`.
    """
    source, size = reading.source, reading.source.size - start
    flat: list[Any] = []
    spans: list[tuple[int, int]] = []
    known: _Layouts = {}
    for at, (name, entry) in enumerate(header.items()):
        if at % 10_000 == 0:
            reading.progress.report(at, len(header), say("reading the header"))
        if name == METADATA:
            continue
        try:
            dims, (begin, end) = entry["shape"], entry["data_offsets"]
            dtype, shape, stride, nbytes = known[entry["dtype"], tuple(dims)]
        except (TypeError, KeyError, ValueError):
            is_good = False
        else:
            # 1.0 and True are equal to 1, but no sizes.
            is_good = type(dims) is list and type(begin) is type(end) is int
            is_good = is_good and _INTEGERS.issuperset(map(type, dims))
            is_good = is_good and end - begin == nbytes and begin >= 0 and end <= size
        if is_good:
            storage = Storage(name, dtype, nbytes, None, source, start + begin)
            flat += (name, Tensor(dtype, shape, stride, 0, storage))
            spans.append((start + begin, start + end))
            continue
        tensor = _tensor(reading, name, entry, start)
        flat += (name, tensor)
        if tensor.problem is None and tensor.shape is not None and tensor.storage is not None:
            layout = (tensor.dtype, tensor.shape, tensor.stride, tensor.storage.nbytes)
            known[entry["dtype"], tuple(entry["shape"])] = layout
            spans.append((tensor.storage.offset, tensor.storage.offset + tensor.storage.nbytes))
    return flat, spans


def _tensor(reading: Reading, name: str, entry: Any, start: int) -> Tensor:
    match entry:
        case {"dtype": str() as code, "shape": list(dims), "data_offsets": [begin, end]} if all(
            type(number) is int for number in (*dims, begin, end)
        ):
            dtype = DTYPES.get(DTYPE_NAMES.get(code, ""), UNKNOWN)
            problem = _complaint(reading, code, dims, begin, end, start)
            shape = tuple(dims) if len(dims) <= _MAX_DIMS else (0,)
        case _:
            code, dtype, shape, begin, end = "?", UNKNOWN, (0,), 0, 0
            problem = say("is not described as the format asks")
    if dtype.name == "float4_e2m1" and shape and shape[-1] % 2 == 0:
        # torch shows two 4-bit values as one element of a type of its own
        dtype, shape = DTYPES["float4_e2m1fn_x2"], (*shape[:-1], shape[-1] // 2)
    storage = Storage(name, dtype, max(end - begin, 0), None, reading.source, start + begin)
    tensor = Tensor(dtype, shape, contiguous_stride(shape), 0, storage)
    if problem is not None:
        tensor.problem = CorruptFile(
            say("Tensor '{name}' {what}.", name=visible(name, 200), what=problem),
            where=visible(name, 200),
            hint=DAMAGED_OR_CUT,
        )
        reading.find(finding_of(tensor.problem))
    return tensor


def _complaint(
    reading: Reading, code: str, dims: list[int], begin: int, end: int, start: int
) -> Sentence | None:
    if code not in DTYPE_NAMES:
        return say(
            "has the dtype '{dtype}', which this version does not know", dtype=visible(code, 40)
        )
    if len(dims) > _MAX_DIMS or any(dim < 0 for dim in dims):
        return say("has an impossible shape")
    if not 0 <= begin <= end:
        return say("lies at bytes {start} to {end}, which is no range", start=begin, end=end)
    dtype = DTYPES[DTYPE_NAMES[code]]
    numel = 1
    for dim in dims:
        numel *= dim
        if numel > 1 << 62:
            return say("claims more elements than can exist")
    if dtype.nbytes(numel) != end - begin:
        return say(
            "needs {n} bytes by its shape and has {found}",
            n=dtype.nbytes(numel),
            found=end - begin,
        )
    if start + end > reading.source.size:
        missing = start + end - reading.source.size
        return say("is cut off: {n} bytes are missing at the end of the file", n=missing)
    return None


def _check_layout(reading: Reading, spans: list[tuple[int, int]], start: int) -> None:
    """Tensors must follow each other without gap, and fill the file."""
    at = start
    holes = overlaps = 0
    for begin, end in sorted(spans):
        if begin == at:
            at = end
            continue
        if begin == end:
            continue
        holes += max(begin - at, 0)
        overlaps += max(at - begin, 0)
        at = max(at, end)
    if overlaps:
        reading.warn(
            say(
                "Tensors share {bytes}; the safetensors library refuses.",
                bytes=plural(overlaps, "byte"),
            )
        )
    if holes:
        reading.warn(
            say(
                "{bytes} between the tensors belong to none; the safetensors library refuses "
                "such a file.",
                bytes=plural(holes, "byte"),
            )
        )
    left = reading.source.size - at
    if left and not reading.broken:
        what = say(
            "{bytes} follow the last tensor; the safetensors library refuses.",
            bytes=plural(left, "byte"),
        )
        tail = reading.source.read(reading.source.size - min(left, 66_000), min(left, 66_000))
        if b"PK\5\6" in tail:
            what = say(
                "A zip archive is appended to the tensors; other programs may open that instead."
            )
        reading.warn(
            what,
            say("byte {at}", at=at),
            say("Do not trust what other programs read from this file."),
        )


def _check_metadata(reading: Reading, metadata: Any) -> None:
    if metadata is None:
        return
    if not isinstance(metadata, dict):
        reading.warn(say("The metadata is no mapping; the safetensors library refuses."), METADATA)
    elif not all(isinstance(value, str) for value in metadata.values()):
        reading.warn(say("A metadata value is no text; the safetensors library refuses."), METADATA)
