"""Ordinary files for the command line, made without torch."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.make.pickles import name, pickle, reduce, text
from tests.make.tensors import View, floats, numbers
from tests.make.torch_zip import torch_zip, zip_of_pickle

WEIGHT = View(floats("0", 12), (3, 4), requires_grad=True, is_parameter=True)
TIED = View(WEIGHT.storage, (3, 4), requires_grad=True, is_parameter=True)
BIAS = View(numbers("1", "HalfStorage", [0.5, -1.5, 2.0], "cuda:0"), (3,))
MEAN = View(floats("2", 3), (3,))
STEP = View(numbers("3", "LongStorage", [7]), ())


def moment(key: str, view: View) -> View:
    """An optimizer's tensor of the shape of `view`."""
    return View(floats(key, max(1, len(view.content()) // 4)), view.shape)


CHECKPOINT: dict[str, Any] = {
    "model_state_dict": {
        "encoder.embedding.weight": WEIGHT,
        "encoder.norm.bias": BIAS,
        "encoder.norm.running_mean": MEAN,
        "decoder.weight": TIED,
    },
    "optimizer_state_dict": {
        "state": {
            0: {"step": STEP, "exp_avg": moment("10", WEIGHT), "exp_avg_sq": moment("11", WEIGHT)}
        },
        "param_groups": [
            {"lr": 0.1, "betas": (0.9, 0.999), "amsgrad": False, "params": [0, 1]},
        ],
    },
    "epoch": 3,
    "args": {"name": "größe", "flags": [True, None], "nan": float("nan"), "big": 2**70},
}


def checkpoint(folder: Path, file: str = "last.pt") -> Path:
    """A small training checkpoint."""
    path = folder / file
    path.write_bytes(torch_zip(CHECKPOINT))
    return path


def dangerous(folder: Path) -> Path:
    """A file that would run a command."""
    path = folder / "evil.pt"
    path.write_bytes(zip_of_pickle(pickle(reduce(name("os", "system"), text("true")))))
    return path


def unknown(folder: Path) -> Path:
    """A file that names a class nobody knows."""
    path = folder / "whole.pt"
    path.write_bytes(zip_of_pickle(pickle(reduce(name("net", "Net")))))
    return path


def cut(folder: Path) -> Path:
    """A download that broke off."""
    path = folder / "cut.pt"
    path.write_bytes(torch_zip(CHECKPOINT)[:-700])
    return path
