"""Values of tensors as texts of one width."""

from __future__ import annotations

from typing import Any

import numpy as np

from inspector.analysis.codes import scale_of
from inspector.checkpoint.dtype import DType
from inspector.checkpoint.tensor import Tensor
from inspector.gui.text import translate

# Significant figures that a value of so many bytes can tell apart from its neighbours.
_FIGURES = {1: 4, 2: 5, 4: 6, 8: 8}
ODD = frozenset(("nan", "inf", "-inf"))


def texts(values: np.ndarray, dtype: DType) -> list[list[str]]:
    """A 2-D array as rows of texts, floats with as many figures as their dtype has."""
    rows = plain(values)
    if values.dtype.type is np.void:
        return [[raw.hex() for raw in row] for row in rows]
    if values.dtype.kind in "iub":
        return [[str(value) for value in row] for row in rows]
    figures = _FIGURES.get(dtype.component or 8, 8)
    if values.dtype.kind == "c":
        return [
            [f"{value.real:.{figures}g}{value.imag:+.{figures}g}i" for value in row] for row in rows
        ]
    return [[f"{value:.{figures}g}" for value in row] for row in rows]


def exact_texts(values: np.ndarray) -> list[list[str]]:
    """A 2-D array as rows of the shortest texts that mean exactly the values."""
    if values.dtype.type is np.void:
        return [[raw.hex() for raw in row] for row in plain(values)]
    if values.dtype == np.float32 or values.dtype == np.float16:
        return [[str(value) for value in row] for row in values]
    return [[str(value) for value in row] for row in plain(values)]


def plain(values: np.ndarray) -> list[list[Any]]:
    """A 2-D array as lists of Python's own numbers; extended floats become floats."""
    if _is_extended(values):
        values = values.astype("f4")
    rows: list[list[Any]] = values.tolist()
    return rows


def meaning(tensor: Tensor) -> str:
    """What the numbers shown are where they are not simply what is stored; "" otherwise."""
    if tensor.quantization is None:
        return ""
    if scale_of(tensor) is not None:
        return translate("Numbers", "dequantised: (stored − zero_point) × scale")
    return translate("Numbers", "stored integers: each channel has a scale of its own")


def _is_extended(values: np.ndarray) -> bool:
    return values.dtype.kind == "V" and values.dtype.type is not np.void


def letters(dtype: DType) -> int:
    """How wide a column is before its values are known."""
    if dtype.kind in ("int", "uint", "quantized", "bits"):
        return {1: 5, 2: 7, 4: 10}.get(dtype.itemsize, 12)
    if dtype.kind == "bool":
        return 6
    figures = _FIGURES.get(dtype.component or 8, 8)
    return 2 * (figures + 6) if dtype.kind == "complex" else figures + 7
