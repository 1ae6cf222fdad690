"""The statistics of a tensor in two lines: short to read, exact on hover, to be copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector.analysis.tensor_stats import TensorStats
from inspector.gui.detail.tensor.figures import exact, share, short
from inspector.gui.faults import guarded, nothing
from inspector.gui.text import counted, label, monospace, tooltip
from inspector.gui.theme import GRID, STATUSES

translate = QCoreApplication.translate

_COLUMNS = 5
_PENDING = "…"


@dataclass(frozen=True, slots=True)
class Figure:
    """One statistic.

    Attributes:
        exact: What hovering shows and copying takes.
        is_alarming: It stands out: values that are not numbers.
    """

    name: str
    text: str
    exact: str
    is_alarming: bool = False


def names() -> list[str]:
    """What is told of every tensor, in the order of `figures_of`."""
    return [
        "min", "max", translate("StatStrip", "mean"), "std", "‖x‖₂",
        translate("StatStrip", "zeros"), "NaN", "Inf",
        translate("StatStrip", "distinct"), translate("StatStrip", "elements"),
    ]  # fmt: skip


def figures_of(stats: TensorStats) -> list[Figure]:
    """The statistics in words."""
    low, high, mean, std, norm, zeros, nan, inf, distinct, elements = names()
    found = [
        Figure(name, short(value), exact(value))
        for name, value in (
            (low, stats.minimum),
            (high, stats.maximum),
            (mean, stats.mean),
            (std, stats.std),
            (norm, stats.norm),
        )
    ]
    for name, part in ((zeros, stats.zeros), (nan, stats.nan), (inf, stats.inf)):
        of = share(part, stats.numel)
        text = of if of and name == zeros else f"{part:,}"
        alarm = bool(part) and name != zeros
        found.append(Figure(name, text, f"{part:,}  {of}".strip(), alarm))
    several = _distinct(stats)
    found.append(Figure(distinct, several, several))
    found.append(Figure(elements, _compact(stats.numel), counted(stats.numel, "element")))
    return found


def _distinct(stats: TensorStats) -> str:
    if stats.distinct is None:
        return "–"
    return f">{stats.distinct - 1:,}" if stats.has_many_distinct else f"{stats.distinct:,}"


def _compact(number: int) -> str:
    from inspector import describe

    return f"{number:,}" if number < 10**6 else describe.count(number)


def _alarm() -> QPalette:
    """A label that can be selected takes its ink from `Text`, others from `WindowText`."""
    palette = QPalette()
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(role, STATUSES["error"].colour)
    return palette


class StatStrip(QWidget):
    """A grid of names above figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures: list[Figure] = []
        self.setAccessibleName(translate("StatStrip", "Statistics"))
        self._of = label("", dim=True)
        self._of.hide()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID)
        self._grid.setVerticalSpacing(0)
        self._values: list[QLabel] = []
        self._names: list[QLabel] = []
        self._columns = 0
        for name in names():
            self._names.append(label(name, dim=True))
            value = label(_PENDING, selectable=True)
            value.setFont(monospace())
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._values.append(value)
        self._arrange(_COLUMNS)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(GRID // 2)
        column_layout.addWidget(self._of)
        column_layout.addLayout(self._grid)
        copy = QAction(translate("StatStrip", "Copy statistics"), self)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for value in self._values:
            value.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _arrange(self, columns: int) -> None:
        """Names above their values, `columns` side by side."""
        if columns == self._columns:
            return
        for at in range(max(columns, self._columns)):
            self._grid.setColumnStretch(at, int(at < columns))
        self._columns = columns
        for at, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            line, column = at // columns * 3, at % columns
            self._grid.addWidget(name, line, column)
            self._grid.addWidget(value, line + 1, column)
            self._grid.setRowMinimumHeight(line + 2, GRID // 2)

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._values[0].fontMetrics().horizontalAdvance("−0.0001234") + GRID
        fitting = max(1, self.width() // needed)
        self._arrange(next(columns for columns in (_COLUMNS, 4, 3, 2, 1) if columns <= fitting))

    def clear(self) -> None:
        """Nothing is known yet."""
        self.figures = []
        self._of.hide()
        for value in self._values:
            value.setText(_PENDING)
            value.setToolTip("")
            value.setPalette(QPalette())

    def show_stats(self, stats: TensorStats) -> None:
        """Show what is known."""
        self._show(figures_of(stats))
        text = {
            "absolute values": translate("StatStrip", "of the absolute values"),
            "int_repr": translate("StatStrip", "of the stored integers (int_repr)"),
        }.get(stats.of, "")
        self._of.setText(text)
        self._of.setVisible(bool(text))

    def restyle(self) -> None:
        """Colours of the palette of now."""
        self._show(self.figures)

    def _show(self, figures: Sequence[Figure]) -> None:
        self.figures = list(figures)
        for value, figure in zip(self._values, figures, strict=False):
            value.setText(figure.text)
            value.setToolTip(tooltip(f"{figure.name}: {figure.exact}"))
            value.setPalette(_alarm() if figure.is_alarming else QPalette())

    def copy(self) -> None:
        """Names and exact figures, a line each."""
        lines = (f"{figure.name}\t{figure.exact}" for figure in self.figures)
        QGuiApplication.clipboard().setText("\n".join(lines))
