"""The same model as other programs count it, so that a number from a tutorial can be understood.

thop counts modules that it knows, with a formula each. Sources: `thop/count_hooks.py` of 0.0.31
and `thop/vision/basic_hooks.py` with `calc_func.py` of 0.1.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from inspector.analysis.flops.report import Convention, Shape
from inspector.errors import say


@dataclass(slots=True)
class Thop:
    """What thop adds to the multiply-adds of convolutions and linear layers.

    Attributes:
        norms: Elements that BatchNorm passes.
        biases: Elements of convolutions that have a bias.
        pools: Operations of average pools.
        is_alike: Whether thop counts all that has multiply-adds in this model.
    """

    norms: int = 0
    biases: int = 0
    pools: int = 0
    is_alike: bool = True

    def norm(self, shape: Shape) -> None:
        """A BatchNorm with this result."""
        self.norms += prod(shape)

    def bias(self, shape: Shape) -> None:
        """A convolution with a bias and this result."""
        self.biases += prod(shape)

    def adaptive_pool(self, source: Shape, shape: Shape) -> None:
        """An AdaptiveAvgPool: the window, and one division, per element."""
        window = prod(a // b for a, b in zip(source[2:], shape[2:], strict=True) if b)
        self.pools += (window + 1) * prod(shape)

    def pool(self, shape: Shape) -> None:
        """An AvgPool: one per element, whatever its window."""
        self.pools += prod(shape)

    def conventions(self, macs: int) -> tuple[Convention, ...]:
        """thop's numbers for a model of `macs`; none where it would miss a part of it."""
        if not self.is_alike or not self.norms:
            return ()
        bias = say("bias of convolutions")
        old = {say("BatchNorm, 2 per element"): 2 * self.norms, bias: self.biases}
        new = {say("BatchNorm, 4 per element"): 4 * self.norms}
        pools = {say("average pooling"): self.pools}
        return tuple(
            Convention(tool, macs + sum(adds.values()), {k: v for k, v in adds.items() if v})
            for tool, adds in (("thop 0.0.31", old | pools), ("thop 0.1", new | pools))
        )
