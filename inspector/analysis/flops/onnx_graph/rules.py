"""Which rule gives the shapes, the MACs and the elementwise work of each operator.

An operator that is in no table is named in the report and never guessed. MACs follow torch's
FlopCounterMode: convolutions, matrix products and attention, without bias.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from inspector.analysis.flops.onnx_graph import attention, moves, products, windows
from inspector.analysis.flops.onnx_graph.moves import Outputs
from inspector.analysis.flops.onnx_graph.values import Call
from inspector.errors import say

ShapeRule = Callable[[Call], Outputs]
CostRule = Callable[[Call, Outputs], int]

MICROSOFT, PREVIEW = "com.microsoft", "ai.onnx.preview"
# Domains whose operators are looked up in the tables by op_type alone.
KNOWN_DOMAINS = frozenset(["", MICROSOFT, "com.microsoft.nchwc", "com.ms.internal.nhwc", PREVIEW])


def _table(rows: list[tuple[ShapeRule, str]]) -> dict[str, ShapeRule]:
    return {op: rule for rule, ops in rows for op in ops.split()}


SHAPES = _table(
    [
        (
            moves.same,
            """Abs Acos Acosh Asin Asinh Atan Atanh Bernoulli BitwiseNot Cast CastLike Ceil Celu
            Clip Cos Cosh CumSum CumProd DequantizeLinear Elu Erf Exp EyeLike Floor Gelu
            GroupNormalization HardSigmoid HardSwish Hardmax Identity InstanceNormalization IsInf
            IsNaN LRN LeakyRelu Log LogSoftmax LpNormalization MeanVarianceNormalization Mish Neg
            Not PRelu QuantizeLinear RMSNormalization RandomNormalLike RandomUniformLike Reciprocal
            Relu ReverseSequence RotaryEmbedding Round Scatter ScatterElements ScatterND Selu Shrink
            Sigmoid Sign Sin Sinh Softmax Softplus Softsign Sqrt Swish Tan Tanh TensorScatter
            ThresholdedRelu Trilu
            BiasAdd BiasGelu BiasSoftmax BiasSplitGelu BitmaskDropout FastGelu GroupNorm
            QLinearLeakyRelu QLinearSigmoid QLinearSoftmax QuickGelu SkipGroupNorm BitCast""",
        ),
        (moves.same_all, "Dropout"),
        (
            moves.broadcast_all,
            """Add And BitShift BitwiseAnd BitwiseOr BitwiseXor Div Equal Greater GreaterOrEqual
            Less LessOrEqual Max Mean Min Mod Mul Or Pow StringConcat Sub Sum SwiGLU Where Xor""",
        ),
        (moves.causal_conv, "CausalConvWithState"),
        (moves.linear_attention, "LinearAttention"),
        (moves.broadcast_quantized, "QLinearAdd QLinearMul"),
        (
            moves.reduce,
            """ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin
            ReduceProd ReduceSum ReduceSumSquare""",
        ),
        (moves.reduce_one, "ArgMax ArgMin"),
        (moves.reshape, "Reshape"),
        (moves.flatten, "Flatten"),
        (moves.transpose, "Transpose"),
        (moves.squeeze, "Squeeze"),
        (moves.unsqueeze, "Unsqueeze"),
        (moves.concat, "Concat"),
        (moves.concat_quantized, "QLinearConcat"),
        (moves.split, "Split"),
        (moves.slices, "Slice"),
        (moves.gather, "Gather"),
        (moves.gather_quantized, "GatherBlockQuantized"),
        (moves.gather_elements, "GatherElements"),
        (moves.gather_nd, "GatherND"),
        (moves.expand, "Expand"),
        (moves.tile, "Tile"),
        (moves.pad, "Pad"),
        (moves.from_shape, "ConstantOfShape"),
        (moves.from_attribute, "RandomNormal RandomUniform"),
        (moves.steps, "Range"),
        (moves.rank_of, "Shape"),
        (moves.scalar, "Size"),
        (moves.top_k, "TopK"),
        (moves.one_hot, "OneHot"),
        (moves.depth_to_space, "DepthToSpace"),
        (moves.space_to_depth, "SpaceToDepth"),
        (moves.center_crop_pad, "CenterCropPad"),
        (moves.norm_statistics, "LayerNormalization SimplifiedLayerNormalization"),
        (moves.batch_norm, "BatchNormalization"),
        (moves.skip_norm, "SkipLayerNormalization SkipSimplifiedLayerNormalization"),
        (moves.embed_norm, "EmbedLayerNormalization"),
        (moves.quantize_dynamic, "DynamicQuantizeLinear"),
        (moves.dft, "DFT"),
        (moves.stft, "STFT"),
        (moves.window, "BlackmanWindow HammingWindow HannWindow"),
        (moves.non_zero, "NonZero"),
        (moves.unique, "Unique"),
        (moves.compress, "Compress"),
        (moves.suppression, "NonMaxSuppression"),
        (moves.loss, "NegativeLogLikelihoodLoss SoftmaxCrossEntropyLoss"),
        (moves.sampled, "Multinomial"),
        (moves.determinant, "Det"),
        (windows.conv, "Conv ConvInteger DeformConv FusedConv"),
        (windows.quantized_conv, "QLinearConv"),
        (windows.channels_last_conv, "NhwcConv"),
        (windows.conv_transpose, "ConvTranspose"),
        (windows.pool, "AveragePool LpPool MaxPool QLinearAveragePool"),
        (
            windows.global_pool,
            "GlobalAveragePool GlobalLpPool GlobalMaxPool QLinearGlobalAveragePool",
        ),
        (windows.unpool, "MaxUnpool"),
        (windows.roi_align, "RoiAlign"),
        (windows.roi_pool, "MaxRoiPool"),
        (windows.grid_sample, "GridSample"),
        (windows.affine_grid, "AffineGrid"),
        (windows.col2im, "Col2Im"),
        (windows.resize, "Resize Upsample"),
        (
            products.matmul,
            """DynamicQuantizeMatMul FusedMatMul FusedMatMulActivation MatMul MatMulInteger
            MatMulInteger16 MatMulIntegerToFloat QLinearMatMul TransposeMatMul""",
        ),
        (products.gemm, "FusedGemm Gemm GemmFastGelu GemmFloat8 QGemm"),
        (products.matmul_packed, "MatMulNBits MatMulBnb4 MatMulFpQ4"),
        (products.einsum, "Einsum"),
        (products.rnn, "DynamicQuantizeLSTM GRU LSTM RNN"),
        (attention.multi_head, "MultiHeadAttention"),
        (attention.grouped, "GroupQueryAttention"),
        (attention.experts, "MoE"),
    ]
)

MACS: dict[str, CostRule] = {
    op: rule
    for rule, ops in [
        (
            products.conv_macs,
            "CausalConvWithState Conv ConvInteger DeformConv FusedConv NhwcConv QLinearConv",
        ),
        (products.conv_transpose_macs, "ConvTranspose"),
        (
            products.matmul_macs,
            """DynamicQuantizeMatMul FusedGemm FusedMatMul FusedMatMulActivation Gemm GemmFastGelu
            GemmFloat8 MatMul MatMulInteger MatMulInteger16 MatMulIntegerToFloat QGemm
            QLinearMatMul TransposeMatMul""",
        ),
        (products.matmul_packed_macs, "MatMulNBits MatMulBnb4 MatMulFpQ4"),
        (products.einsum_macs, "Einsum"),
        (products.rnn_macs, "DynamicQuantizeLSTM GRU LSTM RNN"),
        (attention.multi_head_macs, "MultiHeadAttention"),
        (attention.grouped_macs, "GroupQueryAttention"),
        (attention.experts_macs, "MoE"),
    ]
    for op in ops.split()
}

# Two operators share a name across domains.
_BY_DOMAIN: dict[tuple[str, str], tuple[ShapeRule, CostRule]] = {
    ("", "Attention"): (attention.standard, attention.standard_macs),
    (PREVIEW, "FlexAttention"): (attention.standard, attention.standard_macs),
    (MICROSOFT, "Attention"): (attention.fused, attention.fused_macs),
    (MICROSOFT, "QAttention"): (attention.fused, attention.fused_macs),
}
_OTHER_SHAPES: dict[tuple[str, str], ShapeRule] = {
    (MICROSOFT, "RotaryEmbedding"): moves.same,
}

# Shapes follow, but no rule says how many multiply-adds their transforms take.
NO_RULE = say("no rule counts it")
UNCOUNTED = {op: NO_RULE for op in ("DFT", "STFT", "Det", "LinearAttention")}

# The size of their result depends on the numbers inside; the largest possible is taken.
DATA_DEPENDENT = frozenset("Compress NonMaxSuppression NonZero Unique".split())


def shape_rule(op: tuple[str, str]) -> ShapeRule | None:
    """The rule that gives the shapes of an operator's outputs; None for an unknown one."""
    if op in _BY_DOMAIN:
        return _BY_DOMAIN[op][0]
    return _OTHER_SHAPES.get(op) or (SHAPES.get(op[1]) if op[0] in KNOWN_DOMAINS else None)


def cost_rule(op: tuple[str, str]) -> CostRule | None:
    """The rule that gives an operator's MACs; None where it has none."""
    if op in _BY_DOMAIN:
        return _BY_DOMAIN[op][1]
    return MACS.get(op[1]) if op[0] in KNOWN_DOMAINS else None


@dataclass(frozen=True, slots=True)
class Work:
    """Elementwise work: `per` operations for each element of the output or of the input."""

    per: int
    of_input: bool = False


# The second number of the report, never added to the MACs: operations per element, as usual in
# such counts (flops of one exp, tanh … are taken as 4; norms and softmax as 5 per element).
WORK: dict[str, Work] = {
    op: work
    for work, ops in [
        (
            Work(1),
            """Abs Add And BatchNormalization BiasAdd BitShift BitwiseAnd BitwiseNot BitwiseOr
            BitwiseXor Ceil Clip CumProd CumSum DequantizeLinear Div Equal Floor Greater
            GreaterOrEqual HardSigmoid IsInf IsNaN LeakyRelu Less LessOrEqual Max Mean Min Mod Mul
            Neg Not Or PRelu Pow QLinearAdd QLinearLeakyRelu QLinearMul QuantizeLinear Reciprocal
            Relu Round Shrink Sign Sqrt Sub Sum ThresholdedRelu Where Xor""",
        ),
        (Work(2), "DynamicQuantizeLinear HardSwish RotaryEmbedding Softsign"),
        (
            Work(4),
            """Acos Acosh Asin Asinh Atan Atanh Celu Cos Cosh Elu Erf Exp Log QLinearSigmoid Selu
            Sigmoid Sin Sinh Softplus Tan Tanh""",
        ),
        (
            Work(5),
            """BiasSoftmax EmbedLayerNormalization GroupNorm GroupNormalization Hardmax
            InstanceNormalization LRN LayerNormalization LogSoftmax LpNormalization
            MeanVarianceNormalization QLinearSoftmax RMSNormalization SimplifiedLayerNormalization
            SkipGroupNorm SkipLayerNormalization SkipSimplifiedLayerNormalization Softmax SwiGLU
            Swish""",
        ),
        (Work(8), "BiasGelu BiasSplitGelu FastGelu Gelu Mish QuickGelu"),
        (
            Work(1, of_input=True),
            """ArgMax ArgMin GlobalAveragePool GlobalLpPool GlobalMaxPool
            QLinearGlobalAveragePool ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax
            ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare""",
        ),
    ]
    for op in ops.split()
}
POOLS = frozenset("AveragePool LpPool MaxPool QLinearAveragePool".split())
INTERPOLATED = {"nearest": 0, "linear": 8, "cubic": 32}

# Which inputs may be parameters, where it is not every floating-point one: running statistics,
# scales and zero points, and the sizes and fills of operators are none.
PARAMETER_INPUTS: dict[str, tuple[int, ...]] = {
    "BatchNormalization": (1, 2),
    "Clip": (),
    "ConstantOfShape": (),
    "ConvInteger": (1,),
    "DequantizeLinear": (0,),
    "GatherBlockQuantized": (0,),
    "MatMulBnb4": (1,),
    "MatMulFpQ4": (1,),
    "MatMulNBits": (1, 5),
    "DynamicQuantizeMatMul": (1, 4),
    "MatMulInteger": (1,),
    "MatMulIntegerToFloat": (1, 6),
    "OneHot": (),
    "Pad": (),
    "QAttention": (1, 2),
    "QGemm": (3, 6),
    "QLinearConv": (3, 8),
    "QLinearMatMul": (3,),
    "QuantizeLinear": (0,),
    "Resize": (),
    "Upsample": (),
}
QUANTIZED_WEIGHTS = frozenset(
    """ConvInteger DequantizeLinear DynamicQuantizeMatMul MatMulInteger MatMulIntegerToFloat
    QAttention QGemm QLinearConv QLinearMatMul""".split()
)


def stored_numbers(call: Call, at: int, numel: int) -> int:
    """How many parameters the `numel` elements of input `at` stand for: packed bytes hold more."""
    if at == 1 and SHAPES.get(call.op) is products.matmul_packed:
        return call.integer("N") * call.integer("K")
    if at == 0 and call.op == "GatherBlockQuantized":
        tensor = call.value(0).tensor
        is_packed = tensor is not None and tensor.dtype.name == "uint8"
        return numel * (8 // call.integer("bits", 4)) if is_packed else numel
    return numel
