"""Diffs of real files, for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from inspector.analysis.diff.elementwise import Tolerance
from inspector.analysis.diff.model import ALL_STEPS, Alignment, Pair, PairValues
from inspector.analysis.diff.parts import find_part
from inspector.analysis.diff.rollup import Outcome
from inspector.analysis.diff.sides import side_of
from inspector.analysis.diff.structure import structure_diff
from inspector.analysis.diff.values import compare_values
from inspector.document import open_document


@contextmanager
def compared(
    a: Path,
    b: Path,
    alignment: Alignment = ALL_STEPS,
    tolerance: Tolerance | None = None,
    parts: tuple[str, str] = ("", ""),
) -> Iterator[Outcome]:
    """The complete outcome; the files are open inside."""
    documents = [open_document(path) for path in (a, b)]
    try:
        sides = [
            side_of(document.checkpoint, document.contents, find_part(document.checkpoint, part))
            for document, part in zip(documents, parts, strict=True)
        ]
        outcome = Outcome(structure_diff(sides[0], sides[1], alignment))
        for values in compare_values(outcome.structure, tolerance=tolerance):
            outcome.take(values)
        watched = compare_values(outcome.structure, tolerance=tolerance, is_watched=True)
        in_order = {each.index: _comparable(each) for each in watched}
        assert in_order == {at: _comparable(each) for at, each in outcome.values.items()}
        assert outcome.is_complete
        yield outcome
    finally:
        for document in documents:
            document.close()


def _comparable(values: PairValues) -> Any:
    """Errors are equal where they say the same."""
    return values if values.error is None else (values.index, values.error.message)


def saved(folder: Path, a: Any, b: Any) -> tuple[Path, Path]:
    """Both as torch.save writes them."""
    torch.save(a, folder / "a.pt")
    torch.save(b, folder / "b.pt")
    return folder / "a.pt", folder / "b.pt"


def one_pair(outcome: Outcome, name: str) -> tuple[Pair, PairValues]:
    """The pair whose A is called `name`, and its values."""
    pair = next(p for p in outcome.structure.pairs if p.a is not None and p.a.name == name)
    return pair, outcome.values[pair.index]


Said = dict[str, Any]


def said(outcome: Outcome) -> Said:
    """What a table of expectations speaks of: every pair that is not plainly the same.

    "a" or "a > b" -> "status: reasons"; "rules" -> what was aligned; "values" -> path -> (a, b).
    """
    found: Said = {}
    for pair, verdict in zip(outcome.structure.pairs, outcome.verdicts, strict=True):
        names = [item.name if item is not None else None for item in (pair.a, pair.b)]
        name = names[0] if names[0] == names[1] else f"{names[0]} > {names[1]}"
        if verdict.status != "same":
            found[str(name)] = " ".join([f"{verdict.status}:", *verdict.reasons]).rstrip(": ")
    found |= {
        ".".join(map(str, change.path)): (change.a, change.b) for change in outcome.structure.values
    }
    rules = [(rule.kind, rule.a, rule.b) for rule in outcome.structure.rules]
    if rules:
        found["rules"] = rules
    return found
