"""What a person types into the filter, taken apart: words, globs, regexes and terms. Without Qt.

conv weight          both words, anywhere in the full name
layers.*.bias        a glob: whole parts of the name up to its end
/blocks\\.[0-5]\\./    a regex, anywhere in the name
dtype:float16 device:cuda:1 shape:64x3 size:>1MB params:<1k
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache

FACETS = ("dtype", "device", "shape", "size", "params")

_UNITS = {"": 1, "b": 1}
_UNITS |= {
    f"{letter}{unit}": base**power
    for power, letter in enumerate("kmgt", 1)
    for unit, base in (("", 1000), ("b", 1000), ("ib", 1024))
}
_AMOUNT = re.compile(r"(>=|<=|>|<|=)?(\d+(?:\.\d*)?|\.\d+)([a-z]*)", re.ASCII)
_SCALAR_BEGUN = tuple("scalar"[:length] for length in range(1, 6))
_NOTHING_YET = re.compile(r"[<>=]*")


class QueryError(ValueError):
    """What was typed means nothing; `word` is the part of it, `why` says more or is empty."""

    def __init__(self, kind: str, word: str, why: str = "") -> None:
        super().__init__(f"{kind}: {word} {why}")
        self.kind, self.word, self.why = kind, word, why


@dataclass(frozen=True, slots=True)
class Amount:
    """A comparison with a number, as `size:>1MB`."""

    operator: str
    value: float


@dataclass(frozen=True, slots=True)
class Query:
    """All of it must hold. Words and globs are lower-case UTF-8.

    Attributes:
        names: ("dtype" or "device", alternatives).
        shapes: (whether the rank must be the same, dimensions; None stands for any).
        amounts: ("size" or "params", comparison).
    """

    words: tuple[bytes, ...] = ()
    globs: tuple[bytes, ...] = ()
    regexes: tuple[re.Pattern[bytes], ...] = ()
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    shapes: tuple[tuple[bool, tuple[int | None, ...]], ...] = ()
    amounts: tuple[tuple[str, Amount], ...] = ()


@lru_cache(maxsize=32)
def parse(text: str) -> Query:
    """Take a text apart; what is typed only half yet is passed over.

    Raises:
        QueryError: For a regex, a shape or a size that is none.
    """
    words: list[bytes] = []
    globs: list[bytes] = []
    regexes: list[re.Pattern[bytes]] = []
    names: list[tuple[str, tuple[str, ...]]] = []
    shapes: list[tuple[bool, tuple[int | None, ...]]] = []
    amounts: list[tuple[str, Amount]] = []
    for part in text.split():
        facet, _, value = part.lower().partition(":")
        if part.startswith("/"):
            body = part[1:-1] if len(part) > 1 and part.endswith("/") else part[1:]
            regexes += [_regex(body)] if body else []
        elif facet in ("dtype", "device") and ":" in part:
            wanted = tuple(each for each in value.split(",") if each)
            names += [(facet, wanted)] if wanted else []
        elif facet == "shape" and ":" in part:
            is_begun = value.strip("=x×") and value not in _SCALAR_BEGUN
            shapes += [_shape(value)] if is_begun else []
        elif facet in FACETS and ":" in part:
            amounts += [] if _NOTHING_YET.fullmatch(value) else [(facet, _amount(facet, value))]
        elif "*" in part or "?" in part:
            globs.append(re.sub(r"\*+", "*", part.lower()).encode("utf-8", "surrogatepass"))
        else:
            words.append(part.lower().encode("utf-8", "surrogatepass"))
    return Query(
        tuple(words), tuple(globs), tuple(regexes), tuple(names), tuple(shapes), tuple(amounts)
    )


def _regex(body: str) -> re.Pattern[bytes]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return re.compile(body.encode("utf-8", "surrogatepass"), re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        why = getattr(error, "msg", str(error))
        raise QueryError("regex", body, why) from error


def _shape(value: str) -> tuple[bool, tuple[int | None, ...]]:
    if value in ("scalar", "()"):
        return True, ()
    is_whole = value.startswith("=")
    dims: list[int | None] = []
    for part in re.split("[x×]", value.removeprefix("=").rstrip("x×")):
        if part not in ("*", "?") and not (part.isascii() and part.isdigit() and len(part) < 20):
            raise QueryError("shape", value)
        dims.append(None if part in ("*", "?") else int(part))
    return is_whole, tuple(dims)


def _amount(facet: str, value: str) -> Amount:
    found = _AMOUNT.fullmatch(value)
    # "M" and "B" are a million and a billion parameters, but bytes where sizes are meant.
    units = _UNITS if facet == "size" else {**_UNITS, "b": 10**9}
    if found is None or len(value) > 30 or found[3] not in units:
        raise QueryError(facet, value)
    return Amount(found[1] or ">=", float(found[2]) * units[found[3]])


def glob_regex(glob: bytes) -> re.Pattern[bytes]:
    """A glob as a regex: it begins where a part of the name begins, and ends with the name."""
    body = re.escape(glob).replace(rb"\*", b".*").replace(rb"\?", b".")
    return re.compile(rb"(?:\A|\.)" + body + rb"\Z", re.DOTALL)
