"""Where icons and translations lie: packed into the wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

import inspector

_PACKAGE = Path(inspector.__file__).parent
_ROOTS = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


def resource(*parts: str) -> Path:
    """The path of a resource, e.g. `resource("icons", "inspector.svg")`; it may not exist."""
    candidates = [root.joinpath(*parts) for root in _ROOTS]
    return next((path for path in candidates if path.exists()), candidates[-1])
