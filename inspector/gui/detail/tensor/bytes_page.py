"""The bytes of a tensor as they are in the file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QWidget

from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.bytes_item_model import (
    ROW_LIMIT,
    BytesItemModel,
    ascii_text,
)
from inspector.gui.detail.tensor.lazy_table import LazyTable
from inspector.gui.detail.tensor.tensor_page import TensorPage
from inspector.gui.faults import guarded, nothing
from inspector.gui.jobs import Jobs
from inspector.gui.text import counted, label, literal, monospace
from inspector.gui.theme import GRID
from inspector.progress import Progress

translate = QCoreApplication.translate

_COPY_LIMIT = 1 << 18
_WIDTHS = (8, 16, 32)


class BytesPage(TensorPage):
    """Offsets, hexadecimal and ASCII, read where one looks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("BytesPage", "Bytes of the tensor"), parent)
        self.model: BytesItemModel | None = None
        self.table = LazyTable(translate("BytesPage", "Bytes"))
        self.table.setSelectionBehavior(LazyTable.SelectionBehavior.SelectRows)
        self.table.copy_requested.connect(self._on_copy_requested)
        self.go = QLineEdit()
        self.go.setPlaceholderText(translate("BytesPage", "offset, 0x…"))
        self.go.setAccessibleName(translate("BytesPage", "Go to offset"))
        self.go.setFont(monospace())
        self.go.setMaximumWidth(20 * GRID)
        self.go.returnPressed.connect(self._on_go_return_pressed)
        self._where = label("", dim=True)
        row = QHBoxLayout()
        row.addWidget(label(translate("BytesPage", "Go to offset"), dim=True))
        row.addWidget(self.go)
        row.addWidget(self._where, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.table, 1)
        self._calm = QTimer(self, singleShot=True, interval=50)
        self._calm.timeout.connect(self._on_size_calm)

    def use_jobs(self, jobs: Jobs) -> None:
        super().use_jobs(jobs)
        self.model = BytesItemModel(jobs, self)
        self.model.tiles.failed.connect(self._on_tile_failed)
        self.table.setModel(self.model)

    def show_tensor(self, tensor: Tensor) -> None:
        assert self.model is not None
        self.model.show_tensor(tensor)
        self.go.clear()
        self._say()
        self._fit()

    def stop(self) -> None:
        super().stop()
        if self.model is not None:
            self.model.tiles.stop()

    def restyle(self) -> None:
        self.table.restyle()

    def _say(self) -> None:
        tensor, model = self.tensor, self.model
        if tensor is None or model is None or tensor.storage is None:
            return
        if model.origin is None:
            text = translate("BytesPage", "offsets in storage '{key}'")
            self._where.setText(literal(text.replace("{key}", tensor.storage.key), 60))
        else:
            self._where.setText(translate("BytesPage", "offsets in the file"))
        note = counted(model.nbytes, "byte")
        if tensor.storage.is_big_endian:
            note += " · " + translate("BytesPage", "big-endian")
        if not tensor.is_contiguous:
            text = translate("BytesPage", "from the first element to the last; strides skip some")
            note += f" · {text}"
        self.line.say(note)

    def _fit(self) -> None:
        """As many bytes in a row as there is room for."""
        if self.model is None:
            return
        letter = self.table.fontMetrics().horizontalAdvance("0")
        room = self.table.width() - 13 * letter - 4 * GRID
        fitting = [width for width in _WIDTHS if room >= letter * (width * 4 + width // 2 + 3)]
        self.model.arrange(max(fitting, default=_WIDTHS[0]), self.model.first)
        shown = self.model.hex_text(bytes(self.model.width))
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, letter * (len(shown) + 2))

    def go_to(self, offset: int) -> bool:
        """Show the row that holds byte `offset` of what the offsets count; False if none does."""
        model = self.model
        if model is None:
            return False
        at = offset - (model.start if model.origin is None else model.origin)
        if not 0 <= at < model.nbytes:
            return False
        row = (at - model.first) // model.width
        if not 0 <= row < model.rowCount():
            model.arrange(model.width, at - ROW_LIMIT // 2 * model.width)
            row = (at - model.first) // model.width
        index = model.index(row, 0)
        self.table.scrollTo(index, LazyTable.ScrollHint.PositionAtTop)
        self.table.setCurrentIndex(index)
        return True

    def _on_go_return_pressed(self) -> None:
        try:
            offset = int(self.go.text().strip().replace(",", ""), 0)
        except ValueError:
            offset = -1
        if not self.go_to(offset):
            self.line.say(translate("BytesPage", "There is no such offset in this tensor."))
        else:
            self._say()

    def _on_copy_requested(self) -> None:
        area, model, tensor = self.table.area(), self.model, self.tensor
        if area is None or model is None or tensor is None or tensor.storage is None:
            return
        storage, width = tensor.storage, model.width
        first = model.first + area[0] * width
        nbytes = min((area[1] - area[0]) * width, model.nbytes - first, _COPY_LIMIT)
        start = model.start + first

        def work(progress: Progress) -> str:
            progress.report(0, nbytes, "")
            data = storage.read(start, nbytes)
            lines = [data[at : at + width] for at in range(0, nbytes, width)]
            return "\n".join(
                f"{model.offset_text(area[0] + at)}  {model.hex_text(line)}  {ascii_text(line)}"
                for at, line in enumerate(lines)
            )

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            said = translate("BytesPage", "Copied {n}.").replace("{n}", counted(nbytes, "byte"))
            self.line.say(said)

        self.line.run(work, done, self._on_tile_failed)

    def _on_tile_failed(self, error: Exception) -> None:
        self.show_error(error)

    def _on_size_calm(self) -> None:
        self._fit()

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._calm.start()
