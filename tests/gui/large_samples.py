"""Large files that are made in no time."""

from __future__ import annotations

import gc
import json
import struct
import zipfile
from pathlib import Path

import torch
from torch import nn

from tests.formats.samples import WEIGHT
from tests.make import torch_programs

LAYERS = 10_240


def sparse_safetensors(path: Path, tensors: dict[str, tuple[str, tuple[int, ...], int]]) -> Path:
    """A file whose bytes are all zero and take no room on disk; (dtype, shape, bytes) by key."""
    header, end = {}, 0
    for key, (dtype, shape, nbytes) in tensors.items():
        header[key] = {"dtype": dtype, "shape": shape, "data_offsets": [end, end + nbytes]}
        end += nbytes
    text = json.dumps(header).encode()
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.truncate(8 + len(text) + end)
    return path


def mixture_of_experts(path: Path) -> Path:
    """92,160 tensors."""
    names = (
        f"model.layers.{i // 512}.mlp.experts.{i // 8 % 64}.w{i % 8}.weight" for i in range(92_160)
    )
    return sparse_safetensors(path, {name: ("F32", (2, 4), 32) for name in names})


def two_gigabytes(path: Path) -> Path:
    """2 GB in three tensors."""
    tensors = {
        "embed.weight": ("F32", (20_000, 20_000), 1_600_000_000),
        "head.weight": ("F16", (10_000, 20_000), 400_000_000),
        "conv.weight": ("F32", (64, 64, 3, 3), 147_456),
    }
    return sparse_safetensors(path, tensors)


def training(path: Path) -> Path:
    """A pickled module of 10,240 layers, Adam's state of its parameters, and 20,000 settings.

    92,160 tensors, all of them views of one storage.
    """
    storage, end = torch.zeros(2 * 9 * LAYERS), 0

    def view(like: torch.Tensor) -> torch.Tensor:
        nonlocal end
        end += like.numel()
        return storage[end - like.numel() : end].view(like.shape)

    gc.disable()
    with torch.device("meta"):
        norms = [nn.BatchNorm1d(2) for _ in range(LAYERS)]
    for norm in norms:
        for name, parameter in norm.named_parameters():
            setattr(norm, name, nn.Parameter(view(parameter)))
        for name, buffer in norm.named_buffers():
            norm._buffers[name] = view(buffer)
    blocks = [nn.Sequential(*norms[at : at + 256]) for at in range(0, LAYERS, 256)]
    model = nn.Sequential(*blocks)
    optimizer = torch.optim.Adam(model.parameters())
    for each in model.parameters():
        optimizer.state[each] = {"step": 1, "exp_avg": view(each), "exp_avg_sq": view(each)}
    settings = {f"setting_{n}": n for n in range(20_000)}
    torch.save({"model": model, "optimizer": optimizer.state_dict(), "args": settings}, path)
    gc.enable()
    return path


def program(path: Path) -> Path:
    """A TorchScript program with 2 MB of code."""
    path.write_bytes(torch_programs.torchscript({"weight": WEIGHT}))
    code = "".join(f"def f{n}(x: Tensor) -> Tensor:\n  return x + {n}\n" for n in range(40_000))
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("net/code/__torch__/large.py", code)
    return path
