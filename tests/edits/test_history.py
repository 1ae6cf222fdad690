"""A document's edits: planned, taken, undone, redone, and told as Python."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
import torch

from inspector.document import Document, Turn, open_document
from inspector.edits.cast import CastFloats
from inspector.edits.dropping import DropPaths
from inspector.edits.edit import EditConflict, NothingToDo, apply
from inspector.edits.keys import StripPrefix
from inspector.edits.location import RemapDevice
from inspector.edits.recipe import KINDS, from_text, to_text
from inspector.edits.storages import Compact
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
    values = {"path": "a.0", "value": 1, "dtype": "float16", "paths": ("a.b",)}
    values["names"] = (("a", "b"),)
    for kind in KINDS.values():
        names = [field.name for field in fields(kind)]
        edit = kind(**{name: values.get(name, "x") for name in names})
        assert edit.title
        compile(edit.python(), "<python>", "exec")


def test_entries_are_dropped_by_exact_path(document: Document) -> None:
    step = document.plan(DropPaths(("epoch",)))
    assert [(change.where, change.after) for change in step.changes] == [("epoch", None)]
    step = document.plan(DropPaths(("state_dict.module",)))
    assert [change.where for change in step.changes] == ["state_dict.module.w"]
    assert not step.contents.tensors
    with pytest.raises(EditConflict, match="no entry 'epo'"):
        document.plan(DropPaths(("epoch", "epo")))
    document.take(document.plan(DropPaths(("epoch",))))
    assert from_text(to_text(document.edits)) == document.edits


def test_edits_without_anything_to_do_can_be_passed_over(document: Document) -> None:
    edits = [
        StripPrefix("nowhere."),
        CastFloats("float32"),
        Compact(),
        RemapDevice("cuda:*", "cpu"),
    ]
    for edit in edits:
        with pytest.raises(NothingToDo):
            apply(document.checkpoint, [edit])
    checkpoint, changes = apply(document.checkpoint, [*edits, SetValue("epoch", 4)], skip_idle=True)
    assert [change.after for change in changes] == ["4"]
    assert checkpoint is not document.checkpoint


def test_a_recipe_replaces_the_steps(document: Document) -> None:
    document.take(document.plan(StripPrefix("module.")))
    document.take(document.plan(SetValue("epoch", 9)))
    first = document.steps[0]
    steps = document.plan_recipe([StripPrefix("module."), SetValue("epoch", 2)])
    assert steps[0] is first
    document.take_recipe(steps)
    assert [edit.title for edit in document.edits][1] == "Set epoch to 2"
    with pytest.raises(EditConflict):
        document.plan_recipe([StripPrefix("module."), StripPrefix("module.")])
    document.take_recipe([])
    assert keys(document) == ["module.w"]
    assert not document.is_changed


def test_a_removal_is_undone_like_an_edit(document: Document) -> None:
    strip, first, second = StripPrefix("module."), SetValue("epoch", 9), SetValue("epoch", 9)
    document.take_recipe(document.plan_recipe([strip, first]))
    document.take(document.plan(second))
    document.take_recipe(document.plan_recipe([first, second]))
    assert keys(document) == ["module.w"]
    assert document.last_turn == Turn(strip, is_removal=True)
    assert document.undo() == Turn(strip, is_removal=True)
    assert document.edits == [strip, first, second]
    assert document.next_turn == Turn(strip, is_removal=True)
    document.redo()
    assert document.edits == [first, second]
    document.undo()
    assert document.undo() == Turn(second, is_removal=False)
    assert document.edits == [strip, first]
    document.take_recipe(document.steps)
    assert document.next_turn is not None


def test_what_was_saved_and_undone_is_changed_again(document: Document) -> None:
    document.take(document.plan(SetValue("epoch", 2)))
    document.mark_saved()
    assert not document.is_changed
    document.undo()
    assert document.is_changed
    document.take(document.plan(SetValue("epoch", 3)))
    assert document.is_changed
    document.undo()
    assert document.is_changed
