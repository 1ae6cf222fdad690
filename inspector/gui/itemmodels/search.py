"""Finding rows by words, in the full names of the rows that have no rows below them."""

from __future__ import annotations

import re
import time
from typing import Any

import numpy as np

from inspector.gui.itemmodels.query import Query, QueryError, glob_regex
from inspector.gui.itemmodels.rows import RANGE, Rows

_SHORT = 256
_LONG = 1000

_PIECE = 4096
REGEX_SECONDS = 1.0
"""A regex that takes longer is given up: the window waits for it."""

_strings: Any = np.strings if hasattr(np, "strings") else np.char
_find, _startswith, _endswith = _strings.find, _strings.startswith, _strings.endswith
_length = _strings.str_len


class SearchText:
    """The lower-cased full names as one array of bytes; the few long ones as strings.

    Attributes:
        searched: The rows that are looked at.
        known: How many rows there were when the text was made.
    """

    def __init__(self, rows: Rows, searched: np.ndarray) -> None:
        self.searched = searched
        self.known = len(rows)
        full = _full_names(rows)
        texts = [full[row] for row in searched]
        self._long = [(at, text) for at, text in enumerate(texts) if len(text) > _SHORT]
        for at, _ in self._long:
            texts[at] = b""
        self._short = np.array(texts or [b""], dtype=np.bytes_)[: len(texts)]

    def find(self, query: Query, allowed: np.ndarray | None = None) -> np.ndarray:
        """The searched rows, of those in the mask `allowed`, whose name is as the query says.

        Raises:
            QueryError: For a regex that takes too long.
        """
        found = np.arange(len(self.searched))
        if allowed is not None:
            found = found[allowed]
        if not (query.words or query.globs or query.regexes):
            return self.searched[found]
        for word in query.words:
            found = found[_find(self._short[found], word) >= 0]
        for glob in query.globs:
            found = self._by_glob(found, glob)
        for regex in query.regexes:
            found = self._by_regex(found, regex)
        patterns = [*map(glob_regex, query.globs), *query.regexes]
        is_long = {at for at, _ in self._long}
        more = [
            at
            for at, text in self._long
            if (allowed is None or allowed[at])
            and all(word in text for word in query.words)
            and all(pattern.search(text) for pattern in patterns)
        ]
        if is_long:
            found = np.setdiff1d(found, np.array(list(is_long)))
        if more:
            found = np.union1d(found, np.array(more))
        return self.searched[found]

    def _by_glob(self, found: np.ndarray, glob: bytes) -> np.ndarray:
        """Part by part, each as far left as it goes: that leaves most room for the next ones."""
        pieces = glob.split(b"*")
        if b"?" in glob or len(pieces) == 1:
            for piece in filter(None, re.split(rb"[*?]", glob)):
                found = found[_find(self._short[found], piece) >= 0]
            return self._by_regex(found, glob_regex(glob))
        first, last = pieces[0], pieces[-1]
        if last:
            found = found[_endswith(self._short[found], last)]
        after = np.zeros(len(found), np.int64)
        if first:
            begins = _startswith(self._short[found], first)
            at = np.where(begins, 0, _find(self._short[found], b"." + first) + 1)
            is_good = begins | (at > 0)
            found, after = found[is_good], at[is_good] + len(first)
        for piece in filter(None, pieces[1:-1]):
            at = _find(self._short[found], piece, after)
            found, after = found[at >= 0], at[at >= 0] + len(piece)
        return found[_length(self._short[found]) - len(last) >= after]

    def _by_regex(self, found: np.ndarray, regex: re.Pattern[bytes]) -> np.ndarray:
        end = time.monotonic() + REGEX_SECONDS
        search, kept = regex.search, []
        for start in range(0, len(found), _PIECE):
            piece = found[start : start + _PIECE]
            is_hit = [search(text) is not None for text in self._short[piece].tolist()]
            kept.append(piece[np.array(is_hit, bool)])
            if time.monotonic() > end:
                raise QueryError("slow", regex.pattern.decode("utf-8", "replace"))
        return np.concatenate([found[:0], *kept])


def _full_names(rows: Rows) -> list[bytes]:
    """Row -> its path joined by dots."""
    full = [""] * len(rows)
    for row in range(1, len(rows)):
        above = full[rows.parent[row]]
        if rows.kind[row] == RANGE:
            full[row] = above
            continue
        name = str(rows.names[row])[:_LONG].lower()
        full[row] = f"{above}.{name}"[:_LONG] if above else name
    return [text.encode("utf-8", "surrogatepass") for text in full]
