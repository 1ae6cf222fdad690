"""Which parts of files a person means."""

from __future__ import annotations

from inspector.analysis.diff.parts import WHOLE, Part
from inspector.checkpoint.contents import Contents
from inspector.checkpoint.tree import is_module
from inspector.gui.itemmodels.rows import CONTAINER, GROUP, KEYED, Rows


def likely_parts(contents: Contents) -> tuple[Part, Part]:
    """The weights and their EMA; else the first two state_dicts; else the whole twice."""
    found = [each for each in contents.state_dicts if each.entries and each.path]
    weights = next((each for each in found if each.role == "weights"), None)
    averaged = next((each for each in found if each.role == "ema"), None)
    if weights is not None and averaged is not None:
        return Part(weights.path), Part(averaged.path)
    return (Part(found[0].path), Part(found[1].path)) if len(found) > 1 else (WHOLE, WHOLE)


def part_at(rows: Rows, row: int) -> Part | None:
    """The part that a row of a file's tree stands for; None for tensors and values."""
    if rows.kind[row] not in (GROUP, CONTAINER):
        return None
    path = rows.path(row)
    if rows.kind[row] == GROUP or (rows.flags[row] & KEYED and is_module(rows.nodes[row])):
        return Part(path[:-1], f"{path[-1]}.")
    return Part(path)
