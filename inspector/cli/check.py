"""`inspector check FILE --against OTHER`: would it load, and if not, which edits would help?"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from inspector.analysis.compatibility import LoadReport
from inspector.analysis.diff.parts import WHOLE, Part, find_part
from inspector.analysis.plain_values import json_path
from inspector.checkpoint.state_dict import StateDict
from inspector.cli.writing import write_text
from inspector.describe import plural, visible
from inspector.document import Document, open_document
from inspector.edits.recipe import to_text
from inspector.errors import UnreadableFile, say
from inspector.repair import Loading, loading, model_from_error, model_in, weights_of

_LONGEST_ERROR = 32 << 20  # bytes of a pasted text


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.description = (
        "Say what load_state_dict(strict=True) of FILE's weights would say, in torch's words, and "
        "which edits would make them load. Exit status 0: it would load, 1: it would not."
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--against", type=Path, metavar="OTHER", help="a checkpoint of the model it is loaded into"
    )
    source.add_argument(
        "--error",
        metavar="TEXT",
        help="a file with the text of torch's error; - for standard input",
    )
    parser.add_argument(
        "--path",
        metavar="PATH",
        help="the state_dict of FILE, or a module of one ('model.encoder'); default: its weights",
    )
    parser.add_argument("--against-path", metavar="PATH", help="the same of OTHER")
    parser.add_argument("--json", action="store_true", help="machine-readable, stable names")
    parser.add_argument(
        "--recipe", type=Path, metavar="OUT", help="write the edits for `inspector save --recipe`"
    )
    parser.add_argument("--force", action="store_true", help="replace OUT")


def run(args: argparse.Namespace) -> int:
    """Print torch's words; 0 if it would load, 1 if not."""
    with ExitStack() as stack:
        document = _opened(args.file, stack)
        part = _part(document, args.path)
        chosen = weights_of(document.contents, part)
        if args.error is not None:
            model = model_from_error(_text(args.error), chosen)
        else:
            file, args.file = args.file, args.against  # whose error it is
            other = _opened(args.against, stack)
            beside = _part(other, args.against_path)
            held = weights_of(other.contents, beside)
            model = model_in(other.checkpoint, held, beside.prefix)
            args.file = file
        found = loading(document.checkpoint, chosen, model, part.prefix)
        if args.recipe is not None and found.edits:
            write_text(args.recipe, to_text(found.edits), args.force)
        if args.json:
            _dump(args, chosen, found)
        else:
            _print(args, found)
    return 0 if found.report.loads else 1


def _opened(path: Path, stack: ExitStack) -> Document:
    document = open_document(path)
    stack.callback(document.close)
    return document


def _part(document: Document, text: str | None) -> Part:
    return find_part(document.checkpoint, text) if text else WHOLE


def _text(name: str) -> str:
    try:
        if name == "-":
            return sys.stdin.read(_LONGEST_ERROR)
        with Path(name).open(encoding="utf-8", errors="replace") as file:
            return file.read(_LONGEST_ERROR)
    except OSError as error:
        raise UnreadableFile(
            say("{name} cannot be read: {why}.", name=visible(name, 300), why=error.strerror),
            hint=say("Check the path."),
        ) from error


# -- saying it --------------------------------------------------------------------------------


def _dump(args: argparse.Namespace, chosen: StateDict, found: Loading) -> None:
    report, left = found.report, found.left
    facts = {
        "path": str(args.file.absolute()),
        "state_dict": json_path(chosen.path),
        "against": None if args.against is None else str(args.against.absolute()),
        "loads": report.loads,
        "message": report.message,
        **_facts(report),
        "recipe": {"edits": [edit.to_json() for edit in found.edits]},
        "after": {"loads": left.loads, "message": left.message, **_facts(left)},
    }
    json.dump(facts, sys.stdout)
    sys.stdout.write("\n")


def _facts(report: LoadReport) -> dict[str, Any]:
    return {
        "missing": list(report.missing),
        "unexpected": list(report.unexpected),
        "mismatched": [
            {"key": one.key, "file": list(one.file), "model": list(one.model)}
            for one in report.mismatched
        ],
    }


def _print(args: argparse.Namespace, found: Loading) -> None:
    report, left = found.report, found.left
    name = visible(str(args.file), 1000)
    if report.message is None:
        print(f"{name} loads: every key is there, and every shape fits.")
        return
    for line in report.message.split("\n"):
        indent = "\t" if line.startswith("\t") else ""
        print(indent + visible(line.removeprefix("\t"), 1 << 20))
    if not found.edits:
        print("\nNo edit of keys would help.")
        return
    print("\nThese edits would make it load:" if left.loads else "\nThese edits would help:")
    for edit in found.edits:
        print(f"  {visible(edit.title, 400)}")
    if not left.loads:
        print(f"What would be left: {_left(left)}.")
    if args.recipe is None:
        print("`--recipe OUT.json` writes them for `inspector save --recipe OUT.json`.")
    else:
        print(f"inspector save {name} OUT --recipe {visible(str(args.recipe), 1000)}")


def _left(report: LoadReport) -> str:
    said = []
    if report.missing:
        said.append(plural(len(report.missing), "missing key"))
    if report.unexpected:
        said.append(plural(len(report.unexpected), "unexpected key"))
    if report.mismatched:
        said.append(
            say("{tensors} of another shape", tensors=plural(len(report.mismatched), "tensor"))
        )
    return ", ".join(said)
