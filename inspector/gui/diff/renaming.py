"""The edits that give one side the other side's names, or one of its tensors. Without Qt."""

from __future__ import annotations

from inspector.analysis.diff.model import Pair
from inspector.edits.edit import Edit
from inspector.errors import InspectorError
from inspector.gui.diff.opening import Compared
from inspector.repair import SideName, aligning_edits, taking_edit


def names_edits(compared: Compared, side: SideName) -> list[Edit]:
    """The fewest edits that make the keys of `side` those of the other one; empty without need."""
    return aligning_edits(compared.outcome.structure, side)


def take_edit(compared: Compared, pair: Pair, side: SideName) -> Edit | None:
    """The edit that puts the other side's tensor on `side`; None where that cannot be."""
    place = compared.wanted.b if side == "a" else compared.wanted.a
    if place.edits:  # what is on disk is not what is seen
        return None
    try:
        return taking_edit(compared.outcome.structure, pair, side)
    except InspectorError:
        return None
