"""The rows of a report: what is alike below one name is one row, what differs has its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inspector.analysis.diff.model import STATUSES, Pair, PairValues, Status, Verdict
from inspector.analysis.diff.rollup import Branch, Outcome, rolled_up
from inspector.analysis.diff.wording import LOOKS, names_text, pair_text
from inspector.describe import plural, visible


@dataclass(frozen=True, slots=True)
class Row:
    """Attributes:
    name: Dotted; both names where they differ; "layers.0-11" for a run of modules.
    total: Tensors it stands for.
    text: All that is to be said beside the status.
    pair, values: Of a row that is one tensor.
    """

    name: str
    status: Status
    total: int
    text: str
    pair: Pair | None = None
    values: PairValues | None = None


def rows(outcome: Outcome) -> Iterator[Row]:
    """In the order of the tree."""
    yield from _rows(outcome, rolled_up(outcome), "")


def _rows(outcome: Outcome, branch: Branch, above: str) -> Iterator[Row]:
    name = f"{above}.{branch.name}" if above else branch.name
    status = next((s for s in STATUSES if branch.counts[s] == branch.total), None)
    is_group = branch.total > 1 and status in ("same", "missing", "unexpected")
    if is_group and status is not None:
        word = "identical" if status == "same" else LOOKS[status].word
        shown = visible(name, 400) or "everything"
        yield Row(shown, status, branch.total, f"{plural(branch.total, 'tensor')} {word}")
        return
    for index in branch.pairs:
        yield _row(outcome, index)
    for child in branch.children:
        yield from _rows(outcome, child, name)


def _row(outcome: Outcome, index: int) -> Row:
    pair, said = outcome.structure.pairs[index], outcome.verdicts[index]
    values = outcome.values.get(index)
    text = pair_text(pair, said.reasons, values)
    return Row(names_text(pair), said.status, 1, _or_pending(text, said), pair, values)


def _or_pending(text: str, said: Verdict) -> str:
    return text if said.is_final else "; ".join(filter(None, [text, "values not compared"]))


def counts_text(outcome: Outcome) -> str:
    """ "120 same, 3 changed"; statuses that do not occur are left out."""
    said = [f"{n:,} {LOOKS[status].word}" for status, n in outcome.counts.items() if n]
    return ", ".join(said) or "no tensors"
