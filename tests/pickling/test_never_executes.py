"""Payloads that CPython would run are only named. Each of them would create one empty file."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from inspector.document import open_document
from tests.make.archives import COMPRESSORS, npy, tar
from tests.make.pickles import (
    Code,
    build,
    dict_of,
    encode,
    integer,
    list_of,
    name,
    newobj,
    reduce,
    stack_name,
    text,
    tuple_of,
)
from tests.make.pickles import pickle as whole
from tests.make.torch_legacy import legacy_stream
from tests.make.torch_tar import SYS_INFO, storages_member, tensors_member
from tests.make.torch_zip import Member, records, write_zip, zip_of_pickle

Payload = Callable[[str], bytes]


def attribute(owner: bytes, attr: str) -> Code:
    """getattr(owner, attr)."""
    return reduce(name("builtins", "getattr"), owner, text(attr))


def os_module() -> Code:
    """The module `os`, by the import machinery."""
    return reduce(name("importlib", "import_module"), text("os"))


def touch(canary: str) -> str:
    """A shell command."""
    return f"touch {canary}"


def mapped(canary: str) -> Code:
    """map(os.system, [command]): runs when somebody iterates over it."""
    commands = list_of(text(touch(canary)))
    return newobj(name("builtins", "map"), name("os", "system"), commands)


PAYLOADS: dict[str, Payload] = {
    "REDUCE os.system": lambda c: whole(reduce(name("os", "system"), text(touch(c)))),
    "REDUCE posix.system": lambda c: whole(reduce(name("posix", "system"), text(touch(c)))),
    "STACK_GLOBAL": lambda c: whole(reduce(stack_name("os", "system"), text(touch(c))), protocol=4),
    "STACK_GLOBAL from old strings": lambda c: (
        b"\x80\x02U\x02osU\x06system\x93" + text(touch(c)) + b"\x85R."
    ),
    "dotted name": lambda c: whole(
        reduce(stack_name("pathlib", "os.system"), text(touch(c))), protocol=4
    ),
    "INST": lambda c: b"(" + text(touch(c)) + b"ios\nsystem\n.",
    "OBJ": lambda c: b"(cos\nsystem\n" + text(touch(c)) + b"o.",
    "OBJ, then POP": lambda c: b"N(cos\nsystem\n" + text(touch(c)) + b"o0.",
    "NEWOBJ": lambda c: whole(newobj(name("builtins", "bytes"), mapped(c))),
    "NEWOBJ_EX": lambda c: whole(
        name("builtins", "bytes"), tuple_of(mapped(c)), dict_of(), b"\x92", protocol=4
    ),
    "open for writing": lambda c: whole(reduce(name("io", "open"), text(c), text("w"))),
    "Python 2 name": lambda c: whole(
        reduce(name("__builtin__", "eval"), text(f"open({c!r}, 'w').close()"))
    ),
    "exec": lambda c: whole(reduce(name("builtins", "exec"), text(f"open({c!r}, 'w').close()"))),
    "getattr chain": lambda c: whole(reduce(attribute(os_module(), "system"), text(touch(c)))),
    "methodcaller": lambda c: whole(
        reduce(
            reduce(name("operator", "methodcaller"), text("system"), text(touch(c))), os_module()
        )
    ),
    "map made into a list": lambda c: whole(reduce(name("builtins", "list"), mapped(c))),
    "partial": lambda c: whole(
        reduce(reduce(name("functools", "partial"), name("os", "system")), text(touch(c)))
    ),
    "BUILD calls a planted __setstate__": lambda c: whole(
        build(
            build(
                newobj(name("types", "SimpleNamespace")),
                dict_of((text("__setstate__"), name("os", "system"))),
            ),
            text(touch(c)),
        )
    ),
    "APPEND calls a planted append": lambda c: whole(
        build(
            newobj(name("types", "SimpleNamespace")),
            dict_of(
                (text("append"), name("os", "system")),
                (text("extend"), reduce(name("functools", "partial"), name("os", "system"))),
            ),
        ),
        text(touch(c)) + b"a",
    ),
    "memo shadows": lambda c: (
        b"\x80\x02X\x02\0\0\0osq\x00X\x06\0\0\0systemq\x010"
        + b"0h\x00h\x01\x93"
        + text(touch(c))
        + b"\x85R."
    ),
    "broken after the call": lambda c: (
        whole(reduce(name("os", "system"), text(touch(c))))[:-1] + b"\xff"
    ),
    "cut after the call": lambda c: whole(reduce(name("os", "system"), text(touch(c))))[:-1],
    "pickle in a pickle": lambda c: whole(
        reduce(
            name("pickle", "loads"),
            Code(b"C" + _short(whole(reduce(name("os", "system"), text(touch(c)))))),
        ),
        protocol=3,
    ),
}


def _short(data: bytes) -> bytes:
    return bytes([len(data)]) + data


# Where a pickle may sit in a file; every one of them is read by some loader.
PLACES: dict[str, Callable[[bytes], bytes]] = {
    "plain pickle": lambda p: p,
    "zip": zip_of_pickle,
    "zip, deflated": lambda p: write_zip([Member(m.name, m.data, 8) for m in records(p)]),
    "zip, further record": lambda p: write_zip(
        [*records(whole(integer(1))), Member("archive/extra.pkl", p)]
    ),
    "legacy object": lambda p: legacy_stream(p),
    "legacy storage keys": lambda p: legacy_stream(whole(integer(1))).removesuffix(whole(b"]")) + p,
    "legacy magic number": lambda p: p + legacy_stream(whole(integer(1))),
    "tar object": lambda p: torch_tar_of(pickle=p),
    "tar storages": lambda p: torch_tar_of(storages=p),
    "tar tensors": lambda p: torch_tar_of(tensors=p),
    "tar sys_info": lambda p: torch_tar_of(sys_info=p),
    "object array": lambda p: npy("|O", (1,), p),
    "gzip": COMPRESSORS["gzip"],
    "TorchScript constants": lambda p: write_zip(
        [Member("net/data.pkl", whole(b"}")), Member("net/constants.pkl", p)]
    ),
    "package": lambda p: write_zip([Member("net/.data/version", b"6"), Member("net/model.pkl", p)]),
}


def torch_tar_of(**members: bytes) -> bytes:
    """An ancient tar with some of its members replaced."""
    honest = {
        "sys_info": whole(encode(SYS_INFO)),
        "pickle": whole(integer(1)),
        "tensors": tensors_member([], 1),
        "storages": storages_member([]),
    }
    return tar(list({**honest, **members}.items()))


@pytest.mark.parametrize("name", PAYLOADS)
def test_naming_is_not_doing(tmp_path: Path, name: str) -> None:
    canary = tmp_path / "canary"
    path = tmp_path / "m.pkl"
    path.write_bytes(PAYLOADS[name](str(canary)))
    document = open_document(path)
    document.close()
    assert not canary.exists()
    assert document.verdict == "dangerous"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", ["REDUCE os.system", "cut after the call", "OBJ, then POP"])
def test_every_pickle_of_a_file_is_looked_at(tmp_path: Path, place: str, name: str) -> None:
    canary = tmp_path / "canary"
    path = tmp_path / "m.pt"
    path.write_bytes(PLACES[place](PAYLOADS[name](str(canary))))
    document = open_document(path)
    document.close()
    assert not canary.exists()
    assert document.verdict == "dangerous"
    assert any(used.verdict == "dangerous" for used in document.checkpoint.globals)


LIVE = [name for name in PAYLOADS if not name.startswith("APPEND")]


@pytest.mark.parametrize("name", LIVE)
def test_the_payloads_are_live(tmp_path: Path, name: str) -> None:
    """CPython does run them: what the tests above see not happening would otherwise happen."""
    canary = tmp_path / "canary"
    payload = PAYLOADS[name](str(canary))
    with suppress(Exception):  # some break, but only after the call
        result = pickle.loads(payload)
        getattr(result, "close", int)()
    assert canary.exists()
