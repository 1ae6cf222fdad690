"""What is said of a model's cost, whatever the numbers came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from inspector.errors import Sentence

Source = Literal[
    "onnx-graph",
    "torch-export",
    "torchscript",
    "module",
    "factory",
    "fingerprint",
    "formula",
    "per-layer",
]
Unit = Literal["token", "output position", "step"]
Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PerUnit:
    """The cost of one token, output position or step, where no total can be told."""

    macs: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class LayerCost:
    """One node of a graph, or one layer of a module.

    Attributes:
        name: The node's or the layer's name, dotted where it lies in modules ("layer1.0.conv1").
        op_type: "Conv", "aten.linear", "Linear", … as the source calls it.
        macs: Multiply-adds of convolutions, matrix products and attention, of the whole batch;
            None where they depend on something the file does not say.
        parameters: Elements of the parameters it is the first to use.
        output_shape: Of its first output; None where unknown.
        elementwise: Operations of elementwise, normalisation and pooling work.
        per_unit: What one use costs, where `macs` is None because the uses are not known.
    """

    name: str
    op_type: str
    macs: int | None
    parameters: int = 0
    output_shape: Shape | None = None
    elementwise: int = 0
    per_unit: PerUnit | None = None


@dataclass(frozen=True, slots=True)
class NotCounted:
    """Operators whose cost is not in the total, which is then a lower bound."""

    op_type: str
    count: int
    why: Sentence


@dataclass(frozen=True, slots=True)
class Convention:
    """The same model as another program counts it.

    Attributes:
        tool: "thop 0.0.31".
        macs: What it prints.
        adds: What it counts beside our `macs` -> how much.
    """

    tool: str
    macs: int
    adds: Mapping[Sentence, int]


@dataclass(frozen=True, slots=True)
class FlopsReport:
    """The cost of one forward pass.

    Attributes:
        macs: Multiply-adds of convolutions, matrix products and attention at `inputs`; None where
            no total can be told.
        elementwise: Other operations, never part of `macs`; None where unknown.
        parameters: Elements of all parameters, tied ones once.
        inputs: Name to shape, batch first, as counted.
        source: Where the numbers come from.
        exact: Whether `macs` is the whole truth for these inputs, if the model is what it seems.
        layers: In the order they run, or stand in the file.
        not_counted: What is missing from `macs`.
        per_unit: Only where no architecture is known.
        match: "torchvision resnet50", where the architecture was recognised.
        twins: Other architectures with the same names and shapes.
        notes: Sentences a reader of the number should know, the most important first.
        declared: Name to dimensions as the file has them: a size, the name of a free one, or
            None; None for the whole where the file does not say.
        dtypes: Name of an input -> torch's name of its dtype, where the file says it.
        conventions: What other programs print for it, where the graph says enough to know.
    """

    macs: int | None
    elementwise: int | None
    parameters: int
    inputs: Mapping[str, Shape]
    source: Source
    exact: bool
    layers: tuple[LayerCost, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()
    per_unit: PerUnit | None = None
    match: str | None = None
    twins: tuple[str, ...] = ()
    notes: tuple[Sentence, ...] = ()
    declared: Mapping[str, tuple[int | str | None, ...] | None] = field(default_factory=dict)
    conventions: tuple[Convention, ...] = ()
    dtypes: Mapping[str, str] = field(default_factory=dict)

    @property
    def flops(self) -> int | None:
        """2 x MACs."""
        return None if self.macs is None else 2 * self.macs
