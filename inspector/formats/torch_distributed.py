"""What a DTensor's spec says: which part of the whole tensor one rank's file holds.

As torch/distributed/tensor/_utils.py counts it: each dimension of the mesh cuts what the ones
before it left, in pieces of equal size as `torch.chunk` makes them. Read are the attributes that
torch 2.2 to 2.13 write: `_spec.placements` and, of `_spec.mesh`, `_coordinate_on_dim` with the
shape of `mesh` or, since 2.10, of `_layout`.
"""

from __future__ import annotations

from math import prod
from typing import Any

from inspector.checkpoint.tensor import Placement, Tensor
from inspector.inert import UNSET, Object, attributes, lookup

_LARGEST = 1 << 62  # of a dimension; the length of a larger range is an error
_SUMS = ("Partial", "_Partial", "MaskPartial", "_MaskPartial", "_NormPartial")


def placement_of(spec: Any, shape: tuple[int, ...], local: Tensor) -> Placement | None:
    """Where `local` lies in a tensor of `shape`; None where `spec` is none.

    Args:
        spec: The inert DTensorSpec.
    """
    held = attributes(spec)
    if held is None:
        return None
    placements = lookup(held, "placements")
    if not isinstance(placements, tuple | list):
        return None
    names = [_name(each) for each in placements]
    texts = [
        f"{name}({'' if (dim := _dim(each)) is None else dim})"
        for name, each in zip(names, placements, strict=True)
    ]
    sizes, places = _mesh(lookup(held, "mesh"))
    ranges = _ranges(placements, sizes, places, shape)
    if ranges is not None and tuple(map(len, ranges)) != local.shape:
        ranges = None
    is_sum = any(name in _SUMS for name in names)
    return Placement(", ".join(texts), ranges, is_sum)


def _name(placement: Any) -> str:
    return placement.class_name.rpartition(".")[2] if isinstance(placement, Object) else "?"


def _dim(placement: Any) -> int | None:
    """The dimension that a `Shard` cuts: an attribute, or the argument of a call."""
    held = attributes(placement)
    found = lookup(held, "dim") if held is not None else UNSET
    if found is UNSET and isinstance(placement, Object) and isinstance(placement.args, tuple):
        found = placement.args[0] if placement.args else UNSET
    return found if type(found) is int else None


def _mesh(mesh: Any) -> tuple[list[int] | None, list[int] | None]:
    """(size of each dimension, the rank's place in each) of a DeviceMesh, as far as is known."""
    held = attributes(mesh)
    if held is None:
        return None, None
    ranks = lookup(held, "mesh")
    if isinstance(ranks, Tensor) and ranks.shape is not None:
        sizes: list[int] | None = list(ranks.shape)
    else:
        sizes = _layout_sizes(lookup(held, "_layout"))
    return sizes, _numbers(lookup(held, "_coordinate_on_dim"))


def _layout_sizes(layout: Any) -> list[int] | None:
    held = attributes(layout)
    if held is None:
        return None
    axes = lookup(held, "axes")
    if not isinstance(axes, tuple | list):  # before 2.13 the layout was one of these itself
        return _numbers(lookup(held, "shape"))
    found = []
    for axis in axes:
        inner = attributes(axis)
        sizes = _numbers(lookup(inner, "shape")) if inner is not None else None
        if sizes is None:
            return None
        found.append(prod(sizes))
    return found


def _numbers(given: Any) -> list[int] | None:
    if type(given) is int:
        return [given]
    if not isinstance(given, tuple | list) or not all(type(each) is int for each in given):
        return None
    return [*given]


def _ranges(
    placements: tuple[Any, ...] | list[Any],
    sizes: list[int] | None,
    places: list[int] | None,
    shape: tuple[int, ...],
) -> tuple[range, ...] | None:
    """What is left of each dimension; None where it cannot be told."""
    if sizes is None or places is None or not len(sizes) == len(places) == len(placements):
        return None
    if not all(0 <= size < _LARGEST for size in shape):
        return None
    found = [range(size) for size in shape]
    for placement, size, place in zip(placements, sizes, places, strict=True):
        name, dim = _name(placement), _dim(placement)
        if name == "Replicate" or name in _SUMS or size == 1:
            continue
        if name != "Shard" or dim is None or not -len(shape) <= dim < len(shape) or size < 1:
            return None
        piece = -(-len(found[dim]) // size)
        found[dim] = found[dim][piece * place : piece * (place + 1)] if place >= 0 else range(0)
    return tuple(found)
