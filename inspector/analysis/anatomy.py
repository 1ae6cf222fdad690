"""What a checkpoint is made of: its top-level entries, their roles and bytes, its modules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from inspector.analysis.frameworks import Guess, guess_frameworks
from inspector.analysis.roles import Roles
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.state_dict import StateDict, TensorEntry, is_buffer
from inspector.checkpoint.tensor import Storage, Tensor
from inspector.checkpoint.tree import Element, Path, children
from inspector.errors import say
from inspector.progress import SILENT, Progress

STRUCTURE = "structure"
_MOST_PARTS = 2000


@dataclass(frozen=True, slots=True)
class Part:
    """A top-level entry, or the whole content where that is one state_dict.

    Attributes:
        role: "weights", "EMA", "optimizer", "scheduler", "scaler", "hyper-parameters",
            "RNG state", "callbacks", "metrics", "metadata", "constants", "graph", "structure"
            (what is not tensors: pickles, headers, padding), "other" or "empty".
        tensors: Tensors and arrays in it.
        nbytes: Of the storages that belong to it; one that several parts use belongs to the first.
        shared_nbytes: Of storages that belong to a part before this one.
        share: `nbytes` of all parts' bytes, 0 to 1.
    """

    path: Path
    name: str
    role: str
    tensors: int
    nbytes: int
    shared_nbytes: int
    share: float


@dataclass(frozen=True, slots=True)
class ModuleCount:
    """The tensors of a state_dict that begin with the same name.

    Attributes:
        name: The first part of the key behind what all keys begin with; "" for keys that have
            no more parts.
        parameters: Elements that are not known to be buffers.
        nbytes: Of all tensors, tied ones counted each time.
        first: The first tensor of them.
    """

    name: str
    tensors: int
    parameters: int
    nbytes: int
    first: TensorEntry


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Attributes:
    parts: In file order; last what is not tensors.
    frameworks: What may have written it, likeliest first, with reasons.
    modules: For each state_dict (in the order of `Contents.state_dicts`) its top-level modules.
    tied_bytes: Bytes that sharing storages saves.
    wasted_bytes: Bytes of storages that no tensor reaches.
    """

    parts: list[Part]
    frameworks: list[Guess]
    modules: list[tuple[StateDict, list[ModuleCount]]]
    tied_bytes: int
    wasted_bytes: int

    def by_role(self) -> dict[str, int]:
        """Role -> bytes, most first."""
        sums: dict[str, int] = {}
        for part in self.parts:
            sums[part.role] = sums.get(part.role, 0) + part.nbytes
        return dict(sorted(sums.items(), key=lambda pair: -pair[1]))


def anatomy(checkpoint: Checkpoint, contents: Contents, progress: Progress = SILENT) -> Anatomy:
    """What `checkpoint` is made of; nothing is read.

    Raises:
        Cancelled: From `progress`.
    """
    steps: tuple[Callable[[], Any], ...] = (
        lambda: _parts(checkpoint, contents),
        lambda: guess_frameworks(checkpoint, contents),
        lambda: [(found, module_counts(found)) for found in contents.state_dicts],
        lambda: tied_bytes(contents),
        contents.wasted_bytes,
    )
    found = []
    for step in steps:
        progress.report(0, 0, say("looking through the file"))
        found.append(step())
    return Anatomy(*found)


def _parts(checkpoint: Checkpoint, contents: Contents) -> list[Part]:
    entries = _entries(checkpoint.root, contents)
    held = _held(entries, contents)
    owners: dict[int, int] = {}
    sums: list[tuple[int, int]] = []
    for at in range(len(entries)):
        own = shared = 0
        for storage in _storages(held[at]):
            owner = owners.setdefault(id(storage), at)
            own += storage.nbytes if owner == at else 0
            shared += storage.nbytes if owner != at else 0
        sums.append((own, shared))
    stored = sum(own for own, _ in sums)
    structure = max(0, checkpoint.size - stored)
    total = max(1, stored + structure)
    roles = Roles(contents, checkpoint.format.startswith("onnx"))
    parts = [
        Part(
            path,
            str(path[-1]) if path else "",
            roles.of(path, node),
            len(held[at]),
            *sums[at],
            sums[at][0] / total,
        )
        for at, (path, node) in enumerate(entries)
    ]
    return [*parts, Part((), STRUCTURE, STRUCTURE, 0, structure, 0, structure / total)]


def _entries(root: Any, contents: Contents) -> list[tuple[Path, Any]]:
    """(path, node) of each part. A state_dict at the top is one, beside what a reader added."""
    if isinstance(root, list | tuple) and len(root) > _MOST_PARTS:
        return [((), root)]
    below = children(root)
    if any(not found.path for found in contents.state_dicts) or isinstance(root, Tensor):
        added = [
            ((name,), node) for name, node in below if str(name)[:2] in ("__", "<a", "<c", "<m")
        ]
        added = [(path, node) for path, node in added if not isinstance(node, Tensor)]
        return [((), root), *added]
    if not below or len(below) > _MOST_PARTS:
        return [((), root)]
    return [((name,), node) for name, node in below]


def _held(entries: list[tuple[Path, Any]], contents: Contents) -> list[list[TensorEntry]]:
    """The tensors of each part; those of no other part are the whole's."""
    places: dict[Element, int] = {path[0]: at for at, (path, _) in enumerate(entries) if path}
    held: list[list[TensorEntry]] = [[] for _ in entries]
    for entry in contents.tensors + contents.arrays:
        at = places.get(entry.path[0], 0) if entry.path else 0
        if at < len(held):
            held[at].append(entry)
    return held


def _storages(held: Iterable[TensorEntry]) -> list[Storage]:
    """The storages of tensors, each once; those that are nowhere left out."""
    found: dict[int, Storage] = {}
    for entry in held:
        storage = entry.tensor.storage
        if storage is not None and storage.source is not None:
            found[id(storage)] = storage
    return list(found.values())


def module_counts(state_dict: StateDict) -> list[ModuleCount]:
    """The top-level modules of a state_dict, in file order."""
    skipped = len(shared_prefix([entry.key or "" for entry in state_dict.entries]))
    sums: dict[str, list[Any]] = {}
    for entry in state_dict.entries:
        name, dot, _ = (entry.key or "")[skipped:].partition(".")
        counts = sums.setdefault(name if dot else "", [0, 0, 0, entry])
        counts[0] += 1
        counts[1] += 0 if is_buffer(entry) else entry.tensor.numel or 0
        counts[2] += entry.tensor.nbytes or 0
    return [ModuleCount(name, *counts) for name, counts in sums.items()]


def shared_prefix(keys: Sequence[str]) -> str:
    """What all dotted keys begin with, unless nothing but names of tensors were left of them.

    ["model.a.w", "model.b.w"] -> "model."; ["fc.weight", "fc.bias"] -> "".
    """
    first, last = min(keys, default=""), max(keys, default="")
    same = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    )
    prefix = first[: first.rfind(".", 0, same) + 1]
    while prefix and not any("." in key[len(prefix) :] for key in keys):
        prefix = prefix[: prefix.rfind(".", 0, -1) + 1]
    return prefix


def tied_bytes(contents: Contents) -> int:
    """Bytes that a file would have more if every tensor had a storage of its own."""
    saved = 0
    for entries in contents.sharing().values():
        spans: list[tuple[int, int]] = []
        for entry in entries:
            tensor = entry.tensor
            if tensor.trouble is None and tensor.stride is not None and tensor.is_contiguous:
                first, last = (tensor.dtype.nbytes(place) for place in tensor.extent)
                spans.append((first, last))
        end = 0
        for first, last in sorted(spans):
            saved += max(0, min(last, end) - first)
            end = max(end, last)
    return saved
