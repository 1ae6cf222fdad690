"""What the cells of the tree say."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from inspector import describe
from inspector.checkpoint.objects import leaf_text
from inspector.checkpoint.tensor import Tensor
from inspector.checkpoint.tree import is_leaf, is_module
from inspector.gui.core_sentences import said
from inspector.gui.itemmodels.index import DEVICE, DTYPE, KEY, PARAMETERS, SHAPE, TreeIndex
from inspector.gui.itemmodels.rows import CYCLE, GROUP, RANGE, TENSOR, TIED, VALUE, WHOLE, size_of
from inspector.gui.text import CELL_LIMIT, counted
from inspector.inert import BigNumber, ByteArray, Dict, Global, Object, Set

translate = QCoreApplication.translate

_VALUE_LIMIT = 200
_TYPES: tuple[tuple[type, str], ...] = (
    (Dict, "dict"),
    (Set, "set"),
    (BigNumber, "int"),
    (str, "str"),
    (ByteArray, "bytearray"),
    (Global, "global"),
    (type(None), "None"),
)


class Cells:
    """The texts of one document's rows, made when they are painted."""

    def __init__(self, index: TreeIndex) -> None:
        self._index = index

    def text(self, row: int, column: int) -> str:
        """The text of one cell; "" where there is nothing to say."""
        index = self._index
        if column == KEY:
            return key_text(index.rows.names[row])
        if column == SHAPE:
            return self._shape(row)
        if column == DTYPE:
            return self._dtype(row)
        if column == DEVICE:
            return self._named(int(index.devices[row]))
        if not index.tensors[row]:
            return ""
        if column == PARAMETERS:
            return describe.count(int(index.numel[row]))
        return describe.size(int(index.nbytes[row]))

    def full_name(self, row: int) -> str:
        """The whole path, joined by dots, as a filter sees it."""
        path = self._index.rows.path(row)
        name = ".".join(str(part) for part in path)
        return describe.visible(name, CELL_LIMIT) if name else key_text(self._index.rows.names[row])

    def _shape(self, row: int) -> str:
        rows = self._index.rows
        node, kind = rows.nodes[row], rows.kind[row]
        if kind == TENSOR:
            return describe.shape(node.shape)
        if rows.flags[row] & CYCLE:
            return translate("Cells", "↻ contains itself")
        if kind == VALUE:
            return value_text(node)
        if self._index.tensors[row]:
            tensors = counted(int(self._index.tensors[row]), "tensor")
            return f"{type_text(node)} · {tensors}" if is_module(node) else tensors
        return "" if kind in (GROUP, RANGE) else counted(size_of(node), "entry")

    def _dtype(self, row: int) -> str:
        rows = self._index.rows
        if rows.kind[row] == TENSOR:
            return rows.nodes[row].dtype.name
        named = self._named(int(self._index.dtypes[row]))
        if named or rows.kind[row] in (GROUP, RANGE):
            return named
        return type_text(rows.nodes[row])

    def _named(self, bits: int) -> str:
        names = self._index.named(bits) if bits else []
        more = f" +{len(names) - 1}" if len(names) > 1 else ""
        return describe.visible(names[0], 40) + more if names else ""

    def tooltip(self, row: int, column: int) -> str:
        """The exact figures and full names behind a cell."""
        index = self._index
        if column == KEY:
            path = describe.key_path(index.rows.path(row))
            if index.rows.flags[row] & TIED:
                path += "\n" + translate("Cells", "Shares its storage with another tensor.")
            if row in index.macs:
                path += f"\n{index.macs[row]:,} MACs"
            return path
        if column == PARAMETERS and index.tensors[row]:
            return counted(int(index.numel[row]), "parameter")
        if column in (DTYPE, DEVICE):
            names = index.named(int((index.dtypes if column == DTYPE else index.devices)[row]))
            return ", ".join(describe.visible(name, 60) for name in names) or self.text(row, column)
        if column > PARAMETERS and index.tensors[row]:
            return self._size_tooltip(row)
        return self.text(row, column)[:CELL_LIMIT]

    def _size_tooltip(self, row: int) -> str:
        index = self._index
        lines = [counted(int(index.nbytes[row]), "byte")]
        above = int(index.parent[row])
        for each, text in (
            (above, translate("Cells", "{share} of the row above")),
            (0, translate("Cells", "{share} of all tensors")),
        ):
            if index.nbytes[each]:
                share = float(index.nbytes[row]) / float(index.nbytes[each])
                lines.append(text.replace("{share}", f"{share:.1%}"))
        return "\n".join(lines)


def key_text(name: str | int) -> str:
    """The name of a row as it is shown."""
    if name is WHOLE:
        return translate("Cells", "(whole file)")
    if name == "":
        return "''"
    return describe.visible(name if isinstance(name, str) else str(name), CELL_LIMIT)


def value_text(node: Any, limit: int = _VALUE_LIMIT) -> str:
    """A value on one line, as Python would write it."""
    if isinstance(node, str):
        cut = describe.visible(node, limit)
        return f'"{cut}"' if len(node) <= limit else f'"{cut}'
    if isinstance(node, bytes):
        return describe.visible(repr(node[:limit]), limit) + ("…" if len(node) > limit else "")
    if node is None or isinstance(node, bool | int | float | complex):
        return describe.visible(_number_text(node), limit)
    if is_leaf(node):
        return describe.visible(said(leaf_text(node) or type(node).__name__), limit)
    return {Dict: "{}", list: "[]", tuple: "()"}.get(type(node), translate("Cells", "empty"))


def _number_text(node: Any) -> str:
    """Converting an integer of thousands of digits takes seconds, so that is not done."""
    if isinstance(node, int) and node.bit_length() > 4000:
        bits = f"{node.bit_length():,}"
        return translate("Cells", "an integer of {n} bits").replace("{n}", bits)
    return repr(node)


def type_text(node: Any) -> str:
    """The type of a value in one word; objects by the last part of their class."""
    if isinstance(node, Tensor):
        return node.dtype.name
    if isinstance(node, Object):
        return describe.visible(node.class_name.rpartition(".")[2], 60)
    for kind, name in _TYPES:
        if isinstance(node, kind):
            return name
    return describe.visible(type(node).__name__, 40).lower()
