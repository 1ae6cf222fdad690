"""Writes a torchvision model as ONNX and as a torch.export program; run by a Python that has it.

python exporting.py NAME KWARGS SHAPES KIND OUT, shapes as JSON lists; KIND is onnx or pt2.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent))
import vision


def main(name: str, kwargs: str, shapes: str, kind: str, out: str) -> None:
    """Export with weights that nobody trained."""
    torch.manual_seed(0)
    torch.backends.mha.set_fastpath_enabled(False)  # which the older exporter does not know
    model = getattr(vision, name)(weights=None, **json.loads(kwargs)).eval()
    inputs = tuple(torch.randn(shape) for shape in json.loads(shapes))
    with torch.no_grad():
        if kind == "pt2":
            torch.export.save(torch.export.export(model, inputs), out)
            return
        names = [f"x{at}" for at in range(len(inputs))]
        options = {"input_names": names, "opset_version": 17}
        if len(inputs) == 1:
            options["dynamic_axes"] = {"x0": {0: "batch"}}
        torch.onnx.export(model, inputs, out, dynamo=False, **options)


if __name__ == "__main__":
    main(*sys.argv[1:])
