"""Which names were taken for the same, and how sure that is; each can be rejected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from inspector.analysis.diff.model import Rule, RuleIdentity
from inspector.describe import visible
from inspector.gui.diff.cells import NOTHING
from inspector.gui.diff.opening import Compared
from inspector.gui.diff.renaming import names_edits
from inspector.gui.diff.table_page import TablePage
from inspector.gui.itemmodels.table_item_model import Column
from inspector.gui.text import QT_TRANSLATE_NOOP, counted, tooltip, translate
from inspector.gui.theme import GRID
from inspector.repair import SideName

_KINDS = {
    "prefix": QT_TRANSLATE_NOOP("DiffNames", "prefix"),
    "content": QT_TRANSLATE_NOOP("DiffNames", "same content"),
    "rename": QT_TRANSLATE_NOOP("DiffNames", "order and shape"),
}
_WIDEST = 300


@dataclass(frozen=True, slots=True)
class Alignment:
    """A line of the table.

    Attributes:
        rule: None where it was rejected, and is not used.
    """

    identity: RuleIdentity
    rule: Rule | None


class NamesPage(TablePage):
    """Alignments that were used and those that were rejected."""

    rejected_chosen = Signal(object)
    edits_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(translate("DiffNames", "Names taken for the same"))
        self.reject = QPushButton()
        self.restore = QPushButton()
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(0, 0, 0, GRID)
        for button in (self.reject, self.restore):
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        self.left, self.right = QPushButton(), QPushButton()
        sides: tuple[tuple[QPushButton, SideName], ...] = ((self.left, "a"), (self.right, "b"))
        for button, side in sides:
            self.buttons.addWidget(button)
            button.clicked.connect(lambda *_, side=side: self._on_rename_clicked(side))
        self.column.insertLayout(2, self.buttons)
        self.table.jump.hide()
        self.table.view.record_selected.connect(self._on_record_selected)
        self.reject.clicked.connect(self._on_reject_clicked)
        self.restore.clicked.connect(self._on_restore_clicked)

    def columns(self) -> Sequence[Column]:
        return (
            Column(translate("DiffNames", "Left"), lambda a: _shown(a.identity[1]), width=0),
            Column(translate("DiffNames", "Right"), lambda a: _shown(a.identity[2]), width=40),
            Column(translate("DiffNames", "Found by"), _kind, width=18),
            Column(
                translate("DiffNames", "Tensors"),
                lambda a: f"{a.rule.tensors:,}" if a.rule else NOTHING,
                key=lambda a: a.rule.tensors if a.rule else 0,
                width=9,
            ),
            Column(
                translate("DiffNames", "Sure"),
                lambda a: f"{100 * a.rule.confidence:.0f} %" if a.rule else NOTHING,
                key=lambda a: a.rule.confidence if a.rule else 0,
                width=7,
            ),
            Column(translate("DiffNames", "State"), _state, width=12),
        )

    def records(self, compared: Compared) -> Sequence[Alignment]:
        used = [Alignment(rule.identity, rule) for rule in compared.outcome.structure.rules]
        return used + [Alignment(each, None) for each in sorted(compared.wanted.rejected)]

    def sentence(self, compared: Compared, number: int) -> str:
        if not number:
            return translate("DiffNames", "Every tensor was found under its own name.")
        return translate(
            "DiffNames",
            "These names differ and were taken for the same. A wrong guess can be rejected; the "
            "comparison is then made again without it.",
        )

    def show_diff(self, compared: Compared) -> None:
        super().show_diff(compared)
        self.reject.setText(translate("DiffNames", "Reject"))
        self.restore.setText(translate("DiffNames", "Use Again"))
        is_listed = self.table.isVisibleTo(self)
        self.reject.setVisible(is_listed)
        self.restore.setVisible(bool(compared.wanted.rejected))
        self.left.setText(translate("DiffNames", "Use the Right's Names on the Left"))
        self.right.setText(translate("DiffNames", "Use the Left's Names on the Right"))
        hint = translate("DiffNames", "Rename edits of that file, in its tab; they can be undone.")
        for button in (self.left, self.right):
            button.setToolTip(tooltip(hint))
            button.setVisible(is_listed and bool(compared.outcome.structure.rules))
        self._on_record_selected()

    def _on_record_selected(self) -> None:
        chosen = self.table.view.selected()
        self.reject.setEnabled(any(found.rule is not None for found in chosen))
        self.restore.setEnabled(any(found.rule is None for found in chosen))

    def _on_reject_clicked(self) -> None:
        self._change(lambda rejected, chosen: rejected | chosen)

    def _on_restore_clicked(self) -> None:
        self._change(lambda rejected, chosen: rejected - chosen)

    def _on_rename_clicked(self, side: SideName) -> None:
        edits = names_edits(self.compared, side) if self.compared is not None else []
        if edits:
            self.edits_requested.emit(side, edits)

    def _change(self, join) -> None:
        chosen = {found.identity for found in self.table.view.selected()}
        if self.compared is not None and chosen:
            self.rejected_chosen.emit(frozenset(join(self.compared.wanted.rejected, chosen)))


def _shown(name: str) -> str:
    return visible(name, _WIDEST) if name else NOTHING


def _kind(found: Alignment) -> str:
    return translate("DiffNames", _KINDS.get(found.identity[0], found.identity[0]))


def _state(found: Alignment) -> str:
    if found.rule is None:
        return translate("DiffNames", "rejected")
    return translate("DiffNames", "used")


def rules_text(rules: Sequence[Rule]) -> str:
    """What was done to names, in a sentence for the banner; "" for nothing."""
    if not rules:
        return ""
    first = rules[0]
    tensors = counted(first.tensors, "tensor")
    if first.kind != "prefix":
        count = sum(rule.tensors for rule in rules)
        text = translate("DiffNames", "{tensors} were recognised under another name.")
        return text.replace("{tensors}", counted(count, "tensor"))
    if first.a and first.b:
        text = translate(
            "DiffNames", "“{a}” on the left stands for “{b}” on the right ({tensors})."
        )
    elif first.a:
        text = translate("DiffNames", "The prefix “{a}” on the left is ignored ({tensors}).")
    else:
        text = translate("DiffNames", "The prefix “{b}” on the right is ignored ({tensors}).")
    text = text.replace("{tensors}", tensors)
    return text.replace("{a}", visible(first.a, 60)).replace("{b}", visible(first.b, 60))
