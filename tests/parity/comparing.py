"""What torch loads against what the inspector found: tensor by tensor, bit by bit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from inspector.checkpoint.tensor import Tensor
from inspector.document import Document, open_document


@contextmanager
def opened(path: Path) -> Iterator[Document]:
    """A document that is closed afterwards."""
    document = open_document(path)
    try:
        yield document
    finally:
        document.close()


def raw_bytes(tensor: torch.Tensor) -> bytes:
    """The elements row by row, little-endian, conj and neg applied."""
    plain = tensor.detach()
    if plain.is_quantized:
        plain = plain.int_repr()
    plain = plain.resolve_conj().resolve_neg().contiguous().reshape(-1)
    return plain.view(torch.uint8).numpy().tobytes() if plain.numel() else b""


def dtype_name(tensor: torch.Tensor) -> str:
    """torch's name without `torch.`."""
    return str(tensor.dtype).removeprefix("torch.")


def compare(found: Tensor, truth: torch.Tensor, name: str = "") -> None:
    """Everything that torch knows of a strided tensor."""
    assert found.dtype.name == dtype_name(truth), name
    assert found.shape == tuple(truth.shape), name
    assert found.stride == tuple(truth.stride()), name
    assert found.storage_offset == truth.storage_offset(), name
    assert found.is_contiguous == truth.is_contiguous(), name
    assert found.device == str(truth.device), name
    assert found.requires_grad == truth.requires_grad, name
    assert found.is_parameter == isinstance(truth, torch.nn.Parameter), name
    assert found.is_conj == truth.is_conj(), name
    assert found.is_neg == truth.is_neg(), name
    compare_values(found, truth, name)


def compare_values(found: Tensor, truth: torch.Tensor, name: str = "") -> None:
    """The elements alone, read in both ways."""
    expected = raw_bytes(truth)
    assert b"".join(found.row_major()) == expected, name
    assert found.read().tobytes() == expected, name


def tensors_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """(path, tensor) of every tensor in nested dicts, lists and tuples."""
    if isinstance(value, torch.Tensor):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from tensors_in(item, (*path, key))
    elif isinstance(value, list | tuple):
        for at, item in enumerate(value):
            yield from tensors_in(item, (*path, at))


def compare_all(document: Document, value: Any) -> None:
    """Every tensor of `value` is found at its path, in order, and nothing else is."""
    expected = dict(tensors_in(value))
    found = {entry.path: entry.tensor for entry in document.contents.tensors}
    assert list(found) == list(expected)
    for path, truth in expected.items():
        compare(found[path], truth, str(path))


def compare_sharing(document: Document, value: Any) -> None:
    """Tensors share a storage exactly where torch's do."""
    groups: dict[int, set[Any]] = {}
    for path, tensor in tensors_in(value):
        groups.setdefault(tensor.untyped_storage()._cdata, set()).add(path)
    expected = sorted(sorted(map(str, group)) for group in groups.values() if len(group) > 1)
    found = [
        sorted(str(entry.path) for entry in entries)
        for entries in document.contents.sharing().values()
    ]
    assert sorted(found) == expected
