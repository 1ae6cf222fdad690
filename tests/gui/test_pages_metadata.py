"""The pages with metadata and with source code."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from inspector.bytesource import BytesSource
from inspector.gui.detail.code_view import CodeView
from inspector.gui.detail.metadata_page import MetadataPage
from inspector.gui.detail.python_tokens import beginnings
from inspector.gui.detail.source_page import SourcePage, read_text
from inspector.gui.detail.subject import Subject
from inspector.gui.itemmodels.metadata_item_model import MetadataItemModel
from inspector.gui.itemmodels.metadata_nodes import LINE_LIMIT, metadata_of
from inspector.gui.theme import apply_theme
from inspector.progress import SILENT
from tests.gui.conftest import OpenWindow, front
from tests.gui.samples import CANARY, opened_of, tensor, tree


def metadata_page(window) -> MetadataPage:
    view = front(window)
    view.details.show_page("metadata")
    page = view.details.current_page()
    assert isinstance(page, MetadataPage)
    return page


def lines(opened) -> dict[str, str]:
    return {line.path: line.value for line in metadata_of(opened).leaves()}


def test_everything_but_tensors_is_listed(qapp) -> None:
    hyper = tree({"lr": 0.1, "betas": (0.9, 0.999), "nested": {"name": "a"}})
    opened = opened_of(
        tree({"epoch": 3, "model": {"w": tensor(2), "b": tensor(1)}, "hyper_parameters": hyper})
    )
    assert lines(opened) == {
        "hyper_parameters.lr": "0.1",
        "hyper_parameters.betas": "(0.9, 0.999)",
        "hyper_parameters.nested.name": '"a"',
        "epoch": "3",
    }


def test_filtering_keeps_what_is_above(qtbot, open_window: OpenWindow, small: Path) -> None:
    page = metadata_page(open_window(small))
    tester = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(page.model, tester)
    qtbot.keyClicks(page.filter.edit, "args lr")
    assert page.filter.hits.text().startswith("1 of ")
    top = page.model.index(0, 0)
    assert top.data() == "args"
    assert page.model.index(0, 1, top).data() == "0.1"
    assert page.tree.isExpanded(top)
    qtbot.mouseClick(page.as_table, Qt.MouseButton.LeftButton)
    assert [page.table.table.record(row).path for row in range(page.table.table.rowCount())] == [
        "args.lr"
    ]
    page.filter.edit.clear()
    assert page.model.rowCount() > 2


def test_return_leads_to_the_row(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    page = metadata_page(window)
    qtbot.keyClicks(page.filter.edit, "names")
    qtbot.keyClick(page.filter.edit, Qt.Key.Key_Down)
    qtbot.keyClick(page.tree, Qt.Key.Key_Return)
    view = front(window)
    assert view.opened.tree.rows.path(view.tree_pane.chosen_row()) == ("args",)


def test_a_file_of_tensors_alone_says_so(qtbot) -> None:
    page = MetadataPage()
    qtbot.addWidget(page)
    page.show_subject(Subject(opened_of(tree({"a": tensor(2), "b": tensor(3)})), 0))
    assert page._stack.currentWidget() is page.empty
    assert not page.as_table.isEnabled()


def test_cycles_and_endless_files_end(qapp) -> None:
    loop: list = [1]
    loop.append(loop)
    wide = [[str(at)] * 20 for at in range(LINE_LIMIT)]
    top = metadata_of(opened_of(tree({"loop": loop, "wide": wide, "z": 1})))
    assert sum(1 for _ in top.leaves()) <= LINE_LIMIT + 10


def test_names_of_the_file_stay_text(open_window: OpenWindow, hostile: Path) -> None:
    page = metadata_page(open_window(hostile))
    model: MetadataItemModel = page.model
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert CANARY in names
    for row in range(model.rowCount()):
        for column in range(3):
            index = model.index(row, column)
            assert "<img" not in (index.data(Qt.ItemDataRole.ToolTipRole) or "")
            assert len(index.data()) < 1100


# -- source code ------------------------------------------------------------------------------

CODE = b'class Net(Module):\n\tdef forward(self, x):\n    """long\n# text"""\n    return 1 # done\n'


@pytest.fixture
def scripted(tmp_path: Path) -> Path:
    import torch

    class Net(torch.nn.Module):
        def forward(self, x):
            return x + 1

    path = tmp_path / "scripted.pt"
    torch.jit.save(torch.jit.trace(Net(), torch.zeros(1)), str(path), {"note.txt": CANARY})
    with zipfile.ZipFile(path) as archive:
        assert any(name.endswith("note.txt") for name in archive.namelist())
    return path


def test_source_code_is_read_and_shown(qtbot, open_window: OpenWindow, scripted: Path) -> None:
    view = front(open_window(scripted))
    view.details.show_page("source")
    page = view.details.current_page()
    assert isinstance(page, SourcePage)
    qtbot.waitUntil(lambda: "def forward" in page.text.toPlainText())
    assert "not executed" in page.note.text()
    table = page.records.view
    row = next(r for r in range(table.table.rowCount()) if "note" in table.table.record(r).name)
    rect = table.visualRect(table.table.index(row, 0))
    table.scrollTo(table.table.index(row, 0))
    rect = table.visualRect(table.table.index(row, 0))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.waitUntil(lambda: page.text.toPlainText() == CANARY)


def test_files_without_code_have_no_such_page(open_window: OpenWindow, small: Path) -> None:
    view = front(open_window(small))
    tabs = [view.details.tabs.tabText(at) for at in range(view.details.tabs.count())]
    assert "Source" not in tabs
    assert "Metadata" in tabs


def test_text_is_made_visible(qapp) -> None:
    shown = read_text(BytesSource(b"\tif x:\n\ta\tb\x00\xe2\x80\xae\xff\r\n", "x.py"), SILENT)
    assert shown == "    if x:\n    a\\tb\\x00\\u202e\ufffd\n"


@pytest.mark.parametrize(
    ("line", "end"),
    [(b"x = 1\n", "… (1,140,001 bytes)"), (b"x" * 100 + b"\n", "(19,800,000 bytes)")],
)
def test_long_texts_are_cut(qapp, line: bytes, end: str) -> None:
    shown = read_text(BytesSource(line * 200_000, "x.py"), SILENT)
    assert shown.endswith(end)


def coloured(view: CodeView, line: int) -> list[str]:
    block = view.document().findBlockByNumber(line)
    return [block.text()[f.start : f.start + f.length] for f in block.layout().formats()]


def shown_code(qtbot, text: str) -> CodeView:
    view = CodeView("code")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.show_code(text, beginnings(text))
    return view


def test_code_is_coloured(qtbot) -> None:
    view = shown_code(qtbot, CODE.decode())
    assert coloured(view, 0) == ["class", "Net"]
    assert coloured(view, 1) == ["def", "forward"]
    assert coloured(view, 2) == ['"""', "long"]
    assert coloured(view, 3) == ['# text"""']
    assert coloured(view, 4) == ["return", "1", "# done"]


def test_long_code_is_coloured_where_it_is_seen(qtbot) -> None:
    view = shown_code(qtbot, 'a = 1\nb = """\n' + "text\n" * 5000 + '"""\nreturn 2')
    assert coloured(view, 0) == ["1"]
    assert not coloured(view, 4000)
    view.verticalScrollBar().setValue(3998)
    assert coloured(view, 4000) == ["text"]
    assert not coloured(view, 5003)
    view.moveCursor(QTextCursor.MoveOperation.End)
    assert coloured(view, 5003) == ["return", "2"]

    def ink() -> str:
        layout = view.document().findBlockByNumber(5003).layout()
        found = layout.formats()
        return found[0].format.foreground().color().name()

    before = ink()
    apply_theme(QApplication.instance(), "dark")
    qtbot.waitUntil(lambda: ink() != before)
    apply_theme(QApplication.instance(), "light")
