"""Trees of inert values, made without a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspector.bytesource import BytesSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents, survey
from inspector.checkpoint.dtype import DTYPES
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.inert import Dict, Global, Object
from inspector.limits import DEFAULT_LIMITS, ReadLimits


def storage(
    nbytes: int, key: str = "0", dtype: str = "float32", location: str | None = "cpu"
) -> Storage:
    """A storage of the bytes 0, 1, 2, ..."""
    data = bytes(at % 256 for at in range(nbytes))
    return Storage(key, DTYPES[dtype], nbytes, location, BytesSource(data, key))


def tensor(
    *shape: int,
    dtype: str = "float32",
    stride: tuple[int, ...] | None = None,
    offset: int = 0,
    on: Storage | None = None,
    **facts: Any,
) -> Tensor:
    """A tensor on a storage of its own that it fills, or `on` another."""
    steps = contiguous_stride(shape) if stride is None else stride
    made = Tensor(DTYPES[dtype], shape, steps, offset, on)
    if on is None:
        made.storage = storage(DTYPES[dtype].nbytes(max(made.extent[1], 0)), f"{id(made)}", dtype)
    for name, value in facts.items():
        setattr(made, name, value)
    made.check()
    return made


def mapping(values: dict[Any, Any]) -> Dict:
    """A dict; dicts inside become mappings too."""
    flat: list[Any] = []
    for key, value in values.items():
        flat += [key, mapping(value) if isinstance(value, dict) else value]
    return Dict(flat)


def call(full: str, *args: Any, op: str = "reduce") -> Object:
    """A call of the global with this dotted name."""
    module, _, name = full.rpartition(".")
    return Object(op, Global(module, name), args)


def ordered(values: dict[Any, Any], metadata: dict[str, Any] | None = None) -> Object:
    """A collections.OrderedDict, as a state_dict is."""
    found = call("collections.OrderedDict")
    found.flat = mapping(values).flat
    if metadata is not None:
        found.state = mapping({"_metadata": metadata})
    return found


def module(
    name: str = "net.Net",
    parameters: dict[str, Any] | None = None,
    buffers: dict[str, Any] | None = None,
    modules: dict[str, Any] | None = None,
    **attributes: Any,
) -> Object:
    """A pickled nn.Module."""
    found = call(name, op="newobj")
    tables = {
        "training": True,
        "_parameters": parameters or {},
        "_buffers": buffers or {},
        "_modules": modules or {},
    }
    found.state = mapping({**tables, **attributes})
    return found


def contents_of(root: Any, limits: ReadLimits = DEFAULT_LIMITS) -> Contents:
    """What is found in a tree."""
    return survey(Checkpoint(Path("m.pt"), 0, "test", root), limits)
