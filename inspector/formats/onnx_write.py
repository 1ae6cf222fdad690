"""Writing ONNX: the model's own bytes, with other metadata and other values of initializers.

The graph is never built anew: every field is copied as it is, the texts and numbers beside the
graph are taken from the tree, and an initializer's values are written over the old ones, which
have the same dtype and shape. So nothing of a model can be lost that this version does not know.
Field numbers: onnx/onnx.proto, ModelProto.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inspector.bytesource import ByteSource, FileSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.tensor import Tensor
from inspector.describe import visible
from inspector.errors import Sentence, Unsupported, say
from inspector.formats import onnx_model
from inspector.formats.onnx_wire import LEN, VARINT, Wire, tags
from inspector.formats.reading import Reading
from inspector.inert import UNSET, Dict, flat_items, lookup, pairs
from inspector.progress import Progress
from inspector.savefile import SaveFile

_NUMBERS = {"ir_version": 1, "model_version": 5}
_TEXTS = {"producer_name": 2, "producer_version": 3, "domain": 4, "doc_string": 6}
_PROPS = 14
_EDITABLE = frozenset([*_NUMBERS, *_TEXTS, "metadata_props", "graph"])


@dataclass
class Plan:
    """What is written differently.

    Attributes:
        source: The model file as it was opened.
        root: The tree after the edits.
        patches: (first byte in the file, bytes, new tensor), in order.
        beside: Files of external data that the model reads.
    """

    source: FileSource
    root: Any
    patches: list[tuple[int, int, Tensor]] = field(default_factory=list)
    beside: list[Path] = field(default_factory=list)


def plan(checkpoint: Checkpoint) -> Plan:
    """Find out what changed since the file was opened.

    Raises:
        Unsupported: The source is no plain .onnx file, or something changed that only a rebuilt
            graph could hold.
    """
    source = checkpoint.sources[0] if checkpoint.sources else None
    wrapped = {"compression", "wrapper", "text_form"} & checkpoint.facts.keys()
    if checkpoint.format != "onnx" or not isinstance(source, FileSource) or wrapped:
        raise Unsupported(
            say("Only a plain .onnx file can be saved as ONNX: its graph is copied from there."),
            hint=say("Save as zip or safetensors."),
        )
    reading = Reading(source.path, source, sources=[])
    before = onnx_model.read(reading)
    found = Plan(source, checkpoint.root)
    try:
        _compare(before.root, found)
        found.beside = [opened.path for opened in reading.sources if isinstance(opened, FileSource)]
    finally:
        before.close()
    return found


def _compare(before: Any, found: Plan) -> None:
    for key, old in pairs(before.flat):
        new = lookup(found.root, key)
        if key == "graph":
            _compare_tensors(old, new, found)
        elif key not in _EDITABLE and not same(old, new):
            raise _refused(say("'{key}' was changed", key=key))


def _compare_tensors(old: Any, new: Any, found: Plan) -> None:
    tensors = dict(pairs(flat_items(new) or []))
    names = [name for name, _ in pairs(old.flat)]
    if list(tensors) != names:
        odd = next((n for n in [*tensors, *names] if (n in tensors) != (n in names)), None)
        if odd is None:
            raise _refused(say("the order of the initializers was changed"))
        raise _refused(
            say(
                "the initializer '{name}' was renamed, added or dropped",
                name=visible(str(odd), 100),
            )
        )
    for name, tensor in pairs(old.flat):
        other = tensors[name]
        if isinstance(tensor, Tensor) and isinstance(other, Tensor):
            _compare_tensor(str(name), tensor, other, found)
        elif not same(tensor, other):
            raise _refused(say("the subgraph '{name}' was changed", name=visible(str(name), 100)))


def _compare_tensor(name: str, old: Tensor, new: Tensor, found: Plan) -> None:
    if _place(old) == _place(new) and old.dtype is new.dtype and old.shape == new.shape:
        return
    shown = visible(name, 100)
    if old.dtype is not new.dtype or old.shape != new.shape:
        raise _refused(
            say("'{name}' has another dtype or shape, which its nodes do not expect", name=shown)
        )
    storage = old.storage
    at = None
    if storage is not None and storage.source is found.source:
        at = storage.source.absolute(storage.offset)
    if at is None or storage is None or storage.nbytes != old.nbytes:
        raise _refused(
            say("the values of '{name}' are not stored as plain bytes in this file", name=shown)
        )
    found.patches.append((at, storage.nbytes, new))


def _place(tensor: Tensor) -> Any:
    """Where the bytes are: equal for the same bytes of the same file."""
    storage = tensor.storage
    if storage is None or storage.source is None:
        return None
    source: ByteSource = storage.source
    return getattr(source, "path", source.name), storage.offset, storage.nbytes


def _refused(what: Sentence) -> Unsupported:
    return Unsupported(
        say("The ONNX graph cannot be written: {what}.", what=what),
        hint=say(
            "Metadata and the values of initializers can be saved; for the rest use another format."
        ),
    )


def same(a: Any, b: Any) -> bool:
    """Equal structure and plain values; tensors by where their bytes are."""
    if isinstance(a, Tensor) or isinstance(b, Tensor):
        both = isinstance(a, Tensor) and isinstance(b, Tensor)
        return both and a.shape == b.shape and _place(a) == _place(b)
    if isinstance(a, Dict) or isinstance(b, Dict):
        both = isinstance(a, Dict) and isinstance(b, Dict)
        return both and same(a.flat, b.flat)
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    return a is b or (type(a) is type(b) and bool(a == b))


def write(found: Plan, save: SaveFile, progress: Progress) -> None:
    """Append the model to `save`.

    Raises:
        CorruptFile: A tensor's bytes are missing.
        CannotSave: The disk is full or fails.
        Cancelled: From `progress`.
    """
    skipped = {*tags(*_NUMBERS.values(), wire=VARINT), *tags(*_TEXTS.values(), _PROPS)}
    save.write(b"".join(_facts(found.root)))
    patches = sorted(found.patches, key=lambda patch: patch[0])
    for tag, first, last in Wire(found.source).fields(0, found.source.size):
        if tag in skipped:
            continue
        if tag & 7 == LEN:
            save.write(_varint(tag) + _varint(last - first))
            _copy(found.source, first, last, patches, save, progress)
        elif tag & 7 == VARINT:
            save.write(_varint(tag) + _varint(first))
        else:
            save.write(_varint(tag) + found.source.read(first, last - first))


def _facts(root: Any) -> Iterator[bytes]:
    """The fields beside the graph, as the tree has them now."""
    for key, number in sorted({**_NUMBERS, **_TEXTS}.items(), key=lambda item: item[1]):
        value = lookup(root, key)
        if isinstance(value, int) and key in _NUMBERS:
            yield _varint(number << 3 | VARINT) + _varint(value & (1 << 64) - 1)
        elif isinstance(value, str) and key in _TEXTS:
            yield _text(number, value)
        elif value is not UNSET:
            raise _refused(say("'{key}' cannot be {type}", key=key, type=type(value).__name__))
    for key, value in pairs(flat_items(lookup(root, "metadata_props")) or []):
        if not isinstance(key, str) or not isinstance(value, str):
            raise _refused(say("the metadata '{key}' is no text", key=visible(str(key), 60)))
        inner = _text(1, key) + _text(2, value)
        yield _varint(_PROPS << 3 | LEN) + _varint(len(inner)) + inner


def _copy(
    source: ByteSource,
    first: int,
    last: int,
    patches: list[tuple[int, int, Tensor]],
    save: SaveFile,
    progress: Progress,
) -> None:
    """Bytes of the source, with new values over those of changed initializers."""
    at = first
    for place, nbytes, tensor in patches:
        if first <= place < last:
            save.copy(source, at, place - at, progress, say("writing"))
            for piece in tensor.row_major(progress):
                save.write(piece)
            at = place + nbytes
    save.copy(source, at, last - at, progress, say("writing"))


def _text(number: int, value: str) -> bytes:
    data = value.encode("utf-8", "surrogatepass")
    return _varint(number << 3 | LEN) + _varint(len(data)) + data


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
