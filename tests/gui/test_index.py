"""The rows of the tree and their numbers, without Qt."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest

from inspector.checkpoint.tree import Names
from inspector.gui.itemmodels.build import EAGER_CHILDREN
from inspector.gui.itemmodels.index import KEY, PARAMETERS, SIZE, TreeIndex, natural, natural_bytes
from inspector.gui.itemmodels.rows import CYCLE, GROUP, RANGE, TIED, UNREAD, VALUE, WHOLE
from inspector.inert import Dict
from tests.gui.samples import document_of, tensor, tree


def index_of(root: Any) -> TreeIndex:
    document = document_of(root)
    return TreeIndex(document.checkpoint.root, document.contents)


def outline(index: TreeIndex, **order: Any) -> list[str]:
    """The names of all rows, indented by depth, in the order they are shown."""
    now = index.arranged(**order)
    found: list[str] = []

    def visit(row: int, depth: int) -> None:
        for each in now.child[now.first[row] : now.first[row] + now.count[row]].tolist():
            found.append("  " * depth + str(index.rows.names[each]))
            visit(each, depth + 1)

    visit(0, 0)
    return found


def test_keys_become_a_hierarchy_with_single_children_merged() -> None:
    index = index_of(
        tree(
            {
                "epoch": 3,
                "model": {
                    "conv.weight": tensor(4, 3),
                    "conv.bias": tensor(4),
                    "blocks.0.norm.weight": tensor(2),
                    "blocks.1.norm.weight": tensor(2),
                    "scale": tensor(),
                },
            }
        )
    )
    assert outline(index) == [
        "epoch",
        "model",
        "  conv",
        "    weight",
        "    bias",
        "  blocks",
        "    0.norm.weight",
        "    1.norm.weight",
        "  scale",
    ]


def test_rows_are_found_by_their_path() -> None:
    roots = [
        tree({"a.b": {"b": {"a": [1, {"b": 2}]}}, "a": {"b.b": 3, 1: 4, "1": 5}, 1: [6], "": 7}),
        tree({"model": {f"{n}.{m}.w": tensor(2) for n in range(12) for m in range(12)}}),
        list(range(3 * EAGER_CHILDREN)),
        tree({"b": [{"b": n, "c": [n]} for n in range(2 * EAGER_CHILDREN)]}),
        tensor(2),
    ]
    for root in roots:
        index = index_of(root)
        for row in range(1, len(index.rows)):
            if index.rows.flags[row] & UNREAD:
                index.fetch(row)
        first: dict[Any, int] = {}
        for row in range(len(index.rows) - 1, 0, -1):
            if index.rows.kind[row] != RANGE and index.rows.names[row] is not WHOLE:
                first[index.rows.path(row)] = row
        some = list(first)[:: 1 + len(first) // 300]
        assert {path: index.row_at(path) for path in some} == {path: first[path] for path in some}
        for path in ((), ("nothing",), ("a", "nothing"), ("model.0",), (0, 0, 0, 0)):
            assert index.row_at(path) == first.get(path, 0)


def test_sums_of_groups() -> None:
    index = index_of(
        tree(
            {"a.x": tensor(2, 3), "a.y": tensor(4, dtype="int64", device="cuda:1"), "b": tensor(1)}
        )
    )
    group = index.row_at(("a",))
    assert index.rows.kind[group] == GROUP
    assert (index.tensors[group], index.numel[group], index.nbytes[group]) == (2, 10, 56)
    assert index.named(int(index.dtypes[group])) == ["float32", "int64"]
    assert index.named(int(index.devices[group])) == ["cpu", "cuda:1"]
    assert index.tensors[0] == 3


def test_paths_and_keys_survive_splitting() -> None:
    root = tree({"model": {"a.b.c": tensor(1), "a.b.d": tensor(1), "a.e": tensor(1)}, "n": [[7]]})
    index = index_of(root)
    paths = {index.rows.path(row): index.rows.key(row) for row in range(1, len(index.rows))}
    assert paths[("model", "a.b.c")] == "a.b.c"
    assert paths[("model", "a.b")] == "a.b"
    assert paths[("model",)] is None
    assert paths[("n", 0, 0)] is None


def test_state_dicts_inside_state_dicts_have_paths_of_their_own() -> None:
    inner = Names(tree({"c.d": tensor(1), "c.e": tensor(1)}).flat, "state_dict")
    index = index_of(tree({"graph": Names(["a.b", inner, "x", tensor(1)], "state_dict"), "n": 1}))
    paths = [index.rows.path(row) for row in range(1, len(index.rows))]
    assert ("graph", "a.b") in paths
    assert ("graph", "a.b", "c.d") in paths


@pytest.mark.parametrize(
    "keys", [["", ".", "..", "a.", ".a", "a..b", "a"], ["." * 500], ["a." * 70]]
)
def test_odd_dots_keep_their_keys(keys: list[str]) -> None:
    root = tree({"model": {key: tensor(1) for key in keys}, "epoch": 1})
    index = index_of(root)
    found = [index.rows.key(row) for row in range(len(index.rows)) if index.rows.kind[row] == 2]
    assert sorted(map(str, found)) == sorted(keys)


def test_long_lists_are_read_in_ranges_and_late() -> None:
    numbers = list(range(EAGER_CHILDREN + 1500))
    index = index_of(tree({"w": tensor(1), "x": tensor(1), "numbers": numbers}))
    row = index.row_at(("numbers",))
    assert index.rows.flags[row] & UNREAD
    assert index.fetch(row) == 4
    ranges = [each for each in range(len(index.rows)) if index.rows.kind[each] == RANGE]
    assert [index.rows.names[each] for each in ranges][-1] == "[3,000 … 3,499]"
    assert index.fetch(ranges[-1]) == 500
    assert index.rows.path(len(index.rows) - 1) == ("numbers", 3499)
    assert index.rows.nodes[-1] == 3499


def test_millions_of_values_are_ranges_of_ranges() -> None:
    index = index_of(tree({"numbers": [0] * 2_500_000, "x": 1}))
    row = index.row_at(("numbers",))
    assert index.fetch(row) == 3
    assert index.fetch(len(index.rows) - 2) == 1000
    assert index.rows.names[-1] == "[1,999,000 … 1,999,999]"
    assert index.fetch(len(index.rows) - 1) == 1000
    assert index.rows.path(len(index.rows) - 1) == ("numbers", 1_999_999)


def test_long_flat_state_dicts_are_in_ranges_and_can_be_found() -> None:
    index = index_of(tree({f"w{i}": tensor(2) for i in range(2500)}))
    assert outline(index)[0] == "[0 … 999]"
    hits, mask = index.search("w2499")
    assert len(hits) == 1
    assert mask.sum() == 2
    assert index.tensors[0] == 2500


def test_sums_reach_into_what_is_not_listed_yet() -> None:
    state = Dict([x for i in range(2100) for x in (i, tree({"exp_avg": tensor(3), "step": 1}))])
    index = index_of(tree({"optimizer": {"state": state, "param_groups": []}, "n": 1}))
    row = index.row_at(("optimizer", "state"))
    assert index.rows.flags[row] & UNREAD
    assert (index.tensors[row], index.numel[row]) == (2100, 6300)
    index.fetch(row)
    first = len(index.rows) - 3
    assert index.rows.names[first] == "[0 … 999]"
    assert index.tensors[first] == 1000


def test_cycles_and_repeated_objects_end() -> None:
    shared = Dict(["x", 1, "y", 2])
    for _ in range(60):
        shared = Dict(["left", shared, "right", shared])
    loop: list[Any] = [1]
    loop.append(loop)
    index = index_of(Dict(["laughs", shared, "loop", loop]))
    assert len(index.rows) < 500
    row = index.row_at(("loop", 1))
    assert index.rows.flags[row] & CYCLE
    assert index.rows.kind[row] == VALUE


def test_deep_nests_are_cut() -> None:
    nest: Any = 1
    for _ in range(3000):
        nest = [nest]
    index = index_of(Dict(["nest", nest]))
    assert index.depth.max() <= 402


def test_hostile_sizes_do_not_overflow() -> None:
    huge = tensor(1)
    huge.shape = (1 << 40, 1 << 40, 1 << 40)
    index = index_of(tree({"a.x": huge, "a.y": huge}))
    assert index.numel[0] == 2 << 120
    index.arranged(column=SIZE)
    index.arranged(column=PARAMETERS, descending=True)


def test_tied_tensors_are_marked() -> None:
    one = tensor(4)
    index = index_of(tree({"a": one, "b": one, "c": tensor(4, key="1")}))
    assert [bool(index.rows.flags[row] & TIED) for row in (1, 2, 3)] == [True, True, False]


def test_a_file_that_is_one_tensor_has_one_row() -> None:
    index = index_of(tensor(5))
    assert len(index.rows) == 2
    assert index.rows.path(1) == ()


def test_sorting_is_natural_and_keeps_siblings_together() -> None:
    index = index_of(tree({f"layer{i}.w": tensor(i) for i in (10, 2, 1)} | {"layer2.b": tensor(9)}))
    assert outline(index, column=KEY) == ["layer1.w", "layer2", "  b", "  w", "layer10.w"]
    by_size = outline(index, column=SIZE, descending=True)
    assert by_size == ["layer2", "  b", "  w", "layer10.w", "layer1.w"]
    for column in range(6):
        assert sorted(outline(index, column=column)) == sorted(outline(index))


def test_natural_order() -> None:
    names = ["w10", "w9", "W1", "w", "", "9", "10", "a10b2", "a10b10", 5]
    assert sorted(names, key=natural) == [
        "",
        5,
        "9",
        "10",
        "a10b2",
        "a10b10",
        "w",
        "W1",
        "w9",
        "w10",
    ]


def test_search_needs_every_word_and_ignores_case() -> None:
    index = index_of(
        tree({"Model": {"layer1.weight": tensor(1), "layer1.bias": tensor(1), "x": tensor(1)}})
    )
    hits, _ = index.search("LAYER1 model")
    assert len(hits) == 2
    assert len(index.search("layer1 weight")[0]) == 1
    assert len(index.search("nothing")[0]) == 0


def test_search_finds_long_and_foreign_names() -> None:
    long = "x" * 400 + "needle"
    index = index_of(tree({long: tensor(1), "слой.вес": tensor(1), "模型.权重": tensor(1)}))
    assert len(index.search("needle")[0]) == 1
    assert len(index.search("СЛОЙ")[0]) == 1
    assert len(index.search("权重")[0]) == 1


def test_selected_sums_count_nothing_twice() -> None:
    index = index_of(tree({"a.x": tensor(2), "a.y": tensor(3), "b": tensor(4)}))
    group, leaf, other = index.row_at(("a",)), index.row_at(("a.x",)), index.row_at(("b",))
    assert index.sums_of([group, leaf]).numel == 5
    assert index.sums_of([leaf, other]).numel == 6


def test_ninety_thousand_tensors_cost_little() -> None:
    names = (
        f"model.layers.{i // 512}.mlp.experts.{i // 8 % 64}.w{i % 8}.weight" for i in range(92_160)
    )
    one = tensor(2, 2)
    document = document_of(Dict([part for name in names for part in (name, one)]))
    start = time.process_time()
    index = TreeIndex(document.checkpoint.root, document.contents)
    assert time.process_time() - start < 3.0
    assert index.tensors[0] == 92_160
    start = time.process_time()
    for words in ("w", "experts.3", "experts.3 w1", "layers.17 w"):
        hits, mask = index.search(words)
        index.arranged(mask)
        assert len(hits)
    assert (time.process_time() - start) / 4 < 0.2
    assert isinstance(index.arranged().child, memoryview)
    assert np.all(index.tensors >= 0)


def test_bytes_sort_as_natural_does() -> None:
    names = "a a.b a1 a01 a2 a10 a2b a2.b ab A3 layer.9.w layer.10.w layer._ 7 10 é é2 éa".split()
    names += ["", "x" * 150 + "2", "x" * 150 + "10", "w" + "9" * 40, "w1" + "0" * 40]
    by_bytes = sorted(names, key=natural_bytes)
    assert [natural(name) for name in by_bytes] == sorted(map(natural, names))
