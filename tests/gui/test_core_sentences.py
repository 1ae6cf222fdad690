"""What the core says in the language of the window."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import inspector
from inspector.analysis.health import COUNTED
from inspector.describe import plural
from inspector.errors import Sentence, say
from inspector.formats.strangers import _KERAS, _OTHER, _SIGNATURES
from inspector.gui import core_sentences
from inspector.gui.core_sentences import TEMPLATES, remedy, said

SOURCES = Path(inspector.__file__).parent


def templates_of(path: Path) -> Iterator[str]:
    """What is written out where `say` is called."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        is_said = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say"
        if is_said and isinstance(node.args[0], ast.Constant):
            yield node.args[0].value


def test_every_sentence_can_be_translated() -> None:
    used = {
        template
        for path in SOURCES.rglob("*.py")
        if "gui" not in path.parts
        for template in templates_of(path)
    }
    assert len(used) > 20
    used |= {*COUNTED.values(), _OTHER, _KERAS}
    used |= {text for _, _, *texts in _SIGNATURES for text in texts}
    assert sorted(used - set(TEMPLATES)) == []


def test_a_sentence_is_its_text() -> None:
    text = say("{n} of {all} rows dead", n="3", all="7")
    assert text == "3 of 7 rows dead"
    assert isinstance(text, Sentence)
    assert say("{a}: {b}", a="1", b=("x", "y")) == "1: x, y"
    assert plural(2, "entry") == "2 entries"


def test_sentences_are_said_in_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    words = {
        ("Core", "{tensors} checked: {found}"): "查了{tensors}：{found}",
        ("Core", "{n} with NaN"): "{n} 个有 NaN",
        ("Counts", "{n} tensors"): "{n} 个张量",
        ("Core", "Check the path."): "请检查路径。",
    }
    monkeypatch.setattr(
        core_sentences, "translate", lambda context, text: words.get((context, text), text)
    )
    found = (say("{n} with NaN", n="2"), say("{n} unknown", n="1"))
    text = say("{tensors} checked: {found}", tensors=plural(5, "tensor"), found=found)
    assert said(text) == "查了5 个张量：2 个有 NaN, 1 unknown"
    assert remedy("Check the path.") == "请检查路径。"
    assert said("Check the path.") == "Check the path."
