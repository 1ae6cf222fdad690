"""`inspector diff` beside `cmp` and beside torch: `python tests/benchmarks/comparing.py`.

Needs 5 GB in /tmp and as much memory for the disk cache. Seconds mean nothing on a shared machine:
every figure is a ratio of two things measured alternately in one run.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import torch

ROUNDS = 2
TENSORS, SIDE = 64, 4096  # 2 GiB of float16
MANY = 92_160

OURS = """
import sys, time
from pathlib import Path
from inspector.analysis.diff.rollup import Outcome
from inspector.analysis.diff.sides import side_of
from inspector.analysis.diff.structure import structure_diff
from inspector.analysis.diff.values import compare_values
from inspector.document import open_document
from inspector.formats.registry import paused_collector
import numpy, ml_dtypes

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024

before = time.perf_counter()
a, b = (open_document(Path(name)) for name in sys.argv[1:3])
opened = time.perf_counter()
sides = [side_of(document.checkpoint, document.contents) for document in (a, b)]
with paused_collector():
    outcome = Outcome(structure_diff(*sides))
aligned = time.perf_counter()
with paused_collector():
    for values in compare_values(outcome.structure, is_watched="watched" in sys.argv):
        outcome.take(values)
done = time.perf_counter()
print(done - before, opened - before, aligned - opened, peak(), outcome.counts["same"])
"""

TORCHS = """
import sys, time, torch
before = time.perf_counter()
a, b = (torch.load(name) for name in sys.argv[1:3])
for key, x in a.items():
    x, y = x.float().flatten(), b[key].float().flatten()
    float((x - y).abs().max()), float(torch.nn.functional.cosine_similarity(x, y, dim=0))
print(time.perf_counter() - before)
"""


def child(code: str, *args: Path | str) -> list[float]:
    """The numbers that a fresh interpreter prints."""
    command = [sys.executable, "-c", code, *map(str, args)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(word) for word in done.stdout.split()]


def cmp(a: Path, b: Path) -> float:
    """Seconds that `cmp` takes."""
    start = time.perf_counter()
    subprocess.run(["cmp", a, b], check=True)
    return time.perf_counter() - start


def best(*runs: Callable[[], list[float]]) -> list[list[float]]:
    """The quickest result of each, run alternately."""
    found: list[list[list[float]]] = [[] for _ in runs]
    for _ in range(ROUNDS):
        for at, run in enumerate(runs):
            found[at].append(run())
    return [min(results) for results in found]


def weights(path: Path, seed: int) -> None:
    torch.manual_seed(seed)
    one = torch.randn(SIDE, SIDE) * 0.02
    torch.save({f"layers.{n}.weight": (one + n * 1e-3).half() for n in range(TENSORS)}, path)


def equal_and_different(folder: Path) -> None:
    """Two equal files beside `cmp`, two entirely different ones beside torch."""
    a, b = folder / "a.pt", folder / "b.pt"
    weights(a, 0)
    shutil.copyfile(a, b)
    ours, theirs = best(lambda: child(OURS, a, b), lambda: [cmp(a, b)])
    assert ours[4] == TENSORS
    print(
        f"two equal files of {a.stat().st_size / 1e9:.2f} GB: {ours[0] / theirs[0]:.2f} x the time "
        f"of cmp ({ours[0]:.2f} s beside {theirs[0]:.2f} s)"
    )
    weights(b, 1)
    ours, theirs = best(lambda: child(OURS, a, b), lambda: child(TORCHS, a, b))
    assert ours[4] == 0
    print(
        f"two different ones, float16: torch.load of both, max-abs and cosine in float32 take "
        f"{theirs[0] / ours[0]:.1f} x our time ({theirs[0]:.2f} s beside {ours[0]:.2f} s); "
        f"{ours[3]:.0f} MB of memory at the peak"
    )
    a.unlink()
    b.unlink()


def many(folder: Path, prefix: str, apart: float, what: str) -> None:
    """92,160 tensors on each side: seconds to open both, to align them, to compare their values;
    and how much longer it takes with the worst first."""
    a, b = folder / "many-a.pt", folder / "many-b.pt"
    names = [f"layers.{n // 9}.block.{n % 9}.weight" for n in range(MANY)]
    numbers = torch.randn(MANY, 4)
    torch.save({name: numbers[at].clone() for at, name in enumerate(names)}, a)
    others = numbers + apart * torch.randn(MANY, 4) * 10 ** (-8 * torch.rand(MANY, 1))
    torch.save({f"{prefix}{name}": others[at].clone() for at, name in enumerate(names)}, b)
    plain, watched = best(lambda: child(OURS, a, b), lambda: child(OURS, a, b, "watched"))
    total, opened, aligned, memory, _ = plain
    print(
        f"{MANY:,} tensors, {what}: open both {opened:.2f} s, align {aligned:.2f} s, compare "
        f"{total - opened - aligned:.2f} s, {memory:.0f} MB of memory; worst first "
        f"{watched[0] / total:.2f} x as long, {watched[3]:.0f} MB"
    )


def main() -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as name:
        many(Path(name), "", 0.0, "equal names")
        many(Path(name), "module.", 0.0, "behind a prefix")
        many(Path(name), "", 1.0, "all different")
        equal_and_different(Path(name))


if __name__ == "__main__":
    main()
