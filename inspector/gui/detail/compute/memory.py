"""What kinds of parameters there are and what the model takes in memory, for people."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from inspector import describe
from inspector.analysis.flops.parameters import ParameterCount
from inspector.analysis.flops.parameters_memory import Memory
from inspector.gui.core_sentences import said
from inspector.gui.detail.compute.counted import Counted
from inspector.gui.detail.fact import Fact

translate = QCoreApplication.translate


def parameter_text(found: Counted) -> str:
    """The number, and of what kinds they are."""
    return " · ".join([f"{found.report.parameters:,}", *_kinds(found.parameters)])


def _kinds(count: ParameterCount | None) -> Iterator[str]:
    if count is None:
        return
    kinds = (
        (count.total if count.total != count.unique else 0, _tied()),
        (count.trainable or 0, translate("Compute", "{n} trainable")),
        (count.embedding, translate("Compute", "{n} in embeddings")),
        (count.auxiliary, translate("Compute", "{n} scales and the like apart")),
        (count.buffers, translate("Compute", "{n} elements of buffers apart")),
    )
    for number, text in kinds:
        if number:
            yield text.replace("{n}", f"{number:,}")
    if count.quantization is not None:
        text = translate("Compute", "quantized: {scheme}")
        yield text.replace("{scheme}", said(count.quantization))


def _tied() -> str:
    return translate("Compute", "{n} with tied ones each time")


def memory_facts(memory: Memory | None) -> Iterator[Fact]:
    """To load, to train, and for the outputs of the layers."""
    if memory is None:
        return
    title = translate("Compute", "Memory")
    text = translate("Compute", "{size} to load").replace("{size}", describe.size(memory.load))
    if memory.activations:
        kept = translate("Compute", "{size} for the outputs of all layers")
        text = f"{text} · {kept.replace('{size}', describe.size(memory.activations))}"
    yield Fact(title, text, f"{memory.load:,} B", is_prose=True)
    if not memory.gradients:
        return
    each = translate("Compute", "{size} with {optimizer}")
    kinds = ", ".join(
        each.replace("{size}", describe.size(nbytes)).replace("{optimizer}", said(kind))
        for kind, nbytes in memory.training().items()
    )
    text = translate("Compute", "{sizes}, by the optimizer in the file; the outputs come on top")
    if memory.is_estimate:
        text = translate("Compute", "{sizes}, estimated; the outputs come on top")
    title = translate("Compute", "To train")
    yield Fact(title, text.replace("{sizes}", kinds), is_prose=True)
