"""The classes of torch.nn that are rebuilt, and what their constructors are given.

Each word is an argument of the constructor. "a" is the attribute of the same name; "a=b.c" is
attribute `c` of submodule `b`; "a=?b.c" is whether parameter `c` of submodule `b` is there. Only
what decides shapes or work is listed. Read by both sides: imports nothing.
"""

from __future__ import annotations

CONV = "in_channels out_channels kernel_size stride padding dilation groups padding_mode bias=?bias"
_BATCH_NORM = "num_features eps affine track_running_stats"
_MAX_POOL = "kernel_size stride padding dilation return_indices ceil_mode"
_AVG_POOL = "kernel_size stride padding ceil_mode count_include_pad"
_RNN = "input_size hidden_size num_layers bias batch_first bidirectional"
_CELL = "input_size hidden_size bias"
_LAYER = (
    "d_model=self_attn.embed_dim nhead=self_attn.num_heads dim_feedforward=linear1.out_features "
    "batch_first=self_attn.batch_first norm_first layer_norm_eps=norm1.eps bias=?linear1.bias"
)


def _each(names: str, arguments: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), arguments)


# Rebuilt from their submodules, in order.
CONTAINERS = frozenset(
    "Sequential ModuleList ModuleDict TransformerEncoder TransformerDecoder".split()
)

LAYERS: dict[str, str] = {
    "Linear": "in_features out_features bias=?bias",
    "NonDynamicallyQuantizableLinear": "in_features out_features bias=?bias",
    "Bilinear": "in1_features in2_features out_features bias=?bias",
    **_each("Conv1d Conv2d Conv3d", CONV),
    **_each("ConvTranspose1d ConvTranspose2d ConvTranspose3d", f"{CONV} output_padding"),
    **_each("BatchNorm1d BatchNorm2d BatchNorm3d", _BATCH_NORM),
    **_each("InstanceNorm1d InstanceNorm2d InstanceNorm3d", _BATCH_NORM),
    "LayerNorm": "normalized_shape eps elementwise_affine",
    "RMSNorm": "normalized_shape eps elementwise_affine",
    "GroupNorm": "num_groups num_channels eps affine",
    "LocalResponseNorm": "size",
    "Embedding": "num_embeddings embedding_dim",
    "EmbeddingBag": "num_embeddings embedding_dim mode",
    "LSTM": f"{_RNN} proj_size",
    "GRU": _RNN,
    "RNN": f"{_RNN} nonlinearity",
    **_each("LSTMCell GRUCell", _CELL),
    "RNNCell": f"{_CELL} nonlinearity",
    **_each("MaxPool1d MaxPool2d MaxPool3d", _MAX_POOL),
    "AvgPool1d": _AVG_POOL,
    **_each("AvgPool2d AvgPool3d", f"{_AVG_POOL} divisor_override"),
    **_each("LPPool1d LPPool2d", "norm_type kernel_size stride ceil_mode"),
    **_each("AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d", "output_size"),
    **_each("AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d", "output_size return_indices"),
    **_each("ConstantPad1d ConstantPad2d ConstantPad3d", "padding value"),
    **_each(
        "ZeroPad1d ZeroPad2d ZeroPad3d ReflectionPad1d ReflectionPad2d ReflectionPad3d "
        "ReplicationPad1d ReplicationPad2d ReplicationPad3d CircularPad1d CircularPad2d "
        "CircularPad3d",
        "padding",
    ),
    **_each(
        "Identity ReLU ReLU6 Sigmoid Tanh SiLU Mish Hardswish Hardsigmoid LogSigmoid Softsign "
        "Tanhshrink SELU RReLU Softmax2d Dropout Dropout1d Dropout2d Dropout3d AlphaDropout "
        "FeatureAlphaDropout Softplus ELU CELU LeakyReLU Hardtanh Softshrink Hardshrink",
        "",
    ),
    "GELU": "approximate",
    "Threshold": "threshold value",
    "PReLU": "num_parameters",
    **_each("GLU Softmax LogSoftmax Softmin", "dim"),
    "Flatten": "start_dim end_dim",
    "Unflatten": "dim unflattened_size",
    "Upsample": "size scale_factor mode align_corners",
    **_each("UpsamplingNearest2d UpsamplingBilinear2d", "size scale_factor"),
    "PixelShuffle": "upscale_factor",
    "PixelUnshuffle": "downscale_factor",
    "ChannelShuffle": "groups",
    "Fold": "output_size kernel_size dilation padding stride",
    "Unfold": "kernel_size dilation padding stride",
    "MultiheadAttention": (
        "embed_dim num_heads bias=?in_proj_bias add_bias_kv=?bias_k add_zero_attn kdim vdim "
        "batch_first"
    ),
    **_each("TransformerEncoderLayer TransformerDecoderLayer", _LAYER),
    "Transformer": (
        "d_model nhead num_encoder_layers=encoder.num_layers "
        "num_decoder_layers=decoder.num_layers "
        "dim_feedforward=encoder.layers.0.linear1.out_features batch_first"
    ),
}
# Arguments that say how often a constructor repeats itself.
REPEATS = frozenset("num_layers num_encoder_layers num_decoder_layers".split())
MOST_REPEATS = 1000
