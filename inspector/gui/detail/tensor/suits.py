"""Which tensors have something to show on the pages about values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.analysis import kernels
from inspector.checkpoint.tensor import Tensor

if TYPE_CHECKING:
    from inspector.gui.detail.subject import Subject

UNSUITED = -1


def tensor_of(subject: Subject) -> Tensor | None:
    """The tensor of `subject`, if it is one whose values are in a storage of its own."""
    node = subject.node if subject.row else None
    if not isinstance(node, Tensor) or node.storage is None or node.shape is None:
        return None
    if node.storage.source is None and node.trouble is None:
        return None  # a meta tensor: there are no bytes anywhere
    return None if node.stride is None else node


def has_values(subject: Subject) -> int:
    """Whether there are values to page through, or a reason why they cannot be read."""
    found = tensor_of(subject)
    return UNSUITED if found is None or found.dtype.kind == "text" else 10


def has_numbers(subject: Subject) -> int:
    """Whether the values are numbers to compute with."""
    found = tensor_of(subject)
    if found is None or found.dtype.kind == "text":
        return UNSUITED
    is_opaque = found.dtype.kind == "bits" and found.dtype.name != "float4_e2m1"
    return UNSUITED if is_opaque else 10


def has_plane(subject: Subject) -> int:
    """Whether some two dimensions span a picture."""
    found = tensor_of(subject)
    if found is None or found.shape is None or len(found.shape) < 2:
        return UNSUITED
    return has_numbers(subject)


def has_kernels(subject: Subject) -> int:
    """Whether it looks like the weight of a convolution."""
    found = tensor_of(subject)
    return has_numbers(subject) if found is not None and kernels.has_kernels(found) else UNSUITED
