"""MACs and elementwise work of torch's operators, from the shapes of their arguments.

Source of the argument names: aten/src/ATen/native/native_functions.yaml. MACs follow torch's
FlopCounterMode, and count what it leaves out by name only: recurrent layers, mv, dot, bilinear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

from inspector.analysis.flops.einsum import Einsum
from inspector.analysis.flops.report import Shape


@dataclass(frozen=True, slots=True)
class Call:
    """One call of an operator.

    Attributes:
        tensors: Argument name -> shape, of tensors.
        lists: Argument name -> shapes, of lists of tensors.
        values: Argument name -> value, of the others.
        outputs: Shapes of the results.
    """

    tensors: Mapping[str, Shape]
    lists: Mapping[str, list[Shape]]
    values: Mapping[str, Any]
    outputs: list[Shape]

    def __getitem__(self, name: str) -> Shape:
        """The shape of a tensor argument; raises KeyError."""
        return self.tensors[name]

    @property
    def result(self) -> Shape:
        """The shape of the first result; raises IndexError."""
        return self.outputs[0]


Rule = Callable[[Call], int]


def _conv(call: Call) -> int:
    if call.values.get("transposed") is True:
        return _conv_transpose(call)
    return prod(call.result) * prod(call["weight"][1:])


def _conv_transpose(call: Call) -> int:
    return prod(call["input"]) * prod(call["weight"][1:])


def _linear(call: Call) -> int:
    return prod(call["input"]) * prod(call["weight"][:-1])


def _product(left: str) -> Rule:
    """Of matrices, and of batches of them: one per result element and element of a row."""
    return lambda call: prod(call.result) * call[left][-1]


def _whole(name: str) -> Rule:
    """One per element of an argument."""
    return lambda call: prod(call[name])


def _grouped(call: Call) -> int:
    return prod(call["self"]) * call["mat2"][-1]


def _attention(call: Call) -> int:
    q, k, v = call["query"], call["key"], call["value"]
    return prod(q[:-1]) * k[-2] * (q[-1] + v[-1])


def _packed_attention(call: Call) -> int:
    """nn.MultiheadAttention's fast path: projections, attention and the last projection."""
    q, k = call["query"], call["key"]
    width = q[-1]
    rows = prod(q[:-1])
    projected = (rows + 2 * prod(k[:-1])) * width * width
    return projected + 2 * rows * k[-2] * width + rows * width * width


def _encoder_layer(call: Call) -> int:
    """nn.TransformerEncoderLayer's fast path."""
    x = call["src"]
    rows, width = prod(x[:-1]), x[-1]
    attention = 4 * rows * width * width + 2 * rows * x[-2] * width
    return attention + rows * (prod(call["ffn_weight_1"]) + prod(call["ffn_weight_2"]))


def _recurrent(call: Call) -> int:
    """All matrices of all layers and directions, once per step and sample."""
    steps = call.tensors.get("input") or call["data"]
    matrices = [shape for shape in call.lists["params"] if len(shape) == 2]
    return prod(steps[:-1]) * sum(map(prod, matrices))


def _cell(call: Call) -> int:
    return prod(call["input"][:-1]) * (prod(call["w_ih"]) + prod(call["w_hh"]))


def _bilinear(call: Call) -> int:
    _, left, right = call["weight"]
    return prod(call.result) * (left * right + right)


MACS: dict[str, Rule] = {
    name: rule
    for rule, names in [
        (_conv, "conv1d conv2d conv3d convolution _convolution mkldnn_convolution deform_conv2d"),
        (_conv_transpose, "conv_transpose1d conv_transpose2d conv_transpose3d"),
        (_linear, "linear"),
        (_product("self"), "mm bmm matmul _int_mm _scaled_mm _weight_int8pack_mm"),
        (_product("mat1"), "addmm _addmm_activation"),
        (_product("batch1"), "baddbmm"),
        (lambda call: prod(call["batch1"]) * call["batch2"][-1], "addbmm"),
        (_whole("self"), "mv dot vdot inner"),
        (_whole("mat"), "addmv"),
        (_grouped, "_grouped_mm"),
        (
            _attention,
            """scaled_dot_product_attention _scaled_dot_product_attention_math
            _scaled_dot_product_cudnn_attention _scaled_dot_product_efficient_attention
            _scaled_dot_product_flash_attention _scaled_dot_product_flash_attention_for_cpu
            flex_attention""",
        ),
        (_packed_attention, "_native_multi_head_attention"),
        (_encoder_layer, "_transformer_encoder_layer_fwd"),
        (_recurrent, "lstm gru rnn_tanh rnn_relu"),
        (_cell, "lstm_cell gru_cell rnn_tanh_cell rnn_relu_cell"),
        (_bilinear, "bilinear"),
        (lambda call: Einsum(call.values["equation"], call.lists["tensors"]).macs, "einsum"),
    ]
    for name in names.split()
}

# aten operators that compute much and have no rule; everything else of aten moves, compares,
# normalises or works element by element.
HEAVY = re.compile(
    r"(_?fft_|_?linalg_(?!vector_norm|norm|matrix_norm|cross|vecdot|diagonal)|_?cholesky|svd|qr$|lu_"
    r"|_?cdist|_?pdist|conv_tbc|inverse|pinverse|det$|logdet|slogdet|geqrf|ormqr|lstsq|matrix_exp"
    r"|matrix_power|triangular_solve|_trilinear|stft|istft|histogram|_efficient_attention"
    r"|_flash_attention|_sparse|_cslt|quantized_)"
)
# Namespaces whose operators without a rule are elementwise or move data.
LIGHT = frozenset(["aten", "prims", "_operator", "math", "builtins", "quantized_decomposed"])

# Elementwise operations per element of the result, by name without the "_" of in-place forms.
_WORK: dict[str, int] = {
    name: per
    for per, names in [
        (
            1,
            """abs add and addcdiv addcmul batch_norm bitwise_and bitwise_not bitwise_or ceil clamp
            clamp_max clamp_min cumsum div eq floor floor_divide fmod ge gt hardtanh le leaky_relu
            lerp logical_and logical_not logical_or lt masked_fill maximum minimum mul
            native_batch_norm ne neg pow prelu reciprocal relu relu6 remainder round rsqrt
            rsub sign sqrt square sub where _native_batch_norm_legit_no_training
            _native_batch_norm_legit true_divide
            quantize_per_tensor quantize_per_channel dequantize_per_tensor
            dequantize_per_channel""",
        ),
        (2, "hardsigmoid hardswish softsign"),
        (
            4,
            """acos asin atan atan2 cos cosh elu erf exp expm1 log log1p log2 selu sigmoid sin sinh
            softplus tan tanh logsigmoid""",
        ),
        (
            5,
            """_log_softmax _softmax group_norm instance_norm layer_norm log_softmax
            native_group_norm native_layer_norm normalize rms_norm silu softmax""",
        ),
        (8, "gelu mish grid_sampler grid_sampler_2d upsample_bilinear2d upsample_trilinear3d"),
        (32, "upsample_bicubic2d"),
    ]
    for name in names.split()
}
_REDUCING = frozenset(
    """adaptive_avg_pool1d adaptive_avg_pool2d adaptive_avg_pool3d _adaptive_avg_pool2d
    adaptive_max_pool2d amax amin argmax argmin linalg_vector_norm max mean min norm prod std sum
    var var_mean logsumexp""".split()
)
_POOLS = frozenset(
    """avg_pool1d avg_pool2d avg_pool3d max_pool1d max_pool2d max_pool3d max_pool2d_with_indices
    max_pool3d_with_indices""".split()
)


def elementwise(name: str, call: Call) -> int:
    """Operations that are no multiply-adds of products; 0 for what only moves."""
    if not call.outputs:
        return 0
    base = name if name.startswith("__") else name.rstrip("_") or name
    if base in _POOLS:
        return prod(call.result) * _window(call)
    if base in _REDUCING:
        source = call.tensors.get("self") or call.tensors.get("input")
        return prod(source) if source is not None else 0
    return _WORK.get(base, 0) * prod(call.result)


def _window(call: Call) -> int:
    """Elements of a pool's window: one size may stand for all axes."""
    sizes = call.values.get("kernel_size")
    rank = len(call.result) - 2
    if not isinstance(sizes, list) or not all(type(size) is int for size in sizes):
        return 1
    return int(prod(sizes) if len(sizes) > 1 else prod(sizes * max(rank, 1)))
