"""The edit that makes a checkpoint loadable with `torch.load(weights_only=True)`."""

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
from inspector.edits.edit import Change, Edit, NothingToDo, Outcome
from inspector.errors import Sentence, say
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
    def title(self) -> Sentence:
        return say("Make loadable with weights_only=True")

    def python(self) -> str:
        return "# turn paths, namespaces, numpy scalars ... into str, dict and float by hand"

    def outcome(self, checkpoint: Checkpoint, contents: Contents) -> Outcome:
        found = Outcome({}, [])
        for path, node in Walk(checkpoint.root):
            if not isinstance(node, Tensor) and not is_module(node):
                self._check_entries(path, node, found)
        if not found.changes:
            raise NothingToDo(
                say("weights_only=True accepts this checkpoint already."),
                hint=say("Nothing to do."),
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
    if isinstance(value, Object):
        return value.class_name
    return say("a very long {type}", type=type(value).__name__)


def _shown(value: Any) -> str:
    return say("a dict") if isinstance(value, Dict) else str(value)


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
