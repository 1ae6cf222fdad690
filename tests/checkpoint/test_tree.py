"""The tree: children, names of elements, modules, and walks that cannot be led astray."""

from __future__ import annotations

from typing import Any

import pytest

from inspector.checkpoint.tree import (
    Attribute,
    Walk,
    children,
    element_of,
    is_empty,
    is_leaf,
    is_module,
    module_tensors,
)
from inspector.inert import ByteArray, Dict, Global, Py2Str, Set
from inspector.limits import ReadLimits
from tests.checkpoint.trees import call, mapping, module, ordered, tensor

W, B = tensor(2, 3), tensor(3)


def with_state(full: str, state: Any) -> Any:
    """An object with a state."""
    found = call(full)
    found.state = state
    return found


def filled(full: str, items: list[Any]) -> Any:
    """An object with list items."""
    found = call(full)
    found.items = items
    return found


CHILDREN: dict[str, tuple[Any, list[Any]]] = {
    "dict": (mapping({"a": 1, 2: W}), ["a", 2]),
    "list": ([1, W], [0, 1]),
    "tuple": ((1, 2), [0, 1]),
    "set": (Set([1, 2]), [0, 1]),
    "leaf": (3, []),
    "text": ("abc", []),
    "tensor": (W, []),
    "OrderedDict": (ordered({"a": W}), ["a"]),
    "OrderedDict with metadata": (ordered({"a": W}, {"": {"version": 1}}), ["a"]),
    "Namespace": (with_state("argparse.Namespace", mapping({"lr": 0.1})), ["lr"]),
    "Size": (call("torch.Size", (2, 3)), [0, 1]),
    "deque": (call("collections.deque", [1, 2]), [0, 1]),
    "omegaconf": (
        with_state("omegaconf.dictconfig.DictConfig", mapping({"_content": {"lr": 0.1}})),
        ["lr"],
    ),
    "filled like a list": (filled("my.List", [1, W]), [0, 1]),
    "with arguments": (call("my.Thing", [1], W), ["<arg 0>", "<arg 1>"]),
    "with a state that is no dict": (with_state("my.Thing", (1, 2)), ["<state>"]),
    "a path": (call("pathlib.PosixPath", "a", "b"), []),
    "a global": (Global("a", "b"), []),
}


@pytest.mark.parametrize("what", CHILDREN)
def test_children(what: str) -> None:
    node, expected = CHILDREN[what]
    assert [element for element, _ in children(node)] == expected


def test_parts_of_a_tensor_are_its_children() -> None:
    found = tensor(2, 2)
    found.parts = {"<indices>": W, "<values>": B}
    assert children(found) == [("<indices>", W), ("<values>", B)]


ELEMENTS: dict[str, tuple[Any, Any]] = {
    "text": ("weight", "weight"),
    "number": (3, 3),
    "Python 2 text": (Py2Str(b"w"), "w"),
    "None": (None, "None"),
    "bool": (True, "True"),
    "float": (0.5, "0.5"),
    "bytes": (b"a", "b'a'"),
    "tuple": (("a", 1), "(a, 1)"),
    "long tuple": (tuple(range(20)), "(0, 1, 2, 3, 4, 5, 6, 7, …)"),
    "tensor": (W, "<tensor (2, 3)>"),
    "global": (Global("torch", "float32"), "<torch.float32>"),
    "dict": (Dict(), "<Dict>"),
    "bytearray": (ByteArray(b"ab"), "<2 bytes>"),
}


@pytest.mark.parametrize("what", ELEMENTS)
def test_names_of_keys(what: str) -> None:
    key, expected = ELEMENTS[what]
    found = element_of(key)
    assert (type(found), found) == (type(expected), expected)


@pytest.mark.parametrize(
    ("node", "leaf", "empty"),
    [
        (1, True, False),
        ("a", True, False),
        ([], False, True),
        ([1], False, False),
        (Dict(), False, True),
        (Set([1]), False, False),
        (W, False, False),
        (call("torch.device", "cpu"), True, True),
        (ordered({}), False, True),
        (Global("a", "b"), True, False),
    ],
)
def test_leaves_and_empty_containers(node: Any, leaf: bool, empty: bool) -> None:
    assert is_leaf(node) == leaf
    assert is_empty(node) == empty


# -- modules ----------------------------------------------------------------------------------


def network() -> Any:
    """Two layers, a batch norm whose buffer `cache` is not persistent, an attribute."""
    norm = module("norm", {"weight": B}, {"running_mean": B, "cache": W, "gone": None})
    norm.state.flat += ["_non_persistent_buffers_set", Set(["cache"])]
    first = module("linear", {"weight": W, "bias": None})
    return module(modules={"first": first, "norm": norm, "none": None}, note="mine", hooks=Dict())


def test_state_dict_names_of_a_module() -> None:
    assert is_module(network())
    assert [(key, is_param) for key, _, is_param in module_tensors(network())] == [
        ("first.weight", True),
        ("norm.weight", True),
        ("norm.running_mean", False),
    ]


def test_a_submodule_in_two_places_has_two_names() -> None:
    shared = module(parameters={"weight": W})
    tensors = module_tensors(module(modules={"a": shared, "b": shared}))
    assert [key for key, _, _ in tensors] == ["a.weight", "b.weight"]
    assert tensors[0][1] is tensors[1][1]


def test_a_module_inside_itself_is_not_entered_again() -> None:
    outer = module(parameters={"weight": W})
    outer.state.flat[outer.state.flat.index("_modules") + 1] = Dict(["self", outer])
    assert [key for key, _, _ in module_tensors(outer)] == ["weight"]


def test_doubling_submodules_are_bounded() -> None:
    node = module(parameters={"weight": W})
    for _ in range(60):
        node = module(modules={"a": node, "b": node})
    assert len(module_tensors(node, 1000)) == 1000


def test_children_of_a_module() -> None:
    names = [element for element, _ in children(network())]
    assert names == ["first", "norm", "training", "note", "hooks"]
    assert [type(name) for name in names[2:]] == [Attribute] * 3


@pytest.mark.parametrize("node", [mapping({"_modules": {}}), call("a.b"), 3, ordered({})])
def test_what_is_no_module(node: Any) -> None:
    assert not is_module(node)


# -- walks ------------------------------------------------------------------------------------


def paths(root: Any, **limits: int) -> list[Any]:
    """The paths of a walk."""
    return [path for path, _ in Walk(root, ReadLimits(**limits))]


def test_parents_before_children_in_file_order() -> None:
    root = mapping({"b": {"x": W, "n": 1}, "a": [B, [W]], "e": {}})
    assert paths(root) == [(), ("b",), ("b", "x"), ("a",), ("a", 0), ("a", 1), ("a", 1, 0)]


def test_modules_are_walked_by_dotted_names() -> None:
    assert paths(mapping({"m": network()})) == [
        (),
        ("m",),
        ("m", "first.weight"),
        ("m", "norm.weight"),
        ("m", "norm.running_mean"),
    ]


def test_what_is_shared_is_visited_again_within_a_budget() -> None:
    shared = mapping({"w": W})
    root = [shared] * 10
    assert len(paths(root)) == 21
    walk = Walk(root, ReadLimits(repeats=4))
    assert len(list(walk)) == 1 + 10 + 5
    assert walk.skipped_shared == 5


def test_cycles_are_not_entered() -> None:
    root: list[Any] = [W]
    root.append(root)
    root.append(mapping({"up": root}))
    assert paths(root) == [(), (0,), (1,), (2,), (2, "up")]


def test_depth_is_bounded() -> None:
    root: Any = [W]
    for _ in range(1000):
        root = [root]
    walk = Walk(root, ReadLimits(depth=50))
    assert max(len(path) for path, _ in walk) == 50
    assert walk.skipped_deep == 1


def test_billion_laughs_are_bounded() -> None:
    node: Any = [W]
    for _ in range(60):
        node = [node, node]
    walk = Walk(node, ReadLimits(repeats=500))
    assert len(list(walk)) < 2000
    assert walk.skipped_shared > 0


def test_millions_of_empty_containers_cost_nothing() -> None:
    root = [Dict() for _ in range(1000)] + [Set(), [], ()]
    assert paths(root) == [()]
