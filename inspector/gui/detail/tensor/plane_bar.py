"""Which dimensions are rows and columns, and the index of all others."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from inspector.gui.detail.tensor.flow_layout import FlowLayout, named
from inspector.gui.detail.tensor.plane import Plane
from inspector.gui.text import label

translate = QCoreApplication.translate

_DIMS_SHOWN = 16
_CALM_MS = 60


class PlaneBar(QWidget):
    """`plane_changed` tells what a person chose, once the spin box stands still."""

    plane_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plane: Plane | None = None
        self._flow = FlowLayout(self)
        self.rows = self._dims(translate("PlaneBar", "Rows"))
        self.columns = self._dims(translate("PlaneBar", "Columns"))
        self.rows.activated.connect(self._on_rows_activated)
        self.columns.activated.connect(self._on_columns_activated)
        self.spins: dict[int, QSpinBox] = {}
        self._pairs: list[QWidget] = []
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._on_spin_calm)

    def show_plane(self, plane: Plane) -> None:
        """Show `plane` without telling anybody."""
        is_same = self.plane is not None and (self.plane.shape, self.plane.others) == (
            plane.shape,
            plane.others,
        )
        self.plane = plane
        self.setVisible(len(plane.shape) > 1)
        for box, dim in ((self.rows, plane.rows), (self.columns, plane.columns)):
            box.clear()
            for at, size in enumerate(plane.shape):
                box.addItem(f"dim {at}  ({size:,})", at)
            box.setCurrentIndex(-1 if dim is None else dim)
        if not is_same:
            self._make_spins(plane)
        for dim, spin in self.spins.items():
            spin.blockSignals(True)
            spin.setValue(plane.index[dim])
            spin.blockSignals(False)
        self.updateGeometry()

    def _make_spins(self, plane: Plane) -> None:
        for pair in self._pairs:
            self._flow.removeWidget(pair)
            pair.hide()
            pair.deleteLater()
        self._pairs.clear()
        self.spins.clear()
        for dim in plane.others[:_DIMS_SHOWN]:
            spin = QSpinBox()
            spin.setRange(0, min(max(plane.shape[dim] - 1, 0), 2**31 - 1))
            spin.setKeyboardTracking(False)
            spin.setWrapping(True)
            spin.setAccessibleName(f"dim {dim}")
            spin.valueChanged.connect(lambda _: self._calm.start())
            self.spins[dim] = spin
            after = label(f"/ {plane.shape[dim]:,}", dim=True)
            self._pairs.append(self._pair(spin, after))

    def _dims(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._pair(box)
        return box

    def _pair(self, field: QWidget, *more: QWidget) -> QWidget:
        pair = named(field, *more)
        self._flow.addWidget(pair)
        return pair

    def _choose(self, plane: Plane) -> None:
        self.show_plane(plane)
        self.plane_changed.emit(plane)

    def _on_rows_activated(self, dim: int) -> None:
        if self.plane is not None and dim != self.plane.rows:
            self._choose(self.plane.with_rows(dim))

    def _on_columns_activated(self, dim: int) -> None:
        if self.plane is not None and dim != self.plane.columns:
            self._choose(self.plane.with_columns(dim))

    def _on_spin_calm(self) -> None:
        plane = self.plane
        if plane is None:
            return
        for dim, spin in self.spins.items():
            plane = plane.standing(dim, spin.value())
        if plane != self.plane:
            self.plane = plane
            self.plane_changed.emit(plane)
