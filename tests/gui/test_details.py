"""The pages on the right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from inspector.checkpoint.tensor import Quantization
from inspector.errors import CorruptFile, Finding
from inspector.gui.detail.anatomy_lines import part_lines
from inspector.gui.detail.anatomy_view import Legend
from inspector.gui.detail.blocks import Notice
from inspector.gui.detail.detail_pane import DetailPane
from inspector.gui.detail.facts import facts_about
from inspector.gui.detail.node_page import NodePage, full_text
from inspector.gui.detail.subject import Subject
from inspector.gui.detail.summary import headline
from inspector.gui.detail.summary_page import SummaryPage
from inspector.gui.detail.tensor.stat_strip import StatStrip
from inspector.gui.document.opening import Opened
from inspector.inert import ByteArray, Global, Object
from tests.gui.conftest import OpenWindow, front
from tests.gui.samples import opened_of, tensor, tree


def facts(opened: Opened, *path: Any) -> dict[str, str]:
    subject = Subject(opened, opened.tree.row_at(path))
    return {fact.label: fact.value for fact in facts_about(subject)}


def texts(widget: Any) -> list[str]:
    found = [label.text() for label in widget.findChildren(QLabel)]
    return found + [edit.text() for edit in widget.findChildren(QLineEdit)]


def test_facts_of_a_tensor(qapp) -> None:
    one = tensor(64, 3, 7, 7, device="cuda:1", key="12")
    one.requires_grad = True
    found = facts(opened_of(tree({"conv.weight": one})), "conv.weight")
    assert found["Shape"] == "64 × 3 × 7 × 7"
    assert found["dtype"] == "float32"
    assert found["Elements"] == "9,408"
    assert found["Size"] == "37.6 kB (37,632 bytes)"
    assert found["stride"] == "(147, 49, 7, 1)  contiguous"
    assert found["storage_offset"] == "0"
    assert found["Storage"] == "12"
    assert found["Device"] == "cuda:1"
    assert found["requires_grad"] == "yes"


def test_facts_of_unusual_tensors(qapp) -> None:
    strided = tensor(4, 4)
    strided.stride = (1, 4)
    strided.is_conj = True
    quantized = tensor(4, dtype="qint8")
    quantized.quantization = Quantization("per_tensor_affine", 0.5, 3)
    jagged = tensor(4)
    jagged.shape = jagged.stride = None
    opened = opened_of(tree({"a": strided, "b": quantized, "c": jagged, "d": tensor()}))
    assert facts(opened, "a")["stride"] == "(1, 4)  not contiguous"
    assert facts(opened, "a")["Pending"] == "conj"
    assert facts(opened, "b")["scale"] == "0.5"
    assert facts(opened, "c")["Shape"] == "jagged"
    assert facts(opened, "d")["Shape"] == "scalar"


def test_offset_in_file(open_window: OpenWindow, small: Path) -> None:
    opened = front(open_window(small)).opened
    row = opened.tree.row_at(("model", "0.weight"))
    found = facts(opened, "model", "0.weight")
    place = int(found["Offset in file"].replace(",", ""))
    values = opened.tree.rows.nodes[row].read().tobytes()
    assert small.read_bytes()[place : place + len(values)] == values


def test_tied_and_overlapping_tensors_name_each_other(qapp) -> None:
    one = tensor(8)
    half = tensor(4)
    half.storage = one.storage
    rest = tensor(4)
    rest.storage = one.storage
    rest.storage_offset = 4
    opened = opened_of(tree({"whole": one, "same": one, "half": half, "rest": rest}))
    subject = Subject(opened, opened.tree.row_at(("half",)))
    found = [(fact.label, fact.value) for fact in facts_about(subject)]
    assert ("Overlaps with", "whole") in found
    assert ("Beside, same storage", "rest") in found
    assert facts(opened, "whole")["Tied with"] == "same"


def test_a_broken_tensor_says_why(qtbot) -> None:
    broken = tensor(4)
    broken.problem = CorruptFile("Storage '0' is missing.", hint="Download it again.")
    page = NodePage()
    qtbot.addWidget(page)
    page.show_subject(Subject(opened_of(tree({"a": broken, "b": tensor(1)})), 1))
    notice = page.findChild(Notice)
    assert notice is not None
    assert "Storage '0' is missing." in texts(notice)
    assert "Download it again." in texts(notice)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3, "3"),
        (None, "None"),
        (True, "True"),
        (0.1, "0.1"),
        ("a\nb", "a\nb"),
        (b"\x00\xff", "00 ff"),
        (ByteArray(b"ab"), "61 62"),
        pytest.param(10**5000, "an integer of 16,610 bits", id="huge"),
        (Global("torch", "float32"), "torch.float32"),
        ([], "[]"),
    ],
)
def test_whole_values(qapp, value: Any, expected: str) -> None:
    assert full_text(value) == expected


def test_long_texts_are_cut_at_twenty_thousand_characters(qtbot) -> None:
    page = NodePage()
    qtbot.addWidget(page)
    opened = opened_of(tree({"log": "x" * 100_000, "n": 1}))
    page.show_subject(Subject(opened, 1))
    text = page.findChild(QPlainTextEdit).toPlainText()
    assert text.startswith("x" * 20_000 + "\n… (80,000 more)")


def test_objects_say_their_class(qapp) -> None:
    made = Object("newobj", Global("my.package", "Thing"), ())
    made.state = tree({"a": 1})
    opened = opened_of(tree({"thing": made, "n": 1}))
    assert facts(opened, "thing")["Type"] == "my.package.Thing"


def test_headline_in_a_line_with_exact_figures(qapp) -> None:
    weights = tree({"a": tensor(1000, 1000, device="cuda:1"), "b": tensor(5, device="cuda:1")})
    text, exact = headline(opened_of(tree({"model": weights, "epoch": 1})))
    assert text == "1.00 M parameters · 4.00 MB · float32 · saved on cuda:1"
    assert exact.splitlines()[0] == "1,000,005 parameters"
    assert headline(opened_of(tree({"epoch": 1})))[0] == "No tensors"


def test_contents_name_every_entry(open_window: OpenWindow, small: Path) -> None:
    opened = front(open_window(small)).opened
    assert opened.anatomy is not None
    found = {line.name: line.text for line in part_lines(opened, opened.anatomy)}
    assert list(found) == ["epoch", "note", "model", "optimizer", "args", "structure"]
    assert found["epoch"] == "3"
    assert found["model"].startswith("state_dict · 9 tensors · 120 parameters · 808 B")
    assert found["optimizer"].startswith("optimizer SGD · 1 param_group · 5 parameters")
    assert found["args"] == "dict · 3 entries"


def test_findings_have_word_and_hint_and_are_limited(qtbot) -> None:
    opened = opened_of(tree({"a": tensor(1)}))
    found = opened.document.checkpoint.findings
    found.append(Finding("info", None, "A note."))
    found.append(Finding("danger", "data.pkl", "It would run a program.", "Do not load it."))
    found.extend(Finding("warning", None, f"Number {at}.") for at in range(300))
    page = SummaryPage()
    qtbot.addWidget(page)
    page.show_subject(Subject(opened, 0))
    said = texts(page)
    assert "Danger · data.pkl" in said
    assert "Do not load it." in said
    assert said.index("It would run a program.") < said.index("Number 0.")
    assert "202 more" in said


@pytest.mark.parametrize("verdict", ["clean", "unknown", "dangerous", "unreadable", "new word"])
def test_verdicts_are_words(qtbot, verdict: str) -> None:
    opened = opened_of(tree({"a": tensor(1)}))
    opened.document.checkpoint.verdict = verdict
    page = SummaryPage()
    qtbot.addWidget(page)
    page.show_subject(Subject(opened, 0))
    assert "Nothing in the file was executed." in texts(page)


def titles(pane: DetailPane) -> list[str]:
    return [pane.tabs.tabText(at) for at in range(pane.tabs.count())]


def test_pages_follow_the_selection_and_a_choice_stays(qtbot) -> None:
    opened = opened_of(tree({"a": tensor(1), "b": tensor(2), "c": 3}))
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.show_subject(Subject(opened, 0))
    assert titles(pane)[0] == "File"
    assert "Selection" not in titles(pane)
    assert isinstance(pane.current_page(), SummaryPage)
    pane.show_subject(Subject(opened, 1))
    assert titles(pane)[:2] == ["File", "Selection"]
    assert isinstance(pane.current_page(), NodePage)
    pane.tabs.tabBarClicked.emit(0)
    pane.tabs.setCurrentIndex(0)
    assert isinstance(pane.current_page(), SummaryPage)
    pane.show_subject(Subject(opened, 2))
    assert isinstance(pane.current_page(), NodePage)


def test_the_tabs_of_a_tensor_fit_the_first_window(
    qtbot, open_window: OpenWindow, tmp_path: Path
) -> None:
    import torch

    torch.save({"conv.weight": torch.zeros(8, 4, 3, 3)}, tmp_path / "conv.pt")
    window = open_window(tmp_path / "conv.pt")
    window.resize(1280, 820)
    view = front(window)
    view.tree_pane.show_row(view.opened.tree.row_at(("conv.weight",)))
    tabs = view.details.tabs
    assert tabs.count() >= 7
    qtbot.waitUntil(lambda: tabs.tabRect(tabs.count() - 1).right() <= tabs.width())


@pytest.mark.parametrize("width", [330, 900])
def test_nothing_is_squeezed_in_a_narrow_pane(qtbot, width: int) -> None:
    opened = opened_of(tree({"state_dict": {"a": tensor(9), "b": tensor(9)}, "epoch": 1}))
    assert opened.anatomy is not None
    for widget in (Legend(part_lines(opened, opened.anatomy)), StatStrip()):
        qtbot.addWidget(widget)
        widget.resize(width, 300)
        widget.show()
        qtbot.waitExposed(widget)
        texts = [found for found in widget.findChildren(QLabel) if found.text()]
        assert len(texts) > 3
        # A sentence has room for some words; a figure for all its digits.
        least = [200 if text.wordWrap() else text.sizeHint().width() for text in texts]
        qtbot.waitUntil(
            lambda texts=texts, least=least: all(
                text.width() >= needed for text, needed in zip(texts, least, strict=True)
            )
        )
