"""`inspector unregister`: undo `inspector register`."""

from __future__ import annotations

import argparse


def add(parser: argparse.ArgumentParser) -> None:
    """The command has no arguments."""


def run(args: argparse.Namespace) -> int:
    """Undo the registration of the current user and print every change."""
    from inspector.desktop.associations import unregister

    lines = unregister()
    print("\n".join(lines) or "nothing to do: nothing is registered")
    return 0
