"""Names and shapes of well-known models, written down by their structure, and files of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

from inspector.analysis.flops.count import count
from inspector.analysis.flops.given import Given, parse_shape
from inspector.analysis.flops.report import FlopsReport
from inspector.document import open_document

Shapes = dict[str, tuple[int, ...]]
BATCH_NORM = ("weight", "bias", "running_mean", "running_var")


def resnet50(classes: int = 1000, counters: bool = True) -> Shapes:
    """torchvision's resnet50; `counters` since torch 0.4.1."""
    found: Shapes = {"conv1.weight": (64, 3, 7, 7), **batch_norm("bn1", 64, counters)}
    inputs = 64
    for stage, (blocks, width) in enumerate(((3, 64), (4, 128), (6, 256), (3, 512)), 1):
        for block in range(blocks):
            at = f"layer{stage}.{block}"
            sizes = ((width, inputs, 1), (width, width, 3), (4 * width, width, 1))
            for number, (out, into, kernel) in enumerate(sizes, 1):
                found[f"{at}.conv{number}.weight"] = (out, into, kernel, kernel)
                found |= batch_norm(f"{at}.bn{number}", out, counters)
            if not block:
                found[f"{at}.downsample.0.weight"] = (4 * width, inputs, 1, 1)
                found |= batch_norm(f"{at}.downsample.1", 4 * width, counters)
            inputs = 4 * width
    return found | {"fc.weight": (classes, 2048), "fc.bias": (classes,)}


def batch_norm(name: str, size: int, counters: bool) -> Shapes:
    """A BatchNorm2d."""
    found: Shapes = {f"{name}.{part}": (size,) for part in BATCH_NORM}
    return found | ({f"{name}.num_batches_tracked": ()} if counters else {})


def llama(layers: int = 2, head: bool = True, experts: int = 0) -> Shapes:
    """Hugging Face's Llama: width 64, 4 heads that share 2 pairs of keys and values."""
    found: Shapes = {"model.embed_tokens.weight": (1000, 64)}
    for layer in range(layers):
        at = f"model.layers.{layer}"
        for name, rows in (("q", 64), ("k", 32), ("v", 32), ("o", 64)):
            found[f"{at}.self_attn.{name}_proj.weight"] = (rows, 64)
        for mlp in [f"mlp.experts.{n}" for n in range(experts)] or ["mlp"]:
            found[f"{at}.{mlp}.gate_proj.weight"] = (160, 64)
            found[f"{at}.{mlp}.up_proj.weight"] = (160, 64)
            found[f"{at}.{mlp}.down_proj.weight"] = (64, 160)
        found[f"{at}.input_layernorm.weight"] = (64,)
    return found | ({"lm_head.weight": (1000, 64)} if head else {})


def tensors(shapes: Shapes, dtype: torch.dtype = torch.float32) -> dict[str, Any]:
    """Tensors of one element each, stretched: their file is small."""
    return {name: torch.zeros((), dtype=dtype).expand(shape) for name, shape in shapes.items()}


def cost(path: Path, value: Any, shape: str | None = None) -> FlopsReport:
    """What is said of a file of `value`, at an input shape."""
    torch.save(value, path)
    document = open_document(path)
    given = Given({"": parse_shape(shape)}) if shape else Given()
    try:
        return count(document.checkpoint, document.contents, given)
    finally:
        document.close()
