"""Tars that make Python's tarfile hang, lead out of the folder, or end early."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.opening import REFUSED, answer_to
from tests.make.archives import tar, tar_header
from tests.make.pickles import encode, integer, name, pickle, reduce, text, tuple_of
from tests.make.tensors import View, floats
from tests.make.torch_tar import SYS_INFO, storages_member, tensors_member, torch_tar
from tests.make.torch_zip import torch_zip

INNER = torch_zip({"w": View(floats("0", 6), (2, 3))})
AFTER = tar([("m.pt", INNER)])
OLD = torch_tar({"w": View(floats("0", 6), (2, 3))})
EVIL = pickle(reduce(name("os", "system"), text("true")))


def old_tar(**members: bytes) -> bytes:
    """torch's tar of 2016 with some members replaced."""
    honest = {
        "sys_info": pickle(encode(SYS_INFO)),
        "pickle": pickle(integer(1)),
        "tensors": tensors_member([], 1),
        "storages": storages_member([]),
    }
    return tar(list({**honest, **members}.items()))


FLOAT = name("torch", "FloatStorage")
CASES: dict[str, tuple[bytes, str, str]] = {
    "a negative size (CVE-2025-8194)": (
        tar_header("a", 0, size_field=b"\xff" * 12) + AFTER,
        REFUSED,
        "model.pt: The archive has an unreadable header.",
    ),
    "a size of 2**80": (
        tar_header("a", 0, size_field=b"\x80\x01" + bytes(10)) + AFTER,
        REFUSED,
        "model.pt: Member 'a' is cut off: 1,208,925,819,614,629,174,706,176 bytes are claimed.",
    ),
    "a size that is no number": (
        tar_header("a", 0, size_field=b"zzz\0        ") + AFTER,
        REFUSED,
        "model.pt: The archive has an unreadable header.",
    ),
    "a wrong checksum": (
        tar_header("a", 0, checksum=5) + AFTER,
        REFUSED,
        "model.pt: The archive has an unreadable header.",
    ),
    "a wrong checksum after the first member": (
        tar([("m.pt", INNER)])[:-1024] + tar_header("a", 0, checksum=5) + bytes(1024),
        "unreadable",
        "The archive has an unreadable header.",
    ),
    "a link": (
        tar_header("storages", 0, b"2", link="/etc/passwd") + AFTER,
        "unknown",
        "Member 'storages' is a link; it is not followed.",
    ),
    "a hard link": (tar_header("x", 0, b"1") + AFTER, "unknown", "is a hard link; it is not"),
    "a device": (tar_header("x", 0, b"3") + AFTER, "unknown", "is a device; it is not followed"),
    "a pipe": (tar_header("x", 0, b"6") + AFTER, "unknown", "is a pipe; it is not followed"),
    "a name with ..": (
        tar([("../../m.pt", INNER)]),
        "unknown",
        "Member '../../m.pt' has a path that leads out of the archive.",
    ),
    "an absolute name": (tar([("/m.pt", INNER)]), "unknown", "leads out of the archive"),
    "a member that is cut off": (
        AFTER[:1500],
        REFUSED,
        f"model.pt: Member 'm.pt' is cut off: {len(INNER):,} bytes are claimed.",
    ),
    "bytes after the end": (AFTER + b"junk" * 200, "unknown", "Bytes follow the end"),
    "no end": (AFTER[:-1024], "unreadable", "breaks off before its end mark"),
    "no checkpoint": (
        tar([("a.txt", b"hello")]),
        REFUSED,
        "model.pt is a tar archive of 1 member (a.txt) without a checkpoint.",
    ),
    "only a folder": (
        tar_header("d/", 0, b"5") + bytes(1024),
        REFUSED,
        "model.pt is a tar archive without files.",
    ),
    "a broken checkpoint": (
        tar([("m.pt", b"PK\3\4" + bytes(100))]),
        REFUSED,
        "m.pt is a zip archive without its directory",
    ),
    "more storages announced than fit": (
        old_tar(storages=pickle(integer(1 << 40))),
        "unreadable",
        "Member 'storages' announces more entries than it can hold.",
    ),
    "a negative number of storages": (
        old_tar(storages=pickle(integer(-5))),
        "unreadable",
        "announces more entries than it can hold",
    ),
    "a storage of 2**60 elements": (
        old_tar(
            storages=pickle(integer(1))
            + pickle(tuple_of(integer(1), text("cpu"), FLOAT))
            + (1 << 60).to_bytes(8, "little")
        ),
        "unreadable",
        "Storage 1 is cut off.",
    ),
    "a storage of -1 elements": (
        old_tar(
            storages=pickle(integer(1))
            + pickle(tuple_of(integer(1), text("cpu"), FLOAT))
            + b"\xff" * 8
        ),
        "unreadable",
        "Storage 1 has no known type or size.",
    ),
    "a tensor of 2**31 dimensions": (
        old_tar(
            tensors=pickle(integer(1))
            + pickle(tuple_of(integer(1), integer(1), name("torch", "FloatTensor")))
            + (2**31 - 1).to_bytes(4, "little")
            + bytes(40)
        ),
        "unreadable",
        "Tensor 1 claims 2147483647 dimensions.",
    ),
    "a call in the list of storages": (old_tar(storages=EVIL), "dangerous", "announces more"),
    "a call in the list of tensors": (old_tar(tensors=EVIL), "dangerous", "announces more"),
}


@pytest.mark.parametrize("case", CASES)
def test_tar(tmp_path: Path, case: str) -> None:
    data, verdict, said = CASES[case]
    found = answer_to(tmp_path, data)
    assert said in found.text
    assert found.verdict == verdict


@pytest.mark.parametrize("data", [AFTER, OLD], ids=["wrapper", "2016"])
def test_the_honest_files_are_clean(tmp_path: Path, data: bytes) -> None:
    found = answer_to(tmp_path, data)
    assert (found.verdict, found.findings) == ("clean", [])


def test_many_members_end(tmp_path: Path) -> None:
    found = answer_to(tmp_path, tar([(f"{at}", b"") for at in range(5000)]))
    assert found.verdict == REFUSED
