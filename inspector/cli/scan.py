"""`inspector scan FILE`: could loading this file execute something?"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from inspector.cli.facts import finding_facts
from inspector.cli.main import ERROR, fail
from inspector.describe import plural, visible
from inspector.document import Document, open_document
from inspector.errors import Finding, InspectorError, finding_of

_STATUS = {"clean": 0, "unknown": 1, "dangerous": 1, "unreadable": ERROR}
_SENTENCES = {
    "clean": "nothing in it can act; every name is known to be inert",
    "unknown": "it names things that are not in the table of inert names, or is unusual",
    "dangerous": "loading it can execute code. Do not load it with torch.load or pickle",
    "unreadable": "it could not be followed to its end, so nothing can be vouched for",
}


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="machine-readable, stable names")


def run(args: argparse.Namespace) -> int:
    """Print the verdict; 0 clean, 1 unknown or dangerous, 2 unreadable."""
    try:
        document = open_document(args.file)
    except InspectorError as error:
        if args.json:
            _dump(_facts(args.file.absolute(), "unreadable", None, [finding_of(error)]))
        return fail(args.file, error)
    try:
        if args.json:
            _dump(_facts(document.path, document.verdict, document, document.findings))
        else:
            _print(document)
        return _STATUS[document.verdict]
    finally:
        document.close()


def _facts(
    path: Path, verdict: str, document: Document | None, findings: list[Finding]
) -> dict[str, Any]:
    used = document.checkpoint.globals if document is not None else []
    return {
        "path": str(path),
        "verdict": verdict,
        "globals": [
            {"name": u.name, "verdict": u.verdict, "where": list(u.where), "count": u.count}
            for u in used
        ],
        "findings": [finding_facts(finding) for finding in findings],
    }


def _dump(facts: dict[str, Any]) -> None:
    json.dump(facts, sys.stdout, allow_nan=False)
    sys.stdout.write("\n")


def _print(document: Document) -> None:
    verdict = document.verdict
    print(f"{visible(document.path.name)}: {verdict} — {_SENTENCES[verdict]}.")
    for used in document.checkpoint.globals:
        if used.verdict != "safe":
            where = ", ".join(visible(place, 60) for place in used.where[:3])
            print(f"  {used.verdict:<9}  {visible(used.name, 200)}  ({where}, {used.count}×)")
    safe = sum(used.verdict == "safe" for used in document.checkpoint.globals)
    if safe:
        print(f"  safe       {plural(safe, 'further name')}")
    for finding in document.findings:
        where = f"{visible(finding.where, 120)}: " if finding.where else ""
        print(f"  {finding.severity}: {where}{visible(finding.what, 600)}")
