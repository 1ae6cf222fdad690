"""The arguments in torch's pickles: sizes, storage classes, dtypes, devices and layouts."""

from __future__ import annotations

from typing import Any

from inspector.checkpoint.dtype import DTYPES, STORAGE_DTYPES, UNKNOWN, DType, torch_dtype
from inspector.inert import Global, Object


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


def layout_name(value: Any) -> str:
    """ "sparse_coo" of the layouts that pickles name or call; "" of anything else."""
    if isinstance(value, Object) and value.class_name == "torch.serialization._get_layout":
        value = value.args[0] if value.args and type(value.args) is tuple else None
    text = value.full if isinstance(value, Global) else value if isinstance(value, str) else ""
    return text.removeprefix("torch.")
