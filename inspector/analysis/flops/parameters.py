"""The parameters of a state_dict: how many there are, what kind, and what they weigh."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from math import prod

from inspector.analysis.flops.parameters_packed import packing
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.state_dict import StateDict, TensorEntry, is_buffer
from inspector.describe import key_path
from inspector.errors import Sentence, say

# Tables of vectors that are looked up, by the last parts of the module's name.
_EMBEDDING = re.compile(
    r"(^|[._])(embed(ding)?s?|emb|embedder|wte|wpe|tok_embeddings|shared|embed_(tokens|positions|in)"
    r"|(word|position|token_type|patch_position|tok|pos)_embeddings?"
    r"|relative_attention_bias|tokens?_embed(ding)?|embedding_table|codebook)$"
)


@dataclass(frozen=True, slots=True)
class ParameterCount:
    """Elements of the parameters of one state_dict; packed ones as the numbers they stand for.

    Attributes:
        total, unique: Tied tensors each time, and once.
        trainable: Those that require a gradient; None where the file does not say.
        embedding: Of `unique`, those in tables that are looked up.
        buffers: Elements of tensors that are no parameters: running statistics, masks, indices.
        auxiliary: Elements of scales, zero points and the like of quantized parameters.
        nbytes: Of all tensors, tied ones once: what loading it takes.
        by_dtype: dtype -> (elements as stored, bytes), tied ones once.
        by_module: First part of the name behind wrappers -> elements, tied ones once.
        quantization: "GPTQ", "AWQ", "bitsandbytes 4-bit", …; None where nothing is packed.
    """

    total: int
    unique: int
    trainable: int | None
    embedding: int
    buffers: int
    auxiliary: int
    nbytes: int
    by_dtype: dict[str, tuple[int, int]]
    by_module: dict[str, int]
    quantization: str | None = None


def main_state_dicts(contents: Contents) -> list[StateDict]:
    """The state_dicts that are models, largest first; averaged copies where there are no others."""
    found = contents.weights or [s for s in contents.state_dicts if s.role == "ema"]
    return sorted(found, key=lambda state_dict: -state_dict.nbytes)


def other_models(contents: Contents, counted: StateDict) -> Iterator[Sentence]:
    """A sentence where the file has models beside the one that is counted."""
    others = [found for found in main_state_dicts(contents) if found is not counted]
    if others:
        n, path = f"{len(others) + 1:,}", key_path(counted.path) or "/"
        yield say("{path} is one of {n} models in the file.", path=path, n=n)


def is_embedding(name: str, dims: int, beside: Container[str] = ()) -> bool:
    """Whether a tensor is a table of vectors, by its key ("wte.weight").

    Args:
        beside: The keys of all tensors; a table has no bias.
    """
    module, _, last = name.rpartition(".")
    is_named = last == "weight" and _EMBEDDING.search(module) is not None
    return is_named and dims == 2 and f"{module}.bias" not in beside


def count_parameters(
    state_dict: StateDict, buffers: frozenset[str] = frozenset()
) -> ParameterCount:
    """The parameters of a state_dict; small tables of packed weights' shapes may be read.

    Args:
        buffers: Last parts of further names that are no parameters, where the model is known.
    """
    tensors = {entry.key: entry.tensor for entry in state_dict.entries if entry.key is not None}
    packed = packing(tensors)
    sums = _Sums(len("".join(state_dict.prefixes)), tensors)
    for entry, is_first in first_uses(state_dict.entries):
        key, numel = entry.key or "", entry.tensor.dtype.values(entry.tensor.numel or 0)
        sums.weigh(entry, is_first)
        if key in packed.auxiliary:
            sums.auxiliary += numel if is_first else 0
        elif not is_parameter(entry, buffers) and key not in packed.shapes:
            sums.buffers += numel if is_first else 0
        else:
            sums.take(entry, prod(packed.shapes.get(key, (numel,))), is_first)
    return ParameterCount(
        sums.total,
        sums.unique,
        sums.trainable if sums.says_trainable else None,
        sums.embedding,
        sums.buffers,
        sums.auxiliary,
        sum(nbytes for _, nbytes in sums.by_dtype.values()),
        sums.by_dtype,
        sums.by_module,
        packed.scheme,
    )


def is_parameter(entry: TensorEntry, buffers: frozenset[str] = frozenset()) -> bool:
    """Whether a tensor may be a parameter: no buffer, and of numbers that can be trained."""
    if is_buffer(entry) or (entry.key or "").rpartition(".")[2] in buffers:
        return False
    if entry.tensor.is_parameter:
        return True
    kind = entry.tensor.dtype
    return kind.is_floating or kind.kind == "complex" or entry.tensor.quantization is not None


def first_uses(entries: Iterable[TensorEntry]) -> Iterator[tuple[TensorEntry, bool]]:
    """Each tensor and whether none before it is the same view of the same storage."""
    seen: set[tuple[int, int | None, tuple[int, ...] | None]] = set()
    for entry in entries:
        tensor = entry.tensor
        view = (id(tensor.storage), tensor.storage_offset, tensor.shape)
        yield entry, tensor.storage is None or view not in seen
        seen.add(view)


@dataclass(slots=True)
class _Sums:
    """What `count_parameters` adds up; `skipped` characters of each key are wrappers' prefixes."""

    skipped: int
    keys: Container[str]
    total: int = 0
    unique: int = 0
    trainable: int = 0
    says_trainable: bool = False
    embedding: int = 0
    buffers: int = 0
    auxiliary: int = 0
    by_dtype: dict[str, tuple[int, int]] = field(default_factory=dict)
    by_module: dict[str, int] = field(default_factory=dict)

    def weigh(self, entry: TensorEntry, is_first: bool) -> None:
        """Take in a tensor's bytes."""
        if is_first:
            name = entry.tensor.dtype.name
            numel, nbytes = self.by_dtype.get(name, (0, 0))
            more = entry.tensor.numel or 0, entry.tensor.nbytes or 0
            self.by_dtype[name] = numel + more[0], nbytes + more[1]

    def take(self, entry: TensorEntry, numel: int, is_first: bool) -> None:
        """Take in a parameter of `numel` numbers."""
        self.total += numel
        self.says_trainable = self.says_trainable or entry.tensor.is_parameter is True
        if not is_first:
            return
        key = entry.key or ""
        self.unique += numel
        self.trainable += numel if entry.tensor.requires_grad and entry.tensor.is_parameter else 0
        is_table = is_embedding(key, len(entry.tensor.shape or ()), self.keys)
        self.embedding += numel if is_table else 0
        top = key[self.skipped :].partition(".")[0]
        self.by_module[top] = self.by_module.get(top, 0) + numel
