"""One line of what is said about something."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and a value.

    Attributes:
        exact: What hovering shows.
        row: The row of the tree that the label leads to; 0 for none.
        status: A name in `theme.STATUSES` whose colour the label takes.
        is_prose: It is a sentence of ours, which wraps, not a value of the file.
    """

    label: str
    value: str
    exact: str = ""
    row: int = 0
    is_prose: bool = False
    status: str = ""
