"""The layers of a state_dict, guessed from names and shapes, and what each costs per use.

A matrix costs its elements for each token, a convolution for each position of its output (the
shape of its weight holds the kernel and the groups), a recurrent layer for each step. How often
they are used is not in the file, so nothing is added up that is not used equally often.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from math import prod

from inspector.analysis.flops.parameters import first_uses, is_embedding, is_parameter
from inspector.analysis.flops.parameters_packed import packing
from inspector.analysis.flops.report import LayerCost, PerUnit, Unit
from inspector.checkpoint.state_dict import StateDict
from inspector.errors import say

# torch.nn's recurrent weights: rows are gates x hidden (or projected) size.
_RECURRENT = re.compile(r"^weight_(ih|hh|hr)(_l\d+(_reverse)?)?$")
_GATES = {1: "RNN", 3: "GRU", 4: "LSTM"}
_TRANSPOSED = re.compile(r"deconv|transpose|upconv|up_?conv|(^|\.)ups?\.", re.I)
_UNNAMED = ("weight", "kernel", "qweight", "weight_packed")  # the module's name says enough
_MATRICES = (*_UNNAMED, "in_proj_weight", "q_proj_weight", "k_proj_weight", "v_proj_weight")
_BARE_MATRIX = re.compile(r"(^|[._])(lora_[AB]|lora_(up|down)|proj(ection)?)(\.|$)")


@dataclass(frozen=True, slots=True)
class LayerRow:
    """One layer, or one parameter that is none.

    Attributes:
        name: Of the module, or the tensor's key where it is not called "weight".
        op_type: "Linear", "Conv2d", "Conv2d, depthwise or of 1 channel", "Embedding", "norm", …
        shape: Of its weight; of the matrix it stands for where it is packed.
        macs: Multiply-adds per `unit`; 0 where nothing is multiplied.
        unit: What it is paid for; None where it is free.
        parameters: Elements of its parameters, without those that a layer before it has too.
    """

    name: str
    op_type: str
    shape: tuple[int, ...]
    macs: int
    unit: Unit | None
    parameters: int


def layer_costs(rows: list[LayerRow]) -> tuple[LayerCost, ...]:
    """The rows as part of a report: what one use costs, where it costs anything."""
    return tuple(
        LayerCost(
            row.name,
            row.op_type,
            None if row.unit else 0,
            row.parameters,
            per_unit=PerUnit(row.macs, row.unit) if row.unit else None,
        )
        for row in rows
    )


def layer_rows(state_dict: StateDict, buffers: frozenset[str] = frozenset()) -> list[LayerRow]:
    """The layers in file order; `buffers` are last parts of names that are no parameters."""
    tensors = {entry.key: entry.tensor for entry in state_dict.entries if entry.key is not None}
    packed = packing(tensors)
    modules: dict[str, dict[str, _Held]] = {}
    for entry, is_first in first_uses(state_dict.entries):
        key = entry.key
        if key is None or key in packed.auxiliary:
            continue
        if key in packed.shapes or is_parameter(entry, buffers):
            shape = packed.shapes.get(key, entry.tensor.shape or ())
            held = _Held(shape, prod(shape) if is_first else 0, key in packed.shapes)
            modules.setdefault(key.rpartition(".")[0], {})[key] = held
    return [row for module, held in modules.items() for row in _rows(module, held)]


@dataclass(frozen=True, slots=True)
class _Held:
    """A parameter of a module; `elements` is 0 where a layer before it has it too."""

    shape: tuple[int, ...]
    elements: int
    is_packed: bool


def _rows(module: str, held: dict[str, _Held]) -> Iterator[LayerRow]:
    """The rows of one module: one if it is a layer, else one for each of its parameters."""
    total = sum(one.elements for one in held.values())
    recurrent = {key: one.shape for key, one in held.items() if _RECURRENT.match(_last(key))}
    if recurrent:
        macs = sum(prod(shape) for shape in recurrent.values())
        kind, shape = _recurrent_kind(recurrent), next(iter(recurrent.values()))
        yield LayerRow(module, kind, shape, macs, "step", total)
        return
    weights = [key for key in held if _last(key) in _MATRICES]
    if not weights:
        yield from (_bare(key, one) for key, one in held.items())
        return
    first = held[weights[0]]
    kind, unit = _kind(weights[0], first, held)
    macs = sum(prod(held[key].shape) for key in weights) if unit else 0
    name = module if _last(weights[0]) in _UNNAMED else weights[0]
    yield LayerRow(name or weights[0], kind, first.shape, macs, unit, total)


def _last(key: str) -> str:
    return key.rpartition(".")[2]


def _kind(key: str, weight: _Held, beside: Container[str]) -> tuple[str, Unit | None]:
    shape = weight.shape
    if not weight.is_packed and len(shape) == 1:
        return "norm", None
    if weight.is_packed and len(shape) <= 2:
        return say("{kind} (packed)", kind="Linear"), "token"
    if is_embedding(key, len(shape), beside):
        return "Embedding", None
    if len(shape) == 2:
        return "Linear", "token"
    if not 3 <= len(shape) <= 5:
        return "Parameter", None
    name = f"Conv{len(shape) - 2}d"
    if shape[1] == 1 and shape[0] > 1:
        return say("{kind}, depthwise or of 1 channel", kind=name), "output position"
    if _TRANSPOSED.search(key):
        return say("{a} or {b}", a=name, b=f"ConvTranspose{name[-2:]}"), "output position"
    return name, "output position"


def _bare(key: str, held: _Held) -> LayerRow:
    """A parameter of its own; LoRA's factors and OpenAI CLIP's projections are matrices."""
    if len(held.shape) == 2 and _BARE_MATRIX.search(key):
        return LayerRow(key, "Linear", held.shape, prod(held.shape), "token", held.elements)
    return LayerRow(key, "Parameter", held.shape, 0, None, held.elements)


def _recurrent_kind(shapes: dict[str, tuple[int, ...]]) -> str:
    """Which kind by its gates: rows of the hidden weights against their columns."""
    for key, shape in shapes.items():
        if "weight_hh" in key and len(shape) == 2 and shape[1]:
            has_projection = any("weight_hr" in other for other in shapes)
            return "LSTM" if has_projection else _GATES.get(shape[0] // shape[1], "recurrent")
    return "recurrent"
