"""Checkpoints for the window's tests: real files made by torch, and trees made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import survey
from inspector.checkpoint.dtype import DTYPES
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.document import Document
from inspector.gui.document.opening import Opened, opened
from inspector.inert import Dict
from inspector.progress import SILENT

CANARY = "<img src='/nowhere.png'><b>bold</b>"


def small_checkpoint(path: Path) -> Path:
    """{"epoch", "note", "model": 8 tensors, two of them tied, "optimizer": SGD}."""
    import torch

    model = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.BatchNorm1d(8))
    model.add_module("head", torch.nn.Linear(8, 8, bias=False))
    model.add_module("tied", torch.nn.Linear(8, 8, bias=False))
    model.tied.weight = model.head.weight
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    for parameter in model.parameters():
        parameter.grad = torch.ones_like(parameter)
    optimizer.step()
    content = {
        "epoch": 3,
        "note": "trained\non a train",
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "args": {"lr": 0.1, "names": ["a", "b"], "nothing": None},
    }
    torch.save(content, path)
    return path


def hostile_names(path: Path) -> Path:
    """Keys and values that are markup, controls, right-to-left marks, or very long."""
    import torch

    weight = torch.zeros(2, 2)
    content = {
        "model": {
            CANARY: weight,
            "a\x00b.\u202ec": weight + 1,
            "x" * 5000: weight + 2,
            "": weight + 3,
            "tab\there\nline.weight": weight + 4,
        },
        CANARY: CANARY,
        "long": "y" * 200_000,
        "&amp": "&lt;",
        "number": 10**5000,
    }
    torch.save(content, path)
    return path


def many_tensors(path: Path, count: int) -> Path:
    """A mixture of experts: count tensors in one state_dict."""
    import torch

    one = torch.zeros(2, 4)
    names = (
        f"model.layers.{i // 64 // 8}.mlp.experts.{i // 8 % 64}.w{i % 8}.weight"
        for i in range(count)
    )
    torch.save({name: one.clone() for name in names}, path)
    return path


def tensor(*shape: int, dtype: str = "float32", device: str = "cpu", key: str = "0") -> Tensor:
    """A tensor on a storage of its own, without bytes behind it."""
    kind = DTYPES[dtype]
    numel = 1
    for size in shape:
        numel *= size
    storage = Storage(key, kind, kind.nbytes(numel), device)
    return Tensor(kind, shape, contiguous_stride(shape), 0, storage)


def tree(content: dict[str, Any]) -> Any:
    """Nested plain dicts as the inert dicts a reader makes."""
    flat: list[Any] = []
    for key, value in content.items():
        flat += [key, tree(value) if isinstance(value, dict) else value]
    return Dict(flat)


def document_of(root: Any) -> Document:
    """An open document around a tree made by hand."""
    checkpoint = Checkpoint(Path("/nowhere/made.pt"), 1000, "torch-zip", root)
    return Document(checkpoint.path, checkpoint, survey(checkpoint), None)


def opened_of(root: Any) -> Opened:
    """As `opened`, of a tree made by hand."""
    return opened(document_of(root), SILENT)
