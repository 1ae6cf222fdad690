"""Writing values to files, a few megabytes at a time; runs in workers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import numpy as np

from inspector.analysis.codes import decoded
from inspector.analysis.elements import gather
from inspector.analysis.views import logical, part
from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.export_menu import Writer
from inspector.gui.detail.tensor.number_texts import exact_texts
from inspector.gui.detail.tensor.plane import Plane
from inspector.gui.detail.tensor.reading import window
from inspector.progress import Progress
from inspector.savefile import SaveFile

_PIECE = 1 << 20  # elements
_CSV_CELLS = 1 << 16


def npy_writer(tensor: Tensor) -> Writer:
    """Writes all of `tensor` as a .npy file; dtypes that numpy lacks as the next it has."""

    def write(path: Path, progress: Progress) -> None:
        whole = logical(tensor)
        shape = whole.shape or ()
        total = (whole.numel or 0) * tensor.dtype.itemsize
        with SaveFile(path, total, replace=True) as made:
            done = 0
            for ranges in pieces(shape, _PIECE):
                progress.report(done * tensor.dtype.itemsize, total, "")
                piece = part(whole, ranges)
                values = decoded(gather(piece), piece)
                if not done:
                    made.write(npy_header(values.dtype, shape))
                made.write(np.ascontiguousarray(values).tobytes())
                done += values.size
            made.commit()

    return write


def pieces(shape: tuple[int, ...], limit: int) -> Iterator[list[range]]:
    """Row-major boxes of at most `limit` elements that cover `shape`, in order."""
    axis, inner = len(shape), 1
    while axis and inner * shape[axis - 1] <= limit:
        axis -= 1
        inner *= shape[axis]
    whole = [range(size) for size in shape]
    if not axis:
        yield whole
        return
    axis -= 1
    step = max(1, limit // inner)
    for above in product(*(range(size) for size in shape[:axis])):
        fixed = [range(at, at + 1) for at in above]
        for start in range(0, shape[axis], step):
            yield [*fixed, range(start, min(start + step, shape[axis])), *whole[axis + 1 :]]


def npy_header(dtype: np.dtype, shape: tuple[int, ...]) -> bytes:
    """What a .npy file begins with (numpy.lib.format, version 1.0)."""
    held = io.BytesIO()
    facts = {"descr": dtype.str, "fortran_order": False, "shape": tuple(shape)}
    np.lib.format.write_array_header_1_0(held, facts)
    return held.getvalue()


def csv_writer(tensor: Tensor, plane: Plane) -> Writer:
    """Writes a plane of `tensor` as a .csv file: the column numbers, then a line for each row."""

    def write(path: Path, progress: Progress) -> None:
        total = plane.height * plane.width * tensor.dtype.itemsize
        across = max(1, min(plane.width, _CSV_CELLS))
        down = max(1, _CSV_CELLS // across)
        with SaveFile(path, 0, replace=True) as made:
            titles = ",".join(str(at) for at in range(plane.width))
            made.write(f",{titles}\r\n".encode())
            for top in range(0, plane.height, down):
                rows = range(top, min(top + down, plane.height))
                progress.report(top * total // plane.height, total, "")
                lines = [[str(row)] for row in rows]
                for left in range(0, plane.width, across):
                    columns = range(left, min(left + across, plane.width))
                    values = window(tensor, plane, rows, columns, Progress())
                    for line, texts in zip(lines, exact_texts(values), strict=True):
                        line += texts
                made.write("".join(",".join(line) + "\r\n" for line in lines).encode())
            made.commit()

    return write
