"""The filter box with its number of hits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from inspector.gui.faults import guarded, nothing
from inspector.gui.icons import icon
from inspector.gui.itemmodels.query import QueryError
from inspector.gui.text import label, literal, monospace, tooltip
from inspector.gui.theme import GRID, STATUSES, tint

# From this many searched rows on, typing is searched only when it pauses.
DEBOUNCED_FROM = 300_000
DEBOUNCE_MS = 60


class FilterBar(QWidget):
    """A line edit that says what to look for, and when to leave it.

    Signals are emitted for what a person types, not for `clear`.
    """

    changed = Signal(str)
    left_downwards = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _FilterEdit(self)
        self.edit.setFont(monospace())
        self.edit.setClearButtonEnabled(True)
        self.edit.setAcceptDrops(False)  # a dropped file is to be opened, not typed
        self.setFocusProxy(self.edit)
        self.hits = label(parent=self, dim=True)
        self.hits.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._search = self.edit.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.hits)
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self._on_typing_paused)
        self.is_debounced = False
        self._problem = False
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.left_downwards.connect(self.left_downwards)
        self.edit.left.connect(self.left)
        self.hits.hide()
        self._retranslate()
        self._dress()

    def go_on(self, text: str) -> None:
        """Take what a person typed on the rows, and the keyboard's focus."""
        if text.isprintable() and not text.isspace():
            self.edit.setFocus()
            self.edit.end(False)
            self.edit.insert(text)

    def show_hits(self, hits: int | None, searched: int = 0, sums: str = "") -> None:
        """Say "192 of 1,858", with `sums` on hover; None where nothing is looked for."""
        self.hits.setVisible(hits is not None)
        self._problem = False
        self._dress()
        if hits is None:
            return
        text = self.tr("{hits} of {searched}")
        text = text.replace("{hits}", f"{hits:,}").replace("{searched}", f"{searched:,}")
        self.hits.setText(text)
        self.hits.setToolTip(tooltip(sums))

    def show_problem(self, error: QueryError) -> None:
        """Say what of the text means nothing; the rows stay as they were."""
        texts = {
            "regex": self.tr("Not a regex: {why}"),
            "slow": self.tr("This regex takes too long"),
            "shape": self.tr("A shape is written 64x3 or 64x*x3"),
            "size": self.tr("A size is written >1MB or <=512KiB"),
            "params": self.tr("A number of parameters is written >1M"),
        }
        self.hits.setText(literal(texts[error.kind].replace("{why}", error.why), 60))
        self.hits.setToolTip(tooltip(literal(f"{error.word}\n{error.why}".strip(), 300)))
        self.hits.show()
        self._problem = True
        self._dress()

    def _on_text_changed(self, text: str) -> None:
        if self.is_debounced and text:
            self._timer.start()
        else:
            self._timer.stop()
            self.changed.emit(text)

    def _on_typing_paused(self) -> None:
        self.changed.emit(self.edit.text())

    def _retranslate(self) -> None:
        self.edit.setPlaceholderText(self.tr("Filter by name"))
        self.edit.setAccessibleName(self.tr("Filter by name"))
        help_lines = (
            (self.tr("All of these, separated by spaces:"), ""),
            ("conv weight", self.tr("words in the full name")),
            ("layers.*.bias", self.tr("a glob with * and ?, up to the end of the name")),
            (r"/layers\.[0-5]\./", self.tr("a regex")),
            ("dtype:float16,bfloat16", self.tr("one of these dtypes")),
            ("device:cuda:1", self.tr("a device")),
            ("shape:64x3  shape:*x3x7x7  shape:=64", self.tr("how a shape begins; = all of it")),
            ("size:>1MB  params:<=1k", self.tr("a size, a number of parameters")),
            (self.tr("Esc clears, Down leaves."), ""),
        )
        lines = (f"{code}  —  {words}" if words else code for code, words in help_lines)
        self.edit.setToolTip(tooltip("\n".join(lines)))
        for button in self.edit.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the filter"))

    def _dress(self) -> None:
        self._search.setIcon(icon("search"))
        role = QPalette.ColorRole
        self.hits.setForegroundRole(role.WindowText if self._problem else role.PlaceholderText)
        if self._problem:
            tint(self.hits, STATUSES["error"].colour)
        else:
            self.hits.setPalette(QPalette())

    @guarded(nothing)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._dress()


class _FilterEdit(QLineEdit):
    """Esc clears, then leaves; Down and Return go on to the results."""

    left_downwards = Signal()
    left = Signal()

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
