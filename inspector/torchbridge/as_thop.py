"""What thop would print for a module that was counted layer by layer."""

from __future__ import annotations

from collections.abc import Iterable
from math import prod

from inspector.analysis.flops.conventions import Thop
from inspector.analysis.flops.report import LayerCost

_CONVS = frozenset("Conv1d Conv2d Conv3d".split())
_NORMS = frozenset("BatchNorm1d BatchNorm2d BatchNorm3d".split())
_POOLS = frozenset("AvgPool1d AvgPool2d AvgPool3d".split())
_ADAPTIVE = frozenset("AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d".split())
# Layers without multiply-adds of ours for which some thop has a formula of its own.
_OTHERS = frozenset(
    "LayerNorm InstanceNorm1d InstanceNorm2d InstanceNorm3d PReLU Softmax Upsample "
    "UpsamplingBilinear2d UpsamplingNearest2d SyncBatchNorm".split()
)


def as_thop(layers: Iterable[LayerCost]) -> Thop:
    """What thop adds, told from layers named by their classes; each having run once."""
    thop = Thop()
    for layer in layers:
        kind, shape = layer.op_type, layer.output_shape
        if kind in _OTHERS or (layer.macs and kind not in _CONVS and kind != "Linear"):
            thop.is_alike = False
        elif kind in _NORMS:
            thop.norms += layer.elementwise  # one per element
        elif kind in _POOLS and shape is not None:
            thop.pool(shape)
        elif kind in _ADAPTIVE and shape is not None:
            window = layer.elementwise // max(prod(shape), 1)
            thop.pools += (window + 1) * prod(shape)
        elif kind in _CONVS and shape is not None and _has_bias(layer):
            thop.bias(shape)
    return thop


def _has_bias(layer: LayerCost) -> bool:
    """Whether a convolution has more parameters than its kernel, whose size its cost tells."""
    outputs = prod(layer.output_shape or ())
    channels = layer.output_shape[1] if layer.output_shape and len(layer.output_shape) > 1 else 0
    return bool(outputs) and layer.parameters > channels * ((layer.macs or 0) // outputs)
