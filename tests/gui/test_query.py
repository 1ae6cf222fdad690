"""The language of the filter box: words, globs, regexes and terms."""

from __future__ import annotations

from fnmatch import fnmatchcase
from itertools import product
from pathlib import Path

import pytest

from inspector.gui.itemmodels import search
from inspector.gui.itemmodels.index import TreeIndex
from inspector.gui.itemmodels.query import QueryError, parse
from tests.gui.conftest import OpenWindow, front
from tests.gui.samples import opened_of, tensor, tree


@pytest.fixture(scope="module")
def index() -> TreeIndex:
    long = "x" * 300 + ".long.weight"
    content = {
        "model": {
            "conv1.weight": tensor(64, 3, 7, 7, dtype="float16", device="cuda:1", key="1"),
            "conv1.bias": tensor(64, dtype="bfloat16", device="cuda:10", key="2"),
            "Layer2.0.weight": tensor(64, 64, device="cuda:1", key="3"),
            "layer2.10.weight": tensor(1000, 1000, key="4"),
            "layer2.steps": tensor(dtype="int64", key="5"),
            long: tensor(64, 3, key="6"),
        },
        "epoch": 3,
    }
    return opened_of(tree(content)).tree


def found(index: TreeIndex, text: str) -> list[str]:
    hits, _ = index.search(text)
    return [".".join(map(str, index.rows.path(row)))[:22] for row in hits]


LONG = "model." + "x" * 16


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("conv weight", ["model.conv1.weight"]),
        ("conv*", ["model.conv1.weight", "model.conv1.bias"]),
        ("*.bias", ["model.conv1.bias"]),
        ("layer2.*.weight", ["model.Layer2.0.weight", "model.layer2.10.weight"]),
        ("layer2.?.weight", ["model.Layer2.0.weight"]),
        ("model.*long*", [LONG]),
        ("onv*", []),
        ("*2*2*", []),
        (r"/layer2\.\d\.", ["model.Layer2.0.weight"]),
        (r"/LAYER2\.\d\./", ["model.Layer2.0.weight"]),
        (r"/^model\..*bias$ conv", ["model.conv1.bias"]),
        ("/long", [LONG]),
        ("dtype:float16", ["model.conv1.weight"]),
        ("dtype:bf16,fp16", ["model.conv1.weight", "model.conv1.bias"]),
        ("dtype:*16", ["model.conv1.weight", "model.conv1.bias"]),
        ("dtype:in", ["model.layer2.steps"]),
        ("device:cuda", ["model.conv1.weight", "model.conv1.bias", "model.Layer2.0.weight"]),
        ("device:cuda:1", ["model.conv1.weight", "model.Layer2.0.weight"]),
        ("shape:64x3", ["model.conv1.weight", LONG]),
        ("shape:=64x3", [LONG]),
        ("shape:64×*x7", ["model.conv1.weight"]),
        ("shape:scalar", ["model.layer2.steps"]),
        ("size:>1MB", ["model.layer2.10.weight"]),
        ("size:<=8", ["model.layer2.steps"]),
        ("params:1M", ["model.layer2.10.weight"]),
        ("weight shape:64 device:cuda:1 size:<17kB", ["model.Layer2.0.weight"]),
        ("epoch size:<1GB", []),
        ("zzz:1", []),
    ],
)
def test_what_is_found(index: TreeIndex, text: str, expected: list[str]) -> None:
    assert sorted(found(index, text)) == sorted(expected)


@pytest.mark.parametrize("text", ["/", "//", "dtype:", "shape:", "shape:sca", "size:>", "size:"])
def test_half_typed_is_passed_over(index: TreeIndex, text: str) -> None:
    assert len(found(index, text)) == index.searched


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("/(", "regex"),
        ("/a{99999999999}", "regex"),
        ("/" + "(" * 5000, "regex"),
        ("shape:64xa", "shape"),
        ("shape:-1", "shape"),
        ("size:>abc", "size"),
        ("size:1XB", "size"),
        ("params:<x", "params"),
    ],
)
def test_what_means_nothing(text: str, kind: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.kind == kind


def test_globs_are_those_of_fnmatch() -> None:
    names = ["".join(each) for each in product("ab.", repeat=4)]
    names = [name for name in names if not name.startswith(".")]
    index = opened_of(tree({name.replace(".", "-"): at for at, name in enumerate(names)})).tree
    for glob in ("".join(each) for size in (1, 2, 3, 4) for each in product("ab*", repeat=size)):
        if "*" in glob:
            expected = [n for n in (n.replace(".", "-") for n in names) if fnmatchcase(n, glob)]
            hits, _ = index.search(glob)
            assert [index.rows.names[row] for row in hits] == expected, glob


def test_a_slow_regex_is_given_up(index: TreeIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "REGEX_SECONDS", -1.0)
    with pytest.raises(QueryError, match="slow"):
        index.search("/a")


def test_a_wrong_regex_is_said_in_the_bar(qtbot, open_window: OpenWindow, small: Path) -> None:
    window = open_window(small)
    pane = front(window).tree_pane
    qtbot.keyClicks(pane.filter.edit, "/weight")
    hits = pane.filter.hits.text()
    qtbot.keyClicks(pane.filter.edit, "(")
    assert pane.filter.hits.text().startswith("Not a regex: missing )")
    assert pane.model.shown_rows > 0
    qtbot.keyClicks(pane.filter.edit, "0)")
    assert pane.filter.hits.text().startswith("0 of")
    for _ in range(3):
        pane.filter.edit.backspace()
    assert pane.filter.hits.text() == hits
    assert "shape:64x3" in pane.filter.edit.toolTip()
