"""Tensors as files of other programs, and lists of tensors as text."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.analysis.codes import decoded, scale_of
from inspector.analysis.elements import gather, raw_dtype
from inspector.analysis.slices import Slice, plane, window
from inspector.analysis.tables import Cell, TableKind, table_text
from inspector.analysis.views import boxes, check_numbers, logical, part
from inspector.checkpoint.state_dict import TensorEntry
from inspector.checkpoint.tensor import Tensor
from inspector.describe import key_path
from inspector.errors import LimitExceeded, say
from inspector.progress import SILENT, Progress
from inspector.savefile import SaveFile

if TYPE_CHECKING:
    import numpy as np

_PIECE = 1 << 20  # elements written at once
_CELLS = 1 << 13  # numbers put into words at once: that holds the GIL
_MOST_REPEATED = 1 << 34


def npy_dtype(tensor: Tensor) -> str:
    """numpy's name of what `save_npy` writes: the dtype itself, or the next one that numpy has.

    bfloat16, 8-bit and smaller floats become float32, packed integers 8-bit ones, quantized values
    the float32 they stand for (per-channel ones their integers), complex32 complex64.
    """
    dtype = tensor.dtype
    if scale_of(tensor) is not None:
        return "<f4"
    if dtype.kind == "bool":
        return "|b1"
    if dtype.per_item > 1 and dtype.kind != "bits":
        return "|i1" if dtype.kind == "int" else "|u1"
    if dtype.kind == "complex":
        return "<c16" if dtype.itemsize == 16 else "<c8"
    if dtype.numpy_name[:1] in ("<", "|") and dtype.kind != "bits":
        return dtype.numpy_name
    return "<f4"


def save_npy(
    tensor: Tensor, path: Path, progress: Progress = SILENT, replace: bool = False
) -> None:
    """Write the values, row by row, as numpy's .npy (format version 1.0).

    Raises:
        CannotSave: The target exists, or the disk is full.
        InspectorError: The values cannot be read.
        Cancelled: From `progress`; nothing is left behind.
    """
    import numpy as np

    tensor = logical(tensor)
    check_numbers(tensor)
    shape, kind = tensor.shape or (), np.dtype(npy_dtype(tensor))
    _check_size(tensor)
    header = io.BytesIO()
    facts = {"descr": kind.str, "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(header, facts)
    total, done = prod(shape) * kind.itemsize, 0
    with SaveFile(path, len(header.getvalue()) + total, replace) as file:
        file.write(header.getvalue())
        for box in boxes(shape, _PIECE):
            progress.report(done, total, say("writing values"))
            values = np.ascontiguousarray(_values(part(tensor, box), kind))
            file.write(values.reshape(-1).view(np.uint8).data)
            done += values.nbytes
        progress.report(done, total, say("writing values"))
        file.commit()


def _check_size(tensor: Tensor) -> None:
    first, last = tensor.extent
    if (tensor.numel or 0) > max(_MOST_REPEATED, 4 * (last - first)):
        raise LimitExceeded(
            say(
                "{n} elements on a small storage are not written out.",
                n=tensor.numel,
            )
        )


def _values(view: Tensor, kind: np.dtype) -> np.ndarray:
    import numpy as np

    raw = gather(view)
    with np.errstate(all="ignore"):
        if view.dtype.name == "float16" and not view.is_neg:
            return raw
        return decoded(raw, view).astype(kind, copy=False)


def save_csv(
    tensor: Tensor,
    chosen: Slice,
    path: Path,
    progress: Progress = SILENT,
    replace: bool = False,
) -> None:
    """Write a plane as CSV (RFC 4180): a line for each row, every number to its last digit.

    Raises:
        CannotSave: The target exists, or the disk is full.
        InspectorError: The slice does not fit, or the values cannot be read.
        Cancelled: From `progress`; nothing is left behind.
    """
    found = plane(tensor, chosen)
    _check_size(found.view)
    itemsize = raw_dtype(tensor.dtype).itemsize
    total, done = found.height * found.width * itemsize, 0
    across = min(max(found.width, 1), _CELLS)
    down = max(1, _CELLS // across)
    with SaveFile(path, 0, replace) as file:
        for row in range(0, found.height, down):
            lines: list[list[str]] = [[] for _ in range(min(down, found.height - row))]
            for column in range(0, found.width, across):
                progress.report(done, total, say("writing values"))
                values = window(tensor, chosen, row, down, column, across)
                done += values.size * itemsize
                for line, texts in zip(lines, _number_texts(values), strict=True):
                    line += texts
            file.write("".join(",".join(line) + "\r\n" for line in lines).encode("ascii"))
        progress.report(total, total, say("writing values"))
        file.commit()


def _number_texts(values: np.ndarray) -> list[list[str]]:
    """Each number as the shortest text that reads back as the same; masked cells are left out."""
    import numpy as np

    texts: list[list[str]] = np.asarray(values).astype(str).tolist()
    if isinstance(values, np.ma.MaskedArray):
        kept = (~np.ma.getmaskarray(values)).sum(1).tolist()
        texts = [line[:count] for line, count in zip(texts, kept, strict=True)]
    return texts


# Column -> what it says of a tensor; all but the first two may be asked for in any order.
ENTRY_COLUMNS: dict[str, Callable[[TensorEntry], Cell]] = {
    "key": lambda entry: entry.key if entry.key is not None else key_path(entry.path),
    "path": lambda entry: key_path(entry.path),
    "dtype": lambda entry: entry.tensor.dtype.name,
    "shape": lambda entry: None if entry.tensor.shape is None else list(entry.tensor.shape),
    "numel": lambda entry: entry.tensor.numel,
    "nbytes": lambda entry: entry.tensor.nbytes,
    "device": lambda entry: entry.tensor.device,
    "stride": lambda entry: None if entry.tensor.stride is None else list(entry.tensor.stride),
    "storage_offset": lambda entry: entry.tensor.storage_offset,
    "requires_grad": lambda entry: entry.tensor.requires_grad,
    "layout": lambda entry: entry.tensor.layout,
}
_USUAL = ("key", "dtype", "shape", "numel", "nbytes", "device")


def entries_text(
    entries: Sequence[TensorEntry], kind: TableKind, columns: Sequence[str] = _USUAL
) -> str:
    """A list of tensors as TSV, CSV, JSON or Markdown; `columns` are names in `ENTRY_COLUMNS`."""
    rows = [[ENTRY_COLUMNS[column](entry) for column in columns] for entry in entries]
    return table_text(columns, rows, kind)
