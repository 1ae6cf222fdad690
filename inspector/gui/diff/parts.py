"""Which two parts of one file a person most likely wants to compare."""

from __future__ import annotations

from inspector.checkpoint.contents import Contents
from inspector.checkpoint.tree import Path


def likely_parts(contents: Contents) -> tuple[Path, Path]:
    """The weights and their EMA; else the first two state_dicts; else the whole twice."""
    found = [each for each in contents.state_dicts if each.entries and each.path]
    weights = next((each for each in found if each.role == "weights"), None)
    averaged = next((each for each in found if each.role == "ema"), None)
    if weights is not None and averaged is not None:
        return weights.path, averaged.path
    paths = [each.path for each in found]
    return (paths[0], paths[1]) if len(paths) > 1 else ((), ())
