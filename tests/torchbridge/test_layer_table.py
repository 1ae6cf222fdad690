"""Every kind of layer against the multiply-adds worked out by hand, on fake and on real tensors."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import torch

from inspector.torchbridge.worker.eager import count_module
from inspector.torchbridge.worker.failure import Failure, text_of
from inspector.torchbridge.worker.inputs import Input
from tests.torchbridge import layers
from tests.torchbridge.layers import CASES


def quiet(_: str) -> None:
    """Nobody listens."""


def counted(model: torch.nn.Module, shapes: list[tuple[int, ...]], **more: Any) -> dict[str, Any]:
    inputs = [Input("", shape) for shape in shapes]
    return count_module(lambda: copy.deepcopy(model), inputs, more.get("on_cpu", False), quiet)


@pytest.mark.parametrize("name", CASES)
def test_multiply_adds(name: str) -> None:
    model, shapes, expected = CASES[name]
    answer = counted(model, shapes)
    assert (answer["macs"], answer["not_counted"]) == (expected, [])
    assert answer["rung"] == "fake tensors"
    assert sum(row[2] for row in answer["layers"]) == expected
    assert answer["parameters"] == sum(one.numel() for one in model.parameters())
    assert sum(row[4] for row in answer["layers"]) == answer["parameters"]


def test_linear_in_the_batch_and_quadratic_in_attention_alone() -> None:
    def macs(batch: int, length: int) -> int:
        found: int = counted(CASES["encoder layer"][0], [(batch, length, 64)])["macs"]
        return found

    assert macs(6, 50) == 3 * macs(2, 50)
    per_token = 4 * 64 * 64 + 2 * 64 * 128
    assert macs(1, 100) - 2 * macs(1, 50) == 2 * 64 * (100**2 - 2 * 50**2)
    assert macs(1, 100) == 100 * per_token + 2 * 100**2 * 64


def test_rows_say_the_layer() -> None:
    model = torch.nn.Sequential(torch.nn.Conv2d(3, 8, 3), torch.nn.ReLU(), torch.nn.Flatten())
    rows = counted(model, [(1, 3, 10, 10)])["layers"]
    assert rows == [
        ["0", "Conv2d", 8 * 64 * 27, 0, 3 * 8 * 9 + 8, [1, 8, 8, 8]],
        ["1", "ReLU", 0, 8 * 64, 0, [1, 8, 8, 8]],
    ]


def test_what_has_no_formula_is_named() -> None:
    answer = counted(layers.Inverse(), [(8, 8)])
    assert answer["macs"] == 8 * 8 * 8
    assert [row[:2] for row in answer["not_counted"]] == [["aten.linalg_inv_ex", 1]]


def test_values_are_computed_only_where_asked() -> None:
    with pytest.raises(Failure, match="does not run") as refused:
        counted(layers.OnValues(), [(4, 8)])
    assert "--on-cpu" in str(refused.value.hint)
    answer = counted(layers.OnValues(), [(4, 8)], on_cpu=True)
    assert (answer["macs"], answer["rung"]) == (4 * 8 * 8, "the CPU")
    assert [row[0] for row in answer["layers"] if row[2]] == ["fc"]


def test_a_constructor_that_computes() -> None:
    inputs = [Input("x", (2, 6))]
    answer = count_module(layers.InConstructor, inputs, False, quiet)
    assert answer["macs"] == 2 * 6 * 10


def test_the_input_is_guessed_and_said() -> None:
    answer = count_module(lambda: torch.nn.Conv2d(5, 8, 3, padding=1), [], False, quiet)
    assert answer["inputs"] == {"input": [1, 5, 224, 224]}
    assert answer["macs"] == 224 * 224 * 8 * 5 * 9
    assert "assumed" in text_of(answer["notes"][0])


def test_names_of_inputs_are_checked() -> None:
    with pytest.raises(Failure, match="no input called y; it has a, b"):
        count_module(layers.MatrixVector, [Input("y", (2, 2))], False, quiet)


def test_the_hooks_are_gone_afterwards() -> None:
    from torch.nn.modules import module

    before = len(module._global_forward_hooks), len(module._global_forward_pre_hooks)
    counted(torch.nn.Linear(2, 2), [(1, 2)])
    assert (len(module._global_forward_hooks), len(module._global_forward_pre_hooks)) == before


def test_equals_torchs_own_counter() -> None:
    """Where FlopCounterMode sees everything, we say half of what it says."""
    from torch.utils.flop_counter import FlopCounterMode

    model = torch.nn.Sequential(
        torch.nn.Conv2d(3, 16, 3, 2), torch.nn.BatchNorm2d(16), torch.nn.Flatten(2),
        torch.nn.Linear(49, 7),
    ).eval()  # fmt: skip
    with FlopCounterMode(display=False) as theirs, torch.no_grad():
        model(torch.zeros(2, 3, 16, 16))
    assert counted(model, [(2, 3, 16, 16)])["macs"] * 2 == theirs.get_total_flops()
