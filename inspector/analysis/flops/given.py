"""What a person says about the input of a model that is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from inspector.analysis.flops.report import Shape
from inspector.errors import InspectorError, say

_MAX_DIMS, _MAX_SIZE = 16, 1 << 40


@dataclass(frozen=True, slots=True)
class Given:
    """Shapes to count at; what is not given comes from the file.

    Attributes:
        inputs: Input name -> shape, batch first. The name "" means the model's first input.
        dims: Name of a free dimension ("batch") -> its size.
    """

    inputs: Mapping[str, Shape] = field(default_factory=dict)
    dims: Mapping[str, int] = field(default_factory=dict)


NOTHING_GIVEN = Given()


def parse_shape(text: str) -> Shape:
    """The shape in "1,3,224,224" or "1x3x224x224"; "" is a scalar's.

    Raises:
        InspectorError: It is none.
    """
    parts = text.replace("×", ",").replace("x", ",").replace(" ", "").split(",") if text else []
    try:
        shape = tuple(int(part) for part in parts)
    except ValueError:
        shape = (-1,)
    if len(shape) > _MAX_DIMS or not all(0 <= size <= _MAX_SIZE for size in shape):
        raise InspectorError(
            say("'{text}' is no shape.", text=text[:100]),
            hint=say("Write sizes with commas, like 1,3,224,224."),
        )
    return shape
