"""What was counted so far: one row per node, however often it ran."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from inspector.analysis.flops.report import Shape
from inspector.checkpoint.program import Node
from inspector.errors import Sentence

MAX_ROWS = 100_000  # of nodes in functions; further calls add to the rows of their nodes


@dataclass(slots=True)
class Row:
    """One node, in one place of the calls that lead to it.

    Attributes:
        node: The node itself.
        macs: None where its shapes are not known.
        weight: Name of the weight it uses first ("conv1.weight"); "" without one.
    """

    node: Node
    macs: int | None
    elementwise: int
    parameters: int
    output_shape: Shape | None
    weight: str = ""
    prefix: str = ""


@dataclass(slots=True)
class Tally:
    """Rows by (call path, node), and what could not be counted.

    Attributes:
        uncounted: (operator, why) -> how often.
        misfits: Nodes whose inputs do not fit each other.
        notes: Sentences, each once, in order.
    """

    rows: dict[tuple[str, int], Row] = field(default_factory=dict)
    uncounted: Counter[tuple[str, Sentence]] = field(default_factory=Counter)
    misfits: int = 0
    notes: dict[Sentence, None] = field(default_factory=dict)

    @property
    def macs(self) -> int:
        """Of all rows that are known."""
        return sum(row.macs or 0 for row in self.rows.values())

    def add(self, row: Row) -> None:
        """Take in one run of a node."""
        key = row.prefix, id(row.node)
        found = self.rows.get(key)
        if found is None and len(self.rows) >= MAX_ROWS and row.prefix:
            row.prefix = ""
            self.add(row)
            return
        if found is None:
            self.rows[key] = row
            return
        found.macs = None if found.macs is None or row.macs is None else found.macs + row.macs
        found.elementwise += row.elementwise
        found.parameters += row.parameters

    def take(self, other: Tally, times: int = 1) -> None:
        """Take in what ran `times` times."""
        for row in other.rows.values():
            macs = None if row.macs is None else row.macs * times
            self.add(replace(row, macs=macs, elementwise=row.elementwise * times))
        for what, count in other.uncounted.items():
            self.uncounted[what] += count
        self.misfits += other.misfits
        self.notes.update(other.notes)
