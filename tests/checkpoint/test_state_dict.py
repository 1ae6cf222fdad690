"""Finding state_dicts: what is one, its role, its prefixes."""

from __future__ import annotations

from typing import Any

import pytest

from inspector.checkpoint.state_dict import (
    TensorEntry,
    is_buffer,
    looks_like_state_dict,
    role_of,
    wrapper_prefixes,
)
from inspector.checkpoint.tree import Attribute
from tests.checkpoint.trees import contents_of, mapping, module, ordered, tensor

W = tensor(2, 3)

ONES: dict[str, tuple[Any, bool]] = {
    "one tensor": (mapping({"weight": W}), True),
    "OrderedDict": (ordered({"weight": W}), True),
    "with extra state": (mapping({"weight": W, "extra": "text"}), True),
    "with Nones": (mapping({"weight": W, "bias": None, "more": None}), True),
    "mostly other things": (mapping({"weight": W, "a": 1, "b": 2}), False),
    "with a table of as many": (mapping({"weight": W, "extra": mapping({"scale": W})}), True),
    "around a larger one": (mapping({"step": W, "model": mapping({"a": W, "b": W})}), False),
    "around a module": (mapping({"step": W, "model": module(parameters={"a": W, "b": W})}), False),
    "numbers for keys": (mapping({0: W, 1: W}), False),
    "no tensors": (mapping({"a": 1}), False),
    "empty": (mapping({}), False),
    "a list": ([W], False),
    "a tensor": (W, False),
}


@pytest.mark.parametrize("what", ONES)
def test_what_is_a_state_dict(what: str) -> None:
    node, expected = ONES[what]
    assert looks_like_state_dict(node) == expected


ROLES: dict[tuple[Any, ...], str] = {
    (): "weights",
    ("model",): "weights",
    ("state_dict",): "weights",
    ("model_ema",): "ema",
    ("state_dict_ema",): "ema",
    ("ema_state_dict",): "ema",
    ("G_ema",): "ema",
    ("shadow_params",): "ema",
    ("swa_model",): "ema",
    ("optimizer", "state"): "optimizer",
    ("optimizer_states", 0): "optimizer",
    ("lr_scheduler",): "scheduler",
    ("amp_scaler",): "scaler",
    ("rng_state",): "rng",
    ("torch_rng", "cuda"): "rng",
    ("callbacks", "EarlyStopping"): "callbacks",
    ("model", "schema.embedding"): "weights",
    ("ema", "model"): "ema",
}


@pytest.mark.parametrize("path", ROLES, ids=str)
def test_roles(path: tuple[Any, ...]) -> None:
    assert role_of(path) == ROLES[path]


PREFIXES: dict[str, tuple[list[str], list[str]]] = {
    "none": (["conv.weight", "fc.weight"], []),
    "DataParallel": (["module.conv.weight", "module.fc.weight"], ["module."]),
    "not all": (["module.conv.weight", "fc.weight"], []),
    "compiled": (["_orig_mod.a", "_orig_mod.b"], ["_orig_mod."]),
    "both": (["module._orig_mod.a", "module._orig_mod.b"], ["module.", "_orig_mod."]),
    "the other way": (["_orig_mod.module.a"], ["_orig_mod.", "module."]),
    "twice": (["module.module.a", "module.module.b"], ["module.", "module."]),
    "Lightning": (["model.a", "model.b"], ["model."]),
    "averaged": (["n_averaged", "module.a"], ["module."]),
    "the prefix alone is a key": (["module.", "module.a"], []),
    "inside keys": (
        ["layers.0._checkpoint_wrapped_module.w", "norm.w"],
        ["_checkpoint_wrapped_module."],
    ),
    "nothing": ([], []),
}


@pytest.mark.parametrize("what", PREFIXES)
def test_prefixes(what: str) -> None:
    keys, expected = PREFIXES[what]
    assert wrapper_prefixes(keys) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("bn.running_mean", True),
        ("running_var", True),
        ("bn.num_batches_tracked", True),
        ("bn.weight", False),
        ("my_running_mean.weight", False),
        (None, False),
    ],
)
def test_buffers_are_known_by_batch_norms_names(key: str | None, expected: bool) -> None:
    assert is_buffer(TensorEntry((), W, key)) == expected


def found_in(root: Any) -> list[tuple[tuple[Any, ...], str, list[str | None]]]:
    """(path, role, keys) of each state_dict of a tree."""
    found = contents_of(root).state_dicts
    return [(one.path, one.role, [entry.key for entry in one.entries]) for one in found]


def test_state_dicts_anywhere() -> None:
    root = mapping(
        {
            "net": {"G": ordered({"w": W}), "D": {"w": W, "b": W}},
            "list": [ordered({"v": W})],
            "epoch": 3,
        }
    )
    assert found_in(root) == [
        (("net", "G"), "weights", ["w"]),
        (("net", "D"), "weights", ["w", "b"]),
        (("list", 0), "weights", ["v"]),
    ]


def test_the_file_itself_is_one() -> None:
    assert found_in(ordered({"a.b": W, "a.c": W})) == [((), "weights", ["a.b", "a.c"])]


def test_a_mapping_inside_a_state_dict_is_not_another() -> None:
    root = mapping({"w": W, "v": W, "packed": {"inner": W}})
    assert found_in(root) == [((), "weights", ["w", "v"])]
    assert [(e.path, e.key) for e in contents_of(root).tensors] == [
        (("w",), "w"),
        (("v",), "v"),
        (("packed", "inner"), "packed"),
    ]


def test_a_module_is_one_with_dotted_keys() -> None:
    root = mapping({"model": module(modules={"fc": module(parameters={"weight": W})}, step=W)})
    (found,) = contents_of(root).state_dicts
    assert (found.path, found.is_module) == (("model",), True)
    assert [entry.key for entry in found.entries] == ["fc.weight"]
    loose = [e for e in contents_of(root).tensors if e.key is None]
    assert [entry.path for entry in loose] == [("model", Attribute("step"))]


def test_version_metadata_is_kept() -> None:
    versions = {"": {"version": 1}, "bn": {"version": 2}}
    (found,) = contents_of(ordered({"bn.weight": W}, versions)).state_dicts
    assert found.metadata is not None
    assert found.metadata.flat[::2] == ["", "bn"]
