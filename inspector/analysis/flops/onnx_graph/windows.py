"""Shapes of convolutions and pools. Source: onnx/docs/Operators.md of ONNX 1.23."""

from __future__ import annotations

from collections.abc import Sequence

from inspector.analysis.flops.onnx_graph.values import Call, Misfit
from inspector.analysis.flops.report import Shape

Outputs = Sequence[Shape | None]


def _window(
    call: Call,
    sizes: Shape,
    kernel: Sequence[int],
    strides: Sequence[int],
    dilations: Sequence[int],
) -> Shape:
    """Positions of a window along each spatial axis."""
    pads = call.listed("pads") or [0] * (2 * len(sizes))
    auto = call.text("auto_pad", "NOTSET")
    is_ceil = bool(call.attributes.get("ceil_mode", 0))
    found = []
    for at, size in enumerate(sizes):
        step = strides[at]
        reach = dilations[at] * (kernel[at] - 1) + 1
        if auto in ("SAME_UPPER", "SAME_LOWER"):
            found.append(-(-size // step))
            continue
        before, after = (0, 0) if auto == "VALID" else (pads[at], pads[at + len(sizes)])
        room = size + before + after - reach
        if room < 0:
            raise Misfit
        count = (-(-room // step) if is_ceil else room // step) + 1
        if is_ceil and (count - 1) * step >= size + before:
            count -= 1  # a window that starts in the padding behind is left out
        found.append(count)
    return tuple(found)


def _spatial(call: Call, rank: int) -> tuple[list[int], list[int]]:
    """(strides, dilations) of `rank` axes."""
    return call.listed("strides") or [1] * rank, call.listed("dilations") or [1] * rank


def conv(call: Call, weight: int = 1) -> Outputs:
    """Conv and its kin: X (N, C, ...), W (M, C/group, ...)."""
    x, w = call.shape(0), call.shape(weight)
    strides, dilations = _spatial(call, len(x) - 2)
    if len(w) != len(x):
        raise Misfit
    return [(x[0], w[0], *_window(call, x[2:], w[2:], strides, dilations))]


def quantized_conv(call: Call) -> Outputs:
    """QLinearConv: the weight is input 3."""
    return conv(call, 3)


def channels_last_conv(call: Call) -> Outputs:
    """com.microsoft NhwcConv: X (N, ..., C), W (M, ..., C/group)."""
    x, w = call.shape(0), call.shape(1)
    strides, dilations = _spatial(call, len(x) - 2)
    return [(x[0], *_window(call, x[1:-1], w[1:-1], strides, dilations), w[0])]


def conv_transpose(call: Call) -> Outputs:
    """ConvTranspose: X (N, C, ...), W (C, M/group, ...)."""
    x, w = call.shape(0), call.shape(1)
    rank = len(x) - 2
    strides, dilations = _spatial(call, rank)
    asked = call.listed("output_shape")[-rank:] if rank else []
    extra = call.listed("output_padding") or [0] * rank
    pads = call.listed("pads") or [0] * (2 * rank)
    auto = call.text("auto_pad", "NOTSET")
    sizes = []
    for at in range(rank):
        reach = dilations[at] * (w[at + 2] - 1) + 1
        size = strides[at] * (x[at + 2] - 1) + extra[at] + reach
        if asked:
            size = asked[at]
        elif auto in ("SAME_UPPER", "SAME_LOWER"):
            size = strides[at] * x[at + 2]
        elif auto != "VALID":
            size -= pads[at] + pads[at + rank]
        sizes.append(size)
    return [(x[0], w[1] * call.integer("group", 1), *sizes)]


def pool(call: Call) -> Outputs:
    """AveragePool, LpPool, MaxPool (with the indices)."""
    x = call.shape(0)
    kernel = call.listed("kernel_shape")
    strides, dilations = _spatial(call, len(x) - 2)
    shape = (*x[:2], *_window(call, x[2:], kernel, strides, dilations))
    return [shape, shape]


def global_pool(call: Call) -> Outputs:
    """One position per channel."""
    x = call.shape(0)
    if call.attributes.get("channels_last") == 1:
        return [(x[0], *[1] * (len(x) - 2), x[-1])]
    return [(*x[:2], *[1] * (len(x) - 2))]


def unpool(call: Call) -> Outputs:
    """MaxUnpool; its optional third input is the shape."""
    x, kernel = call.shape(0), call.listed("kernel_shape")
    if call.has(2):
        return [tuple(int(size) for size in call.array(2))]
    strides, _ = _spatial(call, len(x) - 2)
    pads = call.listed("pads") or [0] * (2 * len(kernel))
    sizes = [
        (size - 1) * strides[at] - pads[at] - pads[at + len(kernel)] + kernel[at]
        for at, size in enumerate(x[2:])
    ]
    return [(*x[:2], *sizes)]


def roi_align(call: Call) -> Outputs:
    """RoiAlign: rois (R, 4)."""
    size = call.integer("output_height", 1), call.integer("output_width", 1)
    return [(call.shape(1)[0], call.shape(0)[1], *size)]


def roi_pool(call: Call) -> Outputs:
    """MaxRoiPool: rois (R, 5)."""
    return [(call.shape(1)[0], call.shape(0)[1], *call.listed("pooled_shape"))]


def grid_sample(call: Call) -> Outputs:
    """GridSample: grid (N, ..., rank)."""
    return [(*call.shape(0)[:2], *call.shape(1)[1:-1])]


def affine_grid(call: Call) -> Outputs:
    """AffineGrid: size (N, C, ...) -> (N, ..., rank)."""
    size = [int(item) for item in call.array(1)]
    return [(size[0], *size[2:], len(size) - 2)]


def col2im(call: Call) -> Outputs:
    """Col2Im: X (N, C x block, L)."""
    image, block = ([int(item) for item in call.array(at)] for at in (1, 2))
    channels = call.shape(0)[1]
    for size in block:
        channels //= size
    return [(call.shape(0)[0], channels, *image)]


def resize(call: Call) -> Outputs:
    """Resize and Upsample: scales or sizes, as inputs or (old) as an attribute."""
    x = call.shape(0)
    scales_at = 1 if call.op == "Upsample" or len(call.inputs) == 2 else 2
    axes = [axis % len(x) for axis in call.listed("axes", range(len(x)))]
    sizes = list(x)
    if call.op == "Resize" and call.has(3):
        wanted = [int(size) for size in call.array(3)]
        policy = call.text("keep_aspect_ratio_policy", "stretch")
        if policy in ("not_larger", "not_smaller"):
            ratios = [want / x[axis] for axis, want in zip(axes, wanted, strict=True)]
            ratio = min(ratios) if policy == "not_larger" else max(ratios)
            wanted = [int(ratio * x[axis] + 0.5) for axis in axes]
        for axis, want in zip(axes, wanted, strict=True):
            sizes[axis] = want
        return [tuple(sizes)]
    scales = call.attributes.get("scales")
    if not isinstance(scales, list):
        scales = call.array(scales_at).reshape(-1).tolist()
    for axis, scale in zip(axes, scales, strict=True):
        sizes[axis] = int(x[axis] * scale)
    return [tuple(sizes)]
