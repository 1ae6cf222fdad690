"""Plain pickles, honest: torch's storages inside `pickle.dump`, numpy's arrays, scalars."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from inspector.document import open_document
from inspector.errors import UnknownFormat
from tests.formats.conformance import Expected, FormatTests, expected_of, named_tensors, opened
from tests.formats.samples import HUGE, MANY, VIEWS, WEIGHT
from tests.make.pickles import Code, encode, integer, name, persistent, pickle, reduce
from tests.make.tensors import Bytes, View, legacy_pid, rebuild
from tests.make.torch_legacy import legacy_stream


def whole_stream(storage: Bytes) -> bytes:
    """A storage as a legacy file of its own: how `Storage.__reduce__` pickles it."""
    return legacy_stream(pickle(persistent(legacy_pid(storage))), [storage])


def inlined(view: View) -> Code:
    """A tensor of `pickle.dump`: its storage is a call of _load_from_bytes."""
    stream = whole_stream(view.storage)
    data = Code(b"B" + struct.pack("<I", len(stream)) + stream)
    storage = reduce(name("torch.storage", "_load_from_bytes"), data)
    outside = rebuild(view)
    return Code(outside.replace(persistent_of(view), storage))


def persistent_of(view: View) -> bytes:
    from tests.make.tensors import zip_pid

    return persistent(zip_pid(view.storage))


def plain(value: dict[str, object]) -> bytes:
    """A pickle of protocol 3 with tensors in it."""

    def special(item: object) -> bytes | None:
        return inlined(item) if isinstance(item, View) else None

    return pickle(encode(value, special), protocol=3)


class TestPlainPickle(FormatTests):
    format = "pickle"
    container = "pickle"
    file_name = "model.pkl"
    opens_clean = False  # _load_from_bytes is torch.load: a file in the file
    is_inflated = True  # the tensors are in the pickle itself, which has to be read

    def sample(self) -> bytes:
        return plain(dict(VIEWS))

    def expected(self) -> dict[str, Expected]:
        return {key: expected_of(view) for key, view in VIEWS.items()}

    def large(self) -> bytes:
        return plain({"w": HUGE})

    def long(self) -> bytes:
        return plain(MANY)


@pytest.mark.parametrize(
    "data",
    [b"(dp0\nS'w'\np1\nI1\ns.", b"]q\x00K\x01a.", b"}q\x00.", b"(I1\nI2\nt."],
    ids=["protocol 0 dict", "protocol 1 list", "protocol 1 dict", "protocol 0 tuple"],
)
def test_pickles_without_proto_are_recognised(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "m.pkl"
    path.write_bytes(data)
    with opened(path) as document:
        assert document.checkpoint.format == "pickle"
        assert document.verdict == "clean"


def test_stacked_pickles_are_said_and_audited(tmp_path: Path) -> None:
    path = tmp_path / "m.pkl"
    path.write_bytes(pickle(integer(1)) + pickle(name("os", "system")))
    with opened(path) as document:
        assert document.checkpoint.root == 1
        assert document.verdict == "dangerous"
        assert document.findings[0].what.startswith("14 bytes follow the pickle; ")


def test_sharing_is_lost_as_it_is_for_torch(tmp_path: Path) -> None:
    path = tmp_path / "m.pkl"
    path.write_bytes(plain({"a": WEIGHT, "b": WEIGHT}))
    with opened(path) as document:
        tensors = named_tensors(document)
        assert tensors["a"].storage is not tensors["b"].storage


TEXTS = {
    "a licence": "License agreement between the parties of this very contract\n\nText follows\n",
    "a version": "Version 1.2.3 of the configuration file for our training runs\nkey = value\n",
    "prose": "I have written a file that begins like a pickle, line after line.\n",
    "a copyright": "(c) 2024 some company. All rights reserved. More text follows here.\n",
    "another": "copyright 2024 some company. All rights reserved, text\nline two, longer\n",
    "a table": "Loss,Epoch,Lr,Time,Accuracy,Something,Something else,Other\n1,2,3,4\n",
}


@pytest.mark.parametrize("what", TEXTS)
def test_text_that_begins_like_a_pickle_is_text(tmp_path: Path, what: str) -> None:
    path = tmp_path / "model.pt"
    path.write_text(TEXTS[what] * 5)
    with pytest.raises(UnknownFormat, match="is a text file that begins"):
        open_document(path)


@pytest.mark.parametrize("tail", [b"", b"\xff", b"h\x09."], ids=["cut", "no opcode", "no memo"])
def test_a_broken_text_pickle_that_names_something_is_a_pickle(tmp_path: Path, tail: bytes) -> None:
    path = tmp_path / "model.pt"
    path.write_bytes(b"(dp0\nS'run'\np1\ncos\nsystem\np2\n(S'true'\ntR" + tail)
    with opened(path) as document:
        assert document.verdict == "dangerous"
