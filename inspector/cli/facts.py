"""A document as the JSON of `inspector show --json`; the keys are the command line's contract."""

from __future__ import annotations

import hashlib
import math
from typing import Any

from inspector.analysis.anatomy import Anatomy, anatomy
from inspector.analysis.tensor_stats import element_codes
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.objects import leaf_text, object_value, transparent
from inspector.checkpoint.optimizer import Optimizer
from inspector.checkpoint.state_dict import StateDict, TensorEntry
from inspector.checkpoint.tensor import Quantization, Tensor
from inspector.checkpoint.tree import Attribute, Path, children, is_module
from inspector.document import Document
from inspector.errors import Finding, InspectorError
from inspector.formats.numpy_objects import scalar_value
from inspector.inert import UNSET, BigNumber, ByteArray, Dict, Global, Object, Set

_BYTES_SHOWN = 4096
_TEXT_SHOWN = 1 << 20
_NODES_SHOWN = 500_000
_ALL_TEXT_SHOWN = 64 << 20
_DEPTH_SHOWN = 100


def document_facts(document: Document, with_hash: bool = False) -> dict[str, Any]:
    """The whole of `show --json`.

    Args:
        with_hash: Read every tensor and add the SHA-256 of its row-major bytes.
    """
    checkpoint, contents = document.checkpoint, document.contents
    numbers: dict[int, int] = {}
    totals = contents.totals
    return {
        "path": str(document.path),
        "size": checkpoint.size,
        "format": checkpoint.format,
        "format_version": checkpoint.format_version,
        "facts": checkpoint.facts,
        "tensors": [tensor_facts(entry, numbers, with_hash) for entry in contents.tensors],
        "arrays": [tensor_facts(entry, numbers, with_hash) for entry in contents.arrays],
        "state_dicts": [state_dict_facts(found) for found in contents.state_dicts],
        "optimizers": [optimizer_facts(found) for found in contents.optimizers],
        "metadata": _Metadata().of(checkpoint.root),
        "parameters": {
            "total": totals.total,
            "unique": totals.unique,
            "trainable": totals.trainable,
            "nbytes": totals.nbytes,
            "by_dtype": totals.by_dtype,
        },
        "sharing": sharing_facts(contents),
        **anatomy_facts(anatomy(checkpoint, contents)),
        "verdict": document.verdict,
        "globals": [{"name": used.name, "verdict": used.verdict} for used in checkpoint.globals],
        "findings": [finding_facts(finding) for finding in document.findings],
    }


def anatomy_facts(found: Anatomy) -> dict[str, Any]:
    """What the entries are with their bytes, the modules, and who may have written the file."""
    return {
        "anatomy": [
            {
                "path": json_path(part.path),
                "role": part.role,
                "tensors": part.tensors,
                "nbytes": part.nbytes,
                "shared_nbytes": part.shared_nbytes,
                "share": part.share,
            }
            for part in found.parts
        ],
        "modules": [
            {
                "path": json_path(state_dict.path),
                "modules": [
                    {
                        "name": count.name,
                        "tensors": count.tensors,
                        "parameters": count.parameters,
                        "nbytes": count.nbytes,
                    }
                    for count in counts
                ],
            }
            for state_dict, counts in found.modules
        ],
        "frameworks": [
            {"name": guess.framework, "reasons": list(guess.reasons)} for guess in found.frameworks
        ],
    }


def finding_facts(finding: Finding) -> dict[str, Any]:
    """A finding."""
    return {
        "severity": finding.severity,
        "where": finding.where,
        "what": finding.what,
        "hint": finding.hint,
    }


def json_path(path: Path) -> list[str | int]:
    """A path as JSON values; attributes are marked so that no dict key can be taken for one."""
    return [
        f"<attr>{part}" if isinstance(part, Attribute) and part[:1] != "<" else part
        for part in path
    ]


def tensor_facts(entry: TensorEntry, numbers: dict[int, int], with_hash: bool) -> dict[str, Any]:
    """One tensor. `numbers` gives storages their number in order of first use."""
    tensor = entry.tensor
    storage = tensor.storage
    number = None
    if storage is not None and tensor.device is not None:
        number = numbers.setdefault(id(storage), len(numbers))
    facts: dict[str, Any] = {
        "path": json_path(entry.path),
        "key": entry.key,
        "dtype": tensor.dtype.name,
        "shape": None if tensor.shape is None else list(tensor.shape),
        "stride": None if tensor.stride is None else list(tensor.stride),
        "storage_offset": tensor.storage_offset,
        "numel": tensor.numel,
        "nbytes": tensor.nbytes,
        "device": tensor.device,
        "storage": number,
        "storage_nbytes": storage.nbytes if storage is not None else None,
        "layout": tensor.layout,
        "requires_grad": tensor.requires_grad,
        "is_parameter": tensor.is_parameter,
    }
    if tensor.class_name != "torch.Tensor":
        facts["class"] = tensor.class_name
    for flag in ("conj", "neg"):
        if getattr(tensor, f"is_{flag}"):
            facts[flag] = True
    if tensor.quantization is not None:
        facts["quantization"] = quantization_facts(tensor.quantization)
    if tensor.trouble is not None:
        facts["problem"] = tensor.trouble.message
    if with_hash:
        facts["sha256"] = sha256(tensor)
    return facts


def quantization_facts(found: Quantization) -> dict[str, Any]:
    """Scheme, scale(s), zero point(s) and axis."""
    return {
        "qscheme": found.qscheme,
        "scale": _numbers(found.scale),
        "zero_point": _numbers(found.zero_point),
        "axis": found.axis,
    }


def _numbers(value: Any) -> Any:
    if isinstance(value, Tensor):
        try:
            return value.read().tolist()
        except InspectorError:
            return None
    if isinstance(value, list | tuple):
        return [number for number in value if isinstance(number, int | float)]
    return value if isinstance(value, int | float) else None


def sha256(tensor: Tensor) -> str | None:
    """Of the tensor's own bytes, row by row, little-endian; None where they cannot be read.

    Elements that are packed into bytes are taken one byte each: packing makes no difference.
    """
    digest = hashlib.sha256()
    packed = tensor.dtype.per_item if tensor.quantization is None else 1
    left = tensor.numel or 0
    try:
        for piece in tensor.row_major():
            if packed > 1 and tensor.dtype.itemsize == 1:
                codes = element_codes(piece, packed)[:left]
                left -= len(codes)
                piece = codes.tobytes()
            digest.update(piece)
    except InspectorError:
        return None
    return digest.hexdigest()


def state_dict_facts(found: StateDict) -> dict[str, Any]:
    """One state_dict."""
    return {
        "path": json_path(found.path),
        "tensors": len(found.entries),
        "parameters": found.parameters,
        "nbytes": found.nbytes,
        "role": found.role,
        "prefixes": found.prefixes,
        "is_module": found.is_module,
    }


def optimizer_facts(found: Optimizer) -> dict[str, Any]:
    """One optimizer; each group with the names of its parameters."""
    metadata = _Metadata()
    return {
        "path": json_path(found.path),
        "kind": found.kind,
        "param_groups": [
            {
                **{name: metadata.of(value) for name, value in group.options},
                "params": [metadata.of(key) for key in group.params],
                "param_names": group.names,
            }
            for group in found.groups
        ],
        "state_nbytes": found.state_nbytes,
        "named_by": found.named_by,
        "mismatches": found.mismatches,
    }


def sharing_facts(contents: Contents) -> dict[str, Any]:
    """Which tensors share a storage, and the bytes that no tensor reaches."""
    groups = [[json_path(e.path) for e in entries] for entries in contents.sharing().values()]
    return {"groups": groups, "wasted_bytes": contents.wasted_bytes()}


class _Metadata:
    """Everything that is not a tensor as JSON values; what is shared or too deep is cut."""

    def __init__(self) -> None:
        self.left = _NODES_SHOWN
        self.text_left = _ALL_TEXT_SHOWN

    def of(self, node: Any, above: tuple[int, ...] = ()) -> Any:
        """The JSON value of `node`."""
        self.left -= 1
        if isinstance(node, str | bytes):
            self.text_left -= len(node)
        if self.text_left < 0 and isinstance(node, str | bytes):
            return {"$omitted": "too much to list"}
        if node is None or isinstance(node, bool | int | str | float | complex):
            return _scalar(node)
        if isinstance(node, bytes | ByteArray):
            return _bytes(node)
        if isinstance(node, Tensor):
            return {"$tensor": f"{node.dtype.name}{list(node.shape or ())}"}
        if self.left < 0 or self.text_left < 0 or id(node) in above or len(above) > _DEPTH_SHOWN:
            return {"$omitted": "a cycle" if id(node) in above else "too much to list"}
        return self._container(node, (*above, id(node)))

    def _container(self, node: Any, above: tuple[int, ...]) -> Any:
        if isinstance(node, list | tuple | Set):
            return self._sequence(node.items if isinstance(node, Set) else node, above)
        if isinstance(node, Dict):
            return self._mapping(node, above)
        if isinstance(node, Object):
            return self._object(node, above)
        text = leaf_text(node)
        if isinstance(node, Global):
            return {"$global": node.full}
        if isinstance(node, BigNumber):
            return {"$int": node.raw[:2000].decode("ascii", "replace") if node.is_text else text}
        return {"$opaque": text or type(node).__name__}

    def _sequence(self, items: Any, above: tuple[int, ...]) -> list[Any]:
        found = []
        for item in items:
            found.append(self.of(item, above))
            if self.left < 0:
                break
        return found

    def _mapping(self, node: Any, above: tuple[int, ...]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in children(node):
            if isinstance(value, Tensor):
                continue
            inner = self.of(value, above)
            if inner == {} and _holds_tensors(value):
                continue
            found[str(key)] = inner
        return found

    def _object(self, node: Object, above: tuple[int, ...]) -> Any:
        number = scalar_value(node) if node.class_name.endswith("multiarray.scalar") else None
        value = object_value(node) if number is None else number
        if value is not None:
            return _scalar(value)
        if node.class_name in _PLAIN_MAPPINGS:
            return self._mapping(node, above)
        if node.class_name == "collections.deque" and node.items:
            return [self.of(item, above) for item in node.items]
        inner = transparent(node)
        if inner is not UNSET:
            return self.of(inner, above)
        text = leaf_text(node)
        if text is not None:
            return {"$global": node.class_name, "text": text}
        if is_module(node):
            return {"$global": node.class_name}
        found = self._mapping(node, above)
        sequence = [self.of(item, above) for item in node.items or []]
        return {"$global": node.class_name, **found, **({"items": sequence} if sequence else {})}


_PLAIN_MAPPINGS = ("collections.OrderedDict", "collections.defaultdict", "collections.Counter")


def _holds_tensors(node: Any, depth: int = 3) -> bool:
    """Whether a tensor lies within a few levels of `node`."""
    inside = children(node)[:50] if depth else []
    return any(isinstance(child, Tensor) or _holds_tensors(child, depth - 1) for _, child in inside)


def _scalar(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return repr(value)
    if isinstance(value, complex):
        return {"$complex": [_scalar(value.real), _scalar(value.imag)]}
    if isinstance(value, str) and len(value) > _TEXT_SHOWN:
        return value[:_TEXT_SHOWN]
    return str(value) if isinstance(value, str) else value


def _bytes(node: bytes | ByteArray) -> dict[str, Any]:
    data = node.data if isinstance(node, ByteArray) else node
    shown: dict[str, Any] = {"$bytes": data[:_BYTES_SHOWN].hex()}
    if len(data) > _BYTES_SHOWN:
        shown["nbytes"] = len(data)
    return shown
