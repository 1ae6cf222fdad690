"""`inspector check FILE --against OTHER`: would it load, and if not, which edits would help?"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector.analysis.compatibility import (
    LoadReport,
    Shapes,
    model_of,
    parse_error,
    renames,
    shapes_of,
    would_load,
)
from inspector.analysis.diff.sides import find_part
from inspector.analysis.plain_values import json_path
from inspector.checkpoint.contents import Contents, survey
from inspector.checkpoint.state_dict import StateDict
from inspector.checkpoint.tree import is_module
from inspector.cli.writing import write_text
from inspector.describe import plural, visible
from inspector.document import Document, open_document
from inspector.edits.edit import Edit, EditConflict, apply
from inspector.edits.keys import DropPaths, node_at
from inspector.edits.recipe import to_text
from inspector.edits.renaming import renaming_edits
from inspector.errors import InspectorError, UnreadableFile
from inspector.inert import Object

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
        "--path", metavar="PATH", help="the state_dict of FILE; default: its weights"
    )
    parser.add_argument("--against-path", metavar="PATH", help="the state_dict of OTHER")
    parser.add_argument("--json", action="store_true", help="machine-readable, stable names")
    parser.add_argument(
        "--recipe", type=Path, metavar="OUT", help="write the edits for `inspector save --recipe`"
    )
    parser.add_argument("--force", action="store_true", help="replace OUT")


@dataclass
class _Model:
    """What FILE is loaded into.

    Attributes:
        state_dict: None where only names are known.
    """

    name: str
    shapes: Shapes
    state_dict: StateDict | None = None


def run(args: argparse.Namespace) -> int:
    """Print torch's words; 0 if it would load, 1 if not."""
    with ExitStack() as stack:
        document = _opened(args.file, stack)
        chosen = _chosen(document.contents, _path(document, args.path))
        if args.error is not None:
            report = parse_error(_text(args.error))
            model = _Model(report.module, model_of(report, shapes_of(chosen)))
        else:
            file, args.file = args.file, args.against  # whose error it is
            other = _opened(args.against, stack)
            held = _chosen(other.contents, _path(other, args.against_path))
            args.file = file
            model = _Model(_class_name(other, held), shapes_of(held), held)
        report = _report(chosen, model)
        edits = [] if report.loads else _edits(document, chosen, model, report)
        left = _after(document, chosen, model, edits) if edits else report
        if args.recipe is not None and edits:
            write_text(args.recipe, to_text(edits), args.force)
        if args.json:
            _dump(args, chosen, report, edits, left)
        else:
            _print(args, report, edits, left)
    return 0 if report.loads else 1


def _opened(path: Path, stack: ExitStack) -> Document:
    document = open_document(path)
    stack.callback(document.close)
    return document


def _path(document: Document, text: str | None) -> tuple[Any, ...] | None:
    return find_part(document.checkpoint, text) if text else None


def _chosen(contents: Contents, path: tuple[Any, ...] | None) -> StateDict:
    """The state_dict at `path`; without one the largest of the weights."""
    if path is not None:
        inside = [found for found in contents.state_dicts if found.path[: len(path)] == path]
        found = min(inside, key=lambda found: len(found.path), default=None)
    else:
        found = max(
            contents.weights or contents.state_dicts,
            key=lambda found: found.parameters,
            default=None,
        )
    if found is None:
        raise InspectorError(
            "There is no state_dict here.", hint="`inspector show` lists the state_dicts."
        )
    return found


def _class_name(document: Document, found: StateDict) -> str:
    """The class of a pickled module; "Model" where nothing says it."""
    node = node_at(document.checkpoint.root, found.path)
    if isinstance(node, Object) and is_module(node):
        return visible(node.class_name.rpartition(".")[2], 200)
    return "Model"


def _text(name: str) -> str:
    try:
        if name == "-":
            return sys.stdin.read(_LONGEST_ERROR)
        with Path(name).open(encoding="utf-8", errors="replace") as file:
            return file.read(_LONGEST_ERROR)
    except OSError as error:
        raise UnreadableFile(
            f"{visible(name, 300)} cannot be read: {error.strerror}.", hint="Check the path."
        ) from error


def _report(chosen: StateDict, model: _Model) -> LoadReport:
    return would_load(shapes_of(chosen), model.shapes, chosen.metadata, model.name)


# -- the way out ------------------------------------------------------------------------------


def _edits(document: Document, chosen: StateDict, model: _Model, report: LoadReport) -> list[Edit]:
    """The fewest edits that bring FILE as near to loading as can be without other values."""
    names = renames(chosen, model.state_dict, report)
    keys = [*shapes_of(chosen)]
    dropped = [key for key in report.unexpected if key not in names]
    kept = [key for key in keys if key not in dropped]
    above = "".join(f"{part}." for part in chosen.path)
    edits: list[Edit] = []
    if dropped:
        edits.append(DropPaths(tuple(above + key for key in dropped)))
    fixed = {key for key in kept if key not in names}
    edits += renaming_edits(names, kept, fixed)
    try:
        apply(document.checkpoint, edits)
    except EditConflict:  # a module that was pickled whole keeps its keys
        return []
    return edits


def _after(document: Document, chosen: StateDict, model: _Model, edits: list[Edit]) -> LoadReport:
    """What would be said after the edits."""
    checkpoint, _ = apply(document.checkpoint, edits)
    return _report(_chosen(survey(checkpoint), chosen.path), model)


# -- saying it --------------------------------------------------------------------------------


def _dump(
    args: argparse.Namespace,
    chosen: StateDict,
    report: LoadReport,
    edits: list[Edit],
    left: LoadReport,
) -> None:
    found = {
        "path": str(args.file.absolute()),
        "state_dict": json_path(chosen.path),
        "against": None if args.against is None else str(args.against.absolute()),
        "loads": report.loads,
        "message": report.message,
        **_facts(report),
        "recipe": {"edits": [edit.to_json() for edit in edits]},
        "after": {"loads": left.loads, "message": left.message, **_facts(left)},
    }
    json.dump(found, sys.stdout)
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


def _print(
    args: argparse.Namespace, report: LoadReport, edits: list[Edit], left: LoadReport
) -> None:
    name = visible(str(args.file), 1000)
    if report.message is None:
        print(f"{name} loads: every key is there, and every shape fits.")
        return
    for line in report.message.split("\n"):
        indent = "\t" if line.startswith("\t") else ""
        print(indent + visible(line.removeprefix("\t"), 1 << 20))
    if not edits:
        print("\nNo edit of keys would help.")
        return
    print("\nThese edits would make it load:" if left.loads else "\nThese edits would help:")
    for edit in edits:
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
        said.append(f"{plural(len(report.mismatched), 'tensor')} of another shape")
    return ", ".join(said)
