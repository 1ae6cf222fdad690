"""`inspector --version`: what a bug report needs, without importing any of it."""

from __future__ import annotations

import platform
import sys
from importlib import metadata
from pathlib import Path

import inspector

_PACKAGES = (
    "PySide6-Essentials",
    "numpy",
    "ml_dtypes",
    "onnx",
    "safetensors",
    "matplotlib",
    "torch",
)


def versions() -> list[str]:
    """Lines; the first is `inspector VERSION`."""
    return [
        f"inspector {inspector.__version__} ({Path(inspector.__file__).parent})",
        f"Python {platform.python_version()} ({sys.executable})",
        f"{platform.platform()}",
        ", ".join(f"{name} {version_of(name) or '–'}" for name in _PACKAGES),
    ]


def version_of(package: str) -> str | None:
    """The version of an installed package; None where it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
