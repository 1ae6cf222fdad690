"""Zip archives that show different readers different files, lie, or end early."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inspector.document import open_document
from tests.formats.conformance import named_tensors
from tests.hostile.opening import REFUSED, answer_to
from tests.make.pickles import name, pickle, reduce, text
from tests.make.tensors import View, floats, storages_of, torch_pickle
from tests.make.torch_zip import DEFLATED, Member, packed_zip, records, write_zip

VALUE = {"w": View(floats("0", 6), (2, 3)), "b": View(floats("1", 4), (4,))}
HONEST = records(torch_pickle(VALUE), storages_of(VALUE))
FILE = write_zip(HONEST)
EVIL = pickle(reduce(name("os", "system"), text("true")))
EMPTY_END = struct.pack("<4s4HIIH", b"PK\5\6", 0, 0, 0, 0, 0, 0, 0)


def changed(ending: str, **fields: Any) -> list[Member]:
    """The honest records with some fields of one of them replaced."""
    return [replace(m, **fields) if m.name.endswith(ending) else m for m in HONEST]


def without(ending: str) -> list[Member]:
    """The honest records but one."""
    return [member for member in HONEST if not member.name.endswith(ending)]


def nested(levels: int) -> bytes:
    """The honest file in that many archives, one inside the other."""
    data = FILE
    for _ in range(levels):
        data = packed_zip({"a": data})
    return data


# What -> (file, verdict, part of what is said).
CASES: dict[str, tuple[bytes, str, str]] = {
    "data.pkl twice": (
        write_zip([*HONEST, Member("archive/data.pkl", EVIL)]),
        "dangerous",
        "1 record ('archive/data.pkl') stand more than once. torch reads the first, Python's "
        "zipfile the last; what is shown here is the first.",
    ),
    "a storage twice": (
        write_zip([*HONEST, Member("archive/data/0", bytes(24))]),
        "dangerous",
        "('archive/data/0') stand more than once",
    ),
    "records that overlap": (
        write_zip(changed("data/1", header_offset=7)),
        "dangerous",
        "Records of the archive overlap: a few bytes would unpack into many.",
    ),
    "one payload under many names": (
        write_zip([*HONEST, *(Member(f"archive/{n}", b"x", header_offset=0) for n in range(9))]),
        "dangerous",
        "Records of the archive overlap",
    ),
    "another name in the local header": (
        write_zip(changed("data.pkl", local_name="archive/other")),
        "unknown",
        "Record 'archive/data.pkl' is called 'archive/other' in its own header.",
    ),
    "encrypted by the directory": (
        write_zip(changed("data.pkl", flags=1, local_flags=1)),
        "unknown",
        "is marked as encrypted or patched",
    ),
    "encrypted by the local header": (
        write_zip(changed("data.pkl", local_flags=1)),
        "unknown",
        "Record 'archive/data.pkl' has other flags in its own header.",
    ),
    "patched": (write_zip(changed("data.pkl", flags=0x20)), "unknown", "encrypted or patched"),
    "a compression nobody has": (
        write_zip(changed("data.pkl", method=99)),
        REFUSED,
        "Record 'archive/data.pkl' is compressed by method 99.",
    ),
    "a wrong CRC": (
        write_zip(changed("data.pkl", crc=0x12345678)),
        "unknown",
        "Record 'archive/data.pkl' does not match its checksum.",
    ),
    "bytes after the end": (
        FILE + b"junk",
        "unknown",
        "There are bytes after the end of the archive.",
    ),
    "an archive after the archive": (
        FILE + write_zip([Member("archive/data.pkl", EVIL)]),
        "dangerous",
        "torch does not open such a file; Python's zipfile does.",
    ),
    "junk in front": (
        b"#!/bin/sh\necho\n" + FILE,
        "unknown",
        "The archive begins 15 bytes later than it says.",
    ),
    "an end record in the comment": (
        write_zip(HONEST, comment=EMPTY_END),
        REFUSED,
        "The archive has two places for its directory; readers choose different ones.",
    ),
    "more records announced than listed": (
        write_zip(HONEST, count=99),
        "unknown",
        "The directory announces 99 records and lists 8; readers may see different files.",
    ),
    "fewer records announced than listed": (
        write_zip(HONEST, count=1),
        "unknown",
        "The directory announces 1 record and lists 8",
    ),
    "a directory that is not where it is said to be": (
        write_zip(HONEST, directory_offset=1 << 40),
        "unknown",
        "The archive does not say where its directory is.",
    ),
    "a name with ..": (
        write_zip([*HONEST, Member("archive/../../etc/passwd", b"x")]),
        "unknown",
        "Record 'archive/../../etc/passwd' has a path that leads out of the archive.",
    ),
    "an absolute name": (
        write_zip([*HONEST, Member("/etc/passwd", b"x")]),
        "unknown",
        "Record '/etc/passwd' has a path that leads out of the archive.",
    ),
    "a name with backslashes": (
        write_zip([*HONEST, Member("archive\\..\\x", b"x")]),
        "unknown",
        "has a path that leads out of the archive",
    ),
    "a record outside the folder": (
        write_zip([*HONEST, Member("other/x", b"x")]),
        "unknown",
        "Records outside the folder 'archive/'",
    ),
    "a pickle outside the folder": (
        write_zip([*HONEST, Member("other/data.pkl", EVIL)]),
        "dangerous",
        "A further pickle that torch.load does not read.",
    ),
    "no folder": (
        write_zip([replace(m, name=m.name.removeprefix("archive/")) for m in HONEST]),
        "unknown",
        "The records are not in a folder; torch refuses such an archive.",
    ),
    "a storage of a terabyte": (
        write_zip(changed("data/1", size=1 << 40, packed=1 << 40)),
        "dangerous",
        "Storage '1' lies after the end of the file.",
    ),
    "a storage beyond the end": (
        write_zip(changed("data/1", header_offset=1 << 40)),
        "unreadable",
        "Storage '1' lies after the end of the file.",
    ),
    "a pickle of eight gigabytes": (
        write_zip(changed("data.pkl", size=1 << 33, packed=1 << 33)),
        REFUSED,
        "Record 'archive/data.pkl' ends at byte 8,589,934,656, after the end of the file.",
    ),
    "a pickle shorter than its record": (
        write_zip(changed("data.pkl", size=20, packed=20)),
        "unreadable",
        "archive/data.pkl is not a valid pickle",
    ),
    "a pickle that inflates to less than it says": (
        write_zip(changed("data.pkl", method=DEFLATED, size=1 << 40)),
        REFUSED,
        "though its header says 1,099,511,627,776",
    ),
    "a missing storage": (
        write_zip(without("data/1")),
        "unreadable",
        "Storage '1' is not in the archive.",
    ),
    "a storage that is too short": (
        write_zip(changed("data/1", data=bytes(8))),
        "unreadable",
        "Storage '1' has 8 bytes instead of 16; torch refuses such a file.",
    ),
    "a storage that is too long": (
        write_zip(changed("data/1", data=bytes(32))),
        "unknown",
        "Storage '1' has 32 bytes instead of 16; torch refuses such a file.",
    ),
    "bytes after the pickle": (
        write_zip(changed("data.pkl", data=HONEST[0].data + b"more")),
        "unknown",
        "4 bytes follow the pickle in 'archive/data.pkl'.",
    ),
    "an empty pickle": (
        write_zip(changed("data.pkl", data=b"")),
        REFUSED,
        "archive/data.pkl is not a valid pickle: at byte 0 the pickle ends before its STOP.",
    ),
    "a byte order nobody has": (
        write_zip(changed("byteorder", data=b"middle")),
        "unknown",
        "The byte order 'middle' does not exist; read as little.",
    ),
    "zips in zips in zips": (
        nested(5),
        REFUSED,
        "lies in 4 containers, one inside the other.",
    ),
    "an empty archive": (EMPTY_END, REFUSED, "model.pt is an empty zip archive."),
    "an office document": (packed_zip({"word/a.xml": b"x"}), REFUSED, "is an office document."),
    "Keras": (
        packed_zip({"config.json": b"", "metadata.json": b"", "model.weights.h5": b""}),
        REFUSED,
        "is a Keras v3 model, not a checkpoint.",
    ),
    "other files": (
        packed_zip({"a.txt": b"hello", "b.txt": b"x"}),
        REFUSED,
        "model.pt is a zip archive of 2 members (a.txt, b.txt) without a checkpoint.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_zip(tmp_path: Path, case: str) -> None:
    data, verdict, said = CASES[case]
    found = answer_to(tmp_path, data)
    assert said in found.text
    assert found.verdict == verdict


def test_the_honest_file_is_clean(tmp_path: Path) -> None:
    found = answer_to(tmp_path, FILE)
    assert (found.verdict, found.findings) == ("clean", [])


def test_the_first_of_two_records_is_shown(tmp_path: Path) -> None:
    """As torch's reader takes it; Python's zipfile takes the last."""
    path = tmp_path / "m.pt"
    second = Member("archive/data/0", floats("0", 6).data[::-1])
    path.write_bytes(write_zip([*HONEST, second]))
    document = open_document(path)
    try:
        assert named_tensors(document)["w"].read().tolist() == [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]
    finally:
        document.close()


def test_an_end_record_inside_a_storage_is_no_second_end(tmp_path: Path) -> None:
    """Payloads may hold anything, a whole archive too."""
    inner = write_zip([Member("x", b"y")])
    data = inner + bytes(-len(inner) % 4)
    value = {"w": View(replace(floats("0", 1), data=data), (len(data) // 4,))}
    members = records(torch_pickle(value), storages_of(value))
    found = answer_to(tmp_path, write_zip(members))
    assert (found.verdict, found.findings) == ("clean", [])


@pytest.mark.parametrize("comment", [b"", b"made by hand", b"PK\5\6", b"x" * 65_535])
def test_a_comment_is_no_problem(tmp_path: Path, comment: bytes) -> None:
    found = answer_to(tmp_path, write_zip(HONEST, comment=comment))
    assert found.verdict == "clean"


CUTS = {
    "the end record": (len(FILE) - 22, {"w", "b"}, "Intact storages: 2 of 2"),
    "the directory": (FILE.find(b"PK\1\2"), {"w", "b"}, "Intact storages: 2 of 2"),
    "the last storage": (FILE.find(b"archive/data/1") + 40, {"w"}, "Intact storages: 1 of 2"),
    "all storages": (FILE.find(b"archive/data/0") + 10, set(), "Intact storages: 0 of 2"),
}


@pytest.mark.parametrize("missing", CUTS)
def test_what_a_cut_download_still_holds_is_shown(tmp_path: Path, missing: str) -> None:
    size, intact, said = CUTS[missing]
    path = tmp_path / "m.pt"
    path.write_bytes(FILE[:size])
    document = open_document(path)
    try:
        tensors = named_tensors(document)
        assert {key for key, tensor in tensors.items() if tensor.trouble is None} == intact
        for key in intact:
            assert b"".join(tensors[key].row_major()) == VALUE[key].content()
        assert set(tensors) == set(VALUE)
        assert document.verdict == "unreadable"
        assert document.findings[0].what == (
            "m.pt is a zip archive without its directory: the end of the file is missing."
        )
        assert said in document.findings[-1].what
    finally:
        document.close()


def test_a_cut_pickle_shows_what_was_decoded(tmp_path: Path) -> None:
    path = tmp_path / "m.pt"
    path.write_bytes(FILE[: FILE.rfind(b"_rebuild_tensor_v2")])
    document = open_document(path)
    try:
        assert list(named_tensors(document)) == ["w"]
        assert document.verdict == "unreadable"
    finally:
        document.close()


def test_junk_that_only_begins_like_a_zip_is_refused(tmp_path: Path) -> None:
    found = answer_to(tmp_path, b"PK\3\4" + bytes(500))
    assert found.verdict == REFUSED
    assert found.text.startswith("model.pt is a zip archive without its directory")


def test_many_records_cost_one_directory(tmp_path: Path) -> None:
    """No local header is read for records that nobody asks for the bytes of."""
    many = [Member(f"archive/extra{n}", b"") for n in range(30_000)]
    found = answer_to(tmp_path, write_zip([*HONEST, *many], alignment=1))
    assert found.verdict in ("clean", "unknown")
