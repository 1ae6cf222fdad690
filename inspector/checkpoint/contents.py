"""What a checkpoint holds: its tensors, state_dicts and optimizers, found in one walk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.objects import transparent
from inspector.checkpoint.optimizer import (
    Optimizer,
    name_parameters,
    optimizer_parts,
    read_optimizer,
)
from inspector.checkpoint.state_dict import (
    StateDict,
    TensorEntry,
    is_buffer,
    is_named_collection,
    looks_like_state_dict,
    role_of,
    wrapper_prefixes,
)
from inspector.checkpoint.tensor import Storage, Tensor
from inspector.checkpoint.tree import (
    Attribute,
    Path,
    Walk,
    element_of,
    is_module,
    is_shallow,
    module_tensors,
)
from inspector.describe import key_path, plural
from inspector.errors import Finding, say
from inspector.inert import UNSET, ByteArray, Dict, Object, Set, lookup, pairs
from inspector.inert import attributes as attributes_of
from inspector.limits import DEFAULT_LIMITS, ReadLimits

_PROBLEMS_LISTED = 10
_PLAIN_KEYS = (str, int, bool, float, bytes, type(None))


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over the weights: the state_dicts of role "weights", or all tensors without one.

    Attributes:
        total, unique: Elements, buffers left out; tied tensors once in `unique`.
        trainable: Elements with requires_grad; None where the file does not say.
        nbytes: Bytes of all tensors in the weights, buffers included.
        by_dtype: dtype name -> elements, buffers included.
    """

    total: int
    unique: int
    trainable: int | None
    nbytes: int
    by_dtype: dict[str, int]


@dataclass
class Contents:
    """Attributes:
    tensors: Every tensor of the tree with its path, in file order; numpy arrays apart.
    state_dicts, optimizers: In file order.
    """

    tensors: list[TensorEntry] = field(default_factory=list)
    arrays: list[TensorEntry] = field(default_factory=list)
    state_dicts: list[StateDict] = field(default_factory=list)
    optimizers: list[Optimizer] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def weights(self) -> list[StateDict]:
        """The state_dicts that are models, not copies or states of training."""
        return [found for found in self.state_dicts if found.role == "weights"]

    @property
    def totals(self) -> Totals:
        """Sums over the weights."""
        groups = [found.entries for found in self.weights] or [self.tensors + self.arrays]
        return sums([entry for entries in groups for entry in entries])

    def sharing(self) -> dict[int, list[TensorEntry]]:
        """id(storage) -> the tensors on it, for storages that more than one tensor uses."""
        groups: dict[int, list[TensorEntry]] = {}
        for entry in self.tensors:
            if entry.tensor.storage is not None and entry.tensor.storage.nbytes:
                groups.setdefault(id(entry.tensor.storage), []).append(entry)
        return {key: entries for key, entries in groups.items() if len(entries) > 1}

    def storages(self) -> list[Storage]:
        """Every storage once, in order of first use."""
        found: dict[int, Storage] = {}
        for entry in self.tensors:
            if entry.tensor.storage is not None:
                found.setdefault(id(entry.tensor.storage), entry.tensor.storage)
        return list(found.values())

    def wasted_bytes(self) -> int:
        """Bytes of storages that no tensor reaches: what saving a view drags along."""
        spans: dict[int, list[tuple[int, int]]] = {}
        sizes: dict[int, int] = {}
        for entry in self.tensors:
            tensor = entry.tensor
            if tensor.storage is None or tensor.trouble is not None or tensor.stride is None:
                continue
            first, last = tensor.extent
            span = (tensor.dtype.nbytes(first), tensor.dtype.nbytes(last))
            spans.setdefault(id(tensor.storage), []).append(span)
            sizes[id(tensor.storage)] = tensor.storage.nbytes
        return sum(sizes[key] - _covered(found) for key, found in spans.items())


def _covered(spans: list[tuple[int, int]]) -> int:
    covered = end = 0
    for first, last in sorted(spans):
        covered += max(0, last - max(first, end))
        end = max(end, last)
    return covered


def sums(entries: list[TensorEntry]) -> Totals:
    """The totals over `entries`."""
    total = unique = trainable = nbytes = 0
    says = False
    seen: set[tuple[int, int | None, Any]] = set()
    by_dtype: Counter[str] = Counter()
    for entry in entries:
        tensor = entry.tensor
        numel = tensor.numel or 0
        nbytes += tensor.nbytes or 0
        by_dtype[tensor.dtype.name] += numel
        if is_buffer(entry):
            continue
        total += numel
        view = (id(tensor.storage), tensor.storage_offset, tensor.shape)
        if tensor.storage is None or view not in seen:
            unique += numel
            trainable += numel if tensor.requires_grad and tensor.is_parameter else 0
        seen.add(view)
        says = says or tensor.is_parameter is True
    return Totals(total, unique, trainable if says else None, nbytes, dict(by_dtype))


def survey(checkpoint: Checkpoint, limits: ReadLimits = DEFAULT_LIMITS) -> Contents:
    """Walk the tree of `checkpoint` once; it is not changed."""
    contents = Contents()
    walk = Walk(checkpoint.root, limits)
    surveyor = _Surveyor(contents, checkpoint.findings, walk.taken)
    for path, node in walk:
        surveyor.visit(path, node)
    surveyor.finish()
    if walk.skipped_deep:
        contents.findings.append(
            Finding(
                "warning",
                None,
                say("What is nested deeper than {n} levels is not listed.", n=limits.depth),
            )
        )
    if walk.skipped_shared:
        contents.findings.append(
            Finding(
                "warning", None, say("The same objects are repeated too often to list every place.")
            )
        )
    return contents


class _Surveyor:
    """Keeps track of which state_dict or optimizer the walk is inside of."""

    def __init__(self, contents: Contents, findings: list[Finding], taken: set[int]) -> None:
        self.contents = contents
        self.taken = taken
        self.findings = findings
        self.bad_keys = 0
        self.bad: list[TensorEntry] = []
        self.inside: list[tuple[Path, StateDict | Optimizer]] = []

    def visit(self, path: Path, node: Any) -> None:
        """Take in one node; parents come before their children."""
        while self.inside and path[: len(self.inside[-1][0])] != self.inside[-1][0]:
            self.inside.pop()
        if isinstance(node, Tensor):
            self._tensor(path, node)
        elif not any(isinstance(found, Optimizer) for _, found in self.inside):
            self._container(path, node)

    def _tensor(self, path: Path, tensor: Tensor) -> None:
        entry = TensorEntry(path, tensor)
        holder = self.inside[-1] if self.inside else None
        if holder is not None and isinstance(holder[1], StateDict):
            depth = len(holder[0])
            element = path[depth]
            if not isinstance(element, Attribute):
                entry.key = str(element)
                entry.in_module = holder[1].is_module
                if len(path) == depth + 1:
                    holder[1].entries.append(entry)
        self._list(entry)

    def _list(self, entry: TensorEntry) -> None:
        tensor = entry.tensor
        is_array = tensor.class_name.startswith("numpy.")
        (self.contents.arrays if is_array else self.contents.tensors).append(entry)
        if tensor.problem is not None and tensor.problem.hint is not None:
            self.bad.append(entry)

    def _container(self, path: Path, node: Any) -> None:
        if isinstance(node, Dict | Set):
            self._check_keys(path, node)
        if optimizer_parts(node) is not None:
            optimizer = read_optimizer(path, node)
            if optimizer is not None:
                self.contents.optimizers.append(optimizer)
                self.inside.append((path, optimizer))
        elif not is_named_collection(node) and any(
            isinstance(found, StateDict) for _, found in self.inside
        ):
            return
        elif is_module(node):
            if module_tensors(node, 1):
                self._state_dict(path, StateDict(path, is_module=True))
        elif is_named_collection(node) or looks_like_state_dict(node):
            found = StateDict(path)
            held = attributes_of(node) if isinstance(node, Object) else None
            found.metadata = lookup(held, "_metadata") if held is not None else None
            self._state_dict(path, found)
            self._take(path, found, node)

    def _take(self, path: Path, found: StateDict, node: Any) -> None:
        """List the shallow tensors of a mapping at once."""
        if isinstance(node, Object) and transparent(node) is not UNSET:
            return
        self.taken.add(id(node))
        for key, tensor in pairs(node.flat or []):
            if is_shallow(tensor):
                element = key if type(key) is str else element_of(key)
                entry = TensorEntry((*path, element), tensor, str(element))
                found.entries.append(entry)
                self._list(entry)
                for name, part in (tensor.parts or {}).items():
                    self._list(TensorEntry((*path, element, name), part, str(element)))

    def _check_keys(self, path: Path, node: Dict | Set) -> None:
        """Keys that Python cannot hash, or not in any sane time: loaders fail, hang or crash."""
        keys = node.flat[::2] if isinstance(node, Dict) else node.items
        for key in keys:
            if type(key) in _PLAIN_KEYS:
                continue
            nested = isinstance(key, tuple) and any(isinstance(part, tuple) for part in key)
            if nested or isinstance(key, list | Dict | Set | ByteArray):
                self.bad_keys += 1
                if self.bad_keys == 1:
                    what = say(
                        "A key that Python cannot hash, or hashes for ever; loaders fail on it."
                    )
                    self.contents.findings.append(Finding("warning", key_path(path), what))

    def _state_dict(self, path: Path, found: StateDict) -> None:
        found.role = role_of(path)
        self.contents.state_dicts.append(found)
        self.inside.append((path, found))

    def finish(self) -> None:
        """What can be said only when everything has been seen."""
        contents = self.contents
        self._report_problems()
        contents.state_dicts = [found for found in contents.state_dicts if found.entries]
        for found in contents.state_dicts:
            found.prefixes = wrapper_prefixes(entry.key or "" for entry in found.entries)
        for optimizer in contents.optimizers:
            name_parameters(optimizer, list(likely_models(optimizer, contents.state_dicts)))

    def _report_problems(self) -> None:
        """Tensors that no reader can make sense of; lost storages were reported when found."""
        known = {finding.what for finding in self.findings}
        bad = [
            entry
            for entry in self.bad
            if entry.tensor.problem is not None and entry.tensor.problem.message not in known
        ]
        for entry in bad[:_PROBLEMS_LISTED]:
            problem = entry.tensor.problem
            assert problem is not None
            self.contents.findings.append(
                Finding("warning", key_path(entry.path), problem.message, problem.hint)
            )
        if len(bad) > _PROBLEMS_LISTED:
            more = plural(len(bad) - _PROBLEMS_LISTED, "further tensor")
            self.contents.findings.append(
                Finding("warning", None, say("{tensors} cannot be read.", tensors=more))
            )


def likely_models(optimizer: Optimizer, found: list[StateDict]) -> Iterator[StateDict]:
    """The state_dicts an optimizer may belong to: weights before copies, nearest first."""

    def distance(model: StateDict) -> tuple[bool, int]:
        shared = 0
        for ours, theirs in zip(optimizer.path, model.path, strict=False):
            if ours != theirs:
                break
            shared += 1
        return model.role != "weights", -shared

    yield from sorted((m for m in found if m.role in ("weights", "ema")), key=distance)
