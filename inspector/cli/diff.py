"""`inspector diff A B`: what two checkpoints have in common and what not."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import get_args

from inspector.analysis.diff.elementwise import Tolerance
from inspector.analysis.diff.facts import diff_facts
from inspector.analysis.diff.model import Alignment, Side
from inspector.analysis.diff.parts import WHOLE, find_part
from inspector.analysis.diff.report import ReportKind, path_text, report
from inspector.analysis.diff.rollup import Outcome
from inspector.analysis.diff.rows import counts_text, rows
from inspector.analysis.diff.sides import side_of
from inspector.analysis.diff.structure import structure_diff
from inspector.analysis.diff.values import compare_values
from inspector.analysis.diff.wording import LOOKS, change_text, rule_text
from inspector.cli.progress_line import ProgressLine
from inspector.cli.writing import write_text
from inspector.describe import plural, size, visible
from inspector.document import Document, open_document
from inspector.errors import InspectorError, say
from inspector.formats.registry import paused_collector
from inspector.progress import Progress

_KINDS: dict[str, ReportKind] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".csv": "csv",
    ".json": "json",
}
_LISTED = 20  # alignments and values in the text


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.description = (
        "Compare two checkpoints of any formats. A is the reference: what only A has is missing, "
        "what only B has is unexpected. Exit status 0: no difference, 1: differences. rel_l2 is "
        "|b - a| / |a|."
    )
    parser.add_argument("a", type=Path, metavar="A")
    parser.add_argument(
        "b", type=Path, metavar="B", help="may be the same file, to compare two of its parts"
    )
    parser.add_argument("--json", action="store_true", help="machine-readable, stable names")
    parser.add_argument("--rtol", type=_tolerance, metavar="R", help="relative tolerance")
    parser.add_argument(
        "--atol",
        type=_tolerance,
        metavar="A",
        help="absolute tolerance; with either, values are the same where |a - b| <= A + R * |b|, "
        "as in torch.allclose(a, b); without, where their bits are",
    )
    parser.add_argument(
        "--no-align",
        action="store_true",
        help="equal names only: find no prefixes and no renamed tensors",
    )
    parser.add_argument(
        "--a-path",
        metavar="PATH",
        help="compare only this entry of A ('model', 'ema.shadow'), or this module of a "
        "state_dict, whose keys then begin behind it ('model.encoder')",
    )
    parser.add_argument("--b-path", metavar="PATH", help="the same of B")
    parser.add_argument(
        "--report",
        type=Path,
        metavar="OUT",
        help="also write a report; .html, .md, .csv or .json says of which kind",
    )
    parser.add_argument("--force", action="store_true", help="replace OUT")


def _tolerance(text: str) -> float:
    value = float(text)
    if not 0 <= value < float("inf"):
        raise ValueError(text)
    return value


def run(args: argparse.Namespace) -> int:
    """Print the differences; 0 if there are none, 1 otherwise."""
    kind = _report_kind(args.report)
    with ExitStack() as stack:
        a, b = (_opened(path, args, stack) for path in (args.a, args.b))
        sides = []
        for document, part in ((a, args.a_path), (b, args.b_path)):
            args.file = document.path
            sides.append(_side(document, part))
        args.file = None
        with ProgressLine() as progress, paused_collector():
            outcome = _compared(sides[0], sides[1], args, progress)
        if args.report is not None and kind is not None:
            write_text(args.report, report(outcome, kind), args.force)
        if args.json:
            json.dump(diff_facts(outcome), sys.stdout, allow_nan=False)
            sys.stdout.write("\n")
        else:
            _print(outcome)
    return 0 if outcome.is_identical else 1


def _opened(path: Path, args: argparse.Namespace, stack: ExitStack) -> Document:
    args.file = path  # whose error it is
    document = open_document(path)
    stack.callback(document.close)
    return document


def _side(document: Document, part: str | None) -> Side:
    found = find_part(document.checkpoint, part) if part else WHOLE
    return side_of(document.checkpoint, document.contents, found)


def _compared(a: Side, b: Side, args: argparse.Namespace, progress: Progress) -> Outcome:
    tolerance = None
    if args.rtol is not None or args.atol is not None:
        tolerance = Tolerance(args.rtol or 0.0, args.atol or 0.0)
    structure = structure_diff(a, b, Alignment(by_name_only=args.no_align), progress)
    outcome = Outcome(structure)
    with closing(compare_values(structure, progress, tolerance)) as results:
        for values in results:
            outcome.take(values)
    return outcome


def _report_kind(path: Path | None) -> ReportKind | None:
    if path is None:
        return None
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        known = ", ".join(kind for kind in get_args(ReportKind))
        raise InspectorError(
            say(
                "'{name}' does not say which kind of report it is to be ({known}).",
                name=visible(path.name, 200),
                known=known,
            ),
            hint=say("End its name with .html, .md, .csv or .json."),
        )
    return kind


def _print(outcome: Outcome) -> None:
    structure = outcome.structure
    for letter, side in (("A", structure.a), ("B", structure.b)):
        checkpoint = side.checkpoint
        name = visible(str(checkpoint.path.parent / side.name), 1000)
        print(f"{letter}  {name} — {checkpoint.format}, {size(checkpoint.size)}")
    for rule in structure.rules[:_LISTED]:
        print(f"   {rule_text(rule)}")
    if len(structure.rules) > _LISTED:
        print(f"   … {plural(len(structure.rules) - _LISTED, 'further alignment')} (--json)")
    values = structure.values
    other = f", {plural(len(values), 'other value')} changed" if values else ""
    print(f"{counts_text(outcome)}{other}\n")
    shown = [*rows(outcome)]
    width = min(max((len(row.name) for row in shown), default=0), 60)
    for row in shown:
        if row.status != "same" or row.total > 1:
            look = LOOKS[row.status]
            print(f"{look.glyph} {row.name:<{width}}  {look.word:<10}  {row.text}".rstrip())
    for change in values[:_LISTED]:
        glyph = LOOKS[change.status].glyph
        print(f"{glyph} {path_text(change.path):<{width}}  {change_text(change)}")
    if len(values) > _LISTED:
        print(f"  … {plural(len(values) - _LISTED, 'further value')} (--json)")
