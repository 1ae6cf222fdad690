"""Files that would make a careless counter allocate, recurse or run without end."""

from __future__ import annotations

import random
import tracemalloc
from pathlib import Path

import pytest
from onnx import helper

from inspector.errors import Cancelled, InspectorError, LimitExceeded
from inspector.formats.onnx_program import _Reader
from inspector.progress import Progress
from tests.analysis.flops.nets import counted, graph, ints, model, node, port, weight

HUGE = 9_000_000_000_000

UNFOLDING = {
    "Range": [node("Range", "zero huge one", "y")],
    "ConstantOfShape": [node("ConstantOfShape", "list", "y")],
    "Expand": [node("Expand", "one list", "y")],
    "Tile": [node("Tile", "ones list", "y")],
    "Pad": [node("Pad", "ones pads", "y")],
    "OneHot": [node("OneHot", "ones huge values", "y")],
    "Concat that doubles": [
        node("Concat", f"{a} {a}", b, axis=0)
        for a, b in zip(["ones", *map(str, range(99))], [*map(str, range(99)), "y"], strict=True)
    ],
    "Reshape": [node("Reshape", "ones list", "y")],
    "Resize": [node("Resize", "ones - - list", "y")],
    "HannWindow": [node("HannWindow", "huge", "y")],
    "negative sizes": [node("ConstantOfShape", "minus", "y")],
    "division by zero": [node("Div", "one zero", "d"), node("Mod", "one zero", "y")],
    "Split into none": [node("Split", "ones", "y", num_outputs=0)],
    "SplitToSequence": [node("SplitToSequence", "x one", "s"), node("SequenceAt", "s zero", "y")],
}


@pytest.mark.parametrize("name", UNFOLDING)
def test_nothing_is_folded_whose_size_the_file_chose(name: str, tmp_path: Path) -> None:
    weights = [
        ints("zero", 0),
        ints("one", 1),
        ints("huge", HUGE),
        ints("list", [HUGE]),
        ints("minus", [-5]),
        ints("ones", [1] * 8),
        ints("pads", [HUGE, 0]),
        weight("values", 2),
    ]
    data = model(UNFOLDING[name], {"x": (HUGE,)}, weights)
    counted(tmp_path, data)  # imports numpy and so on
    tracemalloc.start()
    report = counted(tmp_path, data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert report.macs == 0
    assert peak < 8 << 20


def nested(depth: int) -> object:
    """Ifs inside each other."""
    inner = graph([node("Identity", "x", "a")], [], "a")
    for _ in range(depth):
        inner = graph([node("If", "c", "a", then_branch=inner, else_branch=inner)], [], "a")
    return inner


def test_subgraphs_inside_each_other(tmp_path: Path) -> None:
    """Both branches of 12 Ifs are 4,096 graphs; all are followed."""
    import onnx

    data = model(
        [node("If", "c", then_branch=nested(8), else_branch=nested(8))],
        {"x": (3,), "c": ()},
        kinds={"c": onnx.TensorProto.BOOL},
    )
    assert counted(tmp_path, data).macs == 0


def doubling(depth: int, recursive: bool = False) -> list[object]:
    """Functions that call the next one twice; the last is a product, or calls the first."""
    sets = [helper.make_opsetid("", 21), helper.make_opsetid("f", 1)]
    found = []
    for at in range(depth):
        following = f"F{at + 1}" if at + 1 < depth or not recursive else "F0"
        nodes = [node(following, "x", "h", "f"), node(following, "h", "y", "f")]
        found.append(helper.make_function("f", f"F{at}", ["x"], ["y"], nodes, sets))
    last = [node("MatMul", "x x", "y")]
    return [*found, helper.make_function("f", f"F{depth}", ["x"], ["y"], last, sets)]


@pytest.mark.parametrize(
    ("functions", "what"),
    [(doubling(40), "steps"), (doubling(3, recursive=True), "deep")],
    ids=["a billion calls", "a function that calls itself"],
)
def test_functions_that_unfold_without_end(
    tmp_path: Path, functions: list[object], what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspector.analysis.flops.onnx_graph.walk.MAX_VISITS", 20_000)
    data = model([node("F0", "x", "y", "f")], {"x": (2, 2)}, functions=functions)
    with pytest.raises(LimitExceeded, match=what) as caught:
        counted(tmp_path, data)
    assert caught.value.hint


def test_calls_that_end_are_followed(tmp_path: Path) -> None:
    data = model([node("F0", "x", "y", "f")], {"x": (2, 2)}, functions=doubling(5))
    assert counted(tmp_path, data).macs == 2**5 * 8


def test_rows_of_calls_have_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inspector.analysis.flops.onnx_graph.tally.MAX_ROWS", 10)
    report = counted(
        tmp_path, model([node("F0", "x", "y", "f")], {"x": (2, 2)}, functions=doubling(8))
    )
    assert report.macs == 2**8 * 8
    assert len(report.layers) == 11


def test_claims_of_shapes_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    made = _Reader._hints
    monkeypatch.setattr(_Reader, "_hints", lambda *given: calls.append(1) or made(*given))
    nodes = [node("Odd", "x" if not at else f"v{at - 1}", f"v{at}", "acme") for at in range(50)]
    proto = helper.make_model(
        helper.make_graph(
            nodes,
            "g",
            [port("x", (2, 2))],
            [port("v49", None)],
            value_info=[port(f"v{at}", (2, 2)) for at in range(49)],
        )
    )
    report = counted(tmp_path, proto.SerializeToString())
    assert [(missing.op_type, missing.count) for missing in report.not_counted] == [
        ("acme.Odd", 50)
    ]
    assert calls == [1]


def test_loops_in_loops_are_multiplied_not_run(tmp_path: Path) -> None:
    inner = graph(
        [node("Identity", "x", "on0"), node("MatMul", "s q", "t")],
        [port("i", ()), port("g", ()), port("s", None)],
        "g t",
    )
    outer = graph(
        [node("Loop", "n - u", "v", body=inner)],
        [port("j", ()), port("k", ()), port("u", None)],
        "k v",
    )
    data = model(
        [node("Loop", "n - x", "y", body=outer)],
        {"x": (2, 2)},
        [weight("q", 2, 2), ints("n", 10**9)],
    )
    assert counted(tmp_path, data).macs == 10**18 * 8


def test_counting_can_be_stopped(tmp_path: Path) -> None:
    def stop(done: int, total: int, text: str) -> None:
        if text == "counting":
            raise Cancelled

    with pytest.raises(Cancelled):
        counted(tmp_path, model([node("Relu", "x")], {"x": (2,)}), progress=Progress(stop))


def test_a_cut_file_says_so(tmp_path: Path) -> None:
    nodes = [node("MatMul", "x w", "h"), node("MatMul", "h w")]
    whole = model(nodes, {"x": (2, 4)}, [weight("w", 4, 4)])
    assert counted(tmp_path, whole).exact
    report = counted(tmp_path, whole[: len(whole) // 2])
    assert not report.exact
    assert report.notes[0].startswith("The file is incomplete")


def test_damaged_files_give_a_report_or_an_error_that_explains(tmp_path: Path) -> None:
    nodes = [
        node("Shape", "x", "s"),
        node("Slice", "s a b", "n"),
        node("Concat", "n m", "to", axis=0),
        node("Reshape", "x to", "r"),
        node("MatMul", "r w", "h"),
        node("If", "c", "y", then_branch=nested(1), else_branch=nested(2)),
    ]
    weights = [ints("a", [0]), ints("b", [1]), ints("m", [-1]), weight("w", 12, 5)]
    whole = model(nodes, {"x": (2, 3, 4), "c": ()}, weights)
    chance = random.Random(7)
    reports = errors = 0
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.choice([0, 1, 0x7F, 0x80, 0xFF, 8])
        try:
            counted(tmp_path, bytes(data))
            reports += 1
        except InspectorError:
            errors += 1
    assert reports > 20
    assert errors > 20
