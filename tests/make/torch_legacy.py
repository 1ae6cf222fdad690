"""torch.save's stream of five pickles (0.1.10 to 1.5 and `_use_new_zipfile_serialization=False`).

Source: torch/serialization.py, _legacy_save: magic number, protocol version, system, the object,
storage keys; then for each key an int64 count of elements and the elements.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from typing import Any

from tests.make.pickles import Code, encode, integer, name, pickle, text, tuple_of
from tests.make.tensors import Bytes, legacy_pid, storages_of, torch_pickle

MAGIC = 0x1950A86A20F9469CFC6C
SYSTEM = {
    "protocol_version": 1001,
    "little_endian": True,
    "type_sizes": {"short": 2, "int": 4, "long": 4},
}


def legacy_stream(
    value_pickle: bytes,
    storages: Sequence[Bytes] = (),
    *,
    magic: int = MAGIC,
    version: int = 1001,
    keys: Any = None,
    counts: dict[str, int] | None = None,
    protocol: int = 2,
    system: Any = None,
) -> bytes:
    """The stream around the pickle of the object.

    Args:
        keys: Another list of storage keys than that of `storages`.
        counts: Other numbers of elements in front of the data, by key.
    """
    ordered = sorted(storages, key=lambda storage: storage.key)
    listed = [storage.key for storage in ordered] if keys is None else keys
    prefix = (magic, version, SYSTEM if system is None else system)
    stream = b"".join(pickle(encode(value), protocol=protocol) for value in prefix)
    stream += value_pickle + pickle(encode(listed), protocol=protocol)
    for storage in ordered:
        count = (counts or {}).get(storage.key, storage.numel)
        stream += struct.pack("<q", count) + storage.data
    return stream


def torch_legacy(value: Any, protocol: int = 2, **options: Any) -> bytes:
    """`value`, which may hold `View`s, as torch.save writes it."""
    body = torch_pickle(value, legacy_pid, protocol)
    return legacy_stream(body, storages_of(value), protocol=protocol, **options)


def view_pid(view_key: str, offset: int, size: int) -> Callable[[Bytes], Code]:
    """A persistent id of torch 0.1: elements `offset` to `offset + size` of the storage."""

    def pid(storage: Bytes) -> Code:
        view = tuple_of(text(view_key), integer(offset), integer(size))
        return Code(legacy_pid(storage).removesuffix(b"Nt") + view + b"t")

    return pid


def module_pid(module: str, cls: str, source: str) -> Code:
    """('module', class, file, source text): torch saved the source of modules' classes along."""
    return tuple_of(text("module"), name(module, cls), text(f"{module}.py"), text(source))


def several_streams(values: Sequence[Any]) -> bytes:
    """torch.save called again and again on one open file."""
    return b"".join(torch_legacy(value) for value in values)
