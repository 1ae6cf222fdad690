"""The shapes of an exported program's tensors, at given values of its symbols."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from inspector.analysis.flops.exported.expressions import evaluate
from inspector.analysis.flops.report import Shape
from inspector.errors import CorruptFile, say
from inspector.remedies import DAMAGED_OR_HOSTILE

_MAX_RANK, _MAX_SIZE = 64, 1 << 48


def table(value: Any, name: str) -> dict[str, Any]:
    """The entry `name` of a JSON object, as an object; empty where it is none."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def listed(value: Any, name: str) -> list[Any]:
    """The entry `name` of a JSON object, as a list; empty where it is none."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def named(value: Any, name: str = "name") -> str:
    """The text `name` of a JSON object; "" where it has none."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""


class Sizes:
    """Shapes of tensors by name.

    Args:
        graph: A graph of the program (torch/_export/serde/schema.py: Graph).
        symbols: Name of a symbol -> its value.
    """

    def __init__(self, graph: Any, symbols: Mapping[str, int]) -> None:
        self._tensors = table(graph, "tensor_values")
        self._symbols = symbols
        self._worked_out: dict[str, int] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._tensors

    def shape(self, name: str) -> Shape:
        """The shape of a tensor.

        Raises:
            CorruptFile: The program has no such tensor, or none that can be.
            Unsupported: One of its sizes cannot be worked out.
        """
        meta = self._tensors.get(name)
        sizes = meta.get("sizes") if isinstance(meta, dict) else None
        if not isinstance(sizes, list) or len(sizes) > _MAX_RANK:
            raise CorruptFile(
                say("The exported program does not say the shape of '{name}'.", name=name[:200]),
                hint=say("The file is damaged. Export or download it again."),
            )
        return tuple(self.size(size) for size in sizes)

    def size(self, size: Any) -> int:
        """One size: {"as_int": 3} or {"as_expr": {"expr_str": "…"}}; raises as `shape`."""
        found = size.get("as_int") if isinstance(size, dict) else size
        if type(found) is not int:
            found = self._expression(expression(size))
        if not 0 <= found <= _MAX_SIZE:
            raise CorruptFile(
                say("The exported program has a tensor of size {size}.", size=found),
                hint=DAMAGED_OR_HOSTILE,
            )
        return found

    def _expression(self, text: str) -> int:
        found = self._worked_out.get(text)
        if found is None:
            found = self._worked_out[text] = evaluate(text, self._symbols)
        return found


def expression(size: Any) -> str:
    """The expression of a symbolic size; "" of a plain one."""
    return named(table(size, "as_expr"), "expr_str")


def hint(size: Any) -> int | None:
    """What a symbolic size was when the program was exported."""
    found = table(table(size, "as_expr"), "hint").get("as_int")
    return found if type(found) is int else None
