"""Recognising a container from its first bytes."""

from __future__ import annotations

import struct

from inspector.bytesource import ByteSource
from inspector.formats.torch_legacy import is_legacy

_COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd")
_TEXT_PICKLES = (b"(", b"c", b"]", b"}", b"I", b"L", b"S", b"V", b"N", b"F", b"1", b"K", b"X")
_END_OF_ZIP = b"PK\5\6"
_LATE_ZIP_TAIL = 66_000
_MAX_SAFETENSORS_HEADER = 100_000_000


def is_zip(head: bytes, source: ByteSource) -> bool:
    """PK\\3\\4, or the end record of an empty archive."""
    return head.startswith((b"PK\3\4", _END_OF_ZIP))


def is_tar(head: bytes, source: ByteSource) -> bool:
    """`ustar` at byte 257; tarfile's own test accepts a file of zeros."""
    return head[257:262] == b"ustar"


def is_compressed(head: bytes, source: ByteSource) -> bool:
    """gzip, bzip2, xz or zstandard."""
    return head.startswith(_COMPRESSED)


def is_torch_legacy(head: bytes, source: ByteSource) -> bool:
    """The magic number as the first pickle."""
    return is_legacy(head)


def is_safetensors(head: bytes, source: ByteSource) -> bool:
    """A plausible header length, then `{`."""
    if len(head) < 9 or head[8:9] != b"{":
        return False
    (length,) = struct.unpack_from("<Q", head)
    return 2 <= length <= _MAX_SAFETENSORS_HEADER or head[9:10] in b'"}'


def is_npy(head: bytes, source: ByteSource) -> bool:
    """numpy's .npy."""
    return head.startswith(b"\x93NUMPY")


def is_mobile_flatbuffer(head: bytes, source: ByteSource) -> bool:
    """torch mobile's flatbuffer form."""
    return head[4:8] == b"PTMF"


def is_sharded_index(head: bytes, source: ByteSource) -> bool:
    """JSON with a `weight_map`."""
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    return source.size < _MAX_SAFETENSORS_HEADER and b'"weight_map"' in source.read(0, source.size)


def is_onnx(head: bytes, source: ByteSource) -> bool:
    """A ModelProto whose top-level fields can be followed to the end."""
    from inspector.formats.onnx_wire import is_model

    return head[:1] in (b"\x08", b"\x12", b"\x1a", b"\x22", b"\x3a", b"\x42") and is_model(source)


def is_onnx_text(head: bytes, source: ByteSource) -> bool:
    """ONNX's textual syntax, or a text protobuf of a model."""
    text = head.lstrip()
    is_syntax = text.startswith(b"<") and b"ir_version" in text[:40]
    return is_syntax or text.startswith(b"ir_version:")


def is_dcp(head: bytes, source: ByteSource) -> bool:
    """The pickle called `.metadata` in a folder of torch.distributed.checkpoint."""
    return source.name == ".metadata" and head[:1] == b"\x80"


def is_pickle(head: bytes, source: ByteSource) -> bool:
    """A PROTO opcode, or the opcodes a text pickle begins with."""
    if head[:1] == b"\x80" and len(head) > 1:
        return True
    return head.startswith(_TEXT_PICKLES) and _looks_like_text_pickle(head)


def is_late_zip(head: bytes, source: ByteSource) -> bool:
    """Other bytes first, and the end record of a zip at the end."""
    size = min(source.size, _LATE_ZIP_TAIL)
    return _END_OF_ZIP in source.read(source.size - size, size)


def _looks_like_text_pickle(head: bytes) -> bool:
    """Whether the machine can follow the first opcodes of something without PROTO."""
    from inspector.pickling.machine import read_pickle

    result = read_pickle(head, "head")
    return result.error is None or result.end > min(len(head) // 2, 40)
