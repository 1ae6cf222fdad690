"""Shapes and MACs of matrix products, einsum and recurrent layers.

Source of the shapes: onnx/docs/Operators.md of ONNX 1.23 and onnxruntime/docs/ContribOperators.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from inspector.analysis.flops.onnx_graph.values import Call, Unknown, broadcast
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
        raise Unknown
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


def _terms(call: Call) -> tuple[list[str], str, dict[str, int]]:
    """(index letters of each operand, of the result, sizes); "…" becomes capital letters."""
    shapes = [call.shape(at) for at in range(len(call.inputs))]
    left, arrow, right = call.text("equation").replace(" ", "").partition("->")
    terms = left.split(",")
    if len(terms) != len(shapes) or not terms[0]:
        raise Unknown
    widest = max(len(s) - len(t.replace("...", "")) for t, s in zip(terms, shapes, strict=True))
    fill = [chr(0x100 + at) for at in range(widest)]
    sizes: dict[str, int] = {}
    for at, (term, shape) in enumerate(zip(terms, shapes, strict=True)):
        extra = len(shape) - len(term.replace("...", ""))
        terms[at] = term.replace("...", "".join(fill[len(fill) - extra :]) if extra > 0 else "")
        for letter, size in zip(terms[at], shape, strict=True):
            if sizes.get(letter, 1) == 1:
                sizes[letter] = size
            elif size not in (1, sizes[letter]):
                raise Unknown
    if not arrow:
        letters = "".join(terms)
        right = "..." + "".join(
            sorted(x for x in set(letters) - set(fill) if letters.count(x) == 1)
        )
    has_ellipsis = "..." in left
    return terms, right.replace("...", "".join(fill) if has_ellipsis else ""), sizes


def einsum(call: Call) -> Outputs:
    """Einsum."""
    _, result, sizes = _terms(call)
    return [tuple(sizes[letter] for letter in result)]


def einsum_macs(call: Call, outputs: Outputs) -> int:
    """The product of all index sizes of two operands; more are joined pair by pair.

    Of several operands the pair with the smallest product comes first, as optimisers do.
    """
    terms, result, sizes = _terms(call)
    total = 0
    while len(terms) > 1:
        pairs = [(i, j) for j in range(len(terms)) for i in range(j)][:1000]
        costs = [prod(sizes[x] for x in set(terms[i] + terms[j])) for i, j in pairs]
        first, second = pairs[costs.index(min(costs))]
        total += min(costs)
        both = set(terms[first] + terms[second])
        del terms[second], terms[first]
        kept = both & set(result + "".join(terms))
        terms.append("".join(sorted(kept)))
    return total
