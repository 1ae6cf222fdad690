"""Words for people: the only place that says "1.2 GB" and escapes what a file wrote."""

from __future__ import annotations

from collections.abc import Sequence

from inspector.errors import Sentence, say

# Shown escaped: they would move, hide or reorder the text around them.
_INVISIBLE = [
    *range(0x20),
    *range(0x7F, 0xA0),
    0x061C,
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xD800, 0xE000),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
]
_ESCAPES = {code: f"\\u{code:04x}" for code in _INVISIBLE if code > 0xFF}
_ESCAPES |= {code: f"\\x{code:02x}" for code in _INVISIBLE if code <= 0xFF}
_ESCAPES |= {0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r"}

_BYTE_UNITS = ("B", "kB", "MB", "GB", "TB", "PB", "EB")
_COUNT_UNITS = ("", " k", " M", " G", " T", " P", " E")


def visible(text: str, limit: int = 1000) -> str:
    """`text` with control, bidirectional, zero-width and surrogate characters escaped.

    Args:
        limit: Longer text is cut there and says how much is missing.
    """
    shown = text[:limit]
    if not shown.isascii() or not shown.isprintable():
        shown = shown.translate(_ESCAPES)
    if len(text) > limit:
        shown += f"… ({len(text) - limit:,} more)"
    return shown


def _scaled(value: int, units: Sequence[str]) -> str:
    if value < 1000:
        return f"{value}{units[0]}" if not units[0] else f"{value} {units[0]}"
    scaled = float(value)
    for unit in units[1:]:
        scaled /= 1000
        if scaled < 999.5 or unit == units[-1]:
            break
    digits = 2 if scaled < 10 else 1 if scaled < 100 else 0
    return f"{scaled:.{digits}f} {unit.strip()}"


def size(nbytes: int) -> str:
    """1200 -> "1.20 kB" (decimal units, three figures)."""
    return _scaled(nbytes, _BYTE_UNITS)


def count(value: int) -> str:
    """25557032 -> "25.6 M"."""
    return _scaled(value, _COUNT_UNITS)


def plural(value: int, noun: str) -> Sentence:
    """(1, "tensor") -> "1 tensor"; (3, "entry") -> "3 entries"."""
    if value == 1:
        return say(f"1 {noun}")
    many = noun[:-1] + "ies" if noun.endswith("ry") else noun + "s"  # but "keys"
    return say(f"{{n}} {many}", n=value)


def shape(dims: Sequence[int] | None) -> str:
    """(64, 3, 7, 7) -> "64 × 3 × 7 × 7"; () -> "scalar"; None (jagged) -> "jagged"."""
    if dims is None:
        return "jagged"
    if not dims:
        return "scalar"
    shown = " × ".join(str(d) for d in dims[:12])
    return shown if len(dims) <= 12 else f"{shown} × … ({len(dims):,} dimensions)"


def key_path(path: Sequence[object]) -> str:
    """("model", 0, "weight") -> "model / 0 / weight", each part escaped."""
    return " / ".join(visible(part if isinstance(part, str) else repr(part)) for part in path)
