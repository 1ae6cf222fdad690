"""The pages that page through values and bytes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from inspector.bytesource import FileSource
from inspector.checkpoint.dtype import DTYPES
from inspector.checkpoint.tensor import Quantization, Storage, Tensor, contiguous_stride
from inspector.errors import CorruptFile
from inspector.gui.detail.tensor.bytes_item_model import BytesItemModel
from inspector.gui.detail.tensor.bytes_page import BytesPage
from inspector.gui.detail.tensor.plane import Plane, last_plane, widest_plane
from inspector.gui.detail.tensor.tiles import CAPACITY
from inspector.gui.detail.tensor.values_item_model import COLUMN_LIMIT, ROW_LIMIT, ValuesItemModel
from inspector.gui.detail.tensor.values_page import ValuesPage
from inspector.gui.jobs import Jobs
from tests.gui.tensor_samples import (
    message,
    settle,
    shown,
    subject_of,
    tensor_of_array,
    tensor_with,
)

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def cells(page: ValuesPage) -> list[list[str]]:
    model = page.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_values_model_keeps_the_rules(qtbot, jobs: Jobs) -> None:
    model = ValuesItemModel(jobs)
    QAbstractItemModelTester(model, FATAL)
    tensor = tensor_of_array(np.arange(200 * 150, dtype="<f4").reshape(200, 150))
    model.show_plane(tensor, last_plane((200, 150)))
    assert model.index(199, 149).data() == "…"
    settle(qtbot, jobs)
    assert model.index(199, 149).data() == "29999"
    model.show_plane(tensor, last_plane((200, 150)), (100, 50))
    model.index(0, 0).data()
    settle(qtbot, jobs)
    assert model.index(0, 0).data() == "15050"
    assert model.headerData(0, Qt.Orientation.Vertical) == "100"


def test_bytes_model_keeps_the_rules(qtbot, jobs: Jobs) -> None:
    model = BytesItemModel(jobs)
    QAbstractItemModelTester(model, FATAL)
    model.show_tensor(tensor_of_array(np.arange(100_000, dtype="u1"), "uint8"))
    assert model.index(5000, 0).data() == "…"
    settle(qtbot, jobs)
    assert model.index(5000, 0).data().startswith("80 81 82 83  84")
    model.arrange(32, 64)
    model.index(0, 0).data()
    settle(qtbot, jobs)
    assert model.rowCount() == -(-(100_000 - 64) // 32)
    assert model.index(0, 1).data() == "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_"


@pytest.mark.parametrize(
    ("values", "dtype", "expected"),
    [
        (np.array([[1.5, -0.25]], "<f4"), None, [["1.5", "-0.25"]]),
        (np.array([[np.nan, np.inf, -np.inf]], "<f8"), None, [["nan", "inf", "-inf"]]),
        (np.array([[1, -(2**62)]], "<i8"), None, [["1", "-4611686018427387904"]]),
        (np.array([[True, False]]), None, [["True", "False"]]),
        (np.array([[1 + 2j]], "<c8"), None, [["1+2i"]]),
        (np.array([[0x3F80, 0xC000]], "<u2"), "bfloat16", [["1", "-2"]]),
        (np.array([[0x38, 0xC0]], "u1"), "float8_e4m3fn", [["1", "-2"]]),
        (np.array(7, "<i8"), None, [["7"]]),
        (np.array([1, 2, 3], "u1"), None, [["1"], ["2"], ["3"]]),
        (np.array([[0xAB, 0x01]], "u1"), "bits8", [["171", "1"]]),
    ],
)
def test_every_dtype_has_its_texts(qtbot, jobs: Jobs, values, dtype, expected) -> None:
    page = shown(qtbot, jobs, ValuesPage(), tensor_of_array(values, dtype))
    assert cells(page) == expected


def test_quantised_values_say_what_they_are(qtbot, jobs: Jobs) -> None:
    tensor = tensor_of_array(np.array([[3, 5]], "i1"), "qint8")
    tensor.quantization = Quantization("per_tensor_affine", 0.5, 3)
    page = shown(qtbot, jobs, ValuesPage(), tensor)
    assert cells(page) == [["0", "1"]]
    assert page.line.note.endswith("dequantised: (stored − zero_point) × scale")
    tensor = tensor_of_array(np.array([[3, 5]], "i1"), "qint8")
    tensor.quantization = Quantization("per_channel_affine", [0.5], [3], 0)
    page = shown(qtbot, jobs, ValuesPage(), tensor)
    assert cells(page) == [["3", "5"]]
    assert "stored integers" in page.line.note


def test_both_of_a_pair_of_float4_are_shown(qtbot, jobs: Jobs) -> None:
    tensor = tensor_with(b"\x21\x43", "float4_e2m1fn_x2", 1, 2)
    page = shown(qtbot, jobs, ValuesPage(), tensor)
    assert cells(page) == [["0.5", "1", "1.5", "2"]]


def test_planes() -> None:
    plane = last_plane((2, 3, 4, 5))
    assert (plane.rows, plane.columns, plane.others) == (2, 3, [0, 1])
    assert plane.standing(1, 2).text == "[0, 2, :, :]"
    assert plane.with_rows(3) == Plane((2, 3, 4, 5), 3, 2, (0, 0, 0, 0))
    assert plane.with_columns(0).others == [1, 3]
    assert widest_plane((64, 3, 7, 7)).others == [2, 3]
    assert last_plane(()).height == last_plane(()).width == 1
    assert (last_plane((9,)).height, last_plane((9,)).width) == (9, 1)


def test_slices_are_chosen_with_keys(qtbot, jobs: Jobs) -> None:
    values = np.arange(2 * 3 * 4 * 5, dtype="<i4").reshape(2, 3, 4, 5)
    page = shown(qtbot, jobs, ValuesPage(), tensor_of_array(values))
    assert cells(page) == [[str(v) for v in row] for row in values[0, 0]]
    qtbot.keyClick(page.bar.spins[1], Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: page.model.plane.text == "[0, 1, :, :]")
    cells(page)
    settle(qtbot, jobs)
    assert cells(page) == [[str(v) for v in row] for row in values[0, 1]]
    page.bar.rows.setFocus()
    qtbot.keyClick(page.bar.rows, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: page.model.plane.rows == 0)
    cells(page)
    settle(qtbot, jobs)
    assert cells(page) == [[str(v) for v in row] for row in values[:, 1, 0, :]]
    assert "[:, 1, 0, :]" in page.line.note


def test_transposed_planes(qtbot, jobs: Jobs) -> None:
    values = np.arange(12, dtype="<i4").reshape(3, 4)
    page = shown(qtbot, jobs, ValuesPage(), tensor_of_array(values))
    page.bar._on_rows_activated(1)
    cells(page)
    settle(qtbot, jobs)
    assert cells(page) == [[str(v) for v in row] for row in values.T]


def test_three_billion_rows(qtbot, jobs: Jobs) -> None:
    tensor = tensor_with(np.array([1.5], "<f4").tobytes(), "float32", 3_000_000_000, stride=(0,))
    page = shown(qtbot, jobs, ValuesPage(), tensor)
    assert page.model.rowCount() == ROW_LIMIT
    assert page.first_row.isVisible()
    assert not page.first_column.isVisible()
    assert page.model.index(0, 0).data() == "1.5"
    qtbot.keyClicks(page.go, "2147483000")
    qtbot.keyClick(page.go, Qt.Key.Key_Return)
    settle(qtbot, jobs)
    row = page.table.currentIndex().row() + page.model.corner[0]
    assert row == 2_147_483_000
    assert page.table.currentIndex().data() == "1.5"


def test_wide_tensors_are_paged_across(qtbot, jobs: Jobs) -> None:
    tensor = tensor_with(bytes(4), "float32", 3, 1_000_000, stride=(0, 0))
    page = shown(qtbot, jobs, ValuesPage(), tensor)
    assert page.model.columnCount() == COLUMN_LIMIT
    assert page.go_to((2, 999_999))
    assert page.table.currentIndex().column() + page.model.corner[1] == 999_999


def test_go_to_index_and_what_is_no_index(qtbot, jobs: Jobs) -> None:
    values = np.arange(2 * 300 * 5, dtype="<i4").reshape(2, 300, 5)
    page = shown(qtbot, jobs, ValuesPage(), tensor_of_array(values))
    qtbot.keyClicks(page.go, "[1, 250, 3]")
    qtbot.keyClick(page.go, Qt.Key.Key_Return)
    settle(qtbot, jobs)
    assert page.table.currentIndex().data() == str(values[1, 250, 3])
    assert page.bar.spins[0].value() == 1
    for wrong in ("1", "2, 0, 0", "0, 0, -1", "x", ""):
        page.go.setText(wrong)
        qtbot.keyClick(page.go, Qt.Key.Key_Return)
        assert page.line.note == "There is no such index in this tensor."


def test_a_selection_is_copied_exactly(qtbot, jobs: Jobs) -> None:
    values = (np.arange(12, dtype="<f4") / 3).reshape(3, 4)
    page = shown(qtbot, jobs, ValuesPage(), tensor_of_array(values))
    first = page.table.visualRect(page.model.index(0, 0)).center()
    last = page.table.visualRect(page.model.index(1, 1)).center()
    port = page.table.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, last)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, jobs)
    assert QGuiApplication.clipboard().text() == "0.0\t0.33333334\n1.3333334\t1.6666666"
    assert page.line.note == "Copied 4 elements."


def test_too_much_is_not_copied(qtbot, jobs: Jobs) -> None:
    tensor = tensor_with(bytes(4), "float32", 2_000, 2_000, stride=(0, 0))
    page = shown(qtbot, jobs, ValuesPage(), tensor)
    QGuiApplication.clipboard().setText("before")
    page.table.selectAll()
    page.table.copy_requested.emit()
    settle(qtbot, jobs)
    assert QGuiApplication.clipboard().text() == "before"
    assert "1,000,000" in page.line.note


def test_only_what_is_near_is_kept(qtbot, jobs: Jobs) -> None:
    tensor = tensor_with(bytes(4), "float32", 400_000, 8, stride=(0, 0))
    page = shown(qtbot, jobs, ValuesPage(), tensor)
    for row in range(0, 400_000, 1_000):
        page.table.scrollTo(page.model.index(row, 0))
        page.grab()
    settle(qtbot, jobs)
    assert page.model.tiles.kept <= CAPACITY


def test_bytes_are_those_of_the_file(qtbot, jobs: Jobs, tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(bytes(100) + bytes(range(256)) * 8)
    source = FileSource(path)
    storage = Storage("0", DTYPES["uint8"], 2048, "cpu", source, 100)
    tensor = Tensor(DTYPES["uint8"], (2000,), (1,), 16, storage)
    page = shown(qtbot, jobs, BytesPage(), tensor, (900, 500))
    assert page.model.offset_text(0) == f"{116:08x}"
    assert page.model.index(0, 0).data().startswith("10 11 12 13  14")
    qtbot.keyClicks(page.go, "0x164")
    qtbot.keyClick(page.go, Qt.Key.Key_Return)
    settle(qtbot, jobs)
    assert page.table.currentIndex().row() == (0x164 - 116) // page.model.width
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, jobs)
    line = QGuiApplication.clipboard().text()
    at = 116 + page.table.currentIndex().row() * page.model.width
    assert line.startswith(f"{at:08x}  {path.read_bytes()[at]:02x} ")
    page.go.setText("99")
    qtbot.keyClick(page.go, Qt.Key.Key_Return)
    assert page.line.note == "There is no such offset in this tensor."
    source.close()


def test_narrow_panes_show_fewer_bytes_in_a_row(qtbot, jobs: Jobs) -> None:
    page = shown(qtbot, jobs, BytesPage(), tensor_with(bytes(4096), "uint8", 4096), (420, 400))
    assert page.model.width == 8
    page.resize(1500, 400)
    qtbot.waitUntil(lambda: page.model.width == 32)


@pytest.mark.parametrize("kind", [ValuesPage, BytesPage])
def test_bytes_that_cannot_be_read_are_a_sentence(qtbot, jobs: Jobs, tmp_path: Path, kind) -> None:
    path = tmp_path / "cut.bin"
    path.write_bytes(bytes(4000))
    source = FileSource(path)
    path.write_bytes(b"")
    storage = Storage("0", DTYPES["float32"], 4000, "cpu", source, 0)
    tensor = Tensor(DTYPES["float32"], (10, 100), contiguous_stride((10, 100)), 0, storage)
    page = shown(qtbot, jobs, kind(), tensor)
    assert "became shorter while it was open" in message(page)
    assert not page.body.isVisible()
    source.close()


@pytest.mark.parametrize("kind", [ValuesPage, BytesPage])
def test_trouble_is_told_and_then_forgotten(qtbot, jobs: Jobs, kind) -> None:
    broken = tensor_with(bytes(16), "float32", 4)
    broken.problem = CorruptFile("Storage '0' is missing.", hint="Download it again.")
    page = shown(qtbot, jobs, kind(), broken)
    assert "Storage '0' is missing." in message(page)
    assert "Download it again." in message(page)
    page.show_subject(subject_of(tensor_with(bytes(16), "float32", 4)))
    settle(qtbot, jobs)
    assert page.body.isVisible()
    assert not message(page)


def test_a_slice_is_saved_as_csv(
    qtbot, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = np.arange(24, dtype="<f4").reshape(2, 3, 4) / 3
    page = shown(qtbot, jobs, ValuesPage(), tensor_of_array(values))
    assert page.go_to((1, 0, 0))
    target = tmp_path / "slice.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    next(act for act in page.export.menu().actions() if ".csv" in act.text()).trigger()
    settle(qtbot, jobs)
    lines = target.read_bytes().decode().split("\r\n")
    back = [[np.float32(cell) for cell in line.split(",")] for line in lines[:-1]]
    assert np.array_equal(np.array(back), values[1])
