"""Keys of an architecture: sums of hashes over its tensors' names and shapes.

A sum does not depend on order, and what is taken away can be subtracted: one pass over the keys of
a file gives the key of every subtree, of a model without its head, and of shapes with a dimension
left open. The script that makes the table and the look-up use the same functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

MASK = (1 << 64) - 1
# Tensors that come and go: batch norm's counter (since torch 0.4.1), what thop and
# swa_utils.AveragedModel leave behind.
IGNORED = frozenset(["num_batches_tracked", "total_ops", "total_params", "n_averaged"])


def is_ignored(name: str) -> bool:
    """Whether a tensor says nothing about the architecture."""
    return name.rpartition(".")[2] in IGNORED


def name_key(name: str) -> int:
    """64 bits of a tensor's name."""
    return _hash(name)


def shape_key(name: str, shape: Sequence[int | None]) -> int:
    """64 bits of a tensor's name and shape."""
    return _hash(f"{name}:{','.join(map(str, shape))}")


def _hash(text: str) -> int:
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")


def total(keys: Sequence[int]) -> int:
    """The key of a set of tensors: the sum of their keys modulo 2^64."""
    return sum(keys) & MASK
