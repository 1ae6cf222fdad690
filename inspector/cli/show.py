"""`inspector show FILE`: what is in a checkpoint, as a tree or as JSON."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

from inspector.cli.main import fail
from inspector.document import open_document
from inspector.errors import InspectorError


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="machine-readable, stable names")
    parser.add_argument(
        "--hash", action="store_true", help="add the SHA-256 of each tensor's bytes"
    )
    parser.add_argument("--flat", action="store_true", help="full keys, one tensor a line")
    parser.add_argument(
        "--layers",
        action="store_true",
        help="the layers of pickled modules, TorchScript and ONNX, in place of the tensors",
    )


def run(args: argparse.Namespace) -> int:
    """Print the file."""
    if not args.json:
        return print_tree(args.file, args.flat, args.hash, args.layers)
    from inspector.cli.facts import document_facts
    from inspector.cli.layers import layers_facts

    document = open_document(args.file)
    try:
        facts = document_facts(document, with_hash=args.hash)
        if args.layers:
            facts["layers"] = layers_facts(document)
    finally:
        document.close()
    json.dump(facts, sys.stdout, allow_nan=False, ensure_ascii=True, separators=(", ", ": "))
    sys.stdout.write("\n")
    return 0


def print_tree(
    path: Path, flat: bool = False, with_hash: bool = False, with_layers: bool = False
) -> int:
    """Print `path` for a person; the exit status. Errors are printed too."""
    from inspector.cli.layers import layers_lines
    from inspector.cli.outline import outline

    try:
        document = open_document(path)
    except InspectorError as error:
        return fail(path, error)
    try:
        width = shutil.get_terminal_size((100, 24)).columns
        lines = outline(document, width, flat, with_hash)
        for line in layers_lines(document, width) if with_layers else lines:
            print(
                line.encode(sys.stdout.encoding or "utf-8", "replace").decode(
                    sys.stdout.encoding or "utf-8"
                )
            )
    finally:
        document.close()
    return 0
