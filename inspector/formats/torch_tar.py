"""torch.save of 2016 and early 2017: a tar of `sys_info`, `pickle`, `tensors` and `storages`.

Source: torch/serialization.py of 0.1.10, and `_legacy_load.legacy_load` in today's.
All counts are pickles; sizes and strides are little-endian int64.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Any

from inspector.bytesource import ByteSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.dtype import DTYPES, STORAGE_DTYPES
from inspector.checkpoint.tensor import Storage, Tensor
from inspector.errors import CorruptFile, finding_of, say
from inspector.formats.reading import Reading
from inspector.formats.torch_arguments import storage_type
from inspector.formats.torch_zip import value_of
from inspector.inert import Global, Pid
from inspector.pickling.machine import Pickled
from inspector.remedies import DAMAGED, DAMAGED_OR_HOSTILE

_MOST_DIMS = 64


def read(reading: Reading, members: Mapping[str, ByteSource]) -> Checkpoint:
    """Read the archive from its members by name.

    Raises:
        CorruptFile: The object's pickle is unreadable.
    """
    if "sys_info" in members:
        reading.pickle("sys_info", members["sys_info"])
    parser = _Parser(reading)
    for name, parse in (("storages", parser.storages), ("tensors", parser.tensors)):
        try:
            parse(members[name])
        except CorruptFile as error:
            reading.find(finding_of(error))
    pickled = reading.pickle("pickle", members["pickle"], persistent_load=parser.load)
    return reading.finish(
        value_of(reading, pickled), "torch-tar", "1000", pickle_protocol=pickled.protocol
    )


class _Parser:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.found_storages: dict[int, Storage] = {}
        self.found_tensors: dict[int, Tensor] = {}

    def load(self, pid: Any) -> Any:
        """str(tensor key), str(storage key), or (class, source file, source text)."""
        if isinstance(pid, str) and pid.isdigit() and len(pid) < 20:
            key = int(pid)
            return self.found_tensors.get(key) or self.found_storages.get(key) or Pid(pid)
        match pid:
            case (Global() as cls, _, _):
                return cls
        return Pid(pid)

    def _next(self, source: ByteSource, name: str, position: int) -> Pickled:
        pickled = self.reading.pickle(name, source, position)
        if pickled.error is not None:
            raise CorruptFile(
                say("Member '{name}' breaks off at byte {at}.", name=name, at=pickled.end),
                where=name,
                hint=DAMAGED,
            )
        return pickled

    def _count(self, source: ByteSource, name: str) -> tuple[int, int]:
        """(announced entries, position after) ; an entry takes more than a byte."""
        first = self._next(source, name, 0)
        count = first.value
        if type(count) is not int or not 0 <= count <= source.size:
            raise CorruptFile(
                say("Member '{name}' announces more entries than it can hold.", name=name),
                where=name,
                hint=DAMAGED_OR_HOSTILE,
            )
        return count, first.end

    def storages(self, source: ByteSource) -> None:
        """n x [pickle (key, location, type); int64 numel; data], then the list of views."""
        count, position = self._count(source, "storages")
        for _ in range(count):
            entry = self._next(source, "storages", position)
            position = entry.end
            match entry.value:
                case (int() as key, str() as location, kind):
                    pass
                case (int() as key, kind):  # the first weeks of torch had no location
                    location = "cpu"
                case _:
                    raise CorruptFile(say("A storage is not described."), where="storages")
            typed = storage_type(kind)
            (numel,) = struct.unpack("<q", source.read(position, 8))
            position += 8
            if typed is None or numel < 0:
                raise CorruptFile(
                    say("Storage {key} has no known type or size.", key=str(key)), where="storages"
                )
            nbytes = numel * typed[1].itemsize
            storage = Storage(str(key), typed[1], nbytes, location, source, position)
            storage.type_name = typed[0]
            self.found_storages[key] = storage
            if position + nbytes > source.size:
                storage.problem = CorruptFile(
                    say("Storage {key} is cut off.", key=str(key)), where="storages"
                )
                raise storage.problem
            position += nbytes
        self._views(self._next(source, "storages", position).value)

    def _views(self, views: Any) -> None:
        for view in views if isinstance(views, list) else []:
            match view:
                case (int() as key, int() as root_key, int() as offset, int() as size):
                    root = self.found_storages.get(root_key)
                    if root is not None and offset >= 0 and size >= 0:
                        item = root.dtype.itemsize
                        start = root.offset + offset * item
                        made = Storage(
                            str(key), root.dtype, size * item, root.location, root.source, start
                        )
                        if (offset + size) * item > root.nbytes:
                            made.problem = CorruptFile(
                                say("Storage {key} is cut off.", key=str(key)), where="storages"
                            )
                        self.found_storages[key] = made

    def tensors(self, source: ByteSource) -> None:
        """n x [pickle (key, storage key, type); ndim in 8 bytes; int64 sizes, strides, offset]."""
        count, position = self._count(source, "tensors")
        for _ in range(count):
            entry = self._next(source, "tensors", position)
            position = entry.end
            match entry.value:
                case (int() as key, (int() | None) as storage_key, Global() as kind):
                    pass
                case (int() as key, Global() as kind, (int() | None) as storage_key):
                    pass
                case _:
                    raise CorruptFile(say("A tensor is not described."), where="tensors")
            (ndim,) = struct.unpack("<i", source.read(position, 4))
            position += 8
            if not 0 <= ndim <= _MOST_DIMS:
                raise CorruptFile(
                    say("Tensor {key} claims {n} dimensions.", key=str(key), n=str(ndim)),
                    where="tensors",
                )
            width = 8 * (2 * ndim + 1)
            numbers = struct.unpack(f"<{2 * ndim + 1}q", source.read(position, width))
            position += width
            name = kind.name.replace("Tensor", "Storage")
            dtype = DTYPES[STORAGE_DTYPES.get(name, "float32")]
            storage = self.found_storages.get(storage_key) if storage_key is not None else None
            if storage is None:
                storage = Storage("", dtype, 0, "cpu")
            shape, stride = numbers[:ndim], numbers[ndim : 2 * ndim]
            made = Tensor(dtype, shape, stride, numbers[-1], storage, False, False)
            made.check()
            self.found_tensors[key] = made
