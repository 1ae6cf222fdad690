"""The command line. Each command is a module with `add(parser)` and `run(args) -> exit status`.

Exit status: 0 done, 1 a finding worth failing a script for, 2 an error, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from inspector.errors import InspectorError

# Command -> what it does; the module of the same name is imported when it is used.
COMMANDS = {
    "open": "open the window (a tab for each file)",
    "show": "print what is in a checkpoint",
    "scan": "say whether loading a checkpoint could execute something",
    "diff": "compare two checkpoints, or two parts of one",
    "flops": "count a model's multiply-adds and parameters",
    "check": "say whether a checkpoint would load into a model, and which edits would help",
    "save": "edit a checkpoint and save it in another file or format",
    "stats": "compute statistics of a checkpoint's tensors",
    "register": "open checkpoints with a double-click, for the current user",
    "unregister": "undo `register`",
    "doctor": "check what the window needs, and say what to do",
}
ERROR = 2
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None, window: Callable[[], Any] | None = None) -> int:
    """Run a command; the exit status. Messages and progress go to standard error.

    Args:
        window: Gives the module that opens the window; without it `open` prints instead. The
            command line does not import the window itself: they are two faces of one core.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a character is no error
    words = _with_command(words)
    args = parser_for(words[0]).parse_args(words)
    args.window = window
    try:
        status: int = import_module(f"inspector.cli.{args.command}").run(args)
        if sys.stdout is not None:  # a program without a console has none
            sys.stdout.flush()
        return status
    except BrokenPipeError:  # `inspector show x | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except BaseException as error:
        return _explained(error, getattr(args, "file", None))


def _explained(error: BaseException, path: Path | None) -> int:
    """The exit status of an error that was expected; every other one goes on."""
    # Imported here: a start that only hands its files to a window is a third shorter without it.
    from inspector.errors import Cancelled, InspectorError

    if isinstance(error, InspectorError):
        return fail(path, error)
    if isinstance(error, (KeyboardInterrupt, Cancelled)):
        print("inspector: stopped", file=sys.stderr)
        return INTERRUPTED
    raise error


def fail(path: Path | None, error: InspectorError) -> int:
    """Print an error and its remedy on standard error; the exit status."""
    from inspector.describe import visible

    name = f"{visible(str(path))}: " if path is not None else ""
    print(f"inspector: {name}{visible(error.message, 4000)}", file=sys.stderr)
    if error.hint:
        print(f"hint: {visible(error.hint, 4000)}", file=sys.stderr)
    return ERROR


def _with_command(words: list[str]) -> list[str]:
    """`inspector FILE ...` is `inspector open FILE ...`, and so is `inspector` alone."""
    if words and (words[0] in COMMANDS or words[0] in ("-h", "--help", "--version")):
        return words
    return ["open", *words]


class _Version(argparse.Action):
    """Prints what a bug report needs; looked up only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="what a bug report needs")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from inspector.cli.versions import versions

        print("\n".join(versions()))
        parser.exit()


def parser_for(chosen: str) -> argparse.ArgumentParser:
    """The parser of all commands; only the chosen one is imported for its arguments."""
    parser = argparse.ArgumentParser(
        prog="inspector",
        description="Open, understand and check model checkpoints without executing them. "
        "`inspector FILE ...` opens the window.",
    )
    parser.add_argument("--version", action=_Version)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        if name == chosen:
            import_module(f"inspector.cli.{name}").add(command)
    return parser
