"""The numbers behind the tree: sums, sorting, searching and what is shown, on numpy, without Qt.

Qt asks for single cells thousands of times a frame, so what it needs lies in memoryviews of int32:
reading one is several times cheaper than reading a numpy scalar.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np

from inspector.checkpoint.contents import Contents
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import Path
from inspector.gui.itemmodels.build import Builder
from inspector.gui.itemmodels.facets import Facets
from inspector.gui.itemmodels.query import parse
from inspector.gui.itemmodels.rows import RANGE, TENSOR, UNREAD, WHOLE
from inspector.gui.itemmodels.search import SearchText
from inspector.gui.itemmodels.sums import Sum, sum_below
from inspector.progress import Progress

# Columns of the tree.
KEY, SHAPE, DTYPE, DEVICE, PARAMETERS, SIZE = range(6)

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which rows are shown and in what order.

    Attributes:
        child: All shown rows, parent by parent; those of `p` are `count[p]` from `first[p]` on.
        row: Row -> its place among its siblings; -1 where it is not shown.
    """

    first: memoryview
    count: memoryview
    child: memoryview
    row: memoryview
    shown: np.ndarray | None


class TreeIndex:
    """Sums and orders of the rows of one document.

    Attributes:
        tensors, numel, nbytes: Per row, of the tensors in and below it.
        dtypes, devices: Per row, one bit for each of `names` that occurs in and below it.
        names: Names of dtypes and devices, in order of appearance.
        badges: Row -> (status in `theme.STATUSES`, word) of what a check found in or below it.
        macs: Row -> multiply-adds of the layers in or below it, once they were counted.
    """

    def __init__(self, root: Any, contents: Contents) -> None:
        self._builder = Builder(root, contents)
        self.rows = self._builder.build()
        self.names: list[str] = []
        self._rows_by_id: dict[int, int] = {}
        self._codes: dict[str, int] = {}
        self._elements: Counter[str] = Counter()
        self.badges: dict[int, tuple[str, str]] = {}
        self.macs: dict[int, int] = {}
        self.tensors = self.numel = self.nbytes = np.zeros(0, np.int64)
        self.dtypes = self.devices = np.zeros(0, np.int64)
        self._append_columns(0)
        self._sum_up()
        searched = self._searched_rows()
        self._text = SearchText(self.rows, searched)
        self._facets = Facets(searched)

    # -- columns ------------------------------------------------------------------------------

    def _append_columns(self, start: int) -> None:
        rows = self.rows
        self.parent = np.array(rows.parent, np.int32)
        self.depth = np.array(rows.depth, np.int32)
        added: tuple[list[int], ...] = ([], [], [], [], [])
        for row in range(start, len(rows)):
            if row:
                self._rows_by_id.setdefault(id(rows.nodes[row]), row)
            for column, value in zip(added, self._own(row), strict=True):
                column.append(value)
        self.tensors = _joined(self.tensors, added[0])
        self.numel = _joined(self.numel, added[1])
        self.nbytes = _joined(self.nbytes, added[2])
        self.dtypes = np.concatenate([self.dtypes, np.array(added[3], np.int64)])
        self.devices = np.concatenate([self.devices, np.array(added[4], np.int64)])
        self._ranks: dict[int, np.ndarray] = {}
        self._preorders: dict[int, tuple[int, np.ndarray]] = {}
        self._last_order: tuple[tuple[int, bool], np.ndarray] | None = None

    def _own(self, row: int) -> tuple[int, int, int, int, int]:
        """What a row holds itself: a tensor, or all tensors below while these have no rows."""
        rows = self.rows
        node = rows.nodes[row]
        if rows.kind[row] == TENSOR:
            if rows.kind[rows.parent[row]] == TENSOR:
                return _NOTHING
            numel = node.numel or 0
            nbytes = node.nbytes if node.parts else node.dtype.nbytes(numel)
            device = node.device
            devices = self._bit(device, numel) if device is not None else 0
            return 1, numel, nbytes, self._bit(node.dtype.name, numel), devices
        if not rows.flags[row] & UNREAD:
            return _NOTHING
        found = sum_below(node, is_range=rows.kind[row] == RANGE)
        dtypes, devices = self._bits(found.dtypes), self._bits(found.devices)
        return found.tensors, found.numel, found.nbytes, dtypes, devices

    def _bit(self, name: str, numel: int) -> int:
        bit = self._codes.get(name)
        self._elements[name] += numel
        if bit is None:
            # A file that names more dtypes and devices than there are bits is no honest file.
            bit = self._codes[name] = 1 << min(len(self.names), 62)
            self.names.append(name)
        return bit

    def _bits(self, names: set[str]) -> int:
        found = 0
        for name in sorted(names):
            found |= self._bit(name, 0)
        return found

    def named(self, bits: int) -> list[str]:
        """The dtypes or devices of a row's bits; those of most of the file's elements first."""
        found = [name for at, name in enumerate(self.names[:63]) if bits >> at & 1]
        return sorted(found, key=lambda name: -self._elements[name]) if len(found) > 1 else found

    def _sum_up(self) -> None:
        """Add every row to its parent, deepest rows first."""
        by_depth = np.argsort(self.depth, kind="stable")
        bounds = np.searchsorted(self.depth[by_depth], np.arange(self.depth.max(initial=0) + 2))
        for depth in range(len(bounds) - 2, 0, -1):
            level = by_depth[bounds[depth] : bounds[depth + 1]]
            above = self.parent[level]
            for column in (self.tensors, self.numel, self.nbytes):
                np.add.at(column, above, column[level])
            for bits in (self.dtypes, self.devices):
                np.bitwise_or.at(bits, above, bits[level])

    # -- what is shown ------------------------------------------------------------------------

    def arranged(
        self, shown: np.ndarray | None = None, column: int = -1, descending: bool = False
    ) -> Arrangement:
        """The rows to show: all or those in the mask `shown`, sorted; -1 is file order."""
        order = self._order(column, descending)
        if shown is not None:
            order = order[shown[order]]
        above = self.parent[order]
        count = np.bincount(above, minlength=len(self.rows)).astype(np.int32)
        first = (np.cumsum(count) - count).astype(np.int32)
        row = np.full(len(self.rows), -1, np.int32)
        row[order] = np.arange(len(order), dtype=np.int32) - first[above]
        return Arrangement(_view(first), _view(count), _view(order), _view(row), shown)

    def arranged_flat(
        self, shown: np.ndarray | None = None, column: int = -1, descending: bool = False
    ) -> Arrangement:
        """The rows that have none below them, in one list; by full names where by `KEY`."""
        order = self._preorder(KEY if column == KEY else -1)
        order = order[self._is_searched()[order]]
        if shown is not None:
            order = order[shown[order]]
        if column == KEY:
            order = order[::-1] if descending else order
        elif column >= 0:
            rank = self._rank(column)[order]
            order = order[np.argsort(-rank if descending else rank, kind="stable")]
        first, count = np.zeros(len(self.rows), np.int32), np.zeros(len(self.rows), np.int32)
        count[0] = len(order)
        row = np.full(len(self.rows), -1, np.int32)
        row[order] = np.arange(len(order), dtype=np.int32)
        return Arrangement(_view(first), _view(count), _view(order), _view(row), shown)

    def _is_searched(self) -> np.ndarray:
        mask = np.zeros(len(self.rows), bool)
        mask[self._searched_rows()] = True
        return mask

    def _preorder(self, column: int) -> np.ndarray:
        """All rows as a tree that is wholly unfolded shows them, siblings sorted by a column."""
        size, known = self._preorders.get(column, (0, self.parent))
        if size != len(self.rows):
            now = self.arranged(None, column)
            found, waiting = [], [0]
            while waiting:
                row = waiting.pop()
                found.append(row)
                first = now.first[row]
                waiting += now.child[first : first + now.count[row]].tolist()[::-1]
            known = np.array(found[1:], np.int32)
            self._preorders[column] = len(self.rows), known
        return known

    def warm_up(self, progress: Progress) -> None:
        """What sorting needs, worked out before anybody asks; in a worker.

        Raises:
            Cancelled: From `progress`.
        """
        for column in (KEY, SHAPE, DTYPE, DEVICE):
            progress.report(0, 0, "")
            self._rank(column)
        for column in (-1, KEY):
            progress.report(0, 0, "")
            self._preorder(column)

    def _order(self, column: int, descending: bool) -> np.ndarray:
        """All rows but the file itself, siblings together; the last order asked for is kept."""
        if self._last_order is None or self._last_order[0] != (column, descending):
            parent = self.parent[1:]
            keys: tuple[np.ndarray, ...] = (parent,)
            if column >= 0:
                rank = self._rank(column)[1:]
                keys = (-rank if descending else rank, parent)
            order = np.lexsort(keys).astype(np.int32) + np.int32(1)
            self._last_order = (column, descending), order
        return self._last_order[1]

    def _rank(self, column: int) -> np.ndarray:
        if column == PARAMETERS:
            return self.numel.astype(np.float64)
        if column == SIZE:
            return self.nbytes.astype(np.float64)
        known = self._ranks.get(column)
        if known is None or len(known) != len(self.rows):
            known = self._ranks[column] = self._text_rank(column)
        return known

    def _text_rank(self, column: int) -> np.ndarray:
        if column in (DTYPE, DEVICE):
            bits = self.dtypes if column == DTYPE else self.devices
            kinds, places = np.unique(bits, return_inverse=True)
            texts = [" ".join(self.named(int(kind))) for kind in kinds]
            rank = np.argsort(np.argsort(np.array(texts), kind="stable"), kind="stable")
            return rank[places]
        if column == KEY:
            values: list[Any] = [str(name) for name in self.rows.names]
            unique = sorted(set(values), key=natural)
        else:
            values = [_dims(node) for node in self.rows.nodes]
            unique = sorted(set(values))
        places_of = {value: at for at, value in enumerate(unique)}
        return np.array([places_of[value] for value in values], np.int64)

    # -- search -------------------------------------------------------------------------------

    def _searched_rows(self) -> np.ndarray:
        is_parent = np.zeros(len(self.rows), bool)
        is_parent[self.parent[1:]] = True
        is_parent[0] = True
        return np.flatnonzero(~is_parent)

    @property
    def searched(self) -> int:
        """How many rows a search looks at: tensors, values, and what has no rows yet."""
        return len(self._text.searched)

    def search(self, words: str) -> tuple[np.ndarray, np.ndarray]:
        """(hits, mask of them and all rows above them): the rows that are as `query` says.

        Raises:
            QueryError: For what means nothing.
        """
        query = parse(words)
        hits = self._text.find(query, self._facets.matching(self, query))
        mask = np.zeros(len(self.rows), bool)
        mask[hits] = True
        level = hits
        while len(level):
            level = np.unique(self.parent[level])
            level = level[(level > 0) & ~mask[level]]
            mask[level] = True
        # What was opened after the search text was made goes where its parent goes.
        for row in range(self._text.known, len(self.rows)):
            mask[row] = mask[self.parent[row]]
        return hits, mask

    def sums_of(self, rows: list[int]) -> Sum:
        """Sums over some rows; what lies below another of them is counted once."""
        chosen = np.array(rows, np.int64)
        is_chosen = np.zeros(len(self.rows), bool)
        is_chosen[chosen] = True
        is_below = np.zeros(len(chosen), bool)
        above = self.parent[chosen]
        while (above > 0).any():
            is_below |= (above > 0) & is_chosen[above]
            above = np.where(above > 0, self.parent[above], 0)
        tops = chosen[~is_below]
        total = Sum()
        total.tensors = int(self.tensors[tops].sum())
        total.numel, total.nbytes = int(self.numel[tops].sum()), int(self.nbytes[tops].sum())
        return total

    def row_of(self, node: Any) -> int:
        """The first row that shows the very object `node`; 0 where none does."""
        return self._rows_by_id.get(id(node), 0)

    def top_rows(self) -> list[int]:
        """The rows that stand for the file's own entries, in file order."""
        found: list[int] = np.flatnonzero(self.depth == 1).tolist()
        return found

    def row_at(self, path: Path) -> int:
        """The row at a path of the tree; 0 where there is none, or none yet."""
        rows, text = self.rows, ".".join(map(str, path))
        above = [0]
        for row in above:  # which grows
            for child in np.flatnonzero(self.parent == row).tolist():
                name = rows.names[child]
                is_named = rows.kind[child] != RANGE and name is not WHOLE
                if is_named and str(name) not in text:
                    continue
                found = rows.path(child)
                if is_named and found == path:
                    return int(child)
                if _may_lead(found, path):
                    above.append(child)
        return 0

    # -- opening ------------------------------------------------------------------------------

    def fetch(self, row: int) -> int:
        """Make the rows below an unread one; how many there are."""
        before = len(self.rows)
        added = self._builder.fetch(row)
        self._append_columns(before)
        return added


def _may_lead(found: Path, path: Path) -> bool:
    """Whether `path` may go on behind `found`, whose last element may be a part of a key."""
    *above, last = found or ("",)
    at = len(above)
    is_same = len(path) > at and path[:at] == tuple(above)
    return is_same and str(path[at]).startswith(str(last))


_NOTHING = (0, 0, 0, 0, 0)


def _joined(column: np.ndarray, values: list[int]) -> np.ndarray:
    """`column` with `values` appended; as Python integers where a sum might not fit."""
    is_large = sum(values) + int(column.sum()) > 1 << 62
    kind = object if is_large or column.dtype == object else np.int64
    return np.concatenate([column, np.array(values, kind)])


def _view(column: np.ndarray) -> memoryview:
    buffer: Any = np.ascontiguousarray(column, np.int32)
    return memoryview(buffer)


def _dims(node: Any) -> tuple[int, tuple[int, ...]]:
    shape = node.shape if isinstance(node, Tensor) else None
    return (len(shape), shape) if shape is not None else (-1, ())


def natural_bytes(text: str) -> bytes:
    """The order of `natural` as the order of bytes, which numpy sorts without the interpreter."""
    spelt = _DIGITS.sub(_number, text[:200].lower())
    return spelt.encode("utf-8", "surrogatepass")


def _number(run: re.Match[str]) -> str:
    """Before all letters, first those with fewer digits."""
    digits = run[0].lstrip("0")
    return f"\x01{len(digits):03}{digits}"


def natural(name: str | int) -> tuple[Any, ...]:
    """A sort key that puts "layer2" before "layer10"."""
    parts = _DIGITS.split(str(name)[:200].lower())
    return tuple(
        (0, len(part.lstrip("0")), part.lstrip("0")) if at % 2 else (1, 0, part)
        for at, part in enumerate(parts)
    )
