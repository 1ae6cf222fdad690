"""What differs and is no tensor: epochs, learning rates, hyper-parameters, metadata."""

from __future__ import annotations

from collections.abc import Sequence

from inspector.analysis.diff.model import ValueChange
from inspector.analysis.diff.report import path_text
from inspector.analysis.diff.wording import value_text
from inspector.gui.diff.cells import NOTHING
from inspector.gui.diff.looks import STATE_LOOKS
from inspector.gui.diff.opening import Compared
from inspector.gui.diff.table_page import TablePage
from inspector.gui.itemmodels.table_item_model import Column
from inspector.gui.text import translate

_LOOKS = {look.name: look for look in STATE_LOOKS}
_LIMIT = 200


class ValuesPage(TablePage):
    """Path, result, and the value on either side."""

    def __init__(self) -> None:
        super().__init__(translate("DiffValues", "Other values that differ"))

    def columns(self) -> Sequence[Column]:
        return (
            Column(translate("DiffValues", "Path"), _path, width=0, is_name=True),
            Column(
                translate("DiffValues", "Result"),
                lambda change: _LOOKS[change.status].text,
                look=lambda change: _LOOKS[change.status].colour.name(),
                glyph=lambda change: _LOOKS[change.status].icon,
                width=15,
            ),
            Column(translate("DiffValues", "Left"), _left, width=34),
            Column(translate("DiffValues", "Right"), _right, width=34),
        )

    def records(self, compared: Compared) -> Sequence[ValueChange]:
        return compared.outcome.structure.values

    def sentence(self, compared: Compared, number: int) -> str:
        if number:
            return translate("DiffValues", "Values beside the tensors that differ.")
        return translate("DiffValues", "Everything beside the tensors is the same on both sides.")


def _path(change: ValueChange) -> str:
    return path_text(change.path)


def _left(change: ValueChange) -> str:
    return NOTHING if change.status == "unexpected" else value_text(change.a, _LIMIT)


def _right(change: ValueChange) -> str:
    return NOTHING if change.status == "missing" else value_text(change.b, _LIMIT)
