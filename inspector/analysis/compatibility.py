"""What `load_state_dict(strict=True)` would say of a state_dict, in torch's words and order.

Source of words and order: torch/nn/modules/module.py, `load_state_dict` and
`_load_from_state_dict`; torch/nn/modules/batchnorm.py for what it forgives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from inspector.analysis.diff.alignment import Aligner
from inspector.analysis.diff.model import Alignment, Item
from inspector.checkpoint.dtype import UNKNOWN
from inspector.checkpoint.state_dict import StateDict, TensorEntry
from inspector.checkpoint.tensor import Tensor
from inspector.inert import flat_items, lookup, pairs

Shape = tuple[int, ...]
Shapes = Mapping[str, Shape | None]

COUNTER = "num_batches_tracked"
_LONGEST = 4096  # characters of a key that is taken for the name of modules
_NAMES_ONLY = Alignment(kinds=frozenset(["prefix"]))


@dataclass(frozen=True, slots=True)
class SizeMismatch:
    """A tensor that would not fit.

    Attributes:
        file, model: Its shape in the checkpoint and in the model.
    """

    key: str
    file: Shape
    model: Shape

    @property
    def message(self) -> str:
        """torch's line."""
        return (
            f"size mismatch for {self.key}: copying a param with shape {_torch(self.file)} from "
            f"checkpoint, the shape in current model is {_torch(self.model)}."
        )


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What loading would say.

    Attributes:
        module: The class of the model, as far as it is known.
        missing: Keys of the model that the checkpoint does not have, in torch's order.
        unexpected: Keys of the checkpoint that the model does not have, in torch's order.
    """

    module: str
    missing: tuple[str, ...] = ()
    unexpected: tuple[str, ...] = ()
    mismatched: tuple[SizeMismatch, ...] = ()

    @property
    def loads(self) -> bool:
        """Whether strict loading succeeds."""
        return not (self.missing or self.unexpected or self.mismatched)

    @property
    def message(self) -> str | None:
        """The text of the RuntimeError; None where it loads."""
        lines = []
        if self.missing:
            lines.append(f"Missing key(s) in state_dict: {_quoted(self.missing)}. ")
        if self.unexpected:
            lines.append(f"Unexpected key(s) in state_dict: {_quoted(self.unexpected)}. ")
        lines += [mismatch.message for mismatch in self.mismatched]
        if not lines:
            return None
        return f"Error(s) in loading state_dict for {self.module}:\n\t" + "\n\t".join(lines)


def _quoted(keys: Sequence[str]) -> str:
    return ", ".join(f'"{key}"' for key in keys)


def _torch(shape: Shape) -> str:
    return f"torch.Size({list(shape)})"


def shapes_of(state_dict: StateDict) -> dict[str, Shape | None]:
    """Key -> shape, in file order."""
    return {entry.key: entry.tensor.shape for entry in state_dict.entries if entry.key is not None}


def would_load(
    file: Shapes, model: Shapes, metadata: Any = None, module: str = "Model"
) -> LoadReport:
    """What loading the tensors `file` into a model with the tensors `model` would say.

    Args:
        file, model: Key -> shape, in the order of their state_dicts. A shape of None fits all.
        metadata: `StateDict.metadata` of the file: old batch norms need no counter.
        module: The model's class.
    """
    order = _module_order(model)
    versions = _versions(metadata)
    missing = tuple(
        key for key in model if key not in file and not _is_forgiven(key, versions, model)
    )
    unexpected = sorted(
        (key for key in file if key not in model), key=lambda key: _place(key, order)
    )
    mismatched = []
    for key, shape in model.items():
        given = file.get(key)
        if given is not None and shape is not None and given != shape:
            if not shape and given == (1,):
                continue  # a number as torch 0.3 kept it
            mismatched.append(SizeMismatch(key, given, shape))
    return LoadReport(module, missing, tuple(unexpected), tuple(mismatched))


def _module_order(model: Shapes) -> dict[str, int]:
    """Module name -> place in the order in which torch visits modules: depth first."""
    children: dict[str, dict[str, None]] = {}
    for key in model:
        name = ""
        for part in key.split(".")[:-1] if len(key) <= _LONGEST else ():
            below = f"{name}.{part}" if name else part
            children.setdefault(name, {})[below] = None
            name = below
    order: dict[str, int] = {}
    stack = [""]
    while stack:
        name = stack.pop()
        order[name] = len(order)
        stack += reversed(children.get(name, {}))
    return order


def _place(key: str, order: Mapping[str, int]) -> int:
    """When torch notices an unexpected key: in the last module of its name that exists."""
    name = key.rpartition(".")[0] if len(key) <= _LONGEST else ""
    while name and name not in order:
        name = name.rpartition(".")[0]
    return order[name]


def _versions(metadata: Any) -> dict[str, Any]:
    """Module name -> its version, as `_metadata` has it."""
    return {
        name: lookup(held, "version")
        for name, held in pairs(flat_items(metadata) or [])
        if isinstance(name, str)
    }


def _is_forgiven(key: str, versions: Mapping[str, Any], model: Shapes) -> bool:
    """Batch norms of version 1 had no counter, and torch does not ask for it."""
    module, _, last = key.rpartition(".")
    if last != COUNTER or f"{module}.running_mean".lstrip(".") not in model:
        return False
    version = versions.get(module)
    return not isinstance(version, int) or version < 2


def renames(file: StateDict, model: StateDict | None, report: LoadReport) -> dict[str, str]:
    """Unexpected key -> the missing key it should be called.

    Args:
        model: None where only names are known; then only prefixes are looked for.
    """
    ours = _items(file, report.unexpected)
    if model is None:
        theirs = [_nameless(key) for key in report.missing]
        ours = [_nameless(item.match) for item in ours]
        found = Aligner(ours, theirs, _NAMES_ONLY).run()
    else:
        theirs = _items(model, report.missing)
        found = Aligner(ours, theirs, Alignment()).run()
    names = {ours[a].match: theirs[b].match for a, b, _, _ in found.matches}
    return names | _counters(names, report)


def _counters(names: Mapping[str, str], report: LoadReport) -> dict[str, str]:
    """Counters of batch norms go with their norm: torch may forgive that they are missing."""
    found: dict[str, str] = {}
    for key in report.unexpected:
        module, _, last = key.rpartition(".")
        renamed = names.get(f"{module}.running_mean")
        if last == COUNTER and key not in names and renamed is not None:
            found[key] = f"{renamed.removesuffix('running_mean')}{COUNTER}"
    return found


def _items(state_dict: StateDict, keys: Sequence[str]) -> list[Item]:
    wanted = set(keys)
    return [
        Item(entry.key, entry.key, entry)
        for entry in state_dict.entries
        if entry.key is not None and entry.key in wanted
    ]


def _nameless(key: str) -> Item:
    """A tensor of which nothing but the name is known."""
    return Item(key, key, TensorEntry((key,), Tensor(UNKNOWN, None, None), key))
