"""From a diff to the edits that mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
import torch

from inspector.analysis.diff.model import Pair, StructureDiff
from inspector.analysis.diff.parts import WHOLE, Part
from inspector.analysis.diff.sides import side_of
from inspector.analysis.diff.structure import structure_diff
from inspector.document import Document, open_document
from inspector.edits.dropping import DropPaths
from inspector.edits.edit import Edit
from inspector.edits.keys import AddPrefix, Rename, StripPrefix
from inspector.edits.renaming import RenameKeys
from inspector.errors import InspectorError
from inspector.repair import aligning_edits, loading, model_in, taking_edit, weights_of


def numbers(*names: str) -> dict[str, torch.Tensor]:
    """Tensors of different shapes and values."""
    generator = torch.Generator().manual_seed(0)
    return {name: torch.randn(n, 3, generator=generator) for n, name in enumerate(names, 2)}


def renamed(state: dict[str, torch.Tensor], **names: str) -> dict[str, torch.Tensor]:
    return {
        ".".join(names.get(part, part) for part in key.split(".")): value
        for key, value in state.items()
    }


STATE = numbers("a.weight", "a.bias", "b.weight", "c.0.weight", "c.1.weight")

ALIGNED: dict[str, tuple[Any, Any, list[Edit]]] = {
    "equal names": (STATE, STATE, []),
    "a prefix": ({f"module.{k}": v for k, v in STATE.items()}, STATE, [StripPrefix("module.")]),
    "of a training checkpoint": (
        {"model": {f"module.{k}": v for k, v in STATE.items()}, "epoch": 1},
        STATE,
        [StripPrefix("module.")],
    ),
    "a part of another name": (
        STATE,
        renamed(STATE, c="layers"),
        [Rename(r"^c\.", "layers.")],
    ),
    "one key": (
        STATE,
        {"z" if key == "b.weight" else key: value for key, value in STATE.items()},
        [RenameKeys((("b.weight", "z"),))],
    ),
}


def structure(documents: list[Document], part: Part = WHOLE) -> StructureDiff:
    """Of the first, or a part of it, and the second."""
    a, b = documents
    left = side_of(a.checkpoint, a.contents, part)
    return structure_diff(left, side_of(b.checkpoint, b.contents))


def opened(folder: Path, a: Any, b: Any) -> list[Document]:
    torch.save(a, folder / "a.pt")
    torch.save(b, folder / "b.pt")
    return [open_document(folder / name) for name in ("a.pt", "b.pt")]


@pytest.mark.parametrize("what", ALIGNED)
def test_keys_of_a_become_those_of_b(tmp_path: Path, what: str) -> None:
    a, b, expected = ALIGNED[what]
    documents = opened(tmp_path, a, b)
    edits = aligning_edits(structure(documents), "a")
    assert edits == expected
    documents[0].take_recipe(documents[0].plan_recipe(edits))
    after = structure(documents)
    assert after.rules == ()
    assert all(pair.how == "name" and not pair.is_alone for pair in after.pairs)
    for document in documents:
        document.close()


def test_keys_of_b_become_those_of_a(tmp_path: Path) -> None:
    documents = opened(tmp_path, {f"module.{k}": v for k, v in STATE.items()}, {"model": STATE})
    edits = aligning_edits(structure(documents), "b")
    assert edits == [AddPrefix("module.")]
    documents[1].take_recipe(documents[1].plan_recipe(edits))
    assert structure(documents).rules == ()
    for document in documents:
        document.close()


def pair_called(found: StructureDiff, name: str) -> Pair:
    return next(
        pair for pair in found.pairs if name in [item.name for item in (pair.a, pair.b) if item]
    )


@pytest.mark.parametrize("into", ["a", "b"])
@pytest.mark.parametrize("name", ["b.weight", "new.weight"])
def test_a_tensor_is_taken(tmp_path: Path, into: Literal["a", "b"], name: str) -> None:
    state = STATE | {"b.weight": torch.zeros(9, 9)}
    extra = {"new.weight": torch.ones(5)}
    sides = [{"model": STATE}, state]
    sides[into == "a"] = (
        {"model": STATE | extra} if into == "b" else state | extra
    )  # the side that is taken from has it
    documents = opened(tmp_path, *sides)
    edit = taking_edit(structure(documents), pair_called(structure(documents), name), into)
    document = documents[into == "b"]
    document.take(document.plan(edit))
    after = structure(documents)
    pair = pair_called(after, name)
    assert not pair.is_alone
    assert pair.reasons == ()
    assert pair.a is not None
    assert pair.b is not None
    assert (pair.a.tensor.read() == pair.b.tensor.read()).all()
    for each in documents:
        each.close()


def test_a_tensor_is_added_behind_the_prefix_of_its_neighbours(tmp_path: Path) -> None:
    documents = opened(
        tmp_path,
        {"model": {f"module.{k}": v for k, v in STATE.items()}},
        STATE | {"new.weight": torch.ones(5)},
    )
    found = structure(documents)
    edit = taking_edit(found, pair_called(found, "new.weight"), "a")
    assert (edit.path, edit.source_path) == ("model.module.new.weight", "new.weight")
    for document in documents:
        document.close()


WHOLE_MODEL = {
    **{f"enc.{key}": value for key, value in STATE.items()},
    **{f"dec.{key}": value * 2 for key, value in STATE.items()},
}


def test_edits_of_a_module_keep_its_name_and_its_neighbours(tmp_path: Path) -> None:
    """Of two modules with the same names below them only the one that is compared is renamed."""
    other = renamed(STATE, c="layers") | {"new.weight": torch.ones(5)}
    documents = opened(tmp_path, {"model": WHOLE_MODEL}, other)
    part = Part(("model",), "enc.")
    found = structure(documents, part)
    edits = aligning_edits(found, "a")
    assert edits == [Rename("^enc\\.c\\.", "enc.layers.")]
    taken = taking_edit(found, pair_called(found, "new.weight"), "a")
    assert (taken.path, taken.source_path) == ("model.enc.new.weight", "new.weight")
    documents[0].take_recipe(documents[0].plan_recipe([*edits, taken]))
    after = structure(documents, part)
    assert after.rules == ()
    assert not any(pair.is_alone for pair in after.pairs)
    (held,) = documents[0].contents.state_dicts
    assert "dec.c.0.weight" in [entry.key for entry in held.entries]
    for document in documents:
        document.close()


def test_a_module_is_loaded_into_a_model(tmp_path: Path) -> None:
    other = renamed(STATE, c="layers")
    documents = opened(tmp_path, WHOLE_MODEL | {"enc.old": torch.ones(1)}, other)
    chosen = weights_of(documents[0].contents, Part((), "enc."))
    assert [entry.key for entry in chosen.entries] == [*STATE, "old"]
    model = model_in(documents[1].checkpoint, weights_of(documents[1].contents))
    found = loading(documents[0].checkpoint, chosen, model, "enc.")
    assert found.report.unexpected == ("c.0.weight", "c.1.weight", "old")
    assert found.edits == (DropPaths(("enc.old",)), Rename("^enc\\.c\\.", "enc.layers."))
    assert found.left.loads
    # And a file into the module of a whole model.
    held = model_in(
        documents[0].checkpoint, weights_of(documents[0].contents, Part((), "dec.")), "dec."
    )
    back = loading(documents[1].checkpoint, weights_of(documents[1].contents), held)
    assert back.edits == (Rename("^layers\\.", "c."),)
    assert back.left.loads
    for document in documents:
        document.close()


def test_nothing_can_be_taken_from_a_side_that_lacks_it(tmp_path: Path) -> None:
    documents = opened(tmp_path, STATE | {"x": torch.zeros(1)}, STATE)
    found = structure(documents)
    with pytest.raises(InspectorError, match="no tensor to take"):
        taking_edit(found, pair_called(found, "x"), "a")
    for document in documents:
        document.close()


def test_no_edit_is_offered_for_another_model(tmp_path: Path) -> None:
    documents = opened(tmp_path, numbers("x", "y", "z"), {"q.weight": torch.zeros(7)})
    chosen, other = (weights_of(document.contents) for document in documents)
    found = loading(documents[0].checkpoint, chosen, model_in(documents[1].checkpoint, other))
    assert found.edits == ()
    assert found.left == found.report
    assert not found.report.loads
    for document in documents:
        document.close()
