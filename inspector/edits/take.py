"""Taking a tensor from another file."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any, ClassVar

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.state_dict import StateDict
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import children, is_module
from inspector.describe import shape, visible
from inspector.edits.edit import Change, Edit, EditConflict, Outcome
from inspector.edits.keys import node_at
from inspector.edits.storages import own_storage
from inspector.edits.values import find_path
from inspector.errors import Sentence, say
from inspector.inert import flat_items
from inspector.remedies import LIST_STATE_DICTS


@dataclass(frozen=True)
class TakeTensor(Edit):
    """Put the tensor at `source_path` of another file at `path`, in place of one or as a new key.

    The edit names the file. Before it can be applied somebody who may open files gives it the
    tensor (`bound`), and keeps that file open as long as the checkpoint that was made is in use:
    `document.OtherFiles` does. Device and requires_grad stay those of the tensor that is replaced.

    Attributes:
        path: Dotted path of the tensor in the checkpoint that is edited.
        file: The other file.
        source_path: Dotted path in the other file.
    """

    path: str
    file: str
    source_path: str
    kind: ClassVar[str] = "take"
    tensor: ClassVar[Tensor | None] = None

    @property
    def title(self) -> Sentence:
        return say("Take {path} from {file}", path=self.path, file=self.file)

    def python(self) -> str:
        return f"state_dict[{self.path!r}] = torch.load({self.file!r})[{self.source_path!r}]"

    def bound(self, other: Checkpoint) -> TakeTensor:
        """The same edit with the tensor of `other`, which must stay open.

        Raises:
            EditConflict: It has no such tensor, or one that cannot be taken.
        """
        _, found = find_path(other.root, self.source_path)
        if not isinstance(found, Tensor):
            raise EditConflict(say("'{path}' is no tensor.", path=visible(self.source_path, 200)))
        is_plain = found.parts is None and found.quantization is None and not found.is_conj
        if not is_plain or found.is_neg or found.storage is None or found.stride is None:
            raise EditConflict(
                say(
                    "'{path}' is a {layout} tensor of a kind that cannot be taken.",
                    path=visible(self.source_path, 200),
                    layout=found.layout,
                ),
                hint=say("Only plain strided tensors can."),
            )
        if found.trouble is not None:
            raise found.trouble
        new = copy(self)
        object.__setattr__(new, "tensor", found)
        return new

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        if self.tensor is None:
            raise EditConflict(
                say(
                    "{file} is not open, so nothing can be taken from it.",
                    file=visible(self.file, 200),
                ),
                hint=say("Check that the recipe names the file as seen from here."),
            )
        old = _find(checkpoint.root, self.path)
        new = self._taken(old)
        after = say(
            "{shape} {dtype} of {file}",
            shape=shape(new.shape),
            dtype=new.dtype.name,
            file=self.file,
        )
        if old is not None:
            before = f"{shape(old.shape)} {old.dtype.name}"
            return Outcome({id(old): new}, [Change(self.path, before, after)])
        holder, key = self._place(contents)
        node = node_at(checkpoint.root, holder.path)
        if flat_items(node) is None or is_module(node):
            raise EditConflict(
                say("'{path}' cannot be added to a pickled module.", path=visible(self.path, 200)),
                hint=say("Save its state_dict first (--only)."),
            )
        added: Any = copy(node)
        added.flat = [*node.flat, key, new]
        return Outcome({id(node): added}, [Change(self.path, None, after)])

    def _taken(self, old: Tensor | None) -> Tensor:
        """A tensor of its own storage, on the device of the one it replaces."""
        source = self.tensor
        assert source is not None
        storage, stride = own_storage(source)
        storage.type_name = None
        storage.dtype = source.dtype
        storage.location = (old.device if old is not None else None) or storage.location or "cpu"
        grad = old if old is not None and old.requires_grad is not None else source
        return Tensor(
            source.dtype, source.shape, stride, 0, storage, grad.requires_grad, grad.is_parameter
        )

    def _place(self, contents: Contents) -> tuple[StateDict, str]:
        """The state_dict that a new key belongs to, and the key."""
        fits = []
        for found in contents.state_dicts:
            above = "".join(f"{part}." for part in found.path)
            if self.path.startswith(above) and len(self.path) > len(above):
                fits.append((len(above), found))
        if not fits:
            raise EditConflict(
                say(
                    "There is no state_dict that '{path}' would be a key of.",
                    path=visible(self.path, 200),
                ),
                hint=LIST_STATE_DICTS,
            )
        length, holder = max(fits, key=lambda fit: fit[0])
        return holder, self.path[length:]


def _find(root: Any, path: str) -> Tensor | None:
    """The tensor at a dotted path; None where there is nothing.

    Raises:
        EditConflict: There is something else.
    """
    try:
        _, found = find_path(root, path)
    except EditConflict:
        return None
    if isinstance(found, Tensor):
        return found
    what = say("a group of entries") if children(found) else say("a value")
    raise EditConflict(
        say("'{path}' is {what}, no tensor.", path=visible(path, 200), what=what),
        hint=say("Name a tensor."),
    )
