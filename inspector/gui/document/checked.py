"""What a check of the values found, kept through edits: an edit shares the tensors it leaves."""

from __future__ import annotations

from collections.abc import Iterable

from inspector.analysis.health import HealthRecord, checkable, worst_first
from inspector.checkpoint.contents import Contents
from inspector.gui.core_sentences import said
from inspector.gui.itemmodels.index import TreeIndex

Badges = dict[int, tuple[str, str]]


class Checked:
    """The records of a document's tensors, whatever keys its edits give them."""

    def __init__(self) -> None:
        self._records: dict[int, HealthRecord] = {}

    def add(self, records: Iterable[HealthRecord]) -> None:
        """Keep records, which keep their tensors, so that no other gets the id of one."""
        self._records.update({id(record.entry.tensor): record for record in records})

    def forget(self) -> None:
        """Before a check begins anew."""
        self._records.clear()

    def records(self, contents: Contents) -> list[HealthRecord]:
        """Of those tensors of `contents` that were checked, worst first, else in file order."""
        found: list[HealthRecord] = []
        if not self._records:
            return found
        for entry in checkable(contents):
            record = self._records.get(id(entry.tensor))
            if record is not None:
                found.append(HealthRecord(entry, record.stats, record.marks))
        return worst_first(found)


def text_of(record: HealthRecord) -> str:
    """All marks, in the language of the window."""
    return ", ".join(said(mark.what) for mark in record.marks)


def is_problem(record: HealthRecord) -> bool:
    """Whether a person should look at it."""
    return record.severity in ("error", "danger", "warning")


def badges_of(records: Iterable[HealthRecord], tree: TreeIndex) -> Badges:
    """Row of the tree -> (status, words); rows above get the worst status and no words."""
    badges: Badges = {}
    for record in worst_first(record for record in records if is_problem(record)):
        row = tree.row_of(record.entry.tensor)
        for each in tree.rows.ancestors(row)[:-1]:
            badges.setdefault(each, (record.severity, ""))
        if row:
            badges[row] = (record.severity, text_of(record))
    return badges
