"""Storages and tensors as torch's pickles describe them, and what is to be found of them."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.make.pickles import (
    Code,
    encode,
    integer,
    name,
    ordered,
    persistent,
    pickle,
    reduce,
    text,
    tuple_of,
)

# Storage class -> (torch's dtype, itemsize, struct code or "" where there is none).
KINDS = {
    "DoubleStorage": ("float64", 8, "d"),
    "FloatStorage": ("float32", 4, "f"),
    "HalfStorage": ("float16", 2, "e"),
    "BFloat16Storage": ("bfloat16", 2, ""),
    "LongStorage": ("int64", 8, "q"),
    "IntStorage": ("int32", 4, "i"),
    "ShortStorage": ("int16", 2, "h"),
    "CharStorage": ("int8", 1, "b"),
    "ByteStorage": ("uint8", 1, "B"),
    "BoolStorage": ("bool", 1, "?"),
}


@dataclass(frozen=True)
class Bytes:
    """A storage: `data` under `key`, little-endian."""

    key: str
    data: bytes
    kind: str = "FloatStorage"
    location: str = "cpu"

    @property
    def numel(self) -> int:
        """Elements of the storage's own type."""
        return len(self.data) // KINDS[self.kind][1]


@dataclass(frozen=True)
class View:
    """A tensor: a strided view of a storage. `stride` None means row-major."""

    storage: Bytes
    shape: tuple[int, ...]
    stride: tuple[int, ...] | None = None
    offset: int = 0
    requires_grad: bool = False
    is_parameter: bool = False

    @property
    def dtype(self) -> str:
        """torch's name."""
        return KINDS[self.storage.kind][0]

    @property
    def strides(self) -> tuple[int, ...]:
        """In elements."""
        return row_major(self.shape) if self.stride is None else self.stride

    def content(self) -> bytes:
        """The elements row by row, gathered one at a time."""
        item = KINDS[self.storage.kind][1]
        places = [self.offset]
        for size, step in zip(self.shape, self.strides, strict=True):
            places = [place + at * step for place in places for at in range(size)]
        return b"".join(self.storage.data[at * item : (at + 1) * item] for at in places)


def row_major(shape: Sequence[int]) -> tuple[int, ...]:
    """The strides of a contiguous tensor."""
    strides, step = [], 1
    for size in reversed(shape):
        strides.append(step)
        step *= max(size, 1)
    return tuple(reversed(strides))


def numbers(key: str, kind: str, values: Sequence[Any], location: str = "cpu") -> Bytes:
    """A storage of `values`."""
    code = KINDS[kind][2]
    return Bytes(key, struct.pack(f"<{len(values)}{code}", *values), kind, location)


def floats(key: str, count: int, location: str = "cpu") -> Bytes:
    """A float32 storage of 0, 1, 2, ..."""
    return numbers(key, "FloatStorage", range(count), location)


def zip_pid(storage: Bytes) -> Code:
    """('storage', type, key, location, numel)."""
    kind = name("torch", storage.kind)
    head = (text("storage"), kind, text(storage.key), text(storage.location))
    return tuple_of(*head, integer(storage.numel))


def legacy_pid(storage: Bytes) -> Code:
    """... and no view metadata."""
    return Code(zip_pid(storage)[:-1] + b"Nt")


def rebuild(view: View, pid: Callable[[Bytes], bytes] = zip_pid) -> Code:
    """torch._utils._rebuild_tensor_v2, inside _rebuild_parameter where it is one."""
    tensor = reduce(
        name("torch._utils", "_rebuild_tensor_v2"),
        persistent(pid(view.storage)),
        integer(view.offset),
        encode(view.shape),
        encode(view.strides),
        encode(view.requires_grad),
        ordered(),
    )
    if not view.is_parameter:
        return tensor
    wrap = name("torch._utils", "_rebuild_parameter")
    return reduce(wrap, tensor, encode(view.requires_grad), ordered())


def torch_pickle(value: Any, pid: Callable[[Bytes], bytes] = zip_pid, protocol: int = 2) -> bytes:
    """`value`, which may hold `View`s and `Bytes`, as torch.save pickles it (without its memo)."""

    def special(item: Any) -> bytes | None:
        if isinstance(item, View):
            return rebuild(item, pid)
        return persistent(pid(item)) if isinstance(item, Bytes) else None

    return pickle(encode(value, special), protocol=protocol)


def storages_of(value: Any) -> list[Bytes]:
    """The storages of a nested value, each once, in order of first use."""
    found: dict[str, Bytes] = {}
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, View):
            item = item.storage
        if isinstance(item, Bytes):
            found.setdefault(item.key, item)
        elif isinstance(item, dict):
            stack.extend(reversed(list(item.values())))
        elif isinstance(item, list | tuple):
            stack.extend(reversed(item))
    return list(found.values())
