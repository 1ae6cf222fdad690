"""Shapes and MACs of matrix products, einsum and recurrent layers.

Source of the shapes: onnx/docs/Operators.md of ONNX 1.23 and onnxruntime/docs/ContribOperators.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from inspector.analysis.flops.einsum import Einsum
from inspector.analysis.flops.onnx_graph.values import Call, Misfit, Unknown, broadcast
from inspector.analysis.flops.report import Shape

Outputs = Sequence[Shape | None]

# Which input is the right operand of a product, where it is not 1.
_RIGHT = {"QLinearMatMul": 3, "QGemm": 3, "QLinearConv": 3}


def _operands(call: Call) -> tuple[Shape, Shape]:
    """The shapes of both operands, transposed as the node says."""
    a, b = call.shape(0), call.shape(_RIGHT.get(call.op, 1))
    if call.attributes.get("transA") and len(a) > 1:
        a = (*a[:-2], a[-1], a[-2])
    if call.attributes.get("transB") and len(b) > 1:
        b = (*b[:-2], b[-1], b[-2])
    if call.attributes.get("transBatchA") and len(a) > 2:
        a = (*a[1:-1], a[0], a[-1])
    if call.attributes.get("transBatchB") and len(b) > 2:
        b = (*b[1:-1], b[0], b[-1])
    return a, b


def matmul(call: Call) -> Outputs:
    """MatMul and its kin, as numpy.matmul."""
    a, b = _operands(call)
    if not a or not b or a[-1] != b[-2 if len(b) > 1 else 0]:
        raise Misfit
    rows = a[-2:-1] if len(a) > 1 else ()
    columns = b[-1:] if len(b) > 1 else ()
    return [(*broadcast(a[:-2], b[:-2]), *rows, *columns)]


def matmul_macs(call: Call, outputs: Outputs) -> int:
    """One per element of the result and of the row it comes from."""
    return prod(_known(outputs)) * _operands(call)[0][-1]


def gemm(call: Call) -> Outputs:
    """Gemm and its kin: both operands are matrices."""
    a, b = _operands(call)
    return [(a[0], b[1])]


def matmul_packed(call: Call) -> Outputs:
    """com.microsoft MatMulNBits and MatMulBnb4: B is packed, N and K are attributes."""
    return [(*call.shape(0)[:-1], call.integer("N"))]


def matmul_packed_macs(call: Call, outputs: Outputs) -> int:
    """As of a matrix K x N."""
    return prod(call.shape(0)) * call.integer("N")


def conv_macs(call: Call, outputs: Outputs) -> int:
    """Per output element the weights of one output channel, W[1:], which has C/group already."""
    return prod(_known(outputs)) * prod(call.shape(_RIGHT.get(call.op, 1))[1:])


def conv_transpose_macs(call: Call, outputs: Outputs) -> int:
    """Per *input* element the weights of one input channel: each is scattered, not gathered."""
    return prod(call.shape(0)) * prod(call.shape(1)[1:])


def rnn(call: Call) -> Outputs:
    """LSTM, GRU, RNN: X (T, B, I), W (directions, gates x H, I), R (directions, gates x H, H)."""
    x, r = call.shape(0), call.shape(2)
    directions, hidden = r[0], r[-1]
    if call.integer("layout", 0):
        last = (x[0], directions, hidden)
        return [(x[0], x[1], directions, hidden), last, last]
    last = (directions, x[1], hidden)
    return [(x[0], directions, x[1], hidden), last, last]


def rnn_macs(call: Call, outputs: Outputs) -> int:
    """Per step and sample all of W and R: the gates and directions are inside them."""
    x = call.shape(0)
    return x[0] * x[1] * (prod(call.shape(1)) + prod(call.shape(2)))


def _known(outputs: Outputs) -> Shape:
    shape = outputs[0] if outputs else None
    if shape is None:
        raise Unknown
    return shape


def _einsum(call: Call) -> Einsum:
    return Einsum(call.text("equation"), [call.shape(at) for at in range(len(call.inputs))])


def einsum(call: Call) -> Outputs:
    """Einsum."""
    return [_einsum(call).shape]


def einsum_macs(call: Call, outputs: Outputs) -> int:
    """As `Einsum.macs`."""
    return _einsum(call).macs
