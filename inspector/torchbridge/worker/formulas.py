"""The multiply-adds of operators, as functions of shapes.

torch's own formulas (torch.utils.flop_counter) count 2 per multiply-add; those here are for what
torch leaves out: products of vectors, attention and recurrent kernels of the CPU, grouped matrix
products, packed weights. `why_heavy` names what has no formula but is no elementwise work either.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import prod
from typing import Any

import torch
from torch.utils.flop_counter import flop_registry

from inspector.torchbridge.worker.failure import Words, words

Formula = Callable[..., int]
# Words of operator names; "relu_" and "upsample_bilinear2d" have none of them.
_HEAVY = re.compile(
    r"(^|_)((b|add|addb|baddb|sp|int|scaled)?mm|mv|addmv|matmul|conv\w*|linear|attention|lstm|gru"
    r"|rnn|fft|cholesky|solve\w*|svd\w*|lstsq|qr|eigh?\w*|lu|inv\w*|det|matrix|corrcoef|cov)"
    r"(_|$|\d)"
)
# Operators of other libraries that only choose, move or interpolate.
_LIGHT_NAMES = frozenset(
    "torchvision.nms torchvision.roi_align torchvision.roi_pool torchvision.ps_roi_align "
    "torchvision.ps_roi_pool".split()
)
_NAMESPACES = ("aten", "prims", "prim", "_c10d_functional", "c10d")


def _attention(q: Any, k: Any, v: Any, *_: Any, **__: Any) -> int:
    """Scores and weighted sum; a causal mask is counted in full."""
    return prod(q.shape[:-1]) * k.shape[-2] * (q.shape[-1] + v.shape[-1])


def _native_attention(q: Any, k: Any, v: Any, width: int, _heads: int, *_: Any, **__: Any) -> int:
    """The projections of query, key, value and output, and the attention between them."""
    batch, length, source = q.shape[0], q.shape[1], k.shape[1]
    projections = 2 * length * width * width + source * width * (k.shape[2] + v.shape[2])
    return int(batch * (projections + 2 * length * source * width))


def _encoder_layer(src: Any, width: int, heads: int, *args: Any, **__: Any) -> int:
    first, second = args[11], args[13]
    tokens = prod(src.shape[:-1])
    own = _native_attention(src, src, src, width, heads)
    return int(own + tokens * (first.numel() + second.numel()))


def _recurrent(x: Any, w_input: Any, w_hidden: Any, *_: Any, **__: Any) -> int:
    """One layer in one direction; gates are rows of the weights."""
    return prod(x.shape[:-1]) * int(w_input.numel() + w_hidden.numel())


def _grouped(a: Any, b: Any, *_: Any, **__: Any) -> int:
    """Each row of `a` meets one group of `b`; two three-dimensional operands are a bmm."""
    groups = a.shape[0] if a.dim() == 3 and b.dim() == 3 else 1
    return groups * a.shape[-2] * a.shape[-1] * int(b.shape[-1])


def _trilinear(a: Any, w: Any, b: Any, *_: Any, **__: Any) -> int:
    """nn.Bilinear: a·W for each output, then ·b."""
    out, width_a, width_b = w.shape[-3:]
    return int(a.numel() // max(width_a, 1) * out * width_b * (width_a + 1))


def _distances(a: Any, b: Any, *_: Any, **__: Any) -> int:
    return int(prod(a.shape[:-2]) * a.shape[-2] * b.shape[-2] * a.shape[-1])


def _rows_times(weight_at: int) -> Formula:
    """x·Wᵀ with a packed weight whose first dimension is the outputs."""
    return lambda *args, **_: prod(args[0].shape) * int(args[weight_at].shape[0])


def _deformed(_x: Any, w: Any, *_: Any, out: Any, **__: Any) -> int:
    return int(out.numel()) * prod(w.shape[1:])


# "namespace.operator" -> multiply-adds of (*args, out=output, **kwargs).
_EXTRA: dict[str, Formula] = {
    "aten.mv": lambda a, *_, **__: a.numel(),
    "aten.addmv": lambda _, a, *__, **___: a.numel(),
    "aten.dot": lambda a, *_, **__: a.numel(),
    "aten.vdot": lambda a, *_, **__: a.numel(),
    "aten.addbmm": lambda _, a, b, **__: a.numel() * b.shape[-1],
    "aten._int_mm": lambda a, b, *_, **__: a.numel() * b.shape[-1],
    "aten._grouped_mm": _grouped,
    "aten._scaled_grouped_mm": _grouped,
    "aten._weight_int8pack_mm": _rows_times(1),
    "aten._trilinear": _trilinear,
    "aten._cdist_forward": _distances,
    "aten._euclidean_dist": _distances,
    "aten._scaled_dot_product_flash_attention_for_cpu": _attention,
    "aten._scaled_dot_product_fused_attention_overrideable": _attention,
    "aten._native_multi_head_attention": _native_attention,
    "aten._transformer_encoder_layer_fwd": _encoder_layer,
    "aten.mkldnn_rnn_layer": _recurrent,
    "aten.mkldnn_convolution": lambda _, w, *__, out, **___: out.numel() * prod(w.shape[1:]),
    "torchvision.deform_conv2d": _deformed,
    "quantized.linear": lambda x, *_, out, **__: out.numel() * x.shape[-1],
    "quantized.linear_relu": lambda x, *_, out, **__: out.numel() * x.shape[-1],
    "quantized.linear_dynamic": lambda x, *_, out, **__: out.numel() * x.shape[-1],
    "quantized.linear_relu_dynamic": lambda x, *_, out, **__: out.numel() * x.shape[-1],
}


def formula(packet: Any, name: str) -> Formula | None:
    """Multiply-adds of an operator as a function of (*args, out=..., **kwargs), or None."""
    if name in _EXTRA:
        return _EXTRA[name]
    theirs = flop_registry.get(packet)
    if theirs is None:
        return None
    return lambda *args, out, **kwargs: theirs(*args, **kwargs, out_val=out) // 2


def why_heavy(name: str) -> Words | None:
    """Why an operator without a formula must be named beside the total; None where it is light."""
    space, _, last = name.partition(".")
    if name in _LIGHT_NAMES:
        return None
    if space not in _NAMESPACES:
        return words("An operator of {space}, whose cost is not known.", space=space)
    if _HEAVY.search(last):
        return words("There is no formula for it.")
    return None


# Elementwise work per output element ("out"), per input element ("in") or per element of a window.
_LIGHT_COSTS: dict[str, tuple[int, str]] = {
    **dict.fromkeys("sigmoid tanh hardsigmoid hardswish".split(), (4, "out")),
    **dict.fromkeys("sigmoid_ tanh_ hardsigmoid_ hardswish_".split(), (4, "out")),
    **dict.fromkeys("gelu gelu_ silu silu_ mish mish_".split(), (8, "out")),
    **dict.fromkeys(
        "native_layer_norm native_group_norm _softmax _log_softmax _fused_rms_norm "
        "_safe_softmax".split(),
        (5, "out"),
    ),
    **dict.fromkeys(
        "native_batch_norm _native_batch_norm_legit_no_training _native_batch_norm_legit "
        "cudnn_batch_norm _batch_norm_no_update".split(),
        (1, "out"),
    ),
    **dict.fromkeys(
        "sum mean amax amin max min prod var std var_mean std_mean norm linalg_vector_norm "
        "argmax argmin cumsum logsumexp _adaptive_avg_pool2d _adaptive_avg_pool3d "
        "adaptive_max_pool2d adaptive_max_pool3d".split(),
        (1, "in"),
    ),
    **dict.fromkeys(
        "max_pool2d_with_indices max_pool3d_with_indices avg_pool2d avg_pool3d".split(),
        (1, "window"),
    ),
}
_MOVES = frozenset(
    "clone copy copy_ _to_copy fill fill_ zero_ lift_fresh lift_fresh_copy masked_fill "
    "where alias".split()
)


def elementwise(func: Any, last: str, args: Any, out: Any) -> int:
    """Elementwise, normalisation and pooling work of one call; moving data is none."""
    first = out[0] if isinstance(out, tuple | list) and out else out
    if last in _MOVES or not isinstance(first, torch.Tensor):
        return 0
    cost, basis = _LIGHT_COSTS.get(last, (0, "out"))
    if not cost:
        return int(first.numel()) if torch.Tag.pointwise in func.tags else 0
    if basis == "out":
        return cost * int(first.numel())
    if basis == "in":
        return int(args[0].numel())
    return int(first.numel()) * prod(args[1])
