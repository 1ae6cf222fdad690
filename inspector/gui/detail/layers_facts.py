"""The layers of a file: of pickled modules, of TorchScript by its names, of ONNX by operator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from inspector import describe
from inspector.checkpoint.state_dict import StateDict
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import (
    element_of,
    is_leaf,
    is_module,
    module_attributes,
    named_members,
)
from inspector.gui.document.opening import Opened
from inspector.gui.itemmodels.inline import inline_text
from inspector.gui.itemmodels.table_item_model import Column
from inspector.gui.text import counted
from inspector.inert import UNSET, Dict, Object, lookup, pairs

translate = QCoreApplication.translate

LAYER_LIMIT = 50_000
_ATTRIBUTES = 24
_DEPTH = 100
_NONE = "–"


@dataclass(frozen=True, slots=True, eq=False)
class LayerRow:
    """One layer.

    Attributes:
        op: Its class or operator; "" where the file does not say.
        full_op: With the module the class comes from.
        attributes: (name, value) of what configures it.
        tensors: (name, tensor) of its own parameters and buffers.
        nodes: Of the tree, the first that has a row leads there.
        count: How many there are, where equal ones are counted and not listed.
    """

    number: int
    name: str
    op: str
    full_op: str
    attributes: tuple[tuple[str, str], ...]
    tensors: tuple[tuple[str, Tensor], ...]
    nodes: tuple[Any, ...]
    count: int = 1

    @property
    def numel(self) -> int:
        """Elements of its own tensors."""
        return sum(tensor.numel or 0 for _, tensor in self.tensors)


def has_layers(opened: Opened) -> bool:
    """Whether a file says more about its layers than the names of their tensors."""
    checkpoint, contents = opened.document.checkpoint, opened.document.contents
    is_graph = checkpoint.format in ("torchscript", "onnx") and bool(contents.tensors)
    return is_graph or any(found.is_module for found in contents.state_dicts)


def layers_of(opened: Opened) -> list[LayerRow]:
    """Every layer, in the order of the file; at most `LAYER_LIMIT`."""
    document = opened.document
    rows: list[LayerRow] = []
    for found in document.contents.state_dicts:
        if found.is_module:
            row = opened.tree.row_at(found.path) if found.path else 0
            _add_modules(rows, describe.key_path(found.path), opened.tree.rows.nodes[row])
    if rows or document.checkpoint.format not in ("torchscript", "onnx"):
        return rows
    if document.checkpoint.format == "onnx":
        return list(_operators(document.checkpoint.root))
    return list(_by_names(document.contents.state_dicts, document.checkpoint.root))


def _add_modules(rows: list[LayerRow], above: str, module: Any) -> None:
    """The module and all below it, depth first."""
    stack: list[tuple[str, Any, tuple[int, ...]]] = [(above, module, ())]
    while stack and len(rows) < LAYER_LIMIT:
        name, node, inside = stack.pop()
        if not is_module(node) or id(node) in inside or len(inside) > _DEPTH:
            continue
        held = named_members(node, "_parameters") + named_members(node, "_buffers")
        tensors = tuple((key, value) for key, value in held if isinstance(value, Tensor))
        full = node.class_name
        rows.append(
            LayerRow(
                len(rows),
                name or translate("Layers", "(the module itself)"),
                full.rpartition(".")[2],
                full,
                tuple(_attributes(node)),
                tensors,
                (node, *(tensor for _, tensor in tensors)),
            )
        )
        prefix = f"{name}." if name else ""
        for key, child in reversed(named_members(node, "_modules")):
            stack.append((f"{prefix}{describe.visible(key, 200)}", child, (*inside, id(node))))


def _attributes(module: Object) -> Iterator[tuple[str, str]]:
    """What configures a module: plain values under public names."""
    given = 0
    for key, value in pairs(module_attributes(module).flat):
        name = str(element_of(key))
        if name.startswith("_") or name == "training" or isinstance(value, Tensor):
            continue
        is_plain = is_leaf(value) or (isinstance(value, list | tuple) and len(value) <= 8)
        if is_plain and given < _ATTRIBUTES:
            given += 1
            yield describe.visible(name, 60), inline_text(value, 60)


def _operators(root: Any) -> Iterator[LayerRow]:
    """ONNX: how many nodes of each operator the graphs hold."""
    found = lookup(root, "op_types")
    for at, (name, count) in enumerate(pairs(found.flat if isinstance(found, Dict) else [])):
        if isinstance(count, int):
            shown = describe.visible(str(name), 200)
            yield LayerRow(at, "", shown, shown, (), (), (found,), count)


def _by_names(state_dicts: list[StateDict], root: Any) -> Iterator[LayerRow]:
    """TorchScript: tensors and attributes of equal prefix are a layer."""
    tensors: dict[str, list[tuple[str, Tensor]]] = {}
    entries = [entry for found in state_dicts if not found.path for entry in found.entries]
    for entry in entries[:LAYER_LIMIT]:
        prefix, _, last = (entry.key or "").rpartition(".")
        tensors.setdefault(prefix, []).append((last, entry.tensor))
    others: dict[str, list[tuple[str, str]]] = {}
    held = lookup(root, "<attributes>") if isinstance(root, Dict) else UNSET
    for key, value in pairs(held.flat if isinstance(held, Dict) else []):
        prefix, _, last = str(key).rpartition(".")
        if not last.startswith("_") and last != "training":
            others.setdefault(prefix, []).append((describe.visible(last), inline_text(value, 60)))
    for at, prefix in enumerate(dict.fromkeys([*tensors, *others])):
        own = tuple(tensors.get(prefix, ()))
        name = describe.visible(prefix) or translate("Layers", "(the module itself)")
        said = tuple(others.get(prefix, ())[:_ATTRIBUTES])
        yield LayerRow(at, name, "", "", said, own, tuple(tensor for _, tensor in own))


def layer_columns(rows: list[LayerRow]) -> list[Column]:
    """Name, class or operator, attributes, tensors, parameters; empty columns are left out."""
    columns = []
    if any(row.op for row in rows):
        title = translate("Layers", "Class or operator")
        columns.append(Column(title, _op, exact=lambda row: row.full_op, width=18))
    if any(row.count != 1 or not row.name for row in rows):
        title = translate("Layers", "Nodes")
        count = Column(title, lambda row: f"{row.count:,}", key=lambda row: row.count, width=0)
        return [*columns, count]
    name = Column(translate("Layers", "Name"), lambda row: row.name, width=22, is_name=True)
    attributes = Column(
        translate("Layers", "Attributes"),
        lambda row: ", ".join(f"{key}={value}" for key, value in row.attributes),
        exact=lambda row: "\n".join(f"{key} = {value}" for key, value in row.attributes),
        width=0 if any(row.attributes for row in rows) else 1,
    )
    tensors = Column(translate("Layers", "Tensors"), _tensors, exact=_tensor_lines)
    numel = Column(
        translate("Layers", "Elements"),
        lambda row: describe.count(row.numel) if row.numel else _NONE,
        key=lambda row: row.numel,
        exact=lambda row: counted(row.numel, "element"),
        width=9,
    )
    tensors = replace(tensors, width=26 if attributes.width == 0 else 0)
    shown = [attributes, tensors] if attributes.width == 0 else [tensors]
    return [name, *columns, numel, *shown]


def _op(row: LayerRow) -> str:
    return describe.visible(row.op, 200) or _NONE


def _tensors(row: LayerRow) -> str:
    shown = [f"{describe.visible(name, 60)} {_dims(tensor)}" for name, tensor in row.tensors[:6]]
    return ", ".join(shown) + (", …" if len(row.tensors) > 6 else "")


def _dims(tensor: Tensor) -> str:
    return describe.shape(tensor.shape).replace(" ", "")


def _tensor_lines(row: LayerRow) -> str:
    return "\n".join(
        f"{describe.visible(name, 60)}: {describe.shape(tensor.shape)} {tensor.dtype.name}"
        for name, tensor in row.tensors[:20]
    )
