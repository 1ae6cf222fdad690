"""TorchScript: counted only with consent, in a process that is limited and leaves nothing."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
import torch
from torch import nn

from inspector.errors import Cancelled, LimitExceeded
from inspector.progress import Progress
from inspector.torchbridge import counting
from inspector.torchbridge.counting import NeedsConsent
from inspector.torchbridge.process import RunLimits, WorkerFailed
from inspector.torchbridge.process_tree import descendants
from tests.make import torch_programs
from tests.make.tensors import View, floats
from tests.torchbridge.made import (
    Convnet,
    Endless,
    Greedy,
    Token,
    count,
    count_here,
    scripted,
    traced,
)

WEIGHT = View(floats("0", 6), (2, 3))
IS_LINUX = sys.platform.startswith("linux")


def test_it_does_not_run_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = scripted(tmp_path, Convnet())
    monkeypatch.setattr(counting, "ask", lambda *_: pytest.fail("it ran"))
    with pytest.raises(NeedsConsent, match="is a TorchScript program") as refused:
        count(path, (1, 3, 16, 16))
    assert "--run" in str(refused.value.hint)


def test_a_script(tmp_path: Path) -> None:
    model = Convnet()
    report = count(scripted(tmp_path, model), (2, 3, 16, 16), may_run=True)
    assert report is not None
    assert (report.macs, report.flops) == (2 * Convnet.MACS, 4 * Convnet.MACS)
    assert report.parameters == sum(one.numel() for one in model.parameters())
    assert (report.source, report.exact, dict(report.inputs)) == (
        "torchscript",
        True,
        {"x": (2, 3, 16, 16)},
    )
    rows = {layer.name: layer for layer in report.layers if layer.macs}
    assert list(rows) == ["stem.0", "down", "fc"]
    assert rows["down"].macs == 2 * 16 * 8 * 9 * 64
    assert rows["down"].output_shape == (2, 16, 8, 8)
    assert sum(layer.parameters for layer in report.layers) == report.parameters


def test_a_trace(tmp_path: Path) -> None:
    path = traced(tmp_path, Convnet(), torch.zeros(1, 3, 16, 16))
    report = count_here(path, (1, 3, 32, 32), may_run=True)
    assert report is not None
    assert report.macs == 4 * (Convnet.MACS - 160) + 160


@pytest.mark.parametrize("how", ["script", "trace"])
def test_attention_in_a_program(tmp_path: Path, how: str) -> None:
    """Scripts take the fused kernel, which has a formula of ours."""
    ids = torch.zeros(1, 12, dtype=torch.long)
    model = Token()
    path = scripted(tmp_path, model) if how == "script" else traced(tmp_path, model, ids)
    report = count_here(path, (1, 12), may_run=True)
    assert report is not None
    assert (report.macs, report.not_counted) == (Token.MACS, ())
    assert sum(layer.parameters for layer in report.layers) == report.parameters


def test_the_rungs_below_the_first(tmp_path: Path) -> None:
    """Frozen weights are constants: only a load on meta moves them."""
    path = tmp_path / "frozen.pt"
    torch.jit.save(torch.jit.freeze(torch.jit.script(Convnet().eval())), path)
    report = count_here(path, (1, 3, 16, 16), may_run=True)
    assert report is not None
    assert report.macs == Convnet.MACS
    assert "throughout" in report.notes[-1]


class OnValues(nn.Module):
    """Runs one way or the other, as the numbers are."""

    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(8, 8)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if bool(x.sum() == 0):
            return self.fc(x)
        return x


def test_numbers_are_computed_where_asked(tmp_path: Path) -> None:
    path = scripted(tmp_path, OnValues())
    with pytest.raises(WorkerFailed, match="does not run at these inputs"):
        count_here(path, (4, 8), may_run=True)
    report = count_here(path, (4, 8), may_run=True, on_cpu=True)
    assert report is not None
    assert (report.macs, report.notes[-1].endswith("on the CPU.")) == (4 * 8 * 8, True)


def children_of_ours() -> list[int]:
    return descendants(os.getpid())


@pytest.mark.skipif(not IS_LINUX, reason="processes are listed from /proc")
def test_an_endless_program_is_ended(tmp_path: Path) -> None:
    path = scripted(tmp_path, Endless())
    began = time.monotonic()
    with pytest.raises(LimitExceeded, match=r"longer than 12 s .*was stopped") as stopped:
        count(path, (1, 4), may_run=True, seconds=12)
    assert time.monotonic() - began < 40
    assert "--time-limit" in str(stopped.value.hint)
    assert children_of_ours() == []


@pytest.mark.skipif(not IS_LINUX, reason="memory is read from /proc")
def test_a_greedy_program_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = scripted(tmp_path, Greedy())
    small = RunLimits(seconds=120, memory_bytes=1 << 30)
    monkeypatch.setattr(counting, "RunLimits", lambda *_: small)
    with pytest.raises(LimitExceeded, match=r"more than 1\.0 GiB of memory and was stopped"):
        count(path, (1, 4), may_run=True)
    assert children_of_ours() == []


@pytest.mark.skipif(not IS_LINUX, reason="processes are listed from /proc")
def test_cancel_ends_it(tmp_path: Path) -> None:
    path = scripted(tmp_path, Endless())
    heard = []

    def stop(_done: int, _total: int, text: str) -> None:
        heard.append(text)
        if text.startswith("counting"):
            raise Cancelled

    with pytest.raises(Cancelled):
        count(path, (1, 4), may_run=True, progress=Progress(stop))
    assert "loading torch" in heard
    assert children_of_ours() == []


def test_what_torch_cannot_load_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch_programs, "CODE", torch_programs.CODE.replace("mul", "nosuch"))
    path = tmp_path / "unknown.pt"
    path.write_bytes(torch_programs.torchscript({"weight": WEIGHT, "steps": WEIGHT}))
    with pytest.raises(WorkerFailed, match=r"torch cannot load this program: .*nosuch"):
        count_here(path, (2, 3), may_run=True)
