"""`inspector open FILE ...`: the window.

A second start hands its files to the window that is open, before anything heavy is imported.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from inspector.desktop import one_window


def add(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", nargs="*", type=one_window.local_path, metavar="FILE")
    parser.add_argument(
        "--diff",
        action="store_true",
        help="compare the two files; one: two of its parts; none: ask for them",
    )
    parser.add_argument(
        "--new-window", action="store_true", help="a window of its own beside the one that is open"
    )
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
    # Only looks at the environment: Qt is imported by `window.run`.
    window = args.window() if args.window is not None else None
    if window is None or (not window.has_display() and args.screenshot is None):
        return _print_instead(args.files)
    if args.diff and len(args.files) > 2:
        print("inspector: --diff: name no more than two files.", file=sys.stderr)
        return 2
    size = None
    if args.size:
        width, _, height = args.size.partition("x")
        if not (width.isdigit() and height.isdigit()):
            print(f"inspector: --size: '{args.size}' is not WIDTHxHEIGHT.", file=sys.stderr)
            return 2
        size = int(width), int(height)
    is_alone = args.new_window or args.screenshot or args.theme or args.language
    arrange = "compare" if args.diff else ""
    request = one_window.request_for(args.files, arrange)
    entered = False if is_alone else one_window.enter(request)
    if entered is True:
        return 0
    listener = entered or None
    try:
        status: int = window.run(
            args.files, args.screenshot, size, args.theme, args.language, listener, arrange
        )
        return status
    finally:
        if listener is not None:
            listener.close()


def _print_instead(files: list[Path]) -> int:
    from inspector.cli.show import print_tree

    print(
        "inspector: there is no display, so this is what `inspector show` prints.", file=sys.stderr
    )
    if not files:
        print("hint: name a file, or run `inspector --help`.", file=sys.stderr)
        return 2
    return max(print_tree(path) for path in files)
