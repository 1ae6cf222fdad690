"""Tensors with values, for the tests of the pages about them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtWidgets import QLabel, QWidget

from inspector.bytesource import BytesSource
from inspector.checkpoint.dtype import DTYPES
from inspector.checkpoint.tensor import Storage, Tensor, contiguous_stride
from inspector.gui.detail.blocks import Notice
from inspector.gui.detail.subject import Subject
from tests.gui.samples import opened_of, tree


def tensor_with(data: bytes, dtype: str, *shape: int, stride: tuple[int, ...] = ()) -> Tensor:
    """A tensor of `shape` on a storage of its own that holds `data`."""
    kind = DTYPES[dtype]
    storage = Storage("0", kind, len(data), "cpu", BytesSource(data, "data/0"), 0)
    return Tensor(kind, shape, stride or contiguous_stride(shape), 0, storage)


def tensor_of_array(values: np.ndarray, dtype: str | None = None) -> Tensor:
    """The tensor that holds `values`."""
    return tensor_with(values.tobytes(), dtype or values.dtype.name, *values.shape)


def subject_of(tensor: Tensor) -> Subject:
    """The only row of a document."""
    return Subject(opened_of(tree({"weight": tensor, "n": 1})), 1)


def settle(qtbot: Any, jobs: Any) -> None:
    """Until no work is under way and everything asked for has been painted."""
    for _ in range(3):
        qtbot.wait(30)
        qtbot.waitUntil(lambda: jobs.running == 0, timeout=20_000)


def shown(
    qtbot: Any, jobs: Any, page: Any, tensor: Tensor, size: tuple[int, int] = (480, 700)
) -> Any:
    """`page` about `tensor`, with everything there that will be there."""
    host = QWidget()  # the offscreen platform complains about the size hints of windows
    qtbot.addWidget(host)
    host.resize(1600, 1000)
    page.setParent(host)
    page.host = host
    page.use_jobs(jobs)
    page.resize(*size)
    page.show_subject(subject_of(tensor))
    page.show()
    host.show()
    settle(qtbot, jobs)
    return page


def large_file(path: Path, megabytes: int) -> Path:
    """A safetensors file with one float32 matrix of random values, repeated every megabyte."""
    block = np.random.default_rng(0).normal(size=1 << 18).astype("<f4").tobytes()
    shape = [megabytes * 256, 1024]
    size = megabytes << 20
    entry = {"dtype": "F32", "shape": shape, "data_offsets": [0, size]}
    header = json.dumps({"weight": entry}).encode()
    with path.open("wb") as file:
        file.write(len(header).to_bytes(8, "little") + header)
        for _ in range(megabytes):
            file.write(block)
    return path


def message(page: QWidget) -> str:
    """What is said instead of values."""
    return "\n".join(
        label.text() for found in page.findChildren(Notice) for label in found.findChildren(QLabel)
    )
