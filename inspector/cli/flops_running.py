"""What of `inspector flops` runs code: TorchScript, pickled modules, a person's own factory."""

from __future__ import annotations

import argparse
import math
from dataclasses import replace
from pathlib import Path

from inspector.analysis.flops.count import count
from inspector.analysis.flops.given import Given
from inspector.analysis.flops.report import FlopsReport
from inspector.document import Document
from inspector.errors import InspectorError, Unsupported
from inspector.progress import Progress
from inspector.torchbridge.counting import (
    NeedsConsent,
    Run,
    can_run,
    count_by_running,
    keyword_arguments,
)


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments that let something run, and say where."""
    group = parser.add_argument_group(
        "running code",
        "Always in a process of its own, without network, with limits, and ended with all it "
        "started. Without --run or --model nothing out of a file is executed; pickled modules "
        "of torch.nn are rebuilt by torch's own constructors.",
    )
    group.add_argument(
        "--run", action="store_true", help="this TorchScript program may run: I trust the file"
    )
    group.add_argument(
        "--model",
        metavar="SPEC",
        help="package.module:factory, path.py:Class or path/config.json: the code of the model "
        "whose weights are in FILE; it is run, and compared with FILE by names and shapes",
    )
    group.add_argument(
        "--kwargs", metavar="JSON", help='the factory\'s arguments, like {"num_classes": 10}'
    )
    group.add_argument(
        "--python", metavar="PROGRAM", help="a Python that has torch and the model's packages"
    )
    group.add_argument(
        "--trust-library",
        action="append",
        default=[],
        metavar="PACKAGE",
        help="rebuild pickled modules of this installed package, too, like torchvision",
    )
    group.add_argument(
        "--on-cpu",
        action="store_true",
        help="compute with real numbers where shapes alone do not tell what runs",
    )
    group.add_argument(
        "--time-limit", type=_seconds, default=300.0, metavar="SECONDS", help="300 unless given"
    )


def _seconds(text: str) -> float:
    value = float(text)
    if not (math.isfinite(value) and value > 0):
        raise ValueError(text)
    return value


def counted(
    document: Document, given: Given, args: argparse.Namespace, progress: Progress
) -> FlopsReport:
    """The cost of the file's model, from its data where they tell it, else by running it.

    Raises:
        InspectorError: Nothing can be told, or nothing may run.
    """
    checkpoint, contents = document.checkpoint, document.contents
    run = Run(
        may_run=args.run,
        on_cpu=args.on_cpu,
        python=args.python,
        model=args.model,
        kwargs=keyword_arguments(args.kwargs or ""),
        folder=Path.cwd(),
        import_from=Path.cwd(),  # as `python -m` has it
        seconds=args.time_limit,
        libraries=tuple(args.trust_library),
    )
    is_asked = run.model is not None or run.may_run
    if not is_asked and (checkpoint.format == "torchscript" or not can_run(checkpoint, contents)):
        return _told(document, given, run, progress)
    try:
        report = count_by_running(checkpoint, contents, given, run, progress)
    except Unsupported as refused:
        if is_asked:
            raise
        return _by_data(document, given, refused, progress)
    return count(checkpoint, contents, given, progress) if report is None else report


def _told(document: Document, given: Given, run: Run, progress: Progress) -> FlopsReport:
    """What names and shapes tell; of a program, with the words that nobody has let it run."""
    checkpoint, contents = document.checkpoint, document.contents
    try:
        count_by_running(checkpoint, contents, given, run, progress)
    except NeedsConsent as refused:
        return _by_data(document, given, refused, progress)
    return count(checkpoint, contents, given, progress)


def _by_data(
    document: Document, given: Given, refused: InspectorError, progress: Progress
) -> FlopsReport:
    """What the file's data tell, with the reason why nothing was run before it.

    Raises:
        InspectorError: `refused`, where they tell nothing.
    """
    try:
        report = count(document.checkpoint, document.contents, given, progress)
    except Unsupported:
        raise refused from None
    said = tuple(text for text in (refused.message, refused.hint) if text)
    return replace(report, notes=(*said, *report.notes))
