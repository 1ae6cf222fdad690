"""Tensors that are not one plain view: quantized, sparse, nested, and those without values."""

from __future__ import annotations

from typing import Any

from inspector.checkpoint.tensor import Quantization, Tensor
from inspector.errors import CorruptFile, say
from inspector.formats.torch_arguments import dtype_of, ints, layout_name
from inspector.formats.torch_views import strided
from inspector.inert import UNSET, Dict, Global, Object, lookup, pairs
from inspector.pickling.state import Fold

_SPARSE_PARTS = {
    "sparse_coo": ("<indices>", "<values>"),
    "sparse_csr": ("<crow_indices>", "<col_indices>", "<values>"),
    "sparse_csc": ("<ccol_indices>", "<row_indices>", "<values>"),
    "sparse_bsr": ("<crow_indices>", "<col_indices>", "<values>"),
    "sparse_bsc": ("<ccol_indices>", "<row_indices>", "<values>"),
}


def _rebuild_qtensor(record: Object) -> Any:
    match record.args:
        case (storage, offset, size, stride, (scheme, scale, zero, *axis), grad, *_):
            tensor = strided(record, storage, offset, size, stride)
            if tensor is None or len(axis) > 1:
                return record
            name = scheme.name if isinstance(scheme, Global) else "?"
            if name == "per_channel_affine" and isinstance(zero, Tensor) and zero.dtype.is_floating:
                name = "per_channel_affine_float_qparams"  # as torch's constructor decides
            tensor.quantization = Quantization(name, scale, zero, axis[0] if axis else None)
            tensor.requires_grad = grad is True
            tensor.is_parameter = False
            return tensor
    return record


def _rebuild_sparse_tensor(record: Object) -> Any:
    match record.args:
        case (kind, tuple(content)):
            layout = layout_name(kind)
        case _:
            return record
    names = _SPARSE_PARTS.get(layout, ())
    parts = content[: len(names)]
    size = ints(content[len(names)]) if len(content) > len(names) else None
    if not names or size is None or not all(isinstance(part, Tensor) for part in parts):
        return record
    values = parts[-1]
    tensor = Tensor(values.dtype, size, None, None, None, False, False, record)
    tensor.layout = layout
    tensor.parts = dict(zip(names, parts, strict=True))
    tensor.device = values.device
    return tensor


def _rebuild_meta(record: Object) -> Any:
    match record.args:
        case (kind, size, stride, grad):
            dtype, shape, steps = dtype_of(kind), ints(size), ints(stride)
            if dtype and shape is not None and steps is not None:
                tensor = Tensor(dtype, shape, steps, 0, None, grad is True, False, record)
                tensor.device = "meta"
                tensor.problem = CorruptFile(
                    say("A meta tensor has a shape and a dtype, and no values."), where="meta"
                )
                return tensor
    return record


def _rebuild_nested(record: Object) -> Any:
    names = ("<values>", "<sizes>", "<strides>", "<offsets>")
    parts = record.args
    if len(parts) != 4 or not all(isinstance(part, Tensor) for part in parts):
        return record
    tensor = Tensor(parts[0].dtype, None, None, None, None, False, False, record)
    tensor.layout = "strided"
    tensor.parts = dict(zip(names, parts, strict=True))
    tensor.device = parts[0].device
    return tensor


def _rebuild_njt(record: Object) -> Any:
    inner = record.args[0] if len(record.args) == 1 else None
    if not isinstance(inner, Dict):
        return record
    values = lookup(inner, "_values")
    if values is UNSET:
        values = lookup(inner, "values")
    if not isinstance(values, Tensor):
        return record
    tensor = Tensor(values.dtype, None, None, None, None, False, False, record)
    tensor.layout = "jagged"
    tensor.parts = {
        f"<{key.lstrip('_')}>": part
        for key, part in pairs(inner.flat)
        if isinstance(key, str) and isinstance(part, Tensor)
    }
    tensor.device = values.device
    return tensor


LAYOUT_FOLDS: dict[str, Fold] = {
    "torch._utils._rebuild_qtensor": _rebuild_qtensor,
    "torch._utils._rebuild_sparse_tensor": _rebuild_sparse_tensor,
    "torch._utils._rebuild_sparse_csr_tensor": _rebuild_sparse_tensor,
    "torch._utils._rebuild_meta_tensor_no_storage": _rebuild_meta,
    "torch._utils._rebuild_nested_tensor": _rebuild_nested,
    "torch.nested._internal.nested_tensor._rebuild_njt": _rebuild_njt,
}
