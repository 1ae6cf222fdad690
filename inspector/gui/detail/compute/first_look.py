"""What a model costs, said as soon as its file is open, where the file's data tell it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from inspector.analysis.flops.report import FlopsReport
from inspector.describe import shape
from inspector.errors import InspectorError
from inspector.gui.core_sentences import said
from inspector.gui.detail.compute.words import totals_text
from inspector.gui.document.opening import Opened
from inspector.progress import Progress

translate = QCoreApplication.translate

_TENSORS_AT_ONCE = 10_000


def may_be_counted(opened: Opened) -> bool:
    """Whether a file holds a graph, or weights that may be known."""
    checkpoint, contents = opened.document.checkpoint, opened.document.contents
    has_graph = checkpoint.program is not None or checkpoint.exported is not None
    return has_graph or bool(contents.weights)


def is_quick(opened: Opened) -> bool:
    """Whether it can be counted unasked: of very many tensors it would hold up the window."""
    return may_be_counted(opened) and len(opened.document.contents.tensors) <= _TENSORS_AT_ONCE


def cost_of(opened: Opened) -> Callable[[Progress], FlopsReport | None]:
    """Work for a thread: the report, or None where nothing can be told."""
    checkpoint, contents = opened.document.checkpoint, opened.document.contents

    def work(progress: Progress) -> FlopsReport | None:
        from inspector.analysis.flops.count import count

        try:
            return count(checkpoint, contents, progress=progress)
        except InspectorError:  # the page about it says why
            return None

    return work


def cost_line(report: FlopsReport) -> str:
    """ "4.09 G MACs · 8.18 G FLOPs at 1 × 3 × 224 × 224"; "" where there is no total, or
    only one at sizes that nobody gave."""
    if not report.macs or _is_made_up(report):
        return ""
    inputs = ", ".join(shape(sizes) for sizes in report.inputs.values())
    text = translate("Compute", "{totals} at {inputs}") if inputs else "{totals}"
    if report.match is not None:
        text = translate("Compute", "{totals} at {inputs}, as an unmodified {name}")
    text = text.replace("{totals}", totals_text(report)).replace("{inputs}", inputs)
    return text.replace("{name}", said(report.match or ""))


def _is_made_up(report: FlopsReport) -> bool:
    """Whether dimensions behind the batch are free and count as 1."""
    return any(
        not isinstance(dim, int) and size == 1
        for name, sizes in report.inputs.items()
        for dim, size in list(zip(report.declared.get(name) or (), sizes, strict=False))[1:]
    )
