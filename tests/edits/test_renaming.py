"""The fewest edits that rename keys, and the edit that renames one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch

from inspector.document import open_document
from inspector.edits.edit import Edit, EditConflict, apply
from inspector.edits.keys import AddPrefix, Rename, StripPrefix
from inspector.edits.recipe import from_text, to_text
from inspector.edits.renaming import RenameKeys, renaming_edits

KEYS = [f"layers.{n}.{name}" for n in range(12) for name in ("attn.weight", "mlp.weight", "bias")]


def document_of(path: Path, value: Any) -> Any:
    torch.save(value, path)
    return open_document(path)


def to_other(key: str) -> str:
    return key.replace("attn", "attention").replace("layers", "blocks")


CASES: dict[str, tuple[dict[str, str], list[str], set[str], list[Edit]]] = {
    "nothing": ({key: key for key in KEYS}, [], set(), []),
    "a prefix goes": (
        {f"module.{key}": key for key in KEYS},
        [],
        set(),
        [StripPrefix("module.")],
    ),
    "a prefix goes, others have it too": (
        {f"module.{key}": key for key in KEYS},
        ["module.extra"],
        set(),
        [StripPrefix("module.")],
    ),
    "a prefix comes": ({key: f"model.{key}" for key in KEYS}, [], set(), [AddPrefix("model.")]),
    "a prefix comes, but one key must stay": (
        {key: f"model.{key}" for key in KEYS},
        ["model.head"],
        {"model.head"},
        [Rename(r"^(?=(?:layers)\.)", "model.")],
    ),
    "a prefix for another": (
        {f"module.{key}": f"model.{key}" for key in KEYS},
        [],
        set(),
        [Rename(r"^module\.", "model.")],
    ),
    "a wrapper inside": (
        {key.replace("attn.", "attn._orig_mod."): key for key in KEYS if "attn" in key},
        [key for key in KEYS if "attn" not in key],
        {key for key in KEYS if "attn" not in key},
        [Rename(r"(^|\.)_orig_mod\.", r"\1")],
    ),
    "parts have other names": (
        {key: to_other(key) for key in KEYS},
        [],
        set(),
        [
            Rename(r"(^|\.)layers(?=\.|$)", r"\g<1>blocks"),
            Rename(r"(^|\.)attn(?=\.|$)", r"\g<1>attention"),
        ],
    ),
    "two change places": (
        {"a.weight": "b.weight", "b.weight": "a.weight"},
        ["c.weight"],
        {"c.weight"},
        [RenameKeys((("a.weight", "b.weight"), ("b.weight", "a.weight")))],
    ),
    "stripping would make two keys one": (
        {"module.a": "a"},
        ["module.b", "b"],
        {"b"},
        [RenameKeys((("module.a", "a"),))],
    ),
}


@pytest.mark.parametrize("what", CASES)
def test_the_fewest_edits(tmp_path: Path, what: str) -> None:
    names, others, fixed, expected = CASES[what]
    keys = [*names, *others]
    edits = renaming_edits(names, keys, fixed)
    assert edits == expected
    assert from_text(to_text(edits)) == edits
    document = document_of(tmp_path / "a.pt", {key: torch.zeros(1) for key in keys})
    after, _ = apply(document.checkpoint, edits)
    document.close()
    named = dict(zip(keys, after.root.flat[::2], strict=True))
    assert all(named[old] == new for old, new in names.items())
    assert all(named[key] == key for key in fixed)


def test_keys_change_places_with_their_names_in_the_optimizer(tmp_path: Path) -> None:
    parameters = {name: torch.nn.Parameter(torch.zeros(n)) for n, name in enumerate("ab", 1)}
    optimizer = torch.optim.SGD([*parameters.items()], lr=0.1)
    value = {"model": dict(parameters), "optimizer": optimizer.state_dict()}
    document = document_of(tmp_path / "a.pt", value)
    step = document.plan(RenameKeys((("a", "b"), ("b", "a"))))
    assert [entry.key for entry in step.contents.state_dicts[0].entries] == ["b", "a"]
    assert step.contents.optimizers[0].groups[0].names == ["b", "a"]
    document.close()


def test_a_recipe_with_anything_but_pairs() -> None:
    with pytest.raises(EditConflict, match="pairs of an old and a new key"):
        from_text('{"edits": [{"edit": "rename-keys", "names": ["abc"]}]}')


def test_a_name_that_is_taken(tmp_path: Path) -> None:
    document = document_of(tmp_path / "a.pt", {"a": torch.zeros(1), "b": torch.zeros(1)})
    with pytest.raises(EditConflict, match="'a' and 'b' would both be called 'b'"):
        apply(document.checkpoint, [RenameKeys((("a", "b"),))])
    document.close()
