"""All that is known of a diff so far: verdicts, counts, and the tree they roll up to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from inspector.analysis.diff.model import (
    STATUSES,
    PairValues,
    Status,
    StructureDiff,
    Verdict,
    verdict,
)

_DEEPEST = 100  # levels; what is deeper is one name
_NUMBER = re.compile(r"[0-9]{1,9}")


class Outcome:
    """A diff together with the values compared so far. Belongs to one thread at a time.

    Attributes:
        structure: What was compared.
        values: Index of a pair -> its values, as far as they are known.
        verdicts: Of each pair, in their order.
    """

    def __init__(self, structure: StructureDiff) -> None:
        self.structure = structure
        self.values: dict[int, PairValues] = {}
        self.verdicts: list[Verdict] = [verdict(pair, None) for pair in structure.pairs]

    def take(self, values: PairValues) -> Verdict:
        """Note what `compare_values` gave; the new verdict of its pair."""
        found = verdict(self.structure.pairs[values.index], values)
        self.values[values.index] = values
        self.verdicts[values.index] = found
        return found

    @property
    def counts(self) -> dict[Status, int]:
        """Status -> pairs of it, those not compared yet as they stand."""
        found = dict.fromkeys(STATUSES, 0)
        for said in self.verdicts:
            found[said.status] += 1
        return found

    @property
    def is_complete(self) -> bool:
        """Whether every verdict is final."""
        return all(said.is_final for said in self.verdicts)

    @property
    def is_identical(self) -> bool:
        """Whether nothing differs: no tensor, no other value, and no name."""
        return (
            not self.structure.values
            and not self.structure.rules
            and all(said.is_final and said.status == "same" for said in self.verdicts)
        )


@dataclass(slots=True)
class Branch:
    """A level of the tree: a module of the model, or a run of numbered modules that are alike.

    Attributes:
        name: One part of the names, or "0-11" for a run.
        counts: Status -> tensors below.
        children: In order of first appearance.
        pairs: Indices of the pairs that end here.
    """

    name: str
    counts: dict[Status, int]
    children: list[Branch] = field(default_factory=list)
    pairs: list[int] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Tensors below."""
        return sum(self.counts.values())

    @property
    def is_same(self) -> bool:
        """Whether no tensor below differs."""
        return self.counts["same"] == self.total

    def walk(self, above: str = "") -> Iterator[tuple[str, Branch]]:
        """(dotted name, branch) of this one and all below it."""
        name = f"{above}.{self.name}" if above else self.name
        yield name, self
        for child in self.children:
            yield from child.walk(name)


def rolled_up(outcome: Outcome) -> Branch:
    """The tree of all pairs; neighbours with numbers for names that are all the same are one.

    The names are split at dots. A tensor is a branch without children and with one pair.
    """
    root = Branch("", dict.fromkeys(STATUSES, 0))
    places: dict[tuple[int, str], Branch] = {}
    for pair, said in zip(outcome.structure.pairs, outcome.verdicts, strict=True):
        branch = root
        branch.counts[said.status] += 1
        for part in _parts(pair.path):
            below = places.get((id(branch), part))
            if below is None:
                below = places[id(branch), part] = Branch(part, dict.fromkeys(STATUSES, 0))
                branch.children.append(below)
            branch = below
            branch.counts[said.status] += 1
        branch.pairs.append(pair.index)
    _fold(root)
    return root


def _parts(path: tuple[str | int, ...]) -> list[str]:
    parts = [part for element in path for part in str(element).split(".", _DEEPEST)]
    return [*parts[:_DEEPEST], ".".join(parts[_DEEPEST:])] if len(parts) > _DEEPEST else parts


def _fold(branch: Branch) -> None:
    """Make one branch of each run of numbered children that are the same on both sides."""
    folded: list[Branch] = []
    for child in branch.children:
        last = folded[-1] if folded else None
        if last is not None and _is_next(last, child):
            folded[-1] = _merged(last, child)
        else:
            folded.append(child)
    branch.children = folded
    for child in folded:
        if not child.is_same:
            _fold(child)


def _is_next(last: Branch, child: Branch) -> bool:
    if not (last.is_same and child.is_same and _NUMBER.fullmatch(child.name)):
        return False
    end = last.name.rpartition("-")[2]
    return bool(_NUMBER.fullmatch(end)) and int(child.name) == int(end) + 1


def _merged(last: Branch, child: Branch) -> Branch:
    counts = {status: n + child.counts[status] for status, n in last.counts.items()}
    name = f"{last.name.partition('-')[0]}-{child.name}"
    return Branch(name, counts, [*last.children, *child.children], [*last.pairs, *child.pairs])
