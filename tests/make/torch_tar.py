"""torch.save of 2016: a tar of `sys_info`, `pickle`, `tensors` and `storages`.

Source: torch/serialization.py of 0.1.10. Tensors and storages are numbered; the object's pickle
refers to them by these numbers as text.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

from tests.make.archives import tar
from tests.make.pickles import Code, encode, integer, name, persistent, pickle, text, tuple_of
from tests.make.tensors import Bytes, View, storages_of

SYS_INFO = {"protocol_version": 1000, "little_endian": True}


def storages_member(
    storages: Sequence[Bytes],
    views: Sequence[tuple[int, int, int, int]] = (),
    count: int | None = None,
) -> bytes:
    """n x [pickle (key, location, type); int64 numel; data]; pickle [(key, root, offset, size)]."""
    found = pickle(integer(len(storages) if count is None else count))
    for storage in storages:
        kind = name("torch", storage.kind)
        found += pickle(tuple_of(integer(int(storage.key)), text(storage.location), kind))
        found += struct.pack("<q", storage.numel) + storage.data
    return found + pickle(encode(list(views)))


def tensors_member(views: Sequence[View], first_key: int) -> bytes:
    """n x [pickle (key, storage key, type); int32 ndim; 4 bytes; sizes; strides; offset]."""
    found = pickle(integer(len(views)))
    for at, view in enumerate(views):
        kind = name("torch", view.storage.kind.replace("Storage", "Tensor"))
        key = integer(first_key + at)
        found += pickle(tuple_of(key, integer(int(view.storage.key)), kind))
        numbers = (*view.shape, *view.strides, view.offset)
        found += struct.pack("<ii", len(view.shape), 0)
        found += struct.pack(f"<{len(numbers)}q", *numbers)
    return found


def torch_tar(value: dict[str, Any], first_key: int = 100) -> bytes:
    """A flat mapping whose `View`s have numeric storage keys, as torch.save wrote it in 2016."""
    views = [item for item in value.values() if isinstance(item, View)]
    keys = {id(view): text(str(first_key + at)) for at, view in enumerate(views)}

    def special(item: Any) -> Code | None:
        return persistent(keys[id(item)]) if isinstance(item, View) else None

    members = [
        ("sys_info", pickle(encode(SYS_INFO))),
        ("pickle", pickle(encode(value, special))),
        ("tensors", tensors_member(views, first_key)),
        ("storages", storages_member(storages_of(value))),
    ]
    return tar(members)
