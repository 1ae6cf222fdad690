"""A document's edits: planned, taken, undone, redone, and told as Python."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
import torch

from inspector.document import Document, open_document
from inspector.edits.edit import EditConflict
from inspector.edits.keys import StripPrefix
from inspector.edits.recipe import KINDS, from_text, to_text
from inspector.edits.values import SetValue


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "a.pt"
    torch.save({"state_dict": {"module.w": torch.ones(2)}, "epoch": 1}, path)
    return open_document(path)


def keys(document: Document) -> list[str | None]:
    return [entry.key for entry in document.contents.tensors]


def test_undo_and_redo(document: Document) -> None:
    document.take(document.plan(StripPrefix("module.")))
    document.take(document.plan(SetValue("epoch", 9)))
    assert keys(document) == ["w"]
    assert document.is_changed
    assert document.undo() is not None
    assert document.undo() is not None
    assert document.undo() is None
    assert keys(document) == ["module.w"]
    assert not document.is_changed
    assert document.redo() is not None
    assert keys(document) == ["w"]
    document.take(document.plan(SetValue("epoch", 3)))
    assert document.redo() is None
    assert [edit.kind for edit in document.edits] == ["strip-prefix", "set"]
    assert from_text(to_text(document.edits)) == document.edits


def test_a_plan_changes_nothing(document: Document) -> None:
    step = document.plan(StripPrefix("module."))
    assert [(change.before, change.after) for change in step.changes] == [("module.w", "w")]
    assert keys(document) == ["module.w"]
    with pytest.raises(EditConflict):
        document.plan(StripPrefix("nowhere."))
    assert document.steps == []


def test_every_edit_says_itself_in_words_and_in_python() -> None:
    values = {"path": "a.0", "value": 1, "dtype": "float16"}
    for kind in KINDS.values():
        names = [field.name for field in fields(kind)]
        edit = kind(**{name: values.get(name, "x") for name in names})
        assert edit.title
        compile(edit.python(), "<python>", "exec")
