"""`inspector open FILE ...`: the window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument(
        "--screenshot",
        type=Path,
        metavar="OUT.png",
        help="open, paint once everything shown is loaded, write the picture and exit",
    )
    parser.add_argument("--size", metavar="WIDTHxHEIGHT", help="of the window, for --screenshot")
    parser.add_argument("--theme", choices=("system", "light", "dark"))
    parser.add_argument("--language", choices=("system", "en", "zh_CN"))


def run(args: argparse.Namespace) -> int:
    """Open the window; where there is no display, say so and print the files instead."""
    window = args.window() if args.window is not None else None
    if window is None or (not window.has_display() and args.screenshot is None):
        return _print_instead(args.files)
    size = None
    if args.size:
        width, _, height = args.size.partition("x")
        if not (width.isdigit() and height.isdigit()):
            print(f"inspector: --size: '{args.size}' is not WIDTHxHEIGHT.", file=sys.stderr)
            return 2
        size = int(width), int(height)
    status: int = window.run(args.files, args.screenshot, size, args.theme, args.language)
    return status


def _print_instead(files: list[Path]) -> int:
    from inspector.cli.show import print_tree

    print(
        "inspector: there is no display, so this is what `inspector show` prints.", file=sys.stderr
    )
    if not files:
        print("hint: name a file, or run `inspector --help`.", file=sys.stderr)
        return 2
    return max(print_tree(path) for path in files)
