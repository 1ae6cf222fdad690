"""What is known of a value while a graph is walked: its shape, and its elements where small."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import TYPE_CHECKING, Any

from inspector.analysis.flops.report import Shape
from inspector.checkpoint.program import Node
from inspector.checkpoint.tensor import Tensor
from inspector.errors import InspectorError

if TYPE_CHECKING:
    import numpy as np

MAX_ELEMENTS = 4096  # of a value that is computed: enough for any shape, axes or small table
MAX_RANK = 64
MAX_SIZE = 1 << 48  # of one dimension


class Unknown(Exception):
    """What a rule needs depends on numbers that the file does not hold."""


class Misfit(Unknown):
    """Shapes that are known contradict each other, or the operator."""


class Value:
    """A tensor, or a sequence of tensors, of a graph.

    Attributes:
        shape: None where unknown, and for sequences.
        tensor: The weight or constant it is, unread.
        items: Of a sequence; None for tensors.
        weight: Name and tensor of the weight it is, perhaps cast, moved or dequantized since.
    """

    __slots__ = ("_array", "items", "shape", "tensor", "weight")

    def __init__(
        self,
        shape: Shape | None = None,
        array: np.ndarray | None = None,
        tensor: Tensor | None = None,
        items: list[Value] | None = None,
    ) -> None:
        self.shape = shape
        self._array = array
        self.tensor = tensor
        self.items = items
        self.weight: tuple[str, Tensor] | None = None

    @property
    def is_small(self) -> bool:
        """Whether its elements are known, or can be read at no cost."""
        return self._array is not None or (
            self.tensor is not None and self.shape is not None and prod(self.shape) <= MAX_ELEMENTS
        )

    @property
    def array(self) -> np.ndarray | None:
        """Its elements; None where unknown, and for large weights."""
        if self._array is None and self.tensor is not None and self.is_small:
            self._array = _read(self.tensor)
            if self._array is None:
                self.tensor = None  # not asked again
        return self._array

    def forgotten(self) -> Value:
        """The same with nothing known but the shape: after an iteration its elements differ."""
        items = None if self.items is None else [item.forgotten() for item in self.items]
        return Value(self.shape, items=items)


def _read(tensor: Tensor) -> np.ndarray | None:
    try:
        array = tensor.read()
    except InspectorError:
        return None
    return array if array.dtype.kind in "biuf" and array.shape == tensor.shape else None


class Call:
    """A node with its inputs and attributes at hand.

    Attributes:
        inputs: None for optional ones that are left out.
        attributes: References of functions replaced by what the caller gave.
    """

    __slots__ = ("attributes", "inputs", "node", "op")

    def __init__(
        self, node: Node, inputs: list[Value | None], attributes: Mapping[str, Any]
    ) -> None:
        self.node = node
        self.op = node.op[1]
        self.inputs = inputs
        self.attributes = attributes

    def has(self, at: int) -> bool:
        """Whether the optional input is given."""
        return at < len(self.inputs) and self.inputs[at] is not None

    def value(self, at: int) -> Value:
        """An input.

        Raises:
            Unknown: It is left out.
        """
        found = self.inputs[at] if at < len(self.inputs) else None
        if found is None:
            raise Unknown
        return found

    def shape(self, at: int) -> Shape:
        """The shape of an input.

        Raises:
            Unknown: It is not known, or the input is left out.
        """
        shape = self.value(at).shape
        if shape is None:
            raise Unknown
        return shape

    def array(self, at: int) -> np.ndarray:
        """The elements of an input.

        Raises:
            Unknown: They are not known.
        """
        array = self.value(at).array
        if array is None:
            raise Unknown
        return array

    def items(self, at: int) -> list[Value]:
        """The items of a sequence.

        Raises:
            Unknown: They are not known.
        """
        items = self.value(at).items
        if items is None:
            raise Unknown
        return items

    def integer(self, name: str, default: int | None = None) -> int:
        """An attribute.

        Raises:
            Unknown: It is missing and has no default.
        """
        found = self.attributes.get(name, default)
        if type(found) is not int:
            raise Unknown
        return found

    def text(self, name: str, default: str = "") -> str:
        """An attribute."""
        found = self.attributes.get(name, default)
        return found if isinstance(found, str) else default

    def listed(self, name: str, default: Sequence[int] = ()) -> list[int]:
        """An attribute of several integers."""
        found = self.attributes.get(name)
        if not isinstance(found, list) or not all(type(item) is int for item in found):
            found = default
        return list(found)

    def numbers(self, at: int, name: str) -> list[int] | None:
        """Integers that newer operators take as input `at`, older ones as an attribute.

        Returns None where neither is given.

        Raises:
            Unknown: The input is given and not known.
        """
        if self.has(at):
            found: list[int] = [int(item) for item in self.array(at).reshape(-1)]
            return found
        return self.listed(name) if name in self.attributes else None

    def axis(self, at: int = 0, default: int | None = None, extra: int = 0) -> int:
        """The attribute "axis" of an operator on input `at`, counted from the front.

        Args:
            extra: Dimensions that the operator adds before the axis is meant.

        Raises:
            Unknown: There is no such axis.
        """
        return along(self.integer("axis", default), len(self.shape(at)) + extra)


def along(axis: int, rank: int) -> int:
    """An axis counted from the front.

    Raises:
        Unknown: There is no such axis.
    """
    if not -rank <= axis < rank:
        raise Unknown
    return axis % rank


def broadcast(*shapes: Shape) -> Shape:
    """The shape that shapes broadcast to, as numpy does.

    Raises:
        Misfit: They do not fit each other.
    """
    if len(shapes) == 2 and shapes[0] == shapes[1]:
        return shapes[0]
    rank = max(map(len, shapes), default=0)
    sizes = [1] * rank
    for shape in shapes:
        for at, size in enumerate(shape, rank - len(shape)):
            if size != 1:
                if sizes[at] not in (1, size):
                    raise Misfit
                sizes[at] = size
    return tuple(sizes)


def possible(shape: Shape) -> bool:
    """Whether a tensor may have the shape; a file may make shapes grow for ever."""
    return len(shape) <= MAX_RANK and all(0 <= size <= MAX_SIZE for size in shape)
