"""Recognising an architecture beside opening its file: `python tests/benchmarks/recognising.py`.

What must hold: recognising takes under 30 ms, also the first time, when the table is read. It is
the processor's time, because other programs run beside.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import torch

RECOGNISE = """
import sys, time
from pathlib import Path
from inspector.document import open_document
from inspector.analysis.flops.fingerprint import recognise
start = time.process_time()
document = open_document(Path(sys.argv[1]))
opened = time.process_time()
first = recognise(document.checkpoint, document.contents)
then = time.process_time()
again = recognise(document.checkpoint, document.contents)
end = time.process_time()
print(opened - start, then - opened, end - then, first.name if first else "nothing")
"""


def state_dict(repeats: int) -> dict[str, torch.Tensor]:
    """As many tensors as a large convolutional network, which no table knows."""
    one = torch.zeros(())
    names = ("conv.weight", "bn.weight", "bn.bias", "bn.running_mean", "bn.running_var")
    return {f"layers.{n}.{name}": one.expand(8) for n in range(repeats) for name in names}


def main() -> None:
    """The best of five fresh interpreters for each file."""
    sys.path.insert(0, str(Path(__file__).parents[2]))
    from tests.analysis.flops.shapes import resnet50, tensors

    values = {"resnet50": tensors(resnet50()), "2,500 unknown": state_dict(500)}
    with tempfile.TemporaryDirectory() as folder:
        for name, value in values.items():
            path = Path(folder, "m.pth")
            torch.save(value, path)
            command = [sys.executable, "-c", RECOGNISE, str(path)]
            runs = [subprocess.run(command, check=True, capture_output=True) for _ in range(5)]
            said = (run.stdout.decode().split(maxsplit=3) for run in runs)
            words = min(said, key=lambda found: float(found[1]))
            opened, first, again = (1000 * float(word) for word in words[:3])
            print(
                f"{name}: opened in {opened:.1f} ms; recognised as {words[3].strip()} in "
                f"{first:.1f} ms, again in {again:.1f} ms"
            )


if __name__ == "__main__":
    main()
