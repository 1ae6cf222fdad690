"""Quantized weights in a state_dict: which tensors pack several numbers, and how many.

Layouts as their writers lay them out: GPTQ and AWQ (int32 words: AutoGPTQ `qlinear_cuda`, AutoAWQ
`WQLinear_GEMM`), bitsandbytes (`Params4bit`, `Int8Params`), compressed-tensors
(`pack_quantized`), MLX (uint32 words).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from inspector.checkpoint.tensor import Tensor
from inspector.errors import InspectorError, Sentence, in_one, say

_WORD = 32  # bits
_WIDTHS = (2, 3, 4, 5, 6, 8)
# What belongs to a quantized weight and is no parameter, by the end of its key.
_AUXILIARY = (
    ".qzeros",
    ".scales",
    ".g_idx",
    ".SCB",
    ".weight_format",
    ".absmax",
    ".quant_map",
    ".nested_absmax",
    ".nested_quant_map",
    ".weight_scale",
    ".weight_scale_2",
    ".weight_scale_inv",
    ".weight_zero_point",
    ".weight_shape",
    ".weight_g_idx",
    ".input_scale",
    ".input_zero_point",
    ".output_scale",
    ".k_scale",
    ".v_scale",
)
_QUANT_STATE = ".quant_state.bitsandbytes__"


@dataclass(frozen=True, slots=True)
class Packing:
    """What is quantized in a state_dict.

    Attributes:
        shapes: Key of a packed tensor -> the shape of the matrix it stands for.
        auxiliary: Keys of scales, zero points and the like.
        scheme: "GPTQ, 4 bits"; None where nothing is quantized.
    """

    shapes: Mapping[str, tuple[int, ...]]
    auxiliary: frozenset[str]
    scheme: str | None = None


Tensors = Mapping[str, Tensor]
Found = tuple[str, tuple[int, ...]]


def packing(tensors: Tensors) -> Packing:
    """What is quantized among tensors by key."""
    shapes: dict[str, tuple[int, ...]] = {}
    schemes: dict[str, None] = {}
    marked = [key for key in tensors if key.endswith(_AUXILIARY) or _QUANT_STATE in key]
    is_mlx = not marked and any(key.endswith(".scales") for key in tensors)
    if not marked and not is_mlx:
        return Packing({}, frozenset())
    auxiliary = set(marked)
    for key, tensor in tensors.items():
        module, _, last = key.rpartition(".")
        rule = _RULES.get(last)
        found = rule(module, tensor, tensors) if rule is not None else None
        if found is not None:
            schemes[found[0]] = None
            shapes[key] = found[1]
            auxiliary.update({f"{module}.biases"} & tensors.keys())
    return Packing(
        shapes, frozenset(auxiliary - shapes.keys()), in_one(schemes, ", ") if schemes else None
    )


def _bits(kind: str, width: int) -> Sentence:
    return say("{kind}, {n} bits", kind=kind, n=width)


def _words(module: str, tensor: Tensor, tensors: Tensors) -> Found | None:
    """GPTQ packs the inputs, AWQ the outputs; the scales have one column for each output."""
    scales = _matrix(tensors.get(f"{module}.scales"))
    words = _matrix(tensor)
    if scales is None or words is None or not words[1]:
        return None
    outputs = scales[1]
    if words[1] != outputs:  # (in, out / per word)
        width = _width(words[1] * _WORD, outputs)
        return (_bits("AWQ", width), (outputs, words[0])) if width else None
    zeros = _matrix(tensors.get(f"{module}.qzeros"))
    width = _width(zeros[1] * _WORD, outputs) if zeros is not None else 4
    if not width:
        return None
    return _bits("GPTQ", width), (outputs, words[0] * _WORD // width)


def _weight(module: str, tensor: Tensor, tensors: Tensors) -> Found | None:
    shape = tensor.shape or ()
    if f"{module}.weight.absmax" in tensors and tensor.dtype.name == "uint8":
        return _bits("bitsandbytes", 4), (2 * (tensor.numel or 0),)
    if f"{module}.SCB" in tensors and tensor.dtype.name == "int8":
        return _bits("bitsandbytes", 8), shape
    scales = _matrix(tensors.get(f"{module}.scales"))
    if tensor.dtype.name == "uint32" and scales is not None and len(shape) == 2:
        for group in (64, 32, 128):  # MLX's own default first
            width = _width(shape[1] * _WORD, scales[1] * group)
            if width:
                return _bits("MLX", width), (shape[0], scales[1] * group)
    if tensor.dtype.name.startswith("float8") and f"{module}.weight_scale" in tensors:
        return say("float8 with scales"), shape
    if tensor.dtype.name.startswith("float8") and f"{module}.weight_scale_inv" in tensors:
        return say("float8 with block scales"), shape
    return None


def _compressed(module: str, tensor: Tensor, tensors: Tensors) -> Found | None:
    """compressed-tensors packs the inputs and keeps the matrix's shape beside it."""
    kept = tensors.get(f"{module}.weight_shape")
    words = _matrix(tensor)
    if kept is None or words is None or kept.numel != 2 or kept.dtype.name != "int64":
        return None
    try:
        outputs, inputs = (int(size) for size in kept.read().reshape(-1))
    except InspectorError:
        return None  # it is not in the file
    width = _width(words[1] * _WORD, inputs)
    if outputs != words[0] or not width:
        return None
    return _bits("compressed-tensors", width), (outputs, inputs)


def _matrix(tensor: Tensor | None) -> Sequence[int] | None:
    if tensor is None or tensor.shape is None or len(tensor.shape) != 2:
        return None
    return tensor.shape


def _width(bits: int, numbers: int) -> int:
    """Bits of each number; 0 where that is none that anybody packs."""
    width = round(bits / numbers) if numbers else 0
    return width if width in _WIDTHS and 0 <= bits - width * numbers < _WORD else 0


_RULES: Mapping[str, Callable[[str, Tensor, Tensors], Found | None]] = {
    "qweight": _words,
    "weight": _weight,
    "weight_packed": _compressed,
}
