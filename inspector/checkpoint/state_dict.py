"""Finding the state_dicts of a tree: mappings of key -> tensor, and the modules that have one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Names, Path, is_module, module_tensors
from inspector.inert import Dict, Object, pairs

# What training wrappers put before every key.
WRAPPERS = (
    "module.",
    "_orig_mod.",
    "_forward_module.",
    "_fsdp_wrapped_module.",
    "_checkpoint_wrapped_module.",
    "base_model.model.",
    "model.",
    "net.",
    "student.",
    "backbone.",
)
# Wrappers that may also sit in the middle of a key.
_INNER_WRAPPERS = ("_fsdp_wrapped_module.", "_checkpoint_wrapped_module.", "_orig_mod.")
# Entries of wrappers themselves, which have no prefix: swa_utils.AveragedModel counts its updates.
_UNPREFIXED = frozenset(["n_averaged"])
# Buffers by the last part of their name: batch norm's statistics, tables that Swin, BERT, rotary
# embeddings, GPT-2 and DeepSeek compute, and the counters that thop leaves in a model.
BUFFER_NAMES = (
    "running_mean",
    "running_var",
    "num_batches_tracked",
    "relative_position_index",
    "relative_coords_table",
    "position_ids",
    "inv_freq",
    "masked_bias",
    "e_score_correction_bias",
    "total_ops",
    "total_params",
)

_ROLES = (
    ("ema", re.compile(r"(^|[_./-])(ema|averaged|shadow|swa)([_./-]|$)", re.I)),
    ("rng", re.compile(r"(^|_)rng(_|$)|random_state|generator", re.I)),
    ("scaler", re.compile(r"scaler", re.I)),
    ("scheduler", re.compile(r"sched", re.I)),
    ("optimizer", re.compile(r"optim", re.I)),
    ("callbacks", re.compile(r"callback|loops|hook", re.I)),
)


@dataclass(slots=True)
class TensorEntry:
    """A tensor and where it sits.

    Attributes:
        key: Its name within its state_dict, module or graph; None outside one.
        in_module: Whether a pickled module holds it, which knows parameters from buffers.
    """

    path: Path
    tensor: Tensor
    key: str | None = None
    in_module: bool = False


@dataclass(slots=True)
class StateDict:
    """A mapping of key -> tensor found in the tree.

    Attributes:
        path: Of the mapping or the module.
        entries: In file order.
        role: "weights", "ema", "optimizer", "rng", ...; what the names on its path suggest.
        prefixes: Wrapper prefixes that all keys share, outermost first.
        is_module: Whether it is a pickled module rather than a dict.
        metadata: Key prefix -> version info, as `state_dict()._metadata` has it, or None.
    """

    path: Path
    entries: list[TensorEntry] = field(default_factory=list)
    role: str = "weights"
    prefixes: list[str] = field(default_factory=list)
    is_module: bool = False
    metadata: Any = None

    @property
    def parameters(self) -> int:
        """Elements of all tensors that are not known to be buffers."""
        return sum(entry.tensor.numel or 0 for entry in self.entries if not is_buffer(entry))

    @property
    def nbytes(self) -> int:
        """Bytes of all tensors, tied ones counted each time."""
        return sum(entry.tensor.nbytes or 0 for entry in self.entries)


def is_buffer(entry: TensorEntry) -> bool:
    """Whether a tensor is certainly no parameter: a module's buffer, batch norm's statistics."""
    if entry.in_module and entry.tensor.is_parameter is False:
        return True
    last = "" if entry.key is None else entry.key.rpartition(".")[2]
    if last == "bias":  # GPT-2's causal mask, 1 x 1 x positions x positions
        shape = entry.tensor.shape or ()
        return len(shape) == 4 and shape[:2] == (1, 1) and shape[2] == shape[3] > 1
    return last in BUFFER_NAMES


def looks_like_state_dict(node: Any) -> bool:
    """Whether at least half of a mapping's values are tensors under text keys.

    What holds a mapping or a module of more tensors than itself is only around that one.
    """
    if not isinstance(node, Dict | Object) or not node.flat:
        return False
    tensors, others = 0, []
    for key, value in pairs(node.flat):
        if isinstance(value, Tensor):
            if not isinstance(key, str):
                return False
            tensors += 1
        elif value is not None:
            others.append(value)
    return tensors > 0 and tensors >= len(others) and all(_tensors(o) <= tensors for o in others)


def _tensors(node: Any) -> int:
    """How many tensors a mapping or a module holds itself."""
    if is_module(node):
        return len(module_tensors(node))
    flat = node.flat if isinstance(node, Dict | Object) else None
    return sum(isinstance(value, Tensor) for _, value in pairs(flat or []))


def is_named_collection(node: Any) -> bool:
    """Whether a reader said that a mapping is one of tensors (a graph's initializers)."""
    return isinstance(node, Names) and node.kind == "state_dict"


def role_of(path: Path) -> str:
    """What the names on a path suggest it holds; "weights" where they suggest nothing."""
    for element in reversed(path):
        for role, pattern in _ROLES:
            if isinstance(element, str) and pattern.search(element):
                return role
    return "weights"


def wrapper_prefixes(keys: Iterable[str]) -> list[str]:
    """The wrapper prefixes that all keys share, outermost first, then those inside keys."""
    names = [key for key in keys if key not in _UNPREFIXED]
    if not names:
        return []
    # A prefix that the first and the last in order have, all have.
    first, last = min(names), max(names)
    shortest, length = min(map(len, names)), 0
    found: list[str] = []
    while True:
        prefix = next((p for p in WRAPPERS if first.startswith(p, length)), None)
        if prefix is None or not last.startswith(prefix, length):
            break
        if length + len(prefix) >= shortest:
            break
        found.append(prefix)
        length += len(prefix)
    rest = "\n".join(name[length:] for name in names)
    found += [p for p in _INNER_WRAPPERS if p not in found and f".{p}" in rest]
    return found
