"""What the parts of Python, TorchScript and JSON are: keywords, texts, numbers, comments, names."""

from __future__ import annotations

import re

LINE_LIMIT = 4000
"""Longer lines stay plain: they are data, and colouring them takes long."""

_KEYWORDS = (
    "False None True and as assert async await break class continue def del elif else except "
    "finally for from global if import in is lambda match nonlocal not or pass raise return try "
    "while with yield null true false uninitialized annotate"
)
_TOKENS = re.compile(
    r"(?P<comment>#.*)"
    r"|(?P<open>[rRbBuUfF]{0,2}(?P<quote>'''|\"\"\"))"
    r"|(?P<text>[rRbBuUfF]{0,2}(?:'(?:[^'\\]|\\.)*'?|\"(?:[^\"\\]|\\.)*\"?))"
    r"|(?P<decorator>^\s*@[\w.]+)"
    r"|\b(?P<definer>def|class)\s+(?P<defined>\w+)"
    rf"|\b(?P<keyword>{'|'.join(_KEYWORDS.split())})\b"
    r"|(?P<number>\b(?:0[xX][\da-fA-F_]+|\d[\d_]*\.?\d*(?:[eE][+-]?\d+)?))"
)
KINDS = ("comment", "text", "decorator", "defined", "keyword", "number")

Token = tuple[int, int, str]  # start, end, one of `KINDS`


def tokens(line: str, inside: str) -> tuple[list[Token], str]:
    """The tokens of a line, and the quotes of the long text that it ends in, or "".

    Args:
        inside: The quotes of the long text that it begins in, or "".
    """
    found: list[Token] = []
    if len(line) > LINE_LIMIT:
        return found, ""
    at = 0
    while at < len(line) or inside:
        if inside:
            end = line.find(inside, at)
            if end < 0:
                found.append((at, len(line), "text"))
                return found, inside
            found.append((at, end + 3, "text"))
            at, inside = end + 3, ""
            continue
        match = _TOKENS.search(line, at)
        if match is None:
            break
        at = max(match.end(), match.start() + 1)
        if match["open"]:
            found.append((match.start(), match.end(), "text"))
            inside = match["quote"]
            continue
        if match["definer"]:
            found.append((*match.span("definer"), "keyword"))
        found += [(*match.span(kind), kind) for kind in KINDS if match[kind]]
    return found, ""


def beginnings(text: str) -> list[str]:
    """Of each line the quotes of the long text that it begins in, or "" """
    found, inside = [], ""
    for line in text.split("\n"):
        found.append(inside)
        if inside or "'''" in line or '"""' in line:
            inside = tokens(line, inside)[1]
    return found
