"""Casting floating tensors: storage by storage, converted in pieces while they are written."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any, ClassVar

from inspector.bytesource import ByteSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.dtype import DTYPES, DType
from inspector.checkpoint.tensor import Storage, Tensor, swapped
from inspector.edits.edit import Change, Edit, EditConflict, NothingToDo, Outcome
from inspector.errors import Sentence, say
from inspector.inert import Global, Object

_TARGETS = ("float64", "float32", "float16", "bfloat16")


class Cast(ByteSource):
    """The bytes of a storage in another dtype; element n stays element n."""

    def __init__(self, storage: Storage, old: DType, new: DType) -> None:
        self.storage = storage
        self.old = old
        self.new = new
        self.name = say("storage {key}", key=storage.key)
        self.size = storage.nbytes // old.itemsize * new.itemsize

    def absolute(self, offset: int) -> int | None:
        return None

    def _read(self, offset: int, nbytes: int) -> bytes:
        import numpy as np

        first = offset // self.new.itemsize
        last = -(-(offset + nbytes) // self.new.itemsize)
        data = self.storage.read(first * self.old.itemsize, (last - first) * self.old.itemsize)
        if self.storage.is_big_endian:
            data = swapped(data, self.old.component)
        with np.errstate(over="ignore", invalid="ignore"):
            values = np.frombuffer(data, self.old.numpy()).astype(self.new.numpy())
        start = offset - first * self.new.itemsize
        return values.tobytes()[start : start + nbytes]


@dataclass(frozen=True)
class CastFloats(Edit):
    """Every tensor of a floating dtype becomes `dtype`; a storage that mixes dtypes stays."""

    dtype: str
    kind: ClassVar[str] = "dtype"

    @property
    def title(self) -> Sentence:
        return say("Cast to {dtype}", dtype=self.dtype)

    def python(self) -> str:
        cast = f"value.to(torch.{self.dtype}) if value.is_floating_point() else value"
        return f"state_dict = {{key: {cast} for key, value in state_dict.items()}}"

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        if self.dtype not in _TARGETS:
            raise EditConflict(
                say("Tensors cannot be cast to '{dtype}'.", dtype=self.dtype),
                hint=say("One of {names}.", names=_TARGETS),
            )
        target = DTYPES[self.dtype]
        users: dict[int, list[Tensor]] = {}
        # Classes of wrappers note the dtype in places of their own, which would then be wrong.
        kept = {
            id(part.storage)
            for entry in contents.tensors
            if entry.tensor.is_wrapper
            for part in (entry.tensor.parts or {}).values()
        }
        for entry in contents.tensors:
            storage = entry.tensor.storage
            # A step count in half precision would stop counting at 2,048.
            if storage is not None and entry.path[-1:] != ("step",) and id(storage) not in kept:
                users.setdefault(id(storage), []).append(entry.tensor)
        found = Outcome({}, [])
        for tensors in users.values():
            self._cast(tensors, target, found)
        if not found.changes:
            raise NothingToDo(
                say("No floating tensor is other than {dtype}.", dtype=self.dtype),
                hint=say("Nothing needs casting."),
            )
        return found

    def _cast(self, tensors: list[Tensor], target: DType, found: Outcome) -> None:
        storage, old = tensors[0].storage, tensors[0].dtype
        if storage is None or storage.problem is not None or not old.is_floating or old is target:
            return
        if any(tensor.dtype is not old or tensor.inline for tensor in tensors):
            return
        new = copy(storage)
        new.source, new.offset = Cast(storage, old, target), 0
        new.dtype, new.nbytes = target, new.source.size
        new.type_name, new.is_big_endian = None, False
        found.replacements[id(storage)] = new
        found.changes.append(Change(say("storage {key}", key=storage.key), old.name, target.name))
        if storage.dtype is not old:  # untyped: the rebuild call names the dtype itself
            for tensor in tensors:
                _retype(tensor, new, found)


def _retype(tensor: Tensor, storage: Storage, found: Outcome) -> None:
    """`_rebuild_tensor_v3` of an untyped storage becomes `_rebuild_tensor_v2` of a typed one."""
    origin: Any = tensor.origin
    if not isinstance(origin, Object) or origin.class_name != "torch._utils._rebuild_tensor_v3":
        return
    moved = copy(tensor)
    moved.origin = copy(origin)
    moved.origin.func = Global("torch._utils", "_rebuild_tensor_v2")
    moved.origin.args = (*origin.args[:6], *origin.args[7:])
    moved.dtype = storage.dtype
    found.replacements[id(tensor)] = moved
