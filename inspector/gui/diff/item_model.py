"""The diff as Qt sees it: what its cells say, and which pairs are shown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np

from inspector.gui.diff.cells import DiffCells
from inspector.gui.diff.index import COLUMNS, LEFT, MAX_ABS, RIGHT, DiffIndex
from inspector.gui.diff.looks import STATES
from inspector.gui.itemmodels.index import Arrangement
from inspector.gui.itemmodels.row_item_model import RowItemModel
from inspector.gui.text import translate


class DiffItemModel(RowItemModel):
    """Pairs below their branches, or as one list; those in the states and of the words asked for.

    Attributes:
        states, words: What is shown.
    """

    columns = COLUMNS
    numbers_from = MAX_ABS
    tree: DiffIndex

    def __init__(self, index: DiffIndex, parent: Any = None) -> None:
        self._sequence: np.ndarray | None = None
        super().__init__(index, parent)
        self.cells = DiffCells(index)
        self.states: frozenset[int] = frozenset(STATES)
        self.words = ""
        structure = index.outcome.structure
        self._names = {LEFT: structure.a.name, RIGHT: structure.b.name}

    # -- what the cells say -------------------------------------------------------------------

    def titles(self) -> Sequence[str]:
        return (
            translate("DiffItemModel", "Name"),
            self._names[LEFT],
            translate("DiffItemModel", "Result"),
            self._names[RIGHT],
            "max |Δ|",
            "rel L2",
            translate("DiffItemModel", "cosine"),
            translate("DiffItemModel", "Values changed"),
        )

    def text_of(self, row: int, column: int) -> str:
        return self.cells.text(row, column, self.is_flat)

    def hint_of(self, row: int, column: int) -> str:
        return self.cells.tooltip(row, column)

    def heard_of(self, row: int, column: int) -> str:
        return self.cells.accessible(row, column, self.is_flat)

    # -- what is shown ------------------------------------------------------------------------

    def show_rows(self, states: Collection[int], words: str) -> None:
        """Show the pairs in `states` whose names are as `words` say; resets the model.

        Raises:
            QueryError: For words that mean nothing; what is shown stays.
        """
        shown = self.tree.shown(states, words)
        self.states, self.words = frozenset(states), words
        self._reset(shown)

    def show_flat(self, is_flat: bool) -> None:
        """Show the tree, or one list of pairs; resets the model."""
        self.is_flat = is_flat
        self.show_rows(self.states, self.words)

    def refresh(self) -> None:
        """New values are in: what is shown and its order follow; what is unfolded stays so."""
        if len(self.states) < len(STATES) or self._sorting[0] >= 0:
            self._lay_out(self.tree.shown(self.states, self.words))

    def _take(self, after: Arrangement) -> None:
        super()._take(after)
        self._sequence = None

    def sequence(self) -> np.ndarray:
        """The shown pairs from top to bottom, as if all were unfolded."""
        if self._sequence is None:
            self._sequence = self._found_sequence()
        return self._sequence

    def _found_sequence(self) -> np.ndarray:
        now, leaves = self._arrangement, self.tree.rows.leaves
        if self.is_flat:
            return np.asarray(now.child, np.int64)
        if self._sorting[0] < 0:  # rows are numbered from top to bottom
            return (leaves if now.shown is None else leaves[now.shown[leaves]]).astype(np.int64)
        found, waiting = [], [0]
        is_pair = self.tree.rows.pair
        while waiting:
            row = waiting.pop()
            if is_pair[row] >= 0:
                found.append(row)
            elif now.count[row]:
                waiting += self.children_of(row)[::-1]
        return np.array(found, np.int64)
