"""safetensors files and the index of a sharded set, honest and not.

Layout: u64 length, JSON header, data; safetensors/src/tensor.rs.
"""

from __future__ import annotations

import json
import struct
from typing import Any

CODES = {
    "float64": "F64",
    "float32": "F32",
    "float16": "F16",
    "bfloat16": "BF16",
    "int64": "I64",
    "int32": "I32",
    "int16": "I16",
    "int8": "I8",
    "uint8": "U8",
    "bool": "BOOL",
}


def with_header(header: str | bytes, data: bytes = b"", length: int | None = None) -> bytes:
    """A file with this very header; `length` is what the file claims of it."""
    raw = header.encode() if isinstance(header, str) else header
    return struct.pack("<Q", len(raw) if length is None else length) + raw + data


def entry(dtype: str, shape: tuple[int, ...], begin: int, end: int) -> dict[str, Any]:
    """A tensor of the header; `dtype` in the format's own spelling."""
    return {"dtype": dtype, "shape": list(shape), "data_offsets": [begin, end]}


def safetensors(
    tensors: dict[str, tuple[str, tuple[int, ...], bytes]],
    metadata: dict[str, str] | None = None,
) -> bytes:
    """Name -> (torch dtype, shape, row-major bytes), laid out one after the other."""
    header: dict[str, Any] = {} if metadata is None else {"__metadata__": metadata}
    data = b""
    for name, (dtype, shape, content) in tensors.items():
        header[name] = entry(CODES[dtype], shape, len(data), len(data) + len(content))
        data += content
    text = json.dumps(header, separators=(",", ":"))
    return with_header(text + " " * (-len(text) % 8), data)


def sharded_index(weight_map: dict[str, str], metadata: dict[str, Any] | None = None) -> bytes:
    """The index.json that save_pretrained writes."""
    return json.dumps({"metadata": metadata or {}, "weight_map": weight_map}, indent=2).encode()
