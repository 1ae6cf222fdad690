"""Files with something to run: TorchScript, pickled modules; and how they are counted."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any
from unittest import mock

import torch
from torch import nn

from inspector.analysis.flops.given import Given
from inspector.analysis.flops.report import FlopsReport, Shape
from inspector.document import open_document
from inspector.progress import SILENT, Progress
from inspector.torchbridge import counting
from inspector.torchbridge.counting import Run, count_by_running
from inspector.torchbridge.process import result_of
from inspector.torchbridge.worker.serve import answered


def ask_here(request: dict[str, Any], *_: Any) -> dict[str, Any]:
    """What a worker would answer, said in this process, which has imported torch already."""
    return result_of(json.dumps(answered(json.loads(json.dumps(request)), print)).encode())


def count_here(path: Path, *shape: Shape, **run: Any) -> FlopsReport | None:
    """As `count`, without a process."""
    with mock.patch.object(counting, "ask", ask_here):
        return count(path, *shape, **run)


def count(path: Path, *shape: Shape, progress: Progress = SILENT, **run: Any) -> FlopsReport | None:
    """The report on a file, at a shape of its first input or at none."""
    given = Given(dict(zip([""], shape, strict=False)))
    document = open_document(path)
    try:
        return count_by_running(document.checkpoint, document.contents, given, Run(**run), progress)
    finally:
        document.close()


def scripted(folder: Path, model: nn.Module, name: str = "scripted.pt") -> Path:
    """A TorchScript archive of `model`."""
    path = folder / name
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.jit.save(torch.jit.script(model.eval()), path)
    return path


def traced(folder: Path, model: nn.Module, given: torch.Tensor) -> Path:
    """A TorchScript archive of a trace of `model`."""
    path = folder / "traced.pt"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with torch.no_grad():
            torch.jit.save(torch.jit.trace(model.eval(), given, check_trace=False), path)
    return path


def saved(folder: Path, value: Any, name: str = "saved.pt") -> Path:
    """What torch.save writes."""
    path = folder / name
    torch.save(value, path)
    return path


class Convnet(nn.Module):
    """Two convolutions and a head; 8·3·9·256 + 16·8·9·64 + 16·10 multiply-adds at 16 x 16."""

    MACS = 8 * 3 * 9 * 256 + 16 * 8 * 9 * 64 + 16 * 10

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU())
        self.down = nn.Conv2d(8, 16, 3, 2, 1)
        self.fc = nn.Linear(16, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc(self.down(self.stem(x)).mean([2, 3]))


class Token(nn.Module):
    """An encoder layer between an embedding and a head, 12 tokens."""

    MACS = 12 * (4 * 32 * 32 + 2 * 32 * 64 + 32 * 50) + 2 * 12 * 12 * 32

    def __init__(self) -> None:
        super().__init__()
        self.embed = nn.Embedding(50, 32)
        self.layer = nn.TransformerEncoderLayer(32, 4, 64, batch_first=True)
        self.head = nn.Linear(32, 50)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        return self.head(self.layer(self.embed(ids)))


class Endless(nn.Module):
    """A program that never ends."""

    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(4, 4)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        n = 1
        while n > 0:
            n = n % 7 + 1
        return self.fc(x)


class Greedy(nn.Module):
    """A program that takes memory until somebody stops it; its tensors hold real numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(4, 4)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        kept: list[list[int]] = []
        while len(kept) >= 0:
            kept.append([len(kept)] * 1000000)
        return self.fc(x)
