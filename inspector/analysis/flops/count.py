"""What a model costs, from the best that its file offers; nothing in the file is executed."""

from __future__ import annotations

from collections.abc import Callable

from inspector.analysis.flops.exported.source import exported_cost
from inspector.analysis.flops.fingerprint import fingerprint_cost
from inspector.analysis.flops.given import NOTHING_GIVEN, Given
from inspector.analysis.flops.onnx_graph.source import onnx_cost
from inspector.analysis.flops.per_layer import per_layer_cost
from inspector.analysis.flops.report import FlopsReport
from inspector.analysis.flops.transformer import transformer_cost
from inspector.analysis.flops.transformer_pair import pair_cost
from inspector.checkpoint.checkpoint import Checkpoint
from inspector.checkpoint.contents import Contents
from inspector.errors import Unsupported, say
from inspector.progress import SILENT, Progress

Source = Callable[[Checkpoint, Contents, Given, Progress], FlopsReport | None]

# Asked in this order; the first that does not answer None decides. Each raises InspectorError
# where it is the right one and the file, or what was given, is wrong.
SOURCES: tuple[Source, ...] = (
    onnx_cost,
    exported_cost,
    fingerprint_cost,
    transformer_cost,
    pair_cost,
    per_layer_cost,
)


def count(
    checkpoint: Checkpoint,
    contents: Contents,
    given: Given = NOTHING_GIVEN,
    progress: Progress = SILENT,
) -> FlopsReport:
    """The cost of one forward pass at the given input shapes, or at the file's own.

    Raises:
        Unsupported: The file holds nothing whose cost could be told.
        InspectorError: The file's graph is damaged, or the given shapes do not fit it.
        Cancelled: From `progress`.
    """
    for source in SOURCES:
        report = source(checkpoint, contents, given, progress)
        if report is not None:
            return report
    raise Unsupported(
        say(
            "{name} holds no model whose cost can be told without running code.",
            name=checkpoint.path.name,
        ),
        hint=say("Name the model's class with --model, if you have its code."),
    )
