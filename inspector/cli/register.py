"""`inspector register`: a double-click on a checkpoint opens it here."""

from __future__ import annotations

import argparse

from inspector.desktop.file_types import ALSO


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "--also",
        metavar="ENDING",
        action="append",
        choices=sorted(ALSO),
        default=[],
        help="offer Inspector for .tar, .zip or .bin files, too, behind the application that opens "
        "them today; may be given more than once",
    )


def run(args: argparse.Namespace) -> int:
    """Register for the current user and print every change."""
    from inspector.desktop.associations import register

    lines = register(args.also)
    print("\n".join(lines) or "nothing to do: everything is in place")
    if lines:
        print("`inspector unregister` undoes this")
    return 0
