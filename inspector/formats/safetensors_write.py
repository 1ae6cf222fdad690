"""Writing safetensors: one flat mapping of dense tensors, and text metadata.

Rules of safetensors/src/tensor.rs: row-major, little-endian, offsets without holes, header padded
with spaces to 8 bytes. No sharing: tied tensors are written once for each name.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.state_dict import StateDict
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Attribute, Names, Path, children, children_for_walk
from inspector.describe import plural, visible
from inspector.errors import Sentence, Unsupported, in_one, say
from inspector.formats.safetensors import DTYPE_NAMES, METADATA
from inspector.formats.torch_emission import container_losses, is_about
from inspector.inert import UNSET, Dict, lookup, pairs
from inspector.progress import Progress
from inspector.savefile import SaveFile

_CODES = {name: code for code, name in DTYPE_NAMES.items()} | {"float4_e2m1fn_x2": "F4"}
_ALIGNMENT = 8


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes into the file, and what cannot.

    Attributes:
        tensors: Name -> tensor, in the order written.
        metadata: Text -> text.
        losses: Sentences: what the source holds and safetensors cannot.
    """

    tensors: dict[str, Tensor]
    metadata: dict[str, str]
    losses: list[Sentence]


def plan(checkpoint: Checkpoint, contents: Contents) -> Plan:
    """Choose the tensors: the only state_dict of weights, or every tensor by its dotted path.

    Raises:
        Unsupported: There is no tensor at all.
    """
    losses: list[Sentence] = []
    chosen = contents.weights[0] if len(contents.weights) == 1 else None
    entries = chosen.entries if chosen is not None else contents.tensors
    if not entries:
        raise Unsupported(
            say("There is no tensor to write."), hint=say("safetensors holds only tensors.")
        )
    tensors: dict[str, Tensor] = {}
    for entry in entries:
        key = entry.key if chosen is not None else None
        name = key if key is not None else ".".join(str(part) for part in entry.path)
        why = refusal(entry.tensor)
        if why is None and name in tensors:
            why = say("another tensor has this name")
        if why is not None:
            losses.append(say("'{name}' ({why})", name=visible(name, 100), why=why))
        else:
            tensors[name] = entry.tensor
    _add_losses(checkpoint, contents, chosen, tensors, losses)
    ordered = dict(sorted(tensors.items(), key=lambda item: (-item[1].dtype.itemsize, item[0])))
    return Plan(ordered, _metadata(checkpoint), losses)


def refusal(tensor: Tensor) -> Sentence | None:
    """Why safetensors cannot hold a tensor, or None."""
    if tensor.trouble is not None:
        return say("its values cannot be read")
    if tensor.is_wrapper:
        return say("a {name}", name=visible(tensor.class_name.rpartition(".")[2], 100))
    if tensor.layout != "strided" or tensor.storage is None or tensor.shape is None:
        return say("layout {layout}", layout=tensor.layout)
    if tensor.quantization is not None:
        return say("quantized")
    if tensor.dtype.name in _CODES:
        return None
    return say("dtype {dtype}", dtype=tensor.dtype.name)


def _add_losses(
    checkpoint: Checkpoint,
    contents: Contents,
    chosen: StateDict | None,
    tensors: dict[str, Tensor],
    losses: list[Sentence],
) -> None:
    tied = len(tensors) - len({id(tensor.storage) for tensor in tensors.values()})
    if tied:
        losses.append(
            say("that {tensors} share memory with others", tensors=plural(tied, "tensor"))
        )
    for optimizer in contents.optimizers:
        groups = plural(len(optimizer.groups), "param_group")
        losses.append(say("the optimizer ({groups})", groups=groups))
    losses += [loss for loss in container_losses(checkpoint) if METADATA not in loss]
    others = _others(checkpoint.root, () if chosen is None else chosen.path)
    if others:
        shown = ", ".join(visible(name, 40) for name in others[:8])
        losses.append(in_one([f"{shown}, …" if len(others) > 8 else shown]))


def _others(root: Any, path: Path) -> list[str]:
    """The names of what lies beside the mapping at `path`, or in it and is no tensor of its own."""
    found, at, node = [], "", root
    for element in path:
        inside = children(node)
        found += [f"{at}{name}" for name, _ in inside if name != element]
        node = next(value for name, value in inside if name == element)
        at += f"{element}."
    return found + [
        f"{at}{name}"
        for name, value in children_for_walk(node)
        if isinstance(name, Attribute) or not (isinstance(value, Tensor) or is_about(name))
    ]


def _metadata(checkpoint: Checkpoint) -> dict[str, str]:
    found = lookup(checkpoint.root, METADATA) if isinstance(checkpoint.root, Names) else UNSET
    listed = pairs(found.flat) if isinstance(found, Dict) else ()
    metadata = {key: value for key, value in listed if isinstance(key, str)}
    return {"format": "pt"} | {k: v for k, v in metadata.items() if isinstance(v, str)}


def write(chosen: Plan, save: SaveFile, progress: Progress) -> None:
    """Append the file to `save`.

    Raises:
        CorruptFile: A tensor's bytes are missing.
        CannotSave: The disk is full or fails.
        Cancelled: From `progress`.
    """
    header: dict[str, Any] = {METADATA: chosen.metadata}
    end = 0
    for name, tensor in chosen.tensors.items():
        shape = list(tensor.shape or ())
        if tensor.dtype.name == "float4_e2m1fn_x2" and shape:
            shape[-1] *= 2  # safetensors counts 4-bit values, torch pairs of them
        begin, end = end, end + (tensor.nbytes or 0)
        code = _CODES[tensor.dtype.name]
        header[name] = {"dtype": code, "shape": shape, "data_offsets": [begin, end]}
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":"))
    data = text.encode("utf-8", "surrogatepass")
    data += b" " * (-len(data) % _ALIGNMENT)
    save.write(struct.pack("<Q", len(data)) + data)
    for tensor in chosen.tensors.values():
        for piece in tensor.row_major():
            progress.report(save.size, end, say("writing"))
            save.write(piece)
