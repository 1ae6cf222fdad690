"""Colour maps made of the palette: zero is the ground, so that only what differs from it shows."""

from __future__ import annotations

from typing import Any

from inspector.gui.theme import DARK, Colours

_NEGATIVE = (("#0b3d91", "#4a86d8"), ("#b8d4ff", "#3f7fd6"))
_POSITIVE = (("#8c2d04", "#e0762f"), ("#ffd3a8", "#d9701f"))


def diverging(now: Colours) -> Any:
    """Blue below zero, orange above, the ground at zero; NaN in magenta."""
    at = int(now is DARK)
    strong, middle = _NEGATIVE[at]
    high, warm = _POSITIVE[at]
    return _map([strong, middle, now.base, warm, high], now)


def sequential(now: Colours) -> Any:
    """From the ground at zero to orange."""
    strong, middle = _POSITIVE[int(now is DARK)]
    return _map([now.base, middle, strong], now)


def _map(stops: list[str], now: Colours) -> Any:
    from matplotlib.colors import LinearSegmentedColormap

    made = LinearSegmentedColormap.from_list("palette", stops)
    return made.with_extremes(over=now.base, bad="#ff5fd0" if now is DARK else "#d81b9a")
