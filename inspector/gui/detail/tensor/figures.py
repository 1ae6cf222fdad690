"""Numbers for people: short to look at, exact when asked for."""

from __future__ import annotations

import math

MINUS = "−"


def short(value: complex | None) -> str:
    """Five figures at most: 0.0123456 -> "0.012346"; None -> "–"."""
    if value is None:
        return "–"
    if isinstance(value, complex):
        sign = "+" if value.imag >= 0 or math.isnan(value.imag) else MINUS
        return f"{short(value.real)} {sign} {short(abs(value.imag))}i"
    if isinstance(value, int) or (value == int(value) if math.isfinite(value) else False):
        whole = int(value)
        if abs(whole) < 10**6:
            return signed(f"{whole:,}")
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    return signed(f"{value:.4g}")


def compact(value: float) -> str:
    """For the ticks of an axis of counts: 50000 -> "50 k"."""
    if not value >= 10_000:
        return short(value)
    power = min(int(math.log10(value)) // 3, 5)
    return f"{value / 1000**power:.4g} {' kMGTP'[power]}"


def exact(value: complex | None) -> str:
    """As Python writes it."""
    return "–" if value is None else repr(value)


def share(part: int, whole: int) -> str:
    """(1, 3) -> "33.3 %"; "" where there is nothing to compare with."""
    if not whole or not part:
        return ""
    ratio = 100 * part / whole
    return "<0.1 %" if ratio < 0.1 else f"{ratio:.1f} %"


def signed(text: str) -> str:
    """A real minus sign, as wide as the digits."""
    return text.replace("-", MINUS)
