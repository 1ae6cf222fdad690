"""How many pairs are in which state; each count shows or hides its rows."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from inspector.gui.diff.looks import DIFFERENT, PENDING, SAME, STATE_LOOKS, STATES
from inspector.gui.faults import guarded, nothing
from inspector.gui.icons import icon
from inspector.gui.text import label, tooltip
from inspector.gui.theme import GRID, colours


class CountsBar(QWidget):
    """A button for each state, and the way from one difference to the next."""

    states_chosen = Signal()
    next_requested = Signal()
    previous_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID - 4, 0, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        self.buttons = [_StateButton(state, self) for state in STATES]
        for button in self.buttons:
            row.addWidget(button)
            button.toggled.connect(self._on_button_toggled)
            button.only_requested.connect(self.show_only)
        row.addStretch(1)
        self.position = label(dim=True)
        self.previous, self.next = QToolButton(), QToolButton()
        row.addWidget(self.position)
        for arrow, signal in (
            (self.previous, self.previous_requested),
            (self.next, self.next_requested),
        ):
            arrow.setAutoRaise(True)
            arrow.setIconSize(QSize(16, 16))
            arrow.clicked.connect(signal)
            row.addWidget(arrow)
        self._is_quiet = False
        self._retranslate()

    @property
    def states(self) -> frozenset[int]:
        """The states that are shown."""
        return frozenset(button.state for button in self.buttons if button.isChecked())

    def show_states(self, states: Collection[int]) -> None:
        """Check the buttons of `states`, and tell once."""
        self._is_quiet = True
        for button in self.buttons:
            button.setChecked(button.state in states)
        self._is_quiet = False
        self.states_chosen.emit()

    def show_only(self, state: int) -> None:
        """One state alone; all of them where it is alone already."""
        self.show_states(STATES if self.states == {state} else {state})

    def hide_same(self, is_hidden: bool) -> None:
        """Only what differs or may differ, or everything."""
        self.show_states(set(STATES) - {SAME} if is_hidden else STATES)

    def show_counts(self, counts: list[int]) -> None:
        """The figures of now; states that do not occur are quiet."""
        for button, number in zip(self.buttons, counts, strict=True):
            button.show_count(number)
        differing = sum(counts[state] for state in DIFFERENT)
        self.next.setEnabled(differing > 0)
        self.previous.setEnabled(differing > 0)

    def show_position(self, place: int, of: int) -> None:
        """ "60 of 243"; only the number of differences where none of them is current."""
        if not of:
            self.position.setText("")
            return
        text = self.tr("{n} of {all}") if place else self.tr("{all} differences")
        if of == 1 and not place:
            text = self.tr("1 difference")
        self.position.setText(text.replace("{n}", f"{place:,}").replace("{all}", f"{of:,}"))

    def _on_button_toggled(self) -> None:
        if not self._is_quiet:
            self.states_chosen.emit()

    def _retranslate(self) -> None:
        for button, name, text in (
            (self.previous, "arrow-up", self.tr("Previous difference (Shift+F7)")),
            (self.next, "arrow-down", self.tr("Next difference (F7)")),
        ):
            button.setIcon(icon(name))
            button.setToolTip(tooltip(text))
            button.setAccessibleName(text)
        for state_button in self.buttons:
            state_button.dress()

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._retranslate()


class _StateButton(QToolButton):
    """Icon, word and number of one state; a double-click shows it alone."""

    only_requested = Signal(int)

    def __init__(self, state: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self._number = 0
        self.setCheckable(True)
        self.setChecked(True)
        self.setAutoRaise(True)
        self.setIconSize(QSize(16, 16))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setVisible(state != PENDING)

    def show_count(self, number: int) -> None:
        """How many pairs are in this state."""
        if number != self._number:
            self._number = number
            self.dress()
        if self.state == PENDING:
            self.setVisible(number > 0)

    def dress(self) -> None:
        """Texts and colours of now."""
        look = STATE_LOOKS[self.state]
        self.setText(f"{look.text}  {self._number:,}")
        self.setAccessibleName(f"{self._number:,} {look.text}")
        self.setIcon(icon(look.icon, look.colour))
        hint = self.tr("Click to show or hide, double-click to show these alone.")
        self.setToolTip(tooltip(f"{look.explanation}\n{hint}"))
        now = colours()
        ink = look.colour.name() if self._number else now.dim
        self.setStyleSheet(
            f"QToolButton {{ color: {ink}; border: 1px solid transparent; padding: 2px 6px;"
            f" border-radius: 4px; }}"
            f"QToolButton:checked {{ border-color: {now.line}; background: {now.base}; }}"
            f"QToolButton:!checked {{ color: {now.dim}; }}"
            f"QToolButton:hover, QToolButton:focus {{ border-color: {now.accent}; }}"
        )

    @guarded(nothing)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.only_requested.emit(self.state)
