"""The lines of `inspector flops` about parameters and memory."""

from __future__ import annotations

from collections.abc import Iterator

from inspector.analysis.flops.parameters import ParameterCount
from inspector.analysis.flops.parameters_memory import memory_of, parameters_of_model
from inspector.analysis.flops.report import FlopsReport
from inspector.checkpoint.contents import Contents
from inspector.describe import plural, size


def parameter_lines(contents: Contents, report: FlopsReport) -> Iterator[str]:
    """What kinds of parameters there are, and what the model takes in memory."""
    count = parameters_of_model(contents)
    if count is None:
        return
    kinds = "; ".join(_kinds(count))
    if kinds:
        yield f"{'':<12} {kinds}"
    memory = memory_of(count, contents, report)
    yield f"{'memory':<12} {size(memory.load)} to load"
    if memory.gradients:
        training = memory.training()
        said = [f"{size(n)} with {kind}" for kind, n in training.items()]
        why = "an estimate" if memory.is_estimate else "the optimizer in the file"
        yield f"{'':<12} {' or '.join(said)} to train ({why}), and what the layers put out"
    if memory.activations:
        yield f"{'':<12} {size(memory.activations)} if the output of every layer is kept"


def _kinds(count: ParameterCount) -> Iterator[str]:
    """What the parameters are, as far as there is something to say."""
    if count.total != count.unique:
        yield f"{count.total:,} with tied ones each time"
    if count.trainable is not None:
        yield f"{count.trainable:,} trainable"
    if count.embedding:
        yield f"{count.embedding:,} in embeddings"
    if count.quantization is not None:
        yield f"quantized: {count.quantization}"
    if count.auxiliary:
        yield f"{plural(count.auxiliary, 'scale')} and the like beside them"
    if count.buffers:
        yield f"{plural(count.buffers, 'element')} of buffers beside them"
