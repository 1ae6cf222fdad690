"""What a checkpoint holds: totals, sharing, waste, findings of one walk over the tree."""

from __future__ import annotations

from typing import Any

import pytest

from inspector.checkpoint.contents import Contents
from inspector.errors import CorruptFile
from inspector.inert import ByteArray, Dict, Set
from inspector.limits import ReadLimits
from tests.checkpoint.trees import contents_of, mapping, module, ordered, storage, tensor


def totals(root: Any) -> tuple[int, int, int | None, int]:
    """total, unique, trainable, nbytes."""
    found = contents_of(root).totals
    return found.total, found.unique, found.trainable, found.nbytes


def test_parameters_of_a_state_dict() -> None:
    root = ordered({"a": tensor(2, 3), "b": tensor(4, dtype="float16")})
    assert totals(root) == (10, 10, None, 24 + 8)
    assert contents_of(root).totals.by_dtype == {"float32": 6, "float16": 4}


def test_batch_norms_buffers_are_bytes_but_no_parameters() -> None:
    root = ordered({"bn.weight": tensor(4), "bn.running_mean": tensor(4)})
    assert totals(root) == (4, 4, None, 32)


def test_tied_tensors_count_once_in_unique() -> None:
    weight = tensor(2, 3)
    same = tensor(2, 3, on=weight.storage)
    other = tensor(3, on=weight.storage)
    root = ordered({"a": weight, "b": same, "c": weight, "d": other})
    assert totals(root) == (21, 9, None, 84)


def test_trainable_where_the_file_says_what_are_parameters() -> None:
    free = tensor(3, requires_grad=True, is_parameter=True)
    frozen = tensor(4, requires_grad=False, is_parameter=True)
    assert totals(module(parameters={"free": free, "frozen": frozen}))[2] == 3


def test_weights_are_summed_and_copies_are_not() -> None:
    root = mapping(
        {
            "model": ordered({"w": tensor(5)}),
            "ema": ordered({"w": tensor(5)}),
            "optimizer": {"state": {0: {"exp_avg": tensor(5)}}, "param_groups": []},
        }
    )
    assert totals(root)[0] == 5
    assert len(contents_of(root).tensors) == 3


def test_without_a_state_dict_everything_is_summed() -> None:
    assert totals([tensor(2), tensor(3)])[0] == 5


def test_arrays_are_kept_apart() -> None:
    root = mapping({"mean": tensor(3, class_name="numpy.ndarray"), "w": tensor(2), "v": tensor(2)})
    found = contents_of(root)
    assert [entry.path for entry in found.arrays] == [("mean",)]
    assert [entry.path for entry in found.tensors] == [("w",), ("v",)]


def test_sharing() -> None:
    one = tensor(4)
    empty = storage(0)
    root = ordered(
        {
            "a": one,
            "b": tensor(2, on=one.storage),
            "c": tensor(4),
            "d": tensor(0, on=empty),
            "e": tensor(0, on=empty),
        }
    )
    found = contents_of(root)
    groups = [[entry.key for entry in entries] for entries in found.sharing().values()]
    assert groups == [["a", "b"]]
    assert len(found.storages()) == 3


WASTE: dict[str, tuple[list[Any], int]] = {
    "all used": ([tensor(4, on=storage(16))], 0),
    "a view": ([tensor(1, on=storage(4000), offset=5)], 3996),
    "two parts with a hole": (
        (lambda on: [tensor(2, on=on), tensor(2, offset=6, on=on)])(storage(40)),
        40 - 16,
    ),
    "two that overlap": (
        (lambda on: [tensor(4, on=on), tensor(4, offset=2, on=on)])(storage(40)),
        40 - 24,
    ),
    "strides count as used": ([tensor(2, stride=(4,), on=storage(40))], 40 - 20),
    "nothing": ([], 0),
}


@pytest.mark.parametrize("what", WASTE)
def test_wasted_bytes(what: str) -> None:
    tensors, expected = WASTE[what]
    assert contents_of(list(tensors)).wasted_bytes() == expected


def findings(found: Contents) -> list[tuple[str, str | None, str]]:
    """(severity, where, what)."""
    return [(finding.severity, finding.where, finding.what) for finding in found.findings]


def test_tensors_that_cannot_be_read_are_said_up_to_ten() -> None:
    root = mapping({f"t{at}": tensor(9, on=storage(4, str(at))) for at in range(13)})
    found = findings(contents_of(root))
    assert len(found) == 11
    assert found[0] == (
        "warning",
        "t0",
        "A tensor on storage '0' needs 36 bytes of a storage of 4.",
    )
    assert found[-1] == ("warning", None, "3 further tensors cannot be read.")


def test_a_tensor_without_remedy_is_no_finding() -> None:
    """A meta tensor has no values by design."""
    meta = tensor(3)
    meta.problem = CorruptFile("A meta tensor has no values.")
    assert findings(contents_of([meta])) == []


@pytest.mark.parametrize(
    "key",
    [(1, (2, 3)), [1], Dict(), Set(), ByteArray(b"")],
    ids=["tuple in a tuple", "list", "dict", "set", "bytearray"],
)
def test_keys_that_loaders_fail_on_are_said_once(key: Any) -> None:
    root = mapping({"a": Dict([key, 1, key, 2])})
    assert findings(contents_of(root)) == [
        (
            "warning",
            "a",
            "A key that Python cannot hash, or hashes for ever; loaders fail on it.",
        )
    ]


@pytest.mark.parametrize("key", ["a", 1, 0.5, None, True, b"x", ("a", 1)], ids=repr)
def test_plain_keys_are_fine(key: Any) -> None:
    assert findings(contents_of(Dict([key, 1]))) == []


def test_what_is_not_listed_is_said() -> None:
    deep: Any = [tensor(1)]
    for _ in range(60):
        deep = [deep]
    shared = mapping({"w": tensor(1)})
    found = contents_of([deep, *([shared] * 20)], ReadLimits(depth=50, repeats=5))
    assert [what for _, _, what in findings(found)] == [
        "What is nested deeper than 50 levels is not listed.",
        "The same objects are repeated too often to list every place.",
    ]


def test_paths_and_keys_of_tensors() -> None:
    root = mapping({"model": ordered({"fc.weight": tensor(2)}), "loose": [tensor(1)]})
    assert [(entry.path, entry.key) for entry in contents_of(root).tensors] == [
        (("model", "fc.weight"), "fc.weight"),
        (("loose", 0), None),
    ]
