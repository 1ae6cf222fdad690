"""The table of a model's layers: name, class or operator, elements, attributes, values, tensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from inspector import describe
from inspector.analysis.layers import Layer, Model, Plain
from inspector.checkpoint.tensor import Tensor
from inspector.gui.itemmodels.table_item_model import Column
from inspector.gui.text import counted

translate = QCoreApplication.translate

_NONE = "–"
_TENSORS_SHOWN = 6


@dataclass(frozen=True, slots=True, eq=False)
class LayerRow:
    """A layer, and the model it is of."""

    model: Model
    layer: Layer

    @property
    def name(self) -> str:
        """Behind the path of the model, where it is not the whole file."""
        parts = [describe.key_path(self.model.path), describe.visible(self.layer.path, 400)]
        return ".".join(filter(None, parts)) or translate("Layers", "(the module itself)")


def rows_of(models: Sequence[Model]) -> list[LayerRow]:
    """The layers of all models, in order."""
    return [LayerRow(model, layer) for model in models for layer in model.layers]


def layer_columns(rows: Sequence[LayerRow]) -> list[Column]:
    """The columns that say something of these rows."""
    is_graph = any(row.layer.outputs for row in rows)
    has_attributes = any(row.layer.attributes for row in rows)
    columns = [
        Column(translate("Layers", "Name"), lambda row: row.name, width=16, is_name=True),
        Column(
            translate("Layers", "Operator") if is_graph else translate("Layers", "Class"),
            lambda row: _class(row.layer, is_graph),
            exact=lambda row: describe.visible(row.layer.class_name, 400),
            width=21,
        ),
        Column(
            translate("Layers", "Elements"),
            lambda row: describe.count(row.layer.parameters) if row.layer.parameters else _NONE,
            key=lambda row: row.layer.parameters,
            exact=lambda row: counted(row.layer.parameters, "element"),
            width=9,
        ),
    ]
    if has_attributes:
        columns.append(
            Column(
                translate("Layers", "Attributes"),
                lambda row: ", ".join(_attributes(row.layer)),
                exact=lambda row: "\n".join(_attributes(row.layer)),
                width=30 if is_graph else 0,
            )
        )
    if is_graph:
        columns += [
            Column(
                translate("Layers", "Inputs"),
                lambda row: _names(row.layer.inputs),
                exact=lambda row: "\n".join(_names([each]) for each in row.layer.inputs),
                width=26,
                is_name=True,
            ),
            Column(
                translate("Layers", "Outputs"),
                lambda row: _names(row.layer.outputs),
                width=18,
                is_name=True,
            ),
        ]
    tensors = Column(
        translate("Layers", "Tensors"),
        lambda row: _tensors(row.layer),
        exact=lambda row: _tensor_lines(row.layer),
        width=26 if has_attributes and not is_graph else 0,
    )
    return [*columns, tensors]


def _class(layer: Layer, is_graph: bool) -> str:
    """The last part, which people know; an operator's domain is part of what it is."""
    shown = layer.class_name if is_graph else layer.class_name.rpartition(".")[2]
    return describe.visible(shown, 200) if shown != "?" else _NONE


def _attributes(layer: Layer) -> list[str]:
    return [
        f"{describe.visible(name, 60)}={describe.visible(plain_text(value), 200)}"
        for name, value in layer.attributes.items()
    ]


def plain_text(value: Plain) -> str:
    """A plain value as Python writes it; texts without quotes."""
    if isinstance(value, tuple):
        return f"({', '.join(plain_text(each) for each in value)})"
    return value if isinstance(value, str) else repr(value)


def _names(names: Sequence[str]) -> str:
    return ", ".join(describe.visible(name, 200) or _NONE for name in names)


def _tensors(layer: Layer) -> str:
    parts = [f"{describe.visible(name, 60)} {_dims(tensor)}" for name, tensor in layer.own]
    shown = parts[:_TENSORS_SHOWN]
    return ", ".join(shown) + (", …" if len(parts) > len(shown) else "")


def _dims(tensor: Tensor) -> str:
    return describe.shape(tensor.shape).replace(" ", "")


def _tensor_lines(layer: Layer) -> str:
    return "\n".join(
        f"{describe.visible(name, 60)}: {describe.shape(tensor.shape)} {tensor.dtype.name}"
        for name, tensor in layer.own[:20]
    )
