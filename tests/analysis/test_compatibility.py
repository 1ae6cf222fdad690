"""What `load_state_dict` would say, beside what torch itself says."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from inspector.analysis.compatibility import (
    LoadReport,
    SizeMismatch,
    shapes_of,
    would_load,
)
from inspector.analysis.load_errors import model_of, parse_error
from inspector.checkpoint.contents import Contents
from inspector.document import open_document
from inspector.errors import InspectorError


class Block(nn.Module):
    """Own parameters, a buffer, children."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(width, width, 3)
        self.norm = nn.BatchNorm1d(width)
        self.scale = nn.Parameter(torch.tensor(1.0))
        self.register_buffer("mask", torch.ones(width))


class Net(nn.Module):
    """Several levels."""

    def __init__(self, width: int = 4, classes: int = 3) -> None:
        super().__init__()
        self.stem = nn.Linear(2, width)
        self.blocks = nn.ModuleList([Block(width), Block(width)])
        self.head = nn.Linear(width, classes)


State = OrderedDict[str, torch.Tensor]


def renamed(state: State, rename: Callable[[str], str]) -> State:
    """A state_dict with other keys; `_metadata` is lost, as by a dict comprehension."""
    return OrderedDict((rename(key), value) for key, value in state.items())


def without(state: State, *keys: str) -> State:
    """A state_dict without some keys, and with its `_metadata`."""
    for key in keys:
        del state[key]
    return state


def with_more(state: State, **more: torch.Tensor) -> State:
    """... and with others, dots as two underscores."""
    state.update({key.replace("__", "."): value for key, value in more.items()})
    return state


X = torch.zeros(2)
CASES: dict[str, Callable[[], Any]] = {
    "it loads": lambda: Net().state_dict(),
    "it loads in another order": lambda: OrderedDict(reversed(Net().state_dict().items())),
    "it loads in half precision": lambda: Net().half().state_dict(),
    "prefixed": lambda: renamed(Net().state_dict(), lambda key: f"module.{key}"),
    "missing": lambda: without(Net().state_dict(), "stem.bias", "blocks.1.norm.weight"),
    "a counter is missing": lambda: without(
        Net().state_dict(), "blocks.0.norm.num_batches_tracked"
    ),
    "a counter is missing, and no version is known": lambda: OrderedDict(
        without(Net().state_dict(), "blocks.0.norm.num_batches_tracked")
    ),
    "unexpected at every level": lambda: with_more(
        Net().state_dict(),
        zeta=X,
        stem__gamma=X,
        blocks__0__conv__extra=X,
        blocks__7__conv__weight=X,
        blocks__1__mask__more=X,
        blocks__1__lora__a__weight=X,
        aux__head__weight=X,
        head__z=X,
        blocks__0__a=X,
        blocks=X,
    ),
    "other sizes": lambda: Net(6, 5).state_dict(),
    "a vector for a number": lambda: with_more(
        Net().state_dict(), blocks__0__scale=torch.ones(1), blocks__1__scale=torch.ones(2)
    ),
    "everything at once": lambda: with_more(
        without(Net(classes=9).state_dict(), "stem.weight", "blocks.0.mask"), old__weight=X
    ),
}


def torchs_words(state: Any) -> str | None:
    """The text of torch's error; None where it loads."""
    try:
        Net().load_state_dict(state)
    except RuntimeError as error:
        return str(error)
    return None


def contents_of(path: Path, value: Any) -> Contents:
    """What is found in a file of `value`."""
    torch.save(value, path)
    document = open_document(path)
    document.close()
    return document.contents


@pytest.mark.parametrize("what", CASES)
def test_torchs_very_words(tmp_path: Path, what: str) -> None:
    model = contents_of(tmp_path / "model.pt", Net().state_dict()).weights[0]
    file = contents_of(tmp_path / "file.pt", CASES[what]()).weights[0]
    found = would_load(shapes_of(file), shapes_of(model), file.metadata, "Net")
    words = torchs_words(CASES[what]())
    assert found.message == words
    assert found.loads == (words is None)


@pytest.mark.parametrize("what", CASES)
def test_the_text_of_an_error_says_the_same(tmp_path: Path, what: str) -> None:
    model = contents_of(tmp_path / "model.pt", Net().state_dict()).weights[0]
    file = contents_of(tmp_path / "file.pt", CASES[what]()).weights[0]
    words = torchs_words(CASES[what]())
    if words is None:
        return
    parsed = parse_error(f"Traceback (most recent call last):\nRuntimeError: {words}\n")
    assert parsed == would_load(shapes_of(file), shapes_of(model), file.metadata, "Net")
    rebuilt = model_of(parsed, shapes_of(file))
    assert would_load(shapes_of(file), rebuilt, file.metadata, "Net").message == words


TEXTS: dict[str, tuple[str, LoadReport]] = {
    "broken by a terminal": (
        'Error(s) in loading state_dict for Net:\n\tMissing key(s) in state_dict: "a.wei\n'
        '  ght", "b". \n\tUnexpected key(s) in state_dict: "c". ',
        LoadReport("Net", ("a.weight", "b"), ("c",)),
    ),
    "torch 1.0": (
        "size mismatch for fc.weight: copying a param of torch.Size([5, 4]) from checkpoint, "
        "where the shape is torch.Size([3, 4]) in current model.",
        LoadReport("Model", (), (), (SizeMismatch("fc.weight", (5, 4), (3, 4)),)),
    ),
    "strict=False": (
        "_IncompatibleKeys(missing_keys=['a', 'b'], unexpected_keys=['c.d'])",
        LoadReport("Model", ("a", "b"), ("c.d",)),
    ),
    "a number": (
        "size mismatch for s: copying a param with shape torch.Size([2]) from checkpoint, "
        "the shape in current model is torch.Size([]).",
        LoadReport("Model", (), (), (SizeMismatch("s", (2,), ()),)),
    ),
}


@pytest.mark.parametrize("what", TEXTS)
def test_other_texts(what: str) -> None:
    text, expected = TEXTS[what]
    assert parse_error(text) == expected


def test_a_text_that_is_no_such_error() -> None:
    with pytest.raises(InspectorError, match=r"not an error of load_state_dict"):
        parse_error("CUDA out of memory. Tried to allocate 2.00 GiB")


def test_an_error_about_another_file() -> None:
    report = LoadReport("Net", ("a",), ("x", "y"))
    with pytest.raises(InspectorError, match=r"speaks of 'x', which this file does not have"):
        model_of(report, {"b": (2,)})
