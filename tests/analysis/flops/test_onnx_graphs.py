"""Graphs inside graphs, free dimensions, names, parameters, and what is not known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from inspector.analysis.flops.given import Given
from inspector.errors import InspectorError
from tests.analysis.flops.nets import (
    FLOAT,
    INT64,
    MICROSOFT,
    counted,
    graph,
    ints,
    model,
    node,
    port,
    weight,
)

LINEAR = [node("MatMul", "x w")]
W = weight("w", 8, 16)


def boolean(name: str, value: bool) -> object:
    """An initializer."""
    return numpy_helper.from_array(np.array(value), name)


def if_node(condition: str) -> object:
    """An If whose branches multiply by w (8 x 16) or by v (8 x 4)."""
    then = graph([node("MatMul", "x w", "a")], [], "a")
    other = graph([node("MatMul", "x v", "b")], [], "b")
    return node("If", condition, then_branch=then, else_branch=other)


@pytest.mark.parametrize(("value", "macs"), [(True, 3 * 8 * 16), (False, 3 * 8 * 4)])
def test_if_whose_condition_is_known(tmp_path: Path, value: bool, macs: int) -> None:
    weights = [W, weight("v", 8, 4), boolean("c", value)]
    report = counted(tmp_path, model([if_node("c")], {"x": (3, 8)}, weights))
    assert (report.macs, report.exact) == (macs, True)


def test_if_whose_condition_depends_on_data_counts_the_dearer_branch(tmp_path: Path) -> None:
    data = model(
        [if_node("c")],
        {"x": (3, 8), "c": ()},
        [W, weight("v", 8, 4)],
        kinds={"c": TensorProto.BOOL},
    )
    report = counted(tmp_path, data)
    assert (report.macs, report.exact) == (3 * 8 * 16, False)
    assert "branch of an If" in report.notes[0]
    assert report.parameters == 8 * 16


def loop(trips: str, body_nodes: list[object], more: str = "") -> object:
    """A Loop that carries `s`, and gives one row per iteration."""
    inputs = [port("i", (), INT64), port("going", (), TensorProto.BOOL), port("s", None)]
    body = graph([node("Identity", "going", "on"), *body_nodes], inputs, f"on t {more}".strip())
    return node("Loop", f"{trips} - x", f"y {more and 'rows'}".strip(), body=body)


@pytest.mark.parametrize("trips", [0, 1, 10, 1000])
def test_loop_runs_as_often_as_it_says(tmp_path: Path, trips: int) -> None:
    square = weight("q", 8, 8)
    data = model(
        [loop("n", [node("MatMul", "s q", "t"), node("Relu", "t", "row")], "row")],
        {"x": (3, 8)},
        [square, ints("n", trips)],
        outputs="y rows",
    )
    report = counted(tmp_path, data)
    assert report.macs == trips * 3 * 8 * 8
    assert report.exact


def test_the_rows_of_a_loop_are_stacked(tmp_path: Path) -> None:
    data = model(
        [
            loop("n", [node("MatMul", "s q", "t"), node("Identity", "t", "row")], "row"),
            node("Relu", "rows", "z"),
        ],
        {"x": (3, 8)},
        [weight("q", 8, 8), ints("n", 7)],
        outputs="z",
    )
    assert counted(tmp_path, data).layers[-1].output_shape == (7, 3, 8)


def test_a_loop_that_concatenates_grows(tmp_path: Path) -> None:
    nodes = [node("Concat", "s x", "t", axis=0), node("MatMul", "t w", "row")]
    data = model([loop("n", nodes, "row")], {"x": (3, 8)}, [W, ints("n", 4)], outputs="y rows")
    assert counted(tmp_path, data).macs == (6 + 9 + 12 + 15) * 8 * 16


def test_a_loop_of_unknown_length_counts_once_and_says_so(tmp_path: Path) -> None:
    data = model(
        [loop("n", [node("MatMul", "s q", "t")])],
        {"x": (3, 8), "n": ()},
        [weight("q", 8, 8)],
        kinds={"n": INT64},
    )
    report = counted(tmp_path, data)
    assert report.macs == 3 * 8 * 8
    assert [missing.op_type for missing in report.not_counted] == ["Loop"]
    assert not report.exact


def test_scan_runs_once_per_slice(tmp_path: Path) -> None:
    body = graph(
        [node("MatMul", "slice w", "out"), node("Identity", "state", "next")],
        [port("state", (4,)), port("slice", (3, 8))],
        "next out",
    )
    data = model(
        [node("Scan", "s x", "t y", body=body, num_scan_inputs=1), node("Relu", "y", "z")],
        {"s": (4,), "x": (5, 3, 8)},
        [W],
        outputs="z",
    )
    report = counted(tmp_path, data)
    assert report.macs == 5 * 3 * 8 * 16
    assert report.layers[-1].output_shape == (5, 3, 16)


def test_sequences_keep_their_shapes(tmp_path: Path) -> None:
    nodes = [
        node("SplitToSequence", "x parts", "seq", axis=0),
        node("SequenceAt", "seq two", "part"),
        node("MatMul", "part w"),
    ]
    data = model(nodes, {"x": (9, 8)}, [W, ints("parts", [2, 3, 4]), ints("two", 2)])
    assert counted(tmp_path, data).macs == 4 * 8 * 16


def local_function() -> object:
    """acme.Twice(x, w, v): two products; transB of the second is the caller's "flip"."""
    nodes = [node("MatMul", "x w", "h"), node("Gemm", "x v", "o")]
    nodes[1].attribute.add(name="transB", type=onnx.AttributeProto.INT, ref_attr_name="flip")
    return helper.make_function(
        "acme",
        "Twice",
        ["x", "w", "v"],
        ["h", "o"],
        nodes,
        [helper.make_opsetid("", 21)],
        ["flip"],
    )


def test_functions_of_the_model_and_operators_of_nobody(tmp_path: Path) -> None:
    nodes = [
        node("Twice", "x w v", "y o", "acme", flip=1),
        node("SecretAttn", "y", "z", "acme"),
        node("MatMul", "z u", "end"),
    ]
    data = model(
        nodes,
        {"x": (3, 8)},
        [W, weight("v", 4, 8), weight("u", 16, 2)],
        outputs="end",
        functions=[local_function()],
    )
    report = counted(tmp_path, data)
    assert report.macs == 3 * 8 * 16 + 3 * 8 * 4
    assert {(missing.op_type, missing.count) for missing in report.not_counted} == {
        ("acme.SecretAttn", 1),
        ("MatMul", 1),
    }
    assert not report.exact
    assert report.layers[0].name == "Twice of y o.MatMul of h"


def test_the_files_own_shapes_help_behind_an_unknown_operator(tmp_path: Path) -> None:
    made = helper.make_model(
        helper.make_graph(
            [node("Secret", "x", "z", "acme"), node("MatMul", "z w")],
            "g",
            [port("x", ("n", 8))],
            [port("y", None)],
            [W],
            value_info=[port("z", ("n", 8))],
        ),
        opset_imports=[helper.make_opsetid("", 21), helper.make_opsetid("acme", 1)],
    )
    report = counted(tmp_path, made.SerializeToString(), Given(dims={"n": 5}))
    assert report.macs == 5 * 8 * 16
    assert [missing.op_type for missing in report.not_counted] == ["acme.Secret"]


FREE = model(LINEAR, {"x": ("batch", None, 8)}, [W])


def test_free_dimensions_count_as_one_and_the_report_says_so(tmp_path: Path) -> None:
    report = counted(tmp_path, FREE)
    assert report.macs == 8 * 16
    assert report.notes == ("Not given, so counted as 1: 'batch', 'x'[1].",)
    assert report.declared == {"x": ("batch", None, 8)}


@pytest.mark.parametrize(
    ("given", "macs"),
    [
        (Given({"x": (4, 5, 8)}), 20 * 8 * 16),
        (Given({"": (4, 5, 8)}), 20 * 8 * 16),
        (Given(dims={"batch": 6}), 6 * 8 * 16),
    ],
)
def test_dimensions_that_are_given(tmp_path: Path, given: Given, macs: int) -> None:
    assert counted(tmp_path, FREE, given).macs == macs


@pytest.mark.parametrize(
    "given",
    [Given({"z": (1,)}), Given({"x": (4, 8)}), Given({"x": (4, 5, 8)}, {"batch": 5})],
    ids=["no such input", "too few dimensions", "two sizes for one dimension"],
)
def test_shapes_that_do_not_fit_are_an_error_with_a_remedy(tmp_path: Path, given: Given) -> None:
    with pytest.raises(InspectorError) as caught:
        counted(tmp_path, FREE, given)
    assert caught.value.hint


def test_inputs_that_share_a_dimension_share_its_size(tmp_path: Path) -> None:
    data = model([node("MatMul", "a b")], {"a": ("n", 4), "b": (4, "n")})
    assert counted(tmp_path, data, Given({"a": (7, 4)})).macs == 7 * 4 * 7


def test_a_model_that_does_not_fit_the_shapes_says_so(tmp_path: Path) -> None:
    data = model([node("Conv", "x w")], {"x": (1, 3, "h", 8)}, [weight("w", 4, 3, 5, 5)])
    report = counted(tmp_path, data, Given(dims={"h": 2}))
    assert report.macs == 0
    assert [missing.op_type for missing in report.not_counted] == ["Conv"]
    assert any("cannot run" in note for note in report.notes)


def test_parameters_are_weights_once_and_nothing_else(tmp_path: Path) -> None:
    channels = [weight(name, 4) for name in ("scale", "bias", "mean", "var")]
    nodes = [
        node("Identity", "w", "alias"),
        node("Conv", "x w b", "c1"),
        node("Conv", "x alias", "c2"),
        node("Add", "c1 c2", "c"),
        node("BatchNormalization", "c scale bias mean var", "n"),
        node("Mul", "n half", "m"),
        node("Reshape", "m to"),
    ]
    scalar = numpy_helper.from_array(np.float32(0.5), "half")
    data = model(
        nodes,
        {"x": (1, 3, 5, 5)},
        [weight("w", 4, 3, 3, 3), weight("b", 4), *channels, scalar, ints("to", [-1])],
    )
    report = counted(tmp_path, data)
    assert report.parameters == 4 * 27 + 4 + 4 + 4
    assert sum(layer.parameters for layer in report.layers) == report.parameters


def test_packed_weights_stand_for_more_numbers_than_they_have_bytes(tmp_path: Path) -> None:
    nodes = [
        node("GatherBlockQuantized", "w i s", "e", MICROSOFT, bits=4, block_size=32),
        node("MatMulNBits", "e p t", "y", MICROSOFT, N=3, K=64, bits=4, block_size=32),
    ]
    weights = [
        weight("w", 50, 32, dtype="uint8"),
        weight("s", 50, 2),
        weight("p", 3, 2, 16, dtype="uint8"),
        weight("t", 6),
    ]
    report = counted(tmp_path, model(nodes, {"i": (2, 7)}, weights, kinds={"i": INT64}))
    assert report.parameters == 50 * 64 + 3 * 64
    assert report.dtypes == {"i": "int64"}


def test_elementwise_work_is_never_part_of_the_macs(tmp_path: Path) -> None:
    nodes = [node("MatMul", "x w", "h"), node("Softmax", "h", "s"), node("Relu", "s")]
    report = counted(tmp_path, model(nodes, {"x": (3, 8)}, [W]))
    assert (report.macs, report.elementwise) == (3 * 8 * 16, 6 * 3 * 16)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("/layer1/layer1.0/conv1/Conv", "layer1.0.conv1"),
        ("/features/features.1/conv/conv.0/conv.0.0/Conv", "features.1.conv.0.0"),
        ("Conv_17", "net.stem"),
        ("", "net.stem"),
    ],
)
def test_layers_are_called_as_in_the_model(tmp_path: Path, name: str, shown: str) -> None:
    conv = node("Conv", "x net.stem.weight")
    conv.name = name
    report = counted(
        tmp_path, model([conv], {"x": (1, 3, 5, 5)}, [weight("net.stem.weight", 4, 3, 3, 3)])
    )
    assert [layer.name for layer in report.layers] == [shown]


def test_two_products_of_one_module_keep_their_own_names(tmp_path: Path) -> None:
    nodes = [node("MatMul", "x w", "h"), node("MatMul", "h v")]
    nodes[0].name, nodes[1].name = "/attn/MatMul", "/attn/MatMul_1"
    report = counted(tmp_path, model(nodes, {"x": (3, 8)}, [W, weight("v", 16, 2)]))
    assert [layer.name for layer in report.layers] == ["attn.MatMul", "attn.MatMul_1"]


def test_constant_nodes_are_read(tmp_path: Path) -> None:
    nodes = [
        helper.make_node("Constant", [], ["to"], value_ints=[-1, 8]),
        helper.make_node("Constant", [], ["k"], value=weight("k", 8, 3)),
        node("Reshape", "x to", "flat"),
        node("MatMul", "flat k"),
    ]
    report = counted(tmp_path, model(nodes, {"x": (2, 3, 8)}))
    assert (report.macs, report.parameters) == (6 * 8 * 3, 24)


def test_weights_are_not_read(tmp_path: Path) -> None:
    """The bytes of a large weight may be anywhere, or nowhere."""
    large = TensorProto(
        name="w", dims=(8, 1 << 30), data_type=FLOAT, data_location=TensorProto.EXTERNAL
    )
    large.external_data.add(key="location", value="nowhere.bin")
    report = counted(tmp_path, model(LINEAR, {"x": (3, 8)}, [large]))
    assert report.macs == 3 * 8 << 30
    assert report.parameters == 8 << 30


def test_what_thop_would_print_where_batchnorm_was_not_folded(tmp_path: Path) -> None:
    channels = [weight(name, 4) for name in ("scale", "bias", "mean", "var")]
    nodes = [
        node("Conv", "x w", "c"),
        node("BatchNormalization", "c scale bias mean var", "n"),
        node("GlobalAveragePool", "n"),
    ]
    data = model(nodes, {"x": (2, 3, 6, 6)}, [weight("w", 4, 3, 3, 3), *channels])
    report = counted(tmp_path, data)
    macs, elements, pool = 2 * 4 * 16 * 27, 2 * 4 * 16, 17 * 2 * 4
    assert [other.macs for other in report.conventions] == [
        macs + 2 * elements + pool,
        macs + 4 * elements + pool,
    ]
    folded = model(nodes[:1], {"x": (2, 3, 6, 6)}, [weight("w", 4, 3, 3, 3)], outputs="c")
    assert counted(tmp_path, folded).conventions == ()
