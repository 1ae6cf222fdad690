"""What torch's pickles mean: calls of its rebuild functions become tensors.

One function per constructor of torch/_utils.py and torch/_tensor.py. None of them runs torch: a
call whose arguments do not have the documented shape stays the inert call it is, and is reported.
"""

from __future__ import annotations

from typing import Any

from inspector.checkpoint.dtype import DTYPES, STORAGE_DTYPES, UNKNOWN, DType, torch_dtype
from inspector.checkpoint.tensor import Quantization, Storage, Tensor
from inspector.errors import CorruptFile, say
from inspector.inert import UNSET, Dict, Global, Object, lookup, pairs
from inspector.pickling.state import Fold

PARAMETER = "torch.nn.parameter.Parameter"


def ints(value: Any) -> tuple[int, ...] | None:
    """The integers of a tuple, a list or a `torch.Size`; None where it is anything else."""
    if type(value) is Object and value.class_name == "torch.Size":
        value = value.args[0] if type(value.args) is tuple and len(value.args) == 1 else None
    if type(value) is list:
        value = tuple(value)
    if type(value) is not tuple:
        return None
    for number in value:
        if type(number) is not int:
            return None
    return value


def storage_type(value: Any) -> tuple[str, DType] | None:
    """(dotted name, element dtype) of a storage class; None where it is no storage class."""
    name = value.full if isinstance(value, Global) else value if isinstance(value, str) else ""
    last = name.rpartition(".")[2]
    if "Storage" not in last:
        return None
    dtype = STORAGE_DTYPES.get(last)
    return name, DTYPES[dtype] if dtype else UNKNOWN


def dtype_of(value: Any) -> DType | None:
    """The dtype a `torch.float32`-like global names."""
    if isinstance(value, Global) and value.module == "torch":
        return torch_dtype(value.name)
    return None


def device_text(value: Any) -> str | None:
    """ "cuda:0" of a string or of a `torch.device("cuda", 0)` call."""
    if isinstance(value, str):
        return value
    if isinstance(value, Object) and value.class_name == "torch.device":
        match value.args:
            case (str() as kind,):
                return kind
            case (str() as kind, int() as index):
                return f"{kind}:{index}"
    return None


def _strided(
    record: Object, storage: Any, offset: Any, size: Any, stride: Any, dtype: DType | None = None
) -> Tensor | None:
    """A dense view, bounds checked; None where the arguments are of the wrong kind."""
    if type(size) is not tuple or type(stride) is not tuple:
        size, stride = ints(size), ints(stride)
        if size is None or stride is None:
            return None
    if not isinstance(storage, Storage) or type(offset) is not int:
        return None
    for number in size:
        if type(number) is not int:
            return None
    for number in stride:
        if type(number) is not int:
            return None
    dtype = dtype or storage.dtype
    tensor = Tensor(dtype, size, stride, offset, storage, None, None, record)
    if not _fits(size, stride, offset, storage.nbytes // dtype.itemsize):
        tensor.check()
    return tensor


def _fits(size: tuple[int, ...], stride: tuple[int, ...], offset: int, room: int) -> bool:
    """Whether a view certainly lies in a storage of `room` elements; the quick way to a yes."""
    if offset < 0 or len(size) != len(stride) or len(size) > 4:
        return False
    last = offset
    for dim, step in zip(size, stride, strict=True):
        if dim <= 0 or step <= 0:
            return False
        last += (dim - 1) * step
    return last < room


def _rebuild_tensor(record: Object) -> Any:
    match record.args:
        case (storage, offset, size, stride):
            tensor = _strided(record, storage, offset, size, stride)
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
    tensor = _strided(record, args[0], args[1], args[2], args[3])
    if tensor is None:
        return record
    tensor.requires_grad = args[4] is True
    tensor.is_parameter = False
    return tensor if len(args) == 6 else _flags(tensor, args[6])


def _rebuild_tensor_v3(record: Object) -> Any:
    match record.args:
        case (storage, offset, size, stride, grad, _, kind, *metadata) if len(metadata) < 2:
            dtype = dtype_of(kind)
            tensor = dtype and _strided(record, storage, offset, size, stride, dtype)
            if tensor:
                tensor.requires_grad = grad is True
                tensor.is_parameter = False
                return _flags(tensor, metadata[0]) if metadata else tensor
    return record


def _wrapped(record: Object, inner: Tensor) -> Tensor:
    """A new tensor with the facts of `inner`, made by `record`."""
    tensor = Tensor(inner.dtype, inner.shape, inner.stride, inner.storage_offset)
    tensor.__dict__.update(inner.__dict__)
    tensor.origin = record
    return tensor


def _rebuild_parameter(record: Object) -> Any:
    match record.args:
        case (Tensor() as inner, bool() as grad, *_):
            tensor = _wrapped(record, inner)
            tensor.requires_grad = grad
            tensor.is_parameter = True
            tensor.class_name = PARAMETER
            return tensor
    return record


class OldParameter(Tensor):
    """A Parameter or Variable of torch 0.1 to 0.3; BUILD says the rest.

    States: (requires_grad, volatile, hooks) or (data, grad, hooks, requires_grad, volatile).
    """

    def build(self, state: Any) -> None:
        super().build(state)
        origin = self.origin
        match state:
            case (bool() as grad, _, _):
                self.requires_grad = grad
            case (Tensor() as data, _, _, bool() as grad, _):
                self.__dict__.update(_wrapped(self.origin or Object("", None, ()), data).__dict__)
                self.requires_grad = grad
                self.class_name = origin.class_name if origin is not None else PARAMETER
                self.is_parameter = self.class_name == PARAMETER
                self.origin = origin


def _old_parameter(record: Object) -> Any:
    data = record.args[0] if record.args else None
    if record.args and not isinstance(data, Tensor):
        return record
    tensor = OldParameter(UNKNOWN, (), (), 0)
    if isinstance(data, Tensor):
        tensor.__dict__.update(_wrapped(record, data).__dict__)
        # Old torch reduced a Parameter to (tensor,) and its state; both need its gradient flag.
        second = record.args[1] if len(record.args) > 1 else True
        tensor.requires_grad = second is not False
    tensor.class_name = record.class_name
    tensor.is_parameter = record.class_name == PARAMETER
    tensor.origin = record
    return tensor


class BuiltTensor(Tensor):
    """A `torch.FloatTensor()` of torch 0.1.10 to 0.1.12, filled by BUILD.

    State: (storage, storage_offset, size, stride).
    """

    def build(self, state: Any) -> None:
        super().build(state)
        match state:
            case (storage, offset, size, stride):
                made = _strided(self.origin or Object("", None, ()), storage, offset, size, stride)
                if made is not None:
                    self.__dict__.update(made.__dict__)
                    self.is_parameter = False
                    self.requires_grad = False
                    self.problem = made.problem


def _old_tensor(record: Object) -> Any:
    if record.args != ():
        return record
    name = record.class_name.rpartition(".")[2].replace("Tensor", "Storage")
    dtype = DTYPES[STORAGE_DTYPES.get(name, "float32")]
    return BuiltTensor(dtype, (0,), (1,), 0, None, False, False, record)


def _rebuild_qtensor(record: Object) -> Any:
    match record.args:
        case (storage, offset, size, stride, (scheme, scale, zero, *axis), grad, *_):
            tensor = _strided(record, storage, offset, size, stride)
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


_SPARSE_PARTS = {
    "sparse_coo": ("<indices>", "<values>"),
    "sparse_csr": ("<crow_indices>", "<col_indices>", "<values>"),
    "sparse_csc": ("<ccol_indices>", "<row_indices>", "<values>"),
    "sparse_bsr": ("<crow_indices>", "<col_indices>", "<values>"),
    "sparse_bsc": ("<ccol_indices>", "<row_indices>", "<values>"),
}


def _layout_name(value: Any) -> str:
    if isinstance(value, Object) and value.class_name == "torch.serialization._get_layout":
        value = value.args[0] if value.args and type(value.args) is tuple else None
    text = value.full if isinstance(value, Global) else value if isinstance(value, str) else ""
    return text.removeprefix("torch.")


def _rebuild_sparse_tensor(record: Object) -> Any:
    match record.args:
        case (kind, tuple(content)):
            layout = _layout_name(kind)
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
            tensor.layout = _layout_name(layout) or "strided"
            tensor.device = device_text(place)
            tensor.class_name = kind.full if isinstance(kind, Global) else "?"
            tensor.parts = {}
            return tensor
    return record


def _inner_tensors(state: Any) -> dict[str, Tensor]:
    """The tensors in the attributes of a wrapper subclass, by name."""
    found = state[0] if isinstance(state, tuple) and state else state
    if not isinstance(found, Dict):
        return {}
    return {
        f"<{key.lstrip('_')}>": value
        for key, value in pairs(found.flat)
        if isinstance(key, str) and isinstance(value, Tensor)
    }


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
    tensor = _wrapped(record, inner)
    if isinstance(cls, Global) and cls.full != "torch.Tensor":
        tensor.class_name = cls.full
        tensor.is_parameter = tensor.is_parameter or cls.full == PARAMETER
    if tensor.parts == {}:
        tensor.parts = _inner_tensors(state) or None
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
            tensor = _wrapped(record, data)
            tensor.device = device_text(place)
            tensor.requires_grad = grad
            tensor.is_parameter = False
            tensor.class_name = "torch.Tensor"
            tensor.inline = False
            return tensor
    return record


OLD_TENSORS = [
    name.replace("Storage", "Tensor") for name in STORAGE_DTYPES if "Untyped" not in name
]

TORCH_FOLDS: dict[str, Fold] = {
    "torch._utils._rebuild_tensor": _rebuild_tensor,
    "torch._utils._rebuild_tensor_v2": _rebuild_tensor_v2,
    "torch._utils._rebuild_tensor_v3": _rebuild_tensor_v3,
    "torch._utils._rebuild_parameter": _rebuild_parameter,
    "torch._utils._rebuild_parameter_with_state": _rebuild_parameter,
    "torch._utils._rebuild_qtensor": _rebuild_qtensor,
    "torch._utils._rebuild_sparse_tensor": _rebuild_sparse_tensor,
    "torch._utils._rebuild_sparse_csr_tensor": _rebuild_sparse_tensor,
    "torch._utils._rebuild_meta_tensor_no_storage": _rebuild_meta,
    "torch._utils._rebuild_nested_tensor": _rebuild_nested,
    "torch._utils._rebuild_wrapper_subclass": _rebuild_wrapper,
    "torch._utils._rebuild_device_tensor_from_cpu_tensor": _rebuild_device_tensor,
    "torch._utils._rebuild_device_tensor_from_numpy": _rebuild_device_tensor,
    "torch._utils._rebuild_xla_tensor": _rebuild_device_tensor,
    "torch._tensor._rebuild_from_type_v2": _rebuild_from_type,
    "torch._tensor._rebuild_from_type": _rebuild_from_type,
    "torch.nested._internal.nested_tensor._rebuild_njt": _rebuild_njt,
    PARAMETER: _old_parameter,
    "torch.autograd.variable.Variable": _old_parameter,
    **{f"torch.{name}": _old_tensor for name in OLD_TENSORS},
    **{f"torch.cuda.{name}": _old_tensor for name in OLD_TENSORS},
}
