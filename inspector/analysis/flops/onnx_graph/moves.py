"""Shapes of operators that move, cut, repeat or reduce. Source: onnx/docs/Operators.md, 1.23."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from inspector.analysis.flops.onnx_graph.values import (
    MAX_RANK,
    MAX_SIZE,
    Call,
    Misfit,
    Unknown,
    along,
    broadcast,
)
from inspector.analysis.flops.report import Shape

Outputs = Sequence[Shape | None]


def same(call: Call) -> Outputs:
    """The shape of the first input."""
    return [call.shape(0)]


def same_all(call: Call) -> Outputs:
    """Every output has the shape of the first input."""
    return [call.shape(0)] * len(call.node.outputs)


def broadcast_all(call: Call) -> Outputs:
    """Elementwise on several inputs. (Before opset 7 the second was aligned by "axis".)"""
    if "axis" in call.attributes and "broadcast" in call.attributes:
        return [call.shape(0)]
    return [broadcast(*(call.shape(at) for at in range(len(call.inputs))))]


def broadcast_quantized(call: Call) -> Outputs:
    """com.microsoft QLinearAdd and QLinearMul: A and B are inputs 0 and 3."""
    return [broadcast(call.shape(0), call.shape(3))]


def reshape(call: Call) -> Outputs:
    """Reshape: 0 keeps a size, -1 is what is left."""
    x = call.shape(0)
    wanted = call.numbers(1, "shape")
    if wanted is None or len(wanted) > MAX_RANK:
        raise Unknown
    if not call.integer("allowzero", 0):
        wanted = [x[at] if size == 0 else size for at, size in enumerate(wanted)]
    if wanted.count(-1) == 1:
        rest = prod(size for size in wanted if size != -1)
        wanted[wanted.index(-1)] = prod(x) // rest if rest else 0
    if prod(wanted) != prod(x):
        raise Misfit
    return [tuple(wanted)]


def flatten(call: Call) -> Outputs:
    """To a matrix."""
    x = call.shape(0)
    axis = call.integer("axis", 1)
    axis += len(x) * (axis < 0)
    return [(prod(x[:axis]), prod(x[axis:]))]


def transpose(call: Call) -> Outputs:
    """Axes in the order of `perm`, or reversed."""
    x = call.shape(0)
    perm = call.listed("perm") or range(len(x) - 1, -1, -1)
    if sorted(perm) != list(range(len(x))):
        raise Unknown
    return [tuple(x[axis] for axis in perm)]


def squeeze(call: Call) -> Outputs:
    """Without the axes of size 1 that are named, or without all."""
    x = call.shape(0)
    axes = call.numbers(1, "axes")
    if axes is None:
        return [tuple(size for size in x if size != 1)]
    gone = {along(axis, len(x)) for axis in axes}
    return [tuple(size for at, size in enumerate(x) if at not in gone)]


def unsqueeze(call: Call) -> Outputs:
    """With new axes of size 1, counted in the result."""
    x = call.shape(0)
    axes = call.numbers(1, "axes") or []
    rank = len(x) + len(axes)
    new = {along(axis, rank) for axis in axes}
    left = iter(x)
    return [tuple(1 if at in new else next(left, 1) for at in range(rank))]


def concat(call: Call) -> Outputs:
    """Joined along an axis."""
    shapes = [call.shape(at) for at in range(len(call.inputs))]
    axis = along(call.integer("axis", 1), len(shapes[0]))
    first = shapes[0]
    if any(len(shape) != len(first) for shape in shapes):
        raise Unknown
    return [(*first[:axis], sum(shape[axis] for shape in shapes), *first[axis + 1 :])]


def concat_quantized(call: Call) -> Outputs:
    """com.microsoft QLinearConcat: scale, zero point, then (tensor, scale, zero point) each."""
    shapes = [call.shape(at) for at in range(2, len(call.inputs), 3)]
    axis = along(call.integer("axis"), len(shapes[0]))
    first = shapes[0]
    return [(*first[:axis], sum(shape[axis] for shape in shapes), *first[axis + 1 :])]


def split(call: Call) -> Outputs:
    """In the given parts, or in as many equal ones as there are outputs."""
    x = call.shape(0)
    axis = call.axis(0, 0)
    parts = call.numbers(1, "split")
    if parts is None:
        count = call.integer("num_outputs", len(call.node.outputs))
        each = -(-x[axis] // count)
        parts = [min(each, max(0, x[axis] - at * each)) for at in range(len(call.node.outputs))]
    return [(*x[:axis], part, *x[axis + 1 :]) for part in parts]


def cuts(call: Call) -> list[slice]:
    """The slices of a Slice, one per axis of its input.

    Raises:
        Unknown: Its bounds are not known.
    """
    x = call.shape(0)
    starts, ends = call.numbers(1, "starts"), call.numbers(2, "ends")
    if starts is None or ends is None:
        raise Unknown
    axes = call.numbers(3, "axes") or list(range(len(starts)))
    steps = call.numbers(4, "steps") or [1] * len(starts)
    found = [slice(None)] * len(x)
    for start, end, axis, step in zip(starts, ends, axes, steps, strict=True):
        # An end of a negative step may lie before the beginning, which Python writes as None.
        at = along(axis, len(x))
        is_past = step < 0 and end < -x[at]
        found[at] = slice(start, None if is_past else end, step)
    return found


def slices(call: Call) -> Outputs:
    """Slice."""
    x = call.shape(0)
    sizes = [len(range(*cut.indices(size))) for cut, size in zip(cuts(call), x, strict=True)]
    return [tuple(sizes)]


def gather(call: Call) -> Outputs:
    """The axis is replaced by the indices' shape."""
    x = call.shape(0)
    axis = call.axis(0, 0)
    return [(*x[:axis], *call.shape(1), *x[axis + 1 :])]


def gather_elements(call: Call) -> Outputs:
    """The shape of the indices."""
    return [call.shape(1)]


def gather_nd(call: Call) -> Outputs:
    """Indices (..., k) pick slices behind k axes."""
    x, indices = call.shape(0), call.shape(1)
    return [(*indices[:-1], *x[call.integer("batch_dims", 0) + indices[-1] :])]


def expand(call: Call) -> Outputs:
    """Broadcast to a shape that is an input."""
    return [broadcast(call.shape(0), tuple(int(size) for size in call.array(1)))]


def tile(call: Call) -> Outputs:
    """Each axis repeated."""
    repeats = call.array(1).reshape(-1).tolist()
    pairs = zip(call.shape(0), repeats, strict=True)
    return [tuple(size * int(times) for size, times in pairs)]


def pads(call: Call) -> list[tuple[int, int]]:
    """(before, after) of each axis of a Pad.

    Raises:
        Unknown: They are not known.
    """
    rank = len(call.shape(0))
    found = call.numbers(1, "pads")
    if found is None:
        found = call.listed("paddings")
    axes = [along(int(axis), rank) for axis in call.array(3)] if call.has(3) else range(rank)
    every = [(0, 0)] * rank
    half = len(found) // 2
    for axis, before, after in zip(axes, found[:half], found[half:], strict=True):
        every[axis] = before, after
    return every


def pad(call: Call) -> Outputs:
    """Pad; negative pads cut."""
    both = zip(call.shape(0), pads(call), strict=True)
    return [tuple(size + before + after for size, (before, after) in both)]


def from_shape(call: Call) -> Outputs:
    """ConstantOfShape: the input is the shape."""
    return [tuple(int(size) for size in call.array(0))]


def from_attribute(call: Call) -> Outputs:
    """RandomNormal and RandomUniform."""
    return [tuple(call.listed("shape"))]


def steps(call: Call) -> Outputs:
    """Range(start, limit, delta)."""
    start, limit, delta = (call.array(at).reshape(-1)[0].item() for at in range(3))
    count = max(0, int(-((start - limit) // delta))) if delta else 0
    if count > MAX_SIZE:
        raise Unknown
    return [(count,)]


def rank_of(call: Call) -> Outputs:
    """Shape: as many sizes as there are dimensions, or a part of them."""
    rank = len(call.shape(0))
    return [
        (len(range(*slice(call.integer("start", 0), call.attributes.get("end")).indices(rank))),)
    ]


def scalar(call: Call) -> Outputs:
    """One number."""
    return [()]


def reduce(call: Call) -> Outputs:
    """Reduce…: axes as an input or an attribute."""
    x = call.shape(0)
    axes = call.numbers(1, "axes")
    if not axes and call.integer("noop_with_empty_axes", 0):
        return [x]
    gone = {along(axis, len(x)) for axis in axes} if axes else set(range(len(x)))
    kept = call.integer("keepdims", 1)
    return [tuple(1 if at in gone else n for at, n in enumerate(x) if kept or at not in gone)]


def reduce_one(call: Call) -> Outputs:
    """ArgMax and ArgMin."""
    x = call.shape(0)
    axis = call.axis(0, 0)
    return [(*x[:axis], *[1] * bool(call.integer("keepdims", 1)), *x[axis + 1 :])]


def top_k(call: Call) -> Outputs:
    """TopK: values and indices."""
    x = call.shape(0)
    axis = call.axis(0, -1)
    k = call.integer("k") if "k" in call.attributes else int(call.array(1).reshape(-1)[0])
    found = (*x[:axis], k, *x[axis + 1 :])
    return [found, found]


def one_hot(call: Call) -> Outputs:
    """OneHot: a new axis of `depth`."""
    indices = call.shape(0)
    axis = along(call.integer("axis", -1), len(indices) + 1)
    return [(*indices[:axis], int(call.array(1).reshape(-1)[0]), *indices[axis:])]


def depth_to_space(call: Call) -> Outputs:
    """Channels become positions."""
    n, c, h, w = call.shape(0)
    block = call.integer("blocksize")
    return [(n, c // block**2, h * block, w * block)]


def space_to_depth(call: Call) -> Outputs:
    """Positions become channels."""
    n, c, h, w = call.shape(0)
    block = call.integer("blocksize")
    return [(n, c * block**2, h // block, w // block)]


def center_crop_pad(call: Call) -> Outputs:
    """CenterCropPad."""
    sizes = list(call.shape(0))
    axes = call.listed("axes", range(len(sizes)))
    for axis, size in zip(axes, call.array(1).reshape(-1).tolist(), strict=True):
        sizes[axis] = int(size)
    return [tuple(sizes)]


def norm_statistics(call: Call) -> Outputs:
    """LayerNormalization: Y, then the mean and deviation of what was normalised."""
    x = call.shape(0)
    axis = call.axis(0, -1)
    statistics = (*x[:axis], *[1] * (len(x) - axis))
    return [x, statistics, statistics]


def batch_norm(call: Call) -> Outputs:
    """BatchNormalization: Y, then per channel."""
    return [call.shape(0), *[call.shape(1)] * 4]


def skip_norm(call: Call) -> Outputs:
    """com.microsoft Skip(Simplified)LayerNormalization: Y, mean, deviation, the sum."""
    x = call.shape(0)
    return [x, (*x[:-1], 1), (*x[:-1], 1), x]


def embed_norm(call: Call) -> Outputs:
    """com.microsoft EmbedLayerNormalization: ids (B, S), word embedding (V, D) is input 2."""
    batch, length = call.shape(0)
    hidden = (batch, length, call.shape(2)[1])
    return [hidden, (batch,), hidden]


def quantize_dynamic(call: Call) -> Outputs:
    """DynamicQuantizeLinear: y, scale, zero point."""
    return [call.shape(0), (), ()]


def dft(call: Call) -> Outputs:
    """DFT: the length may change, the last axis becomes 2, or halves."""
    x = list(call.shape(0))
    axis = int(call.array(2).reshape(-1)[0]) if call.has(2) else call.integer("axis", 1)
    axis = along(axis, len(x))
    is_half, is_inverse = call.integer("onesided", 0), call.integer("inverse", 0)
    if is_half and is_inverse:
        x[axis] = 2 * (x[axis] - 1)
    if call.has(1):
        x[axis] = int(call.array(1).reshape(-1)[0])
    if is_half and not is_inverse:
        x[axis] = x[axis] // 2 + 1
    return [(*x[:-1], 1 if is_half and is_inverse else 2)]


def stft(call: Call) -> Outputs:
    """STFT: signal (B, L, 1), frame_step, window, frame_length."""
    signal = call.shape(0)
    step = int(call.array(1).reshape(-1)[0])
    length = int(call.array(3).reshape(-1)[0]) if call.has(3) else call.shape(2)[0]
    bins = length // 2 + 1 if call.integer("onesided", 1) else length
    return [(signal[0], (signal[1] - length) // step + 1, bins, 2)]


def window(call: Call) -> Outputs:
    """HannWindow and its kin: the input is the size."""
    return [(int(call.array(0).reshape(-1)[0]),)]


def non_zero(call: Call) -> Outputs:
    """NonZero: at most all elements."""
    x = call.shape(0)
    return [(len(x), prod(x))]


def unique(call: Call) -> Outputs:
    """Unique: at most all elements."""
    x = call.shape(0)
    if "axis" in call.attributes:
        size = x[call.axis()]
        return [x, (size,), (size,), (size,)]
    total = prod(x)
    return [(total,)] * 4


def compress(call: Call) -> Outputs:
    """Compress: at most as many as the condition has."""
    x, most = call.shape(0), call.shape(1)[0]
    if "axis" not in call.attributes:
        return [(min(most, prod(x)),)]
    axis = call.axis()
    return [(*x[:axis], min(most, x[axis]), *x[axis + 1 :])]


def suppression(call: Call) -> Outputs:
    """NonMaxSuppression: boxes (B, N, 4), scores (B, C, N); at most `max_output_boxes`."""
    batch, classes, boxes = call.shape(1)
    most = int(call.array(2).reshape(-1)[0]) if call.has(2) else 0
    return [(batch * classes * min(most, boxes), 3)]


def loss(call: Call) -> Outputs:
    """SoftmaxCrossEntropyLoss, NegativeLogLikelihoodLoss: the loss, the log probabilities."""
    is_each = call.text("reduction", "mean") == "none"
    return [call.shape(1) if is_each else (), call.shape(0)]


def sampled(call: Call) -> Outputs:
    """Multinomial."""
    return [(call.shape(0)[0], call.integer("sample_size", 1))]


def determinant(call: Call) -> Outputs:
    """Det."""
    return [call.shape(0)[:-2]]


def causal_conv(call: Call) -> Outputs:
    """CausalConvWithState: X (B, C, L), W (C, 1, K); the state is the K - 1 last positions."""
    x, w = call.shape(0), call.shape(1)
    return [x, (*x[:2], w[-1] - 1)]


def linear_attention(call: Call) -> Outputs:
    """LinearAttention: Q (B, T, Hq x D), V (B, T, Hkv x Dv); state (B, Hkv, D, Dv)."""
    q, v = call.shape(0), call.shape(2)
    heads, kv_heads = call.integer("q_num_heads"), call.integer("kv_num_heads")
    width = v[2] // kv_heads
    state = (q[0], kv_heads, q[2] // heads, width)
    return [(*q[:2], heads * width), state]


def gather_quantized(call: Call) -> Outputs:
    """com.microsoft GatherBlockQuantized: packed bytes hold several numbers each."""
    data, indices = list(call.shape(0)), call.shape(1)
    tensor = call.value(0).tensor
    if tensor is not None and tensor.dtype.name == "uint8":
        data[along(call.integer("quantize_axis", 1), len(data))] *= 8 // call.integer("bits", 4)
    axis = along(call.integer("gather_axis", 0), len(data))
    return [(*data[:axis], *indices, *data[axis + 1 :])]
