"""What the pages on the right are about: a row of an open document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from inspector.checkpoint.tree import Path
from inspector.gui.document.opening import Opened


@dataclass(frozen=True, slots=True)
class Subject:
    """A row of a document; row 0 is the file itself."""

    opened: Opened
    row: int

    @property
    def node(self) -> Any:
        """The node of the tree; None for groups of keys."""
        return self.opened.tree.rows.nodes[self.row]

    @property
    def kind(self) -> int:
        """As in `itemmodels.rows`."""
        return self.opened.tree.rows.kind[self.row]

    @property
    def flags(self) -> int:
        """As in `itemmodels.rows`."""
        return self.opened.tree.rows.flags[self.row]

    @property
    def path(self) -> Path:
        """Where it sits in the tree."""
        return self.opened.tree.rows.path(self.row)

    @property
    def key(self) -> str | None:
        """Its name in its state_dict, module or graph."""
        return self.opened.tree.rows.key(self.row)
