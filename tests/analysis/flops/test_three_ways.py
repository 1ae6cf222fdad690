"""The same small nets as ONNX, as a torch.export program and by torch's own counter."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from torch import nn

from inspector.analysis.flops.given import Given
from tests.analysis.flops.test_exported import Attention, convolutions, counted, exported
from tests.analysis.flops.test_exported import flop_counter as by_torch

Net = Callable[[], nn.Module]


def classifier(classes: int = 3) -> nn.Module:
    """As `convolutions`, pooled to one position, which exports with free sides."""
    net = convolutions()
    assert isinstance(net, nn.Sequential)
    net[5], net[7] = nn.AdaptiveAvgPool2d(1), nn.Linear(6, classes)
    return net


NETS: dict[str, tuple[Net, tuple[int, ...]]] = {
    "convolutions": (classifier, (2, 4, 17, 15)),
    "attention": (Attention, (2, 7, 16)),
    "upsampled": (
        lambda: nn.Sequential(nn.Upsample(scale_factor=2), nn.Conv2d(3, 4, 3), nn.PixelShuffle(2)),
        (1, 3, 6, 5),
    ),
}


def as_onnx(path: Path, module: nn.Module, shape: tuple[int, ...]) -> Path:
    """A file of the exporter that most files in the wild come from, every dimension free."""
    free = dict.fromkeys(range(len(shape))) | {at: f"d{at}" for at in range(len(shape))}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            (torch.zeros(shape),),
            str(path / "net.onnx"),
            dynamo=False,
            input_names=["x"],
            dynamic_axes={"x": free},
            opset_version=17,
        )
    return path / "net.onnx"


@pytest.mark.parametrize("name", NETS)
def test_all_three_agree(name: str, tmp_path: Path) -> None:
    make, shape = NETS[name]
    onnx, program = as_onnx(tmp_path, make(), shape), exported(tmp_path, make(), shape)
    expected = by_torch(make(), shape)
    assert counted(onnx, Given({"x": shape})).macs == expected
    assert counted(program).macs == expected
    larger = (3, *shape[1:])
    assert counted(onnx, Given({"x": larger})).macs == by_torch(make(), larger)


def test_linear_in_the_batch_and_quadratic_only_in_attention(tmp_path: Path) -> None:
    onnx = as_onnx(tmp_path, Attention(), (2, 7, 16))

    def macs(batch: int, tokens: int) -> int:
        found = counted(onnx, Given({"x": (batch, tokens, 16)})).macs
        assert found is not None
        return found

    assert macs(6, 7) == 3 * macs(2, 7)
    # c1 T + c2 T²: the second difference is 2 c2, of three products of T x T with the heads' 8.
    second = macs(1, 12) - 2 * macs(1, 11) + macs(1, 10)
    assert second == 2 * (2 * 2 * 8 + 2 * 8 + 2 * 8)


def test_the_number_of_classes_moves_only_the_head(tmp_path: Path) -> None:
    found = []
    for classes in (3, 10):
        onnx = as_onnx(tmp_path, classifier(classes), (2, 4, 17, 15))
        report = counted(onnx, Given({"x": (2, 4, 17, 15)}))
        found.append({layer.name: layer.macs for layer in report.layers})
    few, many = found
    assert {name for name in few if few[name] != many[name]} == {"7"}
