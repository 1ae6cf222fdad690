"""How a vision transformer turns an image into tokens, from its tensors' names and shapes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isqrt, prod

from inspector.analysis.flops.per_layer_rows import LayerRow

_POSITIONS = re.compile(r"(^|[._])(pos|position|positional)_embed(ding)?s?(\.weight)?$")
# Tokens beside the patches, which the table of positions may hold or leave out.
_TOKENS = re.compile(r"(^|\.)(cls|class|dist|distillation|reg|register)_?(token|embedding|emb)s?$")


@dataclass(frozen=True, slots=True)
class Patches:
    """The one convolution that cuts an image into patches.

    Attributes:
        row: The convolution.
        side: Pixels of a patch's side.
        grid: Patches of the image's side that the model was made for.
        extra: Tokens beside the patches.
    """

    row: LayerRow
    side: int
    grid: int
    extra: int

    @property
    def image(self) -> tuple[int, int, int]:
        """(channels, height, width) of the image the model was made for."""
        return self.row.shape[1], self.grid * self.side, self.grid * self.side

    def patches(self, height: int, width: int) -> int:
        """Patches of an image; what is left at its edges is not looked at."""
        return (height // self.side) * (width // self.side)


def patches_of(rows: list[LayerRow], keys: Mapping[str, tuple[int, ...]]) -> Patches | None:
    """How images become tokens; None where there is not one square convolution and its table."""
    convolutions = [row for row in rows if row.unit == "output position"]
    if len(convolutions) != 1 or len(convolutions[0].shape) != 4:
        return None
    row = convolutions[0]
    width, _, side, other = row.shape
    tables = [shape for key, shape in keys.items() if _POSITIONS.search(key)]
    if side != other or side < 2 or not width or len(tables) != 1 or tables[0][-1:] != (width,):
        return None
    positions = prod(tables[0]) // width
    extra = sum(prod(shape) // width for key, shape in keys.items() if _TOKENS.search(key))
    grid = isqrt(positions)
    if not grid or positions - grid * grid > extra:
        return None
    return Patches(row, side, grid, extra)
