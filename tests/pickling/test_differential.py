"""What we call complete and not odd, CPython's unpickler reads the same way.

The property of a scanner that cannot be passed by: if a pickle is followed to its STOP and nothing
in it is odd, then every global that the C unpickler asks for was reported. CPython's unpickler runs
here with a `find_class` that hands out one inert class, so that nothing is imported or called.
"""

from __future__ import annotations

import io
import pickle
import random
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from inspector.bytesource import BytesSource
from inspector.inert import Global
from inspector.pickling.machine import Machine, Pickled
from tests.make.pickles import (
    build,
    dict_of,
    encode,
    integer,
    list_of,
    name,
    newobj,
    ordered,
    reduce,
    stack_name,
    text,
    tuple_of,
)
from tests.make.pickles import pickle as whole
from tests.make.tensors import View, floats, torch_pickle

MUTATIONS = 2400
BATCHES = 8
HIGHEST_SLOT = 1 << 16  # CPython allocates 16 bytes for each slot up to the highest


class Inert:
    """Whatever a pickle does with it, it stays one of these."""

    def __new__(cls, *args: Any, **kwargs: Any) -> Inert:
        return super().__new__(cls)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        pass

    def __call__(self, *args: Any, **kwargs: Any) -> Inert:
        return self

    def __setstate__(self, state: Any) -> None:
        pass

    def append(self, item: Any) -> None:
        pass

    def extend(self, items: Any) -> None:
        pass

    def add(self, item: Any) -> None:
        pass

    def __setitem__(self, key: Any, value: Any) -> None:
        pass


class Recorder(pickle.Unpickler):
    """CPython's unpickler; knows only which globals it was asked for."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))
        self.asked: list[tuple[str, str]] = []

    def find_class(self, module: str, name: str) -> Any:
        self.asked.append((module, name))
        return Inert

    def persistent_load(self, pid: Any) -> Any:
        return Inert()


def asked_for(data: bytes) -> list[tuple[str, str]]:
    """The globals CPython looks up until it stops, in whatever way it stops."""
    recorder = Recorder(data)
    with suppress(Exception):  # every error of CPython is as good as STOP
        recorder.load()
    return recorder.asked


VIEW = View(floats("0", 4), (2, 2))
SEEDS = [
    torch_pickle({"w": VIEW, "b": VIEW, "epoch": 3}),
    torch_pickle([VIEW, (1, 2.5, "x", None, True)], protocol=4),
    whole(encode({"a": [1, 2, {"b": (3,)}], "c": "text"})),
    whole(build(newobj(name("argparse", "Namespace")), encode({"lr": 0.1}))),
    whole(ordered((text("k"), stack_name("torch", "Size"))), protocol=4),
    whole(reduce(stack_name("builtins", "set"), list_of(integer(1))), protocol=4),
    whole(tuple_of(*(name("collections", "OrderedDict") for _ in range(4)))),
    b"(dp0\nVkey\np1\n(lp2\nI1\naF0.5\nasS'x'\np3\n(ia.b\nC\np4\nsg1\n0.",
    b"\x80\x04\x95\x16\0\0\0\0\0\0\0\x8c\x05torch\x94\x8c\x04Size\x94\x93\x94h\x02\x86\x94.",
    whole(dict_of((text("a"), b"(c__main__\nX\nK\x01o"), (text("b"), b"c_y\nZ\n)}\x92"))),
    b"\x80\x02]q\x00(U\x05torchq\x01U\x04Sizeq\x02h\x01h\x02\x93e.",
]
OPCODES = bytes(range(0x80, 0x99)) + b"().0123BCFGIJKLMNPQRSTUVX]abcdeghijlopqrstu}"


def mutate(chance: random.Random, data: bytes) -> bytes:
    """One to four small changes: a byte, an opcode, a slice moved, repeated, lost or borrowed."""
    mutant = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(mutant) + 1)
        end = min(at + chance.randint(1, 12), len(mutant))
        other = chance.choice(SEEDS)
        start = chance.randrange(len(other))
        kind = chance.randrange(7)
        if kind == 0 and at < len(mutant):
            mutant[at] = chance.randrange(256)
        elif kind == 1:
            mutant[at:at] = bytes([chance.choice(OPCODES)])
        elif kind == 2:
            del mutant[at:end]
        elif kind == 3:
            mutant[at:at] = mutant[at:end]
        elif kind == 4:
            mutant[at:end] = other[start : start + chance.randint(1, 20)]
        elif kind == 5 and at < len(mutant):
            mutant[at] ^= 1 << chance.randrange(8)
        elif kind == 6:
            mutant[at:at] = chance.choice(
                [
                    b"0",
                    b"2",
                    b"(",
                    b"t",
                    b"h\0",
                    b"q\0",
                    b"cos\nsystem\n",
                    b"\x8c\2os",
                    b"\x93",
                    b"R",
                ]
            )
    return bytes(mutant)


def mutants(batch: int) -> Iterator[bytes]:
    """A reproducible share of all mutations, the seeds themselves first."""
    yield from SEEDS
    chance = random.Random(batch)
    for _ in range(MUTATIONS // BATCHES):
        yield mutate(chance, chance.choice(SEEDS))


def followed(data: bytes) -> tuple[Pickled, int]:
    """(what the machine says, the highest memo slot it used)."""
    machine = Machine(BytesSource(data, "test"), "test")
    found = machine.run()
    return found, max(machine.memo, default=0)


def reported(found: Pickled) -> set[tuple[str, str]]:
    """The globals of a pickle, as they are spelt in it."""
    return {(used.module, used.name) for used in found.globals if isinstance(used, Global)}


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_global_is_hidden_from_us(batch: int) -> None:
    for data in mutants(batch):
        found, highest = followed(data)
        if found.error is None and not found.oddities and highest < HIGHEST_SLOT:
            assert set(asked_for(data)) <= reported(found), data


def test_the_mutations_are_worth_testing() -> None:
    """Many mutants are whole, not odd, and name something: the property above is not empty."""
    sound = named = odd = broken = 0
    for batch in range(BATCHES):
        for data in mutants(batch):
            found, _ = followed(data)
            broken += found.error is not None
            odd += bool(found.oddities)
            if found.error is None and not found.oddities:
                sound += 1
                named += bool(found.globals)
    assert min(sound, named, odd, broken) > MUTATIONS // 20


def test_cpython_sees_what_the_seeds_name() -> None:
    """The recorder works: it is asked for every global of an honest pickle."""
    for data in SEEDS:
        found, _ = followed(data)
        assert set(asked_for(data)) == reported(found)


HIDDEN = {
    "name overwritten in the memo": (
        b"\x80\x04\x8c\x05torchq\x000\x8c\x02osq\x000\x8c\x06systemq\x010h\x00h\x01\x93."
    ),
    "called and popped": b"\x80\x02N(cos\nsystem\nX\x01\0\0\0xo0.",
    "in a mark that is dropped": b"\x80\x02N(cos\nsystem\n1.",
    "names by old strings": b"\x80\x02U\x02osU\x06system\x93.",
    "names by quoted strings": b"S'os'\nS'system'\n\x93.",
    "names with escapes": b"Vo\\u0073\nVsyste\\u006d\n\x93.",
    "as a dict key": b"\x80\x02}cos\nsystem\nK\x01s.",
    "as a persistent id": b"\x80\x02cos\nsystem\nQ.",
    "as a state": b"\x80\x02ca\nb\n)\x81cos\nsystem\nb.",
    "INST": b"(ios\nsystem\n.",
    "in a frame": b"\x80\x04\x95\x0c\0\0\0\0\0\0\0cos\nsystem\n.",
}


@pytest.mark.parametrize("trick", HIDDEN)
def test_known_tricks(trick: str) -> None:
    found, _ = followed(HIDDEN[trick])
    assert ("os", "system") in asked_for(HIDDEN[trick])
    assert ("os", "system") in reported(found)


DISAGREEMENTS = {
    "hexadecimal": b"I0x10\n.",
    "octal": b"I010\n.",
    "NUL in a number": b"I1\x002\n.",
    "plus sign": b"L+5L\n.",
    "underscore": b"I1_0\n.",
    "PROTO twice": b"\x80\x02\x80\x04N.",
    "a protocol that does not exist": b"\x80\xffN.",
    "a frame that ends early": b"\x80\x04\x95\x01\0\0\0\0\0\0\0K\x01.",
    "a frame in a frame": b"\x80\x04\x95\x0c\0\0\0\0\0\0\0\x95\x02\0\0\0\0\0\0\0N.N",
    "a frame longer than the file": b"\x80\x04\x95\xff\0\0\0\0\0\0\0N.",
    "extension code": b"\x82\x01.",
    "values left": b"NN.",
    "out-of-band buffer": b"\x97.",
    "call of a text": b"X\x01\0\0\0x)R.",
    "call without a tuple": b"ca\nb\nK\x01R.",
    "BUILD on a class": b"ca\nb\n}b.",
    "BUILD on a dict": b"}}b.",
    "append to a tuple": b")K\x01a.",
    "set items of a list": b"]K\x01K\x02s.",
    "STRING that is not ASCII": b"S'\xff'\n.",
}


@pytest.mark.parametrize("what", DISAGREEMENTS)
def test_what_readers_read_differently_is_odd(what: str) -> None:
    found, _ = followed(DISAGREEMENTS[what])
    assert found.error is None
    assert found.oddities
    assert found.oddities[0].startswith("test, byte ")
