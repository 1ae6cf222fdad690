"""What is compared with what: both files, a part of each, and how exactly."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from inspector.analysis.diff.parts import WHOLE
from inspector.describe import visible
from inspector.document import Document
from inspector.gui.diff.opening import Compared
from inspector.gui.diff.part_box import PartBox
from inspector.gui.faults import guarded, nothing
from inspector.gui.icons import icon
from inspector.gui.jobs import Jobs
from inspector.gui.text import emphasised, label, tooltip
from inspector.gui.theme import GRID

# (rtol, atol), as torch.allclose takes them; the first means equal bits.
TOLERANCES = ((0.0, 0.0), (0.0, 1e-6), (1e-5, 1e-8), (1e-3, 1e-5), (1e-2, 1e-3))
EXPORTS = {"html": "HTML…", "markdown": "Markdown…", "csv": "CSV…", "json": "JSON…"}
_NAME_WIDTH = 26 * GRID


class SidesBar(QWidget):
    """ "epoch10.pt [whole file] ⇄ epoch20.pt [whole file]   Tolerance [exact]"."""

    parts_chosen = Signal(object, object)
    """The parts of the left and the right file to compare."""
    swap_requested = Signal()
    tolerance_chosen = Signal(float, float)
    message = Signal(str)
    export_requested = Signal(str)
    """A kind of report."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = [_name(), _name()]
        self.parts = [PartBox(jobs), PartBox(jobs)]
        self._now = (WHOLE, WHOLE)
        self._chosen = TOLERANCES[0]
        self.swap = QToolButton()
        self.swap.setAutoRaise(True)
        self.swap.setIconSize(QSize(16, 16))
        self.swap.clicked.connect(lambda: self.swap_requested.emit())
        self.tolerance = QComboBox()
        self._tolerance_label = label(dim=True)
        self._tolerance_label.setBuddy(self.tolerance)
        self.row = row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        for widget in (self.names[0], self.parts[0], self.swap, self.names[1], self.parts[1]):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._tolerance_label)
        row.addWidget(self.tolerance)
        self.export = QToolButton()
        self.export.setAutoRaise(True)
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setMenu(QMenu(self))
        for kind, name in EXPORTS.items():
            action = self.export.menu().addAction(name)
            action.triggered.connect(lambda *_, kind=kind: self.export_requested.emit(kind))
        row.addWidget(self.export)
        left, right = self.parts
        left.part_chosen.connect(lambda part: self.parts_chosen.emit(part, self._now[1]))
        right.part_chosen.connect(lambda part: self.parts_chosen.emit(self._now[0], part))
        for box in self.parts:
            box.message.connect(self.message)
        self.tolerance.activated.connect(self._on_tolerance_activated)
        self._retranslate()

    def show_sides(self, compared: Compared) -> None:
        """Show what is compared."""
        wanted = compared.wanted
        self._now = (wanted.a.part, wanted.b.part)
        for at, document in enumerate((compared.a, compared.b)):
            _show_name(self.names[at], document)
            self.parts[at].show_parts(document, self._now[at])
        self._chosen = (wanted.rtol, wanted.atol)
        self._fill_tolerances()

    def _on_tolerance_activated(self, at: int) -> None:
        self.tolerance_chosen.emit(*self._tolerances()[at])

    def _tolerances(self) -> list[tuple[float, float]]:
        """Those to choose from; one that the Preferences have comes last."""
        return list(dict.fromkeys([*TOLERANCES, self._chosen]))

    def _fill_tolerances(self) -> None:
        self.tolerance.clear()
        for rtol, atol in self._tolerances():
            said = f"rtol {rtol:g}, atol {atol:g}" if rtol or atol else self.tr("exact")
            self.tolerance.addItem(said)
        self.tolerance.setCurrentIndex(self._tolerances().index(self._chosen))

    def _retranslate(self) -> None:
        self.swap.setText(self.tr("Swap sides"))
        self.swap.setIcon(icon("arrow-left-right"))
        self.swap.setToolTip(tooltip(self.tr("Swap sides")))
        self.swap.setAccessibleName(self.tr("Swap sides"))
        names = (self.tr("Part of the left file"), self.tr("Part of the right file"))
        for combo, name in zip(self.parts, names, strict=True):
            combo.setAccessibleName(name)
            combo.setToolTip(tooltip(name))
        self.export.setText(self.tr("Export"))
        self.export.setAccessibleName(self.tr("Export"))
        self.export.setToolTip(tooltip(self.tr("The comparison as a report for other people")))
        self._tolerance_label.setText(self.tr("Tolerance"))
        self.tolerance.setAccessibleName(self.tr("Tolerance"))
        self.tolerance.setToolTip(
            tooltip(
                self.tr(
                    "Values are the same where |a − b| ≤ atol + rtol · |b|, as in torch.allclose."
                )
            )
        )
        self._fill_tolerances()

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._retranslate()


def _name() -> QLabel:
    made = label()
    made.setFont(emphasised(made.font()))
    made.setMaximumWidth(_NAME_WIDTH)
    return made


def _show_name(name: QLabel, document: Document) -> None:
    text = visible(document.path.name, 200) + ("*" if document.steps else "")
    middle = Qt.TextElideMode.ElideMiddle
    name.setText(name.fontMetrics().elidedText(text, middle, _NAME_WIDTH))
    name.setToolTip(tooltip(visible(str(document.path))))
