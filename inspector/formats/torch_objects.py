"""What torch's pickles mean: calls of its rebuild functions become tensors.

One function per constructor of torch/_utils.py and torch/_tensor.py. None of them runs torch: a
call whose arguments do not have the documented shape stays the inert call it is, and is reported.
"""

from __future__ import annotations

from typing import Any

from inspector.checkpoint.tensor import LOCAL, Tensor
from inspector.formats.torch_arguments import device_text, dtype_of, ints, layout_name
from inspector.formats.torch_distributed import placement_of
from inspector.formats.torch_layouts import LAYOUT_FOLDS
from inspector.formats.torch_old_objects import OLD_FOLDS
from inspector.formats.torch_views import PARAMETER, strided, wrapped
from inspector.inert import Dict, Global, Object, lookup, pairs
from inspector.pickling.state import Fold


def _rebuild_tensor(record: Object) -> Any:
    match record.args:
        case (storage, offset, size, stride):
            tensor = strided(record, storage, offset, size, stride)
            if tensor is not None:
                tensor.requires_grad = tensor.is_parameter = False
                return tensor
    return record


def _flags(tensor: Tensor, metadata: Any) -> Tensor:
    tensor.is_conj = lookup(metadata, "conj") is True
    tensor.is_neg = lookup(metadata, "neg") is True
    return tensor


def _rebuild_tensor_v2(record: Object) -> Any:
    args = record.args
    if type(args) is not tuple or not 6 <= len(args) <= 7:
        return record
    tensor = strided(record, args[0], args[1], args[2], args[3])
    if tensor is None:
        return record
    tensor.requires_grad = args[4] is True
    tensor.is_parameter = False
    return tensor if len(args) == 6 else _flags(tensor, args[6])


def _rebuild_tensor_v3(record: Object) -> Any:
    match record.args:
        case (storage, offset, size, stride, grad, _, kind, *metadata) if len(metadata) < 2:
            dtype = dtype_of(kind)
            tensor = dtype and strided(record, storage, offset, size, stride, dtype)
            if tensor:
                tensor.requires_grad = grad is True
                tensor.is_parameter = False
                return _flags(tensor, metadata[0]) if metadata else tensor
    return record


def _rebuild_parameter(record: Object) -> Any:
    match record.args:
        case (Tensor() as inner, bool() as grad, *_):
            tensor = wrapped(record, inner)
            tensor.requires_grad = grad
            tensor.is_parameter = True
            tensor.class_name = PARAMETER
            return tensor
    return record


def _rebuild_wrapper(record: Object) -> Any:
    """(cls, dtype, size, stride, storage_offset, layout, device, requires_grad): no content."""
    match record.args:
        case (kind, data, size, stride, offset, layout, place, grad, *_):
            dtype, shape = dtype_of(data), ints(size)
            if dtype is None or shape is None:
                return record
            steps = ints(stride)
            tensor = Tensor(dtype, shape, steps, offset if type(offset) is int else 0)
            tensor.requires_grad = grad is True
            tensor.is_parameter = False
            tensor.origin = record
            tensor.layout = layout_name(layout) or "strided"
            tensor.device = device_text(place)
            tensor.class_name = kind.full if isinstance(kind, Global) else "?"
            tensor.parts = {}
            return tensor
    return record


def _inner(tensor: Tensor, state: Any) -> None:
    """Give a wrapper subclass the tensors in its attributes, by name; a DTensor its place.

    Args:
        state: The attributes, or (those in `__dict__`, those in `__slots__`).
    """
    tables = state if isinstance(state, tuple) else (state,)
    held = [
        (key, each)
        for table in tables
        if isinstance(table, Dict)
        for key, each in pairs(table.flat)
    ]
    tensor.parts = {
        f"<{key.lstrip('_')}>": each
        for key, each in held
        if isinstance(key, str) and isinstance(each, Tensor)
    } or None
    local = (tensor.parts or {}).get(LOCAL)
    if local is not None and tensor.shape is not None:
        spec = next((each for key, each in held if key == "_spec"), None)
        tensor.placement = placement_of(spec, tensor.shape, local)


def _rebuild_from_type(record: Object) -> Any:
    """(func, type, args, state): what func(*args) makes, as `type`, with Python attributes."""
    match record.args:
        case (Global() as func, cls, tuple() as args, state):
            inner = func.fold(Object("reduce", func, args)) if func.fold else None
        case (Global() as func, tuple() as args, state):  # torch 1.7 and 1.8
            cls = None
            inner = func.fold(Object("reduce", func, args)) if func.fold else None
        case _:
            return record
    if not isinstance(inner, Tensor):
        return record
    tensor = wrapped(record, inner)
    if isinstance(cls, Global) and cls.full != "torch.Tensor":
        tensor.class_name = cls.full
        tensor.is_parameter = tensor.is_parameter or cls.full == PARAMETER
    if tensor.parts == {}:
        _inner(tensor, state)
    return tensor


def _rebuild_device_tensor(record: Object) -> Any:
    """(tensor or ndarray, dtype, device, requires_grad), of XLA and its kind."""
    match record.args:
        case (Tensor() as data, _, place, bool() as grad) | (
            Tensor() as data,
            _,
            place,
            bool() as grad,
            _,
        ):
            tensor = wrapped(record, data)
            tensor.device = device_text(place)
            tensor.requires_grad = grad
            tensor.is_parameter = False
            tensor.class_name = "torch.Tensor"
            tensor.inline = False
            return tensor
    return record


TORCH_FOLDS: dict[str, Fold] = {
    "torch._utils._rebuild_tensor": _rebuild_tensor,
    "torch._utils._rebuild_tensor_v2": _rebuild_tensor_v2,
    "torch._utils._rebuild_tensor_v3": _rebuild_tensor_v3,
    "torch._utils._rebuild_parameter": _rebuild_parameter,
    "torch._utils._rebuild_parameter_with_state": _rebuild_parameter,
    "torch._utils._rebuild_wrapper_subclass": _rebuild_wrapper,
    "torch._utils._rebuild_device_tensor_from_cpu_tensor": _rebuild_device_tensor,
    "torch._utils._rebuild_device_tensor_from_numpy": _rebuild_device_tensor,
    "torch._utils._rebuild_xla_tensor": _rebuild_device_tensor,
    "torch._tensor._rebuild_from_type_v2": _rebuild_from_type,
    "torch._tensor._rebuild_from_type": _rebuild_from_type,
    **LAYOUT_FOLDS,
    **OLD_FOLDS,
}
