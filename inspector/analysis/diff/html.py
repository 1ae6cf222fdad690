"""A diff as one HTML file: no script, nothing fetched, light or dark as its reader's system is."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from inspector.analysis.diff.model import STATUSES
from inspector.analysis.diff.rollup import Outcome
from inspector.analysis.diff.rows import Row, counts_text, rows
from inspector.analysis.diff.wording import (
    LOOKS,
    Look,
    change_text,
    number,
    rule_text,
    tensor_text,
)
from inspector.describe import size, visible

_STYLE = """
:root { color-scheme: light dark; --ground: #ffffff; --text: #1f2937; --faint: #4b5563;
  --line: #e5e7eb; LIGHT }
@media (prefers-color-scheme: dark) { :root { --ground: #16181d; --text: #e5e7eb; --faint: #9ca3af;
  --line: #2f333b; DARK } }
body { font: 14px/1.5 system-ui, sans-serif; margin: 24px auto; max-width: 1200px; padding: 0 16px;
  background: var(--ground); color: var(--text); }
h1 { font-size: 20px; margin: 0 0 8px; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 24px 0 8px; }
p, li { color: var(--faint); } code, td { font-family: ui-monospace, monospace; font-size: 13px; }
table { border-collapse: collapse; width: 100%; } td.n { text-align: right; white-space: nowrap; }
td.n, th.n { font-variant-numeric: tabular-nums; text-align: right; }
th, td { text-align: left; padding: 4px 12px 4px 0; vertical-align: top; }
td { border-top: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--faint); font-weight: 500; }
td.s { white-space: nowrap; font-weight: 600; } label { margin-right: 16px; white-space: nowrap; }
input { margin: 0 4px 0 0; }
"""
_COLUMNS = ("tensor", "status", "A", "B", "max |Δ|", "rel L2", "cosine", "what")


def html_report(outcome: Outcome) -> str:
    """The whole document. Every text of a file is escaped."""
    return "\n".join(_parts(outcome)) + "\n"


def _parts(outcome: Outcome) -> Iterator[str]:
    structure = outcome.structure
    title = f"{_text(structure.a.name)} ↔ {_text(structure.b.name)}"
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{title}</title>\n<style>{_style()}</style></head>\n<body>"
    yield f"<h1>{title}</h1>"
    for letter, side in (("A", structure.a), ("B", structure.b)):
        checkpoint = side.checkpoint
        facts = f"{checkpoint.format}, {size(checkpoint.size)}"
        yield f"<p>{letter}: <code>{_text(side.name)}</code> {escape(facts)}</p>"
    yield f"<p>{escape(counts_text(outcome))}</p>"
    if structure.rules:
        items = "".join(f"<li>{_text(rule_text(rule))}</li>" for rule in structure.rules)
        yield f"<h2>Aligned names</h2><ul>{items}</ul>"
    yield "<h2>Tensors</h2>"
    yield from _filters(outcome)
    yield f"<table><thead><tr>{_heads()}</tr></thead><tbody>"
    for row in rows(outcome):
        yield _line(row)
    yield "</tbody></table>"
    if structure.values:
        yield "<h2>Other values</h2><table><tbody>"
        for change in structure.values:
            path = ".".join(map(str, change.path))
            yield _cells(LOOKS[change.status], change.status, path, change_text(change))
        yield "</tbody></table>"
    yield "</body></html>"


def _style() -> str:
    light = " ".join(f"--{status}: {look.light};" for status, look in LOOKS.items())
    dark = " ".join(f"--{status}: {look.dark};" for status, look in LOOKS.items())
    rules = [f"td.s.{status} {{ color: var(--{status}); }}" for status in STATUSES]
    rules += [
        f"body:has(#show-{status}:not(:checked)) tr.{status} {{ display: none; }}"
        for status in STATUSES
    ]
    return _STYLE.replace("LIGHT", light).replace("DARK", dark) + "\n".join(rules)


def _filters(outcome: Outcome) -> Iterator[str]:
    """A box for each status that occurs; without it the rows of that status are hidden."""
    yield "<p>"
    for status, count in outcome.counts.items():
        if count:
            look = LOOKS[status]
            box = f'<input type="checkbox" id="show-{status}" checked>'
            yield f"<label>{box}{look.glyph} {count:,} {look.word}</label>"
    yield "</p>"


def _heads() -> str:
    numbers = _COLUMNS[4:7]
    return "".join(
        f'<th class="n">{name}</th>' if name in numbers else f"<th>{name}</th>" for name in _COLUMNS
    )


def _line(row: Row) -> str:
    look, pair, values = LOOKS[row.status], row.pair, row.values
    sides = ["", ""] if pair is None else [tensor_text(pair.a), tensor_text(pair.b)]
    figures = [getattr(values, name, None) for name in ("max_abs", "rel_l2", "cosine")]
    shown = ["", "", ""] if values is None else [number(figure) for figure in figures]
    cells = [f"<td>{_text(row.name)}</td>"]
    cells.append(f'<td class="s {row.status}">{look.glyph} {look.word}</td>')
    cells += [f"<td>{_text(text)}</td>" for text in sides]
    cells += [f'<td class="n">{text}</td>' for text in shown]
    cells.append(f"<td>{_text(row.text)}</td>")
    return f'<tr class="{row.status}">{"".join(cells)}</tr>'


def _cells(look: Look, status: str, path: str, text: str) -> str:
    mark = f'<td class="s {status}">{look.glyph} {look.word}</td>'
    return f"<tr><td>{_text(path)}</td>{mark}<td>{_text(text)}</td></tr>"


def _text(text: str) -> str:
    return escape(visible(text, 2000))
