"""Nested Python values, pickled by Python with every protocol, come back equal."""

from __future__ import annotations

import pickle
import random
from typing import Any

import pytest

from tests.pickling.plain import decode, plain

SEEDS = range(40)
TEXTS = ("", "weight", "größe", "名前", "\ud800", "a\nb\0", "x" * 300)
INTEGERS = (0, 1, -1, 255, 256, 65535, 65536, 2**31 - 1, -(2**31), 2**31, 2**63, -(2**70), 2**2100)
REALS = (0.0, -0.0, 1.5, -1e-300, 1e300, float("inf"), float("-inf"))


def leaf(chance: random.Random) -> Any:
    """A hashable value of any type that pickles without a class."""
    kinds = (
        lambda: None,
        lambda: chance.random() < 0.5,
        lambda: chance.choice(INTEGERS),
        lambda: chance.choice(REALS),
        lambda: chance.choice(TEXTS),
        lambda: chance.randbytes(chance.choice([0, 3, 300])),
        lambda: complex(chance.choice(REALS), chance.choice(REALS)),
        lambda: frozenset(chance.choices(range(9), k=3)),
        lambda: tuple(chance.choices(TEXTS, k=chance.randrange(5))),
    )
    return chance.choice(kinds)()


def nested(chance: random.Random, depth: int) -> Any:
    """A container of containers; some are shared."""
    if depth == 0:
        return leaf(chance)
    inside = [nested(chance, depth - chance.randint(1, depth)) for _ in range(chance.randrange(6))]
    inside += inside[:1]
    kinds = (
        lambda: inside,
        lambda: tuple(inside),
        lambda: {leaf(chance): item for item in inside},
        lambda: {leaf(chance) for _ in inside},
        lambda: bytearray(chance.randbytes(5)),
    )
    return chance.choice(kinds)()


def exact(value: Any) -> Any:
    """A form in which types, order, -0.0 and NaN count."""
    if isinstance(value, dict):
        return "dict", [(exact(key), exact(item)) for key, item in value.items()]
    if isinstance(value, list | tuple):
        return type(value).__name__, [exact(item) for item in value]
    if isinstance(value, set | frozenset):
        return type(value).__name__, sorted(map(repr, map(exact, value)))
    return type(value).__name__, repr(value)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("seed", SEEDS)
def test_values_come_back(seed: int, protocol: int) -> None:
    value = nested(random.Random(seed), 4)
    data = pickle.dumps(value, protocol)
    found = decode(data)
    assert found.error is None
    assert found.oddities == []
    assert found.end == len(data)
    assert exact(plain(found.value)) == exact(value)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_sharing_survives(protocol: int) -> None:
    shared = ["one"]
    found = decode(pickle.dumps([shared, shared, ["one"]], protocol)).value
    assert found[0] is found[1]
    assert found[0] is not found[2]


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_larger_than_the_first_read(protocol: int) -> None:
    """The source is read in growing pieces; values may lie across their borders."""
    value = [(f"key {at}", at, b"x" * (at % 700)) for at in range(3000)]
    found = decode(pickle.dumps(value, protocol))
    assert found.oddities == []
    assert plain(found.value) == value


class Thing:
    """A class whose instances are pickled."""

    def __init__(self) -> None:
        self.name = "thing"


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_objects_become_records(protocol: int) -> None:
    found = decode(pickle.dumps(Thing(), protocol)).value
    assert plain(found) == ("newobj", f"{__name__}.Thing", (), {"name": "thing"}, None)
