"""`inspector show --layers`: the layers of a file's models, as a table or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from inspector.analysis.layers import Layer, models
from inspector.analysis.plain_values import json_path
from inspector.cli.outline import heading
from inspector.describe import count, visible
from inspector.document import Document
from inspector.errors import InspectorError, say


def layers_lines(document: Document, width: int) -> Iterator[str]:
    """What the file is, then a line for each layer, none longer than `width` columns.

    Raises:
        InspectorError: The file does not say its layers, or they cannot be read.
    """
    found = models(document.checkpoint, document.contents)
    if not found:
        raise InspectorError(
            say("This file does not say what layers it is made of."),
            hint=say("It holds tensors alone: `inspector show` lists them."),
        )
    yield from heading(document)
    for model in found:
        yield ""
        rows = [_cells(layer) for layer in model.layers]
        room = max(width - 10, 30)
        names = min(max(len(row[0]) for row in rows), room // 3)
        classes = min(max(len(row[1]) for row in rows), room // 3)
        for name, kind, parameters, what in rows:
            line = f"{_cut(name, names):<{names}}  {_cut(kind, classes):<{classes}}  "
            yield _cut(f"{line}{parameters:>7}  {what}".rstrip(), width)


def _cells(layer: Layer) -> tuple[str, str, str, str]:
    attributes = [f"{name}={_text(value)}" for name, value in layer.attributes.items()]
    values = [f"{', '.join(layer.inputs)} -> {', '.join(layer.outputs)}"] if layer.outputs else []
    return (
        visible(layer.path, 400) or "(the module itself)",
        visible(layer.class_name, 200),
        count(layer.parameters) if layer.parameters else "",
        visible("  ".join([" ".join(attributes), *values]).strip(), 2000),
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else repr(value).replace(" ", "")


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1] + "…"


def layers_facts(document: Document) -> list[dict[str, Any]]:
    """Of each model: where it is, what its layers were found in, and the layers.

    Raises:
        InspectorError: They cannot be read.
    """
    return [
        {
            "path": json_path(model.path),
            "source": model.source,
            "operators": dict(model.operators),
            "layers": [_facts(layer) for layer in model.layers],
        }
        for model in models(document.checkpoint, document.contents)
    ]


def _facts(layer: Layer) -> dict[str, Any]:
    return {
        "name": layer.path,
        "class": layer.class_name,
        "attributes": {name: _plain(value) for name, value in layer.attributes.items()},
        "parameters": layer.parameters,
        "tensors": [
            {"name": name, "dtype": tensor.dtype.name, "shape": _shape(tensor)}
            for name, tensor in layer.own
        ],
        "inputs": list(layer.inputs),
        "outputs": list(layer.outputs),
    }


def _shape(tensor: Any) -> list[int] | None:
    return None if tensor.shape is None else list(tensor.shape)


def _plain(value: Any) -> Any:
    """JSON has no word for what is not finite, and no tuples."""
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    is_odd = isinstance(value, float) and value - value != 0
    return repr(value) if is_odd else value
