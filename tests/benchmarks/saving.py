"""Saving, as ratios taken in one run: `python tests/benchmarks/saving.py`. Needs 10 GB in /tmp.

Strip and remap of a 2 GB checkpoint beside `cp` and `sync` of it, and a cast beside torch's own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import torch

ROUNDS = 7
TENSORS, NUMEL = 256, 1 << 21  # 2 GB of float32

SAVE = """
import resource, sys
from pathlib import Path
from inspector.document import open_document
from inspector.edits.edit import apply
from inspector.edits.keys import StripPrefix
from inspector.edits.location import RemapDevice
from inspector.formats.writing import save_checkpoint
document = open_document(Path(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
edits = [StripPrefix("module."), RemapDevice("cuda:*", "cpu")]
checkpoint, _ = apply(document.checkpoint, edits)
save_checkpoint(checkpoint, Path(sys.argv[2]), sys.argv[3], replace=True)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
CAST = """
import torch, sys
state = torch.load(sys.argv[1], map_location="cpu")
torch.save({key: value.bfloat16() for key, value in state.items()}, sys.argv[2])
"""


def seconds(run: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def run(*words: str) -> str:
    """A child process; what it prints."""
    done = subprocess.run([sys.executable, *words], check=True, capture_output=True, text=True)
    return done.stdout


def make(folder: Path) -> dict[str, Path]:
    """The same 2 GB as zip and as legacy, saved on a GPU by their tags."""
    state = {f"module.layers.{n}.weight": torch.randn(NUMEL) for n in range(TENSORS)}
    plain = folder / "plain.pt"
    torch.save(state, plain)
    found = {name: folder / f"{name}.pt" for name in ("zip", "legacy")}
    for name, path in found.items():
        run(
            "-m", "inspector", "save", str(plain), str(path), "--device", "cuda:0", "--format", name
        )
    return found


def saving(folder: Path, files: dict[str, Path]) -> None:
    """Each conversion alternating with cp and sync: medians, and the best of several rounds."""
    target = folder / "out.pt"
    for source, format in (("zip", "zip"), ("legacy", "legacy"), ("zip", "legacy")):
        path = files[source]
        ours: list[float] = []
        copies: list[float] = []
        memory = ""
        for _ in range(ROUNDS):
            command = f"cp {path} {target} && sync {target}"
            copies.append(seconds(lambda c=command: subprocess.run(c, shell=True, check=True)))
            target.unlink()
            start = time.perf_counter()
            memory = run("-c", SAVE, str(path), str(target), format).strip()
            ours.append(time.perf_counter() - start)
            target.unlink()
        ratio, best = median(ours) / median(copies), min(ours) / min(copies)
        print(
            f"{source} -> {format}: {ratio:.2f} x cp + sync (best of each: {best:.2f}), "
            f"{memory} MB more than opening"
        )


def casting(folder: Path) -> None:
    """float32 -> bfloat16 beside torch.load, cast, torch.save in a process of its own."""
    plain, target = folder / "plain.pt", folder / "cast.pt"
    words = ("-m", "inspector", "save", str(plain), str(target), "--dtype", "bfloat16", "--force")
    ours = min(seconds(lambda: run(*words)) for _ in range(2))
    theirs = min(seconds(lambda: run("-c", CAST, str(plain), str(target))) for _ in range(2))
    print(f"cast to bfloat16: torch takes {theirs / ours:.2f} x our time")


def main() -> None:
    """Print every figure."""
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        saving(folder, make(folder))
        casting(folder)


if __name__ == "__main__":
    main()
