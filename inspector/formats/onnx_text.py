"""ONNX models as text: ONNX's own syntax (.onnxtxt) and protobuf's text format (.pbtxt).

Both are parsed by the libraries that define them, and read on as the bytes they stand for.
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspector.bytesource import BytesSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.describe import visible
from inspector.errors import CorruptFile, LimitExceeded
from inspector.formats import onnx_model
from inspector.formats.reading import Reading

# protobuf's text parser is Python and reads about 1 MB a second; onnx's is C++.
_MOST_BYTES = {"textproto": 6_000_000, "onnxtxt": 8_000_000}
# onnx's parser recurses until the process dies. Brackets in texts and comments do not count.
_MAX_BRACKETS = 200
_SYNTAX = re.compile(rb'"(?:[^"\\]|\\.)*+\\?(?:"|\Z)|#[^\n]*|[(\[{<>}\])]', re.DOTALL)
_OPENING = b"([{<"


def read(reading: Reading) -> Checkpoint:
    """The checkpoint of a model in text form, as `onnx_model.read` gives it.

    Raises:
        CorruptFile: The text cannot be parsed.
        LimitExceeded: It is too long, or too deeply nested, to be parsed.
    """
    source = reading.source
    text = source.head(_MOST_BYTES["onnxtxt"] + 1)
    is_syntax = text.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    form = "onnxtxt" if is_syntax else "textproto"
    most = min(_MOST_BYTES[form], reading.limits.header_bytes)
    if source.size > most:
        raise LimitExceeded(
            f"{source.name} is a text of {source.size:,} bytes; at most {most:,} are parsed.",
            where=source.name,
            hint="Save the model in the binary form (.onnx).",
        )
    if is_syntax:
        _check_nesting(text, source.name)
    binary = BytesSource(_binary(text, form, source.name), source.name)
    checkpoint = onnx_model.read(replace(reading, source=binary))
    checkpoint.facts["text_form"] = form
    checkpoint.size += source.size - binary.size
    return checkpoint


def _check_nesting(text: bytes, name: str) -> None:
    depth = 0
    for found in _SYNTAX.finditer(text):
        mark = found[0]
        if len(mark) == 1 and mark not in b'"#':
            depth += 1 if mark in _OPENING else -1
        if depth > _MAX_BRACKETS:
            raise LimitExceeded(
                f"{name} has more than {_MAX_BRACKETS} brackets inside each other at byte "
                f"{found.start():,}.",
                where=f"byte {found.start():,}",
                hint="The file is damaged, or was made to confuse its reader.",
            )


def _binary(text: bytes, form: str, name: str) -> bytes:
    """The model as a serialized ModelProto."""
    import onnx
    from onnx import parser

    try:
        if form == "onnxtxt":
            model = parser.parse_model(text.decode("utf-8-sig"))
        else:
            model = onnx.load_model_from_string(text.decode("utf-8-sig"), form)
        return bytes(model.SerializeToString())
    except Exception as error:  # the parsers raise kinds of their own, and ValueError
        said = error.args[0] if error.args else ""
        reason = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(error)
        reason = visible(" ".join(reason[:200].split()))
        raise CorruptFile(
            f"{name} is no ONNX text that can be parsed: {reason}",
            where=name,
            hint="The file is damaged or incomplete, or was edited by hand.",
        ) from error
