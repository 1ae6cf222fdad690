"""Finding rows by words, in the full names of the rows that have no rows below them."""

from __future__ import annotations

import numpy as np

from inspector.gui.itemmodels.rows import RANGE, Rows

_SHORT = 256
_LONG = 1000

_find = np.strings.find if hasattr(np, "strings") else np.char.find


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

    def find(self, words: str) -> np.ndarray:
        """The searched rows whose name holds every one of the words."""
        found = np.arange(len(self.searched))
        wanted = [word.encode("utf-8", "surrogatepass") for word in words.lower().split()]
        for word in wanted:
            found = found[_find(self._short[found], word) >= 0]
        more = [at for at, text in self._long if all(word in text for word in wanted)]
        if more:
            found = np.union1d(found, np.array(more))
        return self.searched[found]


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
