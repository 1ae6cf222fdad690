"""Edits of storages: views stop carrying what they do not show, tied tensors part or join."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, ClassVar

from inspector.bytesource import ByteSource
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.state_dict import TensorEntry
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.describe import size, visible
from inspector.edits.edit import Change, Edit, EditConflict, NothingToDo, Outcome
from inspector.edits.location import every_node
from inspector.errors import Sentence, say

# Rebuild functions whose first arguments are (storage, storage_offset, size, stride).
_ITS_OWN = say("a storage of its own")
_VIEW_CALLS = frozenset(
    "torch._utils._rebuild_tensor torch._utils._rebuild_tensor_v2 torch._utils._rebuild_tensor_v3 "
    "torch._utils._rebuild_qtensor".split()
)


class Gathered(ByteSource):
    """The elements of a strided view, row by row, as if it had been made contiguous."""

    def __init__(self, tensor: Tensor) -> None:
        self.tensor = tensor
        self.name = say("a view")
        self.size = tensor.nbytes or 0

    def absolute(self, offset: int) -> int | None:
        return None

    def _read(self, offset: int, nbytes: int) -> bytes:
        """Whole rows of the first dimension that cover the range, cut to it."""
        tensor = self.tensor
        shape, stride = tensor.shape or (), tensor.stride or ()
        if not shape:
            return tensor.raw().tobytes()[offset : offset + nbytes]
        row = max(self.size // shape[0], 1)
        first, last = offset // row, -(-(offset + nbytes) // row)
        start = (tensor.storage_offset or 0) + first * stride[0]
        part = Tensor(tensor.dtype, (last - first, *shape[1:]), stride, start, tensor.storage)
        return part.raw().tobytes()[offset - first * row : offset - first * row + nbytes]


def plain_views(root: Any) -> dict[int, list[Tensor]]:
    """id(storage) -> the tensors that are views on it by themselves, not through another tensor."""
    found: dict[int, list[Tensor]] = {}
    for node in every_node(root):
        if isinstance(node, Tensor) and node.storage is not None and node.trouble is None:
            origin = node.origin
            if not node.inline and (origin is None or origin.class_name in _VIEW_CALLS):
                found.setdefault(id(node.storage), []).append(node)
    return found


def moved(tensor: Tensor, storage: Storage, offset: int, stride: tuple[int, ...]) -> Tensor:
    """`tensor` as a view of another storage, by the same rebuild call."""
    new = copy(tensor)
    new.storage, new.storage_offset, new.stride = storage, offset, stride
    if tensor.origin is not None:
        new.origin = copy(tensor.origin)
        new.origin.args = (storage, offset, tensor.shape, stride, *tensor.origin.args[4:])
    return new


def own_storage(tensor: Tensor) -> tuple[Storage, tuple[int, ...]]:
    """A storage that holds just this tensor, row by row, and the strides in it."""
    assert tensor.storage is not None
    new = copy(tensor.storage)
    new.nbytes = tensor.nbytes or 0
    stride = contiguous_stride(tensor.shape or ())
    if tensor.is_contiguous and tensor.dtype.per_item == 1:
        new.offset += (tensor.storage_offset or 0) * tensor.dtype.itemsize
        return new, stride
    new.source, new.offset, new.is_big_endian = Gathered(tensor), 0, False
    return new, stride


@dataclass(frozen=True)
class Compact(Edit):
    """Storages keep only what their tensors show; tensors that share one go on sharing."""

    kind: ClassVar[str] = "compact"

    @property
    def title(self) -> Sentence:
        return say("Compact storages")

    def python(self) -> str:
        return "state_dict = {key: value.clone() for key, value in state_dict.items()}"

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        found = Outcome({}, [])
        for tensors in plain_views(checkpoint.root).values():
            self._compact(tensors, found)
        if not found.changes:
            raise NothingToDo(
                say("No storage holds more than its tensors show."), hint=say("All is well.")
            )
        return found

    def _compact(self, tensors: list[Tensor], found: Outcome) -> None:
        storage = tensors[0].storage
        if storage is None or any(t.dtype is not tensors[0].dtype for t in tensors):
            return
        item = tensors[0].dtype.itemsize
        if len(tensors) == 1 and (tensors[0].nbytes or 0) < storage.nbytes:
            new, stride = own_storage(tensors[0])
            moves = [(tensors[0], 0, stride)]
        else:
            first = min(tensor.extent[0] for tensor in tensors)
            last = max(tensor.extent[1] for tensor in tensors)
            if (last - first) * item >= storage.nbytes or tensors[0].dtype.per_item > 1:
                return
            new = copy(storage)
            new.offset, new.nbytes = storage.offset + first * item, (last - first) * item
            moves = [(t, (t.storage_offset or 0) - first, t.stride or ()) for t in tensors]
        for tensor, offset, stride in moves:
            found.replacements[id(tensor)] = moved(tensor, new, offset, stride)
        before, after = size(storage.nbytes), size(new.nbytes)
        found.changes.append(Change(say("storage {key}", key=storage.key), before, after))


@dataclass(frozen=True)
class Untie(Edit):
    """Tensors whose key matches the glob get a storage of their own."""

    glob: str
    kind: ClassVar[str] = "untie"

    @property
    def title(self) -> Sentence:
        return say("Untie “{name}”", name=self.glob)

    def python(self) -> str:
        return f"state_dict[{self.glob!r}] = state_dict[{self.glob!r}].clone()"

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        found = Outcome({}, [])
        views = plain_views(checkpoint.root)
        shared = {id(e.tensor.storage) for group in contents.sharing().values() for e in group}
        for entry in contents.tensors:
            tensor = entry.tensor
            if id(tensor.storage) not in shared or not _matches(entry, self.glob):
                continue
            if not any(tensor is view for view in views.get(id(tensor.storage), ())):
                continue
            new, stride = own_storage(tensor)
            found.replacements[id(tensor)] = moved(tensor, new, 0, stride)
            found.changes.append(Change(entry.key or "", say("shared"), _ITS_OWN))
        if not found.changes:
            raise NothingToDo(
                say("No tensor called '{name}' shares its storage.", name=visible(self.glob, 200)),
                hint=say("`inspector show` marks tied tensors."),
            )
        return found


@dataclass(frozen=True)
class Tie(Edit):
    """The tensor called `second` becomes the very tensor called `first`; they must be equal."""

    first: str
    second: str
    kind: ClassVar[str] = "tie"

    @property
    def title(self) -> Sentence:
        return say("Tie {b} to {a}", a=self.first, b=self.second)

    def python(self) -> str:
        return f"state_dict[{self.second!r}] = state_dict[{self.first!r}]"

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        first, second = _called(contents, self.first), _called(contents, self.second)
        a, b = first.tensor, second.tensor
        same = a.dtype is b.dtype and a.shape == b.shape
        if not same or any(x != y for x, y in zip(a.row_major(), b.row_major(), strict=False)):
            raise EditConflict(
                say(
                    "'{a}' and '{b}' are not equal.",
                    a=visible(self.first, 100),
                    b=visible(self.second, 100),
                ),
                hint=say("Tying them would change a value."),
            )
        change = Change(self.second, _ITS_OWN, say("tied to {name}", name=self.first))
        return Outcome({id(b): a}, [change])


def _matches(entry: TensorEntry, glob: str) -> bool:
    path = ".".join(map(str, entry.path))
    return fnmatchcase(entry.key or path, glob) or fnmatchcase(path, glob)


def _called(contents: Contents, name: str) -> TensorEntry:
    for entry in contents.tensors:
        if name in (entry.key, ".".join(map(str, entry.path))):
            return entry
    raise EditConflict(
        say("There is no tensor '{name}'.", name=visible(name, 200)),
        hint=say("`inspector show --flat`"),
    )
