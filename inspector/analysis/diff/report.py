"""A diff as a document for other people: CSV, Markdown, JSON, HTML."""

from __future__ import annotations

import json
from typing import Literal, get_args

from inspector.analysis.diff.facts import diff_facts
from inspector.analysis.diff.html import html_report
from inspector.analysis.diff.rollup import Outcome
from inspector.analysis.diff.rows import counts_text, rows
from inspector.analysis.diff.wording import LOOKS, change_text, rule_text
from inspector.analysis.tables import Cell, table_text
from inspector.checkpoint.tree import Path
from inspector.describe import visible

ReportKind = Literal["html", "markdown", "csv", "json"]
REPORT_KINDS: tuple[ReportKind, ...] = get_args(ReportKind)

_NUMBERS = ("numel", "different", "max_abs", "mean_abs", "rel_l2", "cosine", "nan_a", "nan_b")
COLUMNS = (
    *("status", "a", "b", "reasons", "aligned_by", "confidence"),
    *("dtype_a", "dtype_b", "shape_a", "shape_b", *_NUMBERS),
)


def report(outcome: Outcome, kind: ReportKind) -> str:
    """The whole diff as a text of `kind`, to be written as UTF-8."""
    if kind == "html":
        return html_report(outcome)
    if kind == "json":
        return json.dumps(diff_facts(outcome), indent=1, allow_nan=False) + "\n"
    return csv_report(outcome) if kind == "csv" else markdown_report(outcome)


def csv_report(outcome: Outcome) -> str:
    """A line for each pair of tensors."""
    lines: list[list[Cell]] = []
    for pair, said in zip(outcome.structure.pairs, outcome.verdicts, strict=True):
        values = outcome.values.get(pair.index)
        sides = [None if item is None else item.tensor for item in (pair.a, pair.b)]
        shapes = [None if t is None or t.shape is None else list(t.shape) for t in sides]
        lines.append(
            [
                said.status,
                None if pair.a is None else pair.a.name,
                None if pair.b is None else pair.b.name,
                "; ".join(said.reasons),
                pair.how,
                pair.confidence,
                *(None if tensor is None else tensor.dtype.name for tensor in sides),
                *shapes,
                *(getattr(values, name, None) for name in _NUMBERS),
            ]
        )
    return table_text(COLUMNS, lines, "csv")


def markdown_report(outcome: Outcome) -> str:
    """What differs as tables; what does not, rolled up."""
    structure = outcome.structure
    a, b = visible(structure.a.name, 300), visible(structure.b.name, 300)
    parts = [f"# {_escaped(a)} ↔ {_escaped(b)}\n", f"{counts_text(outcome)}\n"]
    parts += [f"- {_escaped(rule_text(rule))}\n" for rule in structure.rules]
    table: list[list[Cell]] = [
        [row.name, f"{LOOKS[row.status].glyph} {LOOKS[row.status].word}", row.text]
        for row in rows(outcome)
    ]
    parts.append("\n" + table_text(("tensor", "status", "what"), table, "markdown"))
    if structure.values:
        others: list[list[Cell]] = [
            [path_text(change.path), change_text(change)] for change in structure.values
        ]
        parts.append("\n" + table_text(("value", "what"), others, "markdown"))
    return "\n".join(parts[:2]) + "\n" + "".join(parts[2:])


def path_text(path: Path) -> str:
    """ "optimizer.param_groups.0.lr"."""
    return visible(".".join(map(str, path)), 400)


def _escaped(text: str) -> str:
    """Text of a file in which no sign is taken for Markdown or HTML."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|~&" else sign for sign in text)
