"""What the cells of a diff say, made when they are painted."""

from __future__ import annotations

import math

from inspector.analysis.diff.model import Item, Pair
from inspector.analysis.diff.wording import pair_text
from inspector.describe import shape, visible
from inspector.gui.core_sentences import said
from inspector.gui.diff.index import (
    COSINE,
    LEFT,
    MAX_ABS,
    NAME,
    REL_L2,
    RESULT,
    RIGHT,
    DiffIndex,
)
from inspector.gui.diff.looks import MISSING, STATE_LOOKS, STATES, UNEXPECTED
from inspector.gui.text import CELL_LIMIT, counted, translate

NOTHING = "—"
_ROUNDING = 1e-12  # of sums in float64; a cosine that near to 1 is 1


class DiffCells:
    """The texts of the rows of one diff."""

    def __init__(self, index: DiffIndex) -> None:
        self._index = index
        self._pairs = index.outcome.structure.pairs

    def pair(self, row: int) -> Pair | None:
        """The pair of a row; None for a branch."""
        at = self._index.rows.pair[row]
        return self._pairs[at] if at >= 0 else None

    def text(self, row: int, column: int, is_flat: bool = False) -> str:
        """The text of one cell; "" where there is nothing to say."""
        pair = self.pair(row)
        if column == NAME:
            return self.name(row, is_flat)
        if column == RESULT:
            return self._result(row, pair)
        if column in (LEFT, RIGHT):
            if pair is None:
                return self._side_of_branch(row, column)
            return tensor_text(pair.a if column == LEFT else pair.b)
        return self._figure(row, column)

    def name(self, row: int, is_whole: bool = False) -> str:
        """What a row is called; both names where a pair was recognised under another one."""
        rows = self._index.rows
        name = rows.path(row) if is_whole else rows.names[row]
        pair = self.pair(row)
        if pair is not None and pair.how in ("content", "rename") and pair.b is not None:
            name = f"{name} → {pair.b.match}"
        return visible(name, CELL_LIMIT) or "''"

    def _side_of_branch(self, row: int, column: int) -> str:
        counts = self._index.counts(row)
        tensors = sum(counts) - counts[UNEXPECTED if column == LEFT else MISSING]
        return counted(tensors, "tensor") if tensors else NOTHING

    def _result(self, row: int, pair: Pair | None) -> str:
        if pair is None:
            return "  ".join(f"{glyph} {n:,}" for glyph, n, _ in self.parts(row))
        state = int(self._index.state[row])
        reasons = self._index.outcome.verdicts[pair.index].reasons
        said = [STATE_LOOKS[state].text]
        said += [", ".join(facts)] if (facts := [r for r in reasons if r != "values"]) else []
        if pair.how in ("content", "rename"):
            said.append(translate("DiffCells", "renamed"))
        return " · ".join(said)

    def parts(self, row: int) -> list[tuple[str, int, int]]:
        """(glyph, number, state) of what is below a branch: what differs, else what does not."""
        counts = self._index.counts(row)
        found = [(STATE_LOOKS[s].glyph, counts[s], s) for s in STATES if counts[s]]
        return [part for part in found if part[2]] or found

    def _figure(self, row: int, column: int) -> str:
        index = self._index
        if column in (MAX_ABS, REL_L2):
            value = float((index.max_abs if column == MAX_ABS else index.rel_l2)[row])
            return "" if math.isnan(value) else f"{value:.2g}"
        if column == COSINE:
            value = float(index.cosine[row])
            return "" if math.isnan(value) else cosine_text(value)
        return share_text(index.share(row))

    def accessible(self, row: int, column: int, is_flat: bool) -> str:
        """The text of a cell for people who hear it: words in place of glyphs."""
        if column == RESULT and self.pair(row) is None:
            parts = self.parts(row)
            return ", ".join(f"{n:,} {STATE_LOOKS[state].text}" for _, n, state in parts)
        text = self.text(row, column, is_flat)
        return f"{text}, {self.accessible(row, RESULT, is_flat)}" if column == NAME else text

    def tooltip(self, row: int, column: int) -> str:
        """Full names and all that is known."""
        pair = self.pair(row)
        if column == RESULT:
            return self._result_tooltip(row, pair)
        if pair is not None and column in (LEFT, RIGHT):
            item = pair.a if column == LEFT else pair.b
            return f"{visible(item.name)}\n{tensor_text(item)}" if item is not None else ""
        if column == NAME:
            return self.name(row, is_whole=True)
        return self.text(row, column)

    def _result_tooltip(self, row: int, pair: Pair | None) -> str:
        if pair is None:
            counts = self._index.counts(row)
            return "\n".join(f"{counts[s]:,} {STATE_LOOKS[s].text}" for s in STATES if counts[s])
        outcome = self._index.outcome
        reasons = outcome.verdicts[pair.index].reasons
        explanation = STATE_LOOKS[int(self._index.state[row])].explanation
        more = said(pair_text(pair, reasons, outcome.values.get(pair.index)))
        return "\n".join(filter(None, (explanation, more)))


def tensor_text(item: Item | None) -> str:
    """ "64 × 3 × 7 × 7 float32"; a dash where there is no tensor."""
    if item is None:
        return NOTHING
    return f"{shape(item.tensor.shape)}  {item.tensor.dtype.name}"


def cosine_text(value: float) -> str:
    """Enough digits to see that it is not 1."""
    if abs(1 - value) < _ROUNDING:
        return "1"
    return f"{value:.6f}" if value < 0.9999995 else f"1 − {1 - value:.0e}"


def share_text(share: float) -> str:
    """ "98.1 %"; "" where nothing was compared, and never 0 % or 100 % for almost so."""
    if math.isnan(share):
        return ""
    if 0 < share < 0.001:
        return "< 0.1 %"
    return "> 99.9 %" if 0.999 < share < 1 else f"{100 * share:.3g} %"
