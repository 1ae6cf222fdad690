"""`inspector stats FILE`: minimum, maximum, mean, std, norm, zeros, NaN and Inf of each tensor."""

from __future__ import annotations

import argparse
import json
import math
import shutil
import sys
from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from inspector.analysis.health import HealthRecord, checkable, file_health, summary, worst_first
from inspector.analysis.plain_values import json_path
from inspector.analysis.tensor_stats import TensorStats, stats_of
from inspector.checkpoint.state_dict import TensorEntry
from inspector.cli.progress_line import ProgressLine
from inspector.describe import visible
from inspector.document import Document, open_document
from inspector.errors import InspectorError, say

_COLUMNS = ("min", "max", "mean", "std", "zeros", "nan", "inf")


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--key",
        action="append",
        metavar="KEY",
        help="only tensors of this key (or glob); may be given more than once",
    )
    parser.add_argument(
        "--health",
        action="store_true",
        help="report what is unusual: NaN, Inf, dead rows, constants, huge values",
    )
    parser.add_argument("--json", action="store_true", help="machine-readable, stable names")


def run(args: argparse.Namespace) -> int:
    """Print the statistics of the chosen tensors.

    Raises:
        InspectorError: No tensor has the key.
    """
    document = open_document(args.file)
    try:
        chosen = _chosen(document, args.key)
        with ProgressLine() as progress:
            if args.health:
                records = file_health(chosen, progress)
            else:
                found = dict(stats_of([entry.tensor for entry in chosen], progress))
        if args.health:
            _report(document, records, args.json)
        elif args.json:
            facts = [_facts(entry, found[at]) for at, entry in enumerate(chosen)]
            _dump({"path": str(document.path), "tensors": facts})
        else:
            _print(chosen, [found[at] for at in range(len(chosen))])
    finally:
        document.close()
    return 0


def _name(entry: TensorEntry) -> str:
    return ".".join(str(part) for part in entry.path)


def _chosen(document: Document, keys: list[str] | None) -> list[TensorEntry]:
    entries = checkable(document.contents)
    if not keys:
        return entries
    chosen = [
        entry
        for entry in entries
        if any(
            key in (entry.key, _name(entry))
            or fnmatchcase(entry.key or "", key)
            or fnmatchcase(_name(entry), key)
            for key in keys
        )
    ]
    if not chosen:
        raise InspectorError(
            say("No tensor is called {keys}.", keys=" or ".join(visible(key, 200) for key in keys)),
            hint=say("`inspector show --flat` lists the keys."),
        )
    return chosen


def _dump(found: dict[str, Any]) -> None:
    json.dump(found, sys.stdout, allow_nan=False)
    sys.stdout.write("\n")


def _number(value: float | None) -> float | str | None:
    return repr(value) if value is not None and not math.isfinite(value) else value


def _facts(entry: TensorEntry, found: TensorStats | InspectorError | None) -> dict[str, Any]:
    tensor = entry.tensor
    facts: dict[str, Any] = {
        "path": json_path(entry.path),
        "key": entry.key,
        "dtype": tensor.dtype.name,
        "shape": list(tensor.shape or ()),
        "numel": tensor.numel,
    }
    if found is None:
        return facts
    if isinstance(found, InspectorError):
        return {**facts, "problem": found.message}
    return facts | {
        "finite": found.finite,
        "min": _number(found.minimum),
        "max": _number(found.maximum),
        "mean": _number(found.mean),
        "std": _number(found.std),
        "norm": _number(found.norm),
        "zeros": found.zeros,
        "nan": found.nan,
        "inf": found.inf,
        "pos_inf": found.pos_inf,
        "neg_inf": found.neg_inf,
        "distinct": ">65,536" if found.has_many_distinct else found.distinct,
        "of": found.of,
    }


def _report(document: Document, records: list[HealthRecord], as_json: bool) -> None:
    """What is unusual, worst first."""
    if as_json:
        tensors = [
            _facts(record.entry, record.stats)
            | {
                "severity": record.severity,
                "marks": [
                    {"severity": mark.severity, "word": mark.word, "what": mark.what}
                    for mark in record.marks
                ],
                "subnormal": record.stats.subnormal if record.stats else None,
                "dead_rows": record.stats.dead_rows if record.stats else None,
            }
            for record in records
        ]
        _dump({"path": str(document.path), "summary": summary(records), "tensors": tensors})
        return
    print(summary(records))
    marked = [record for record in worst_first(records) if record.marks]
    for record in marked:
        print(f"{record.severity:<8} {visible(_name(record.entry), 400)}: {record.text}")


def _print(chosen: list[TensorEntry], found: Sequence[TensorStats | InspectorError]) -> None:
    width = shutil.get_terminal_size((100, 24)).columns
    names = [visible(_name(entry), 400) for entry in chosen]
    room = min(max((len(name) for name in names), default=4), max(width - 77, 20))
    print(f"{'key':<{room}} " + " ".join(f"{column:>10}" for column in _COLUMNS))
    for name, stats in zip(names, found, strict=True):
        shown = name if len(name) <= room else "…" + name[-room + 1 :]
        said = stats.message if isinstance(stats, InspectorError) else _line(stats)
        print(f"{shown:<{room}} {said}")


def _line(found: TensorStats) -> str:
    floats = (found.minimum, found.maximum, found.mean, found.std)
    cells = ["–" if value is None else f"{value:.4g}" for value in floats]
    cells += [f"{value:,}" for value in (found.zeros, found.nan, found.inf)]
    return " ".join(f"{cell:>10}" for cell in cells)
