"""One operator at a time: MACs worked out by hand from the definition of the operator."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from onnx import numpy_helper

from tests.analysis.flops.nets import MICROSOFT, counted, ints, model, node, weight

# name -> (nodes, inputs, weights, MACs, output shape)
ROWS: dict[str, tuple[list[Any], dict[str, Any], list[Any], int, tuple[int, ...]]] = {
    "Conv": (
        [node("Conv", "x w", pads=[1, 1, 1, 1])],
        {"x": (2, 32, 16, 16)},
        [weight("w", 64, 32, 3, 3)],
        9_437_184,
        (2, 64, 16, 16),
    ),
    "Conv in groups": (
        [node("Conv", "x w", pads=[1, 1, 1, 1], group=4)],
        {"x": (2, 32, 16, 16)},
        [weight("w", 64, 8, 3, 3)],
        2_359_296,
        (2, 64, 16, 16),
    ),
    "Conv, stride and dilation": (
        [node("Conv", "x w", pads=[2, 2, 2, 2], strides=[2, 2], dilations=[2, 2])],
        {"x": (1, 32, 16, 16)},
        [weight("w", 64, 32, 3, 3)],
        64 * 8 * 8 * 32 * 9,
        (1, 64, 8, 8),
    ),
    "Conv, SAME": (
        [node("Conv", "x w", auto_pad="SAME_UPPER", strides=[2])],
        {"x": (2, 3, 11)},
        [weight("w", 5, 3, 4)],
        2 * 5 * 6 * 3 * 4,
        (2, 5, 6),
    ),
    "Conv over volumes": (
        [node("Conv", "x w")],
        {"x": (1, 2, 5, 6, 7)},
        [weight("w", 4, 2, 3, 3, 3)],
        4 * 3 * 4 * 5 * 54,
        (1, 4, 3, 4, 5),
    ),
    "ConvTranspose": (
        [node("ConvTranspose", "x w", strides=[2, 2], pads=[1, 1, 1, 1])],
        {"x": (1, 32, 16, 16)},
        [weight("w", 32, 64, 4, 4)],
        8_388_608,
        (1, 64, 32, 32),
    ),
    "ConvTranspose in groups": (
        [node("ConvTranspose", "x w", strides=[2, 2], pads=[1, 1, 1, 1], group=4)],
        {"x": (1, 32, 16, 16)},
        [weight("w", 32, 16, 4, 4)],
        2_097_152,
        (1, 64, 32, 32),
    ),
    "MatMul": (
        [node("MatMul", "x w")],
        {"x": (2, 50, 32)},
        [weight("w", 32, 64)],
        204_800,
        (2, 50, 64),
    ),
    "MatMul, broadcast": (
        [node("MatMul", "a b")],
        {"a": (3, 1, 8, 16), "b": (4, 16, 64)},
        [],
        3 * 4 * 8 * 16 * 64,
        (3, 4, 8, 64),
    ),
    "MatMul, matrix and vector": (
        [node("MatMul", "a b")],
        {"a": (16, 32), "b": (32,)},
        [],
        512,
        (16,),
    ),
    "MatMul, two vectors": ([node("MatMul", "a b")], {"a": (32,), "b": (32,)}, [], 32, ()),
    "Gemm": (
        [node("Gemm", "x w b", transA=1, transB=1)],
        {"x": (32, 7)},
        [weight("w", 64, 32), weight("b", 64)],
        7 * 32 * 64,
        (7, 64),
    ),
    "Einsum": (
        [node("Einsum", "a b", equation="bhqd,bhkd->bhqk")],
        {"a": (2, 4, 16, 10), "b": (2, 4, 8, 10)},
        [],
        2 * 4 * 16 * 8 * 10,
        (2, 4, 16, 8),
    ),
    "Einsum with an ellipsis": (
        [node("Einsum", "a b", equation="...ij,jk->...ik")],
        {"a": (2, 3, 4, 5), "b": (5, 6)},
        [],
        2 * 3 * 4 * 5 * 6,
        (2, 3, 4, 6),
    ),
    "Einsum of three": (
        [node("Einsum", "a b c", equation="ij,jk,kl->il")],
        {"a": (2, 100), "b": (100, 3), "c": (3, 100)},
        [],
        2 * 100 * 3 + 2 * 3 * 100,
        (2, 100),
    ),
    "Einsum of one": ([node("Einsum", "a", equation="ij->ji")], {"a": (2, 5)}, [], 0, (5, 2)),
    "LSTM, bidirectional": (
        [node("LSTM", "x w r", hidden_size=48, direction="bidirectional")],
        {"x": (20, 4, 32)},
        [weight("w", 2, 192, 32), weight("r", 2, 192, 48)],
        20 * 4 * 2 * 192 * (32 + 48),
        (20, 2, 4, 48),
    ),
    "GRU, batch first": (
        [node("GRU", "x w r", hidden_size=48, layout=1)],
        {"x": (4, 20, 32)},
        [weight("w", 1, 144, 32), weight("r", 1, 144, 48)],
        921_600,
        (4, 20, 1, 48),
    ),
    "RNN": (
        [node("RNN", "x w r", hidden_size=48)],
        {"x": (20, 4, 32)},
        [weight("w", 1, 48, 32), weight("r", 1, 48, 48)],
        307_200,
        (20, 1, 4, 48),
    ),
    "Attention of opset 23": (
        [node("Attention", "q k v", "y")],
        {"q": (2, 8, 10, 16), "k": (2, 2, 20, 16), "v": (2, 2, 20, 24)},
        [],
        2 * 8 * 10 * 20 * (16 + 24),
        (2, 8, 10, 24),
    ),
    "Attention of opset 23, flat and with a past": (
        [node("Attention", "q k v - pk pv", "y", q_num_heads=8, kv_num_heads=2)],
        {
            "q": (2, 10, 128),
            "k": (2, 20, 32),
            "v": (2, 20, 32),
            "pk": (2, 2, 5, 16),
            "pv": (2, 2, 5, 16),
        },
        [],
        2 * 8 * 10 * 25 * 32,
        (2, 10, 128),
    ),
    "QLinearConv": (
        [node("QLinearConv", "x s z w s z s z", pads=[1, 1, 1, 1], group=4)],
        {"x": (2, 32, 16, 16)},
        [weight("s"), weight("z", dtype="uint8"), weight("w", 64, 8, 3, 3, dtype="uint8")],
        2_359_296,
        (2, 64, 16, 16),
    ),
    "QLinearMatMul": (
        [node("QLinearMatMul", "x s z w s z s z")],
        {"x": (3, 32)},
        [weight("s"), weight("z", dtype="uint8"), weight("w", 32, 64, dtype="uint8")],
        3 * 32 * 64,
        (3, 64),
    ),
    "ConvInteger": (
        [node("ConvInteger", "x w", strides=[2, 2])],
        {"x": (1, 3, 9, 9)},
        [weight("w", 4, 3, 3, 3, dtype="uint8")],
        4 * 16 * 27,
        (1, 4, 4, 4),
    ),
    "MatMulInteger": (
        [node("DynamicQuantizeLinear", "x", "q s z"), node("MatMulInteger", "q w z")],
        {"x": (3, 32)},
        [weight("w", 32, 64, dtype="uint8")],
        3 * 32 * 64,
        (3, 64),
    ),
    "QDQ": (
        [
            node("DequantizeLinear", "w s", "dw"),
            node("Conv", "x dw", "y"),
        ],
        {"x": (1, 3, 8, 8)},
        [weight("s"), weight("w", 4, 3, 3, 3, dtype="int8")],
        4 * 36 * 27,
        (1, 4, 6, 6),
    ),
    "com.microsoft Attention": (
        [node("Attention", "x w b", "y", MICROSOFT, num_heads=4)],
        {"x": (2, 10, 64)},
        [weight("w", 64, 192), weight("b", 192)],
        2 * 10 * 64 * 192 + 2 * 4 * 10 * 10 * 32,
        (2, 10, 64),
    ),
    "com.microsoft MultiHeadAttention": (
        [node("MultiHeadAttention", "q k v", "y", MICROSOFT, num_heads=4)],
        {"q": (2, 10, 64), "k": (2, 20, 64), "v": (2, 20, 64)},
        [],
        2 * 4 * 10 * 20 * 32,
        (2, 10, 64),
    ),
    "com.microsoft GroupQueryAttention": (
        [
            node(
                "GroupQueryAttention",
                "q k v pk pv l t",
                "y a b",
                MICROSOFT,
                num_heads=8,
                kv_num_heads=2,
            )
        ],
        {
            "q": (1, 3, 128),
            "k": (1, 3, 32),
            "v": (1, 3, 32),
            "pk": (1, 2, 5, 16),
            "pv": (1, 2, 5, 16),
            "l": (1,),
            "t": (),
        },
        [],
        8 * 3 * 8 * 32,
        (1, 3, 128),
    ),
    "com.microsoft FusedMatMul": (
        [node("FusedMatMul", "a b", "y", MICROSOFT, transA=1, transB=1)],
        {"a": (2, 8, 3), "b": (2, 5, 8)},
        [],
        2 * 3 * 8 * 5,
        (2, 3, 5),
    ),
    "com.microsoft MatMulNBits": (
        [node("MatMulNBits", "x w s", "y", MICROSOFT, N=64, K=128, bits=4, block_size=32)],
        {"x": (2, 7, 128)},
        [weight("w", 64, 4, 16, dtype="uint8"), weight("s", 256)],
        2 * 7 * 128 * 64,
        (2, 7, 64),
    ),
    "com.microsoft MoE": (
        [node("MoE", "x p a - b", "y", MICROSOFT, k=2)],
        {"x": (7, 16), "p": (7, 4)},
        [weight("a", 4, 16, 32), weight("b", 4, 32, 16)],
        7 * 2 * (16 * 32 + 32 * 16),
        (7, 16),
    ),
    "com.microsoft GatherBlockQuantized": (
        [
            node("GatherBlockQuantized", "w i s", "e", MICROSOFT, bits=4, block_size=32),
            node("MatMul", "e v"),
        ],
        {"i": (2, 7)},
        [weight("w", 50, 32, dtype="uint8"), weight("s", 50, 2), weight("v", 64, 3)],
        2 * 7 * 64 * 3,
        (2, 7, 3),
    ),
    "a chain of shape arithmetic": (
        [
            node("Shape", "x", "s"),
            node("Gather", "s zero", "n", axis=0),
            node("Unsqueeze", "n zeros", "n1"),
            node("Concat", "n1 minus", "to", axis=0),
            node("Reshape", "x to", "flat"),
            node("MatMul", "flat w"),
        ],
        {"x": (4, 3, 5)},
        [ints("zero", 0), ints("zeros", [0]), ints("minus", [-1]), weight("w", 15, 6)],
        4 * 15 * 6,
        (4, 6),
    ),
    "slices, steps and ranges": (
        [
            node("Shape", "x", "s", start=1),
            node("ReduceProd", "s", "n", keepdims=0),
            node("Range", "zero n two", "r"),
            node("Shape", "r", "rs"),
            node("Slice", "x starts ends axes steps", "part"),
            node("Expand", "part ones", "e"),
            node("MatMul", "e w"),
        ],
        {"x": (4, 9)},
        [
            ints("zero", 0),
            ints("two", 2),
            ints("starts", [-1]),
            ints("ends", [-100]),
            ints("axes", [1]),
            ints("steps", [-2]),
            ints("ones", [3, 1, 1]),
            weight("w", 5, 2),
        ],
        3 * 4 * 5 * 2,
        (3, 4, 2),
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_macs_and_shape(name: str, tmp_path: Path) -> None:
    nodes, inputs, weights, macs, shape = ROWS[name]
    report = counted(tmp_path, model(nodes, inputs, weights, opset=23))
    assert (report.macs, report.not_counted, report.notes) == (macs, (), ())
    assert report.flops == 2 * macs
    assert report.exact
    last = [layer for layer in report.layers if layer.macs]
    if macs:
        assert last[-1].output_shape == shape


# Operators that only move: the Abs behind them shows which shape they gave.
MOVES: dict[str, tuple[list[Any], dict[str, Any], list[Any], tuple[int, ...]]] = {
    "Resize by scales": (
        [node("Resize", "x - scales", "m")],
        {"x": (1, 2, 4, 6)},
        [numpy_helper.from_array(np.array([1, 1, 2, 1.5], "float32"), "scales")],
        (1, 2, 8, 9),
    ),
    "Pad": ([node("Pad", "x pads", "m")], {"x": (2, 3)}, [ints("pads", [0, 1, 0, 2])], (2, 6)),
    "Tile": ([node("Tile", "x n", "m")], {"x": (2, 3)}, [ints("n", [2, 3])], (4, 9)),
    "Split": ([node("Split", "x", "a b m", axis=1, num_outputs=3)], {"x": (2, 7)}, [], (2, 1)),
    "TopK": ([node("TopK", "x k", "m i")], {"x": (2, 7)}, [ints("k", [3])], (2, 3)),
    "OneHot": (
        [node("OneHot", "x d v", "m")],
        {"x": (2, 7)},
        [ints("d", 5), weight("v", 2)],
        (2, 7, 5),
    ),
    "MaxPool": (
        [node("MaxPool", "x", "m", kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1)],
        {"x": (1, 2, 8, 9)},
        [],
        (1, 2, 4, 4),
    ),
    "MaxPool whose last window would start in the padding": (
        [
            node(
                "MaxPool",
                "x",
                "m",
                kernel_shape=[1, 2],
                strides=[1, 2],
                ceil_mode=1,
                pads=[0, 1, 0, 1],
            )
        ],
        {"x": (1, 2, 3, 4)},
        [],
        (1, 2, 3, 3),
    ),
    "GatherND": (
        [node("GatherND", "x i", "m")],
        {"x": (4, 5, 6)},
        [ints("i", [[0, 1], [1, 2], [3, 4]])],
        (3, 6),
    ),
    "Squeeze all": ([node("Squeeze", "x", "m")], {"x": (1, 4, 1, 6)}, [], (4, 6)),
    "Transpose": ([node("Transpose", "x", "m", perm=[2, 0, 1])], {"x": (4, 5, 6)}, [], (6, 4, 5)),
    "Reshape that keeps": (
        [node("Reshape", "x to", "m")],
        {"x": (4, 5, 6)},
        [ints("to", [0, -1, 3])],
        (4, 10, 3),
    ),
    "SpaceToDepth": (
        [node("SpaceToDepth", "x", "m", blocksize=2)],
        {"x": (1, 3, 4, 6)},
        [],
        (1, 12, 2, 3),
    ),
    "ArgMax": ([node("ArgMax", "x", "m", axis=1, keepdims=0)], {"x": (4, 5, 6)}, [], (4, 6)),
    "STFT": (
        [node("STFT", "x step - len", "m")],
        {"x": (1, 100, 1)},
        [ints("step", 10), ints("len", 20)],
        (1, 9, 11, 2),
    ),
    "SkipLayerNormalization": (
        [node("SkipLayerNormalization", "x x g", "a - - m", MICROSOFT)],
        {"x": (2, 3, 8)},
        [weight("g", 8)],
        (2, 3, 8),
    ),
}


@pytest.mark.parametrize("name", MOVES)
def test_shape_of_what_moves(name: str, tmp_path: Path) -> None:
    nodes, inputs, weights, shape = MOVES[name]
    report = counted(tmp_path, model([*nodes, node("Abs", "m", "y")], inputs, weights))
    assert report.layers[-1].output_shape == shape
    assert report.layers[-1].op_type == "Abs"
