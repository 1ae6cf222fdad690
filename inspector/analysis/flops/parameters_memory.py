"""What a model takes in memory: to load it, to train it, and to keep its layers' outputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

from inspector.analysis.flops.parameters import ParameterCount, count_parameters, main_state_dicts
from inspector.analysis.flops.report import FlopsReport
from inspector.checkpoint.contents import Contents
from inspector.errors import in_one, say

_FLOAT32 = 4  # bytes
# What optimizers keep for each parameter, in numbers of its own dtype.
ESTIMATES: dict[str, int] = {say("SGD with momentum"): 1, "Adam": 2}


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes; what a framework needs beside them is not known.

    Attributes:
        load: All tensors of the model, tied ones once.
        gradients: One number for each parameter that can be trained; 0 where it is packed.
        optimizer: Name -> bytes of its state: the one in the file, else estimates of common ones.
        is_estimate: Whether `optimizer` is estimated.
        activations: The outputs of all layers at the inputs that were counted; None where the
            file does not say them.
    """

    load: int
    gradients: int
    optimizer: Mapping[str, int]
    is_estimate: bool
    activations: int | None

    def training(self) -> dict[str, int]:
        """Optimizer -> weights, gradients and its state."""
        return {kind: self.load + self.gradients + n for kind, n in self.optimizer.items()}


def parameters_of_model(contents: Contents) -> ParameterCount | None:
    """The parameters of the largest model; None where there is none."""
    return next((count_parameters(found) for found in main_state_dicts(contents)[:1]), None)


def memory_of(count: ParameterCount, contents: Contents, report: FlopsReport) -> Memory:
    """What the counted model takes."""
    floating = [pair for name, pair in count.by_dtype.items() if "float" in name]
    numel, nbytes = (sum(column) for column in zip(*floating, strict=True)) if floating else (0, 0)
    itemsize = nbytes / numel if numel else _FLOAT32
    trained = count.trainable if count.trainable is not None else count.unique
    gradients = 0 if count.quantization else round(trained * itemsize)
    in_file = [found for found in contents.optimizers if found.state_nbytes]
    if in_file:
        kinds = in_one((found.kind or say("unknown optimizer") for found in in_file), " + ")
        optimizer: dict[str, int] = {kinds: sum(found.state_nbytes for found in in_file)}
    else:
        optimizer = {kind: n * gradients for kind, n in ESTIMATES.items()}
    shapes = [layer.output_shape for layer in report.layers if layer.output_shape is not None]
    is_graph = report.source in ("onnx-graph", "torch-export", "torchscript", "module", "factory")
    kept = round(sum(prod(shape) for shape in shapes) * itemsize)
    return Memory(
        count.nbytes, gradients, optimizer, not in_file, kept if shapes and is_graph else None
    )


def parameter_facts(contents: Contents, report: FlopsReport) -> dict[str, Any]:
    """The keys "weights" and "memory" of `flops --json`; nothing where there is no model."""
    count = parameters_of_model(contents)
    if count is None:
        return {}
    memory = memory_of(count, contents, report)
    return {
        "weights": {
            "total": count.total,
            "unique": count.unique,
            "trainable": count.trainable,
            "embedding": count.embedding,
            "non_embedding": count.unique - count.embedding,
            "buffers": count.buffers,
            "auxiliary": count.auxiliary,
            "quantization": count.quantization,
            "nbytes": count.nbytes,
            "by_dtype": {
                name: {"elements": numel, "nbytes": nbytes}
                for name, (numel, nbytes) in count.by_dtype.items()
            },
            "by_module": count.by_module,
        },
        "memory": {
            "load": memory.load,
            "gradients": memory.gradients,
            "optimizer": dict(memory.optimizer),
            "is_estimate": memory.is_estimate,
            "training": memory.training(),
            "activations": memory.activations,
        },
    }
