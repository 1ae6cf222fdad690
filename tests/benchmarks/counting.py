"""Counting ONNX models beside onnx-tool: `python tests/benchmarks/counting.py FILE.onnx ...`.

Needs `pip install onnx-tool`. Both open the file, give every node its shapes and count, measured
alternately in one run; onnx-tool reads the weights as well, it knows no other way.
"""

from __future__ import annotations

import contextlib
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

from inspector.analysis.flops.count import count
from inspector.document import open_document

ROUNDS = 5


def ours(path: Path) -> int:
    """MACs, by this package."""
    document = open_document(path)
    try:
        report = count(document.checkpoint, document.contents)
        return report.macs or 0
    finally:
        document.close()


def peers(path: Path) -> int:
    """What onnx-tool counts: it weighs exp, sqrt and so on as several MACs."""
    import onnx_tool
    from onnx_tool import Model

    model = Model(str(path), {"constant_folding": False, "verbose": False})
    graph = model.graph
    shapes = {
        name: onnx_tool.create_ndarray_f32(
            [
                size if isinstance(size, int) and size > 0 else 1
                for size in graph.tensormap[name].get_shape()
            ]
        )
        for name in graph.input
    }
    graph.shape_infer(shapes)
    graph.profile()
    return int(graph.macs[0])


def timed(run: Callable[[Path], int], path: Path) -> tuple[float, int]:
    """(seconds, MACs)."""
    start = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        macs = run(path)
    return time.perf_counter() - start, macs


def main(paths: list[str]) -> None:
    """Print a line per file."""
    print(f"{'file':<32} {'ours':>9} {'onnx-tool':>10} {'ratio':>6} {'MACs':>16} {'onnx-tool':>16}")
    for text in paths:
        path = Path(text)
        mine, theirs = [], []
        for _ in range(ROUNDS):
            mine.append(timed(ours, path))
            theirs.append(timed(peers, path))
        (seconds, macs), (longer, said) = min(mine), min(theirs)
        times = f"{seconds:>8.3f}s {longer:>9.3f}s {longer / seconds:>5.1f}x"
        print(f"{path.name:<32} {times} {macs:>16,} {said:>16,}")


if __name__ == "__main__":
    main(sys.argv[1:])
