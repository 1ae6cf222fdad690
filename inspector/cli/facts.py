"""A document as the JSON of `inspector show --json`; the keys are the command line's contract."""

from __future__ import annotations

import hashlib
from typing import Any

from inspector.analysis.anatomy import Anatomy, anatomy
from inspector.analysis.plain_values import PlainValues, json_path
from inspector.analysis.tensor_stats import element_codes
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.optimizer import Optimizer
from inspector.checkpoint.state_dict import StateDict, TensorEntry
from inspector.checkpoint.tensor import Quantization, Tensor
from inspector.document import Document
from inspector.errors import Finding, InspectorError


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
        "metadata": PlainValues().of(checkpoint.root),
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
    metadata = PlainValues()
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
