"""torch.save's zip, honest: the promises, and what its writers do differently."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.conformance import Expected, FormatTests, expected_of, named_tensors, opened
from tests.formats.samples import HUGE, MANY, VIEWS, WEIGHT
from tests.make.tensors import Bytes, View, floats, storages_of, torch_pickle
from tests.make.torch_zip import DEFLATED, Member, records, torch_zip, write_zip


class TestTorchZip(FormatTests):
    format = "torch-zip"
    container = "zip archive"

    def sample(self) -> bytes:
        return torch_zip(VIEWS)

    def expected(self) -> dict[str, Expected]:
        return {key: expected_of(view) for key, view in VIEWS.items()}

    def large(self) -> bytes:
        return torch_zip({"w": HUGE})

    def long(self) -> bytes:
        return torch_zip(MANY)


def test_the_version_and_the_container_are_stated(tmp_path: Path) -> None:
    path = tmp_path / "renamed.pt"
    path.write_bytes(torch_zip(VIEWS, root="before_renaming"))
    with opened(path) as document:
        checkpoint = document.checkpoint
        assert checkpoint.format_version == "3"
        assert checkpoint.size == path.stat().st_size
        assert checkpoint.facts["folder"] == "before_renaming"
        assert checkpoint.facts["byteorder"] == "little"
        assert checkpoint.facts["pickle_protocol"] == 2
        assert checkpoint.facts["serialization_id"] == "0" * 40


def test_one_storage_is_one_object(tmp_path: Path) -> None:
    path = tmp_path / "m.pt"
    path.write_bytes(torch_zip(VIEWS))
    with opened(path) as document:
        tensors = named_tensors(document)
        assert tensors["fc.weight"].storage is tensors["fc.transposed"].storage
        assert tensors["fc.weight"].storage is not tensors["fc.steps"].storage


VARIANTS = {
    "no .format_version or byteorder (torch 1.13)": lambda found: [
        member for member in found if "format_version" not in member.name
    ],
    "only data.pkl, version and storages": lambda found: [
        member
        for member in found
        if member.name.endswith(("data.pkl", "/version")) or "data/" in member.name
    ],
    "re-zipped: everything deflated": lambda found: [
        Member(member.name, member.data, DEFLATED) for member in found
    ],
    "no CRCs (set_crc32_options(False))": lambda found: [
        Member(member.name, member.data, crc=0) for member in found
    ],
    "version first (torch 1.5)": lambda found: sorted(
        found, key=lambda member: not member.name.endswith("/version")
    ),
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("alignment", [1, 64, 4096])
def test_writers_differ_in_what_does_not_matter(
    tmp_path: Path, variant: str, alignment: int
) -> None:
    members = VARIANTS[variant](records(torch_pickle(VIEWS), storages_of(VIEWS)))
    path = tmp_path / "m.pt"
    path.write_bytes(write_zip(members, alignment=alignment))
    with opened(path) as document:
        assert document.verdict == "clean"
        for key, tensor in named_tensors(document).items():
            assert b"".join(tensor.row_major()) == VIEWS[key].content(), key


def test_big_endian_scalars_are_swapped(tmp_path: Path) -> None:
    swapped = Bytes("0", b"".join(WEIGHT.content()[at : at + 4][::-1] for at in range(0, 24, 4)))
    view = View(swapped, (2, 3))
    path = tmp_path / "s390x.pt"
    members = records(torch_pickle({"w": view}), [swapped], byteorder="big")
    path.write_bytes(write_zip(members))
    with opened(path) as document:
        tensor = named_tensors(document)["w"]
        assert document.checkpoint.facts["byteorder"] == "big"
        assert tensor.read().tolist() == [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]
        assert b"".join(tensor.row_major()) == WEIGHT.content()


@pytest.mark.parametrize("key", ["94340341200128", "weird/../key", "ключ", " "])
def test_storage_keys_are_opaque(tmp_path: Path, key: str) -> None:
    """torch 1.5 wrote pointers; a key is looked up by its exact name and never joined to a path."""
    view = View(floats(key, 4), (4,))
    path = tmp_path / "m.pt"
    path.write_bytes(torch_zip({"w": view}))
    with opened(path) as document:
        tensor = named_tensors(document)["w"]
        assert b"".join(tensor.row_major()) == view.content()
        assert tensor.storage is not None
        assert tensor.storage.key == key


def test_locations_are_kept_as_written(tmp_path: Path) -> None:
    places = ["cpu", "cuda:0", "cuda:7", "mps", "npu:0", "meta"]
    value = {place: View(floats(str(at), 2, place), (2,)) for at, place in enumerate(places)}
    path = tmp_path / "m.pt"
    path.write_bytes(torch_zip(value))
    with opened(path) as document:
        found = {key: tensor.device for key, tensor in named_tensors(document).items()}
    assert found == {place: place for place in places}


def test_without_version_torch_refuses_and_we_say_so(tmp_path: Path) -> None:
    path = tmp_path / "x.pt"
    found = records(torch_pickle(VIEWS), storages_of(VIEWS))
    path.write_bytes(write_zip([m for m in found if not m.name.endswith("/version")]))
    with opened(path) as document:
        assert document.verdict == "unknown"
        assert any("no record 'version'" in finding.what for finding in document.findings)
