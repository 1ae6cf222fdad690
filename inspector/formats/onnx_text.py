"""ONNX models as text: ONNX's own syntax (.onnxtxt) and protobuf's text format (.pbtxt).

Both are parsed by the libraries that define them, and read on as the bytes they stand for.
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspector.bytesource import BytesSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.describe import visible
from inspector.errors import CorruptFile, LimitExceeded, say
from inspector.formats import onnx_model
from inspector.formats.reading import Reading
from inspector.remedies import DAMAGED_OR_HOSTILE

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
            say(
                "{name} is a text of {n} bytes; at most {most} are parsed.",
                name=source.name,
                n=source.size,
                most=most,
            ),
            where=source.name,
            hint=say("Save the model in the binary form (.onnx)."),
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
                say(
                    "{name} has more than {n} brackets inside each other at byte {at}.",
                    name=name,
                    n=_MAX_BRACKETS,
                    at=found.start(),
                ),
                where=say("byte {at}", at=found.start()),
                hint=DAMAGED_OR_HOSTILE,
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
            say("{name} is no ONNX text that can be parsed: {why}", name=name, why=reason),
            where=name,
            hint=say("The file is damaged or incomplete, or was edited by hand."),
        ) from error
