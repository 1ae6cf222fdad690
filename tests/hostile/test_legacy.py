"""Legacy streams that lie about their storages, or end early."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.document import open_document
from tests.formats.conformance import named_tensors
from tests.hostile.opening import REFUSED, answer_to
from tests.make.pickles import encode, name, persistent, pickle, reduce, text, tuple_of
from tests.make.tensors import View, floats, legacy_pid, rebuild, storages_of, torch_pickle
from tests.make.torch_legacy import MAGIC, legacy_stream, torch_legacy

VALUE = {"w": View(floats("0", 6), (2, 3)), "b": View(floats("1", 4), (4,))}
BODY = torch_pickle(VALUE, legacy_pid)
STORAGES = storages_of(VALUE)
FILE = torch_legacy(VALUE)
EVIL = pickle(reduce(name("os", "system"), text("true")))
# Where the list of storage keys ends and the storages begin.
DATA = len(FILE) - 2 * 8 - 24 - 16

CASES: dict[str, tuple[bytes, str, str]] = {
    "2**60 elements": (
        legacy_stream(BODY, STORAGES, counts={"0": 1 << 60}),
        "unreadable",
        "Storage '0' has 1,152,921,504,606,846,976 elements where its tensor says 6; 2 storages "
        "of 2 cannot be read.",
    ),
    "-1 elements": (
        legacy_stream(BODY, STORAGES, counts={"0": -1}),
        "unreadable",
        "Storage '0' has -1 elements where its tensor says 6; 2 storages of 2 cannot be read.",
    ),
    "another number of elements": (
        legacy_stream(BODY, STORAGES, counts={"1": 5}),
        "unreadable",
        "Storage '1' has 5 elements where its tensor says 4; 1 storage of 2 cannot be read.",
    ),
    "another protocol version": (
        legacy_stream(BODY, STORAGES, version=1002),
        "unknown",
        "The protocol version is 1002; torch reads only 1001.",
    ),
    "another magic number": (
        legacy_stream(BODY, STORAGES, magic=MAGIC + 1),
        "unreadable",
        "bytes follow the pickle",
    ),
    "a key too many": (
        legacy_stream(BODY, STORAGES, keys=["0", "1", "2"]),
        "unknown",
        "A storage is listed that no tensor refers to; the rest cannot be found.",
    ),
    "a key too few": (
        legacy_stream(BODY, STORAGES, keys=["0"]),
        "unreadable",
        "Storage '1' is not in the list of storages.",
    ),
    "a key twice": (
        legacy_stream(BODY, STORAGES, keys=["0", "0", "1"]),
        "unreadable",
        "Storage '0' has 4 elements where its tensor says 6",
    ),
    "keys that are no list": (
        legacy_stream(BODY, STORAGES, keys={"0": 1}),
        "unreadable",
        "The list of storage keys is no list.",
    ),
    "keys that are no texts": (
        legacy_stream(BODY, STORAGES, keys=[0, None, []]),
        "unknown",
        "A storage is listed that no tensor refers to",
    ),
    "a call for a list of keys": (
        FILE.replace(pickle(encode(["0", "1"])), EVIL),
        "dangerous",
        "The list of storage keys is no list.",
    ),
    "bytes after the storages": (
        FILE + b"abc",
        "unknown",
        "3 bytes follow the checkpoint that nothing explains.",
    ),
    "the last storage cut": (
        FILE[:-3],
        "unreadable",
        f"Storage '1' is not whole: the file ends after {len(FILE) - 3} bytes; 1 storage of 2 "
        "cannot be read.",
    ),
    "all storages cut": (
        FILE[:DATA],
        "unreadable",
        "2 storages of 2 cannot be read.",
    ),
    "the object cut": (FILE[:200], "unreadable", "object is not a valid pickle"),
    "the system cut": (FILE[:30], REFUSED, "system is not a valid pickle: at byte 30"),
    "only the magic number": (
        FILE[:15],
        REFUSED,
        "protocol version is not a valid pickle: at byte 15 the pickle ends before its STOP.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_legacy(tmp_path: Path, case: str) -> None:
    data, verdict, said = CASES[case]
    found = answer_to(tmp_path, data)
    assert said in found.text
    assert found.verdict == verdict


def test_the_honest_file_is_clean(tmp_path: Path) -> None:
    found = answer_to(tmp_path, FILE)
    assert (found.verdict, found.findings) == ("clean", [])


def test_what_a_cut_download_still_holds_is_read(tmp_path: Path) -> None:
    path = tmp_path / "m.pth"
    path.write_bytes(FILE[:-3])
    document = open_document(path)
    try:
        tensors = named_tensors(document)
        assert tensors["w"].read().tolist() == [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]
        assert tensors["b"].trouble is not None
        assert tensors["b"].shape == (4,)
    finally:
        document.close()


PIDS = {
    "a number": encode(3),
    "a text": text("storage"),
    "too few": tuple_of(text("storage"), name("torch", "FloatStorage")),
    "a stranger": tuple_of(*map(text, ("magic", "a", "b", "c", "d"))),
    "no storage class": tuple_of(
        text("storage"), name("torch", "Size"), text("0"), text("cpu"), encode(4), encode(None)
    ),
    "no text for a key": tuple_of(
        text("storage"), name("torch", "FloatStorage"), encode([]), text("cpu"), encode(4), b"N"
    ),
    "no number of elements": tuple_of(
        text("storage"), name("torch", "FloatStorage"), text("0"), text("cpu"), text("4"), b"N"
    ),
}


@pytest.mark.parametrize("case", PIDS)
def test_persistent_ids_of_another_form_are_kept(tmp_path: Path, case: str) -> None:
    tensor = rebuild(VALUE["w"], lambda storage: PIDS[case])
    found = answer_to(tmp_path, legacy_stream(pickle(tensor, persistent(PIDS[case]), b"0")))
    assert found.verdict in ("unknown", "unreadable")
