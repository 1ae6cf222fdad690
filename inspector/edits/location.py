"""Remapping devices: the location of storages, and the few other places that name a device."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, ClassVar

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.state_dict import role_of
from inspector.checkpoint.tensor import Storage, Tensor
from inspector.describe import visible
from inspector.edits.edit import Change, Edit, EditConflict, NothingToDo, Outcome
from inspector.edits.rewrite import inner_nodes
from inspector.errors import Sentence, say
from inspector.inert import Object

# Rebuild functions whose arguments name the device (torch/_utils.py): name -> position.
_DEVICE_ARGUMENTS = {
    "torch._utils._rebuild_device_tensor_from_cpu_tensor": 2,
    "torch._utils._rebuild_device_tensor_from_numpy": 2,
    "torch._utils._rebuild_xla_tensor": 2,
    "torch._utils._rebuild_wrapper_subclass": 6,
}


@dataclass(frozen=True)
class RemapDevice(Edit):
    """Everything saved on a device that matches the glob `source` is said to be on `target`.

    Storages are moved whole, so tensors that share one move together. Random states stay on the
    cpu, where torch wants them.
    """

    source: str
    target: str
    kind: ClassVar[str] = "device"

    @property
    def title(self) -> Sentence:
        return say("Map {source} to {target}", source=self.source, target=self.target)

    def python(self) -> str:
        return (
            "checkpoint = torch.load(path, map_location=lambda storage, location: storage if "
            f"fnmatch.fnmatchcase(location, {self.source!r}) else None)  # to {self.target}"
        )

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        if not self.target:
            raise EditConflict(say("There is no device to map to."), hint=say("For example 'cpu'."))
        found = Outcome({}, [])
        random = {
            id(entry.tensor.storage)
            for entry in contents.tensors
            if role_of(entry.path) == "rng" and self.target != "cpu"
        }
        for node in every_node(checkpoint.root):
            if isinstance(node, Storage) and id(node) not in random:
                self._move(node, found)
            elif isinstance(node, Tensor) and node._device is not None:
                self._move_tensor(node, found)
            elif isinstance(node, Object) and node.class_name == "torch.device":
                self._move_object(node, found)
        if not found.changes:
            raise NothingToDo(
                say("Nothing was saved on '{device}'.", device=visible(self.source, 60)),
                hint=say("`inspector show` says which devices there are."),
            )
        return found

    def _fits(self, location: str | None) -> bool:
        return (
            location is not None and location != self.target and fnmatchcase(location, self.source)
        )

    def _move(self, storage: Storage, found: Outcome) -> None:
        if self._fits(storage.location):
            moved = copy(storage)
            moved.location = self.target
            found.replacements[id(storage)] = moved
            found.changes.append(
                Change(say("storage {key}", key=storage.key), storage.location, self.target)
            )

    def _move_tensor(self, tensor: Tensor, found: Outcome) -> None:
        """A tensor whose rebuild call names its device."""
        origin, at = tensor.origin, None
        if origin is not None:
            at = _DEVICE_ARGUMENTS.get(origin.class_name)
        if origin is None or not self._fits(tensor._device):
            return
        moved = copy(tensor)
        moved.device = self.target
        if at is not None and isinstance(origin.args, tuple):
            moved.origin = copy(origin)
            moved.origin.args = (*origin.args[:at], self.target, *origin.args[at + 1 :])
        found.replacements[id(tensor)] = moved
        found.changes.append(Change("tensor", tensor._device, self.target))

    def _move_object(self, node: Object, found: Outcome) -> None:
        parts = [str(arg) for arg in node.args] if isinstance(node.args, tuple) else []
        if self._fits(":".join(parts)):
            moved = copy(node)
            kind, _, index = self.target.partition(":")
            moved.args = (kind, int(index)) if index.isdigit() else (kind,)
            found.replacements[id(node)] = moved
            found.changes.append(Change("torch.device", ":".join(parts), self.target))


def every_node(root: Any) -> list[Any]:
    """Every node of the tree once, as it is stored."""
    seen = {id(root)}
    found = [root]
    for node in found:
        for child in inner_nodes(node):
            if (
                not isinstance(child, str | int | float | bytes | type(None))
                and id(child) not in seen
            ):
                seen.add(id(child))
                found.append(child)
    return found
