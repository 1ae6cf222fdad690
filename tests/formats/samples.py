"""The same few tensors in every format."""

from __future__ import annotations

from typing import Any

from tests.formats.conformance import PATTERN, PAYLOAD
from tests.make.tensors import Bytes, View, floats, numbers

SHARED = floats("0", 6)
WEIGHT = View(SHARED, (2, 3))
TRANSPOSED = View(SHARED, (3, 2), (1, 3))
TAIL = View(SHARED, (2,), (2,), offset=1)
STEPS = View(numbers("1", "LongStorage", [7, -1]), (2,))
SCALAR = View(numbers("2", "HalfStorage", [0.5]), ())
HUGE = View(Bytes("0", PATTERN * (PAYLOAD // len(PATTERN))), (PAYLOAD // 4,))

# What formats with strides and sharing hold, and what the others do.
VIEWS = {
    "fc.weight": WEIGHT,
    "fc.transposed": TRANSPOSED,
    "fc.tail": TAIL,
    "fc.steps": STEPS,
    "fc.scalar": SCALAR,
}
DENSE = {"fc.weight": WEIGHT, "fc.steps": STEPS, "fc.scalar": SCALAR}
# More opcodes than the machine executes between two looks at the cancel button.
MANY = {"fc.weight": WEIGHT, "history": [None] * 120_000}


def dense(views: dict[str, View]) -> dict[str, tuple[str, tuple[int, ...], bytes]]:
    """As `make.safetensors_files.safetensors` takes them."""
    return {key: (view.dtype, view.shape, view.content()) for key, view in views.items()}


def without_strides(view: View) -> dict[str, Any]:
    """How a format without storages shows a view: row-major, at the beginning, nowhere."""
    return {"offset": 0, "device": None, "stride": View(view.storage, view.shape).strides}
