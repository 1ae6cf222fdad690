"""ONNX models written field by field, so that they may also say what no library would write.

Field numbers: onnx/onnx.proto. Messages are bytes; `field` puts one into another.
"""

from __future__ import annotations

from collections.abc import Iterable

FLOAT, INT64, STRING = 1, 7, 8
EXTERNAL = 1


def varint(value: int) -> bytes:
    """A number; negative ones as int64."""
    value %= 1 << 64
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*encoded, value])


def field(number: int, value: int | str | bytes) -> bytes:
    """A varint field, or one of text or bytes."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def fixed(number: int, data: bytes) -> bytes:
    """A fixed32 or fixed64 field."""
    return varint(number << 3 | (5 if len(data) == 4 else 1)) + data


def fields(number: int, values: Iterable[int | str | bytes]) -> bytes:
    """One field for each value."""
    return b"".join(field(number, value) for value in values)


def packed(values: Iterable[int]) -> bytes:
    """Numbers of a packed field."""
    return b"".join(varint(value) for value in values)


def pair(key: str, value: str | bytes) -> bytes:
    """A StringStringEntryProto."""
    return field(1, key) + field(2, value)


def tensor(name: str, dims: Iterable[int], data_type: int, *rest: bytes) -> bytes:
    """A TensorProto without data but what `rest` adds: `raw`, `external`, typed fields."""
    return fields(1, dims) + field(2, data_type) + field(8, name) + b"".join(rest)


def raw(data: bytes) -> bytes:
    """raw_data of a TensorProto."""
    return field(9, data)


def external(**entries: str | bytes | int) -> bytes:
    """external_data of a TensorProto."""
    texts = {key: str(entry) if isinstance(entry, int) else entry for key, entry in entries.items()}
    return fields(13, (pair(key, text) for key, text in texts.items())) + field(14, EXTERNAL)


def attribute(name: str, *rest: bytes) -> bytes:
    """An AttributeProto."""
    return field(1, name) + b"".join(rest)


def node(
    op_type: str,
    *attributes: bytes,
    name: str = "",
    outputs: Iterable[str] = (),
    domain: str = "",
) -> bytes:
    """A NodeProto, in the order that the protobuf library writes."""
    head = fields(2, outputs) + (field(3, name) if name else b"") + field(4, op_type)
    return head + fields(5, attributes) + (field(7, domain) if domain else b"")


def graph(nodes: Iterable[bytes] = (), initializers: Iterable[bytes] = (), *rest: bytes) -> bytes:
    """A GraphProto."""
    return fields(1, nodes) + field(2, "g") + fields(5, initializers) + b"".join(rest)


def function(domain: str, name: str, nodes: Iterable[bytes]) -> bytes:
    """A FunctionProto."""
    return field(1, name) + fields(7, nodes) + field(10, domain)


def value_info(name: str, data_type: int, dims: Iterable[int | str]) -> bytes:
    """A ValueInfoProto of a tensor; "" is a dimension that says nothing."""
    sizes = (field(2 if isinstance(dim, str) else 1, dim) if dim != "" else b"" for dim in dims)
    kind = field(1, data_type) + field(2, fields(1, sizes))
    return field(1, name) + field(2, field(1, kind))


OPSET = field(8, field(1, "") + field(2, 17))


def model(main: bytes, *rest: bytes, opset: bytes = OPSET) -> bytes:
    """A ModelProto; `rest` comes before the opset, so that no cut file seems whole."""
    return field(1, 8) + field(2, "tests") + field(7, main) + b"".join(rest) + opset
