"""What the next start finds again: the tabs in their order, and which was in front. Without Qt's
widgets.

Edits that were not saved are not kept: a comparison is again of what is on disk.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from inspector.analysis.diff.parts import Part
from inspector.describe import visible
from inspector.gui.diff.opening import Place, Wanted
from inspector.gui.text import translate

_NAMED = 3  # of the files that are gone


@dataclass(frozen=True, slots=True)
class Session:
    """Attributes:
    tabs: Of each tab the file, or what it compares.
    front: The place of the one in front.
    """

    tabs: Sequence[Path | Wanted] = ()
    front: int = 0

    def to_text(self) -> str:
        """What `from_text` reads."""
        tabs = [
            {"file": str(tab)} if isinstance(tab, Path) else _comparison(tab) for tab in self.tabs
        ]
        return json.dumps({"tabs": tabs, "front": self.front})

    def without_missing(self) -> tuple[Session, list[Path]]:
        """The tabs whose files are all there, and the files that are not."""
        files = [{tab} if isinstance(tab, Path) else {tab.a.path, tab.b.path} for tab in self.tabs]
        missing = {path for each in files for path in each if not path.exists()}
        kept = [at for at, each in enumerate(files) if not missing & each]
        front = sum(at < self.front for at in kept)
        return Session([self.tabs[at] for at in kept], front), sorted(missing)


def from_text(text: str) -> Session:
    """A session that was kept; an empty one where it means nothing."""
    try:
        given = json.loads(text)
        return Session([_tab(each) for each in given["tabs"]], int(given["front"]))
    except (ValueError, TypeError, KeyError):
        return Session()


def missing_text(missing: Sequence[Path]) -> str:
    """A sentence about files of the last session that are not there any more."""
    text = translate("Session", "Not opened again, because it was deleted or moved: {names}")
    if len(missing) > 1:
        text = translate("Session", "Not opened again, because they were deleted or moved: {names}")
    names = [visible(path.name, 60) for path in missing[:_NAMED]]
    names += ["…"] if len(missing) > _NAMED else []
    return text.replace("{names}", ", ".join(names))


def _comparison(wanted: Wanted) -> dict[str, Any]:
    return {
        "compare": [_side(wanted.a), _side(wanted.b)],
        "rejected": sorted(wanted.rejected),
        "rtol": wanted.rtol,
        "atol": wanted.atol,
    }


def _side(place: Place) -> dict[str, Any]:
    part = place.part
    return {"file": str(place.path), "path": list(part.path), "prefix": part.prefix}


def _tab(given: dict[str, Any]) -> Path | Wanted:
    if "file" in given:
        return Path(str(given["file"]))
    a, b = (_place(side) for side in given["compare"])
    rejected = frozenset((kind, str(x), str(y)) for kind, x, y in given["rejected"])
    rtol, atol = float(given["rtol"]), float(given["atol"])
    if not (isfinite(rtol) and isfinite(atol) and rtol >= 0 and atol >= 0):
        raise ValueError
    return Wanted(a, b, rejected, rtol, atol)


def _place(given: dict[str, Any]) -> Place:
    path = tuple(part if isinstance(part, int) else str(part) for part in given["path"])
    return Place(Path(str(given["file"])), Part(path, str(given["prefix"])))
