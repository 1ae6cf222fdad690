"""`inspector save IN OUT`: edit, convert, write."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from inspector.describe import plural, size, visible
from inspector.document import open_document
from inspector.edits.cast import CastFloats
from inspector.edits.dropping import Drop, Only
from inspector.edits.edit import Change, Edit, EditConflict, apply
from inspector.edits.for_torch import ForTorch
from inspector.edits.keys import AddPrefix, Rename, StripPrefix
from inspector.edits.location import RemapDevice
from inspector.edits.recipe import from_text
from inspector.edits.storages import Compact, Untie
from inspector.edits.values import SetValue
from inspector.edits.weights_only import WeightsOnly
from inspector.errors import UnreadableFile, say
from inspector.formats.writing import FORMATS, default_format, save_checkpoint

_SHOWN = 40


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", type=Path, metavar="IN")
    parser.add_argument("target", type=Path, metavar="OUT")
    parser.add_argument("--format", choices=FORMATS, help="default: by OUT's extension, else zip")
    for flag, metavar, text in _EDIT_FLAGS:
        parser.add_argument(
            flag, action=_InOrder, dest="edits", metavar=metavar, help=text, default=[]
        )
    for flag, text in _EDIT_SWITCHES:
        parser.add_argument(flag, action=_InOrder, dest="edits", nargs=0, help=text)
    parser.add_argument("--recipe", type=Path, metavar="FILE", help="edits as JSON, applied first")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would change, write nothing"
    )
    parser.add_argument("--verify", action="store_true", help="read back and compare every tensor")
    parser.add_argument(
        "--ask-torch", action="store_true", help="let torch.load(weights_only=True) try the result"
    )
    parser.add_argument(
        "--shard-size",
        metavar="BYTES",
        help="split into safetensors shards of at most 500MB, 5GB …",
    )
    parser.add_argument("--force", action="store_true", help="replace OUT, accept losses")


_EDIT_FLAGS = (
    ("--strip-prefix", "P", "take P off every key that has it"),
    ("--add-prefix", "P", "put P before every key"),
    ("--rename", "REGEX=>REPL", "replace matches in keys"),
    ("--drop", "GLOB", "remove entries by key or dotted path"),
    ("--only", "PATH", "one entry becomes the whole file"),
    ("--device", "FROM=TO|TO", "remap devices; FROM may be a glob"),
    ("--dtype", "D", "cast floating tensors"),
    ("--set", "PATH=JSON", "set a value"),
    ("--untie", "GLOB", "give tied tensors storages of their own"),
    ("--for-torch", "0.4|1.5", "write calls that torch since then has; 0.4 needs --format legacy"),
)
_EDIT_SWITCHES = (
    ("--compact", "storages keep only what their tensors show"),
    ("--weights-only", "convert or drop what torch.load(weights_only=True) refuses"),
)


_SIMPLE: dict[str, Callable[[str], Edit]] = {
    "--strip-prefix": StripPrefix,
    "--add-prefix": AddPrefix,
    "--drop": Drop,
    "--only": Only,
    "--dtype": CastFloats,
    "--untie": Untie,
    "--compact": lambda _: Compact(),
    "--weights-only": lambda _: WeightsOnly(),
    "--for-torch": ForTorch,
}


class _InOrder(argparse.Action):
    """Collects the edits of all flags in the order they are given."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        edits = [*getattr(namespace, self.dest), (option_string, str(values))]
        setattr(namespace, self.dest, edits)


def run(args: argparse.Namespace) -> int:
    """Edit and save."""
    edits = _recipe(args.recipe) if args.recipe else []
    edits += [edit_of(flag, value) for flag, value in args.edits]
    document = open_document(args.file)
    try:
        checkpoint, changes = apply(document.checkpoint, document.others.bound(edits))
        format = args.format or default_format(document.checkpoint, args.target)
        if args.dry_run:
            _preview(edits, changes, format)
            return 0
        saved = save_checkpoint(
            checkpoint,
            args.target,
            format,
            replace=args.force,
            accept_losses=args.force,
            verify=args.verify,
            shard_bytes=_bytes(args.shard_size) if args.shard_size else None,
        )
    finally:
        document.close()
    done = f"{visible(str(saved.path))}: {format}, {size(saved.size)}"
    if saved.verified is not None:
        done += f", {plural(saved.verified, 'tensor')} read back equal"
    print(done)
    for note in saved.notes:
        print(f"note: {note}", file=sys.stderr)
    return _ask_torch(saved.path) if args.ask_torch else 0


def _ask_torch(path: Path) -> int:
    """Say what torch says; exit status 1 where it does not load the file."""
    from inspector.torchbridge.verify import torch_verdict

    verdict = torch_verdict(path)
    if verdict.loads:
        print(f"torch {verdict.version} loads it with weights_only=True")
        return 0
    who = f"torch {verdict.version}" if verdict.version else "torch"
    print(f"{who} does not load it: {visible(verdict.message, 300)}")
    return 1


def edit_of(flag: str, value: str) -> Edit:
    """The edit that a flag and its value ask for.

    Raises:
        EditConflict: The value does not have the flag's form.
    """
    if flag in _SIMPLE:
        return _SIMPLE[flag](value)
    if flag == "--device":
        source, equals, target = value.partition("=")
        return RemapDevice(source, target) if equals else RemapDevice("*", source)
    pattern, arrow, replacement = value.partition("=>")
    if flag == "--rename" and arrow:
        return Rename(pattern, replacement)
    path, equals, text = value.partition("=")
    if flag == "--set" and equals:
        try:
            return SetValue(path, json.loads(text))
        except ValueError as error:
            raise EditConflict(
                say("'{text}' is not JSON.", text=visible(text, 100)),
                hint=say("Texts need quotes: name='\"text\"'."),
            ) from error
    raise EditConflict(
        say("{flag} cannot be '{value}'.", flag=flag, value=visible(value, 100)),
        hint=say("`inspector save --help`"),
    )


def _bytes(text: str) -> int:
    """ "500MB" -> 500,000,000."""
    units = {"": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9}
    number = text.rstrip("KMGBkmgb")
    unit = text[len(number) :].upper()
    if not number.isdigit() or unit not in units or not int(number):
        raise EditConflict(
            say("'{text}' is no size.", text=visible(text, 40)),
            hint=say("For example 500MB or 5GB."),
        )
    return int(number) * units[unit]


def _recipe(path: Path) -> list[Edit]:
    try:
        return from_text(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            say("The recipe {name} cannot be read: {why}.", name=path.name, why=error)
        ) from error


def _preview(edits: list[Edit], changes: list[Change], format: str) -> None:
    for edit in edits:
        print(edit.title)
    for change in changes[:_SHOWN]:
        before, after = change.before or "", change.after if change.after is not None else "(gone)"
        print(f"  {visible(change.where, 200)}: {visible(before, 200)} → {visible(after, 200)}")
    if len(changes) > _SHOWN:
        print(f"  … {len(changes) - _SHOWN:,} more changes")
    print(f"would be saved as {format}")
