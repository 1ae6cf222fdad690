"""Tensors, Parameters and Variables as torch 0.1 to 0.3 pickled them: made empty, told by BUILD."""

from __future__ import annotations

from typing import Any

from inspector.checkpoint.dtype import DTYPES, STORAGE_DTYPES, UNKNOWN
from inspector.checkpoint.tensor import Tensor
from inspector.formats.torch_views import PARAMETER, strided, wrapped
from inspector.inert import Object
from inspector.pickling.state import Fold


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
                self.__dict__.update(wrapped(self.origin or Object("", None, ()), data).__dict__)
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
        tensor.__dict__.update(wrapped(record, data).__dict__)
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
                made = strided(self.origin or Object("", None, ()), storage, offset, size, stride)
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


OLD_TENSORS = [
    name.replace("Storage", "Tensor") for name in STORAGE_DTYPES if "Untyped" not in name
]

OLD_FOLDS: dict[str, Fold] = {
    PARAMETER: _old_parameter,
    "torch.autograd.variable.Variable": _old_parameter,
    **{f"torch.{name}": _old_tensor for name in OLD_TENSORS},
    **{f"torch.cuda.{name}": _old_tensor for name in OLD_TENSORS},
}
