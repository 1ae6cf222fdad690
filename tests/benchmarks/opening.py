"""Opening, as ratios taken in one run: `python tests/benchmarks/opening.py`. Needs 5 GB in /tmp.

Seconds mean nothing on a shared machine; each figure stands beside its peer, measured alternately.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import torch

TENSORS = 92_160
ROUNDS = 5
BIG, SMALL = 8 << 20, 1  # elements of each of the 64 tensors: 2 GB in all, or next to nothing


def best(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of the quickest of several runs."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def child(code: str, *args: str) -> list[float]:
    """The numbers that a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *args], check=True, capture_output=True, text=True
    )
    return [float(word) for word in done.stdout.split()]


OPEN = """
import resource, sys, time
from pathlib import Path
from inspector.formats.registry import find_format
from inspector.document import open_document
warm = open_document(Path(sys.argv[2])); warm.close()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
times = []
for _ in range(7):
    start = time.perf_counter()
    document = open_document(Path(sys.argv[1]))
    times.append(time.perf_counter() - start)
    document.close()
print(min(times), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def many_tensors(folder: Path) -> None:
    """A zip of 92,160 tensors, each with its own storage, beside torch.load(mmap=True)."""
    from inspector.document import open_document

    path = folder / "many.pt"
    torch.save({f"layers.{n}.weight": torch.zeros(1) for n in range(TENSORS)}, path)
    ours = best(lambda: open_document(path).close())
    theirs = best(lambda: torch.load(path, mmap=True), 3)
    print(f"{TENSORS:,} tensors: torch.load(mmap=True) takes {theirs / ours:.1f} x our time")
    print(f"    ({theirs:.2f} s beside {ours:.2f} s)")


def zip_of(path: Path, numel: int) -> None:
    torch.save({f"layers.{n}.weight": torch.zeros(numel) for n in range(64)}, path)


def legacy_of(path: Path, numel: int) -> None:
    state = {f"layers.{n}.weight": torch.zeros(numel) for n in range(64)}
    torch.save(state, path, _use_new_zipfile_serialization=False)


def torchscript_of(path: Path, numel: int) -> None:
    module = torch.nn.ParameterList([torch.zeros(numel) for _ in range(64)])
    holder = torch.nn.Module()
    for n, parameter in enumerate(module):
        holder.register_parameter(f"p{n}", torch.nn.Parameter(parameter.data))
    torch.jit.save(torch.jit.script(holder), path)


def tar_of(path: Path, numel: int) -> None:
    from tests.make.tensors import Bytes, View
    from tests.make.torch_tar import torch_tar

    data = bytes(4 * numel)
    state = {f"layers.{n}.weight": View(Bytes(str(n), data), (numel,)) for n in range(64)}
    path.write_bytes(torch_tar(state))


def safetensors_of(path: Path, numel: int) -> None:
    from safetensors.torch import save_file

    save_file({f"layers.{n}.weight": torch.zeros(numel) for n in range(64)}, path)


def onnx_of(path: Path, numel: int) -> None:
    """Initializers in the file; protobuf allows less than 2 GiB, so somewhat less."""
    import onnx
    from onnx import TensorProto, helper

    raw = bytes(4 * (numel - numel // 10 if numel > 1 else numel))
    count = len(raw) // 4
    weights = [
        helper.make_tensor(f"w{n}", TensorProto.FLOAT, [count], raw, raw=True) for n in range(64)
    ]
    graph = helper.make_graph([], "g", [], [], weights)
    onnx.save(helper.make_model(graph), path)


FORMATS = {
    "torch zip": zip_of,
    "torch legacy": legacy_of,
    "torch tar": tar_of,
    "TorchScript": torchscript_of,
    "safetensors": safetensors_of,
    "ONNX": onnx_of,
}


def big_files(folder: Path) -> None:
    """2 GB beside the same structure with tiny tensors, in each format."""
    for name, write in FORMATS.items():
        big, small = folder / "big.bin", folder / "small.bin"
        write(big, BIG)
        write(small, SMALL)
        more, memory = child(OPEN, str(big), str(small))
        less, _ = child(OPEN, str(small), str(small))
        print(
            f"{name}: {big.stat().st_size / 1e9:.2f} GB opens in {1e3 * more:.1f} ms, tiny tensors "
            f"in {1e3 * less:.1f} ms: {1e3 * (more - less):+.1f} ms, {memory:+.1f} MB"
        )
        big.unlink()


def processes(folder: Path) -> None:
    """Whole processes beside `import torch`."""
    path = folder / "ordinary.pt"
    model = torch.nn.Sequential(*(torch.nn.Linear(64, 64) for _ in range(40)))
    optimizer = torch.optim.Adam(model.parameters())
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict()}, path)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    def run(*words: str) -> Callable[[], object]:
        return lambda: subprocess.run(
            [sys.executable, *words], check=True, stdout=subprocess.DEVNULL, env=environment
        )

    picture = str(folder / "window.png")
    torch_time = best(run("-c", "import torch"))
    show = best(run("-m", "inspector", "show", str(path)))
    window = best(run("-m", "inspector", "open", str(path), "--screenshot", picture))
    print(f"`inspector show`: {show / torch_time:.2f} of `import torch` ({torch_time:.2f} s)")
    print(f"`inspector open --screenshot`: {window / torch_time:.2f} of `import torch`")


def main() -> None:
    """Print every figure."""
    sys.path.insert(0, str(Path(__file__).parents[2]))
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        many_tensors(folder)
        big_files(folder)
        processes(folder)


if __name__ == "__main__":
    main()
