"""Statistics of whole files beside `cat FILE > /dev/null`: `python tests/benchmarks/measuring.py`.

Needs 2 GB in /tmp and as much memory for the disk cache. Seconds mean nothing on a shared machine:
every figure is a ratio of two things measured alternately in one run.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import torch

from inspector.analysis.tensor_stats import stats_of
from inspector.document import Document, open_document

ROUNDS = 9
TENSORS, SIDE = 32, 4096
DTYPES = (
    torch.float32,
    torch.float16,
    torch.bfloat16,
    torch.float8_e4m3fn,
    torch.float8_e5m2,
    torch.int8,
    torch.uint8,
    torch.bool,
)


def checkpoint(path: Path, dtype: torch.dtype) -> None:
    """2 GiB of weights of a usual size."""
    count = TENSORS * 4 // dtype.itemsize
    one = torch.randn(SIDE, SIDE) * (0.02 if dtype.is_floating_point else 25)
    state = {f"layers.{n}.weight": (one + n * 1e-4).to(dtype) for n in range(count)}
    torch.save(state, path)


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def cat(path: Path) -> None:
    with path.open("rb") as file, Path("/dev/null").open("wb") as nowhere:
        subprocess.run(["cat"], stdin=file, stdout=nowhere, check=True)


def statistics(document: Document) -> None:
    for _ in stats_of([entry.tensor for entry in document.contents.tensors]):
        pass


def compare(folder: Path, dtype: torch.dtype) -> None:
    """Print how our passes over one file stand beside cat's."""
    path = folder / "weights.pt"
    checkpoint(path, dtype)
    document = open_document(path)
    size = path.stat().st_size
    runs: dict[str, Callable[[], object]] = {
        "cat": lambda: cat(path),
        "statistics": lambda: statistics(document),
    }
    cat(path)
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            times[name].append(seconds(run))
    best = {name: min(found) for name, found in times.items()}
    print(
        f"{str(dtype)[6:]}, {size / 1e9:.2f} GB: {best['cat'] / best['statistics']:.2f} of the "
        f"bandwidth of `cat FILE > /dev/null` ({size / best['statistics'] / 1e9:.1f} beside "
        f"{size / best['cat'] / 1e9:.1f} GB/s)"
    )
    document.close()
    path.unlink()


def main() -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as name:
        for dtype in DTYPES:
            compare(Path(name), dtype)


if __name__ == "__main__":
    main()
