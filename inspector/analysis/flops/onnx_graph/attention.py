"""Shapes and MACs of attention as one operator: ONNX's own, and the com.microsoft family.

Sources: onnx/docs/Operators.md (Attention-23) and onnxruntime/docs/ContribOperators.md. Causal
masks are not subtracted: the convention is torch's, which counts the whole square.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from inspector.analysis.flops.onnx_graph.values import Call, Unknown
from inspector.analysis.flops.report import Shape

Outputs = Sequence[Shape | None]


@dataclass(frozen=True, slots=True)
class Heads:
    """The sizes of one attention: batch, query heads, key heads, lengths, sizes of a head."""

    batch: int
    heads: int
    kv_heads: int
    queries: int
    keys: int
    key_size: int
    value_size: int

    @property
    def macs(self) -> int:
        """Scores of each query with each key, then the weighted sum of the values."""
        pairs = self.batch * self.heads * self.queries * self.keys
        return pairs * (self.key_size + self.value_size)


def _split(shape: Shape, heads: int) -> tuple[int, int, int, int]:
    """(batch, heads, length, size) of a (B, H, S, D) or (B, S, H x D) tensor."""
    if len(shape) == 4:
        return shape[0], shape[1], shape[2], shape[3]
    if len(shape) != 3 or heads <= 0:
        raise Unknown
    return shape[0], heads, shape[1], shape[2] // heads


def _standard(call: Call) -> Heads:
    q_heads, kv_heads = (call.integer(name, 0) for name in ("q_num_heads", "kv_num_heads"))
    batch, heads, queries, size = _split(call.shape(0), q_heads)
    _, kv_heads, keys, _ = _split(call.shape(1), kv_heads)
    value_size = _split(call.shape(2), kv_heads)[3]
    past = call.shape(4)[2] if call.has(4) else 0
    return Heads(batch, heads, kv_heads, queries, keys + past, size, value_size)


def standard(call: Call) -> Outputs:
    """Attention of opset 23: Y, present_key, present_value, the scores."""
    h = _standard(call)
    is_flat = len(call.shape(0)) == 3
    y = (
        (h.batch, h.queries, h.heads * h.value_size)
        if is_flat
        else (h.batch, h.heads, h.queries, h.value_size)
    )
    present = (h.batch, h.kv_heads, h.keys)
    scores = (h.batch, h.heads, h.queries, h.keys)
    return [y, (*present, h.key_size), (*present, h.value_size), scores]


def standard_macs(call: Call, outputs: Outputs) -> int:
    """B x Hq x Sq x (Sk + past) x (Dk + Dv)."""
    return _standard(call).macs


def _fused(call: Call) -> tuple[Heads, int]:
    """com.microsoft Attention and QAttention: (sizes, columns of the projection)."""
    batch, length, _ = call.shape(0)
    columns = call.shape(1)[-1]
    heads = call.integer("num_heads")
    sizes = call.listed("qkv_hidden_sizes") or [columns // 3] * 3
    past_at = 8 if call.op == "QAttention" else 4
    past = call.shape(past_at)[3] if call.has(past_at) else 0
    q, _, v = (size // heads for size in sizes)
    return Heads(batch, heads, heads, length, length + past, q, v), columns


def fused(call: Call) -> Outputs:
    """The projection of (B, S, D) and its attention; present (2, B, H, S + past, D)."""
    h, _ = _fused(call)
    present = (2, h.batch, h.heads, h.keys, h.key_size)
    return [(h.batch, h.queries, h.heads * h.value_size), present]


def fused_macs(call: Call, outputs: Outputs) -> int:
    """The projection, then the attention."""
    h, columns = _fused(call)
    return prod(call.shape(0)) * columns + h.macs


def _multi_head(call: Call) -> Heads:
    """MultiHeadAttention: separate, packed QKV (B, S, H, 3, D) or packed KV (B, S, H, 2, D)."""
    q, heads = call.shape(0), call.integer("num_heads")
    past = call.shape(6)[2] if call.has(6) else 0
    if len(q) == 5:
        return Heads(q[0], q[2], q[2], q[1], q[1] + past, q[4], q[4])
    batch, _, queries, size = _split(q, heads)
    k = call.shape(1)
    if len(k) == 5:
        return Heads(batch, heads, heads, queries, k[1] + past, size, k[4])
    keys = _split(k, heads)[2]
    return Heads(batch, heads, heads, queries, keys + past, size, _split(call.shape(2), heads)[3])


def multi_head(call: Call) -> Outputs:
    """Y (B, Sq, H x Dv), present_key, present_value."""
    h = _multi_head(call)
    present = (h.batch, h.heads, h.keys)
    y = (h.batch, h.queries, h.heads * h.value_size)
    return [y, (*present, h.key_size), (*present, h.value_size)]


def multi_head_macs(call: Call, outputs: Outputs) -> int:
    """The attention alone: the projections are nodes of their own."""
    return _multi_head(call).macs


def _grouped(call: Call) -> Heads:
    """GroupQueryAttention: past_key 3 (B, Hkv, P, D), total_sequence_length 6."""
    heads, kv_heads = call.integer("num_heads"), call.integer("kv_num_heads")
    batch, queries, width = call.shape(0)
    size = width // (heads if call.has(1) else heads + 2 * kv_heads)
    past = call.shape(3)[2] if call.has(3) else 0
    total = call.value(6).array if call.has(6) else None
    keys = int(total.reshape(-1)[0]) if total is not None else past + queries
    return Heads(batch, heads, kv_heads, queries, max(keys, queries), size, size)


def grouped(call: Call) -> Outputs:
    """Y (B, S, H x D), present_key, present_value."""
    h = _grouped(call)
    past = call.shape(3)[2] if call.has(3) else 0
    present = (h.batch, h.kv_heads, max(past, h.keys), h.key_size)
    return [(h.batch, h.queries, h.heads * h.key_size), present, present]


def grouped_macs(call: Call, outputs: Outputs) -> int:
    """2 x B x H x D x Sq x total: each query head meets all keys, shared or not."""
    return _grouped(call).macs


def experts(call: Call) -> Outputs:
    """com.microsoft MoE and QMoE."""
    return [call.shape(0)]


def experts_macs(call: Call, outputs: Outputs) -> int:
    """MoE: each token passes `k` experts; weights (E, ., .) are inputs 2, 4 and 6."""
    weights = [call.shape(at) for at in (2, 4, 6) if call.has(at)]
    tokens = prod(call.shape(0)[:-1])
    return tokens * call.integer("k", 1) * sum(prod(weight[1:]) for weight in weights)
