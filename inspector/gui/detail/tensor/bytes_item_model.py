"""The stored bytes of a tensor as rows of a hex dump."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt

from inspector.checkpoint.tensor import Tensor
from inspector.gui.detail.tensor.tiles import Tiles
from inspector.gui.faults import guarded
from inspector.gui.jobs import Jobs
from inspector.progress import Progress

translate = QCoreApplication.translate

ROW_LIMIT = 500_000  # a header keeps 16 bytes per row, and counts pixels in 31 bits
TILE = 1 << 14
PLACEHOLDER = "…"
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class BytesItemModel(QAbstractTableModel):
    """Hexadecimal in one column, ASCII in the other; the row's title is its offset.

    Attributes:
        start, nbytes: The tensor's run of bytes in its storage.
        origin: Offset in the file of `start`, or None where the bytes there are compressed.
        first: First byte of the rows, counted from `start`.
        width: Bytes in a row.
    """

    def __init__(self, jobs: Jobs, parent: Any = None) -> None:
        super().__init__(parent)
        self.tiles = Tiles(jobs, self)
        self.tiles.arrived.connect(self._on_tile_arrived)
        self.start = self.nbytes = self.first = 0
        self.origin: int | None = None
        self.width = 16
        self._group = 1

    def show_tensor(self, tensor: Tensor) -> None:
        """Show the bytes of `tensor`."""
        self.beginResetModel()
        self.start, self.nbytes = run_of(tensor)
        self.first = 0
        storage = tensor.storage
        assert storage is not None
        source = storage.source
        self.origin = source.absolute(storage.offset + self.start) if source else None
        self._group = tensor.dtype.itemsize if tensor.dtype.itemsize in (2, 4, 8) else 4
        start, nbytes = self.start, self.nbytes

        def fetch(number: int, progress: Progress) -> bytes:
            progress.report(0, 0, "")
            at = number * TILE
            return storage.read(start + at, min(TILE, nbytes - at))

        self.tiles.restart(fetch)
        self.endResetModel()

    def arrange(self, width: int, first: int) -> None:
        """So many bytes in a row, beginning with byte `first`."""
        first = max(0, min(first, max(self.nbytes - 1, 0)) // width * width)
        if (width, first) != (self.width, self.first):
            self.beginResetModel()
            self.width, self.first = width, first
            self.endResetModel()

    def line(self, row: int) -> bytes | None:
        """The bytes of a row, or None while they are on their way."""
        at = self.first + row * self.width
        data = self.tiles.get(at // TILE)
        return None if data is None else data[at % TILE : at % TILE + self.width]

    def hex_text(self, data: bytes) -> str:
        """Bytes as hexadecimal, a wider gap between elements."""
        groups = (data[at : at + self._group] for at in range(0, len(data), self._group))
        return "  ".join(group.hex(" ") for group in groups)

    def offset_text(self, row: int) -> str:
        """Where a row begins, in the file if it can be said."""
        base = self.start if self.origin is None else self.origin
        return f"{base + self.first + row * self.width:08x}"

    # -- what Qt asks -------------------------------------------------------------------------

    @guarded(int)
    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid():
            return 0
        return min(-(-(self.nbytes - self.first) // self.width), ROW_LIMIT)

    @guarded(int)
    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    @guarded(lambda: None)
    def data(self, index: QModelIndex, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY or not index.isValid():
            return None
        data = self.line(index.row())
        if data is None:
            return PLACEHOLDER
        return self.hex_text(data) if index.column() == 0 else ascii_text(data)

    @guarded(lambda: None)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.offset_text(section)
        return translate("BytesItemModel", "Hexadecimal") if section == 0 else "ASCII"

    def _on_tile_arrived(self, number: int) -> None:
        first = (number * TILE - self.first) // self.width
        last = ((number + 1) * TILE - self.first) // self.width
        first, last = max(first, 0), min(last, self.rowCount() - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 1), [_DISPLAY])


def run_of(tensor: Tensor) -> tuple[int, int]:
    """(first byte in the storage, bytes) from the first to the last element of `tensor`."""
    first, last = tensor.extent
    dtype = tensor.dtype
    start = first // dtype.per_item * dtype.itemsize
    return start, dtype.nbytes(last) - start


def ascii_text(data: bytes) -> str:
    """Printable ASCII, a dot for everything else."""
    return "".join(chr(byte) if 0x20 <= byte < 0x7F else "·" for byte in data)
