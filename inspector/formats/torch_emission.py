"""What torch's writers share: tensors back to rebuild calls, storages to persistent ids.

A tensor that was read from a pickle is written by the very call that made it, with its storage's
present location and dtype. One that came from elsewhere gets the call torch would write today.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.dtype import STORAGE_DTYPES, DType
from inspector.checkpoint.tensor import Storage, Tensor
from inspector.checkpoint.tree import Names, Path
from inspector.describe import visible
from inspector.errors import Sentence, Unsupported, say
from inspector.inert import Dict, Global, Object, Pid, pairs
from inspector.pickling.emit import emit
from inspector.progress import Progress

# torch.storage: the typed class of a dtype; dtypes without one are saved untyped since 2.3.
_STORAGE_CLASSES = {dtype: name for name, dtype in reversed(STORAGE_DTYPES.items())}
_STORAGE_CLASSES["uint8"] = "ByteStorage"
_UNTYPED = "torch.storage.UntypedStorage"
# numpy's and ONNX's types that torch cannot hold.
_FOREIGN = ("string", "object", "unknown", "int4", "uint4", "int2", "uint2", "float4_e2m1")

# Metadata that says nothing a person would miss.
_USUAL = frozenset(["format", "total_size", "total_parameters"])

# What runs, of the formats that hold programs beside tensors.
_PROGRAMS = {
    "torchscript": say("its code"),
    "torch-export": say("its program"),
    "torch-package": say("the code of the package"),
}

MakePid = Callable[[Global, str, str, int], tuple[Any, ...]]


class Emission:
    """One pickling of a checkpoint's tree.

    Args:
        make_pid: (storage class, key, location, numel) -> the container's persistent id.

    Attributes:
        storages: The storages met, in order of first use: their keys are "0", "1", ...
    """

    def __init__(self, make_pid: MakePid) -> None:
        self.make_pid = make_pid
        self.storages: list[Storage] = []
        self._keys: dict[int, Pid] = {}
        self._globals: dict[str, Global] = {}
        self._made: dict[int, Any] = {}
        self._kept: list[Any] = []

    def pickle(self, checkpoint: Checkpoint, progress: Progress) -> bytes:
        """The pickle of the whole tree.

        Raises:
            Unsupported: A value that torch's pickles cannot hold.
        """
        return emit(checkpoint.root, self.replace, progress)

    def replace(self, node: Any) -> Any:
        """What to write for a node that is no plain value; the same answer for the same node."""
        if isinstance(node, Storage):
            return self._pid(node)
        if isinstance(node, Tensor):
            return node.origin if node.origin is not None else self._once(node, self._call)
        if isinstance(node, Names):
            return self._once(node, _mapping)
        return node

    def _once(self, node: Any, make: Callable[[Any], Any]) -> Any:
        found = self._made.get(id(node))
        if found is None:
            found = self._made[id(node)] = make(node)
            self._kept.append(node)
        return found

    def _pid(self, storage: Storage) -> Pid:
        found = self._keys.get(id(storage))
        if found is None:
            name = storage.type_name or class_of(storage.dtype)
            numel = storage.nbytes // max(storage.dtype.itemsize, 1)
            if name.rpartition(".")[2].endswith("UntypedStorage"):
                numel = storage.nbytes
            key = str(len(self.storages))
            location = storage.location or "cpu"
            pid = self.make_pid(self._named(name), key, location, numel)
            found = self._keys[id(storage)] = Pid(pid)
            self.storages.append(storage)
        return found

    def _named(self, full: str) -> Global:
        module, _, name = full.rpartition(".")
        return self._globals.setdefault(full, Global(module, name))

    def _call(self, tensor: Tensor) -> Object:
        """`_rebuild_tensor_v2` or, for dtypes without a typed storage, `_rebuild_tensor_v3`."""
        if is_foreign(tensor):
            raise Unsupported(
                say(
                    "torch has no tensor of dtype {dtype} and layout {layout}.",
                    dtype=tensor.dtype.name,
                    layout=tensor.layout,
                ),
                hint=say("Drop it, or save to a format that has it."),
            )
        hooks = Object("reduce", self._named("collections.OrderedDict"), ())
        grad = bool(tensor.requires_grad)
        view = (tensor.storage, tensor.storage_offset, tensor.shape, tensor.stride, grad, hooks)
        if class_of(tensor.dtype) != _UNTYPED:
            call = Object("reduce", self._named("torch._utils._rebuild_tensor_v2"), view)
        else:
            kind = self._named(f"torch.{tensor.dtype.name}")
            call = Object("reduce", self._named("torch._utils._rebuild_tensor_v3"), (*view, kind))
        if not tensor.is_parameter:
            return call
        parameter = self._named("torch._utils._rebuild_parameter")
        return Object("reduce", parameter, (call, grad, hooks))


def is_foreign(tensor: Tensor) -> bool:
    """Whether torch has nothing like a tensor that comes from another format."""
    is_known = tensor.dtype.name not in _FOREIGN
    is_plain = tensor.storage is not None and tensor.shape is not None
    return tensor.origin is None and not (is_known and is_plain)


def class_of(dtype: DType) -> str:
    """The dotted name of the storage class that torch saves a dtype with."""
    name = _STORAGE_CLASSES.get(dtype.name)
    return f"torch.{name}" if name else _UNTYPED


def _mapping(node: Names) -> Any:
    """A reader's own mapping as the OrderedDict that `state_dict()` returns, or a plain dict."""
    if node.kind != "state_dict":
        return Dict(node.flat)
    made = Object("reduce", Global("collections", "OrderedDict"), ())
    made.flat = [part for pair in pairs(node.flat) if not is_about(pair[0]) for part in pair]
    return made


def is_about(key: Any) -> bool:
    """Whether a reader's own entry tells of the container ("<metadata>"), and is no key of it."""
    return isinstance(key, str) and (key.startswith("<") or key == "__metadata__")


def container_losses(checkpoint: Checkpoint) -> list[Sentence]:
    """What a container says beside its keys, which torch's pickles have no place for."""
    program = _PROGRAMS.get(checkpoint.format)
    losses = [program] if program is not None else []
    root = checkpoint.root
    if not isinstance(root, Names) or root.kind != "state_dict":
        return losses
    told = [(key, value) for key, value in pairs(root.flat) if is_about(key)]
    return losses + [
        say("what the file says in {key}", key=visible(key, 40))
        for key, value in told
        if not isinstance(value, Dict) or set(map(str, value.flat[::2])) - _USUAL
    ]


def is_left_out(checkpoint: Checkpoint, path: Path) -> bool:
    """Whether what lies at `path` is no key, but what `container_losses` tells of."""
    root = checkpoint.root
    is_collection = isinstance(root, Names) and root.kind == "state_dict"
    return is_collection and len(path) > 0 and is_about(path[0])
