"""`inspector stats FILE`: minimum, maximum, mean, std, norm, zeros, NaN and Inf of each tensor."""

from __future__ import annotations

import argparse
import json
import math
import shutil
import sys
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from inspector.analysis.tensor_stats import TensorStats, tensor_stats
from inspector.checkpoint.state_dict import TensorEntry
from inspector.cli.facts import json_path
from inspector.describe import visible
from inspector.document import Document, open_document
from inspector.errors import InspectorError

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
    parser.add_argument("--json", action="store_true", help="machine-readable, stable names")


def run(args: argparse.Namespace) -> int:
    """Print the statistics of the chosen tensors.

    Raises:
        InspectorError: No tensor has the key.
    """
    document = open_document(args.file)
    try:
        chosen = _chosen(document, args.key)
        if args.json:
            found = {"path": str(document.path), "tensors": [_facts(entry) for entry in chosen]}
            json.dump(found, sys.stdout, allow_nan=False)
            sys.stdout.write("\n")
        else:
            _print(chosen)
    finally:
        document.close()
    return 0


def _name(entry: TensorEntry) -> str:
    return ".".join(str(part) for part in entry.path)


def _chosen(document: Document, keys: list[str] | None) -> list[TensorEntry]:
    entries = document.contents.tensors + document.contents.arrays
    entries = [entry for entry in entries if not entry.tensor.parts]
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
            f"No tensor is called {' or '.join(visible(key, 200) for key in keys)}.",
            hint="`inspector show --flat` lists the keys.",
        )
    return chosen


def _number(value: float | None) -> float | str | None:
    return repr(value) if value is not None and not math.isfinite(value) else value


def _facts(entry: TensorEntry) -> dict[str, Any]:
    tensor = entry.tensor
    facts: dict[str, Any] = {
        "path": json_path(entry.path),
        "key": entry.key,
        "dtype": tensor.dtype.name,
        "shape": list(tensor.shape or ()),
        "numel": tensor.numel,
    }
    try:
        found = tensor_stats(tensor)
    except InspectorError as error:
        return {**facts, "problem": error.message}
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
        "of": found.of,
    }


def _print(chosen: list[TensorEntry]) -> None:
    width = shutil.get_terminal_size((100, 24)).columns
    names = [visible(_name(entry), 400) for entry in chosen]
    room = min(max((len(name) for name in names), default=4), max(width - 77, 20))
    print(f"{'key':<{room}} " + " ".join(f"{column:>10}" for column in _COLUMNS))
    for name, entry in zip(names, chosen, strict=True):
        shown = name if len(name) <= room else "…" + name[-room + 1 :]
        try:
            print(f"{shown:<{room}} {_line(tensor_stats(entry.tensor))}")
        except InspectorError as error:
            print(f"{shown:<{room}} {error.message}")


def _line(found: TensorStats) -> str:
    floats = (found.minimum, found.maximum, found.mean, found.std)
    cells = ["–" if value is None else f"{value:.4g}" for value in floats]
    cells += [f"{value:,}" for value in (found.zeros, found.nan, found.inf)]
    return " ".join(f"{cell:>10}" for cell in cells)
