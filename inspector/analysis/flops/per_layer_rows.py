"""The layers of a state_dict, guessed from names and shapes, and what each costs per use.

A matrix costs its elements for each token, a convolution for each position of its output (the
shape of its weight holds the kernel and the groups), a recurrent layer for each step. How often
they are used is not in the file, so nothing is added up that is not used equally often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from inspector.analysis.flops.parameters import is_embedding, is_parameter
from inspector.analysis.flops.parameters_packed import Packing, packing
from inspector.analysis.flops.report import Unit
from inspector.checkpoint.state_dict import StateDict, TensorEntry

# torch.nn's recurrent weights: rows are gates x hidden (or projected) size.
_RECURRENT = re.compile(r"^weight_(ih|hh|hr)(_l\d+(_reverse)?)?$")
_GATES = {1: "RNN", 3: "GRU", 4: "LSTM"}
_TRANSPOSED = re.compile(r"deconv|transpose|upconv|up_?conv|(^|\.)ups?\.", re.I)
_MATRICES = ("weight", "kernel", "in_proj_weight", "qweight", "weight_packed")


@dataclass(frozen=True, slots=True)
class LayerRow:
    """One layer, or one parameter that is none.

    Attributes:
        name: Of the module, or the tensor's key where it is not called "weight".
        op_type: "Linear", "Conv2d", "depthwise Conv2d", "Embedding", "norm", "Parameter", …
        shape: Of its weight; of the matrix it stands for where it is packed.
        macs: Multiply-adds per `unit`; 0 where nothing is multiplied.
        unit: What it is paid for; None where it is free.
        parameters: Elements of its parameters, tied ones each time.
    """

    name: str
    op_type: str
    shape: tuple[int, ...]
    macs: int
    unit: Unit | None
    parameters: int


def layer_rows(state_dict: StateDict, buffers: frozenset[str] = frozenset()) -> list[LayerRow]:
    """The layers in file order; `buffers` are last parts of names that are no parameters."""
    tensors = {entry.key: entry.tensor for entry in state_dict.entries if entry.key is not None}
    packed = packing(tensors)
    modules: dict[str, list[TensorEntry]] = {}
    for entry in state_dict.entries:
        if entry.key is not None and entry.key not in packed.auxiliary:
            modules.setdefault(entry.key.rpartition(".")[0], []).append(entry)
    return [row for module in modules.items() for row in _rows(*module, packed, buffers)]


def _rows(
    module: str, entries: list[TensorEntry], packed: Packing, buffers: frozenset[str]
) -> Iterator[LayerRow]:
    """The rows of one module: its matrices, else one for what it holds."""
    held = [e for e in entries if is_parameter(e, buffers) or e.key in packed.shapes]
    if not held:
        return
    sizes = {e.key or "": packed.shapes.get(e.key or "", e.tensor.shape or ()) for e in held}
    recurrent = {key: s for key, s in sizes.items() if _RECURRENT.match(_last(key))}
    total = sum(prod(size) for size in sizes.values())
    if recurrent:
        macs = sum(prod(size) for size in recurrent.values())
        kind, shape = _recurrent_kind(recurrent), next(iter(recurrent.values()))
        yield LayerRow(module, kind, shape, macs, "step", total)
        return
    weight = next((key for key in sizes if _last(key) in _MATRICES), None)
    if weight is None or (len(sizes[weight]) == 1 and weight not in packed.shapes):
        for key, size in sizes.items():
            norm = weight is not None and _last(key) in ("weight", "bias")
            macs, unit = _bare_matrix(key, size)
            kind = "norm" if norm else "Parameter" if not macs else "Linear"
            yield LayerRow(key, kind, size, macs, unit, prod(size))
        return
    kind, unit = _kind(weight, sizes[weight], weight in packed.shapes)
    macs = prod(sizes[weight]) if unit else 0
    yield LayerRow(module or weight, kind, sizes[weight], macs, unit, total)


def _last(key: str) -> str:
    return key.rpartition(".")[2]


def _kind(key: str, shape: tuple[int, ...], is_packed: bool) -> tuple[str, Unit | None]:
    if is_packed and len(shape) <= 2:
        return "Linear (packed)", "token"
    if is_embedding(key.rpartition(".")[0] + ".weight", len(shape)):
        return "Embedding", None
    if len(shape) == 2:
        return "Linear", "token"
    if not 3 <= len(shape) <= 5:
        return "Parameter", None
    name = f"Conv{len(shape) - 2}d"
    if shape[1] == 1 and shape[0] > 1:
        return f"depthwise {name}", "output position"
    if _TRANSPOSED.search(key):
        return f"{name} or ConvTranspose{name[-2:]}", "output position"
    return name, "output position"


def _bare_matrix(key: str, shape: tuple[int, ...]) -> tuple[int, Unit | None]:
    """A matrix under another name than "weight": LoRA's factors, OpenAI CLIP's projections."""
    is_matrix = re.search(r"(^|[._])(lora_[AB]|lora_(up|down)|proj(ection)?)(\.|$)", key)
    return (prod(shape), "token") if is_matrix and len(shape) == 2 else (0, None)


def _recurrent_kind(shapes: dict[str, tuple[int, ...]]) -> str:
    """Which kind by its gates: rows of the hidden weights against their columns."""
    for key, shape in shapes.items():
        if "weight_hh" in key and len(shape) == 2 and shape[1]:
            has_projection = any("weight_hr" in other for other in shapes)
            return "LSTM" if has_projection else _GATES.get(shape[0] // shape[1], "recurrent")
    return "recurrent"
