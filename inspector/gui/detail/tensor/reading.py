"""The one place where pages call the analysis of tensors; all of it runs in workers."""

from __future__ import annotations

import numpy as np

from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.plane import Plane
from inspector.progress import Progress


def window(
    tensor: Tensor, plane: Plane, rows: range, columns: range, progress: Progress
) -> np.ndarray:
    """The values in `rows` and `columns` of a plane, always 2-D."""
    progress.report(0, 0, "")
    values = tensor.read()
    place = list(plane.index)
    index = [
        slice(rows.start, rows.stop)
        if dim == plane.rows
        else slice(columns.start, columns.stop)
        if dim == plane.columns
        else at
        for dim, at in enumerate(place)
    ]
    found = values[tuple(index)]
    if plane.rows is not None and plane.columns is not None and plane.rows > plane.columns:
        found = found.T
    return np.asarray(found).reshape(len(rows), len(columns))
