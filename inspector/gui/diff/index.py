"""The numbers behind the tree of a diff: states, sums over branches, sorting, filtering. No Qt.

Everything about a branch is a difference of running sums, so that a batch of new values costs a few
passes over arrays and nothing per row.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np

from inspector.analysis.diff.model import PairValues, Verdict
from inspector.analysis.diff.rollup import Outcome
from inspector.gui.diff.looks import DIFFERENT, PENDING, SAME, SEVERITY, STATES, code_of
from inspector.gui.diff.rows import DiffRows, as_view
from inspector.gui.diff.searching import DiffSearch
from inspector.gui.itemmodels.index import Arrangement, natural
from inspector.progress import Progress

# Columns of the tree.
NAME, LEFT, RESULT, RIGHT, MAX_ABS, REL_L2, COSINE, SHARE = range(8)
COLUMNS = 8


class DiffIndex:
    """States and figures of the rows of one diff.

    Attributes:
        state: Per row, of a pair; -1 for branches.
        max_abs, rel_l2, cosine: Per row, NaN where not known; of a branch the worst below.
        different, numel: Per row, elements compared and those that differ, summed over branches.
    """

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.rows = rows = DiffRows(outcome.structure.pairs)
        size = len(rows)
        self.state = np.full(size, -1, np.int8)
        self.max_abs, self.rel_l2, self.cosine = (np.full(size, np.nan) for _ in range(3))
        self.different, self.numel = np.zeros(size), np.zeros(size)
        self.state[rows.row_of_pair] = [code_of(said) for said in outcome.verdicts]
        self._inside = [(int(row), int(rows.ends[row])) for row in np.flatnonzero(rows.pairs < 0)]
        self.sum_up()

    def take(self, values: PairValues, said: Verdict) -> None:
        """Note the values of one pair; `sum_up` when a batch of them is in."""
        row = self.rows.row_of_pair[values.index]
        self.state[row] = code_of(said)
        self.numel[row], self.different[row] = values.numel, values.different
        for column, value in (
            (self.max_abs, values.max_abs),
            (self.rel_l2, values.rel_l2),
            (self.cosine, values.cosine),
        ):
            column[row] = np.nan if value is None else value

    def sum_up(self) -> None:
        """Bring the branches up to date."""
        running = [np.cumsum(self.state == code) for code in STATES]
        self._running = [as_view(np.concatenate([[0], sums])) for sums in running]
        groups = np.array([row for row, _ in self._inside], np.int64)
        ends = np.array([end for _, end in self._inside], np.int64)
        for column in (self.max_abs, self.rel_l2):
            column[groups] = np.nan
            column[groups] = _largest(column, groups, ends)
        self.cosine[groups] = np.nan
        self.cosine[groups] = -_largest(-self.cosine, groups, ends)
        for column in (self.different, self.numel):
            column[groups] = 0
            sums = np.concatenate([[0], np.cumsum(column)])
            column[groups] = sums[ends] - sums[groups]

    def count(self, row: int, state: int) -> int:
        """How many pairs in and below a row are in a state."""
        sums = self._running[state]
        return sums[self.rows.end[row]] - sums[row]

    def counts(self, row: int = 0) -> list[int]:
        """Of every state; row 0 is the whole."""
        return [self.count(row, code) for code in STATES]

    def worst(self, row: int) -> int:
        """The state a row is shown in: its own, or the worst below it."""
        own = int(self.state[row])
        if own >= 0:
            return own
        return next((code for code in SEVERITY if self.count(row, code)), SAME)

    def share(self, row: int) -> float:
        """The share of the elements in and below a row that differ; NaN where none was compared."""
        numel = self.numel[row]
        return float(self.different[row] / numel) if numel else float("nan")

    def is_known(self, row: int) -> bool:
        """Whether all values in and below a row were compared that can be."""
        return not self.count(row, PENDING)

    # -- what is shown ------------------------------------------------------------------------

    @cached_property
    def search(self) -> DiffSearch:
        """Finds rows by words; made when first asked for."""
        return DiffSearch(self.rows, self.outcome.structure.pairs)

    def warm_up(self, progress: Progress) -> None:
        """What searching and sorting by name need, before anybody asks; in a worker.

        Raises:
            Cancelled: From `progress`.
        """
        progress.report(0, 0, "")
        _ = self.search
        progress.report(0, 0, "")
        _ = self._name_ranks

    def shown(self, states: Collection[int], words: str) -> np.ndarray | None:
        """The mask of the rows to show with those above them; None where all are.

        Raises:
            QueryError: For words that mean nothing.
        """
        if len(states) == len(STATES) and not words.strip():
            return None
        hits = np.isin(self.state, list(states)) & (self.rows.pairs >= 0)
        if words.strip():
            hits &= self.search.find(words)
        sums = np.concatenate([[0], np.cumsum(hits)])
        found: np.ndarray = sums[self.rows.ends] > sums[:-1]
        return found

    def arranged(
        self, shown: np.ndarray | None = None, column: int = -1, descending: bool = False
    ) -> Arrangement:
        """The tree of all rows or those in a mask, siblings sorted; -1 is file order."""
        order = np.arange(1, len(self.rows), dtype=np.int32)
        if shown is not None:
            order = order[shown[order]]
        keys: tuple[np.ndarray, ...] = (self.rows.parents[order],)
        if column >= 0:
            keys = (self._rank(column, descending)[order], *keys)
        return self._laid(order[np.lexsort(keys)], self.rows.parents, shown)

    def arranged_flat(
        self, shown: np.ndarray | None = None, column: int = -1, descending: bool = False
    ) -> Arrangement:
        """The pairs alone, as one list."""
        order = self.rows.leaves
        if shown is not None:
            order = order[shown[order]]
        if column >= 0:
            order = order[np.argsort(self._rank(column, descending)[order], kind="stable")]
        return self._laid(order, np.zeros(len(self.rows), np.int32), shown)

    def _laid(
        self, order: np.ndarray, parents: np.ndarray, shown: np.ndarray | None
    ) -> Arrangement:
        above = parents[order]
        count = np.bincount(above, minlength=len(self.rows)).astype(np.int32)
        first = (np.cumsum(count) - count).astype(np.int32)
        row = np.full(len(self.rows), -1, np.int32)
        row[order] = np.arange(len(order), dtype=np.int32) - first[above]
        return Arrangement(as_view(first), as_view(count), as_view(order), as_view(row), shown)

    def _rank(self, column: int, descending: bool) -> np.ndarray:
        """What rows are sorted by; rows without a figure come last either way."""
        figures = {MAX_ABS: self.max_abs, REL_L2: self.rel_l2, COSINE: self.cosine}
        if column == NAME:
            rank = self._name_ranks.astype(float)
        elif column in figures:
            rank = figures[column]
        elif column == SHARE:
            with np.errstate(invalid="ignore", divide="ignore"):
                rank = self.different / self.numel
        elif column == RESULT:
            severity = {code: at for at, code in enumerate(reversed(SEVERITY))}
            rank = np.array([severity[self.worst(row)] for row in range(len(self.rows))], float)
        else:
            rank = self._sizes(column)
        rank = -rank if descending else rank
        return np.where(np.isnan(rank), np.inf, rank)

    @cached_property
    def _name_ranks(self) -> np.ndarray:
        unique = sorted(set(self.rows.names), key=natural)
        places = {name: at for at, name in enumerate(unique)}
        return np.array([places[name] for name in self.rows.names], np.int64)

    def _sizes(self, column: int) -> np.ndarray:
        """Elements on one side, summed over branches."""
        found = np.zeros(len(self.rows))
        for pair in self.outcome.structure.pairs:
            item = pair.a if column == LEFT else pair.b
            if item is not None:
                found[self.rows.row_of_pair[pair.index]] = item.tensor.numel or 0
        sums = np.concatenate([[0], np.cumsum(found)])
        sizes: np.ndarray = sums[self.rows.ends] - sums[:-1]
        return sizes

    def differing(self, rows: Sequence[int] | np.ndarray) -> np.ndarray:
        """Those of `rows` that are pairs with a difference, in the order given."""
        chosen = np.asarray(rows, np.int64)
        found: np.ndarray = chosen[np.isin(self.state[chosen], DIFFERENT)]
        return found


def _largest(column: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """The largest number in each range; NaN where there is none."""
    if not len(starts):
        return column[:0]
    padded = np.append(column, np.nan)  # an end may be one past the last row
    bounds = np.column_stack([starts, ends]).reshape(-1)
    found: np.ndarray = np.fmax.reduceat(padded, bounds)[::2]
    return found
