"""torch.export programs: equal to what torch's own counter sees, and to the ONNX export."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from inspector.analysis.flops.count import count
from inspector.analysis.flops.exported.source import program_cost
from inspector.analysis.flops.given import Given
from inspector.analysis.flops.report import FlopsReport
from inspector.document import open_document
from inspector.errors import InspectorError, LimitExceeded


class Attention(nn.Module):
    """Projections, scaled_dot_product_attention and an einsum."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(16, 48)
        self.norm = nn.LayerNorm(16)
        self.out = nn.Linear(16, 5)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """x: (B, T, 16)."""
        q, k, v = self.qkv(self.norm(x)).unflatten(-1, (3, 2, 8)).permute(2, 0, 3, 1, 4)
        mixed = nn.functional.scaled_dot_product_attention(q, k, v)
        scores = torch.einsum("bhqd,bhkd->bhqk", mixed, k).softmax(-1)
        return self.out((scores @ v).transpose(1, 2).flatten(2))


class Recurrent(nn.Module):
    """A bidirectional LSTM of two layers, and a GRU."""

    def __init__(self) -> None:
        super().__init__()
        self.lstm = nn.LSTM(6, 5, 2, batch_first=True, bidirectional=True)
        self.gru = nn.GRU(10, 4, batch_first=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """x: (B, T, 6)."""
        return self.gru(self.lstm(x)[0])[0]


def convolutions() -> nn.Module:
    """Grouped, transposed, dilated; normalised and pooled."""
    return nn.Sequential(
        nn.Conv2d(4, 8, 3, 2, 1, groups=2),
        nn.BatchNorm2d(8),
        nn.ReLU(),
        nn.ConvTranspose2d(8, 4, 4, 2, 1, groups=4),
        nn.Conv2d(4, 6, 3, dilation=2),
        nn.AdaptiveAvgPool2d(2),
        nn.Flatten(),
        nn.Linear(24, 3),
    )


# name -> (module, shape of its input)
NETS: dict[str, tuple[Callable[[], nn.Module], tuple[int, ...]]] = {
    "convolutions": (convolutions, (2, 4, 17, 15)),
    "volumes": (lambda: nn.Sequential(nn.Conv3d(2, 4, 3), nn.MaxPool3d(2)), (1, 2, 7, 8, 9)),
    "sound": (lambda: nn.Sequential(nn.Conv1d(2, 4, 5, 3), nn.Hardswish()), (3, 2, 40)),
    "attention": (Attention, (2, 7, 16)),
    "matrix and vector": (lambda: nn.Linear(8, 3), (8,)),
}


def flop_counter(module: nn.Module, shape: tuple[int, ...]) -> int:
    """MACs that torch counts, without computing anything."""
    module = module.eval().to("meta").requires_grad_(False)
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        module(torch.empty(shape, device="meta"))
    return counter.get_total_flops() // 2


def exported(
    path: Path, module: nn.Module, shape: tuple[int, ...], dims: dict[int, Any] | None = None
) -> Path:
    """The program as a .pt2 file."""
    program = torch.export.export(
        module.eval(), (torch.zeros(shape),), dynamic_shapes=(dims,) if dims else None
    )
    torch.export.save(program, path / "net.pt2")
    return path / "net.pt2"


def counted(path: Path, given: Given | None = None) -> FlopsReport:
    """The report of a file."""
    document = open_document(path)
    try:
        return count(document.checkpoint, document.contents, given or Given())
    finally:
        document.close()


@pytest.mark.parametrize("name", NETS)
def test_equal_to_torchs_counter(name: str, tmp_path: Path) -> None:
    make, shape = NETS[name]
    module = make()
    report = counted(exported(tmp_path, module, shape))
    assert report.macs == flop_counter(module, shape)
    assert report.parameters == sum(parameter.numel() for parameter in module.parameters())
    assert report.exact
    assert report.source == "torch-export"
    assert list(report.inputs.values()) == [shape]


@pytest.mark.filterwarnings("ignore:The tensor attributes:UserWarning")
def test_recurrent_layers_are_counted_although_torch_does_not(tmp_path: Path) -> None:
    steps = 3 * 11
    lstm = 2 * 20 * (6 + 5) + 2 * 20 * (10 + 5)
    report = counted(exported(tmp_path, Recurrent(), (3, 11, 6)))
    assert report.macs == steps * (lstm + 12 * (10 + 4))


def test_symbols_take_the_sizes_that_are_given(tmp_path: Path) -> None:
    auto = torch.export.Dim.AUTO
    path = exported(tmp_path, convolutions(), (2, 4, 17, 15), {0: auto, 2: auto, 3: auto})
    assert counted(path).macs == flop_counter(convolutions(), (2, 4, 17, 15))
    assert "Counted at the sizes of the export" in counted(path).notes[0]
    for shape in [(1, 4, 17, 15), (5, 4, 40, 23), (3, 4, 18, 64)]:
        report = counted(path, Given({"input": shape}))
        assert report.macs == flop_counter(convolutions(), shape)
        assert report.inputs == {"input": shape}
    assert counted(path, Given({"": (4, 4, 20, 20)})).macs == 4 * (
        counted(path, Given({"": (1, 4, 20, 20)})).macs or 0
    )


def test_a_program_for_one_shape_says_so(tmp_path: Path) -> None:
    path = exported(tmp_path, nn.Linear(8, 3), (2, 8))
    for given in [Given({"": (3, 8)}), Given({"": (8,)}), Given({"y": (2, 8)})]:
        with pytest.raises(InspectorError) as caught:
            counted(path, given)
        assert caught.value.hint


def test_layers_are_named_as_modules(tmp_path: Path) -> None:
    report = counted(exported(tmp_path, convolutions(), (2, 4, 17, 15)))
    named = {layer.name: layer for layer in report.layers}
    assert named["0"].macs == 2 * 8 * 9 * 8 * 2 * 9
    assert named["7"].parameters == 24 * 3 + 3
    assert named["1"].macs == 0
    assert named["1"].elementwise == 2 * 8 * 9 * 8


def test_what_thop_would_print(tmp_path: Path) -> None:
    """Formulas of `thop/count_hooks.py` (0.0.31) and `calc_func.py` (0.1), worked out by hand."""
    net = nn.Sequential(
        nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.AvgPool2d(2), nn.AdaptiveAvgPool2d(2)
    )
    report = counted(exported(tmp_path, net, (2, 3, 10, 10)))
    macs, elements = 2 * 4 * 64 * 27, 2 * 4 * 64
    pools = 2 * 4 * 16 + (4 + 1) * 2 * 4 * 4
    assert report.macs == macs
    assert [(other.tool, other.macs) for other in report.conventions] == [
        ("thop 0.0.31", macs + 2 * elements + elements + pools),
        ("thop 0.1", macs + 4 * elements + pools),
    ]


@pytest.mark.parametrize("name", ["attention", "volumes"])
def test_no_number_of_thops_where_it_would_miss_something(name: str, tmp_path: Path) -> None:
    make, shape = NETS[name]
    assert counted(exported(tmp_path, make(), shape)).conventions == ()


def test_a_custom_operator_is_named_not_guessed(tmp_path: Path) -> None:
    program = program_of([call("torch.ops.acme.mix.default"), call("torch.ops.aten.cdist.default")])
    report = program_cost(program, Given())
    assert {missing.op_type for missing in report.not_counted} == {"acme.mix", "aten.cdist"}
    assert not report.exact


def test_a_branch_that_depends_on_data_counts_the_dearer_one() -> None:
    branches = [graph_of([call("torch.ops.aten.mm.default", "x", other)]) for other in "xy"]
    node = call("torch.ops.higher_order.cond")
    node["inputs"] = [
        {"name": "", "arg": {"as_graph": {"name": "g", "graph": branch}}} for branch in branches
    ]
    report = program_cost(program_of([node]), Given())
    assert report.macs == 4 * 4 * 9
    assert not report.exact


def graph_of(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """A graph of x (4 x 4), y (4 x 9) and z."""
    sizes = {"x": [4, 4], "y": [4, 9], "z": [4, 9]}
    return {
        "nodes": nodes,
        "tensor_values": {
            name: {"sizes": [{"as_int": size} for size in shape]} for name, shape in sizes.items()
        },
    }


def call(target: str, *tensors: str) -> dict[str, Any]:
    """A node that gives z (y for a second operand x)."""
    names = ("self", "mat2")
    result = "x" if tensors[1:] == ("x",) else "z"
    return {
        "target": target,
        "inputs": [
            {"name": name, "arg": {"as_tensor": {"name": tensor}}}
            for name, tensor in zip(names, tensors, strict=False)
        ],
        "outputs": [{"as_tensor": {"name": result}}],
        "metadata": {},
    }


def program_of(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """An ExportedProgram's JSON."""
    inputs = [{"user_input": {"arg": {"as_tensor": {"name": "x"}}}}]
    module = {"graph": graph_of(nodes), "signature": {"input_specs": inputs}}
    return {"graph_module": module, "range_constraints": {}}


@pytest.mark.parametrize(
    "broken",
    [
        None,
        [],
        {"graph_module": 3},
        {"graph_module": {"graph": {"nodes": [1, None, {"target": 7, "inputs": 5}]}}},
        program_of([{"target": "torch.ops.aten.mm.default", "inputs": [{"arg": 4}], "outputs": 3}]),
        program_of([call("torch.ops.aten.mm.default", "x", "nobody")]),
    ],
)
def test_json_that_is_no_program_is_survived(broken: Any) -> None:
    assert program_cost(broken, Given()).macs == 0


def test_graphs_inside_each_other_have_an_end() -> None:
    graph = graph_of([])
    for _ in range(70):
        node = {"target": "cond", "inputs": [{"arg": {"as_graph": {"name": "g", "graph": graph}}}]}
        graph = graph_of([node])
    program = program_of([])
    program["graph_module"]["graph"] = graph
    with pytest.raises(LimitExceeded):
        program_cost(program, Given())


@pytest.mark.parametrize("size", [-1, 1 << 60, "3", None, {"as_int": True}])
def test_sizes_that_no_tensor_has_are_not_counted(size: Any) -> None:
    program = program_of([call("torch.ops.aten.mm.default", "x", "y")])
    values = program["graph_module"]["graph"]["tensor_values"]
    values["z"]["sizes"][0] = {"as_int": size} if not isinstance(size, dict) else size
    report = program_cost(json.loads(json.dumps(program)), Given())
    assert report.macs == 0
    assert [missing.op_type for missing in report.not_counted] == ["aten.mm"]
