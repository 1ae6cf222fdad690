"""What the tree and the flat list of a document have in common: their columns and how they look."""

from __future__ import annotations

from typing import Any, ClassVar

from inspector.gui.document.row_view import RowView
from inspector.gui.document.tree_delegates import CellDelegate, KeyDelegate, SizeDelegate
from inspector.gui.itemmodels.index import DEVICE, DTYPE, KEY, PARAMETERS, SHAPE, SIZE
from inspector.gui.text import translate

# In widths of "0".
_LEAST = {KEY: 28, SIZE: 11}


class ContentsView(RowView):
    """Shows a `TreeItemModel`."""

    widths: ClassVar[dict[int, int]] = {SHAPE: 19, DTYPE: 12, DEVICE: 8, PARAMETERS: 11, SIZE: 17}

    def _prepare_contents(self: Any) -> None:
        self._prepare(translate("TreeView", "Contents of the file"))
        self.setItemDelegate(CellDelegate(self))
        self.setItemDelegateForColumn(KEY, KeyDelegate(self))
        self.setItemDelegateForColumn(SIZE, SizeDelegate(self))

    def _fit_columns(self: Any) -> None:
        """Give the keys what the other columns leave, until a person sets the width."""
        if self.model() is None or self._is_key_width_chosen:
            return
        unit = self.fontMetrics().horizontalAdvance("0")
        header = self.header()
        others = sum(header.sectionSize(column) for column in range(1, header.count() - 1))
        room = self.viewport().width() - others
        if not header.sectionSize(SIZE):
            self._set_widths({KEY: max(_LEAST[KEY] * unit, room)})
            return
        # A narrow window loses the bars beside the sizes first.
        size = min(max(room - _LEAST[KEY] * unit, _LEAST[SIZE] * unit), self.widths[SIZE] * unit)
        self._set_widths({SIZE: size, KEY: max(_LEAST[KEY] * unit, room - size)})

    def _is_fitted(self, column: int) -> bool:
        return column in (KEY, SIZE)
