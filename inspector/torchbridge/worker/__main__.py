"""The worker's first line. Run as `python <this file>`, under any Python that has torch.

Only this folder becomes importable, under its own name: neither our other modules nor the packages
installed beside them are put in that Python's way.
"""

from __future__ import annotations

import sys
import types
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PACKAGES = (
    ("inspector", _HERE.parents[1]),
    ("inspector.torchbridge", _HERE.parent),
    ("inspector.torchbridge.worker", _HERE),
)


def _start() -> None:
    sys.path[:] = [entry for entry in sys.path if entry and Path(entry).resolve() != _HERE]
    for name, folder in _PACKAGES:
        package = types.ModuleType(name)
        package.__path__ = [str(folder)]
        sys.modules[name] = package
    from inspector.torchbridge.worker.serve import serve

    serve()


if __name__ == "__main__":
    _start()
