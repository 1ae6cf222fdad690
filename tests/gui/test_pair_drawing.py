"""The drawings about a pair, as pixels; no window."""

from __future__ import annotations

import numpy as np
import pytest

from inspector.analysis.diff.closeup import closeup
from inspector.gui.diff.pair_drawing import Look, PairDrawing
from inspector.gui.theme import LIGHT
from tests.gui.tensor_samples import tensor_of_array


@pytest.mark.parametrize(("width", "drawings"), [(900, 4), (400, 2), (250, 1)])
def test_a_narrow_drawing_leaves_out_what_comes_last(width: int, drawings: int) -> None:
    a, b = np.zeros((4, 6), "f4"), np.eye(4, 6, dtype="f4")
    found = closeup(tensor_of_array(a), tensor_of_array(b))
    look = Look(width, 200, 2.0, LIGHT, "#aa0000", "#00aa00", "#0000aa", ("x", "y", "z"))
    drawing = PairDrawing(found, look)
    assert len(drawing.figure.axes) == drawings, "the heat map has a bar"
    pixels, across, down = drawing.rgba()
    assert (across, down) == (2 * width, 400)
    assert len(pixels) == 4 * across * down
    values = np.frombuffer(pixels, np.uint8).reshape(down, across, 4)
    assert (values == values[0, 0]).all(axis=2).mean() < 0.99, "something is drawn"
