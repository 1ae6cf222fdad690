"""Edits that make a checkpoint readable by more: weights_only=True, and torch of years ago."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Any, ClassVar

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.objects import MAPPINGS, object_text, object_value, transparent
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Path, Walk, children, is_module
from inspector.describe import visible
from inspector.edits.edit import Change, Edit, EditConflict, NothingToDo, Outcome
from inspector.edits.location import every_node
from inspector.inert import UNSET, BigNumber, Dict, Global, Object, attributes, pairs

# torch/_weights_only_unpickler.py, _get_allowed_globals of torch 2.13, without the tensor classes.
_ALLOWED = frozenset(
    "collections.OrderedDict collections.Counter torch.nn.parameter.Parameter torch.Size "
    "torch.Tensor torch.device torch.serialization._get_layout _codecs.encode builtins.bytearray "
    "builtins.set builtins.complex torch._tensor._rebuild_from_type_v2 "
    "torch.storage.UntypedStorage torch.storage.TypedStorage".split()
)
_LONGEST_INT = 8 * 255  # more takes LONG4, an opcode that weights_only does not know
_ALLOWED_REBUILDS = "torch._utils._rebuild_"
_REFUSED_REBUILDS = ("torch._utils._rebuild_xla_tensor",)


def is_allowed(name: str) -> bool:
    """Whether `torch.load(weights_only=True)` accepts a global."""
    if name in _ALLOWED or name.startswith(_ALLOWED_REBUILDS):
        return name not in _REFUSED_REBUILDS
    root, _, last = name.rpartition(".")
    return root == "torch" and (last.islower() or last.endswith(("Storage", "Tensor")))


@dataclass(frozen=True)
class WeightsOnly(Edit):
    """Everything that `weights_only=True` refuses is turned into a plain value, or dropped."""

    kind: ClassVar[str] = "weights-only"

    @property
    def title(self) -> str:
        return "Make loadable with weights_only=True"

    def python(self) -> str:
        return "# turn paths, namespaces, numpy scalars ... into str, dict and float by hand"

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        found = Outcome({}, [])
        for path, node in Walk(checkpoint.root):
            if not isinstance(node, Tensor) and not is_module(node):
                self._check_entries(path, node, found)
        if not found.changes:
            raise NothingToDo(
                "weights_only=True accepts this checkpoint already.", hint="Nothing to do."
            )
        return found

    def _check_entries(self, path: Path, node: Any, found: Outcome) -> None:
        """Values of a container: converted by identity, or taken out of it."""
        dropped: list[int] = []
        for element, value in children(node):
            if id(value) in found.replacements or self._is_fine(value):
                continue
            name = visible(".".join(map(str, (*path, element))), 200)
            plain = self._plain(value)
            if plain is UNSET:
                dropped.append(id(value))
                found.changes.append(Change(name, _name(value), None))
            else:
                found.replacements[id(value)] = plain
                found.changes.append(Change(name, _name(value), visible(_shown(plain), 80)))
        if dropped:
            found.replacements[id(node)] = _without(node, dropped)

    def _is_fine(self, value: Any) -> bool:
        if isinstance(value, Global):
            return is_allowed(value.full)
        if isinstance(value, int):
            return value.bit_length() < _LONGEST_INT
        if not isinstance(value, Object):
            return not isinstance(value, BigNumber) and value != b""
        state = attributes(value)
        return is_allowed(value.class_name) and (state is None or value.flat is not None)

    def _plain(self, value: Any) -> Any:
        """What stands for a value, or UNSET where only dropping it helps."""
        if isinstance(value, Global):
            return value.full
        if isinstance(value, int):
            return hex(value)
        if value == b"":
            return ""
        if not isinstance(value, Object):
            return UNSET
        number = object_value(value)
        if number is not None and not isinstance(number, complex):
            return number
        inner = transparent(value)
        if inner is not UNSET:
            return Dict(list(inner.flat)) if isinstance(inner, Dict) else inner
        held = attributes(value)
        if value.class_name in MAPPINGS or (held is not None and not value.args):
            flat = [*(value.flat or []), *(held.flat if held is not None else [])]
            return Dict(flat)
        return value.items if value.class_name == "collections.deque" else self._of_args(value)

    def _of_args(self, value: Object) -> Any:
        """A date or a range as text; a named tuple as a tuple; an enum as its value."""
        text = object_text(value)
        if text is None or not isinstance(value.args, tuple):
            return UNSET
        if value.class_name.startswith(("datetime.", "builtins.", "decimal.", "pathlib")):
            return text
        if not value.args or any(isinstance(arg, bytes) for arg in value.args):
            return text
        return value.args[0] if len(value.args) == 1 else value.args


def _name(value: Any) -> str:
    if isinstance(value, Global):
        return value.full
    return value.class_name if isinstance(value, Object) else f"a very long {type(value).__name__}"


def _shown(value: Any) -> str:
    return "a dict" if isinstance(value, Dict) else str(value)


def _without(node: Any, dropped: list[int]) -> Any:
    """A container without the values of these ids; a sequence keeps its length with None."""
    if isinstance(node, list | tuple):
        kept = [None if id(item) in dropped else item for item in node]
        return tuple(kept) if isinstance(node, tuple) else kept
    new = copy(node)
    if isinstance(node, Object) and node.flat is None:
        held = attributes(node)
        new.state = _without(held, dropped) if held is not None else node.state
        return new
    flat = getattr(node, "flat", None) or []
    new.flat = [part for pair in pairs(flat) if id(pair[1]) not in dropped for part in pair]
    return new


@dataclass(frozen=True)
class OldTorch(Edit):
    """Calls that torch 0.4 to 1.4 does not have become those it has; values stay."""

    kind: ClassVar[str] = "old-torch"

    @property
    def title(self) -> str:
        return "Write calls that torch 0.4 to 1.4 has"

    def python(self) -> str:
        return "torch.save(checkpoint, path, _use_new_zipfile_serialization=False)"

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        found = Outcome({}, [])
        for entry in contents.tensors:
            why = _too_new(entry.tensor)
            if why is not None:
                raise EditConflict(
                    f"'{visible(entry.key or '?', 200)}' is {why}, which torch before 1.6 does not "
                    "have.",
                    hint="Drop or cast it first, or save for torch 1.5 and later.",
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
        found.changes.append(Change(name, "as torch 2 writes it", "as torch 1.0 reads it"))

    def _unwrap(self, tensor: Tensor, found: Outcome) -> None:
        """`_rebuild_from_type_v2` only adds Python attributes to what its inner call makes."""
        origin = tensor.origin
        if origin is None or origin.class_name != "torch._tensor._rebuild_from_type_v2":
            return
        new = copy(tensor)
        new.origin = Object("reduce", origin.args[0], origin.args[2])
        new.class_name = "torch.Tensor"
        found.replacements[id(tensor)] = new
        found.changes.append(Change("tensor", _name(origin), _name(new.origin)))


def _too_new(tensor: Tensor) -> str | None:
    if tensor.is_conj or tensor.is_neg:
        return "a conjugate or negative view"
    if tensor.layout not in ("strided", "sparse_coo") or tensor.shape is None:
        return f"a {tensor.layout} tensor"
    if tensor.device == "meta":
        return "a meta tensor"
    return "complex" if tensor.dtype.kind == "complex" else None
