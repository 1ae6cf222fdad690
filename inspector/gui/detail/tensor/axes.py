"""What all of our drawings do with matplotlib's axes."""

from __future__ import annotations

from typing import Any

from inspector.gui.theme import Colours


def colour(axes: Any, now: Colours) -> None:
    """Ground, ink and lines of a palette."""
    axes.set_facecolor(now.base)
    axes.tick_params(colors=now.dim, which="both", length=3)
    for side in axes.spines.values():
        side.set_color(now.line)
    for text in (axes.xaxis.label, axes.yaxis.label, axes.title):
        text.set_color(now.dim)
    for axis in (axes.xaxis, axes.yaxis):
        axis.get_offset_text().set_color(now.dim)


def place(axes: Any, size: tuple[int, int], left: int, bottom: int, right: int, top: int) -> None:
    """Let `axes` fill a figure of `size` but for margins, all in pixels; a negative `left` or
    `bottom` is counted from the other side."""
    width, height = max(size[0], 1), max(size[1], 1)
    x = left if left >= 0 else width + left
    y = bottom if bottom >= 0 else height + bottom
    across, down = max(width - x - right, 1), max(height - y - top, 1)
    axes.set_position((x / width, y / height, across / width, down / height))
