"""The inputs of an exported program, and the values of its symbols."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from inspector.analysis.flops.exported.expressions import evaluate
from inspector.analysis.flops.exported.sizes import expression, hint, listed, named, table
from inspector.analysis.flops.given import Given
from inspector.analysis.flops.report import Shape
from inspector.checkpoint.dtype import SCALAR_TYPES
from inspector.describe import shape as shape_text
from inspector.describe import visible
from inspector.errors import InspectorError, Sentence, say

_SYMBOL = re.compile(r"^(?:Symbol\('(\w+)'.*\)|([A-Za-z_]\w*))$")
Dims = tuple[int | str | None, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """Attributes:
    shapes: By input.
    symbols: By name.
    declared: Dimensions as the file has them.
    dtypes: By input, torch's names.
    notes: What the reader of the number should know.
    """

    shapes: dict[str, Shape]
    symbols: dict[str, int]
    declared: dict[str, Dims]
    notes: list[Sentence]
    dtypes: dict[str, str]


def bind(program: Any, given: Given) -> Bound:
    """The inputs at the given shapes, or at those of the export.

    Raises:
        InspectorError: A shape is given for no input, or the program does not allow it.
    """
    graph = table(table(program, "graph_module"), "graph")
    sizes = {
        name: listed(table(graph, "tensor_values").get(name), "sizes")
        for name in _user_inputs(program)
    }
    asked = _by_name(sizes, given)
    symbols: dict[str, int] = dict(given.dims)
    for name, shape in asked.items():
        _take(name, sizes[name], shape, symbols)
    notes = _check(program, symbols)
    assumed = _assume(graph, symbols)
    if assumed:
        listed_texts = ", ".join(f"{name} = {size:,}" for name, size in assumed.items())
        notes.append(say("Counted at the sizes of the export: {sizes}.", sizes=listed_texts))
    shapes = {name: tuple(_size(size, symbols) for size in found) for name, found in sizes.items()}
    for name, shape in asked.items():
        if shapes[name] != shape:
            raise _mismatch(name, sizes[name], shape)
    declared = {name: _dims(found) for name, found in sizes.items()}
    return Bound(shapes, symbols, declared, notes, _dtypes(graph, list(sizes)))


def _dtypes(graph: Any, names: list[str]) -> dict[str, str]:
    numbers = {name: table(table(graph, "tensor_values"), name).get("dtype") for name in names}
    known = {name: SCALAR_TYPES.get(number) for name, number in numbers.items() if number}
    return {name: dtype for name, dtype in known.items() if dtype is not None}


def _user_inputs(program: Any) -> list[str]:
    """Names of the tensors that a caller gives."""
    found = []
    for spec in listed(table(table(program, "graph_module"), "signature"), "input_specs"):
        tensor = table(table(table(spec, "user_input"), "arg"), "as_tensor")
        if tensor:
            found.append(named(tensor))
    return found


def _by_name(sizes: dict[str, list[Any]], given: Given) -> dict[str, Shape]:
    found = {}
    for name, shape in given.inputs.items():
        name = name or next(iter(sizes), "")
        if name not in sizes:
            known = ", ".join(f"'{visible(known, 100)}'" for known in list(sizes)[:10]) or "none"
            raise InspectorError(
                say("The program has no input called '{name}'.", name=visible(name, 100)),
                hint=say("Its inputs are: {names}.", names=known),
            )
        if len(shape) != len(sizes[name]):
            raise _mismatch(name, sizes[name], shape)
        found[name] = shape
    return found


def _take(name: str, sizes: list[Any], shape: Shape, symbols: dict[str, int]) -> None:
    """Learn the values of symbols that are a dimension by themselves."""
    for size, value in zip(sizes, shape, strict=True):
        symbol = _symbol(expression(size))
        if symbol and symbols.setdefault(symbol, value) != value:
            raise _mismatch(name, sizes, shape)


def _symbol(text: str) -> str:
    """The symbol that an expression is; "" where it is more than one symbol alone."""
    found = _SYMBOL.match(text)
    is_alone = found is not None and text.count("(") == text.count("Symbol(")
    return (found[1] or found[2]) if found is not None and is_alone else ""


def _check(program: Any, symbols: dict[str, int]) -> list[Sentence]:
    """Notes on symbols outside the range that the export allows."""
    notes: list[Sentence] = []
    for name, value in symbols.items():
        allowed = table(table(program, "range_constraints"), name)
        least, most = allowed.get("min_val"), allowed.get("max_val")
        is_below = type(least) is int and value < least
        if is_below or (type(most) is int and value > most):
            notes.append(
                say(
                    "{symbol} = {size} is outside the range that the program accepts "
                    "({least} to {most}).",
                    symbol=visible(name, 50),
                    size=value,
                    least=str(least),
                    most="∞" if most is None else str(most),
                )
            )
    return notes


def _assume(graph: Any, symbols: dict[str, int]) -> dict[str, int]:
    """Give the symbols that are still free the values of the export; returns those."""
    found = {}
    sizes = [
        size for meta in table(graph, "tensor_values").values() for size in listed(meta, "sizes")
    ]
    for size in [*sizes, *table(graph, "sym_int_values").values()]:
        symbol = _symbol(expression(size))
        value = hint(size)
        if symbol and value is not None and symbol not in symbols:
            symbols[symbol] = found[symbol] = value
    return found


def _size(size: Any, symbols: dict[str, int]) -> int:
    found = size.get("as_int") if isinstance(size, dict) else size
    return found if type(found) is int else evaluate(expression(size), symbols)


def _dims(sizes: list[Any]) -> Dims:
    """Dimensions for people: a size, the name of a symbol, or None for more than one."""
    found: list[int | str | None] = []
    for size in sizes:
        whole = size.get("as_int") if isinstance(size, dict) else None
        found.append(whole if type(whole) is int else _symbol(expression(size)) or None)
    return tuple(found)


def _mismatch(name: str, sizes: list[Any], shape: Shape) -> InspectorError:
    said = " × ".join("?" if dim is None else str(dim) for dim in _dims(sizes))
    return InspectorError(
        say(
            "The program was exported for '{name}' of shape {wanted}; {shape} does not fit.",
            name=visible(name, 100),
            wanted=visible(said),
            shape=shape_text(shape),
        ),
        hint=say("Export it with dynamic_shapes to count at other shapes."),
    )
