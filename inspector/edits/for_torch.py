"""The edit that makes a checkpoint readable by torch of years ago."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import ClassVar

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.objects import object_text
from inspector.checkpoint.tensor import Tensor
from inspector.describe import visible
from inspector.edits.edit import Change, Edit, EditConflict, Outcome
from inspector.edits.location import every_node
from inspector.errors import Sentence, say
from inspector.inert import Global, Object

# The oldest torch that is to read the file: 0.4 reads legacy files only, 1.5 the zip format, too.
RELEASES = {"0.4": say("0.4 to 1.4"), "1.5": say("1.5 and later")}
# torch/storage.py of 1.5; complex storages came with 1.6.
_DTYPES = frozenset(
    "float64 float32 float16 bfloat16 int64 int32 int16 int8 uint8 bool qint32 qint8 quint8".split()
)


@dataclass(frozen=True)
class ForTorch(Edit):
    """Calls that torch of then does not have become those it has; values stay.

    Attributes:
        oldest: One of `RELEASES`.
    """

    oldest: str

    kind: ClassVar[str] = "for-torch"

    @property
    def title(self) -> Sentence:
        release = RELEASES.get(self.oldest, self.oldest)
        return say("Write calls that torch {release} has", release=release)

    def python(self) -> str:
        is_zip = self.oldest != "0.4"
        return f"torch.save(checkpoint, path, _use_new_zipfile_serialization={is_zip})"

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        if self.oldest not in RELEASES:
            raise EditConflict(
                say("Nothing is known about torch {release}.", release=visible(self.oldest, 40)),
                hint=say("One of {names}.", names=tuple(RELEASES)),
            )
        found = Outcome({}, [])
        for entry in contents.tensors:
            what = _too_new(entry.tensor)
            if what is not None:
                raise EditConflict(
                    say(
                        "'{name}' is {what}, which torch of then does not have.",
                        name=visible(entry.key or "?", 200),
                        what=what,
                    ),
                    hint=say("Drop or cast it first, or save for the torch of today."),
                )
        for node in every_node(checkpoint.root):
            if isinstance(node, Object):
                self._convert(node, found)
            elif isinstance(node, Tensor) and node.origin is not None:
                self._unwrap(node, found)
            elif isinstance(node, Global) and node.module.startswith("numpy._core"):
                old = Global(node.module.replace("numpy._core", "numpy.core"), node.name)
                found.replacements[id(node)] = old
                found.changes.append(Change(node.full, node.module, old.module))
        return found

    def _convert(self, node: Object, found: Outcome) -> None:
        name, args = node.class_name, node.args
        new = copy(node)
        if name == "torch._utils._rebuild_sparse_tensor" and len(args) > 1 and len(args[1]) == 4:
            new.args = (args[0], args[1][:3])
        elif name == "torch._utils._rebuild_tensor_v2" and len(args) == 7:
            new.args = args[:6]
        elif name == "torch._utils._rebuild_parameter_with_state":
            new.func, new.args = Global("torch._utils", "_rebuild_parameter"), args[:3]
        else:
            return
        found.replacements[id(node)] = new
        found.changes.append(
            Change(name, say("as torch 2 writes it"), say("as torch 1.0 reads it"))
        )

    def _unwrap(self, tensor: Tensor, found: Outcome) -> None:
        """`_rebuild_from_type_v2` only adds Python attributes to what its inner call makes."""
        origin = tensor.origin
        if origin is None or origin.class_name != "torch._tensor._rebuild_from_type_v2":
            return
        new = copy(tensor)
        new.origin = Object("reduce", origin.args[0], origin.args[2])
        new.class_name = "torch.Tensor"
        found.replacements[id(tensor)] = new
        found.changes.append(Change("tensor", object_text(origin), object_text(new.origin)))


def _too_new(tensor: Tensor) -> Sentence | None:
    if tensor.is_conj or tensor.is_neg:
        return say("a conjugate or negative view")
    if tensor.layout not in ("strided", "sparse_coo") or tensor.shape is None:
        return say("a {layout} tensor", layout=tensor.layout)
    if tensor.device == "meta":
        return say("a meta tensor")
    return None if tensor.dtype.name in _DTYPES else say("of {name}", name=tensor.dtype.name)
